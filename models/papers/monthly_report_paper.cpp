// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/monthly_report_paper.h"

#include "models/catalogues/catalogues.h"
#include "models/papers/decree30.h"
#include "models/papers/monthly_report_tables.h"
#include "models/papers/report_text.h"
#include "models/text/format.h"

namespace maiam::papers {

namespace {

using namespace decree30;

/// Builds the parts in their order; one object for one paper.
class ReportBuilder
{
public:
    ReportBuilder(const MonthlyFigures& figures, const ReportOffice& office, const Catalogues& catalogues)
        : m_figures(figures)
        , m_office(office)
        , m_catalogues(catalogues)
        , m_text(catalogues.at(QLatin1String("report-texts")), figures, variables())
        , m_tables(figures, catalogues, m_text)
    {
    }

    Paper build(const MonthlyReportOptions& options)
    {
        if (options.demo)
            m_paper.banner = m_text.plain("banner");
        if (options.draft)
            m_paper.draftLine = m_text.plain("draft");
        addHead(options);
        addDirection();
        addResults();
        addRemarks();
        addNext();
        m_paper.blocks.append(body(m_text.runs("closing")));
        addSignature();
        if (m_office.province)
            addAppendix();
        return m_paper;
    }

private:
    [[nodiscard]] const CatalogueEntry* unit() const
    {
        return m_catalogues.at(QLatin1String("units")).find(m_office.unit);
    }
    [[nodiscard]] qint64 at(const char* id) const { return m_figures.at(QLatin1String(id)); }
    [[nodiscard]] QString unitName() const { return unit() ? unit()->text(QLatin1String("full_vi")) : m_office.name; }

    [[nodiscard]] QString officeName() const
    {
        if (m_office.province)
            return QStringLiteral("Sở Y tế");
        return unit() ? QStringLiteral("Ủy ban nhân dân ") + unitName() : m_office.name;
    }

    [[nodiscard]] ReportText::Variables variables() const
    {
        const ReportPeriod& period = m_figures.scope.period;
        const auto word = ReportText::word;
        return { { QStringLiteral("period"), word(period.title()) }, { QStringLiteral("office"), word(officeName()) },
            { QStringLiteral("from"), word(formatDate(period.firstDay())) },
            { QStringLiteral("to"), word(formatDate(period.lastDay())) },
            { QStringLiteral("year"), word(QString::number(period.year())) },
            { QStringLiteral("yearfrom"), word(formatDate(civil::date(period.yearBegin()))) },
            { QStringLiteral("unitkind"), word(unit() ? unit()->text(QLatin1String("kind_vi")) : QString()) } };
    }

    void add(const QList<Run>& runs) { m_paper.blocks.append(body(runs)); }
    void add(const QList<Block>& blocks) { m_paper.blocks.append(blocks); }

    void addHead(const MonthlyReportOptions& options)
    {
        const ReportPeriod& period = m_figures.scope.period;
        const QString place = unit() ? unit()->vi : QString();
        DocumentHead top;
        if (m_office.province)
            top.body = { { QStringLiteral("ỦY BAN NHÂN DÂN"), unitName().toUpper() }, { QStringLiteral("SỞ Y TẾ") } };
        else
            top.body = { {}, { QStringLiteral("ỦY BAN NHÂN DÂN"), unitName().toUpper() } };
        top.number = options.number;
        top.symbol = m_text.plain(m_office.province ? "symbol.province" : "symbol.commune");
        top.date = options.issued.isValid() ? placeAndDate(place, options.issued)
                                            : PlaceAndDate { place, {}, period.month(), period.year() };
        m_paper.blocks.append(head(top));
        add(title(QStringLiteral("BÁO CÁO"), m_text.plain("title")));
        add(m_text.runs("opening"));
    }

    void addDirection()
    {
        m_paper.blocks.append(heading(m_text.plain("part.1")));
        add(m_text.runs("lead"));
        for (const TaskProgress& task : m_figures.tasks) {
            if (task.section == QLatin1String("1") && !task.note.isEmpty())
                add(m_text.runs("lead.note",
                    { { QStringLiteral("title"), ReportText::word(task.titleVi) },
                        { QStringLiteral("note"), ReportText::word(task.note) } }));
        }
    }

    Paragraph numbered(const char* key)
    {
        return subheading(
            m_text.plain(key, { { QStringLiteral("n"), ReportText::word(QString::number(++m_section)) } }));
    }

    void addResults()
    {
        m_paper.blocks.append(heading(m_text.plain("part.2")));
        m_paper.blocks.append(numbered("sub.intake"));
        if (m_figures.nothingHappened())
            add(m_text.runs("nothing"));
        addIntake();
        addActivity("communication",
            { { QStringLiteral("unspecified"),
                at("activity.communication.unspecified") > 0 ? m_text.runs("communication.unspecified")
                                                             : QList<Run>() } });
        addActivity("training", {});
        if (at("activity.training.count") > 0)
            add(m_tables.training());
        addActivity("point", {});
        m_paper.blocks.append(numbered("sub.tasks"));
        add(m_tables.tasks());
    }

    void addIntake()
    {
        if (at("report.received") > 0) {
            add(m_text.runs("intake",
                { { QStringLiteral("unknown"),
                    at("child.sex.unknown") > 0 ? m_text.runs("intake.unknown") : QList<Run>() } }));
            add(m_text.runs(
                "intake.sources", { { QStringLiteral("list"), m_tables.listed("sources", "report.source.%1") } }));
        } else if (!m_figures.nothingHappened()) {
            add(m_text.runs("intake.none"));
        }
        QList<Run> times;
        if (at("clock.assessed.due") > 0)
            times.append(m_text.runs("intake.assessed"));
        if (at("clock.plan.due") > 0) {
            if (!times.isEmpty())
                times.append(Run { QStringLiteral(" ") });
            times.append(m_text.runs("intake.plans"));
        }
        if (!times.isEmpty())
            add(times);
        if (at("case.opened") > 0)
            add(m_text.runs("intake.steps", { { QStringLiteral("list"), m_tables.listed("steps", "case.step.%1") } }));
        addStanding();
        if (at("case.opened.cumulative") > 0)
            add(m_tables.kinds());
        if (at("child.count") > 0)
            add(m_tables.ages());
        if (!m_figures.nothingHappened())
            add(m_tables.chart());
    }

    void addStanding()
    {
        QList<Run> runs = m_text.runs(at("case.closed") > 0 ? "intake.standing" : "intake.standing.none");
        for (const auto& [key, wanted] :
            { std::pair("intake.imported", at("case.open.imported") > 0), std::pair("intake.year", true) })
        {
            if (!wanted)
                continue;
            runs.append(Run { QStringLiteral(" ") });
            runs.append(m_text.runs(key));
        }
        add(runs);
    }

    /// One section on a kind of session. In a month without any event it is said once for all of them.
    void addActivity(const QByteArray& kind, const ReportText::Variables& more)
    {
        const QString head = QStringLiteral("activity.") + QLatin1String(kind);
        const bool now = m_figures.at(head + QStringLiteral(".count")) > 0;
        const bool year = m_figures.at(head + QStringLiteral(".count.cumulative")) > 0;
        if (!now && !year && m_figures.nothingHappened())
            return;
        m_paper.blocks.append(numbered(("sub." + kind).constData()));
        add(m_text.runs(now ? kind.constData() : year ? (kind + ".year").constData() : "none", more));
    }

    /// The remarks, line by line; a line that begins as a proposal belongs to part IV.
    [[nodiscard]] QStringList remarkLines(bool proposals) const
    {
        const QStringList words = m_text.lines("proposals.words");
        QStringList lines;
        for (const QString& line : m_figures.remark.split(u'\n')) {
            const QString text = line.trimmed();
            const bool proposes = std::any_of(words.begin(), words.end(),
                [&](const QString& word) { return text.startsWith(word, Qt::CaseInsensitive); });
            if (!text.isEmpty() && proposes == proposals)
                lines.append(text);
        }
        return lines;
    }

    void addRemarks()
    {
        m_paper.blocks.append(heading(m_text.plain("part.3")));
        const QStringList lines = remarkLines(false);
        for (const QString& line : lines)
            m_paper.blocks.append(body(line));
        if (lines.isEmpty())
            add(m_text.runs("remark.none"));
    }

    void addNext()
    {
        m_paper.blocks.append(heading(m_text.plain("part.4")));
        add(m_text.runs("next.duty"));
        if (at("case.open") > 0)
            add(m_text.runs("next.open"));
        QList<Run> planned;
        for (const QString& kind : MonthlyFigures::activityKinds()) {
            if (m_figures.at(QStringLiteral("activity.%1.planned").arg(kind)) == 0)
                continue;
            if (!planned.isEmpty())
                planned.append(Run { QStringLiteral("; ") });
            planned.append(m_text.runs(("next." + kind.toLatin1()).constData()));
        }
        if (!planned.isEmpty())
            add(m_text.runs("next.planned", { { QStringLiteral("list"), planned } }));
        const QStringList proposals = remarkLines(true);
        if (!proposals.isEmpty())
            m_paper.blocks.append(subheading(m_text.plain("proposals")));
        for (const QString& line : proposals)
            m_paper.blocks.append(body(line));
    }

    void addSignature()
    {
        Signature end;
        end.authority = authority(m_office.province, m_office.signerTitle);
        end.signer = m_office.signer;
        end.recipients = m_text.lines(m_office.province ? "recipients.province" : "recipients.commune");
        end.archive = m_text.plain(m_office.province ? "archive.province" : "archive.commune");
        m_paper.blocks.append(signature(end));
    }

    void addAppendix()
    {
        m_paper.blocks.append(PageBreak {});
        add(title(m_text.plain("appendix"), m_text.plain("appendix.title")));
        m_paper.blocks.append(m_tables.communes());
        add(m_text.runs("appendix.note"));
    }

    const MonthlyFigures& m_figures;
    const ReportOffice& m_office;
    const Catalogues& m_catalogues;
    ReportText m_text;
    MonthlyReportTables m_tables;
    Paper m_paper;
    int m_section = 0;
};

} // namespace

Paper monthlyReportPaper(const MonthlyFigures& figures, const ReportOffice& office, const Catalogues& catalogues,
    const MonthlyReportOptions& options)
{
    return ReportBuilder(figures, office, catalogues).build(options);
}

QString monthlyReportTitle(const ReportPeriod& period)
{
    return QStringLiteral("Báo cáo ") + period.title();
}

} // namespace maiam::papers
