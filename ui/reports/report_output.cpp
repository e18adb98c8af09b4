// SPDX-License-Identifier: GPL-3.0-or-later
// Where a report goes: a file, a printer, the clipboard. Each waits until the remarks are stored and reads the figures
// once more, so that what leaves is what the register says at that moment; and until it is recorded who lets it leave.
#include "models/base/when_done.h"
#include "models/papers/monthly_report_paper.h"
#include "models/papers/odt_writer.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "models/text/format.h"
#include "ui/reports/report_page.h"
#include "ui/shell/looks.h"
#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/printing.h"
#include "ui/widgets/questions.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// A monthly report: no name in a file name, only the month.
QString proposedFile(const ReportPeriod& period, const QString& suffix)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).filePath(u"bao-cao-%1.%2"_s.arg(period.code(), suffix));
}

QString textOf(const MonthlyFigures& f, const Catalogues& catalogues, CatalogueLanguage language)
{
    const auto number = [&f](const char* id) { return formatNumber(f.at(QLatin1String(id))); };
    QStringList lines { ReportPage::tr("Report %1 (%2 – %3)")
                            .arg(f.scope.period.title(), formatDate(f.scope.period.firstDay()),
                                formatDate(f.scope.period.lastDay())) };
    if (f.nothingHappened())
        lines.append(ReportPage::tr("Nothing happened in this period."));
    lines.append(ReportPage::tr("Reports received: %1").arg(number("report.received")));
    lines.append(
        ReportPage::tr("Cases opened: %1, with %2 children").arg(number("case.opened"), number("child.count")));
    for (const CatalogueEntry& kind : catalogues.at("abuse-kinds"_L1).entries()) {
        const qint64 count = f.at(u"case.kind.%1.count"_s.arg(kind.code));
        if (count > 0)
            lines.append(u"- %1: %2"_s.arg(kind.title(language), formatNumber(count)));
    }
    lines.append(ReportPage::tr("Assessed within 12 hours: %1 of %2")
                     .arg(number("clock.assessed.met"), number("clock.assessed.due")));
    lines.append(ReportPage::tr("Cases closed: %1; still open: %2").arg(number("case.closed"), number("case.open")));
    for (const QString& kind : MonthlyFigures::activityKinds()) {
        const qint64 count = f.at(u"activity.%1.count"_s.arg(kind));
        if (count > 0)
            lines.append(ReportPage::tr("%1: %2 sessions, %3 people")
                             .arg(FigureSource::describe(u"activity.%1.count"_s.arg(kind), catalogues, language),
                                 formatNumber(count), formatNumber(f.at(u"activity.%1.people"_s.arg(kind)))));
    }
    return lines.join(u'\n') + u'\n';
}
} // namespace

void ReportPage::withPaper(std::function<void(const MonthlyFigures&, const ReportOffice&)> use)
{
    saveRemark([this, use] {
        const auto read = [scope = scope(), catalogues = &m_context.catalogues](
                              Database& database) -> Result<std::pair<MonthlyFigures, ReportOffice>> {
            auto figures = MonthlyFigures::read(database, *catalogues, scope);
            if (!figures)
                return fail(figures);
            auto office = ReportOffice::read(database, scope.office);
            if (!office)
                return fail(office);
            return std::pair(std::move(*figures), std::move(*office));
        };
        whenDone(
            this, m_context.reg.read(read), [this, use](const Result<std::pair<MonthlyFigures, ReportOffice>>& got) {
                if (got)
                    use(got->first, got->second);
                else
                    message()->showError(got.error());
            });
    });
}

void ReportPage::savePdf()
{
    commitPendingInput();
    message()->clear();
    const FileQuestion question { tr("Save the report as PDF"), proposedFile(m_period, u"pdf"_s),
        { tr("PDF documents (*.pdf)") }, u"pdf"_s };
    Questions::saveFile(this, question, [this](const QString& file) {
        if (!file.isEmpty())
            write(file, true);
    });
}

void ReportPage::saveOdt()
{
    commitPendingInput();
    message()->clear();
    const FileQuestion question { tr("Save the report as a text that can be edited"), proposedFile(m_period, u"odt"_s),
        { tr("OpenDocument texts (*.odt)") }, u"odt"_s };
    Questions::saveFile(this, question, [this](const QString& file) {
        if (!file.isEmpty())
            write(file, false);
    });
}

void ReportPage::write(const QString& file, bool pdf)
{
    withPaper([this, file, pdf](const MonthlyFigures& figures, const ReportOffice& office) {
        const auto work = [file, pdf, figures, office, catalogues = m_context.catalogues, demo = m_context.reg.demo()] {
            const papers::Paper paper = papers::monthlyReportPaper(figures, office, catalogues, { demo, true, {}, {} });
            const QString title = papers::monthlyReportTitle(figures.scope.period);
            return pdf ? papers::writePdf(papers::composePaper(paper), file, title)
                       : papers::writeOdt(paper, file, title);
        };
        const auto written = looks::written(m_context.reg.recordAccess(AccessAct::Reported), work);
        whenDone(this, written, [this, file](const Result<void>& done) {
            if (done)
                tellSaved(file);
            else
                message()->showError(done.error());
        });
    });
}

void ReportPage::tellSaved(const QString& file)
{
    message()->showMessage(MessageBar::Kind::Ok, tr("The report is saved: %1").arg(QDir::toNativeSeparators(file)));
}

void ReportPage::print()
{
    commitPendingInput();
    message()->clear();
    withPaper([this](const MonthlyFigures& figures, const ReportOffice& office) {
        const papers::Paper paper =
            papers::monthlyReportPaper(figures, office, m_context.catalogues, { m_context.reg.demo(), true, {}, {} });
        const auto put = [this, paper](const std::shared_ptr<QPrinter>& printer) {
            const auto done = printing::put(papers::composePaper(paper), *printer);
            if (!done)
                return message()->showError(done.error());
            if (done->isEmpty())
                message()->showMessage(MessageBar::Kind::Ok, tr("The report was given to the printer."));
            else
                tellSaved(*done);
        };
        const auto note = [this, put](const std::shared_ptr<QPrinter>& printer) {
            looks::whenNoted(this, message(), m_context.reg.recordAccess(AccessAct::Printed),
                [put, printer] { put(printer); }); // first: a printer that fails has printed some
        };
        printing::choose(this, papers::monthlyReportTitle(figures.scope.period), note);
    });
}

void ReportPage::copyFigures()
{
    if (!m_figures)
        return;
    ClipboardGuard::copyOpenText(textOf(*m_figures, m_context.catalogues, m_context.language));
    message()->showMessage(MessageBar::Kind::Ok, tr("The counts are on the clipboard. They hold no name and no code."));
}

} // namespace maiam
