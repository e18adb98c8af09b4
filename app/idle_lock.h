// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace maiam {

/// Notices that nobody has touched keyboard, mouse or pen for a while (tự khóa khi để máy). One event filter of the
/// whole application; only real input counts, not what moves on the screen by itself.
class IdleLock : public QObject
{
    Q_OBJECT
public:
    /// Two readings of now. The steady clock cannot be set, but stands still while the PC sleeps; the PC's clock goes
    /// on.
    struct Now
    {
        std::chrono::milliseconds steady { 0 };
        std::chrono::milliseconds wall { 0 };
    };
    using ReadNow = std::function<Now()>;

    static constexpr std::chrono::minutes Least { 1 };
    static constexpr std::chrono::minutes Most { 30 };
    static constexpr std::chrono::minutes Usual { 5 };

    /// Tests give another clock and call check() themselves.
    explicit IdleLock(QObject* parent = nullptr, ReadNow readNow = {});
    /// After how long idle() is sent; brought within Least and Most.
    void setLimit(std::chrono::minutes limit);
    [[nodiscard]] std::chrono::minutes limit() const { return m_limit; }
    /// Watches from now on, as after unlocking.
    void start();
    /// Watches no longer, as while locked.
    void stop();
    [[nodiscard]] bool isWatching() const { return m_watching; }
    /// Looks at the clock; the timer does it every few seconds.
    void check();

Q_SIGNALS:
    /// The time is over. Sent once; start() begins anew.
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isOver();
    [[nodiscard]] static bool isInput(QEvent::Type type);
    ReadNow m_readNow;
    std::chrono::minutes m_limit = Usual;
    Now m_last;
    QTimer m_timer;
    bool m_watching = false;
};

} // namespace maiam
