// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that takes nothing: what was typed is not lost with the lock, and the lock screen says what is not written.
#include "program_journey.h"

#include "models/drafts/draft.h"
#include "models/records/kinds.h"
#include "models/register/key_change.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/people/key_change_page.h"
#include "ui/people/people_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Typed = u"Hàng xóm nghe Tằng Mỹ Ánh khóc"_s;
/// What stands in for the full disk: neither a draft nor a place can be written.
const QStringList Block {
    u"CREATE TRIGGER no_draft BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'full'); END"_s,
    u"CREATE TRIGGER no_place BEFORE INSERT ON setting WHEN NEW.name GLOB 'place/*' BEGIN SELECT RAISE(ABORT, 'full'); "
    "END"_s,
};
const QStringList Unblock { u"DROP TRIGGER no_draft"_s, u"DROP TRIGGER no_place"_s };
} // namespace

class TestFullDiskJourney : public test::ProgramJourney
{
    Q_OBJECT

    [[nodiscard]] std::unique_ptr<Register> open(const QString& words) const
    {
        auto reg = Register::open(m_folder, words, std::make_shared<SystemClock>(), limits());
        return reg ? std::move(*reg) : nullptr;
    }
    void run(const QStringList& statements) const
    {
        const auto reg = open(test::LanWords);
        QVERIFY(reg);
        for (const QString& sql : statements)
            QVERIFY(reg->writeLocal([sql](Database& database) { return database.run(sql); }).result());
    }
    /// Where it is told what happened; null on another page.
    [[nodiscard]] FieldEditor* summary() const
    {
        auto* page = qobject_cast<IntakePage*>(window()->currentPage());
        return page ? page->editor(CaseFields::Summary) : nullptr;
    }
    void unlockAndType()
    {
        run(Block);
        startProgram();
        chooseUser(u"Lan"_s);
        unlock(test::LanWords);
        Q_EMIT window()->mainActionRequested();
        QTRY_VERIFY(summary());
        test::typeText(summary(), Typed);
    }
    /// Up to the lock, over a form that could not be kept.
    void lockOverWhatWasTyped()
    {
        unlockAndType();
        m_desktop->lock();
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
    }
    /// The person asks for a change of the register key.
    void askForANewKey()
    {
        entry(u"Users and keys"_s)->trigger();
        auto* people = qobject_cast<PeoplePage*>(window()->currentPage());
        QVERIFY(people);
        QTRY_COMPARE(people->people().size(), std::size_t(1));
        people->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(qobject_cast<KeyChangePage*>(window()->currentPage()));
        const Page* page = window()->currentPage();
        QTRY_VERIFY(page->findChild<QLabel*>(u"who"_s)->text().contains(u"Lan"_s));
        page->findChild<QPushButton*>(u"changeKey"_s)->click();
    }
    [[nodiscard]] bool lockSays(const QString& text) const { return lockScreen()->message().contains(text); }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init() { makeRegister(); }
    void cleanup() { end(); }

    void whatWasTypedIsToldAtTheLockAndStandsInItsFormAgain()
    {
        lockOverWhatWasTyped();
        QVERIFY2(lockSays(u"could not be written yet"_s), qPrintable(lockScreen()->message()));
        QVERIFY2(lockSays(u"A report being taken"_s), qPrintable(lockScreen()->message()));
        type(u"mot cau sai"_s); // saying what is wrong with that does not hide it
        QTRY_VERIFY_WITH_TIMEOUT(lockSays(u"is not right"_s), UnlockWithinMs);
        QVERIFY(lockSays(u"could not be written yet"_s));
        run(Unblock);
        unlock(test::LanWords);
        QTRY_VERIFY(summary()); // back at the place, which was kept over the lock too
        QTRY_COMPARE(summary()->raw(), Typed);
        m_desktop->lock();
        QVERIFY2(!lockSays(u"could not be written"_s), qPrintable(lockScreen()->message()));
    }

    void whoLeavesAtTheLockIsAskedOnce()
    {
        lockOverWhatWasTyped();
        window()->close();
        QTRY_VERIFY(lockSays(u"that text is lost"_s));
        QVERIFY(window()->isVisible());
        run(Unblock);
        unlock(test::LanWords);
        QTRY_COMPARE(summary() ? summary()->raw() : QString(), Typed);
    }

    void whoClosesTheWindowOverItComesBackToTheLock()
    {
        unlockAndType();
        window()->close();
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->isLocked(), 60'000); // after the day's last backup
        QTRY_VERIFY(window()->isVisible());
        QVERIFY2(lockSays(u"could not be written yet"_s), qPrintable(lockScreen()->message()));
    }

    void aKeyChangeOverItIsRefusedAndWhoHasClosedTheWindowIsAsked()
    {
        unlockAndType();
        askForANewKey();
        window()->close(); // before the register is closed for it
        QTRY_VERIFY(m_desktop->isLocked());
        QTRY_VERIFY2(lockSays(u"that text is lost"_s), qPrintable(lockScreen()->message()));
        QVERIFY2(lockSays(u"could not be written yet"_s), qPrintable(lockScreen()->message()));
        QVERIFY(window()->isVisible());
        run(Unblock);
        unlock(test::LanWords);
    }

    void whatAnEarlierKeyHasSealedStopsNoChangeOfTheKey()
    {
        lockOverWhatWasTyped();
        run(Unblock);
        { // the key is changed elsewhere: what is held cannot be opened any more
            auto reg = open(test::LanWords);
            QVERIFY(reg);
            KeyChange wanted;
            wanted.by = reg->user();
            auto closed = Register::close(std::move(reg), wanted);
            QVERIFY2(closed, closed ? "" : qPrintable(closed.error().message));
            auto changed = KeyChanger::change(std::move(*closed), wanted);
            QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
            QVERIFY(Register::open(std::move(*changed), wanted.by));
        }
        unlock(test::LanWords);
        askForANewKey();
        QTRY_VERIFY(m_desktop->isLocked());
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY(window()->currentPage()->message()->text().contains(u"has been changed"_s));
    }

    void anotherUsersUnlockKeepsItForWhoTypedIt()
    {
        addPerson(u"Chíu A Minh"_s, Role::Officer);
        lockOverWhatWasTyped();
        run(Unblock);
        chooseUser(u"Minh"_s);
        unlock(test::MinhWords);
        QTRY_VERIFY(!qobject_cast<IntakePage*>(window()->currentPage()));
        m_desktop.reset();
        const auto reg = open(test::LanWords);
        QVERIFY(reg);
        const auto read = [user = reg->user()](Database& database) { return drafts::all(database, user).value(); };
        const auto kept = reg->read(read).result();
        QCOMPARE(kept.size(), std::size_t(1));
        QVERIFY(kept.front().fields.values().contains(Typed));
    }
};

QTEST_MAIN(TestFullDiskJourney)
#include "tst_full_disk_journey.moc"
