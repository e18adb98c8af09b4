// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_times.h"

#include "large_register.h"
#include "measure.h"

#include "models/backup/chain_check.h"
#include "models/register/slot_kdf.h"
#include "models/register/verify.h"

using namespace maiam;

namespace {
constexpr int Times = 3;

Database opened(const QString& folder, const SecretKey& key)
{
    auto database = Database::open(LargeRegister::file(folder), key, OpenMode::ReadOnly);
    if (!database)
        qFatal("%s", qPrintable(database.error().message));
    return std::move(*database);
}
} // namespace

QJsonObject checkTimes::all(const QString& folder)
{
    Database database = opened(folder, LargeRegister::keyOf(folder));
    std::vector<double> chains;
    for (int i = 0; i < Times; ++i)
        chains.push_back(timed([&] {
            if (!chainCheck::walk(database))
                qFatal("chains");
        }).wall);
    const double pages = timed([&] {
        if (!database.checkPages())
            qFatal("pages");
    }).wall;
    qint64 entries = 0;
    const double whole = timed([&] {
        const auto found = Verification(database).run();
        if (!found || !found->ok())
            qFatal("not in order");
        entries = found->entries;
    }).wall;
    return { { QStringLiteral("entries"), entries }, { QStringLiteral("chains_ms"), median(chains) },
        { QStringLiteral("chain_entries_a_second"), double(entries) / median(chains) * 1000 },
        { QStringLiteral("pages_ms"), pages }, { QStringLiteral("whole_check_ms"), whole },
        { QStringLiteral("fold_entries_a_second"), double(entries) / (whole - pages) * 1000 } };
}

double checkTimes::derivationMs()
{
    const SecretKey words = SecretKey::random(24);
    const QByteArray salt(SlotSaltBytes, 's');
    std::vector<double> times;
    for (int i = 0; i < Times; ++i)
        times.push_back(timed([&] {
            if (!deriveSlotKey(words, salt, KdfCost {}))
                qFatal("no memory");
        }).wall);
    return median(times);
}
