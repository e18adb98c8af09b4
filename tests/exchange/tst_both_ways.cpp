// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/kinds.h"
#include "models/register/send_state.h"
#include "tests/support/pretended_receipt.h"
#include "two_offices.h"

#include <QDir>
#include <QTest>

using namespace maiam;

namespace {
const QString Entries = QStringLiteral("SELECT count(*) FROM journal_entry");
}

/// What goes up and what comes down, over more than one package.
class TestBothWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What the province records for itself would stand among the commune's cases and sessions, and in its report.
    void theProvincesOwnRecordsStayOutOfTheCommunesLists()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("Tằng Mỹ Ánh"));
        Record session = two.province->newRecord(kinds::Session);
        session.set(SessionFields::Type, QStringLiteral("class-children"));
        session.set(SessionFields::Starts, two.province->clock().now());
        Record file = two.province->newRecord(kinds::Case);
        file.set(CaseFields::Received, two.province->clock().now());
        Batch batch;
        batch.add(session);
        batch.add(file);
        QVERIFY(two.province->commit(batch).result());
        QVERIFY(two.provinceReceives(two.seal()->file));
        const qint64 before = TwoOffices::number(*two.commune, Entries);
        for (int i = 0; i < 2; ++i) {
            const auto answer = two.answer();
            QVERIFY2(answer, why(answer).constData());
            QCOMPARE(answer->entries, 0);
            QVERIFY2(answer->file.contains(QStringLiteral("-000000-000000-06838")), qPrintable(answer->file));
            const auto received = receivePackages(*two.commune, { answer->file });
            QVERIFY2(received, why(received).constData());
            QCOMPARE(received->added, 0);
            QVERIFY(received->missing.isEmpty() && received->problems.isEmpty());
        }
        QCOMPARE(TwoOffices::number(*two.commune, Entries), before);
        QCOMPARE(TwoOffices::number(*two.commune, QStringLiteral("SELECT count(*) FROM session")), 0);
        QCOMPARE(TwoOffices::number(*two.commune, QStringLiteral("SELECT count(*) FROM \"case\"")), 1);
        // Nothing of the province waits to be sent.
        const auto unsent = two.province->read([](Database& db) { return SendStates::unsentRecords(db); }).result();
        QCOMPARE(unsent.value_or(-1), 0);
    }

    /// A nightly run over a folder: the other communes' packages come in, older ones first, and the bad ones are named.
    void oneBadFileDoesNotHoldUpTheOthers()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("A"));
        const auto first = two.seal();
        QVERIFY(test::pretendReceipt(*two.commune, two.province->office().id));
        const QUuid second = two.writeCase(QStringLiteral("B"));
        const auto later = two.seal();
        const QString cut = two.put(TwoOffices::bytesOf(first->file).chopped(9));
        const QString picture = two.put("đây là một bức ảnh");
        const QString missing = two.folder(QStringLiteral("không có.maiam"));
        const QStringList files { picture, later->file, cut, missing, first->file };
        const auto received = IncomingPackages::receiveEach(*two.province, files);
        QVERIFY2(received, why(received).constData());
        QCOMPARE(received->added, 7);
        QCOMPARE(received->waiting, 0);
        QVERIFY(received->missing.isEmpty() && received->problems.isEmpty());
        QCOMPARE(received->refused.size(), 3);
        for (const QString& file : { picture, cut, missing })
            QVERIFY2(received->refused.join(u'\n').contains(QFileInfo(file).fileName() + QStringLiteral(": ")),
                qPrintable(received->refused.join(u'\n')));
        QVERIFY(two.province->record(kinds::Case, second));
        QVERIFY(QDir(two.folder(QStringLiteral("22"))).entryList({ QStringLiteral("incoming-*") }).isEmpty());
        const auto again = IncomingPackages::receiveEach(*two.province, files);
        QCOMPARE(again->added, 0);
        QCOMPARE(again->known, 7);
        QCOMPARE(TwoOffices::number(*two.province, QStringLiteral("SELECT count(*) FROM package_log")), 2);
    }
};

QTEST_GUILESS_MAIN(TestBothWays)
#include "tst_both_ways.moc"
