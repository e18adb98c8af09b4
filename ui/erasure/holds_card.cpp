// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/holds_card.h"

#include "models/base/when_done.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

HoldsCard::HoldsCard(WorkContext& context, QUuid child, QWidget* parent)
    : Card(tr("Reasons to keep this file"), parent)
    , m_context(context)
    , m_child(child)
    , m_draft(new FormDraft(context.reg, this))
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
    body()->addWidget(m_draft->bar());
    body()->addWidget(m_ground);
    body()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &HoldsCard::add);
    m_ground->keepIn(*m_draft);
    if (writes)
        beginDraft();
}

void HoldsCard::beginDraft()
{
    m_draft->begin({ u"hold"_s, m_child });
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
    // Ending one reason leaves alone what was chosen for another.
    const auto stored = ends ? m_context.reg.commit(Register::MakeBatch(make)) : m_draft->commit(make);
    whenDone(this, stored, [this, ends](const Result<Committed>& done) {
        setEnabled(true);
        if (!done)
            return Q_EMIT failed(done.error());
        if (!ends) {
            m_ground->load({});
            beginDraft();
        }
        Q_EMIT changed();
    });
}

} // namespace maiam
