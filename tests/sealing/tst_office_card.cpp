// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/office_card.h"

#include <QRegularExpression>
#include <QtTest>

#include <rapidcheck.h>

using namespace maiam;

namespace {

const QString Name = QStringLiteral("UBND phường Hà Tu");

OfficeCard card(const OfficeKey& key)
{
    return OfficeCard::make(key, QStringLiteral("06838"), Name, OfficeCard::Role::Commune);
}

ErrorCode codeOf(const QByteArray& text)
{
    const auto read = OfficeCard::parse(text);
    return read ? ErrorCode::Usage : read.error().code;
}

} // namespace

class TestOfficeCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCrypto()); }
    void aKeyComesBackFromItsSeeds();
    void aSignatureHoldsForItsContextOnly();
    void aCardReadsBack();
    void whatNotepadDoesToTheFileIsForgiven();
    void everyChangedCharacterIsRefused();
    void aCutCardSaysSo();
    void aNewerCardSaysSo();
    void whatIsNoCardSaysSo();
    void aStrangeOfficeIdIsRefused();
    void aReplacementKeepsTheOfficeId();
    void theFingerprintCoversTheWholeCard();
    void theFingerprintIsForgivingInItsForm();
};

void TestOfficeCard::aKeyComesBackFromItsSeeds()
{
    const OfficeKey key = OfficeKey::generate();
    const auto again = OfficeKey::fromSeeds(key.signSeed().clone(), key.sealSecret().clone());
    QVERIFY(again);
    QCOMPARE(again->signKey(), key.signKey());
    QCOMPARE(again->sealKey(), key.sealKey());
    QCOMPARE(key.officeId().size(), 16);
    QVERIFY(!OfficeKey::fromSeeds(SecretKey::random(31), SecretKey::random(32)));
    QVERIFY(!OfficeKey::fromSeeds(SecretKey::random(32), SecretKey::random(33)));
    QVERIFY(OfficeKey::generate().officeId() != key.officeId());
}

void TestOfficeCard::aSignatureHoldsForItsContextOnly()
{
    const OfficeKey key = OfficeKey::generate();
    const QByteArray signature = key.sign(context::Package, "digest");
    QVERIFY(verifySignature(key.signKey(), context::Package, "digest", signature));
    QVERIFY(!verifySignature(key.signKey(), context::Device, "digest", signature));
    QVERIFY(!verifySignature(key.signKey(), context::Package, "digesT", signature));
    QVERIFY(!verifySignature(OfficeKey::generate().signKey(), context::Package, "digest", signature));
    QVERIFY(!verifySignature({}, context::Package, "digest", signature));
    QVERIFY(!verifySignature(key.signKey(), context::Package, "digest", signature.left(63)));
    QVERIFY(ContextHash(context::Card).add("a").result() != ContextHash(context::Device).add("a").result());
    QCOMPARE(ContextHash(context::Card).add("a").add("b").result(), ContextHash(context::Card).add("ab").result());
}

void TestOfficeCard::aCardReadsBack()
{
    const OfficeKey key = OfficeKey::generate();
    const OfficeCard made = card(key);
    const auto read = OfficeCard::parse(made.toText());
    QVERIFY(read);
    QVERIFY(*read == made);
    QCOMPARE(read->name, Name);
    QCOMPARE(read->unit, QStringLiteral("06838"));
    QCOMPARE(read->officeId, key.officeId());
    QCOMPARE(read->sealKey, key.sealKey());
    QCOMPARE(read->signKey, key.signKey());
    QVERIFY(made.toText().contains("seal-key: age1"));
    QCOMPARE(
        OfficeCard::parse(
            OfficeCard::make(key, QStringLiteral("22"), QStringLiteral("Sở Y tế"), OfficeCard::Role::Province).toText())
            ->role,
        OfficeCard::Role::Province);
}

void TestOfficeCard::whatNotepadDoesToTheFileIsForgiven()
{
    const OfficeCard made = card(OfficeKey::generate());
    QByteArray text = made.toText();
    text.replace("\n", "\r\n");
    const auto read = OfficeCard::parse("\xef\xbb\xbf" + text + "\r\n\r\n");
    QVERIFY(read);
    QVERIFY(*read == made);
    QByteArray unended = made.toText();
    unended.chop(1);
    QVERIFY(OfficeCard::parse(unended));
}

void TestOfficeCard::everyChangedCharacterIsRefused()
{
    const OfficeCard made = card(OfficeKey::generate());
    const QByteArray text = made.toText();
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const int bit : { 0, 1, 6 }) {
            QByteArray bad = text;
            bad[i] = char(bad.at(i) ^ (1 << bit));
            const auto read = OfficeCard::parse(bad);
            // a changed space around a value or another end of a line changes nothing that is meant
            QVERIFY2(!read || *read == made, qPrintable(QString::number(i)));
        }
    }
    QByteArray other = text;
    other.replace("06838", "06839");
    QCOMPARE(codeOf(other), ErrorCode::BadSignature);
    other = text;
    other.replace("commune", "province");
    QCOMPARE(codeOf(other), ErrorCode::BadSignature);
}

void TestOfficeCard::aCutCardSaysSo()
{
    const QByteArray text = card(OfficeKey::generate()).toText();
    for (qsizetype size = 0; size < text.size() - 1; ++size) {
        const auto read = OfficeCard::parse(QByteArrayView(text).first(size));
        QVERIFY2(!read && read.error().code == ErrorCode::Truncated, qPrintable(QString::number(size)));
    }
}

void TestOfficeCard::aNewerCardSaysSo()
{
    QByteArray text = card(OfficeKey::generate()).toText();
    text.replace("CARD 1\n", "CARD 2\n");
    QCOMPARE(codeOf(text), ErrorCode::NewerVersion);
}

void TestOfficeCard::whatIsNoCardSaysSo()
{
    QCOMPARE(codeOf("Kính gửi Sở Y tế\n"), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(QByteArray(1000000, 'x')), ErrorCode::InvalidInput);
    const QByteArray text = card(OfficeKey::generate()).toText();
    QCOMPARE(codeOf(text + "unit: 1\n"), ErrorCode::InvalidInput); // a line twice
    QCOMPARE(codeOf(text + "more: 1\n"), ErrorCode::InvalidInput);
    QByteArray bad = text;
    bad.replace("role: commune", "role: ministry");
    QCOMPARE(codeOf(bad), ErrorCode::InvalidInput);
    QVERIFY(rc::check("no random text is a card", [] {
        const auto tail = *rc::gen::arbitrary<std::string>();
        RC_ASSERT(!OfficeCard::parse("MAIAM-OFFICE-CARD 1\n" + QByteArray::fromStdString(tail)));
    }));
}

void TestOfficeCard::aStrangeOfficeIdIsRefused()
{
    // somebody with keys of his own takes another office's id in a first card
    const OfficeCard stolen = OfficeCard::make(OfficeKey::generate(), QStringLiteral("06838"), Name,
        OfficeCard::Role::Commune, 1, OfficeKey::generate().officeId());
    QCOMPARE(codeOf(stolen.toText()), ErrorCode::BadSignature);
}

void TestOfficeCard::aReplacementKeepsTheOfficeId()
{
    const QByteArray id = OfficeKey::generate().officeId();
    const OfficeCard second =
        OfficeCard::make(OfficeKey::generate(), QStringLiteral("06838"), Name, OfficeCard::Role::Commune, 2, id);
    const auto read = OfficeCard::parse(second.toText());
    QVERIFY(read);
    QCOMPARE(read->officeId, id);
    QCOMPARE(read->generation, 2);
}

void TestOfficeCard::theFingerprintCoversTheWholeCard()
{
    const OfficeKey key = OfficeKey::generate();
    const OfficeCard made = card(key);
    static const QRegularExpression form(QStringLiteral("^\\d{5}(-\\d{5}){5}$"));
    QVERIFY(form.match(made.fingerprint()).hasMatch());
    QCOMPARE(OfficeCard::parse(made.toText())->fingerprint(), made.fingerprint());
    const auto differs = [&made](const OfficeCard& other) { return other.fingerprint() != made.fingerprint(); };
    QVERIFY(differs(OfficeCard::make(key, QStringLiteral("06839"), Name, OfficeCard::Role::Commune)));
    QVERIFY(differs(OfficeCard::make(key, QStringLiteral("06838"), QStringLiteral("X"), OfficeCard::Role::Commune)));
    QVERIFY(differs(OfficeCard::make(key, QStringLiteral("06838"), Name, OfficeCard::Role::Province)));
    QVERIFY(differs(OfficeCard::make(key, QStringLiteral("06838"), Name, OfficeCard::Role::Commune, 2)));
    QVERIFY(differs(card(OfficeKey::generate())));
}

void TestOfficeCard::theFingerprintIsForgivingInItsForm()
{
    const OfficeCard made = card(OfficeKey::generate());
    QString typed = made.fingerprint();
    QVERIFY(made.hasFingerprint(typed));
    QVERIFY(made.hasFingerprint(QString(typed).replace(QLatin1Char('-'), QLatin1Char(' '))));
    QVERIFY(made.hasFingerprint(QString(typed).remove(QLatin1Char('-'))));
    QVERIFY(made.hasFingerprint(QStringLiteral("  ") + QString(typed).replace(QLatin1Char('-'), QChar(0x2013))));
    QVERIFY(!made.hasFingerprint(typed.left(29)));
    QVERIFY(!made.hasFingerprint({}));
    typed[0] = typed.at(0) == QLatin1Char('1') ? QLatin1Char('2') : QLatin1Char('1');
    QVERIFY(!made.hasFingerprint(typed));
}

QTEST_GUILESS_MAIN(TestOfficeCard)
#include "tst_office_card.moc"
