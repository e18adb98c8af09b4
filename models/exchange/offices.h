// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"
#include "models/sealing/office_card.h"

#include <vector>

namespace maiam {

/// A foreign office whose card two people confirmed on the phone.
struct TrustedOffice
{
    OfficeCard card;
    UtcMs trustedAt = 0;
};

/// The offices that packages go to and come from (cơ quan đã xác nhận).
namespace offices {
/// This office's own card, to hand to the other side.
[[nodiscard]] Result<OfficeCard> ownCard(Register& reg);
/// Keeps a card once the fingerprint that was read out on the phone has been typed. A later card of a known office
/// replaces the earlier one only by the same way. Errors, with nothing stored: InvalidInput (our own card),
/// BadSignature (another fingerprint), Conflict (an older card, other keys under the same generation, or an id that
/// looks like another office's).
[[nodiscard]] Result<void> trust(Register& reg, const OfficeCard& card, const QString& typedFingerprint);
/// All confirmed offices, by unit code.
[[nodiscard]] Result<std::vector<TrustedOffice>> trustedOffices(Database& database);
/// The office of a unit; where a unit has had several, the one that was confirmed last. Errors: NotFound.
[[nodiscard]] Result<OfficeCard> officeByUnit(Database& database, const QString& unit);
/// The office with this id. Errors: NotFound.
[[nodiscard]] Result<OfficeCard> officeById(Database& database, const QByteArray& office);
} // namespace offices

} // namespace maiam
