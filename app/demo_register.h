// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

namespace maiam {

/// The register with fictional people that `scripts/run --demo` shows. Nothing real may go in.
namespace demoRegister {
[[nodiscard]] QString folder();
/// In the clear on purpose: there is nothing to keep.
[[nodiscard]] QString passphrase();
/// Opens it, and makes and fills it when it is not there. AlreadyExists when the folder holds other files.
[[nodiscard]] Result<std::unique_ptr<Register>> open(const QString& folder);
} // namespace demoRegister

} // namespace maiam
