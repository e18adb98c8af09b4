// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/intake_page.h"

#include "models/base/when_done.h"
#include "models/cases/case_work.h"
#include "models/cases/file_codes.h"
#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/register/clock_check.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/folded_section.h"
#include "ui/cases/intake_side.h"
#include "ui/drafts/form_draft.h"
#include "ui/shell/clock_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/tab_order.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int LookAfterMs = 200;

/// Two kinds of record share field names ("note"), so a draft names both.
QString keyOf(const FieldEditor* editor, bool ofChild)
{
    return (ofChild ? u"child."_s : u"case."_s) + QLatin1StringView(editor->field().name);
}
} // namespace

IntakePage::IntakePage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_question(new ClockQuestion(context.reg, this))
    , m_look(new QTimer(this))
{
    setTitle(tr("Take a report"));
    setSubtitle(tr("Form 01 · the time and one line are enough to save"));
    m_look->setSingleShot(true);
    connect(m_look, &QTimer::timeout, this, &IntakePage::lookForAlikes);
    makeSide();
    makeForm();
    for (const auto& keys : { QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter),
             QKeySequence(Qt::CTRL | Qt::Key_S) })
    {
        auto* shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] { save(true); });
    }
    makeDraft();
    tabOrder::through({ column()->parentWidget(), m_clock, m_alikes });
}

FieldEditor* IntakePage::add(const Field& field, const QString& label)
{
    auto* editor = new FieldEditor(field, m_context, label, this);
    m_ofCase.append(editor);
    return editor;
}

FieldEditor* IntakePage::addOfChild(const Field& field, const QString& label)
{
    FieldEditor* editor = add(field, label);
    m_ofCase.removeLast();
    m_ofChild.append(editor);
    return editor;
}

FieldEditor* IntakePage::editor(const Field& field) const
{
    for (FieldEditor* editor : m_ofCase + m_ofChild)
        if (&editor->field() == &field)
            return editor;
    return nullptr;
}

void IntakePage::makeForm()
{
    auto* card = new Card(this);
    card->body()->setSpacing(Theme::scaled(space::M));
    m_rows = new FormRows(card);
    FieldEditor* received = add(CaseFields::Received, tr("&Received at"));
    received->setRequired(true);
    received->setPlaceholder(tr("23:40 yesterday"));
    connect(received, &FieldEditor::edited, this, &IntakePage::receivedEdited);
    FieldEditor* hotline = add(CaseFields::HotlineReceived, tr("111 received at"));
    m_rows->addRow({ { received, 4 }, { add(CaseFields::Channel, tr("&By way of")), 3 },
        { add(CaseFields::Source, tr("S&ource")), 3 }, { hotline, 3 } });
    FieldEditor* summary = add(CaseFields::Summary, tr("&What happened, and where"));
    summary->setRequired(true);
    m_rows->addRow({ { summary, 1 } });
    FieldEditor* name = addOfChild(ChildFields::Name, tr("&Name of the child"));
    connect(name, &FieldEditor::edited, this, [this] { m_look->start(LookAfterMs); });
    FieldEditor* birth = addOfChild(ChildFields::Birth, tr("Born / &about how old"));
    birth->setPlaceholder(tr("about 9 years old"));
    m_rows->addRow({ { name, 6 }, { birth, 3 }, { addOfChild(ChildFields::Sex, tr("Se&x")), 3 } });
    m_known = new QWidget(this);
    auto* known = new QHBoxLayout(m_known);
    known->setContentsMargins(0, 0, 0, 0);
    m_knownName = makeWrappedLabel({}, TextStyle::Body, m_known);
    QPushButton* other = makeLinkButton(tr("It is another child"), m_known);
    connect(other, &QPushButton::clicked, this, [this] { useChild({}, {}); });
    known->addWidget(m_knownName, 1);
    known->addWidget(other);
    m_known->hide();
    m_rows->addRow({ { m_known, 1 } });
    FieldEditor* village = addOfChild(ChildFields::Village, tr("Where the child &lives"));
    m_rows->addRow({ { add(CaseFields::Place, tr("Where it ha&ppened")), 1 }, { village, 1 } });
    FieldEditor* condition = add(CaseFields::Condition, tr("The child's present &condition"));
    condition->setLines(1);
    FieldEditor* carer = addOfChild(ChildFields::Carer, tr("Who &cares for the child now").remove(u'&'));
    m_rows->addRow({ { condition, 1 }, { carer, 1 } });
    m_rows->addRow({ { add(CaseFields::Kind, tr("&Kind of abuse")), 1 }, { add(CaseFields::Environment), 1 } });
    card->body()->addWidget(m_rows);
    card->body()->addWidget(makeLine(card));
    column()->addWidget(card);
    makeFolded();
    makeButtons();
}

void IntakePage::makeFolded()
{
    auto* sections = new QVBoxLayout;
    sections->setSpacing(0); // closed ones stand together, so that the buttons are in sight at 1366×768
    qobject_cast<Card*>(m_rows->parentWidget())->body()->addLayout(sections);
    const auto section = [this, sections](const QString& title, const QList<QList<std::pair<QWidget*, int>>>& rows) {
        auto* folded = new FoldedSection(title, this);
        auto* form = new FormRows(folded);
        for (const auto& row : rows)
            form->addRow(row);
        folded->body()->addWidget(form);
        m_sections.append(folded);
        sections->addWidget(folded);
    };
    section(tr("Reporter (not needed, kept secret)"),
        { { { add(CaseFields::ReporterName), 2 }, { add(CaseFields::ReporterPhone), 1 } },
            { { add(CaseFields::ReporterAddress), 1 } } });
    section(tr("Father and mother"),
        { { { addOfChild(ChildFields::Father), 1 }, { addOfChild(ChildFields::Mother), 1 } } });
    section(
        tr("Suspected person"), { { { add(CaseFields::SuspectName), 1 }, { add(CaseFields::SuspectRelation), 1 } } });
    section(tr("Done before the report came in"), { { { add(CaseFields::PriorAction), 1 } } });
}

void IntakePage::makeButtons()
{
    m_assess = makePrimaryButton(tr("&Save, open Form 02") + u"  Ctrl+⏎"_s, this);
    m_save = makeButton(tr("Save in the re&gister of reports"), this);
    m_kept = makeLabel({}, TextStyle::Secondary, this);
    auto* card = qobject_cast<Card*>(m_rows->parentWidget());
    card->body()->addWidget(FlowLayout::row({ m_assess, m_save, m_kept }, card));
    connect(m_assess, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
}

void IntakePage::makeSide()
{
    m_clock = new TwelveHoursCard(m_context, this);
    m_alikes = new LookAlikesCard(this);
    addSide(m_clock);
    addSide(m_alikes);
    addSide(new FirstHoursCard(this));
    connect(m_clock, &TwelveHoursCard::justNow, this, [this] {
        editor(CaseFields::Received)->setRaw(formatDateTime(m_context.now()));
        receivedEdited();
        m_draft->touch();
    });
    connect(m_alikes, &LookAlikesCard::chosen, this, [this](const ChildRow& child) {
        // Of a file with restricted access only what was typed here is known.
        const QString name = child.restricted ? editor(ChildFields::Name)->raw() : child.name;
        useChild(child.id, name + u" · "_s + child.code);
    });
}

void IntakePage::activated()
{
    editor(CaseFields::Received)->setFocus();
}

QJsonObject IntakePage::place() const
{
    return { { u"draft"_s, m_draft->isTouched() } };
}

void IntakePage::returnTo(const QJsonObject& place)
{
    if (place.value("draft"_L1).toBool())
        m_draft->resume();
}

void IntakePage::receivedEdited()
{
    const auto value = editor(CaseFields::Received)->read();
    std::optional<UtcMs> received;
    if (value && !isNull(*value))
        received = std::get<qint64>(*value);
    const bool ahead = received && CaseWork::isAhead(*received, m_context.now());
    if (ahead)
        editor(CaseFields::Received)->setError(tr("This time has not come yet. Correct the time of reception."));
    m_clock->setReceived(ahead ? std::nullopt : received);
}

void IntakePage::makeDraft()
{
    m_draft = new FormDraft(m_context.reg, this);
    column()->insertWidget(0, m_draft->bar());
    column()->insertWidget(0, m_question);
    connect(m_question, &ClockQuestion::answered, message(), &MessageBar::clear);
    connect(m_question, &ClockQuestion::answered, this, &IntakePage::clockConfirmed);
    for (FieldEditor* editor : std::as_const(m_ofCase))
        editor->keepIn(*m_draft, keyOf(editor, false));
    for (FieldEditor* editor : std::as_const(m_ofChild))
        editor->keepIn(*m_draft, keyOf(editor, true));
    m_draft->watch(
        u"known_child"_s, [this] { return m_child.isNull() ? QString() : m_child.toString(QUuid::WithoutBraces); },
        [this](const QString& id) { m_child = QUuid(id); });
    connect(m_draft, &FormDraft::taken, this, &IntakePage::restored);
    connect(m_draft, &FormDraft::kept, this,
        [this](UtcMs at) { m_kept->setText(tr("draft kept %1").arg(civil::dateTime(at).toString(u"HH:mm:ss"_s))); });
    m_draft->begin({ u"intake"_s, {} });
}

void IntakePage::restored()
{
    // A section that holds something is shown, so that nothing is saved unseen.
    for (FoldedSection* section : std::as_const(m_sections)) {
        const auto editors = section->findChildren<FieldEditor*>();
        if (std::any_of(editors.begin(), editors.end(), [](const FieldEditor* e) { return !e->raw().isEmpty(); }))
            section->setOpen(true);
    }
    useChild(m_child, editor(ChildFields::Name)->raw());
    receivedEdited();
    m_look->start(LookAfterMs);
}

void IntakePage::lookForAlikes()
{
    if (!m_child.isNull())
        return;
    const quint64 asked = ++m_asked;
    const auto read = [name = editor(ChildFields::Name)->raw()](
                          Database& database) { return childList::lookAlikes(database, name); };
    whenDone(this, m_context.reg.read(read), [this, asked](const Result<std::vector<ChildRow>>& found) {
        if (asked == m_asked && m_child.isNull())
            m_alikes->setChildren(found ? *found : std::vector<ChildRow>());
    });
}

void IntakePage::useChild(QUuid id, const QString& name)
{
    m_child = id;
    const bool known = !id.isNull();
    m_known->setVisible(known);
    m_knownName->setText(tr("Child of the register: %1. What the register holds about it stays as it is.").arg(name));
    for (const Field* field : { &ChildFields::Name, &ChildFields::Birth, &ChildFields::Sex })
        editor(*field)->setEnabled(!known);
    if (known)
        m_alikes->hide();
    m_draft->touch();
}

bool IntakePage::takeFields(Record& report, Record& child)
{
    FieldEditor* faulty = nullptr;
    const auto received = editor(CaseFields::Received)->read();
    if (received && !isNull(*received))
        editor(ChildFields::Birth)->setReferenceDay(civil::date(std::get<qint64>(*received)));
    for (FieldEditor* one : std::as_const(m_ofCase))
        if (!one->store(report) && !faulty)
            faulty = one;
    for (FieldEditor* one : std::as_const(m_ofChild))
        if (!one->store(child) && !faulty)
            faulty = one;
    if (!faulty) {
        if (auto checked = CaseWork::checkReport(report, m_context.now()); !checked) {
            faulty = editor(report.has(CaseFields::Received) && report.text(CaseFields::Summary).isEmpty()
                    ? CaseFields::Summary
                    : CaseFields::Received);
            faulty->setError(checked.error().message);
        }
    }
    if (!faulty)
        return true;
    for (FoldedSection* section : std::as_const(m_sections))
        if (section->isAncestorOf(faulty))
            section->setOpen(true);
    faulty->setFocus();
    return false;
}

void IntakePage::setBusy(bool busy)
{
    m_assess->setEnabled(!busy);
    m_save->setEnabled(!busy);
}

void IntakePage::save(bool assess)
{
    commitPendingInput();
    if (!m_assess->isEnabled() || m_done)
        return;
    Record report = m_context.reg.newRecord(kinds::Case);
    Record typed = m_context.reg.newRecord(kinds::Child);
    message()->clear();
    if (!takeFields(report, typed))
        return;
    if (!assess)
        report.set(CaseFields::Outcome, u"pending"_s);
    setBusy(true);
    const auto make = [report, typed, known = m_child, prefix = m_context.prefix(), now = m_context.now(),
                          device = m_context.reg.deviceId()](Database& database) -> Result<Batch> {
        if (auto right = clockCheck::demandRight(database, device, now); !right)
            return fail(right);
        Record child = typed;
        if (!known.isNull()) {
            auto held = RecordTables(database).read(kinds::Child, known);
            if (!held)
                return fail(held);
            // What the register holds about the child stays; the report only fills gaps, and who cares now is news.
            for (const Field* field :
                { &ChildFields::Carer, &ChildFields::Village, &ChildFields::Father, &ChildFields::Mother })
                if (typed.has(*field) && (field == &ChildFields::Carer || !held->has(*field)))
                    held->setValue(*field, typed.value(*field));
            child = *held;
        }
        FileCodes codes(database, prefix);
        auto caseCode = codes.nextCase(civil::date(*report.number(CaseFields::Received)).year());
        if (!caseCode)
            return fail(caseCode);
        auto childCode = codes.nextChild();
        if (!childCode)
            return fail(childCode);
        return CaseWork::takeReport(report, child, *caseCode, *childCode, now);
    };
    whenDone(this, m_draft->commit(make), [this, id = report.id(), assess](const Result<Committed>& committed) {
        setBusy(false);
        if (!committed) {
            m_question->ask();
            return message()->showError(committed.error());
        }
        m_done = true;
        Q_EMIT saved(id, assess);
    });
}

} // namespace maiam
