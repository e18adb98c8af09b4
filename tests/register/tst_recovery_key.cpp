// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/recovery_key.h"

#include <QTest>

#include <rapidcheck.h>

using namespace maiam;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Symbols = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;

} // namespace

/// A key on paper, typed by hand in a bad hour.
class TestRecoveryKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void it_is_eight_groups_that_can_be_read_aloud()
    {
        const RecoveryKey key = RecoveryKey::random();
        QCOMPARE(key.groups().size(), 8);
        for (const QString& group : key.groups()) {
            QCOMPARE(group.size(), 5);
            for (const QChar c : group)
                QVERIFY(Symbols.contains(c));
        }
        QVERIFY(RecoveryKey::random().text() != key.text());
        const QByteArray salt(16, 's');
        QVERIFY(key.slotKey(salt).equals(RecoveryKey::parse(key.text())->slotKey(salt)));
        QVERIFY(!key.slotKey(salt).equals(key.slotKey(QByteArray(16, 't'))));
        QVERIFY(!key.slotKey(salt).equals(RecoveryKey::random().slotKey(salt)));
    }

    void it_is_read_however_it_is_typed()
    {
        rc::check([] {
            const RecoveryKey key = RecoveryKey::random();
            const QString text = key.text();
            QString typed;
            for (const QChar c : text) {
                QChar shown = c;
                if (c == u'0' && *rc::gen::arbitrary<bool>())
                    shown = u'O';
                if (c == u'1')
                    shown = *rc::gen::element(u'1', u'I', u'L', u'i', u'l');
                if (c == u'-')
                    shown = *rc::gen::element(u'-', u' ', u'–', u'\u00a0');
                typed += *rc::gen::arbitrary<bool>() ? shown.toLower() : shown;
            }
            const auto read = RecoveryKey::parse(typed);
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->text() == text);
            const auto joined = RecoveryKey::parse(QString(text).remove(u'-'));
            RC_ASSERT(joined.has_value() && joined->text() == text);
        });
    }

    void one_wrong_symbol_is_found_and_its_group_named()
    {
        const RecoveryKey key = RecoveryKey::random();
        const QString text = key.text();
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text.at(at) == u'-')
                continue;
            for (const QChar other : Symbols + u"U!ễ"_s) {
                if (other == text.at(at))
                    continue;
                QString typed = text;
                typed[at] = other;
                const auto read = RecoveryKey::parse(typed);
                QVERIFY(!read);
                QCOMPARE(read.error().code, ErrorCode::InvalidInput);
                QVERIFY(read.error().message.contains(QString::number(at / 6 + 1)));
                QVERIFY(!read.error().message.contains(key.groups().at(at / 6)));
            }
        }
    }

    void exchanged_symbols_and_exchanged_groups_are_found()
    {
        rc::check([] {
            const RecoveryKey key = RecoveryKey::random();
            QStringList groups = key.groups();
            const int a = *rc::gen::inRange(0, 8);
            const int b = *rc::gen::inRange(0, 8);
            if (a != b) {
                groups.swapItemsAt(a, b);
                RC_ASSERT(!RecoveryKey::parse(groups.join(u'-')).has_value());
            }
            QString text = key.text();
            const int at = *rc::gen::inRange(0, 46);
            if (text.at(at) != text.at(at + 1) && text.at(at) != u'-' && text.at(at + 1) != u'-') {
                const QChar left = text.at(at);
                text[at] = text.at(at + 1);
                text[at + 1] = left;
                RC_ASSERT(!RecoveryKey::parse(text).has_value());
            }
        });
    }

    void a_key_that_is_cut_or_too_long_is_told()
    {
        const QString text = RecoveryKey::random().text();
        for (qsizetype size = 0; size < text.size(); ++size)
            QVERIFY(!RecoveryKey::parse(text.left(size)));
        QVERIFY(!RecoveryKey::parse(text + u"-00000"_s));
        QVERIFY(!RecoveryKey::parse(text + u"0"_s));
        QVERIFY(!RecoveryKey::parse(QString(100000, u'0')));
        rc::check([](const std::string& junk) { (void)RecoveryKey::parse(QString::fromUtf8(junk.c_str())); });
    }

    void two_groups_are_asked_for_and_compared()
    {
        const RecoveryKey key = RecoveryKey::random();
        QVERIFY(key.isGroup(3, u" "_s + key.groups().at(2).toLower()));
        QVERIFY(!key.isGroup(4, key.groups().at(2)));
        QVERIFY(!key.isGroup(0, key.groups().at(0)));
        QVERIFY(!key.isGroup(9, key.groups().at(7)));
        QVERIFY(!key.isGroup(1, u""_s));
    }
};

QTEST_GUILESS_MAIN(TestRecoveryKey)
#include "tst_recovery_key.moc"
