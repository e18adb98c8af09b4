// SPDX-License-Identifier: GPL-3.0-or-later
// The register and its keys: opening with what was unlocked, what the keys file is compared with, who may do what.
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/failed_unlocks.h"
#include "models/register/key_change.h"
#include "models/register/keys_memory.h"
#include "models/register/register.h"
#include "models/register/schema.h"

#include <QtDebug>

#include <algorithm>

namespace maiam {

namespace {
/// The slot has opened, so the passphrase is right; what it gave is not the key of this database.
tl::unexpected<Error> doesNotFit(const Error& error)
{
    return fail(ErrorCode::Damaged,
        Register::tr("The passphrase or paper is right, but the keys file (register.keys) does not fit the register: "
                     "either it is a copy from before the register key was changed, or register.db is damaged. Nothing "
                     "was changed. Press \"Forgotten…\" and choose the keys of the newest backup; if that does not "
                     "help, restore the newest backup."),
        error.detail);
}

/// Opening writes too (steps of the schema, what is remembered of the keys), yet nobody was saving anything.
tl::unexpected<Error> notOpened(const Error& error)
{
    return tl::unexpected<Error>(Database::notOpened(error));
}
} // namespace

Result<std::unique_ptr<Register>> Register::open(
    const QString& folder, QUuid user, const QString& passphrase, std::shared_ptr<Clock> clock, const KdfLimits& limits)
{
    auto unlocked = UnlockedFolder::withPassphrase(folder, user, passphrase, limits);
    if (!unlocked)
        return fail(unlocked);
    auto opened = open(std::move(*unlocked), user, std::move(clock));
    if (opened)
        (*opened)->raiseCost(passphrase);
    return opened;
}

Result<std::unique_ptr<Register>> Register::open(UnlockedFolder unlocked, QUuid user, std::shared_ptr<Clock> clock)
{
    const QString folder = unlocked.m_folder;
    std::unique_ptr<Register> opened(new Register(folder, std::move(unlocked.m_key), std::move(clock)));
    opened->m_limits = unlocked.m_limits;
    opened->m_user = user;
    if (auto started = opened->start(OpenMode::Existing); !started)
        return started.error().code == ErrorCode::Damaged ? doesNotFit(started.error()) : notOpened(started.error());
    auto person = opened->record(kinds::User, user);
    if (!person && person.error().code != ErrorCode::NotFound)
        return fail(person);
    if (!person || person->state().deleted)
        return fail(ErrorCode::NotAllowed,
            tr("This person was removed from the register, yet the keys file still holds their passphrase: an older "
               "register.keys was put back. Nothing was opened. Choose your own name, and let the administrator look "
               "at \"More → Users and keys\"."));
    if (auto loaded = opened->load(); !loaded)
        return notOpened(loaded.error());
    opened->m_userLabel = person->text(UserFields::DisplayName);
    if (auto compared = opened->compareKeys(unlocked.m_keys); !compared)
        return notOpened(compared.error());
    auto roles = opened->m_writer.run([reg = opened.get()](Database& db) { return reg->readRoles(db); }).result();
    if (!roles)
        return fail(roles);
    if (!opened->m_readOnly)
        KeyChanger::removeOld(folder);
    return opened;
}

Result<UnlockedFolder> Register::close(std::unique_ptr<Register> reg, const KeyChange& wanted)
{
    auto keys = KeysFile::read(UnlockedFolder::keysFile(reg->m_folder), reg->m_limits);
    if (!keys)
        return fail(keys);
    // Until the key is changed somebody must know that it was to be, and with what.
    if (!reg->m_readOnly) {
        const KeyChangeDue due = wanted.due();
        const auto begun = [due](Database& database) { return keysMemory::addDue(database, due); };
        if (auto noted = reg->writeLocal(begun).result(); !noted)
            return fail(noted);
    }
    return UnlockedFolder(reg->m_folder, std::move(reg->m_key), std::move(*keys), reg->m_limits);
}

FailedUnlocks& Register::tries()
{
    const std::lock_guard lock(m_triesMutex);
    if (!m_tries)
        m_tries = std::make_shared<FailedUnlocks>(m_folder, m_clock);
    return *m_tries;
}

void Register::countTriesWith(std::shared_ptr<FailedUnlocks> tries)
{
    const std::lock_guard lock(m_triesMutex);
    m_tries = std::move(tries);
}

Result<void> Register::readRoles(Database& database)
{
    auto found = database.query(
        QStringLiteral("SELECT record, role FROM \"user\" WHERE flags & %1 = 0").arg(RecordTables::DeletedFlag));
    if (!found)
        return fail(found);
    Roles own;
    bool anybody = false;
    while (found->next()) {
        const QUuid person = QUuid::fromRfc4122(found->blob(0));
        const Roles roles = roleCode::read(found->text(1));
        // Another office's administrator, who came with its packages, looks after nothing here.
        anybody = anybody || (roleRule::mayAdminister(roles) && recordId::ownedBy(person, m_office.id));
        if (person == m_user)
            own = roles;
    }
    if (auto done = found->finished(); !done)
        return done;
    // Registers of earlier versions named nobody; an office must never be without.
    if (!anybody && roleRule::mayWrite(own))
        own |= Role::Administrator;
    if (m_readOnly) // nobody sees more than with the program that wrote it
        own = roleRule::mayInspect(own) ? Roles(Role::Viewer) : Roles();
    m_roles = int(own);
    return {};
}

Result<void> Register::compareKeys(const KeysFile& keys)
{
    return m_writer
        .run([this, &keys](Database& db) -> Result<void> {
            auto kept = keysMemory::generation(db);
            if (!kept)
                return fail(kept);
            m_olderKeys = keys.generation() < *kept;
            if (m_readOnly)
                return {};
            auto news = keysMemory::isNews(db, keys);
            if (!news || m_olderKeys || !*news)
                return news ? Result<void>() : Result<void>(fail(news));
            auto transaction = Transaction::begin(db);
            if (!transaction)
                return fail(transaction);
            if (auto done = keysMemory::remember(db, keys); !done)
                return done;
            return transaction->commit();
        })
        .result();
}

QFuture<Result<void>> Register::changeKeys(ChangeKeys change)
{
    return m_writer.run([this, change = std::move(change)](Database& db) -> Result<void> {
        if (m_readOnly)
            return schema::refuseWriting();
        const QString file = UnlockedFolder::keysFile(m_folder);
        auto keys = KeysFile::read(file, m_limits);
        if (!keys)
            return fail(keys);
        auto transaction = Transaction::begin(db);
        if (!transaction)
            return fail(transaction);
        auto kept = keysMemory::generation(db);
        if (!kept)
            return fail(kept);
        keys->raiseGeneration(*kept);
        const KeysFile before = *keys;
        if (auto done = change(*keys, m_key, db); !done)
            return done;
        if (auto done = keysMemory::remember(db, *keys); !done)
            return done;
        // The file first: when the program ends here, the register finds a newer file than it knows and learns it.
        if (auto done = keys->write(file); !done)
            return done;
        if (auto done = transaction->commit(); !done) {
            (void)before.write(file); // what is told as failed must not hold; nothing that can still be done is left
            return done;
        }
        m_olderKeys = false;
        return {};
    });
}

void Register::raiseCost(const QString& passphrase)
{
    const KdfCost wanted = m_limits.wanted;
    const auto raise = [this, wanted, &passphrase](KeysFile& keys, const SecretKey& key, Database&) -> Result<void> {
        for (const KeysFile::SlotInfo& slot : keys.slotList())
            if (slot.kind == KeysFile::SlotKind::Passphrase && slot.user == m_user)
                return keys.addPassphraseSlot(m_user, slot.label, slot.role, passphrase, key,
                    { std::max(slot.cost.memoryBytes, wanted.memoryBytes), std::max(slot.cost.passes, wanted.passes) });
        return {};
    };
    auto keys = KeysFile::read(UnlockedFolder::keysFile(m_folder), m_limits);
    if (!keys || m_olderKeys || m_readOnly)
        return;
    for (const KeysFile::SlotInfo& slot : keys->slotList()) {
        const bool cheap = slot.cost.memoryBytes < wanted.memoryBytes || slot.cost.passes < wanted.passes;
        if (slot.kind != KeysFile::SlotKind::Passphrase || slot.user != m_user || !cheap)
            continue;
        // The register is open; what cannot be raised today (too little memory, a read-only folder) stays as it was.
        if (auto done = changeKeys(raise).result(); !done)
            qInfo("The cost of the passphrase could not be raised yet.");
    }
}

} // namespace maiam
