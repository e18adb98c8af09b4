// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/holds_card.h"

#include "models/base/when_done.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

HoldsCard::HoldsCard(WorkContext& context, QUuid child, QWidget* parent)
    : Card(tr("Reasons to keep this file"), parent)
    , m_context(context)
    , m_child(child)
{
    body()->addWidget(makeWrappedLabel(
        tr("As long as one of them holds, nothing of the file is erased."), TextStyle::Secondary, this));
    m_list = new QWidget(this);
    body()->addWidget(m_list);
    m_ground = new FieldEditor(HoldFields::Ground, context, tr("Another &reason"), this);
    m_ground->setObjectName("holdGround"_L1);
    m_add = makeButton(tr("&Keep the file"), this);
    m_add->setObjectName("keep"_L1);
    const bool writes = roleRule::mayWrite(context.reg.roles());
    m_ground->setVisible(writes);
    m_add->setVisible(writes);
    body()->addWidget(m_ground);
    body()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &HoldsCard::add);
}

void HoldsCard::setHolds(const std::vector<Hold>& holds)
{
    auto* list = new QWidget(this);
    auto* lines = new QVBoxLayout(list);
    lines->setContentsMargins(0, 0, 0, 0);
    for (const Hold& hold : holds) {
        const QString ground = m_context.title("hold-grounds"_L1, hold.ground);
        lines->addWidget(makeWrappedLabel(
            tr("%1, since %2").arg(ground, formatDate(civil::date(hold.since))), TextStyle::Body, list));
        if (!roleRule::mayWrite(m_context.reg.roles()))
            continue;
        auto* end = makeLinkButton(tr("This reason has ended"), list);
        end->setAccessibleName(tr("%1: this reason has ended").arg(ground));
        lines->addWidget(end, 0, Qt::AlignLeft);
        connect(end, &QPushButton::clicked, this, [this, hold] { lift(hold); });
    }
    if (holds.empty())
        lines->addWidget(makeWrappedLabel(tr("None at present."), TextStyle::Body, list));
    delete body()->replaceWidget(m_list, list);
    m_list->deleteLater();
    m_list = list;
    m_list->show();
}

void HoldsCard::add()
{
    const auto ground = m_ground->read();
    const auto* code = ground ? std::get_if<QString>(&*ground) : nullptr;
    if (!code || code->isEmpty())
        return m_ground->setError(tr("Choose why the file must be kept."));
    store(m_child, *code, false);
}

void HoldsCard::lift(const Hold& hold)
{
    store(hold.about, hold.ground, true);
}

void HoldsCard::store(QUuid about, const QString& ground, bool ends)
{
    setEnabled(false); // a second press would say it twice
    const auto make = [office = m_context.reg.office().id, about, ground, now = m_context.now(), ends](
                          Database& database) { return erasureWork::hold(database, office, about, ground, now, ends); };
    whenDone(this, m_context.reg.commit(make), [this](const Result<Committed>& done) {
        setEnabled(true);
        if (!done)
            return Q_EMIT failed(done.error());
        m_ground->load({});
        Q_EMIT changed();
    });
}

} // namespace maiam
