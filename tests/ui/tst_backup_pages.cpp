// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of backups: making one, the second place, the trial, and a restore that is looked at before it happens.
#include "models/text/format.h"
#include "tests/support/hanging_files.h"
#include "tests/ui/support/backup_office.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/type_text.h"
#include "ui/backup/backup_card.h"
#include "ui/backup/backup_texts.h"
#include "ui/backup/restore_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using test::shows;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
constexpr UtcMs DayMs = 24LL * 3600 * 1000;

/// A folder "USB" is another disk than the register's.
class StickProbe : public PlaceProbe
{
public:
    [[nodiscard]] DiskFacts disk(const QString& folder) const override
    {
        return { "ext4", folder.contains(u"/USB"_s) ? u"/dev/sdb1"_s : u"/dev/sda1"_s, {} };
    }
};
} // namespace

class TestBackupPages : public QObject, test::BackupOffice
{
    Q_OBJECT
    [[nodiscard]] QString trial() const { return QDir(m_office->reg->folder()).filePath(u"trial-restore"_s); }
    /// A table under another name: what is asked of it fails.
    void rename(const QString& table, const QString& to) const
    {
        const QString sql = u"ALTER TABLE %1 RENAME TO %2"_s.arg(table, to);
        QVERIFY(m_office->reg->writeLocal([sql](Database& database) { return database.run(sql); }).result());
    }
    [[nodiscard]] std::size_t exported() const
    {
        const auto read = [](Database& db) { return accessChain::list(db, { {}, AccessAct::Exported, {}, {}, {} }); };
        return m_office->reg->read(read).result()->size();
    }
    static QString textOf(const BackupCard& card)
    {
        QStringList said;
        for (const QLabel* label : card.findChildren<QLabel*>())
            said.append(label->text());
        return said.join(u'\n');
    }

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
        QCOMPARE(Questions::clearAnswers(), 0);
        m_watch.reset();
        m_office.reset();
    }

    void backingUpNowFillsTheList()
    {
        writeChild(u"Tằng Mỹ Ánh"_s);
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        page.activated();
        page.backUp();
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), 1, 30000);
        QVERIFY(page.message()->kind() == MessageBar::Kind::Ok);
        QVERIFY(!m_watch->state().news);
        QVERIFY2(test::formFaults(&page).isEmpty(), qPrintable(test::formFaults(&page).join(u'\n')));
    }

    void theSecondPlaceIsFilledAtOnce()
    {
        const QString stick = m_office->home.filePath(u"USB"_s);
        QDir().mkpath(stick);
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        Questions::setNextFileName(stick);
        page.chooseSecond();
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), 2, 30000);
        QCOMPARE(QDir(stick).entryList(QDir::Files).size(), 1);
        QDir(stick).removeRecursively();
        page.backUp();
        QTRY_VERIFY_WITH_TIMEOUT(page.message()->kind() == MessageBar::Kind::Warning, 30000);
    }

    void aCopyOfTheWholeRegisterThatSomebodyOrdersStandsInWhoLooked()
    {
        const QString stick = m_office->home.filePath(u"USB"_s);
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(readAgain());
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        page.backUp();
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), 1, 30000);
        QTRY_VERIFY(!m_watch->isRunning());
        QCOMPARE(exported(), 0); // it stays in the register's folder
        Questions::setNextFileName(stick);
        page.chooseSecond();
        const auto onStick = [&stick] { return QDir(stick).entryList({ u"*.maiam-backup"_s }, QDir::Files).size(); };
        QTRY_COMPARE_WITH_TIMEOUT(onStick(), 1, 30000);
        QTRY_VERIFY(!m_watch->isRunning());
        QCOMPARE(exported(), 1);
        writeChild(u"Tằng Mỹ Ánh"_s);
        QVERIFY(makeOne()); // by itself
        QCOMPARE(exported(), 1);
        page.backUp();
        QTRY_COMPARE_WITH_TIMEOUT(onStick(), 3, 30000);
        QTRY_VERIFY(!m_watch->isRunning());
        QCOMPARE(exported(), 2);
        rename(u"access_entry"_s, u"away"_s);
        page.backUp();
        QTRY_COMPARE(page.message()->kind(), MessageBar::Kind::Error);
        QVERIFY(!m_watch->isRunning());
        rename(u"away"_s, u"access_entry"_s);
    }

    void theTrialTellsWhatItFound()
    {
        writeChild(u"Tằng Mỹ Ánh"_s);
        QVERIFY(makeOne());
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        page.tryRestore();
        const auto told = [&] {
            for (const QLabel* label : page.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(u"folded again"_s))
                    return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(), 30000);
    }

    void aBackupThatEndsDuringTheTrialLeavesTheTrialAlone()
    {
        const auto files = std::make_shared<test::HangingFiles>(trial());
        m_watch = std::make_unique<BackupWatch>(*m_office->reg, nullptr, files);
        writeChild(u"Tằng Mỹ Ánh"_s);
        QVERIFY(makeOne());
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        const auto letGo = qScopeGuard([&] { files->letGo(); }); // before the page goes, which waits for its work
        files->hang();
        page.tryRestore();
        QVERIFY(files->holdsSomebody(30000));
        QVERIFY(makeOne()); // the hour struck
        QVERIFY(page.task()->isRunning());
        QVERIFY(!buttonOf(page, u"Try a restore"_s)->isEnabled());
        page.tryRestore(); // a second one would work in the folder of the first
        QVERIFY(!files->holdsSomebody(500));
        files->letGo();
        QTRY_VERIFY_WITH_TIMEOUT(!page.task()->isRunning(), 30000);
        QVERIFY(shows(page, u"folded again"_s));
        QVERIFY(buttonOf(page, u"Try a restore"_s)->isEnabled());
    }

    void whileABackupIsMadeASecondPlaceIsChosenAndFilledAfterwards()
    {
        const QString former = m_office->home.filePath(u"USB"_s);
        const QString other = m_office->home.filePath(u"mạng"_s);
        QVERIFY(QDir().mkpath(former) && QDir().mkpath(other));
        const auto files = std::make_shared<test::HangingFiles>(former);
        m_watch = std::make_unique<BackupWatch>(*m_office->reg, nullptr, files);
        QVERIFY(m_watch->backups().setSecondPlace(former));
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        const auto letGo = qScopeGuard([&] { files->letGo(); });
        files->hang();
        page.backUp();
        QVERIFY(QTest::qWaitFor([&] { return files->holdsSomebody(10); }, 30000));
        Questions::setNextFileName(other);
        page.chooseSecond();
        QTRY_COMPARE_WITH_TIMEOUT(m_watch->backups().secondPlace().value(), other, 10000);
        QVERIFY(m_watch->isRunning());
        QTRY_VERIFY(page.task()->what().contains(u"Backing up"_s)); // what still runs is shown again
        files->letGo();
        QTRY_COMPARE_WITH_TIMEOUT(QDir(other).entryList(QDir::Files).size(), 1, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(!page.task()->isRunning(), 30000);
    }

    void whileABackupIsMadeTheSecondPlaceIsGivenUp()
    {
        const QString stick = m_office->home.filePath(u"USB"_s);
        QVERIFY(QDir().mkpath(stick));
        const auto files = std::make_shared<test::HangingFiles>(stick);
        m_watch = std::make_unique<BackupWatch>(*m_office->reg, nullptr, files);
        QVERIFY(m_watch->backups().setSecondPlace(stick));
        QVERIFY(readAgain());
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        const auto letGo = qScopeGuard([&] { files->letGo(); });
        files->hang();
        page.backUp();
        QVERIFY(QTest::qWaitFor([&] { return files->holdsSomebody(10); }, 30000));
        buttonOf(page, u"Use none"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->backups().secondPlace().value().isEmpty(), 10000);
        files->letGo();
        QTRY_VERIFY_WITH_TIMEOUT(shows(page, u"None. Choose a stick"_s), 30000);
    }

    void whatATrialLeftWhenThePowerWentIsGoneAfterTheNextUnlock()
    {
        QVERIFY(QDir().mkpath(trial()));
        m_watch->begin();
        QVERIFY(!QFileInfo::exists(trial()));
    }

    void backupsThatCannotBeReadAreToldAndAskedForAgain()
    {
        BackupCard card(*m_office->reg, *m_watch);
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        rename(u"journal_device"_s, u"away"_s);
        QVERIFY(readAgain());
        QVERIFY(shows(page, u"could not be read"_s));
        QVERIFY(!shows(page, u"Looking"_s) && !shows(page, u"None yet"_s));
        QVERIFY(textOf(card).contains(u"could not be read"_s));
        QVERIFY(BackupTexts::status(m_watch->state(), m_office->clock->now()).contains(u"could not be read"_s));
        m_watch->look(); // nobody knows whether one is due: none is made
        QTRY_VERIFY_WITH_TIMEOUT(textOf(card).contains(u"was not made"_s), 10000);
        rename(u"away"_s, u"journal_device"_s);
        m_watch->look();
        QTRY_VERIFY_WITH_TIMEOUT(card.isHidden(), 30000);
        QVERIFY(!shows(page, u"could not be read"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->backups().newest().value(), 30000);
    }

    void anAnswerAboutTheClockThatIsNotKeptIsTold()
    {
        BackupCard card(*m_office->reg, *m_watch);
        BackupPage page(*m_office->context, *m_watch);
        page.show();
        QVERIFY(makeOne());
        m_office->clock->advance(-2 * DayMs);
        QVERIFY(readAgain());
        QVERIFY(!card.isHidden());
        rename(u"meta"_s, u"away"_s);
        m_watch->confirmClock();
        QTRY_VERIFY_WITH_TIMEOUT(textOf(card).contains(u"was not kept"_s), 10000);
        QVERIFY(shows(page, u"was not kept"_s));
        rename(u"away"_s, u"meta"_s);
        m_watch->confirmClock();
        QTRY_VERIFY_WITH_TIMEOUT(card.isHidden(), 10000);
    }

    void afterAKeyChangeTheEarlierBackupsAreNotCalledNone()
    {
        const UtcMs now = m_office->clock->now();
        BackupState state;
        state.news = true;
        QVERIFY(BackupTexts::warnings(state, now).join(u' ').contains(u"everything is lost"_s));
        state.all.emplace_back(); // whole, and the new key does not open it
        QCOMPARE(BackupTexts::status(state, now), u"Not backed up with the new key yet"_s);
        const QString said = BackupTexts::warnings(state, now).join(u' ');
        QVERIFY2(said.contains(u"the passphrase of their day"_s) && !said.contains(u"everything is lost"_s),
            qPrintable(said));
        state.all.front().damaged = true;
        QVERIFY(BackupTexts::warnings(state, now).join(u' ').contains(u"everything is lost"_s));
    }

    void anOldBackupShowsOnTheFirstScreen()
    {
        BackupCard card(*m_office->reg, *m_watch);
        QVERIFY(makeOne());
        QVERIFY(readAgain());
        QVERIFY(card.isHidden());
        QVERIFY(BackupTexts::status(m_watch->state(), m_office->clock->now()).contains(u"today"_s));
        m_office->clock->advance(DayMs);
        QVERIFY(BackupTexts::status(m_watch->state(), m_office->clock->now()).contains(u"yesterday"_s));
        m_office->clock->advance(7 * DayMs);
        writeChild(u"Tằng Mỹ Ánh"_s);
        QVERIFY(readAgain());
        QVERIFY(!card.isHidden());
        QVERIFY(makeOne());
        QVERIFY(readAgain());
        QVERIFY(card.isHidden());
    }

    void aClockThatCannotBeRightIsAskedAbout()
    {
        BackupCard card(*m_office->reg, *m_watch);
        QVERIFY(makeOne());
        m_office->clock->advance(-2 * DayMs);
        QVERIFY(readAgain());
        QVERIFY(!card.isHidden());
        QSignalSpy changed(m_watch.get(), &BackupWatch::changed);
        m_watch->confirmClock();
        QVERIFY(changed.wait(10000));
        QVERIFY(card.isHidden());
    }

    void closingBacksUpWhatIsNew()
    {
        writeChild(u"Tằng Mỹ Ánh"_s);
        bool done = false;
        m_watch->finish([&](const Result<void>& told) { done = told.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 30000);
        QVERIFY(m_watch->backups().newest().value());
        done = false;
        m_watch->finish([&](const Result<void>& told) { done = told.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 10000);
        QCOMPARE(m_watch->backups().list().value().size(), size_t(1)); // nothing was new
    }

    void whatIsWrittenWhileOneIsMadeIsBackedUpBeforeTheEnd()
    {
        writeChild(u"Tằng Mỹ Ánh"_s);
        m_watch->make(BackupReason::ByHand);
        writeChild(u"Chíu A Sáng"_s);
        bool done = false;
        m_watch->finish([&](const Result<void>& told) { done = told.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 30000);
        QVERIFY(!m_watch->backups().hasNews().value());
    }

    void aBackupThatFailedIsToldWithItsReasonAndTriedAgain()
    {
        BackupCard card(*m_office->reg, *m_watch);
        writeChild(u"Tằng Mỹ Ánh"_s);
        block();
        m_watch->look();
        QTRY_VERIFY_WITH_TIMEOUT(textOf(card).contains(u"was not made"_s), 30000);
        QVERIFY(!card.isHidden());
        QVERIFY(textOf(card).contains(u"cannot be made"_s));
        QVERIFY(QFile::remove(blocked()));
        m_watch->look();
        QTRY_VERIFY_WITH_TIMEOUT(card.isHidden(), 30000);
    }

    void aFailureOnClosingIsKeptForTheNextUnlock()
    {
        writeChild(u"Tằng Mỹ Ánh"_s);
        block();
        int told = 0;
        m_watch->finish([&](const Result<void>& result) { told = result ? 1 : 2; });
        QTRY_COMPARE_WITH_TIMEOUT(told, 1, 30000); // it can wait until then
        m_watch = std::make_unique<BackupWatch>(*m_office->reg);
        QVERIFY(readAgain());
        QVERIFY(m_watch->state().failed);
    }

    void whatNobodyWouldLearnLaterIsSaidBeforeTheEnd()
    {
        writeChild(u"Tằng Mỹ Ánh"_s);
        block();
        QString told;
        m_watch->make(BackupReason::ByHand); // its failure is not kept: somebody waits for it
        m_watch->finish([&](const Result<void>& result) { told = result ? u"ok"_s : result.error().message; });
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 30000);
        QVERIFY2(told.contains(u"cannot be made"_s), qPrintable(told));
    }

    void aStickThatWasForgottenIsNamedAndFilledByItself()
    {
        const QString stick = m_office->home.filePath(u"USB"_s);
        QDir().mkpath(stick);
        m_watch = std::make_unique<BackupWatch>(
            *m_office->reg, nullptr, std::make_shared<BackupFiles>(), std::make_shared<StickProbe>());
        QVERIFY(m_watch->backups().setSecondPlace(stick));
        BackupCard card(*m_office->reg, *m_watch);
        QVERIFY(makeOne());
        const QString copied = formatDate(civil::date(m_office->clock->now()));
        QVERIFY(QDir(stick).removeRecursively());
        m_office->clock->advance(5 * DayMs);
        writeChild(u"Tằng Mỹ Ánh"_s);
        QVERIFY(makeOne());
        QVERIFY(readAgain());
        QVERIFY(card.isHidden()); // a week is given
        m_office->clock->advance(4 * DayMs);
        QVERIFY(readAgain());
        QVERIFY(!card.isHidden());
        QVERIFY(textOf(card).contains(QDir::toNativeSeparators(stick)) && textOf(card).contains(copied));
        QDir().mkpath(stick);
        m_watch->look();
        QTRY_VERIFY_WITH_TIMEOUT(card.isHidden(), 30000);
        QTRY_COMPARE_WITH_TIMEOUT(QDir(stick).entryList(QDir::Files).size(), 1, 30000);
    }

    void aSecondPlaceOnTheRegistersOwnDiskIsTold()
    {
        const QString beside = m_office->home.filePath(u"Bản sao"_s);
        QVERIFY(QDir().mkpath(beside));
        BackupCard card(*m_office->reg, *m_watch);
        QVERIFY(m_watch->backups().setSecondPlace(beside)); // taken: better than none
        QVERIFY(makeOne());
        QVERIFY(readAgain());
        QVERIFY(!card.isHidden());
        QCOMPARE(card.urgency(), Urgency::Amber);
        QVERIFY2(textOf(card).contains(u"same disk"_s), qPrintable(textOf(card)));
        QVERIFY(textOf(card).contains(QDir::toNativeSeparators(beside)));
    }

    void aDamagedRegisterIsToldInRedAndLeadsToARestore()
    {
        BackupCard card(*m_office->reg, *m_watch);
        QVERIFY(makeOne());
        QVERIFY(m_watch->backups().noteFailure({ ErrorCode::Damaged, u"A part cannot be read."_s, {} }));
        QVERIFY(readAgain());
        QVERIFY(m_watch->state().isRegisterDamaged());
        QVERIFY(!card.isHidden());
        QCOMPARE(card.urgency(), Urgency::Red);
        QVERIFY2(textOf(card).contains(u"A part cannot be read."_s) && !textOf(card).contains(u"every hour"_s),
            qPrintable(textOf(card)));
        QSignalSpy wanted(&card, &BackupCard::restoreWanted);
        for (QPushButton* button : card.findChildren<QPushButton*>())
            if (button->text() == u"Restore…"_s && !button->isHidden())
                button->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(makeOne()); // it can be read again
        QVERIFY(readAgain());
        QVERIFY(card.isHidden());
    }

    void theClocksQuestionStandsUnderItsOwnName()
    {
        BackupCard card(*m_office->reg, *m_watch);
        QVERIFY(makeOne());
        m_office->clock->advance(-2 * DayMs);
        QVERIFY(readAgain());
        QVERIFY(!card.isHidden());
        QCOMPARE(card.title(), u"The PC's clock"_s);
    }

    void lockingWaitsForNoPlaceThatHangs()
    {
        const QString stick = m_office->home.filePath(u"mạng"_s);
        QDir().mkpath(stick);
        const auto files = std::make_shared<test::HangingFiles>(stick);
        m_watch = std::make_unique<BackupWatch>(*m_office->reg, nullptr, files);
        QVERIFY(m_watch->backups().setSecondPlace(stick));
        files->hang();
        m_watch->make(BackupReason::ByHand);
        QVERIFY(files->holdsSomebody(30000));
        QElapsedTimer waited;
        waited.start();
        m_watch.reset(); // as a lock does, before the key is wiped
        QVERIFY2(waited.elapsed() < 5000, qPrintable(QString::number(waited.elapsed())));
        files->letGo();
        QTRY_VERIFY(files.use_count() == 1);
    }

    void aRestoreIsLookedAtFirst()
    {
        writeChild(u"Tằng Mỹ Ánh"_s);
        QVERIFY(makeOne());
        const QString file = m_watch->backups().newest().value()->file;
        const QString kept = m_office->home.filePath(u"bản.maiam-backup"_s);
        QVERIFY(QFile::copy(file, kept));
        const QString folder = m_office->home.filePath(u"máy mới"_s);
        RestorePage page(folder, std::make_shared<FailedUnlocks>(folder), KdfLimits::forTests());
        page.show();
        QSignalSpy restored(&page, &RestorePage::restored);
        page.setFile(kept);
        page.findChild<PassphraseField*>()->setText(u"khong phai cau nay"_s);
        page.look();
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<MessageBar*>()->isVisible(), 10000);
        QVERIFY(!page.hasLooked());
        QVERIFY(!QFileInfo::exists(folder));
        page.findChild<PassphraseField*>()->setText(Passphrase);
        page.look();
        QTRY_VERIFY_WITH_TIMEOUT(page.hasLooked(), 10000);
        QVERIFY(page.shown().contains(m_office->reg->office().name));
        QVERIFY(page.shown().contains(u"No list of erasures"_s));
        QVERIFY(!QFileInfo::exists(folder));
        page.restore();
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, 30000);
        auto opened = Register::open(folder, Passphrase, m_office->clock, KdfLimits::forTests());
        QVERIFY(opened);
    }

    void whatIsNoBackupIsRefusedInWords()
    {
        const QString folder = m_office->home.filePath(u"máy mới"_s);
        RestorePage page(folder, std::make_shared<FailedUnlocks>(folder), KdfLimits::forTests());
        page.show();
        page.setFile(m_office->reg->folder() + u"/register.keys"_s);
        QVERIFY(!page.findChild<MessageBar*>()->text().isEmpty());
        QVERIFY2(test::formFaults(&page).isEmpty(), qPrintable(test::formFaults(&page).join(u'\n')));
    }
};

QTEST_MAIN(TestBackupPages)
#include "tst_backup_pages.moc"
