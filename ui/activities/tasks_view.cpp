// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/tasks_view.h"

#include "models/base/when_done.h"
#include "models/directive/task_table.h"
#include "models/reports/report_period.h"
#include "models/text/normalise.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/read_only.h"
#include "ui/widgets/two_line_delegate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

TasksView::TasksView(WorkContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new CellTable(TaskTable::headers(year()), this))
    , m_table(new QTableView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::M));
    m_table->setModel(m_model);
    m_table->setObjectName("tasks"_L1);
    m_table->setAccessibleName(tr("Tasks of the directive"));
    TwoLineDelegate::install(m_table, true);
    FittedColumns::install(m_table, 1, { 64, 240, 110, 200 }, { 3 });
    m_table->setMinimumHeight(Theme::scaled(150));
    column->addWidget(m_table, 1);
    column->addWidget(makeCard());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& now) { showTask(now.data(CellTable::IdRole).toString()); });
}

TasksView::~TasksView()
{
    m_note->disconnect(this); // when it has the focus it says that it is left, when this is half gone
}

int TasksView::year() const
{
    return ReportPeriod::of(civil::date(m_context.now())).year();
}

QWidget* TasksView::makeCard()
{
    m_card = new Card(this);
    m_text = makeWrappedLabel({}, TextStyle::Body, m_card);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_source = makeWrappedLabel({}, TextStyle::Secondary, m_card);
    m_card->body()->addWidget(m_text);
    m_card->body()->addWidget(m_source);
    m_state = new QComboBox(m_card);
    m_state->setObjectName("taskState"_L1);
    for (const CatalogueEntry& entry : m_context.catalogues.at("task-states"_L1).entries()) {
        if (!entry.flag("computed"_L1) && !entry.retired())
            m_state->addItem(entry.title(m_context.language), entry.code);
    }
    m_note = new QLineEdit(m_card);
    m_note->setObjectName("taskNote"_L1);
    m_noteField = new LabelledField(tr("&Note"), m_note, m_card);
    m_plan = makeButton(tr("+ &Plan a session"), m_card);
    m_state->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_state->setMinimumContentsLength(8);
    auto* rows = new FormRows(m_card);
    rows->addRow({ { new LabelledField(tr("How it &stands"), m_state, m_card), 1 }, { m_noteField, 3 } });
    m_card->body()->addWidget(rows);
    m_card->body()->addWidget(m_plan, 0, Qt::AlignLeft);
    m_draft = new FormDraft(m_context.reg, m_card);
    m_card->body()->addWidget(m_draft->bar());
    m_draft->watch(m_note->objectName(), m_note);
    connect(m_draft, &FormDraft::taken, m_note, [this] { m_note->setFocus(); });
    connect(m_state, &QComboBox::activated, this, [this] { keep(); });
    connect(m_note, &QLineEdit::editingFinished, this, [this] { keep(); });
    connect(m_plan, &QPushButton::clicked, this,
        [this] { Q_EMIT planWanted(TaskTable::sessionTypesFor(m_shown, m_context.catalogues).value(0)); });
    if (!mayWrite())
        makeReadOnly(m_card);
    m_card->hide();
    return m_card;
}

bool TasksView::mayWrite() const
{
    return roleRule::mayWrite(m_context.reg.roles());
}

void TasksView::refresh()
{
    const auto period = ReportPeriod::of(civil::date(m_context.now()));
    const bool province = m_context.reg.office().role == OfficeRole::Province;
    const QByteArray office = m_context.reg.office().id;
    const TaskScope scope { period.year(), period.yearBegin(), m_context.now() + 1, period.yearEnd(), m_context.now(),
        office, province ? std::nullopt : std::optional(office), province };
    const auto read = [scope, catalogues = &m_context.catalogues](
                          Database& database) { return taskProgress::read(database, *catalogues, scope); };
    whenDone(this, m_context.reg.read(read), [this, asked = ++m_asked](Result<std::vector<TaskProgress>> tasks) {
        if (asked != m_asked)
            return;
        if (!tasks)
            Q_EMIT failed(tasks.error());
        else
            showAll(std::move(*tasks));
    });
}

void TasksView::showAll(std::vector<TaskProgress> tasks)
{
    m_tasks = std::move(tasks);
    m_model->setRows(TaskTable::rows(m_tasks, m_context.catalogues, m_context.language));
    if (const int wanted = m_model->rowOf(std::exchange(m_wanted, {})); wanted >= 0)
        m_table->setCurrentIndex(m_model->index(wanted, 0));
    else if (!m_table->currentIndex().isValid() && !m_tasks.empty())
        m_table->setCurrentIndex(m_model->index(0, 0));
    else if (const TaskProgress* shown = task(m_shown); shown && !m_note->hasFocus() && !m_state->hasFocus())
        setShown(*shown);
}

void TasksView::choose(const QString& code)
{
    const int row = m_model->rowOf(code);
    m_wanted = row < 0 ? code : QString();
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

const TaskProgress* TasksView::task(const QString& code) const
{
    const auto found = std::find_if(m_tasks.begin(), m_tasks.end(), [&](const auto& one) { return one.code == code; });
    return found == m_tasks.end() ? nullptr : &*found;
}

void TasksView::showTask(const QString& code)
{
    keep();
    m_shown = code;
    const TaskProgress* chosen = task(code);
    m_card->setVisible(chosen);
    if (chosen)
        setShown(*chosen);
}

void TasksView::setShown(const TaskProgress& task)
{
    const CatalogueEntry* entry = m_context.catalogues.at("directive-tasks"_L1).find(task.code);
    const bool breaksOff = entry && entry->flag("breaks_off"_L1);
    m_text->setText(u"<b>%1</b> <span style='color:%2'>%3</span> “%4%5”"_s.arg(task.code.toHtmlEscaped(),
        Theme::colours().muted.name(), tr("In the directive's words:"), task.text.toHtmlEscaped(),
        breaksOff ? u"…"_s : QString()));
    QString source = entry ? entry->source : QString();
    if (entry && !entry->text("answers_vi"_L1).isEmpty())
        source += tr(" · lead: %1").arg(entry->text("answers_vi"_L1));
    m_source->setText(source);
    // A state that the program reckons itself is shown as the one that the officer could have chosen before it.
    const int at = m_state->findData(task.state);
    m_state->setCurrentIndex(at >= 0 ? at : m_state->findData(u"going-on"_s));
    m_note->setText(task.note);
    m_noteField->setError({});
    m_draft->begin({ u"task/%1/%2"_s.arg(task.code).arg(year()), {} });
    m_plan->setVisible(mayWrite() && !TaskTable::sessionTypesFor(task.code, m_context.catalogues).isEmpty());
}

void TasksView::keep()
{
    commitPendingInput();
    const TaskProgress* shown = mayWrite() ? task(m_shown) : nullptr;
    const QString state = m_state->currentData().toString();
    const QString note = normalised(m_note->text());
    const int offered = shown ? m_state->findData(shown->state) : -1;
    const bool sameState = offered < 0 ? state == "going-on"_L1 : shown && state == shown->state;
    if (!shown || (sameState && note == shown->note))
        return;
    const auto make = [catalogues = &m_context.catalogues, office = m_context.reg.office().id, code = m_shown,
                          year = year(), state, note](Database& database) {
        return taskProgress::setTask(database, *catalogues, office, code, year, state, note);
    };
    whenDone(this, m_draft->commit(make), [this, code = m_shown](const Result<Committed>& done) {
        if (code == m_shown)
            m_noteField->setError(done ? QString() : done.error().message);
        else if (!done)
            Q_EMIT failed(done.error());
    });
}

} // namespace maiam
