// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/cases_page.h"

#include "models/base/when_done.h"
#include "models/text/format.h"
#include "ui/cases/case_texts.h"
#include "ui/cases/table_look.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/every_minute.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/two_line_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int SearchShown = 50; ///< a search lists no more than the best (caseList::search)

const std::pair<const char*, CaseView> Views[] = { { "all", CaseView::All }, { "open", CaseView::Open },
    { "overdue", CaseView::Overdue }, { "unsent", CaseView::Unsent }, { "imported", CaseView::Imported } };

QString idOf(CaseView view)
{
    for (const auto& [id, one] : Views)
        if (one == view)
            return QLatin1StringView(id);
    return {};
}
} // namespace

CasesPage::CasesPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_search(new SearchField(this))
    , m_filters(new FilterChips(this))
{
    setTitle(tr("Cases"));
    m_search->setPlaceholderText(tr("Name, parent, number, village or code"));
    m_search->setAccessibleName(tr("Search cases"));
    m_search->setMinimumWidth(Theme::scaled(200));
    addToTitle(m_search, 2);
    for (const auto& [id, view] : Views)
        m_filters->add(QLatin1StringView(id), {});
    addRow(m_filters);
    makeTable();
    connect(m_search, &SearchField::searchRequested, this, &CasesPage::read);
    connect(m_search, &SearchField::opened, this, [this] {
        // Enter right after typing opens the first hit of what was typed, not of what was listed before.
        if (m_model->isAsking())
            m_openWhenListed = true;
        else
            openCurrent();
    });
    connect(m_search, &SearchField::listWanted, this, [this] { m_table->setFocus(); });
    connect(m_filters, &FilterChips::currentChanged, this, [this] { read(m_search->query()); });
    connect(&context.reg, &Register::committed, this, &CasesPage::count);
    everyMinute(this, [this] {
        m_table->viewport()->update();
        showDetail();
    });
    count();
    read({});
}

void CasesPage::makeTable()
{
    m_model = new CaseTableModel(m_context.reg, m_context.catalogues, m_context.clock, m_context.language, this);
    auto* look = new TableLook(m_model,
        { CaseTableModel::SecondLineRole, CaseTableModel::FoundRole, CaseTableModel::UrgencyRole,
            CaseTableModel::RecordRole, CaseTableModel::ChildColumn, CaseTableModel::SentColumn },
        this);
    m_table = new QTableView(this);
    m_table->setModel(look);
    m_table->setAccessibleName(tr("Cases"));
    TwoLineDelegate::install(m_table, true);
    FittedColumns::install(m_table, CaseTableModel::ChildColumn, { 114, 148, 150, 150, 148, 100 },
        { CaseTableModel::SentColumn, CaseTableModel::KindColumn, CaseTableModel::StepColumn,
            CaseTableModel::CodeColumn });
    m_empty = makeWrappedLabel({}, TextStyle::Body, this);
    m_empty->setAlignment(Qt::AlignCenter);
    setMuted(m_empty);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::M));
    column->addWidget(m_stack, 1);
    makeDetail();
    column->addWidget(m_detail);
    setBody(body, false);
    connect(m_model, &CaseTableModel::listed, this, &CasesPage::listed);
    connect(m_model, &CaseTableModel::failed, this, [this](const Error& error) { message()->showError(error); });
    connect(m_model, &CaseTableModel::dataChanged, this, [this] {
        showDetail();
        if (m_openWhenListed)
            openCurrent();
    });
    connect(m_table, &QTableView::doubleClicked, this, &CasesPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CasesPage::showDetail);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter }) {
        auto* enter = new QShortcut(QKeySequence(key), m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, &CasesPage::openCurrent);
    }
}

void CasesPage::makeDetail()
{
    m_detail = new Card(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::scaled(space::XL));
    const auto part = [&](QLabel*& top, QLabel*& middle, QLabel** below) {
        auto* lines = new QVBoxLayout;
        lines->setSpacing(Theme::scaled(2));
        top = makeLabel({}, TextStyle::Secondary, m_detail);
        middle = makeWrappedLabel({}, TextStyle::Body, m_detail);
        lines->addWidget(top);
        lines->addWidget(middle);
        if (below) {
            *below = makeWrappedLabel({}, TextStyle::Secondary, m_detail);
            lines->addWidget(*below);
        }
        lines->addStretch();
        row->addLayout(lines, 1);
    };
    part(m_detailCode, m_detailName, &m_detailFamily);
    QLabel* next = nullptr;
    part(next, m_detailNext, &m_detailLaw);
    next->setText(tr("What comes next"));
    m_detail->body()->addLayout(row);
    m_detail->hide();
}

QWidget* CasesPage::searchField() const
{
    return m_search;
}

void CasesPage::activated()
{
    m_search->setFocus();
}

QJsonObject CasesPage::place() const
{
    return { { u"view"_s, m_filters->current() }, { u"search"_s, m_search->query() },
        { u"case"_s, m_current.toString(QUuid::WithoutBraces) } };
}

void CasesPage::returnTo(const QJsonObject& place)
{
    m_current = QUuid(place.value("case"_L1).toString()); // chosen again once it is listed
    if (const QString view = place.value("view"_L1).toString(); !view.isEmpty())
        m_filters->setCurrent(view);
    m_search->setText(place.value("search"_L1).toString());
    m_search->flush();
    read(m_search->query());
}

CaseView CasesPage::view() const
{
    for (const auto& [id, view] : Views)
        if (m_filters->current() == QLatin1StringView(id))
            return view;
    return CaseView::All;
}

void CasesPage::showView(CaseView view)
{
    m_filters->setCurrent(idOf(view));
    read(m_search->query());
}

void CasesPage::read(const QString& typed)
{
    message()->clear();
    m_model->show(view(), typed);
}

void CasesPage::listed(int found)
{
    const bool searching = !m_model->typed().trimmed().isEmpty();
    setSubtitle(!searching         ? tr("%n case(s)", nullptr, found)
            : found >= SearchShown ? tr("the first %n result(s); more letters find fewer", nullptr, found)
                                   : tr("%n result(s)", nullptr, found));
    m_stack->setCurrentIndex(found > 0 ? 0 : 1);
    m_empty->setText(searching            ? tr("Nothing found. Fewer letters find more; tones may be left out.")
            : view() == CaseView::Overdue ? tr("Nothing is overdue.")
            : view() == CaseView::Unsent  ? tr("Everything has been packed.")
            : view() == CaseView::All && roleRule::mayWrite(m_context.reg.roles())
            ? tr("No case yet. Ctrl+N takes a report.")
            : tr("No case here."));
    m_listedAny = found > 0;
    placeDetail();
    if (found == 0) {
        m_openWhenListed = false;
        m_current = QUuid();
        return;
    }
    const int before = m_model->rowOf(m_current);
    m_table->selectRow(std::max(0, before));
    showDetail();
    if (m_openWhenListed)
        openCurrent();
}

void CasesPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    placeDetail();
}

/// In a low window, or with large text, the list needs the room.
void CasesPage::placeDetail()
{
    m_detail->setVisible(m_listedAny && height() >= Theme::scaled(500));
}

void CasesPage::openCurrent()
{
    const CaseRow* row = m_model->caseAt(m_table->currentIndex().row());
    m_openWhenListed = !row && m_model->rowCount() > 0; // opened when its page has come
    if (row)
        Q_EMIT caseWanted(row->id);
}

void CasesPage::count()
{
    const auto read = [clock = &m_context.clock, now = m_context.now()](
                          Database& database) { return CaseTableModel::counts(database, *clock, now); };
    whenDone(this, m_context.reg.read(read), [this](const Result<CaseCounts>& counts) {
        if (!counts)
            return message()->showError(counts.error());
        m_filters->setText(idOf(CaseView::All), tr("All %1").arg(formatNumber(counts->all)));
        m_filters->setText(idOf(CaseView::Open), tr("Open %1").arg(formatNumber(counts->open)));
        m_filters->setText(idOf(CaseView::Overdue), tr("Overdue %1").arg(formatNumber(counts->overdue)));
        m_filters->setText(idOf(CaseView::Unsent), tr("Not sent %1").arg(formatNumber(counts->unsent)));
        m_filters->setText(
            idOf(CaseView::Imported), tr("From the old workbook %1").arg(formatNumber(counts->imported)));
    });
}

void CasesPage::showDetail()
{
    const CaseRow* row = m_model->caseAt(m_table->currentIndex().row());
    if (!row)
        return;
    m_current = row->id;
    m_detailCode->setText(row->code);
    const QString name = row->restricted ? tr("Restricted access")
        : row->erased                    ? tr("Erased by decision")
        : row->childName.isEmpty()       ? tr("Name not known")
                                         : row->childName;
    const QString about = m_model->ageAndSex(*row);
    m_detailName->setText(about.isEmpty() ? name : name + u", "_s + about);
    QStringList family { row->village, row->mother.isEmpty() ? QString() : tr("mother: %1").arg(row->mother) };
    family.removeAll(QString());
    m_detailFamily->setText(family.join(u" · "_s));
    const auto urgent = m_context.clock.mostUrgent(row->facts, m_context.now());
    m_detailNext->setText(urgent ? StatutoryClock::nextAct(*urgent, m_context.catalogues, m_context.language)
                                 : m_context.title("steps"_L1, row->step));
    m_detailLaw->setText(urgent ? CaseTexts::capital(StatutoryClock::remainingText(*urgent)) + u" · "_s
                + CaseTexts::until(*urgent, m_context.now()) + u" · "_s + CaseTexts::timeAndArticle(*urgent, m_context)
                                : tr("No clock of the law is running."));
}

} // namespace maiam
