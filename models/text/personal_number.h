// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/sex.h"
#include "models/text/partial_date.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace maiam {

/// What became of a số định danh cá nhân as typed or as a workbook held it.
struct PersonalNumberCheck
{
    Q_DECLARE_TR_FUNCTIONS(PersonalNumberCheck)

public:
    QString number; ///< the 12 digits if usable; else what was given, without spaces
    bool usable = false; ///< 12 digits; an empty number is not usable and has no warnings (it may be unknown)
    bool restoredZero = false; ///< the workbook had dropped the leading zero
    QStringList warnings; ///< why it is not usable, or what does not fit sex or birth; for people, without values
};

/// Checks PPP G YY NNNNNN: province of birth registration, century and sex, year of birth, six random digits; there is
/// no check digit. Spaces, dots and dashes are dropped. 11 digits that came from a number cell (wasNumeric) get their
/// leading zero back. Sex and birth that do not fit are warnings, never errors: ages are estimated and civil status
/// gets corrected. Estimated births are only compared to within five years.
[[nodiscard]] PersonalNumberCheck checkPersonalNumber(
    const QString& raw, std::optional<Sex> sex = {}, const PartialDate& birth = {}, bool wasNumeric = false);

} // namespace maiam
