// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

namespace maiam::test {

/// As if the other office had said that it holds everything: what is sealed next leaves a gap there.
[[nodiscard]] inline Result<void> pretendReceipt(Register& reg, const QByteArray& from)
{
    return reg
        .writeLocal([&](Database& database) {
            return database.run(QStringLiteral("INSERT INTO receipt(office, device, seq, hash, at) SELECT ?, device, "
                                               "folded_seq, folded_hash, 0 FROM journal_device WHERE id = 1"),
                { from });
        })
        .result();
}

} // namespace maiam::test
