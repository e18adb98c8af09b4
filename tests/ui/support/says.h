// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <algorithm>

namespace maiam::test {

/// Whether a label that is to be seen on the page, once that is shown, holds this text.
inline bool says(const QWidget& page, const QString& text)
{
    const auto labels = page.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->isVisibleTo(&page) && label->text().contains(text); });
}

/// The same, and the page is shown.
inline bool shows(const QWidget& page, const QString& text)
{
    return page.isVisible() && says(page, text);
}

} // namespace maiam::test
