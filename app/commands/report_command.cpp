// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "models/papers/monthly_report_paper.h"
#include "models/papers/odt_writer.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "models/reports/monthly_figures.h"
#include "models/reports/report_office.h"
#include "models/text/format.h"

namespace maiam {

namespace {
QStringList summary(const MonthlyFigures& figures)
{
    if (figures.nothingHappened())
        return { Commands::tr("Nothing arose in this period.") };
    return { Commands::tr("Reports received: %1").arg(formatNumber(figures.at(QStringLiteral("report.received")))),
        Commands::tr("Cases opened: %1, children: %2")
            .arg(formatNumber(figures.at(QStringLiteral("case.opened"))),
                formatNumber(figures.at(QStringLiteral("child.count")))),
        Commands::tr("Assessed within 12 hours: %1 of %2")
            .arg(formatNumber(figures.at(QStringLiteral("clock.assessed.met"))),
                formatNumber(figures.at(QStringLiteral("clock.assessed.due")))) };
}
} // namespace

Result<CommandOutput> commands::report(const CommandCall& call)
{
    auto period = ReportPeriod::parse(call.value("month"));
    if (!period)
        return fail(ErrorCode::Usage, period.error().message);
    auto reg = call.open();
    if (!reg)
        return fail(reg);
    const FigureScope scope =
        FigureScope::of(*period, (*reg)->clock().now(), (*reg)->office().id, (*reg)->office().role);
    auto figures =
        (*reg)->read([&](Database& db) { return MonthlyFigures::read(db, call.catalogues, scope); }).result();
    if (!figures)
        return fail(figures);
    auto office = (*reg)->read([&](Database& db) { return ReportOffice::read(db, (*reg)->office().id); }).result();
    if (!office)
        return fail(office);
    CommandOutput out;
    out.json = figures->toJson();
    out.lines = summary(*figures);
    if (!call.has("pdf") && !call.has("odt"))
        return out;
    papers::MonthlyReportOptions options;
    options.demo = (*reg)->demo();
    options.draft = true; // figures cannot be closed yet; the window's papers say so too
    const papers::Paper paper = papers::monthlyReportPaper(*figures, *office, call.catalogues, options);
    const QString title = papers::monthlyReportTitle(*period);
    if (auto noted = (*reg)->recordAccess(AccessAct::Reported).result(); !noted)
        return fail(noted);
    if (call.has("pdf"))
        if (auto written = papers::writePdf(papers::composePaper(paper), call.value("pdf"), title); !written)
            return fail(written);
    if (call.has("odt"))
        if (auto written = papers::writeOdt(paper, call.value("odt"), title); !written)
            return fail(written);
    return out;
}

} // namespace maiam
