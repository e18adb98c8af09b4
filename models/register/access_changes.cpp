// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/access_changes.h"

#include "models/records/kinds.h"

#include <QSet>

#include <algorithm>

namespace maiam {

namespace {
/// After so many saves in a row that are too old a chain is left. One would not do: a PC whose clock stood wrong for a
/// while leaves a stretch of entries that only seem old. Saves and not entries, since an import writes thousands at
/// once.
constexpr qsizetype TooOldInARow = 1000;
/// After so many entries of one save that is too old its beginning is looked for, in place of reading all of them.
constexpr int LongSave = 16;

/// The order of the list. At the same moment looks stand over changes, and what a device wrote last over the others.
bool standsOver(const AccessLine& a, const AccessLine& b)
{
    if (a.at != b.at)
        return a.at > b.at;
    return a.act.has_value() != b.act.has_value() ? a.act.has_value() : a.seq > b.seq;
}

/// Whether an entry sets a reason to keep or a restriction, or ends it: both have a moment from which on they hold, and
/// one from which on no longer.
AccessLine::Change changeOf(
    const EntryBody& body, const Field& since, const Field& lifted, AccessLine::Change begun, AccessLine::Change ended)
{
    const auto said = [&body](const Field& field) {
        const auto found = body.open.find(field.key());
        return found != body.open.end() && !isNull(found->second);
    };
    return said(since) ? begun : said(lifted) ? ended : AccessLine::Change::Any;
}

AccessLine::Change changeOf(const EntryBody& body)
{
    using C = AccessLine::Change;
    if (body.kind == kinds::Hold.name)
        return changeOf(body, HoldFields::Since, HoldFields::Lifted, C::HoldBegun, C::HoldEnded);
    if (body.kind == kinds::Restriction.name)
        return changeOf(
            body, RestrictionFields::Since, RestrictionFields::Lifted, C::RestrictionBegun, C::RestrictionEnded);
    return C::Any;
}

AccessLine lineOf(const EntryBody& change)
{
    AccessLine line;
    line.change = changeOf(change);
    line.at = change.time;
    line.user = change.actor;
    line.device = change.device;
    line.seq = change.seq;
    line.kind = change.kind;
    line.record = change.record;
    return line;
}

/// The acts as which people.cpp and erasure_work.cpp note a change that they make for this reason; nothing when no note
/// stands for it, as when a person chose between two histories.
std::optional<std::pair<AccessAct, AccessAct>> actsFor(const QString& reason)
{
    if (reason == u"user-added")
        return std::pair(AccessAct::UserAdded, AccessAct::UserAdded);
    if (reason == u"user-changed")
        return std::pair(AccessAct::UserChanged, AccessAct::UserChanged);
    if (reason == u"user-removed" || reason == u"removed-for-cause")
        return std::pair(AccessAct::UserRemoved, AccessAct::UserRemoved);
    if (reason.startsWith(u"passphrase-") || reason == u"recovered")
        return std::pair(AccessAct::PassphraseSet, AccessAct::UserAdded);
    if (reason == u"erasure")
        return std::pair(AccessAct::Erased, AccessAct::Erased);
    return {};
}

/// Whether anything was found.
Result<bool> anyOf(Result<Statement> found)
{
    if (!found)
        return fail(found);
    const bool any = found->next();
    if (auto done = found->finished(); !done)
        return fail(done);
    return any;
}
} // namespace

void NewestLines::add(AccessLine line)
{
    if (line.at < m_floor)
        return;
    m_lines.push_back(std::move(line));
    if (m_lines.size() >= 2 * m_wanted)
        trim();
}

std::vector<AccessLine> NewestLines::take()
{
    trim();
    return std::move(m_lines);
}

void NewestLines::trim()
{
    std::stable_sort(m_lines.begin(), m_lines.end(), standsOver);
    if (m_lines.size() < m_wanted)
        return;
    m_lines.resize(m_wanted);
    m_floor = m_lines.back().at;
}

AccessChanges::AccessChanges(Database& database, const AccessQuestion& question, NewestLines& newest)
    : m_database(database)
    , m_filter(question.filter)
    , m_newest(newest)
{
}

Result<void> AccessChanges::readChainsOf(const QByteArray& office)
{
    const auto devices =
        idsOf(m_database.query(QStringLiteral("SELECT id FROM journal_device WHERE office = ?"), { office }));
    if (!devices)
        return fail(devices);
    for (const qint64 device : *devices)
        if (auto done = readChain(device); !done)
            return done;
    return {};
}

Result<void> AccessChanges::readRecords()
{
    for (const QUuid& record : m_filter.records) {
        // What another office's machine was not allowed to write changed nothing.
        auto found = m_database.query(QStringLiteral("SELECT body FROM journal_entry WHERE record = ? AND state <> ?"),
            { idBytes(record), qint64(EntryState::NotAllowed) });
        if (!found)
            return fail(found);
        while (found->next()) {
            const auto body = entryCodec::decodeBody(found->blob(0));
            if (!body)
                return fail(body);
            const auto wanted = isWanted(*body);
            if (!wanted)
                return fail(wanted);
            if (*wanted)
                m_newest.add(lineOf(*body));
        }
        if (auto done = found->finished(); !done)
            return done;
    }
    return {};
}

Result<void> AccessChanges::readChain(qint64 device)
{
    const auto branches = hasBranches(device);
    if (!branches)
        return fail(branches);
    Statement found = m_database.prepared(
        QStringLiteral("SELECT body FROM journal_entry WHERE device = ? AND seq < ? ORDER BY seq DESC"));
    found.bind(0, device).bind(1, std::numeric_limits<qint64>::max());
    QSet<QUuid> tooOld; // saves in a row
    int inSave = 0;
    while (tooOld.size() < TooOldInARow && found.next()) {
        const auto body = entryCodec::decodeBody(found.blob(0));
        if (!body)
            return fail(body);
        if (body->batch != m_batch) {
            endSave();
            inSave = 0;
        }
        m_batch = body->batch;
        const auto wanted = isWanted(*body);
        if (!wanted)
            return fail(wanted);
        if (*wanted)
            addToSave(*body);
        if (body->time >= oldestWanted()) {
            tooOld.clear();
            continue;
        }
        tooOld.insert(body->batch);
        if (++inSave != LongSave || *branches)
            continue;
        const auto first = firstOfSave(device, *body);
        if (!first)
            return fail(first);
        found.reset();
        found.bind(1, *first);
    }
    endSave();
    return found.finished();
}

/// What is older is neither asked for nor among the newest.
UtcMs AccessChanges::oldestWanted() const
{
    return std::max(m_filter.from.value_or(NewestLines::LongAgo), m_newest.floor());
}

/// Whether entries of a chain stand beside others under the same number (journal.md, law 9).
Result<bool> AccessChanges::hasBranches(qint64 device)
{
    // The plus keeps the planner from reading the whole chain: entries set aside are few.
    return anyOf(m_database.query(
        QStringLiteral("SELECT 1 FROM journal_entry WHERE state <> 0 AND state = ? AND +device = ? LIMIT 1"),
        { qint64(EntryState::Forked), device }));
}

Result<bool> AccessChanges::isOfSave(qint64 device, qint64 seq, QUuid batch)
{
    auto found = m_database.query(
        QStringLiteral("SELECT body FROM journal_entry WHERE device = ? AND seq = ?"), { device, seq });
    if (!found)
        return fail(found);
    if (!found->next()) {
        auto done = found->finished();
        return done ? Result<bool>(false) : fail(done); // a gap
    }
    const auto body = entryCodec::decodeBody(found->blob(0));
    return body ? Result<bool>(body->batch == batch) : fail(body);
}

/// The number of a save's first entry. The entries of one save follow each other, so it is found by halving.
Result<qint64> AccessChanges::firstOfSave(qint64 device, const EntryBody& one)
{
    qint64 inside = one.seq; // is of it
    qint64 before = 0; // is not
    for (qint64 step = LongSave; inside - before > 1; step = std::min(2 * step, inside)) {
        // First in growing steps, since few are large; then half of what is left.
        const qint64 tried = before == 0 && step < inside ? inside - step : before + (inside - before) / 2;
        const auto reached = isOfSave(device, tried, one.batch);
        if (!reached)
            return fail(reached);
        (*reached ? inside : before) = tried;
    }
    return inside;
}

Result<bool> AccessChanges::isWanted(const EntryBody& change)
{
    if ((m_filter.user && change.actor != *m_filter.user) || (m_filter.from && change.time < *m_filter.from)
        || (m_filter.until && change.time >= *m_filter.until))
        return false;
    if (change.kind != kinds::User.name && change.kind != kinds::Erasure.name)
        return true;
    const auto noted = isNoted(change);
    return noted ? Result<bool>(!*noted) : fail(noted);
}

/// What is done with people and erased by decision stands in the chain of looking as an act of its own, and is not
/// shown twice. That note is another write and not every way has one: a change that has none is shown as a change.
Result<bool> AccessChanges::isNoted(const EntryBody& change)
{
    const auto acts = actsFor(change.reason);
    if (!acts)
        return false;
    // An erasure is noted under the child, not under its own record. Only a note that is listed too counts.
    const QVariant record = change.kind == kinds::User.name ? QVariant(idBytes(change.record)) : QVariant();
    const UtcMs from = std::max(change.time - NotedWithinMs, m_filter.from.value_or(NewestLines::LongAgo));
    const UtcMs until =
        std::min(change.time + NotedWithinMs, m_filter.until.value_or(std::numeric_limits<UtcMs>::max()) - 1);
    return anyOf(m_database.query(
        QStringLiteral("SELECT 1 FROM access_entry WHERE time BETWEEN ? AND ? AND act IN (?, ?) AND user = ? AND "
                       "+device = ? AND coalesce(?, record) IS record LIMIT 1"),
        { from, until, qint64(acts->first), qint64(acts->second), idBytes(change.actor), change.device, record }));
}

void AccessChanges::addToSave(const EntryBody& change)
{
    ++m_saved;
    if (m_save.size() < accessList::MostTogether)
        m_save.push_back(lineOf(change));
}

void AccessChanges::endSave()
{
    if (m_saved > m_save.size()) {
        m_save.resize(1);
        m_save.front().change = AccessLine::Change::Any;
        m_save.front().kind.clear();
        m_save.front().record = QUuid();
        m_save.front().count = qint64(m_saved);
    }
    for (AccessLine& line : m_save)
        m_newest.add(std::move(line));
    m_save.clear();
    m_saved = 0;
}

} // namespace maiam
