// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/intake_side.h"

#include "models/text/partial_date.h"
#include "ui/cases/case_texts.h"
#include "ui/widgets/every_minute.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
}

TwelveHoursCard::TwelveHoursCard(const WorkContext& context, QWidget* parent)
    : Card(tr("The 12 hours"), parent)
    , m_context(context)
    , m_remaining(makeWrappedLabel({}, TextStyle::Clock, this))
    , m_text(makeWrappedLabel({}, TextStyle::Body, this))
    , m_now(makeLinkButton(tr("It came in just now"), this))
{
    body()->addWidget(m_remaining);
    body()->addWidget(m_text);
    body()->addWidget(m_now, 0, Qt::AlignLeft);
    connect(m_now, &QPushButton::clicked, this, &TwelveHoursCard::justNow);
    everyMinute(this, &TwelveHoursCard::refresh);
    refresh();
}

void TwelveHoursCard::setReceived(std::optional<UtcMs> received)
{
    m_received = received;
    refresh();
}

QString TwelveHoursCard::text() const
{
    return m_text->text();
}

void TwelveHoursCard::refresh()
{
    m_now->setVisible(!m_received);
    m_remaining->setVisible(m_received.has_value());
    setUrgency(m_received ? Urgency::Red : Urgency::None);
    if (!m_received) {
        m_text->setText(tr("They run from the call, not from the typing. Type when the report came in."));
        return;
    }
    ClockFacts facts;
    facts.received = *m_received;
    const UtcMs now = m_context.now();
    for (const ClockState& state : m_context.clock.read(facts, now)) {
        if (state.kind != ClockKind::EmergencyMeasures12h)
            continue;
        m_remaining->setText(CaseTexts::capital(StatutoryClock::remainingText(state)));
        setTone(m_remaining, Tone::Red);
        m_text->setText(tr("running from %1, %2. %3")
                            .arg(civil::dateTime(*m_received).toString(u"HH:mm dd/MM"_s), CaseTexts::until(state, now),
                                CaseTexts::timeAndArticle(state, m_context)));
    }
}

LookAlikesCard::LookAlikesCard(QWidget* parent)
    : Card(tr("May be in the register already"), parent)
{
    hide();
}

void LookAlikesCard::setChildren(const std::vector<ChildRow>& children)
{
    delete m_list;
    m_list = new QWidget(this);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::S));
    int shown = 0;
    for (const ChildRow& child : children) {
        if (m_notThese.contains(child.id) || shown == 3)
            continue;
        ++shown;
        auto* one = new QWidget(m_list);
        auto* lines = new QVBoxLayout(one);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(0);
        const QString called = child.restricted ? tr("Restricted access: %1").arg(child.code) : child.name;
        QLabel* name = makeWrappedLabel(called, TextStyle::Body, one);
        QFont bold = name->font();
        bold.setBold(true);
        name->setFont(bold);
        lines->addWidget(name);
        const QString birth = PartialDate::fromIso(child.birth).toString();
        QStringList parts { birth.isEmpty() ? QString() : tr("born %1").arg(birth), child.village,
            child.mother.isEmpty() ? QString() : tr("mother: %1").arg(child.mother),
            child.restricted ? tr("To be sure, open the file in the list of children and say why.") : child.code };
        parts.removeAll(QString());
        lines->addWidget(makeWrappedLabel(parts.join(u" · "_s), TextStyle::Secondary, one));
        auto* answers = new QHBoxLayout;
        QPushButton* yes = makeLinkButton(tr("It is this child"), one);
        yes->setAccessibleName(tr("It is this child: %1").arg(called));
        QPushButton* no = makeLinkButton(tr("It is not"), one);
        no->setAccessibleName(tr("It is not: %1").arg(called));
        answers->addWidget(yes);
        answers->addWidget(no);
        answers->addStretch();
        lines->addLayout(answers);
        column->addWidget(one);
        connect(yes, &QPushButton::clicked, this, [this, child] { Q_EMIT chosen(child); });
        connect(no, &QPushButton::clicked, this, [this, one, id = child.id] {
            m_notThese.append(id);
            one->hide();
        });
    }
    body()->addWidget(m_list);
    m_list->show();
    setVisible(shown > 0);
}

FirstHoursCard::FirstHoursCard(QWidget* parent)
    : Card(tr("The first hours"), parent)
{
    for (const QString& line : { tr("1. Where is the child, and is it safe?"),
             tr("2. Call the commune's police if the child is threatened."), tr("3. Form 02 comes before a decision."),
             tr("4. Keep the evidence; do not question the child yourself.") })
        body()->addWidget(makeWrappedLabel(line, TextStyle::Body, this));
}

} // namespace maiam
