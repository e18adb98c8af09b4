// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_helpers.h"

#include "models/records/kinds.h"
#include "models/sheets/workbook_reader.h"
#include "models/text/fold.h"
#include "models/text/partial_date.h"

#include <QTest>

#include <rapidcheck.h>

using namespace maiam;

namespace {
QStringList header()
{
    return QStringLiteral("STT,Họ và tên,Năm sinh,Giới tính,Dân tộc,Số CCCD,Họ tên cha,Họ tên mẹ,Thôn,Hoàn cảnh,Ngày "
                          "nhận,Nguồn tin,Hành vi xâm hại,Ghi chú,Số điện thoại,Cỡ dép")
        .split(u',');
}

Cell ofDateSerial(double serial)
{
    Cell cell = Cell::ofNumber(serial);
    cell.type = Cell::Type::DateSerial;
    return cell;
}

/// A cell of any kind, with a content that stands nowhere else where that is possible.
rc::Gen<Cell> anyCell(int mark)
{
    const QString token = QStringLiteral("zq%1x").arg(mark);
    std::vector<Cell> cells { Cell(), Cell(), Cell::ofText(token), Cell::ofText(QStringLiteral(" %1  \n b").arg(token)),
        Cell::ofText(token.toUpper()), Cell::ofNumber(700000 + mark), Cell::ofNumber(912000000 + mark),
        Cell::ofNumber(0), Cell::ofNumber(1), Cell::ofNumber(2014), Cell::ofNumber(-5), Cell::ofNumber(0.5),
        ofDateSerial(42000 + mark), ofDateSerial(42000.25 + mark), ofDateSerial(0.35), ofDateSerial(60),
        ofDateSerial(1e9), Cell::ofBoolean(true), Cell::ofBoolean(false),
        Cell { Cell::Type::Error, true, 0, QStringLiteral("#N/A") }, Cell::ofUnsolvedFormula(),
        Cell::ofText(QStringLiteral("12/04/2014")), Cell::ofText(QStringLiteral("31/02/2020")),
        Cell::ofText(QStringLiteral("không rõ")), Cell::ofText(QStringLiteral("x")), Cell::ofText(QStringLiteral("Nữ")),
        Cell::ofText(QStringLiteral("Tày")), Cell::ofText(QStringLiteral("Bạo lực")),
        Cell::ofText(QStringLiteral("Tổng cộng ") + token), Cell::ofText(QStringLiteral("Người lập sổ ") + token),
        Cell::ofText(QStringLiteral("022316") + QString::number(100000 + mark)) };
    return rc::gen::elementOf(cells);
}

/// Words that stand in the register as a code, and the 1, x and TRUE of a tick.
bool isCoded(const Cell& cell)
{
    static const QStringList words { QStringLiteral("Nữ"), QStringLiteral("Tày"), QStringLiteral("Bạo lực"),
        QStringLiteral("x"), QStringLiteral("không rõ") };
    return words.contains(cell.text);
}

QString keptOf(const RowDraft& draft)
{
    QStringList all = draft.childNotes + draft.caseNotes;
    for (const Values* values : { &draft.child, &draft.file })
        for (const auto& [key, value] : *values)
            if (const QString* text = std::get_if<QString>(&value))
                all.append(*text);
    if (draft.received.isValid())
        all.append(draft.received.toString(Qt::ISODate));
    return exactKey(all.join(u'\n')) + u'\n' + all.join(u'\n');
}

bool isNamed(const ImportPlan& plan, const QString& sheet, int row, const QString& column)
{
    return std::any_of(plan.preview.problems.begin(), plan.preview.problems.end(), [&](const ImportProblem& problem) {
        const bool wholeSheet = problem.row == 0 && problem.weight == ProblemWeight::Unusable;
        const bool itsRow = problem.row <= row && row <= std::max(problem.row, problem.lastRow);
        return problem.sheet == sheet
            && (wholeSheet || (itsRow && (problem.column.isEmpty() || problem.column == column)));
    });
}

/// Whether what a cell shows stands in what was kept of its row, in any of the ways in which it may be written.
bool isKept(const QString& kept, const Cell& cell)
{
    QStringList ways { exactKey(cell.text.simplified()), cell.asText() };
    if (const auto at = cell.asDateTime()) {
        ways = { at->date().toString(Qt::ISODate), at->date().toString(QStringLiteral("dd/MM/yyyy")) };
        if (cell.number < 1)
            ways = { at->time().toString(QStringLiteral("HH:mm")) };
    }
    if (cell.type == Cell::Type::DateSerial && !cell.asDateTime())
        ways.append(cell.number < 1 ? QStringLiteral("08:24") : QString::number(cell.number));
    if (const auto day = PartialDate::parse(cell.text, today()); cell.type == Cell::Type::Text && day && !day->isNull())
        ways.append(day->toIso());
    if (cell.type == Cell::Type::Number)
        if (const PartialDate day = PartialDate::fromExcelSerial(cell.number); !day.isNull())
            ways.append(day.toIso());
    return std::any_of(ways.begin(), ways.end(), [&](const QString& way) { return kept.contains(way); });
}

/// Fails where a cell is neither kept nor named.
void checkRow(const ImportPlan& plan, const Sheet& sheet, const SheetRow& row)
{
    const RowDraft* draft = draftAt(plan, row.number);
    const QString kept = draft ? keptOf(*draft) : QString();
    for (int c = 0; c < row.cells.size(); ++c) {
        const Cell cell = row.cells[c];
        const bool blank = cell.isEmpty() && !cell.isUnsolved();
        const bool runningNumber =
            draft && c == 0 && cell.type == Cell::Type::Number && cell.number >= 0 && cell.number < 1e6;
        if (blank || runningNumber || (draft && isCoded(cell)))
            continue;
        if (!isNamed(plan, sheet.name, row.number, columnLetter(c)) && !isKept(kept, cell))
            RC_LOG() << "row " << row.number << " column " << columnLetter(c).toStdString() << ": '"
                     << cell.asText().toStdString() << "' type " << int(cell.type) << "\nkept: " << kept.toStdString();
        RC_ASSERT(isNamed(plan, sheet.name, row.number, columnLetter(c)) || isKept(kept, cell));
    }
    for (const CellComment& comment : sheet.comments)
        if (comment.row == row.number)
            RC_ASSERT(isNamed(plan, sheet.name, row.number, columnLetter(comment.column))
                && (!draft || kept.contains(comment.text)));
}

SheetRow titles(int number, const QStringList& texts)
{
    SheetRow row { number, {} };
    for (const QString& text : texts)
        row.cells.append(Cell::ofText(text));
    return row;
}

Sheet anySheet()
{
    Sheet sheet;
    sheet.name = QStringLiteral("Sổ");
    sheet.isHidden = *rc::gen::arbitrary<bool>();
    int number = 0;
    int mark = 0;
    const auto randomRow = [&](int columns) {
        SheetRow row { ++number, {} };
        for (int c = 0; c < columns; ++c)
            row.cells.append(*anyCell(++mark));
        while (!row.cells.isEmpty() && row.cells.last().isEmpty() && !row.cells.last().isUnsolved())
            row.cells.removeLast();
        if (!row.cells.isEmpty())
            sheet.rows.append(row);
        if (*rc::gen::inRange(0, 4) == 0)
            sheet.comments.append({ number, *rc::gen::inRange(0, 20), QStringLiteral("lời bàn %1").arg(number) });
    };
    for (int above = *rc::gen::inRange(0, 3); above > 0; --above)
        randomRow(3);
    sheet.rows.append(titles(++number, header()));
    if (*rc::gen::arbitrary<bool>())
        sheet.rows.append(
            titles(++number, QStringLiteral("(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12)").split(u',')));
    for (int rows = *rc::gen::inRange(1, 8); rows > 0; --rows) {
        const int kind = *rc::gen::inRange(0, 8);
        if (kind == 0)
            ++number; // an empty row
        else if (kind == 1)
            sheet.rows.append(titles(++number, header()));
        else if (kind == 2)
            sheet.rows.append(SheetRow { ++number, { Cell::ofNumber(number) } });
        else
            randomRow(*rc::gen::inRange(1, 20));
    }
    for (const SheetRow& row : std::as_const(sheet.rows))
        sheet.columns = std::max(sheet.columns, int(row.cells.size()));
    return sheet;
}
} // namespace

/// What an officer wrote into a cell of the old workbook is in the register afterwards, or is named.
class TestNothingVanishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellOfAnySheetIsKeptOrNamed()
    {
        QVERIFY(rc::check("every cell of a sheet ends in a field, a note or a problem", [] {
            Workbook workbook;
            workbook.sheets.append(anySheet());
            const ImportPlan plan = planOf(workbook);
            const Sheet& sheet = workbook.sheets.constFirst();
            const int first = plan.sheets.empty() ? 0 : plan.sheets.front().second.firstHeaderRow;
            const int last = plan.sheets.empty() ? 0 : plan.sheets.front().second.lastHeaderRow;
            for (const SheetRow& row : sheet.rows)
                if (row.number < first || row.number > last)
                    checkRow(plan, sheet, row);
            if (sheet.isHidden && !plan.sheets.empty())
                RC_ASSERT(std::any_of(plan.reading.begin(), plan.reading.end(), [](const ImportProblem& problem) {
                    return problem.row == 0 && problem.weight == ProblemWeight::Information;
                }));
        }));
    }

    void everyCellOfTheSampleIsKeptOrNamed()
    {
        const Workbook workbook = sample();
        const ImportPlan plan = planOf(workbook);
        const Sheet& sheet = workbook.sheets.constFirst();
        int lost = 0;
        for (const SheetRow& row : sheet.rows) {
            const RowDraft* draft = draftAt(plan, row.number);
            if (!draft) {
                const bool isHeader = row.number >= plan.sheets.front().second.firstHeaderRow
                    && row.number <= plan.sheets.front().second.lastHeaderRow;
                QVERIFY2(
                    isHeader || isNamed(plan, sheet.name, row.number, {}), qPrintable(QString::number(row.number)));
                continue;
            }
            for (int c = 0; c < row.cells.size(); ++c)
                lost += row.cells[c].isUnsolved() && !isNamed(plan, sheet.name, row.number, columnLetter(c));
        }
        QCOMPARE(lost, 0);
        QVERIFY(problemColumns(plan, 355).contains(QStringLiteral("O"))); // a formula that was never worked out
    }

    void aCommentGoesToTheNoteOfItsChild()
    {
        Workbook workbook = workbookOf({ header(), { QStringLiteral("#1"), QStringLiteral("Tằng Mỹ Ánh") } });
        workbook.sheets[0].comments = { { 1, 1, QStringLiteral("viết hoa") },
            { 2, 8, QStringLiteral("đã chuyển lên bản trên") }, { 9, 0, QStringLiteral("hỏi lại chị Lan") } };
        const ImportPlan plan = planOf(workbook);
        QVERIFY(keptOf(plan.rows.at(0)).contains(QStringLiteral("đã chuyển lên bản trên")));
        QVERIFY(problemColumns(plan, 1).contains(QStringLiteral("B")));
        QVERIFY(problemColumns(plan, 2).contains(QStringLiteral("I")));
        QVERIFY(problemColumns(plan, 9).contains(QStringLiteral("A")));
    }

    void whatIsMergedOverTwoChildrenIsNamedAtTheSecond()
    {
        QStringList first { QStringLiteral("#1"), QStringLiteral("Tằng Mỹ Ánh") };
        first.resize(header().size());
        first[8] = QStringLiteral("Khe Tiền");
        Workbook workbook = workbookOf(
            { header(), first, { QStringLiteral("#2"), QStringLiteral("Tằng Mỹ Bình"), QStringLiteral("2015") } });
        workbook.sheets[0].merged = { { 2, 3, 8 } };
        const ImportPlan plan = planOf(workbook);
        QCOMPARE(problemColumns(plan, 2), QStringList());
        QVERIFY(problemColumns(plan, 3).contains(QStringLiteral("I")));
    }

    void aFamilyNameLikeATotalIsAChild()
    {
        const ImportPlan plan = planOf(workbookOf({ header(), { {}, QStringLiteral("Tống Công Sơn") },
            { {}, QStringLiteral("Chu Tích Hà") }, { {}, QStringLiteral("TỔNG CỘNG: 2 cháu") },
            { {}, QStringLiteral("Lý A Sìn") }, { {}, QStringLiteral("Tong so 3") } }));
        QCOMPARE(plan.rows.size(), size_t(3)); // a total in the middle does not end the list
        QCOMPARE(problemColumns(plan, 4).size(), 1);
        QCOMPARE(problemColumns(plan, 6).size(), 1);
    }

    void aLostZeroOfATelephoneNumberComesBack()
    {
        QStringList child { QStringLiteral("#1"), QStringLiteral("Tằng Mỹ Ánh") };
        child.resize(header().size());
        child[14] = QStringLiteral("#912345678");
        const ImportPlan plan = planOf(workbookOf({ header(), child }));
        QVERIFY(keptOf(plan.rows.at(0)).contains(QStringLiteral("0912345678")));
        QVERIFY(problemColumns(plan, 2).contains(QStringLiteral("O")));
    }

    void rowsThatAreNoChildrenAreNamedTogether()
    {
        QList<QStringList> rows { { QStringLiteral("SỔ THEO DÕI") }, { QStringLiteral("Năm 2026") }, header(),
            { QStringLiteral("#1"), QStringLiteral("Tằng Mỹ Ánh") } };
        for (int i = 2; i < 60; ++i)
            rows.append(QStringList { u'#' + QString::number(i) });
        const ImportPlan plan = planOf(workbookOf(rows));
        std::vector<ImportProblem> named;
        for (const ImportProblem& problem : plan.preview.problems)
            if (problem.weight == ProblemWeight::Information && problem.lastRow > 0)
                named.push_back(problem);
        QCOMPARE(named.size(), size_t(2));
        QCOMPARE(named[0].row, 1);
        QCOMPARE(named[0].lastRow, 2);
        QCOMPARE(named[1].row, 5);
        QCOMPARE(named[1].lastRow, 62);
    }
};

QTEST_GUILESS_MAIN(TestNothingVanishes)
#include "tst_nothing_vanishes.moc"
