// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lock_screen.h"

#include "models/register/failed_unlocks.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/middle_card.h"
#include "ui/widgets/passphrase_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

LockScreen::LockScreen(QWidget* parent)
    : QWidget(parent)
    , m_waitText(makeWrappedLabel({}))
    , m_office(makeWrappedLabel({}))
    , m_user(new QComboBox)
    , m_passphrase(new PassphraseField)
    , m_open(makePrimaryButton(tr("&Open the register")))
    , m_forgot(makeButton(tr("&Forgotten…")))
    , m_progress(new QProgressBar)
    , m_message(new MessageBar)
    , m_line(makeLine())
    , m_note(makeWrappedLabel({}, TextStyle::Secondary))
{
    QVBoxLayout* column = (new MiddleCard(420, this))->body();
    QLabel* name = makeLabel(tr("Mái Ấm"), TextStyle::Figure);
    setTone(name, Tone::Accent);
    setMuted(m_office);
    column->addWidget(name);
    column->addWidget(m_office);
    column->addSpacing(Theme::scaled(space::S));
    column->addWidget(new LabelledField(tr("&User"), m_user));
    column->addWidget(new LabelledField(tr("&Passphrase"), m_passphrase));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::scaled(space::M));
    buttons->addWidget(m_open, 1);
    buttons->addWidget(m_forgot);
    column->addLayout(buttons);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Opening"));
    m_progress->hide();
    column->addWidget(m_progress);
    m_message->setClosable(false);
    column->addWidget(m_message);
    setTone(m_waitText, Tone::Red);
    m_waitText->hide();
    column->addWidget(m_waitText);
    m_line->hide();
    column->addWidget(m_line);
    column->addWidget(m_note);
    m_note->hide();
    m_restore = makeLinkButton(tr("Restore from a backup…"));
    m_restore->setObjectName("restore"_L1);
    column->addWidget(m_restore, 0, Qt::AlignLeft);
    connect(m_restore, &QPushButton::clicked, this, &LockScreen::restoreWanted);
    connect(m_open, &QPushButton::clicked, this, &LockScreen::unlock);
    connect(m_passphrase, &PassphraseField::returnPressed, this, &LockScreen::unlock);
    connect(m_forgot, &QPushButton::clicked, this, &LockScreen::forgotten);
    m_waiting.setInterval(std::chrono::milliseconds(500));
    connect(&m_waiting, &QTimer::timeout, this, &LockScreen::showWait);
    m_noting.setInterval(std::chrono::seconds(20));
    m_user->installEventFilter(this);
}

void LockScreen::setOffice(const QString& line)
{
    m_office->setText(line);
}

void LockScreen::setUsers(const QList<LockUser>& users, const QString& currentId)
{
    m_user->clear();
    for (const LockUser& user : users)
        m_user->addItem(user.label, user.id);
    const int index = m_user->findData(currentId);
    if (index >= 0)
        m_user->setCurrentIndex(index);
}

QString LockScreen::chosenUser() const
{
    return m_user->currentData().toString();
}

void LockScreen::setNote(const QString& urgent, const QString& note)
{
    m_note->setTextFormat(Qt::RichText);
    QString text;
    if (!urgent.isEmpty())
        text = u"<b style=\"color:%1\">%2</b> "_s.arg(Theme::colours().red.name(), urgent.toHtmlEscaped());
    m_note->setText(text + note.toHtmlEscaped());
    m_note->setVisible(!m_note->text().isEmpty());
    m_line->setVisible(!m_note->text().isEmpty());
}

void LockScreen::showMessage(MessageBar::Kind kind, const QString& text)
{
    setBusy(false);
    m_message->showMessage(kind, text);
    takeFocus();
    m_passphrase->selectAll();
}

void LockScreen::followNote(std::function<QString()> urgent, const QString& note)
{
    m_noting.disconnect(this);
    connect(&m_noting, &QTimer::timeout, this, [this, urgent, note] { setNote(urgent(), note); });
    m_noting.start();
    setNote(urgent(), note);
}

void LockScreen::followWait(std::function<Wait()> wait)
{
    m_wait = std::move(wait);
    showWait();
}

void LockScreen::showWait()
{
    const Wait wait = m_wait ? m_wait() : Wait();
    const bool over = wait.left <= std::chrono::milliseconds(0);
    const bool ended = m_mustWait && over;
    const bool begins = !m_mustWait && !over;
    m_mustWait = !over;
    m_waitText->setVisible(m_mustWait);
    if (m_mustWait) {
        m_waitText->setText(tr("Wrong %1 times in a row. The next try is possible in %2.")
                                .arg(wait.failures)
                                .arg(FailedUnlocks::waitText(wait.left)));
        m_waiting.start();
    } else {
        m_waiting.stop();
    }
    if (begins)
        m_passphrase->clear(); // what is typed after the wait would else be put behind the wrong one
    allow();
    if (begins && isVisible())
        takeFocus();
    if (ended) {
        m_message->showMessage(MessageBar::Kind::Info, tr("You can type the passphrase again."));
        if (isVisible())
            takeFocus();
        m_passphrase->selectAll();
    }
}

/// Where the keyboard goes on: while no passphrase can be given, at who opens the register.
void LockScreen::takeFocus()
{
    if (m_mustWait)
        m_user->setFocus();
    else
        m_passphrase->setFocus();
}

bool LockScreen::eventFilter(QObject* watched, QEvent* event)
{
    // Who goes on typing the passphrase without looking must not choose another user by its letters.
    if (watched == m_user && m_mustWait && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isLetter = !key->text().isEmpty() && key->text().at(0).isPrint();
        if (isLetter && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LockScreen::allow()
{
    for (QWidget* widget : std::initializer_list<QWidget*> { m_user, m_forgot, m_restore })
        widget->setDisabled(m_busy);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_passphrase, m_open })
        widget->setDisabled(m_busy || m_mustWait);
}

void LockScreen::setBusy(bool busy, const QString& doing)
{
    m_busy = busy;
    allow();
    m_progress->setVisible(busy);
    m_open->setText(busy ? tr("Opening…") : tr("&Open the register"));
    if (!busy || doing.isEmpty())
        m_message->clear();
    else
        m_message->showMessage(MessageBar::Kind::Info, doing);
    if (!busy && isVisible())
        takeFocus();
}

void LockScreen::clear()
{
    m_passphrase->clear();
}

void LockScreen::unlock()
{
    commitPendingInput();
    if (m_passphrase->text().trimmed().isEmpty()) {
        showMessage(MessageBar::Kind::Warning, tr("Type your passphrase, then press Enter."));
        return;
    }
    Q_EMIT unlockRequested(chosenUser(), m_passphrase->text());
}

void LockScreen::focusInEvent(QFocusEvent* event)
{
    // No focus proxy: with one, Tab would never lead to who stands above the passphrase.
    QWidget::focusInEvent(event);
    takeFocus();
}

void LockScreen::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    takeFocus();
}

void LockScreen::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    QTimer::singleShot(std::chrono::seconds(30), this, [this] {
        if (!isVisible())
            clear();
    });
}

} // namespace maiam
