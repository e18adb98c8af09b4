// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guards.h"

namespace maiam {

Guards::Guards(IdleLock::ReadNow idleNow, std::unique_ptr<SessionWatch> session)
    : m_idle(nullptr, std::move(idleNow))
    , m_session(std::move(session))
{
    connect(&m_idle, &IdleLock::idle, this, &Guards::lockNeeded);
    connect(&m_key, &LockKey::pressed, this, &Guards::lockNeeded);
    connect(&m_shield, &CaptureShield::failed, this, &Guards::exposed);
    if (m_session)
        connect(m_session.get(), &SessionWatch::lockNeeded, this, &Guards::lockNeeded);
}

void Guards::apply(const Settings& settings)
{
    m_idle.setLimit(settings.idle);
    m_shield.setCaptureAllowed(settings.captureAllowed);
}

void Guards::opened()
{
    m_key.start();
    m_idle.start();
}

void Guards::closed()
{
    m_idle.stop();
    m_key.stop();
    m_clipboard.clear();
    if (m_session)
        m_session->locked();
}

} // namespace maiam
