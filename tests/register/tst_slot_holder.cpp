// SPDX-License-Identifier: GPL-3.0-or-later
// A register key sealed to a slot's holder, who is not there.
#include "models/register/slot_holder.h"
#include "models/sqlcipher/secret_key.h"

#include <QTest>

#include <sodium.h>

using namespace maiam;

class TestSlotHolder : public QObject
{
    Q_OBJECT

    const SecretKey m_registerKey = SecretKey::random(32);
    const SecretKey m_slotKey = SecretKey::random(32);
    const QByteArray m_nonce = QByteArray(24, 'n');
    const QByteArray m_with = "register, user, generation";

    [[nodiscard]] QByteArray sealed() const
    {
        return slotHolder::seal(m_registerKey, slotHolder::publicKey(m_slotKey), m_nonce, m_with);
    }
    [[nodiscard]] bool opens(
        const QByteArray& box, const SecretKey& slotKey, const QByteArray& nonce, const QByteArray& with) const
    {
        SecretKey key = SecretKey::zeroed(32);
        return slotHolder::open(box, slotKey, nonce, with, key) && key.equals(m_registerKey);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void onlyTheHolderOpensIt()
    {
        QVERIFY(opens(sealed(), m_slotKey, m_nonce, m_with));
        QVERIFY(!opens(sealed(), SecretKey::random(32), m_nonce, m_with));
    }
    void itBelongsToItsSlotAndItsWriting()
    {
        QVERIFY(!opens(sealed(), m_slotKey, m_nonce, m_with + "2"));
        QVERIFY(!opens(sealed(), m_slotKey, QByteArray(24, 'm'), m_with));
    }
    void everyFlippedByteAndEveryCutIsNoticed()
    {
        const QByteArray whole = sealed();
        QCOMPARE(whole.size(), 32 + 32 + 16);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray altered = whole;
            altered[at] = char(altered.at(at) ^ 0x10);
            QVERIFY2(!opens(altered, m_slotKey, m_nonce, m_with), qPrintable(QString::number(at)));
            QVERIFY(!opens(whole.first(at), m_slotKey, m_nonce, m_with));
        }
        QVERIFY(!opens(whole + '\0', m_slotKey, m_nonce, m_with));
    }
    void noTwoSealingsShareAKey()
    {
        // Under the same nonce: with a shared key the two ciphertexts of one secret would be the same.
        const QByteArray one = sealed();
        const QByteArray other = sealed();
        QVERIFY(one.first(32) != other.first(32));
        QVERIFY(one.mid(32) != other.mid(32));
    }
    void aPublicKeyThatGivesNoSecretIsRefused()
    {
        // Points of small order give a shared secret that everybody knows.
        QVERIFY(slotHolder::seal(m_registerKey, QByteArray(32, '\0'), m_nonce, m_with).isEmpty());
        QVERIFY(slotHolder::seal(m_registerKey, '\1' + QByteArray(31, '\0'), m_nonce, m_with).isEmpty());
        QVERIFY(slotHolder::seal(m_registerKey, QByteArray(31, 'x'), m_nonce, m_with).isEmpty());
        QVERIFY(!opens(QByteArray(32, '\0') + sealed().mid(32), m_slotKey, m_nonce, m_with));
    }
    void thePublicHalfSaysNothingOfTheSlotsKey()
    {
        QCOMPARE(slotHolder::publicKey(m_slotKey), slotHolder::publicKey(m_slotKey));
        QVERIFY(slotHolder::publicKey(m_slotKey) != slotHolder::publicKey(SecretKey::random(32)));
        // Not the plain X25519 half of the key that also wraps: the two uses are kept apart.
        QByteArray plain(32, '\0');
        crypto_scalarmult_base(reinterpret_cast<unsigned char*>(plain.data()), m_slotKey.data());
        QVERIFY(slotHolder::publicKey(m_slotKey) != plain);
    }
};

QTEST_GUILESS_MAIN(TestSlotHolder)
#include "tst_slot_holder.moc"
