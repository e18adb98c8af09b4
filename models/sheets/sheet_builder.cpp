// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/sheet_builder.h"

#include <algorithm>
#include <limits>

namespace maiam {

namespace {

constexpr qsizetype MostMerged = 4096; // of a sheet; more is no register but a form, and costs time only

} // namespace

tl::unexpected<Error> SheetBuilder::damaged(const QString& detail)
{
    return fail(ErrorCode::Damaged,
        tr("The workbook is damaged, so nothing was taken from it. Open it in Excel or LibreOffice, save it again as "
           ".xlsx, and choose the new file."),
        detail);
}

tl::unexpected<Error> SheetBuilder::cellTooLong() const
{
    return fail(ErrorCode::InvalidInput,
        tr("A cell in row %1 holds more than %2 characters. Shorten it and choose the file again.")
            .arg(m_row.number)
            .arg(m_limits.cellCharacters));
}

Result<> SheetBuilder::beginSheet(const QString& name, bool isHidden)
{
    if (auto ended = endRow(); !ended) {
        return ended;
    }
    if (m_sheets.size() >= m_limits.sheets) {
        return fail(ErrorCode::InvalidInput,
            tr("The workbook has more than %1 sheets. Divide it and choose each part.").arg(m_limits.sheets));
    }
    m_sheets.append(Sheet { name.left(255), isHidden, {}, 0, {}, {} });
    m_row = {};
    return {};
}

Result<> SheetBuilder::beginRow(qint64 number)
{
    const qint64 before = m_row.number;
    if (auto ended = endRow(); !ended) {
        return ended;
    }
    if (m_sheets.isEmpty() || number <= before || number > std::numeric_limits<int>::max()) {
        return damaged(QStringLiteral("order of rows"));
    }
    m_row = SheetRow { int(number), {} };
    return {};
}

Result<> SheetBuilder::put(qint64 column, Cell cell)
{
    if (m_row.number == 0 || column < m_row.cells.size()) {
        return damaged(QStringLiteral("order of cells"));
    }
    if (cell.isEmpty() && !cell.isFormula) {
        return {};
    }
    if (column >= m_limits.columns) {
        return fail(ErrorCode::InvalidInput,
            tr("Row %1 has more than %2 columns. Delete what stands too far to the right and choose the file again.")
                .arg(m_row.number)
                .arg(m_limits.columns));
    }
    if (cell.text.size() > m_limits.cellCharacters) {
        return cellTooLong();
    }
    m_cells += column + 1 - m_row.cells.size(); // gaps take memory too
    if (m_cells > m_limits.cells) {
        return fail(ErrorCode::InvalidInput,
            tr("The workbook holds more than %1 cells. Divide it and choose each part.").arg(m_limits.cells));
    }
    m_row.cells.resize(qsizetype(column));
    m_row.cells.append(std::move(cell));
    return {};
}

Result<> SheetBuilder::comment(qint64 row, qint64 column, const QString& text)
{
    if (m_sheets.isEmpty() || row < 1 || row > std::numeric_limits<int>::max() || column < 0) {
        return damaged(QStringLiteral("place of a comment"));
    }
    if (text.trimmed().isEmpty()) {
        return {};
    }
    if (text.size() > m_limits.cellCharacters) {
        return cellTooLong();
    }
    if (column >= m_limits.columns || ++m_cells > m_limits.cells) {
        return fail(ErrorCode::InvalidInput,
            tr("The workbook holds more than %1 cells. Divide it and choose each part.").arg(m_limits.cells));
    }
    m_sheets.last().comments.append({ int(row), int(column), text.trimmed() });
    return {};
}

Result<> SheetBuilder::merge(qint64 row, qint64 lastRow, qint64 column)
{
    if (m_sheets.isEmpty() || row < 1 || lastRow > std::numeric_limits<int>::max() || column < 0
        || column > std::numeric_limits<int>::max())
    {
        return damaged(QStringLiteral("place of merged cells"));
    }
    if (lastRow > row && m_sheets.last().merged.size() < MostMerged) {
        m_sheets.last().merged.append({ int(row), int(lastRow), int(column) });
    }
    return {};
}

Result<> SheetBuilder::endRow()
{
    if (m_row.cells.isEmpty()) {
        return {};
    }
    if (++m_rows > m_limits.rows) {
        return fail(ErrorCode::InvalidInput,
            tr("The workbook holds more than %1 rows. Divide it and choose each part.").arg(m_limits.rows));
    }
    Sheet& sheet = m_sheets.last();
    sheet.columns = std::max(sheet.columns, int(m_row.cells.size()));
    sheet.rows.append(std::move(m_row));
    m_row = {};
    m_row.number = sheet.rows.last().number;
    return {};
}

Result<> SheetBuilder::repeatRow(qint64 times)
{
    const SheetRow row = m_row;
    if (row.cells.isEmpty()) {
        return {};
    }
    for (qint64 i = 1; i <= times; ++i) {
        if (auto begun = beginRow(row.number + i); !begun) {
            return begun;
        }
        m_cells += row.cells.size();
        if (m_cells > m_limits.cells) {
            return fail(ErrorCode::InvalidInput,
                tr("The workbook holds more than %1 cells. Divide it and choose each part.").arg(m_limits.cells));
        }
        m_row.cells = row.cells; // shared, not copied
    }
    return {};
}

Result<QList<Sheet>> SheetBuilder::take()
{
    if (auto ended = endRow(); !ended) {
        return fail(ended);
    }
    for (Sheet& sheet : m_sheets) {
        std::stable_sort(sheet.comments.begin(), sheet.comments.end(), [](const CellComment& a, const CellComment& b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
    }
    return std::exchange(m_sheets, {});
}

} // namespace maiam
