// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handover_work.h"

#include "models/base/when_done.h"
#include "models/drafts/draft.h"

#include <QtConcurrentRun>

#include <utility>

namespace maiam {

HandoverWork::HandoverWork(Register& reg, QObject* parent)
    : QObject(parent)
    , m_reg(reg)
{
}

HandoverWork::~HandoverWork()
{
    if (m_order)
        m_running.waitForFinished();
}

void HandoverWork::start(HandoverOrder order)
{
    if (m_order)
        return;
    m_order = std::make_shared<HandoverOrder>(std::move(order));
    m_running = QtConcurrent::run([reg = &m_reg, order = m_order] { return carryOut(*reg, *order); });
    whenDone(this, m_running, [this](const Ending&) { tell(); });
}

HandoverWork::Ending HandoverWork::carryOut(Register& reg, HandoverOrder& order)
{
    Ending ending;
    ending.done = postChange::carryOut(reg, order.change, order.passphrase);
    if (ending.done)
        return ending;
    // Some of it may have been done; who goes on must not start from the people of before.
    if (auto now = PostSituation::read(reg))
        ending.left = std::move(*now);
    return ending;
}

void HandoverWork::finish()
{
    if (!m_order)
        return;
    m_running.waitForFinished();
    tell();
}

void HandoverWork::tell()
{
    const auto order = std::exchange(m_order, {});
    if (!order)
        return; // finish() has told it
    const Ending ending = m_running.result();
    if (!ending.done)
        return Q_EMIT failed(ending.done.error(), { order->change.to, ending.left });
    if (order->keyChange) // a new person's id is known only now
        order->keyChange->successor = order->change.to.value_or(QUuid());
    dropDrafts(order->draftsSince);
    const QString said =
        tr("The post is handed over: %1 opens the register from now on.").arg(order->change.receiver.name);
    Q_EMIT handedOver({ order->change.to.value_or(QUuid()), said, order->ownLeave, order->keyChange });
}

/// The page drops its own; when it was left meanwhile, what it kept on leaving would come to the successor.
void HandoverWork::dropDrafts(UtcMs since)
{
    const auto drop = [since, user = m_reg.user()](Database& database) -> Result<void> {
        const auto kept = drafts::of(database, { postChange::DraftForm, {} }, user);
        if (!kept)
            return fail(kept);
        for (const Draft& draft : *kept)
            if (draft.saved >= since)
                if (auto done = drafts::remove(database, draft.key, draft.place, user); !done)
                    return done;
        return {};
    };
    // Queued behind what was handed over to be kept. When it fails, a draft too many is offered and nothing is lost.
    static_cast<void>(m_reg.writeLocal(drop));
}

} // namespace maiam
