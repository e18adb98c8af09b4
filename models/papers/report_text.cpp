// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/report_text.h"

#include "models/text/format.h"

namespace maiam::papers {

ReportText::ReportText(const Catalogue& texts, const MonthlyFigures& figures, Variables variables)
    : m_texts(texts)
    , m_figures(figures)
    , m_variables(std::move(variables))
{
}

QString ReportText::hours(qint64 minutes)
{
    const qint64 tenths = (minutes + 3) / 6;
    const QString whole = formatNumber(tenths / 10);
    return tenths % 10 ? whole + u',' + QString::number(tenths % 10) : whole;
}

Run ReportText::figure(const QString& id) const
{
    return { formatNumber(m_figures.at(id)), false, false, id };
}

QList<Run> ReportText::filled(const QString& name, const Variables& more) const
{
    if (const auto found = more.constFind(name); found != more.constEnd())
        return *found;
    if (const auto found = m_variables.constFind(name); found != m_variables.constEnd())
        return *found;
    const QString id = name.section(u'|', 0, 0);
    if (!m_figures.has(id))
        return { Run { u'{' + name + u'}' } };
    if (name.endsWith(QLatin1String("|hours")))
        return { Run { hours(m_figures.at(id)), false, false, id } };
    return { figure(id) };
}

QList<Run> ReportText::runs(const char* key, const Variables& more) const
{
    const CatalogueEntry* entry = m_texts.find(QLatin1String(key));
    const QString text = entry ? entry->text(QLatin1String("text")) : QString();
    QList<Run> runs;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0) {
            runs.append(Run { text.mid(from) });
            break;
        }
        if (open > from)
            runs.append(Run { text.mid(from, open - from) });
        runs.append(filled(text.mid(open + 1, close - open - 1), more));
        from = close + 1;
    }
    return runs;
}

QString ReportText::plain(const char* key, const Variables& more) const
{
    QString text;
    for (const Run& run : runs(key, more))
        text += run.text;
    return text;
}

} // namespace maiam::papers
