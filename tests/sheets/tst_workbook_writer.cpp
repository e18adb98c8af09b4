// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/workbook_writer.h"

#include "models/sheets/cell_guard.h"
#include "models/sheets/workbook_reader.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>

using namespace maiam;

namespace {

SheetTable sample()
{
    SheetTable table;
    table.name = QStringLiteral("Sổ theo dõi [2026]/*");
    table.titles = { QStringLiteral("SỔ THEO DÕI") };
    table.columns = { QStringLiteral("STT"), QStringLiteral("Họ và tên"), QStringLiteral("Ngày sinh") };
    table.rows = { { Cell::ofNumber(1), Cell::ofText(QStringLiteral("Đinh <Khánh> & \"Ánh\"")),
                       Cell::ofDate(QDate(2014, 4, 12)) },
        { Cell::ofNumber(-2.5), Cell {}, Cell::ofText(QStringLiteral("=HYPERLINK(\"x\")")) },
        { Cell::ofBoolean(true), Cell::ofText(QStringLiteral("a_x0041_\nb")),
            Cell::ofText(QStringLiteral("022314075954")) } };
    return table;
}

} // namespace

class TestWorkbookWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsBack();
    void dangerousCellsStayTexts();
    void namesOfSheetsAreMadeFit();
    void aCsvReadsBackAndIsGuarded();
    void everyTextSurvivesTheGuard();
    void nothingStaysInTheTemporaryFolder();
    void aFolderThatIsNotThereIsReported();
    void noTableIsRefused();

private:
    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
};

void TestWorkbookWriter::whatIsWrittenReadsBack()
{
    QVERIFY(writeWorkbook(path("sổ.xlsx"), { sample() }));
    const auto book = readWorkbook(path("sổ.xlsx"));
    QVERIFY(book);
    const Sheet& sheet = book->sheets.first();
    QCOMPARE(sheet.rows.size(), 5);
    QCOMPARE(sheet.rows.at(0).at(0).text, QStringLiteral("SỔ THEO DÕI"));
    QCOMPARE(sheet.rows.at(1).at(1).text, QStringLiteral("Họ và tên"));
    QCOMPARE(sheet.rows.at(2).at(0).number, 1.0);
    QCOMPARE(sheet.rows.at(2).at(1).text, QStringLiteral("Đinh <Khánh> & \"Ánh\""));
    QCOMPARE(sheet.rows.at(2).at(2).asDateTime()->date(), QDate(2014, 4, 12));
    QCOMPARE(sheet.rows.at(3).at(0).number, -2.5);
    QVERIFY(sheet.rows.at(3).at(1).isEmpty());
    QCOMPARE(sheet.rows.at(4).at(0).type, Cell::Type::Boolean);
    QCOMPARE(sheet.rows.at(4).at(1).text, QStringLiteral("a_x0041_\nb"));
    QCOMPARE(sheet.rows.at(4).at(2).text, QStringLiteral("022314075954"));
}

void TestWorkbookWriter::dangerousCellsStayTexts()
{
    QVERIFY(writeWorkbook(path("a.xlsx"), { sample() }));
    const auto book = readWorkbook(path("a.xlsx"));
    QVERIFY(book);
    const Cell cell = book->sheets.first().rows.at(3).at(2);
    QCOMPARE(cell.type, Cell::Type::Text);
    QVERIFY(!cell.isFormula);
    QCOMPARE(cell.text, QStringLiteral("=HYPERLINK(\"x\")"));
}

void TestWorkbookWriter::namesOfSheetsAreMadeFit()
{
    SheetTable longName;
    longName.name = QString(60, u'x');
    SheetTable nameless;
    QVERIFY(writeWorkbook(path("b.xlsx"), { sample(), sample(), longName, longName, nameless }));
    const auto book = readWorkbook(path("b.xlsx"));
    QVERIFY(book);
    QSet<QString> names;
    for (const Sheet& sheet : book->sheets) {
        QVERIFY(!sheet.name.isEmpty() && sheet.name.size() <= 31);
        QVERIFY(!sheet.name.contains(u'[') && !sheet.name.contains(u'/'));
        names.insert(sheet.name);
    }
    QCOMPARE(names.size(), 5);
}

void TestWorkbookWriter::aCsvReadsBackAndIsGuarded()
{
    for (const QChar separator : { QChar(u','), QChar(u';'), QChar(u'\t') }) {
        QVERIFY(writeCsv(path("a.csv"), sample(), separator));
        QFile file(path("a.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xef\xbb\xbf"));
        QVERIFY(bytes.contains("'=HYPERLINK"));
        QVERIFY(bytes.contains("-2.5"));
        QVERIFY(!bytes.contains("'-2.5")); // a number
        const auto book = readWorkbook(path("a.csv"));
        QVERIFY(book);
        const Sheet& sheet = book->sheets.first();
        QCOMPARE(sheet.rows.at(2).at(1).text, QStringLiteral("Đinh <Khánh> & \"Ánh\""));
        QCOMPARE(sheet.rows.at(2).at(2).text, QStringLiteral("2014-04-12"));
        QCOMPARE(sheet.rows.at(3).at(2).text, QStringLiteral("=HYPERLINK(\"x\")"));
    }
}

void TestWorkbookWriter::everyTextSurvivesTheGuard()
{
    for (const char16_t* text : { u"=1+1", u"+84912", u"-", u"@SUM(1)", u"  =1", u"\t=1", u"\uff1d1", u"'=1", u"''=1" })
    {
        const QString original = QString::fromUtf16(text);
        const QString guarded = cell_guard::guarded(original);
        QVERIFY(guarded.startsWith(u'\''));
        QVERIFY(!cell_guard::isDangerous(guarded));
        QCOMPARE(cell_guard::unguarded(guarded), original);
    }
    for (const char16_t* text : { u"", u"Ánh", u"'s", u"1=1", u"a@b" }) {
        const QString original = QString::fromUtf16(text);
        QCOMPARE(cell_guard::guarded(original), original);
        QCOMPARE(cell_guard::unguarded(original), original);
    }
    QVERIFY(rc::check("any text of these characters", [] {
        const auto units = *rc::gen::container<std::vector<char16_t>>(
            rc::gen::element<char16_t>(u'\'', u'=', u'+', u' ', u'a', u'\t', u'\n'));
        const QString text(reinterpret_cast<const QChar*>(units.data()), qsizetype(units.size()));
        RC_ASSERT(!cell_guard::isDangerous(cell_guard::guarded(text)));
        RC_ASSERT(cell_guard::unguarded(cell_guard::guarded(text)) == text);
    }));
}

void TestWorkbookWriter::nothingStaysInTheTemporaryFolder()
{
    const QStringList before = QDir(m_folder.path()).entryList();
    QVERIFY(writeWorkbook(path("only.xlsx"), { sample() }));
    QStringList after = QDir(m_folder.path()).entryList();
    QCOMPARE(after.removeAll(QStringLiteral("only.xlsx")), 1);
    QCOMPARE(after, before);
}

void TestWorkbookWriter::aFolderThatIsNotThereIsReported()
{
    const auto written = writeWorkbook(path("khong co/a.xlsx"), { sample() });
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::ReadOnly);
}

void TestWorkbookWriter::noTableIsRefused()
{
    QCOMPARE(writeWorkbook(path("none.xlsx"), {}).error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestWorkbookWriter)
#include "tst_workbook_writer.moc"
