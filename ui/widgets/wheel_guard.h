// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace maiam {

/// Lets the mouse wheel scroll the page also over a choice list, a number or a date, and never alter what is chosen
/// there: who scrolls a long form must not change a child's record without a glance.
class WheelGuard : public QObject
{
    Q_OBJECT
public:
    /// Installs the one guard of this application; later calls do nothing.
    static void install();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using QObject::QObject;
    [[nodiscard]] static QWidget* choiceFor(QObject* watched);
};

} // namespace maiam
