// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/holds_card.h"

#include "models/base/when_done.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/ground_form.h"
#include "ui/widgets/labels.h"

#include <QApplication>
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
    if (!roleRule::mayWrite(context.reg.roles()))
        return;
    m_form = new GroundForm(context, HoldFields::Ground, { u"hold"_s, child },
        { tr("Another &reason"), tr("&Keep the file"), tr("Choose why the file must be kept.") }, this);
    m_form->editor()->setObjectName("holdGround"_L1);
    m_form->button()->setObjectName("keep"_L1);
    body()->addWidget(m_form);
    connect(m_form, &GroundForm::chosen, this, [this](const QString& ground) { store(m_child, ground, false); });
}

FormDraft* HoldsCard::draft() const
{
    return m_form ? m_form->draft() : nullptr;
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
        if (!m_form)
            continue;
        auto* end = makeLinkButton(tr("This reason has ended"), list);
        end->setAccessibleName(tr("%1: this reason has ended").arg(ground));
        lines->addWidget(end, 0, Qt::AlignLeft);
        connect(end, &QPushButton::clicked, this, [this, hold] { lift(hold); });
    }
    if (holds.empty())
        lines->addWidget(makeWrappedLabel(tr("None at present."), TextStyle::Body, list));
    const bool gone = m_list->isAncestorOf(window()->focusWidget());
    delete body()->replaceWidget(m_list, list);
    m_list->hide();
    m_list->deleteLater();
    m_list = list;
    if (m_form)
        m_list->stackUnder(m_form); // so that Tab comes to what has ended before it comes to what is added
    m_list->show();
    takeFocusBack(gone);
}

/// What was pressed was disabled meanwhile, or is \a gone with its reason. Who has moved on stays there.
void HoldsCard::takeFocusBack(bool gone)
{
    const bool waits = std::exchange(m_pressed, false) && window()->focusWidget() == m_passedTo;
    if ((waits || gone) && m_form && isVisible())
        m_form->editor()->editor()->setFocus(Qt::OtherFocusReason);
}

void HoldsCard::lift(const Hold& hold)
{
    store(hold.about, hold.ground, true);
}

void HoldsCard::store(QUuid about, const QString& ground, bool ends)
{
    m_pressed = isAncestorOf(QApplication::focusWidget());
    setEnabled(false); // a second press would say it twice
    m_passedTo = window()->focusWidget();
    const auto make = [office = m_context.reg.office().id, about, ground, now = m_context.now(), ends](
                          Database& database) { return erasureWork::hold(database, office, about, ground, now, ends); };
    // Ending one reason leaves alone what was chosen for another.
    const auto stored = ends ? m_context.reg.commit(Register::MakeBatch(make)) : m_form->draft()->commit(make);
    whenDone(this, stored, [this, ends](const Result<Committed>& done) {
        setEnabled(true);
        if (!done) {
            takeFocusBack();
            return Q_EMIT failed(done.error());
        }
        if (!ends)
            m_form->begin();
        Q_EMIT changed();
    });
}

} // namespace maiam
