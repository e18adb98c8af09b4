// SPDX-License-Identifier: GPL-3.0-or-later
// The first start with keys alone: from the list of communes to the register, without touching the mouse.
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/type_text.h"
#include "ui/shell/first_start.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Offered = u"giam rien tranh gun khom sia"_s;

FirstStartServices services(QStringList* created)
{
    FirstStartServices services;
    services.communes = { { u"06838"_s, u"Bình Liêu (xã)"_s, u"UBND xã Bình Liêu"_s },
        { u"06718"_s, u"Cô Tô (đặc khu)"_s, u"UBND đặc khu Cô Tô"_s } };
    services.province = { u"22"_s, u"Quảng Ninh"_s, u"Sở Y tế tỉnh Quảng Ninh"_s };
    services.offerPassphrase = [] { return Offered; };
    services.judgePassphrase = [](const QString& typed) {
        return PassphraseJudgement { typed.size() >= 12, int(typed.size()) * 4, u"judged"_s };
    };
    services.newRecoveryKey = [] {
        return QStringList { u"AAAA1"_s, u"BBBB2"_s, u"CCCC3"_s, u"DDDD4"_s, u"EEEE5"_s, u"FFFF6"_s, u"GGGG7"_s,
            u"HHHH8"_s };
    };
    services.create = [created](const FirstStartAnswers& answers, std::function<void(int, QString)>,
                          std::function<void(Result<>)> done) {
        *created = { answers.unitCode, answers.officeName, answers.userName, answers.passphrase };
        done({});
    };
    return services;
}

/// Types where the focus is, as a person does who looks at the screen.
void typeHere(const QString& text)
{
    QVERIFY(QApplication::focusWidget());
    test::typeText(QApplication::focusWidget(), text);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}
} // namespace

class TestFirstStartJourney : public QObject
{
    Q_OBJECT
    QStringList m_created;
    std::unique_ptr<MainWindow> m_window;
    FirstStart* m_page = nullptr;

    RecoveryStep* walkToRecoveryKey(const FirstStartServices& wanted);

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init()
    {
        m_created.clear();
        m_window = std::make_unique<MainWindow>();
        m_page = new FirstStart(services(&m_created));
        m_window->showFullPage(m_page);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_window.reset();
    }

    void keysAloneLeadFromTheCommuneToTheRegister();
    void aWrongGroupIsSaidAndNothingIsCreated();
    void aKeyThatWasNotPrintedIsSaid();
    void whoNeverPrintsTheKeyGoesOnOnlyWhenItIsCopiedByHand();
    void whoChoosesAPassphraseOfTheirOwnTypesItAtOnce();
    void anEmptySearchAndOneWithoutAHitAreAnswered();
    void everyStepCanBeReadAloud();
};

void TestFirstStartJourney::keysAloneLeadFromTheCommuneToTheRegister()
{
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget())); // the search, not the page as a whole
    typeHere(u"cô tô"_s);
    press(Qt::Key_Return); // what was found is chosen
    press(Qt::Key_Return); // its name stands
    QCOMPARE(m_page->currentStep(), 1);
    typeHere(u"Hoàng Thị Lan"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_page->currentStep(), 2);
    typeHere(u"giam rien"_s); // not all of it
    press(Qt::Key_Return);
    QCOMPARE(m_page->currentStep(), 2);
    QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectedText().size(), 9);
    press(Qt::Key_Delete);
    typeHere(Offered);
    press(Qt::Key_Return);
    QCOMPARE(m_page->currentStep(), 3);
    // Which groups are asked for is chosen by lot; the labels name them.
    const QStringList groups = m_page->answers().recoveryKey;
    for (int field = 0; field < 2; ++field) {
        const QString name = QApplication::focusWidget()->accessibleName();
        const int number = name.right(1).toInt();
        QVERIFY2(number >= 1 && number <= 8, qPrintable(name));
        typeHere(groups.at(number - 1).toLower());
        if (field == 0)
            press(Qt::Key_Tab);
    }
    press(Qt::Key_Return);
    QCOMPARE(m_page->currentStep(), 4);
    QSignalSpy created(m_page, &FirstStart::created);
    press(Qt::Key_Return); // the button that creates has the focus, not "Back"
    QCOMPARE(created.size(), 1);
    QCOMPARE(m_created, (QStringList { u"06718"_s, u"UBND đặc khu Cô Tô"_s, u"Hoàng Thị Lan"_s, Offered }));
}

void TestFirstStartJourney::aWrongGroupIsSaidAndNothingIsCreated()
{
    typeHere(u"bình liêu"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    typeHere(u"Hoàng Thị Lan"_s);
    press(Qt::Key_Return);
    typeHere(Offered);
    press(Qt::Key_Return);
    QCOMPARE(m_page->currentStep(), 3);
    typeHere(u"ZZZZ9"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_page->currentStep(), 3);
    QVERIFY(!QApplication::focusWidget()->accessibleDescription().isEmpty());
    QVERIFY(m_created.isEmpty());
}

/// From a page of its own to the step that shows the recovery key; null when it does not come.
RecoveryStep* TestFirstStartJourney::walkToRecoveryKey(const FirstStartServices& wanted)
{
    m_page = new FirstStart(wanted);
    m_window->showFullPage(m_page);
    typeHere(u"bình liêu"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    typeHere(u"Hoàng Thị Lan"_s);
    press(Qt::Key_Return);
    typeHere(Offered);
    press(Qt::Key_Return);
    return m_page->currentStep() == 3 ? m_page->findChild<RecoveryStep*>() : nullptr;
}

void TestFirstStartJourney::aKeyThatWasNotPrintedIsSaid()
{
    Result<QString> outcome = fail(ErrorCode::Io, u"The printer does not answer."_s);
    FirstStartServices wanted = services(&m_created);
    wanted.printRecoveryKey = [&outcome](QWidget*, const FirstStartAnswers&, auto printed) { printed(outcome); };
    auto* step = walkToRecoveryKey(wanted);
    QVERIFY(step);
    const auto print = [step] {
        for (auto* button : step->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().contains(u"rint"_s))
                return button->click();
        QFAIL("no button to print");
    };
    auto* said = step->findChild<MessageBar*>();
    print();
    QVERIFY(said->isVisible() && said->kind() == MessageBar::Kind::Error);
    outcome = QString();
    print();
    QCOMPARE(said->kind(), MessageBar::Kind::Ok);
    outcome = u"key.pdf"_s; // a file that anybody can read opens the register
    print();
    QCOMPARE(said->kind(), MessageBar::Kind::Warning);
    QVERIFY(said->text().contains(u"key.pdf"_s));
}

void TestFirstStartJourney::whoNeverPrintsTheKeyGoesOnOnlyWhenItIsCopiedByHand()
{
    FirstStartServices wanted = services(&m_created);
    wanted.printRecoveryKey = [](QWidget*, const FirstStartAnswers&, auto printed) { printed(QString()); };
    auto* step = walkToRecoveryKey(wanted);
    QVERIFY(step);
    const auto fields = step->findChildren<QLineEdit*>();
    fields.at(0)->setText(m_page->answers().recoveryKey.at(step->asked().first));
    fields.at(1)->setText(m_page->answers().recoveryKey.at(step->asked().second));
    Questions::setNextAnswer(Answer::Cancel);
    m_page->next();
    QCOMPARE(m_page->currentStep(), 3);
    QCOMPARE(Questions::clearAnswers(), 0); // it was asked
    Questions::setNextAnswer(Answer::Accept);
    m_page->next();
    QCOMPARE(m_page->currentStep(), 4);
    m_page->back();
    m_page->next(); // answered once
    QCOMPARE(m_page->currentStep(), 4);
    QVERIFY(!Questions::isOpen());
}

void TestFirstStartJourney::whoChoosesAPassphraseOfTheirOwnTypesItAtOnce()
{
    typeHere(u"bình liêu"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    typeHere(u"Hoàng Thị Lan"_s);
    press(Qt::Key_Return);
    auto* step = m_page->findChild<PassphraseStep*>();
    QTest::mouseClick(step->findChildren<QRadioButton*>().last(), Qt::LeftButton, {}, QPoint(8, 8));
    typeHere(u"chin con suoi o thon Khe"_s);
    QCOMPARE(step->findChildren<PassphraseField*>().first()->text(), u"chin con suoi o thon Khe"_s);
}

void TestFirstStartJourney::anEmptySearchAndOneWithoutAHitAreAnswered()
{
    const auto faults = [this] {
        QStringList said;
        for (const LabelledField* field : m_page->findChildren<LabelledField*>())
            said.append(field->error());
        said.removeAll(QString());
        return said;
    };
    QWidget* search = QApplication::focusWidget();
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), search); // not on to a name that stands for no office
    QCOMPARE(faults().size(), 1);
    typeHere(u"Hà Nội"_s);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), search);
    QCOMPARE(faults().size(), 1);
    QVERIFY2(faults().constFirst().contains(u"empty the search"_s), qPrintable(faults().constFirst()));
    press(Qt::Key_Escape);
    QCOMPARE(faults(), QStringList()); // all of them stand there again
}

void TestFirstStartJourney::everyStepCanBeReadAloud()
{
    QCOMPARE(test::formFaults(m_page), QStringList());
    typeHere(u"bình liêu"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(test::formFaults(m_page), QStringList());
    typeHere(u"Hoàng Thị Lan"_s);
    press(Qt::Key_Return);
    QCOMPARE(test::formFaults(m_page), QStringList());
    typeHere(Offered);
    press(Qt::Key_Return);
    QCOMPARE(test::formFaults(m_page), QStringList());
}

QTEST_MAIN(TestFirstStartJourney)
#include "tst_first_start_journey.moc"
