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
/// An xlsx with one sheet: the content of its sheetData, and, when given, shared strings, cell formats and comments.
QByteArray xlsx(const QByteArray& rows, const QByteArray& strings = {}, const QByteArray& styles = {},
    const QByteArray& bookProperties = {}, const QByteArray& comments = {});
/// An ods with one table: its rows.
QByteArray ods(const QByteArray& rows);
/// An OLE container with one stream.
QByteArray ole(const QString& stream, const QByteArray& content);
/// The stream of an Excel 97 workbook: one sheet with a text in A1 and a number in B3.
QByteArray biff8(const QString& text, double number);
/// The stream of a hidden sheet of an Excel 97 workbook whose column A holds what FreeXL passes over: results of
/// formulas (42.5, @p text, #N/A, TRUE, an empty text, a date, a text that never came), TRUE, #DIV/0!, and a comment on
/// C4.
QByteArray biff8Formulas(const QString& text, const QString& comment);

} // namespace maiam::test
