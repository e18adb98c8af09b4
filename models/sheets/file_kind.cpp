// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/file_kind.h"

#include <QString>

#include <algorithm>

namespace maiam {

namespace {

constexpr qsizetype HeadSize = 4096;

template <typename... Signature> bool startsWithAny(const QByteArray& head, Signature... signatures)
{
    return (head.startsWith(QByteArray::fromHex(signatures)) || ...);
}

bool looksLikeText(const QByteArray& head)
{
    if (startsWithAny(head, "fffe", "feff")) { // UTF-16
        return true;
    }
    return std::none_of(head.begin(), head.end(),
        [](char c) { return quint8(c) < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
}

bool looksLikeWebPage(const QByteArray& head)
{
    const QByteArray lower = head.trimmed().toLower();
    return lower.contains("<html") || lower.startsWith("<!doctype") || lower.startsWith("<table")
        || lower.startsWith("mime-version:");
}

} // namespace

FileKind kindOf(const QByteArray& bytes)
{
    const QByteArray head = bytes.left(HeadSize);
    if (head.isEmpty()) {
        return FileKind::Empty;
    }
    if (startsWithAny(head, "504b0304", "504b0506", "504b0708")) {
        return FileKind::Zip;
    }
    if (startsWithAny(head, "d0cf11e0a1b11ae1")) {
        return FileKind::Ole;
    }
    if (startsWithAny(head, "09000400", "09000600", "09020600", "09040600")) {
        return FileKind::Biff;
    }
    if (head.startsWith("%PDF")) {
        return FileKind::Pdf;
    }
    if (startsWithAny(head, "89504e47", "ffd8ff", "47494638", "424d", "49492a00", "4d4d002a")
        || (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP") || head.mid(4, 8) == "ftypheic")
    {
        return FileKind::Picture;
    }
    if (head.startsWith("{\\rtf")) {
        return FileKind::Rtf;
    }
    if (startsWithAny(head, "526172211a07", "377abcaf271c", "1f8b")) {
        return FileKind::Archive;
    }
    if (head.startsWith("age-encryption.org/")) {
        return FileKind::SealedPackage;
    }
    if (looksLikeWebPage(head)) {
        return FileKind::WebPage;
    }
    return looksLikeText(head) ? FileKind::Text : FileKind::Other;
}

OleKind oleKindOf(const QByteArray& bytes)
{
    // the directory spells its names in UTF-16LE; a search is enough for a sentence, the reader checks the rest
    const auto holds = [&bytes](const QString& name) {
        return bytes.contains(QByteArray(reinterpret_cast<const char*>(name.utf16()), name.size() * 2));
    };
    if (holds(QStringLiteral("EncryptedPackage"))) {
        return OleKind::Encrypted;
    }
    if (holds(QStringLiteral("WordDocument"))) {
        return OleKind::Document;
    }
    if (holds(QStringLiteral("PowerPoint Document"))) {
        return OleKind::Presentation;
    }
    return holds(QStringLiteral("Workbook")) || holds(QStringLiteral("Book")) ? OleKind::Workbook : OleKind::Other;
}

} // namespace maiam
