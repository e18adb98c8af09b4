// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace maiam {

/// The five doors: Hôm nay, Hồ sơ, Trẻ em, Hoạt động, Báo cáo. Everything else is under "Thêm".
enum class Door { Today, Cases, Children, Activities, Reports };

inline constexpr int DoorCount = 5;

} // namespace maiam
