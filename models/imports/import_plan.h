// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/column_map.h"
#include "models/records/value.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace maiam {

/// How much a problem of a workbook weighs.
enum class ProblemWeight {
    Information, ///< something was changed in a way that wants a second look
    Warning, ///< something was kept, but not where it belongs, or looks wrong
    Unusable, ///< a row was not taken in
};

/// Something in the workbook that an officer should look at (chỗ cần xem lại). Names place and reason, never a value.
struct ImportProblem
{
    QString sheet;
    int row = 0; ///< as the sheet shows it; 0: the sheet as a whole
    QString column; ///< its letter; empty: the whole row
    QString title; ///< of the column
    QString reason; ///< a sentence for a person
    ProblemWeight weight = ProblemWeight::Warning;
    int lastRow = 0; ///< of several rows one below the other; else 0
};

/// A row that is no child, and what it was taken for. Each is also named among the problems. Blank rows are not listed.
struct SkippedRow
{
    enum class Reason {
        Above, ///< titles above the header
        Header, ///< a header repeated on a later page
        Footer, ///< signatures, totals
        NumberOnly, ///< a prepared line with nothing but its number
        NotUnderstood,
    };
    QString sheet;
    int row = 0;
    Reason reason = Reason::NotUnderstood;
};

/// What one row of the workbook says about a child and, perhaps, a case.
struct RowDraft
{
    QString sheet;
    int row = 0;
    Values child; ///< by ChildFields; without code, origin, registered and note
    QStringList childNotes; ///< lines for ChildFields::Note
    bool hasCase = false;
    Values file; ///< by CaseFields, when hasCase; without code, child, received, origin, step and note
    QStringList caseNotes; ///< lines for CaseFields::Note
    QDate received; ///< civil day of reception; invalid where the workbook names none that can be read
    QString receivedLetter; ///< letters of the columns, for problems found later
    QString numberLetter;
};

/// What will become of one row, given what the register holds.
struct RowOutcome
{
    int person = -1; ///< which person of the plan; rows of the same child share it
    bool newChild = false;
    bool newCase = false;
    [[nodiscard]] bool known() const { return !newChild && !newCase; }
};

/// The figures of an import (kết quả nhập sổ).
struct ImportSummary
{
    int rows = 0; ///< rows that are a child
    int children = 0; ///< new ones
    int cases = 0; ///< new ones
    int known = 0; ///< rows that brought neither, since sheet or register had both
    std::vector<ImportProblem> problems;

    /// {"rows","children","cases","known","problems":[{"sheet","row","column","title","reason","weight"}]}; "last_row",
    /// too, where a problem is about several rows.
    [[nodiscard]] QJsonObject toJson() const;
};

/// A workbook as it was understood, before anything is written.
struct ImportPlan
{
    QDate today; ///< civil day on which it was read
    std::vector<std::pair<QString, ColumnMap>> sheets; ///< name and columns of each sheet that was read
    std::vector<RowDraft> rows;
    std::vector<SkippedRow> skipped;
    std::vector<ImportProblem> reading; ///< problems of the workbook by itself
    std::vector<RowOutcome> outcomes; ///< of the preview, one for each row
    ImportSummary preview; ///< figures and all problems as things stand now
};

} // namespace maiam
