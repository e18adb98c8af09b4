// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/restore.h"

#include <QFuture>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace maiam {

class LabelledField;
class LongTaskBar;
class MessageBar;
class PassphraseField;

/// Bringing a register back (khôi phục từ bản sao lưu): choose the file, open it with a passphrase, the recovery key or
/// the two escrow sheets, look at what is in it, and only then restore. Covers the window like the lock; no register is
/// open meanwhile.
class RestorePage : public QWidget
{
    Q_OBJECT
public:
    /// Restores into `folder`. A register that stands there is kept under another name. `tries` counts wrong
    /// passphrases and keys and holds the next try back; it is the one of the lock screen. `limits` is for tests.
    RestorePage(
        QString folder, std::shared_ptr<FailedUnlocks> tries, const KdfLimits& limits = {}, QWidget* parent = nullptr);
    ~RestorePage() override;
    Q_DISABLE_COPY_MOVE(RestorePage)

    /// Asks which backup; the dialog begins in this folder.
    void chooseFile();
    void setFile(const QString& file);
    /// Opens the chosen file with what was typed and shows what is in it.
    void look();
    /// Restores what was looked at.
    void restore();
    [[nodiscard]] bool hasLooked() const { return m_key != nullptr; }
    /// A backup is being opened or restored.
    [[nodiscard]] bool isBusy() const { return m_running.isRunning(); }
    [[nodiscard]] QString shown() const;

Q_SIGNALS:
    void restored(const maiam::Restored& done);
    /// Back to where the person came from.
    void left();

private:
    struct Looked
    {
        BackupManifest manifest;
        BackupContent content;
        std::shared_ptr<SecretKey> key;
        bool knowsErasures = false;
        bool replacesAnother = false;
    };
    /// One way into a backup, and the fields that it wants.
    struct Way
    {
        QRadioButton* button;
        QList<LabelledField*> fields;
    };
    void addWays(QVBoxLayout* column);
    void showWay();
    [[nodiscard]] const Way& way() const;
    [[nodiscard]] std::function<Result<SecretKey>()> typed();
    void forgetLooked();
    [[nodiscard]] QString becomesOfPresent(const Looked& looked) const;
    void showLooked(const Looked& looked);
    void showFailed(const Error& error);
    void setBusy(const QString& what);
    void setIdle();
    void allow();
    void showWait();

    QString m_folder;
    std::shared_ptr<FailedUnlocks> m_tries;
    KdfLimits m_limits;
    std::optional<BackupReader> m_backup;
    std::shared_ptr<SecretKey> m_key; ///< after a look that succeeded
    QFuture<void> m_running;
    std::atomic_bool m_cancelled = false;
    QTimer m_waiting;
    bool m_mustWait = false;
    QLabel* m_file = nullptr;
    QPushButton* m_choose = nullptr;
    PassphraseField* m_passphrase = nullptr;
    QList<Way> m_ways;
    QPushButton* m_look = nullptr;
    QLabel* m_waitText = nullptr;
    QLabel* m_inside = nullptr;
    QLabel* m_another = nullptr;
    QLabel* m_before = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_back = nullptr;
    MessageBar* m_message = nullptr;
    LongTaskBar* m_task = nullptr;
};

} // namespace maiam
