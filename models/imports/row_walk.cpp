// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a sheet are children, and what becomes of all the others.
#include "models/imports/row_reader.h"
#include "models/imports/row_words.h"
#include "models/text/normalise.h"

#include <algorithm>
#include <limits>

namespace maiam {

namespace {
constexpr qsizetype LongestColumnNumber = 4; ///< "(12)"
} // namespace

void RowReader::readInto(ImportPlan& plan)
{
    m_plan = &plan;
    m_draft = RowDraft { m_sheet.name, 0, {}, {}, false, {}, {}, {}, {}, {} };
    if (m_sheet.isHidden)
        problem(nullptr,
            tr("This sheet is hidden in the workbook. It was read like the others; check that it should be."),
            ProblemWeight::Information);
    for (const SheetRow& row : m_sheet.rows) {
        readCommentsBefore(row.number);
        m_draft = RowDraft { m_sheet.name, row.number, {}, {}, false, {}, {}, {}, {}, {} };
        if (row.number <= m_map.lastHeaderRow) {
            if (row.number < m_map.firstHeaderRow
                && std::any_of(
                    row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !rowWords::isBlank(cell); }))
                skip(row.number, SkippedRow::Reason::Above);
            else if (row.number > m_map.firstHeaderRow)
                checkSecondHeader(row);
            continue;
        }
        switch (classify(row)) {
        case RowKind::Blank:
            break;
        case RowKind::Header:
            skip(row.number, SkippedRow::Reason::Header);
            break;
        case RowKind::Footer:
            skip(row.number, SkippedRow::Reason::Footer);
            break;
        case RowKind::NumberOnly:
            skip(row.number, SkippedRow::Reason::NumberOnly);
            break;
        case RowKind::NotUnderstood:
            skip(row.number, SkippedRow::Reason::NotUnderstood);
            break;
        case RowKind::Child:
            nameSkipped();
            readRow(row);
            plan.rows.push_back(std::move(m_draft));
            break;
        }
    }
    nameSkipped();
    readCommentsBefore(std::numeric_limits<int>::max());
}

/// A child without a name or number may look like a second line of titles.
void RowReader::checkSecondHeader(const SheetRow& row)
{
    for (const Cell& cell : row.cells) {
        const QString text = cell.type == Cell::Type::Text ? normalised(cell.text) : QString();
        if (text.size() > LongestColumnNumber && !m_vocabulary.column(text))
            return problem(nullptr,
                tr("This row was taken for the second line of the header. If it is a child, enter it by hand."),
                ProblemWeight::Information);
    }
}

/// Remembers a row that is no child's; those one below the other become one problem.
void RowReader::skip(int row, SkippedRow::Reason reason)
{
    m_plan->skipped.push_back({ m_sheet.name, row, reason });
    if (!m_skipped.empty() && (m_skipped.back().reason != reason || m_skipped.back().row + 1 != row))
        nameSkipped();
    m_skipped.push_back(m_plan->skipped.back());
}

void RowReader::nameSkipped()
{
    if (m_skipped.empty())
        return;
    QString reason;
    ProblemWeight weight = ProblemWeight::Information;
    switch (m_skipped.front().reason) {
    case SkippedRow::Reason::Above:
        reason = tr("This stands above the header, so it was taken for a title and not taken in.");
        break;
    case SkippedRow::Reason::Header:
        reason = tr("This was taken for a header that is repeated on a later page, and not taken in.");
        break;
    case SkippedRow::Reason::Footer:
        reason = tr("This was taken for a total, a signature or a signer's name, and not taken in. If it is a child, "
                    "enter it by hand.");
        break;
    case SkippedRow::Reason::NumberOnly:
        reason = tr("Nothing stands here but the number in the list, so nothing was taken in.");
        break;
    case SkippedRow::Reason::NotUnderstood:
        reason = tr("This row is not a child's and was not taken in. Enter by hand what is needed of it.");
        weight = ProblemWeight::Unusable;
        break;
    }
    ImportProblem found { m_sheet.name, m_skipped.front().row, {}, {}, reason, weight };
    found.lastRow = m_skipped.size() > 1 ? m_skipped.back().row : 0;
    m_plan->reading.push_back(std::move(found));
    m_skipped.clear();
}

/// Comments of rows that are no child's are named, since there is nobody to whom they could be written.
void RowReader::readCommentsBefore(int row)
{
    for (; m_comment < m_sheet.comments.size() && m_sheet.comments[m_comment].row < row; ++m_comment) {
        const CellComment& comment = m_sheet.comments[m_comment];
        m_plan->reading.push_back({ m_sheet.name, comment.row, columnLetter(comment.column), {},
            tr("A comment hangs on this cell, which is no child's. It was not taken in; enter by hand what is needed "
               "of "
               "it."),
            ProblemWeight::Warning });
    }
}

void RowReader::readCommentsOf(const SheetRow& row)
{
    for (; m_comment < m_sheet.comments.size() && m_sheet.comments[m_comment].row == row.number; ++m_comment) {
        const CellComment& comment = m_sheet.comments[m_comment];
        const auto column = std::find_if(m_map.columns.begin(), m_map.columns.end(),
            [&comment](const SheetColumn& one) { return one.index == comment.column; });
        const SheetColumn place =
            column != m_map.columns.end() ? *column : SheetColumn { comment.column, {}, {}, ColumnUse::Unknown };
        const QString text = clean(place, Cell::ofText(comment.text), true);
        m_remarks.append(tr("Comment on %1: %2").arg(place.title.isEmpty() ? place.letter() : place.title, text));
        problem(&place, tr("A comment hangs on this cell. It was kept in the note."), ProblemWeight::Information);
    }
}

/// What was merged over several children may hold for each of them, but the file says it once.
void RowReader::checkMerged(const SheetRow& row)
{
    for (const MergedRows& merged : m_sheet.merged) {
        if (row.number <= merged.row || row.number > merged.lastRow || !row.at(merged.column).isEmpty())
            continue;
        const auto column = std::find_if(m_map.columns.begin(), m_map.columns.end(),
            [&merged](const SheetColumn& one) { return one.index == merged.column; });
        if (column != m_map.columns.end() && column->use != ColumnUse::Number)
            problem(&*column,
                tr("This cell is merged with the one in row %1, and what stands there was taken for that row only. If "
                   "it "
                   "holds for this child too, enter it by hand.")
                    .arg(merged.row));
    }
}

bool RowReader::repeatsHeader(const SheetRow& row) const
{
    int cells = 0;
    for (const SheetColumn& column : m_map.columns) {
        const Cell cell = row.at(column.index);
        if (rowWords::isBlank(cell))
            continue;
        if (cell.type != Cell::Type::Text || !column.headers.contains(normalised(cell.text)))
            return false;
        ++cells;
    }
    return cells >= 2;
}

bool RowReader::isFooter(const SheetRow& row)
{
    for (const ColumnUse use :
        { ColumnUse::Birth, ColumnUse::PersonalNumber, ColumnUse::Group, ColumnUse::Received, ColumnUse::AbuseKind })
        if (hasValue(row, use))
            return false;
    if (cellOf(row, ColumnUse::Number).type == Cell::Type::Number)
        return false;
    bool counts = false;
    for (const Cell& cell : row.cells) {
        if (cell.type == Cell::Type::Text && rowWords::isSignature(cell.text)) {
            m_signed = true;
            return true;
        }
        counts = counts || (cell.type == Cell::Type::Text && rowWords::isTotal(cell.text));
    }
    return m_signed || counts;
}

RowReader::RowKind RowReader::classify(const SheetRow& row)
{
    int filled = 0;
    for (const Cell& cell : row.cells)
        filled += !rowWords::isBlank(cell);
    if (filled == 0)
        return RowKind::Blank;
    if (repeatsHeader(row))
        return RowKind::Header;
    if (isFooter(row))
        return RowKind::Footer;
    if (hasValue(row, ColumnUse::Name))
        return RowKind::Child;
    const bool numbered = hasValue(row, ColumnUse::Number);
    if (numbered && filled == 1)
        return cellOf(row, ColumnUse::Number).type == Cell::Type::Number ? RowKind::NumberOnly : RowKind::NotUnderstood;
    return filled - numbered >= 2 ? RowKind::Child : RowKind::NotUnderstood;
}

} // namespace maiam
