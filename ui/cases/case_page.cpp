// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/case_page.h"

#include "models/base/when_done.h"
#include "models/cases/case_work.h"
#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/assessment_form.h"
#include "ui/cases/case_texts.h"
#include "ui/cases/child_card.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/history_card.h"
#include "ui/cases/plan_start.h"
#include "ui/cases/restriction_gate.h"
#include "ui/cases/step_form.h"
#include "ui/drafts/form_draft.h"
#include "ui/shell/looks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/every_minute.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/steady_scroll_area.h"
#include "ui/widgets/step_line.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int LowHeight = 500; ///< below this, only the current step has its name
constexpr int NarrowWidth = 900; ///< below this the child stands over the history, and the form has the width

/// Where the typing begins in a form.
QWidget* firstInput(const QWidget* form)
{
    const auto all = form->findChildren<QWidget*>();
    const auto found = std::find_if(all.begin(), all.end(), [form](const QWidget* one) {
        return (one->focusPolicy() & Qt::TabFocus) && one->isEnabled() && one->isVisibleTo(form)
            && !qobject_cast<const QPushButton*>(one) && !qobject_cast<const QToolButton*>(one);
    });
    return found == all.end() ? nullptr : *found;
}
} // namespace

CasePage::CasePage(WorkContext& context, QUuid file, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_id(file)
{
    makeHead();
    makeBody();
    auto* save =
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, this, [this] {
        if (m_child->isEditing() && m_child->isAncestorOf(QApplication::focusWidget()))
            m_child->save();
        else if (m_assessment->isVisible())
            m_assessment->save();
        else if (StepForm* form = stepForm())
            form->save();
    });
    m_history = new HistoryCard(context, this);
    if (roleRule::mayInspect(context.reg.roles()))
        m_history->addAccessLink(tr("&Who looked at this file"));
    connect(m_history, &HistoryCard::accessWanted, this, [this] {
        std::vector<QUuid> records { m_id };
        if (m_file && m_file->child)
            records.push_back(m_file->child->id());
        Q_EMIT accessWanted(records);
    });
    addSide(m_history);
    connect(&context.reg, &Register::committed, this, [this](const Committed& batch) {
        const auto concerns = [](const auto& row) {
            return row.first == &kinds::Case || row.first == &kinds::Child || row.first == &kinds::Assessment;
        };
        if (std::any_of(batch.rows.begin(), batch.rows.end(), concerns))
            reload();
    });
    everyMinute(this, &CasePage::showClock);
    reload();
}

void CasePage::makeHead()
{
    m_kind = new Chip({}, Tone::Red, this);
    m_sent = new Chip({}, Tone::Neutral, this);
    addToTitle(m_kind);
    addToTitle(m_sent);
    m_kind->hide();
    m_sent->hide();
    QPushButton* child = addAction(tr("Child's record"));
    connect(child, &QPushButton::clicked, this, [this] {
        if (m_file && m_file->child)
            Q_EMIT childWanted(m_file->child->id());
    });
    m_erased = new MessageBar(this);
    m_erased->setObjectName(u"erased"_s);
    m_erased->setClosable(false);
    addRow(m_erased);
    auto* stepCard = new Card(this);
    m_steps = new StepLine(stepCard);
    m_steps->setAccessibleName(tr("Steps of the case"));
    stepCard->body()->addWidget(m_steps);
    addRow(stepCard);
    connect(m_steps, &StepLine::stepChosen, this, [this](int index) {
        showStep(CaseWork::steps().value(index));
        beginTyping();
    });
    m_planStart = new PlanStart(m_context, this);
    addRow(m_planStart->draft()->bar());
    m_clock = new Card(this);
    m_clockLine = new QBoxLayout(QBoxLayout::LeftToRight);
    m_clockText = makeWrappedLabel({}, TextStyle::Body, m_clock);
    QFont bold = m_clockText->font();
    bold.setBold(true);
    m_clockText->setFont(bold);
    m_clockLaw = makeWrappedLabel({}, TextStyle::Secondary, m_clock);
    m_start = makeLinkButton(tr("change the start…"), m_clock);
    m_clockLine->addWidget(m_clockText, 2);
    m_clockLine->addWidget(m_clockLaw, 3);
    m_clockLine->addWidget(m_start, 0, Qt::AlignLeft);
    m_clock->body()->addLayout(m_clockLine);
    addRow(m_clock);
    m_clock->hide();
    m_approval = new Card(this);
    m_approval->setUrgency(Urgency::Amber);
    m_approvalText = makeWrappedLabel({}, TextStyle::Body, m_approval);
    m_approvalText->setObjectName(u"editedAfterApproval"_s);
    m_approval->body()->addWidget(m_approvalText);
    m_approveAgain = makeButton(tr("The chairman lets the plan stand as it is now"), m_approval);
    m_approveAgain->setObjectName(u"approveAgain"_s);
    m_approval->body()->addWidget(m_approveAgain, 0, Qt::AlignLeft);
    connect(m_approveAgain, &QPushButton::clicked, this, [this] {
        const auto heads = m_file->assessment ? m_file->assessment->heads() : QList<EntryHash>();
        if (const auto batch = CaseWork::approveAsItStands(m_file->file, heads))
            commit(*batch);
    });
    addRow(m_approval);
    m_approval->hide();
    connect(m_start, &QPushButton::clicked, m_planStart, &PlanStart::ask);
    connect(
        m_planStart, &PlanStart::saveWanted, this, [this](const Batch& batch) { commit(batch, m_planStart->draft()); });
    connect(m_planStart, &PlanStart::failed, this, [this](const Error& error) { message()->showError(error); });
}

void CasePage::makeBody()
{
    m_conflicts = new ConflictCard(m_context, this);
    column()->addWidget(m_conflicts);
    connect(m_conflicts, &ConflictCard::chosen, this, [this](const Batch& batch) { commit(batch); });
    auto* body = new QWidget(this);
    m_split = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_split->setContentsMargins(0, 0, 0, 0);
    m_split->setSpacing(Theme::scaled(space::M));
    m_child = new ChildCard(m_context, true, body);
    connect(m_child, &ChildCard::saveWanted, this, [this](const QList<Record>& changed) {
        Batch batch;
        for (const Record& record : changed)
            batch.add(record);
        if (!batch.changes.empty())
            return commit(batch, m_child->draft());
        m_child->draft()->drop();
        m_child->setEditing(false);
    });
    m_middle = new QWidget(body);
    auto* middle = new QVBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    m_assessment = new AssessmentForm(m_context, m_middle);
    middle->addWidget(m_assessment);
    m_assessment->hide();
    connect(m_assessment, &AssessmentForm::saveWanted, this,
        [this](const Batch& batch) { commit(batch, m_assessment->draft()); });
    connect(m_assessment, &AssessmentForm::decisionWanted, this, [this](const Batch& batch) { commit(batch); });
    m_split->addWidget(m_child, 2);
    m_split->addWidget(m_middle, 5);
    column()->addWidget(body);
}

void CasePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < Theme::scaled(NarrowWidth);
    m_steps->setCompact(height() < Theme::scaled(LowHeight));
    m_clockLine->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (narrow == m_childAside)
        return;
    m_childAside = narrow;
    if (narrow)
        addSide(m_child, true);
    else
        m_split->insertWidget(0, m_child, 2);
}

StepForm* CasePage::stepForm() const
{
    const auto found =
        std::find_if(m_forms.begin(), m_forms.end(), [this](const StepForm* form) { return form->step() == m_shown; });
    return found == m_forms.end() ? nullptr : *found;
}

void CasePage::showStep(const QString& step)
{
    m_chosen = step;
    if (m_file)
        showForm();
}

/// The draft of the form in front; null before the case was read.
FormDraft* CasePage::frontDraft() const
{
    if (m_shown == u"initial"_s)
        return m_assessment->draft();
    const StepForm* form = stepForm();
    return form ? form->draft() : nullptr;
}

QJsonObject CasePage::place() const
{
    const FormDraft* front = frontDraft();
    return { { u"step"_s, m_shown }, { u"draft"_s, front && front->isTouched() },
        { u"child"_s, m_child->isEditing() && m_child->draft()->isTouched() },
        { u"start"_s, m_planStart->isBeingAnswered() } };
}

void CasePage::returnTo(const QJsonObject& place)
{
    if (place.value("child"_L1).toBool())
        m_child->draft()->resume();
    if (place.value("start"_L1).toBool())
        m_planStart->draft()->resume();
    const QString step = place.value("step"_L1).toString();
    if (step.isEmpty())
        return;
    if (place.value("draft"_L1).toBool())
        m_resumes = step;
    showStep(step);
}

void CasePage::reload()
{
    const quint64 question = ++m_question;
    const auto read = [id = m_id, opening = m_opening](
                          Database& database) { return caseFile::read(database, id, opening); };
    whenDone(this, m_context.reg.read(read), [this, question](Result<CaseFile> file) {
        if (question != m_question)
            return;
        if (!file && file.error().code == ErrorCode::Restricted)
            return showGate();
        if (!file) {
            RestrictionGate::askAgain(this);
            return message()->showError(file.error());
        }
        display(std::move(*file));
    });
}

void CasePage::showGate()
{
    RestrictionGate::cover(this, m_context, kinds::Case, m_id, [this] {
        m_opening = Opening::WithReason;
        reload();
    });
}

void CasePage::display(CaseFile file)
{
    const bool first = !m_file;
    const QString shown = m_shown;
    if (first && m_opening == Opening::WithoutReason)
        looks::opened(this, m_context.reg, kinds::Case, m_id);
    // Who has the file open goes on with it when its last case is closed.
    m_opening = Opening::WithReason;
    setCover(nullptr);
    m_file = std::move(file);
    showHead();
    showSteps();
    showClock();
    showApproval();
    if (roleRule::mayWrite(m_context.reg.roles()))
        m_planStart->load(m_file->file, StatutoryClock::planStart(m_file->row.facts));
    m_child->load(m_file->child, m_file->file, m_file->erased);
    m_conflicts->setConflicts(m_file->conflicts);
    m_history->setHistory(m_file->history);
    showForm();
    // An officer opens a case, or moves it to its next step, to write; the page's first button leads away from it.
    // What was erased by decision does not invite to be written again.
    if (!m_file->erased.isEmpty()) {
        if (first && isVisible())
            setFocus(Qt::OtherFocusReason);
    } else if (first || m_shown != shown) {
        beginTyping();
    }
}

void CasePage::beginTyping()
{
    QWidget* input = firstInput(m_middle);
    if (!input || !isVisible() || m_child->isEditing())
        return;
    input->setFocus(Qt::OtherFocusReason);
    SteadyScrollArea::reveal(m_middle); // from its heading on
}

void CasePage::showHead()
{
    setTitle(m_file->row.code);
    QStringList parts { m_file->row.erased    ? tr("Erased by decision")
            : m_file->row.childName.isEmpty() ? tr("Name not known")
                                              : m_file->row.childName };
    if (m_file->row.age)
        parts.append(tr("%n year(s) old", nullptr, int(*m_file->row.age)));
    if (!m_file->row.sex.isEmpty())
        parts.append(m_context.title("sexes"_L1, m_file->row.sex).toLower());
    setSubtitle(parts.join(u" · "_s));
    const QString kind = m_file->row.kind;
    m_kind->setText(m_context.title("abuse-kinds"_L1, kind));
    m_kind->setTone(kind == u"risk"_s || kind == u"special"_s ? Tone::Amber : Tone::Red);
    m_kind->setVisible(!kind.isEmpty());
    m_sent->setText(m_file->row.sent == SendState::Received ? tr("received by the province")
            : m_file->row.sent == SendState::Packed         ? tr("packed")
                                                            : tr("not sent yet"));
    m_sent->show();
    const QString erased = CaseTexts::erased(m_file->erased);
    if (erased != m_erased->text()) // else a screen reader would say it after every save
        m_erased->showMessage(MessageBar::Kind::Info, erased);
}

void CasePage::showSteps()
{
    QStringList titles;
    for (const QString& step : CaseWork::steps())
        titles.append(m_context.title("steps"_L1, step));
    m_steps->setSteps(titles, CaseWork::order(m_file->row.step));
}

void CasePage::showClock()
{
    if (!m_file)
        return;
    const UtcMs now = m_context.now();
    const auto urgent = m_context.clock.mostUrgent(m_file->row.facts, now);
    m_clock->setVisible(urgent.has_value());
    if (!urgent)
        return;
    m_clock->setUrgency(CaseTexts::urgency(*urgent));
    m_clockText->setText(CaseTexts::capital(StatutoryClock::remainingText(*urgent)) + u" · "_s
        + StatutoryClock::nextAct(*urgent, m_context.catalogues, m_context.language));
    setTone(m_clockText, CaseTexts::tone(*urgent));
    m_clockLaw->setText(CaseTexts::until(*urgent, now) + u" · "_s + tr("from %1").arg(formatDateTime(urgent->startedAt))
        + u" · "_s + CaseTexts::timeAndArticle(*urgent, m_context));
    m_start->setVisible(roleRule::mayWrite(m_context.reg.roles())
        && (urgent->kind == ClockKind::Plan5Days || urgent->kind == ClockKind::Total7Days));
}

void CasePage::showApproval()
{
    const PlanApproval& approval = m_file->approval;
    m_approval->setVisible(approval.isEdited());
    if (!approval.isEdited())
        return;
    QStringList what;
    for (const Field* field : approval.edited)
        what.append(fieldLabel(*field));
    if (approval.assessmentEdited)
        what.append(tr("Form 02"));
    m_approvalText->setText(
        tr("Edited after approval (plan approved %1): %2. Show it to the chairman. When the plan itself has to change, "
           "go on to a review and make a new plan.")
            .arg(formatDateTime(*approval.approved), what.join(u", "_s)));
    m_approveAgain->setVisible(roleRule::mayWrite(m_context.reg.roles()));
}

void CasePage::showForm()
{
    const QString own = m_file->row.step;
    m_shown = m_chosen.isEmpty() ? own : m_chosen;
    m_steps->setShown(CaseWork::order(m_shown));
    const bool assessing = m_shown == u"initial"_s;
    StepForm* form = stepForm();
    if (!form && !assessing) {
        form = new StepForm(m_context, m_shown, m_middle);
        m_forms.append(form);
        m_middle->layout()->addWidget(form);
        connect(form, &StepForm::saveWanted, this, [this, form](const Batch& batch) { commit(batch, form->draft()); });
    }
    if (const QString resumed = std::exchange(m_resumes, {}); !resumed.isEmpty() && resumed == m_shown)
        frontDraft()->resume(); // before the form begins
    m_assessment->load(m_file->file, m_file->assessment);
    m_assessment->setVisible(assessing);
    for (StepForm* one : std::as_const(m_forms)) {
        one->load(m_file->file, m_file->assessment ? m_file->assessment->heads() : QList<EntryHash>());
        one->setVisible(one == form && !assessing);
    }
}

const Record* CasePage::held(QUuid record) const
{
    if (m_file->file.id() == record)
        return &m_file->file;
    if (m_file->child && m_file->child->id() == record)
        return &*m_file->child;
    return m_file->assessment && m_file->assessment->id() == record ? &*m_file->assessment : nullptr;
}

void CasePage::commit(const Batch& batch, FormDraft* draft)
{
    if (m_busy)
        return;
    if (batch.changes.empty())
        return message()->showMessage(MessageBar::Kind::Info, tr("Nothing was changed."));
    std::vector<std::pair<Record, QList<QByteArray>>> before;
    for (const Change& change : batch.changes) {
        QList<QByteArray> fields;
        for (const auto& [name, value] : change.values)
            fields.append(name);
        if (const Record* record = held(change.record))
            before.emplace_back(*record, fields);
    }
    if (before.size() != batch.changes.size())
        before.clear(); // something new was written: it is not taken back by a button
    m_busy = true;
    const auto stored = draft ? draft->commit(batch) : m_context.reg.commit(batch);
    whenDone(this, stored, [this, batch, before, draft](const Result<Committed>& done) {
        m_busy = false;
        if (!done)
            return message()->showError(done.error());
        if (draft == m_planStart->draft())
            m_planStart->setSaved();
        for (StepForm* form : std::as_const(m_forms))
            if (draft == form->draft()) // what was stored from elsewhere leaves alone what is typed here
                form->setSaved();
        committed(batch, before);
    });
}

void CasePage::committed(const Batch& batch, const std::vector<std::pair<Record, QList<QByteArray>>>& before)
{
    // Only the forms whose values are on the disk now take the new ones; others keep what is being typed.
    for (const Change& change : batch.changes) {
        if (change.kind == &kinds::Child || change.values.contains(CaseFields::ContactSafety.key()))
            m_child->setSaved();
        if (change.kind == &kinds::Assessment)
            m_assessment->setSaved();
    }
    const auto moves = [](const Change& change) { return change.values.contains(CaseFields::Step.key()); };
    const FormDraft* front = frontDraft();
    if (std::any_of(batch.changes.begin(), batch.changes.end(), moves))
        m_chosen = front && front->isTouched() ? m_shown : QString(); // what is being typed into stays in front
    if (before.empty())
        message()->showMessage(MessageBar::Kind::Ok, tr("Saved."));
    else
        message()->showMessage(
            MessageBar::Kind::Ok, tr("Saved."), tr("Take it back"), [this, before] { takeBack(before); });
    reload();
}

void CasePage::takeBack(const std::vector<std::pair<Record, QList<QByteArray>>>& before)
{
    message()->clear();
    const auto make = [before](Database& database) -> Result<Batch> {
        Batch batch;
        RecordTables tables(database);
        for (const auto& [old, fields] : before) {
            auto now = tables.read(old.kind(), old.id());
            if (!now)
                return fail(now);
            for (const QByteArray& name : fields)
                if (const Field* field = old.kind().field(name))
                    now->setValue(*field, old.value(*field));
            batch.add(*now);
        }
        return batch;
    };
    whenDone(this, m_context.reg.commit(make), [this](const Result<Committed>& done) {
        if (!done)
            return message()->showError(done.error());
        message()->showMessage(MessageBar::Kind::Info, tr("Taken back. Both stay in the history."));
    });
}

} // namespace maiam
