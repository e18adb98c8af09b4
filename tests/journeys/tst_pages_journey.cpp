// SPDX-License-Identifier: GPL-3.0-or-later
// Through every page of the real window with a filled register, at each size of text: nothing is cut off, the window
// stays on a screen of 1366×768, and keys are enough.
#include "app/desktop.h"
#include "models/demo/generator.h"
#include "models/records/kinds.h"
#include "tests/ui/support/fit_check.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/type_text.h"
#include "ui/activities/activities_page.h"
#include "ui/activities/session_editor.h"
#include "ui/backup/backup_page.h"
#include "ui/backup/restore_page.h"
#include "ui/cases/case_page.h"
#include "ui/cases/cases_page.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/children/child_page.h"
#include "ui/children/children_page.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/erasures_page.h"
#include "ui/exchange/exchange_page.h"
#include "ui/guide/guide_page.h"
#include "ui/imports/import_page.h"
#include "ui/incidents/incident_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/notice_page.h"
#include "ui/journal/access_page.h"
#include "ui/journal/check_page.h"
#include "ui/journal/conflicts_page.h"
#include "ui/journal/devices_page.h"
#include "ui/province/board_page.h"
#include "ui/reports/paper_view.h"
#include "ui/reports/report_page.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/translator.h"
#include "ui/today/today_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
const QSize Screen(1366, 768);
constexpr int SlowMs = 60'000;
/// The entries of "More…", in their order, with the line between; the province has no import.
enum More { Exchange, Import, Backup, Conflicts, Line, Access, Leaks, Check, Machines, Erasures };
} // namespace

class TestPagesJourney : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::shared_ptr<FixedClock> m_clock = std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(8, 5)));
    std::unique_ptr<Desktop> m_desktop;

    [[nodiscard]] MainWindow* window() const { return m_desktop->window(); }
    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }
    [[nodiscard]] QTableView* table() const { return window()->currentPage()->findChild<QTableView*>(); }

    void make(OfficeRole role)
    {
        NewRegister wanted;
        wanted.folder = m_home.filePath(role == OfficeRole::Province ? u"Sở"_s : u"Xã"_s);
        wanted.unit = role == OfficeRole::Province ? u"22"_s : u"06838"_s;
        wanted.role = role;
        wanted.officeName = role == OfficeRole::Province ? u"Sở Y tế tỉnh Quảng Ninh"_s : u"UBND xã Bình Liêu"_s;
        wanted.login = u"lan"_s;
        wanted.displayName = u"Hoàng Thị Lan"_s;
        wanted.passphrase = Passphrase;
        wanted.cost = { 64ULL << 20, 2 }; // the least that the program believes
        wanted.demo = role == OfficeRole::Commune;
        auto made = Register::create(wanted, m_clock);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        if (wanted.demo && !demo::believableCommune(*made->reg))
            qFatal("not filled");
    }

    void start(const QString& folder, int percent)
    {
        DesktopPlaces places;
        places.clock = m_clock;
        places.settingsFile = m_home.filePath(u"settings.ini"_s);
        Settings settings;
        settings.textPercent = percent;
        QVERIFY(settings.write(places.settingsFile));
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ .folder = folder }));
        window()->showNormal();
        window()->resize(Screen);
        window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window()));
    }
    void unlock()
    {
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        auto* field = window()->findChild<PassphraseField*>();
        test::typeText(field, Passphrase);
        QTest::keyClick(test::receiver(field), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), SlowMs);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget* to = QApplication::focusWidget() ? QApplication::focusWidget() : window();
        QTest::keyClick(to, key, with);
    }
    void choose(More entry) { window()->findChild<QMenu*>()->actions().at(entry)->trigger(); }

    /// What is wrong with what stands in the window, looked at as a person does.
    [[nodiscard]] QStringList faultsOf(QWidget* page)
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents(); // layouts that answer one another
        QStringList faults = test::cutOff(page);
        if (window()->size() != Screen)
            faults.append(u"the window became %1×%2"_s.arg(window()->width()).arg(window()->height()));
        if (page->mapTo(window(), QPoint(page->width(), 0)).x() > Screen.width())
            faults.append(u"the page stands over the window's edge"_s);
        return faults + test::formFaults(page) + test::outOfReach(page);
    }

#define LOOK_AT(what, page)                                                                                            \
    do {                                                                                                               \
        QStringList faults = faultsOf(page);                                                                           \
        for (int i = 0; i < 40 && !faults.isEmpty(); ++i)                                                              \
        { /* what was read this moment is laid out with the next events */                                             \
            QTest::qWait(50);                                                                                          \
            faults = faultsOf(page);                                                                                   \
        }                                                                                                              \
        if (qEnvironmentVariableIsSet("MAIAM_PICTURES"))                                                               \
            window()->grab().save(                                                                                     \
                QDir::temp().filePath(u"maiam-page-%1-%2.png"_s.arg(QLatin1String(what)).arg(Theme::textPercent())));  \
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1String(what) + u":\n"_s + faults.join(u'\n')));                   \
    } while (false)

    void lookAtLeaks();

    void sizes()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : { 100, 150, 200 })
            QTest::addRow("%d %%", percent) << percent;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(Translator::install(Language::Vietnamese));
        make(OfficeRole::Commune);
        make(OfficeRole::Province);
    }
    void cleanup()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_desktop.reset();
    }

    void theDoorsOfACommune_data()
    {
        sizes();
    }
    void theDoorsOfACommune();
    void casesAndChildren_data()
    {
        sizes();
    }
    void casesAndChildren();
    void activities_data()
    {
        sizes();
    }
    void activities();
    void whatStandsUnderMore_data()
    {
        sizes();
    }
    void whatStandsUnderMore();
    void theFirstScreenWithALeak();
    void theProvince_data()
    {
        sizes();
    }
    void theProvince();
    void lockAndRestore_data()
    {
        sizes();
    }
    void lockAndRestore();
};

void TestPagesJourney::theDoorsOfACommune()
{
    QFETCH(int, percent);
    start(m_home.filePath(u"Xã"_s), percent);
    unlock();
    QVERIFY(page<TodayPage>());
    QTRY_VERIFY(!page<TodayPage>()->findChildren<QPushButton*>(u"doNow"_s).isEmpty());
    LOOK_AT("today", window()->currentPage());
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(page<CasesPage>());
    QTRY_VERIFY(table()->model()->rowCount() > 5);
    LOOK_AT("cases", window()->currentPage());
    press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(page<ChildrenPage>());
    QTRY_VERIFY(table()->model()->rowCount() > 5);
    LOOK_AT("children", window()->currentPage());
    press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(page<ReportPage>());
    QTRY_VERIFY(page<ReportPage>()->figures().has_value());
    LOOK_AT("report", window()->currentPage());
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(page<TodayPage>());
}

void TestPagesJourney::casesAndChildren()
{
    QFETCH(int, percent);
    start(m_home.filePath(u"Xã"_s), percent);
    unlock();
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(page<IntakePage>());
    LOOK_AT("intake", window()->currentPage());
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(page<CasesPage>() && table()->model()->rowCount() > 5);
    press(Qt::Key_Down); // from the search into the list
    press(Qt::Key_Return);
    QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file());
    // The typing begins in the form, not at a button that leads away.
    QTRY_VERIFY(page<CasePage>()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!qobject_cast<QPushButton*>(QApplication::focusWidget()));
    for (const char* step : { "intake", "initial", "verify", "plan", "carry-out", "review", "closed" }) {
        page<CasePage>()->showStep(QLatin1String(step));
        LOOK_AT("case-" + QByteArray(step), window()->currentPage());
    }
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(page<CasesPage>());
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(page<ChildrenPage>() && table()->model()->rowCount() > 5);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_VERIFY(page<ChildPage>());
    QTRY_VERIFY(!page<ChildPage>()->title().isEmpty());
    LOOK_AT("child", window()->currentPage());
    page<ChildPage>()->findChild<QPushButton*>(u"eraseByDecision"_s)->click();
    QTRY_VERIFY(page<ErasurePage>() && page<ErasurePage>()->plan());
    LOOK_AT("erasure", window()->currentPage());
}

void TestPagesJourney::activities()
{
    QFETCH(int, percent);
    start(m_home.filePath(u"Xã"_s), percent);
    unlock();
    press(Qt::Key_4, Qt::ControlModifier);
    auto* activities = page<ActivitiesPage>();
    QVERIFY(activities);
    auto* sessions = activities->findChild<QTableView*>(u"sessions"_s);
    QTRY_VERIFY(sessions->model()->rowCount() > 5);
    LOOK_AT("sessions", activities);
    sessions->setCurrentIndex(sessions->model()->index(0, 0));
    sessions->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(activities->findChild<SessionEditor*>()->isOpen());
    LOOK_AT("session", activities);
    press(Qt::Key_Escape);
    auto* tasks = activities->findChild<QTableView*>(u"tasks"_s);
    activities->showTasks(u"2.c"_s);
    QTRY_VERIFY(tasks->model()->rowCount() > 5);
    LOOK_AT("tasks", activities);
}

void TestPagesJourney::lookAtLeaks()
{
    choose(Leaks);
    QVERIFY(page<IncidentsPage>());
    LOOK_AT("leaks-none", window()->currentPage());
    page<IncidentsPage>()->findChild<QPushButton*>(u"record"_s)->click();
    QTRY_VERIFY(page<IncidentPage>() && page<IncidentPage>()->isRead());
    LOOK_AT("leak-new", window()->currentPage());
    page<IncidentPage>()->findChild<QPushButton*>(u"foundNow"_s)->click();
    page<IncidentPage>()->editor(IncidentFields::Kind)->setRaw(u"lost-device"_s);
    page<IncidentPage>()->editor(IncidentFields::Story)->setRaw(u"Để quên USB ở hội trường."_s);
    page<IncidentPage>()->save();
    QTRY_VERIFY(!page<IncidentPage>()->message()->text().isEmpty());
    LOOK_AT("leak", window()->currentPage());
    page<IncidentPage>()->findChild<QPushButton*>(u"notice"_s)->click();
    QTRY_VERIFY(page<NoticePage>() && page<NoticePage>()->view()->sheets()->paper().pageCount() > 0);
    LOOK_AT("leak-notice", window()->currentPage());
    choose(Leaks);
    QTRY_VERIFY(page<IncidentsPage>() && table()->model()->rowCount() > 0);
    LOOK_AT("leaks", window()->currentPage());
}

void TestPagesJourney::whatStandsUnderMore()
{
    QFETCH(int, percent);
    start(m_home.filePath(u"Xã"_s), percent);
    unlock();
    choose(Exchange);
    QVERIFY(page<ExchangePage>());
    QTRY_VERIFY(page<ExchangePage>()->findChild<QPushButton*>(u"saveCard"_s)->isEnabled());
    QTRY_VERIFY(!page<ExchangePage>()->findChild<QLabel*>(u"state"_s)->text().isEmpty());
    LOOK_AT("exchange", window()->currentPage());
    choose(Import);
    QVERIFY(page<ImportPage>());
    LOOK_AT("import", window()->currentPage());
    page<ImportPage>()->preview(QStringLiteral(MAIAM_FIXTURES "/so-theo-doi-mau.xlsx"));
    QTRY_VERIFY_WITH_TIMEOUT(page<ImportPage>()->plan(), SlowMs);
    LOOK_AT("import-preview", window()->currentPage());
    choose(Backup);
    QVERIFY(page<BackupPage>());
    LOOK_AT("backup", window()->currentPage());
    choose(Conflicts);
    QVERIFY(page<ConflictsPage>());
    LOOK_AT("conflicts", window()->currentPage());
    choose(Access);
    QVERIFY(page<AccessPage>());
    QTRY_VERIFY(table()->model()->rowCount() > 0);
    for (int column = 0; column < 3; ++column) // who and when, what, which file: none goes, however large the text
        QVERIFY(table()->columnWidth(column) >= Theme::scaled(110));
    QVERIFY(table()->model()->index(0, 0).data(CellTable::SecondLineRole).toString().contains(u"/20"_s));
    LOOK_AT("access", window()->currentPage());
    lookAtLeaks();
    if (QTest::currentTestFailed())
        return;
    choose(Check);
    QVERIFY(page<CheckPage>());
    LOOK_AT("check", window()->currentPage());
    page<CheckPage>()->run();
    QTRY_VERIFY_WITH_TIMEOUT(!page<CheckPage>()->result().isEmpty(), SlowMs);
    LOOK_AT("checked", window()->currentPage());
    choose(Machines);
    QVERIFY(page<DevicesPage>());
    QTRY_VERIFY(!page<DevicesPage>()->shown().empty());
    QVERIFY(page<DevicesPage>()->isAncestorOf(QApplication::focusWidget())); // one machine, so no button
    LOOK_AT("machines", window()->currentPage());
    choose(Erasures);
    QVERIFY(page<ErasuresPage>());
    LOOK_AT("erasures", window()->currentPage());
    window()->findChild<QMenu*>()->actions().constLast()->trigger();
    QVERIFY(page<SettingsPage>());
    LOOK_AT("settings", window()->currentPage());
    press(Qt::Key_F1);
    QVERIFY(page<GuidePage>());
    LOOK_AT("guide", window()->currentPage());
}

/// What was recorded by the journey under "More" stands there, at the size at which there is least room.
void TestPagesJourney::theFirstScreenWithALeak()
{
    start(m_home.filePath(u"Xã"_s), 200);
    unlock();
    QTRY_VERIFY(!page<TodayPage>()->findChildren<QPushButton*>(u"doNow"_s).isEmpty());
    const auto labels = page<TodayPage>()->findChildren<QLabel*>();
    QVERIFY(std::any_of(
        labels.begin(), labels.end(), [](const QLabel* label) { return label->text().contains(u"91/2025/QH15"_s); }));
    LOOK_AT("today-leak", window()->currentPage());
}

void TestPagesJourney::theProvince()
{
    QFETCH(int, percent);
    start(m_home.filePath(u"Sở"_s), percent);
    unlock();
    QVERIFY(page<BoardPage>());
    QTRY_VERIFY(table()->model()->rowCount() > 50);
    LOOK_AT("board", window()->currentPage());
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(page<ExchangePage>());
    QTRY_VERIFY(page<ExchangePage>()->findChild<QPushButton*>(u"saveCard"_s)->isEnabled());
    QTRY_VERIFY(!page<ExchangePage>()->findChild<QLabel*>(u"state"_s)->text().isEmpty());
    LOOK_AT("exchange-province", window()->currentPage());
}

void TestPagesJourney::lockAndRestore()
{
    QFETCH(int, percent);
    start(m_home.filePath(u"Xã"_s), percent);
    auto* lock = window()->findChild<LockScreen*>();
    QVERIFY(lock);
    LOOK_AT("lock", lock);
    unlock();
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(m_desktop->isLocked());
    QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
    LOOK_AT("locked", window()->findChild<LockScreen*>());
    Q_EMIT window()->findChild<LockScreen*>()->restoreWanted();
    QTRY_VERIFY(window()->findChild<RestorePage*>());
    LOOK_AT("restore", window()->findChild<RestorePage*>());
}

QTEST_MAIN(TestPagesJourney)
#include "tst_pages_journey.moc"
