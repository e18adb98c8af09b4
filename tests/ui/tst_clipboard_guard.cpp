// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard_guard.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalBlocker>
#include <QTest>

#include <algorithm>
#include <memory>

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
void showWithFocus(QWidget& field)
{
    field.show();
    field.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    field.setFocus();
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
    /// As on Windows, where Qt tells of a change only when the event loop runs again: too late for the history.
    void theKeyThatCopiesMarksAtOnce_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("copy") << int(Qt::Key_C);
        QTest::newRow("cut") << int(Qt::Key_X);
    }
    void theKeyThatCopiesMarksAtOnce()
    {
        QFETCH(int, key);
        ClipboardGuard guard;
        QLineEdit field(u"022315004871"_s);
        showWithFocus(field);
        field.selectAll();
        const QSignalBlocker silent(board());
        QKeyEvent press(QEvent::KeyPress, key, Qt::ControlModifier);
        QCoreApplication::sendEvent(field.windowHandle(), &press);
        QCOMPARE(board()->text(), u"022315004871"_s);
        QCOMPARE(board()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        QCOMPARE(field.text().isEmpty(), key == Qt::Key_X); // it did what it does, once
    }
    void theMenuThatCopiesMarksAtOnce()
    {
        ClipboardGuard guard;
        QLineEdit field(u"Tằng Mỹ Ánh"_s);
        showWithFocus(field);
        field.selectAll();
        const std::unique_ptr<QMenu> menu(field.createStandardContextMenu());
        const QList<QAction*> actions = menu->actions();
        const auto copy = std::find_if(
            actions.cbegin(), actions.cend(), [](const QAction* each) { return each->text().startsWith(u"&Copy"_s); });
        QVERIFY(copy != actions.cend());
        menu->popup(QPoint(10, 10));
        QTRY_COMPARE(QApplication::activePopupWidget(), menu.get());
        menu->setActiveAction(*copy);
        const QSignalBlocker silent(board());
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(menu->windowHandle(), &press);
        QCOMPARE(board()->text(), u"Tằng Mỹ Ánh"_s);
        QCOMPARE(board()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    }
    void copyingNothingDoesNotKeepItLonger()
    {
        ClipboardGuard guard(nullptr, 300ms);
        QLineEdit field(u"Tằng Mỹ Ánh"_s);
        showWithFocus(field);
        field.selectAll();
        field.copy();
        field.deselect();
        for (int i = 0; i < 50 && !board()->text().isEmpty(); ++i) {
            QTest::keyClick(field.windowHandle(), Qt::Key_C, Qt::ControlModifier);
            QTest::qWait(20);
        }
        QCOMPARE(board()->text(), QString());
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
