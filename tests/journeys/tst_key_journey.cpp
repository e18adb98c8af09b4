// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window: "Forgotten…" with the paper from the envelope, and the register key changed.
#include "app/desktop.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "models/register/register_lock.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/people/key_change_page.h"
#include "ui/people/key_groups.h"
#include "ui/people/people_page.h"
#include "ui/people/recovery_screen.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString LanWords = u"khong ai biet cau nay"_s;
const QString MinhWords = u"bon mua la rung hoa no"_s;
constexpr int UnlockWithinMs = 60'000;
const KdfCost Least { 64ULL << 20, 2 }; // the least that the program believes

void typeKey(KeyEntry* entry, const RecoveryKey& key)
{
    entry->clear();
    for (int i = 0; i < RecoveryKey::Groups; ++i)
        entry->group(i + 1)->setText(key.groups().at(i));
}

/// The groups of a new recovery key as the screen shows them; the two that are asked for are typed.
QStringList copyAndProve(RecoveryStep* step)
{
    QStringList groups;
    for (const QLabel* label : step->findChildren<QLabel*>())
        if (label->text().size() == 5 && label->text() == label->text().toUpper())
            groups.append(label->text());
    const auto fields = step->findChildren<QLineEdit*>();
    if (groups.size() == RecoveryKey::Groups) {
        fields.at(0)->setText(groups.at(step->asked().first));
        fields.at(1)->setText(groups.at(step->asked().second));
    }
    return groups;
}
} // namespace

class TestKeyJourney : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    std::optional<RecoveryKey> m_paper;
    std::chrono::milliseconds m_steady { 1000 };
    std::unique_ptr<Desktop> m_desktop;

    [[nodiscard]] MainWindow* window() const { return m_desktop->window(); }
    [[nodiscard]] LockScreen* lockScreen() const { return window()->findChild<LockScreen*>(); }
    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }

    void startProgram()
    {
        DesktopPlaces places;
        places.steady = [this] { return m_steady; };
        places.settingsFile = m_home->filePath(u"settings.ini"_s);
        places.limits = limits();
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ u"--register"_s, m_folder }));
    }
    void type(const QString& passphrase)
    {
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        test::typeText(lockScreen()->findChild<PassphraseField*>(), passphrase);
        QTest::keyClick(test::receiver(lockScreen()->findChild<PassphraseField*>()), Qt::Key_Return);
    }
    void unlock(const QString& passphrase)
    {
        type(passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
    }
    void choose(const QString& entry)
    {
        const QList<QAction*> actions = window()->findChild<QMenu*>()->actions();
        for (QAction* action : actions)
            if (action->text() == entry)
                return action->trigger();
        QFAIL(qPrintable(u"not in the menu: "_s + entry));
    }
    [[nodiscard]] bool offers(const QString& entry) const
    {
        const QList<QAction*> actions = window()->findChild<QMenu*>()->actions();
        return std::any_of(
            actions.cbegin(), actions.cend(), [&](const QAction* action) { return action->text() == entry; });
    }
    RecoveryScreen* forget()
    {
        for (QPushButton* button : lockScreen()->findChildren<QPushButton*>())
            if (button->text() == u"Forgotten…"_s)
                button->click();
        QTest::qWait(0);
        return window()->findChild<RecoveryScreen*>();
    }
    void addPerson(const QString& name, Roles roles)
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        QVERIFY(people::add(**reg, { name, {}, roles }, MinhWords));
    }
    /// As the program's, but new slots cost no more than they must.
    static KdfLimits limits()
    {
        KdfLimits cheap;
        cheap.wanted = Least;
        return cheap;
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = QDir(m_home->path()).canonicalPath() + u"/Sổ trẻ em"_s;
        NewRegister wanted;
        wanted.folder = m_folder;
        wanted.unit = u"06838"_s;
        wanted.officeName = u"Ủy ban nhân dân xã Bình Liêu"_s;
        wanted.login = u"lan"_s;
        wanted.displayName = u"Hoàng Thị Lan"_s;
        wanted.passphrase = LanWords;
        wanted.cost = Least;
        wanted.limits = limits();
        auto made = Register::create(wanted);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_paper = std::move(made->recovery);
    }
    void cleanup()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_desktop.reset();
        m_home.reset();
    }

    void thePaperFromTheEnvelopeLeadsBackToWork()
    {
        startProgram();
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        QTRY_VERIFY(screen->entry(0)->group(1)->hasFocus());
        typeKey(screen->entry(0), *m_paper);
        screen->next();
        QCOMPARE(screen->currentStep(), 1);
        screen->passphrase()->findChildren<QRadioButton*>().last()->click();
        for (PassphraseField* field : screen->passphrase()->findChildren<PassphraseField*>())
            field->setText(MinhWords);
        screen->next();
        QCOMPARE(screen->currentStep(), 2);
        const QStringList groups = copyAndProve(screen->recovery());
        QCOMPARE(groups.size(), RecoveryKey::Groups);
        screen->next();
        QVERIFY(screen->isBusy());
        QVERIFY(!screen->recovery()->isVisible()); // nothing secret stands there while it works
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY(page<PeoplePage>());
        QTRY_VERIFY(page<PeoplePage>()->message()->text().contains(u"Seal the new recovery key"_s));
        m_desktop->lock();
        type(LanWords);
        QTRY_VERIFY(lockScreen()->findChild<MessageBar*>()->text().contains(u"not right"_s));
        QVERIFY(m_desktop->isLocked());
        m_desktop.reset();
        QVERIFY(!UnlockedFolder::withRecovery(m_folder, *m_paper));
        QVERIFY(UnlockedFolder::withRecovery(m_folder, *RecoveryKey::parse(groups.join(u'-'))));
        QVERIFY(Register::open(m_folder, MinhWords));
    }

    void aWrongPaperKeyMakesTheNextTryWait()
    {
        startProgram();
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        for (int i = 0; i < 3; ++i) {
            typeKey(screen->entry(0), RecoveryKey::random());
            screen->next();
            QCOMPARE(screen->currentStep(), 0);
        }
        typeKey(screen->entry(0), *m_paper);
        screen->next();
        QCOMPARE(screen->currentStep(), 0); // the right one, too early
        QVERIFY(screen->message()->text().contains(u"Wait"_s));
        m_steady += 6s;
        screen->next();
        QCOMPARE(screen->currentStep(), 1);
    }

    void lockingTheSessionTakesTheTypedPaperAway()
    {
        startProgram();
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        typeKey(screen->entry(0), *m_paper);
        screen->next();
        QCOMPARE(screen->currentStep(), 1);
        Q_EMIT m_desktop->guards().lockNeeded();
        QTRY_VERIFY(!screen);
        QVERIFY(m_desktop->isLocked());
        unlock(LanWords);
    }

    void theKeyIsChangedAndTheDraftIsStillThere()
    {
        addPerson(u"Trần Minh"_s, Role::Officer);
        startProgram();
        unlock(LanWords);
        Q_EMIT window()->mainActionRequested();
        QVERIFY(page<IntakePage>());
        test::typeText(page<IntakePage>()->editor(CaseFields::Summary), u"Trẻ khóc ở thôn Khe"_s);
        choose(u"Users and keys"_s);
        QTRY_COMPARE(page<PeoplePage>()->people().size(), size_t(2));
        page<PeoplePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(page<KeyChangePage>());
        QTRY_VERIFY(page<KeyChangePage>()->findChild<QLabel*>(u"who"_s)->text().contains(u"Trần Minh"_s));
        page<KeyChangePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(m_desktop->isLocked());
        QVERIFY(!RegisterLock::take(m_folder)); // nobody comes between
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
        QTRY_VERIFY(page<PeoplePage>());
        QTRY_VERIFY(page<PeoplePage>()->message()->text().contains(u"has been changed"_s));
        window()->back();
        Q_EMIT window()->mainActionRequested();
        QPushButton* take = nullptr;
        const auto offer = [&] {
            for (const MessageBar* bar : page<IntakePage>()->findChildren<MessageBar*>(u"draftOffer"_s))
                if (bar->isVisibleTo(page<IntakePage>()))
                    take = bar->findChild<QPushButton*>(u"messageAction"_s);
            return take;
        };
        QTRY_VERIFY(page<IntakePage>() && offer());
        take->click();
        QTRY_COMPARE(page<IntakePage>()->editor(CaseFields::Summary)->raw(), u"Trẻ khóc ở thôn Khe"_s);
        m_desktop.reset();
        for (const QString& words : { LanWords, MinhWords })
            QVERIFY(Register::open(m_folder, words, std::make_shared<SystemClock>(), limits()));
    }

    void aKeyChangeThatIsLockedInTheMiddleEndsAtTheLock()
    {
        startProgram();
        unlock(LanWords);
        choose(u"Users and keys"_s);
        QTRY_COMPARE(page<PeoplePage>()->people().size(), size_t(1));
        page<PeoplePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(page<KeyChangePage>());
        QTRY_VERIFY(page<KeyChangePage>()->findChild<QLabel*>(u"who"_s)->text().contains(u"Lan"_s));
        page<KeyChangePage>()->findChild<QPushButton*>(u"changeKey"_s)->click();
        QTRY_VERIFY(m_desktop->isLocked());
        m_desktop->lock(); // the session goes while it works
        QTRY_VERIFY_WITH_TIMEOUT(lockScreen()->findChild<QComboBox*>()->isEnabled(), UnlockWithinMs);
        QVERIFY(m_desktop->isLocked());
        unlock(LanWords);
    }

    void whoOnlyLooksIsToldAndOfferedNothingToWrite()
    {
        addPerson(u"Người Xem"_s, Role::Viewer);
        startProgram();
        QTRY_COMPARE(lockScreen()->findChild<QComboBox*>()->count(), 2);
        auto* users = lockScreen()->findChild<QComboBox*>();
        users->setCurrentIndex(users->findText(u"Người Xem — Viewer"_s));
        QVERIFY(users->currentIndex() >= 0);
        unlock(MinhWords);
        bool told = false;
        for (const QLabel* label : window()->findChildren<QLabel*>())
            told = told || (label->isVisible() && label->text().contains(u"Read only"_s));
        QVERIFY(told);
        QVERIFY(!offers(u"Users and keys"_s));
        QVERIFY(!offers(u"Take in an old workbook…"_s));
        QVERIFY(!offers(u"Send to and receive from the province"_s));
        QVERIFY(offers(u"Change my passphrase…"_s));
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
        QTest::qWait(50);
        QVERIFY(!page<IntakePage>());
    }

    void aMissingKeysFileIsPutBackFromABackup()
    {
        const QString copy = m_home->filePath(u"register.keys"_s);
        const QString keys = QDir(m_folder).filePath(u"register.keys"_s);
        QVERIFY(QFile::rename(keys, copy));
        startProgram();
        QVERIFY(lockScreen()->findChild<MessageBar*>()->text().contains(u"Forgotten…"_s));
        QPointer<RecoveryScreen> screen = forget();
        QVERIFY(screen);
        Questions::setNextFileName(copy);
        screen->findChild<QPushButton*>(u"keysBack"_s)->click();
        QTRY_VERIFY(QFile::exists(keys));
        screen->back();
        unlock(LanWords);
    }
};

QTEST_MAIN(TestKeyJourney)
#include "tst_key_journey.moc"
