// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"

#include <QString>

namespace maiam {

/// Who issues a report, as its record says: the office (cơ quan ban hành) and its signer.
struct ReportOffice
{
    QByteArray id; ///< 16 bytes
    QString unit; ///< code of "units"
    QString name;
    bool province = false;
    QString signer; ///< without academic titles; empty leaves the line blank
    QString signerTitle; ///< "Chủ tịch", "Phó Chủ tịch", "Giám đốc" …; empty for the head of the office

    /// Reads the office's own record. Errors: NotFound.
    [[nodiscard]] static Result<ReportOffice> read(Database& database, const QByteArray& office);
    /// Who signs from now on, ready to commit; an empty batch when nothing changes. Errors: NotFound.
    [[nodiscard]] static Result<Batch> setSigner(
        Database& database, const QByteArray& office, const QString& signer, const QString& title);
};

} // namespace maiam
