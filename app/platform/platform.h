// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace maiam::platform {

/// Before anything else: no core dumps, no reading of this process by others of the same user. Best effort.
void harden();

} // namespace maiam::platform
