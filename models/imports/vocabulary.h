// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace maiam {

class Catalogues;

/// What a column of an office's workbook holds (nội dung của cột).
enum class ColumnUse {
    Unknown, ///< its cells go to the note under the column's title
    Number, ///< STT: says nothing about the child
    Name,
    Birth,
    Sex,
    SexMale, ///< ticked, or the date of birth of a boy
    SexFemale,
    EthnicGroup,
    PersonalNumber,
    Father,
    Mother,
    Carer,
    Residence,
    Group,
    Received,
    Source,
    AbuseKind,
    Remarks,
    School,
    Phone,
    Status,
};

/// The code of a use, as the catalogue "workbook-synonyms" has it; empty for Unknown.
[[nodiscard]] QString columnUseCode(ColumnUse use);
/// The use of a code; Unknown for one that is not known.
[[nodiscard]] ColumnUse columnUseOf(const QString& code);

/// The words that offices write in their workbooks, from the catalogues "workbook-synonyms", "ethnic-groups" and those
/// that the synonyms point at. Compared with tones first, then without; what fits two codes fits none.
class Vocabulary
{
public:
    explicit Vocabulary(const Catalogues& catalogues);

    /// What a column title means. Remarks in brackets behind it are tried without.
    [[nodiscard]] std::optional<ColumnUse> column(const QString& title) const;
    /// The code that a word of a cell stands for in a catalogue ("groups", "sources" …).
    [[nodiscard]] std::optional<QString> code(const QString& catalogue, const QString& word) const;

private:
    struct Words
    {
        QHash<QString, QString> exact;
        QHash<QString, QString> loose; ///< an empty code: two codes are written alike without tones
        void add(const QString& word, const QString& code);
        [[nodiscard]] std::optional<QString> find(const QString& word) const;
    };
    Words m_columns;
    QHash<QString, Words> m_values;
};

} // namespace maiam
