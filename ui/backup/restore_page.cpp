// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restore_page.h"

#include "models/base/when_done.h"
#include "models/register/register.h"
#include "models/text/format.h"
#include "ui/backup/backup_texts.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/middle_card.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/steady_scroll_area.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// For a key that is read off paper: no keyboard may propose words for it, nor learn it.
LabelledField* makePaperField(const QString& label, const char* name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase | Qt::ImhSensitiveData);
    return new LabelledField(label, edit);
}
} // namespace

RestorePage::RestorePage(QString folder, std::shared_ptr<FailedUnlocks> tries, const KdfLimits& limits, QWidget* parent)
    : QWidget(parent)
    , m_folder(std::move(folder))
    , m_tries(std::move(tries))
    , m_limits(limits)
    , m_passphrase(new PassphraseField)
    , m_waitText(makeWrappedLabel({}))
    , m_message(new MessageBar)
    , m_task(new LongTaskBar)
{
    QVBoxLayout* column = (new MiddleCard(560, this))->body();
    column->addWidget(makeLabel(tr("Restore from a backup"), TextStyle::Title));
    auto* fileRow = new QHBoxLayout;
    m_file = makeWrappedLabel(tr("Choose the backup: a file that ends in .maiam-backup."));
    m_choose = makeButton(tr("&Choose the file…"));
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_choose);
    column->addLayout(fileRow);
    addWays(column);
    m_look = makePrimaryButton(tr("&Look at what is in it"));
    column->addWidget(m_look, 0, Qt::AlignLeft);
    setTone(m_waitText, Tone::Red);
    m_waitText->hide();
    column->addWidget(m_waitText);
    m_inside = makeWrappedLabel({});
    m_inside->hide();
    column->addWidget(m_inside);
    m_another = makeWrappedLabel(
        tr("This backup is of ANOTHER REGISTER, not of the one that is on this PC. Unless that one is to be replaced, "
           "choose another backup."));
    setTone(m_another, Tone::Red);
    m_another->hide();
    column->addWidget(m_another);
    m_before = makeWrappedLabel({}, TextStyle::Secondary);
    m_before->hide();
    column->addWidget(m_before);
    column->addWidget(m_message);
    column->addWidget(m_task);
    auto* buttons = new QHBoxLayout;
    m_restore = makePrimaryButton(tr("&Restore this register"));
    m_restore->hide();
    m_back = makeButton(tr("&Back"));
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    column->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &RestorePage::chooseFile);
    connect(m_look, &QPushButton::clicked, this, &RestorePage::look);
    connect(m_restore, &QPushButton::clicked, this, &RestorePage::restore);
    connect(m_back, &QPushButton::clicked, this, &RestorePage::left);
    connect(m_task, &LongTaskBar::stopRequested, this, [this] { m_cancelled = true; });
    m_waiting.setInterval(500ms);
    connect(&m_waiting, &QTimer::timeout, this, &RestorePage::showWait);
    setFocusProxy(m_choose); // where the window puts the focus when it shows this page
    setIdle();
    showWait();
}

RestorePage::~RestorePage()
{
    m_cancelled = true;
    m_running.waitForFinished();
}

QString RestorePage::shown() const
{
    return m_inside->isHidden() ? m_message->text() : m_inside->text();
}

void RestorePage::addWays(QVBoxLayout* column)
{
    m_ways = {
        { new QRadioButton(tr("A &passphrase of the day on which it was made")),
            { new LabelledField(tr("P&assphrase"), m_passphrase) } },
        { new QRadioButton(tr("The recovery &key in the envelope")),
            { makePaperField(tr("Rec&overy key"), "recoveryKey") } },
        { new QRadioButton(tr("The two &escrow sheets of the province")),
            { makePaperField(tr("&First sheet"), "firstSheet"), makePaperField(tr("&Second sheet"), "secondSheet") } },
    };
    column->addWidget(makeLabel(tr("What opens the backup?"), TextStyle::Secondary));
    for (const Way& way : std::as_const(m_ways))
        column->addWidget(way.button);
    for (const Way& way : std::as_const(m_ways)) {
        connect(way.button, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                showWay();
        });
        for (LabelledField* field : way.fields) {
            column->addWidget(field);
            if (auto* edit = qobject_cast<QLineEdit*>(field->editor()))
                connect(edit, &QLineEdit::returnPressed, this, &RestorePage::look);
        }
    }
    connect(m_passphrase, &PassphraseField::returnPressed, this, &RestorePage::look);
    m_ways.first().button->setChecked(true);
}

void RestorePage::showWay()
{
    for (const Way& way : std::as_const(m_ways)) {
        for (LabelledField* field : way.fields) {
            field->setError({});
            field->setVisible(way.button->isChecked());
        }
    }
    if (m_backup) // else the message says why the file cannot be used
        m_message->clear();
}

const RestorePage::Way& RestorePage::way() const
{
    return *std::find_if(m_ways.cbegin(), m_ways.cend(), [](const Way& way) { return way.button->isChecked(); });
}

/// Opens the backup with what stands in the fields of the chosen way. Nothing when one is empty or mistyped, which is
/// said there.
std::function<Result<SecretKey>()> RestorePage::typed()
{
    const QList<LabelledField*>& fields = way().fields;
    for (LabelledField* field : fields)
        field->setError({});
    const auto refused = [](LabelledField* field, const QString& why) -> std::function<Result<SecretKey>()> {
        field->setError(why);
        field->setFocus();
        return {};
    };
    if (fields.first()->editor() == m_passphrase) {
        if (m_passphrase->text().trimmed().isEmpty()) // it would count as a wrong one
            return refused(fields.first(), tr("Type the passphrase of the day on which the backup was made."));
        return [backup = *m_backup, passphrase = m_passphrase->text(), limits = m_limits] {
            return Restore::unlock(backup, passphrase, limits);
        };
    }
    const auto keys = std::make_shared<std::vector<RecoveryKey>>(); // keys are never copied
    for (LabelledField* field : fields) {
        auto key = RecoveryKey::parse(qobject_cast<QLineEdit*>(field->editor())->text());
        if (!key)
            return refused(field, key.error().message);
        keys->push_back(std::move(*key));
    }
    return [backup = *m_backup, keys, limits = m_limits] {
        return keys->size() == 1 ? Restore::unlock(backup, keys->front(), limits)
                                 : Restore::unlock(backup, keys->front(), keys->back(), limits);
    };
}

void RestorePage::chooseFile()
{
    commitPendingInput();
    const FileQuestion question { tr("Restore from a backup"), m_backup ? m_backup->file() : QString(),
        { tr("Backups (*.maiam-backup)") }, {} };
    Questions::openFile(this, question, [this](const QString& file) {
        if (!file.isEmpty())
            setFile(file);
    });
}

void RestorePage::setFile(const QString& file)
{
    forgetLooked();
    if (m_backup) // what was tried on the other one; whoever typed on would add to it unseen
        m_passphrase->clear();
    m_backup.reset();
    m_message->clear();
    m_file->setText(QDir::toNativeSeparators(file));
    auto opened = BackupReader::open(file);
    if (!opened) {
        setIdle();
        return m_message->showError(opened.error());
    }
    m_backup = std::move(*opened);
    QStringList people;
    if (const auto users = Restore::users(*m_backup, m_limits))
        for (const KeysFile::SlotInfo& one : *users)
            people.append(one.label);
    m_file->setText(QDir::toNativeSeparators(file) + u'\n' + BackupTexts::size(m_backup->size())
        + (people.isEmpty() ? QString() : u" · "_s + tr("opened by: %1").arg(people.join(u", "_s))));
    setIdle();
    way().fields.first()->setFocus();
    m_passphrase->selectAll();
}

void RestorePage::forgetLooked()
{
    m_key.reset();
    for (QWidget* shown : std::initializer_list<QWidget*> { m_inside, m_another, m_before, m_restore })
        shown->hide();
}

void RestorePage::setBusy(const QString& what)
{
    m_cancelled = false;
    m_message->clear();
    m_task->start(what);
    allow();
}

void RestorePage::setIdle()
{
    m_task->finish();
    allow();
}

void RestorePage::allow()
{
    const bool idle = !m_task->isRunning();
    QWidgetList widgets { m_choose, m_restore, m_back };
    for (const Way& way : std::as_const(m_ways)) {
        widgets.append(way.button);
        for (const LabelledField* field : way.fields)
            widgets.append(field->editor());
    }
    for (QWidget* widget : std::as_const(widgets))
        widget->setEnabled(idle);
    m_look->setEnabled(idle && m_backup && !m_mustWait);
}

/// Says how long to wait after wrong tries, here or at the lock, while it lasts.
void RestorePage::showWait()
{
    const std::chrono::milliseconds left = m_tries->wait();
    const bool ended = m_mustWait && left <= 0ms;
    m_mustWait = left > 0ms;
    m_waitText->setVisible(m_mustWait);
    if (m_mustWait) {
        m_waitText->setText(tr("Wrong %1 times in a row. The next try is possible in %2.")
                                .arg(m_tries->failures())
                                .arg(FailedUnlocks::waitText(left)));
        m_waiting.start();
    } else {
        m_waiting.stop();
    }
    allow();
    if (ended)
        m_message->showMessage(MessageBar::Kind::Info, tr("You can try again now."));
}

void RestorePage::look()
{
    commitPendingInput();
    if (m_task->isRunning())
        return;
    if (!m_backup) { // Enter in a field
        m_message->showMessage(MessageBar::Kind::Warning, tr("Choose the backup first."));
        return m_choose->setFocus();
    }
    m_message->clear(); // of the try before
    const auto unlock = typed();
    if (!unlock)
        return;
    forgetLooked();
    setBusy(tr("Opening the backup…"));
    const auto work = [backup = *m_backup, folder = m_folder, tries = m_tries, unlock] {
        auto open = [&]() -> Result<Looked> {
            auto key = Restore::counted(*tries, folder, unlock);
            if (!key)
                return fail(key);
            auto manifest = backup.manifest(*key);
            if (!manifest)
                return fail(manifest);
            auto content = Restore::look(backup, *key);
            if (!content)
                return fail(content);
            auto erasures = Restore::findsErasures(backup, folder);
            if (!erasures)
                return fail(erasures);
            return Looked { std::move(*manifest), std::move(*content), std::make_shared<SecretKey>(std::move(*key)),
                *erasures, Restore::replacesAnother(backup, folder) };
        };
        return open();
    };
    const auto future = QtConcurrent::run(work);
    m_running = QFuture<void>(future);
    whenDone(this, future, [this](const Result<Looked>& looked) {
        setIdle();
        if (!looked)
            return showFailed(looked.error());
        showLooked(*looked);
    });
}

/// Says why the backup did not open; the passphrase can be typed over at once.
void RestorePage::showFailed(const Error& error)
{
    m_message->showError(error);
    showWait();
    way().fields.first()->setFocus();
    m_passphrase->selectAll();
    SteadyScrollArea::reveal(m_message);
}

/// What becomes of the register that is on this PC.
QString RestorePage::becomesOfPresent(const Looked& looked) const
{
    if (looked.replacesAnother)
        return tr("The register that is on this PC now is not deleted: its folder gets another name beside it. Nothing "
                  "of it is in this backup.");
    if (Register::exists(m_folder))
        return tr("The register that is on this PC now is not deleted: its folder gets another name beside it. What "
                  "was written into it after that moment is not in the backup. If packages were sent since, tell the "
                  "department.");
    return tr("The register is restored onto this PC. Nothing else is changed.");
}

void RestorePage::showLooked(const Looked& looked)
{
    m_key = looked.key;
    const BackupContent& content = looked.content;
    QStringList lines { content.office,
        tr("Made %1 · %2 children, %3 cases, %4 sessions")
            .arg(formatDateTime(looked.manifest.made), formatNumber(content.children), formatNumber(content.cases),
                formatNumber(content.sessions)) };
    if (content.lastEntry > 0)
        lines.append(tr("The last entry in it was written at %1.").arg(formatDateTime(content.lastEntry)));
    if (content.demo)
        lines.append(tr("DEMO DATA — all people in this register are fictional"));
    lines.append(looked.knowsErasures
            ? tr("What was erased by decision since then is erased again, by the list that lies beside it.")
            : tr("No list of erasures lies beside it. If something was erased by decision after it was made, erase it "
                 "again after restoring."));
    m_inside->setText(lines.join(u'\n'));
    m_inside->show();
    m_another->setVisible(looked.replacesAnother);
    m_before->setText(becomesOfPresent(looked));
    m_before->show();
    m_restore->show();
    m_restore->setFocus();
    SteadyScrollArea::reveal(m_restore); // Enter presses it: nobody may do so without having seen what stands there
}

void RestorePage::restore()
{
    if (!m_backup || !m_key)
        return;
    setBusy(tr("Checking the whole backup and restoring it…"));
    const auto work = [this, backup = *m_backup, key = m_key, folder = m_folder] {
        BackupFiles files;
        const auto progress = [this](qint64 done, qint64 all) {
            QMetaObject::invokeMethod(
                this, [this, done, all] { m_task->setProgress(int(done * 100 / std::max<qint64>(all, 1)), 100); });
        };
        return Restore::into(
            backup, *key, folder, true, QDateTime::currentMSecsSinceEpoch(), files, progress, &m_cancelled);
    };
    const auto future = QtConcurrent::run(work);
    m_running = QFuture<void>(future);
    whenDone(this, future, [this](const Result<Restored>& done) {
        setIdle();
        if (!done) {
            m_message->showError(done.error());
            SteadyScrollArea::reveal(m_message);
            SteadyScrollArea::reveal(m_restore);
            return m_restore->setFocus();
        }
        m_key.reset();
        Q_EMIT restored(*done);
    });
}

} // namespace maiam
