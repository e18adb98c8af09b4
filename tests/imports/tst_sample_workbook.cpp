// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_helpers.h"

#include "models/records/kinds.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTest>

using namespace maiam;

/// The workbook as communes keep it comes in right, row by row.
class TestSampleWorkbook : public QObject
{
    Q_OBJECT

    const ImportPlan m_plan = planOf(sample());

    [[nodiscard]] QString child(int row, const Field& field) const
    {
        const RowDraft* draft = draftAt(m_plan, row);
        return draft ? textOf(draft->child, field) : QStringLiteral("(no row)");
    }
    [[nodiscard]] QString file(int row, const Field& field) const
    {
        const RowDraft* draft = draftAt(m_plan, row);
        return draft ? textOf(draft->file, field) : QStringLiteral("(no row)");
    }
    [[nodiscard]] const SheetColumn* column(ColumnUse use) const { return m_plan.sheets.front().second.find(use); }

private Q_SLOTS:
    void columnsAreRecognisedOverTwoHeaderRows()
    {
        QCOMPARE(m_plan.sheets.size(), size_t(1));
        const ColumnMap& map = m_plan.sheets.front().second;
        QCOMPARE(map.firstHeaderRow, 5);
        QCOMPARE(map.lastHeaderRow, 6);
        const QList<std::pair<ColumnUse, QString>> expected { { ColumnUse::Number, QStringLiteral("A") },
            { ColumnUse::Name, QStringLiteral("B") }, { ColumnUse::Birth, QStringLiteral("C") },
            { ColumnUse::SexMale, QStringLiteral("D") }, { ColumnUse::SexFemale, QStringLiteral("E") },
            { ColumnUse::EthnicGroup, QStringLiteral("F") }, { ColumnUse::PersonalNumber, QStringLiteral("G") },
            { ColumnUse::Father, QStringLiteral("H") }, { ColumnUse::Mother, QStringLiteral("I") },
            { ColumnUse::Residence, QStringLiteral("J") }, { ColumnUse::Group, QStringLiteral("K") },
            { ColumnUse::Received, QStringLiteral("L") }, { ColumnUse::Source, QStringLiteral("M") },
            { ColumnUse::AbuseKind, QStringLiteral("N") }, { ColumnUse::Remarks, QStringLiteral("O") } };
        for (const auto& [use, letter] : expected) {
            QVERIFY2(column(use), qPrintable(letter));
            QCOMPARE(column(use)->letter(), letter);
        }
    }

    void figuresAreExact()
    {
        QCOMPARE(m_plan.preview.rows, 400);
        QCOMPARE(m_plan.preview.children, 396); // rows 95, 108, 305 and 371 repeat a child
        QCOMPARE(m_plan.preview.cases, 362); // 365 rows are a case, three of them a second time
        QCOMPARE(m_plan.preview.known, 4);
        QCOMPARE(
            m_plan.reading.size() + 5, m_plan.preview.problems.size()); // the four repeats, and the name in row 108
    }

    void headerTitlesAndSignaturesAreNoChildren()
    {
        for (const int row : { 1, 2, 3, 5, 6, 40, 112, 412 })
            QVERIFY2(!draftAt(m_plan, row), qPrintable(QString::number(row)));
        QCOMPARE(m_plan.skipped.back().row, 412);
        QCOMPARE(m_plan.skipped.back().reason, SkippedRow::Reason::Footer);
        for (const SkippedRow& row : m_plan.skipped)
            QVERIFY(row.row == 412 || row.reason == SkippedRow::Reason::Above);
        QCOMPARE(problemColumns(m_plan, 412), QStringList(QString())); // named as a whole row
    }

    void leadingZeroThatTheWorkbookLostIsRestored()
    {
        QCOMPARE(child(9, ChildFields::PersonalNumber), QStringLiteral("022322358671"));
        QCOMPARE(problemColumns(m_plan, 9), QStringList());
    }

    void unusableNumbersStayInTheNoteAndAreNamed()
    {
        for (const int row : { 20, 34, 44, 147, 148, 179, 198, 252, 265, 301, 316 }) {
            QCOMPARE(child(row, ChildFields::PersonalNumber), QString());
            QVERIFY2(problemColumns(m_plan, row).contains(QStringLiteral("G")), qPrintable(QString::number(row)));
        }
        QVERIFY(draftAt(m_plan, 34)->childNotes.contains(QStringLiteral("Số ĐDCN: 2222104146")));
        QVERIFY(draftAt(m_plan, 20)->childNotes.contains(QStringLiteral("Số ĐDCN: 02231628512")));
    }

    void oldCharacterSetIsConvertedAndNamed()
    {
        QCOMPARE(child(7, ChildFields::Name), QStringLiteral("Đinh Khánh Ánh"));
        QCOMPARE(child(53, ChildFields::Father), QStringLiteral("Vũ Minh Đức"));
        QCOMPARE(child(74, ChildFields::Mother), QStringLiteral("Triệu Mai Như"));
        QCOMPARE(problemColumns(m_plan, 7), QStringList(QStringLiteral("B")));
        QCOMPARE(child(119, ChildFields::Mother),
            QStringLiteral("Vò Thanh Nga")); // cannot be told for sure: left, and named
        QCOMPARE(problemColumns(m_plan, 119), QStringList(QStringLiteral("I")));
    }

    void decomposedLettersAreStoredComposed()
    {
        for (const int row : { 43, 53, 113, 144, 172, 180, 210, 222, 241, 268, 300, 378, 392 }) {
            const QString name = child(row, ChildFields::Name);
            QCOMPARE(name, name.normalized(QString::NormalizationForm_C));
        }
    }

    void spacesAndCapitalsAreTidied()
    {
        QCOMPARE(child(8, ChildFields::Mother), QStringLiteral("Đặng Khánh Trang"));
        QCOMPARE(child(42, ChildFields::Name), QStringLiteral("Triệu Kim Thương"));
        QCOMPARE(child(86, ChildFields::Name), QStringLiteral("Tằng Quang Đức"));
    }

    void birthsOfEveryFormAreRead()
    {
        QCOMPARE(child(7, ChildFields::Birth), QStringLiteral("2014-04-12"));
        QCOMPARE(child(9, ChildFields::Birth), QStringLiteral("2022-05-18"));
        QCOMPARE(child(10, ChildFields::Birth), QStringLiteral("2011"));
        QCOMPARE(child(11, ChildFields::Birth), QStringLiteral("2024-02"));
        QCOMPARE(child(14, ChildFields::Birth), QStringLiteral("2021-06-27"));
        QCOMPARE(child(17, ChildFields::Birth), QStringLiteral("2024-07-18"));
        QCOMPARE(child(29, ChildFields::Birth), QString());
    }

    void sexComesFromTheTickedColumn()
    {
        QCOMPARE(child(7, ChildFields::Sex), QStringLiteral("female"));
        QCOMPARE(child(10, ChildFields::Sex), QStringLiteral("male"));
    }

    void wordsBecomeCodesAndNothingIsLost()
    {
        QCOMPARE(child(25, ChildFields::EthnicGroup), QStringLiteral("san-chay"));
        QVERIFY(draftAt(m_plan, 25)->childNotes.contains(QStringLiteral("Dân tộc: Sán Chỉ")));
        QCOMPARE(child(15, ChildFields::EthnicGroup), QStringLiteral("kinh"));
        QCOMPARE(child(7, ChildFields::Group), QStringLiteral("risk-abandonment"));
        QCOMPARE(child(15, ChildFields::Group), QStringLiteral("poor"));
        QCOMPARE(file(9, CaseFields::Kind), QStringLiteral("sexual"));
        QCOMPARE(file(17, CaseFields::Kind), QStringLiteral("violence"));
        QCOMPARE(file(17, CaseFields::Environment), QStringLiteral("family"));
        QCOMPARE(file(17, CaseFields::Source), QStringLiteral("hotline-province"));
        QCOMPARE(file(7, CaseFields::Source), QStringLiteral("hotline-111"));
        QCOMPARE(draftAt(m_plan, 8)->caseNotes, QStringList(QStringLiteral("Mẹ đi làm xa,\nở với bà")));
    }

    void rowIsACaseByItsKindOrItsGroup()
    {
        QVERIFY(draftAt(m_plan, 14)->hasCase);
        QVERIFY(!draftAt(m_plan, 15)->hasCase); // poor household, no abuse
        QVERIFY(draftAt(m_plan, 19)->hasCase); // exploited, by the group
        QCOMPARE(file(19, CaseFields::Kind), QStringLiteral("exploitation"));
        QCOMPARE(file(16, CaseFields::Kind), QStringLiteral("risk"));
        QCOMPARE(file(10, CaseFields::Kind), QStringLiteral("violence")); // the kind says more than the group
        QCOMPARE(draftAt(m_plan, 9)->received, QDate(2026, 5, 6));
        QCOMPARE(std::get<qint64>(draftAt(m_plan, 9)->file.at(CaseFields::Age.key())), 3);
    }

    void childThatStandsTwiceIsOneChild()
    {
        for (const auto& [first, again] :
            { std::pair(15, 95), std::pair(65, 371), std::pair(70, 108), std::pair(169, 305) }) {
            int a = -1;
            int b = -1;
            for (size_t i = 0; i < m_plan.rows.size(); ++i) {
                if (m_plan.rows[i].row == first)
                    a = m_plan.outcomes[i].person;
                if (m_plan.rows[i].row == again) {
                    b = m_plan.outcomes[i].person;
                    QVERIFY(m_plan.outcomes[i].known());
                }
            }
            QVERIFY(a >= 0);
            QCOMPARE(a, b);
        }
    }

    void problemsNameNobody()
    {
        for (const ImportProblem& problem : m_plan.preview.problems) {
            QVERIFY(problem.reason.endsWith(u'.'));
            const RowDraft* draft = draftAt(m_plan, problem.row);
            for (const Field* field :
                { &ChildFields::Name, &ChildFields::Father, &ChildFields::Mother, &ChildFields::PersonalNumber })
                if (const QString value = draft ? textOf(draft->child, *field) : QString(); !value.isEmpty())
                    QVERIFY2(!problem.reason.contains(value), qPrintable(problem.reason));
        }
    }

    void importingTwiceAddsNothing()
    {
        TestRegister office;
        std::atomic<int> saves = 0;
        connect(
            &office.reg(), &Register::committed, &office.reg(), [&saves] { ++saves; }, Qt::DirectConnection);
        QElapsedTimer timer;
        timer.start();
        const auto first = WorkbookImport::run(office.reg(), catalogues(), m_plan);
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(first->summary.children, 396);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM child")), 396);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM \"case\"")), 362);
        QCOMPARE(saves.load(), 1); // one batch, so that it can be taken back as one
        QCOMPARE(
            office.rows(QStringLiteral(
                "SELECT code, step, origin, outcome FROM \"case\" WHERE origin <> 'workbook' OR step <> 'imported'")),
            QStringList());
        QCOMPARE(office.rows(QStringLiteral("SELECT code FROM child ORDER BY id LIMIT 1")),
            QStringList(QStringLiteral("BL-TE-0001")));
        QCOMPARE(office.number(QStringLiteral("SELECT count(DISTINCT code) FROM \"case\"")), 362);
        QVERIFY(
            office
                .rows(QStringLiteral("SELECT code FROM \"case\" WHERE received >= 1767200400000 ORDER BY code LIMIT 1"))
                .value(0)
                .startsWith(QStringLiteral("BL-2026-")));

        const auto again = WorkbookImport::planFile(
            office.reg(), catalogues(), QStringLiteral(MAIAM_FIXTURES "/imports/so-theo-doi-mau.xlsx"));
        QVERIFY(again);
        QCOMPARE(again->preview.children, 0);
        QCOMPARE(again->preview.cases, 0);
        QCOMPARE(again->preview.known, 400);
        const qint64 entries = office.number(QStringLiteral("SELECT count(*) FROM journal_entry"));
        const auto second = WorkbookImport::run(office.reg(), catalogues(), *again);
        QVERIFY(second);
        QVERIFY(second->batch.isNull());
        QCOMPARE(second->summary.known, 400);
        QCOMPARE(office.number(QStringLiteral("SELECT count(*) FROM journal_entry")), entries);
        // Nothing is reported as new or missing by the second time: what could not be read stands in the notes.
        for (const ImportProblem& problem : second->summary.problems)
            QVERIFY2(!problem.reason.contains(QStringLiteral("register")),
                qPrintable(QString::number(problem.row) + problem.column + problem.reason));
    }
};

QTEST_GUILESS_MAIN(TestSampleWorkbook)
#include "tst_sample_workbook.moc"
