// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <functional>

namespace maiam {

/// Media that can be taken out of the PC and locked away (USB, thẻ nhớ): the only place where what opens the register
/// may stand in a file.
namespace removableMedium {
/// Whether the system says so of the disk under this file or folder, which need not be there yet.
[[nodiscard]] bool holds(const QString& path);
/// Whether a recovery key or an escrow sheet may be written to this file. InvalidInput, with words, on a disk that
/// stays in the PC.
[[nodiscard]] Result<void> checkKeyFile(const QString& file, const std::function<bool(const QString&)>& isOn = holds);
} // namespace removableMedium

} // namespace maiam
