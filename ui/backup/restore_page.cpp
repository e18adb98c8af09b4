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

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

RestorePage::RestorePage(QString folder, const KdfLimits& limits, QWidget* parent)
    : QWidget(parent)
    , m_folder(std::move(folder))
    , m_limits(limits)
    , m_passphrase(new PassphraseField)
    , m_recoveryKey(new QLineEdit)
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
    m_passphraseField = new LabelledField(tr("&Passphrase of the day on which it was made"), m_passphrase);
    m_recoveryField = new LabelledField(tr("Recovery &key from the envelope"), m_recoveryKey);
    m_other = makeLinkButton({});
    m_look = makePrimaryButton(tr("&Look at what is in it"));
    column->addWidget(m_passphraseField);
    column->addWidget(m_recoveryField);
    column->addWidget(m_other, 0, Qt::AlignLeft);
    column->addWidget(m_look, 0, Qt::AlignLeft);
    m_inside = makeWrappedLabel({});
    m_inside->hide();
    column->addWidget(m_inside);
    m_before = makeWrappedLabel({}, TextStyle::Secondary);
    m_before->hide();
    column->addWidget(m_before);
    column->addWidget(m_message);
    column->addWidget(m_task);
    auto* buttons = new QHBoxLayout;
    m_restore = makePrimaryButton(tr("&Restore this register"));
    m_restore->hide();
    m_back = makeButton(tr("Bac&k"));
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    column->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &RestorePage::chooseFile);
    connect(m_other, &QPushButton::clicked, this, [this] { useRecovery(!m_recovery); });
    connect(m_look, &QPushButton::clicked, this, &RestorePage::look);
    connect(m_restore, &QPushButton::clicked, this, &RestorePage::restore);
    connect(m_back, &QPushButton::clicked, this, &RestorePage::left);
    connect(m_task, &LongTaskBar::stopRequested, this, [this] { m_cancelled = true; });
    useRecovery(false);
    setIdle();
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

void RestorePage::useRecovery(bool recovery)
{
    m_recovery = recovery;
    m_passphraseField->setVisible(!recovery);
    m_recoveryField->setVisible(recovery);
    m_other->setText(recovery ? tr("Use a passphrase") : tr("Use the recovery key"));
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
    m_key.reset();
    m_backup.reset();
    m_inside->hide();
    m_before->hide();
    m_restore->hide();
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
    m_passphrase->setFocus();
}

void RestorePage::setBusy(const QString& what)
{
    m_cancelled = false;
    m_message->clear();
    for (QWidget* widget :
        std::initializer_list<QWidget*> { m_choose, m_passphrase, m_recoveryKey, m_other, m_look, m_restore, m_back })
        widget->setEnabled(false);
    m_task->start(what);
}

void RestorePage::setIdle()
{
    m_task->finish();
    for (QWidget* widget :
        std::initializer_list<QWidget*> { m_choose, m_passphrase, m_recoveryKey, m_other, m_restore, m_back })
        widget->setEnabled(true);
    m_look->setEnabled(m_backup.has_value());
}

void RestorePage::look()
{
    commitPendingInput();
    if (!m_backup)
        return;
    std::optional<RecoveryKey> recovery;
    if (m_recovery) {
        auto typed = RecoveryKey::parse(m_recoveryKey->text());
        m_recoveryField->setError(typed ? QString() : typed.error().message);
        if (!typed)
            return;
        recovery.emplace(std::move(*typed));
    }
    setBusy(tr("Opening the backup…"));
    const auto work = [backup = *m_backup, folder = m_folder, passphrase = m_passphrase->text(), limits = m_limits,
                          recovery = std::make_shared<std::optional<RecoveryKey>>(std::move(recovery))] {
        auto open = [&]() -> Result<Looked> {
            auto key =
                *recovery ? Restore::unlock(backup, **recovery, limits) : Restore::unlock(backup, passphrase, limits);
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
                *erasures };
        };
        return open();
    };
    const auto future = QtConcurrent::run(work);
    m_running = QFuture<void>(future);
    whenDone(this, future, [this](const Result<Looked>& looked) {
        setIdle();
        if (!looked)
            return m_message->showError(looked.error());
        showLooked(*looked);
    });
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
    m_before->setText(Register::exists(m_folder)
            ? tr("The register that is on this PC now is not deleted: its folder gets another name beside it. What was "
                 "written into it after that moment is not in the backup. If packages were sent since, tell the "
                 "department.")
            : tr("The register is restored onto this PC. Nothing else is changed."));
    m_before->show();
    m_restore->show();
    m_restore->setFocus();
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
        if (!done)
            return m_message->showError(done.error());
        m_key.reset();
        Q_EMIT restored(*done);
    });
}

} // namespace maiam
