// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/step_form.h"

#include "models/cases/case_work.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "models/text/normalise.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/folded_section.h"
#include "ui/cases/record_editor.h"
#include "ui/cases/typed_since.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/read_only.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
using F = CaseFields;

/// The moment of the step is no field of its own: each step keeps it where it belongs (moveTo).
constexpr Field DoneAt { "done_at", FieldType::Moment, IdentityClass::Open,
    QT_TRANSLATE_NOOP("Records", "When it was done") };
} // namespace

StepForm::StepForm(WorkContext& context, const QString& step, QWidget* parent)
    : Card(parent)
    , m_context(context)
    , m_step(step)
    , m_draft(new FormDraft(context.reg, this))
{
    body()->addWidget(m_draft->bar());
    const CatalogueEntry* entry = context.catalogues.at("steps"_L1).find(step);
    const QString form = entry ? entry->text("form"_L1) : QString();
    const QString name = context.title("steps"_L1, step);
    setTitle(form.isEmpty() ? name : tr("Form %1 · %2").arg(form, name));
    body()->setSpacing(Theme::scaled(space::M));
    m_explanation = makeWrappedLabel(entry ? entry->source : QString(), TextStyle::Secondary, this);
    body()->addWidget(m_explanation);
    addFields();
    addMoves();
    body()->addStretch();
    makeDraft();
}

void StepForm::makeDraft()
{
    for (RecordEditor* editor : std::as_const(m_editors))
        editor->keepIn(*m_draft);
    m_at->keepIn(*m_draft);
    m_draft->watch(
        u"reason"_s, [this] { return m_reason; }, [this](const QString& reason) { m_reason = reason; });
    connect(m_draft, &FormDraft::taken, this, [this](const Draft& draft) {
        if (m_file)
            m_file = drafts::resting(*m_file, draft);
        // What the draft holds is shown, so that nothing is saved unseen.
        for (FoldedSection* section : std::as_const(m_sections)) {
            const auto editors = section->findChildren<FieldEditor*>();
            if (std::any_of(editors.begin(), editors.end(), [](const FieldEditor* one) { return one->isTouched(); }))
                section->setOpen(true);
        }
    });
}

void StepForm::addFields()
{
    if (m_step == u"intake"_s || m_step == u"imported"_s) {
        addSection({},
            { { &F::Received, &F::HotlineReceived }, { &F::Channel, &F::Source }, { &F::Kind, &F::Environment },
                { &F::Place, &F::Outcome } },
            false);
    } else if (m_step == u"verify"_s) {
        addSection({}, { { &F::Kind, &F::Environment } }, false);
    } else if (m_step == u"carry-out"_s) {
        addSection({}, { { &F::Supported, &F::NextReview } }, false);
    } else if (m_step == u"review"_s) {
        addSection({}, { { &F::NextReview } }, false);
    }
    addSection({}, { { &F::Note } }, false);
    addSection(tr("Temporary isolation (Form 07, Article 32)"),
        { { &F::IsolationFrom, &F::IsolationUntil }, { &F::IsolationEnded } }, true);
    addSection(tr("What was reported (narrative)"), { { &F::Summary }, { &F::Condition }, { &F::PriorAction } }, true);
    addSection(tr("Suspected person"), { { &F::SuspectName, &F::SuspectRelation } }, true);
    addSection(
        tr("Reporter (kept secret)"), { { &F::ReporterName, &F::ReporterPhone }, { &F::ReporterAddress } }, true);
}

void StepForm::addSection(const QString& title, const QList<QList<const Field*>>& rows, bool folded)
{
    auto* editor = new RecordEditor(rows, m_context, this);
    m_editors.append(editor);
    if (!folded) {
        body()->addWidget(editor);
        return;
    }
    auto* section = new FoldedSection(title, this);
    section->body()->addWidget(editor);
    m_sections.append(section);
    body()->addWidget(section);
}

QStringList StepForm::targets() const
{
    if (m_step == u"review"_s)
        return { u"closed"_s, u"plan"_s };
    if (m_step == u"closed"_s)
        return { u"review"_s };
    if (m_step == u"imported"_s)
        return { u"closed"_s, u"review"_s, u"carry-out"_s, u"plan"_s, u"verify"_s };
    if (m_step == u"intake"_s)
        return { u"initial"_s, u"closed"_s };
    const int at = CaseWork::order(m_step);
    return { CaseWork::steps().at(at + 1) };
}

QString StepForm::verb(const QString& target) const
{
    if (m_step == u"verify"_s && target == u"plan"_s)
        return tr("Verified, go on to the plan");
    if (m_step == u"plan"_s && target == u"approval"_s)
        return tr("Submit for signature");
    if (m_step == u"approval"_s && target == u"carry-out"_s)
        return tr("Signed, carry it out");
    if (m_step == u"review"_s && target == u"plan"_s)
        return tr("Continue with a new plan");
    if (m_step == u"closed"_s)
        return tr("Open it again for review");
    if (m_step == u"intake"_s && target == u"closed"_s)
        return tr("End it here (untrue, passed on…)");
    if (target == u"closed"_s)
        return tr("Close the case");
    return tr("Go on to “%1”").arg(m_context.title("steps"_L1, target));
}

void StepForm::addMoves()
{
    body()->addWidget(makeLine(this));
    m_at = new FieldEditor(DoneAt, m_context, tr("Step done at"), this);
    m_at->setPlaceholder(tr("empty means now"));
    body()->addWidget(m_at);
    auto* box = new QWidget(this);
    auto* buttons = new FlowLayout(box, Theme::scaled(space::S));
    QPushButton* keep = nullptr;
    for (const QString& target : targets()) {
        QPushButton* button = m_moves.isEmpty() ? makePrimaryButton(verb(target), box) : makeButton(verb(target), box);
        button->setObjectName(u"moveTo-"_s + target);
        buttons->addWidget(button);
        m_moves.append({ target, button });
        connect(button, &QPushButton::clicked, this, [this, target] { moveTo(target); });
    }
    keep = makeButton(tr("&Save without going on"), box);
    keep->setObjectName(u"saveStep"_s);
    buttons->addWidget(keep);
    connect(keep, &QPushButton::clicked, this, &StepForm::save);
    body()->addWidget(box);
    if (!roleRule::mayWrite(m_context.reg.roles())) {
        makeReadOnly(this);
        m_at->hide();
        box->hide();
    }
}

FieldEditor* StepForm::editor(const Field& field) const
{
    for (const RecordEditor* one : m_editors)
        if (FieldEditor* found = one->editor(field))
            return found;
    return nullptr;
}

bool StepForm::isTouched() const
{
    return m_at->isTouched() || std::any_of(m_editors.begin(), m_editors.end(), [](const RecordEditor* editor) {
        return editor->isTouched();
    });
}

void StepForm::load(const Record& file, const QList<EntryHash>& assessment)
{
    if (m_file && isTouched() && !m_saved)
        return;
    if (m_saved && m_file && m_draft->isTouched())
        return takeUp(file);
    const QString reason = std::exchange(m_saved, false) ? QString() : m_reason;
    m_reason.clear(); // is no part of what is stored
    m_file = file;
    m_assessment = assessment;
    for (RecordEditor* editor : std::as_const(m_editors))
        editor->load(file);
    m_at->load({});
    m_draft->begin({ u"step/"_s + m_step, file.id() }, file.heads());
    m_reason = reason;
}

/// What was saved is stored, and somebody typed on meanwhile: that stays, and rests on what is stored.
void StepForm::takeUp(const Record& file)
{
    commitPendingInput();
    m_saved = false;
    m_file = file;
    const QStringList typed = m_draft->typed();
    for (RecordEditor* editor : std::as_const(m_editors)) {
        const auto fields = editor->findChildren<FieldEditor*>();
        for (FieldEditor* field : fields)
            loadUnlessTyped(*field, file.value(field->field()), typed);
    }
    loadUnlessTyped(*m_at, {}, typed);
    const QString reason = typed.contains(u"reason"_s) ? m_reason : QString();
    m_reason.clear(); // is no part of what is stored
    m_draft->goOn(file.heads(), typed);
    m_reason = reason;
}

bool StepForm::store(Record& file)
{
    bool readable = true;
    for (RecordEditor* editor : std::as_const(m_editors))
        readable = editor->store(file) && readable;
    return readable;
}

void StepForm::save()
{
    commitPendingInput();
    if (!m_file)
        return;
    Record file = *m_file;
    if (store(file))
        settle(CaseWork::keep(file, m_context.now()));
}

void StepForm::moveTo(const QString& target)
{
    commitPendingInput();
    if (!m_file)
        return;
    Record file = *m_file;
    if (!store(file))
        return;
    const auto at = m_at->read();
    if (!at)
        return m_at->setError(at.error().message);
    const UtcMs moment = isNull(*at) ? m_context.now() : std::get<qint64>(*at);
    if (auto ready = CaseWork::checkMove(file, target, m_context.now()); !ready)
        return settle(fail(ready));
    if (CaseWork::skips(file.text(F::Step), target))
        askReason(target, file, moment);
    else
        finish(target, file, {}, moment);
}

void StepForm::askReason(const QString& target, const Record& file, UtcMs at)
{
    TextQuestion question;
    question.title = verb(target);
    question.label = tr("&Reason");
    question.explanation = tr("This goes past a step, or back. Say why in one sentence; it stays in the history.");
    question.accept = verb(target);
    question.multiLine = true;
    question.text = m_reason; // from a draft, or from a question that was closed
    question.changed = [this](const QString& reason) {
        m_reason = reason;
        m_draft->touch();
    };
    Questions::askText(this, question, [this, target, file, at](const std::optional<QString>& reason) {
        if (reason)
            finish(target, file, normalisedText(*reason), at);
    });
}

void StepForm::finish(const QString& target, const Record& file, const QString& reason, UtcMs at)
{
    settle(CaseWork::moveTo(file, target, reason, at, m_context.now(), m_assessment));
}

void StepForm::settle(const Result<Batch>& batch)
{
    if (batch)
        return Q_EMIT saveWanted(*batch);
    const Field* field = kinds::Case.field(batch.error().detail.toLatin1());
    FieldEditor* own = field ? editor(*field) : nullptr;
    FieldEditor* wrong = own ? own : m_at;
    for (FoldedSection* section : std::as_const(m_sections))
        if (section->isAncestorOf(wrong))
            section->setOpen(true);
    wrong->setError(batch.error().message);
    wrong->setFocus();
}

} // namespace maiam
