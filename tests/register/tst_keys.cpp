// SPDX-License-Identifier: GPL-3.0-or-later
#include "failing_disk.h"

#include "models/register/keys_file.h"
#include "models/register/passphrase.h"

#include <QCborStreamWriter>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sodium.h>

using namespace maiam;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Words = u"ngôi nhà có cây khế ngọt"_s;

QByteArray bytesOf(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

bool put(const QString& file, const QByteArray& bytes)
{
    QFile opened(file);
    return opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size();
}

} // namespace

/// Who can open the register, and what happens to its keys file.
class TestKeys : public QObject
{
    Q_OBJECT

    const KdfLimits m_limits = KdfLimits::forTests();
    const KdfCost m_cost = KdfCost::forTests();
    const QUuid m_register = QUuid::createUuid();
    const QUuid m_lan = QUuid::createUuid();
    const QUuid m_minh = QUuid::createUuid();
    const SecretKey m_key = SecretKey::random(32);
    const RecoveryKey m_paper = RecoveryKey::random();

    KeysFile made() const
    {
        KeysFile file(m_register, m_limits);
        [&] {
            QVERIFY(file.addPassphraseSlot(m_lan, u"Hoàng Thị Lan"_s, u"officer"_s, Words, m_key, m_cost));
            QVERIFY(file.addPassphraseSlot(m_minh, u"Trần Minh"_s, u"leader"_s, u"bốn mùa hoa nở"_s, m_key, m_cost));
            QVERIFY(file.addRecoverySlot(m_paper, m_key));
        }();
        return file;
    }

private Q_SLOTS:
    void each_user_opens_with_the_own_passphrase_only()
    {
        const KeysFile file = made();
        const auto lan = file.openWithPassphrase(m_lan, Words);
        QVERIFY(lan && lan->equals(m_key));
        QCOMPARE(file.openWithPassphrase(m_minh, Words).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(file.openWithPassphrase(m_lan, u"sai").error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(file.openWithPassphrase(m_lan, u"").error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(file.openWithPassphrase(QUuid::createUuid(), Words).error().code, ErrorCode::NotFound);
        const auto list = file.slotList();
        QCOMPARE(list.size(), 3);
        QCOMPARE(list.at(0).label, u"Hoàng Thị Lan"_s);
        QCOMPARE(list.at(1).role, u"leader"_s);
        QCOMPARE(list.at(2).kind, KeysFile::SlotKind::Recovery);
        QCOMPARE(file.generation(), 3);
    }

    void the_same_words_from_another_keyboard_open_too()
    {
        const KeysFile file = made();
        const QString apart = Words.normalized(QString::NormalizationForm_D);
        QVERIFY(apart != Words);
        QVERIFY(file.openWithPassphrase(m_lan, apart));
        QVERIFY(file.openWithPassphrase(m_lan, u"  "_s + QString(Words).replace(u' ', u"\u00a0 "_s) + u'\n'));
        QVERIFY(!file.openWithPassphrase(m_lan, Words.toUpper()));
    }

    void the_paper_key_opens_and_another_paper_does_not()
    {
        KeysFile file = made();
        const auto typed = RecoveryKey::parse(m_paper.text().toLower());
        QVERIFY(typed);
        const auto key = file.openWithRecovery(*typed);
        QVERIFY(key && key->equals(m_key));
        QCOMPARE(file.openWithRecovery(RecoveryKey::random()).error().code, ErrorCode::WrongPassphrase);
        const RecoveryKey fresh = RecoveryKey::random();
        QVERIFY(file.addRecoverySlot(fresh, m_key));
        QVERIFY(!file.openWithRecovery(m_paper));
        QVERIFY(file.openWithRecovery(fresh));
    }

    void a_changed_passphrase_replaces_one_slot()
    {
        KeysFile file = made();
        QVERIFY(file.addPassphraseSlot(m_lan, u"Lan"_s, u"officer"_s, u"mới tinh mới tinh"_s, m_key, m_cost));
        QCOMPARE(file.slotList().size(), 3);
        QVERIFY(!file.openWithPassphrase(m_lan, Words));
        QVERIFY(file.openWithPassphrase(m_lan, u"mới tinh mới tinh"_s));
        QVERIFY(file.relabel(m_lan, u"Lan (nghỉ)"_s, u"viewer"_s));
        QVERIFY(file.openWithPassphrase(m_lan, u"mới tinh mới tinh"_s));
        QVERIFY(file.removeSlot(m_lan));
        QVERIFY(!file.removeSlot(m_lan));
        QVERIFY(!file.removeSlot(QUuid())); // never the recovery slots
        QCOMPARE(file.openWithPassphrase(m_lan, u"mới tinh mới tinh"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(file.generation(), 6);
    }

    void the_file_is_written_whole_and_for_its_owner_only()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"register.keys"_s);
        KeysFile file = made();
        QVERIFY(file.write(path));
        QVERIFY(file.relabel(m_lan, u"Lan"_s, u"officer"_s));
        QVERIFY(file.write(path));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList { u"register.keys"_s });
#ifdef Q_OS_UNIX // elsewhere the folder's own rights decide
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
        const auto back = KeysFile::read(path, m_limits);
        QVERIFY(back);
        QCOMPARE(back->encoded(), file.encoded());
        QCOMPARE(back->registerId(), m_register);
        QVERIFY(back->openWithPassphrase(m_lan, Words));
        QVERIFY(!bytesOf(path).contains(QByteArray(reinterpret_cast<const char*>(m_key.data()), 32)));
    }

    void a_power_cut_while_writing_leaves_a_file_that_opens()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"register.keys"_s);
        QVERIFY(made().write(path + u".previous"_s));
        QVERIFY(KeysFile::read(path, m_limits)); // the new one is not there yet
        QVERIFY(put(path, "half"));
        QVERIFY(KeysFile::read(path, m_limits));
        // A damaged file does not push the good previous one out.
        QVERIFY(made().write(path));
        QVERIFY(KeysFile::read(path, m_limits));
    }

    void each_fault_of_the_disk_leaves_the_old_file_or_the_new_one()
    {
        KeysFile before = made();
        KeysFile after = before;
        QVERIFY(after.addPassphraseSlot(m_lan, u"Hoàng Thị Lan"_s, u"officer"_s, u"cụm khác hẳn"_s, m_key, m_cost));
        using Fault = test::FailingDisk::Fault;
        test::FailingDisk disk;
        for (const Fault fault : { Fault::Refused, Fault::DoneButDenied, Fault::Dead }) {
            int calls = 1;
            for (int at = 0; at <= calls; ++at) {
                const QTemporaryDir dir;
                const QString path = dir.filePath(u"register.keys"_s);
                disk.arm(0);
                QVERIFY(before.write(path));
                disk.arm(at, fault);
                const auto written = after.write(path, disk);
                if (at == 0)
                    calls = int(test::FailingDisk::calls().size());
                disk.arm(0);
                const auto read = KeysFile::read(path, m_limits);
                QVERIFY(read);
                const bool isNew = read->encoded() == after.encoded();
                QVERIFY(isNew || read->encoded() == before.encoded());
                if (fault != Fault::Dead)
                    QCOMPARE(isNew, written.has_value());
            }
            QVERIFY(calls >= 4);
        }
    }

    void each_reason_for_not_reading_has_its_own_words()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"register.keys"_s);
        QCOMPARE(KeysFile::read(path).error().code, ErrorCode::KeysMissing);
        QVERIFY(put(path, QByteArray(70000, 'x')));
        QCOMPARE(KeysFile::read(path).error().code, ErrorCode::KeysDamaged);
        QVERIFY(put(path, QByteArray()));
        QCOMPARE(KeysFile::read(path).error().code, ErrorCode::KeysDamaged);
        QByteArray newer;
        QCborStreamWriter out(&newer);
        out.startArray(3);
        out.append("maiam/keys"_L1);
        out.append(3);
        out.append("something new"_L1);
        out.endArray();
        QVERIFY(put(path, newer));
        QCOMPARE(KeysFile::read(path).error().code, ErrorCode::NewerVersion);
        // A slot that is too cheap to be safe is not believed.
        QCOMPARE(KeysFile::parse(made().encoded()).error().code, ErrorCode::KeysDamaged);
        QCOMPARE(made().write(dir.filePath(u"nowhere/register.keys"_s)).error().message.isEmpty(), false);
    }

    void every_flipped_byte_and_every_cut_is_noticed()
    {
        const QByteArray whole = made().encoded();
        QVERIFY(KeysFile::parse(whole, m_limits));
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const int bit : { 0x01, 0x20, 0x80 }) {
                QByteArray hurt = whole;
                hurt[at] = static_cast<char>(hurt.at(at) ^ bit);
                QVERIFY(!KeysFile::parse(hurt, m_limits));
            }
            QCOMPARE(KeysFile::parse(whole.left(at), m_limits).error().code, ErrorCode::KeysDamaged);
        }
        QVERIFY(!KeysFile::parse(whole + '\0', m_limits));
    }

    void hostile_lengths_take_no_memory()
    {
        const QByteArray head = QByteArray::fromHex("866a6d6169616d2f6b65797301"); // [6: "maiam/keys", 1 …
        for (const char* rest : { "5b7fffffffffffffff", "50000102030405060708090a0b0c0d0e0f009b7fffffffffffffff",
                 "7b7fffffffffffffff", "5f", "9f9f9f9f9f", "" })
            QCOMPARE(KeysFile::parse(head + QByteArray::fromHex(rest), m_limits).error().code, ErrorCode::KeysDamaged);
        QCOMPARE(KeysFile::parse(QByteArray(60000, '\x9f'), m_limits).error().code, ErrorCode::KeysDamaged);
        QCOMPARE(KeysFile::parse(QByteArray(60000, '\x81'), m_limits).error().code, ErrorCode::KeysDamaged);
    }

    void a_slot_given_to_another_user_or_made_cheaper_does_not_open()
    {
        // A tamperer can make the digest anew, but not the slot's own tag.
        const auto forged = [this](const QByteArray& from, const QByteArray& to) {
            QByteArray bytes = made().encoded();
            const qsizetype digest = bytes.size() - 32;
            bytes.replace(from, to);
            QByteArray blank = bytes.left(digest - 2) + '\x40'; // an empty byte string stands for the digest
            QByteArray fresh(32, '\0');
            crypto_generichash(reinterpret_cast<unsigned char*>(fresh.data()), 32,
                reinterpret_cast<const unsigned char*>(blank.constData()), static_cast<quint64>(blank.size()), nullptr,
                0);
            return KeysFile::parse(bytes.left(digest) + fresh, m_limits);
        };
        const auto same = forged("none of these", "");
        QVERIFY(same && same->openWithPassphrase(m_lan, Words));
        const QUuid other = QUuid::createUuid();
        const auto user = forged(m_lan.toRfc4122(), other.toRfc4122());
        QVERIFY(user);
        QCOMPARE(user->openWithPassphrase(other, Words).error().code, ErrorCode::WrongPassphrase);
        const auto moved = forged(m_register.toRfc4122(), other.toRfc4122());
        QVERIFY(moved);
        QCOMPARE(moved->openWithPassphrase(m_lan, Words).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(moved->openWithRecovery(m_paper).error().code, ErrorCode::WrongPassphrase);
        const auto cheaper = forged(QByteArray::fromHex("1a0001000001"), QByteArray::fromHex("1a0001000101"));
        QVERIFY(cheaper && cheaper->slotList().at(0).cost.memoryBytes == 0x10001);
        QCOMPARE(cheaper->openWithPassphrase(m_lan, Words).error().code, ErrorCode::WrongPassphrase);
    }

    void too_little_memory_is_not_a_wrong_passphrase()
    {
        const KdfCost huge { 4ULL << 40, 1 }; // no PC has it
        const auto key = deriveSlotKey(Passphrase::normalised(Words), QByteArray(SlotSaltBytes, 's'), huge);
        QVERIFY(!key);
        QVERIFY(key.error().code != ErrorCode::WrongPassphrase);
        QCOMPARE(key.error().code, ErrorCode::OutOfMemory);
    }

    void a_new_slot_costs_what_a_guesser_must_pay()
    {
        QCOMPARE(KdfCost().memoryBytes, 256ULL * 1024 * 1024);
        QCOMPARE(KdfCost().passes, 3U);
        KeysFile strict(m_register);
        QVERIFY(!strict.addPassphraseSlot(m_lan, u"Lan"_s, u"officer"_s, Words, m_key, m_cost));
        QVERIFY(strict.addPassphraseSlot(m_lan, u"Lan"_s, u"officer"_s, Words, m_key, { 64ULL << 20, 2 }));
        const auto back = KeysFile::parse(strict.encoded());
        QVERIFY(back);
        QVERIFY(back->openWithPassphrase(m_lan, Words));
    }

    void there_is_an_end_to_users_and_names()
    {
        KeysFile file(m_register, m_limits);
        for (int i = 0; i < KeysFile::MostSlots; ++i)
            QVERIFY(file.addPassphraseSlot(
                QUuid::createUuid(), QString(200, u'ễ'), QString(200, u'o'), Words, m_key, m_cost));
        QCOMPARE(file.addPassphraseSlot(m_lan, u"Lan"_s, u"officer"_s, Words, m_key, m_cost).error().code,
            ErrorCode::InvalidInput);
        QVERIFY(file.encoded().size() > KeysFile::MostBytes || KeysFile::parse(file.encoded(), m_limits));
        KeysFile one(m_register, m_limits);
        QCOMPARE(one.addPassphraseSlot(m_lan, QString(201, u'a'), QString(), Words, m_key, m_cost).error().code,
            ErrorCode::InvalidInput);
        QVERIFY(one.slotList().isEmpty());
        QCOMPARE(one.generation(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
