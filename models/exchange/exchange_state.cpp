// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/exchange_state.h"

#include "models/register/send_state.h"

#include <QFileInfo>

namespace maiam {

namespace {
Result<void> readPacked(Database& database, ExchangeState& state)
{
    auto packed = database.query(QStringLiteral(
        "SELECT at, last_seq, file FROM package_log WHERE outgoing = 1 ORDER BY at DESC, id DESC LIMIT 1"));
    if (!packed)
        return fail(packed);
    if (packed->next()) {
        state.packedAt = packed->integer(0);
        state.packedSeq = packed->integer(1);
        state.packedFile = QFileInfo(packed->text(2)).fileName();
    }
    return packed->finished();
}

Result<void> readLastReceipt(Database& database, const QByteArray& office, ExchangeState& state)
{
    auto receipt =
        database.query(QStringLiteral("SELECT r.at, r.seq FROM receipt r JOIN journal_device d ON d.device = r.device "
                                      "WHERE d.office = ? ORDER BY r.at DESC, r.seq DESC LIMIT 1"),
            { office });
    if (!receipt)
        return fail(receipt);
    if (receipt->next()) {
        state.receiptAt = receipt->integer(0);
        state.receivedSeq = receipt->integer(1);
    }
    return receipt->finished();
}
} // namespace

Result<ExchangeState> ExchangeState::read(Database& database, const QByteArray& office)
{
    ExchangeState state;
    auto trusted = offices::trustedOffices(database);
    if (!trusted)
        return fail(trusted);
    state.offices = std::move(*trusted);
    const auto unsent = SendStates::unsentRecords(database);
    if (!unsent)
        return fail(unsent);
    state.unsentRecords = *unsent;
    if (auto packed = readPacked(database, state); !packed)
        return fail(packed);
    if (auto receipt = readLastReceipt(database, office, state); !receipt)
        return fail(receipt);
    return state;
}

} // namespace maiam
