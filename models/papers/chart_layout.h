// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/drawing.h"
#include "models/papers/paper.h"

namespace maiam::papers {

/// Draws a bar chart into a rectangle of `widthPt` points by the chart's height: title, bars with their values on top,
/// labels below, a legend where there is more than one series. Numbers are written the Vietnamese way (1.240).
Drawing layChart(const Chart& chart, qreal widthPt);

} // namespace maiam::papers
