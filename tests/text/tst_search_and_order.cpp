// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/fold.h"
#include "models/text/name_order.h"
#include "models/text/normalise.h"
#include "tests/text/vietnamese_words.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace maiam;

/// A name is found however it is typed, and lists stand in Vietnamese order.
class TestSearchAndOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastedNamesLoseStraySpaces()
    {
        QCOMPARE(normalised(u"  Phạm\u00A0 Tuấn\u3000Nam\u200B \n"), u"Phạm Tuấn Nam"_qs);
        QCOMPARE(normalised(u"Nguye\u0302\u0303n"), u"Nguyễn"_qs);
        QCOMPARE(normalised(u"Nguye\u200B\u0302\u0303n"), u"Nguyễn"_qs);
        QCOMPARE(normalised(u"NguyÊn nh\u00AD"), u"NguyÊn nh\u00AD"_qs);
        QCOMPARE(normalisedText(u"\r\n Mẹ đi  làm xa,\r\nở với bà \n\n hết\n"), u"Mẹ đi làm xa,\nở với bà\n\nhết"_qs);
    }

    void searchIgnoresMarks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::newRow("capitals") << u"NGUYỄN Thị ĐÀO ế ợ ữ"_qs << u"nguyen thi dao e o u"_qs;
        QTest::newRow("đ") << u"Đặng"_qs << u"dang"_qs;
        QTest::newRow("eth for đ") << u"Ðặng"_qs << u"dang"_qs;
        QTest::newRow("punctuation") << u" H'Mông - (Tý),  3A "_qs << u"h mong ty 3a"_qs;
        QTest::newRow("decomposed") << u"Đào"_qs.normalized(QString::NormalizationForm_D) << u"dao"_qs;
        QTest::newRow("foreign") << u"Müller Ñandú Łódź"_qs << u"muller nandu łodz"_qs;
        QTest::newRow("other script") << u"Лев 李"_qs << u"лев 李"_qs;
        QTest::newRow("zero width") << u"Ng\u200Bân\u00AD"_qs << u"ngan"_qs;
    }
    void searchIgnoresMarks()
    {
        QFETCH(QString, text);
        QFETCH(QString, key);
        QCOMPARE(folded(text), key);
    }

    void bothTonePlacementsAreTheSameName()
    {
        QCOMPARE(exactKey(u"Hoà"), exactKey(u"HÒA"));
        QCOMPARE(exactKey(u"Thuý"), exactKey(u"Thúy"));
        QCOMPARE(exactKey(u"khoẻ"), exactKey(u"khỏe"));
        QVERIFY(exactKey(u"Mĩ") != exactKey(u"Mỹ"));
        QVERIFY(exactKey(u"Hòa") != exactKey(u"Hóa"));
        QVERIFY(exactKey(u"Đào") != exactKey(u"Dào"));
        QCOMPARE(exactKey(u"NGUYỄN  Thị\u00A0Đào"), u"nguyễn thị đào"_qs);
        QCOMPARE(withCommonTonePlacement(u"Hoà Thuý khoẻ HOÈ Hòang quý Giàng của mùa khuỷu ngoài"),
            u"Hòa Thúy khỏe HÒE Hoàng quý Giàng của mùa khuỷu ngoài"_qs);
        QCOMPARE(withCommonTonePlacement(u"François Noèl zoà"), u"François Noèl zoà"_qs);
    }

    void strayTypingIsUnderstood_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char16_t* typed, const char16_t* meant) {
            QTest::newRow(qPrintable(QString::fromUtf16(typed)))
                << QString::fromUtf16(typed) << QString::fromUtf16(meant);
        };
        row(u"Nguyeenx Vawn DDuwcs", u"Nguyễn Văn Đức");
        row(u"Nguye64n", u"Nguyễn");
        row(u"Tra62n D9u7c1 Hoa2", u"Trần Đức Hòa");
        row(u"d9", u"đ");
        row(u"DUWOWNG THUYS", u"DƯƠNG THÚY");
        row(u"Hoangf Thij Thuongw", u"Hoàng Thị Thương");
        row(u"muaw quoocs giuwax phucs vieetj hoawcj", u"mưa quốc giữa phúc việt hoặc");
        row(u"Mai Anh Voong 3A, Nguyễn x2", u"Mai Anh Voong 3A, Nguyễn x2");
    }
    void strayTypingIsUnderstood()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        QCOMPARE(fromRawTyping(typed), meant);
        QCOMPARE(looksLikeRawTelex(typed), typed != meant);
    }

    void lettersAndTonesStandInVietnameseOrder()
    {
        const QList<const char16_t*> lists[] = {
            { u"a", u"ă", u"â", u"b", u"c", u"d", u"đ", u"e", u"ê", u"g", u"h", u"i", u"k", u"l", u"m", u"n", u"o",
                u"ô", u"ơ", u"p", u"q", u"r", u"s", u"t", u"u", u"ư", u"v", u"x", u"y" },
            { u"ba", u"bà", u"bả", u"bã", u"bá", u"bạ", u"bà con" },
            { u"da", u"dung", u"dz", u"đa" },
            { u"An", u"An Bình", u"Anh", u"Ánh", u"Ăn", u"Ân", u"Ấn" },
            { u"1", u"2", u"a", u"A", u"á", u"Á", u"Лев" },
            { u"Khu 1", u"Khu 2", u"Khu phố" },
        };
        // A longer word never stands between the tones of a shorter one.
        for (const auto& list : lists) {
            for (qsizetype i = 0; i + 1 < list.size(); ++i) {
                const bool last = QStringView(list[i + 1]) == u"bà con";
                QVERIFY2(last || sortKey(QStringView(list[i])) < sortKey(QStringView(list[i + 1])),
                    qPrintable(QString::fromUtf16(list[i])));
            }
        }
        QVERIFY(sortKey(u"bạ") < sortKey(u"bà con"));
        QCOMPARE(sortKey(u"Hoà"), sortKey(u"Hòa"));
    }

    void peopleStandByTheirGivenName()
    {
        QStringList names { u"Trần Thị Hạ"_qs, u"Lê Văn Hà"_qs, u"NGUYỄN VĂN HÀ"_qs, u"Phạm An"_qs, u"Ỷ"_qs,
            u"Đinh Thị Hà"_qs, u"Đặng Văn Đạt (Tý)"_qs, u"Vũ Dũng"_qs };
        std::sort(names.begin(), names.end(),
            [](const QString& a, const QString& b) { return personSortKey(a) < personSortKey(b); });
        QCOMPARE(names.join(u'|'),
            u"Phạm An|Vũ Dũng|Đặng Văn Đạt (Tý)|Đinh Thị Hà|Lê Văn Hà|NGUYỄN VĂN HÀ|Trần Thị Hạ|Ỷ"_qs);
    }

    void whatAlwaysHolds()
    {
        QVERIFY(rc::check("normalised is idempotent", [] {
            const QString text = *anyText();
            RC_ASSERT(normalised(normalised(text)) == normalised(text));
            RC_ASSERT(normalisedText(normalisedText(text)) == normalisedText(text));
        }));
        QVERIFY(rc::check("keys do not depend on the spelling in Unicode", [] {
            const QString text = *anyText();
            const QString nfd = text.normalized(QString::NormalizationForm_D);
            const QString nfc = text.normalized(QString::NormalizationForm_C);
            RC_ASSERT(folded(text) == folded(nfd));
            RC_ASSERT(folded(text) == folded(nfc));
            RC_ASSERT(sortKey(text) == sortKey(nfd));
            RC_ASSERT(personSortKey(nfc) == personSortKey(nfd));
            RC_ASSERT(exactKey(nfc) == exactKey(nfd));
        }));
        QVERIFY(rc::check("keys are stable", [] {
            const QString text = *anyText();
            RC_ASSERT(folded(folded(text)) == folded(text));
            RC_ASSERT(exactKey(exactKey(text)) == exactKey(text));
            RC_ASSERT(withCommonTonePlacement(withCommonTonePlacement(text)) == withCommonTonePlacement(text));
        }));
        QVERIFY(rc::check("the order has no holes: a word stands before the word it begins", [] {
            const QString word = *vietnameseName();
            const QString longer = word + *vietnameseName();
            RC_ASSERT(sortKey(word) < sortKey(longer));
        }));
        QVERIFY(rc::check("names that differ in a letter or tone differ in the key", [] {
            const QString a = exactKey(*vietnameseName());
            const QString b = exactKey(*vietnameseName());
            RC_ASSERT((a == b) == (sortKey(a) == sortKey(b)));
        }));
    }
};

QTEST_GUILESS_MAIN(TestSearchAndOrder)
#include "tst_search_and_order.moc"
