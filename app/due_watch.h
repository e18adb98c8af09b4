// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/agenda/due_times.h"
#include "models/register/register.h"

#include <QObject>
#include <QTimer>

namespace maiam {

/// Knows when things fall due, from the open register, and still knows it, without names, while the register is locked.
class DueWatch : public QObject
{
    Q_OBJECT
public:
    explicit DueWatch(QObject* parent = nullptr);
    /// Reads now, after every commit, and every hour. Both stay until detach().
    void attach(Register& reg, const StatutoryClock& clock);
    /// The register closes; what was read last stays.
    void detach();
    /// What was read last is of a register that another one has replaced.
    void forget();
    /// What the lock screen says.
    [[nodiscard]] QString sentence(UtcMs now) const { return m_due.sentence(now); }

private:
    void read();
    Register* m_register = nullptr;
    const StatutoryClock* m_clock = nullptr;
    DueTimes m_due;
    QTimer m_hour;
    quint64 m_asked = 0;
};

} // namespace maiam
