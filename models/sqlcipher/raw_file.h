// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace maiam {

class Database;
struct SyncedFileState;

/// The bytes of an open database file as they lie on the disk, that is encrypted. They are read through the engine's
/// own handle: on Linux, opening and closing the file a second time would drop the locks that the engine holds on it.
namespace rawFile {
/// In bytes.
[[nodiscard]] Result<qint64> size(Database& database);
/// Reads bytes.size() bytes from an offset. Errors: Io.
[[nodiscard]] Result<void> read(Database& database, qint64 offset, QByteArray& bytes);
/// Whether the write-ahead log beside the file holds nothing, so that the file alone is all there is.
[[nodiscard]] bool hasEmptyLog(const Database& database);
} // namespace rawFile

/// A new file whose bytes are on the disk when sync() returns, its name included: written through the engine's own file
/// layer, since Qt has no such call.
class SyncedFile
{
public:
    /// Makes the file, for its owner only. Errors: AlreadyExists, ReadOnly, NotFound (the folder is not there).
    [[nodiscard]] static Result<SyncedFile> create(const QString& path);
    /// Makes the name of a file that was renamed last through a power cut. Errors: Io.
    [[nodiscard]] static Result<void> syncName(const QString& path);

    /// Appends. Errors: DiskFull, Io.
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Errors: Io, DiskFull.
    [[nodiscard]] Result<void> sync();
    /// In bytes, so far.
    [[nodiscard]] qint64 size() const;

    SyncedFile(SyncedFile&&) noexcept;
    SyncedFile& operator=(SyncedFile&&) noexcept;
    ~SyncedFile();
    SyncedFile(const SyncedFile&) = delete;
    SyncedFile& operator=(const SyncedFile&) = delete;

private:
    explicit SyncedFile(std::unique_ptr<SyncedFileState> state);
    std::unique_ptr<SyncedFileState> m_state;
};

} // namespace maiam
