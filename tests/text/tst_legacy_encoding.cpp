// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/legacy_encoding.h"
#include "models/text/normalise.h"
#include "models/text/syllable.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace maiam;

namespace {

QStringList fixtureLines(const QString& name)
{
    QFile file(QStringLiteral(MAIAM_FIXTURES "/text/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList out;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString& line : lines) {
        if (!line.isEmpty() && !line.startsWith(u'#'))
            out += line;
    }
    return out;
}

} // namespace

/// Old workbooks in .VnTime and VNI fonts become readable, and correct names are left in peace.
class TestLegacyEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesInOldFontsBecomeReadable_data()
    {
        QTest::addColumn<QString>("legacy");
        QTest::addColumn<QString>("expected");
        const QStringList lines = fixtureLines(QStringLiteral("legacy_names.tsv"));
        QCOMPARE(lines.size(), 48);
        for (const QString& line : lines)
            QTest::newRow(qPrintable(line)) << line.section(u'\t', 0, 0) << line.section(u'\t', 1, 1);
    }
    void namesInOldFontsBecomeReadable()
    {
        QFETCH(QString, legacy);
        QFETCH(QString, expected);
        QCOMPARE(detectLegacy(legacy), LegacyEncoding::Tcvn3);
        QCOMPARE(fromLegacy(legacy, LegacyEncoding::Tcvn3), expected);
        QCOMPARE(detectLegacy(expected), LegacyEncoding::None);
    }

    void correctNamesAreNeverTouched()
    {
        const QStringList names = fixtureLines(QStringLiteral("correct_names.txt"));
        QVERIFY(names.size() > 700);
        for (const QString& name : names) {
            QVERIFY2(detectLegacy(name) == LegacyEncoding::None, qPrintable(name));
            QVERIFY2(detectLegacy(normalised(name)) == LegacyEncoding::None, qPrintable(name));
            const auto words = normalised(name).split(u' ');
            for (const QString& word : words)
                QVERIFY2(isPlausibleWord(word), qPrintable(word));
        }
    }

    void otherTextIsNotMistakenForAnOldFont_data()
    {
        QTest::addColumn<QString>("text");
        for (const char16_t* text : { u"", u"Vò", u"Vò Dòng", u"Tòng", u"Hà", u"Lê Bá Cần", u"Đoàn Đình Phúc",
                 u"François Müller", u"José café Núñez", u"Điều 5 § 2 «Mái ấm» 10 °C", u"Đắk Lắk Krông Búk",
                 u"Vừ A Dính, H'Mông", u"Mẹ đi làm xa,\nở với bà", u"½ ngày – 20 m²", u"Nguyễn Thị Ỷ" })
            QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
    }
    void otherTextIsNotMistakenForAnOldFont()
    {
        QFETCH(QString, text);
        QCOMPARE(detectLegacy(text), LegacyEncoding::None);
    }

    void textOfEveryOldEncodingIsRead_data()
    {
        QTest::addColumn<QString>("legacy");
        QTest::addColumn<LegacyEncoding>("encoding");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char16_t* legacy, LegacyEncoding encoding, const char16_t* expected) {
            QTest::newRow(qPrintable(QString::fromUtf16(legacy)))
                << QString::fromUtf16(legacy) << encoding << QString::fromUtf16(expected);
        };
        row(u"rÊt Ýt ng\u00ADêi biÕt, mÑ ®i lµm xa", LegacyEncoding::Tcvn3, u"rất ít người biết, mẹ đi làm xa");
        row(u"NGUYÔN THÞ §µO", LegacyEncoding::Tcvn3, u"NGUYỄN THỊ ĐÀO");
        row(u"NguyÔn Thu Ý", LegacyEncoding::Tcvn3, u"Nguyễn Thu Ý");
        row(u"Huỳnh Lê DiÖu Linh", LegacyEncoding::Tcvn3, u"Huỳnh Lê Diệu Linh");
        row(u"§inh\u00A0Kh¸nh", LegacyEncoding::Tcvn3, u"Đinh\u00A0Khánh");
        row(u"Nguyeãn Vaên Ñöùc", LegacyEncoding::Vni, u"Nguyễn Văn Đức");
        row(u"NGUYEÃN THÒ ÑAØO", LegacyEncoding::Vni, u"NGUYỄN THỊ ĐÀO");
        row(u"Traàn Thuùy Haèng ôû xaõ", LegacyEncoding::Vni, u"Trần Thúy Hằng ở xã");
        row(u"NguyêÞn Thiò ÐaÌo", LegacyEncoding::Windows1258, u"Nguyễn Thị Đào");
        row(u"Nguyá»…n VÄƒn Tuáº¥n", LegacyEncoding::Windows1252, u"Nguyễn Văn Tuấn");
    }
    void textOfEveryOldEncodingIsRead()
    {
        QFETCH(QString, legacy);
        QFETCH(LegacyEncoding, encoding);
        QFETCH(QString, expected);
        QCOMPARE(detectLegacy(legacy), encoding);
        QCOMPARE(fromLegacy(legacy, encoding), expected);
    }

    void everyTcvn3LetterComesBack()
    {
        QHash<char16_t, char16_t> toLegacy;
        for (int byte = 0; byte < 256; ++byte) {
            const char16_t letter = tcvn3Letter(static_cast<unsigned char>(byte));
            if (letter) {
                QVERIFY(!toLegacy.contains(letter));
                toLegacy.insert(letter, char16_t(byte));
            }
        }
        QCOMPARE(toLegacy.size(), 67 + 7); // ă â ê ô ơ ư đ, 60 toned vowels, Ă Â Ê Ô Ơ Ư Đ
        const QList<char16_t> letters = toLegacy.keys();
        const bool ok = rc::check("TCVN3 letters survive", [&] {
            const QString frame = QStringLiteral("zz");
            const auto picks = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, int(letters.size())));
            QString text;
            QString legacy;
            for (const int pick : picks) {
                text += QChar(letters[pick]);
                legacy += QChar(toLegacy.value(letters[pick]));
            }
            // Between two consonants in small letters no other rule than the table is at work.
            RC_ASSERT(fromLegacy(frame + legacy + frame, LegacyEncoding::Tcvn3) == frame + text + frame);
        });
        QVERIFY(ok);
    }
};

QTEST_GUILESS_MAIN(TestLegacyEncoding)
#include "tst_legacy_encoding.moc"
