// SPDX-License-Identifier: GPL-3.0-or-later
#include "crash_home.h"

#include "models/exchange/offices.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QFile>

using namespace maiam;

const QString CrashHome::Passphrase = QStringLiteral("khong ai biet cau nay");

namespace {
Result<std::unique_ptr<Register>> makeOffice(const QString& folder, const QString& unit, OfficeRole role)
{
    NewRegister wanted = test::wantedRegister(folder);
    wanted.unit = unit;
    wanted.role = role;
    wanted.officeName = QStringLiteral("Cơ quan %1").arg(unit);
    wanted.displayName = QStringLiteral("lan");
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

void CrashHome::moveIn() const
{
    for (const char* name : { "TMPDIR", "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME" })
        qputenv(name, QFile::encodeName(temporary()));
}

Result<void> CrashHome::make() const
{
    for (const QString& folder : { packages(), temporary(), workbooks(), secondPlace() })
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
