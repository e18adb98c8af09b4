// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/package_scan.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/identity_store.h"
#include "models/register/send_state.h"
#include "models/register/verify.h"
#include "tests/support/pretended_receipt.h"
#include "two_offices.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace maiam;

namespace {
const QString Entries = QStringLiteral("SELECT count(*) FROM journal_entry");

EntryBody childBody(QUuid record)
{
    EntryBody body;
    body.batch = QUuid::createUuid();
    body.time = 1'790'000'000'000;
    body.kind = "child";
    body.record = record;
    body.open.emplace("sex", QStringLiteral("female"));
    return body;
}

SendState stateOf(Register& reg, QUuid file)
{
    return reg
        .read([&](Database& database) {
            auto states = SendStates::read(database).value();
            auto found = database.query(QStringLiteral("SELECT e.device, e.seq FROM \"case\" c JOIN journal_entry e ON "
                                                       "e.id = c.last_entry WHERE c.record = ?"),
                { idBytes(file) });
            return found->next() ? states.of(found->integer(0), found->integer(1)) : SendState::NotSent;
        })
        .result();
}
} // namespace

class TestPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongFingerprintStoresNothing()
    {
        TwoOffices two;
        auto other = two.office(QStringLiteral("06841"), OfficeRole::Commune);
        const OfficeCard card = offices::ownCard(*other).value();
        const QString count = QStringLiteral("SELECT count(*) FROM trusted_office");
        QString wrong = card.fingerprint();
        wrong[3] = wrong[3] == u'7' ? u'8' : u'7';
        QCOMPARE(offices::trust(*two.province, card, wrong).error().code, ErrorCode::BadSignature);
        QCOMPARE(offices::trust(*two.province, card, QString()).error().code, ErrorCode::BadSignature);
        const OfficeCard own = offices::ownCard(*two.province).value();
        QCOMPARE(offices::trust(*two.province, own, own.fingerprint()).error().code, ErrorCode::InvalidInput);
        QCOMPARE(TwoOffices::number(*two.province, count), 1);
        QVERIFY(offices::trust(*two.province, card, card.fingerprint().replace(u'-', u' ')));
        QCOMPARE(TwoOffices::number(*two.province, count), 2);
    }

    void aReplacedCardNeedsItsOwnFingerprint()
    {
        TwoOffices two;
        const OfficeCard known = offices::ownCard(*two.commune).value();
        const OfficeKey fresh = OfficeKey::generate();
        const OfficeCard later = OfficeCard::make(fresh, known.unit, known.name, known.role, 2, known.officeId);
        QCOMPARE(offices::trust(*two.province, later, known.fingerprint()).error().code, ErrorCode::BadSignature);
        const auto stored = [&] {
            return two.province
                ->read([](Database& database) { return offices::officeByUnit(database, QStringLiteral("06838")); })
                .result()
                .value();
        };
        QVERIFY(stored() == known);
        QVERIFY(offices::trust(*two.province, later, later.fingerprint()));
        QVERIFY(stored() == later);
        QCOMPARE(offices::trust(*two.province, known, known.fingerprint()).error().code, ErrorCode::Conflict);
        // Another office whose id begins like a known one could claim its records.
        const OfficeCard alike = OfficeCard::make(fresh, QStringLiteral("06841"), QStringLiteral("Hoành Mô"),
            known.role, 2, known.officeId.left(8) + QByteArray(8, 'x'));
        QCOMPARE(offices::trust(*two.province, alike, alike.fingerprint()).error().code, ErrorCode::Conflict);
    }

    void theProvinceSeesFiguresAndNoName()
    {
        TwoOffices two;
        const QUuid file = two.writeCase(QStringLiteral("Tằng Mỹ Ánh"));
        QCOMPARE(stateOf(*two.commune, file), SendState::NotSent);
        auto sealed = two.seal();
        QVERIFY2(sealed, why(sealed).constData());
        QCOMPARE(stateOf(*two.commune, file), SendState::Packed);
        QCOMPARE(sealed->entries, 5);
        QVERIFY2(QRegularExpression(QStringLiteral("^06838-[0-9A-F]{2}-000001-000005\\.maiam$"))
                     .match(QFileInfo(sealed->file).fileName())
                     .hasMatch(),
            qPrintable(sealed->file));
        QCOMPARE(QFileInfo(sealed->file).size(), sealed->bytes);
        QCOMPARE(QDir(two.stick()).entryList(QDir::Files | QDir::Hidden).size(), 1);

        auto received = two.provinceReceives(sealed->file);
        QVERIFY2(received, why(received).constData());
        QCOMPARE(received->from, QStringList { QStringLiteral("06838") });
        QCOMPARE(received->added, 5);
        QCOMPARE(received->known + received->waiting + received->notAllowed + received->conflicts, 0);
        QVERIFY(received->missing.isEmpty() && received->problems.isEmpty());
        auto record = two.province->record(kinds::Case, file);
        QVERIFY(record);
        QCOMPARE(record->text(CaseFields::Kind), QStringLiteral("physical"));
        QVERIFY(record->state().incomplete);

        const QByteArray atCommune = TwoOffices::heap(*two.commune);
        const QByteArray atProvince = TwoOffices::heap(*two.province);
        QVERIFY(atProvince.contains("physical"));
        for (const char* secret :
            { "Tằng Mỹ Ánh", "Ánh", "tang my anh", "2016-03-09", "022316004417", "Hàng xóm", "Chìu Thị Nga" })
        {
            const QString text = QString::fromUtf8(secret);
            if (text != QStringLiteral("tang my anh"))
                QVERIFY2(atCommune.contains(text.toUtf8()), secret);
            QVERIFY2(!atProvince.contains(text.toUtf8()), secret);
            QVERIFY2(
                !atProvince.contains(QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2)), secret);
        }
        const auto checked =
            two.province->read([](Database& database) { return Verification(database).run(); }).result();
        QVERIFY(checked && checked->problems.isEmpty());
        QVERIFY(QDir(two.folder(QStringLiteral("22"))).entryList({ QStringLiteral("incoming-*") }).isEmpty());
    }

    void theReceiptComesBackAndIsShown()
    {
        TwoOffices two;
        const QUuid file = two.writeCase(QStringLiteral("Tằng Mỹ Ánh"));
        auto sealed = two.seal();
        QVERIFY(two.provinceReceives(sealed->file));
        auto answer = two.answer();
        QVERIFY2(answer, why(answer).constData());
        QVERIFY(answer->file.endsWith(QStringLiteral("-06838.maiam")));
        auto received = receivePackages(*two.commune, { answer->file });
        QVERIFY2(received, why(received).constData());
        QVERIFY2(received->problems.isEmpty(), qPrintable(received->problems.join(u'\n')));
        QCOMPARE(stateOf(*two.commune, file), SendState::Received);
        const QUuid later = two.writeCase(QStringLiteral("Lý A Sìn"));
        QCOMPARE(stateOf(*two.commune, later), SendState::NotSent);
        auto next = two.seal();
        QCOMPARE(next->entries, 2);
        QVERIFY(next->file.contains(QStringLiteral("-000006-000007")));
        // The older answer again does not take the receipt back.
        QVERIFY(two.provinceReceives(next->file));
        auto newer = two.answer();
        QVERIFY(receivePackages(*two.commune, { newer->file }));
        QVERIFY(receivePackages(*two.commune, { answer->file }));
        QCOMPARE(stateOf(*two.commune, later), SendState::Received);
        QCOMPARE(TwoOffices::number(*two.commune, QStringLiteral("SELECT seq FROM receipt")), 7);
        // Nothing new is a package of receipts alone.
        auto empty = two.seal();
        QVERIFY2(empty, why(empty).constData());
        QCOMPARE(empty->entries, 0);
        auto taken = two.provinceReceives(empty->file);
        QVERIFY2(taken, why(taken).constData());
        QVERIFY(taken->missing.isEmpty());
        QCOMPARE(two.answer()->entries, 0);
    }

    void whatWasNotAcknowledgedIsOfferedAgain()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("A"));
        const auto lost = two.seal();
        two.writeCase(QStringLiteral("B"));
        const auto second = two.seal();
        QCOMPARE(lost->entries, 5);
        QCOMPARE(second->entries, 7);
        QCOMPARE(two.provinceReceives(second->file)->added, 7);
        const auto third = two.seal();
        QVERIFY(third->file != second->file); // never over an older package
        QCOMPARE(two.provinceReceives(third->file)->known, 7);
    }

    void publicToolsOpenAPackage()
    {
        const QString age = QStandardPaths::findExecutable(QStringLiteral("age"));
        const QString zstd = QStandardPaths::findExecutable(QStringLiteral("zstd"));
        const QString python = QStringLiteral("/usr/bin/python3");
        QProcess has;
        has.start(python, { QStringLiteral("-c"), QStringLiteral("import cbor2") });
        if (age.isEmpty() || zstd.isEmpty() || !has.waitForFinished() || has.exitCode() != 0)
            QSKIP("age, zstd or python3-cbor2 is not installed");
        TwoOffices two;
        two.writeCase(QStringLiteral("Tằng Mỹ Ánh"));
        const auto sealed = two.seal();
        const QString keyFile = two.folder(QStringLiteral("office.key"));
        two.province
            ->read([&](Database& database) {
                const SecretKey text = identityStore::office(database)->sealIdentity().toText();
                QFile out(keyFile);
                return out.open(QIODevice::WriteOnly)
                    && out.write(reinterpret_cast<const char*>(text.data()), qint64(text.size())) > 0;
            })
            .waitForFinished();
        const QString script = two.folder(QStringLiteral("read.py"));
        QFile code(script);
        QVERIFY(code.open(QIODevice::WriteOnly));
        code.write("import sys, cbor2, io, hashlib\n"
                   "f = io.BytesIO(sys.stdin.buffer.read())\n"
                   "d = cbor2.CBORDecoder(f)\n"
                   "h = d.decode()\n"
                   "r = h['devices'][0]\n"
                   "before, n, kinds = r['before'], 0, []\n"
                   "while f.tell() < len(f.getvalue()):\n"
                   "    body, signature, parts = d.decode()\n"
                   "    e = cbor2.loads(body)\n"
                   "    assert e[1] == r['device'] and e[2] == r['first'] + n and e[13] == before and parts == []\n"
                   "    before = hashlib.blake2b(b'maiam/entry/1' + body, digest_size=32).digest()\n"
                   "    n += 1\n"
                   "    kinds.append(e[7])\n"
                   "assert before == r['after'] and n == h['entries']\n"
                   "print(h['format'], h['version'], n, ','.join(kinds))\n");
        code.close();
        QProcess shell;
        shell.start(QStringLiteral("/bin/bash"),
            { QStringLiteral("-c"),
                QStringLiteral("set -o pipefail; \"$0\" -d -i \"$1\" \"$2\" | \"$3\" -dc | \"$4\" \"$5\""), age,
                keyFile, sealed->file, zstd, python, script });
        QVERIFY(shell.waitForFinished());
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QCOMPARE(
            shell.readAllStandardOutput().trimmed(), QByteArray("maiam/package 1 5 device,office,user,child,case"));
    }

    void theSamePackageTwiceChangesNothing()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("A"));
        const auto sealed = two.seal();
        QVERIFY(two.provinceReceives(sealed->file));
        const qint64 before = TwoOffices::number(*two.province, Entries);
        const auto again = two.provinceReceives(sealed->file);
        QCOMPARE(again->added, 0);
        QCOMPARE(again->known, 5);
        QCOMPARE(TwoOffices::number(*two.province, Entries), before);
        const auto twice = receivePackages(*two.province, { sealed->file, sealed->file });
        QCOMPARE(twice->known, 10);
    }

    void aGapIsNamedAndFilled()
    {
        TwoOffices two;
        const QUuid first = two.writeCase(QStringLiteral("A"));
        const auto one = two.seal();
        // The province's answer is lost, so the later package comes from a commune that was told of a receipt.
        QVERIFY(test::pretendReceipt(*two.commune, two.province->office().id));
        const QUuid second = two.writeCase(QStringLiteral("B"));
        const auto later = two.seal();
        QCOMPARE(later->entries, 2);
        auto received = two.provinceReceives(later->file);
        QVERIFY2(received, why(received).constData());
        QCOMPARE(received->added, 2);
        QCOMPARE(received->waiting, 2);
        const QString name = packageFormat::deviceName(QStringLiteral("06838"), two.commune->deviceId());
        QCOMPARE(received->missing, QStringList { name + QStringLiteral(": 1–5") });
        QVERIFY(!two.province->record(kinds::Case, second));
        auto filled = two.provinceReceives(one->file);
        QVERIFY2(filled, why(filled).constData());
        QVERIFY(filled->missing.isEmpty());
        QVERIFY(two.province->record(kinds::Case, first));
        QVERIFY(two.province->record(kinds::Case, second));
    }

    void aPackageForSomebodyElseIsRefused()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("A"));
        const auto sealed = two.seal();
        auto other = two.office(QStringLiteral("06841"), OfficeRole::Commune);
        TwoOffices::introduce(*other, *two.commune);
        QCOMPARE(receivePackages(*other, { sealed->file }).error().code, ErrorCode::NotForUs);
        // Passed on under new wrapping: the header still names the province.
        const OfficeCard card = offices::ownCard(*other).value();
        const QString passedOn = two.wrap(two.insideOf(sealed->file), { card.sealKey });
        QCOMPARE(receivePackages(*other, { passedOn }).error().code, ErrorCode::NotForUs);
        const QString asked = two.forge({ childBody(recordId::create(two.commune->office().id)) }, card.sealKey);
        QCOMPARE(receivePackages(*other, { asked }).error().code, ErrorCode::NotForUs);
        QCOMPARE(TwoOffices::number(*other, Entries), 3);
        QCOMPARE(receivePackages(*two.commune, { sealed->file }).error().code, ErrorCode::InvalidInput); // its own
    }

    void aCommuneSealsToTheProvinceOnly()
    {
        TwoOffices two;
        auto other = two.office(QStringLiteral("06841"), OfficeRole::Commune);
        TwoOffices::introduce(*other, *two.commune);
        QCOMPARE(sealPackage(*two.commune, QStringLiteral("06841"), two.stick()).error().code, ErrorCode::NotAllowed);
        QCOMPARE(sealPackage(*two.commune, QStringLiteral("99999"), two.stick()).error().code, ErrorCode::NotFound);
        QVERIFY(QDir(two.stick()).isEmpty());
    }

    void anUnknownSenderIsRefused()
    {
        TwoOffices two;
        auto other = two.office(QStringLiteral("06841"), OfficeRole::Commune);
        const OfficeCard card = offices::ownCard(*two.province).value();
        QVERIFY(offices::trust(*other, card, card.fingerprint()));
        const auto sealed = sealPackage(*other, QStringLiteral("22"), two.stick());
        const qint64 before = TwoOffices::number(*two.province, Entries);
        const auto refused = two.provinceReceives(sealed->file);
        QCOMPARE(refused.error().code, ErrorCode::UnknownSender);
        QVERIFY(refused.error().message.startsWith(QFileInfo(sealed->file).fileName()));
        QCOMPARE(TwoOffices::number(*two.province, Entries), before);
        const OfficeCard sender = offices::ownCard(*other).value();
        QVERIFY(offices::trust(*two.province, sender, sender.fingerprint()));
        QCOMPARE(two.provinceReceives(sealed->file)->added, 3);
    }

    void whatWasAlteredIsRefused()
    {
        TwoOffices two;
        two.writeMany(400);
        const auto sealed = two.seal();
        const QByteArray whole = TwoOffices::bytesOf(sealed->file);
        const qint64 before = TwoOffices::number(*two.province, Entries);
        // Every byte of the header and the end, and every so many in between.
        for (qsizetype at = 0; at < whole.size(); at += at < 400 || at > whole.size() - 40 ? 7 : 997) {
            QByteArray bytes = whole;
            bytes[at] = char(bytes[at] ^ (1 << (at % 8)));
            const auto refused = two.provinceReceives(two.put(bytes));
            QVERIFY2(!refused, qPrintable(QStringLiteral("byte %1").arg(at)));
        }
        // Altered by somebody who can open and close the age layer.
        const QByteArray inside = two.insideOf(sealed->file);
        const OfficeCard card = offices::ownCard(*two.province).value();
        for (qsizetype at = 0; at<inside.size(); at += at> inside.size() - 80 ? 5 : 701) {
            QByteArray bytes = inside;
            bytes[at] = char(bytes[at] ^ (1 << (at % 8)));
            const auto refused = two.provinceReceives(two.wrap(bytes, { card.sealKey }));
            QVERIFY2(!refused, qPrintable(QStringLiteral("inner byte %1").arg(at)));
        }
        QCOMPARE(two.provinceReceives(two.wrap(inside.left(inside.size() - 72), { card.sealKey })).error().code,
            ErrorCode::BadSignature);
        QCOMPARE(two.provinceReceives(two.put("đây là một bức ảnh")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(two.provinceReceives(two.put({})).error().code, ErrorCode::Truncated);
        QCOMPARE(TwoOffices::number(*two.province, Entries), before);
        QCOMPARE(TwoOffices::number(*two.province, QStringLiteral("SELECT count(*) FROM package_log")), 0);
        QCOMPARE(two.provinceReceives(sealed->file)->added, 403);
    }

    void whatWasCutOffIsRefused()
    {
        TwoOffices two;
        two.writeMany(1500);
        const auto sealed = two.seal();
        const QByteArray whole = TwoOffices::bytesOf(sealed->file);
        QVERIFY(whole.size() > 70'000); // more than one piece of age
        const qint64 before = TwoOffices::number(*two.province, Entries);
        for (qsizetype size = 1; size < whole.size(); size += 2503)
            QVERIFY(!two.provinceReceives(two.put(whole.left(size))));
        for (const qsizetype missing : { 1, 16, 17 })
            QVERIFY(!two.provinceReceives(two.put(whole.chopped(missing))));
        QVERIFY(!two.provinceReceives(two.put(whole + 'x')));
        QCOMPARE(TwoOffices::number(*two.province, Entries), before);
    }

    void anEntryForAnotherOfficesRecordIsKeptAside()
    {
        TwoOffices two;
        QVERIFY(two.provinceReceives(two.seal()->file));
        auto other = two.office(QStringLiteral("06841"), OfficeRole::Commune);
        const QUuid theirs = recordId::create(other->office().id);
        const QUuid ours = recordId::create(two.commune->office().id);
        const auto received = two.provinceReceives(two.forge({ childBody(theirs), childBody(ours) }));
        QVERIFY2(received, why(received).constData());
        QCOMPARE(received->notAllowed, 1);
        QCOMPARE(received->added, 1);
        QCOMPARE(received->problems.size(), 1);
        QVERIFY(!two.province->record(kinds::Child, theirs));
        QVERIFY(two.province->record(kinds::Child, ours));
    }

    void namesThatComeAlongMustMatchTheirCommitment()
    {
        TwoOffices two;
        const QUuid file = two.writeCase(QStringLiteral("Tằng Mỹ Ánh"));
        QCOMPARE(two.provinceReceives(two.withNames(true)).error().code, ErrorCode::Damaged);
        QCOMPARE(TwoOffices::number(*two.province, QStringLiteral("SELECT count(*) FROM child")), 0);
        QVERIFY(two.provinceReceives(two.seal()->file));
        QVERIFY(two.province->record(kinds::Case, file)->text(CaseFields::Summary).isEmpty());
        // What was withheld comes later.
        const auto received = two.provinceReceives(two.withNames(false));
        QVERIFY2(received, why(received).constData());
        QCOMPARE(received->known, 5);
        const auto record = two.province->record(kinds::Case, file);
        QCOMPARE(record->text(CaseFields::ReporterName), QStringLiteral("Chìu Thị Nga"));
        QVERIFY(!record->state().incomplete);
    }

    void twoHistoriesOfOneDeviceAreKeptAside()
    {
        TwoOffices two;
        const QString forged = two.forge({ childBody(recordId::create(two.commune->office().id)) });
        const QUuid file = two.writeCase(QStringLiteral("A"));
        QVERIFY(two.provinceReceives(two.seal()->file));
        QVERIFY(two.province->record(kinds::Case, file));
        const auto received = two.provinceReceives(forged);
        QVERIFY2(received, why(received).constData());
        QCOMPARE(received->forked, 1);
        QVERIFY(!received->problems.isEmpty());
    }

    void aRestoredRegisterIsToldWhatItLost()
    {
        TwoOffices two;
        QDir().mkpath(two.folder(QStringLiteral("kept")));
        const QString folder = two.folder(QStringLiteral("06838"));
        const auto copy = [&](const QString& from, const QString& to) {
            for (const QString& name : { QStringLiteral("register.db"), QStringLiteral("register.keys") }) {
                QFile::remove(to + u'/' + name);
                QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
            }
        };
        two.commune.reset();
        copy(folder, two.folder(QStringLiteral("kept")));
        two.commune = two.openAgain(QStringLiteral("06838"));
        two.writeCase(QStringLiteral("A"));
        QVERIFY(two.provinceReceives(two.seal()->file));
        two.commune.reset();
        QDir(folder).removeRecursively();
        QDir().mkpath(folder);
        copy(two.folder(QStringLiteral("kept")), folder);
        two.commune = two.openAgain(QStringLiteral("06838"));
        const auto received = receivePackages(*two.commune, { two.answer()->file });
        QVERIFY2(received, why(received).constData());
        QCOMPARE(received->problems.size(), 1);
        QCOMPARE(TwoOffices::number(*two.commune, QStringLiteral("SELECT count(*) FROM receipt")), 0);
    }

    void aProvinceThatWasSetBackIsGivenTheRestAgain()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("A"));
        QVERIFY(two.provinceReceives(two.seal()->file));
        two.province.reset();
        const QString folder = two.folder(QStringLiteral("22"));
        const QString kept = two.folder(QStringLiteral("kept"));
        const auto copy = [](const QString& from, const QString& to) {
            QDir(to).removeRecursively();
            QDir().mkpath(to);
            for (const QString& name : { QStringLiteral("register.db"), QStringLiteral("register.keys") })
                QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
        };
        copy(folder, kept);
        two.province = two.openAgain(QStringLiteral("22"));
        const QUuid second = two.writeCase(QStringLiteral("B"));
        QVERIFY(two.provinceReceives(two.seal()->file));
        const auto first = two.answer();
        QVERIFY(receivePackages(*two.commune, { first->file }));
        QCOMPARE(stateOf(*two.commune, second), SendState::Received);
        // The province's disk fails, and it goes on from the copy.
        two.province.reset();
        copy(kept, folder);
        two.province = two.openAgain(QStringLiteral("22"));
        const QUuid third = two.writeCase(QStringLiteral("C"));
        const auto behind = two.provinceReceives(two.seal()->file);
        QCOMPARE(behind->missing.size(), 1);
        QVERIFY(!two.province->record(kinds::Case, third));
        const auto told = two.answer();
        QVERIFY(receivePackages(*two.commune, { told->file }));
        QCOMPARE(stateOf(*two.commune, second), SendState::Packed); // and no longer "received"
        const auto again = two.seal();
        QCOMPARE(again->entries, 4);
        const auto received = two.provinceReceives(again->file);
        QVERIFY2(received, why(received).constData());
        QVERIFY(received->missing.isEmpty());
        QVERIFY(two.province->record(kinds::Case, second) && two.province->record(kinds::Case, third));
        // The newest counts; one that lay on a stick meanwhile does not take it back.
        QVERIFY(receivePackages(*two.commune, { two.answer()->file }));
        QCOMPARE(stateOf(*two.commune, third), SendState::Received);
        QVERIFY(receivePackages(*two.commune, { told->file }));
        QCOMPARE(stateOf(*two.commune, third), SendState::Received);
    }

    void aReasonInFreeWordsDoesNotTravel()
    {
        TwoOffices two;
        Record child = two.commune->newRecord(kinds::Child);
        child.set(ChildFields::Sex, QStringLiteral("female"));
        Batch batch;
        batch.reason = QStringLiteral("mẹ cháu Ánh xin");
        batch.add(child);
        QVERIFY(!two.commune->commit(batch).result()); // it would stand where everybody on the way can read it
        batch.reason = QStringLiteral("import");
        QVERIFY(two.commune->commit(batch).result());
        QVERIFY(two.seal());
    }

    void whatCannotBeWrittenLeavesNoHalfPackage()
    {
        TwoOffices two;
        two.writeMany(2000);
        QCOMPARE(
            sealPackage(*two.commune, QStringLiteral("22"), two.folder(QStringLiteral("no such stick"))).error().code,
            ErrorCode::ReadOnly);
        const std::atomic_bool stop = true;
        PackageJob job;
        job.cancelled = &stop;
        QCOMPARE(
            sealPackage(*two.commune, QStringLiteral("22"), two.stick(), {}, job).error().code, ErrorCode::Cancelled);
#ifdef Q_OS_LINUX
        // A disk with room for 20 kB more.
        signal(SIGXFSZ, SIG_IGN);
        rlimit before {};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 20'000;
        setrlimit(RLIMIT_FSIZE, &small);
        const auto full = two.seal();
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!full);
#endif
        QVERIFY(QDir(two.stick()).isEmpty(QDir::Files | QDir::Hidden));
        QCOMPARE(TwoOffices::number(*two.commune, QStringLiteral("SELECT count(*) FROM package_log")), 0);
        QVERIFY(two.seal()); // work goes on when the cause is gone
    }

    void stoppedHalfWayItIsTakenUpAgain()
    {
        TwoOffices two;
        two.writeMany(5000);
        const auto sealed = two.seal();
        std::atomic_bool stop = false;
        PackageJob job;
        job.cancelled = &stop;
        auto incoming = IncomingPackages::check(*two.province, { sealed->file });
        QVERIFY(incoming);
        QCOMPARE(incoming->packages().front().from.unit, QStringLiteral("06838"));
        job.progress = [&](qint64 done, qint64) { stop = done >= 2000; };
        QCOMPARE(incoming->takeIn(job).error().code, ErrorCode::Cancelled);
        QCOMPARE(TwoOffices::number(*two.province, QStringLiteral("SELECT count(*) FROM child")), 1997);
        const auto rest = two.provinceReceives(sealed->file);
        QVERIFY2(rest, why(rest).constData());
        QCOMPARE(rest->known, 2000);
        QCOMPARE(rest->added, 3003);
    }

    void aYearsPackageOfTwentyThousandEntries()
    {
        TwoOffices two;
        two.writeMany(20'000);
        QElapsedTimer time;
        time.start();
        const auto sealed = two.seal();
        QVERIFY2(sealed, why(sealed).constData());
        qInfo(
            "sealed and read back: %lld ms, %lld bytes, %lld entries", time.restart(), sealed->bytes, sealed->entries);
        auto incoming = IncomingPackages::check(*two.province, { sealed->file });
        QVERIFY2(incoming, why(incoming).constData());
        qInfo("checked: %lld ms", time.restart());
        const auto received = incoming->takeIn();
        QVERIFY2(received, why(received).constData());
        qInfo("folded: %lld ms", time.restart());
        QCOMPARE(received->added, 20'003);
    }
};

QTEST_GUILESS_MAIN(TestPackages)
#include "tst_packages.moc"
