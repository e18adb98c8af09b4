// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace maiam {

/// Giới tính, as a personal number and the register's columns Nam/Nữ know it.
enum class Sex {
    Male, ///< Nam
    Female, ///< Nữ
    Unknown, ///< not known or not written down
};

} // namespace maiam
