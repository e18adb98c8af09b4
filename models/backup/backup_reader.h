// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_files.h"
#include "models/backup/chain_check.h"

#include <functional>

namespace maiam {

/// Tells how far the work is, in bytes; from any thread.
using BackupProgress = std::function<void(qint64 done, qint64 all)>;

/// One backup file, read as hostile until the key has vouched for it.
class BackupReader
{
public:
    /// Reads the outer parts: what can be seen without the key. Errors: NotFound, InvalidInput
    /// (a folder), ReadOnly, Io, Damaged, NewerVersion.
    [[nodiscard]] static Result<BackupReader> open(const QString& file);

    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] const BackupOuter& outer() const { return m_outer; }
    /// The whole file, in bytes.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Errors: WrongPassphrase (not this register's key, or an earlier one), Damaged.
    [[nodiscard]] Result<BackupManifest> manifest(const SecretKey& key) const;

    /// Whole: before somebody relies on the file. AsWritten, each day: that it holds what the register held, without
    /// the structure of the tables, which would read every page once more and says nothing about the copy.
    enum class Depth { AsWritten, Whole };
    /// Believes nothing: the digest of all pages, every page's HMAC, the structure of the tables, the chains of hashes,
    /// and that the heads are those of the manifest. Errors: Damaged, Cancelled, NotEncrypted, WrongPassphrase.
    [[nodiscard]] Result<BackupManifest> verify(const SecretKey& key, const BackupProgress& progress = {},
        const std::atomic_bool* cancelled = nullptr, Depth depth = Depth::Whole) const;
    /// The register inside, read where it lies.
    [[nodiscard]] Result<Database> database(const SecretKey& key) const;
    /// Writes the register's database into a new file, checking the digest on the way.
    [[nodiscard]] Result<void> extractDatabase(const QString& to, BackupFiles& files,
        const BackupProgress& progress = {}, const std::atomic_bool* cancelled = nullptr) const;

private:
    BackupReader() = default;
    template <typename Use>
    Result<void> readPages(Use use, const BackupProgress& progress, const std::atomic_bool* cancelled) const;
    QString m_file;
    qint64 m_size = 0;
    BackupOuter m_outer;
};

} // namespace maiam
