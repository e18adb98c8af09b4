// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/pdf_writer.h"

#include "models/papers/paper_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageRanges>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

namespace maiam::papers {

namespace {

class PdfWriter
{
    Q_DECLARE_TR_FUNCTIONS(PdfWriter)
public:
    static tl::unexpected<Error> noPages()
    {
        return fail(ErrorCode::InvalidInput, tr("This paper has no pages yet. Prepare it again, then print it."));
    }

    static tl::unexpected<Error> noStart()
    {
        return fail(ErrorCode::Io,
            tr("The printer does not answer. Check that it is on and connected, or save the paper as a PDF."),
            QStringLiteral("QPainter::begin failed"));
    }

    static tl::unexpected<Error> noPage()
    {
        return fail(ErrorCode::Io,
            tr("Printing stopped before the last page. Check the printer and print the missing pages again."),
            QStringLiteral("newPage failed"));
    }
};

void setUp(QPagedPaintDevice& device, const PageSetup& setup)
{
    const bool wide = setup.widthMm > setup.heightMm;
    const QSizeF upright(std::min(setup.widthMm, setup.heightMm), std::max(setup.widthMm, setup.heightMm));
    QPageLayout layout = device.pageLayout();
    layout.setMode(QPageLayout::FullPageMode); // our margins are drawn, the printer adds none
    layout.setPageSize(QPageSize(upright, QPageSize::Millimeter, QString(), QPageSize::FuzzyMatch));
    layout.setOrientation(wide ? QPageLayout::Landscape : QPageLayout::Portrait);
    device.setPageLayout(layout);
}

} // namespace

Result<void> printPaper(const ComposedPaper& paper, QPagedPaintDevice& device)
{
    if (paper.pageCount() == 0)
        return PdfWriter::noPages();
    setUp(device, paper.setup());
    QPainter painter;
    if (!painter.begin(&device))
        return PdfWriter::noStart();
    const qreal dpi = painter.device()->logicalDpiX();
    QPointF corner;
    if (device.pageLayout().mode() != QPageLayout::FullPageMode)
        corner = -QPointF(device.pageLayout().paintRectPixels(int(dpi)).topLeft());
    const QPageRanges ranges = device.pageRanges();
    bool first = true;
    for (int page = 0; page < paper.pageCount(); ++page) {
        if (!ranges.isEmpty() && !ranges.contains(page + 1))
            continue;
        if (!first && !device.newPage())
            return PdfWriter::noPage();
        first = false;
        painter.save();
        painter.translate(corner);
        paper.drawPage(painter, page, dpi);
        painter.restore();
    }
    painter.end();
    return {};
}

Result<QByteArray> pdfOf(const ComposedPaper& paper, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(1200);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Mái Ấm"));
        const Result<void> printed = printPaper(paper, writer);
        if (!printed)
            return fail(printed);
    }
    return bytes;
}

Result<void> writePdf(const ComposedPaper& paper, const QString& file, const QString& title)
{
    const Result<QByteArray> bytes = pdfOf(paper, title);
    if (!bytes)
        return fail(bytes);
    return savePaperFile(file, *bytes);
}

} // namespace maiam::papers
