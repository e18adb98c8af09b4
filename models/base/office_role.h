// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace maiam {

/// Whose register it is (vai trò của cơ quan).
enum class OfficeRole { Commune, Province };

} // namespace maiam
