// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/assessment_form.h"

#include "models/cases/case_work.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/typed_since.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/read_only.h"
#include "ui/widgets/tab_order.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
const QStringList& levelCodes()
{
    static const QStringList codes { u"high"_s, u"medium"_s, u"low"_s };
    return codes;
}
} // namespace

AssessmentForm::AssessmentForm(WorkContext& context, QWidget* parent)
    : Card(tr("Form 02 · Initial assessment of risk and harm"), parent)
    , m_context(context)
    , m_draft(new FormDraft(context.reg, this))
    , m_grid(new QGridLayout)
{
    body()->addWidget(m_draft->bar());
    body()->setSpacing(Theme::scaled(space::M));
    m_grid->setColumnStretch(0, 1);
    m_grid->setHorizontalSpacing(Theme::scaled(space::M));
    m_grid->setVerticalSpacing(Theme::scaled(space::XS));
    using F = AssessmentFields;
    addTable(tr("A. Harm and risk"),
        { { &F::Harm, tr("High: serious, threatens life or development") },
            { &F::Recurrence, tr("High: the suspect reaches the child easily and often") } });
    addTable(tr("B. Protection (high is good)"),
        { { &F::SelfProtection, tr("High: the child can ask for help and get away") },
            { &F::Support, tr("High: somebody is ready to protect the child") } });
    body()->addLayout(m_grid);
    m_suggestion = makeWrappedLabel({}, TextStyle::Body, this);
    body()->addWidget(m_suggestion);
    auto* rows = new FormRows(this);
    m_done = new FieldEditor(F::Done, context, tr("&Assessed at"), this);
    m_conclusion = new FieldEditor(F::Conclusion, context, tr("The officer's &conclusion"), this);
    m_reason = new FieldEditor(F::Reason, context, tr("&Reason"), this);
    m_measures = new FieldEditor(F::Measures, context, {}, this);
    m_reason->setLines(2);
    m_measures->setLines(2);
    for (FieldEditor* editor : { m_done, m_conclusion, m_reason })
        editor->setRequired(true);
    for (FieldEditor* editor : { m_done, m_conclusion, m_reason, m_measures })
        connect(editor, &FieldEditor::edited, this, &AssessmentForm::touched);
    rows->addRow({ { m_conclusion, 1 }, { m_done, 1 } });
    rows->addRow({ { m_reason, 1 } });
    rows->addRow({ { m_measures, 1 } });
    body()->addWidget(rows);
    QPushButton* save = makePrimaryButton(tr("&Save Form 02"), this);
    save->setObjectName(u"saveAssessment"_s);
    body()->addWidget(save, 0, Qt::AlignLeft);
    connect(save, &QPushButton::clicked, this, &AssessmentForm::save);
    m_emergency = new QWidget(this);
    auto* emergency = new QVBoxLayout(m_emergency);
    emergency->setContentsMargins(0, 0, 0, 0);
    emergency->addWidget(makeLine(m_emergency));
    emergency->addWidget(makeLabel(tr("Emergency measures"), TextStyle::Section, m_emergency));
    m_decided = makeWrappedLabel({}, TextStyle::Body, m_emergency);
    emergency->addWidget(m_decided);
    m_decidedAt = new FieldEditor(CaseFields::EmergencyDecided, context, tr("&Decided at"), m_emergency);
    emergency->addWidget(m_decidedAt);
    m_decide = makeButton(tr("Record the decision"), m_emergency);
    emergency->addWidget(m_decide, 0, Qt::AlignLeft);
    connect(m_decide, &QPushButton::clicked, this, &AssessmentForm::decide);
    body()->addWidget(m_emergency);
    if (!mayWrite()) {
        makeReadOnly(this);
        save->hide();
    }
    count();
    makeDraft();
    tabOrder::through({ this });
}

bool AssessmentForm::mayWrite() const
{
    return roleRule::mayWrite(m_context.reg.roles());
}

void AssessmentForm::makeDraft()
{
    for (const Row& row : std::as_const(m_rows))
        m_draft->watch(QString::fromLatin1(row.field->name), row.levels);
    for (FieldEditor* editor : { m_done, m_conclusion, m_reason, m_measures, m_decidedAt })
        editor->keepIn(*m_draft);
    // The proposed moment is when the form was opened: it stays that one over a lock or a crash.
    m_draft->keepAlong(QString::fromLatin1(AssessmentFields::Done.name), [this] { return !m_assessment && m_file; });
    connect(m_draft, &FormDraft::taken, this, [this](const Draft& draft) {
        if (m_assessment)
            m_assessment = drafts::resting(*m_assessment, draft);
        touched();
    });
}

void AssessmentForm::addTable(const QString& title, const QList<std::pair<const Field*, QString>>& rows)
{
    int line = m_grid->rowCount();
    m_grid->addWidget(makeWrappedLabel(title, TextStyle::Section, this), line, 0);
    for (int i = 0; i < levelCodes().size(); ++i)
        m_grid->addWidget(makeLabel(m_context.title("conclusions"_L1, levelCodes().at(i)), TextStyle::Secondary, this),
            line, i + 1, Qt::AlignCenter);
    QList<int> indexes;
    for (const auto& [field, explanation] : rows) {
        ++line;
        const QString label = fieldLabel(*field);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(makeWrappedLabel(label, TextStyle::Body, this));
        words->addWidget(makeWrappedLabel(explanation, TextStyle::Secondary, this));
        m_grid->addLayout(words, line, 0);
        auto* group = new QButtonGroup(this);
        for (int i = 0; i < levelCodes().size(); ++i) {
            auto* level = new QRadioButton(this);
            level->setObjectName(QString::fromLatin1(field->name) + u'-' + levelCodes().at(i));
            level->setAccessibleName(label + u": "_s + m_context.title("conclusions"_L1, levelCodes().at(i)));
            group->addButton(level, i);
            m_grid->addWidget(level, line, i + 1, Qt::AlignCenter);
        }
        connect(group, &QButtonGroup::idClicked, this, &AssessmentForm::touched);
        indexes.append(int(m_rows.size()));
        m_rows.append({ field, group });
    }
    ++line;
    m_grid->addWidget(makeLabel(tr("Total"), TextStyle::Body, this), line, 0);
    QList<QLabel*> sums;
    for (int i = 0; i < levelCodes().size(); ++i) {
        QLabel* sum = makeLabel(u"0"_s, TextStyle::Section, this);
        m_grid->addWidget(sum, line, i + 1, Qt::AlignCenter);
        sums.append(sum);
    }
    m_totals.append({ indexes, sums });
}

void AssessmentForm::touched()
{
    m_touched = true;
    count();
}

void AssessmentForm::count()
{
    for (const auto& [rows, sums] : std::as_const(m_totals)) {
        for (int level = 0; level < sums.size(); ++level) {
            const auto chosen = std::count_if(
                rows.begin(), rows.end(), [&](int row) { return m_rows.at(row).levels->checkedId() == level; });
            sums.at(level)->setText(QString::number(chosen));
        }
    }
    const QString suggested = suggestion();
    m_suggestion->setText(suggested.isEmpty()
            ? tr("A suggestion appears when all four rows are answered. The officer decides.")
            : tr("Suggestion: %1. The officer decides.").arg(m_context.title("conclusions"_L1, suggested)));
}

Record AssessmentForm::current() const
{
    Record record = m_assessment ? *m_assessment : m_context.reg.newRecord(kinds::Assessment);
    for (const Row& row : m_rows)
        record.set(*row.field, row.levels->checkedId() < 0 ? QString() : levelCodes().at(row.levels->checkedId()));
    return record;
}

QString AssessmentForm::suggestion() const
{
    return CaseWork::suggestedConclusion(current());
}

FieldEditor* AssessmentForm::editor(const Field& field) const
{
    for (FieldEditor* editor : { m_done, m_conclusion, m_reason, m_measures, m_decidedAt })
        if (&editor->field() == &field)
            return editor;
    return nullptr;
}

void AssessmentForm::setLevel(const Field& field, const QString& level)
{
    for (const Row& row : std::as_const(m_rows))
        if (row.field == &field && levelCodes().contains(level))
            row.levels->button(int(levelCodes().indexOf(level)))->click();
}

void AssessmentForm::load(const Record& file, const std::optional<Record>& assessment)
{
    const bool other = m_file && m_file->id() != file.id();
    const auto decided = file.number(CaseFields::EmergencyDecided);
    m_decided->setText(decided ? tr("Decided %1. The 12 hours have stopped.").arg(formatDateTime(*decided))
            : file.text(CaseFields::Emergency) == u"needed"_s
            ? tr("Needed. The 12 hours run until they are decided (Article 26, clause 3).")
            : tr("Only when they are needed: a decision stops the 12 hours (Articles 26 and 31)."));
    m_decidedAt->setVisible(!decided && mayWrite());
    m_decide->setVisible(!decided && mayWrite());
    if (decided && !m_decidedAt->raw().isEmpty()) {
        m_decidedAt->load({});
        m_draft->touch();
    }
    if (std::exchange(m_saved, false) && !other && m_draft->isTouched())
        return takeUp(file, assessment);
    if (m_touched && !other)
        return;
    m_file = file;
    m_assessment = assessment;
    const Record shown = assessment ? *assessment : Record(kinds::Assessment);
    for (const Row& row : std::as_const(m_rows))
        showLevels(row, shown);
    for (FieldEditor* editor : { m_done, m_conclusion, m_reason, m_measures })
        editor->load(shown.value(editor->field()));
    if (!assessment && mayWrite()) // proposed, not loaded: it is stored with the rest
        m_done->setRaw(formatDateTime(m_context.now()));
    m_touched = false;
    count();
    m_draft->begin({ u"assessment"_s, file.id() }, assessment ? assessment->heads() : QList<EntryHash>());
}

void AssessmentForm::showLevels(const Row& row, const Record& shown)
{
    row.levels->setExclusive(false);
    for (int i = 0; i < levelCodes().size(); ++i)
        row.levels->button(i)->setChecked(shown.text(*row.field) == levelCodes().at(i));
    row.levels->setExclusive(true);
}

void AssessmentForm::setSaved()
{
    m_saved = true;
    m_touched = m_draft->isTouched();
}

/// What was saved is stored, and somebody typed on meanwhile: that stays, and rests on what is stored.
void AssessmentForm::takeUp(const Record& file, const std::optional<Record>& assessment)
{
    commitPendingInput();
    m_file = file;
    m_assessment = assessment;
    const Record shown = assessment ? *assessment : Record(kinds::Assessment);
    const QStringList typed = m_draft->typed();
    for (const Row& row : std::as_const(m_rows))
        if (!typed.contains(QString::fromLatin1(row.field->name)))
            showLevels(row, shown);
    for (FieldEditor* editor : { m_done, m_conclusion, m_reason, m_measures })
        loadUnlessTyped(*editor, shown.value(editor->field()), typed);
    m_draft->goOn(shown.heads(), typed);
    touched();
}

void AssessmentForm::save()
{
    commitPendingInput();
    if (!m_file)
        return;
    Record record = current();
    bool readable = true;
    for (FieldEditor* editor : { m_done, m_conclusion, m_reason, m_measures })
        readable = editor->store(record) && readable;
    if (!readable)
        return;
    auto batch = CaseWork::assess(*m_file, record, m_context.now());
    if (batch)
        return Q_EMIT saveWanted(*batch);
    FieldEditor* faulty = record.text(AssessmentFields::Conclusion).isEmpty() ? m_conclusion
        : record.text(AssessmentFields::Reason).isEmpty()                     ? m_reason
                                                                              : m_done;
    faulty->setError(batch.error().message);
    faulty->setFocus();
}

void AssessmentForm::decide()
{
    commitPendingInput();
    if (!m_file)
        return;
    const auto at = m_decidedAt->read();
    if (!at)
        return m_decidedAt->setError(at.error().message);
    if (isNull(*at))
        return m_decidedAt->setError(tr("When was it decided? That moment counts, not the typing."));
    auto batch = CaseWork::decideEmergency(*m_file, std::get<qint64>(*at), m_context.now());
    if (!batch)
        return m_decidedAt->setError(batch.error().message);
    Q_EMIT decisionWanted(*batch);
}

} // namespace maiam
