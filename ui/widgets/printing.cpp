// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/printing.h"

#include "models/papers/pdf_writer.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QPrintDialog>
#include <QTimer>

#include <utility>

namespace maiam {

namespace {
/// On Windows the system's dialog runs inside open(): Qt cannot hide it, and goes on with this object when it has
/// ended. To be told to close meanwhile would delete it before that. Whoever locks cancels the system's dialog instead
/// (platform::cancelSystemDialogs), and this one ends with it.
class PrinterDialog final : public QPrintDialog
{
public:
    using QPrintDialog::QPrintDialog;
    void reject() override
    {
        if (!testAttribute(Qt::WA_DontShowOnScreen)) // so it is on Windows alone
            QPrintDialog::reject();
    }
};

QString& nextFile()
{
    static QString file;
    return file;
}
} // namespace

void printing::setNextFile(const QString& file)
{
    nextFile() = file;
}

void printing::choose(
    QWidget* parent, const QString& title, std::function<void(const std::shared_ptr<QPrinter>&)> chosen)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(title);
    if (const QString file = std::exchange(nextFile(), {}); !file.isEmpty()) {
        printer->setOutputFileName(file);
        QMetaObject::invokeMethod(
            parent, [printer, chosen] { chosen(printer); }, Qt::QueuedConnection);
        return;
    }
    // The window's and not the page's: locking deletes the page while the dialog may still be at work.
    auto* dialog = new PrinterDialog(printer.get(), parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Queued: what follows may ask something, and no dialog stands on top of another. A page that is gone prints
    // nothing.
    QObject::connect(
        dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), parent, [printer, chosen] { chosen(printer); },
        Qt::QueuedConnection);
    QObject::connect(parent, &QObject::destroyed, dialog, &QDialog::reject);
    // The printer must outlive the dialog even when it is cancelled.
    QObject::connect(dialog, &QObject::destroyed, dialog, [printer] {});
    // From the event loop: where open() waits for the system's dialog, no function of the page may wait with it.
    QTimer::singleShot(0, dialog, [dialog, page = QPointer<QWidget>(parent)] {
        if (page)
            dialog->open();
        else
            dialog->deleteLater();
    });
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
