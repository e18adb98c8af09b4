// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>

namespace maiam {

/// Failed tries to open a register (lần mở sổ không thành công), and the wait that follows them. They are counted in
/// register.tries, a small plain file beside the register without names, so that the wait outlasts a restart. It slows
/// down who sits at the keyboard; against a copy of the folder stands the cost of Argon2id alone.
///
/// Within one run of the program the wait is measured by a clock that nobody can set. Across restarts it is measured by
/// the PC's clock: set back, the wait begins anew; set forward, it ends early.
///
/// One run of the program counts in one of them (Register::tries): only that one knows a try that is still running from
/// one that was cut off. All of it may be called from any thread.
class FailedUnlocks
{
    Q_DECLARE_TR_FUNCTIONS(maiam::FailedUnlocks)
public:
    /// Milliseconds that only ever grow; the steady clock unless a test gives another.
    using Steady = std::function<std::chrono::milliseconds()>;

    /// What the next unlock writes into the access chain.
    struct Untaken
    {
        qint64 count = 0;
        UtcMs first = 0; ///< 0 when there was none
        UtcMs last = 0;
    };

    explicit FailedUnlocks(const QString& folder, std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>(),
        Steady steady = {});

    /// How long after so many failures in a row: nothing after two, then from 5 s up to 5 minutes, since a child may be
    /// waiting behind the officer who mistypes.
    [[nodiscard]] static std::chrono::seconds delayAfter(int failures);
    /// A wait in words: "1 min 05 s".
    [[nodiscard]] static QString waitText(std::chrono::milliseconds wait);

    /// How long to wait before the next try; 0 when one may be made now.
    [[nodiscard]] std::chrono::milliseconds wait();
    /// Failures since the register was last opened; a try that is running is none yet.
    [[nodiscard]] int failures();
    /// Runs `open()`, which gives a Result, unless a wait is running (Busy). In the file a try counts as failed from
    /// its beginning, so that ending the program in the middle of it gains nothing; an opened register takes the count
    /// away, an error other than WrongPassphrase leaves it as it was. One try at a time: another waits for its end.
    template <typename Open> auto attempt(Open open) -> std::invoke_result_t<Open>
    {
        const std::lock_guard alone(m_oneTry);
        if (auto begun = begin(); !begun)
            return tl::unexpected<Error>(begun.error());
        auto opened = open();
        finish(opened                                               ? Outcome::Opened
                : opened.error().code == ErrorCode::WrongPassphrase ? Outcome::Wrong
                                                                    : Outcome::NotTried);
        return opened;
    }

    /// All failures that were not taken into the access chain yet, without a try that is running.
    [[nodiscard]] Untaken untaken();
    /// They are in the access chain now. DiskFull, ReadOnly.
    [[nodiscard]] Result<void> taken();

private:
    enum class Outcome { Opened, Wrong, NotTried };
    struct State
    {
        int failures = 0;
        UtcMs last = 0;
        Untaken untaken;
    };
    [[nodiscard]] Result<void> begin();
    void finish(Outcome outcome);
    void refresh();
    [[nodiscard]] std::chrono::milliseconds remaining() const;
    [[nodiscard]] State inFile() const;
    void store();
    [[nodiscard]] bool write() const;

    QString m_file;
    std::shared_ptr<const Clock> m_clock;
    Steady m_steady;
    std::mutex m_oneTry; ///< held as long as a try runs
    std::mutex m_mutex; ///< a try runs beside the windows, which ask for the wait
    State m_state;
    std::optional<UtcMs> m_trying; ///< when the try that is running began
    std::chrono::milliseconds m_until { 0 }; ///< by m_steady
    bool m_readThere = false; ///< m_state comes from the file, not from a try of this run
    bool m_fileFails = false; ///< then this run's own count stands
};

} // namespace maiam
