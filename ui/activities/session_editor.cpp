// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/session_editor.h"

#include "models/activities/session_form.h"
#include "models/base/when_done.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "models/text/normalise.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/read_only.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
void fill(QComboBox* combo, const Catalogue& catalogue, CatalogueLanguage language, const QString& none)
{
    if (!none.isEmpty())
        combo->addItem(none, QString());
    for (const CatalogueEntry& entry : catalogue.entries()) {
        if (!entry.retired())
            combo->addItem(entry.title(language), entry.code);
    }
}

/// Chooses a code; one that the catalogue no longer offers is added, so that saving does not lose it.
void choose(QComboBox* combo, const QString& code)
{
    int at = combo->findData(code);
    if (at < 0 && !code.isEmpty()) {
        combo->addItem(code, code);
        at = combo->count() - 1;
    }
    combo->setCurrentIndex(std::max(0, at));
}

QString shownNumber(std::optional<qint64> number)
{
    return number ? QString::number(*number) : QString();
}
} // namespace

SessionEditor::SessionEditor(WorkContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_draft(new FormDraft(context.reg, this))
    , m_card(new Card(tr("A session"), this))
    , m_message(new MessageBar(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    column->addStretch(1);
    m_card->body()->addWidget(m_message);
    m_card->body()->addWidget(m_draft->bar());
    m_card->body()->addWidget(makeFields());
    auto* save = makePrimaryButton(tr("&Save"), this);
    auto* cancel = makeButton(tr("&Close without saving"), this);
    m_delete = makeButton(tr("&Delete the session"), this);
    m_card->body()->addSpacing(Theme::scaled(space::S));
    m_card->body()->addWidget(FlowLayout::row({ save, cancel, m_delete }, m_card));
    connect(save, &QPushButton::clicked, this, &SessionEditor::save);
    auto* keys =
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, &SessionEditor::save);
    makeDraft();
    if (!mayWrite()) {
        makeReadOnly(this);
        save->hide();
        cancel->setText(tr("Close"));
    }
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_draft->drop();
        discard();
    });
    connect(m_delete, &QPushButton::clicked, this, [this] {
        if (m_record)
            Q_EMIT deletionWanted(m_record->id());
    });
}

bool SessionEditor::mayWrite() const
{
    return roleRule::mayWrite(m_context.reg.roles());
}

void SessionEditor::makeDraft()
{
    for (QLineEdit* line :
        { m_when, m_minutes, m_title, m_place, m_male, m_female, m_unspecified, m_materials, m_referred })
        m_draft->watch(line->objectName(), line);
    for (QComboBox* choice : { m_type, m_state, m_ageBand })
        m_draft->watch(choice->objectName(), choice);
    m_draft->watch(m_hotlines->objectName(), m_hotlines);
    m_draft->watch(m_note->objectName(), m_note);
    m_draft->settle(m_when->objectName(), [this](const QString& text, QDate typedOn, const auto& fields) {
        const QString state = fields.value(m_state->objectName(), m_state->currentData().toString());
        return settledMoment(text, typedOn, civil::date(m_context.now()),
            state == u"planned" ? DayWithoutYear::Next : DayWithoutYear::Last);
    });
    connect(m_draft, &FormDraft::taken, this, [this](const Draft& draft) {
        if (m_record && m_record->row() > 0)
            m_record = drafts::resting(*m_record, draft);
        m_stateChosen = m_stateChosen || draft.fields.contains(m_state->objectName());
        updateWhen();
        updateAudience();
    });
}

LabelledField* SessionEditor::addLine(const Field& field, const QString& label, QLineEdit*& editor)
{
    editor = new QLineEdit(this);
    editor->setObjectName(QLatin1StringView(field.name));
    auto* labelled = new LabelledField(label, editor, this);
    if (field.type == FieldType::Integer) {
        editor->setInputMethodHints(Qt::ImhDigitsOnly);
        m_counts.emplace_back(&field, labelled);
    }
    return labelled;
}

QComboBox* SessionEditor::addChoice(QLatin1StringView name, const Catalogue& catalogue, const QString& none)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(name);
    // As wide as there is room, not as the longest of its texts.
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(6);
    fill(choice, catalogue, m_context.language, none);
    return choice;
}

QWidget* SessionEditor::makeFields()
{
    using F = SessionFields;
    auto* fields = new QWidget(this);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::S));
    auto* rows = new FormRows(fields);
    column->addWidget(rows);
    m_type = addChoice("type"_L1, m_context.catalogues.at("session-types"_L1), tr("Choose…"));
    m_typeField = new LabelledField(tr("&Type"), m_type, this);
    m_typeField->setRequired(true);
    m_whenField = addLine(F::Starts, tr("&When"), m_when);
    m_whenField->setRequired(true);
    LabelledField* minutes = addLine(F::Minutes, tr("&Length in minutes"), m_minutes);
    m_state = addChoice("state"_L1, m_context.catalogues.at("session-states"_L1), {});
    rows->addRow({ { m_typeField, 2 }, { m_whenField, 2 }, { minutes, 1 },
        { new LabelledField(tr("St&ate"), m_state, this), 1 } });
    LabelledField* title = addLine(F::Title, tr("Su&bject"), m_title);
    rows->addRow({ { title, 1 }, { addLine(F::Place, tr("&Place"), m_place), 1 } });
    LabelledField* male = addLine(F::Male, tr("&Men and boys"), m_male);
    LabelledField* female = addLine(F::Female, tr("W&omen and girls"), m_female);
    LabelledField* unspecified = addLine(F::Unspecified, tr("Se&x not counted"), m_unspecified);
    m_ageBand = addChoice("age_band"_L1, m_context.catalogues.at("age-bands"_L1), tr("Not told"));
    m_ageField = new LabelledField(tr("A&ge of the children"), m_ageBand, this);
    rows->addRow({ { male, 1 }, { female, 1 }, { unspecified, 1 }, { m_ageField, 1 } });
    LabelledField* materials = addLine(F::Materials, tr("Lea&flets and cards given"), m_materials);
    LabelledField* referred = addLine(F::Referred, tr("Sent on as cases (&y)"), m_referred);
    rows->addRow({ { materials, 1 }, { referred, 1 } });
    m_hotlines = new QCheckBox(tr("&Hotlines 111 and 18001769 were made known"), this);
    m_hotlines->setObjectName("hotlines"_L1);
    column->addWidget(m_hotlines);
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName("note"_L1);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(Theme::scaled(88));
    column->addWidget(new LabelledField(tr("&Note"), m_note, this));
    connect(m_when, &QLineEdit::textChanged, this, &SessionEditor::updateWhen);
    connect(m_type, &QComboBox::currentIndexChanged, this, &SessionEditor::updateAudience);
    connect(m_state, &QComboBox::activated, this, [this] {
        m_stateChosen = true;
        updateWhen();
    });
    return fields;
}

void SessionEditor::discard()
{
    m_record.reset();
    Q_EMIT closed();
}

void SessionEditor::startNew(const QString& plannedType)
{
    Record record = m_context.reg.newRecord(kinds::Session);
    m_planned = plannedType;
    m_stateChosen = !plannedType.isEmpty();
    record.set(SessionFields::State, plannedType.isEmpty() ? u"held"_s : u"planned"_s);
    record.set(SessionFields::Type, plannedType);
    showRecord(record);
    m_card->setTitle(plannedType.isEmpty() ? tr("Record a session") : tr("Plan a session"));
    m_delete->hide();
    (plannedType.isEmpty() ? static_cast<QWidget*>(m_type) : m_when)->setFocus();
}

void SessionEditor::load(QUuid session)
{
    const auto read = [session](Database& database) { return RecordTables(database).read(kinds::Session, session); };
    whenDone(this, m_context.reg.read(read), [this](Result<Record> record) {
        if (!record) {
            m_message->showError(record.error());
            return;
        }
        m_planned.clear();
        m_stateChosen = true;
        showRecord(*record);
        m_card->setTitle(tr("Session"));
        m_delete->setVisible(!record->state().deleted && mayWrite());
        m_when->setFocus();
    });
}

void SessionEditor::showRecord(const Record& record)
{
    using F = SessionFields;
    m_message->clear();
    m_record = record;
    choose(m_type, record.text(F::Type));
    const auto starts = record.number(F::Starts);
    m_when->setText(starts ? formatDateTime(*starts) : QString());
    choose(m_state, record.text(F::State));
    m_title->setText(record.text(F::Title));
    m_place->setText(record.text(F::Place));
    choose(m_ageBand, record.text(F::AgeBand));
    m_hotlines->setChecked(record.number(F::Hotlines).value_or(0) != 0);
    m_note->setPlainText(record.text(F::Note));
    for (const auto& [field, labelled] : m_counts) {
        qobject_cast<QLineEdit*>(labelled->editor())->setText(shownNumber(record.number(*field)));
        labelled->setError({});
    }
    m_typeField->setError({});
    updateWhen();
    updateAudience();
    if (record.row() > 0)
        return m_draft->begin({ u"session"_s, record.id() }, record.heads());
    // Type and state of a planned session count as loaded, so the draft's name holds them: it leads back to this form.
    m_draft->begin({ m_planned.isEmpty() ? u"session-new"_s : u"session-plan/"_s + m_planned, {} }, record.heads());
}

std::optional<UtcMs> SessionEditor::typedMoment(QString* wrong) const
{
    const QString typed = m_when->text();
    const UtcMs now = m_context.now();
    const bool planned = m_stateChosen && m_state->currentData().toString() == "planned"_L1;
    const auto moment = parseMoment(typed, civil::date(now), planned ? DayWithoutYear::Next : DayWithoutYear::Last);
    if (!moment) {
        *wrong = moment.error().message;
        return {};
    }
    return *moment;
}

void SessionEditor::updateWhen()
{
    m_whenField->setError({});
    if (m_when->text().trimmed().isEmpty()) {
        m_whenField->setHint(tr("For example: 14:00 25/11"));
        return;
    }
    QString wrong;
    const auto moment = typedMoment(&wrong);
    if (!moment) {
        m_whenField->setHint(tr("For example: 14:00 25/11"));
        return;
    }
    const QString understood = formatDateTime(*moment);
    m_whenField->setHint(understood == m_when->text().trimmed() ? QString() : understood);
    if (!m_stateChosen)
        choose(m_state, *moment > m_context.now() ? u"planned"_s : u"held"_s);
}

void SessionEditor::updateAudience()
{
    const CatalogueEntry* type = m_context.catalogues.at("session-types"_L1).find(m_type->currentData().toString());
    const bool children = type && type->text("audience"_L1) == "children"_L1;
    m_ageField->setVisible(children || !m_ageBand->currentData().toString().isEmpty());
    m_typeField->setError({});
}

bool SessionEditor::takeCounts(Record& record)
{
    bool good = true;
    for (const auto& [field, labelled] : m_counts) {
        auto* line = qobject_cast<QLineEdit*>(labelled->editor());
        QString typed = line->text().simplified();
        typed.remove(u'.').remove(u' '); // 1.240 as it is written
        bool number = typed.isEmpty();
        const qint64 value = number ? 0 : typed.toLongLong(&number);
        number = number && value >= 0;
        labelled->setError(number ? QString() : tr("Write a number, or leave it empty when it is not known."));
        if (number)
            record.set(*field, typed.isEmpty() ? std::nullopt : std::optional(value));
        else if (std::exchange(good, false))
            line->setFocus();
    }
    return good;
}

bool SessionEditor::take(Record& record)
{
    using F = SessionFields;
    QString wrong;
    const auto moment = typedMoment(&wrong);
    const bool typed = !m_type->currentData().toString().isEmpty();
    const bool counted = takeCounts(record);
    if (!moment) {
        m_whenField->setError(wrong);
        m_when->setFocus();
    }
    if (!typed) {
        m_typeField->setError(tr("Choose the type from the list."));
        m_type->setFocus();
    }
    if (!moment || !typed || !counted)
        return false;
    record.set(F::Type, m_type->currentData().toString());
    record.set(F::Starts, std::optional<qint64>(*moment));
    record.set(F::State, m_state->currentData().toString());
    record.set(F::Title, normalised(m_title->text()));
    record.set(F::Place, normalised(m_place->text()));
    record.set(F::AgeBand, m_ageField->isHidden() ? QString() : m_ageBand->currentData().toString());
    record.set(F::Hotlines, std::optional<qint64>(m_hotlines->isChecked() ? 1 : 0));
    record.set(F::Note, normalisedText(m_note->toPlainText()));
    return true;
}

void SessionEditor::save()
{
    commitPendingInput();
    if (!m_record || m_saving || !mayWrite())
        return;
    m_message->clear();
    Record record = *m_record;
    if (!take(record))
        return;
    if (const auto checked = SessionForm::check(record); !checked) {
        m_message->showError(checked.error());
        return;
    }
    store(record);
}

void SessionEditor::store(const Record& record)
{
    Batch batch;
    batch.add(record);
    m_saving = true;
    whenDone(this, m_draft->commit(batch), [this, id = record.id()](const Result<Committed>& done) {
        m_saving = false;
        if (!done) {
            m_message->showError(done.error());
            return;
        }
        discard();
        Q_EMIT saved(id);
    });
}

} // namespace maiam
