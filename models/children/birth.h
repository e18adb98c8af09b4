// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/text/partial_date.h"

#include <QCoreApplication>

namespace maiam {

/// What a child's date of birth may be.
class Birth
{
    Q_DECLARE_TR_FUNCTIONS(Birth)
public:
    /// Fails with InvalidInput when the day has not come yet: a slip of a digit would make a child of nobody.
    [[nodiscard]] static Result<void> check(const PartialDate& birth, QDate today)
    {
        if (birth.isNull() || !today.isValid() || birth.earliest() <= today)
            return {};
        return fail(ErrorCode::InvalidInput,
            tr("This day has not come yet. Look at the year, or write an age such as “about 9 years”."));
    }
};

} // namespace maiam
