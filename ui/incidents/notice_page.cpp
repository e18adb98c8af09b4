// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/notice_page.h"

#include "models/base/when_done.h"
#include "models/incidents/incident_form.h"
#include "models/incidents/notice_words.h"
#include "models/papers/incident_paper.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/typed_since.h"
#include "ui/drafts/form_draft.h"
#include "ui/incidents/incident_texts.h"
#include "ui/reports/paper_view.h"
#include "ui/shell/looks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/printing.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/read_only.h"

#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
using F = IncidentFields;
using namespace std::chrono_literals;
} // namespace

NoticePage::NoticePage(WorkContext& context, QUuid incident, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_id(incident)
    , m_view(new PaperView)
{
    setTitle(tr("Notice of a data leak"));
    connect(addAction(tr("P&DF…")), &QPushButton::clicked, this, &NoticePage::savePdf);
    QPushButton* print = addPrimaryAction(tr("&Print…"));
    connect(print, &QPushButton::clicked, this, &NoticePage::print);
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, print, &QPushButton::click);
    print->setToolTip(QKeySequence(QKeySequence::Print).toString(QKeySequence::NativeText));
    m_view->sheets()->setAccessibleName(tr("The notice as it will be printed"));
    setBody(m_view, false);
    makeSide();
    m_typing.setSingleShot(true);
    m_typing.setInterval(300ms);
    connect(&m_typing, &QTimer::timeout, this, &NoticePage::compose);
    looks::opened(this, context.reg, kinds::Incident, incident); // no page of the leak need stand behind it
    reload();
}

bool NoticePage::mayWrite() const
{
    return roleRule::mayRecordLeaks(m_context.reg.roles());
}

FieldEditor* NoticePage::add(const Field& field, QWidget* parent)
{
    auto* editor = new FieldEditor(field, m_context, {}, parent);
    m_editors.append(editor);
    editor->keepIn(*m_draft);
    connect(editor, &FieldEditor::edited, this, [this] { m_typing.start(); });
    if (!mayWrite()) {
        if (auto* line = qobject_cast<QLineEdit*>(editor->editor()))
            line->setReadOnly(true);
        if (auto* area = qobject_cast<QPlainTextEdit*>(editor->editor()))
            setAreaReadOnly(area, true);
    }
    return editor;
}

FieldEditor* NoticePage::editor(const Field& field) const
{
    const auto found = std::find_if(
        m_editors.begin(), m_editors.end(), [&](const FieldEditor* one) { return &one->field() == &field; });
    return found == m_editors.end() ? nullptr : *found;
}

void NoticePage::makeSide()
{
    auto* texts = new Card(tr("Correct what is printed"));
    m_draft = new FormDraft(m_context.reg, texts);
    texts->body()->addWidget(m_draft->bar());
    for (const Field* field : { &F::Recipient, &F::Number, &F::NoticeStory, &F::NoticeData, &F::Done, &F::Harm,
             &F::Measures, &F::Contact, &F::LateReason })
        texts->body()->addWidget(add(*field, texts));
    editor(F::Number)->setPlaceholder(u"15/TB-UBND"_s);
    editor(F::NoticeStory)->setLines(5);
    editor(F::NoticeData)->setLines(4);
    if (mayWrite()) {
        auto* save = makeButton(tr("&Save the texts"), texts);
        save->setObjectName("save"_L1);
        connect(save, &QPushButton::clicked, this, &NoticePage::save);
        connect(
            new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &NoticePage::save);
        texts->body()->addWidget(save, 0, Qt::AlignLeft);
    }
    addSide(texts);
    auto* law = new Card(tr("What the law says"));
    law->body()->addWidget(makeWrappedLabel(IncidentTexts::law(), TextStyle::Secondary, law));
    addSide(law);
    connect(m_draft, &FormDraft::taken, this, [this](const Draft& draft) {
        if (m_loaded)
            m_loaded->record = drafts::resting(m_loaded->record, draft);
        compose();
    });
}

void NoticePage::reload()
{
    const auto read = [id = m_id, office = m_context.reg.office().id](Database& database) -> Result<Loaded> {
        auto record = RecordTables(database).read(kinds::Incident, id);
        if (!record)
            return fail(record);
        auto issuing = ReportOffice::read(database, office);
        if (!issuing)
            return fail(issuing);
        return Loaded { std::move(*record), std::move(*issuing) };
    };
    whenDone(this, m_context.reg.read(read), [this](const Result<Loaded>& loaded) {
        if (loaded)
            showRecord(*loaded);
        else
            message()->showError(loaded.error());
    });
}

/// What the notice says there: what is filled in stands in the input too, so that it can be corrected word by word.
Value NoticePage::shownValue(const Record& record, const Field& field) const
{
    if (&field == &F::NoticeStory)
        return noticeWords::story(record, m_context.catalogues);
    if (&field == &F::NoticeData)
        return noticeWords::data(record, m_context.catalogues);
    if (&field == &F::Recipient)
        return noticeWords::recipient(record);
    return record.value(field);
}

/// \a typed: the inputs in which somebody typed on while what is stored was saved.
void NoticePage::showRecord(const Loaded& loaded, const QStringList& typed)
{
    m_loaded = loaded;
    for (FieldEditor* one : std::as_const(m_editors)) {
        loadUnlessTyped(*one, shownValue(loaded.record, one->field()), typed);
        if (typed.contains(QString::fromLatin1(one->field().name)))
            continue;
        if (auto* line = qobject_cast<QLineEdit*>(one->editor()))
            line->setCursorPosition(0); // a long name shows its beginning
    }
    const ClockState clock = m_context.clock.leakNotice(loaded.record.number(F::Found).value_or(0),
        loaded.record.number(F::Sent), loaded.record.number(F::Closed), m_context.now());
    const bool late = clock.status == ClockStatus::Overdue || clock.status == ClockStatus::MetLate;
    editor(F::LateReason)->setVisible(late || loaded.record.has(F::LateReason));
    setSubtitle(IncidentTexts::state(clock, loaded.record.number(F::Sent), loaded.record.number(F::Closed)));
    if (!typed.isEmpty())
        m_draft->goOn(loaded.record.heads(), typed);
    else if (mayWrite())
        m_draft->begin({ u"incident-notice"_s, m_id }, loaded.record.heads());
    compose();
}

/// Puts the corrections into the record; a text that is as it was filled in is not kept, so that it goes on following
/// the record. False, with the fault shown, when one cannot be read.
bool NoticePage::take(Record& record) const
{
    bool good = true;
    for (FieldEditor* one : m_editors) {
        const bool touched = one->isTouched();
        if (!one->store(record)) {
            good = false;
            continue;
        }
        const Field& field = one->field();
        const QString filled = &field == &F::NoticeStory ? noticeWords::filledStory(record, m_context.catalogues)
            : &field == &F::NoticeData                   ? noticeWords::filledData(record, m_context.catalogues)
                                                         : QString();
        if (touched && !filled.isEmpty() && record.text(field) == filled)
            record.set(field, QString());
    }
    return good;
}

papers::Paper NoticePage::paper(const Record& record) const
{
    const UtcMs now = m_context.now();
    const UtcMs due = m_context.clock.leakNotice(record.number(F::Found).value_or(0), {}, {}, now).dueAt;
    return papers::incidentPaper(record, m_loaded->office, m_context.catalogues, { now, due, m_context.reg.demo() });
}

void NoticePage::compose()
{
    if (!m_loaded)
        return;
    Record typed = m_loaded->record;
    [[maybe_unused]] const bool good = take(typed); // a fault is told beside its input
    m_view->setPaper(papers::composePaper(paper(typed)));
}

void NoticePage::activated()
{
    editor(F::Recipient)->setFocus(); // what is corrected first; the page's first button would save it as PDF
}

void NoticePage::deactivated()
{
    saveThen([] {});
}

void NoticePage::returnTo(const QJsonObject&)
{
    m_draft->resume();
}

void NoticePage::save()
{
    saveThen([this] { message()->showMessage(MessageBar::Kind::Ok, tr("The texts are saved.")); });
}

void NoticePage::saveThen(const std::function<void()>& then)
{
    commitPendingInput();
    if (!m_loaded || m_saving)
        return;
    Record record = m_loaded->record;
    if (!take(record))
        return;
    if (!mayWrite() || record.changes().empty())
        return then();
    if (const auto checked = IncidentForm::check(record, m_context.now()); !checked)
        return message()->showError(checked.error());
    store(record, then);
}

void NoticePage::store(const Record& record, const std::function<void()>& then)
{
    Batch batch;
    batch.add(record);
    m_saving = true;
    whenDone(this, m_draft->commit(batch), [this, then](const Result<Committed>& done) {
        m_saving = bool(done); // until the next save can rest on what this one stored
        if (!done)
            return message()->showError(done.error());
        const auto read = [id = m_id](Database& database) { return RecordTables(database).read(kinds::Incident, id); };
        whenDone(this, m_context.reg.read(read), [this, then](const Result<Record>& stored) {
            m_saving = false;
            if (!stored)
                return message()->showError(stored.error());
            commitPendingInput();
            showRecord({ *stored, m_loaded->office }, m_draft->typed());
            then();
        });
    });
}

/// Stores, looks for children's names, and asks where words are the same as one.
void NoticePage::withPaper(const std::function<void(const papers::Paper&)>& use)
{
    message()->clear();
    saveThen([this, use] {
        Record record = m_loaded->record;
        for (const FieldEditor* one : std::as_const(m_editors))
            record.setValue(one->field(), shownValue(record, one->field()));
        QStringList printed;
        for (const FieldEditor* one : std::as_const(m_editors))
            printed.append(record.text(one->field()));
        const auto read = [printed](Database& database) { return IncidentForm::namedChildren(database, printed); };
        whenDone(this, m_context.reg.read(read), [this, use](const Result<QStringList>& named) {
            if (!named)
                return message()->showError(named.error());
            if (named->isEmpty())
                return use(paper(m_loaded->record));
            Question question;
            question.title = tr("A child's name on the notice");
            question.text = IncidentTexts::named(*named);
            question.explanation =
                tr("The notice goes from desk to desk. Go on only when the words are no child's name.");
            question.accept = tr("It is no name, go on");
            question.cancel = tr("Correct it");
            Questions::ask(this, question, [this, use](Answer answer) {
                if (answer == Answer::Accept)
                    use(paper(m_loaded->record));
            });
        });
    });
}

/// Before it leaves: a printer that fails has printed some.
QFuture<Result<void>> NoticePage::recorded(AccessAct act)
{
    return m_context.reg.recordAccess(act, &kinds::Incident, { m_id });
}

void NoticePage::print()
{
    withPaper([this](const papers::Paper& wanted) {
        const auto put = [this, wanted](const std::shared_ptr<QPrinter>& printer) {
            const auto done = printing::put(papers::composePaper(wanted), *printer);
            if (!done)
                return message()->showError(done.error());
            offerSent(done->isEmpty() ? tr("The notice was given to the printer.")
                                      : tr("The notice is saved: %1.").arg(QDir::toNativeSeparators(*done)));
        };
        printing::choose(this, papers::incidentTitle(), [this, put](const std::shared_ptr<QPrinter>& printer) {
            looks::whenNoted(this, message(), recorded(AccessAct::Printed), [put, printer] { put(printer); });
        });
    });
}

void NoticePage::savePdf()
{
    withPaper([this](const papers::Paper& wanted) {
        const QString day =
            civil::date(m_loaded->record.number(F::Found).value_or(m_context.now())).toString(Qt::ISODate);
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        const FileQuestion question { tr("Save the notice as PDF"),
            folder.filePath(u"thong-bao-su-co-%1.pdf"_s.arg(day)), { tr("PDF documents (*.pdf)") }, u"pdf"_s };
        Questions::saveFile(this, question, [this, wanted](const QString& file) {
            if (file.isEmpty())
                return;
            const auto work = [file, wanted] {
                return papers::writePdf(papers::composePaper(wanted), file, papers::incidentTitle());
            };
            whenDone(this, looks::written(recorded(AccessAct::Exported), work), [this, file](const Result<void>& done) {
                if (!done)
                    return message()->showError(done.error());
                offerSent(tr("The notice is saved: %1.").arg(QDir::toNativeSeparators(file)));
            });
        });
    });
}

void NoticePage::offerSent(const QString& done)
{
    if (!mayWrite() || m_loaded->record.has(F::Sent))
        return message()->showMessage(MessageBar::Kind::Ok, done);
    message()->showMessage(MessageBar::Kind::Ok,
        done + u' '
            + tr("The 72 hours end only when it has been sent: then say so here, or enter the time in the form."),
        tr("It was sent just now"), [this] { markSent(); });
}

void NoticePage::markSent()
{
    commitPendingInput();
    if (!m_loaded || m_saving)
        return;
    Record record = m_loaded->record;
    if (!take(record))
        return;
    record.set(F::Sent, std::optional<qint64>(m_context.now()));
    record.set(F::Recipient, noticeWords::recipient(record));
    if (const auto checked = IncidentForm::check(record, m_context.now()); !checked)
        return message()->showError(checked.error());
    store(record, [this] {
        message()->showMessage(MessageBar::Kind::Ok,
            tr("Sent: %1. The clock has stopped.").arg(formatDateTime(*m_loaded->record.number(F::Sent))));
    });
}

} // namespace maiam
