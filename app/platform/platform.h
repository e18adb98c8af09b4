// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace maiam::platform {

/// Before anything else: no core dumps, no reading of this process by others of the same user. Best effort.
void harden();

/// Whether this system can keep windows out of screen capture.
[[nodiscard]] bool canExcludeFromCapture();
/// Keeps a window out of screen capture, or lets it in again. False when the system refuses.
[[nodiscard]] bool excludeFromCapture(WId window, bool exclude);

/// Lets another process bring its window to the front, which Windows allows only to the one that has the input now.
void letComeToFront(qint64 process);

} // namespace maiam::platform
