// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace maiam::test {

using Parts = QList<std::pair<QByteArray, QByteArray>>;

/// A zip archive of these parts.
QByteArray zip(const Parts& parts);
/// An xlsx with one sheet: the content of its sheetData, and, when given, shared strings and cell formats.
QByteArray xlsx(const QByteArray& rows, const QByteArray& strings = {}, const QByteArray& styles = {},
    const QByteArray& bookProperties = {});
/// An ods with one table: its rows.
QByteArray ods(const QByteArray& rows);
/// An OLE container with one stream.
QByteArray ole(const QString& stream, const QByteArray& content);
/// The stream of an Excel 97 workbook: one sheet with a text in A1 and a number in B3.
QByteArray biff8(const QString& text, double number);

} // namespace maiam::test
