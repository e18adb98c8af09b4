// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/cbor.h"

#include <QProcess>
#include <QtTest>

#include <rapidcheck.h>

#include <limits>

using namespace maiam;

namespace {

/// A random item, encoded, nested at most @p depth deep.
QByteArray randomItem(int depth)
{
    CborWriter writer;
    switch (*rc::gen::inRange(0, depth > 0 ? 8 : 6)) {
    case 0:
        return writer.unsignedInt(*rc::gen::arbitrary<quint64>() >> *rc::gen::inRange(0, 64)).take();
    case 1:
        return writer.integer(*rc::gen::arbitrary<qint64>() >> *rc::gen::inRange(0, 63)).take();
    case 2: {
        const auto bytes = *rc::gen::arbitrary<std::string>();
        return writer.bytes(QByteArrayView(bytes.data(), qsizetype(bytes.size()))).take();
    }
    case 3: {
        const auto units = *rc::gen::arbitrary<std::vector<char16_t>>();
        return writer.text(QStringView(units.data(), qsizetype(units.size()))).take();
    }
    case 4:
        return writer.boolean(*rc::gen::arbitrary<bool>()).take();
    case 5:
        return writer.null().take();
    case 6: {
        const int count = *rc::gen::inRange(0, 30);
        writer.array(std::size_t(count));
        for (int i = 0; i < count; ++i) {
            writer.raw(randomItem(depth - 1));
        }
        return writer.take();
    }
    default: {
        const int count = *rc::gen::inRange(0, 8);
        CborMapBuilder map;
        for (int i = 0; i < count; ++i) {
            map.insert(randomItem(0), randomItem(depth - 1));
        }
        map.writeTo(writer);
        return writer.take();
    }
    }
}

/// Reads an item and writes it again, item by item.
bool copyItem(CborReader& reader, CborWriter& writer)
{
    quint64 count = 0;
    qint64 number = 0;
    QByteArrayView view;
    bool flag = false;
    switch (reader.peek()) {
    case CborReader::Type::Unsigned:
        return reader.unsignedInt(count) && (writer.unsignedInt(count), true);
    case CborReader::Type::Negative:
        return reader.integer(number) && (writer.integer(number), true);
    case CborReader::Type::Bytes:
        return reader.bytes(view) && (writer.bytes(view), true);
    case CborReader::Type::Text:
        return reader.text(view) && (writer.textUtf8(view), true);
    case CborReader::Type::Boolean:
        return reader.boolean(flag) && (writer.boolean(flag), true);
    case CborReader::Type::Null:
        return reader.null() && (writer.null(), true);
    case CborReader::Type::Array:
    case CborReader::Type::Map: {
        const bool isMap = reader.peek() == CborReader::Type::Map;
        if (!(isMap ? reader.map(count) : reader.array(count))) {
            return false;
        }
        isMap ? writer.map(count) : writer.array(count);
        for (quint64 i = 0; i < count * (isMap ? 2 : 1); ++i) {
            if (!copyItem(reader, writer)) {
                return false;
            }
        }
        return true;
    }
    default:
        return false;
    }
}

bool refused(const char* hex)
{
    return !isDeterministicCbor(QByteArray::fromHex(hex));
}

} // namespace

class TestCbor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownEncodings();
    void integersReadBackAtTheirEdges();
    void whatIsNotDeterministicIsRefused_data();
    void whatIsNotDeterministicIsRefused();
    void aFailureSticks();
    void aNullIsTakenOnlyWhenItIsThere();
    void hugeCountsAreRefusedBeforeAnyLoop();
    void nestingIsBounded();
    void keysMustRise();
    void brokenTextIsMendedWhenWritten();
    void randomStructuresRoundTrip();
    void whateverIsAcceptedIsEncodedTheSameAgain();
    void anotherLibraryReadsTheSame();
};

void TestCbor::knownEncodings()
{
    // RFC 8949, appendix A
    QCOMPARE(CborWriter().unsignedInt(0).take().toHex(), QByteArray("00"));
    QCOMPARE(CborWriter().unsignedInt(23).take().toHex(), QByteArray("17"));
    QCOMPARE(CborWriter().unsignedInt(24).take().toHex(), QByteArray("1818"));
    QCOMPARE(CborWriter().unsignedInt(1000).take().toHex(), QByteArray("1903e8"));
    QCOMPARE(CborWriter().unsignedInt(1000000).take().toHex(), QByteArray("1a000f4240"));
    QCOMPARE(CborWriter().unsignedInt(1000000000000ULL).take().toHex(), QByteArray("1b000000e8d4a51000"));
    QCOMPARE(CborWriter().integer(-1).take().toHex(), QByteArray("20"));
    QCOMPARE(CborWriter().integer(-1000).take().toHex(), QByteArray("3903e7"));
    QCOMPARE(CborWriter().text(u"ü").take().toHex(), QByteArray("62c3bc"));
    QCOMPARE(CborWriter().bytes(QByteArray::fromHex("01020304")).take().toHex(), QByteArray("4401020304"));
    QCOMPARE(CborWriter().array(2).boolean(true).null().take().toHex(), QByteArray("82f5f6"));
    CborMapBuilder map;
    map.insertText("b", CborWriter().unsignedInt(2).take());
    map.insertText("a", CborWriter().unsignedInt(1).take());
    CborWriter writer;
    map.writeTo(writer);
    QCOMPARE(writer.take().toHex(), QByteArray("a2616101616202"));
}

void TestCbor::integersReadBackAtTheirEdges()
{
    for (const qint64 value : { qint64(0), qint64(23), qint64(24), qint64(255), qint64(256), qint64(65535),
             qint64(65536), qint64(0xffffffff), qint64(0x100000000), std::numeric_limits<qint64>::max(), qint64(-1),
             qint64(-24), qint64(-25), qint64(-256), qint64(-257), std::numeric_limits<qint64>::min() })
    {
        const QByteArray bytes = CborWriter().integer(value).take();
        CborReader reader(bytes);
        qint64 read = 1;
        QVERIFY2(reader.integer(read), bytes.toHex().constData());
        QCOMPARE(read, value);
        QVERIFY(reader.atEnd());
    }
    const QByteArray large = CborWriter().unsignedInt(std::numeric_limits<quint64>::max()).take();
    CborReader reader(large);
    quint64 read = 0;
    QVERIFY(reader.unsignedInt(read));
    QCOMPARE(read, std::numeric_limits<quint64>::max());
    CborReader tooLarge(large);
    qint64 number = 0;
    QVERIFY(!tooLarge.integer(number));
}

void TestCbor::whatIsNotDeterministicIsRefused_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("one byte for what fits the head") << QByteArray("1817");
    QTest::newRow("two bytes for one") << QByteArray("1900ff");
    QTest::newRow("four bytes for two") << QByteArray("1a0000ffff");
    QTest::newRow("eight bytes for four") << QByteArray("1b00000000ffffffff");
    QTest::newRow("long negative") << QByteArray("3817");
    QTest::newRow("long length of a text") << QByteArray("780161");
    QTest::newRow("reserved length") << QByteArray("1c");
    QTest::newRow("indefinite bytes") << QByteArray("5f4100ff");
    QTest::newRow("indefinite text") << QByteArray("7f6161ff");
    QTest::newRow("indefinite array") << QByteArray("9f00ff");
    QTest::newRow("indefinite map") << QByteArray("bf0000ff");
    QTest::newRow("half float") << QByteArray("f90000");
    QTest::newRow("float") << QByteArray("fa00000000");
    QTest::newRow("double") << QByteArray("fb0000000000000000");
    QTest::newRow("undefined") << QByteArray("f7");
    QTest::newRow("simple value") << QByteArray("f820");
    QTest::newRow("tag") << QByteArray("c000");
    QTest::newRow("break") << QByteArray("ff");
    QTest::newRow("overlong UTF-8") << QByteArray("62c0af");
    QTest::newRow("surrogate in UTF-8") << QByteArray("63eda080");
    QTest::newRow("cut UTF-8") << QByteArray("61c3");
    QTest::newRow("unsorted keys") << QByteArray("a2616201616102");
    QTest::newRow("key twice") << QByteArray("a2616101616102");
    QTest::newRow("array too short") << QByteArray("8200");
    QTest::newRow("bytes too short") << QByteArray("420a");
    QTest::newRow("something behind") << QByteArray("0000");
    QTest::newRow("below -2^63") << QByteArray("3b8000000000000000");
}

void TestCbor::whatIsNotDeterministicIsRefused()
{
    QFETCH(QByteArray, hex);
    QVERIFY(refused(hex.constData()));
}

void TestCbor::aFailureSticks()
{
    const QByteArray bytes = QByteArray::fromHex("0102");
    CborReader reader(bytes);
    QByteArrayView view;
    QVERIFY(!reader.bytes(view));
    quint64 number = 0;
    QVERIFY(!reader.unsignedInt(number));
    QVERIFY(reader.failed());
    QVERIFY(!reader.atEnd());
    QCOMPARE(reader.peek(), CborReader::Type::Invalid);
    QVERIFY(!reader.null());
    QVERIFY(!reader.skip());
}

void TestCbor::aNullIsTakenOnlyWhenItIsThere()
{
    const QByteArray bytes = QByteArray::fromHex("05f6");
    CborReader reader(bytes);
    QVERIFY(!reader.null());
    QVERIFY(!reader.failed());
    quint64 number = 0;
    QVERIFY(reader.unsignedInt(number));
    QCOMPARE(number, quint64(5));
    QVERIFY(reader.null());
    QVERIFY(reader.atEnd());
    QCOMPARE(reader.position(), qint64(2));
}

void TestCbor::hugeCountsAreRefusedBeforeAnyLoop()
{
    for (const char* hex : { "9bffffffffffffffff", "bbffffffffffffffff", "5bffffffffffffffff", "bb8000000000000000" }) {
        QVERIFY2(refused(hex), hex);
    }
}

void TestCbor::nestingIsBounded()
{
    const QByteArray allowed = QByteArray(CborReader::MaxDepth, char(0x81)) + char(0);
    QVERIFY(isDeterministicCbor(allowed));
    QVERIFY(!isDeterministicCbor(char(0x81) + allowed));
    QVERIFY(!isDeterministicCbor(QByteArray(1000000, char(0x81)) + char(0)));
}

void TestCbor::keysMustRise()
{
    const QByteArray bytes = CborWriter().map(2).textUtf8("b").unsignedInt(1).textUtf8("aa").unsignedInt(2).take();
    CborReader reader(bytes);
    CborKeyOrder order;
    quint64 count = 0;
    quint64 value = 0;
    QByteArrayView key;
    QVERIFY(reader.map(count));
    QCOMPARE(count, quint64(2));
    QVERIFY(reader.key(order, key) && reader.unsignedInt(value));
    QVERIFY(key == QByteArrayView("b"));
    QVERIFY(reader.key(order, key) && reader.unsignedInt(value)); // the shorter text sorts first
    QVERIFY(reader.atEnd());
}

void TestCbor::brokenTextIsMendedWhenWritten()
{
    QVERIFY(isDeterministicCbor(CborWriter().textUtf8(QByteArray::fromHex("61ff62")).take()));
    const char16_t lone[] = { u'a', 0xd800, u'b' };
    QVERIFY(isDeterministicCbor(CborWriter().text(QStringView(lone, 3)).take()));
}

void TestCbor::randomStructuresRoundTrip()
{
    QVERIFY(rc::check("what the writer writes is accepted and written the same again", [] {
        const QByteArray bytes = randomItem(3);
        RC_ASSERT(isDeterministicCbor(bytes));
        CborReader reader(bytes);
        CborWriter writer;
        RC_ASSERT(copyItem(reader, writer));
        RC_ASSERT(reader.atEnd());
        RC_ASSERT(writer.take() == bytes);
    }));
}

void TestCbor::whateverIsAcceptedIsEncodedTheSameAgain()
{
    int accepted = 0;
    QVERIFY(rc::check("one changed byte is refused or encodes the same again", [&accepted] {
        QByteArray bytes = randomItem(2);
        const auto at = *rc::gen::inRange<qsizetype>(0, bytes.size());
        bytes[at] = *rc::gen::arbitrary<char>();
        if (isDeterministicCbor(bytes)) {
            ++accepted;
            CborReader reader(bytes);
            CborWriter writer;
            RC_ASSERT(copyItem(reader, writer));
            RC_ASSERT(writer.take() == bytes);
        }
    }));
    QVERIFY(accepted > 0);
}

void TestCbor::anotherLibraryReadsTheSame()
{
    const QString python = QStringLiteral("/usr/bin/python3");
    const auto run = [&python](const QByteArray& script, const QByteArray& input) {
        QProcess process;
        process.start(python, { QStringLiteral("-c"), QString::fromUtf8(script) });
        process.write(input);
        process.closeWriteChannel();
        return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    };
    if (run("import cbor2; print(1)", {}).isEmpty()) {
        QSKIP("python3-cbor2 is not installed");
    }
    CborMapBuilder map;
    map.insertText("tên", CborWriter().text(u"Nguyễn").take());
    map.insertText("n", CborWriter().integer(-70000).take());
    map.insert(
        CborWriter().unsignedInt(7).take(), CborWriter().array(3).boolean(false).null().bytes("\x01\x02").take());
    CborWriter writer;
    map.writeTo(writer);
    const QByteArray ours = writer.take();
    const QByteArray theirs = run("import cbor2,sys\nv=cbor2.loads(sys.stdin.buffer.read())\n"
                                  "assert v=={'tên':'Nguyễn','n':-70000,7:[False,None,b'\\x01\\x02']}, v\n"
                                  "sys.stdout.buffer.write(cbor2.dumps(v,canonical=True))",
        ours);
    QCOMPARE(theirs.toHex(), ours.toHex());
}

QTEST_GUILESS_MAIN(TestCbor)
#include "tst_cbor.moc"
