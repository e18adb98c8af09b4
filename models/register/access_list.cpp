// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/access_list.h"

#include "models/records/kinds.h"
#include "models/sqlcipher/transaction.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <tuple>

namespace maiam {

namespace {
/// After so many entries in a row that are too old a chain is left. One would not do: a PC whose clock stood wrong for
/// a while leaves a stretch of entries that only seem old.
constexpr int TooOldInARow = 1000;
constexpr UtcMs LongAgo = std::numeric_limits<UtcMs>::min();

/// The order of the list. At the same moment looks stand over changes, and what a device wrote last over the others.
bool standsOver(const AccessLine& a, const AccessLine& b)
{
    if (a.at != b.at)
        return a.at > b.at;
    return a.act.has_value() != b.act.has_value() ? a.act.has_value() : a.seq > b.seq;
}

/// Keeps the newest lines of all that it is given, however many those are.
class NewestLines
{
public:
    explicit NewestLines(std::size_t wanted)
        : m_wanted(wanted)
    {
    }
    void add(AccessLine line)
    {
        if (line.at < m_floor)
            return;
        m_lines.push_back(std::move(line));
        if (m_lines.size() >= 2 * m_wanted)
            trim();
    }
    /// What is older than this will not be among them.
    [[nodiscard]] UtcMs floor() const { return m_floor; }
    [[nodiscard]] std::vector<AccessLine> take()
    {
        trim();
        return std::move(m_lines);
    }

private:
    void trim()
    {
        std::stable_sort(m_lines.begin(), m_lines.end(), standsOver);
        if (m_lines.size() < m_wanted)
            return;
        m_lines.resize(m_wanted);
        m_floor = m_lines.back().at;
    }
    std::size_t m_wanted;
    std::vector<AccessLine> m_lines;
    UtcMs m_floor = LongAgo;
};

AccessLine lineOf(AccessEntry look)
{
    AccessLine line;
    line.act = look.note.act;
    line.at = look.note.at;
    line.user = look.note.user;
    line.who = std::move(look.who);
    line.device = std::move(look.device);
    line.seq = look.seq;
    line.kind = std::move(look.note.kind);
    line.record = look.note.record;
    line.count = look.note.count;
    line.code = std::move(look.code);
    return line;
}

AccessLine lineOf(const EntryBody& change)
{
    AccessLine line;
    line.at = change.time;
    line.user = change.actor;
    line.device = change.device;
    line.seq = change.seq;
    line.kind = change.kind;
    line.record = change.record;
    return line;
}

/// Takes the changes that a question asks for out of the journal.
class ChangeReader
{
public:
    ChangeReader(Database& database, const AccessQuestion& question, NewestLines& newest)
        : m_database(database)
        , m_filter(question.filter)
        , m_newest(newest)
    {
    }

    Result<void> readChainsOf(const QByteArray& office)
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

    Result<void> readRecords()
    {
        for (const QUuid& record : m_filter.records) {
            // What another office's machine was not allowed to write changed nothing.
            auto found =
                m_database.query(QStringLiteral("SELECT body FROM journal_entry WHERE record = ? AND state <> ?"),
                    { idBytes(record), qint64(EntryState::NotAllowed) });
            if (!found)
                return fail(found);
            while (found->next()) {
                const auto body = entryCodec::decodeBody(found->blob(0));
                if (!body)
                    return fail(body);
                if (isWanted(*body))
                    m_newest.add(lineOf(*body));
            }
            if (auto done = found->finished(); !done)
                return done;
        }
        return {};
    }

private:
    Result<void> readChain(qint64 device)
    {
        Statement found =
            m_database.prepared(QStringLiteral("SELECT body FROM journal_entry WHERE device = ? ORDER BY seq DESC"));
        found.bind(0, device);
        int tooOld = 0;
        while (tooOld < TooOldInARow && found.next()) {
            const auto body = entryCodec::decodeBody(found.blob(0));
            if (!body)
                return fail(body);
            tooOld = body->time < std::max(m_filter.from.value_or(LongAgo), m_newest.floor()) ? tooOld + 1 : 0;
            if (body->batch != m_batch)
                endSave();
            m_batch = body->batch;
            if (isWanted(*body))
                addToSave(*body);
        }
        endSave();
        return found.finished();
    }

    void addToSave(const EntryBody& change)
    {
        ++m_saved;
        if (m_save.size() < accessList::MostTogether)
            m_save.push_back(lineOf(change));
    }

    void endSave()
    {
        if (m_saved > m_save.size()) {
            m_save.resize(1);
            m_save.front().kind.clear();
            m_save.front().record = QUuid();
            m_save.front().count = qint64(m_saved);
        }
        for (AccessLine& line : m_save)
            m_newest.add(std::move(line));
        m_save.clear();
        m_saved = 0;
    }

    /// What is done with people and erased by decision stands in the chain of looking, as acts of its own.
    [[nodiscard]] bool isWanted(const EntryBody& change) const
    {
        return change.kind != kinds::User.name && change.kind != kinds::Erasure.name
            && (!m_filter.user || change.actor == *m_filter.user) && (!m_filter.from || change.time >= *m_filter.from)
            && (!m_filter.until || change.time < *m_filter.until);
    }

    Database& m_database;
    const AccessFilter& m_filter;
    NewestLines& m_newest;
    QUuid m_batch; ///< of the save that is being read
    std::vector<AccessLine> m_save; ///< its first lines
    std::size_t m_saved = 0; ///< all of them
};

Result<void> appendIds(std::vector<QUuid>& ids, Result<Statement> found)
{
    if (!found)
        return fail(found);
    while (found->next())
        ids.push_back(QUuid::fromRfc4122(found->blob(0)));
    return found->finished();
}

/// Appends what each of some records leads to.
Result<void> appendEach(Database& database, const std::vector<QUuid>& from, const QString& sql, std::vector<QUuid>& ids)
{
    for (const QUuid& record : from)
        if (auto done = appendIds(ids, database.query(sql, { idBytes(record) })); !done)
            return done;
    return {};
}

/// Adds to some records what is looked at and changed together with them, deleted or not.
Result<void> addParts(Database& database, std::vector<QUuid>& records)
{
    std::vector<QUuid> cases;
    auto done = appendEach(database, records, QStringLiteral("SELECT record FROM \"case\" WHERE record = ?"), cases);
    if (done && cases.empty()) {
        done = appendEach(database, records, QStringLiteral("SELECT record FROM \"case\" WHERE child = ?"), cases);
        records.insert(records.end(), cases.begin(), cases.end());
    }
    std::vector<QUuid> parts;
    if (done)
        done = appendEach(database, cases, QStringLiteral("SELECT record FROM assessment WHERE \"case\" = ?"), parts);
    if (done)
        done = appendEach(database, records, QStringLiteral("SELECT record FROM hold WHERE about = ?"), parts);
    if (done)
        done = appendEach(database, records, QStringLiteral("SELECT record FROM restriction WHERE about = ?"), parts);
    records.insert(records.end(), parts.begin(), parts.end());
    return done;
}

/// Reads the names and codes of those changes that are shown.
Result<void> nameChanges(Database& database, std::vector<AccessLine>& lines)
{
    QHash<std::pair<QUuid, QByteArray>, std::pair<QString, bool>> known;
    for (AccessLine& line : lines) {
        if (line.act)
            continue;
        const std::pair writer(line.user, line.device);
        if (!known.contains(writer)) {
            auto found = database.query(
                QStringLiteral("SELECT (SELECT display_name FROM \"user\" WHERE record = ?), (SELECT t.name FROM "
                               "journal_device d JOIN trusted_office t ON t.office = d.office WHERE d.device = ?)"),
                { idBytes(line.user), line.device });
            if (!found)
                return fail(found);
            const bool read = found->next();
            const bool elsewhere = read && found->isNull(0) && !found->isNull(1);
            known.insert(writer, { read ? found->text(elsewhere ? 1 : 0) : QString(), elsewhere });
        }
        std::tie(line.who, line.elsewhere) = known.value(writer);
        if (line.record.isNull())
            continue;
        auto code = accessChain::codeOf(database, line.record);
        if (!code)
            return fail(code);
        line.code = std::move(*code);
    }
    return {};
}
} // namespace

Result<AccessLines> accessList::read(Database& database, const AccessQuestion& asked, std::size_t limit)
{
    const auto view = Transaction::begin(database, Transaction::Kind::Read);
    if (!view)
        return fail(view);
    AccessQuestion question = asked;
    if (auto done = addParts(database, question.filter.records); !done)
        return fail(done);
    NewestLines newest(limit + 1);
    if (!question.changesOnly) {
        auto looks = accessChain::list(database, question.filter, limit + 1);
        if (!looks)
            return fail(looks);
        for (AccessEntry& look : *looks)
            newest.add(lineOf(std::move(look)));
    }
    if (!question.filter.act) {
        ChangeReader changes(database, question, newest);
        const auto done =
            question.filter.records.empty() ? changes.readChainsOf(question.office) : changes.readRecords();
        if (!done)
            return fail(done);
    }
    AccessLines answer { newest.take(), false };
    answer.more = answer.lines.size() > limit;
    answer.lines.resize(std::min(answer.lines.size(), limit));
    if (auto done = nameChanges(database, answer.lines); !done)
        return fail(done);
    return answer;
}

Result<UtcMs> accessList::oldest(Database& database, const QByteArray& office, UtcMs now)
{
    UtcMs first = now;
    {
        auto found = database.query(QStringLiteral("SELECT min(time) FROM access_entry"));
        if (!found)
            return fail(found);
        if (found->next() && !found->isNull(0))
            first = std::min(first, found->integer(0));
    }
    const auto devices =
        idsOf(database.query(QStringLiteral("SELECT id FROM journal_device WHERE office = ?"), { office }));
    if (!devices)
        return fail(devices);
    for (const qint64 device : *devices) {
        auto found = database.query(
            QStringLiteral("SELECT body FROM journal_entry WHERE device = ? ORDER BY seq LIMIT 1"), { device });
        if (!found)
            return fail(found);
        if (!found->next())
            continue;
        const auto body = entryCodec::decodeBody(found->blob(0));
        if (!body)
            return fail(body);
        first = std::min(first, body->time);
    }
    return first;
}

} // namespace maiam
