// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"
#include "tests/support/wanted_register.h"
#include "ui/shell/work_context.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace maiam::test {

/// An open register in a folder of its own, at 08:05 on 24/11/2026, with what a page works with.
class OfficeRegister
{
public:
    explicit OfficeRegister(OfficeRole role = OfficeRole::Commune, const QString& unit = QStringLiteral("06838"),
        const QString& name = QStringLiteral("Ủy ban nhân dân xã Bình Liêu"))
        : clock(std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(8, 5))))
        , catalogues(*Catalogues::builtIn())
        , times(*StatutoryClock::fromCatalogues(catalogues))
    {
        NewRegister wanted = test::wantedRegister(home.filePath(QStringLiteral("Sổ trẻ em")));
        wanted.unit = unit;
        wanted.role = role;
        wanted.officeName = name;
        auto made = Register::create(wanted, clock);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        reg = std::move(made->reg);
        context.reset(new WorkContext { *reg, catalogues, times });
    }

    /// Stores one record and waits for it.
    void store(const Record& record)
    {
        Batch batch;
        batch.add(record);
        if (auto done = reg->commit(batch).result(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }

    /// The register closed and opened again by whom this passphrase is of; pages made before must be gone.
    void reopen(const QString& words = LanWords)
    {
        const QString folder = reg->folder();
        context.reset();
        reg.reset();
        auto opened = Register::open(folder, words, clock, KdfLimits::forTests());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        reg = std::move(*opened);
        context.reset(new WorkContext { *reg, catalogues, times });
    }

    QTemporaryDir home;
    std::shared_ptr<FixedClock> clock;
    Catalogues catalogues;
    StatutoryClock times;
    std::unique_ptr<Register> reg;
    std::unique_ptr<WorkContext> context;
};

} // namespace maiam::test
