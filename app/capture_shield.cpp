// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_shield.h"

#include "app/platform/platform.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace maiam {

CaptureShield::CaptureShield(QObject* parent)
    : QObject(parent)
{
    if (isOffered())
        qApp->installEventFilter(this);
}

bool CaptureShield::isOffered()
{
    return platform::canExcludeFromCapture();
}

void CaptureShield::setCaptureAllowed(bool allowed)
{
    m_allowed = allowed;
    if (!isOffered())
        return;
    m_exposed = false;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows)
        if (window->isVisible())
            apply(window);
    Q_EMIT failed(m_exposed);
}

bool CaptureShield::eventFilter(QObject* watched, QEvent* event)
{
    // A window that gets another handle (WinIdChange) has lost what was set for the one before.
    if (event->type() == QEvent::Show || event->type() == QEvent::WinIdChange) {
        auto* window = qobject_cast<QWidget*>(watched);
        if (window && window->isWindow() && window->internalWinId() != 0)
            apply(window);
    }
    return QObject::eventFilter(watched, event);
}

void CaptureShield::apply(QWidget* window)
{
    const bool done = platform::excludeFromCapture(window->winId(), !m_allowed);
    // A tool tip is a layered window, for which older systems refuse; it holds nothing that its window does not.
    if (done || m_allowed || m_exposed || window->windowType() == Qt::ToolTip)
        return;
    m_exposed = true;
    Q_EMIT failed(true);
}

} // namespace maiam
