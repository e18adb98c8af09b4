// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/records/record.h"

#include <QCoreApplication>

namespace maiam {

/// What a session must say before it is stored (phiếu buổi truyền thông, lớp tập huấn).
class SessionForm
{
    Q_DECLARE_TR_FUNCTIONS(SessionForm)
public:
    static constexpr qint64 MaxCount = 100000; ///< people, leaflets: more is a slip of the keyboard
    static constexpr qint64 MaxMinutes = 31 * 24 * 60;

    /// Type and time are asked for; counts lie between 0 and MaxCount; the state is planned, held or cancelled; people
    /// are counted only of a session that was held. Errors: InvalidInput.
    [[nodiscard]] static Result<void> check(const Record& session);
};

} // namespace maiam
