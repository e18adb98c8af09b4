// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "models/base/saved_file.h"
#include "models/exchange/offices.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace maiam {

namespace {
/// A card is a few hundred bytes; anything larger is something else.
constexpr qint64 MostCardBytes = 64 * 1024;

QJsonObject asJson(const OfficeCard& card)
{
    return { { QStringLiteral("unit"), card.unit }, { QStringLiteral("name"), card.name },
        { QStringLiteral("fingerprint"), card.fingerprint() } };
}
} // namespace

QMap<QByteArray, qint64> commands::packageCatalogues(const Catalogues& catalogues)
{
    QMap<QByteArray, qint64> versions;
    for (const QString& name : catalogues.names())
        versions.insert(name.toUtf8(), catalogues.find(name)->version());
    return versions;
}

Result<CommandOutput> commands::card(const CommandCall& call)
{
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    auto card = offices::ownCard(**reg);
    if (!card)
        return fail(card);
    SavedFile file(call.value("out"));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(card->toText()) >= 0 && file.commit();
    if (file.isHeld())
        return tl::unexpected<Error>(file.heldError());
    if (!written)
        return fail(ErrorCode::ReadOnly,
            Commands::tr(
                "The card cannot be written there. Choose a folder in which you may write, with room on the disk."));
    CommandOutput out;
    out.json = asJson(*card);
    out.lines = { Commands::tr("The office card of %1 has been written.").arg(card->name),
        Commands::tr("Fingerprint, to be read out on the phone: %1").arg(card->fingerprint()) };
    return out;
}

Result<CommandOutput> commands::trust(const CommandCall& call)
{
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    QFile file(call.files().constFirst());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, Commands::tr("The card cannot be read. Check the file's name."));
    if (file.size() > MostCardBytes)
        return fail(ErrorCode::InvalidInput,
            Commands::tr("This file is no office card: it is far too large. Ask the other office for its card."));
    const QByteArray text = file.readAll();
    auto card = OfficeCard::parse(text);
    if (!card)
        return fail(card);
    if (auto trusted = offices::trust(**reg, *card, call.value("fingerprint")); !trusted)
        return fail(trusted);
    CommandOutput out;
    out.json = asJson(*card);
    out.lines.append(Commands::tr("The card of %1 has been accepted.").arg(card->name));
    return out;
}

Result<CommandOutput> commands::seal(const CommandCall& call)
{
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    auto sealed = sealPackage(**reg, call.value("to"), call.value("out"), packageCatalogues(call.catalogues));
    if (!sealed)
        return fail(sealed);
    CommandOutput out;
    out.json = { { QStringLiteral("file"), sealed->file }, { QStringLiteral("from"), sealed->from },
        { QStringLiteral("to"), sealed->to }, { QStringLiteral("entries"), sealed->entries },
        { QStringLiteral("bytes"), sealed->bytes } };
    out.lines.append(Commands::tr("Packed, without identities: %1 (%2 entries, %3 bytes)")
                         .arg(sealed->file)
                         .arg(sealed->entries)
                         .arg(sealed->bytes));
    return out;
}

Result<CommandOutput> commands::receive(const CommandCall& call)
{
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    auto received = IncomingPackages::receiveEach(**reg, call.files());
    if (!received)
        return fail(received);
    CommandOutput out;
    out.json = { { QStringLiteral("new"), received->added }, { QStringLiteral("known"), received->known },
        { QStringLiteral("missing"), QJsonArray::fromStringList(received->missing) },
        { QStringLiteral("lost"), QJsonArray::fromStringList(received->lost) },
        { QStringLiteral("conflicts"), received->conflicts },
        { QStringLiteral("problems"), QJsonArray::fromStringList(received->refused + received->problems) } };
    out.refusals = received->refused;
    if (received->from.isEmpty()) // nothing fitted
        return out;
    out.lines.append(Commands::tr("%1 entries are new, %2 were known.").arg(received->added).arg(received->known));
    for (const QString& gap : received->missing)
        out.lines.append(Commands::tr("Missing: %1").arg(gap));
    for (const QString& gap : received->lost)
        out.lines.append(Commands::tr("Lost for good, as their office says: %1").arg(gap));
    out.lines += received->problems;
    return out;
}

} // namespace maiam
