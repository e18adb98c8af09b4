// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/clock_check.h"
#include "models/register/register_backups.h"

#include <QFuture>
#include <QTimer>

#include <atomic>

namespace maiam {

/// What is known of the backups at this moment.
struct BackupState
{
    std::vector<KeptBackup> all; ///< in both places, newest first
    QString second; ///< the second place; empty when none was chosen
    bool secondThere = false;
    bool news = false; ///< something was written that no backup holds
    ClockDoubt doubt;
    /// The newest one on this disk that opened; nothing when there is none.
    [[nodiscard]] const KeptBackup* newest() const;
};

/// What came of one. A type of its own, since Qt asks whether a signal's values can be compared and tl::expected then
/// demands it of what it holds.
struct BackupOutcome
{
    Result<MadeBackup> result;
};

/// Makes backups by itself while a register is open, and for whoever asks: soon after unlocking and every hour when a
/// day of work is over, at closing when something is new. Beside the window; can be stopped. One at a time.
class BackupWatch : public QObject
{
    Q_OBJECT
public:
    explicit BackupWatch(Register& reg, QObject* parent = nullptr);
    /// Stops what runs and waits for it.
    ~BackupWatch() override;
    Q_DISABLE_COPY_MOVE(BackupWatch)

    /// Looks whether one is due, now and then by itself.
    void begin();
    [[nodiscard]] RegisterBackups& backups() { return m_backups; }
    [[nodiscard]] const BackupState& state() const { return m_state; }
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Reads again what stands in the places.
    void refresh();
    /// Makes one now, unless one is being made.
    void make(BackupReason reason);
    /// Stops the one that is being made; nothing of it stays.
    void stop() { m_cancelled = true; }
    /// At the end of work: makes one when something is new, then calls `done`.
    void finish(std::function<void()> done);
    /// A person says that the PC's clock is right.
    void confirmClock();

    static constexpr std::chrono::seconds First { 10 }; ///< after unlocking
    static constexpr std::chrono::hours Every { 1 };
    static constexpr int OldAfterDays = 7;

Q_SIGNALS:
    /// The state was read anew.
    void changed();
    void started();
    void progress(int percent);
    /// One was made, or why not.
    void made(const maiam::BackupOutcome& outcome);

private:
    void look();
    Register& m_reg;
    RegisterBackups m_backups;
    BackupState m_state;
    QTimer m_timer;
    QFuture<void> m_reading;
    QFuture<void> m_looking;
    QFuture<void> m_making;
    std::function<void()> m_finished;
    std::atomic_bool m_cancelled = false;
    bool m_again = false;
    bool m_known = false;
    bool m_running = false;
};

} // namespace maiam
