// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <QHash>

namespace maiam {

/// The next codes of children and cases (mã trẻ, mã hồ sơ): "BL-TE-0001", "BL-2026-0031". The highest number is read
/// once, then counted on; numbers of deleted records are not given again. Use it inside the transaction that stores
/// what was coded. Two machines of one office that have not exchanged yet can give the same code; records are told
/// apart by their ids.
class FileCodes
{
public:
    /// @p prefix of the unit, from the catalogue "units".
    FileCodes(Database& database, QString prefix);

    /// For a case received in that civil year.
    [[nodiscard]] Result<QString> nextCase(int year);
    [[nodiscard]] Result<QString> nextChild();

private:
    [[nodiscard]] Result<QString> next(const QString& table, const QString& beginning);

    Database& m_database;
    QString m_prefix;
    QHash<QString, qint64> m_last; ///< by the code's beginning
};

} // namespace maiam
