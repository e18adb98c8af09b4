// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"
#include "models/register/verify.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <optional>

namespace maiam {

/// A check of the whole register beside the windows. It belongs to what lives as long as the open register and not to
/// its page: whoever goes on working meanwhile leaves the page, and must be told the end all the same.
class RegisterCheck : public QObject
{
    Q_OBJECT
public:
    /// What the last check came to.
    struct Outcome
    {
        Result<Verified> found;
        UtcMs at = 0;
    };

    explicit RegisterCheck(Register& reg, QObject* parent = nullptr);
    /// Stops what runs and waits, so that it never outlives the register.
    ~RegisterCheck() override;
    Q_DISABLE_COPY_MOVE(RegisterCheck)

    /// Begins; nothing while one runs.
    void start();
    /// Stops it; ended() comes soon.
    void stop() { m_cancelled = true; }
    [[nodiscard]] bool isRunning() const { return m_active; }
    /// Entries done, and entries in all (0 while that is not known).
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 all() const { return m_all; }
    /// Nothing before the first one has ended, and while one runs.
    [[nodiscard]] const std::optional<Outcome>& outcome() const { return m_outcome; }
    /// What is being done, as long work is called.
    [[nodiscard]] static QString task();
    /// An outcome in a sentence or two.
    [[nodiscard]] static QString sentence(const Outcome& outcome);

Q_SIGNALS:
    void started();
    /// outcome() says how.
    void ended();

private:
    Register& m_reg;
    QFuture<void> m_running;
    std::optional<Outcome> m_outcome;
    bool m_active = false;
    std::atomic_bool m_cancelled = false;
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_all = 0;
};

} // namespace maiam
