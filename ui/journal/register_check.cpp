// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/register_check.h"

#include "models/base/when_done.h"
#include "models/text/format.h"

#include <QtConcurrentRun>

namespace maiam {

RegisterCheck::RegisterCheck(Register& reg, QObject* parent)
    : QObject(parent)
    , m_reg(reg)
{
}

RegisterCheck::~RegisterCheck()
{
    m_cancelled = true;
    m_running.waitForFinished();
}

void RegisterCheck::start()
{
    if (m_active)
        return;
    m_active = true;
    m_cancelled = false;
    m_done = m_all = 0;
    m_outcome.reset();
    const auto work = [this]() -> Result<Verified> {
        auto worker = m_reg.connect(QStringLiteral("check"));
        if (!worker)
            return fail(worker);
        const auto progress = [this](qint64 now, qint64 all) {
            m_done = now;
            m_all = all;
        };
        return (*worker)
            ->run([&](Database& database) { return Verification(database, progress, &m_cancelled).run(); })
            .result();
    };
    const auto future = QtConcurrent::run(work);
    m_running = QFuture<void>(future);
    Q_EMIT started();
    whenDone(this, future, [this](const Result<Verified>& found) {
        m_active = false;
        m_outcome = Outcome { found, m_reg.clock().now() };
        Q_EMIT ended();
    });
}

QString RegisterCheck::task()
{
    return tr("Checking the register…");
}

QString RegisterCheck::sentence(const Outcome& outcome)
{
    if (!outcome.found)
        return outcome.found.error().message;
    const Verified& found = *outcome.found;
    const QString at = formatDateTime(outcome.at);
    return tr("%1 entries and %2 records were checked (finished at %3).")
               .arg(formatNumber(found.entries), formatNumber(found.records), at)
        + u' '
        + (found.ok() ? tr("All is in order.")
                      : tr("Something is not in order. Do not go on working in this register; restore the newest "
                           "backup."));
}

} // namespace maiam
