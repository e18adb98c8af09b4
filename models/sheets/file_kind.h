// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace maiam {

/// What a file is, by its first bytes. The sentence for the person is made of it.
enum class FileKind {
    Empty,
    Zip, ///< xlsx and ods, and everything else that is a zip archive
    Ole, ///< the container of old Office files
    Biff, ///< an Excel file from before the container
    Pdf,
    Picture,
    WebPage,
    Rtf,
    Archive, ///< rar, 7z, gzip
    SealedPackage, ///< an age file
    Text,
    Other,
};

/// What an OLE container holds, as far as a search for the names in it tells.
enum class OleKind { Workbook, Encrypted, Document, Presentation, Other };

[[nodiscard]] FileKind kindOf(const QByteArray& bytes);
[[nodiscard]] OleKind oleKindOf(const QByteArray& bytes);

} // namespace maiam
