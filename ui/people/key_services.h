// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/escrow_paper.h"
#include "models/register/recovery_key.h"
#include "ui/shell/first_start.h"

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace maiam {

/// What passphrase and recovery-key steps need, joined to the rules: offering and judging passphrases, new recovery
/// keys, printing. `office` and `user` stand on the printed sheets; what is empty is taken from the answers.
/// `replaces`: a recovery key that was printed before is worth nothing afterwards.
[[nodiscard]] FirstStartServices keyServices(const QString& office, const QString& user, bool replaces = true);

/// Prints the two escrow sheets, one a page, after the print dialog. Calls `printed` unless that was cancelled, with
/// the file that was written, which is empty for paper.
void printShares(QWidget* parent, const papers::EscrowSheets& sheets, const QList<QStringList>& shares,
    const std::function<void(const Result<QString>&)>& printed);

} // namespace maiam
