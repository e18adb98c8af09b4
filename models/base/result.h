// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace maiam {

/// The one way in which a function of this project says that it may fail.
template <typename T = void> using Result = tl::expected<T, Error>;

/// Makes the failing side of a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error { code, std::move(message), std::move(detail) });
}

/// Passes another Result's error on.
template <typename T> [[nodiscard]] tl::unexpected<Error> fail(const Result<T>& other)
{
    return tl::unexpected<Error>(other.error());
}

} // namespace maiam
