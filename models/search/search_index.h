// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/kind.h"
#include "models/records/value.h"
#include "models/sqlcipher/database.h"

#include <QList>

#include <optional>
#include <vector>

namespace maiam {

/// What can be found by typing: one full-text table for each kind that declares searchable fields.
/// Each row holds the words twice: as written (tones kept) and folded (no tones, đ as d), so that what was typed with
/// tones is found exactly first, then everything that sounds alike to the keyboard.
class SearchIndex
{
public:
    explicit SearchIndex(Database& database);

    /// Makes the tables that the declarations ask for and the register lacks, and anew those of an earlier form; fills
    /// them from the kinds' tables, which must be there.
    [[nodiscard]] Result<void> createMissing();
    /// Brings a row up to date; touches nothing when no searchable field changed. A deleted record passes empty values.
    [[nodiscard]] Result<void> update(const RecordKind& kind, qint64 row, const Values& before, const Values& now);

    /// What the index holds of a record: its words as written and folded.
    struct Words
    {
        QString exact;
        QString folded;
        [[nodiscard]] bool operator==(const Words&) const = default;
    };
    /// The words that belong to these values; nothing when there are none.
    [[nodiscard]] static std::optional<Words> words(const RecordKind& kind, const Values& values);
    /// True when a kind declares a searchable field.
    [[nodiscard]] static bool searches(const RecordKind& kind);
    /// The full-text table of a kind.
    [[nodiscard]] static QString table(const RecordKind& kind);

private:
    Result<void> createMissing(const RecordKind& kind);
    Result<void> fill(const RecordKind& kind);

    Database& m_database;
};

/// The two stages of a search: what a person typed, as the full-text engine wants it.
struct SearchQuery
{
    QString exact; ///< empty when nothing can be searched
    QString folded;
    QString digits; ///< when that is all that was typed: a code or the beginning of a personal number
    QStringList words; ///< folded words, for highlighting

    /// From what stands in the search field. Every word must be found; the last one may be unfinished.
    [[nodiscard]] static SearchQuery fromTyped(QStringView typed);
    [[nodiscard]] bool isEmpty() const { return folded.isEmpty(); }
};

/// Rows of people whose whole name is what was typed. They stand first in a list: the engine gives its hits in the
/// order of their rows, and a father's or a village's name is a hit too.
struct NamedSo
{
    std::vector<qint64> exactly; ///< with the same tones
    std::vector<qint64> alike; ///< with other tones

    /// The most that is read of one name; a search lists fewer.
    static constexpr int Most = 100;
    /// \a rows gives an id and a name each, found by the name_key of keyOf(typed).
    [[nodiscard]] static Result<NamedSo> read(Result<Statement> rows, QStringView typed);
    /// What the column name_key holds for a name.
    [[nodiscard]] static QString keyOf(QStringView typed);
};

} // namespace maiam
