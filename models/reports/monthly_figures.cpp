// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/monthly_figures.h"

#include "models/catalogues/catalogues.h"
#include "models/reports/figure_reader.h"

#include <QJsonArray>

namespace maiam {

Result<MonthlyFigures> MonthlyFigures::read(Database& database, const Catalogues& catalogues, const FigureScope& scope)
{
    return FigureReader(database, catalogues, scope).read();
}

FigureScope FigureScope::of(const ReportPeriod& period, UtcMs now, const QByteArray& office, OfficeRole role)
{
    const bool province = role == OfficeRole::Province;
    return { period, now, office, province, province ? std::nullopt : std::optional(office) };
}

qint64 MonthlyFigures::at(const QString& id) const
{
    if (id.startsWith(QLatin1String("owner."))) {
        const QByteArray owner = QByteArray::fromHex(id.section(u'.', 1, 1).toLatin1());
        for (const CommuneFigures& commune : communes)
            if (commune.owner == owner)
                if (const auto found = commune.values.find(id.section(u'.', 2)); found != commune.values.end())
                    return found->second;
        return 0;
    }
    const auto found = values.find(id);
    return found == values.end() ? 0 : found->second;
}

bool MonthlyFigures::has(const QString& id) const
{
    return values.find(id) != values.end();
}

bool MonthlyFigures::nothingHappened() const
{
    return at(QStringLiteral("report.received")) + at(QStringLiteral("case.closed"))
        + at(QStringLiteral("activity.count"))
        == 0;
}

QJsonObject MonthlyFigures::toJson() const
{
    const auto object = [](const std::map<QString, qint64>& figures) {
        QJsonObject out;
        for (const auto& [id, number] : figures)
            out.insert(id, number);
        return out;
    };
    QJsonArray series;
    for (const qint64 number : newCases)
        series.append(number);
    QJsonArray taskList;
    for (const TaskProgress& task : tasks)
        taskList.append(QJsonObject { { QStringLiteral("code"), task.code }, { QStringLiteral("role"), task.role },
            { QStringLiteral("state"), task.state } });
    QJsonObject out { { QStringLiteral("month"), scope.period.code() },
        { QStringLiteral("from"), scope.period.firstDay().toString(Qt::ISODate) },
        { QStringLiteral("to"), scope.period.lastDay().toString(Qt::ISODate) },
        { QStringLiteral("nothing_happened"), nothingHappened() }, { QStringLiteral("figures"), object(values) },
        { QStringLiteral("new_cases"), series }, { QStringLiteral("tasks"), taskList } };
    if (scope.province) {
        QJsonArray list;
        for (const CommuneFigures& commune : communes)
            list.append(QJsonObject { { QStringLiteral("office"), QString::fromLatin1(commune.owner.toHex()) },
                { QStringLiteral("unit"), commune.unit }, { QStringLiteral("figures"), object(commune.values) } });
        out.insert(QStringLiteral("communes"), list);
    }
    return out;
}

QStringList MonthlyFigures::codes(const Catalogue& catalogue)
{
    QStringList codes;
    for (const CatalogueEntry& entry : catalogue.entries())
        if (!entry.unknown())
            codes.append(entry.code);
    if (catalogue.name() == QLatin1String("steps") && !codes.contains(QLatin1String("imported")))
        codes.append(QStringLiteral("imported"));
    codes.append(QStringLiteral("unknown"));
    return codes;
}

const QStringList& MonthlyFigures::activityKinds()
{
    static const QStringList kinds { QStringLiteral("training"), QStringLiteral("communication"),
        QStringLiteral("point") };
    return kinds;
}

} // namespace maiam
