// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/workbook_reader.h"

#include "file_maker.h"

#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>

#include <map>

using namespace maiam;
using namespace maiam::test;

namespace {

Result<Workbook> read(const QByteArray& bytes)
{
    return readWorkbookBytes(bytes, QStringLiteral("so.xlsx"));
}

ErrorCode codeOf(const Result<Workbook>& result)
{
    return result ? ErrorCode::Usage : result.error().code;
}

QByteArray rowOf(const QByteArray& cells, int number = 1)
{
    return "<row r=\"" + QByteArray::number(number) + "\">" + cells + "</row>";
}

} // namespace

/// Whatever stands in a cell, hangs on it or spans it comes out of the reader.
class TestEveryCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commentsAreRead();
    void mergedRowsAreTold();
    void errorsOfLibreOfficeAreErrors();
    void formulasOfAnOldExcelFileAreRead();
    void everyCellOfAnyWorkbookIsRead();
};

void TestEveryCell::commentsAreRead()
{
    const auto book = read(xlsx(rowOf("<c r=\"A1\"><v>1</v></c>"), {}, {}, {},
        "<comment ref=\"C9\" authorId=\"0\"><text><r><rPr><b/></rPr><t>Lan:</t></r><r><t xml:space=\"preserve\"> đã "
        "xóa</t></r></text></comment><comment ref=\"A1\"><text><t>một</t></text></comment>"));
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    const auto& comments = book->sheets.first().comments;
    QCOMPARE(comments.size(), 2);
    QCOMPARE(comments.at(0).text, QStringLiteral("một"));
    QCOMPARE(comments.at(1).text, QStringLiteral("Lan: đã xóa"));
    QCOMPARE(comments.at(1).row, 9);
    QCOMPARE(comments.at(1).column, 2);
    QCOMPARE(codeOf(read(xlsx(rowOf("<c r=\"A1\"><v>1</v></c>"), {}, {}, {},
                 "<comment ref=\"?\"><text><t>một</t></text></comment>"))),
        ErrorCode::Damaged);

    const auto other = read(ods("<table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\">"
                                "<office:annotation><dc:creator xmlns:dc=\"x\">Lan</dc:creator><text:p>hai</text:p>"
                                "<text:p>ba</text:p></office:annotation><text:p>chữ</text:p></table:table-cell>"
                                "</table:table-row>"));
    QVERIFY(other);
    QCOMPARE(other->sheets.first().rows.first().at(1).text, QStringLiteral("chữ"));
    QCOMPARE(other->sheets.first().comments.size(), 1);
    QCOMPARE(other->sheets.first().comments.first().text, QStringLiteral("hai\nba"));
    QCOMPARE(other->sheets.first().comments.first().column, 1);
}

void TestEveryCell::mergedRowsAreTold()
{
    // what follows the rows of a sheet, with the rows' element closed and opened again around it
    const auto book = read(xlsx(rowOf("<c r=\"A1\"><v>1</v></c>")
        + "</sheetData><mergeCells><mergeCell ref=\"B7:C9\"/><mergeCell ref=\"A1:D1\"/><mergeCell "
          "ref=\"?\"/></mergeCells><sheetData>"));
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    QCOMPARE(book->sheets.first().merged.size(), 1);
    QCOMPARE(book->sheets.first().merged.first().row, 7);
    QCOMPARE(book->sheets.first().merged.first().lastRow, 9);
    QCOMPARE(book->sheets.first().merged.first().column, 1);
    const auto other =
        read(ods("<table:table-row><table:table-cell/><table:table-cell table:number-rows-spanned=\"3\" "
                 "office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"));
    QVERIFY(other);
    QCOMPARE(other->sheets.first().merged.size(), 1);
    QCOMPARE(other->sheets.first().merged.first().lastRow, 3);
    QCOMPARE(other->sheets.first().merged.first().column, 1);
}

void TestEveryCell::errorsOfLibreOfficeAreErrors()
{
    const auto book =
        read(ods("<table:table-row><table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" "
                 "office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p>"
                 "</table:table-cell><table:table-cell table:formula=\"of:=NOW()\"/><table:table-cell "
                 "table:formula=\"of:=IF(1;&quot;&quot;)\" office:value-type=\"string\" "
                 "office:string-value=\"\"/></table:table-row>"));
    QVERIFY(book);
    const SheetRow& row = book->sheets.first().rows.first();
    QCOMPARE(row.at(0).type, Cell::Type::Error);
    QCOMPARE(row.at(0).text, QStringLiteral("#DIV/0!"));
    QVERIFY(row.at(1).isUnsolved());
    QVERIFY(row.at(2).isEmpty() && !row.at(2).isUnsolved());
}

void TestEveryCell::formulasOfAnOldExcelFileAreRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("so.xls")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        ole(QStringLiteral("Workbook"), biff8Formulas(QStringLiteral("Đinh Khánh Ánh"), QStringLiteral("đã chuyển"))));
    file.close();
    const auto book = readWorkbook(file.fileName());
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    const Sheet& sheet = book->sheets.first();
    QVERIFY(sheet.isHidden);
    QVERIFY(!book->commentsUnread);
    const auto a = [&sheet](int row) {
        for (const SheetRow& one : sheet.rows) {
            if (one.number == row) {
                return one.at(0);
            }
        }
        return Cell {};
    };
    QCOMPARE(a(1).number, 42.5);
    QCOMPARE(a(2).text, QStringLiteral("Đinh Khánh Ánh"));
    QCOMPARE(a(3).type, Cell::Type::Error);
    QCOMPARE(a(3).text, QStringLiteral("#N/A"));
    QCOMPARE(a(4).type, Cell::Type::Boolean);
    QVERIFY(a(5).isEmpty() && !a(5).isUnsolved());
    QCOMPARE(a(6).asDateTime()->date(), QDate(2014, 12, 27));
    QVERIFY(a(7).isUnsolved());
    QCOMPARE(a(8).type, Cell::Type::Boolean); // FreeXL takes it for the number 1
    QCOMPARE(a(9).text, QStringLiteral("#DIV/0!")); // and this one too
    QCOMPARE(sheet.comments.size(), 1);
    QCOMPARE(sheet.comments.first().row, 4);
    QCOMPARE(sheet.comments.first().column, 2);
    QCOMPARE(sheet.comments.first().text, QStringLiteral("đã chuyển"));
}

void TestEveryCell::everyCellOfAnyWorkbookIsRead()
{
    // What each kind of cell looks like in xlsx and in ods, and what must be read from it.
    struct Kind
    {
        QByteArray xlsx;
        QByteArray ods;
        QString text;
    };
    const QList<Kind> kinds { { "t=\"inlineStr\"><is><t>một</t></is>",
                                  "office:value-type=\"string\"><text:p>một</text:p>", QStringLiteral("một") },
        { "t=\"inlineStr\"><is><r><t>mộ</t></r><rPh><t>x</t></rPh><r><t>t</t></r></is>",
            "office:value-type=\"string\"><text:p>m<text:span>ột</text:span></text:p>", QStringLiteral("một") },
        { "t=\"s\"><v>0</v>", "office:value-type=\"string\" office:string-value=\"chung\">", QStringLiteral("chung") },
        { "><v>22316004417</v>", "office:value-type=\"float\" office:value=\"22316004417\"><text:p>x</text:p>",
            QStringLiteral("22316004417") },
        { "t=\"b\"><v>1</v>", "office:value-type=\"boolean\" office:boolean-value=\"true\">", QStringLiteral("TRUE") },
        { "t=\"e\"><v>#N/A</v>",
            "office:value-type=\"string\" office:string-value=\"\" "
            "calcext:value-type=\"error\"><text:p>#N/A</text:p>",
            QStringLiteral("#N/A") },
        { "t=\"str\"><f>A1</f><v>chữ</v>", "table:formula=\"A1\" office:value-type=\"string\"><text:p>chữ</text:p>",
            QStringLiteral("chữ") },
        { "><f>A1</f>", "table:formula=\"A1\">", QString() },
        { "t=\"d\"><v>2014-04-12</v>", "office:value-type=\"date\" office:date-value=\"2014-04-12\">",
            QStringLiteral("2014-04-12") } };
    QVERIFY(rc::check("what a workbook's cell holds is read, wherever it stands", [&] {
        const auto places = *rc::gen::container<std::map<std::pair<int, int>, int>>(
            rc::gen::pair(rc::gen::inRange(1, 30), rc::gen::inRange(0, 40)), rc::gen::inRange(0, int(kinds.size())));
        QByteArray rows;
        QByteArray table;
        for (int row = 1; row < 30; ++row) {
            QByteArray cells;
            QByteArray odsCells;
            int column = 0;
            for (const auto& [place, kind] : places) {
                if (place.first != row) {
                    continue;
                }
                const QByteArray letters = place.second < 26 ? QByteArray(1, char('A' + place.second))
                                                             : 'A' + QByteArray(1, char('A' + place.second - 26));
                cells += "<c r=\"" + letters + QByteArray::number(row) + "\" " + kinds[kind].xlsx + "</c>";
                if (place.second > column) {
                    odsCells += "<table:table-cell table:number-columns-repeated=\""
                        + QByteArray::number(place.second - column) + "\"/>";
                }
                odsCells += "<table:table-cell " + kinds[kind].ods + "</table:table-cell>";
                column = place.second + 1;
            }
            rows += rowOf(cells, row);
            table += "<table:table-row>" + odsCells + "</table:table-row>";
        }
        for (const QByteArray& bytes : { xlsx(rows, "<si><t>chung</t></si>"), ods(table) }) {
            const auto book = read(bytes);
            RC_ASSERT(book.has_value());
            std::size_t found = 0;
            for (const SheetRow& row : book->sheets.first().rows) {
                for (int column = 0; column < row.cells.size(); ++column) {
                    const auto place = places.find({ row.number, column });
                    RC_ASSERT(place != places.end() || row.cells[column].isEmpty());
                    if (place == places.end()) {
                        continue;
                    }
                    ++found;
                    RC_ASSERT(row.cells[column].asText() == kinds[place->second].text);
                    RC_ASSERT(!row.cells[column].isEmpty() || row.cells[column].isUnsolved());
                }
            }
            RC_ASSERT(found == places.size());
        }
    }));
}

QTEST_GUILESS_MAIN(TestEveryCell)
#include "tst_every_cell.moc"
