// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/recovery_screen.h"

#include "models/base/when_done.h"
#include "models/text/name_order.h"
#include "ui/people/key_groups.h"
#include "ui/people/key_services.h"
#include "ui/people/role_texts.h"
#include "ui/shell/first_start_steps.h"
#include "ui/widgets/card.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/steady_scroll_area.h"
#include "ui/widgets/step_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace maiam {

namespace {
constexpr int NameRole = Qt::UserRole + 1; ///< of a person in the list: the name without the role
} // namespace

RecoveryScreen::RecoveryScreen(const QString& folder, std::shared_ptr<Clock> clock,
    std::shared_ptr<FailedUnlocks> tries, const KdfLimits& limits, QWidget* parent)
    : QWidget(parent)
    , m_folder(folder)
    , m_clock(std::move(clock))
    , m_tries(std::move(tries))
    , m_limits(limits)
    , m_services(keyServices({}, {}))
    , m_line(new StepLine)
    , m_message(new MessageBar)
    , m_opening(new QWidget)
    , m_scroll(new SteadyScrollArea)
    , m_back(makeButton(tr("Back")))
    , m_next(makePrimaryButton({}))
{
    auto* sides = new QHBoxLayout(this);
    sides->setContentsMargins(0, 0, 0, 0);
    auto* content = new QWidget;
    content->setMaximumWidth(Theme::scaled(860));
    sides->addStretch(1);
    sides->addWidget(content, 1000);
    sides->addStretch(1);
    auto* all = new QVBoxLayout(content);
    all->setContentsMargins(
        Theme::scaled(space::XL), Theme::scaled(space::L), Theme::scaled(space::XL), Theme::scaled(space::L));
    all->setSpacing(Theme::scaled(space::M));
    QLabel* name = makeLabel(tr("The passphrase is forgotten"), TextStyle::Title);
    setTone(name, Tone::Accent);
    all->addWidget(name);
    auto* lineCard = new Card;
    lineCard->body()->addWidget(m_line);
    all->addWidget(lineCard);
    all->addWidget(m_message);
    auto* opening = new QVBoxLayout(m_opening);
    opening->setContentsMargins(0, 0, 0, 0);
    opening->addWidget(makeWrappedLabel(
        tr("Opening the register with its new keys; this can take a minute"), TextStyle::Secondary, m_opening));
    auto* bar = new QProgressBar(m_opening);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Opening"));
    opening->addWidget(bar);
    m_opening->hide();
    all->addWidget(m_opening);
    auto* card = new Card;
    card->body()->setContentsMargins(Theme::scaled(24), Theme::scaled(20), Theme::scaled(24), Theme::scaled(20));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(card);
    all->addWidget(m_scroll, 1);
    m_steps = { makePaper(), makePerson(), makeNewKey() };
    for (QWidget* step : std::as_const(m_steps))
        card->body()->addWidget(step);
    card->body()->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_next);
    all->addLayout(buttons);
    m_line->setInteractive(false);
    m_next->setAutoDefault(true);
    m_next->setObjectName(QStringLiteral("next"));
    connect(m_back, &QPushButton::clicked, this, &RecoveryScreen::back);
    connect(m_next, &QPushButton::clicked, this, &RecoveryScreen::next);
    setFocusProxy(m_entries.first()); // where the window puts the focus when it shows this page
    showStep(0);
    lookAtKeys();
}

RecoveryScreen::~RecoveryScreen() = default;

QWidget* RecoveryScreen::makePaper()
{
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::M));
    column->addWidget(makeWrappedLabel(
        tr("The recovery key is in the sealed envelope that the chairman keeps. Open it together and type the eight "
           "groups; capital letters, O or 0, I or 1 make no difference."),
        TextStyle::Body, step));
    m_oneSheet = new QRadioButton(tr("The &recovery key, one sheet"), step);
    m_twoSheets = new QRadioButton(tr("The two &escrow sheets of the province"), step);
    m_oneSheet->setChecked(true);
    column->addWidget(m_oneSheet);
    column->addWidget(m_twoSheets);
    m_entries = { new KeyEntry({}, step), new KeyEntry(tr("Second sheet"), step) };
    for (KeyEntry* entry : std::as_const(m_entries))
        column->addWidget(entry);
    m_entries.last()->hide();
    connect(m_twoSheets, &QRadioButton::toggled, this, &RecoveryScreen::chooseSheets);
    column->addWidget(makeLine(step));
    column->addWidget(makeWrappedLabel(
        tr("Is the passphrase right and the keys file (register.keys) missing, damaged or an old copy? A backup holds "
           "the keys of its day."),
        TextStyle::Secondary, step));
    auto* keys = makeButton(tr("Put back the &keys of a backup…"), step);
    keys->setObjectName(QStringLiteral("keysBack"));
    column->addWidget(keys, 0, Qt::AlignLeft);
    connect(keys, &QPushButton::clicked, this, &RecoveryScreen::putKeysBack);
    return step;
}

QWidget* RecoveryScreen::makePerson()
{
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::M));
    m_person = new QComboBox(step);
    m_person->setObjectName(QStringLiteral("person"));
    m_person->installEventFilter(this);
    m_personField = new LabelledField(tr("Who sets a new passphrase? The person t&ypes it alone."), m_person, step);
    column->addWidget(m_personField);
    connect(m_person, &QComboBox::currentIndexChanged, this, [this] { m_personField->setError({}); });
    m_passphrase = new PassphraseStep(m_services, step);
    column->addWidget(m_passphrase);
    return step;
}

QWidget* RecoveryScreen::makeNewKey()
{
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::M));
    m_newKey = new QCheckBox(tr("Print a &new recovery key; the one in the opened envelope is worth nothing then "
                                "(recommended)"),
        step);
    m_newKey->setChecked(true);
    column->addWidget(m_newKey);
    m_recovery = new RecoveryStep(m_services, step);
    column->addWidget(m_recovery);
    connect(m_newKey, &QCheckBox::toggled, m_recovery, &QWidget::setVisible);
    return step;
}

bool RecoveryScreen::printsNewKey() const
{
    return m_newKey->isChecked();
}

bool RecoveryScreen::usedEscrow() const
{
    return m_twoSheets->isChecked();
}

void RecoveryScreen::showStep(int index)
{
    const QStringList titles { tr("Paper"), tr("Passphrase"), tr("New recovery key") };
    m_line->setSteps(titles.mid(0, m_steps.size()), index);
    m_current = index;
    for (QWidget* step : std::as_const(m_steps))
        step->setVisible(step == m_steps.at(index));
    m_back->setText(index == 0 ? tr("Back to the lock") : tr("Back"));
    m_next->setText(index + 1 < m_steps.size() ? tr("Next") : tr("Open the register"));
    m_scroll->verticalScrollBar()->setValue(0);
    if (index == 0)
        m_entries.first()->setFocus();
    else if (index == 1) {
        m_passphrase->enter(m_answers);
        m_person->setFocus(); // whose passphrase it is comes before what it is
    } else {
        m_answers.userName = m_person->currentData(NameRole).toString();
        // The office's name stands inside the register, which is not open yet: the paper leaves room for it.
        m_recovery->enter(m_answers);
    }
}

void RecoveryScreen::lookAtKeys()
{
    const auto users = Register::users(m_folder, m_limits);
    if (users)
        return;
    const bool keys = users.error().code == ErrorCode::KeysMissing || users.error().code == ErrorCode::KeysDamaged;
    if (!keys)
        return m_message->showError(users.error());
    m_message->showMessage(
        MessageBar::Kind::Error, users.error().message, tr("Choose the backup…"), [this] { putKeysBack(); });
}

void RecoveryScreen::putKeysBack()
{
    const FileQuestion question { tr("A backup, or a copy of the keys file"), {},
        { tr("Backups and keys files (*.maiam-backup register.keys*)"), tr("All files (*)") }, {} };
    Questions::openFile(this, question, [this](const QString& file) {
        if (file.isEmpty())
            return;
        const auto kept = UnlockedFolder::putKeysBack(m_folder, file, m_limits);
        if (!kept)
            return m_message->showMessage(
                MessageBar::Kind::Error, kept.error().message, tr("Choose another…"), [this] { putKeysBack(); });
        QString said =
            tr("The keys file is back. Unlock with the passphrase of that day, or go on here with the paper.");
        if (!kept->isEmpty())
            said += u' '
                + tr("The one that stood there belongs to another register; it is kept beside it as %1.").arg(*kept);
        m_message->showMessage(MessageBar::Kind::Ok, said);
    });
}

/// What was typed from the other paper is no part of this one.
void RecoveryScreen::chooseSheets(bool two)
{
    m_entries.first()->clear();
    m_entries.first()->setTitle(two ? tr("First sheet") : QString());
    m_entries.last()->setVisible(two);
}

bool RecoveryScreen::takePaper()
{
    auto one = m_entries.first()->take();
    if (!one)
        return false;
    std::optional<RecoveryKey> other;
    if (m_twoSheets->isChecked() && !(other = m_entries.last()->take()))
        return false;
    auto unlocked = m_tries->attempt([&] {
        return other ? UnlockedFolder::withEscrow(m_folder, *one, *other, m_limits)
                     : UnlockedFolder::withRecovery(m_folder, *one, m_limits);
    });
    if (!unlocked) {
        const bool former = unlocked.error().code == ErrorCode::WrongPassphrase && !other;
        m_message->showMessage(MessageBar::Kind::Error,
            former ? unlocked.error().message + u' ' + tr("Look for the envelope that was sealed last.")
                   : unlocked.error().message);
        return false;
    }
    m_unlocked = std::make_shared<UnlockedFolder>(std::move(*unlocked));
    fillPeople();
    // Used shares are no longer secret: the key changes whether the recovery key does or not.
    m_newKey->setText(m_oneSheet->isChecked()
            ? tr("Print a &new recovery key; the one in the opened envelope is worth nothing then (recommended)")
            : tr("Print a &new recovery key as well. The two escrow sheets are worth nothing after this, whether it is "
                 "printed or not."));
    return true;
}

/// In the order of "Users and keys". Of several nobody is chosen by chance: the passphrase of whoever stands there is
/// written over.
void RecoveryScreen::fillPeople()
{
    if (m_person->currentIndex() >= 0)
        m_chosen = m_person->currentData().toUuid(); // somebody has gone back to the paper
    QList<KeysFile::SlotInfo> people = m_unlocked->people();
    std::sort(people.begin(), people.end(),
        [](const auto& one, const auto& other) { return personSortKey(one.label) < personSortKey(other.label); });
    m_person->clear();
    for (const KeysFile::SlotInfo& slot : std::as_const(people)) {
        m_person->addItem(RoleTexts::person(slot.label, roleCode::read(slot.role)), slot.user);
        m_person->setItemData(m_person->count() - 1, slot.label, NameRole);
    }
    m_person->setCurrentIndex(people.size() == 1 ? 0 : m_person->findData(m_chosen));
}

bool RecoveryScreen::takePerson()
{
    const bool chosen = m_person->currentIndex() >= 0;
    m_personField->setError(chosen ? QString() : tr("Choose whose passphrase is set anew."));
    if (!chosen)
        m_person->setFocus();
    return chosen && m_passphrase->take(m_answers);
}

void RecoveryScreen::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    next();
}

/// Who types the new passphrase without looking must not choose somebody else by its letters; arrows choose.
bool RecoveryScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_person && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool letter = !key->text().isEmpty() && key->text().at(0).isPrint();
        if (letter && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RecoveryScreen::next()
{
    commitPendingInput();
    if (m_busy)
        return;
    m_message->clear();
    if (m_current == 0) {
        if (takePaper())
            showStep(1);
    } else if (m_current == 1) {
        if (takePerson())
            showStep(2);
    } else if (!m_newKey->isChecked() || m_recovery->take(m_answers)) {
        finish();
    }
}

void RecoveryScreen::back()
{
    commitPendingInput();
    if (m_busy)
        return;
    m_message->clear();
    if (m_current == 0)
        Q_EMIT cancelled();
    else
        showStep(m_current - 1);
}

void RecoveryScreen::setBusy(bool busy)
{
    m_busy = busy;
    m_back->setDisabled(busy);
    m_next->setDisabled(busy);
    m_scroll->setVisible(!busy); // a new recovery key stands there
    m_opening->setVisible(busy);
}

void RecoveryScreen::finish()
{
    auto change = std::make_shared<std::optional<KeyChange>>();
    if (m_newKey->isChecked() || m_twoSheets->isChecked())
        change->emplace().by = m_person->currentData().toUuid();
    if (m_newKey->isChecked()) {
        auto key = RecoveryKey::parse(m_answers.recoveryKey.join(u'-'));
        if (!key)
            return m_message->showError(key.error());
        (*change)->recovery = std::move(*key);
    }
    if (m_twoSheets->isChecked())
        (*change)->dropEscrow = true;
    setBusy(true);
    using Opened = std::shared_ptr<Result<std::unique_ptr<Register>>>;
    const auto work = [unlocked = m_unlocked, change, clock = m_clock, person = m_person->currentData().toUuid(),
                          words = m_answers.passphrase] {
        return std::make_shared<Result<std::unique_ptr<Register>>>(
            people::recover(std::move(*unlocked), person, words, *change ? &**change : nullptr, clock));
    };
    whenDone(this, QtConcurrent::run(work), [this](const Opened& result) {
        setBusy(false);
        m_unlocked.reset(); // its key went along
        if (*result) {
            Q_EMIT opened(std::make_shared<std::unique_ptr<Register>>(std::move(**result)));
            return;
        }
        showStep(0); // from the paper on: what was typed there is still there
        m_message->showError(result->error());
    });
}

} // namespace maiam
