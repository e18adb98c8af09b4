// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

class QWidget;

namespace maiam {

/// Where in a page somebody was typing, so that unlocking leads back to the same letter of the same field: who goes on
/// typing must not write into another one, nor over what stands there.
namespace returnedFocus {
/// The input that has the focus in the page, and the place of the cursor in it; empty when it has none that is named.
[[nodiscard]] QJsonObject of(const QWidget* page);
/// Puts it there again as soon as the page shows that input, and once more when a draft was taken up into it. Gives way
/// to the person, who may go elsewhere meanwhile.
void put(QWidget* page, const QJsonObject& focus);
} // namespace returnedFocus

} // namespace maiam
