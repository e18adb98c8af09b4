// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/places_step.h"

#include "models/text/format.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int Lines = 2;
}

HandoverPlacesStep::HandoverPlacesStep(WorkContext& context, QWidget* parent)
    : HandoverStep(context, parent)
{
    auto* things = new Card(this);
    m_dossiers = add(things, "dossiers", tr("&Paper dossiers"), tr("Which cupboard, how many, who has its key"));
    m_sticks = add(things, "sticks", tr("&USB sticks and other media"), tr("How many, what for, where"));
    m_envelope = add(things, "envelope", tr("The &envelope with the recovery key"),
        tr("Who keeps it, whether it is sealed. Never write the key itself here."));
    m_others = add(things, "others", tr("&Other things"), tr("Keys, the PC, accounts that are handed over"));
    column()->addWidget(things);
    auto* open = new Card(tr("What is not in the register"), this);
    m_requests = add(open, "requests", tr("&Letters and requests not answered yet"),
        tr("One a line: from whom, number and date, until when. Case codes instead of children's names."));
    m_known = makeWrappedLabel({}, TextStyle::Secondary, open);
    m_known->setObjectName(u"knownRequests"_s);
    m_known->hide();
    open->body()->addWidget(m_known);
    column()->addWidget(open);
    column()->addStretch(1);
}

QPlainTextEdit* HandoverPlacesStep::add(Card* card, const char* name, const QString& label, const QString& hint)
{
    auto* area = new QPlainTextEdit;
    area->setObjectName(QLatin1String(name));
    area->setTabChangesFocus(true);
    area->setFixedHeight(area->fontMetrics().lineSpacing() * Lines + Theme::scaled(18));
    auto* field = new LabelledField(label, area, card);
    field->setHint(hint);
    card->body()->addWidget(field);
    return area;
}

QString HandoverPlacesStep::title() const
{
    return tr("Where things lie");
}

void HandoverPlacesStep::begin(const HandoverForm& form)
{
    QStringList lines;
    for (const OpenErasure& one : form.now.erasures)
        lines.append(tr("Erasure by decision %1 of %2, %3")
                         .arg(one.decision, formatDate(one.decided),
                             one.office.isEmpty() ? tr("an office not known here") : one.office));
    m_known->setVisible(!lines.isEmpty());
    m_known->setText(
        tr("These requests come onto the record by themselves; do not write them here:") + u'\n' + lines.join(u'\n'));
}

void HandoverPlacesStep::watch(FormDraft& draft)
{
    for (QPlainTextEdit* area : { m_dossiers, m_sticks, m_envelope, m_others, m_requests })
        draft.watch(area->objectName(), area);
}

void HandoverPlacesStep::read(HandoverForm& form) const
{
    const auto text = [](const QPlainTextEdit* area) { return area->toPlainText().trimmed(); };
    form.words.requests = text(m_requests);
    form.words.dossiers = text(m_dossiers);
    form.words.sticks = text(m_sticks);
    form.words.envelope = text(m_envelope);
    form.words.others = text(m_others);
}

void HandoverPlacesStep::enter(const HandoverForm&)
{
    m_dossiers->setFocus();
}

} // namespace maiam
