// SPDX-License-Identifier: GPL-3.0-or-later
// The register: what is erased by decision, and who looked.
#include "models/journal/erasure.h"
#include "models/register/erasure_list.h"
#include "models/register/keys_memory.h"
#include "models/register/register_transaction.h"
#include "models/register/schema.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace maiam {

namespace {
/// What could not be written, with a full disk say, is tried again after this time.
constexpr int AccessAgainMs = 10'000;

/// Nothing is shown, printed or written of which no trace would stay.
tl::unexpected<Error> refuseUnrecorded(const Error& why)
{
    if (why.code == ErrorCode::DiskFull)
        return fail(why.code,
            Register::tr("The disk is full, so the register could not write down who does this and when. Nothing was "
                         "shown, printed or saved. Free some room on the disk, then try again."),
            why.detail);
    return fail(why.code,
        Register::tr("The register could not write down who does this and when, so nothing was shown, printed or "
                     "saved. %1")
            .arg(why.message),
        why.detail);
}
} // namespace

/// A restored register erases what was erased after its backup was made, before anybody looks at it (law 10).
Result<void> Register::adoptWaitingErasures(Database& database)
{
    auto lists = erasureList::waiting(m_folder);
    if (!lists)
        return fail(lists);
    for (const QByteArray& list : *lists) {
        auto done = inTransaction<bool>(database, [&](Journal& entries) -> Result<bool> {
            if (auto adopted = entries.adoptErasures(list); !adopted)
                return fail(adopted);
            return true;
        });
        if (!done)
            return fail(done);
    }
    if (lists->empty())
        return {};
    if (auto emptied = database.checkpoint(); !emptied)
        return emptied;
    erasureList::clearWaiting(m_folder);
    return {};
}

QFuture<Result<void>> Register::confirmErasure(
    const EntryHash& hash, QUuid leader, QUuid administrator, std::function<Result<void>(Database&)> allowed)
{
    return m_writer.run([this, hash, leader, administrator, allowed = std::move(allowed)](
                            Database& db) -> Result<void> {
        if (m_readOnly)
            return schema::refuseWriting();
        auto done = inTransaction<bool>(db, [&](Journal& entries) -> Result<bool> {
            if (auto mine = roleRule::checkErasure(roles(), m_user, leader, administrator); !mine)
                return fail(mine);
            if (auto may = allowed(db); !may)
                return fail(may);
            auto known = erasure::all(db, m_office.id);
            if (!known)
                return fail(known);
            if (std::none_of(known->begin(), known->end(), [&](const Erasure& one) { return one.hash == hash; }))
                return fail(ErrorCode::NotFound, tr("This request to erase is not here any more. Look at the list."));
            if (auto kept = db.run(QStringLiteral("INSERT OR IGNORE INTO erasure_in_force(hash, at, leader, "
                                                  "administrator) VALUES (?, ?, ?, ?)"),
                    { hash, m_clock->now(), idBytes(leader), idBytes(administrator) });
                !kept)
                return fail(kept);
            if (auto applied = entries.applyErasures(); !applied)
                return fail(applied);
            return true;
        });
        if (!done)
            return fail(done);
        Q_EMIT committed(Committed { QUuid(), m_touched, m_clock->now() });
        return {};
    });
}

QFuture<Result<void>> Register::adoptErasures(const QByteArray& list)
{
    return m_writer.run([this, list](Database& db) -> Result<void> {
        if (m_readOnly)
            return schema::refuseWriting();
        auto done = inTransaction<bool>(db, [&](Journal& entries) -> Result<bool> {
            if (auto adopted = entries.adoptErasures(list); !adopted)
                return fail(adopted);
            return true;
        });
        if (!done)
            return fail(done);
        return db.checkpoint();
    });
}

QFuture<Result<void>> Register::checkpoint()
{
    return m_writer.run([this](Database& db) -> Result<void> {
        if (m_readOnly)
            return schema::refuseWriting();
        return db.checkpoint();
    });
}

/// Whoever changed the register key, and in whatever way that ended: the next opening takes it into the chain.
Result<void> Register::noteKeyChange(Database& database)
{
    auto change = keysMemory::unnoted(database);
    if (!change)
        return fail(change);
    if (!*change)
        return {};
    std::vector<AccessNote> notes { { AccessAct::KeyChanged, {}, {}, (*change)->by, m_clock->now() } };
    if ((*change)->recovery)
        notes.push_back({ AccessAct::RecoveryIssued, {}, {}, (*change)->by, m_clock->now() });
    if ((*change)->escrow)
        notes.push_back({ AccessAct::EscrowIssued, {}, {}, (*change)->by, m_clock->now() });
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction);
    if (auto done = accessChain::append(database, *m_device, notes); !done)
        return done;
    if (auto done = keysMemory::setUnnoted(database, std::nullopt); !done)
        return done;
    return transaction->commit();
}

QFuture<Result<void>> Register::noteAccess(AccessAct act, const RecordKind* kind, QUuid record, qint64 count)
{
    if (!m_readOnly) {
        const std::lock_guard lock(m_accessMutex);
        m_accessNotes.push_back(
            { act, kind ? QByteArray(kind->name) : QByteArray(), record, m_user, m_clock->now(), count });
    }
    return writeAccess();
}

QFuture<Result<void>> Register::recordAccess(
    AccessAct act, const RecordKind* kind, std::vector<QUuid> records, qint64 count)
{
    std::vector<AccessNote> notes;
    for (const QUuid& record : records)
        notes.push_back({ act, kind && !record.isNull() ? QByteArray(kind->name) : QByteArray(), record, m_user,
            m_clock->now(), count });
    return m_writer.run([this, notes = std::move(notes)](Database& db) -> Result<void> {
        const auto done = m_readOnly ? Result<void>() : appendAccess(db, notes);
        return done ? done : refuseUnrecorded(done.error());
    });
}

QFuture<Result<void>> Register::writeAccess()
{
    return m_writer.run([this](Database& db) { return m_readOnly ? Result<void>() : appendAccess(db, {}); });
}

/// What was noted before and behind it what is recorded now, in one transaction. In the writer's thread.
Result<void> Register::appendAccess(Database& database, const std::vector<AccessNote>& now)
{
    std::vector<AccessNote> notes;
    {
        const std::lock_guard lock(m_accessMutex);
        notes.swap(m_accessNotes);
    }
    const std::size_t before = notes.size();
    notes.insert(notes.end(), now.begin(), now.end());
    if (notes.empty())
        return {};
    const auto write = [&]() -> Result<void> {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return fail(transaction);
        if (auto done = accessChain::append(database, *m_device, notes); !done)
            return done;
        return transaction->commit();
    };
    auto done = write();
    if (!done) {
        notes.resize(before);
        writeAccessAgain(std::move(notes));
    } else if (m_accessFailed.exchange(false)) {
        Q_EMIT accessWritten();
    }
    return done;
}

/// Keeps what could not be written, before what was noted meanwhile, and plans another try.
void Register::writeAccessAgain(std::vector<AccessNote> notes)
{
    if (notes.empty())
        return;
    m_accessFailed = true;
    const std::lock_guard lock(m_accessMutex);
    m_accessNotes.insert(m_accessNotes.begin(), notes.begin(), notes.end());
    if (std::exchange(m_accessPlanned, true))
        return;
    const auto again = [this] {
        {
            const std::lock_guard planned(m_accessMutex);
            m_accessPlanned = false;
        }
        writeAccess();
    };
    QMetaObject::invokeMethod(
        this, [this, again] { QTimer::singleShot(AccessAgainMs, this, again); }, Qt::QueuedConnection);
}

std::vector<AccessNote> Register::takeUnwrittenAccess()
{
    writeAccess().waitForFinished();
    const std::lock_guard lock(m_accessMutex);
    return std::exchange(m_accessNotes, {});
}

void Register::noteAgain(std::vector<AccessNote> notes)
{
    {
        const std::lock_guard lock(m_accessMutex);
        m_accessNotes.insert(m_accessNotes.begin(), notes.begin(), notes.end());
    }
    writeAccess();
}

} // namespace maiam
