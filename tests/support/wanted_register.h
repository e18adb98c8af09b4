// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

namespace maiam::test {

/// Lan's passphrase.
inline const QString LanWords = QStringLiteral("khong ai biet cau nay");

/// A commune's register as Lan makes it, with keys that cost next to nothing; what a test wants otherwise it sets.
inline NewRegister wantedRegister(const QString& folder)
{
    NewRegister wanted;
    wanted.folder = folder;
    wanted.unit = QStringLiteral("06838");
    wanted.officeName = QStringLiteral("Ủy ban nhân dân xã Bình Liêu");
    wanted.login = QStringLiteral("lan");
    wanted.displayName = QStringLiteral("Hoàng Thị Lan");
    wanted.passphrase = LanWords;
    wanted.cost = KdfCost::forTests();
    wanted.limits = KdfLimits::forTests();
    return wanted;
}

} // namespace maiam::test
