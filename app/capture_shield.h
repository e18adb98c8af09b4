// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace maiam {

/// Keeps every window of the program, also dialogs and menus, out of screen capture where the system can do that
/// (Windows), unless the settings allow it. On X11 nothing is promised.
class CaptureShield : public QObject
{
    Q_OBJECT
public:
    explicit CaptureShield(QObject* parent = nullptr);
    /// Applies to every window that is open and to every one that opens.
    void setCaptureAllowed(bool allowed);
    /// Whether this system can do it at all.
    [[nodiscard]] static bool isOffered();

Q_SIGNALS:
    /// Whether a window that should be kept out is not; the program says so on its screen.
    void failed(bool exposed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply(QWidget* window);
    bool m_allowed = true;
    bool m_exposed = false;
};

} // namespace maiam
