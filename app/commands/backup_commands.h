// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace maiam {

namespace commands {
Result<CommandOutput> backup(const CommandCall&);
Result<CommandOutput> restore(const CommandCall&);
} // namespace commands

/// `maiam verify --backup FILE`.
Result<CommandOutput> verifyBackup(const CommandCall&);

} // namespace maiam
