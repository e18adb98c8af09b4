// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <QDate>

#include <vector>

namespace maiam {

/// An erasure of another office that this one has not confirmed yet (yêu cầu hủy dữ liệu chờ xác nhận). It names no
/// child.
struct OpenErasure
{
    QString decision; ///< number and symbol: "125/QĐ-UBND"
    QDate decided; ///< the decision's date; the day on which it was written down when the decision names none
    QString office; ///< whose it is; empty when its card is not known here

    /// All of them, in the order in which they came. @p office: this one.
    [[nodiscard]] static Result<std::vector<OpenErasure>> read(Database& database, const QByteArray& office);
};

} // namespace maiam
