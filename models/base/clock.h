// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace maiam {

/// Milliseconds since 1970-01-01T00:00Z: the only form in which a moment is stored.
using UtcMs = qint64;

/// Where the program reads the time. Tests set it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
    /// Milliseconds since the epoch, as the PC's clock stands.
    [[nodiscard]] virtual UtcMs now() const = 0;
};

/// The PC's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] UtcMs now() const override { return QDateTime::currentMSecsSinceEpoch(); }
};

/// A clock that stands where it is put.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(UtcMs now)
        : m_now(now)
    {
    }
    [[nodiscard]] UtcMs now() const override { return m_now; }
    void set(UtcMs now) { m_now = now; }
    void advance(qint64 ms) { m_now += ms; }

private:
    UtcMs m_now;
};

/// Viet Nam's civil time: fixed UTC+7, never the PC's zone.
namespace civil {
inline constexpr int OffsetSeconds = 7 * 3600;
/// The civil date and time of a moment.
[[nodiscard]] inline QDateTime dateTime(UtcMs at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::OffsetFromUTC, OffsetSeconds);
}
/// The civil day of a moment.
[[nodiscard]] inline QDate date(UtcMs at)
{
    return dateTime(at).date();
}
/// The moment of a civil date and time.
[[nodiscard]] inline UtcMs at(QDate date, QTime time)
{
    return QDateTime(date, time, Qt::OffsetFromUTC, OffsetSeconds).toMSecsSinceEpoch();
}
/// The first millisecond of a civil day.
[[nodiscard]] inline UtcMs startOf(QDate date)
{
    return at(date, QTime(0, 0));
}
} // namespace civil

} // namespace maiam
