// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard_guard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
QClipboard* board()
{
    return QGuiApplication::clipboard();
}
/// As an officer copies from a field.
void copyName(const QString& name)
{
    QLineEdit field(name);
    field.selectAll();
    field.copy();
}
} // namespace

class TestClipboardGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { board()->clear(); }
    void aCopiedNameGoesAfterAWhile()
    {
        ClipboardGuard guard(nullptr, 50ms);
        copyName(u"Tằng Mỹ Ánh"_s);
        QCOMPARE(board()->text(), u"Tằng Mỹ Ánh"_s); // it can be pasted meanwhile
        QTRY_COMPARE(board()->text(), QString());
    }
    void itIsKeptOutOfHistories()
    {
        ClipboardGuard guard;
        copyName(u"022315004871"_s);
        QCOMPARE(board()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        QCOMPARE(board()->text(), u"022315004871"_s);
    }
    void whatSomebodyElseCopiedStays()
    {
        ClipboardGuard guard;
        copyName(u"Tằng Mỹ Ánh"_s);
        // Another program's copy; offscreen every copy is ours, so it is told apart as the guard tells it: by its text.
        board()->blockSignals(true);
        board()->setText(u"cuộc họp lúc 14 giờ"_s);
        board()->blockSignals(false);
        guard.clear();
        QCOMPARE(board()->text(), u"cuộc họp lúc 14 giờ"_s);
    }
    void lockingTakesItAtOnce()
    {
        ClipboardGuard guard;
        copyName(u"Tằng Mỹ Ánh"_s);
        guard.clear();
        QCOMPARE(board()->text(), QString());
    }
    void quittingTakesItToo()
    {
        {
            ClipboardGuard guard;
            copyName(u"Tằng Mỹ Ánh"_s);
        }
        QCOMPARE(board()->text(), QString());
    }
    void countsMayStay()
    {
        ClipboardGuard guard(nullptr, 1ms);
        ClipboardGuard::copyOpenText(u"Số hồ sơ: 3"_s);
        QTest::qWait(50);
        guard.clear();
        QCOMPARE(board()->text(), u"Số hồ sơ: 3"_s);
    }
};

QTEST_MAIN(TestClipboardGuard)
#include "tst_clipboard_guard.moc"
