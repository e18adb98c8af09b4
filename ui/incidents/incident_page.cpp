// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_page.h"

#include "models/base/when_done.h"
#include "models/incidents/incident_form.h"
#include "models/incidents/notice_words.h"
#include "models/records/kinds.h"
#include "models/register/clock_check.h"
#include "models/text/format.h"
#include "ui/cases/case_texts.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/incidents/incident_texts.h"
#include "ui/shell/clock_question.h"
#include "ui/shell/looks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/every_minute.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/read_only.h"
#include "ui/widgets/tab_order.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
using F = IncidentFields;
} // namespace

IncidentPage::IncidentPage(WorkContext& context, QUuid incident, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_id(incident)
    , m_draft(new FormDraft(context.reg, this))
{
    setTitle(incident.isNull() ? tr("Record a data leak") : tr("Data leak"));
    makeClock();
    if (incident.isNull() && mayWrite()) {
        m_question = new ClockQuestion(context.reg, this);
        connect(m_question, &ClockQuestion::answered, message(), &MessageBar::clear);
        connect(m_question, &ClockQuestion::answered, this, &IncidentPage::clockConfirmed);
        column()->addWidget(m_question);
    }
    column()->addWidget(m_draft->bar());
    for (Card* card : { makeHappened(), makeData(), makeDone(), makeNotice(), makeClosing() })
        column()->addWidget(card);
    column()->addStretch(1);
    makeSide();
    QPushButton* notice = addAction(tr("&The notice…"));
    notice->setObjectName("notice"_L1);
    connect(notice, &QPushButton::clicked, this, [this] { saveThen([this] { Q_EMIT noticeWanted(m_id); }); });
    if (mayWrite()) {
        QPushButton* save = addPrimaryAction(tr("&Save"));
        save->setObjectName("save"_L1);
        connect(save, &QPushButton::clicked, this, &IncidentPage::save);
        auto* keys =
            new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(keys, &QShortcut::activated, this, &IncidentPage::save);
        save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText));
    }
    makeDraft();
    tabOrder::through({ m_clock, column()->parentWidget() });
    everyMinute(this, &IncidentPage::showClock);
    if (!incident.isNull())
        looks::opened(this, context.reg, kinds::Incident, incident);
    connect(&context.reg, &Register::committed, this, [this](const Committed& batch) {
        const bool concerns = std::any_of(
            batch.rows.begin(), batch.rows.end(), [](const auto& row) { return row.first == &kinds::Incident; });
        if (concerns && !m_saving && !m_id.isNull() && !isTouched())
            reload(); // the notice was corrected
    });
    if (incident.isNull())
        showRecord(context.reg.newRecord(kinds::Incident));
    else
        reload();
}

bool IncidentPage::mayWrite() const
{
    return roleRule::mayRecordLeaks(m_context.reg.roles());
}

void IncidentPage::makeClock()
{
    m_clock = new Card(this);
    auto* line = new QVBoxLayout;
    line->setSpacing(Theme::scaled(2));
    m_remaining = makeWrappedLabel({}, TextStyle::Clock, m_clock);
    m_until = makeWrappedLabel({}, TextStyle::Secondary, m_clock);
    line->addWidget(m_remaining);
    line->addWidget(m_until);
    m_now = makeLinkButton(tr("It was found out just now"), m_clock);
    m_now->setObjectName("foundNow"_L1);
    connect(m_now, &QPushButton::clicked, this, [this] { setNow(F::Found); });
    line->addWidget(m_now, 0, Qt::AlignLeft);
    // Of a stored leak it is known: a link that goes when that is read would hand the focus on, with all selected.
    m_now->setVisible(m_id.isNull() && mayWrite());
    m_clock->body()->addLayout(line);
    addRow(m_clock);
}

FieldEditor* IncidentPage::add(const Field& field, const QString& label)
{
    auto* editor = new FieldEditor(field, m_context, label, this);
    m_editors.append(editor);
    connect(editor, &FieldEditor::edited, this, &IncidentPage::showClock);
    return editor;
}

FieldEditor* IncidentPage::editor(const Field& field) const
{
    const auto found = std::find_if(
        m_editors.begin(), m_editors.end(), [&](const FieldEditor* one) { return &one->field() == &field; });
    return found == m_editors.end() ? nullptr : *found;
}

Card* IncidentPage::makeHappened()
{
    auto* card = new Card(tr("What happened"), this);
    auto* rows = new FormRows(card);
    FieldEditor* found = add(F::Found);
    found->setRequired(true);
    found->setPlaceholder(tr("For example: 08:05 24/11"));
    FieldEditor* happened = add(F::Happened);
    happened->setPlaceholder(tr("For example: 27/11"));
    happened->setHintAtRest(tr("Leave it empty when it is not known."));
    FieldEditor* kind = add(F::Kind);
    connect(kind, &FieldEditor::edited, this, &IncidentPage::explainKind);
    rows->addRow({ { found, 2 }, { happened, 2 }, { kind, 3 } });
    rows->addRow({ { add(F::Place), 1 } });
    FieldEditor* story = add(F::Story);
    story->setLines(4);
    story->setPlaceholder(IncidentTexts::noNames());
    rows->addRow({ { story, 1 } });
    card->body()->addWidget(rows);
    return card;
}

QCheckBox* IncidentPage::addBox(const Field& field, const char* code, QWidget* parent)
{
    auto* box = new QCheckBox(m_context.title("incident-data"_L1, QString::fromLatin1(code)), parent);
    box->setObjectName(QLatin1String(field.name));
    m_boxes.append({ &field, box });
    return box;
}

Card* IncidentPage::makeData()
{
    auto* card = new Card(tr("What got out"), this);
    auto* boxes = new QWidget(card);
    auto* flow = new FlowLayout(boxes, Theme::scaled(space::M)); // a box does not wrap its words
    for (const IncidentForm::DataKind& kind : IncidentForm::dataKinds())
        flow->addWidget(addBox(*kind.field, kind.code, boxes));
    card->body()->addWidget(boxes);
    auto* rows = new FormRows(card);
    FieldEditor* cases = add(F::Cases);
    cases->setPlaceholder(u"BL-2026-0031, BL-TE-0001"_s);
    rows->addRow({ { add(F::Children), 1 }, { cases, 1 } });
    card->body()->addWidget(rows);
    return card;
}

Card* IncidentPage::makeDone()
{
    auto* card = new Card(tr("What is done about it"), this);
    auto* rows = new FormRows(card);
    rows->addRow({ { add(F::Done), 1 } });
    rows->addRow({ { add(F::Harm), 1 }, { add(F::Measures), 1 } });
    FieldEditor* contact = add(F::Contact);
    contact->setPlaceholder(tr("name, post, telephone of the official"));
    rows->addRow({ { contact, 1 } });
    card->body()->addWidget(rows);
    return card;
}

Card* IncidentPage::makeNotice()
{
    auto* card = new Card(tr("The notice"), this);
    auto* rows = new FormRows(card);
    FieldEditor* number = add(F::Number);
    number->setPlaceholder(u"15/TB-UBND"_s);
    FieldEditor* recipient = add(F::Recipient);
    recipient->setPlaceholder(noticeWords::filledRecipient());
    rows->addRow({ { number, 1 }, { add(F::Sent), 1 }, { recipient, 2 } });
    rows->addRow({ { add(F::LateReason), 1 } });
    card->body()->addWidget(rows);
    if (mayWrite()) {
        auto* sent = makeButton(tr("The notice was sent just &now"), card);
        sent->setObjectName("sentNow"_L1);
        connect(sent, &QPushButton::clicked, this, [this] {
            setNow(F::Sent);
            if (editor(F::Recipient)->raw().trimmed().isEmpty()) {
                editor(F::Recipient)->setRaw(noticeWords::filledRecipient());
                if (auto* line = qobject_cast<QLineEdit*>(editor(F::Recipient)->editor()))
                    line->setCursorPosition(0); // a long name shows its beginning
            }
            m_draft->touch();
        });
        card->body()->addWidget(sent, 0, Qt::AlignLeft);
    }
    return card;
}

Card* IncidentPage::makeClosing()
{
    auto* card = new Card(tr("When all is settled"), this);
    auto* rows = new FormRows(card);
    rows->addRow({ { add(F::Closed), 1 }, { add(F::NoNotice), 2 } });
    editor(F::NoNotice)->setLines(2);
    card->body()->addWidget(rows);
    if (mayWrite()) {
        auto* now = makeButton(tr("&Closed now"), card);
        now->setObjectName("closedNow"_L1);
        connect(now, &QPushButton::clicked, this, [this] { setNow(F::Closed); });
        card->body()->addWidget(now, 0, Qt::AlignLeft);
    }
    card->body()->addWidget(makeWrappedLabel(
        tr("A closed leak stays in the list. It is kept for at least five years; nobody can delete it."),
        TextStyle::Secondary, card));
    return card;
}

void IncidentPage::makeSide()
{
    auto* law = new Card(tr("What the law says"));
    law->body()->addWidget(makeWrappedLabel(IncidentTexts::law(), TextStyle::Secondary, law));
    addSide(law);
    auto* names = new Card(tr("No names"));
    names->body()->addWidget(makeWrappedLabel(IncidentTexts::noNames(), TextStyle::Secondary, names));
    names->body()->addWidget(
        makeWrappedLabel(tr("It stays in this office and does not go along in packages for the province."),
            TextStyle::Secondary, names));
    addSide(names);
    if (!roleRule::mayInspect(m_context.reg.roles()) || m_id.isNull())
        return;
    auto* access = makeLinkButton(tr("&Who looked at this file"), names);
    connect(access, &QPushButton::clicked, this, [this] { Q_EMIT accessWanted({ m_id }); });
    names->body()->addWidget(access, 0, Qt::AlignLeft);
}

void IncidentPage::makeDraft()
{
    for (FieldEditor* one : std::as_const(m_editors))
        one->keepIn(*m_draft);
    for (const auto& [field, box] : std::as_const(m_boxes))
        m_draft->watch(QString::fromLatin1(field->name), box);
    connect(m_draft, &FormDraft::taken, this, [this](const Draft& draft) {
        if (m_record && m_record->row() > 0)
            m_record = drafts::resting(*m_record, draft);
        showClock();
        explainKind();
    });
}

void IncidentPage::setNow(const Field& field)
{
    editor(field)->setRaw(formatDateTime(m_context.now()));
    editor(field)->setError({});
    editor(field)->setFocus();
    m_draft->touch();
    showClock();
}

void IncidentPage::activated()
{
    if (m_record && m_record->row() == 0)
        editor(F::Found)->setFocus();
}

void IncidentPage::returnTo(const QJsonObject&)
{
    m_draft->resume();
}

void IncidentPage::reload()
{
    const auto read = [id = m_id](Database& database) { return RecordTables(database).read(kinds::Incident, id); };
    whenDone(this, m_context.reg.read(read), [this](const Result<Record>& record) {
        if (!record)
            return message()->showError(record.error());
        if (!isTouched())
            showRecord(*record);
    });
}

void IncidentPage::showRecord(const Record& record)
{
    m_record = record;
    for (FieldEditor* one : std::as_const(m_editors))
        one->load(record.value(one->field()));
    for (const auto& [field, box] : std::as_const(m_boxes))
        box->setChecked(record.number(*field).value_or(0) != 0);
    if (!mayWrite())
        makeReadOnly(this);
    const bool isNew = record.row() == 0;
    if (mayWrite())
        m_draft->begin({ isNew ? u"incident-new"_s : u"incident"_s, isNew ? QUuid() : record.id() }, record.heads());
    showClock();
    explainKind();
}

std::optional<UtcMs> IncidentPage::typed(const Field& field) const
{
    const auto value = editor(field)->read();
    const auto* moment = value ? std::get_if<qint64>(&*value) : nullptr;
    return moment ? std::optional(*moment) : std::nullopt;
}

bool IncidentPage::isTouched() const
{
    if (!m_record)
        return false;
    return std::any_of(m_editors.begin(), m_editors.end(), [](const FieldEditor* one) { return one->isTouched(); })
        || std::any_of(m_boxes.begin(), m_boxes.end(), [this](const auto& one) {
               return one.second->isChecked() != (m_record->number(*one.first).value_or(0) != 0);
           });
}

void IncidentPage::showClock()
{
    const auto found = typed(F::Found);
    // Sent and closed is what is stored as that: the form may still be refused.
    const auto stored = [this](const Field& field) { return m_record ? m_record->number(field) : std::nullopt; };
    const auto sent = stored(F::Sent), closed = stored(F::Closed);
    m_now->setVisible(!found && mayWrite());
    if (!found) {
        m_clock->setUrgency(Urgency::Amber);
        m_remaining->setText(tr("72 hours"));
        setTone(m_remaining, Tone::Amber);
        m_until->setText(tr("They run from when the leak was found out, not from the typing. Type when that was."));
        editor(F::LateReason)->hide();
        return;
    }
    const UtcMs now = m_context.now();
    const ClockState clock = m_context.clock.leakNotice(*found, sent, closed, now);
    m_clock->setUrgency(CaseTexts::urgency(clock));
    m_remaining->setText(IncidentTexts::state(clock, sent, closed));
    setTone(m_remaining, CaseTexts::tone(clock));
    QStringList parts { tr("72 hours from %1, %2").arg(formatDateTime(*found), CaseTexts::until(clock, now)) };
    if (clock.isOpen())
        parts.append(StatutoryClock::nextAct(clock, m_context.catalogues, m_context.language));
    m_until->setText(parts.join(u". "_s));
    const bool late = clock.status == ClockStatus::Overdue || clock.status == ClockStatus::MetLate;
    editor(F::LateReason)->setVisible(late || !editor(F::LateReason)->raw().isEmpty());
}

QString IncidentPage::clockText() const
{
    return m_remaining->text();
}

void IncidentPage::explainKind()
{
    const CatalogueEntry* kind = m_context.catalogues.at("incident-kinds"_L1).find(editor(F::Kind)->raw());
    editor(F::Kind)->setHint(kind
            ? kind->text(m_context.language == CatalogueLanguage::English ? "advice_en"_L1 : "advice_vi"_L1)
            : QString());
}

bool IncidentPage::take(Record& record)
{
    FieldEditor* faulty = nullptr;
    for (FieldEditor* one : std::as_const(m_editors))
        if (!one->store(record) && !faulty)
            faulty = one;
    if (faulty)
        faulty->setFocus();
    for (const auto& [field, box] : std::as_const(m_boxes))
        if (box->isChecked() != (record.number(*field).value_or(0) != 0))
            record.set(*field, std::optional<qint64>(box->isChecked() ? 1 : 0));
    return !faulty;
}

void IncidentPage::save()
{
    saveThen({});
}

/// Stores what was changed and goes on; what is as it was stored is not stored again.
void IncidentPage::saveThen(const std::function<void()>& then)
{
    commitPendingInput();
    if (!m_record || m_saving)
        return;
    message()->clear();
    const bool stored = m_record->row() > 0;
    if (!mayWrite() || (stored && !isTouched())) {
        if (then)
            then();
        else
            message()->showMessage(MessageBar::Kind::Info, tr("Nothing has changed since it was saved."));
        return;
    }
    Record record = *m_record;
    if (!take(record))
        return;
    if (const auto checked = IncidentForm::check(record, m_context.now()); !checked) {
        message()->showError(checked.error());
        if (const Field* field = record.kind().field(checked.error().detail.toLatin1()); field && editor(*field))
            editor(*field)->setFocus();
        return;
    }
    store(record, then);
}

void IncidentPage::store(const Record& record, const std::function<void()>& then)
{
    // The 72 hours start with the record; later changes wait for nothing.
    const auto make = [record, now = m_context.now(), device = m_context.reg.deviceId()](
                          Database& database) -> Result<Batch> {
        if (record.row() == 0)
            if (auto right = clockCheck::demandRight(database, device, now); !right)
                return fail(right);
        Batch batch;
        batch.add(record);
        return batch;
    };
    m_saving = true;
    whenDone(this, m_draft->commit(make), [this, then, id = record.id()](const Result<Committed>& done) {
        m_saving = false;
        if (!done) {
            if (m_question)
                m_question->ask();
            return message()->showError(done.error());
        }
        m_id = id;
        setTitle(tr("Data leak"));
        const auto read = [id](Database& database) { return RecordTables(database).read(kinds::Incident, id); };
        whenDone(this, m_context.reg.read(read), [this, then, id](const Result<Record>& stored) {
            if (!stored)
                return message()->showError(stored.error());
            showRecord(*stored);
            if (then)
                then();
            else
                tellSaved(id);
        });
    });
}

/// Names are looked for after saving: the hours run, so nothing stands in the way of a record.
void IncidentPage::tellSaved(QUuid incident)
{
    const auto read = [incident](Database& database) -> Result<QStringList> {
        auto record = RecordTables(database).read(kinds::Incident, incident);
        if (!record)
            return fail(record);
        return IncidentForm::namedChildren(database, IncidentForm::texts(*record));
    };
    whenDone(this, m_context.reg.read(read), [this](const Result<QStringList>& named) {
        if (!named)
            return message()->showError(named.error());
        if (named->isEmpty())
            message()->showMessage(MessageBar::Kind::Ok, tr("The leak is saved."));
        else
            message()->showMessage(
                MessageBar::Kind::Warning, tr("The leak is saved.") + u' ' + IncidentTexts::named(*named));
    });
}

} // namespace maiam
