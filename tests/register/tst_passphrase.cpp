// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/passphrase.h"

#include <QSet>
#include <QTest>

#include <rapidcheck.h>

#include <cmath>

using namespace maiam;
using namespace Qt::Literals::StringLiterals;

/// Passphrases that an officer can type anywhere and nobody guesses.
class TestPassphrase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offered_words_are_many_and_come_out_the_same_on_every_keyboard()
    {
        const QStringList& words = Passphrase::words();
        QVERIFY(words.size() >= 256);
        QCOMPARE(QSet<QString>(words.cbegin(), words.cend()).size(), words.size());
        for (const QString& word : words)
            QVERIFY2(Passphrase::staysAsTyped(word) && word.size() >= 2, qPrintable(word));
        for (const QString& changed : { u"ddi"_s, u"caan"_s, u"ana"_s, u"mot1"_s, u"tas"_s, u"mar"_s, u"muw"_s, u"wa"_s,
                 u"dad"_s, u"hoas"_s, u"tej"_s, u"quaz"_s, u"ô"_s, u"Ma"_s, u"long5"_s })
            QVERIFY2(!Passphrase::staysAsTyped(changed) && !words.contains(changed), qPrintable(changed));
        for (const QString& kept : { u"sang"_s, u"xuan"_s, u"rung"_s, u"truong"_s, u"nghieng"_s })
            QVERIFY2(Passphrase::staysAsTyped(kept), qPrintable(kept));
        const qsizetype count = Passphrase::offer().split(u' ').size();
        QVERIFY(static_cast<double>(count) * std::log2(static_cast<double>(words.size())) >= 60);
        QVERIFY(count <= 8);
        qInfo("%lld words, %lld in a passphrase, such as: %s", static_cast<long long>(words.size()),
            static_cast<long long>(count), qPrintable(Passphrase::offer()));
    }

    void every_offered_passphrase_is_accepted_and_none_comes_twice()
    {
        QSet<QString> seen;
        for (int i = 0; i < 2000; ++i) {
            const QString offered = Passphrase::offer();
            QVERIFY2(Passphrase::judge(offered), qPrintable(offered));
            QVERIFY(!seen.contains(offered));
            seen << offered;
            for (const QString& word : offered.split(u' '))
                QVERIFY(Passphrase::words().contains(word));
        }
    }

    void what_others_try_first_is_refused_with_words_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString& typed : { u""_s, u"ngắn"_s, u"mười một"_s, u"            "_s, u"a           b"_s,
                 u"matkhau123456"_s, u"Mật khẩu 123456"_s, u"MATKHAU@2026!!"_s, u"ubndxabinhlieu"_s,
                 u"UBND xã Bình Liêu"_s, u"ubndxabinhlieu2025"_s, u"aaaaaaaaaaaaaaaa"_s, u"123456789012"_s,
                 u"qwertyuiop123"_s, u"abcdefghijklmnop"_s, u"abcabcabcabcabc"_s, u"lanlanlanlanlan"_s,
                 u"password123456"_s, u"iloveyou1234"_s, u"1q2w3e4r5t6y"_s, u"09876543210987"_s, u"asdfghjklasdf"_s,
                 u"Hoàng Sa Trường Sa 2025"_s })
            QTest::newRow(qPrintable(typed)) << typed;
    }

    void what_others_try_first_is_refused_with_words()
    {
        QFETCH(QString, typed);
        const auto judged = Passphrase::judge(typed);
        QVERIFY(!judged);
        QCOMPARE(judged.error().code, ErrorCode::InvalidInput);
        QVERIFY(judged.error().message.size() > 40);
        QVERIFY(typed.isEmpty() || !judged.error().message.contains(typed));
    }

    void a_sentence_of_ones_own_is_accepted()
    {
        for (const QString& typed : { u"mưa rơi trên mái tôn"_s, u"con mèo trèo cây cau hỏi"_s,
                 u"Chợ phiên Đồng Văn 5 giờ"_s, u"tim hoa ban ven suoi"_s })
            QVERIFY2(Passphrase::judge(typed), qPrintable(typed));
    }

    void spaces_and_the_form_of_accents_never_matter()
    {
        rc::check([](const std::u16string& raw) {
            const QString text = QString::fromStdU16String(raw).toUtf8().size() > 0
                ? QString::fromUtf8(QString::fromStdU16String(raw).toUtf8())
                : QString();
            const SecretKey one = Passphrase::normalised(text);
            RC_ASSERT(one.equals(Passphrase::normalised(u"  \t"_s + text + u"\u3000"_s)));
            RC_ASSERT(one.equals(Passphrase::normalised(text.normalized(QString::NormalizationForm_D))));
        });
        const SecretKey key = Passphrase::normalised(u" Ánh \n Tuyết "_s);
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(key.data()), static_cast<qsizetype>(key.size())),
            u"Ánh Tuyết"_s.toUtf8());
    }
};

QTEST_GUILESS_MAIN(TestPassphrase)
#include "tst_passphrase.moc"
