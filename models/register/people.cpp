// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/people.h"

#include "models/journal/history.h"
#include "models/journal/kept_places.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/failed_unlocks.h"
#include "models/register/keys_memory.h"
#include "models/register/passphrase.h"
#include "models/text/name_order.h"
#include "models/text/normalise.h"

#include <algorithm>

namespace maiam {

namespace {

struct PeopleText
{
    Q_DECLARE_TR_FUNCTIONS(maiam::People)
};

using SlotKind = KeysFile::SlotKind;

Result<void> administratorOnly(const Register& reg)
{
    if (roleRule::mayAdminister(reg.roles()))
        return {};
    return fail(ErrorCode::NotAllowed,
        PeopleText::tr(
            "Only the administrator may change people and keys. Nothing was changed. Ask the administrator of "
            "this office."));
}

Result<void> check(const PersonData& data)
{
    if (data.name.simplified().isEmpty())
        return fail(ErrorCode::InvalidInput,
            PeopleText::tr("Write the person's name; the register signs each change with it."));
    if (data.name.size() > KeysFile::LongestLabel)
        return fail(ErrorCode::InvalidInput,
            PeopleText::tr("The name is too long. Shorten it to %1 characters.").arg(KeysFile::LongestLabel));
    if (!data.roles)
        return fail(ErrorCode::InvalidInput, PeopleText::tr("Choose what the person may do here."));
    return {};
}

/// Two people of one name could not be told apart on the lock screen; and whoever was stored by a try that ended before
/// the passphrase must not be stored again.
Result<void> checkNameIsFree(Register& reg, const QString& name, QUuid bearer = {})
{
    const auto everybody = people::list(reg);
    if (!everybody)
        return fail(everybody);
    const auto taken = std::find_if(everybody->begin(), everybody->end(), [&](const Person& each) {
        return each.id != bearer && normalised(each.name).compare(normalised(name), Qt::CaseInsensitive) == 0;
    });
    if (taken == everybody->end())
        return {};
    return fail(ErrorCode::AlreadyExists,
        (taken->hasKey ? PeopleText::tr("A person of the name %1 is already here. Nothing was stored. Add something to "
                                        "the name that tells the two apart, such as the post.")
                       : PeopleText::tr("%1 is here without a passphrase. Nothing was stored. Set a passphrase for "
                                        "this person instead, under \"More → Users and keys\"."))
            .arg(taken->name));
}

void put(Record& record, const PersonData& data)
{
    record.set(UserFields::DisplayName, data.name.simplified());
    record.set(UserFields::Post, data.post.simplified());
    record.set(UserFields::Role, roleCode::text(data.roles));
}

Result<void> store(Register& reg, const Record& record, const QString& reason, bool deletes = false)
{
    Batch batch;
    batch.reason = reason;
    if (deletes)
        batch.remove(record);
    else
        batch.add(record);
    auto done = reg.commit(std::move(batch)).result();
    return done ? Result<void>() : Result<void>(fail(done));
}

/// What was done with people and keys stands among what was looked at, too: the keys file itself keeps no history.
void note(Register& reg, AccessAct act, QUuid person)
{
    reg.noteAccess(act, &kinds::User, person);
}

/// Whether the list of the lock screen has the person as they are.
bool lockScreenShows(const Register& reg, const Record& person)
{
    const auto keys = KeysFile::read(UnlockedFolder::keysFile(reg.folder()), reg.limits());
    if (!keys)
        return false;
    const auto list = keys->slotList();
    return std::none_of(list.begin(), list.end(), [&](const KeysFile::SlotInfo& slot) {
        return slot.user == person.id()
            && (slot.label != person.text(UserFields::DisplayName) || slot.role != person.text(UserFields::Role));
    });
}

Result<void> writeSlot(Register& reg, const Record& person, const QString& passphrase)
{
    const auto write = [&](KeysFile& keys, const SecretKey& key, Database&) {
        return keys.addPassphraseSlot(person.id(), person.text(UserFields::DisplayName), person.text(UserFields::Role),
            passphrase, key, reg.limits().wanted);
    };
    return reg.changeKeys(write).result();
}

/// A slot for somebody who is recorded already, noted in the journal.
Result<void> replaceSlot(Register& reg, const Record& person, const QString& passphrase, const QString& reason)
{
    if (auto judged = Passphrase::judge(passphrase); !judged)
        return judged;
    if (auto done = writeSlot(reg, person, passphrase); !done)
        return done;
    auto noted = reg.record(kinds::User, person.id());
    if (!noted)
        return fail(noted);
    noted->set(UserFields::KeyChanged, reg.clock().now());
    if (auto done = store(reg, *noted, reason); !done)
        return fail(done.error().code,
            PeopleText::tr("The new passphrase holds from now on, but the register could not note it: %1")
                .arg(done.error().message),
            done.error().detail);
    note(reg, AccessAct::PassphraseSet, person.id());
    return {};
}

/// Slot and record of somebody, with the last administrator kept.
Result<void> takeAway(Register& reg, QUuid person, bool forCause)
{
    if (auto stays = people::administratorStays(reg, person, {}); !stays)
        return stays;
    auto record = reg.record(kinds::User, person);
    if (!record)
        return fail(record);
    // Before the slot is gone: from then on nobody would remember why the key has to be changed.
    if (forCause)
        if (auto noted = people::noteKeyChange(reg, false, false); !noted)
            return noted;
    // The slot first: whatever ends the program in between, the person no longer opens the register.
    const auto shut = [&](KeysFile& keys, const SecretKey&, Database& database) -> Result<void> {
        keys.removeSlot(person);
        if (auto done = keysMemory::forget(database, SlotKind::Passphrase, person); !done)
            return done;
        KeyChangeDue due;
        due.removedForCause = forCause;
        return keysMemory::addDue(database, due);
    };
    if (auto done = reg.changeKeys(shut).result(); !done)
        return done;
    // The person comes back to no page; what was searched for there may be a name.
    static_cast<void>(reg.writeLocal([person](Database& database) { return keptPlaces::forget(database, person); }));
    note(reg, AccessAct::UserRemoved, person);
    return store(reg, *record, forCause ? QStringLiteral("removed-for-cause") : QStringLiteral("user-removed"), true);
}

/// The slots of an older file that is valid again were written at another time than those that the register remembers.
Result<void> forgetFormerHolders(Database& database, const KeysFile& keys, const std::vector<Person>& everybody)
{
    for (const Person& person : everybody) {
        auto holder = keysMemory::holder(database, SlotKind::Passphrase, person.id);
        if (!holder)
            return fail(holder);
        if (*holder && !keys.isWriting(person.id, (*holder)->salt))
            if (auto done = keysMemory::forget(database, SlotKind::Passphrase, person.id); !done)
                return done;
    }
    return {};
}

Result<UtcMs> firstWritten(Database& database, QUuid person)
{
    auto items = history(database, kinds::User, person);
    if (!items)
        return fail(items);
    return items->empty() ? UtcMs(0) : items->back().at;
}

/// The office's own people. Those of other offices came with their packages, without names, and have no key here.
Result<std::vector<Person>> recorded(Database& database, const QByteArray& office)
{
    std::vector<Person> everybody;
    auto found = database.query(
        QStringLiteral("SELECT record, display_name, post, role, key_changed FROM \"user\" WHERE flags & %1 = 0")
            .arg(RecordTables::DeletedFlag));
    if (!found)
        return fail(found);
    while (found->next()) {
        Person person;
        person.id = QUuid::fromRfc4122(found->blob(0));
        if (!recordId::ownedBy(person.id, office))
            continue;
        person.name = found->text(1);
        person.post = found->text(2);
        person.roles = roleCode::read(found->text(3));
        person.keyChanged = found->integer(4);
        everybody.push_back(std::move(person));
    }
    if (auto done = found->finished(); !done)
        return fail(done);
    for (Person& person : everybody) {
        auto since = firstWritten(database, person.id);
        if (!since)
            return fail(since);
        person.since = *since;
    }
    return everybody;
}

Result<void> findSlots(Database& database, const KeysFile& keys, std::vector<Person>& everybody)
{
    for (const KeysFile::SlotInfo& slot : keys.slotList()) {
        const auto person =
            std::find_if(everybody.begin(), everybody.end(), [&](const Person& each) { return each.id == slot.user; });
        if (slot.kind != SlotKind::Passphrase || person == everybody.end())
            continue;
        person->hasKey = true;
        auto holder = keysMemory::holder(database, SlotKind::Passphrase, slot.user);
        if (!holder)
            return fail(holder);
        person->goesAlong = holder->has_value() && keys.isWriting(slot.user, (*holder)->salt);
    }
    return {};
}

} // namespace

Result<std::vector<Person>> people::list(Register& reg)
{
    auto keys = KeysFile::read(UnlockedFolder::keysFile(reg.folder()), reg.limits());
    if (!keys)
        return fail(keys);
    const auto read = [keys = std::move(*keys), office = reg.office().id](
                          Database& database) -> Result<std::vector<Person>> {
        auto everybody = recorded(database, office);
        if (!everybody)
            return everybody;
        if (auto done = findSlots(database, keys, *everybody); !done)
            return fail(done);
        return everybody;
    };
    auto everybody = reg.read(read).result();
    if (!everybody)
        return everybody;
    for (Person& person : *everybody) {
        person.self = person.id == reg.user();
        if (person.self)
            person.roles = reg.roles();
    }
    std::sort(everybody->begin(), everybody->end(),
        [](const Person& a, const Person& b) { return personSortKey(a.name) < personSortKey(b.name); });
    return everybody;
}

Result<QUuid> people::add(Register& reg, const PersonData& data, const QString& passphrase)
{
    if (auto allowed = administratorOnly(reg); !allowed)
        return fail(allowed);
    if (auto good = check(data); !good)
        return fail(good);
    if (auto judged = Passphrase::judge(passphrase); !judged)
        return fail(judged);
    if (auto free = checkNameIsFree(reg, data.name); !free)
        return fail(free);
    Record person = reg.newRecord(kinds::User);
    put(person, data);
    person.set(UserFields::Login, data.name.simplified());
    // The record first: a person without a slot is shown as one, a slot without a person would open for nobody.
    if (auto done = store(reg, person, QStringLiteral("user-added")); !done)
        return fail(done);
    if (auto done = writeSlot(reg, person, passphrase); !done)
        return fail(done);
    note(reg, AccessAct::UserAdded, person.id());
    if (!roleRule::mayAdminister(reg.roles()))
        return person.id(); // who named the first administrator of an older register is none any more
    // Noted after the slot: who shows how many hold a key looks again.
    auto noted = reg.record(kinds::User, person.id());
    if (!noted)
        return fail(noted);
    noted->set(UserFields::KeyChanged, reg.clock().now());
    if (auto done = store(reg, *noted, QStringLiteral("passphrase-set")); !done)
        return fail(done);
    return person.id();
}

Result<void> people::administratorStays(Register& reg, QUuid person, Roles roles)
{
    if (roleRule::mayAdminister(roles))
        return {};
    auto everybody = list(reg);
    if (!everybody)
        return fail(everybody);
    const bool stays = std::any_of(everybody->begin(), everybody->end(),
        [&](const Person& each) { return each.id != person && each.hasKey && roleRule::mayAdminister(each.roles); });
    if (stays)
        return {};
    return fail(ErrorCode::Conflict,
        PeopleText::tr("Nobody would be left who administers people and keys. Nothing was changed. Make somebody else "
                       "administrator first."));
}

Result<void> people::change(Register& reg, QUuid person, const PersonData& data)
{
    if (auto allowed = administratorOnly(reg); !allowed)
        return allowed;
    if (auto good = check(data); !good)
        return good;
    if (auto stays = administratorStays(reg, person, data.roles); !stays)
        return stays;
    auto record = reg.record(kinds::User, person);
    if (!record)
        return fail(record);
    if (record->text(UserFields::DisplayName) != data.name.simplified())
        if (auto free = checkNameIsFree(reg, data.name, person); !free)
            return free;
    put(*record, data);
    if (!record->changes().empty()) {
        if (auto done = store(reg, *record, QStringLiteral("user-changed")); !done)
            return done;
        note(reg, AccessAct::UserChanged, person);
    } else if (lockScreenShows(reg, *record)) {
        return {}; // else an earlier try ended between the record and the keys file
    }
    return reg
        .changeKeys([&](KeysFile& keys, const SecretKey&, Database&) -> Result<void> {
            keys.relabel(person, record->text(UserFields::DisplayName), record->text(UserFields::Role));
            return {};
        })
        .result();
}

Result<void> people::changeOwnPassphrase(Register& reg, const QString& present, const QString& wanted)
{
    // Counted like a try to open: else the passphrase could be guessed at an open desk.
    const auto opened = reg.tries().attempt([&] { return agrees(reg, reg.user(), present); });
    if (!opened)
        return opened.error().code == ErrorCode::WrongPassphrase
            ? Result<void>(fail(ErrorCode::WrongPassphrase,
                PeopleText::tr("The present passphrase is not right, so it stays. Check Caps Lock and type it again.")))
            : Result<void>(fail(opened));
    auto record = reg.record(kinds::User, reg.user());
    if (!record)
        return fail(record);
    return replaceSlot(reg, *record, wanted, QStringLiteral("passphrase-changed"));
}

Result<void> people::setPassphrase(Register& reg, QUuid person, const QString& wanted, const QString& reason)
{
    if (person != reg.user())
        if (auto allowed = administratorOnly(reg); !allowed)
            return allowed;
    auto record = reg.record(kinds::User, person);
    if (!record)
        return fail(record);
    return replaceSlot(reg, *record, wanted, reason);
}

Result<void> people::remove(Register& reg, QUuid person, bool forCause)
{
    if (auto allowed = administratorOnly(reg); !allowed)
        return allowed;
    if (person == reg.user())
        return fail(ErrorCode::Conflict,
            PeopleText::tr("You have opened the register yourself, so you cannot remove yourself. Nothing was changed. "
                           "Let the other administrator do it."));
    return takeAway(reg, person, forCause);
}

Result<void> people::leave(Register& reg, bool forCause)
{
    if (auto allowed = administratorOnly(reg); !allowed)
        return allowed;
    return takeAway(reg, reg.user(), forCause);
}

Result<void> people::confirm(Register& reg, QUuid person, const QString& passphrase)
{
    auto same = reg.tries().attempt([&] { return agrees(reg, person, passphrase); });
    if (same || same.error().code != ErrorCode::WrongPassphrase)
        return same;
    return fail(ErrorCode::WrongPassphrase,
        PeopleText::tr("This is not the passphrase of the person who takes over. Nothing was changed. Check Caps Lock "
                       "and type it again."));
}

Result<void> people::settleOlderKeys(Register& reg)
{
    if (auto allowed = administratorOnly(reg); !allowed)
        return allowed;
    auto everybody = list(reg);
    if (!everybody)
        return fail(everybody);
    return reg
        .changeKeys([&](KeysFile& keys, const SecretKey&, Database& database) -> Result<void> {
            for (const KeysFile::SlotInfo& slot : keys.slotList()) {
                const bool known = std::any_of(
                    everybody->begin(), everybody->end(), [&](const Person& person) { return person.id == slot.user; });
                if (slot.kind == SlotKind::Passphrase && !known)
                    keys.removeSlot(slot.user);
            }
            keys.raiseGeneration(keys.generation() + 1);
            return forgetFormerHolders(database, keys, *everybody);
        })
        .result();
}

Result<std::unique_ptr<Register>> people::recover(UnlockedFolder unlocked, QUuid person, const QString& passphrase,
    const KeyChange* change, std::shared_ptr<Clock> clock)
{
    if (auto judged = Passphrase::judge(passphrase); !judged)
        return fail(judged);
    auto reg = Register::open(std::move(unlocked), person, clock);
    if (!reg)
        return reg;
    note(**reg, AccessAct::OpenedByPaper, person);
    // A paper that was used is no longer secret, whatever ends the program from here on.
    if (change && !change->recovery) {
        auto due = keyChangeDue(**reg);
        if (!due)
            return fail(due);
        if (due->recovery) // KeyChanger would refuse it when the passphrase has been changed already
            return fail(ErrorCode::Conflict,
                PeopleText::tr("A new recovery key was to come with the last change of the register key, since the one "
                               "on paper is not to hold any more. Nothing was changed. Print a new recovery key as "
                               "well."));
    }
    if (change)
        if (auto noted = noteKeyChange(**reg, change->recovery.has_value(), change->dropEscrow); !noted)
            return fail(noted);
    if (auto done = setPassphrase(**reg, person, passphrase, QStringLiteral("recovered")); !done)
        return fail(done);
    if (!change)
        return reg;
    auto closed = Register::close(std::move(*reg), *change);
    if (!closed)
        return fail(closed);
    auto changed = KeyChanger::change(std::move(*closed), *change);
    if (!changed)
        return fail(changed);
    return Register::open(std::move(*changed), person, std::move(clock));
}

Result<void> people::agrees(Register& reg, QUuid person, const QString& passphrase)
{
    auto keys = KeysFile::read(UnlockedFolder::keysFile(reg.folder()), reg.limits());
    if (!keys)
        return fail(keys);
    auto opened = keys->openWithPassphrase(person, passphrase);
    if (!opened)
        return fail(opened);
    // The slot that has opened can go along from now on when the register key is changed.
    if (!reg.isReadOnly())
        return reg.writeLocal([keys = *keys](Database& database) { return keysMemory::learn(database, keys); })
            .result();
    return {};
}

Result<bool> people::paperGoesAlong(Register& reg)
{
    return reg
        .read([](Database& database) -> Result<bool> {
            auto holder = keysMemory::holder(database, SlotKind::Recovery);
            if (!holder)
                return fail(holder);
            return holder->has_value();
        })
        .result();
}

Result<void> people::noteKeyChange(Register& reg, bool newRecoveryKey, bool dropsEscrow)
{
    KeyChangeDue due;
    due.begun = true;
    due.recovery = newRecoveryKey;
    due.dropEscrow = dropsEscrow;
    return reg.writeLocal([due](Database& database) { return keysMemory::addDue(database, due); }).result();
}

Result<KeyChangeDue> people::keyChangeDue(Register& reg)
{
    return reg.read([](Database& database) { return keysMemory::due(database); }).result();
}

} // namespace maiam
