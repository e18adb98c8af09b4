// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/access_list.h"

#include <limits>

namespace maiam {

/// Keeps the newest lines of all that it is given, however many those are.
class NewestLines
{
public:
    explicit NewestLines(std::size_t wanted)
        : m_wanted(wanted)
    {
    }
    void add(AccessLine line);
    /// What is older than this will not be among them.
    [[nodiscard]] UtcMs floor() const { return m_floor; }
    [[nodiscard]] std::vector<AccessLine> take();

    static constexpr UtcMs LongAgo = std::numeric_limits<UtcMs>::min();

private:
    void trim();
    std::size_t m_wanted;
    std::vector<AccessLine> m_lines;
    UtcMs m_floor = LongAgo;
};

/// Takes the changes that a question asks for out of the journal, for the list of who looked. Both must stay longer.
class AccessChanges
{
public:
    AccessChanges(Database& database, const AccessQuestion& question, NewestLines& newest);
    /// Of all that this office's machines wrote.
    [[nodiscard]] Result<void> readChainsOf(const QByteArray& office);
    /// Of the records that are asked for, whoever wrote.
    [[nodiscard]] Result<void> readRecords();

    /// A note of what was done with a person or erased is written at once after the change, or right before it.
    static constexpr UtcMs NotedWithinMs = 60'000;

private:
    [[nodiscard]] Result<void> readChain(qint64 device);
    [[nodiscard]] Result<bool> hasBranches(qint64 device);
    [[nodiscard]] Result<bool> isOfSave(qint64 device, qint64 seq, QUuid batch);
    [[nodiscard]] Result<qint64> firstOfSave(qint64 device, const EntryBody& one);
    [[nodiscard]] Result<bool> isWanted(const EntryBody& change);
    [[nodiscard]] Result<bool> isNoted(const EntryBody& change);
    [[nodiscard]] UtcMs oldestWanted() const;
    void addToSave(const EntryBody& change);
    void endSave();

    Database& m_database;
    const AccessFilter& m_filter;
    NewestLines& m_newest;
    QUuid m_batch; ///< of the save that is being read
    std::vector<AccessLine> m_save; ///< its first lines
    std::size_t m_saved = 0; ///< all of them
};

} // namespace maiam
