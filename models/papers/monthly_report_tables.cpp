// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/monthly_report_tables.h"

#include "models/catalogues/catalogues.h"
#include "models/papers/decree30.h"
#include "models/text/format.h"

#include <algorithm>

namespace maiam::papers {

using namespace decree30;

namespace {

QString id(const char* pattern, const QString& code)
{
    return QLatin1String(pattern).arg(code);
}

Cell bold(Cell cell)
{
    for (Paragraph& paragraph : cell.paragraphs)
        for (Run& run : paragraph.runs)
            run.bold = true;
    return cell;
}

Row boldRow(Row row)
{
    for (Cell& cell : row.cells)
        cell = bold(cell);
    return row;
}

} // namespace

MonthlyReportTables::MonthlyReportTables(
    const MonthlyFigures& figures, const Catalogues& catalogues, const ReportText& text)
    : m_figures(figures)
    , m_catalogues(catalogues)
    , m_text(text)
{
}

Paragraph MonthlyReportTables::captionOf(const char* key)
{
    return caption(m_text.plain(key, { { QStringLiteral("n"), ReportText::word(QString::number(++m_tables)) } }));
}

Cell MonthlyReportTables::figureOf(const QString& id) const
{
    return figureCell(formatNumber(m_figures.at(id)), id);
}

Cell MonthlyReportTables::head(const char* key, int columns, int rows) const
{
    return headerCell(m_text.plain(key), columns, rows);
}

QString MonthlyReportTables::nameOf(const char* catalogue, const QString& code) const
{
    const Catalogue& list = m_catalogues.at(QLatin1String(catalogue));
    if (list.contains(code))
        return list.title(code, CatalogueLanguage::Vietnamese);
    return m_text.plain(code == QLatin1String("imported") ? "col.imported" : "col.unclassified");
}

QList<Block> MonthlyReportTables::kinds()
{
    Table table;
    table.widths = { 2.8, 0.85, 0.85, 0.85, 1.3, 1.2 };
    table.headerRows = {
        { { head("col.kind", 1, 2), head("col.cases", 1, 2), head("col.children", 3), head("col.cumulative", 1, 2) } },
        { { head("col.male"), head("col.female"), head("col.unknown") } }
    };
    const Catalogue& list = m_catalogues.at(QLatin1String("abuse-kinds"));
    for (const QString& code : MonthlyFigures::codes(list)) {
        const QString kind = id("case.kind.%1", code);
        const CatalogueEntry* entry = list.find(code);
        const bool quiet = !entry || entry->retired(); // shown only when it counts something
        if (quiet && m_figures.at(kind + QStringLiteral(".cumulative")) == 0)
            continue;
        Row row { { textCell(nameOf("abuse-kinds", code)) } };
        for (const char* part : { ".count", ".male", ".female", ".unknown", ".cumulative" })
            row.cells.append(figureOf(kind + QLatin1String(part)));
        table.rows.append(row);
    }
    table.rows.append(boldRow({ { textCell(m_text.plain("col.total")), figureOf(QStringLiteral("case.opened")),
        figureOf(QStringLiteral("child.sex.male")), figureOf(QStringLiteral("child.sex.female")),
        figureOf(QStringLiteral("child.sex.unknown")), figureOf(QStringLiteral("case.opened.cumulative")) } }));
    return { captionOf("table.kinds"), table };
}

QList<Block> MonthlyReportTables::ages()
{
    Table table;
    table.widths = { 3, 1, 0.9, 0.9, 1 };
    table.headerRows = {
        { { head("col.age"), head("col.total"), head("col.male"), head("col.female"), head("col.unknown") } }
    };
    for (const QString& code : MonthlyFigures::codes(m_catalogues.at(QLatin1String("age-bands")))) {
        const QString band = id("child.age.%1", code);
        const CatalogueEntry* entry = m_catalogues.at(QLatin1String("age-bands")).find(code);
        const bool quiet = !entry || entry->retired() || entry->unknown() || entry->flag(QLatin1String("outside"));
        if (quiet && m_figures.at(band) == 0)
            continue;
        table.rows.append(
            { { textCell(nameOf("age-bands", code)), figureOf(band), figureOf(band + QStringLiteral(".male")),
                figureOf(band + QStringLiteral(".female")), figureOf(band + QStringLiteral(".unknown")) } });
    }
    table.rows.append(boldRow({ { textCell(m_text.plain("col.total")), figureOf(QStringLiteral("child.count")),
        figureOf(QStringLiteral("child.sex.male")), figureOf(QStringLiteral("child.sex.female")),
        figureOf(QStringLiteral("child.sex.unknown")) } }));
    return { captionOf("table.ages"), table };
}

QList<Block> MonthlyReportTables::training()
{
    Table table;
    table.widths = { 2.8, 0.9, 1.4, 0.9, 0.9, 0.9 };
    table.headerRows = { { { head("col.training"), head("col.sessions"), head("col.people"), head("col.male"),
        head("col.female"), head("col.hours") } } };
    for (const CatalogueEntry& type : m_catalogues.at(QLatin1String("session-types")).entries()) {
        const QString session = id("session.%1", type.code);
        if (type.text(QLatin1String("kind")) != QLatin1String("training")
            || m_figures.at(session + QStringLiteral(".count")) == 0)
            continue;
        Row row { { textCell(type.vi) } };
        for (const char* part : { ".count", ".people", ".male", ".female" })
            row.cells.append(figureOf(session + QLatin1String(part)));
        const QString minutes = session + QStringLiteral(".minutes");
        row.cells.append(figureCell(ReportText::hours(m_figures.at(minutes)), minutes));
        table.rows.append(row);
    }
    return { captionOf("table.training"), table };
}

QString MonthlyReportTables::evidenceOf(const TaskProgress& task) const
{
    const TaskEvidence& shown = task.evidence;
    const auto number = [](qint64 value) { return ReportText::word(formatNumber(value)); };
    ReportText::Variables values { { QStringLiteral("sessions"), number(shown.sessions) },
        { QStringLiteral("people"), number(shown.people) }, { QStringLiteral("female"), number(shown.female) },
        { QStringLiteral("materials"), number(shown.materials) },
        { QStringLiteral("referred"), number(shown.referred) },
        { QStringLiteral("hours"), ReportText::word(ReportText::hours(shown.minutes)) },
        { QStringLiteral("cases"), number(shown.cases) }, { QStringLiteral("supported"), number(shown.supported) },
        { QStringLiteral("intime"), number(shown.inTime) }, { QStringLiteral("due"), number(shown.due) },
        { QStringLiteral("days"), {} }, { QStringLiteral("median"), {} } };
    if (shown.meanDaysToSupport) {
        values[QStringLiteral("mean")] =
            ReportText::word(QString::number(*shown.meanDaysToSupport, 'f', 1).replace(u'.', u','));
        values[QStringLiteral("days")] = m_text.runs("evidence.days", values);
    }
    if (shown.medianMs) {
        values[QStringLiteral("medianhours")] = ReportText::word(ReportText::hours(*shown.medianMs / 60000));
        values[QStringLiteral("median")] = m_text.runs("evidence.median", values);
    }
    const bool clocks = task.evidenceKind == QLatin1String("clocks");
    if (clocks ? shown.due == 0 : !shown.any())
        return {};
    const QString key = QStringLiteral("evidence.") + task.evidenceKind;
    const QString text = m_text.plain(key.toLatin1().constData(), values);
    return text.isEmpty() ? m_text.plain("evidence.sessions", values) : text;
}

QList<Block> MonthlyReportTables::tasks()
{
    Table table;
    table.widths = { 0.55, 2.6, 0.95, 1.05, 2.3 };
    table.middle = false;
    table.headerRows = {
        { { head("col.code"), head("col.task"), head("col.role"), head("col.state"), head("col.evidence") } }
    };
    for (const TaskProgress& task : m_figures.tasks) {
        QStringList shown { evidenceOf(task), task.note };
        shown.removeAll(QString());
        table.rows.append({ { textCell(task.code, Align::Center), textCell(task.titleVi),
            textCell(nameOf("task-roles", task.role), Align::Center),
            textCell(nameOf("task-states", task.state), Align::Center),
            textCell(shown.isEmpty() ? m_text.plain("evidence.none") : shown.join(QStringLiteral(". "))) } });
    }
    return { captionOf("table.tasks"), table };
}

QList<Block> MonthlyReportTables::chart() const
{
    if (std::all_of(m_figures.newCases.begin(), m_figures.newCases.end(), [](qint64 n) { return n == 0; }))
        return {};
    Chart chart;
    chart.title = m_text.plain("chart.cases");
    chart.heightMm = 45;
    Series series { m_text.plain("chart.series"), {} };
    for (int i = 0; i < 12; ++i) {
        const ReportPeriod period = m_figures.scope.period.plus(i - 11);
        chart.labels.append(
            QStringLiteral("%1/%2").arg(period.month()).arg(period.year() % 100, 2, 10, QLatin1Char('0')));
        series.values.append(qreal(m_figures.newCases[size_t(i)]));
    }
    chart.series = { series };
    return { chart };
}

Table MonthlyReportTables::communes() const
{
    Table table;
    table.widths = { 0.8, 2.8, 0.9, 0.9, 0.9, 1, 0.9, 1.2, 0.95, 1.1 };
    table.headerRows = { { { head("col.number"), head("col.commune"), head("appendix.reports"), head("appendix.cases"),
        head("appendix.children"), head("appendix.closed"), head("appendix.open"), head("appendix.intime"),
        head("appendix.activities"), head("appendix.people") } } };
    const auto figuresOf = [&](Row& row, const QString& own) {
        for (const char* figure : { "report.received", "case.opened", "child.count", "case.closed", "case.open" })
            row.cells.append(figureOf(own + QLatin1String(figure)));
        const QString due = own + QStringLiteral("clock.assessed.due");
        row.cells.append(figureCell(
            QStringLiteral("%1/%2").arg(formatNumber(m_figures.at(own + QStringLiteral("clock.assessed.met"))),
                formatNumber(m_figures.at(due))),
            due));
        row.cells.append(figureOf(own + QStringLiteral("activity.count")));
        row.cells.append(figureOf(own + QStringLiteral("activity.people")));
    };
    int number = 0;
    for (const CommuneFigures& commune : m_figures.communes) {
        const CatalogueEntry* unit = m_catalogues.at(QLatin1String("units")).find(commune.unit);
        const QString own = QStringLiteral("owner.%1.").arg(QString::fromLatin1(commune.owner.toHex()));
        Row row { { textCell(QString::number(++number), Align::Center), textCell(unit ? unit->vi : commune.name) } };
        figuresOf(row, own);
        table.rows.append(row);
    }
    Row total { { textCell(QString()), textCell(m_text.plain("col.total")) } };
    figuresOf(total, QString());
    table.rows.append(boldRow(total));
    return table;
}

QList<Run> MonthlyReportTables::listed(const char* catalogue, const char* pattern) const
{
    QList<Run> runs;
    for (const QString& code : MonthlyFigures::codes(m_catalogues.at(QLatin1String(catalogue)))) {
        const QString figure = id(pattern, code);
        if (m_figures.at(figure) == 0)
            continue;
        if (!runs.isEmpty())
            runs.append(Run { QStringLiteral("; ") });
        runs.append(Run { nameOf(catalogue, code) + u' ' });
        runs.append(m_text.figure(figure));
    }
    return runs;
}

} // namespace maiam::papers
