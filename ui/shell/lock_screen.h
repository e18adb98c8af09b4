// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/message_bar.h"

#include <QList>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace maiam {

class PassphraseField;

/// One person who can open the register.
struct LockUser
{
    QString id;
    /// Display name and post, for example "Hoàng Thị Lan — Cán bộ".
    QString label;
};

/// The lock (mở khóa): who, passphrase, open. Says without any name what falls due meanwhile.
class LockScreen : public QWidget
{
    Q_OBJECT
public:
    explicit LockScreen(QWidget* parent = nullptr);
    /// The line under the program's name, for example "Sổ bảo vệ trẻ em · UBND xã Bình Liêu".
    void setOffice(const QString& line);
    void setUsers(const QList<LockUser>& users, const QString& currentId = {});
    /// Who stands there to open the register; empty when nobody can.
    [[nodiscard]] QString chosenUser() const;
    /// What follows failed tries.
    struct Wait
    {
        int failures = 0;
        std::chrono::milliseconds left { 0 };
    };
    /// Asks \a wait every second while it lasts; the passphrase cannot be given until it is over, and the wrong one is
    /// gone from the field, so that the next one is typed into an empty field.
    void followWait(std::function<Wait()> wait);
    /// Keeps the note's first part up to date while the register is locked; see setNote().
    void followNote(std::function<QString()> urgent, const QString& note = {});
    /// The note at the bottom; \a urgent is said first, in red, and may be empty. Neither holds a name.
    void setNote(const QString& urgent, const QString& note);
    /// What went wrong; the passphrase is selected so that it can be typed again.
    void showMessage(MessageBar::Kind kind, const QString& text);
    /// What is said there now.
    [[nodiscard]] QString message() const { return m_message->text(); }
    /// While the key is derived everything but the picture is disabled. \a doing says what takes longer than that.
    void setBusy(bool busy, const QString& doing = {});
    /// Empties the passphrase. Called after unlocking and when the window has been hidden for 30 s.
    void clear();

Q_SIGNALS:
    void unlockRequested(const QString& userId, const QString& passphrase);
    /// "Quên…": the recovery key.
    void forgotten();
    /// "Restore from a backup…".
    void restoreWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void unlock();
    void showWait();
    void allow();
    void takeFocus();
    std::function<Wait()> m_wait;
    QTimer m_waiting;
    QTimer m_noting;
    bool m_busy = false;
    bool m_mustWait = false;
    QLabel* m_waitText = nullptr;
    QLabel* m_office = nullptr;
    QComboBox* m_user = nullptr;
    PassphraseField* m_passphrase = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_forgot = nullptr;
    QPushButton* m_restore = nullptr;
    QProgressBar* m_progress = nullptr;
    MessageBar* m_message = nullptr;
    QWidget* m_line = nullptr; ///< above the note, and only with it
    QLabel* m_note = nullptr;
};

} // namespace maiam
