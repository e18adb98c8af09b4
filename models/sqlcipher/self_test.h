// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace maiam {

/// Known answers for every primitive that the register rests on (BLAKE2b-256, XChaCha20-Poly1305, Ed25519, X25519,
/// Argon2id) and for the engine's codec. Runs before the first window; a failure ends the program. Takes milliseconds.
[[nodiscard]] Result<void> cryptoSelfTest();

} // namespace maiam
