// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace maiam {

/// What a register keeps in its folder.
namespace registerFiles {
/// Takes away what Register::create() made there. Whatever else lies in the folder is not the program's to delete.
void removeMade(const QString& folder);
/// Whether something lies there that is no file of the program: documents, pictures, other folders. False for a folder
/// that is not there.
[[nodiscard]] bool holdsOthers(const QString& folder);
} // namespace registerFiles

} // namespace maiam
