// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/zstd_stream.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cstring>

using namespace maiam;

namespace {

constexpr qint64 Allowed = 64 * 1024 * 1024;

QByteArray compress(const QList<QByteArray>& parts, const QByteArray& trailer = {}, qsizetype* signedSize = nullptr)
{
    QByteArray out;
    ZstdWriter writer([&out](QByteArrayView bytes) {
        out.append(bytes.data(), bytes.size());
        return Result<>();
    });
    for (const QByteArray& part : parts) {
        if (!writer.write(part)) {
            return {};
        }
    }
    if (!writer.endFrame()) {
        return {};
    }
    if (signedSize != nullptr) {
        *signedSize = out.size();
    }
    return trailer.isEmpty() || writer.writeTrailer(trailer) ? out : QByteArray();
}

struct Read
{
    QByteArray plain;
    QByteArray trailer;
    QByteArray signedBytes;
};

/// Reads everything, the source giving @p step bytes a time.
Result<Read> decompress(const QByteArray& file, qint64 allowed = Allowed, qint64 step = 1000)
{
    qint64 at = 0;
    Read read;
    ZstdReader reader(
        [&](char* bytes, qint64 max) -> Result<qint64> {
            const qint64 part = std::min({ max, step, file.size() - at });
            std::memcpy(bytes, file.constData() + at, std::size_t(part));
            at += part;
            return part;
        },
        allowed, [&read](QByteArrayView bytes) { read.signedBytes.append(bytes.data(), bytes.size()); });
    QByteArray part(777, '\0');
    for (;;) {
        const auto got = reader.read(part.data(), part.size());
        if (!got) {
            return fail(got);
        }
        if (*got == 0) {
            read.trailer = reader.trailer();
            return read;
        }
        read.plain.append(part.constData(), qsizetype(*got));
    }
}

ErrorCode codeOf(const Result<Read>& result)
{
    return result ? ErrorCode::Usage : result.error().code;
}

const QByteArray Sample = QByteArray("Sổ theo dõi trẻ em ").repeated(3000);

} // namespace

class TestZstdStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsBack();
    void theTrailerStandsApartFromWhatItSigns();
    void debiansZstdOpensIt();
    void weOpenWhatDebiansZstdWrote();
    void everyTruncationIsRefused();
    void everyFlippedByteIsNoticed();
    void somethingBehindTheTrailerIsRefused();
    void aBombIsStopped();
    void aHugeWindowIsRefused();
    void whatIsNoZstdSaysSo();
    void aFailingSinkStopsTheWriter();
};

void TestZstdStream::whatIsWrittenReadsBack()
{
    QCOMPARE(decompress(compress({}))->plain, QByteArray());
    QVERIFY(rc::check("any pieces, any steps", [] {
        const auto parts = *rc::gen::arbitrary<std::vector<std::string>>();
        QList<QByteArray> list;
        QByteArray all;
        for (const auto& part : parts) {
            list.append(QByteArray::fromStdString(part));
            all += list.last();
        }
        const auto read = decompress(compress(list, "t"), Allowed, *rc::gen::inRange(1, 50));
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->plain == all);
        RC_ASSERT(read->trailer == "t");
    }));
}

void TestZstdStream::theTrailerStandsApartFromWhatItSigns()
{
    qsizetype signedSize = 0;
    const QByteArray file = compress({ Sample, Sample }, "signature", &signedSize);
    for (const qint64 step : { 1, 7, 1000000 }) {
        const auto read = decompress(file, Allowed, step);
        QVERIFY(read);
        QVERIFY(read->plain == Sample + Sample);
        QCOMPARE(read->trailer, QByteArray("signature"));
        QVERIFY(read->signedBytes == file.left(signedSize));
    }
}

void TestZstdStream::debiansZstdOpensIt()
{
    if (QStandardPaths::findExecutable(QStringLiteral("zstd")).isEmpty()) {
        QSKIP("zstd is not installed");
    }
    QProcess process;
    process.start(QStringLiteral("zstd"), { QStringLiteral("-d"), QStringLiteral("-c") });
    process.write(compress({ Sample }, QByteArray(200, 's')));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput() == Sample);
}

void TestZstdStream::weOpenWhatDebiansZstdWrote()
{
    if (QStandardPaths::findExecutable(QStringLiteral("zstd")).isEmpty()) {
        QSKIP("zstd is not installed");
    }
    QProcess process;
    process.start(QStringLiteral("zstd"), { QStringLiteral("-19"), QStringLiteral("-c") });
    process.write(Sample);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    const auto read = decompress(process.readAllStandardOutput());
    QVERIFY(read);
    QVERIFY(read->plain == Sample);
}

void TestZstdStream::everyTruncationIsRefused()
{
    qsizetype signedSize = 0;
    const QByteArray file = compress({ Sample }, "signature", &signedSize);
    for (qsizetype size = 0; size < file.size(); ++size) {
        const auto read = decompress(file.left(size));
        if (size == signedSize) { // whole, but unsigned: the caller misses the signature
            QVERIFY(read);
            QVERIFY(read->trailer.isEmpty());
        } else {
            QVERIFY2(codeOf(read) == ErrorCode::Truncated, qPrintable(QString::number(size)));
        }
    }
}

void TestZstdStream::everyFlippedByteIsNoticed()
{
    qsizetype signedSize = 0;
    const QByteArray file = compress({ Sample }, "signature", &signedSize);
    for (qsizetype i = 0; i < file.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray bad = file;
            bad[i] = char(bad.at(i) ^ (1 << bit));
            const auto read = decompress(bad);
            // what still opens differs in the bytes that the signature covers, or in the signature
            QVERIFY(!read || read->signedBytes != file.left(signedSize) || read->trailer != "signature");
        }
    }
}

void TestZstdStream::somethingBehindTheTrailerIsRefused()
{
    const QByteArray file = compress({ Sample }, "signature");
    QCOMPARE(codeOf(decompress(file + 'x')), ErrorCode::Damaged);
    QCOMPARE(codeOf(decompress(file + compress({ "more" }))), ErrorCode::Damaged);
    QCOMPARE(codeOf(decompress(file + file.right(17))), ErrorCode::Damaged); // a second trailer
    QCOMPARE(codeOf(decompress(compress({ Sample }) + "rest")), ErrorCode::Damaged);
    QVERIFY(decompress(compress({ Sample }) + compress({ "another frame" }))); // frames may follow each other
}

void TestZstdStream::aBombIsStopped()
{
    const QByteArray bomb = compress(QList<QByteArray>(64, QByteArray(1024 * 1024, '\0')));
    QVERIFY(bomb.size() < 64 * 1024);
    QCOMPARE(codeOf(decompress(bomb, 1024 * 1024)), ErrorCode::InvalidInput);
    QVERIFY(decompress(bomb, 64 * 1024 * 1024));
}

void TestZstdStream::aHugeWindowIsRefused()
{
    // a frame header that asks for a window of 2 GiB
    QCOMPARE(codeOf(decompress(QByteArray::fromHex("28b52ffd00a8") + QByteArray(100, '\0'))), ErrorCode::Damaged);
}

void TestZstdStream::whatIsNoZstdSaysSo()
{
    QCOMPARE(codeOf(decompress({})), ErrorCode::Truncated);
    QCOMPARE(codeOf(decompress("plain text")), ErrorCode::InvalidInput);
    QVERIFY(rc::check("no random bytes crash it", [] {
        const auto tail = *rc::gen::arbitrary<std::string>();
        (void)decompress(QByteArray::fromHex("28b52ffd") + QByteArray::fromStdString(tail));
    }));
}

void TestZstdStream::aFailingSinkStopsTheWriter()
{
    ZstdWriter writer([](QByteArrayView) -> Result<> { return fail(ErrorCode::DiskFull, QStringLiteral("full")); });
    QVERIFY(writer.write("a"));
    const auto ended = writer.endFrame();
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, ErrorCode::DiskFull);
}

QTEST_GUILESS_MAIN(TestZstdStream)
#include "tst_zstd_stream.moc"
