// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/restore.h"

#include <QFuture>
#include <QWidget>

#include <atomic>
#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace maiam {

class LabelledField;
class LongTaskBar;
class MessageBar;
class PassphraseField;

/// Bringing a register back (khôi phục từ bản sao lưu): choose the file, open it with a passphrase or the recovery key,
/// look at what is in it, and only then restore. Covers the window like the lock; no register is open meanwhile.
class RestorePage : public QWidget
{
    Q_OBJECT
public:
    /// Restores into `folder`. A register that stands there is kept under another name. `limits` is for tests.
    explicit RestorePage(QString folder, const KdfLimits& limits = {}, QWidget* parent = nullptr);
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
    };
    void showLooked(const Looked& looked);
    void setBusy(const QString& what);
    void setIdle();
    void useRecovery(bool recovery);

    QString m_folder;
    KdfLimits m_limits;
    std::optional<BackupReader> m_backup;
    std::shared_ptr<SecretKey> m_key; ///< after a look that succeeded
    QFuture<void> m_running;
    std::atomic_bool m_cancelled = false;
    bool m_recovery = false;
    QLabel* m_file = nullptr;
    QPushButton* m_choose = nullptr;
    PassphraseField* m_passphrase = nullptr;
    LabelledField* m_passphraseField = nullptr;
    QLineEdit* m_recoveryKey = nullptr;
    LabelledField* m_recoveryField = nullptr;
    QPushButton* m_other = nullptr;
    QPushButton* m_look = nullptr;
    QLabel* m_inside = nullptr;
    QLabel* m_before = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_back = nullptr;
    MessageBar* m_message = nullptr;
    LongTaskBar* m_task = nullptr;
};

} // namespace maiam
