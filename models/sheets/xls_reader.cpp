// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/xls_reader.h"

#include "models/base/native_path.h"
#include "models/sheets/sheet_builder.h"
#include "models/sheets/xls_extras.h"

#include <freexl.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace maiam {

namespace {

struct Close
{
    void operator()(const void* handle) const { freexl_close(handle); }
};
using Handle = std::unique_ptr<const void, Close>;

/// "YYYY-MM-DD", "YYYY-MM-DD HH:MM:SS" or "HH:MM:SS", as FreeXL gives dates.
Cell ofDateText(const QString& text)
{
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid()) {
        return Cell::ofText(text);
    }
    Cell cell = Cell::ofDate(date);
    const QTime time = QTime::fromString(text.mid(11, 8), Qt::ISODate);
    if (cell.type == Cell::Type::DateSerial && time.isValid()) {
        cell.number += time.msecsSinceStartOfDay() / 86400000.0;
    }
    return cell;
}

Cell toCell(const FreeXL_CellValue& value)
{
    switch (value.type) {
    case FREEXL_CELL_INT:
        return Cell::ofNumber(value.value.int_value);
    case FREEXL_CELL_DOUBLE:
        return std::isfinite(value.value.double_value) ? Cell::ofNumber(value.value.double_value)
                                                       : Cell { Cell::Type::Error, false, 0, QStringLiteral("#NUM!") };
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
        return Cell::ofText(QString::fromUtf8(value.value.text_value));
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
        return ofDateText(QString::fromUtf8(value.value.text_value));
    default:
        return {};
    }
}

/// The extras of a sheet: that of its place where the names agree, else the one of its name.
XlsSheetExtras extrasOf(const XlsExtras& extras, int index, const QString& name)
{
    if (extras.sheets.value(index).name == name) {
        return extras.sheets.value(index);
    }
    for (const XlsSheetExtras& sheet : extras.sheets) {
        if (sheet.name == name) {
            return sheet;
        }
    }
    return {};
}

Result<> readSheet(const void* handle, unsigned short index, const XlsExtras& all, SheetBuilder& builder)
{
    const char* name = nullptr;
    unsigned int rows = 0;
    unsigned short columns = 0;
    if (freexl_get_worksheet_name(handle, index, &name) != FREEXL_OK
        || freexl_select_active_worksheet(handle, index) != FREEXL_OK
        || freexl_worksheet_dimensions(handle, &rows, &columns) != FREEXL_OK)
    {
        return SheetBuilder::damaged(QStringLiteral("xls sheet"));
    }
    const XlsSheetExtras extras = extrasOf(all, index, QString::fromUtf8(name));
    auto done = builder.beginSheet(QString::fromUtf8(name), extras.isHidden);
    const int lastRow = std::max(int(rows), extras.cells.isEmpty() ? 0 : extras.cells.lastKey() + 1);
    for (int row = 0; done && row < lastRow; ++row) {
        const QMap<int, Cell> more = extras.cells.value(row);
        const bool isInside = row < int(rows);
        if (!isInside && more.isEmpty()) {
            continue;
        }
        const int width = std::max(isInside ? int(columns) : 0, more.isEmpty() ? 0 : more.lastKey() + 1);
        done = builder.beginRow(qint64(row) + 1);
        for (int column = 0; done && column < width; ++column) {
            FreeXL_CellValue value {};
            value.type = FREEXL_CELL_NULL;
            if (isInside && column < int(columns)
                && freexl_get_cell_value(handle, unsigned(row), static_cast<unsigned short>(column), &value)
                    != FREEXL_OK)
            {
                return SheetBuilder::damaged(QStringLiteral("xls cell"));
            }
            const auto extra = more.constFind(column);
            done = builder.put(column, extra != more.cend() ? *extra : toCell(value));
        }
    }
    for (const MergedRows& merged : extras.merged) {
        done = done ? builder.merge(merged.row, merged.lastRow, merged.column) : done;
    }
    for (const CellComment& comment : extras.comments) {
        done = done ? builder.comment(comment.row, comment.column, comment.text) : done;
    }
    return done;
}

} // namespace

Result<Workbook> readXls(const QString& file, const QByteArray& bytes, const WorkbookLimits& limits)
{
    const QString native = nativePath(file);
    const QByteArray path =
        native.toUtf8(); // for Windows, the reader is built to take UTF-8 (packaging/windows/freexl)
    if (QString::fromUtf8(path) != native) {
        return fail(ErrorCode::Io,
            SheetBuilder::tr("A file with this name cannot be opened in the old .xls form. Give it a name without "
                             "accents, or save it as .xlsx."));
    }
    const void* opened = nullptr;
    const int code = freexl_open(path.constData(), &opened);
    const Handle handle(opened);
    if (code != FREEXL_OK) {
        return SheetBuilder::damaged(QStringLiteral("xls %1").arg(code));
    }
    unsigned int protection = 0;
    unsigned int sheets = 0;
    freexl_get_info(handle.get(), FREEXL_BIFF_PASSWORD, &protection);
    if (protection == FREEXL_BIFF_OBFUSCATED) {
        return fail(ErrorCode::NotAWorkbook,
            SheetBuilder::tr("The workbook is protected with a password. Open it in Excel or LibreOffice, save it "
                             "without the password, and choose the new file."));
    }
    if (freexl_get_info(handle.get(), FREEXL_BIFF_SHEET_COUNT, &sheets) != FREEXL_OK) {
        return SheetBuilder::damaged(QStringLiteral("xls sheets"));
    }
    const XlsExtras extras = readXlsExtras(bytes);
    SheetBuilder builder(limits);
    for (unsigned int i = 0; i < sheets; ++i) {
        if (auto done = readSheet(handle.get(), static_cast<unsigned short>(i), extras, builder); !done) {
            return fail(done);
        }
    }
    auto read = builder.take();
    if (!read) {
        return fail(read);
    }
    // FreeXL resolves the epoch itself: its dates are texts, which become serials of the 1900 system
    return Workbook { std::move(*read), false, Workbook::Encoding::Unicode, !extras.comments };
}

} // namespace maiam
