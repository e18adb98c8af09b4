// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/import_plan.h"
#include "models/records/kind.h"
#include "models/text/partial_date.h"

#include <QCoreApplication>

namespace maiam {

class Catalogues;

/// Reads the rows of one sheet into children and cases. Every cell that is not empty, and every comment, ends in a
/// field, in a line of a note, or in a problem; nothing is dropped without a word but the running number of a list and
/// the 0 beside the ticked column of the other sex.
/// Names that are wholly in capitals are stored with capital initials, as papers print them: search and order do not
/// tell the two apart, and the workbook's capitals are a habit of typing.
class RowReader
{
    Q_DECLARE_TR_FUNCTIONS(RowReader)
public:
    RowReader(const Sheet& sheet, const ColumnMap& map, const Vocabulary& vocabulary, const Catalogues& catalogues,
        QDate today, bool date1904);

    /// Appends what the sheet's rows say.
    void readInto(ImportPlan& plan);

private:
    enum class RowKind { Blank, Header, Footer, NumberOnly, NotUnderstood, Child };

    [[nodiscard]] RowKind classify(const SheetRow& row);
    [[nodiscard]] bool repeatsHeader(const SheetRow& row) const;
    [[nodiscard]] bool isFooter(const SheetRow& row);
    [[nodiscard]] bool hasValue(const SheetRow& row, ColumnUse use) const;
    [[nodiscard]] Cell cellOf(const SheetRow& row, ColumnUse use) const;

    void skip(int row, SkippedRow::Reason reason);
    void nameSkipped();
    void checkSecondHeader(const SheetRow& row);
    void readCommentsBefore(int row);
    void readCommentsOf(const SheetRow& row);
    void checkMerged(const SheetRow& row);
    void readRow(const SheetRow& row);
    void readCell(const SheetColumn& column, const Cell& cell);
    void readSex(const SheetColumn& column, const Cell& cell);
    void readTick(const SheetColumn& column, const Cell& cell, const QString& sex);
    void readBirth(const SheetColumn& column, const Cell& cell);
    void readReceived(const SheetColumn& column, const Cell& cell);
    void readEthnicGroup(const SheetColumn& column, const Cell& cell);
    void readGroup(const SheetColumn& column, const Cell& cell);
    void readSource(const SheetColumn& column, const Cell& cell);
    void readAbuseKind(const SheetColumn& column, const Cell& cell);
    void readName(const SheetColumn& column, const Cell& cell, const Field& field);
    void readListNumber(const SheetColumn& column, const Cell& cell);
    void readPhone(const SheetColumn& column, const Cell& cell);
    void readNumber(const SheetRow& row);
    void readText(const SheetColumn& column, const Cell& cell, const Field& field);
    void decideCase();
    void checkDates();
    void placeSource();
    void checkTicks();
    void keepTime(QStringList& notes, const SheetColumn& column, const Cell& cell);

    [[nodiscard]] QString clean(const SheetColumn& column, const Cell& cell, bool lines = false);
    [[nodiscard]] std::optional<PartialDate> date(const Cell& cell) const;
    void note(QStringList& notes, const SheetColumn& column, const QString& text);
    void problem(const SheetColumn* column, const QString& reason, ProblemWeight weight = ProblemWeight::Warning);

    const Sheet& m_sheet;
    const ColumnMap& m_map;
    const Vocabulary& m_vocabulary;
    const Catalogues& m_catalogues;
    QDate m_today;
    bool m_date1904;
    bool m_signed = false; ///< a signature line was met: what follows are names of signers

    ImportPlan* m_plan = nullptr;
    RowDraft m_draft;
    qsizetype m_comment = 0; ///< the next of the sheet's comments
    std::vector<SkippedRow> m_skipped; ///< those of the run that is being read
    std::vector<const SheetColumn*> m_zeros; ///< columns of a sex in which 0 or FALSE stands
    QStringList m_remarks; ///< go to the case, else to the child
    QString m_sourceWord;
    PartialDate m_birth;
    std::optional<QDate> m_received;
};

/// A name in capitals with capital initials: "NGUYỄN VĂN HÀ" gives "Nguyễn Văn Hà". Other names stay as they are.
[[nodiscard]] QString withCapitalInitials(const QString& name);

} // namespace maiam
