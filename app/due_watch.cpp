// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/due_watch.h"

#include "models/base/when_done.h"

namespace maiam {

DueWatch::DueWatch(QObject* parent)
    : QObject(parent)
{
    m_hour.setInterval(std::chrono::hours(1));
    connect(&m_hour, &QTimer::timeout, this, &DueWatch::read);
}

void DueWatch::attach(Register& reg, const StatutoryClock& clock)
{
    m_register = &reg;
    m_clock = &clock;
    connect(&reg, &Register::committed, this, &DueWatch::read);
    m_hour.start();
    read();
}

void DueWatch::detach()
{
    if (m_register)
        m_register->disconnect(this);
    m_register = nullptr;
    m_hour.stop();
    ++m_asked; // an answer on its way belongs to a register that is gone
}

void DueWatch::forget()
{
    m_due = {};
    ++m_asked;
}

void DueWatch::read()
{
    if (!m_register)
        return;
    const auto work = [clock = m_clock, now = m_register->clock().now()](
                          Database& database) { return DueTimes::read(database, *clock, now); };
    whenDone(this, m_register->read(work), [this, asked = ++m_asked](const Result<DueTimes>& due) {
        if (due && asked == m_asked)
            m_due = *due;
    });
}

} // namespace maiam
