// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/access_list.h"

#include "models/journal/erasure.h"
#include "models/records/kinds.h"
#include "models/register/access_changes.h"
#include "models/sqlcipher/transaction.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace maiam {

namespace {
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

/// Two people agreed to an erasure, of this office or of another one that this office confirmed.
struct TwoKeys
{
    QUuid record; ///< null for a confirmation, which is no entry
    UtcMs at = 0;
    QUuid leader;
    QUuid administrator;
};

Result<std::vector<TwoKeys>> readTwoKeys(Database& database)
{
    std::vector<TwoKeys> all;
    const auto erasures = erasure::all(database, {});
    if (!erasures)
        return fail(erasures);
    for (const Erasure& one : *erasures)
        all.push_back({ one.record, one.at, one.leader, one.administrator });
    auto found = database.query(QStringLiteral("SELECT at, leader, administrator FROM erasure_in_force"));
    if (!found)
        return fail(found);
    while (found->next())
        all.push_back(
            { {}, found->integer(0), QUuid::fromRfc4122(found->blob(1)), QUuid::fromRfc4122(found->blob(2)) });
    if (auto done = found->finished(); !done)
        return fail(done);
    return all;
}

/// The other one of the two who agreed to the erasure that a line tells of; null when none is known.
QUuid secondKey(const AccessLine& line, const std::vector<TwoKeys>& all)
{
    QUuid other;
    UtcMs nearest = AccessChanges::NotedWithinMs;
    for (const TwoKeys& two : all) {
        const UtcMs away = line.act ? std::abs(line.at - two.at) : two.record == line.record ? 0 : nearest + 1;
        if (away > nearest || (line.user != two.leader && line.user != two.administrator))
            continue;
        nearest = away;
        other = line.user == two.leader ? two.administrator : two.leader;
    }
    return other;
}

/// The list names one person a line; an erasure was decided by two.
Result<void> nameSecondKeys(Database& database, std::vector<AccessLine>& lines)
{
    const auto isErasure = [](const AccessLine& line) {
        return line.act == AccessAct::Erased || (!line.act && line.kind == kinds::Erasure.name);
    };
    if (std::none_of(lines.begin(), lines.end(), isErasure))
        return {};
    const auto all = readTwoKeys(database);
    if (!all)
        return fail(all);
    for (AccessLine& line : lines) {
        const QUuid other = isErasure(line) ? secondKey(line, *all) : QUuid();
        if (other.isNull())
            continue;
        auto found =
            database.query(QStringLiteral("SELECT display_name FROM \"user\" WHERE record = ?"), { idBytes(other) });
        if (!found)
            return fail(found);
        if (found->next())
            line.with = found->text(0);
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
        AccessChanges changes(database, question, newest);
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
    if (auto done = nameSecondKeys(database, answer.lines); !done)
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
