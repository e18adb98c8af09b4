// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_side.h"

#include "models/base/when_done.h"
#include "models/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progress_bar_with_mark.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// More codes than this are no overview; the page of the tasks has them all.
constexpr qsizetype CodesTold = 8;

QString count(const MonthlyFigures& figures, const QString& id)
{
    return formatNumber(figures.at(id));
}
} // namespace

TodaySide::TodaySide(WorkContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::M));
    makeReport();
    makeTasks();
    makeSending();
    for (Card* card : { m_report, m_tasks, m_sending }) {
        column->addWidget(card);
        card->hide(); // an empty card would say something that is not known yet
    }
}

void TodaySide::makeReport()
{
    m_report = new Card(tr("Report"), this);
    m_span = makeWrappedLabel({}, TextStyle::Secondary, m_report);
    m_report->body()->addWidget(m_span);
    m_figures = makeWrappedLabel({}, TextStyle::Body, m_report);
    m_report->body()->addWidget(m_figures);
    QPushButton* open = makeButton(tr("Open the report"), m_report);
    m_report->body()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &TodaySide::reportWanted);
}

void TodaySide::makeTasks()
{
    m_tasks = new Card(tr("Tasks of the directive"), this);
    m_done = makeWrappedLabel({}, TextStyle::Body, m_tasks);
    m_bar = new ProgressBarWithMark(m_tasks);
    m_open = makeWrappedLabel({}, TextStyle::Secondary, m_tasks);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_done, m_bar, m_open })
        m_tasks->body()->addWidget(widget);
    QPushButton* open = makeButton(tr("Open the tasks"), m_tasks);
    m_tasks->body()->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &TodaySide::tasksWanted);
}

void TodaySide::makeSending()
{
    m_sending = new Card(tr("Sending to the province"), this);
    m_unsent = makeWrappedLabel({}, TextStyle::Body, m_sending);
    m_sending->body()->addWidget(m_unsent);
    if (!roleRule::mayWrite(m_context.reg.roles()))
        return; // who does not write does not seal either
    QPushButton* pack = makeButton(tr("&Pack…"), m_sending);
    m_sending->body()->addWidget(pack, 0, Qt::AlignLeft);
    connect(pack, &QPushButton::clicked, this, &TodaySide::packWanted);
}

void TodaySide::reload()
{
    const OfficeInfo& office = m_context.reg.office();
    const UtcMs now = m_context.now();
    const ReportPeriod current = ReportPeriod::of(civil::date(now));
    const FigureScope figures { current.previous(), now, office.id, false, office.id };
    const TaskScope tasks { current.year(), current.yearBegin(), now + 1, current.yearEnd(), now, office.id, office.id,
        false };
    const auto read = [figures, tasks, catalogues = &m_context.catalogues](Database& database) -> Result<News> {
        News news;
        auto month = MonthlyFigures::read(database, *catalogues, figures);
        if (!month)
            return fail(month);
        news.figures = std::move(*month);
        auto progress = taskProgress::read(database, *catalogues, tasks);
        if (!progress)
            return fail(progress);
        news.tasks = std::move(*progress);
        auto exchange = ExchangeState::read(database, figures.office);
        if (!exchange)
            return fail(exchange);
        news.exchange = std::move(*exchange);
        return news;
    };
    whenDone(this, m_context.reg.read(read), [this, question = ++m_question](const Result<News>& news) {
        if (question != m_question)
            return;
        if (news)
            display(*news);
        else
            Q_EMIT failed(news.error());
    });
}

void TodaySide::display(const News& news)
{
    showReport(news.figures);
    showTasks(news.tasks);
    showSending(news.exchange);
    for (Card* card : { m_report, m_tasks, m_sending })
        card->show();
}

void TodaySide::showReport(const MonthlyFigures& figures)
{
    const ReportPeriod& period = figures.scope.period;
    m_report->setTitle(tr("Report of month %1/%2").arg(period.month()).arg(period.year()));
    m_span->setText(tr("Period %1 – %2 (Decree 09/2019)")
                        .arg(period.firstDay().toString(u"dd/MM"_s), period.lastDay().toString(u"dd/MM"_s)));
    m_figures->setText(figures.nothingHappened()
            ? tr("Nothing happened in this period.")
            : tr("%1 new cases, %2 classes, %3 communication events")
                  .arg(count(figures, u"case.opened"_s), count(figures, u"activity.training.count"_s),
                      count(figures, u"activity.communication.count"_s)));
}

void TodaySide::showTasks(const std::vector<TaskProgress>& tasks)
{
    int done = 0, begun = 0;
    QStringList idle, late;
    for (const TaskProgress& task : tasks) {
        done += task.state == u"done"_s;
        begun += task.state == u"going-on"_s;
        if (task.state == u"not-started"_s)
            idle.append(task.code);
        if (task.state == u"late"_s)
            late.append(task.code);
    }
    const auto told = [](const QStringList& codes) {
        return codes.mid(0, CodesTold).join(u", "_s) + (codes.size() > CodesTold ? u"…"_s : QString());
    };
    m_done->setText(tr("%1 of %2 done, %3 going on").arg(done).arg(tasks.size()).arg(begun));
    m_bar->setProgress(tasks.empty() ? 0 : int(100 * done / int(tasks.size())));
    QStringList lines;
    if (!late.isEmpty())
        lines.append(tr("Late: %1").arg(told(late)));
    if (!idle.isEmpty())
        lines.append(tr("Not begun: %1").arg(told(idle)));
    m_open->setText(lines.join(u'\n'));
    m_open->setVisible(!lines.isEmpty());
}

void TodaySide::showSending(const ExchangeState& state)
{
    QStringList lines { state.unsentRecords > 0 ? tr("%Ln record(s) not packed yet.", nullptr, int(state.unsentRecords))
                                                : tr("Everything has been packed.") };
    if (state.receiptAt)
        lines.append(tr("Received by the province: receipt of %1.").arg(formatDateTime(*state.receiptAt)));
    else if (state.packedAt)
        lines.append(tr("Packed %1; no receipt yet.").arg(formatDateTime(*state.packedAt)));
    m_unsent->setText(lines.join(u'\n'));
}

} // namespace maiam
