// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogues.h"
#include "models/exchange/package_reader.h"

#include <QCoreApplication>
#include <QStringList>

namespace maiam {

/// What came of receiving packages, in lines for the officer.
struct ReceivedText
{
    Q_DECLARE_TR_FUNCTIONS(ReceivedText)
public:
    QStringList lines;
    bool clean = true; ///< nothing is missing, kept aside or in conflict

    [[nodiscard]] static ReceivedText of(
        const ReceivedPackage& received, const Catalogues& catalogues, CatalogueLanguage language);
};

} // namespace maiam
