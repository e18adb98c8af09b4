// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/file_codes.h"

namespace maiam {

namespace {
constexpr int LeastDigits = 4;
}

FileCodes::FileCodes(Database& database, QString prefix)
    : m_database(database)
    , m_prefix(std::move(prefix))
{
}

Result<QString> FileCodes::nextCase(int year)
{
    return next(QStringLiteral("\"case\""), m_prefix + u'-' + QString::number(year) + u'-');
}

Result<QString> FileCodes::nextChild()
{
    return next(QStringLiteral("child"), m_prefix + QStringLiteral("-TE-"));
}

Result<QString> FileCodes::next(const QString& table, const QString& beginning)
{
    auto last = m_last.find(beginning);
    if (last == m_last.end()) {
        // As a number, since "10000" comes before "9999" as text; ':' is the character after '9'.
        auto found = m_database.query(
            QStringLiteral("SELECT max(CAST(substr(code, ?) AS INTEGER)) FROM %1 WHERE code >= ? AND code < ?")
                .arg(table),
            { beginning.size() + 1, beginning + u'0', beginning + u':' });
        if (!found)
            return fail(found);
        const auto row = found->step();
        if (!row)
            return fail(row);
        last = m_last.insert(beginning, *row ? found->integer(0) : 0);
    }
    return beginning + QStringLiteral("%1").arg(++*last, LeastDigits, 10, QLatin1Char('0'));
}

} // namespace maiam
