// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/age_file.h"
#include "models/sealing/age_header.h"
#include "models/sealing/bech32.h"

#include <QBuffer>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>

using namespace maiam;

namespace {

constexpr qint64 Allowed = 16 * 1024 * 1024;
constexpr qsizetype Piece = 64 * 1024;

std::vector<AgeIdentity> only(const AgeIdentity& identity)
{
    std::vector<AgeIdentity> identities;
    identities.push_back(identity.clone());
    return identities;
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    auto generator = QRandomGenerator(quint32(size + 7));
    for (char& c : bytes) {
        c = char(generator.generate());
    }
    return bytes;
}

/// Runs one of Debian's programs; nothing when it fails.
std::optional<QByteArray> run(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return std::nullopt;
    }
    return process.readAllStandardOutput();
}

ErrorCode codeOf(const Result<QByteArray>& result)
{
    return result ? ErrorCode::Usage : result.error().code; // Usage stands for "accepted" and is never right
}

} // namespace

class TestAgeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(initialiseCrypto());
        m_hasAge = !QStandardPaths::findExecutable(QStringLiteral("age")).isEmpty()
            && !QStandardPaths::findExecutable(QStringLiteral("age-keygen")).isEmpty();
    }
    void bech32KnownAnswers();
    void keysReadBackAsTheyWereWritten();
    void aMistypedKeyIsRefused();
    void whatIsSealedOpensAgain_data();
    void whatIsSealedOpensAgain();
    void everyRecipientOpensIt();
    void anotherOfficeCannotOpenIt();
    void debiansAgeOpensOurs();
    void weOpenWhatDebiansAgeSealed();
    void ageKeygenAgreesOnThePublicKey();
    void everyFlippedByteIsRefused();
    void everyTruncationIsRefused();
    void aCutAtTheBorderOfAPieceIsNoticed();
    void swappedOrRepeatedPiecesAreRefused();
    void somethingAppendedIsRefused();
    void anEmptyLastPieceIsRefused();
    void aNewerFormatSaysSo();
    void whatIsNoSealedFileSaysSo();
    void anEndlessHeaderIsRefused();
    void aRecipientThatIsNoKeyIsRefused();
    void aStickThatIsFullIsReported();
    void moreThanAllowedIsRefused();

private:
    bool m_hasAge = false;
};

void TestAgeFile::bech32KnownAnswers()
{
    // BIP 173's valid strings
    QVERIFY(bech32::decode("a", "A12UEL5L"));
    QVERIFY(bech32::decode("abcdef", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"));
    QCOMPARE(bech32::encode("a", {}), QByteArray("a12uel5l"));
    QVERIFY(!bech32::decode("a", "A12uEL5L")); // mixed case
    QVERIFY(!bech32::decode("a", "a12uel5m")); // checksum
    QVERIFY(!bech32::decode("b", "a12uel5l")); // another kind of key
    QVERIFY(!bech32::decode("age", ""));
    QVERIFY(rc::check("bech32 reads back", [] {
        const auto bytes = *rc::gen::arbitrary<std::string>();
        const QByteArray data = QByteArray::fromStdString(bytes);
        RC_ASSERT(bech32::decode("age", bech32::encode("age", data)) == data);
    }));
}

void TestAgeFile::keysReadBackAsTheyWereWritten()
{
    const AgeIdentity identity = AgeIdentity::generate();
    const SecretKey text = identity.toText();
    const QByteArrayView view(reinterpret_cast<const char*>(text.data()), qsizetype(text.size()));
    QVERIFY(view.startsWith(QByteArrayView("AGE-SECRET-KEY-1")));
    const auto again = AgeIdentity::parse(view.toByteArray() + '\n');
    QVERIFY(again);
    QVERIFY(again->key().equals(identity.key()));
    const QString recipient = identity.recipient().toString();
    QVERIFY(recipient.startsWith(QStringLiteral("age1")));
    const auto parsed = AgeRecipient::parse(recipient + QStringLiteral(" "));
    QVERIFY(parsed);
    QVERIFY(*parsed == identity.recipient());
}

void TestAgeFile::aMistypedKeyIsRefused()
{
    const QString good = AgeIdentity::generate().recipient().toString();
    for (qsizetype i = 0; i < good.size(); ++i) {
        QString bad = good;
        bad[i] = bad.at(i) == QLatin1Char('q') ? QLatin1Char('p') : QLatin1Char('q');
        QVERIFY2(!AgeRecipient::parse(bad), qPrintable(bad));
        QVERIFY(!AgeRecipient::parse(good.left(i)));
    }
}

void TestAgeFile::whatIsSealedOpensAgain_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : { qsizetype(0), qsizetype(1), Piece - 1, Piece, Piece + 1, 2 * Piece, 3 * Piece + 5 }) {
        QTest::addRow("%lld bytes", qlonglong(size)) << size;
    }
}

void TestAgeFile::whatIsSealedOpensAgain()
{
    QFETCH(qsizetype, size);
    const AgeIdentity identity = AgeIdentity::generate();
    const QByteArray plain = randomBytes(size);
    const auto sealed = sealAge(plain, { identity.recipient() });
    QVERIFY(sealed);
    const auto opened = openAge(*sealed, only(identity), Allowed);
    QVERIFY(opened);
    QVERIFY(*opened == plain);
}

void TestAgeFile::everyRecipientOpensIt()
{
    const AgeIdentity first = AgeIdentity::generate();
    const AgeIdentity second = AgeIdentity::generate();
    const auto sealed = sealAge("Hồ sơ", { first.recipient(), second.recipient() });
    QVERIFY(sealed);
    QCOMPARE(openAge(*sealed, only(first), Allowed).value_or(QByteArray()), QByteArray("Hồ sơ"));
    QCOMPARE(openAge(*sealed, only(second), Allowed).value_or(QByteArray()), QByteArray("Hồ sơ"));
    std::vector<AgeIdentity> both = only(AgeIdentity::generate());
    both.push_back(second.clone()); // an old key for packages under way
    QVERIFY(openAge(*sealed, both, Allowed));
}

void TestAgeFile::anotherOfficeCannotOpenIt()
{
    const auto sealed = sealAge("secret", { AgeIdentity::generate().recipient() });
    QVERIFY(sealed);
    QCOMPARE(codeOf(openAge(*sealed, only(AgeIdentity::generate()), Allowed)), ErrorCode::NotForUs);
    QCOMPARE(codeOf(openAge(*sealed, {}, Allowed)), ErrorCode::NotForUs);
}

void TestAgeFile::debiansAgeOpensOurs()
{
    if (!m_hasAge) {
        QSKIP("age is not installed");
    }
    QTemporaryDir folder;
    const AgeIdentity identity = AgeIdentity::generate();
    const SecretKey text = identity.toText();
    QFile keyFile(folder.filePath(QStringLiteral("office.key")));
    QVERIFY(keyFile.open(QIODevice::WriteOnly));
    keyFile.write(reinterpret_cast<const char*>(text.data()), qint64(text.size()));
    keyFile.close();
    for (const qsizetype size : { qsizetype(0), qsizetype(100), Piece, Piece + 1, 2 * Piece }) {
        const QByteArray plain = randomBytes(size);
        const auto sealed = sealAge(plain, { AgeIdentity::generate().recipient(), identity.recipient() });
        QVERIFY(sealed);
        const auto opened =
            run(QStringLiteral("age"), { QStringLiteral("-d"), QStringLiteral("-i"), keyFile.fileName() }, *sealed);
        QVERIFY2(opened, qPrintable(QString::number(size)));
        QVERIFY(*opened == plain);
    }
}

void TestAgeFile::weOpenWhatDebiansAgeSealed()
{
    if (!m_hasAge) {
        QSKIP("age is not installed");
    }
    const AgeIdentity identity = AgeIdentity::generate();
    for (const qsizetype size : { qsizetype(0), qsizetype(100), Piece, Piece + 1, 2 * Piece }) {
        const QByteArray plain = randomBytes(size);
        const auto sealed = run(QStringLiteral("age"),
            { QStringLiteral("-r"), AgeIdentity::generate().recipient().toString(), QStringLiteral("-r"),
                identity.recipient().toString() },
            plain);
        QVERIFY(sealed);
        const auto opened = openAge(*sealed, only(identity), Allowed);
        QVERIFY2(opened, qPrintable(QString::number(size)));
        QVERIFY(*opened == plain);
    }
}

void TestAgeFile::ageKeygenAgreesOnThePublicKey()
{
    if (!m_hasAge) {
        QSKIP("age is not installed");
    }
    const auto made = run(QStringLiteral("age-keygen"), {}, {});
    QVERIFY(made);
    QByteArray secret;
    QByteArray publicKey;
    for (const QByteArray& line : made->split('\n')) {
        secret = line.startsWith("AGE-SECRET-KEY-1") ? line : secret;
        publicKey = line.startsWith("# public key: ") ? line.mid(14) : publicKey;
    }
    const auto identity = AgeIdentity::parse(secret);
    QVERIFY(identity);
    QCOMPARE(identity->recipient().toString().toLatin1(), publicKey);
}

void TestAgeFile::everyFlippedByteIsRefused()
{
    const AgeIdentity identity = AgeIdentity::generate();
    const auto sealed = sealAge("Trần Thị Mẫu, thôn Đồng Tâm", { identity.recipient() });
    QVERIFY(sealed);
    const qsizetype payload = sealed->indexOf("\n--- ") + 5 + 43 + 1;
    for (qsizetype i = 0; i < sealed->size(); ++i) {
        for (const int bit : { 0, 5, 7 }) {
            QByteArray bad = *sealed;
            bad[i] = char(bad.at(i) ^ (1 << bit));
            const ErrorCode code = codeOf(openAge(bad, only(identity), Allowed));
            if (i >= payload) {
                QCOMPARE(code, ErrorCode::Damaged);
            } else {
                QVERIFY2(code == ErrorCode::Damaged || code == ErrorCode::NotForUs || code == ErrorCode::InvalidInput
                        || code == ErrorCode::NewerVersion || code == ErrorCode::Truncated,
                    qPrintable(QStringLiteral("byte %1 bit %2: %3").arg(i).arg(bit).arg(int(code))));
            }
        }
    }
}

void TestAgeFile::everyTruncationIsRefused()
{
    const AgeIdentity identity = AgeIdentity::generate();
    const auto sealed = sealAge("Trần Thị Mẫu", { identity.recipient() });
    QVERIFY(sealed);
    const qsizetype payload = sealed->indexOf("\n--- ") + 5 + 43 + 1;
    for (qsizetype size = 0; size < sealed->size(); ++size) {
        const ErrorCode code = codeOf(openAge(sealed->left(size), only(identity), Allowed));
        if (size < payload + 16 + 16) { // up to where a piece could stand at all
            QVERIFY2(code == ErrorCode::Truncated, qPrintable(QString::number(size)));
        } else { // a cut inside a piece cannot be told from an altered one
            QCOMPARE(code, ErrorCode::Damaged);
        }
    }
}

void TestAgeFile::aCutAtTheBorderOfAPieceIsNoticed()
{
    const AgeIdentity identity = AgeIdentity::generate();
    const auto sealed = sealAge(randomBytes(2 * Piece + 10), { identity.recipient() });
    QVERIFY(sealed);
    const qsizetype payload = sealed->indexOf("\n--- ") + 5 + 43 + 1;
    for (const qsizetype pieces : { 0, 1, 2 }) {
        const qsizetype border = payload + 16 + pieces * (Piece + 16);
        QCOMPARE(codeOf(openAge(sealed->left(border), only(identity), Allowed)), ErrorCode::Truncated);
        QCOMPARE(codeOf(openAge(sealed->left(border + 5), only(identity), Allowed)), ErrorCode::Truncated);
    }
}

void TestAgeFile::swappedOrRepeatedPiecesAreRefused()
{
    const AgeIdentity identity = AgeIdentity::generate();
    const auto sealed = sealAge(randomBytes(3 * Piece), { identity.recipient() });
    QVERIFY(sealed);
    const qsizetype start = sealed->indexOf("\n--- ") + 5 + 43 + 1 + 16;
    constexpr qsizetype Step = Piece + 16;
    const QByteArray head = sealed->left(start);
    const QByteArray one = sealed->mid(start, Step);
    const QByteArray two = sealed->mid(start + Step, Step);
    const QByteArray three = sealed->mid(start + 2 * Step);
    QVERIFY(openAge(head + one + two + three, only(identity), Allowed));
    QCOMPARE(codeOf(openAge(head + two + one + three, only(identity), Allowed)), ErrorCode::Damaged);
    QCOMPARE(codeOf(openAge(head + one + one + two + three, only(identity), Allowed)), ErrorCode::Damaged);
    QCOMPARE(codeOf(openAge(head + one + three, only(identity), Allowed)), ErrorCode::Damaged);
}

void TestAgeFile::somethingAppendedIsRefused()
{
    const AgeIdentity identity = AgeIdentity::generate();
    for (const qsizetype size : { qsizetype(0), qsizetype(9), Piece }) {
        const auto sealed = sealAge(randomBytes(size), { identity.recipient() });
        QVERIFY(sealed);
        QCOMPARE(codeOf(openAge(*sealed + '\n', only(identity), Allowed)), ErrorCode::Damaged);
        QCOMPARE(codeOf(openAge(*sealed + randomBytes(Piece * 2), only(identity), Allowed)), ErrorCode::Damaged);
    }
}

void TestAgeFile::anEmptyLastPieceIsRefused()
{
    // a writer that breaks the rule: a full piece that is not the last, then an empty one
    const AgeIdentity identity = AgeIdentity::generate();
    const SecretKey fileKey = SecretKey::random(std::size_t(age::FileKeySize));
    const auto header = age::Header::write(fileKey, { identity.recipient() });
    QVERIFY(header);
    const QByteArray nonce(age::NonceSize, 'n');
    age::Stream stream(fileKey, nonce);
    const QByteArray first = stream.seal(randomBytes(Piece), false);
    QCOMPARE(
        codeOf(openAge(*header + nonce + first + stream.seal({}, true), only(identity), Allowed)), ErrorCode::Damaged);
}

void TestAgeFile::aNewerFormatSaysSo()
{
    const AgeIdentity identity = AgeIdentity::generate();
    auto sealed = sealAge("x", { identity.recipient() });
    QVERIFY(sealed);
    sealed->replace("age-encryption.org/v1", "age-encryption.org/v2");
    QCOMPARE(codeOf(openAge(*sealed, only(identity), Allowed)), ErrorCode::NewerVersion);
}

void TestAgeFile::whatIsNoSealedFileSaysSo()
{
    const auto identities = only(AgeIdentity::generate());
    QCOMPARE(codeOf(openAge("PK\x03\x04 a workbook, by mistake", identities, Allowed)), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(openAge("-----BEGIN AGE ENCRYPTED FILE-----\n", identities, Allowed)), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(openAge("age-encryption.org/v1\r\n-> X25519 a\r\n", identities, Allowed)), ErrorCode::InvalidInput);
    QVERIFY(rc::check("no random bytes open or crash", [&identities] {
        const auto tail = *rc::gen::arbitrary<std::string>();
        const bool versioned = *rc::gen::arbitrary<bool>();
        const QByteArray file =
            (versioned ? QByteArray("age-encryption.org/v1\n-> ") : QByteArray()) + QByteArray::fromStdString(tail);
        RC_ASSERT(!openAge(file, identities, Allowed));
    }));
}

void TestAgeFile::anEndlessHeaderIsRefused()
{
    const auto identities = only(AgeIdentity::generate());
    const QByteArray version("age-encryption.org/v1\n");
    QCOMPARE(codeOf(openAge(version + "-> " + QByteArray(4000000, 'x'), identities, Allowed)), ErrorCode::Damaged);
    QCOMPARE(
        codeOf(openAge(version + QByteArray("-> x y\n\n").repeated(400000), identities, Allowed)), ErrorCode::Damaged);
}

void TestAgeFile::aRecipientThatIsNoKeyIsRefused()
{
    QVERIFY(!AgeRecipient::fromKey(QByteArray(31, 'x')));
    const auto zero = AgeRecipient::fromKey(QByteArray(32, '\0')); // a point of low order
    QVERIFY(zero);
    QCOMPARE(codeOf(sealAge("x", { *zero })), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(sealAge("x", {})), ErrorCode::InvalidInput);
}

void TestAgeFile::aStickThatIsFullIsReported()
{
    QFile full(QStringLiteral("/dev/full"));
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        QSKIP("no /dev/full here");
    }
    AgeWriter writer(full, { AgeIdentity::generate().recipient() });
    const auto opened = writer.open();
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::DiskFull || opened.error().code == ErrorCode::Io);
    QVERIFY(!opened.error().message.isEmpty());
}

void TestAgeFile::moreThanAllowedIsRefused()
{
    const AgeIdentity identity = AgeIdentity::generate();
    const auto sealed = sealAge(randomBytes(3 * Piece), { identity.recipient() });
    QVERIFY(sealed);
    QCOMPARE(codeOf(openAge(*sealed, only(identity), 2 * Piece)), ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestAgeFile)
#include "tst_age_file.moc"
