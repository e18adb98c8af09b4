// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of backups tells of trouble, and that a person can read it and work with it: the first screen sends the
// officer there.
#include "models/text/format.h"
#include "tests/ui/support/backup_office.h"
#include "ui/backup/backup_texts.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using test::shows;

class TestBackupTroubles : public QObject, test::BackupOffice
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init()
    {
        m_office = std::make_unique<test::OfficeRegister>();
        m_watch = std::make_unique<BackupWatch>(*m_office->reg);
    }
    void cleanup()
    {
        m_watch.reset();
        m_office.reset();
    }

    void whatTheFirstScreenTellsStandsOnThePageToo()
    {
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        writeChild(u"Tằng Mỹ Ánh"_s);
        block();
        m_watch->look();
        QTRY_VERIFY_WITH_TIMEOUT(shows(page, u"was not made"_s), 30000);
        QVERIFY(shows(page, u"cannot be made"_s));
        page.backUp();
        QTRY_VERIFY_WITH_TIMEOUT(page.message()->text().startsWith(u"Not backed up: "_s), 30000);
        QVERIFY(QFile::remove(blocked()));
        m_watch->look();
        QTRY_VERIFY_WITH_TIMEOUT(!shows(page, u"was not made"_s), 30000);
    }

    void aSecondPlaceThatRefusesSaysSoOnItsCard()
    {
        BackupState state;
        state.second.folder = u"/media/USB"_s;
        state.second.there = true;
        state.second.lacksSince = m_office->clock->now();
        state.secondProblem = u"The stick is full."_s;
        QVERIFY(BackupTexts::second(state).contains(state.secondProblem));
        state.second.lacksSince = 0; // it got the copy since
        QVERIFY(!BackupTexts::second(state).contains(state.secondProblem));
    }

    void aCopyThatOnlyTheSecondPlaceHasIsNamedAndOffered()
    {
        const QString stick = m_office->home.filePath(u"USB"_s);
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(m_watch->backups().setSecondPlace(stick));
        writeChild(u"Tằng Mỹ Ánh"_s);
        QVERIFY(makeOne());
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        QCOMPARE(page.folderToRestoreFrom(), m_watch->backups().folder());
        QVERIFY(QDir(m_watch->backups().folder()).removeRecursively());
        QVERIFY(readAgain());
        QVERIFY(shows(page, u"This PC has no backup; the one in the second place: today"_s));
        QVERIFY(!shows(page, u"Not backed up yet"_s) && !shows(page, u"everything is lost"_s));
        QCOMPARE(page.folderToRestoreFrom(), stick);
    }

    void aDamagedOneIsListedByItsDayWithWhatToDo()
    {
        writeChild(u"Tằng Mỹ Ánh"_s);
        QVERIFY(makeOne());
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        QVERIFY(!shows(page, u"opens for nobody"_s));
        QFile half(QDir(m_watch->backups().folder()).filePath(u"06838-2026-11-20-00099.maiam-backup"_s));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("x") == 1);
        half.close();
        QVERIFY(readAgain());
        QCOMPARE(page.model()->rowCount(), 2);
        const int row = page.model()->rowOf(half.fileName());
        QCOMPARE(page.model()->index(row, 0).data().toString(), formatDate(QDate(2026, 11, 20)));
        QVERIFY(shows(page, u"opens for nobody"_s));
    }

    void figuresStandUnderTheirHeaders()
    {
        QVERIFY(makeOne());
        BackupPage page(*m_office->context, *m_watch);
        for (int column = 0; column < page.model()->columnCount(); ++column)
            QCOMPARE(page.model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt(),
                page.model()->index(0, column).data(Qt::TextAlignmentRole).toInt());
        QVERIFY(page.model()->headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    }

    void withLargeTextWhenAndWhereCanBothBeRead()
    {
        const auto smaller = qScopeGuard([] { Theme::apply(*qApp); });
        Theme::apply(*qApp, 150);
        QVERIFY(makeOne());
        BackupPage page(*m_office->context, *m_watch);
        page.resize(1366 - 282, 768 - 118); // what the window leaves it at this size
        page.show();
        auto* table = page.findChild<QTableView*>(u"backups"_s);
        const auto room = [table](int column) { return table->columnWidth(column) - Theme::scaled(18); };
        QFont bold = Theme::font(TextStyle::Body);
        QTRY_VERIFY(room(4) >= QFontMetrics(bold).horizontalAdvance(u"second place"_s));
        bold.setBold(true);
        QVERIFY(room(0) >= QFontMetrics(bold).horizontalAdvance(u"17:02 24/11/2026"_s));
    }

    void theFocusComesBackToTheButtonWhenItsWorkHasEnded()
    {
        QVERIFY(makeOne());
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        for (const QString& text : { u"Back up now"_s, u"Try a restore"_s }) {
            QPushButton* button = buttonOf(page, text);
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            QTRY_VERIFY(!button->isEnabled());
            QVERIFY(!button->hasFocus());
            QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30000);
            QVERIFY(button->hasFocus());
        }
        QPushButton* now = buttonOf(page, u"Back up now"_s);
        QPushButton* choose = buttonOf(page, u"Choose a second place…"_s);
        now->setFocus();
        QTest::keyClick(now, Qt::Key_Space);
        QTRY_VERIFY(!now->isEnabled());
        choose->setFocus(); // somebody went on
        QTRY_VERIFY_WITH_TIMEOUT(now->isEnabled(), 30000);
        QVERIFY(choose->hasFocus());
    }
};

QTEST_MAIN(TestBackupTroubles)
#include "tst_backup_troubles.moc"
