// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidents_page.h"

#include "models/base/when_done.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/incidents/incident_texts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/every_minute.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/two_line_delegate.h"

#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

bool concernsLeaks(const Committed& batch)
{
    return std::any_of(
        batch.rows.begin(), batch.rows.end(), [](const auto& row) { return row.first == &kinds::Incident; });
}
} // namespace

IncidentsPage::IncidentsPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_model(new CellTable({ tr("Found out"), tr("What happened"), tr("State"), tr("Notice") }, this))
    , m_table(new QTableView)
    , m_empty(makeWrappedLabel(tr("No leak is recorded. When a stick, a file or a message with children's data got "
                                  "lost or into wrong hands, "
                                  "record it here at once: the program counts the 72 hours and fills in the notice."),
          TextStyle::Body))
{
    setTitle(tr("Data leaks"));
    makeTable();
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addStretch();
    m_empty->hide();
    setBody(body, false);
    makeSide();
    if (roleRule::mayRecordLeaks(context.reg.roles())) {
        QPushButton* add = addPrimaryAction(tr("+ &Record a leak"));
        add->setObjectName("record"_L1);
        connect(add, &QPushButton::clicked, this, [this] { Q_EMIT incidentWanted({}); });
    }
    connect(&context.reg, &Register::committed, this, [this](const Committed& batch) {
        if (concernsLeaks(batch))
            reload();
    });
    everyMinute(this, &IncidentsPage::reload);
}

void IncidentsPage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setObjectName("incidents"_L1);
    m_table->setAccessibleName(tr("Data leaks, newest first. Enter opens one."));
    TwoLineDelegate::install(m_table, true);
    FittedColumns::install(m_table, 1, { 135, 300, 190, 140 }, { 3, 0 }); // what happened is told whole
    const auto open = [this](const QModelIndex& index) {
        if (const QString id = index.data(CellTable::IdRole).toString(); !id.isEmpty())
            Q_EMIT incidentWanted(QUuid::fromString(id));
    };
    connect(m_table, &QTableView::doubleClicked, this, open);
    for (const auto key : { Qt::Key_Return, Qt::Key_Enter }) {
        auto* enter = new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, [this, open] { open(m_table->currentIndex()); });
    }
}

void IncidentsPage::makeSide()
{
    auto* first = new Card(tr("What to do first"));
    for (const QString& step :
        { tr("1. Stop it: ask for it back, have it taken down, change passphrases, lock the room."),
            tr("2. Tell the head of the office. A child who is now in danger: 113, 111."),
            tr("3. Record here when it was found out and what is known; the rest can follow."),
            tr("4. Open the notice, correct it, print it, have it signed and sent within 72 hours.") })
        first->body()->addWidget(makeWrappedLabel(step, TextStyle::Body, first));
    addSide(first);
    auto* law = new Card(tr("What the law says"));
    law->body()->addWidget(makeWrappedLabel(IncidentTexts::law(), TextStyle::Secondary, law));
    addSide(law);
}

void IncidentsPage::activated()
{
    reload();
    m_table->setFocus();
}

void IncidentsPage::reload()
{
    const auto read = [](Database& database) -> Result<std::vector<IncidentRow>> {
        auto ids = incidentList::ids(database);
        if (!ids)
            return fail(ids);
        return incidentList::page(database, *ids);
    };
    whenDone(
        this, m_context.reg.read(read), [this, question = ++m_question](const Result<std::vector<IncidentRow>>& rows) {
            if (question != m_question)
                return;
            if (!rows)
                return message()->showError(rows.error());
            showRows(*rows);
        });
}

TableRow IncidentsPage::rowOf(const IncidentRow& incident) const
{
    const ClockState clock =
        m_context.clock.leakNotice(incident.found, incident.sent, incident.closed, m_context.now());
    TableRow row;
    row.id = incident.id.toString(QUuid::WithoutBraces);
    row.cells.push_back({ formatDateTime(incident.found) });
    TableCell what { incident.kind.isEmpty() ? tr("Not told yet")
                                             : m_context.title("incident-kinds"_L1, incident.kind) };
    what.second = incident.children ? tr("about %n child(ren)", nullptr, int(*incident.children))
                                    : tr("number of children not known");
    if (incident.conflicting)
        what.second = tr("two machines wrote it differently");
    row.cells.push_back(what);
    TableCell state { IncidentTexts::state(clock, incident.sent, incident.closed) };
    state.meaning = IncidentTexts::meaning(clock, incident.closed);
    state.chip = true;
    row.cells.push_back(state);
    TableCell notice { incident.sent ? formatDateTime(*incident.sent) : tr("not sent") };
    notice.second = incident.number;
    notice.muted = !incident.sent;
    row.cells.push_back(notice);
    return row;
}

void IncidentsPage::showRows(const std::vector<IncidentRow>& rows)
{
    std::vector<TableRow> shown;
    shown.reserve(rows.size());
    for (const IncidentRow& incident : rows)
        shown.push_back(rowOf(incident));
    m_model->setRows(std::move(shown));
    m_table->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    setSubtitle(rows.empty() ? QString() : tr("%n leak(s)", nullptr, int(rows.size())));
    if (!rows.empty() && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
}

} // namespace maiam
