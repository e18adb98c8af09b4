// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace maiam {

/// The name under which calls below Qt take a file: absolute and clean. On Windows with its own separators and the
/// prefix without which a path ends at 260 characters; Qt's own classes add that prefix themselves.
[[nodiscard]] QString nativePath(const QString& path);

} // namespace maiam
