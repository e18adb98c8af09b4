// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/restricted_access.h"

#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/text/fold.h"

#include <QCoreApplication>

#include <algorithm>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class RestrictionTexts
{
    Q_DECLARE_TR_FUNCTIONS(RestrictionTexts)
};

/// Whether a case of the child is being worked on: as caseList::running() asks.
const QString& openCaseSql()
{
    static const QString sql = QStringLiteral("EXISTS (SELECT 1 FROM \"case\" c WHERE c.child = restriction.about AND "
                                              "c.flags & 1 = 0 AND c.closed IS NULL AND c.step "
                                              "IS NOT 'imported')");
    return sql;
}

const QString& isolationSql()
{
    static const QString sql = QStringLiteral("EXISTS (SELECT 1 FROM \"case\" c WHERE c.child = restriction.about AND "
                                              "c.flags & 1 = 0 AND c.isolation_from > 0 AND "
                                              "c.isolation_ended IS NULL)");
    return sql;
}

/// Only the office that keeps the child restricts access to it.
const QString& inForceSql()
{
    static const QString sql = QStringLiteral("FROM restriction JOIN child k ON k.record = restriction.about AND "
                                              "k.owner = restriction.owner WHERE restriction.lifted IS NULL AND "
                                              "restriction.flags & 1 = 0");
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
    auto found =
        database.query(QStringLiteral("SELECT restriction.about, k.id, k.code, k.number %1 AND NOT %2 AND NOT %3")
                           .arg(inForceSql(), openCaseSql(), isolationSql()));
    if (!found)
        return fail(found);
    RestrictedChildren all;
    while (found->next()) {
        all.m_hidden.insert(QUuid::fromRfc4122(found->blob(0)));
        all.m_rows.insert(found->integer(1), { folded(found->text(2)), found->text(3) });
    }
    if (auto done = found->finished(); !done)
        return fail(done);
    return all;
}

bool RestrictedChildren::mayFind(qint64 child, QStringView typed) const
{
    const auto known = m_rows.constFind(child);
    if (known == m_rows.constEnd())
        return true;
    const QString words = folded(typed);
    if (words.isEmpty())
        return false;
    if (!known->number.isEmpty() && words == known->number)
        return true;
    // A word of letters alone may be the beginning of a name.
    const QStringList parts = words.split(u' ');
    const auto isDigit = [](QChar letter) { return letter.isDigit(); };
    return std::any_of(words.begin(), words.end(), isDigit)
        && std::all_of(parts.begin(), parts.end(), [&](const QString& word) { return known->code.contains(word); });
}

Result<std::optional<Restriction>> restrictedAccess::of(Database& database, QUuid child)
{
    auto found = database.query(
        QStringLiteral("SELECT restriction.ground, restriction.since, %2, %3 %1 AND restriction.about = ?")
            .arg(inForceSql(), openCaseSql(), isolationSql()),
        { idBytes(child) });
    if (!found)
        return fail(found);
    if (found->next()) {
        const bool open = found->integer(2) != 0, isolated = found->integer(3) != 0;
        return Restriction { found->text(0), found->integer(1), open || isolated, isolated && !open };
    }
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
