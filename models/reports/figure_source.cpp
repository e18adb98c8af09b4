// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/figure_source.h"

#include "models/activities/session_list.h"
#include "models/cases/case_list.h"
#include "models/reports/figure_cases.h"
#include "models/text/format.h"

namespace maiam {

namespace {
/// The catalogue whose codes stand in figures of a head.
QLatin1String catalogueOf(const QString& head)
{
    if (head == QLatin1String("case.kind"))
        return QLatin1String("abuse-kinds");
    if (head == QLatin1String("case.step"))
        return QLatin1String("steps");
    if (head == QLatin1String("case.environment"))
        return QLatin1String("environments");
    if (head == QLatin1String("report.source"))
        return QLatin1String("sources");
    if (head == QLatin1String("child.age"))
        return QLatin1String("age-bands");
    if (head == QLatin1String("child.sex"))
        return QLatin1String("sexes");
    return {};
}

QString headWords(const QString& head)
{
    if (head == QLatin1String("report.received"))
        return FigureSource::tr("Reports received");
    if (head == QLatin1String("case.opened"))
        return FigureSource::tr("Cases opened");
    if (head == QLatin1String("case.closed"))
        return FigureSource::tr("Cases closed");
    if (head == QLatin1String("case.open"))
        return FigureSource::tr("Cases still open");
    if (head == QLatin1String("child.count"))
        return FigureSource::tr("Children");
    if (head == QLatin1String("clock.assessed"))
        return FigureSource::tr("Assessed within 12 hours");
    if (head == QLatin1String("clock.plan"))
        return FigureSource::tr("Plan within 5 working days");
    if (head == QLatin1String("activity.training"))
        return FigureSource::tr("Classes and training");
    if (head == QLatin1String("activity.communication"))
        return FigureSource::tr("Communication");
    if (head == QLatin1String("activity.point"))
        return FigureSource::tr("Counselling points");
    return {};
}

Result<void> addCases(Database& database, std::vector<qint64> ids, FigureSource& source)
{
    source.more = std::max(0, int(ids.size()) - FigureSource::MaxLines);
    ids.resize(std::min(ids.size(), size_t(FigureSource::MaxLines)));
    const auto rows = caseList::page(database, ids);
    if (!rows)
        return fail(rows);
    for (const CaseRow& row : *rows) {
        const QString day = formatDate(civil::date(row.facts.received));
        source.lines.push_back({ row.id, FigureSource::tr("%1 · received %2").arg(row.code, day), true });
    }
    return {};
}

Result<void> addSessions(Database& database, const Catalogues& catalogues, CatalogueLanguage language,
    std::vector<qint64> ids, FigureSource& source)
{
    source.more = std::max(0, int(ids.size()) - FigureSource::MaxLines);
    ids.resize(std::min(ids.size(), size_t(FigureSource::MaxLines)));
    const auto rows = sessionList::page(database, ids);
    if (!rows)
        return fail(rows);
    for (const SessionRow& row : *rows) {
        const QString type = catalogues.title(QLatin1String("session-types"), row.type, language);
        source.lines.push_back(
            { row.id, QStringLiteral("%1 · %2").arg(formatDate(civil::date(row.starts)), type), false });
    }
    return {};
}
} // namespace

QString FigureSource::describe(const QString& figure, const Catalogues& catalogues, CatalogueLanguage language)
{
    QStringList parts = figure.split(u'.');
    if (parts.value(0) == QLatin1String("owner"))
        parts = parts.mid(2);
    const bool cumulative = parts.removeAll(QStringLiteral("cumulative")) > 0;
    const QString head = parts.mid(0, 2).join(u'.');
    QStringList words;
    if (const QLatin1String catalogue = catalogueOf(head); !catalogue.isEmpty())
        words.append(catalogues.title(catalogue, parts.value(2), language));
    else if (parts.value(0) == QLatin1String("session"))
        words.append(catalogues.title(QLatin1String("session-types"), parts.value(1), language));
    else
        words.append(headWords(head));
    if (parts.contains(QStringLiteral("male")) || parts.contains(QStringLiteral("female")))
        words.append(catalogues.title(QLatin1String("sexes"), parts.last(), language));
    if (cumulative)
        words.append(tr("cumulative"));
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(QStringLiteral(" · "));
}

Result<FigureSource> FigureSource::read(Database& database, const Catalogues& catalogues, CatalogueLanguage language,
    const QString& figure, const FigureScope& scope)
{
    FigureSource source;
    source.what = describe(figure, catalogues, language);
    if (FigureCases::hasCases(figure)) {
        auto ids = FigureCases::casesOf(database, catalogues, figure, scope);
        if (!ids)
            return fail(ids);
        if (auto added = addCases(database, std::move(*ids), source); !added)
            return fail(added);
    } else if (FigureCases::hasSessions(figure)) {
        auto ids = FigureCases::sessionsOf(database, catalogues, figure, scope);
        if (!ids)
            return fail(ids);
        if (auto added = addSessions(database, catalogues, language, std::move(*ids), source); !added)
            return fail(added);
    } else {
        source.traceable = false;
    }
    return source;
}

} // namespace maiam
