// SPDX-License-Identifier: GPL-3.0-or-later
// The page on which two people decide to erase: what it asks and says, where the keyboard stands, that it can be
// stopped, and what is left to do afterwards.
#include "models/drafts/draft.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/says.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/holds_card.h"
#include "ui/erasure/two_keys_card.h"
#include "ui/shell/translator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using test::says;

namespace {
const QString LanWords = u"khong ai biet cau nay"_s; // officer and administrator
const QString HungWords = u"bon mua la rung hoa no"_s; // leader
const QString Name = u"Tằng Mỹ Ánh"_s;

/// An office with a leader and a child whose case is closed.
struct ErasingOffice : test::OfficeRegister
{
    QUuid child;
    QUuid file;

    ErasingOffice()
    {
        if (!people::add(*reg, { u"Nguyễn Văn Hùng"_s, u"Chủ tịch"_s, Role::Leader }, HungWords))
            qFatal("no leader");
        Record kid = reg->newRecord(kinds::Child);
        kid.set(ChildFields::Name, Name);
        kid.set(ChildFields::FileCode, u"BL-TE-014"_s);
        store(kid);
        Record aCase = reg->newRecord(kinds::Case);
        aCase.set(CaseFields::Child, kid.id());
        aCase.set(CaseFields::Received, clock->now());
        aCase.set(CaseFields::Closed, clock->now());
        store(aCase);
        child = kid.id();
        file = aCase.id();
    }
    QUuid session(QDate day)
    {
        Record session = reg->newRecord(kinds::Session);
        session.set(SessionFields::Starts, civil::at(day, QTime(9, 0)));
        session.set(SessionFields::Note, u"Có em "_s + Name + u", lớp 3A"_s);
        store(session);
        return session.id();
    }
    bool isNamed() const { return reg->record(kinds::Child, child)->has(ChildFields::Name); }
};

void show(ErasurePage& page)
{
    page.resize(1180, 700);
    page.show();
    page.activateWindow();
    page.activated();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_VERIFY(page.plan());
}

FieldEditor* field(const ErasurePage& page, const char* name)
{
    return page.findChild<FieldEditor*>(QLatin1String(name));
}

void typeDecision(ErasurePage& page, const QString& number = u"125/QĐ-UBND"_s)
{
    test::typeText(field(page, "decision")->editor(), number);
    test::typeText(field(page, "decided")->editor(), u"20/11/2026"_s);
    auto* ground = qobject_cast<QComboBox*>(field(page, "ground")->editor());
    ground->setCurrentIndex(ground->findData(u"retention"_s));
}

void typeKeys(ErasurePage& page, const QString& leader = HungWords)
{
    page.findChild<PassphraseField*>(u"leaderWords"_s)->setText(leader);
    page.findChild<PassphraseField*>(u"administratorWords"_s)->setText(LanWords);
}
} // namespace

class TestErasurePageJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void cleanup() { QCOMPARE(Questions::clearAnswers(), 0); }

    void stoppedWhileThePassphrasesAreCheckedItErasesNothing()
    {
        ErasingOffice office;
        ErasurePage page(*office.context, office.child);
        show(page);
        typeDecision(page);
        typeKeys(page);
        auto* pool = QThreadPool::globalInstance();
        const int threads = pool->maxThreadCount();
        pool->waitForDone();
        QSemaphore gate;
        pool->setMaxThreadCount(1);
        pool->start([&gate] { static_cast<void>(gate.tryAcquire(1, 5000)); }); // the erasure waits behind it
        Questions::setNextAnswer(Answer::Accept);
        page.erase();
        QVERIFY(page.isErasing());
        page.task()->findChild<QPushButton*>()->click();
        gate.release();
        QTRY_VERIFY(!page.isErasing());
        pool->setMaxThreadCount(threads);
        QVERIFY(office.isNamed());
        QVERIFY(page.outcome().isEmpty());
        QVERIFY(page.message()->kind() == MessageBar::Kind::Info && !page.message()->text().isEmpty());
        QVERIFY(page.findChild<QPushButton*>(u"erase"_s)->isEnabled()); // it can be begun again
    }

    void afterAWrongPassphraseNeitherOfTheTwoStaysNorCanBeShown()
    {
        ErasingOffice office;
        ErasurePage page(*office.context, office.child);
        show(page);
        typeDecision(page);
        typeKeys(page, u"khong phai cau nay"_s);
        Questions::setNextAnswer(Answer::Accept);
        page.erase();
        QTRY_VERIFY(!page.message()->text().isEmpty());
        for (const PassphraseField* words : page.findChildren<PassphraseField*>()) {
            QVERIFY(words->text().isEmpty());
            QVERIFY(!words->findChild<QToolButton*>()->isVisible());
        }
    }

    void whatIsMissingIsSaidAndTheKeyboardStandsThere()
    {
        ErasingOffice office;
        ErasurePage page(*office.context, office.child);
        show(page);
        page.findChild<QPushButton*>(u"erase"_s)->setFocus();
        page.findChild<QPushButton*>(u"erase"_s)->click();
        QVERIFY(page.message()->kind() == MessageBar::Kind::Warning);
        for (const QString& part :
            { ErasurePage::tr("number of the decision"), ErasurePage::tr("its date"), ErasurePage::tr("its ground") })
            QVERIFY2(page.message()->text().contains(part), qPrintable(page.message()->text()));
        QCOMPARE(QApplication::focusWidget(), field(page, "decision")->editor());
        typeDecision(page, u"theo đơn của bà Nga"_s);
        QVERIFY(page.message()->text().isEmpty()); // somebody is at it
        typeKeys(page);
        page.erase();
        QVERIFY(!Questions::isOpen()); // it is told before anybody is asked
        QVERIFY(!field(page, "decision")->error().isEmpty());
        QVERIFY(!page.message()->text().isEmpty());
    }

    void aNumberInSmallLettersIsWrittenAsItIsPrinted()
    {
        ErasingOffice office;
        ErasurePage page(*office.context, office.child);
        show(page);
        typeDecision(page, u"125/qđ-ubnd"_s);
        typeKeys(page);
        Questions::setNextAnswer(Answer::Cancel);
        page.erase();
        QCOMPARE(field(page, "decision")->raw(), u"125/QĐ-UBND"_s);
        QVERIFY(field(page, "decision")->error().isEmpty());
    }

    void tabGoesThroughThePageAsItIsReadAndBeginsAtTheTop()
    {
        ErasingOffice office;
        ErasurePage plain(*office.context, office.child);
        show(plain);
        QTRY_COMPARE(QApplication::focusWidget(), field(plain, "decision")->editor());
        plain.hide();

        office.session(QDate(2026, 11, 3));
        ErasurePage page(*office.context, office.child);
        show(page);
        auto* card = page.findChild<QWidget*>(u"doubts"_s);
        QTRY_VERIFY(card->isAncestorOf(QApplication::focusWidget()));
        QWidget* start = QApplication::focusWidget();
        const QList<QWidget*> wanted { page.findChild<QCheckBox*>(u"goesAlong"_s), field(page, "decision")->editor(),
            page.findChild<QCheckBox*>(u"subject"_s), page.findChild<QComboBox*>(u"leader"_s),
            page.findChild<PassphraseField*>(u"administratorWords"_s)->edit(), field(page, "holdGround")->editor(),
            page.findChild<QPushButton*>(u"erase"_s) };
        qsizetype next = 0;
        for (QWidget* one = start->nextInFocusChain(); one != start && next < wanted.size();
             one = one->nextInFocusChain())
            if (one == wanted.at(next))
                ++next;
        QCOMPARE(next, wanted.size());
        QCOMPARE(test::formFaults(&page), QStringList());
    }

    void whatSpeaksOfTheChildCanBeReadThereAndOpened()
    {
        ErasingOffice office;
        const QUuid session = office.session(QDate(2026, 11, 3));
        ErasurePage page(*office.context, office.child);
        show(page);
        QVERIFY(says(page, u"Có em "_s + Name));
        QSignalSpy opened(&page, &ErasurePage::formWanted);
        const auto links = page.findChild<QWidget*>(u"doubts"_s)->findChildren<QPushButton*>();
        QCOMPARE(links.size(), 1);
        links.front()->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().at(0).toString(), u"session"_s);
        QCOMPARE(opened.front().at(1).toUuid(), session);
    }

    void aDraftThatSpeaksOfTheChildIsGoneOnWithAndNotAskedAboutAgain()
    {
        ErasingOffice office;
        const Draft draft { { u"session-new"_s, {} }, office.clock->now(), { { u"note"_s, u"Em "_s + Name } }, {} };
        const auto keep = [&](Database& db) { return drafts::keep(db, draft, office.reg->user()); };
        QVERIFY(office.reg->writeLocal(keep).result());
        ErasurePage page(*office.context, office.child);
        show(page);
        QSignalSpy form(&page, &ErasurePage::formWanted);
        QSignalSpy wanted(&page, &ErasurePage::draftWanted);
        const auto links = page.findChild<QWidget*>(u"doubts"_s)->findChildren<QPushButton*>();
        QCOMPARE(links.size(), 1);
        links.front()->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().at(0).toString(), u"session-new"_s);
        QCOMPARE(form.size(), 0);
    }

    void whoComesBackFromARecordStandsAtTheSameLink()
    {
        ErasingOffice office;
        office.session(QDate(2026, 11, 3));
        office.session(QDate(2026, 11, 4));
        ErasurePage page(*office.context, office.child);
        show(page);
        auto* link = page.findChild<QWidget*>(u"doubts"_s)->findChildren<QPushButton*>().at(1);
        link->setFocus();
        const QString name = link->accessibleName();
        page.activated();
        QTRY_VERIFY(page.findChild<QPushButton*>(u"erase"_s)->isEnabled()); // read anew
        QVERIFY(QApplication::focusWidget());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), name);
    }

    void anErasureAgreedToWhileThePageIsReadAnewIsSaidNotToHaveHappened()
    {
        ErasingOffice office;
        ErasurePage page(*office.context, office.child);
        show(page);
        typeDecision(page);
        typeKeys(page);
        page.erase();
        QVERIFY(Questions::isOpen());
        page.activated();
        const auto buttons = page.findChild<QDialog*>()->findChildren<QPushButton*>();
        const auto accept = std::find_if(buttons.begin(), buttons.end(),
            [](const QPushButton* button) { return button->text() == ErasurePage::tr("Erase for good"); });
        QVERIFY(accept != buttons.end());
        (*accept)->click();
        QVERIFY(!page.isErasing());
        QVERIFY2(page.message()->text().contains(u"nothing was erased"_s), qPrintable(page.message()->text()));
        QTRY_VERIFY(page.findChild<QPushButton*>(u"erase"_s)->isEnabled());
        QVERIFY(office.isNamed());
        Questions::setNextAnswer(Answer::Accept);
        page.erase(); // nothing has to be typed again
        QTRY_VERIFY(!page.outcome().isEmpty());
    }

    void whatWasMarkedIsMarkedAgainAfterALock()
    {
        ErasingOffice office;
        office.session(QDate(2026, 11, 3));
        office.session(QDate(2026, 11, 4));
        QJsonObject place;
        {
            ErasurePage page(*office.context, office.child);
            show(page);
            page.findChildren<QCheckBox*>(u"goesAlong"_s).at(1)->setChecked(true);
            flushDrafts(&page);
            place = page.place();
        }
        ErasurePage page(*office.context, office.child);
        page.show();
        page.activated();
        page.returnTo(place);
        QTRY_VERIFY(page.plan());
        QTRY_VERIFY(page.findChildren<QCheckBox*>(u"goesAlong"_s).at(1)->isChecked());
        QVERIFY(!page.findChildren<QCheckBox*>(u"goesAlong"_s).at(0)->isChecked());
    }

    void placesThatWereNotMarkedStayOnThePageAfterwards()
    {
        ErasingOffice office;
        office.session(QDate(2026, 11, 3));
        office.session(QDate(2026, 11, 4));
        Record leak = office.reg->newRecord(kinds::Incident);
        leak.set(IncidentFields::Found, civil::at(QDate(2026, 11, 5), QTime(9, 0)));
        leak.set(IncidentFields::Story, u"Lộ hồ sơ của em "_s + Name);
        office.store(leak);
        ErasurePage page(*office.context, office.child);
        show(page);
        for (QCheckBox* mark : page.findChildren<QCheckBox*>(u"goesAlong"_s))
            if (mark->accessibleName().contains(u"03/11/2026"_s))
                mark->setChecked(true);
        typeDecision(page);
        typeKeys(page);
        Questions::setNextAnswer(Answer::Accept);
        page.erase();
        QTRY_VERIFY(!page.outcome().isEmpty());
        QVERIFY(!office.isNamed());
        QVERIFY(page.message()->kind() == MessageBar::Kind::Warning);
        QVERIFY2(page.outcome().contains(u"2 other"_s), qPrintable(page.outcome()));
        const auto* doubts = page.findChild<QWidget*>(u"doubts"_s);
        QVERIFY(doubts->isVisible());
        QVERIFY(says(*doubts, u"04/11/2026"_s) && says(*doubts, u"05/11/2026"_s) && !says(*doubts, u"03/11/2026"_s));
        QVERIFY(page.findChildren<QCheckBox*>(u"goesAlong"_s).isEmpty());
        QCOMPARE(QApplication::focusWidget(), page.findChild<Card*>(u"outcome"_s)); // and not at a button of the window
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(doubts->isAncestorOf(QApplication::focusWidget())); // what is left to do comes next
        QVERIFY(!says(page, u"BL-TE-014 · "_s)); // the name has gone from the head too
    }

    void aFileThatWasErasedIsNotOfferedAgain()
    {
        ErasingOffice office;
        ErasurePage first(*office.context, office.child);
        show(first);
        typeDecision(first);
        typeKeys(first);
        Questions::setNextAnswer(Answer::Accept);
        first.erase();
        QTRY_VERIFY(!first.outcome().isEmpty());
        ErasurePage again(*office.context, office.child);
        show(again);
        QVERIFY(again.plan()->targets.empty());
        QVERIFY(!again.findChild<QPushButton*>(u"erase"_s)->isEnabled());
        QVERIFY(says(again, ErasurePage::tr("All that can be erased about this child has been erased already.")));
    }

    void whoAddsAReasonToKeepGoesOnInItsForm()
    {
        ErasingOffice office;
        ErasurePage page(*office.context, office.child);
        show(page);
        auto* holds = page.findChild<HoldsCard*>();
        auto* ground = qobject_cast<QComboBox*>(field(page, "holdGround")->editor());
        ground->setCurrentIndex(ground->findData(u"proceedings"_s));
        page.findChild<QPushButton*>(u"keep"_s)->setFocus();
        page.findChild<QPushButton*>(u"keep"_s)->click();
        QTRY_VERIFY(page.plan()->refusals.size() == 1);
        QVERIFY(holds->isAncestorOf(QApplication::focusWidget()));
    }

    void whoMovesOnAfterAddingAReasonToKeepIsLeftThere()
    {
        ErasingOffice office;
        office.session(QDate(2026, 11, 3));
        ErasurePage page(*office.context, office.child);
        show(page);
        auto* ground = qobject_cast<QComboBox*>(field(page, "holdGround")->editor());
        ground->setCurrentIndex(ground->findData(u"proceedings"_s));
        page.findChild<QPushButton*>(u"keep"_s)->setFocus();
        page.findChild<QPushButton*>(u"keep"_s)->click();
        const auto* doubts = page.findChild<QWidget*>(u"doubts"_s);
        doubts->findChild<QPushButton*>()->setFocus();
        QTRY_VERIFY(page.plan()->refusals.size() == 1);
        QVERIFY(doubts->isAncestorOf(QApplication::focusWidget()));
    }

    void whoHasBothRolesIsProposedForOneOfThem()
    {
        ErasingOffice office;
        Person lan;
        lan.id = office.reg->user();
        lan.roles = Role::Leader | Role::Administrator;
        lan.hasKey = lan.self = true;
        Person hung;
        hung.id = QUuid::createUuid();
        hung.hasKey = true;
        for (const Role other : { Role::Leader, Role::Administrator }) {
            hung.roles = other;
            TwoKeysCard card(*office.context);
            card.setPeople({ lan, hung });
            const auto proposed = [&card](const char* side) {
                return card.findChild<QComboBox*>(QLatin1String(side))->currentData().toUuid();
            };
            QCOMPARE(proposed("leader"), other == Role::Leader ? hung.id : lan.id);
            QCOMPARE(proposed("administrator"), other == Role::Leader ? lan.id : hung.id);
        }
    }

    /// Last: the texts stay Vietnamese from here on.
    void inVietnameseTheQuestionNamesTheChildAndItsAnswersDiffer()
    {
        QVERIFY(Translator::install(Language::Vietnamese));
        ErasingOffice office;
        ErasurePage page(*office.context, office.child);
        show(page);
        QVERIFY(says(page, u"BL-TE-014"_s) && says(page, Name));
        typeDecision(page);
        typeKeys(page);
        page.erase();
        QVERIFY(Questions::isOpen());
        const auto dialogs = page.findChildren<QDialog*>();
        QCOMPARE(dialogs.size(), 1);
        QVERIFY(says(*dialogs.front(), Name) && says(*dialogs.front(), u"BL-TE-014"_s));
        QStringList answers;
        for (const QPushButton* button : dialogs.front()->findChildren<QPushButton*>())
            answers.append(button->text());
        QCOMPARE(answers.size(), 2);
        QVERIFY2(answers.front() != answers.back(), qPrintable(answers.join(u" / "_s)));
        dialogs.front()->reject();
        QVERIFY(office.isNamed());
        // Nor does the word that every other question ends with mean "destroy" here.
        QVERIFY(Questions::tr("Cancel") != u"Hủy"_s);
    }
};

QTEST_MAIN(TestErasurePageJourney)
#include "tst_erasure_page_journey.moc"
