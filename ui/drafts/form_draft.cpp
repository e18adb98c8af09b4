// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/form_draft.h"

#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextCursor>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// The text with the word that is being composed where the cursor stands.
QString withComposed(const QWidget* input, QString text, int cursor)
{
    InputGuard* guard = InputGuard::instance();
    return guard ? text.insert(cursor, guard->composedIn(input)) : text;
}

QString textOf(const QLineEdit* line)
{
    return withComposed(line, line->text(), line->cursorPosition());
}

QString textOf(const QPlainTextEdit* area)
{
    return withComposed(area, area->toPlainText(), area->textCursor().position());
}

QString when(UtcMs saved, UtcMs now)
{
    const QDateTime at = civil::dateTime(saved);
    return at.toString(at.date() == civil::date(now) ? u"HH:mm"_s : u"HH:mm dd/MM/yyyy"_s);
}
} // namespace

FormDraft::FormDraft(Register& reg, QWidget* form)
    : QObject(form)
    , m_reg(reg)
    , m_keeper(new DraftKeeper(
          reg, [this] { return changed(); }, this))
    , m_bar(new MessageBar(form))
{
    m_bar->setObjectName(u"draftOffer"_s);
    connect(m_keeper, &DraftKeeper::kept, this, &FormDraft::kept);
    connect(m_keeper, &DraftKeeper::stored, this, [this] {
        if (std::exchange(m_tellsFault, false))
            showAgain();
    });
    connect(m_keeper, &DraftKeeper::nothingFound, this, [this] {
        m_resumes = false;
        if (m_resumed == m_keeper->key())
            m_resumed.reset();
    });
    connect(m_keeper, &DraftKeeper::found, this, [this](const Draft& draft) {
        const bool chosen = m_resumed == draft.key;
        if (chosen)
            m_resumed.reset();
        if (std::exchange(m_resumes, false) || chosen)
            take(draft);
        else
            offer(draft);
    });
    connect(m_keeper, &DraftKeeper::failed, this, [this](const Error& error) {
        m_tellsFault = true;
        // The page says of a save that failed what went wrong; here it is the draft.
        m_bar->showMessage(MessageBar::Kind::Error, tr("The draft is not kept yet: %1").arg(error.message));
    });
}

FormDraft::~FormDraft()
{
    m_keeper->disconnect(this); // the bar and the inputs may have gone before
    if (m_refused)
        m_keeper->refuse(*m_refused);
}

void FormDraft::offer(const Draft& draft)
{
    m_tellsFault = false;
    m_offered = draft;
    m_bar->showChoice(
        MessageBar::Kind::Info, tr("There is a draft of %1, not saved.").arg(when(draft.saved, m_reg.clock().now())),
        tr("Go on with it"),
        [this, draft] {
            take(draft);
            focusOn(draft);
        },
        tr("Throw it away"), [this, draft] { refuse(draft); });
}

/// The trouble is over: what it stood in front of is asked again.
void FormDraft::showAgain()
{
    m_bar->clear();
    if (m_refused)
        refuse(Draft(*m_refused)); // a copy: it takes this one's place
    else if (m_offered)
        offer(Draft(*m_offered));
}

/// One key must not destroy what somebody wrote: it stays on the disk until the bar is closed or the form is left.
void FormDraft::refuse(const Draft& draft)
{
    m_offered.reset();
    m_refused = draft;
    m_bar->showChoice(
        MessageBar::Kind::Info, tr("The draft of %1 was thrown away.").arg(when(draft.saved, m_reg.clock().now())),
        tr("Get it back"),
        [this, draft] {
            m_refused.reset();
            take(draft); // what was typed meanwhile is kept beside it, and offered next
            focusOn(draft);
        },
        tr("Close"), [this] { endRefusal(); });
}

/// What was thrown away goes from the disk; the next draft that was found is offered.
void FormDraft::endRefusal()
{
    if (!m_refused)
        return;
    const Draft refused = *m_refused;
    m_refused.reset();
    m_bar->clear();
    m_keeper->refuse(refused);
}

void FormDraft::resume(const DraftKey& key)
{
    if (m_offered && m_offered->key == key && key == m_keeper->key()) {
        const Draft draft = *m_offered; // taking it ends the offer
        m_bar->clear();
        return take(draft);
    }
    m_resumed = key;
}

void FormDraft::flush()
{
    endRefusal(); // the page is being left
    m_keeper->flush();
}

void FormDraft::setAside()
{
    endRefusal();
    m_offered.reset();
    m_keeper->setAside();
}

void FormDraft::watch(const QString& name, QLineEdit* input)
{
    connect(input, &QLineEdit::textChanged, this, &FormDraft::touch);
    input->installEventFilter(this);
    m_inputs.push_back(
        { name, [input] { return textOf(input); }, [input](const QString& text) { input->setText(text); }, input });
}

void FormDraft::watch(const QString& name, QPlainTextEdit* input)
{
    connect(input, &QPlainTextEdit::textChanged, this, &FormDraft::touch);
    input->installEventFilter(this);
    input->viewport()->installEventFilter(this);
    m_inputs.push_back({ name, [input] { return textOf(input); },
        [input](const QString& text) { input->setPlainText(text); }, input });
}

void FormDraft::watch(const QString& name, QComboBox* input)
{
    connect(input, &QComboBox::currentIndexChanged, this, &FormDraft::touch);
    m_inputs.push_back({ name, [input] { return input->currentData().toString(); },
        [input](const QString& code) {
            if (const int at = input->findData(code); at >= 0)
                input->setCurrentIndex(at);
        },
        input });
}

void FormDraft::watch(const QString& name, QAbstractButton* input)
{
    connect(input, &QAbstractButton::toggled, this, &FormDraft::touch);
    m_inputs.push_back({ name, [input] { return input->isChecked() ? u"1"_s : u"0"_s; },
        [input](const QString& on) { input->setChecked(on == u"1"); }, input });
}

void FormDraft::watch(const QString& name, QButtonGroup* input)
{
    connect(input, &QButtonGroup::idToggled, this, &FormDraft::touch);
    m_inputs.push_back({ name, [input] { return QString::number(input->checkedId()); },
        [input](const QString& number) {
            if (QAbstractButton* button = input->button(number.toInt()))
                button->setChecked(true);
        } });
}

void FormDraft::watch(const QString& name, QWidget* input, std::function<void(const QString&)> put)
{
    if (auto* line = qobject_cast<QLineEdit*>(input))
        watch(name, line);
    else if (auto* area = qobject_cast<QPlainTextEdit*>(input))
        watch(name, area);
    else if (auto* choice = qobject_cast<QComboBox*>(input))
        watch(name, choice);
    else
        return;
    m_inputs.back().put = std::move(put);
}

void FormDraft::watch(const QString& name, std::function<QString()> read, std::function<void(const QString&)> put)
{
    m_inputs.push_back({ name, std::move(read), std::move(put) });
}

void FormDraft::settle(const QString& name, Settled settled, std::function<QDate()> typedOn)
{
    for (Input& input : m_inputs) {
        if (input.name != name)
            continue;
        input.settled = settled;
        input.typedOn = typedOn;
    }
}

void FormDraft::keepAlong(const QString& name, std::function<bool()> proposed)
{
    for (Input& input : m_inputs)
        if (input.name == name)
            input.proposed = proposed;
}

bool FormDraft::eventFilter(QObject* watched, QEvent* event)
{
    // While a word is composed no input tells of a change.
    if (event->type() == QEvent::InputMethod)
        touch();
    return QObject::eventFilter(watched, event);
}

QMap<QString, QString> FormDraft::all() const
{
    QMap<QString, QString> fields;
    for (const Input& input : m_inputs) {
        const QString text = input.read();
        fields.insert(input.name, input.typedOn ? input.settled(text, input.typedOn(), {}) : text);
    }
    return fields;
}

QMap<QString, QString> FormDraft::since(const QMap<QString, QString>& before) const
{
    const QMap<QString, QString> now = all();
    QMap<QString, QString> fields = now;
    fields.removeIf([&](const auto& field) {
        const QString was = before.value(field.key());
        // A stray Enter in an empty field is nothing that somebody wrote.
        return was == field.value() || (was.trimmed().isEmpty() && field.value().trimmed().isEmpty());
    });
    for (const Input& input : m_inputs)
        if (!fields.isEmpty() && input.proposed && input.proposed())
            fields.insert(input.name, now.value(input.name));
    return fields;
}

/// The draft as it read on the day on which it was kept.
Draft FormDraft::settled(Draft draft) const
{
    const QDate kept = civil::date(draft.saved);
    const QMap<QString, QString> fields = draft.fields;
    for (const Input& input : m_inputs)
        if (const auto found = draft.fields.find(input.name); input.settled && found != draft.fields.end())
            *found = input.settled(*found, kept, fields);
    return draft;
}

void FormDraft::begin(const DraftKey& key, const QList<EntryHash>& heads)
{
    m_loaded = all();
    if (key != m_keeper->key()) {
        endRefusal();
        m_offered.reset();
        m_bar->clear();
        m_tellsFault = false;
        m_resumes = m_resumes && m_keeper->key().form.isEmpty(); // it was meant for the form that was left
    }
    m_keeper->begin(key, heads);
}

void FormDraft::goOn(const QList<EntryHash>& heads, const QStringList& typed)
{
    QMap<QString, QString> stored = all();
    for (const QString& name : typed)
        stored.insert(name, m_loaded.value(name));
    m_loaded = stored;
    m_keeper->begin(m_keeper->key(), heads);
    touch(); // the draft rests on these heads too
}

void FormDraft::take(const Draft& kept)
{
    m_offered.reset();
    const Draft draft = settled(kept); // before anything is put: another input may say how it is read
    m_keeper->take(kept);
    for (const Input& input : m_inputs)
        if (const auto found = draft.fields.find(input.name); found != draft.fields.end())
            input.put(*found);
    Q_EMIT taken(draft);
}

/// The button that was pressed has gone, and the window gave the focus to whatever comes next: it belongs to the first
/// field in which the draft put something.
void FormDraft::focusOn(const Draft& draft)
{
    const auto* form = static_cast<QWidget*>(parent());
    for (const Input& input : m_inputs) {
        if (!input.widget || draft.fields.value(input.name).isEmpty() || !input.widget->isEnabled()
            || !input.widget->isVisibleTo(form))
            continue;
        if (auto* area = qobject_cast<QPlainTextEdit*>(input.widget))
            area->moveCursor(QTextCursor::End); // where somebody goes on
        return input.widget->setFocus();
    }
}

QFuture<Result<Committed>> FormDraft::commit(Register::MakeBatch make)
{
    const QMap<QString, QString> stored = all();
    return m_keeper->commit(
        std::move(make), [this, stored] { m_loaded = stored; }, [this, stored] { return since(stored); });
}

QFuture<Result<Committed>> FormDraft::commit(const Batch& batch)
{
    return commit([batch](Database&) -> Result<Batch> { return batch; });
}

void flushDrafts(const QWidget* root)
{
    const auto forms = root->findChildren<FormDraft*>();
    for (FormDraft* form : forms)
        form->flush();
}

} // namespace maiam
