// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/province/board_page.h"

#include "models/exchange/package_reader.h"
#include "models/province/board_table.h"
#include "models/text/format.h"
#include "ui/drafts/drafts_card.h"
#include "ui/exchange/received_text.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/two_line_delegate.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// The period whose data the communes owe now: the last one that is over.
ReportPeriod periodDue(const WorkContext& context)
{
    return ReportPeriod::of(civil::date(context.now())).previous();
}
} // namespace

BoardPage::BoardPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_work(new PageWork(this))
    , m_model(new CellTable(BoardTable::headers(), this))
    , m_table(new QTableView)
{
    setTitle(tr("The province's board"));
    connect(addAction(tr("&Receive packages…")), &QPushButton::clicked, this, &BoardPage::receive);
    connect(addAction(tr("&Copy the list to remind")), &QPushButton::clicked, this, &BoardPage::copyReminder);
    connect(
        addPrimaryAction(tr("Report of the whole &province")), &QPushButton::clicked, this, &BoardPage::reportWanted);
    m_table->setModel(m_model);
    m_table->setObjectName("board"_L1);
    m_table->setAccessibleName(tr("Communes, wards and special zones"));
    TwoLineDelegate::install(m_table, false);
    // Left out first: the range, the open cases, the clocks, the report of the period.
    FittedColumns::install(m_table, 0, { 170, 110, 100, 120, 90, 90, 120 }, { 2, 4, 5, 6 });
    setBody(m_table, false);
    makeSide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(300); // packages come in by many small commits
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&context.reg, &Register::committed, this, [this] {
        m_stale = true;
        if (!m_soon.isActive())
            m_soon.start();
    });
}

QLabel* BoardPage::addFigure(QGridLayout* grid, int place, const QString& name)
{
    auto* figure = makeLabel(u"—"_s, TextStyle::Figure);
    auto* label = makeWrappedLabel(name, TextStyle::Secondary);
    figure->setAccessibleName(name);
    grid->addWidget(figure, place / 2 * 2, place % 2);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    // A grid believes the size hint of a text that wraps, which is less than a line when the text is large.
    label->setMinimumHeight(label->heightForWidth(Theme::scaled(400)));
    grid->addWidget(label, place / 2 * 2 + 1, place % 2);
    return figure;
}

void BoardPage::makeSide()
{
    m_drafts = new DraftsCard(m_context);
    connect(m_drafts, &DraftsCard::draftWanted, this, &BoardPage::draftWanted);
    addSide(m_drafts);
    auto* totals = new Card(tr("The whole province in the period"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::scaled(space::M));
    grid->setVerticalSpacing(0);
    m_figures = { addFigure(grid, 0, tr("new cases")), addFigure(grid, 1, tr("children, without identity")),
        addFigure(grid, 2, tr("assessed within 12 hours")), addFigure(grid, 3, tr("cases still open")) };
    totals->body()->addLayout(grid);
    addSide(totals);
    auto* kinds = new Card(tr("By kind"));
    m_kinds = new BarChart(Qt::Horizontal, kinds);
    kinds->body()->addWidget(m_kinds);
    addSide(kinds);
    m_conflicts = new Card(tr("Two machines wrote differently"));
    m_conflictText = makeWrappedLabel({}, TextStyle::Body, m_conflicts);
    m_conflicts->body()->addWidget(m_conflictText);
    m_conflicts->hide();
    addSide(m_conflicts);
}

void BoardPage::activated()
{
    m_drafts->refresh(); // leaving another page may have left one
    if (m_stale)
        refresh();
}

void BoardPage::refresh()
{
    m_stale = false;
    const FigureScope scope =
        FigureScope::of(periodDue(m_context), m_context.now(), m_context.reg.office().id, OfficeRole::Province);
    const auto read = [scope, catalogues = &m_context.catalogues, clock = &m_context.clock](
                          Database& database) -> Result<Loaded> {
        auto board = province::board(database, *catalogues, *clock, scope.now);
        if (!board)
            return fail(board);
        auto figures = MonthlyFigures::read(database, *catalogues, scope);
        if (!figures)
            return fail(figures);
        return Loaded { std::move(*board), std::move(*figures) };
    };
    whenDone(this, m_context.reg.read(read), [this, asked = ++m_asked](const Result<Loaded>& loaded) {
        if (asked != m_asked)
            return;
        if (loaded)
            showBoard(*loaded);
        else
            message()->showError(loaded.error());
    });
}

void BoardPage::showBoard(const Loaded& loaded)
{
    const ReportPeriod& period = loaded.figures.scope.period;
    m_board = loaded.board;
    m_model->setRows(BoardTable::rows(m_board, period, m_context.now()));
    const BoardTable::Counts counts = BoardTable::count(m_board, period);
    setTitle(tr("%1 communes, wards and special zones").arg(m_board.size()));
    setSubtitle(tr("Period %1 – %2 · received %3 · late %4 · missing packages %5")
                    .arg(period.firstDay().toString(u"dd/MM"_s), period.lastDay().toString(u"dd/MM"_s))
                    .arg(counts.sent)
                    .arg(counts.late)
                    .arg(counts.gaps));
    const MonthlyFigures& f = loaded.figures;
    const qint64 due = f.at(u"clock.assessed.due"_s);
    m_figures.at(0)->setText(formatNumber(f.at(u"case.opened"_s)));
    m_figures.at(1)->setText(formatNumber(f.at(u"child.count"_s)));
    m_figures.at(2)->setText(
        due > 0 ? formatPercent(100.0 * double(f.at(u"clock.assessed.met"_s)) / double(due)) : u"—"_s);
    m_figures.at(3)->setText(formatNumber(f.at(u"case.open"_s)));
    QList<Bar> bars;
    for (const CatalogueEntry& kind : m_context.catalogues.at("abuse-kinds"_L1).entries()) {
        const qint64 count = f.at(u"case.kind.%1.count"_s.arg(kind.code));
        if (!kind.retired() && (count > 0 || !kind.unknown()))
            bars.append({ kind.title(m_context.language), double(count) });
    }
    m_kinds->setBars(tr("New cases by kind"), bars);
    qint64 conflicts = 0;
    for (const BoardRow& row : m_board)
        conflicts += row.conflicting;
    m_conflicts->setVisible(conflicts > 0);
    m_conflictText->setText(tr("%n case(s) wait for the commune to choose.", nullptr, int(conflicts)));
}

void BoardPage::receive()
{
    commitPendingInput();
    if (m_work->isRunning())
        return;
    Questions::openFiles(
        this, { tr("Receive packages"), {}, { tr("Packages (*.maiam)") }, {} }, [this](const QStringList& files) {
            if (!files.isEmpty())
                takeIn(files);
        });
}

void BoardPage::takeIn(const QStringList& files)
{
    message()->clear();
    const auto work = [reg = &m_context.reg, files](
                          const PageWork::Progress& progress, const std::atomic_bool* cancelled) {
        return receivePackages(*reg, files, { progress, cancelled });
    };
    m_work->start(tr("Checking and taking in the packages…"), work, [this](const Result<ReceivedPackage>& got) {
        m_stale = true;
        refresh();
        if (!got) {
            message()->showError(got.error());
            return;
        }
        const ReceivedText text = ReceivedText::of(*got, m_context.catalogues, m_context.language);
        message()->showMessage(text.clean ? MessageBar::Kind::Ok : MessageBar::Kind::Warning, text.lines.join(u'\n'));
    });
}

void BoardPage::copyReminder()
{
    const ReportPeriod period = periodDue(m_context);
    QStringList lines;
    for (const BoardRow& row : m_board) {
        if (!row.gaps.isEmpty())
            lines.append(
                tr("%1: entries %2 are missing; please send them again.").arg(row.name, row.gaps.join(", "_L1)));
        else if (row.known && !BoardTable::sentFor(row, period))
            lines.append(tr("%1: nothing has come for the period yet.").arg(row.name));
    }
    ClipboardGuard::copyOpenText(lines.join(u'\n'));
    message()->showMessage(MessageBar::Kind::Info,
        lines.isEmpty() ? tr("Nobody has to be reminded.")
                        : tr("%n unit(s) to remind are on the clipboard.", nullptr, int(lines.size())));
}

} // namespace maiam
