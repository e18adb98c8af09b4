// SPDX-License-Identifier: GPL-3.0-or-later
#include "crash_home.h"

#include "models/exchange/offices.h"

#include <QDir>

using namespace maiam;

const QString CrashHome::Passphrase = QStringLiteral("khong ai biet cau nay");

namespace {
Result<std::unique_ptr<Register>> makeOffice(const QString& folder, const QString& unit, OfficeRole role)
{
    NewRegister wanted;
    wanted.folder = folder;
    wanted.unit = unit;
    wanted.role = role;
    wanted.officeName = QStringLiteral("Cơ quan %1").arg(unit);
    wanted.login = wanted.displayName = QStringLiteral("lan");
    wanted.passphrase = CrashHome::Passphrase;
    wanted.cost = KdfCost::forTests();
    wanted.limits = KdfLimits::forTests();
    auto made = Register::create(wanted);
    if (!made)
        return fail(made);
    return std::move(made->reg);
}

Result<void> introduce(Register& one, Register& other)
{
    auto card = offices::ownCard(other);
    return card ? offices::trust(one, *card, card->fingerprint()) : Result<void>(fail(card));
}
} // namespace

Result<std::unique_ptr<Register>> CrashHome::open(const QString& folder)
{
    return Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
}

QString CrashHome::workbook(int counter) const
{
    return workbooks() + QStringLiteral("/so-%1.csv").arg(counter);
}

Result<void> CrashHome::make() const
{
    for (const QString& folder : { packages(), temporary(), workbooks() })
        QDir().mkpath(folder);
    auto commune = makeOffice(this->commune(), QStringLiteral("06838"), OfficeRole::Commune);
    if (!commune)
        return fail(commune);
    auto province = makeOffice(this->province(), QStringLiteral("22"), OfficeRole::Province);
    if (!province)
        return fail(province);
    if (auto done = introduce(**commune, **province); !done)
        return done;
    return introduce(**province, **commune);
}
