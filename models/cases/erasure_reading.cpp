// SPDX-License-Identifier: GPL-3.0-or-later
// What pages and forms ask about erasures: which there are, what they are about, how a decision is named.
#include "models/cases/erasure_work.h"

#include "models/register/access_chain.h"

#include <QRegularExpression>

#include <algorithm>

namespace maiam {

namespace {
using RecordsByEntry = QHash<EntryHash, QUuid>;

/// The records of the named entries that are held here. Hashes have no index: one pass.
Result<RecordsByEntry> recordsOfTargets(Database& database, const std::vector<Erasure>& erasures)
{
    QSet<EntryHash> wanted;
    for (const Erasure& one : erasures)
        for (const ErasureTarget& target : one.targets)
            wanted.insert(target.entry);
    RecordsByEntry records;
    if (wanted.isEmpty())
        return records;
    auto found = database.query(QStringLiteral("SELECT hash, record FROM journal_entry"));
    if (!found)
        return fail(found);
    while (found->next())
        if (const QByteArray hash = found->blob(0); wanted.contains(hash))
            records.insert(hash, QUuid::fromRfc4122(found->blob(1)));
    if (auto done = found->finished(); !done)
        return fail(done);
    return records;
}

/// The children among the codes: they stand first, since a decision is about a child.
Result<bool> isChild(Database& database, QUuid record)
{
    auto found = database.query(QStringLiteral("SELECT 1 FROM child WHERE record = ?"), { idBytes(record) });
    if (!found)
        return fail(found);
    const bool is = found->next();
    if (auto done = found->finished(); !done)
        return fail(done);
    return is;
}

Result<QStringList> codesOfRecords(Database& database, const QSet<QUuid>& records)
{
    QStringList children;
    QStringList others;
    for (const QUuid& record : records) {
        auto code = accessChain::codeOf(database, record);
        if (!code)
            return fail(code);
        auto child = isChild(database, record);
        if (!child)
            return fail(child);
        if (!code->isEmpty())
            (*child ? children : others).append(*code);
    }
    children.sort();
    others.sort();
    children += others;
    children.removeDuplicates(); // an assessment has its case's
    return children;
}
} // namespace

/// Digits, then capitals, digits, hyphens and slashes, so that no name can stand in the open.
bool erasureWork::isDecisionNumber(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^\\d{1,6}(/\\d{4})?/[A-ZĐ]{1,6}(-[A-ZĐ0-9]{1,12}){0,3}$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch();
}

Result<std::vector<Erasure>> erasureWork::requests(Database& database, const QByteArray& ownOffice)
{
    auto all = erasure::all(database, ownOffice);
    if (!all)
        return all;
    std::erase_if(*all, [](const Erasure& one) { return one.inForce; });
    return all;
}

Result<std::vector<Hold>> erasureWork::holdsOn(
    Database& database, const std::vector<std::pair<const RecordKind*, QUuid>>& records)
{
    std::vector<Hold> all;
    for (const auto& [kind, record] : records) {
        auto found = database.query(
            QStringLiteral("SELECT ground, since FROM hold WHERE about = ? AND lifted IS NULL AND flags & 1 = 0"),
            { idBytes(record) });
        if (!found)
            return fail(found);
        while (found->next())
            all.push_back({ kind, record, found->text(0), found->integer(1) });
        if (auto done = found->finished(); !done)
            return fail(done);
    }
    return all;
}

Result<QHash<EntryHash, erasureWork::Confirmation>> erasureWork::confirmations(Database& database)
{
    QHash<EntryHash, Confirmation> all;
    auto found = database.query(QStringLiteral("SELECT hash, at, leader, administrator FROM erasure_in_force"));
    if (!found)
        return fail(found);
    while (found->next())
        all.insert(found->blob(0),
            { found->integer(1), QUuid::fromRfc4122(found->blob(2)), QUuid::fromRfc4122(found->blob(3)) });
    if (auto done = found->finished(); !done)
        return fail(done);
    return all;
}

/// Whoever looks at the list has no name any more.
Result<std::vector<QStringList>> erasureWork::codesOf(Database& database, const std::vector<Erasure>& erasures)
{
    auto records = recordsOfTargets(database, erasures);
    if (!records)
        return fail(records);
    std::vector<QStringList> all;
    for (const Erasure& one : erasures) {
        QSet<QUuid> named;
        for (const ErasureTarget& target : one.targets)
            if (const auto record = records->constFind(target.entry); record != records->cend())
                named.insert(*record);
        auto codes = codesOfRecords(database, named);
        if (!codes)
            return fail(codes);
        all.push_back(std::move(*codes));
    }
    return all;
}

} // namespace maiam
