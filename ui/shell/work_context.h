// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/statutory_clock.h"
#include "models/catalogues/catalogues.h"
#include "models/register/register.h"
#include "models/register/send_state.h"

namespace maiam {

/// What every page works with while a register is open. Lives from unlocking to locking; pages hold a reference.
struct WorkContext
{
    Register& reg;
    const Catalogues& catalogues;
    const StatutoryClock& clock;
    CatalogueLanguage language = CatalogueLanguage::Vietnamese;

    /// A catalogue entry's name in the language of the screen.
    [[nodiscard]] QString title(QLatin1String catalogue, const QString& code) const
    {
        return catalogues.title(catalogue, code, language);
    }
    /// The letters that this office's codes begin with ("BL").
    [[nodiscard]] QString prefix() const
    {
        const CatalogueEntry* unit = catalogues.at(QLatin1String("units")).find(reg.office().unit);
        return unit ? unit->text(QLatin1String("prefix")) : QStringLiteral("QN");
    }
    [[nodiscard]] UtcMs now() const { return reg.clock().now(); }
};

} // namespace maiam
