// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activities_page.h"

#include "models/activities/session_table_model.h"
#include "models/base/when_done.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/activities/session_editor.h"
#include "ui/activities/tasks_view.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/two_line_delegate.h"

#include <QHeaderView>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

static_assert(int(CellTable::SecondLineRole) == int(role::SecondLine));
static_assert(int(CellTable::MeaningRole) == int(role::MeaningTone));
static_assert(int(CellTable::ChipRole) == int(role::IsChip));
static_assert(int(CellTable::BoldRole) == int(role::IsBold));
static_assert(int(CellTable::MutedRole) == int(role::IsMuted));
static_assert(int(CellTable::IdRole) == int(role::RecordId));
static_assert(int(Meaning::Plain) == int(Tone::Neutral) && int(Meaning::Current) == int(Tone::Accent));
static_assert(int(Meaning::Good) == int(Tone::Green) && int(Meaning::Soon) == int(Tone::Amber));
static_assert(int(Meaning::Bad) == int(Tone::Red));

ActivitiesPage::ActivitiesPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_chips(new FilterChips)
{
    setTitle(tr("Activities"));
    m_chips->add(u"sessions"_s, tr("Classes, training, communication"));
    m_chips->add(u"tasks"_s, tr("Tasks of the directive"));
    m_chips->setAccessibleName(tr("What is shown"));
    addRow(m_chips);
    m_new = addPrimaryAction(tr("+ &Record a session"));
    setBody(makeBody(), false);
    connect(m_chips, &FilterChips::currentChanged, this, &ActivitiesPage::showView);
    connect(m_new, &QPushButton::clicked, this, [this] { openNewSession(); });
    connect(m_tasks, &TasksView::planWanted, this, [this](const QString& type) { openNewSession(type); });
    connect(m_tasks, &TasksView::failed, this, [this](const Error& error) { message()->showError(error); });
    connect(m_editor, &SessionEditor::closed, this, [this] { showEditor(false); });
    connect(m_editor, &SessionEditor::saved, this,
        [this] { message()->showMessage(MessageBar::Kind::Ok, tr("The session is saved.")); });
    connect(m_editor, &SessionEditor::deletionWanted, this, &ActivitiesPage::remove);
    connect(&context.reg, &Register::committed, this, [this](const Committed& batch) {
        const auto concerns = [](const auto& row) {
            return row.first == &kinds::Session || row.first == &kinds::Task || row.first == &kinds::Case;
        };
        if (!std::any_of(batch.rows.begin(), batch.rows.end(), concerns))
            return;
        m_stale = true;
        if (isVisible())
            refresh();
    });
    showView(u"sessions"_s);
}

QWidget* ActivitiesPage::makeBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    m_sessions = new QWidget(body);
    auto* list = new QVBoxLayout(m_sessions);
    list->setContentsMargins(0, 0, 0, 0);
    makeTable();
    list->addWidget(m_table, 1);
    m_empty = makeWrappedLabel(tr("Nothing is recorded yet. Record a session after it was held, or plan one: it then "
                                  "counts for the directive's "
                                  "tasks and for the month's report by itself."),
        TextStyle::Body, m_sessions);
    m_empty->hide();
    list->addWidget(m_empty, 0, Qt::AlignTop);
    m_editor = new SessionEditor(m_context, body);
    m_tasks = new TasksView(m_context, body);
    column->addWidget(m_sessions, 1);
    column->addWidget(m_editor);
    column->addWidget(m_tasks, 1);
    return body;
}

void ActivitiesPage::makeTable()
{
    m_model = new SessionTableModel(m_context.reg, m_context.catalogues, m_context.language, this);
    connect(m_model, &SessionTableModel::failed, this, [this](const Error& error) { message()->showError(error); });
    connect(m_model, &SessionTableModel::listed, this, [this](int count) {
        m_table->setVisible(count > 0);
        m_empty->setVisible(count == 0);
        setSubtitle(count == 0 ? QString() : tr("%n session(s)", nullptr, count));
    });
    m_table = new QTableView(m_sessions);
    m_table->setModel(m_model);
    m_table->setObjectName("sessions"_L1);
    m_table->setAccessibleName(tr("Sessions, newest first. Enter opens one."));
    TwoLineDelegate::install(m_table, true);
    // Left out first: the hotlines, the type, the people, how it stands.
    FittedColumns::install(m_table, 2, { 120, 220, 260, 130, 120, 120 }, { 4, 1, 3, 5 });
    const auto open = [this](const QModelIndex& index) {
        const QString session = index.data(CellTable::IdRole).toString();
        if (!session.isEmpty()) // its row may still be on the way
            openSession(QUuid::fromString(session));
    };
    connect(m_table, &QTableView::doubleClicked, this, open);
    for (const auto key : { Qt::Key_Return, Qt::Key_Enter }) {
        auto* enter = new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, [this, open] { open(m_table->currentIndex()); });
    }
}

void ActivitiesPage::activated()
{
    if (m_stale)
        refresh();
}

void ActivitiesPage::deactivated()
{
    m_tasks->keep();
}

QJsonObject ActivitiesPage::place() const
{
    QJsonObject place { { u"view"_s, m_chips->current() }, { u"task"_s, m_tasks->chosen() } };
    if (m_editor->isOpen()) {
        place.insert(u"session"_s, m_editor->stored().toString(QUuid::WithoutBraces));
        place.insert(u"plan"_s, m_editor->planned());
        place.insert(u"draft"_s, m_editor->draft()->isTouched());
    }
    return place;
}

void ActivitiesPage::returnTo(const QJsonObject& place)
{
    const QString view = place.value("view"_L1).toString();
    if (place.contains("session"_L1) && view != "tasks"_L1) {
        if (place.value("draft"_L1).toBool())
            m_editor->draft()->resume();
        const QUuid session(place.value("session"_L1).toString());
        return session.isNull() ? openNewSession(place.value("plan"_L1).toString()) : openSession(session);
    }
    if (view == "tasks"_L1)
        return showTasks(place.value("task"_L1).toString()); // its note was stored when the page was left
    if (!view.isEmpty())
        showView(view);
}

void ActivitiesPage::refresh()
{
    m_stale = false;
    m_tasks->refresh();
    m_model->refresh();
}

void ActivitiesPage::showView(const QString& view)
{
    m_chips->setCurrent(view);
    const bool tasks = view == "tasks"_L1;
    m_tasks->setVisible(tasks);
    m_editor->setVisible(!tasks && m_editor->isOpen());
    m_sessions->setVisible(!tasks && !m_editor->isOpen());
    m_new->setVisible(!m_editor->isVisibleTo(this) && roleRule::mayWrite(m_context.reg.roles()));
}

void ActivitiesPage::showEditor(bool open)
{
    m_chips->setCurrent(u"sessions"_s);
    m_tasks->hide();
    m_sessions->setVisible(!open);
    m_editor->setVisible(open);
    m_new->setVisible(!open && roleRule::mayWrite(m_context.reg.roles()));
    if (!open)
        m_table->setFocus();
}

void ActivitiesPage::showTasks(const QString& code)
{
    showView(u"tasks"_s);
    if (!code.isEmpty())
        m_tasks->choose(code);
}

void ActivitiesPage::openNewSession(const QString& plannedType)
{
    commitPendingInput();
    message()->clear();
    if (!m_editor->isOpen()) // a form that stands half filled is not thrown away
        m_editor->startNew(plannedType);
    showEditor(true);
}

void ActivitiesPage::goOnWithNewSession(const QString& plannedType)
{
    const bool stands = m_editor->stored().isNull() && m_editor->planned() == plannedType;
    if (m_editor->isOpen() && !stands) {
        flushDrafts(m_editor);
        m_editor->discard();
    }
    openNewSession(plannedType);
}

void ActivitiesPage::openSession(QUuid session)
{
    commitPendingInput();
    message()->clear();
    m_editor->load(session);
    showEditor(true);
}

void ActivitiesPage::remove(QUuid session)
{
    auto state = std::make_shared<QString>();
    const auto make = [session, state](Database& database) -> Result<Batch> {
        const auto record = RecordTables(database).read(kinds::Session, session);
        if (!record)
            return fail(record);
        *state = record->text(SessionFields::State);
        Batch batch;
        batch.remove(*record);
        return batch;
    };
    whenDone(this, m_context.reg.commit(make), [this, session, state](const Result<Committed>& done) {
        if (!done) {
            message()->showError(done.error());
            return;
        }
        m_editor->discard();
        message()->showMessage(MessageBar::Kind::Ok, tr("The session is deleted."), tr("Take it back"),
            [this, session, state] { restore(session, *state); });
    });
}

/// Deleting is taken back by an edit that rests on the deletion and says again what stood there.
void ActivitiesPage::restore(QUuid session, const QString& state)
{
    const auto make = [session, state](Database& database) -> Result<Batch> {
        const auto record = RecordTables(database).read(kinds::Session, session);
        if (!record)
            return fail(record);
        Batch batch;
        Values values { { SessionFields::State.key(), state } };
        batch.changes.push_back({ &kinds::Session, session, record->heads(), std::move(values), false });
        return batch;
    };
    whenDone(this, m_context.reg.commit(make), [this](const Result<Committed>& done) {
        if (done)
            message()->showMessage(MessageBar::Kind::Ok, tr("The session is back."));
        else
            message()->showError(done.error());
    });
}

} // namespace maiam
