// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/clock_check.h"
#include "models/register/register_backups.h"

#include <QFuture>
#include <QTimer>

#include <atomic>
#include <functional>

namespace maiam {

/// What is known of the backups at this moment.
struct BackupState
{
    std::vector<KeptBackup> all; ///< in both places, newest first
    SecondPlace second;
    QString problem; ///< why the places could not be read; then the rest is what was known before
    QString clockProblem; ///< why the answer to the doubt of the clock was not kept
    QString secondProblem; ///< why the second place did not take the last one although it was there; a sentence
    /// The last one that was to be made by itself, when none was made since; or that nobody knows whether one is due.
    std::optional<FailedBackup> failed;
    bool news = false; ///< something was written that no backup holds
    ClockDoubt doubt;
    /// The newest one on this disk that opened; nothing when there is none.
    [[nodiscard]] const KeptBackup* newest() const;
    /// The last one was not made since a part of the register cannot be read.
    [[nodiscard]] bool isRegisterDamaged() const;
};

/// What came of one. A type of its own, since Qt asks whether a signal's values can be compared and tl::expected then
/// demands it of what it holds.
struct BackupOutcome
{
    Result<MadeBackup> result;
};

/// Makes backups by itself while a register is open, and for whoever asks: soon after unlocking and every hour when a
/// day of work is over, at closing when something is new. A second place that is there again gets what it lacks. Beside
/// the window; can be stopped. One at a time.
class BackupWatch : public QObject
{
    Q_OBJECT
public:
    explicit BackupWatch(Register& reg, QObject* parent = nullptr,
        std::shared_ptr<BackupFiles> files = std::make_shared<BackupFiles>(),
        std::shared_ptr<const PlaceProbe> probe = std::make_shared<PlaceProbe>());
    /// Stops what runs and waits for it, but not for a second place that hangs: the register is to be locked.
    ~BackupWatch() override;
    Q_DISABLE_COPY_MOVE(BackupWatch)

    /// Looks whether one is due, now and then by itself.
    void begin();
    [[nodiscard]] RegisterBackups& backups() { return m_backups; }
    [[nodiscard]] const BackupState& state() const { return m_state; }
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// What runs makes none; it only copies the newest one to the second place.
    [[nodiscard]] bool isCopying() const { return m_running && m_copying; }
    /// Reads again what stands in the places.
    void refresh();
    /// Makes one when it is due; else gives the second place what it lacks.
    void look();
    /// Gives the second place what it lacks: now, or when what runs has ended.
    void fill();
    /// Makes one now, unless one is being made.
    void make(BackupReason reason);
    /// Stops the one that is being made; nothing of it stays.
    void stop() { m_cancelled = true; }
    /// At the end of work: makes one when something is new, then calls `done`: with an error when one failed and the
    /// register could not even keep that for the next unlock, so that somebody must be told now.
    void finish(std::function<void(const Result<void>& told)> done);
    /// A person says that the PC's clock is right. What hinders that stands in BackupState::clockProblem.
    void confirmClock();

    static constexpr std::chrono::seconds First { 10 }; ///< after unlocking
    static constexpr std::chrono::hours Every { 1 };
    static constexpr std::chrono::minutes Stick { 1 }; ///< how soon a stick that was plugged in is noticed
    static constexpr int OldAfterDays = 7;

Q_SIGNALS:
    /// The state was read anew.
    void changed();
    void started();
    void progress(int percent);
    /// One was made or copied, or why not.
    void made(const maiam::BackupOutcome& outcome);
    /// Nothing runs any more; after made().
    void ended();

private:
    /// What came of work beside the window.
    struct Attempt
    {
        std::optional<Result<MadeBackup>> result; ///< nothing when there was nothing to copy
        bool byItself = false; ///< nobody waits for it
        bool closing = false;
        bool kept = false; ///< the register remembers that it failed
    };
    void take(const Result<BackupState>& state);
    void start(std::function<Attempt()> work);
    void end(const Attempt& attempt);
    [[nodiscard]] Attempt makeOne(BackupReason reason);
    void fillSecond();
    void lookForStick();
    void lookBeforeEnd();
    void tellFinished(const Result<void>& told);
    Register& m_reg;
    RegisterBackups m_backups;
    BackupState m_state;
    std::optional<FailedBackup> m_unkept; ///< a failure that the register could not take
    std::optional<FailedBackup> m_unknown; ///< the last look, when it could not tell whether one is due
    QString m_clockProblem;
    QString m_secondProblem;
    QTimer m_timer;
    QTimer m_stick;
    QFuture<void> m_reading;
    QFuture<void> m_looking;
    QFuture<void> m_sticking;
    QFuture<void> m_making;
    QFuture<void> m_ending;
    std::function<void(const Result<void>&)> m_finished;
    std::atomic_bool m_cancelled = false;
    std::atomic_bool m_gone = false; ///< what reads the second place need not go on
    bool m_again = false;
    bool m_fill = false; ///< the next reading may be followed by a copy to the second place
    bool m_known = false;
    bool m_running = false;
    bool m_copying = false;
};

} // namespace maiam
