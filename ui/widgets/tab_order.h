// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace maiam {

/// The order in which Tab goes through a page. Qt puts last what was made last, so a page whose lines are made anew
/// says the order again.
namespace tabOrder {
/// Tab goes through what stands in these parts, one part after the other, each as it is laid out: line by line, left
/// before right.
void through(const QList<QWidget*>& parts);
/// Where Tab stops first within a part that is seen; null when it stops nowhere.
[[nodiscard]] QWidget* first(QWidget* part);
} // namespace tabOrder

} // namespace maiam
