// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_helpers.h"

#include "models/cases/file_codes.h"
#include "models/imports/row_reader.h"
#include "models/records/kinds.h"
#include "models/text/fold.h"
#include "models/text/normalise.h"

#include <QJsonArray>
#include <QTest>

#include <rapidcheck.h>

using namespace maiam;

namespace {
QStringList header()
{
    return QStringLiteral("STT,Họ và tên,Năm sinh,Giới tính,Dân tộc,Số CCCD,Họ tên cha,Họ tên mẹ,Thôn,Hoàn cảnh,Ngày "
                          "nhận,Nguồn tin,Hành vi xâm hại,Ghi chú")
        .split(u',');
}
const QString X = QStringLiteral("x");

QStringList row(const QString& name, const QString& birth, const QString& mother, const QString& received,
    const QString& kind, const QString& number = {})
{
    return { QStringLiteral("#1"), name, birth, QStringLiteral("Nữ"), QStringLiteral("Tày"), number, {}, mother,
        QStringLiteral("Khe Tiền"), {}, received, QStringLiteral("CTV"), kind, {} };
}

Result<ImportOutcome> import(const TestRegister& office, const Workbook& workbook)
{
    return WorkbookImport::run(office.reg(), catalogues(), planOf(workbook));
}

/// Everything that a plan keeps of a row, as one text.
QString keptOf(const RowDraft& draft)
{
    QStringList all = draft.childNotes + draft.caseNotes;
    for (const Values* values : { &draft.child, &draft.file })
        for (const auto& [key, value] : *values)
            if (const QString* text = std::get_if<QString>(&value))
                all.append(*text);
    return all.join(u'\n');
}
} // namespace

class TestWorkbookImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownColumnsGoToTheNoteAndAreNamed()
    {
        QStringList titles = header();
        titles << QStringLiteral("Cỡ dép") << QStringLiteral("Số điện thoại");
        QStringList child =
            row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("2016"), {}, QStringLiteral("01/02/2026"), X);
        child << QStringLiteral("#32") << QStringLiteral("0912 000 000");
        const ImportPlan plan = planOf(workbookOf({ titles, child }));
        QCOMPARE(plan.preview.rows, 1);
        QVERIFY(plan.rows[0].childNotes.contains(QStringLiteral("Cỡ dép: 32")));
        QVERIFY(plan.rows[0].childNotes.contains(QStringLiteral("Số điện thoại: 0912 000 000")));
        QCOMPARE(problemColumns(plan, 1), QStringList(QStringLiteral("O")));
    }

    void whatAnOfficerSaidOfTheColumnsIsTakenAgain()
    {
        const SheetColumns recognised =
            planOf(workbookOf({ header(), row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("2016"), {}, {}, X) }))
                .sheets;
        const auto at = [](const SheetColumns& columns, int index) -> const SheetColumn& {
            return columns.front().second.columns.at(size_t(index));
        };
        SheetColumns corrected = recognised;
        ColumnMap& map = corrected.front().second;
        const int mother = map.find(ColumnUse::Mother)->index;
        const int father = map.find(ColumnUse::Father)->index;
        map.correct(mother, ColumnUse::Carer);
        map.correct(father, ColumnUse::Mother);
        const QString kept = columnUses::kept(corrected);
        SheetColumns again = recognised;
        columnUses::takeAgain(again, kept);
        for (const SheetColumn& column : map.columns)
            QCOMPARE(at(again, column.index).use, column.use);
        again = recognised; // the file was changed meanwhile: another column stands there
        again.front().second.columns.at(size_t(mother)).title = QStringLiteral("Cỡ dép");
        columnUses::takeAgain(again, kept);
        QVERIFY(at(again, mother).use != ColumnUse::Carer);
        QCOMPARE(at(again, father).use, ColumnUse::Mother);
        again = recognised;
        columnUses::takeAgain(again, QStringLiteral("[{"));
        QCOMPARE(at(again, mother).use, ColumnUse::Mother);
    }

    void unknownWordsStayInTheNoteAndAreNamed()
    {
        QStringList child = row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("năm con rồng"), {},
            QStringLiteral("hôm nọ"), QStringLiteral("bị doạ"));
        child[3] = QStringLiteral("?");
        child[4] = QStringLiteral("Người núi");
        child[9] = QStringLiteral("nhà xa");
        child[11] = QStringLiteral("chị bán hàng");
        const ImportPlan plan = planOf(workbookOf({ header(), child }));
        const RowDraft& draft = plan.rows.at(0);
        QCOMPARE(textOf(draft.file, CaseFields::Kind), QStringLiteral("other"));
        for (const char* word : { "năm con rồng", "hôm nọ", "bị doạ", "Người núi", "nhà xa", "chị bán hàng", "?" })
            QVERIFY2(keptOf(draft).contains(QString::fromUtf8(word)), word);
        QCOMPARE(problemColumns(plan, 2),
            QStringList({ QStringLiteral("C"), QStringLiteral("D"), QStringLiteral("E"), QStringLiteral("J"),
                QStringLiteral("K"), QStringLiteral("L"), QStringLiteral("M"), QStringLiteral("K") }));
    }

    void caseWithoutADayStandsOnTheDayOfTheImport()
    {
        TestRegister office;
        const Workbook workbook = workbookOf({ header(),
            row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("2016"), QStringLiteral("Hoàng Thị Mai"), {},
                QStringLiteral("Bạo lực")) });
        QVERIFY(import(office, workbook));
        QCOMPARE(office.number(QStringLiteral("SELECT received FROM \"case\"")), civil::startOf(today()));
        QCOMPARE(office.rows(QStringLiteral("SELECT code FROM \"case\"")), QStringList(QStringLiteral("BL-2026-0001")));
        office.m_clock->advance(qint64(40) * 86400 * 1000); // another day, another year: still the same case
        const auto again = import(office, workbook);
        QVERIFY(again);
        QCOMPARE(again->summary.cases, 0);
        QCOMPARE(again->summary.known, 1);
    }

    void secondReportOfAChildIsASecondCase()
    {
        TestRegister office;
        const auto done = import(office,
            workbookOf({ header(),
                row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("12/04/2016"), QStringLiteral("Hoàng Thị Mai"),
                    QStringLiteral("01/02/2026"), QStringLiteral("Bạo lực")),
                row(QStringLiteral("TẰNG MỸ ÁNH"), QStringLiteral("12.4.2016"), QStringLiteral("Hoàng  Thị  Mai"),
                    QStringLiteral("05/03/2026"), QStringLiteral("BLGĐ")) }));
        QVERIFY(done);
        QCOMPARE(done->summary.children, 1);
        QCOMPARE(done->summary.cases, 2);
        QCOMPARE(office.number(QStringLiteral("SELECT count(DISTINCT child) FROM \"case\"")), 1);
    }

    void childrenWhoMayBeOneStayTwoAndAreNamed()
    {
        const ImportPlan plan = planOf(workbookOf({ header(),
            row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("12/04/2016"), QStringLiteral("Hoàng Thị Mai"),
                QStringLiteral("01/02/2026"), QStringLiteral("Bạo lực")),
            row(QStringLiteral("Tằng Mỹ Anh"), QStringLiteral("2016"), QStringLiteral("Lý Thị Hà"),
                QStringLiteral("05/03/2026"), QStringLiteral("BLGĐ")) }));
        QCOMPARE(plan.preview.children, 2);
        QVERIFY(plan.preview.problems.back().reason.contains(QStringLiteral("row 2")));
    }

    void sameNumberOnTwoNamesIsNamed()
    {
        const QString number = QStringLiteral("022316000001");
        const ImportPlan plan = planOf(workbookOf({ header(),
            row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("12/04/2016"), {}, QStringLiteral("01/02/2026"),
                QStringLiteral("Bạo lực"), number),
            row(QStringLiteral("Chìu Kim Hoa"), QStringLiteral("01/09/2016"), {}, QStringLiteral("05/03/2026"),
                QStringLiteral("BLGĐ"), number) }));
        QCOMPARE(plan.preview.children, 2);
        QCOMPARE(problemColumns(plan, 3), QStringList(QStringLiteral("F")));
    }

    void whatTheRegisterHoldsIsNotChanged()
    {
        TestRegister office;
        const QStringList first = row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("12/04/2016"),
            QStringLiteral("Hoàng Thị Mai"), QStringLiteral("01/02/2026"), QStringLiteral("Bạo lực"));
        QVERIFY(import(office, workbookOf({ header(), first })));
        QStringList other = first;
        other[4] = QStringLiteral("Dao");
        other[13] = QStringLiteral("đã chuyển nhà");
        const Workbook workbook = workbookOf({ header(), other });
        const std::vector<RowDraft> rows = planOf(workbook).rows;
        const auto existing =
            office.reg()
                .read([&, id = office.reg().office().id](Database& db) { return KnownChildren::read(db, id, rows); })
                .result();
        const ImportPlan plan = WorkbookImport::plan(workbook, catalogues(), *existing, today());
        QCOMPARE(plan.preview.known, 1);
        QCOMPARE(problemColumns(plan, 2), QStringList({ QStringLiteral("E"), QString() }));
        QVERIFY(WorkbookImport::run(office.reg(), catalogues(), plan));
        QCOMPARE(office.rows(QStringLiteral("SELECT ethnic_group FROM child")), QStringList(QStringLiteral("tay")));
    }

    void whoeverMayBeKnownIsFoundWhateverTheToneAndTheBirth()
    {
        TestRegister office;
        const auto child = [](const char* name, const char* birth, const QString& number = {}) {
            return row(QString::fromUtf8(name), QString::fromUtf8(birth), {}, QStringLiteral("01/02/2026"),
                QStringLiteral("Bạo lực"), number);
        };
        const QString number = QStringLiteral("022316000001");
        QVERIFY(import(office,
            workbookOf(
                { header(), child("Tằng Mỹ Ánh", "12/04/2016"), child("Chìu Kim Hoa", "2015"), child("Lý A Sử", ""),
                    child("Nông Văn Đức", "01/02/2014", number), child("Vi Thị Lan", "05/05/2012") })));
        const std::vector<RowDraft> rows =
            planOf(workbookOf({ header(), child("tang my anh", "2016"), child("Chíu Kim Hòa", "03/2015"),
                       child("Lý A Sú", "01/01/2010"), child("Bàn Văn Nam", "02/02/2011", number),
                       child("Vi Thị Lan", "06/06/2013") }))
                .rows;
        const auto known =
            office.reg()
                .read([&, id = office.reg().office().id](Database& db) { return KnownChildren::read(db, id, rows); })
                .result();
        QVERIFY(known);
        QStringList names;
        for (int i = 0; i < known->size(); ++i)
            names.append(known->at(i).text(ChildFields::Name));
        // Not Vi Thị Lan, whose births exclude each other; another office's children are none of ours.
        QCOMPARE(names,
            QStringList({ QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("Chìu Kim Hoa"), QStringLiteral("Lý A Sử"),
                QStringLiteral("Nông Văn Đức") }));
        const auto foreign = office.reg()
                                 .read([&](Database& db) { return KnownChildren::read(db, QByteArray(16, 'x'), rows); })
                                 .result();
        QVERIFY(foreign);
        QCOMPARE(foreign->size(), 0);
    }

    void stoppedImportLeavesTheRegisterAsItWas()
    {
        TestRegister office;
        const qint64 before = office.number(QStringLiteral("SELECT count(*) FROM journal_entry"));
        const ImportPlan plan = planOf(sample());
        std::atomic<bool> cancel = false;
        const auto stopped = WorkbookImport::run(
            office.reg(), catalogues(), plan, [&](int done, int) { cancel = done == 200; }, &cancel);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM journal_entry")), before);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM child")), 0);
        QVERIFY(WorkbookImport::run(office.reg(), catalogues(), plan)); // and it can be tried again
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM child")), 396);
    }

    void provinceImportsNoChildren()
    {
        TestRegister province(OfficeRole::Province);
        const auto refused = WorkbookImport::run(province.reg(), catalogues(), planOf(sample()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
    }

    void workbookWithoutAHeaderSaysSo()
    {
        const ImportPlan plan =
            planOf(workbookOf({ { QStringLiteral("Danh sách") }, { QStringLiteral("Gạo"), QStringLiteral("#12") } }));
        QVERIFY(plan.sheets.empty());
        QCOMPARE(plan.preview.rows, 0);
        QCOMPARE(plan.preview.problems.size(), size_t(1));
    }

    void sectionsTotalsAndRepeatedHeadersAreNoChildren()
    {
        const ImportPlan plan = planOf(workbookOf(
            { header(), { QStringLiteral("(1)"), QStringLiteral("(2)"), QStringLiteral("(3)"), QStringLiteral("(4)") },
                row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("2016"), {}, QStringLiteral("01/02/2026"),
                    QStringLiteral("Bạo lực")),
                header(), { QStringLiteral("Thôn Khe Tiền") },
                row(QStringLiteral("Chìu Kim Hoa"), QStringLiteral("2012"), {}, {}, {}), { QStringLiteral("#3") },
                { {}, QStringLiteral("Tổng cộng"), {}, {}, QStringLiteral("#2") },
                { {}, QStringLiteral("Người lập sổ") }, { {}, QStringLiteral("Hoàng Thị Lan") } }));
        QCOMPARE(plan.preview.rows, 2);
        QList<std::pair<int, int>> skipped;
        for (const SkippedRow& one : plan.skipped)
            skipped.append({ one.row, int(one.reason) });
        using Reason = SkippedRow::Reason;
        QCOMPARE(skipped,
            (QList<std::pair<int, int>> { { 4, int(Reason::Header) }, { 5, int(Reason::NotUnderstood) },
                { 7, int(Reason::NumberOnly) }, { 8, int(Reason::Footer) }, { 9, int(Reason::Footer) },
                { 10, int(Reason::Footer) } }));
        QCOMPARE(problemColumns(plan, 5), QStringList(QString())); // named, since it is not known what it was
    }

    void birthInTheColumnOfTheSexIsRead()
    {
        const ImportPlan plan = planOf(workbookOf({ { QStringLiteral("TT"), QStringLiteral("Họ và tên"),
                                                        QStringLiteral("Ngày sinh"), {}, QStringLiteral("Thôn") },
            { {}, {}, QStringLiteral("Nam"), QStringLiteral("Nữ") },
            { QStringLiteral("#1"), QStringLiteral("Tằng Mỹ Ánh"), {}, QStringLiteral("@42000"),
                QStringLiteral("Khe Tiền") } }));
        QCOMPARE(textOf(plan.rows.at(0).child, ChildFields::Sex), QStringLiteral("female"));
        QCOMPARE(textOf(plan.rows.at(0).child, ChildFields::Birth), QStringLiteral("2014-12-27"));
    }

    void formulaWithoutAResultIsNamed()
    {
        Workbook workbook = workbookOf({ header(),
            row(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("2016"), {}, QStringLiteral("01/02/2026"),
                QStringLiteral("Bạo lực")) });
        workbook.sheets[0].rows[1].cells[13].isFormula = true;
        QCOMPARE(problemColumns(planOf(workbook), 2), QStringList(QStringLiteral("N")));
    }

    void capitalsBecomeInitials()
    {
        QCOMPARE(withCapitalInitials(QStringLiteral("NGUYỄN THỊ ĐÀO")), QStringLiteral("Nguyễn Thị Đào"));
        QCOMPARE(withCapitalInitials(QStringLiteral("Nguyễn thị Đào")), QStringLiteral("Nguyễn thị Đào"));
    }

    void codesGoOnAfterTheHighest()
    {
        TestRegister office;
        Batch batch;
        for (const char* code :
            { "BL-2026-0009", "BL-2026-10000", "BL-2026-9999", "BL-2025-0007", "BL-TE-0003", "HM-2026-20000" })
        {
            Record record = office.reg().newRecord(kinds::Case);
            record.set(CaseFields::FileCode, QString::fromLatin1(code));
            batch.add(record);
        }
        QVERIFY(office.reg().commit(batch).result());
        const auto codes = office.reg()
                               .read([](Database& db) {
                                   FileCodes next(db, QStringLiteral("BL"));
                                   return QStringList { next.nextCase(2026).value_or(QString()),
                                       next.nextCase(2026).value_or(QString()), next.nextCase(2025).value_or(QString()),
                                       next.nextCase(2024).value_or(QString()), next.nextChild().value_or(QString()) };
                               })
                               .result();
        QCOMPARE(codes.join(u' '), QStringLiteral("BL-2026-10001 BL-2026-10002 BL-2025-0008 BL-2024-0001 BL-TE-0001"));
    }

    void figuresAsTheCommandLinePrintsThem()
    {
        const QJsonObject json = planOf(sample()).preview.toJson();
        QCOMPARE(json.value(QStringLiteral("rows")).toInt(), 400);
        QCOMPARE(json.value(QStringLiteral("known")).toInt(), 4);
        const QJsonObject problem = json.value(QStringLiteral("problems")).toArray().at(1).toObject();
        QVERIFY(problem.contains(QStringLiteral("row")) && problem.contains(QStringLiteral("column"))
            && problem.contains(QStringLiteral("reason")));
    }

    void noCellVanishes()
    {
        const auto words =
            rc::gen::element(QStringLiteral("Tằng Mỹ Ánh"), QStringLiteral("zq1"), QStringLiteral("không đọc được"),
                QStringLiteral("31/02/2020"), QStringLiteral("#7"), QStringLiteral("#2015"), QStringLiteral("@45000"),
                QStringLiteral("Người dân"), QStringLiteral("Bạo lực"), QStringLiteral("x"), QString());
        QVERIFY(rc::check("every cell of a row ends in a field, a note or a problem", [&] {
            const auto cells = *rc::gen::container<std::vector<QString>>(13, words);
            QStringList one { QStringLiteral("#1") };
            for (const QString& cell : cells)
                one.append(cell);
            const ImportPlan plan = planOf(workbookOf({ header(), one }));
            if (plan.rows.empty()) {
                RC_ASSERT(plan.skipped.size() == size_t(1));
                return;
            }
            const QString kept = exactKey(keptOf(plan.rows[0]));
            const QStringList columns = problemColumns(plan, 2);
            const Sheet sheet = workbookOf({ header(), one }).sheets[0];
            for (int c = 1; c < sheet.rows[1].cells.size(); ++c) {
                const Cell& cell = sheet.rows[1].cells[c];
                const bool coded = cell.text == QStringLiteral("Người dân") || cell.text == QStringLiteral("Bạo lực");
                const bool day = c == 10 && plan.rows[0].received.isValid();
                const QString shown = cell.type == Cell::Type::DateSerial
                    ? QStringLiteral("2023")
                    : exactKey(cell.text.isEmpty() ? cell.asText() : cell.text);
                RC_ASSERT(cell.isEmpty() || coded || day || columns.contains(columnLetter(c)) || kept.contains(shown));
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestWorkbookImport)
#include "tst_workbook_import.moc"
