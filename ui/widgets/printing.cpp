// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/printing.h"

#include "models/papers/pdf_writer.h"

#include <QCoreApplication>
#include <QFile>
#include <QPrintDialog>

namespace maiam {

void printing::choose(
    QWidget* parent, const QString& title, std::function<void(const std::shared_ptr<QPrinter>&)> chosen)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(title);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Queued: what follows may ask something, and no dialog stands on top of another.
    QObject::connect(
        dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), parent, [printer, chosen] { chosen(printer); },
        Qt::QueuedConnection);
    // The printer must outlive the dialog even when it is cancelled.
    QObject::connect(dialog, &QObject::destroyed, parent, [printer] {});
    dialog->open();
}

bool printing::makesFile(const QPrinter& printer)
{
    return !printer.outputFileName().isEmpty() || printer.printerName().contains(QLatin1String("PDF"));
}

Result<QString> printing::put(const papers::ComposedPaper& paper, QPrinter& printer)
{
    const QString file = printer.outputFileName();
    const bool whole = printer.pageRanges().isEmpty();
    const auto done = file.isEmpty() || !whole ? papers::printPaper(paper, printer)
                                               : papers::writePdf(paper, file, printer.docName());
    if (!done)
        return fail(done);
    if (!file.isEmpty())
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    if (printer.printerState() == QPrinter::Error || printer.printerState() == QPrinter::Aborted)
        return fail(ErrorCode::Io,
            QCoreApplication::translate("Printing",
                "The printer says that it could not print. Look whether it is on and has paper, then print again."));
    return file;
}

} // namespace maiam
