// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_page.h"

#include "models/base/when_done.h"
#include "models/papers/monthly_report_paper.h"
#include "models/papers/page_composer.h"
#include "models/records/kinds.h"
#include "models/reports/remark.h"
#include "models/text/format.h"
#include "ui/drafts/form_draft.h"
#include "ui/reports/paper_view.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/kept_caret.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/read_only.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int Months = 24; ///< how many periods the chooser offers
constexpr int KeepAfterMs = 2500; ///< of quiet, then the remarks are stored

struct Loaded
{
    MonthlyFigures figures;
    ReportOffice office;
};

} // namespace

ReportPage::ReportPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_period(ReportPeriod::of(civil::date(context.now())).previous())
    , m_remarkPeriod(m_period)
    , m_view(new PaperView)
{
    makeTitle();
    setBody(m_view, false);
    makeSide();
    m_typing.setSingleShot(true);
    m_typing.setInterval(KeepAfterMs);
    connect(&m_typing, &QTimer::timeout, this, [this] { saveRemark(); });
    connect(m_view, &PaperView::figureChosen, this, &ReportPage::explain);
    connect(&context.reg, &Register::committed, this, [this](const Committed&) {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

void ReportPage::makeTitle()
{
    setTitle(tr("Report"));
    m_months = new QComboBox;
    m_months->setObjectName("month"_L1);
    m_months->setAccessibleName(tr("Month of the report"));
    const ReportPeriod now = ReportPeriod::of(civil::date(m_context.now()));
    for (int i = 0; i < Months; ++i) {
        const ReportPeriod period = now.plus(-i);
        m_months->addItem(tr("month %1/%2").arg(period.month()).arg(period.year()), period.code());
    }
    m_months->setCurrentIndex(m_months->findData(m_period.code()));
    addToTitle(m_months);
    m_span = new Chip;
    addToTitle(m_span);
    addToTitle(new Chip(tr("Not closed"), Tone::Amber));
    connect(m_months, &QComboBox::currentIndexChanged, this, [this] {
        if (const auto period = ReportPeriod::parse(m_months->currentData().toString()))
            setPeriod(*period);
    });
    connect(addAction(tr("&Copy the figures")), &QPushButton::clicked, this, &ReportPage::copyFigures);
    connect(addAction(tr("P&DF…")), &QPushButton::clicked, this, &ReportPage::savePdf);
    connect(addAction(tr("&ODT…")), &QPushButton::clicked, this, &ReportPage::saveOdt);
    QPushButton* print = addPrimaryAction(tr("&Print…"));
    connect(print, &QPushButton::clicked, this, &ReportPage::print);
    // A shortcut of the button's own would take the place of the letter in its text.
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, print, &QPushButton::click);
    print->setToolTip(QKeySequence(QKeySequence::Print).toString(QKeySequence::NativeText));
}

void ReportPage::makeSide()
{
    m_source = new Card(tr("Where do the numbers come from?"));
    m_behind = m_source->body();
    m_list = makeWrappedLabel(
        tr("Click a number in the report: the cases behind it are listed here."), TextStyle::Secondary, m_source);
    m_behind->addWidget(m_list);
    addSide(m_source);

    auto* remarks = new Card(tr("The officer's remarks"));
    m_remark = new QPlainTextEdit(remarks);
    m_remark->setObjectName("remark"_L1);
    m_remark->setAccessibleName(tr("The officer's remarks"));
    m_remark->setTabChangesFocus(true);
    m_remark->setReadOnly(true); // until what was written before is there
    m_remark->setFixedHeight(Theme::scaled(108));
    m_remark->setPlaceholderText(tr("What the numbers do not say. Lines that begin with “Đề xuất” go to part IV."));
    m_draft = new FormDraft(m_context.reg, remarks);
    remarks->body()->addWidget(m_draft->bar());
    remarks->body()->addWidget(m_remark);
    m_draft->watch(u"remark"_s, m_remark);
    addSide(remarks);
    connect(m_remark, &QPlainTextEdit::textChanged, this, [this] {
        m_remarkChanged = true;
        m_typing.start();
    });

    auto* chart = new Card(tr("Compared with earlier periods"));
    m_chart = new BarChart(Qt::Vertical, chart);
    chart->body()->addWidget(m_chart);
    chart->body()->addWidget(makeWrappedLabel(tr("12 periods · new cases"), TextStyle::Secondary, chart));
    addSide(chart);
}

void ReportPage::activated()
{
    if (m_stale)
        refresh();
}

void ReportPage::deactivated()
{
    saveRemark();
}

QJsonObject ReportPage::place() const
{
    return { { QStringLiteral("period"), m_period.code() } };
}

void ReportPage::returnTo(const QJsonObject& place)
{
    if (const auto period = ReportPeriod::parse(place.value(QLatin1String("period")).toString()))
        setPeriod(*period);
}

void ReportPage::setPeriod(const ReportPeriod& period)
{
    if (period == m_period)
        return;
    saveRemark();
    m_period = period;
    m_remark->setReadOnly(true); // until its own remark is there
    m_figures.reset();
    m_explained.clear();
    m_view->setChosenFigure({});
    message()->clear();
    const QSignalBlocker quiet(m_months);
    m_months->setCurrentIndex(m_months->findData(period.code()));
    refresh();
}

FigureScope ReportPage::scope() const
{
    const OfficeInfo& office = m_context.reg.office();
    return FigureScope::of(m_period, m_context.now(), office.id, office.role);
}

void ReportPage::refresh()
{
    m_stale = false;
    m_span->setText(tr("Period %1 – %2 · Decree 09/2019")
                        .arg(m_period.firstDay().toString(u"dd/MM"_s), m_period.lastDay().toString(u"dd/MM"_s)));
    const auto read = [scope = scope(), catalogues = &m_context.catalogues](Database& database) -> Result<Loaded> {
        auto figures = MonthlyFigures::read(database, *catalogues, scope);
        if (!figures)
            return fail(figures);
        auto office = ReportOffice::read(database, scope.office);
        if (!office)
            return fail(office);
        return Loaded { std::move(*figures), std::move(*office) };
    };
    whenDone(this, m_context.reg.read(read), [this, asked = ++m_asked](const Result<Loaded>& loaded) {
        if (asked != m_asked)
            return;
        if (!loaded)
            message()->showError(loaded.error());
        else
            compose(loaded->figures, loaded->office);
    });
}

void ReportPage::compose(const MonthlyFigures& figures, const ReportOffice& office)
{
    m_figures = figures;
    showFigures();
    // Laid out in the thread that draws: what a text line keeps of its fonts dies with the thread that shaped it.
    m_view->setPaper(papers::composePaper(
        papers::monthlyReportPaper(figures, office, m_context.catalogues, { m_context.reg.demo(), true, {}, {} })));
    if (!m_explained.isEmpty())
        explain(m_explained);
}

void ReportPage::showFigures()
{
    showRemark();
    setSubtitle(m_figures->nothingHappened() ? tr("Nothing happened in this period.") : QString());
    showChart();
}

/// A remark that could not be stored stays where it was typed, and belongs to its own period.
void ReportPage::showRemark()
{
    if (m_remarkChanged || m_savingRemark || !m_figures)
        return;
    {
        const QSignalBlocker quiet(m_remark);
        keptCaret::put(*m_remark, m_figures->remark);
    }
    m_remarkPeriod = m_period;
    m_draft->begin({ u"remark/"_s + m_period.code(), {} });
    setAreaReadOnly(m_remark, !roleRule::mayWrite(m_context.reg.roles()));
}

void ReportPage::showChart()
{
    QList<Bar> bars;
    for (int i = 0; i < 12; ++i) {
        const ReportPeriod period = m_period.plus(i - 11);
        bars.append({ QString::number(period.month()), double(m_figures->newCases.at(size_t(i))), i == 11 });
    }
    m_chart->setBars(tr("New cases in 12 periods"), bars);
}

void ReportPage::explain(const QString& figure)
{
    m_explained = figure;
    m_view->setChosenFigure(figure);
    const auto read = [figure, scope = scope(), catalogues = &m_context.catalogues, language = m_context.language](
                          Database& database) {
        return FigureSource::read(database, *catalogues, language, figure, scope);
    };
    whenDone(this, m_context.reg.read(read), [this, figure](const Result<FigureSource>& source) {
        if (figure != m_explained || !m_figures)
            return;
        m_source->setTitle(tr("Where does %1 come from?").arg(formatNumber(m_figures->at(figure))));
        if (!source)
            message()->showError(source.error());
        else
            showBehind(*source);
    });
}

void ReportPage::showBehind(const FigureSource& source)
{
    delete m_list;
    auto* list = new QWidget(m_source);
    m_list = list;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (!source.what.isEmpty())
        column->addWidget(makeWrappedLabel(source.what, TextStyle::Secondary, list));
    for (const FigureSource::Line& line : source.lines) {
        auto* link = makeLinkButton(line.text, list);
        connect(link, &QPushButton::clicked, this, [this, line] {
            if (line.isCase)
                Q_EMIT openCase(line.id);
            else
                Q_EMIT openSession(line.id);
        });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    if (source.more > 0)
        column->addWidget(makeWrappedLabel(tr("and %n more", nullptr, source.more), TextStyle::Secondary, list));
    if (source.lines.empty())
        column->addWidget(makeWrappedLabel(
            source.traceable ? tr("Nothing stands behind this number.") : tr("This number is reckoned, not counted."),
            TextStyle::Body, list));
    m_behind->addWidget(list);
    list->show();
}

void ReportPage::saveRemark(std::function<void()> then)
{
    commitPendingInput();
    m_typing.stop();
    if (!m_remarkChanged) {
        if (then)
            then();
        return;
    }
    m_remarkChanged = false;
    m_savingRemark = true;
    const auto make = [office = m_context.reg.office().id, period = m_remarkPeriod, text = m_remark->toPlainText()](
                          Database& database) { return remark::set(database, office, period, text); };
    whenDone(this, m_draft->commit(make), [this, then](const Result<Committed>& done) {
        m_savingRemark = false;
        if (!done) {
            m_remarkChanged = true;
            setAreaReadOnly(m_remark, false);
            return message()->showError(done.error());
        }
        if (m_remarkPeriod != m_period)
            showRemark();
        if (then)
            then();
    });
}

} // namespace maiam
