// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/offices.h"

#include "models/records/record_id.h"
#include "models/register/identity_store.h"

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class OfficeTexts
{
    Q_DECLARE_TR_FUNCTIONS(OfficeTexts)
};

Result<TrustedOffice> take(const Statement& row)
{
    auto card = OfficeCard::parse(row.text(0).toUtf8());
    if (!card)
        return fail(card);
    return TrustedOffice { *card, row.integer(1) };
}

Result<OfficeCard> one(Database& database, const QString& sql, const QVariant& value)
{
    auto found = database.query(sql, { value });
    if (!found)
        return fail(found);
    auto any = found->step();
    if (!any)
        return fail(any);
    if (!*any)
        return fail(ErrorCode::NotFound,
            OfficeTexts::tr(
                "This office is not known yet. Exchange cards with it and confirm its fingerprint on the phone "
                "first."));
    auto office = take(*found);
    if (!office)
        return fail(office);
    return office->card;
}

Result<void> mayReplace(const OfficeCard& known, const OfficeCard& card)
{
    if (known == card)
        return {};
    if (card.generation < known.generation)
        return fail(ErrorCode::Conflict,
            OfficeTexts::tr("This card is older than the one that is known. Ask the office for its present card."));
    const bool sameKeys = card.signKey == known.signKey && card.sealKey == known.sealKey;
    if (card.generation == known.generation && !sameKeys)
        return fail(ErrorCode::Conflict,
            OfficeTexts::tr(
                "This card names other keys than the known card of the same number. Nothing was stored; call the "
                "office."));
    return {};
}

Result<void> check(Database& database, const OfficeCard& card, const QByteArray& own)
{
    auto known = offices::trustedOffices(database);
    if (!known)
        return fail(known);
    QList<QByteArray> others { own };
    for (const TrustedOffice& office : *known) {
        if (office.card.officeId != card.officeId)
            others.append(office.card.officeId);
        else if (auto may = mayReplace(office.card, card); !may)
            return may;
    }
    // Ids of records begin with their office's id: no two offices may look alike there (law 7).
    for (const QByteArray& other : std::as_const(others))
        if (other.startsWith(card.officeId.left(recordId::OfficePrefix)))
            return fail(ErrorCode::Conflict,
                OfficeTexts::tr(
                    "The card's number looks like that of another office, so it was not stored. Tell the provincial "
                    "office."));
    return {};
}
} // namespace

Result<OfficeCard> offices::ownCard(Register& reg)
{
    Result<OfficeCard> card;
    const OfficeInfo info = reg.office();
    auto done = reg.read([&card, info](Database& database) -> Result<void> {
                       const auto key = identityStore::office(database);
                       if (!key)
                           return fail(key);
                       const auto role =
                           info.role == OfficeRole::Province ? OfficeCard::Role::Province : OfficeCard::Role::Commune;
                       card = OfficeCard::make(*key, info.unit, info.name, role, 1, info.id);
                       return {};
                   })
                    .result();
    if (!done)
        return fail(done);
    return card;
}

Result<void> offices::trust(Register& reg, const OfficeCard& card, const QString& typedFingerprint)
{
    if (auto allowed = roleRule::checkExchange(reg.roles()); !allowed)
        return allowed;
    if (card.officeId == reg.office().id)
        return fail(ErrorCode::InvalidInput,
            OfficeTexts::tr("This is the card of this office itself. Choose the card of the other office."));
    if (!card.hasFingerprint(typedFingerprint))
        return fail(ErrorCode::BadSignature,
            OfficeTexts::tr(
                "The fingerprint is not that of this card, so nothing was stored. Have it read out once more; if it "
                "differs again, the card was exchanged on the way."));
    return reg
        .writeLocal([card, own = reg.office().id, now = reg.clock().now()](Database& database) -> Result<void> {
            if (auto checked = check(database, card, own); !checked)
                return checked;
            const QString role =
                card.role == OfficeCard::Role::Province ? QStringLiteral("province") : QStringLiteral("commune");
            return database.run(QStringLiteral("INSERT OR REPLACE INTO trusted_office(office, unit, name, role, "
                                               "seal_key, sign_key, generation, card, trusted_at) "
                                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                { card.officeId, card.unit, card.name, role, card.sealKey, card.signKey, card.generation,
                    QString::fromUtf8(card.toText()), now });
        })
        .result();
}

Result<std::vector<TrustedOffice>> offices::trustedOffices(Database& database)
{
    auto found =
        database.query(QStringLiteral("SELECT card, trusted_at FROM trusted_office ORDER BY unit, trusted_at"));
    if (!found)
        return fail(found);
    std::vector<TrustedOffice> all;
    while (found->next()) {
        auto office = take(*found);
        if (!office)
            return fail(office);
        all.push_back(std::move(*office));
    }
    if (auto done = found->finished(); !done)
        return fail(done);
    return all;
}

Result<OfficeCard> offices::officeByUnit(Database& database, const QString& unit)
{
    return one(database,
        QStringLiteral(
            "SELECT card, trusted_at FROM trusted_office WHERE unit = ? ORDER BY trusted_at DESC, office LIMIT 1"),
        unit);
}

Result<OfficeCard> offices::officeById(Database& database, const QByteArray& office)
{
    return one(database, QStringLiteral("SELECT card, trusted_at FROM trusted_office WHERE office = ?"), office);
}

} // namespace maiam
