// SPDX-License-Identifier: GPL-3.0-or-later
// People and keys with real windows: a second person, a removal, a forgotten passphrase with the paper from the
// envelope.
#include "models/papers/escrow_paper.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "tests/support/wanted_register.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/says.h"
#include "tests/ui/support/type_text.h"
#include "ui/people/key_change_page.h"
#include "ui/people/key_groups.h"
#include "ui/people/key_services.h"
#include "ui/people/lonely_key_card.h"
#include "ui/people/people_page.h"
#include "ui/people/person_page.h"
#include "ui/people/recovery_screen.h"
#include "ui/people/role_chooser.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using test::says;

namespace {
const QString LanWords = u"khong ai biet cau nay"_s;
const QString MinhWords = u"bon mua la rung hoa no"_s;

/// Types an own passphrase twice into the step.
void typeOwn(PassphraseStep* step, const QString& words)
{
    step->findChildren<QRadioButton*>().last()->click();
    for (PassphraseField* field : step->findChildren<PassphraseField*>())
        field->setText(words);
}

/// Types keys where the focus is, as a person does who looks at the paper.
void pressHere(const QString& keys)
{
    for (const QChar key : keys) {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key.toLatin1());
    }
}

void pressHere(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void showActive(QWidget& page)
{
    page.resize(1100, 720);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
}

void typeKey(KeyEntry* entry, const RecoveryKey& key)
{
    for (int i = 0; i < RecoveryKey::Groups; ++i)
        entry->group(i + 1)->setText(key.groups().at(i).toLower());
}
} // namespace

class TestPeopleJourney : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    int m_count = 0;
    QString m_folder;
    std::optional<Catalogues> m_catalogues;
    std::optional<StatutoryClock> m_times;
    std::unique_ptr<Register> m_register;
    std::optional<RecoveryKey> m_paper;
    std::unique_ptr<WorkContext> m_context;

    void use(std::unique_ptr<Register> reg)
    {
        m_context.reset();
        m_register = std::move(reg);
        m_context.reset(new WorkContext { *m_register, *m_catalogues, *m_times });
    }
    bool opens(const QString& words)
    {
        m_context.reset();
        m_register.reset();
        auto opened = Register::open(m_folder, words, std::make_shared<SystemClock>(), KdfLimits::forTests());
        if (opened)
            use(std::move(*opened));
        return opened.has_value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
        m_catalogues = *Catalogues::builtIn();
        m_times = *StatutoryClock::fromCatalogues(*m_catalogues);
    }
    void init()
    {
        m_folder = m_home.filePath(u"Sổ %1"_s.arg(++m_count));
        NewRegister wanted = test::wantedRegister(m_folder);
        auto made = Register::create(wanted);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_paper = std::move(made->recovery);
        use(std::move(made->reg));
    }
    void cleanup()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_context.reset();
        m_register.reset();
    }

    void aSecondPersonIsAddedAndTheReminderGoes()
    {
        QWidget today;
        auto* card = new LonelyKeyCard(*m_context, &today);
        today.show();
        QVERIFY(card->isVisibleTo(&today));
        PeoplePage page(*m_context);
        page.show();
        page.activated();
        QTRY_COMPARE(page.people().size(), size_t(1));
        PersonPage person(*m_context, PersonPage::Task::Add);
        person.show();
        QSignalSpy done(&person, &PersonPage::done);
        person.save(); // no name yet
        QVERIFY(done.isEmpty());
        test::typeText(person.findChild<QLineEdit*>(), u"Trần Minh"_s);
        typeOwn(person.findChild<PassphraseStep*>(), MinhWords);
        person.save();
        QTRY_COMPARE(done.size(), 1);
        QTRY_VERIFY(!card->isVisibleTo(&today));
        page.activated();
        QTRY_COMPARE(page.people().size(), size_t(2));
        QTRY_VERIFY(says(page, u"Trần Minh"_s));
        QVERIFY(opens(MinhWords));
    }

    void whoWasStoredWithoutAPassphraseIsNotAddedAgain()
    {
        KdfLimits scarce = KdfLimits::forTests();
        scarce.wanted = { 128ULL << 10, 2 };
        scarce.freeMemoryBytes = 64ULL << 10; // enough to unlock, too little for a new passphrase
        m_context.reset();
        m_register.reset();
        auto opened = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), scarce);
        QVERIFY(opened);
        use(std::move(*opened));
        {
            PersonPage page(*m_context, PersonPage::Task::Add);
            page.show();
            test::typeText(page.findChild<QLineEdit*>(u"name"_s), u"Trần Minh"_s);
            typeOwn(page.findChild<PassphraseStep*>(), MinhWords);
            page.save();
            QTRY_VERIFY(!page.message()->text().isEmpty());
            page.save();
            QTRY_VERIFY2(
                page.message()->text().contains(u"without a passphrase"_s), qPrintable(page.message()->text()));
        }
        const auto everybody = people::list(*m_register);
        QVERIFY(everybody);
        QCOMPARE(everybody->size(), size_t(2));
        const auto minh =
            std::find_if(everybody->begin(), everybody->end(), [](const Person& one) { return !one.self; });
        QVERIFY(opens(LanWords)); // with memory enough
        QVERIFY(people::setPassphrase(*m_register, minh->id, MinhWords, u"passphrase-set"_s));
        QVERIFY(opens(MinhWords));
    }

    void theOwnPassphraseNeedsThePresentOne()
    {
        PersonPage page(*m_context, PersonPage::Task::OwnPassphrase);
        page.show();
        QSignalSpy done(&page, &PersonPage::done);
        auto* present = page.findChildren<PassphraseField*>().first();
        typeOwn(page.findChild<PassphraseStep*>(), MinhWords);
        present->setText(u"khong phai cau nay"_s);
        page.save();
        QTRY_VERIFY(says(page, u"The present passphrase is not right"_s));
        QVERIFY(done.isEmpty());
        present->setText(LanWords);
        page.save();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(opens(MinhWords));
        QVERIFY(!opens(LanWords));
    }

    void removingForCauseAsksForANewRegisterKey()
    {
        QVERIFY(people::add(*m_register, { u"Trần Minh"_s, {}, Role::Officer }, MinhWords));
        PeoplePage page(*m_context);
        page.show();
        page.activated();
        QTRY_COMPARE(page.people().size(), size_t(2));
        QPushButton* remove = page.findChild<QPushButton*>(u"remove"_s);
        QVERIFY(remove); // only the other person has one
        Questions::setNextAnswer(Answer::Cancel);
        remove->click();
        QTest::qWait(30);
        QCOMPARE(page.people().size(), size_t(2));
        QSignalSpy change(&page, &PeoplePage::keyChangeWanted);
        Questions::setNextAnswer(Answer::Other);
        page.findChild<QPushButton*>(u"remove"_s)->click();
        QTRY_COMPARE(change.size(), 1);
        QTRY_COMPARE(page.people().size(), size_t(1));
        QVERIFY(!page.message()->text().isEmpty()); // until the key is changed
        KeyChangePage keys(*m_context, KeyChangePage::With::Nothing);
        keys.show();
        keys.activated();
        QTRY_VERIFY(says(keys, u"Hoàng Thị Lan"_s));
        QSignalSpy wanted(&keys, &KeyChangePage::changeWanted);
        keys.change();
        QCOMPARE(wanted.size(), 1);
    }

    void aNewRecoveryKeyMustBeReadFromThePaper()
    {
        KeyChangePage page(*m_context, KeyChangePage::With::Recovery);
        page.show();
        page.activated();
        QTRY_VERIFY(says(page, u"Hoàng Thị Lan"_s));
        QSignalSpy wanted(&page, &KeyChangePage::changeWanted);
        page.change();
        QVERIFY(wanted.isEmpty());
        QStringList groups;
        for (const QLabel* label : page.recovery()->findChildren<QLabel*>())
            if (label->text().size() == 5 && label->text() == label->text().toUpper())
                groups.append(label->text());
        QCOMPARE(groups.size(), 8);
        const auto fields = page.recovery()->findChildren<QLineEdit*>();
        fields.at(0)->setText(groups.at(page.recovery()->asked().first));
        fields.at(1)->setText(groups.at(page.recovery()->asked().second));
        page.change();
        QCOMPARE(wanted.size(), 1);
        const auto change = wanted.first().first().value<std::shared_ptr<KeyChange>>();
        QVERIFY(change->recovery);
        QCOMPARE(change->recovery->groups(), groups);
    }

    void bothEscrowSheetsMustBeReadAndGiveTheKeyTogether()
    {
        KeyChangePage page(*m_context, KeyChangePage::With::Escrow);
        page.show();
        page.activated();
        QTRY_VERIFY(says(page, u"Hoàng Thị Lan"_s));
        QSignalSpy wanted(&page, &KeyChangePage::changeWanted);
        for (int i = 0; i < 2; ++i) {
            page.change();
            QVERIFY(wanted.isEmpty());
            auto* field = page.findChild<QLineEdit*>(u"sheet%1"_s.arg(i + 1));
            field->setText(page.shares().at(i).at(field->property("group").toInt() - 1).toLower());
        }
        page.change();
        QCOMPARE(wanted.size(), 1);
        const auto change = wanted.first().first().value<std::shared_ptr<KeyChange>>();
        const auto one = RecoveryKey::parse(page.shares().at(0).join(u'-'));
        const auto other = RecoveryKey::parse(page.shares().at(1).join(u'-'));
        QCOMPARE(change->escrow->text(), RecoveryKey::combined(*one, *other).text());
        QCOMPARE(papers::escrowPaper({ u"UBND xã"_s, {}, 0 }, page.shares()).blocks.size() > 10, true);
    }

    void aSlipInTheRecoveryKeyIsNamedAtOnce()
    {
        KeyEntry entry({});
        entry.show();
        const QStringList groups = m_paper->groups();
        entry.group(1)->setText(groups.at(0));
        QVERIFY(entry.fault().isEmpty());
        QString slip = groups.at(2);
        slip[1] = slip.at(1) == u'7' ? u'8' : u'7';
        entry.group(3)->setText(slip);
        QVERIFY(entry.fault().contains(u'3'));
        entry.group(3)->setText(groups.at(2));
        QVERIFY(entry.fault().isEmpty());
        QVERIFY(!entry.take()); // the others are missing
        entry.clear();
        entry.group(1)->setText(m_paper->text()); // pasted as a whole
        const auto key = entry.take();
        QVERIFY(key);
        QCOMPARE(key->text(), m_paper->text());
    }

    void aForgottenPassphraseIsSetAnewWithThePaper()
    {
        m_context.reset();
        m_register.reset();
        RecoveryScreen screen(m_folder, std::make_shared<SystemClock>(), std::make_shared<FailedUnlocks>(m_folder),
            KdfLimits::forTests());
        screen.resize(1100, 720);
        screen.show();
        QSignalSpy opened(&screen, &RecoveryScreen::opened);
        typeKey(screen.entry(0), RecoveryKey::random());
        screen.next();
        QCOMPARE(screen.currentStep(), 0);
        QVERIFY(!screen.message()->text().isEmpty());
        typeKey(screen.entry(0), *m_paper);
        screen.next();
        QCOMPARE(screen.currentStep(), 1);
        QCOMPARE(screen.findChild<QComboBox*>(u"person"_s)->count(), 1);
        typeOwn(screen.passphrase(), MinhWords);
        screen.next();
        QCOMPARE(screen.currentStep(), 2);
        QStringList groups;
        for (const QLabel* label : screen.recovery()->findChildren<QLabel*>())
            if (label->text().size() == 5 && label->text() == label->text().toUpper())
                groups.append(label->text());
        QCOMPARE(groups.size(), 8);
        const auto fields = screen.recovery()->findChildren<QLineEdit*>();
        fields.at(0)->setText(groups.at(screen.recovery()->asked().first));
        fields.at(1)->setText(groups.at(screen.recovery()->asked().second));
        screen.next();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20000);
        use(std::move(*opened.first().first().value<std::shared_ptr<std::unique_ptr<Register>>>()));
        QCOMPARE(m_register->userLabel(), u"Hoàng Thị Lan"_s);
        m_context.reset();
        m_register.reset();
        // The paper of the opened envelope is worth nothing, the new one opens.
        QVERIFY(!UnlockedFolder::withRecovery(m_folder, *m_paper, KdfLimits::forTests()));
        QVERIFY(UnlockedFolder::withRecovery(m_folder, *RecoveryKey::parse(groups.join(u'-')), KdfLimits::forTests()));
        QVERIFY(!opens(LanWords));
        QVERIFY(opens(MinhWords));
    }

    void aKeyIsTypedAgainOverTheOneThatWasWrong()
    {
        KeyEntry entry({});
        showActive(entry);
        typeKey(&entry, RecoveryKey::random());
        entry.group(1)->setFocus();
        entry.group(1)->selectAll(); // as by Tab
        pressHere(m_paper->groups().join(QString()).toLower());
        const auto key = entry.take();
        QVERIFY2(key, qPrintable(entry.fault()));
        QCOMPARE(key->text(), m_paper->text());
    }

    void aSlipWhileTypingStaysInItsGroup()
    {
        KeyEntry entry({});
        showActive(entry);
        typeKey(&entry, RecoveryKey::random());
        QStringList groups = m_paper->groups();
        groups[0][1] = groups.at(0).at(1) == u'7' ? u'8' : u'7';
        entry.group(1)->setFocus();
        entry.group(1)->selectAll();
        pressHere(groups.join(QString()));
        for (int i = 0; i < RecoveryKey::Groups; ++i)
            QCOMPARE(entry.group(i + 1)->text().toUpper(), groups.at(i));
        QVERIFY(entry.fault().contains(u'1'));
    }

    void theOtherPaperIsNotTypedOntoTheFirst()
    {
        RecoveryScreen screen(m_folder, std::make_shared<SystemClock>(), std::make_shared<FailedUnlocks>(m_folder),
            KdfLimits::forTests());
        showActive(screen);
        QVERIFY(!says(screen, u"First sheet"_s));
        typeKey(screen.entry(0), RecoveryKey::random());
        screen.findChildren<QRadioButton*>().at(1)->click();
        QVERIFY(screen.entry(0)->group(1)->text().isEmpty() && screen.entry(0)->group(8)->text().isEmpty());
        QVERIFY(says(screen, u"First sheet"_s));
    }

    void aGroupIsComparedAsThePaperSays()
    {
        const FirstStartServices services = keyServices({}, {});
        QVERIFY(services.sameGroup(u"9xIvd"_s, u"9X1VD"_s));
        QVERIFY(services.sameGroup(u"9xlvd"_s, u"9X1VD"_s));
        QVERIFY(services.sameGroup(u" o5O tz"_s, u"050TZ"_s));
        QVERIFY(!services.sameGroup(u"9x2vd"_s, u"9X1VD"_s));
    }

    void nobodyElseGetsTheNewPassphrase()
    {
        QVERIFY(people::add(*m_register, { u"Vũ Thị An"_s, {}, Role::Viewer }, MinhWords)); // first in the list
        const QUuid lan = m_register->user();
        m_context.reset();
        m_register.reset();
        RecoveryScreen screen(m_folder, std::make_shared<SystemClock>(), std::make_shared<FailedUnlocks>(m_folder),
            KdfLimits::forTests());
        showActive(screen);
        typeKey(screen.entry(0), *m_paper);
        screen.next();
        QCOMPARE(screen.currentStep(), 1);
        auto* person = screen.findChild<QComboBox*>(u"person"_s);
        QCOMPARE(person->count(), 2);
        QCOMPARE(person->itemText(0), u"Vũ Thị An — Viewer"_s); // as on "Users and keys"
        QCOMPARE(person->currentIndex(), -1); // nobody by chance
        QVERIFY(person->hasFocus());
        pressHere(u"vu"_s); // a passphrase, typed without looking
        QCOMPARE(person->currentIndex(), -1);
        typeOwn(screen.passphrase(), MinhWords);
        screen.next();
        QCOMPARE(screen.currentStep(), 1);
        auto* field = qobject_cast<LabelledField*>(person->parentWidget());
        QVERIFY(field && !field->error().isEmpty());
        person->setCurrentIndex(person->findData(lan));
        QVERIFY(field->error().isEmpty());
        screen.back();
        screen.next();
        QCOMPARE(screen.currentStep(), 1);
        QCOMPARE(person->currentData().toUuid(), lan); // as it was chosen before
        screen.next();
        QCOMPARE(screen.currentStep(), 2);
    }

    void whoWasChosenOnTheLockStandsThere()
    {
        QVERIFY(people::add(*m_register, { u"Vũ Thị An"_s, {}, Role::Viewer }, MinhWords));
        RecoveryScreen screen(m_folder, std::make_shared<SystemClock>(), std::make_shared<FailedUnlocks>(m_folder),
            KdfLimits::forTests());
        screen.choosePerson(m_register->user());
        screen.show();
        typeKey(screen.entry(0), *m_paper);
        screen.next();
        QVERIFY(screen.findChild<QComboBox*>(u"person"_s)->currentText().startsWith(u"Hoàng Thị Lan — Officer"_s));
    }

    void enterGoesOnInEveryStepOfTheRecovery()
    {
        RecoveryScreen screen(m_folder, std::make_shared<SystemClock>(), std::make_shared<FailedUnlocks>(m_folder),
            KdfLimits::forTests());
        showActive(screen);
        screen.entry(0)->group(1)->setFocus();
        pressHere(m_paper->groups().join(QString()));
        pressHere(Qt::Key_Return);
        QCOMPARE(screen.currentStep(), 1);
        typeOwn(screen.passphrase(), MinhWords);
        screen.passphrase()->findChildren<PassphraseField*>().last()->setFocus();
        pressHere(Qt::Key_Return);
        QCOMPARE(screen.currentStep(), 2); // one step, not two
        pressHere(Qt::Key_Return);
        QCOMPARE(screen.currentStep(), 2);
        QVERIFY(!QApplication::focusWidget()->accessibleDescription().isEmpty()); // the group that is missing
    }

    void aPersonIsStoredByEnterAndByCtrlS()
    {
        for (const bool enter : { true, false }) {
            PersonPage page(*m_context, PersonPage::Task::Add);
            showActive(page);
            QSignalSpy done(&page, &PersonPage::done);
            test::typeText(page.findChild<QLineEdit*>(u"name"_s), enter ? u"Trần Minh"_s : u"Vũ Thị An"_s);
            typeOwn(page.findChild<PassphraseStep*>(), MinhWords);
            page.findChildren<PassphraseField*>().last()->setFocus();
            enter ? pressHere(Qt::Key_Return) : pressHere(Qt::Key_S, Qt::ControlModifier);
            QTRY_COMPARE(done.size(), 1);
        }
        QCOMPARE(people::list(*m_register)->size(), size_t(3));
    }

    void theLastAdministratorIsRefusedBeforeBeingAsked()
    {
        Person self;
        self.id = m_register->user();
        PersonPage page(*m_context, PersonPage::Task::Edit, self);
        page.show();
        QTRY_COMPARE(page.findChild<QLineEdit*>(u"name"_s)->text(), u"Hoàng Thị Lan"_s);
        page.findChild<RoleChooser*>()->setRoles(Role::Officer);
        page.save();
        QTRY_VERIFY(!page.task()->isRunning());
        QVERIFY(!Questions::isOpen());
        QCOMPARE(page.message()->kind(), MessageBar::Kind::Error);
        QVERIFY(!page.message()->isHidden());
    }

    void whoGivesUpTheOwnRoleIsAskedBefore()
    {
        QVERIFY(people::add(*m_register, { u"Trần Minh"_s, {}, Role::Officer | Role::Administrator }, MinhWords));
        Person self;
        self.id = m_register->user();
        PersonPage page(*m_context, PersonPage::Task::Edit, self);
        page.show();
        QTRY_COMPARE(page.findChild<QLineEdit*>(u"name"_s)->text(), u"Hoàng Thị Lan"_s);
        QSignalSpy done(&page, &PersonPage::done);
        QSignalSpy own(&page, &PersonPage::ownChanged);
        page.findChild<RoleChooser*>()->setRoles(Role::Officer);
        Questions::setNextAnswer(Answer::Cancel);
        page.save();
        QTRY_VERIFY(!page.task()->isRunning());
        QTest::qWait(50);
        QVERIFY(done.isEmpty() && roleRule::mayAdminister(m_register->roles()));
        Questions::setNextAnswer(Answer::Accept);
        page.save();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(own.size(), 1);
        QVERIFY(!roleRule::mayAdminister(m_register->roles()));
    }

    void whoComesBackToAPageIsNotOnTheCrossOfItsMessage()
    {
        MainWindow window;
        auto* list = new Page;
        const QPushButton* add = list->addPrimaryAction(u"Add"_s);
        list->message()->showMessage(MessageBar::Kind::Ok, u"Trần Minh can now open the register."_s);
        window.openPage(list);
        window.openPage(new Page);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.back();
        QVERIFY(add->hasFocus());
    }

    void everyControlHasAName()
    {
        QVERIFY(people::add(*m_register, { u"Trần Minh"_s, {}, Role::Viewer }, MinhWords));
        PeoplePage list(*m_context);
        PersonPage add(*m_context, PersonPage::Task::Add);
        PersonPage own(*m_context, PersonPage::Task::OwnPassphrase);
        KeyChangePage recovery(*m_context, KeyChangePage::With::Recovery);
        KeyChangePage escrow(*m_context, KeyChangePage::With::Escrow);
        for (Page* page : std::initializer_list<Page*> { &list, &add, &own, &recovery, &escrow }) {
            page->resize(1150, 720);
            page->show();
            page->activated();
            QTest::qWait(150);
            QVERIFY2(test::formFaults(page).isEmpty(), qPrintable(test::formFaults(page).join(u'\n')));
        }
        RecoveryScreen screen(m_folder, std::make_shared<SystemClock>(), std::make_shared<FailedUnlocks>(m_folder),
            KdfLimits::forTests());
        screen.show();
        QCOMPARE(test::formFaults(&screen), QStringList());
    }
};

QTEST_MAIN(TestPeopleJourney)
#include "tst_people_journey.moc"
