// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/children_page.h"

#include "ui/cases/table_look.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/two_line_delegate.h"

#include <QHeaderView>
#include <QJsonObject>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int SearchShown = 50; ///< a search lists no more than the best (childList::search)
}

ChildrenPage::ChildrenPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_search(new SearchField(this))
{
    setTitle(tr("Children"));
    m_search->setPlaceholderText(tr("Name, parent, number or village"));
    m_search->setAccessibleName(tr("Search children"));
    m_search->setMinimumWidth(Theme::scaled(200));
    addToTitle(m_search, 2);
    makeTable();
    connect(m_search, &SearchField::searchRequested, m_model, &ChildTableModel::show);
    connect(m_search, &SearchField::opened, this, [this] {
        // Enter right after typing opens the first hit of what was typed, not of what was listed before.
        if (m_model->isAsking())
            m_openWhenListed = true;
        else
            openCurrent();
    });
    connect(m_search, &SearchField::listWanted, this, [this] { m_table->setFocus(); });
    m_model->show({});
}

void ChildrenPage::makeTable()
{
    m_model = new ChildTableModel(m_context.reg, m_context.catalogues, m_context.language, this);
    auto* look = new TableLook(m_model,
        { ChildTableModel::SecondLineRole, ChildTableModel::FoundRole, 0, ChildTableModel::RecordRole,
            ChildTableModel::NameColumn, ChildTableModel::CasesColumn },
        this);
    m_table = new QTableView(this);
    m_table->setModel(look);
    m_table->setAccessibleName(tr("Children"));
    TwoLineDelegate::install(m_table, true);
    FittedColumns::install(m_table, ChildTableModel::NameColumn, { 180, 110, 170, 150, 190, 90 },
        { ChildTableModel::CasesColumn, ChildTableModel::GroupColumn, ChildTableModel::VillageColumn,
            ChildTableModel::FamilyColumn });
    m_empty = makeWrappedLabel({}, TextStyle::Body, this);
    m_empty->setAlignment(Qt::AlignCenter);
    setMuted(m_empty);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setBody(m_stack, false);
    connect(m_model, &ChildTableModel::listed, this, &ChildrenPage::listed);
    connect(m_model, &ChildTableModel::failed, this, [this](const Error& error) { message()->showError(error); });
    connect(m_model, &ChildTableModel::dataChanged, this, [this] {
        if (m_openWhenListed)
            openCurrent();
    });
    connect(m_table, &QTableView::doubleClicked, this, &ChildrenPage::openCurrent);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter }) {
        auto* enter = new QShortcut(QKeySequence(key), m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, &ChildrenPage::openCurrent);
    }
}

QWidget* ChildrenPage::searchField() const
{
    return m_search;
}

void ChildrenPage::activated()
{
    m_search->setFocus();
}

QJsonObject ChildrenPage::place() const
{
    return { { u"search"_s, m_search->query() } };
}

void ChildrenPage::returnTo(const QJsonObject& place)
{
    m_search->setText(place.value("search"_L1).toString());
    m_search->flush();
}

void ChildrenPage::listed(int found)
{
    const bool searching = !m_model->typed().trimmed().isEmpty();
    setSubtitle(!searching         ? tr("%n child(ren), by given name", nullptr, found)
            : found >= SearchShown ? tr("the first %n result(s); more letters find fewer", nullptr, found)
                                   : tr("%n result(s)", nullptr, found));
    m_stack->setCurrentIndex(found > 0 ? 0 : 1);
    m_empty->setText(searching ? tr("Nothing found. Fewer letters find more; tones may be left out.")
                               : tr("No child yet. A child is entered with its first report: Ctrl+N."));
    if (found == 0) {
        m_openWhenListed = false;
        return;
    }
    m_table->selectRow(0);
    if (m_openWhenListed)
        openCurrent();
}

void ChildrenPage::openCurrent()
{
    const ChildRow* row = m_model->childAt(m_table->currentIndex().row());
    m_openWhenListed = !row && m_model->rowCount() > 0; // opened when its page has come
    if (row)
        Q_EMIT childWanted(row->id);
}

} // namespace maiam
