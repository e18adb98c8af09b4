// SPDX-License-Identifier: GPL-3.0-or-later
// Tab goes through a form as it is read, whatever was made first, and comes back to where it began.
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
template <typename W> W* made(const QString& name, QWidget* parent = nullptr)
{
    auto* widget = new W(parent);
    widget->setObjectName(name);
    return widget;
}

/// Where the focus stands after each Tab, or each Shift+Tab.
QStringList way(QWidget& window, QWidget* from, int steps, Qt::Key key = Qt::Key_Tab)
{
    from->setFocus();
    QStringList names;
    for (int i = 0; i < steps; ++i) {
        QTest::keyClick(window.focusWidget(), key, key == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
        names.append(window.focusWidget()->objectName());
    }
    return names;
}
} // namespace

class TestTabOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void inputsThatWereMadeBeforeTheirFieldsAreNoTrap()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* signer = made<QLineEdit>(u"signer"_s, &window);
        auto* title = made<QLineEdit>(u"title"_s, &window);
        column->addWidget(new LabelledField(u"Người ký"_s, signer, &window));
        column->addWidget(new LabelledField(u"Chức vụ"_s, title, &window));
        column->addWidget(made<QPushButton>(u"save"_s, &window));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(way(window, signer, 3), (QStringList { u"title"_s, u"save"_s, u"signer"_s }));
    }
    void whatWasMadeLastStandsWhereItIsRead()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* save = made<QPushButton>(u"save"_s, &window);
        auto* rows = new FormRows(&window);
        auto* last = new LabelledField(u"Ghi chú"_s, made<QPlainTextEdit>(u"note"_s), &window);
        static_cast<QPlainTextEdit*>(last->editor())->setTabChangesFocus(true);
        auto* second = new LabelledField(u"Nguồn"_s, made<QLineEdit>(u"source"_s), &window);
        auto* words = new PassphraseField;
        words->edit()->setObjectName(u"words"_s);
        auto* first = new LabelledField(u"Cụm mật khẩu"_s, words, &window);
        rows->addRow({ { first, 1 }, { second, 1 } });
        rows->addRow({ { last, 1 } });
        auto* bar = made<QPushButton>(u"goOn"_s, &window);
        column->addWidget(bar);
        column->addWidget(rows);
        column->addWidget(save);
        for (int i = 0; i < 2; ++i) // said again it stays the same
            tabOrder::through({ &window });
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        // The button in the passphrase has no name.
        QCOMPARE(
            way(window, bar, 6), (QStringList { u"words"_s, QString(), u"source"_s, u"note"_s, u"save"_s, u"goOn"_s }));
        QCOMPARE(way(window, bar, 6, Qt::Key_Backtab),
            (QStringList { u"save"_s, u"note"_s, u"source"_s, QString(), u"words"_s, u"goOn"_s }));
        QCOMPARE(first->focusProxy(), words);
        QCOMPARE(first->focusPolicy(), Qt::NoFocus);
    }
    void theColumnThatMattersKeepsItsWidthAtLargeText()
    {
        QStandardItemModel model(1, 4);
        QTableView table;
        table.setModel(&model);
        table.setFrameShape(QFrame::NoFrame);
        table.verticalHeader()->hide();
        table.resize(Theme::scaled(400), 200);
        FittedColumns::install(&table, 1, { 100, 200, 200, 100 }, { 3, 0 });
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QVERIFY(table.isColumnHidden(3) && table.isColumnHidden(0));
        QVERIFY(table.columnWidth(1) >= Theme::scaled(200));
        table.resize(Theme::scaled(360), 200);
        QTRY_VERIFY(table.columnWidth(1) >= Theme::scaled(200));
        table.resize(Theme::scaled(700), 200);
        QTRY_VERIFY(!table.isColumnHidden(3));
        QCOMPARE(table.columnWidth(2), Theme::scaled(200));
    }
};

QTEST_MAIN(TestTabOrder)
#include "tst_tab_order.moc"
