// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/figure_sql.h"

#include "models/catalogues/catalogues.h"
#include "models/directive/counted_cases.h"

namespace maiam {

namespace {
using namespace countedCases;

QString owned(const char* parameter)
{
    return ownedBy(QStringLiteral("c"), QLatin1String(parameter));
}

/// Civil day of a moment, as days since 1970.
QString day(const QString& moment)
{
    return QStringLiteral("(%1 + 25200000) / 86400000").arg(moment);
}

/// The same steps as StatutoryClock: the officer's own start, else the assessment, else the receipt; approval proves
/// submission.
QString planColumns()
{
    return day(QStringLiteral("coalesce(c.plan_start, c.assessed, c.received)")) + QStringLiteral(", ")
        + day(QStringLiteral(
            "min(coalesce(c.plan_submitted, c.plan_approved), coalesce(c.plan_approved, c.plan_submitted))"))
        + QStringLiteral(", ") + day(QStringLiteral("c.closed"));
}
} // namespace

QString figureSql::periodRows()
{
    return QStringLiteral(
        "WITH p AS MATERIALIZED (SELECT c.id AS id, c.received AS received, c.owner AS owner, %1 AS opened, %2 AS met, "
        "%3 AS due, "
        "coalesce(c.child, c.record) AS child, coalesce(k.sex, '') AS sex, c.age AS age, coalesce(c.kind, '') AS kind, "
        "coalesce(c.source, '') AS source, coalesce(c.step, '') AS step, coalesce(c.environment, '') AS environment "
        "FROM \"case\" c LEFT JOIN child k ON k.record = c.child AND k.flags & 1 = 0 "
        "WHERE c.received >= ?1 AND c.received < ?2 AND c.flags & 1 = 0 AND %4) ")
        .arg(opened(), assessedInTime(), assessmentDue(QStringLiteral("?3")), owned("?4"));
}

QString figureSql::ageBand(const Catalogue& bands, const QString& age)
{
    QString text = QStringLiteral("CASE ");
    for (const CatalogueEntry& band : bands.entries()) {
        if (band.unknown())
            continue;
        text += QStringLiteral("WHEN %1 >= %2 AND %1 < %3 THEN '%4' ")
                    .arg(age)
                    .arg(band.number(QLatin1String("from")))
                    .arg(band.number(QLatin1String("below")))
                    .arg(band.code);
    }
    return text + QStringLiteral("ELSE 'unknown' END");
}

QString figureSql::period(const Catalogue& bands)
{
    return periodRows()
        + QStringLiteral(
            "SELECT 'total' AS part, '' AS key, count(*), coalesce(sum(opened), 0), coalesce(sum(met), 0), "
            "coalesce(sum(due), 0) FROM p "
            "UNION ALL SELECT 'kind', kind, count(*), count(DISTINCT CASE WHEN sex = 'male' THEN child END), "
            "count(DISTINCT CASE WHEN sex = 'female' THEN child END), "
            "count(DISTINCT CASE WHEN sex NOT IN ('male', 'female') THEN child END) FROM p WHERE opened GROUP BY kind "
            "UNION ALL SELECT 'child', %1, count(*), sum(sex = 'male'), sum(sex = 'female'), 0 FROM "
            "(SELECT child, max(sex) AS sex, min(age) AS age FROM p WHERE opened GROUP BY child) GROUP BY 2 "
            "UNION ALL SELECT 'source', source, count(*), 0, 0, 0 FROM p GROUP BY source "
            "UNION ALL SELECT 'step', step, count(*), 0, 0, 0 FROM p WHERE opened GROUP BY step "
            "UNION ALL SELECT 'environment', environment, count(*), 0, 0, 0 FROM p WHERE opened GROUP BY environment")
              .arg(ageBand(bands, QStringLiteral("age")));
}

QString figureSql::twelvePeriods()
{
    QString bin = QStringLiteral("CASE ");
    for (int i = 11; i >= 1; --i)
        bin += QStringLiteral("WHEN c.received >= ?%1 THEN %2 ").arg(i + 4).arg(i);
    bin += QStringLiteral("ELSE 0 END");
    return QStringLiteral("SELECT %1, coalesce(c.kind, ''), count(*), sum(%2), sum(%3), sum(%4) FROM \"case\" c "
                          "WHERE c.received >= ?1 AND c.received < ?2 AND c.flags & 1 = 0 AND %5 GROUP BY 1, 2")
        .arg(bin, opened(), assessedInTime(), assessmentDue(QStringLiteral("?3")), owned("?4"));
}

QString figureSql::children()
{
    return QStringLiteral("SELECT count(DISTINCT coalesce(c.child, c.record)) FROM \"case\" c "
                          "WHERE c.received >= ?1 AND c.received < ?2 AND c.flags & 1 = 0 AND %1 AND %2")
        .arg(opened(), owned("?3"));
}

QString figureSql::isClosedWithin()
{
    return QStringLiteral("c.closed >= ?1 AND c.closed < ?2 AND c.flags & 1 = 0 AND ") + opened();
}

// The unary plus keeps the index on `closed`: few cases are open, many were received.
QString figureSql::isOpen()
{
    return QStringLiteral("(c.closed IS NULL OR c.closed >= ?2) AND +c.received < ?2 AND c.flags & 1 = 0 "
                          "AND coalesce(c.step, '') <> 'imported' AND ")
        + opened();
}

QString figureSql::isOpenImported()
{
    return QStringLiteral("c.closed IS NULL AND +c.received < ?2 AND c.flags & 1 = 0 AND c.step = 'imported' AND ")
        + opened();
}

QString figureSql::closings()
{
    return QStringLiteral(
        "SELECT (SELECT count(*) FROM \"case\" c WHERE %1 AND %4), "
        "(SELECT count(*) FROM \"case\" c WHERE %2 AND %4), (SELECT count(*) FROM \"case\" c WHERE %3 AND %4)")
        .arg(isClosedWithin(), isOpen(), isOpenImported(), owned("?3"));
}

QString figureSql::planDays()
{
    // A row a case: nearly every case has days of its own, so that grouping them would only sort.
    return QStringLiteral("SELECT c.received >= ?3, %1 FROM \"case\" c WHERE c.received >= ?1 AND c.received < ?2 "
                          "AND c.flags & 1 = 0 AND %2 AND %3 AND %4")
        .arg(planColumns(), opened(), measured(), owned("?4"));
}

QString figureSql::planRows()
{
    return QStringLiteral("SELECT 1, %1, c.id FROM \"case\" c WHERE c.received >= ?1 AND c.received < ?2 "
                          "AND c.flags & 1 = 0 AND %2 AND %3 AND %4 ORDER BY c.received DESC, c.id DESC")
        .arg(planColumns(), opened(), measured(), owned("?3"));
}

QString figureSql::sessions()
{
    QString columns;
    for (const char* column :
        { "1", "c.male", "c.female", "c.unspecified", "c.minutes", "c.hotlines", "c.materials", "c.referred" })
        columns +=
            QStringLiteral("coalesce(sum(CASE WHEN c.starts >= ?3 THEN %1 END), 0), ").arg(QLatin1String(column));
    return QStringLiteral(
        "SELECT c.type, %1count(*), sum(coalesce(c.male, 0) + coalesce(c.female, 0) + coalesce(c.unspecified, 0)) "
        "FROM session c WHERE c.starts >= ?1 AND c.starts < ?2 AND c.flags & 1 = 0 AND c.state = 'held' AND %2 GROUP "
        "BY c.type")
        .arg(columns, owned("?4"));
}

QString figureSql::planned()
{
    return QStringLiteral(
        "SELECT c.type, count(*) FROM session c WHERE c.starts >= ?1 AND c.starts < ?2 AND c.flags & 1 = 0 "
        "AND c.state = 'planned' AND %1 GROUP BY c.type")
        .arg(owned("?3"));
}

QString figureSql::byOwner()
{
    return periodRows()
        + QStringLiteral("SELECT owner, count(*), sum(opened), count(DISTINCT CASE WHEN opened THEN child END), "
                         "sum(met), sum(due) FROM p GROUP BY owner");
}

QString figureSql::closingsByOwner()
{
    // Two halves, so that each goes by the index on `closed`.
    return QStringLiteral("SELECT c.owner, count(*), 0 FROM \"case\" c WHERE %1 AND %3 GROUP BY c.owner "
                          "UNION ALL SELECT c.owner, 0, count(*) FROM \"case\" c WHERE %2 AND %3 GROUP BY c.owner")
        .arg(isClosedWithin(), isOpen(), owned("?3"));
}

QString figureSql::sessionsByOwner()
{
    return QStringLiteral(
        "SELECT c.owner, count(*), sum(coalesce(c.male, 0) + coalesce(c.female, 0) + coalesce(c.unspecified, 0)) "
        "FROM session c WHERE c.starts >= ?1 AND c.starts < ?2 AND c.flags & 1 = 0 AND c.state = 'held' AND %1 GROUP "
        "BY c.owner")
        .arg(owned("?3"));
}

QStringList figureSql::all(const Catalogues& catalogues)
{
    return { period(catalogues.at(QLatin1String("age-bands"))), twelvePeriods(), children(), closings(), planDays(),
        planRows(), sessions(), planned(), byOwner(), closingsByOwner(), sessionsByOwner() };
}

} // namespace maiam
