// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/keys_memory.h"

#include "models/register/schema.h"

namespace maiam {

namespace {
const QString GenerationName = QStringLiteral("keys.generation");
const QString DueName = QStringLiteral("keys.change_due"); // words, see DueWords
const QString UnnotedName = QStringLiteral("keys.change_unnoted"); // who, then what came along: "recovery", "escrow"

struct DueWord
{
    QLatin1StringView word;
    bool KeyChangeDue::*part;
};
constexpr DueWord DueWords[] = {
    { QLatin1StringView("removed-for-cause"), &KeyChangeDue::removedForCause },
    { QLatin1StringView("change-begun"), &KeyChangeDue::begun },
    { QLatin1StringView("new-recovery"), &KeyChangeDue::recovery },
    { QLatin1StringView("new-escrow"), &KeyChangeDue::escrow },
    { QLatin1StringView("drop-escrow"), &KeyChangeDue::dropEscrow },
};

QString holderName(KeysFile::SlotKind kind, const QUuid& user)
{
    return QStringLiteral("holder/%1/%2").arg(int(kind)).arg(user.toString(QUuid::WithoutBraces));
}
} // namespace

Result<quint64> keysMemory::generation(Database& database)
{
    auto kept = meta::value(database, GenerationName);
    if (!kept)
        return fail(kept);
    return kept->toULongLong();
}

Result<void> keysMemory::remember(Database& database, const KeysFile& keys)
{
    for (const KeysFile::SlotInfo& slot : keys.slotList()) {
        const auto holder = keys.holder(slot.kind, slot.user);
        if (!holder)
            continue;
        if (auto done = meta::setSecret(database, holderName(slot.kind, slot.user), holder->salt + holder->key); !done)
            return done;
    }
    return meta::set(database, GenerationName, qint64(keys.generation()));
}

Result<void> keysMemory::learn(Database& database, const KeysFile& keys)
{
    auto newest = generation(database);
    if (!newest)
        return fail(newest);
    return *newest == keys.generation() ? remember(database, keys) : Result<void>();
}

Result<bool> keysMemory::isNews(Database& database, const KeysFile& keys)
{
    auto kept = generation(database);
    if (!kept)
        return fail(kept);
    if (*kept < keys.generation())
        return true;
    for (const KeysFile::SlotInfo& slot : keys.slotList()) {
        const auto now = keys.holder(slot.kind, slot.user);
        if (!now)
            continue;
        auto before = holder(database, slot.kind, slot.user);
        if (!before)
            return fail(before);
        if (!*before || (*before)->salt != now->salt || (*before)->key != now->key)
            return true;
    }
    return false;
}

Result<std::optional<KeysFile::Holder>> keysMemory::holder(
    Database& database, KeysFile::SlotKind kind, const QUuid& user)
{
    auto found = database.query(QStringLiteral("SELECT value FROM secret WHERE name = ?"), { holderName(kind, user) });
    if (!found)
        return fail(found);
    if (!found->next())
        return std::optional<KeysFile::Holder>();
    const QByteArray bytes = found->blob(0);
    if (bytes.size() <= SlotSaltBytes)
        return std::optional<KeysFile::Holder>();
    return std::optional(KeysFile::Holder { bytes.first(SlotSaltBytes), bytes.mid(SlotSaltBytes) });
}

Result<void> keysMemory::forget(Database& database, KeysFile::SlotKind kind, const QUuid& user)
{
    return database.run(QStringLiteral("DELETE FROM secret WHERE name = ?"), { holderName(kind, user) });
}

Result<KeyChangeDue> keysMemory::due(Database& database)
{
    auto kept = meta::value(database, DueName);
    if (!kept)
        return fail(kept);
    const QStringList words = kept->toString().split(u' ', Qt::SkipEmptyParts);
    KeyChangeDue due;
    for (const DueWord& each : DueWords)
        due.*each.part = words.contains(each.word);
    return due;
}

Result<void> keysMemory::addDue(Database& database, const KeyChangeDue& more)
{
    auto before = due(database);
    if (!before)
        return fail(before);
    QStringList words;
    for (const DueWord& each : DueWords)
        if ((*before).*each.part || more.*each.part)
            words.append(each.word);
    return meta::set(database, DueName, words.join(u' '));
}

Result<void> keysMemory::clearDue(Database& database)
{
    return meta::set(database, DueName, QString());
}

Result<std::optional<keysMemory::Unnoted>> keysMemory::unnoted(Database& database)
{
    auto kept = meta::value(database, UnnotedName);
    if (!kept)
        return fail(kept);
    const QStringList words = kept->toString().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::optional<Unnoted>();
    return std::optional(Unnoted {
        QUuid(words.first()), words.contains(QStringLiteral("recovery")), words.contains(QStringLiteral("escrow")) });
}

Result<void> keysMemory::setUnnoted(Database& database, const std::optional<Unnoted>& change)
{
    QStringList words;
    if (change) {
        words.append(change->by.toString(QUuid::WithoutBraces));
        if (change->recovery)
            words.append(QStringLiteral("recovery"));
        if (change->escrow)
            words.append(QStringLiteral("escrow"));
    }
    return meta::set(database, UnnotedName, words.join(u' '));
}

} // namespace maiam
