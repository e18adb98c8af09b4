// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/due_watch.h"
#include "app/guards.h"
#include "app/single_instance.h"
#include "app/window_arguments.h"
#include "models/cases/statutory_clock.h"
#include "models/catalogues/catalogues.h"
#include "models/drafts/unwritten_drafts.h"
#include "models/register/failed_unlocks.h"
#include "models/register/key_change.h"
#include "models/register/register.h"
#include "ui/shell/settings.h"
#include "ui/shell/work_context.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace maiam {

class FirstStart;
struct HandoverDone;
class LockScreen;
class MainWindow;
class RecoveryScreen;
class RestorePage;
class WorkPages;

/// What the program takes from the PC; tests give their own.
struct DesktopPlaces
{
    std::shared_ptr<Clock> clock = std::make_shared<SystemClock>();
    IdleLock::ReadNow idleNow; ///< empty: the PC's clocks
    FailedUnlocks::Steady steady; ///< empty: the PC's clock
    QString settingsFile = Settings::usualFile();
    KdfLimits limits; ///< which keys files are believed, and what slots cost from now on
};

/// The program with a window: first start, lock, work. Owns what lives as long as the program and as an open register.
class Desktop : public QObject
{
    Q_OBJECT
public:
    explicit Desktop(DesktopPlaces places = {});
    ~Desktop() override;

    /// Shows the window and runs until it is closed. Returns the exit status.
    int run(const WindowArguments& given);
    /// The first part of run(): shows the window. Gives an exit status instead when there is nothing to run, as when
    /// another window has the register.
    [[nodiscard]] std::optional<int> start(const WindowArguments& given);
    /// Locks now: keeps drafts, closes every page and dialog and the database, wipes the key. Asks nothing.
    void lock();

    /// Where the register of this PC stands when no other is named.
    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] MainWindow* window() const { return m_window.get(); }
    [[nodiscard]] bool isLocked() const { return !m_register; }
    [[nodiscard]] Guards& guards() { return *m_guards; }

private:
    using Opened = Result<std::unique_ptr<Register>>;
    bool prepare();
    void makeWindow();
    bool mayStandThere();
    void begin(bool demo);
    void refuse(const QString& sentence);
    void showFirstStart();
    LockScreen* makeLock(const QString& office);
    void listUsers();
    void showLock(const QString& message = {});
    void open(std::function<Opened()> open, std::function<void()> then = {}, const QString& doing = {});
    void openDemo();
    void work(std::unique_ptr<Register> reg);
    void noteUnlock();
    void keepUnwritten();
    void keepUnwrittenDrafts();
    void putUnwrittenBack();
    void writeUnwritten();
    [[nodiscard]] QStringList whatIsUnwritten() const;
    [[nodiscard]] QString stillUnwrittenText() const;
    void keepPlace(const QJsonObject& place, const QFuture<Result<void>>& kept);
    [[nodiscard]] QJsonObject heldPlace();
    [[nodiscard]] bool mayEnd();
    void showRestore(const QString& file = {});
    void close();
    void lockWithoutRegister();
    void lockWhenDone(QWidget& page);
    void lockAfterWork();
    [[nodiscard]] QString stoppedWork() const;
    void makePages();
    void returnToPlace();
    void takeOwnChange(const QString& name, const QString& said);
    void closePages();
    void closeRegister(const QJsonObject& place = {}, const QFuture<Result<void>>& kept = {});
    void showRecovery();
    /// What a change of the register key behind the lock came to.
    struct KeyChangeEnd
    {
        bool decided = false; ///< the new key holds, or will at the next opening
        Result<void> done;
    };
    [[nodiscard]] Result<UnlockedFolder> closeToChangeKey(const KeyChange& change);
    void tellKeyChange(const QString& said, const KeyChangeEnd& end, const KeyChangeDue& due);
    [[nodiscard]] static QString keyChangedText();
    void changeKey(std::shared_ptr<KeyChange> change);
    void leaveToSuccessor(const HandoverDone& done);
    void changeKeyBehindLock(const HandoverDone& done);
    void showSettings();
    void change(const Settings& settings);
    void makeWindowAnew();
    void showNotice();
    void comeToFront();
    void comeBack();
    void leaveWhenAllStands();
    void closingFailed(const QString& why);

    DesktopPlaces m_places;
    QString m_folder;
    Settings m_settings;
    SingleInstance m_instance;
    std::unique_ptr<Guards> m_guards;
    DueWatch m_due;
    std::shared_ptr<FailedUnlocks> m_tries;
    std::unique_ptr<MainWindow> m_window;
    std::optional<Catalogues> m_catalogues;
    std::optional<StatutoryClock> m_clock;
    std::unique_ptr<Register> m_register;
    std::unique_ptr<WorkContext> m_context;
    std::unique_ptr<WorkPages> m_pages;
    QPointer<FirstStart> m_firstStart;
    QPointer<LockScreen> m_lock;
    QPointer<RecoveryScreen> m_recovery;
    QPointer<RestorePage> m_restore;
    QString m_lastUser; ///< who stands in the lock screen
    Roles m_rolesShown; ///< for which the pages were made
    QUuid m_stockUser; ///< whom the passphrase that the demo register was made with has opened
    quint64 m_opening = 0; ///< a lock in the middle of opening makes its result void
    quint64 m_creating = 0; ///< what m_opening was when the first start began to create the register
    int m_failedBefore = 0; ///< failed tries before the one that opened
    std::vector<AccessNote> m_looks; ///< what a full disk did not take before the lock: ids, no names
    QByteArray m_looksOf; ///< the office in whose register they belong
    /// What was typed and a full disk did not take before a lock: nothing of it can be read without the passphrase.
    struct HeldOverLock
    {
        QByteArray office;
        SealedDrafts drafts;
        QStringList forms; ///< as the lock screen names them
    };
    std::vector<HeldOverLock> m_heldDrafts;
    QByteArray m_heldPlace; ///< where somebody was, sealed in the same way; empty when the register took it
    QUuid m_heldPlaceOf; ///< whose it is
    QTimer m_writeAgain; ///< while a register is open
    bool m_toldUnwritten = false; ///< the person was told after the unlock that it still stands nowhere
    bool m_mayLose = false; ///< the window was closed over it once, and the person was asked
    int m_status = 0;
    bool m_closing = false; ///< the window is closed, and the day's last backup is being made
    bool m_demo = false; ///< begun with --demo, wherever the register stands
    bool m_wasLocked = false;
    bool m_exposed = false;
};

} // namespace maiam
