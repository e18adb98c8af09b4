// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/steady_scroll_area.h"

class QVBoxLayout;

namespace maiam {

/// One card in the middle of a window that shows nothing else (lock, restore). It scrolls when the window is too low.
class MiddleCard : public SteadyScrollArea
{
    Q_OBJECT
public:
    /// Fills \a page. \a width is the card's, in pixels at 100 %.
    MiddleCard(int width, QWidget* page);
    /// What the card shows, from top to bottom.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

private:
    QVBoxLayout* m_body;
};

} // namespace maiam
