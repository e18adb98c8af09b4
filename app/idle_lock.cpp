// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idle_lock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

using namespace std::chrono_literals;

namespace maiam {

namespace {
constexpr auto LookEvery = 2s;

IdleLock::Now systemNow()
{
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    return { duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()),
        duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()) };
}
} // namespace

IdleLock::IdleLock(QObject* parent, ReadNow readNow)
    : QObject(parent)
    , m_readNow(readNow ? std::move(readNow) : ReadNow(systemNow))
{
    m_timer.setInterval(LookEvery);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::check);
}

void IdleLock::setLimit(std::chrono::minutes limit)
{
    m_limit = std::clamp(limit, Least, Most);
}

void IdleLock::start()
{
    m_last = m_readNow();
    if (!m_watching)
        QCoreApplication::instance()->installEventFilter(this);
    m_watching = true;
    m_timer.start();
}

void IdleLock::stop()
{
    if (m_watching)
        QCoreApplication::instance()->removeEventFilter(this);
    m_watching = false;
    m_timer.stop();
}

bool IdleLock::isOver()
{
    const Now now = m_readNow();
    // The PC's clock counts too, for the hours of sleep; set back, it is only taken anew.
    if (now.wall < m_last.wall)
        m_last.wall = now.wall;
    return now.steady - m_last.steady >= m_limit || now.wall - m_last.wall >= m_limit;
}

void IdleLock::check()
{
    if (!m_watching || !isOver())
        return;
    stop();
    Q_EMIT idle();
}

bool IdleLock::isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
        return true;
    default:
        return false;
    }
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event)
{
    if (!isInput(event->type()))
        return QObject::eventFilter(watched, event);
    if (!isOver()) {
        m_last = m_readNow();
        return QObject::eventFilter(watched, event);
    }
    // What was already over when the key came is over: a PC that wakes must not be found open by the key that woke it.
    // The key is swallowed, and the lock comes after it: it deletes the very widget that the key was for.
    if (m_watching) {
        stop();
        QMetaObject::invokeMethod(this, &IdleLock::idle, Qt::QueuedConnection);
    }
    return true;
}

} // namespace maiam
