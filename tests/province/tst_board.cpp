// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/offices.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"
#include "models/province/board.h"
#include "models/province/board_table.h"
#include "models/records/kinds.h"
#include "tests/support/pretended_receipt.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace maiam;

namespace {
constexpr UtcMs Hour = 3'600'000;

void trustEachOther(Register& a, Register& b)
{
    for (auto [one, other] : { std::pair(&a, &b), std::pair(&b, &a) }) {
        const OfficeCard card = offices::ownCard(*other).value();
        QVERIFY(offices::trust(*one, card, card.fingerprint()));
    }
}

void report(Register& reg, UtcMs received, const QString& step = QStringLiteral("intake"))
{
    Record child = reg.newRecord(kinds::Child);
    child.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
    Record file = reg.newRecord(kinds::Case);
    file.set(CaseFields::Child, child.id());
    file.set(CaseFields::Received, received);
    file.set(CaseFields::Step, step);
    Batch batch;
    batch.add(child);
    batch.add(file);
    QVERIFY(reg.commit(batch).result());
}
} // namespace

/// What the provincial office sees of its communes.
class TestBoard : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    int m_offices = 0;
    const std::shared_ptr<FixedClock> m_clock =
        std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 4), QTime(8, 0)));

    std::unique_ptr<Register> office(const QString& unit, OfficeRole role)
    {
        NewRegister wanted = test::wantedRegister(m_home.filePath(QStringLiteral("%1-%2").arg(unit).arg(++m_offices)));
        wanted.unit = unit;
        wanted.role = role;
        wanted.officeName = QStringLiteral("Cơ quan ") + unit;
        wanted.displayName = QStringLiteral("Lan");
        return std::move(Register::create(wanted, m_clock).value().reg);
    }

    QHash<QString, BoardRow> boardOf(Register& province, qsizetype* rows = nullptr)
    {
        const Catalogues catalogues = Catalogues::builtIn().value();
        const StatutoryClock clock = StatutoryClock::fromCatalogues(catalogues).value();
        const auto board =
            province
                .read([&](Database& database) { return province::board(database, catalogues, clock, m_clock->now()); })
                .result()
                .value();
        QHash<QString, BoardRow> byUnit;
        for (const BoardRow& row : board)
            byUnit.insert(row.unit, row);
        if (rows)
            *rows = qsizetype(board.size());
        return byUnit;
    }

private Q_SLOTS:
    void eachOfTheFiftyFourUnitsHasARow()
    {
        auto province = office(QStringLiteral("22"), OfficeRole::Province);
        auto lieu = office(QStringLiteral("06838"), OfficeRole::Commune);
        auto mo = office(QStringLiteral("06841"), OfficeRole::Commune);
        trustEachOther(*province, *lieu);
        trustEachOther(*province, *mo);
        qsizetype rows = 0;
        auto board = boardOf(*province, &rows);
        QCOMPARE(rows, 54);
        QVERIFY(board[QStringLiteral("06838")].known && !board[QStringLiteral("06838")].lastPackage);
        QVERIFY(!board[QStringLiteral("06652")].known);
        QCOMPARE(board[QStringLiteral("06838")].name, QStringLiteral("xã Bình Liêu"));

        report(*lieu, m_clock->now() - Hour);
        report(*lieu, m_clock->now() - 13 * Hour);
        QDir().mkpath(m_home.filePath(QStringLiteral("usb")));
        const auto sealed = sealPackage(*lieu, QStringLiteral("22"), m_home.filePath(QStringLiteral("usb")));
        QVERIFY(sealed);
        const UtcMs sealedAt = m_clock->now();
        m_clock->advance(Hour);
        QVERIFY(receivePackages(*province, { sealed->file }));
        board = boardOf(*province);
        BoardRow row = board[QStringLiteral("06838")];
        QCOMPARE(row.lastPackage.value_or(0), sealedAt);
        QCOMPARE(row.ranges, QStringList { QStringLiteral("1–7") });
        QVERIFY(row.gaps.isEmpty());
        QCOMPARE(row.openCases, 2);
        QCOMPARE(row.importedCases, 0);
        QCOMPARE(row.overdue, 1); // 12 hours are over for one child (Decree 56/2017 Article 26.3)
        QCOMPARE(board[QStringLiteral("06841")].openCases, 0);
        QVERIFY(!board[QStringLiteral("06841")].lastPackage);

        // A package that got lost on its way is seen on the board.
        for (auto* reg : { lieu.get() }) {
            report(*reg, m_clock->now());
            QVERIFY(test::pretendReceipt(*reg, province->office().id));
            report(*reg, m_clock->now());
        }
        const auto later = sealPackage(*lieu, QStringLiteral("22"), m_home.filePath(QStringLiteral("usb")));
        QVERIFY(later);
        QVERIFY(receivePackages(*province, { later->file }));
        row = boardOf(*province)[QStringLiteral("06838")];
        QCOMPARE(row.gaps, QStringList { QStringLiteral("8–9") });
        QCOMPARE(row.waiting, 2);
        QCOMPARE(row.openCases, 2);
    }

    /// A package that lay in the shared folder, or is received every night again, says nothing of the days since.
    void aCommuneThatSentNothingForThePeriodIsLateHoweverOftenItsOldPackageIsReceived()
    {
        const ReportPeriod period = ReportPeriod::month(2026, 11); // ends with 14 November
        const auto at = [this](int month, int day) {
            m_clock->advance(civil::at(QDate(2026, month, day), QTime(9, 0)) - m_clock->now());
        };
        const auto logged = [](Register& reg) {
            return reg
                .read([](Database& database) {
                    auto found = database.query(QStringLiteral("SELECT count(*) FROM package_log WHERE outgoing = 0"));
                    return found->next() ? found->integer(0) : -1;
                })
                .result();
        };
        auto province = office(QStringLiteral("22"), OfficeRole::Province);
        auto lieu = office(QStringLiteral("06838"), OfficeRole::Commune);
        trustEachOther(*province, *lieu);
        const QString stick = m_home.filePath(QStringLiteral("kept"));
        QDir().mkpath(stick);
        const auto sent = [&] { return BoardTable::sentFor(boardOf(*province)[QStringLiteral("06838")], period); };
        const auto stateShown = [&] {
            const BoardRow row = boardOf(*province)[QStringLiteral("06838")];
            return BoardTable::rows({ row }, period, m_clock->now()).front().cells.back().text;
        };

        at(11, 10);
        report(*lieu, m_clock->now());
        const auto early = sealPackage(*lieu, QStringLiteral("22"), stick);
        QVERIFY(early);
        at(11, 16);
        QVERIFY(receivePackages(*province, { early->file }));
        QVERIFY(!sent());
        QCOMPARE(stateShown(), QStringLiteral("2 day(s) late"));
        at(11, 17);
        QVERIFY(receivePackages(*province, { early->file })); // the nightly run over the folder
        QVERIFY(!sent());
        QCOMPARE(logged(*province), 1);

        const auto later = sealPackage(*lieu, QStringLiteral("22"), stick); // nothing new: that counts too
        QVERIFY(later);
        for (int night = 18; night < 21; ++night) {
            at(11, night);
            QVERIFY(receivePackages(*province, { early->file, later->file }));
            QVERIFY(sent());
            QCOMPARE(logged(*province), 2);
        }
        QCOMPARE(stateShown(), QStringLiteral("received"));
        QVERIFY(!BoardTable::sentFor(boardOf(*province)[QStringLiteral("06838")], ReportPeriod::month(2026, 12)));
        at(11, 4); // what other tests begin with
    }

    void aCommunesClockThatRunsAheadDoesNotSendForTheMonthsToCome()
    {
        auto province = office(QStringLiteral("22"), OfficeRole::Province);
        auto lieu = office(QStringLiteral("06841"), OfficeRole::Commune);
        trustEachOther(*province, *lieu);
        const QString stick = m_home.filePath(QStringLiteral("ahead"));
        QDir().mkpath(stick);
        constexpr UtcMs Year = 365 * 24 * Hour;
        m_clock->advance(Year);
        const auto sealed = sealPackage(*lieu, QStringLiteral("22"), stick);
        m_clock->advance(-Year);
        QVERIFY(sealed);
        QVERIFY(receivePackages(*province, { sealed->file }));
        QVERIFY(!boardOf(*province)[QStringLiteral("06841")].lastPackage);
    }

    /// The figures beside the board do not count them either, and the two must not contradict each other.
    void casesOfAnOldWorkbookStandBesideTheOpenOnes()
    {
        BoardRow row;
        row.unit = QStringLiteral("06838");
        row.known = true;
        row.lastPackage = m_clock->now();
        row.openCases = 3;
        row.importedCases = 1'362;
        const auto shown = BoardTable::rows({ row }, ReportPeriod::of(QDate(2026, 11, 4)), m_clock->now());
        QCOMPARE(shown.front().cells[4].text, QStringLiteral("3 + 1.362 imported"));

        auto province = office(QStringLiteral("22"), OfficeRole::Province);
        auto lieu = office(QStringLiteral("06841"), OfficeRole::Commune);
        trustEachOther(*province, *lieu);
        report(*lieu, m_clock->now() - 13 * Hour);
        report(*lieu, m_clock->now() - 13 * Hour, QStringLiteral("imported"));
        QDir().mkpath(m_home.filePath(QStringLiteral("stick")));
        const auto sealed = sealPackage(*lieu, QStringLiteral("22"), m_home.filePath(QStringLiteral("stick")));
        QVERIFY(sealed);
        QVERIFY(receivePackages(*province, { sealed->file }));
        row = boardOf(*province)[QStringLiteral("06841")];
        QCOMPARE(row.openCases, 1);
        QCOMPARE(row.importedCases, 1);
        QCOMPARE(row.overdue, 1);
    }
};

QTEST_GUILESS_MAIN(TestBoard)
#include "tst_board.moc"
