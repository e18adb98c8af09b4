// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <optional>

namespace maiam {

/// An encrypted database that lies inside a larger file, such as a backup: a window of the file is the database. Read
/// where it lies, so that what was checked is what was written.
namespace filePart {
/// Opens it, read only and without side files (OpenMode::Sealed). `offset` and `size` are bytes; size is a whole number
/// of pages. Errors as Database::open.
[[nodiscard]] Result<Database> open(
    const QString& file, qint64 offset, qint64 size, const SecretKey& key, const EngineOptions& options = {});

/// For the engine: the window that open() put into a name, if it did.
struct Window
{
    QString file;
    qint64 offset = 0;
    qint64 size = 0;
};
[[nodiscard]] std::optional<Window> windowOf(const QString& name);
/// For the engine: the name of the file layer that shows windows; null when it cannot be had.
[[nodiscard]] const char* layer();
} // namespace filePart

} // namespace maiam
