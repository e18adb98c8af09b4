// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/printing.h"

#include <QApplication>
#include <QPointer>
#include <QPrintDialog>
#include <QTest>
#include <QWidget>

using namespace maiam;

/// A page in a window, and the print dialog over it. Windows' own dialog waits for a person inside open().
class TestPrinting : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    QPointer<QWidget> m_page;
    int m_printed = 0;

    [[nodiscard]] static QPrintDialog* dialog()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget* top : all)
            if (auto* found = qobject_cast<QPrintDialog*>(top); found && found->isVisible())
                return found;
        return nullptr;
    }
    void print()
    {
        printing::choose(m_page, QStringLiteral("Báo cáo"), [this](const auto&) { ++m_printed; });
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifdef Q_OS_WIN
        QSKIP("docs/windows-check.md");
#endif
    }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_page = new QWidget(m_window.get());
        m_window->show();
        m_printed = 0;
    }
    void cleanup()
    {
        m_window.reset();
    }

    void whoPressesPrintPrintsOnce()
    {
        print();
        QTRY_VERIFY(dialog());
        const QPointer<QPrintDialog> shown = dialog();
        QCOMPARE(shown->parentWidget(), m_window.get());
        Q_EMIT shown->accepted(shown->printer());
        shown->done(QDialog::Rejected); // closes it without asking about a file
        QTRY_COMPARE(m_printed, 1);
        QTRY_VERIFY(!shown);
    }
    void aPageThatGoesTakesItsDialogAlong()
    {
        print();
        QTRY_VERIFY(dialog());
        const QPointer<QPrintDialog> shown = dialog();
        delete m_page;
        QVERIFY(!shown->isVisible());
        QTRY_VERIFY(!shown);
        QCOMPARE(m_printed, 0);
    }
    void aPageThatGoesAfterPrintWasPressedPrintsNothing()
    {
        print();
        QTRY_VERIFY(dialog());
        Q_EMIT dialog()->accepted(dialog()->printer());
        delete m_page;
        QTest::qWait(20);
        QCOMPARE(m_printed, 0);
    }
    void aPageThatGoesBeforeTheDialogComesHasNone()
    {
        print();
        delete m_page;
        QTest::qWait(20);
        QVERIFY(!dialog());
        QCOMPARE(m_window->findChildren<QPrintDialog*>().size(), 0);
    }
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
