// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_page.h"

#include "models/base/when_done.h"
#include "ui/cases/case_texts.h"
#include "ui/today/today_side.h"
#include "ui/widgets/card.h"
#include "ui/widgets/every_minute.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/tab_order.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int WeekDays = 7;
constexpr int NarrowWidth = 800; ///< below this, a card's button stands under its text
/// More cards than this are no overview; the list has the rest.
constexpr size_t CardsShown = 30;
} // namespace

TodayPage::TodayPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_side(new TodaySide(context, this))
{
    addSide(m_side);
    connect(m_side, &TodaySide::reportWanted, this, &TodayPage::reportWanted);
    connect(m_side, &TodaySide::tasksWanted, this, &TodayPage::tasksWanted);
    connect(m_side, &TodaySide::packWanted, this, &TodayPage::packWanted);
    connect(m_side, &TodaySide::failed, this, [this](const Error& error) { message()->showError(error); });
    m_list = new QWidget(this);
    m_lines = new QVBoxLayout(m_list);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Theme::scaled(space::M));
    column()->addWidget(m_list);
    connect(&context.reg, &Register::committed, this, &TodayPage::reload);
    connect(&context.reg, &Register::committed, this, [this] {
        if (isVisible()) // a long import commits often; the page reads again when it comes to the front
            m_side->reload();
    });
    everyMinute(this, &TodayPage::reload);
    setTitle(tr("Today, %1").arg(CaseTexts::weekdayAndDate(civil::date(context.now()))));
    reload();
}

void TodayPage::activated()
{
    reload();
    m_side->reload();
}

void TodayPage::addSideCard(QWidget* card)
{
    addSide(card);
}

void TodayPage::reload()
{
    const quint64 question = ++m_question;
    const auto read = [clock = &m_context.clock, now = m_context.now()](Database& database) -> Result<News> {
        News news;
        auto agenda = agenda::read(database, *clock, now, agenda::SoonDays, CardsShown);
        if (!agenda)
            return fail(agenda);
        news.agenda = std::move(*agenda);
        const QDate today = civil::date(now);
        auto ids = sessionList::upcoming(database, civil::startOf(today), civil::startOf(today.addDays(WeekDays)));
        if (!ids)
            return fail(ids);
        auto sessions = sessionList::page(database, *ids);
        if (!sessions)
            return fail(sessions);
        news.sessions = std::move(*sessions);
        return news;
    };
    whenDone(this, m_context.reg.read(read), [this, question](Result<News> news) {
        if (question != m_question)
            return;
        if (!news)
            return message()->showError(news.error());
        display(std::move(*news));
    });
}

bool TodayPage::saysTheSame(const News& news) const
{
    const Agenda& now = news.agenda;
    if (!m_read || now.importedToReview != m_agenda.importedToReview || now.unknownYear != m_agenda.unknownYear)
        return false;
    const auto sameSession = [](const SessionRow& a, const SessionRow& b) {
        return a.id == b.id && a.starts == b.starts && a.title == b.title && a.place == b.place;
    };
    const auto sameClock = [](const ClockState& a, const ClockState& b) {
        return a.kind == b.kind && a.dueAt == b.dueAt && a.status == b.status;
    };
    const auto sameCase = [&](const DueCase& a, const DueCase& b) {
        return a.file.id == b.file.id && sameClock(a.clock, b.clock) && a.file.childName == b.file.childName
            && a.file.age == b.file.age;
    };
    const auto sameIncident = [&](const DueIncident& a, const DueIncident& b) {
        return a.incident.id == b.incident.id && a.incident.kind == b.incident.kind && sameClock(a.clock, b.clock);
    };
    const auto same = [](const auto& a, const auto& b, const auto& one) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), one);
    };
    return same(news.sessions, m_sessions, sameSession) && same(now.due, m_agenda.due, sameCase)
        && same(now.incidents, m_agenda.incidents, sameIncident);
}

void TodayPage::display(News news)
{
    const bool same = saysTheSame(news);
    m_agenda = std::move(news.agenda);
    m_sessions = std::move(news.sessions);
    m_read = true;
    setTitle(tr("Today, %1").arg(CaseTexts::weekdayAndDate(civil::date(m_context.now()))));
    setSubtitle(tr("%n matter(s) with a time set by law", nullptr, dueCount()) + u" · "_s
        + tr("%n matter(s) this week", nullptr, int(m_sessions.size())));
    // The cards are only made anew when they say something else: the focus stays where it is.
    if (!same)
        build();
    showRemaining();
    Q_EMIT dueCountChanged(dueCount());
}

void TodayPage::showRemaining()
{
    for (const Remaining& one : std::as_const(m_remaining)) {
        const ClockState& clock = one.incident ? m_agenda.incidents[one.at].clock : m_agenda.due[one.at].clock;
        one.label->setText(CaseTexts::capital(StatutoryClock::remainingText(clock)));
    }
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < Theme::scaled(NarrowWidth);
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    if (!m_read)
        return;
    build();
    showRemaining();
}

void TodayPage::build()
{
    m_remaining.clear();
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    addDue();
    addImported();
    addSessions();
    addUnknownYear();
    tabOrder::through({ m_list, m_side }); // what is urgent comes first
}

/// Cases and leaks in the order in which their times run out; leaks are few, and none is left out.
void TodayPage::addDue()
{
    size_t incident = 0;
    for (size_t i = 0; i < std::min(m_agenda.due.size(), CardsShown); ++i) {
        for (; incident < m_agenda.incidents.size()
             && m_agenda.incidents[incident].clock.dueAt <= m_agenda.due[i].clock.dueAt;
             ++incident)
            m_lines->addWidget(incidentCard(incident));
        m_lines->addWidget(dueCard(i));
    }
    for (; incident < m_agenda.incidents.size(); ++incident)
        m_lines->addWidget(incidentCard(incident));
    if (dueCount() > 0)
        return;
    auto* done = new Card(tr("All done"), m_list);
    QString text = tr("No case has a time of the law that runs out within a week.");
    if (roleRule::mayWrite(m_context.reg.roles()))
        text += u' ' + tr("A new report: Ctrl+N.");
    done->body()->addWidget(makeWrappedLabel(text, TextStyle::Body, done));
    m_lines->addWidget(done);
}

QWidget* TodayPage::dueCard(size_t at)
{
    const DueCase& due = m_agenda.due[at];
    QPushButton* go = nullptr;
    QWidget* card =
        clockCard({ nullptr, false, at }, due.clock, due.file.code + u" · "_s + CaseTexts::guardedChild(due.file), go);
    connect(go, &QPushButton::clicked, this, [this, id = due.file.id] { Q_EMIT caseWanted(id); });
    return card;
}

QWidget* TodayPage::incidentCard(size_t at)
{
    const DueIncident& due = m_agenda.incidents[at];
    QString what = tr("Data leak");
    if (!due.incident.kind.isEmpty())
        what += u" · "_s + m_context.title("incident-kinds"_L1, due.incident.kind);
    QPushButton* go = nullptr;
    QWidget* card = clockCard({ nullptr, true, at }, due.clock, what, go);
    connect(go, &QPushButton::clicked, this, [this, id = due.incident.id] { Q_EMIT incidentWanted(id); });
    return card;
}

/// How long there is, what it is about, what is to be done next and by which law.
QWidget* TodayPage::clockCard(Remaining whose, const ClockState& clock, const QString& who, QPushButton*& go)
{
    auto* card = new Card(m_list);
    card->setUrgency(CaseTexts::urgency(clock));
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::scaled(space::L));
    auto* time = new QVBoxLayout;
    time->setSpacing(0);
    QLabel* remaining = makeWrappedLabel({}, TextStyle::Clock, card);
    whose.label = remaining;
    m_remaining.append(whose);
    setTone(remaining, CaseTexts::tone(clock));
    QLabel* until = makeWrappedLabel(CaseTexts::until(clock, m_context.now()), TextStyle::Secondary, card);
    for (QLabel* label : { remaining, until })
        label->setFixedWidth(Theme::scaled(136));
    time->addWidget(remaining);
    time->addWidget(until);
    time->addStretch();
    row->addLayout(time);
    auto* what = new QVBoxLayout;
    what->setSpacing(Theme::scaled(2));
    QLabel* head = makeWrappedLabel(who, TextStyle::Body, card);
    QFont bold = head->font();
    bold.setBold(true);
    head->setFont(bold);
    what->addWidget(head);
    what->addWidget(makeWrappedLabel(
        StatutoryClock::nextAct(clock, m_context.catalogues, m_context.language), TextStyle::Body, card));
    what->addWidget(makeWrappedLabel(CaseTexts::timeAndArticle(clock, m_context), TextStyle::Secondary, card));
    what->addStretch();
    row->addLayout(what, 1);
    const Roles roles = m_context.reg.roles();
    const bool acts = whose.incident ? roleRule::mayRecordLeaks(roles) : roleRule::mayWrite(roles);
    go = makeButton(acts ? tr("Do it now") : tr("Open"), card);
    go->setAccessibleName((acts ? tr("Do it now: %1") : tr("Open: %1")).arg(who));
    go->setObjectName(u"doNow"_s);
    if (m_narrow)
        what->insertWidget(what->count() - 1, go, 0, Qt::AlignLeft);
    else
        row->addWidget(go, 0, Qt::AlignVCenter);
    card->body()->addLayout(row);
    card->setAccessibleName(who);
    return card;
}

void TodayPage::addImported()
{
    if (m_agenda.importedToReview == 0)
        return;
    auto* card = new Card(m_list);
    auto* row = new QHBoxLayout;
    row->addWidget(makeWrappedLabel(
                       tr("%n case(s) of the old workbook have not been looked through. They have no clock until then.",
                           nullptr, int(m_agenda.importedToReview)),
                       TextStyle::Body, card),
        1);
    QPushButton* look = makeButton(tr("Look through"), card);
    row->addWidget(look);
    card->body()->addLayout(row);
    m_lines->addWidget(card);
    connect(look, &QPushButton::clicked, this, &TodayPage::importedWanted);
}

void TodayPage::addSessions()
{
    if (m_sessions.empty())
        return;
    m_lines->addWidget(makeLabel(tr("This week"), TextStyle::Section, m_list));
    auto* card = new Card(m_list);
    card->body()->setSpacing(Theme::scaled(space::S));
    for (const SessionRow& session : m_sessions) {
        if (&session != &m_sessions.front())
            card->body()->addWidget(makeLine(card));
        card->body()->addWidget(sessionRow(session, card));
    }
    m_lines->addWidget(card);
}

void TodayPage::addUnknownYear()
{
    if (!m_agenda.unknownYear)
        return;
    QLabel* line = makeWrappedLabel(
        tr("The program's list does not hold the public holidays of %1 yet: Tết and other holidays of that year count "
           "as working days, so a time shown here may end earlier than the law's. Count by the official calendar.")
            .arg(*m_agenda.unknownYear),
        TextStyle::Secondary, m_list);
    line->setObjectName(u"unknownYear"_s);
    m_lines->addWidget(line);
}

QWidget* TodayPage::sessionRow(const SessionRow& session, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::scaled(space::L));
    const QDateTime starts = civil::dateTime(session.starts);
    const QString when = QLocale().dayName(starts.date().dayOfWeek()) + starts.toString(u" dd/MM, HH:mm"_s);
    QLabel* time = makeWrappedLabel(when, TextStyle::Body, row);
    time->setFixedWidth(Theme::scaled(136));
    line->addWidget(time, 0, Qt::AlignTop);
    // A long subject wraps; a button's text cannot, so the button stands at the end as on the cards above.
    const QString type = m_context.title("session-types"_L1, session.type);
    auto* what = new QVBoxLayout;
    what->setSpacing(Theme::scaled(2));
    what->addWidget(makeWrappedLabel(session.title.isEmpty() ? type : session.title, TextStyle::Body, row));
    QStringList second { session.title.isEmpty() ? QString() : type, session.place };
    second.removeAll(QString());
    if (!second.isEmpty())
        what->addWidget(makeWrappedLabel(second.join(u" · "_s), TextStyle::Secondary, row));
    line->addLayout(what, 1);
    QPushButton* open = makeButton(tr("Open"), row);
    open->setAccessibleName(tr("Open: %1").arg((session.title.isEmpty() ? type : session.title) + u", "_s + when));
    line->addWidget(open, 0, Qt::AlignVCenter);
    connect(open, &QPushButton::clicked, this, [this, id = session.id] { Q_EMIT sessionWanted(id); });
    return row;
}

} // namespace maiam
