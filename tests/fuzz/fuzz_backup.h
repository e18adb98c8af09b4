// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backup_reader.h"

/// The key of the register that the backups hold: always the same.
[[nodiscard]] const maiam::SecretKey& fuzzRegisterKey();

/// A sound backup of a register in which nothing has been written, and what is built around pieces of it: written a
/// second time from docs/backup-format.md, so that the reader is not tried with its own writer alone.
struct FuzzBackup
{
    QByteArray pages; ///< an encrypted database with the journal's tables
    QByteArray manifest; ///< plain CBOR

    /// Made at the first call.
    [[nodiscard]] static const FuzzBackup& sound();
    /// A whole file that seals these bytes as its manifest.
    [[nodiscard]] QByteArray withManifest(const QByteArray& plain) const;
    /// A whole file around these bytes as its pages, filled up to whole ones.
    [[nodiscard]] QByteArray withPages(QByteArray bytes) const;
    /// The tail of a whole file.
    [[nodiscard]] static QByteArray tail(const QByteArray& pages, const QByteArray& manifest);
    /// A tail with a footer that vouches for it.
    [[nodiscard]] static QByteArray withFooter(const QByteArray& tail);
};
