// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/kinds.h"
#include "models/register/device_care.h"
#include "models/register/identity_store.h"
#include "models/register/own_device.h"
#include "models/register/people.h"
#include "models/register/send_state.h"
#include "tests/support/pretended_receipt.h"
#include "tests/support/wanted_register.h"
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

    /// The commune's people come along with their entries, without names: here nobody can give them a passphrase.
    void theProvinceListsOnlyItsOwnPeople()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("Tằng Mỹ Ánh"));
        QVERIFY(two.provinceReceives(two.seal()->file));
        QCOMPARE(TwoOffices::number(*two.province, QStringLiteral("SELECT count(*) FROM \"user\"")), 2);
        const QUuid own = two.province->user();
        const auto people = people::list(*two.province);
        QVERIFY2(people, why(people).constData());
        QCOMPARE(people->size(), size_t(1));
        QCOMPARE(people->front().id, own);
        // Nor does a paper that opens the register ask which of them is here.
        const QString folder = two.province->folder();
        two.province.reset();
        const auto unlocked = UnlockedFolder::withPassphrase(folder, own, test::LanWords, KdfLimits::forTests());
        QVERIFY2(unlocked, why(unlocked).constData());
        QCOMPARE(unlocked->people().size(), 1);
        QCOMPARE(unlocked->people().first().user, own);
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

    void aRecordOfLooksThatBecameShorterIsNamed()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("A"));
        const auto first = two.seal();
        const auto openAgain = [&] { // what is noted is written by then
            two.commune.reset();
            two.commune = two.openAgain(QStringLiteral("06838"));
        };
        openAgain();
        two.commune->noteAccess(AccessAct::Printed);
        two.commune->noteAccess(AccessAct::Printed);
        openAgain();
        QVERIFY(two.provinceReceives(two.seal()->file)->problems.isEmpty());
        QVERIFY(two.provinceReceives(first->file)->problems.isEmpty()); // it only lay on a stick
        const qint64 reached = TwoOffices::number(*two.province, QStringLiteral("SELECT seq FROM access_head"));
        QVERIFY(reached > 1);
        openAgain();
        const auto forge = [&](const QString& sql) {
            QVERIFY(two.commune->writeLocal([&](Database& db) { return db.run(sql, { reached }); }).result());
        };
        const auto saidOf = [&](const QString& file) { return two.provinceReceives(file)->problems.join(u'\n'); };
        forge(QStringLiteral("DELETE FROM access_entry WHERE seq > ?"));
        forge(QStringLiteral("UPDATE access_entry SET hash = zeroblob(32) WHERE seq = ?"));
        const QString other = two.seal()->file;
        const QString another = saidOf(other);
        QVERIFY2(another.contains(QStringLiteral("is another one than before")), qPrintable(another));
        openAgain();
        forge(QStringLiteral("DELETE FROM access_entry WHERE seq >= ?"));
        const QString cut = two.seal()->file;
        const QString shorter = saidOf(cut);
        QVERIFY2(shorter.contains(QStringLiteral("before it went to %1").arg(reached)), qPrintable(shorter));
        QCOMPARE(saidOf(cut), QString()); // told once
    }

    void whatWasReportedAsLostIsNotCalledTwoHistories()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("A"));
        QVERIFY(two.provinceReceives(two.seal()->file));
        const QByteArray device = two.commune->deviceId();
        const QString folder = two.folder(QStringLiteral("06838"));
        const QByteArray office = two.commune->office().id;
        two.commune.reset(); // before what it holds open is removed
        OwnDevice(folder, office).forget(); // it goes on under another number
        two.commune = two.openAgain(QStringLiteral("06838"));
        const auto reported =
            two.commune
                ->commit([&](Database& database) -> Result<Batch> {
                    auto third =
                        database.query(QStringLiteral("SELECT hash FROM journal_entry WHERE device = 1 AND seq = 3"));
                    const EntryHash hash = third && third->next() ? third->blob(0) : EntryHash();
                    return deviceCare::retire(database, identityStore::device(database).value(), device, 3, hash);
                })
                .result();
        QVERIFY2(reported, why(reported).constData());
        const QString withdrawn = two.seal()->file;
        const auto received = two.provinceReceives(withdrawn);
        QVERIFY2(received, why(received).constData());
        const QString said = received->problems.join(u'\n');
        QVERIFY2(!said.contains(QStringLiteral("two histories")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("reported as lost after entry 3")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("2 entries that do not count")), qPrintable(said));
        QVERIFY(two.provinceReceives(withdrawn)->problems.isEmpty()); // nothing new
    }
};

QTEST_GUILESS_MAIN(TestBothWays)
#include "tst_both_ways.moc"
