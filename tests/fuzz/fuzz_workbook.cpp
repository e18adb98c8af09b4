// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook: the file as it comes (0), the rows of an xlsx (1) or ods (2), a CSV (3), the stream of an old Excel file
// (4), comments of an xlsx (5), its shared strings and formats (6). The first byte chooses. What is read is also
// understood as a register's rows.
#include "file_maker.h"
#include "models/catalogues/catalogues.h"
#include "models/imports/row_reader.h"
#include "models/sheets/workbook_reader.h"
#include "models/sheets/xls_extras.h"

#include <QFile>

#include <cstdlib>

#include <unistd.h>

using namespace maiam;

namespace {
WorkbookLimits limits()
{
    WorkbookLimits small;
    small.unpackedBytes = 16LL * 1024 * 1024;
    small.rows = 2000;
    small.cells = 20000;
    return small;
}

/// The old format is read by name only.
Result<Workbook> readAsFile(const QByteArray& bytes)
{
    const QString name = QStringLiteral("/dev/shm/maiam-fuzz-%1.xls").arg(getpid());
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        std::abort();
    file.close();
    auto read = readWorkbook(name, limits());
    QFile::remove(name);
    return read;
}

Result<Workbook> read(uint8_t kind, const QByteArray& bytes)
{
    switch (kind % 7) {
    case 0:
        return readAsFile(bytes);
    case 1:
        return readWorkbookBytes(test::xlsx(bytes, "<si><t>Họ và tên</t></si>"), QStringLiteral("a.xlsx"), limits());
    case 2:
        return readWorkbookBytes(test::ods(bytes), QStringLiteral("a.ods"), limits());
    case 3:
        return readWorkbookBytes(bytes, QStringLiteral("a.csv"), limits());
    case 4:
        return readAsFile(test::ole(QStringLiteral("Workbook"), bytes));
    case 5:
        return readWorkbookBytes(test::xlsx("<row/>", {}, {}, {}, bytes), QStringLiteral("a.xlsx"), limits());
    default:
        return readWorkbookBytes(
            test::xlsx("<row><c t=\"s\"><v>0</v></c></row>", bytes, bytes), QStringLiteral("a.xlsx"), limits());
    }
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 1, qsizetype(size) - 1);
    if (data[0] % 7 == 4)
        (void)readXlsExtras(test::ole(QStringLiteral("Workbook"), bytes));
    const auto book = read(data[0], bytes);
    if (!book)
        return 0;
    static const Catalogues catalogues = Catalogues::builtIn().value();
    static const Vocabulary vocabulary(catalogues);
    ImportPlan plan;
    for (const Sheet& sheet : book->sheets) {
        const ColumnMap map = recognise(sheet, vocabulary);
        if (map.usable())
            RowReader(sheet, map, vocabulary, catalogues, QDate(2026, 11, 24), book->date1904).readInto(plan);
    }
    return 0;
}
