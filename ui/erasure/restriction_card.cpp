// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/restriction_card.h"

#include "models/base/when_done.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/ground_form.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

RestrictionCard::RestrictionCard(WorkContext& context, QUuid child, QWidget* parent)
    : Card(tr("Restricted access"), parent)
    , m_context(context)
    , m_child(child)
    , m_own(recordId::ownedBy(child, context.reg.office().id))
    , m_state(makeWrappedLabel({}, TextStyle::Body, this))
    , m_form(new GroundForm(context, RestrictionFields::Ground, { u"restriction"_s, child },
          { tr("Who &asked for it"), tr("Restrict &access"), tr("Choose who asked for it.") }, this))
    , m_lift(makeLinkButton(tr("End the restriction"), this))
{
    body()->addWidget(makeWrappedLabel(
        tr("The usual answer when somebody asks to erase a file: lists show the code and no name, and who opens the "
           "file says why."),
        TextStyle::Secondary, this));
    m_form->editor()->setObjectName("restrictionGround"_L1);
    m_form->button()->setObjectName("restrict"_L1);
    m_lift->setObjectName("endRestriction"_L1);
    body()->addWidget(m_state);
    body()->addWidget(m_form);
    body()->addWidget(m_lift, 0, Qt::AlignLeft);
    connect(m_form, &GroundForm::chosen, this, &RestrictionCard::restrict);
    connect(m_lift, &QPushButton::clicked, this, &RestrictionCard::lift);
    setRestriction({});
}

void RestrictionCard::setRestriction(const std::optional<Restriction>& restriction)
{
    const bool focused = m_pressed;
    m_pressed = false;
    m_form->setVisible(!restriction && m_own);
    m_lift->setVisible(restriction && m_own && roleRule::mayEndRestriction(m_context.reg.roles()));
    // Another label for another text: the room of the first one would be kept for it.
    QLabel* state = makeWrappedLabel(stateText(restriction), TextStyle::Body, this);
    state->setObjectName("restrictionState"_L1);
    delete body()->replaceWidget(m_state, state);
    m_state->hide();
    m_state->deleteLater();
    m_state = state;
    m_state->show();
    if (QWidget* next = restriction ? static_cast<QWidget*>(m_lift) : m_form->editor()->editor();
        focused && next->isVisible())
        next->setFocus(); // what was pressed is hidden now
}

QString RestrictionCard::stateText(const std::optional<Restriction>& restriction) const
{
    if (!restriction)
        return m_own ? tr("Access is not restricted.")
                     : tr("Access is not restricted. The office that keeps the child's file decides.");
    const QString since = tr("Restricted since %1, asked for by: %2.")
                              .arg(formatDate(civil::date(restriction->since)),
                                  m_context.title("restriction-grounds"_L1, restriction->ground));
    if (!restriction->waits)
        return since;
    if (restriction->isolated)
        return since + u' '
            + tr("All cases are closed, but one of them does not say when a temporary isolation ended, so names are "
                 "still shown. Write that down there.");
    return since + u' ' + tr("A case is still being worked on, so names are shown until the last one is closed.");
}

void RestrictionCard::restrict(const QString& ground)
{
    follow(m_form->draft()->commit(
        [office = m_context.reg.office().id, child = m_child, ground, now = m_context.now()](
            Database& database) { return restrictedAccess::restrict(database, office, child, ground, now); }));
}

void RestrictionCard::lift()
{
    follow(m_context.reg.commit(
        Register::MakeBatch([office = m_context.reg.office().id, child = m_child, now = m_context.now()](
                                Database& database) { return restrictedAccess::lift(database, office, child, now); })));
}

void RestrictionCard::follow(const QFuture<Result<Committed>>& stored)
{
    m_pressed = isAncestorOf(QApplication::focusWidget());
    setEnabled(false); // a second press would say it twice
    whenDone(this, stored, [this](const Result<Committed>& done) {
        setEnabled(true);
        if (!done)
            return Q_EMIT failed(done.error());
        m_form->begin();
        Q_EMIT changed();
    });
}

} // namespace maiam
