// SPDX-License-Identifier: GPL-3.0-or-later
#include "package_times.h"

#include "bare_engine.h"
#include "large_register.h"
#include "measure.h"

#include "models/exchange/offices.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"

#include <QDir>

using namespace maiam;

namespace {
constexpr int EntriesOfBatch = 2000; // as IncomingPackages has it

void good(bool done, const char* what)
{
    if (!done)
        qFatal("%s", what);
}

void introduce(Register& one, Register& other)
{
    for (const auto& [from, to] : { std::pair(&one, &other), std::pair(&other, &one) }) {
        const OfficeCard card = offices::ownCard(*from).value();
        good(bool(offices::trust(*to, card, card.fingerprint())), "a card was not accepted");
    }
}

double perSecond(qint64 count, double ms)
{
    return double(count) / std::max(ms, 1e-6) * 1000;
}
} // namespace

QJsonObject packageTimes::all(const QString& folder, const QString& province, const QString& copy, const QString& stick)
{
    good(QDir().mkpath(stick), "no folder for the package");
    std::optional<SealedPackage> package;
    Span sealing;
    {
        const auto commune = LargeRegister::open(folder);
        const auto receiver = LargeRegister::empty(province, OfficeRole::Province);
        introduce(*commune, *receiver);
        sealing = timed([&] {
            auto made = sealPackage(*commune, QStringLiteral("22"), stick);
            good(bool(made), "not sealed");
            package.emplace(std::move(*made));
        });
    }
    LargeRegister::copy(province, copy);
    Span receiving;
    {
        const auto reg = LargeRegister::open(province);
        receiving = timed([&] {
            const auto got = receivePackages(*reg, { package->file });
            good(got && got->added == package->entries && got->waiting == 0, "not received");
        });
    }
    BareEngine target(LargeRegister::file(copy), LargeRegister::keyOf(copy), false, BareEngine::LargeCacheKiB);
    BareEngine later(LargeRegister::file(province), LargeRegister::keyOf(province), true);
    MoreRows more(target, later);
    const int batches = int((package->entries + EntriesOfBatch - 1) / EntriesOfBatch);
    const Span bare = timed([&] { more.writeInto(target, batches); });
    return { { QStringLiteral("entries"), package->entries }, { QStringLiteral("bytes"), package->bytes },
        { QStringLiteral("seal_ms"), sealing.wall },
        { QStringLiteral("sealed_per_second"), perSecond(package->entries, sealing.wall) },
        { QStringLiteral("receive_ms"), receiving.wall },
        { QStringLiteral("received_per_second"), perSecond(package->entries, receiving.wall) },
        { QStringLiteral("bare_ms"), bare.wall }, { QStringLiteral("bare_table_rows"), more.rows() },
        { QStringLiteral("receive_speed_of_bare"), bare.wall / receiving.wall } };
}
