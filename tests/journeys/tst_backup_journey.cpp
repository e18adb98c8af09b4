// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window: what an officer is told when backups fail, the stick stays in the drawer, or
// something is wrong with the keys.
#include "program_journey.h"

#include "models/records/kinds.h"
#include "models/register/register_backups.h"
#include "models/text/format.h"
#include "ui/backup/backup_card.h"
#include "ui/people/key_change_page.h"
#include "ui/people/keys_card.h"
#include "ui/people/people_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
using test::LanWords;
using test::MinhWords;
constexpr UtcMs DayMs = 24LL * 3600 * 1000;
constexpr int SoonMs = 40'000; ///< more than ten seconds after unlocking
} // namespace

class TestBackupJourney : public test::ProgramJourney
{
    Q_OBJECT

    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }
    /// What a card of the first screen says; empty while it is not seen.
    template <typename C> [[nodiscard]] QString says() const
    {
        const auto* card = window()->findChild<C*>();
        if (!card || !card->isVisible())
            return {};
        QStringList said;
        for (const QLabel* label : card->template findChildren<QLabel*>())
            said.append(label->text());
        return said.join(u'\n');
    }
    /// Closes the window as an officer does, and gives the exit status; 99 when the program does not end.
    int closeProgram(const std::function<void()>& then = {})
    {
        QTimer::singleShot(0, window(), [this, then] {
            window()->close();
            if (then)
                then();
        });
        QTimer patience;
        QObject::connect(&patience, &QTimer::timeout, qApp, [] { QApplication::exit(99); });
        patience.start(SoonMs);
        return QApplication::exec();
    }
    [[nodiscard]] QString backups() const { return QDir(m_folder).filePath(u"backups"_s); }
    /// Where the folder of backups belongs stands a file, so that none can be made.
    void block()
    {
        QFile file(backups());
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    void backUpAt(UtcMs time, const QString& second)
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<FixedClock>(time), limits());
        QVERIFY2(reg, reg ? "" : qPrintable(reg.error().message));
        RegisterBackups kept(**reg);
        if (!second.isEmpty())
            QVERIFY(kept.setSecondPlace(second));
        Record child = (*reg)->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        Batch batch;
        batch.add(child);
        QVERIFY((*reg)->commit(batch).result());
        QVERIFY(kept.make(BackupReason::Day));
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init() { makeRegister(); }
    void cleanup() { end(); }

    void aBackupThatFailedOnClosingIsToldAtTheNextUnlock()
    {
        startProgram();
        unlock(LanWords);
        block();
        QCOMPARE(closeProgram(), 0);
        m_desktop.reset();
        startProgram();
        unlock(LanWords);
        QTRY_VERIFY(says<BackupCard>().contains(u"was not made"_s));
        QVERIFY(says<BackupCard>().contains(u"cannot be made"_s)); // the reason, and what to do
        QVERIFY(QFile::remove(backups()));
        QTRY_VERIFY_WITH_TIMEOUT(says<BackupCard>().isEmpty(), SoonMs); // it was tried again
        QCOMPARE(QDir(backups()).entryList(QDir::Files).size(), 1);
    }

    void whoseSessionIsLockedWhileTheProgramClosesFindsItEnded()
    {
        startProgram();
        unlock(LanWords);
        QCOMPARE(closeProgram([this] { m_desktop->lock(); }), 0);
        QVERIFY(m_desktop->isLocked());
    }

    void aStickThatStayedInTheDrawerIsNamedAndFilledWhenItIsThere()
    {
        const UtcMs start = SystemClock().now();
        const QString stick = QDir(m_home->path()).canonicalPath() + u"/USB"_s;
        QDir().mkpath(stick);
        backUpAt(start + DayMs, stick);
        QVERIFY(QDir(stick).removeRecursively());
        backUpAt(start + 5 * DayMs, {});
        DesktopPlaces places;
        places.clock = std::make_shared<FixedClock>(start + 10 * DayMs);
        startProgram(places);
        unlock(LanWords);
        QTRY_VERIFY(says<BackupCard>().contains(QDir::toNativeSeparators(stick)));
        QVERIFY(says<BackupCard>().contains(formatDate(civil::date(start + DayMs))));
        QDir().mkpath(stick);
        // What is left to say is that this stick is a folder on the register's own disk.
        QTRY_VERIFY_WITH_TIMEOUT(!says<BackupCard>().contains(formatDate(civil::date(start + DayMs))), SoonMs);
        QTRY_COMPARE_WITH_TIMEOUT(QDir(stick).entryList(QDir::Files).size(), 1, SoonMs);
    }

    void anOldKeysFileThatWasPutBackIsToldToWhoAdministers()
    {
        addPerson(u"Trần Minh"_s, Role::Officer);
        const QString keys = QDir(m_folder).filePath(u"register.keys"_s);
        const QString old = m_home->filePath(u"register.keys"_s);
        QVERIFY(QFile::copy(keys, old));
        addPerson(u"Lý Thị Mai"_s, Role::Officer);
        QVERIFY(QFile::remove(keys) && QFile::copy(old, keys));
        startProgram();
        auto* users = lockScreen()->findChild<QComboBox*>();
        users->setCurrentIndex(users->findText(u"Trần Minh"_s, Qt::MatchStartsWith));
        QVERIFY(users->currentIndex() >= 0);
        unlock(MinhWords);
        QTest::qWait(300);
        QVERIFY(says<KeysCard>().isEmpty()); // an officer cannot help it
        m_desktop->lock();
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        users = lockScreen()->findChild<QComboBox*>();
        users->setCurrentIndex(users->findText(u"Hoàng Thị Lan"_s, Qt::MatchStartsWith));
        unlock(LanWords);
        QTRY_VERIFY(says<KeysCard>().contains(u"somebody put back an old copy"_s));
        window()->findChild<KeysCard*>()->findChild<QPushButton*>()->click();
        QTRY_VERIFY(page<PeoplePage>());
        const auto settle = [this] {
            return page<PeoplePage>()->message()->findChild<QPushButton*>(u"messageAction"_s);
        };
        QTRY_VERIFY(settle() && settle()->isVisible());
        settle()->click();
        QTRY_VERIFY(page<PeoplePage>()->message()->text().contains(u"valid one again"_s));
        window()->back();
        QTRY_VERIFY(!page<PeoplePage>());
        QTRY_VERIFY(says<KeysCard>().isEmpty());
    }

    void aRemovalForCauseStaysOnTheFirstScreenUntilTheKeyIsChanged()
    {
        addPerson(u"Trần Minh"_s, Role::Officer);
        {
            auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
            QVERIFY(reg);
            const auto everybody = people::list(**reg).value();
            for (const Person& person : everybody)
                if (!person.self)
                    QVERIFY(people::remove(**reg, person.id, true));
        }
        startProgram();
        unlock(LanWords);
        QTRY_VERIFY(says<KeysCard>().contains(u"removed for cause"_s));
        window()->findChild<KeysCard*>()->findChild<QPushButton*>()->click();
        QTRY_VERIFY(page<PeoplePage>() && page<PeoplePage>()->people().size() == 1);
        page<PeoplePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(page<KeyChangePage>());
        QTRY_VERIFY(page<KeyChangePage>()->findChild<QLabel*>(u"who"_s)->text().contains(u"Lan"_s));
        page<KeyChangePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(m_desktop->isLocked());
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY(page<PeoplePage>());
        window()->back();
        QTest::qWait(300);
        QVERIFY(says<KeysCard>().isEmpty());
    }
};

QTEST_MAIN(TestBackupJourney)
#include "tst_backup_journey.moc"
