// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/entry.h"
#include "models/sqlcipher/database.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace maiam {

/// First and last number of a stretch of entries, both included.
using SeqRange = std::pair<qint64, qint64>;

/// Sets of numbers as ascending ranges that do not touch.
namespace seqRanges {
[[nodiscard]] std::vector<SeqRange> intersection(const std::vector<SeqRange>& a, const std::vector<SeqRange>& b);
/// Those of @p a that are not in @p b.
[[nodiscard]] std::vector<SeqRange> difference(const std::vector<SeqRange>& a, const std::vector<SeqRange>& b);
} // namespace seqRanges

/// What its office says of one device: where it ends, what is lost, which branch counts (journal.md, laws 5 and 9).
struct DeviceRule
{
    std::optional<qint64> lastSeq; ///< retired: nothing beyond it folds
    std::vector<SeqRange> missing; ///< given up for good, ascending
    std::vector<std::pair<qint64, EntryHash>> anchors; ///< entries on the branch that counts

    [[nodiscard]] bool isMissing(qint64 first, qint64 last) const;
};

/// The rules in force, computed from all held entries of these kinds that a certified device of the target's own office
/// has signed, whether they fold or wait: so the rules never depend on what they decide. A device says nothing about
/// itself.
class ChainRules
{
public:
    /// Reads them. Devices must have been certified before (journal_device.key and office).
    [[nodiscard]] static Result<ChainRules> read(Database& database);
    /// The rule of a device; null when there is none.
    [[nodiscard]] const DeviceRule* of(const QByteArray& device) const;
    /// True when entries of this office may fold although what they rest on is not here: it may be lost for good, or
    /// stand on a branch that does not count.
    [[nodiscard]] bool excuses(const QByteArray& office) const { return m_excused.contains(office); }
    [[nodiscard]] bool isEmpty() const { return m_rules.isEmpty(); }

    /// True for the kinds that make rules or erase: their entries are remembered in journal_rule.
    [[nodiscard]] static bool isRule(const QByteArray& kind);
    /// The record in which an office says what becomes of a device.
    [[nodiscard]] static QUuid retirementOf(const QByteArray& office, const QByteArray& device);
    [[nodiscard]] static QUuid branchOf(const QByteArray& office, const QByteArray& device);
    /// "12-14,20" as ranges, and back. Nothing when the text is anything else.
    [[nodiscard]] static std::optional<std::vector<SeqRange>> parseRanges(const QString& text);
    [[nodiscard]] static QString rangesText(const std::vector<SeqRange>& ranges);

private:
    QHash<QByteArray, DeviceRule> m_rules;
    QSet<QByteArray> m_excused;
};

/// True when a held entry carries its device's own signature.
[[nodiscard]] bool isSignedBy(const QByteArray& key, const Entry& entry);

/// One held entry, as its chain needs it.
struct ChainLink
{
    qint64 seq = 0;
    EntryHash hash;
    EntryHash previous;
};

/// How a device's held entries hang together: a pure function of the set of entries and the rule (laws 2, 5, 9).
struct ChainShape
{
    std::vector<std::size_t> order; ///< the links that may fold, in their order
    std::size_t gapAt = 0; ///< place in `order` from where a lost stretch lies behind; its size when there is none
    std::vector<bool> aside; ///< for each link: on another branch, behind an open fork, or beyond the retirement
    std::optional<qint64> forkedSeq; ///< from where there are two branches and nobody has said which one counts

    /// @p links are in ascending order of (seq, hash), without repeats. @p rule may be null.
    [[nodiscard]] static ChainShape of(const std::vector<ChainLink>& links, const DeviceRule* rule);
};

} // namespace maiam
