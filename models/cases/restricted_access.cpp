// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/restricted_access.h"

#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QCoreApplication>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class RestrictionTexts
{
    Q_DECLARE_TR_FUNCTIONS(RestrictionTexts)
};

/// Whether a case of the child is being worked on: as caseList::running() asks.
const QString& workedOnSql()
{
    static const QString sql =
        QStringLiteral("EXISTS (SELECT 1 FROM \"case\" c WHERE c.child = r.about AND c.flags & 1 = 0 AND ((c.closed IS "
                       "NULL AND c.step "
                       "IS NOT 'imported') OR (c.isolation_from > 0 AND c.isolation_ended IS NULL)))");
    return sql;
}

/// Only the office that keeps the child restricts access to it.
const QString& inForceSql()
{
    static const QString sql = QStringLiteral(
        "FROM restriction r JOIN child k ON k.record = r.about AND k.owner = r.owner WHERE r.lifted IS NULL AND "
        "r.flags & 1 = 0");
    return sql;
}

QUuid idOf(const QByteArray& office, QUuid child)
{
    // One for each child, so that two machines that say the same do not say it twice.
    return recordId::named(office, "restriction/" + idBytes(child));
}
} // namespace

Result<RestrictedChildren> RestrictedChildren::read(Database& database)
{
    auto found = database.query(QStringLiteral("SELECT r.about %1 AND NOT %2").arg(inForceSql(), workedOnSql()));
    if (!found)
        return fail(found);
    RestrictedChildren all;
    while (found->next())
        all.m_hidden.insert(QUuid::fromRfc4122(found->blob(0)));
    if (auto done = found->finished(); !done)
        return fail(done);
    return all;
}

Result<std::optional<Restriction>> restrictedAccess::of(Database& database, QUuid child)
{
    auto found = database.query(
        QStringLiteral("SELECT r.ground, r.since, %2 %1 AND r.about = ?").arg(inForceSql(), workedOnSql()),
        { idBytes(child) });
    if (!found)
        return fail(found);
    if (found->next())
        return Restriction { found->text(0), found->integer(1), found->integer(2) != 0 };
    if (auto done = found->finished(); !done)
        return fail(done);
    return std::optional<Restriction>();
}

Result<void> restrictedAccess::check(Database& database, QUuid child, Opening opening)
{
    if (opening == Opening::WithReason)
        return {};
    auto found = of(database, child);
    if (!found)
        return fail(found);
    if (!*found || (*found)->waits)
        return {};
    return fail(ErrorCode::Restricted,
        RestrictionTexts::tr("Access to this file is restricted. Say why it is opened; that is written down."));
}

Result<QUuid> restrictedAccess::childOf(Database& database, const RecordKind& kind, QUuid record)
{
    if (&kind == &kinds::Child)
        return record;
    if (&kind != &kinds::Case && &kind != &kinds::Assessment)
        return QUuid();
    auto found = database.query(&kind == &kinds::Case
            ? QStringLiteral("SELECT child FROM \"case\" WHERE record = ?")
            : QStringLiteral("SELECT c.child FROM assessment a JOIN \"case\" c ON c.record = a.\"case\" WHERE "
                             "a.record = ?"),
        { idBytes(record) });
    if (!found)
        return fail(found);
    return found->next() ? QUuid::fromRfc4122(found->blob(0)) : QUuid();
}

Result<Batch> restrictedAccess::restrict(
    Database& database, const QByteArray& office, QUuid child, const QString& ground, UtcMs now)
{
    if (ground.isEmpty())
        return fail(ErrorCode::InvalidInput, RestrictionTexts::tr("Choose who asked for it."));
    if (!recordId::ownedBy(child, office))
        return fail(ErrorCode::NotAllowed,
            RestrictionTexts::tr("The record belongs to another office, which decides about it. Nothing was changed."));
    const QUuid id = idOf(office, child);
    auto stored = RecordTables(database).load(kinds::Restriction, id);
    if (!stored)
        return fail(stored);
    const Values values { { RestrictionFields::About.key(), idBytes(child) },
        { RestrictionFields::Ground.key(), ground }, { RestrictionFields::Since.key(), now },
        { RestrictionFields::Lifted.key(), std::monostate() } };
    Batch batch;
    batch.changes.push_back(
        { &kinds::Restriction, id, *stored ? (*stored)->folded.heads : QList<EntryHash>(), values, false });
    return batch;
}

Result<Batch> restrictedAccess::lift(Database& database, const QByteArray& office, QUuid child, UtcMs now)
{
    auto record = RecordTables(database).read(kinds::Restriction, idOf(office, child));
    if (!record)
        return fail(record);
    record->set(RestrictionFields::Lifted, now);
    Batch batch;
    batch.add(*record);
    return batch;
}

} // namespace maiam
