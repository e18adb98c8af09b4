// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/figure_cases.h"

#include "models/catalogues/catalogues.h"
#include "models/directive/counted_cases.h"
#include "models/reports/figure_reader.h"
#include "models/reports/figure_sql.h"

namespace maiam {

namespace {
const QString Cumulative = QStringLiteral(".cumulative");

/// A figure's id taken apart: the scope narrowed to its owner, and whether it counts the year so far.
struct Asked
{
    QStringList parts;
    bool cumulative = false;
    FigureScope scope;
};

Asked takeApart(QString figure, const FigureScope& scope)
{
    Asked asked { {}, false, scope };
    if (figure.startsWith(QLatin1String("owner."))) {
        asked.scope.owner = QByteArray::fromHex(figure.section(u'.', 1, 1).toLatin1());
        figure = figure.section(u'.', 2);
    }
    asked.cumulative = figure.endsWith(Cumulative);
    if (asked.cumulative)
        figure.chop(Cumulative.size());
    asked.parts = figure.split(u'.');
    return asked;
}

QVariant ownerOf(const FigureScope& scope)
{
    return scope.owner ? QVariant(*scope.owner) : QVariant();
}

Result<std::vector<qint64>> rowsOf(Database& database, const QString& sql, const QVariantList& values)
{
    Statement found = database.prepared(sql);
    for (int i = 0; i < values.size(); ++i)
        found.bindValue(i, values[i]);
    std::vector<qint64> rows;
    while (found.next())
        rows.push_back(found.integer(0));
    if (auto done = found.finished(); !done)
        return fail(done);
    return rows;
}

/// The condition of a code; the parameter ?5 holds it. "unknown" is whatever the catalogue does not know.
QString codeIs(const QString& column, const Catalogue& catalogue, const QString& code)
{
    if (code != QLatin1String("unknown"))
        return column + QStringLiteral(" = ?5");
    QStringList quoted;
    for (const QString& known : MonthlyFigures::codes(catalogue))
        if (known != QLatin1String("unknown"))
            quoted.append(u'\'' + known + u'\''); // codes hold no quotes, see Catalogue
    return QStringLiteral("(%1 NOT IN (%2) AND ?5 IS NOT NULL)").arg(column, quoted.join(u','));
}

QString sexIs(const QString& sex)
{
    if (sex == QLatin1String("male") || sex == QLatin1String("female"))
        return QStringLiteral("sex = '%1'").arg(sex);
    return QStringLiteral("sex NOT IN ('male', 'female')");
}

/// The condition over p of figureSql::periodRows(); `code` is what it needs as ?5. Empty for an unknown id.
QString conditionOf(const QStringList& parts, const Catalogues& catalogues, QString& code)
{
    const QString head = parts.mid(0, 2).join(u'.');
    code = parts.value(2);
    if (head == QLatin1String("report.received"))
        return QStringLiteral("1");
    if (head == QLatin1String("case.opened") || head == QLatin1String("child.count"))
        return QStringLiteral("opened");
    if (head == QLatin1String("report.source"))
        return codeIs(QStringLiteral("source"), catalogues.at(QLatin1String("sources")), code);
    if (head == QLatin1String("case.step"))
        return QStringLiteral("opened AND ")
            + codeIs(QStringLiteral("step"), catalogues.at(QLatin1String("steps")), code);
    if (head == QLatin1String("case.environment"))
        return QStringLiteral("opened AND ")
            + codeIs(QStringLiteral("environment"), catalogues.at(QLatin1String("environments")), code);
    if (head == QLatin1String("child.sex"))
        return QStringLiteral("opened AND ") + sexIs(code);
    if (head == QLatin1String("clock.assessed"))
        return code == QLatin1String("met") ? QStringLiteral("met") : QStringLiteral("due");
    if (head == QLatin1String("case.kind")) {
        const QString kind = QStringLiteral("opened AND ")
            + codeIs(QStringLiteral("kind"), catalogues.at(QLatin1String("abuse-kinds")), code);
        const bool children = parts.size() > 3 && parts[3] != QLatin1String("count");
        return children ? kind + QStringLiteral(" AND ") + sexIs(parts[3]) : kind;
    }
    if (head == QLatin1String("child.age")) {
        const QString band =
            QStringLiteral("opened AND child IN (SELECT child FROM p WHERE opened GROUP BY child HAVING %1 = ?5)")
                .arg(figureSql::ageBand(catalogues.at(QLatin1String("age-bands")), QStringLiteral("min(age)")));
        return parts.size() > 3 ? band + QStringLiteral(" AND ") + sexIs(parts[3]) : band;
    }
    return {};
}

Result<std::vector<qint64>> plansOf(Database& database, const Catalogues& catalogues, const Asked& asked, UtcMs begin)
{
    const auto calendar = WorkingCalendar::fromCatalogue(catalogues.at(QLatin1String("holidays")));
    if (!calendar)
        return fail(calendar);
    const bool wantMet = asked.parts.value(2) == QLatin1String("met");
    Statement found = database.prepared(figureSql::planRows());
    found.bind(0, begin).bind(1, asked.scope.period.end()).bindValue(2, ownerOf(asked.scope));
    const auto day = [&](int column) {
        return found.isNull(column) ? std::nullopt : std::optional(found.integer(column));
    };
    std::vector<qint64> rows;
    while (found.next()) {
        const PlanTime time = PlanTime::of(*calendar, found.integer(1), day(2), day(3), asked.scope.now);
        if (wantMet ? time.met : time.due)
            rows.push_back(found.integer(4));
    }
    if (auto done = found.finished(); !done)
        return fail(done);
    return rows;
}

QString standingCondition(const QString& figure)
{
    if (figure == QLatin1String("case.closed"))
        return figureSql::isClosedWithin();
    if (figure == QLatin1String("case.open"))
        return figureSql::isOpen();
    return figure == QLatin1String("case.open.imported") ? figureSql::isOpenImported() : QString();
}
} // namespace

Result<std::vector<qint64>> FigureCases::casesOf(
    Database& database, const Catalogues& catalogues, const QString& figure, const FigureScope& scope)
{
    const Asked asked = takeApart(figure, scope);
    const FigureScope& of = asked.scope;
    const UtcMs begin = asked.cumulative ? of.period.yearBegin() : of.period.begin();
    if (const QString standing = standingCondition(asked.parts.join(u'.')); !standing.isEmpty())
        return rowsOf(database,
            QStringLiteral(
                "SELECT c.id FROM \"case\" c WHERE %1 AND ?1 IS NOT NULL AND %2 ORDER BY c.received DESC, c.id DESC")
                .arg(standing, countedCases::ownedBy(QStringLiteral("c"), QStringLiteral("?3"))),
            { begin, of.period.end(), ownerOf(of) });
    if (asked.parts.mid(0, 2) == QStringList { QStringLiteral("clock"), QStringLiteral("plan") })
        return plansOf(database, catalogues, asked, begin);
    QString code;
    const QString condition = conditionOf(asked.parts, catalogues, code);
    if (condition.isEmpty())
        return fail(ErrorCode::NotFound, tr("This figure does not count cases, so there is no list behind it."));
    QVariantList values { begin, of.period.end(), of.now, ownerOf(of) };
    if (condition.contains(QLatin1String("?5")))
        values.append(code);
    return rowsOf(database,
        figureSql::periodRows()
            + QStringLiteral("SELECT id FROM p WHERE %1 ORDER BY received DESC, id DESC").arg(condition),
        values);
}

Result<std::vector<qint64>> FigureCases::sessionsOf(
    Database& database, const Catalogues& catalogues, const QString& figure, const FigureScope& scope)
{
    const Asked asked = takeApart(figure, scope);
    if (!hasSessions(figure) || asked.parts.size() < 2)
        return fail(ErrorCode::NotFound, tr("This figure does not count sessions, so there is no list behind it."));
    const bool byKind = asked.parts[0] == QLatin1String("activity");
    const bool everyType =
        byKind && (asked.parts[1] == QLatin1String("count") || asked.parts[1] == QLatin1String("people"));
    const bool planned = asked.parts.last() == QLatin1String("planned");
    const ReportPeriod period = planned ? asked.scope.period.next() : asked.scope.period;
    QStringList known, wanted;
    for (const CatalogueEntry& type : catalogues.at(QLatin1String("session-types")).entries()) {
        known.append(u'\'' + type.code + u'\'');
        if (everyType || (byKind ? type.text(QLatin1String("kind")) : type.code) == asked.parts[1])
            wanted.append(known.last());
    }
    QString types = QStringLiteral("c.type IN (%1)").arg(wanted.join(u','));
    if (everyType)
        types = QStringLiteral("1");
    else if (!byKind && asked.parts[1] == QLatin1String("unknown"))
        types = QStringLiteral("coalesce(c.type, '') NOT IN (%1)").arg(known.join(u','));
    const QString counted = asked.parts.last() == QLatin1String("hotlines")
        ? QStringLiteral("coalesce(c.hotlines, 0) <> 0")
        : QStringLiteral("1");
    return rowsOf(database,
        QStringLiteral("SELECT c.id FROM session c WHERE c.starts >= ?1 AND c.starts < ?2 AND c.flags & 1 = 0 AND "
                       "c.state = ?4 AND %1 AND %2 AND %3 "
                       "ORDER BY c.starts DESC, c.id DESC")
            .arg(types, counted, countedCases::ownedBy(QStringLiteral("c"), QStringLiteral("?3"))),
        { asked.cumulative ? period.yearBegin() : period.begin(), period.end(), ownerOf(asked.scope),
            planned ? QStringLiteral("planned") : QStringLiteral("held") });
}

bool FigureCases::hasCases(const QString& figure)
{
    const QString id = figure.startsWith(QLatin1String("owner.")) ? figure.section(u'.', 2) : figure;
    return id.startsWith(QLatin1String("report.")) || id.startsWith(QLatin1String("case."))
        || id.startsWith(QLatin1String("child.")) || id.startsWith(QLatin1String("clock."));
}

bool FigureCases::hasSessions(const QString& figure)
{
    const QString id = figure.startsWith(QLatin1String("owner.")) ? figure.section(u'.', 2) : figure;
    return id.startsWith(QLatin1String("session.")) || id.startsWith(QLatin1String("activity."));
}

} // namespace maiam
