// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/workbook_reader.h"

#include "models/sheets/csv_reader.h"
#include "models/sheets/file_kind.h"
#include "models/sheets/ods_reader.h"
#include "models/sheets/workbook_archive.h"
#include "models/sheets/xls_reader.h"
#include "models/sheets/xlsx_reader.h"

#include <QFile>

namespace maiam {

namespace {

struct WorkbookReader
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookReader)
};

tl::unexpected<Error> notAWorkbook(const QString& what)
{
    return fail(ErrorCode::NotAWorkbook,
        WorkbookReader::tr("%1 Choose an Excel (.xlsx, .xls), LibreOffice (.ods) or CSV file.").arg(what));
}

tl::unexpected<Error> locked()
{
    return fail(ErrorCode::NotAWorkbook,
        WorkbookReader::tr("The workbook is protected with a password. Open it in Excel or LibreOffice, save it "
                           "without the password, and choose the new file."));
}

QString sentenceFor(FileKind kind)
{
    switch (kind) {
    case FileKind::Empty:
        return WorkbookReader::tr("The file is empty.");
    case FileKind::Pdf:
        return WorkbookReader::tr("This is a PDF document, not a workbook.");
    case FileKind::Picture:
        return WorkbookReader::tr("This is a picture, not a workbook.");
    case FileKind::WebPage:
        return WorkbookReader::tr("This is a web page under the name of a workbook. Open it in Excel and save it as "
                                  ".xlsx.");
    case FileKind::Rtf:
        return WorkbookReader::tr("This is a text document, not a workbook.");
    case FileKind::Archive:
        return WorkbookReader::tr("This is a compressed archive. Take the workbook out of it first.");
    case FileKind::SealedPackage:
        return WorkbookReader::tr("This is a sealed package of another office. Open it under “Receive”.");
    case FileKind::Text:
        return WorkbookReader::tr("This is a text file. When it is a table, give it a name that ends with “.csv”.");
    default:
        return WorkbookReader::tr("This file is no workbook.");
    }
}

Result<Workbook> readZip(const QByteArray& bytes, const WorkbookLimits& limits)
{
    const auto archive = WorkbookArchive::open(bytes, limits);
    if (!archive) {
        return fail(archive);
    }
    constexpr qint64 MaxSmall = 1024 * 1024;
    if (archive->contains(QStringLiteral("content.xml"))) {
        const QByteArray type = archive->smallPart(QStringLiteral("mimetype"), 200).trimmed();
        if (!type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
            return notAWorkbook(WorkbookReader::tr("This is a document of LibreOffice, not a workbook."));
        }
        if (archive->smallPart(QStringLiteral("META-INF/manifest.xml"), MaxSmall).contains("encryption-data")) {
            return locked();
        }
        return readOds(*archive, limits);
    }
    if (archive->contains(QStringLiteral("word/document.xml"))) {
        return notAWorkbook(WorkbookReader::tr("This is a Word document, not a workbook."));
    }
    if (archive->contains(QStringLiteral("ppt/presentation.xml"))) {
        return notAWorkbook(WorkbookReader::tr("This is a presentation, not a workbook."));
    }
    if (archive->contains(QStringLiteral("xl/workbook.bin"))) {
        return notAWorkbook(
            WorkbookReader::tr("This is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx."));
    }
    if (archive->contains(QStringLiteral("[Content_Types].xml"))) {
        return readXlsx(*archive, limits);
    }
    return notAWorkbook(WorkbookReader::tr("This is a compressed archive. Take the workbook out of it first."));
}

/// Whether the old file may be handed to its reader.
Result<> checkOle(const QByteArray& bytes)
{
    switch (oleKindOf(bytes)) {
    case OleKind::Workbook:
        return {};
    case OleKind::Encrypted:
        return locked();
    case OleKind::Document:
        return notAWorkbook(WorkbookReader::tr("This is a Word document, not a workbook."));
    case OleKind::Presentation:
        return notAWorkbook(WorkbookReader::tr("This is a presentation, not a workbook."));
    case OleKind::Other:
        break;
    }
    return notAWorkbook(WorkbookReader::tr("This file is no workbook."));
}

bool hasTableName(const QString& fileName)
{
    return fileName.endsWith(QLatin1StringView(".csv"), Qt::CaseInsensitive)
        || fileName.endsWith(QLatin1StringView(".tsv"), Qt::CaseInsensitive)
        || fileName.endsWith(QLatin1StringView(".txt"), Qt::CaseInsensitive);
}

tl::unexpected<Error> tooLarge(const WorkbookLimits& limits)
{
    return fail(ErrorCode::InvalidInput,
        WorkbookReader::tr("The file is larger than %1 MB. Delete sheets and pictures that are not needed, save it "
                           "and choose it again.")
            .arg(limits.fileBytes / (1024 * 1024)));
}

} // namespace

Result<Workbook> readWorkbookBytes(const QByteArray& bytes, const QString& fileName, const WorkbookLimits& limits)
{
    if (bytes.size() > limits.fileBytes) {
        return tooLarge(limits);
    }
    const FileKind kind = kindOf(bytes);
    if (kind == FileKind::Zip) {
        return readZip(bytes, limits);
    }
    if (kind == FileKind::Text && hasTableName(fileName)) {
        return readCsv(bytes, limits);
    }
    return notAWorkbook(sentenceFor(kind));
}

Result<Workbook> readWorkbook(const QString& file, const WorkbookLimits& limits)
{
    QFile in(file);
    if (!in.exists()) {
        return fail(ErrorCode::NotFound, WorkbookReader::tr("The file is no longer there. Choose it again."));
    }
    if (!in.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io,
            WorkbookReader::tr("The file could not be opened. Close it in Excel, check that the stick is in place, and "
                               "choose it again."));
    }
    const QByteArray bytes = in.read(limits.fileBytes + 1);
    if (in.error() != QFileDevice::NoError) {
        return fail(ErrorCode::Io,
            WorkbookReader::tr("The file could not be read. Check that the stick is in place and choose it again."));
    }
    if (bytes.size() > limits.fileBytes) {
        return tooLarge(limits);
    }
    const FileKind kind = kindOf(bytes);
    if (kind != FileKind::Ole && kind != FileKind::Biff) {
        return readWorkbookBytes(bytes, file, limits);
    }
    if (kind == FileKind::Ole) {
        if (auto checked = checkOle(bytes); !checked) {
            return fail(checked);
        }
    }
    return readXls(file, bytes, limits);
}

} // namespace maiam
