// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_page.h"

#include "models/imports/import_tables.h"
#include "models/text/format.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/two_line_delegate.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
const QString AllWeights = u"all"_s;

bool bringsSomething(const ImportPlan& plan)
{
    return plan.preview.children > 0 || plan.preview.cases > 0;
}

std::optional<ProblemWeight> weightOf(const QString& id)
{
    bool number = false;
    const int weight = id.toInt(&number);
    return number ? std::optional(static_cast<ProblemWeight>(weight)) : std::nullopt;
}
} // namespace

ImportPage::ImportPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_work(new PageWork(this))
{
    setTitle(tr("Take in an old workbook"));
    connect(addAction(tr("&Choose a workbook…")), &QPushButton::clicked, this, &ImportPage::choose);
    m_save = addAction(tr("&Save the list of problems…"));
    m_import = addPrimaryAction(tr("&Take into the register"));
    connect(m_save, &QPushButton::clicked, this, &ImportPage::saveProblems);
    connect(m_import, &QPushButton::clicked, this, &ImportPage::run);
    m_save->hide();
    m_import->hide();
    makeDraft();
    m_intro = makeWrappedLabel(tr(
        "Choose the workbook in which the office kept its children until now (xlsx, ods, xls or csv). It is read and "
        "shown first; nothing is written before you have looked through it. The file itself is not changed."));
    column()->addWidget(m_intro);
    makeFigures();
    makeTables();
    m_found->hide();
}

void ImportPage::makeDraft()
{
    m_draft = new FormDraft(m_context.reg, this);
    column()->addWidget(m_draft->bar());
    m_draft->watch(
        u"file"_s, [this] { return m_kept.file; }, [this](const QString& file) { m_kept.file = file; });
    m_draft->watch(
        u"columns"_s, [this] { return m_kept.uses; }, [this](const QString& uses) { m_kept.uses = uses; });
    connect(m_draft, &FormDraft::taken, this, [this] {
        if (!m_work->isRunning())
            message()->clear();
        m_next = m_kept;
        goOn();
    });
    m_draft->begin({ u"import"_s, {} });
}

/// Reads the workbook of the draft that was taken, as soon as nothing else runs.
void ImportPage::goOn()
{
    if (m_next && !m_work->isRunning())
        read(*std::exchange(m_next, {}));
}

QJsonObject ImportPage::place() const
{
    const Looked& at = m_next ? *m_next : m_wanted;
    if (at.file.isEmpty())
        return {};
    return { { u"file"_s, at.file }, { u"columns"_s, at.uses }, { u"draft"_s, at == m_kept } };
}

void ImportPage::returnTo(const QJsonObject& place)
{
    const QString file = place.value("file"_L1).toString();
    if (place.value("draft"_L1).toBool())
        m_draft->resume(); // brings both
    else if (!file.isEmpty())
        read({ file, place.value("columns"_L1).toString() });
}

void ImportPage::makeFigures()
{
    m_found = new QWidget;
    auto* all = new QVBoxLayout(m_found);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Theme::scaled(space::M));
    auto* card = new Card(m_found);
    auto* row = new QHBoxLayout;
    for (const QString& name : { tr("rows with a child"), tr("new children"), tr("new cases"), tr("known already") }) {
        auto* pair = new QVBoxLayout;
        pair->setSpacing(0);
        auto* figure = makeLabel({}, TextStyle::Figure, card);
        pair->addWidget(figure);
        pair->addWidget(makeWrappedLabel(name, TextStyle::Secondary, card));
        m_figures.append(figure);
        row->addLayout(pair, 1);
    }
    card->body()->addLayout(row);
    all->addWidget(card);
    column()->addWidget(m_found);
}

QTableView* ImportPage::addTable(CellTable* model, Card* card, const QString& name, int stretch,
    const QList<int>& widths, const QList<int>& leaving, int rows)
{
    auto* table = new QTableView(card);
    table->setModel(model);
    table->setAccessibleName(name);
    TwoLineDelegate::install(table, model == m_problemRows);
    FittedColumns::install(table, stretch, widths, leaving);
    table->setFixedHeight(TwoLineDelegate::heightOf(table, rows));
    card->body()->addWidget(table);
    return table;
}

void ImportPage::makeTables()
{
    auto* all = qobject_cast<QVBoxLayout*>(m_found->layout());
    m_problemCard = new Card(tr("To look at"), m_found);
    m_weights = new FilterChips(m_problemCard);
    m_weights->setAccessibleName(tr("Weight of the problems"));
    m_weights->add(AllWeights, tr("All"));
    for (const auto weight : { ProblemWeight::Unusable, ProblemWeight::Warning, ProblemWeight::Information })
        m_weights->add(QString::number(int(weight)), ImportTables::weightName(weight));
    m_search = new SearchField(m_problemCard);
    m_search->setPlaceholderText(tr("Search in rows, columns and reasons"));
    m_search->setAccessibleName(tr("Search in rows, columns and reasons"));
    auto* filters = new QHBoxLayout;
    filters->addWidget(m_weights, 1);
    filters->addWidget(m_search, 1);
    m_problemCard->body()->addLayout(filters);
    m_problemRows = new CellTable(ImportTables::problemHeaders(), this);
    addTable(m_problemRows, m_problemCard, tr("Problems of the workbook"), 2, { 70, 200, 220, 130 }, { 3, 1 }, 6)
        ->setObjectName("problems"_L1);
    all->addWidget(m_problemCard);
    auto* rows = new Card(tr("The first rows, as they will stand in the register"), m_found);
    m_rows = new CellTable(ImportTables::rowHeaders(), this);
    addTable(m_rows, rows, tr("First rows"), 1, { 62, 150, 110, 150, 110, 150 }, { 4, 3, 2 }, 5)
        ->setObjectName("rows"_L1);
    all->addWidget(rows);
    auto* columns = new Card(tr("The columns, and what they were taken as"), m_found);
    m_columns = new CellTable(ImportTables::columnHeaders(), this);
    QTableView* table = addTable(m_columns, columns, tr("Columns"), 1, { 90, 160, 180 }, { 0 }, 5);
    table->setObjectName("columns"_L1);
    m_choice = new ColumnChoice(columns);
    columns->body()->addWidget(m_choice);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, m_choice,
        [this](const QModelIndex& row) { m_choice->choose(row.row()); });
    connect(m_choice, &ColumnChoice::corrected, this, [this](const ColumnChoice::Columns& corrected) {
        if (m_work->isRunning())
            m_choice->setColumns(m_plan->sheets); // nothing is read again now, so nothing has changed
        else
            preview(m_looked.file, corrected);
    });
    all->addWidget(columns);
    connect(m_weights, &FilterChips::currentChanged, this, [this] { showProblems(); });
    connect(m_search, &SearchField::searchRequested, this, [this] { showProblems(); });
}

QWidget* ImportPage::searchField() const
{
    return m_found->isHidden() ? nullptr : m_search;
}

void ImportPage::choose()
{
    commitPendingInput();
    if (m_work->isRunning())
        return;
    const FileQuestion question { tr("Choose the old workbook"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        { tr("Workbooks (*.xlsx *.ods *.xls *.csv)"), tr("All files (*)") }, {} };
    Questions::openFile(this, question, [this](const QString& file) {
        if (!file.isEmpty())
            preview(file);
    });
}

void ImportPage::preview(const QString& file, const ColumnChoice::Columns& columns)
{
    if (!m_work->isRunning())
        message()->clear();
    read({ file, columns.empty() ? QString() : columnUses::kept(columns) }, columns);
}

void ImportPage::read(const Looked& looked, const ColumnChoice::Columns& columns)
{
    if (m_work->isRunning())
        return;
    m_wanted = looked;
    const auto work = [reg = &m_context.reg, catalogues = m_context.catalogues, looked, columns](
                          const PageWork::Progress&, const std::atomic_bool* cancelled) -> Result<ImportPlan> {
        auto made = WorkbookImport::planFile(*reg, catalogues, looked.file, columns, looked.uses);
        if (cancelled->load())
            return fail(ErrorCode::Cancelled, tr("Reading was stopped. Nothing was written."));
        return made;
    };
    m_work->start(tr("Reading the workbook…"), work, [this, looked](Result<ImportPlan> made) {
        if (!made) {
            m_wanted = m_looked;
            if (m_plan)
                m_choice->setColumns(m_plan->sheets); // as what is shown was read
            message()->showError(made.error());
            return goOn();
        }
        m_plan = std::make_shared<const ImportPlan>(std::move(*made));
        m_looked = looked;
        if (!m_next) // else the draft that was taken meanwhile is what is kept
            keepCorrections();
        showPlan();
        goOn();
    });
}

/// What the officer said about the columns is typed work; a workbook that was only looked at is not.
void ImportPage::keepCorrections()
{
    if (!m_looked.uses.isEmpty() && bringsSomething(*m_plan)) {
        if (!m_kept.file.isEmpty() && m_kept.file != m_looked.file)
            m_draft->setAside(); // the corrections of another workbook
        m_kept = m_looked;
        m_draft->touch();
    } else if (m_kept == m_looked) {
        dropCorrections(); // all of it is in the register
    }
}

void ImportPage::dropCorrections()
{
    m_kept = {};
    m_draft->drop();
}

void ImportPage::showPlan()
{
    setSubtitle(QFileInfo(m_looked.file).fileName());
    m_intro->hide();
    m_found->show();
    showFigures(m_plan->preview);
    m_columns->setRows(ImportTables::columns(*m_plan));
    m_choice->setColumns(m_plan->sheets);
    m_rows->setRows(ImportTables::firstRows(*m_plan));
    m_choice->setEnabled(true);
    const bool anything = bringsSomething(*m_plan);
    m_import->setVisible(anything);
    if (!anything)
        message()->showMessage(MessageBar::Kind::Info, tr("Everything in this workbook is in the register already."));
}

void ImportPage::showFigures(const ImportSummary& summary)
{
    const int numbers[] = { summary.rows, summary.children, summary.cases, summary.known };
    for (int i = 0; i < 4; ++i)
        m_figures.at(i)->setText(formatNumber(numbers[i]));
    m_problems = summary.problems;
    m_save->setVisible(!m_problems.empty());
    m_problemCard->setVisible(!m_problems.empty());
    m_weights->setText(AllWeights, tr("All (%1)").arg(formatNumber(qint64(m_problems.size()))));
    for (const auto weight : { ProblemWeight::Unusable, ProblemWeight::Warning, ProblemWeight::Information }) {
        const auto count = std::count_if(
            m_problems.begin(), m_problems.end(), [weight](const ImportProblem& one) { return one.weight == weight; });
        m_weights->setText(
            QString::number(int(weight)), u"%1 (%2)"_s.arg(ImportTables::weightName(weight), formatNumber(count)));
    }
    showProblems();
}

void ImportPage::showProblems()
{
    m_problemRows->setRows(ImportTables::problems(m_problems, weightOf(m_weights->current()), m_search->query()));
}

void ImportPage::run()
{
    commitPendingInput();
    if (!m_plan || m_work->isRunning())
        return;
    message()->clear();
    m_import->setEnabled(false);
    const auto work = [reg = &m_context.reg, catalogues = m_context.catalogues, plan = m_plan](
                          const PageWork::Progress& progress, const std::atomic_bool* cancelled) {
        return WorkbookImport::run(
            *reg, catalogues, *plan, [&progress](int done, int all) { progress(done, all); }, cancelled);
    };
    m_work->start(tr("Taking in the workbook…"), work, [this](const Result<ImportOutcome>& outcome) {
        m_import->setEnabled(true);
        if (outcome)
            tellOutcome(*outcome);
        else
            message()->showError(outcome.error());
        goOn();
    });
}

void ImportPage::tellOutcome(const ImportOutcome& outcome)
{
    m_import->hide();
    m_choice->setEnabled(false); // what is in the register is corrected there
    if (m_kept.file == m_looked.file)
        dropCorrections();
    showFigures(outcome.summary);
    message()->showMessage(MessageBar::Kind::Ok,
        tr("The workbook is in the register: %1 new children, %2 new cases, %3 rows known already. Places to look at: "
           "%4.")
            .arg(formatNumber(outcome.summary.children), formatNumber(outcome.summary.cases),
                formatNumber(outcome.summary.known), formatNumber(qint64(outcome.summary.problems.size()))));
    Q_EMIT imported();
}

void ImportPage::saveProblems()
{
    commitPendingInput();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const FileQuestion question { tr("Save the list of problems"), QDir(folder).filePath(tr("to-look-at") + ".xlsx"_L1),
        { tr("Workbooks (*.xlsx)"), tr("CSV (*.csv)") }, u"xlsx"_s };
    Questions::saveFile(this, question, [this](const QString& file) {
        if (file.isEmpty())
            return;
        const auto work = [file, problems = m_problems](const PageWork::Progress&, const std::atomic_bool*) {
            const SheetTable table = ImportTables::problemSheet(problems);
            return file.endsWith(".csv"_L1, Qt::CaseInsensitive) ? writeCsv(file, table)
                                                                 : writeWorkbook(file, { table });
        };
        m_work->start(tr("Saving the list…"), work, [this, file](const Result<void>& done) {
            if (done)
                message()->showMessage(
                    MessageBar::Kind::Ok, tr("The list is saved: %1").arg(QDir::toNativeSeparators(file)));
            else
                message()->showError(done.error());
            goOn();
        });
    });
}

} // namespace maiam
