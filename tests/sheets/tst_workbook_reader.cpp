// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/workbook_reader.h"

#include "file_maker.h"
#include "models/sheets/xlsx_styles.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>

#include <ctime>

using namespace maiam;
using namespace maiam::test;

namespace {

Result<Workbook> read(
    const QByteArray& bytes, const QString& name = QStringLiteral("so.xlsx"), const WorkbookLimits& limits = {})
{
    return readWorkbookBytes(bytes, name, limits);
}

ErrorCode codeOf(const Result<Workbook>& result)
{
    return result ? ErrorCode::Usage : result.error().code;
}

Cell first(const Result<Workbook>& book)
{
    return book && !book->sheets.isEmpty() && !book->sheets.first().rows.isEmpty()
        ? book->sheets.first().rows.first().at(0)
        : Cell {};
}

QByteArray rowOf(const QByteArray& cells, int number = 1)
{
    return "<row r=\"" + QByteArray::number(number) + "\">" + cells + "</row>";
}

const QString Csv = QStringLiteral("so.csv");

} // namespace

class TestWorkbookReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleIsReadWhole();
    void sharedInlineAndRichTextsAreRead();
    void numbersDatesAndBooleansAreTold();
    void formatsOfDates_data();
    void formatsOfDates();
    void serialsBecomeDays();
    void formulasGiveTheirSavedValue();
    void missingReferencesAreCounted();
    void emptyStyledCellsTakeNoRoom();
    void anOpenDocumentIsRead();
    void anOldExcelFileIsRead();
    void aCsvIsReadWithAnySeparator();
    void aCsvInAnOldEncodingKeepsItsBytes();
    void aCsvThatNeverClosesAQuoteIsRefused();
    void whatIsNoWorkbookIsNamed_data();
    void whatIsNoWorkbookIsNamed();
    void aLockedWorkbookSaysSo();
    void everyTruncationIsRefused();
    void flippedBytesNeverCrash();
    void aBombIsRefusedBeforeItIsRead();
    void entitiesAreNotExpanded();
    void brokenXmlIsRefused_data();
    void brokenXmlIsRefused();
    void limitsAreKept();
    void repeatedCellsOfAHostileOdsAreBounded();
    void aLongRunWithoutTagsIsRefused();
    void namesInTheArchiveAreNoPaths();
    void aMissingFileSaysSo();
    void twentyThousandRowsASecond();
};

void TestWorkbookReader::theSampleIsReadWhole()
{
    const auto book = readWorkbook(QStringLiteral(MAIAM_FIXTURES "/so-theo-doi-mau.xlsx"));
    QVERIFY(book);
    QCOMPARE(book->sheets.size(), 2);
    QVERIFY(!book->date1904);
    const Sheet& sheet = book->sheets.first();
    QCOMPARE(sheet.name, QStringLiteral("Sổ theo dõi"));
    QCOMPARE(book->sheets.at(1).name, QStringLiteral("Tổng hợp"));
    QCOMPARE(sheet.lastRow(), 412);
    QCOMPARE(sheet.rows.size(), 406); // rows 4, 40, 112, 187, 278 and 344 are empty
    QCOMPARE(sheet.columns, 15);
    int dates = 0;
    int decomposed = 0;
    for (const SheetRow& row : sheet.rows) {
        dates += row.at(2).type == Cell::Type::DateSerial ? 1 : 0;
        for (const int column : { 1, 7, 8 }) { // child, father, mother
            const QString name = row.at(column).text;
            decomposed += name != name.normalized(QString::NormalizationForm_C) ? 1 : 0;
        }
    }
    QCOMPARE(dates, 143);
    QCOMPARE(decomposed, 37);
    const SheetRow& seventh = sheet.rows.at(5);
    QCOMPARE(seventh.number, 7);
    QCOMPARE(seventh.at(0).number, 1.0);
    QCOMPARE(seventh.at(2).text, QStringLiteral("12/04/2014"));
    QCOMPARE(seventh.at(6).text, QStringLiteral("022314075954")); // the zero in front stays
    QCOMPARE(seventh.at(3).type, Cell::Type::Empty);
    QCOMPARE(sheet.rows.at(12).number, 14);
    QCOMPARE(sheet.rows.at(12).at(2).asText(), QStringLiteral("2021-06-27")); // serial 44374
}

void TestWorkbookReader::sharedInlineAndRichTextsAreRead()
{
    const QByteArray strings =
        "<si><t>Nguyễn</t></si><si><r><t xml:space=\"preserve\">Đỗ </t></r><r><rPr><b/></rPr><t>Ánh</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si><si><t/></si>";
    const auto book = read(
        xlsx(rowOf("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
                   "<c r=\"D1\" t=\"s\"><v>3</v></c>"
                   "<c r=\"E1\" t=\"inlineStr\"><is><r><t>Tr</t></r><r><t>ần</t></r></is></c>"),
            strings));
    QVERIFY(book);
    const SheetRow& row = book->sheets.first().rows.first();
    QCOMPARE(row.at(0).text, QStringLiteral("Nguyễn"));
    QCOMPARE(row.at(1).text, QStringLiteral("Đỗ Ánh"));
    QCOMPARE(row.at(2).text, QStringLiteral("a\nb_x0041_"));
    QVERIFY(row.at(3).isEmpty());
    QCOMPARE(row.at(4).text, QStringLiteral("Trần"));
    QCOMPARE(book->sheets.first().name, QStringLiteral("Bảng 1"));
}

void TestWorkbookReader::numbersDatesAndBooleansAreTold()
{
    const QByteArray styles = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
                              "<numFmt numFmtId=\"165\" formatCode=\"#,##0 &quot;đ&quot;\"/></numFmts>"
                              "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"
                              "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "
                              "numFmtId=\"165\"/><xf numFmtId=\"14\"/></cellXfs>";
    const auto book = read(xlsx(
        rowOf(
            "<c r=\"A1\" s=\"0\"><v>5</v></c><c r=\"B1\" s=\"1\"><v>41741</v></c><c r=\"C1\" s=\"2\"><v>41741</v></c>"
            "<c r=\"D1\" s=\"3\"><v>41741.5</v></c><c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"e\"><v>#N/A</v></c>"
            "<c r=\"G1\" t=\"d\"><v>2014-04-12T00:00:00</v></c><c r=\"H1\"><v>22314075954</v></c>"),
        {}, styles));
    QVERIFY(book);
    const SheetRow& row = book->sheets.first().rows.first();
    QCOMPARE(row.at(0).type, Cell::Type::Number);
    QCOMPARE(row.at(1).type, Cell::Type::DateSerial);
    QCOMPARE(row.at(1).asDateTime()->date(), QDate(2014, 4, 12));
    QCOMPARE(row.at(2).type, Cell::Type::Number);
    QCOMPARE(row.at(3).asText(), QStringLiteral("2014-04-12 12:00:00"));
    QCOMPARE(row.at(4).type, Cell::Type::Boolean);
    QCOMPARE(row.at(5).type, Cell::Type::Error);
    QCOMPARE(row.at(6).asDateTime()->date(), QDate(2014, 4, 12));
    QCOMPARE(row.at(7).asText(), QStringLiteral("22314075954"));
}

void TestWorkbookReader::formatsOfDates_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isDate");
    const auto row = [](const char* code, bool isDate) { QTest::newRow(code) << QString::fromUtf8(code) << isDate; };
    row("dd/mm/yyyy", true);
    row("[$-42A]dd mmmm yyyy", true);
    row("h:mm AM/PM", true);
    row("[h]:mm", true);
    row("\"ngày\" d \"tháng\" m", true);
    row("General", false);
    row("#,##0.00", false);
    row("#,##0\\ \"đồng\";[Red]-#,##0", false);
    row("0.00E+00", false);
    row("\"days\" 0", false);
    row("0_d", false);
    row("@", false);
}

void TestWorkbookReader::formatsOfDates()
{
    QFETCH(QString, code);
    QFETCH(bool, isDate);
    QCOMPARE(isDateFormat(code), isDate);
}

void TestWorkbookReader::serialsBecomeDays()
{
    const auto day = [](double serial, bool date1904 = false) {
        const Cell cell { Cell::Type::DateSerial, false, serial, {} };
        const auto at = cell.asDateTime(date1904);
        return at ? at->date() : QDate();
    };
    QCOMPARE(day(1), QDate(1900, 1, 1));
    QCOMPARE(day(59), QDate(1900, 2, 28));
    QCOMPARE(day(60), QDate()); // a day that never was
    QCOMPARE(day(61), QDate(1900, 3, 1));
    QCOMPARE(day(45000), QDate(2023, 3, 15));
    QCOMPARE(day(45000.9999999999), QDate(2023, 3, 16));
    QCOMPARE(day(0, true), QDate(1904, 1, 1));
    QCOMPARE(day(43538, true), QDate(2023, 3, 15));
    QCOMPARE(day(0.5), QDate());
    QCOMPARE(day(-1), QDate());
    QCOMPARE(day(1e300), QDate());
    QCOMPARE(day(2958465), QDate(9999, 12, 31));
    QVERIFY(rc::check("a date comes back from its serial", [] {
        const QDate date = QDate(1900, 3, 1).addDays(*rc::gen::inRange(0, 60000));
        RC_ASSERT(Cell::ofDate(date).asDateTime()->date() == date);
    }));
}

void TestWorkbookReader::formulasGiveTheirSavedValue()
{
    const auto book =
        read(xlsx(rowOf("<c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>HYPERLINK(\"x\")</f><v>chữ</v></c>"
                        "<c r=\"C1\"><f>NOW()</f></c><c r=\"D1\"><f>A9</f><v/></c><c r=\"E1\" "
                        "t=\"str\"><f>IF(A9,1,\"\")</f><v></v></c>")));
    QVERIFY(book);
    const SheetRow& row = book->sheets.first().rows.first();
    QCOMPARE(row.at(0).number, 2.0);
    QVERIFY(row.at(0).isFormula);
    QCOMPARE(row.at(1).text, QStringLiteral("chữ"));
    QCOMPARE(row.cells.size(), 4);
    QVERIFY(row.at(2).isUnsolved() && row.at(3).isUnsolved()); // never worked out: empty, but not blank
    QVERIFY(row.at(4).isEmpty() && !row.at(4).isUnsolved()); // worked out to an empty text
}

void TestWorkbookReader::missingReferencesAreCounted()
{
    const auto book =
        read(xlsx("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c r=\"B3\"><v>9</v></c></row>"));
    QVERIFY(book);
    QCOMPARE(book->sheets.first().rows.size(), 2);
    QCOMPARE(book->sheets.first().rows.first().at(2).number, 3.0);
    QCOMPARE(book->sheets.first().rows.last().number, 3);
    QCOMPARE(book->sheets.first().rows.last().at(1).number, 9.0);
}

void TestWorkbookReader::emptyStyledCellsTakeNoRoom()
{
    QByteArray cells;
    for (const char* name : { "A1", "XFD1" }) {
        cells += QByteArray("<c r=\"") + name + "\" s=\"0\"/>";
    }
    const auto book = read(xlsx(rowOf(cells) + "<row r=\"1048576\"/>"));
    QVERIFY(book);
    QVERIFY(book->sheets.first().rows.isEmpty());
}

void TestWorkbookReader::anOpenDocumentIsRead()
{
    const auto book =
        read(ods("<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
                 "table:number-columns-repeated=\"1024\"/></table:table-row>"
                 "<table:table-row><table:table-cell office:value-type=\"string\" "
                 "calcext:value-type=\"error\"><text:p>Nguyễn<text:s "
                 "text:c=\"2\"/><text:span>A</text:span></text:p><text:p>B</text:p>"
                 "<office:annotation><text:p>ghi chú</text:p></office:annotation></table:table-cell>"
                 "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" "
                 "office:value=\"1.5\"><text:p>1,5</text:p></table:table-cell>"
                 "<table:covered-table-cell/>"
                 "<table:table-cell office:value-type=\"date\" "
                 "office:date-value=\"2014-04-12\"><text:p>12/04/14</text:p></table:table-cell>"
                 "<table:table-cell office:value-type=\"boolean\" "
                 "office:boolean-value=\"true\"><text:p>TRUE</text:p></table:table-cell></table:table-row>"
                 "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
                 "office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"
                 "<table:table-row table:number-rows-repeated=\"1048500\"><table:table-cell/></table:table-row>"));
    QVERIFY(book);
    const Sheet& sheet = book->sheets.first();
    QCOMPARE(sheet.name, QStringLiteral("Bảng"));
    QCOMPARE(sheet.rows.size(), 3);
    const SheetRow& row = sheet.rows.first();
    QCOMPARE(row.number, 4);
    QCOMPARE(row.at(0).text, QStringLiteral("Nguyễn  A\nB"));
    QCOMPARE(row.at(2).number, 1.5);
    QVERIFY(row.at(3).isEmpty());
    QCOMPARE(row.at(4).asDateTime()->date(), QDate(2014, 4, 12));
    QCOMPARE(row.at(5).type, Cell::Type::Boolean);
    QCOMPARE(sheet.rows.at(2).number, 6);
    QCOMPARE(sheet.rows.at(2).at(0).text, QStringLiteral("x"));
}

void TestWorkbookReader::anOldExcelFileIsRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sổ cũ.xls")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(ole(QStringLiteral("Workbook"), biff8(QStringLiteral("Đinh Khánh Ánh"), 12.5)));
    file.close();
    const auto book = readWorkbook(file.fileName());
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    QCOMPARE(book->sheets.size(), 1);
    QCOMPARE(book->sheets.first().name, QStringLiteral("Sổ"));
    QCOMPARE(first(book).text, QStringLiteral("Đinh Khánh Ánh"));
    QCOMPARE(book->sheets.first().lastRow(), 3);
    QCOMPARE(book->sheets.first().rows.last().at(1).number, 12.5);
}

void TestWorkbookReader::aCsvIsReadWithAnySeparator()
{
    for (const char* separator : { ",", ";", "\t" }) {
        QByteArray text = "STT|Họ tên|Ghi chú\r\n1|\"Đinh \"\"Bé\"\" | Ánh\"|\"hai\ndòng\"\r\n\r\n3||x";
        text.replace("|", separator);
        for (const char* bom : { "", "\xef\xbb\xbf" }) {
            const auto book = read(bom + text, Csv);
            QVERIFY(book);
            const Sheet& sheet = book->sheets.first();
            QCOMPARE(sheet.rows.size(), 3);
            QCOMPARE(sheet.rows.at(0).at(0).text, QStringLiteral("STT"));
            QCOMPARE(
                sheet.rows.at(1).at(1).text, QStringLiteral("Đinh \"Bé\" %1 Ánh").arg(QLatin1StringView(separator)));
            QCOMPARE(sheet.rows.at(1).at(2).text, QStringLiteral("hai\ndòng"));
            QCOMPARE(sheet.lastRow(), 4);
            QVERIFY(sheet.rows.at(2).at(1).isEmpty());
            QCOMPARE(book->encoding, Workbook::Encoding::Unicode);
        }
    }
    const QString text = QStringLiteral("\ufeffHọ tên\tTuổi\r\nÁnh\t8\r\n");
    const auto utf16 =
        read(QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2), QStringLiteral("a.txt"));
    QCOMPARE(first(utf16).text, QStringLiteral("Họ tên"));
    QCOMPARE(first(read("sep=|\r\na;b|c", Csv)).text, QStringLiteral("a;b"));
}

void TestWorkbookReader::aCsvInAnOldEncodingKeepsItsBytes()
{
    const QByteArray tcvn = QByteArray::fromHex("a7696e68204b68b86e68"); // "Đinh Khánh" in TCVN3
    const auto book = read(tcvn + ",1\n", Csv);
    QVERIFY(book);
    QCOMPARE(book->encoding, Workbook::Encoding::Bytes);
    QCOMPARE(first(book).text.toLatin1(), tcvn);
}

void TestWorkbookReader::aCsvThatNeverClosesAQuoteIsRefused()
{
    QCOMPARE(codeOf(read("a,\"b\n1,2\n", Csv)), ErrorCode::Truncated);
}

void TestWorkbookReader::whatIsNoWorkbookIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << QStringLiteral("PDF");
    QTest::newRow("png") << QByteArray::fromHex("89504e470d0a1a0a") << QStringLiteral("picture");
    QTest::newRow("jpeg") << QByteArray::fromHex("ffd8ffe000104a464946") << QStringLiteral("picture");
    QTest::newRow("docx") << zip({ { "[Content_Types].xml", "<a/>" }, { "word/document.xml", "<a/>" } })
                          << QStringLiteral("Word");
    QTest::newRow("pptx") << zip({ { "[Content_Types].xml", "<a/>" }, { "ppt/presentation.xml", "<a/>" } })
                          << QStringLiteral("presentation");
    QTest::newRow("xlsb") << zip({ { "[Content_Types].xml", "<a/>" }, { "xl/workbook.bin", "x" } })
                          << QStringLiteral("xlsb");
    QTest::newRow("odt") << zip(
        { { "mimetype", "application/vnd.oasis.opendocument.text" }, { "content.xml", "<a/>" } })
                         << QStringLiteral("LibreOffice");
    QTest::newRow("zip") << zip({ { "anh.jpg", "x" } }) << QStringLiteral("archive");
    QTest::newRow("web page as xls") << QByteArray("<html><table></table></html>") << QStringLiteral("web page");
    QTest::newRow("package") << QByteArray("age-encryption.org/v1\n") << QStringLiteral("sealed");
    QTest::newRow("text") << QByteArray("Kính gửi") << QStringLiteral("text file");
    QTest::newRow("doc") << ole(QStringLiteral("WordDocument"), "x") << QStringLiteral("Word");
    QTest::newRow("other ole") << ole(QStringLiteral("Contents"), "x") << QStringLiteral("no workbook");
    QTest::newRow("bytes") << QByteArray::fromHex("0001020304") << QStringLiteral("no workbook");
}

void TestWorkbookReader::whatIsNoWorkbookIsNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("so.xls")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto book = readWorkbook(file.fileName());
    QCOMPARE(codeOf(book), ErrorCode::NotAWorkbook);
    QVERIFY2(book.error().message.contains(word), qPrintable(book.error().message));
}

void TestWorkbookReader::aLockedWorkbookSaysSo()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("so.xlsx")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(ole(QStringLiteral("EncryptedPackage"), "x"));
    file.close();
    auto book = readWorkbook(file.fileName());
    QCOMPARE(codeOf(book), ErrorCode::NotAWorkbook);
    QVERIFY(book.error().message.contains(QStringLiteral("password")));
    book = read(zip({ { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", "\x01" },
        { "META-INF/manifest.xml", "<manifest:encryption-data/>" } }));
    QCOMPARE(codeOf(book), ErrorCode::NotAWorkbook);
    QVERIFY(book.error().message.contains(QStringLiteral("password")));
}

void TestWorkbookReader::everyTruncationIsRefused()
{
    const QByteArray bytes = xlsx(rowOf("<c r=\"A1\"><v>1</v></c>"));
    for (qsizetype size = 4; size < bytes.size(); ++size) {
        const auto book = read(bytes.left(size));
        QVERIFY2(!book, qPrintable(QString::number(size)));
        QVERIFY(book.error().code == ErrorCode::Truncated || book.error().code == ErrorCode::Damaged);
    }
    QCOMPARE(codeOf(read(bytes.left(bytes.size() / 2))), ErrorCode::Truncated);
}

void TestWorkbookReader::flippedBytesNeverCrash()
{
    const QByteArray strings = "<si><t>a</t></si>";
    const QByteArray book =
        xlsx(rowOf("<c r=\"A1\" t=\"s\"><v>0</v></c>"), strings, "<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
    const QByteArray openDocument =
        ods("<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>");
    for (const QByteArray& bytes : { book, openDocument }) {
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray bad = bytes;
            bad[i] = char(bad.at(i) ^ 0x15);
            (void)read(bad);
        }
    }
    QTemporaryDir folder;
    const QByteArray old = ole(QStringLiteral("Workbook"), biff8(QStringLiteral("a"), 1));
    QRandomGenerator random(7);
    for (int i = 0; i < 300; ++i) {
        QByteArray bad = old;
        const qsizetype at = i < 150 ? 1536 + random.bounded(220) : random.bounded(int(bad.size()));
        bad[at] = char(random.generate());
        QFile file(folder.filePath(QStringLiteral("a.xls")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bad);
        file.close();
        (void)readWorkbook(file.fileName());
    }
}

void TestWorkbookReader::aBombIsRefusedBeforeItIsRead()
{
    const QByteArray bomb = xlsx(rowOf("<c r=\"A1\"><v>1</v></c>" + QByteArray(40 * 1024 * 1024, ' ')));
    QVERIFY(bomb.size() < 200 * 1024);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(codeOf(read(bomb)), ErrorCode::InvalidInput);
    QVERIFY(timer.elapsed() < 100);
    WorkbookLimits small;
    small.unpackedBytes = 500;
    QCOMPARE(codeOf(read(xlsx(rowOf("<c r=\"A1\"><v>1</v></c>")), {}, small)), ErrorCode::InvalidInput);
    small = {};
    small.fileBytes = 100;
    QCOMPARE(codeOf(read(xlsx(rowOf("<c r=\"A1\"><v>1</v></c>")), {}, small)), ErrorCode::InvalidInput);
}

void TestWorkbookReader::entitiesAreNotExpanded()
{
    const QByteArray doctype = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\"><!ENTITY f SYSTEM "
                               "\"file:///etc/passwd\">]>";
    const QByteArray table =
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
        "<table:table><table:table-row><table:table-cell><text:p>&y;&f;</text:p></table:table-cell></table:table-row></"
        "table:table></office:document-content>";
    QCOMPARE(codeOf(read(zip({ { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
                 { "content.xml", doctype + table } }))),
        ErrorCode::Damaged);
    QCOMPARE(codeOf(read(xlsx(rowOf("<c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c>")))), ErrorCode::Damaged);
    QCOMPARE(codeOf(read(zip({ { "[Content_Types].xml", "<a/>" }, { "xl/workbook.xml", doctype + "<workbook/>" } }))),
        ErrorCode::Damaged);
}

void TestWorkbookReader::brokenXmlIsRefused_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("cut") << QByteArray("<row r=\"1\"><c r=\"A1\"><v>1");
    QTest::newRow("string that is not there") << rowOf("<c r=\"A1\" t=\"s\"><v>0</v></c>");
    QTest::newRow("negative string") << rowOf("<c r=\"A1\" t=\"s\"><v>-1</v></c>");
    QTest::newRow("no number") << rowOf("<c r=\"A1\"><v>12abc</v></c>");
    QTest::newRow("infinite") << rowOf("<c r=\"A1\"><v>INF</v></c>");
    QTest::newRow("rows backwards") << rowOf("<c r=\"A2\"><v>1</v></c>", 2) + rowOf("<c r=\"A1\"><v>1</v></c>", 1);
    QTest::newRow("row twice") << rowOf("<c r=\"A1\"><v>1</v></c>") + rowOf("<c r=\"A1\"><v>2</v></c>");
    QTest::newRow("cells backwards") << rowOf("<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>");
    QTest::newRow("cell of another row") << rowOf("<c r=\"A7\"><v>1</v></c>");
    QTest::newRow("reference without a row") << rowOf("<c r=\"A\"><v>1</v></c>");
    QTest::newRow("row nought") << rowOf("<c r=\"A0\"><v>1</v></c>", 0);
    QTest::newRow("huge row") << QByteArray("<row r=\"99999999999999\"><c><v>1</v></c></row>");
    QTest::newRow("cell outside rows") << QByteArray("<c r=\"A1\"><v>1</v></c>");
}

void TestWorkbookReader::brokenXmlIsRefused()
{
    QFETCH(QByteArray, rows);
    QCOMPARE(codeOf(read(xlsx(rows))), ErrorCode::Damaged);
}

void TestWorkbookReader::limitsAreKept()
{
    WorkbookLimits limits;
    limits.rows = 3;
    limits.columns = 4;
    limits.cellCharacters = 10;
    const auto text = [](int size) {
        return "<c r=\"A1\" t=\"inlineStr\"><is><t>" + QByteArray(size, 'x') + "</t></is></c>";
    };
    QVERIFY(read(xlsx(rowOf(text(10))), {}, limits));
    QCOMPARE(codeOf(read(xlsx(rowOf(text(11))), {}, limits)), ErrorCode::InvalidInput);
    QVERIFY(read(xlsx(rowOf("<c r=\"D1\"><v>1</v></c>")), {}, limits));
    QCOMPARE(codeOf(read(xlsx(rowOf("<c r=\"E1\"><v>1</v></c>")), {}, limits)), ErrorCode::InvalidInput);
    QVERIFY(read("1\n2\n3\n", Csv, limits));
    QCOMPARE(codeOf(read("1\n2\n3\n4", Csv, limits)), ErrorCode::InvalidInput);
    limits.cells = 2;
    QCOMPARE(codeOf(read("1,2,3\n", Csv, limits)), ErrorCode::InvalidInput);
}

void TestWorkbookReader::repeatedCellsOfAHostileOdsAreBounded()
{
    const QByteArray cell =
        "<table:table-cell table:number-columns-repeated=\"2147483647\"><text:p>x</text:p></table:table-cell>";
    QCOMPARE(codeOf(read(ods("<table:table-row>" + cell + "</table:table-row>"))), ErrorCode::InvalidInput);
    const QByteArray row = "<table:table-row "
                           "table:number-rows-repeated=\"2147483647\"><table:table-cell><text:p>x</text:p></"
                           "table:table-cell></table:table-row>";
    QCOMPARE(codeOf(read(ods(row))), ErrorCode::InvalidInput);
    const QByteArray spaces = "<table:table-row><table:table-cell><text:p>"
        + QByteArray("<text:s text:c=\"2000000000\"/>").repeated(100)
        + "</text:p></table:table-cell></table:table-row>";
    QCOMPARE(codeOf(read(ods(spaces))), ErrorCode::InvalidInput);
}

void TestWorkbookReader::aLongRunWithoutTagsIsRefused()
{
    QByteArray noise(6 * 1024 * 1024, '\0');
    QRandomGenerator random(3);
    for (char& c : noise) {
        c = char('a' + random.bounded(26));
    }
    const auto book = read(xlsx(rowOf("<c r=\"A1\" t=\"inlineStr\"><is><t>" + noise + "</t></is></c>")));
    QVERIFY(codeOf(book) == ErrorCode::Damaged || codeOf(book) == ErrorCode::InvalidInput);
}

void TestWorkbookReader::namesInTheArchiveAreNoPaths()
{
    QTemporaryDir folder;
    const QByteArray bytes = zip({ { "[Content_Types].xml", "<a/>" }, { "../../ra-ngoai.xml", "x" },
        { "_rels/.rels",
            "<Relationships><Relationship Id=\"1\" Type=\"x/officeDocument\" "
            "Target=\"../../../etc/passwd\"/></Relationships>" } });
    QCOMPARE(codeOf(read(bytes)), ErrorCode::Damaged);
}

void TestWorkbookReader::aMissingFileSaysSo()
{
    QCOMPARE(codeOf(readWorkbook(QStringLiteral("/khong/co/so.xlsx"))), ErrorCode::NotFound);
}

void TestWorkbookReader::twentyThousandRowsASecond()
{
    QByteArray rows;
    for (int row = 1; row <= 20000; ++row) {
        const QByteArray number = QByteArray::number(row);
        QByteArray cells;
        for (char column = 'A'; column < 'P'; ++column) {
            cells += QByteArray("<c r=\"") + column + number + "\" t=\"inlineStr\"><is><t>Nguyễn Thị Ánh</t></is></c>";
        }
        rows += rowOf(cells, row);
    }
    const QByteArray bytes = xlsx(rows);
    const std::clock_t start = std::clock(); // of the processor, since other tests may run beside this one
    const auto book = read(bytes);
    const auto took = qint64(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
    QVERIFY(book);
    QCOMPARE(book->sheets.first().rows.size(), 20000);
    qInfo("20,000 rows of 15 cells: %lld ms", took);
    QVERIFY2(took < 4000, "far slower than it was"); // with sanitizers too; the exact figure is a benchmark's matter
}

QTEST_GUILESS_MAIN(TestWorkbookReader)
#include "tst_workbook_reader.moc"
