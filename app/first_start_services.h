// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogues.h"
#include "models/register/register.h"
#include "ui/shell/first_start.h"

namespace maiam {

/// Joins the first start's pages to the rules of keys, catalogues and the register.
/// `created` gets the new register, in the interface thread.
[[nodiscard]] FirstStartServices firstStartServices(
    const Catalogues& catalogues, const QString& folder, std::function<void(std::unique_ptr<Register>)> created);

} // namespace maiam
