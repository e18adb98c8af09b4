// SPDX-License-Identifier: GPL-3.0-or-later
// What an officer types with a Vietnamese keyboard arrives, whatever happens in the middle of a word.
#include "tests/ui/support/type_text.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/page.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/shortcut_registry.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {

/// A page with a field, which keeps what is in the field when it is left.
class NotePage : public Page
{
public:
    NotePage()
        : edit(new QLineEdit)
    {
        column()->addWidget(edit);
    }
    void deactivated() override { kept = edit->text(); }
    QLineEdit* edit;
    inline static QString kept;
};

} // namespace

class TestTyping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void cleanup() { QCOMPARE(Questions::clearAnswers(), 0); }
    void everyVietnameseLetterArrives();
    void aHalfComposedWordIsKeptOnCommit();
    void aHalfComposedWordIsKeptInLongText();
    void aHalfComposedWordIsKeptWhenAnotherPageOpens();
    void aHalfComposedWordIsKeptWhenTheWindowLocks();
    void nothingIsTypedTwice();
    void searchSeesWhatIsBeingComposed();
    void enterSearchesBeforeItOpens();
    void capsLockIsNoticed();
    void aFaultIsShownRedAtItsField();
    void questionsAreAnsweredWithoutADialog();
    void aSecondQuestionWaitsForTheFirst();
    void lockingClosesOpenQuestions();
    void keysThatTypeLettersAreRefused();
    void twoMeaningsOfOneKeyAreRefused();
    void doorsOpenByKeyboard();
    void theWheelScrollsThePageAndChangesNoChoice();
};

void TestTyping::everyVietnameseLetterArrives()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* line = new QLineEdit;
    auto* area = new QPlainTextEdit;
    layout->addWidget(line);
    layout->addWidget(area);
    window.show();
    test::typeText(line, u"Nguyễn Thị Đào ở Đầm Hà"_s);
    QCOMPARE(line->text(), u"Nguyễn Thị Đào ở Đầm Hà"_s);
    test::typeText(area, u"Đức\nƯng"_s);
    QCOMPARE(area->toPlainText(), u"Đức\nƯng"_s);
}

void TestTyping::aHalfComposedWordIsKeptOnCommit()
{
    InputGuard::install();
    QLineEdit edit;
    edit.show();
    test::typeText(&edit, u"Tằng "_s);
    test::composeText(&edit, u"Mỹ"_s);
    QCOMPARE(edit.text(), u"Tằng "_s);
    commitPendingInput();
    QCOMPARE(edit.text(), u"Tằng Mỹ"_s);
}

void TestTyping::aHalfComposedWordIsKeptInLongText()
{
    InputGuard::install();
    QPlainTextEdit edit;
    edit.show();
    test::composeText(&edit, u"nghỉ"_s);
    commitPendingInput();
    QCOMPARE(edit.toPlainText(), u"nghỉ"_s);
}

void TestTyping::aHalfComposedWordIsKeptWhenAnotherPageOpens()
{
    MainWindow window;
    auto* page = new NotePage;
    window.setDoorPage(Door::Today, page);
    window.setDoorPage(Door::Cases, new Page);
    window.openDoor(Door::Today);
    window.show();
    test::composeText(page->edit, u"Đào"_s);
    window.openDoor(Door::Cases);
    QCOMPARE(NotePage::kept, u"Đào"_s);
}

void TestTyping::aHalfComposedWordIsKeptWhenTheWindowLocks()
{
    MainWindow window;
    auto* page = new NotePage;
    window.setDoorPage(Door::Today, page);
    window.openDoor(Door::Today);
    window.show();
    NotePage::kept.clear();
    test::composeText(page->edit, u"Ưng"_s);
    window.showFullPage(new QWidget);
    QCOMPARE(NotePage::kept, u"Ưng"_s);
    QVERIFY(window.isCovered());
    QVERIFY(!window.currentPage());
}

void TestTyping::nothingIsTypedTwice()
{
    InputGuard::install();
    QLineEdit edit;
    edit.show();
    test::composeText(&edit, u"Lan"_s);
    commitPendingInput();
    commitPendingInput();
    QCOMPARE(edit.text(), u"Lan"_s);
    test::typeText(&edit, u"Anh"_s);
    commitPendingInput();
    QCOMPARE(edit.text(), u"LanAnh"_s);
}

void TestTyping::searchSeesWhatIsBeingComposed()
{
    SearchField search;
    search.show();
    QSignalSpy asked(&search, &SearchField::searchRequested);
    test::composeText(&search, u"Đứ"_s);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"Đứ"_s);
}

void TestTyping::enterSearchesBeforeItOpens()
{
    SearchField search;
    search.setDelay(60'000);
    search.show();
    QStringList order;
    connect(&search, &SearchField::searchRequested, this, [&](const QString& query) { order.append(query); });
    connect(&search, &SearchField::opened, this, [&] { order.append(u"opened"_s); });
    test::typeText(&search, u"duc\n"_s);
    QCOMPARE(order, QStringList({ u"duc"_s, u"opened"_s }));
}

void TestTyping::capsLockIsNoticed()
{
    PassphraseField field;
    field.show();
    const auto labels = field.findChildren<QLabel*>();
    const QLabel* caps = labels.last();
    QVERIFY(!caps->isVisible());
    QKeyEvent upper(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"A"_s);
    QCoreApplication::sendEvent(field.edit(), &upper);
    QVERIFY(caps->isVisible());
    QKeyEvent lower(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_s);
    QCoreApplication::sendEvent(field.edit(), &lower);
    QVERIFY(!caps->isVisible());
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
    field.findChild<QToolButton*>()->click();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
    field.clear();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
    QCOMPARE(field.text(), QString());
}

void TestTyping::aFaultIsShownRedAtItsField()
{
    auto* field = new LabelledField(u"&Place"_s, new QLineEdit);
    field->setError(u"Write the place."_s);
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    layout->addWidget(field);
    window.show();
    QLabel* below = nullptr;
    const auto labels = field->findChildren<QLabel*>();
    for (QLabel* label : labels) {
        if (label->text() == u"Write the place."_s)
            below = label;
    }
    QVERIFY(below && below->isVisible());
    QCOMPARE(below->palette().color(QPalette::WindowText), Theme::colours().red);
    QCOMPARE(field->editor()->accessibleName(), u"Place"_s);
    QCOMPARE(field->editor()->accessibleDescription(), u"Write the place."_s);
    field->setError({});
    QVERIFY(!below->isVisible());
}

void TestTyping::questionsAreAnsweredWithoutADialog()
{
    Questions::setNextAnswer(Answer::Accept);
    Questions::setNextFileName(u"/tmp/a.csv"_s);
    Questions::setNextText(u"vì chưa gặp được trẻ"_s);
    QStringList got;
    Questions::ask(nullptr, { {}, u"?"_s, {}, {}, {}, {} }, [&](Answer a) { got.append(QString::number(int(a))); });
    Questions::saveFile(nullptr, {}, [&](const QString& path) { got.append(path); });
    Questions::askText(nullptr, {}, [&](const std::optional<QString>& text) { got.append(*text); });
    QCOMPARE(got, QStringList({ u"0"_s, u"/tmp/a.csv"_s, u"vì chưa gặp được trẻ"_s }));
}

void TestTyping::aSecondQuestionWaitsForTheFirst()
{
    QWidget window;
    window.show();
    QList<Answer> answers;
    const auto keep = [&](Answer a) { answers.append(a); };
    Questions::ask(&window, { {}, u"One?"_s, {}, u"Do one"_s, {}, {} }, keep);
    Questions::ask(&window, { {}, u"Two?"_s, {}, u"Do two"_s, {}, {} }, keep);
    const auto open = [&] {
        QList<QDialog*> dialogs;
        for (QDialog* dialog : window.findChildren<QDialog*>()) {
            if (dialog->isVisible())
                dialogs.append(dialog);
        }
        return dialogs;
    };
    QCOMPARE(open().size(), 1);
    open().first()->findChildren<QPushButton*>().first()->click();
    QCOMPARE(answers, QList<Answer> { Answer::Accept });
    QTRY_COMPARE(open().size(), 1);
    QTest::keyClick(open().first(), Qt::Key_Escape);
    QCOMPARE(answers, QList<Answer>({ Answer::Accept, Answer::Cancel }));
    QVERIFY(!Questions::isOpen());
}

void TestTyping::lockingClosesOpenQuestions()
{
    MainWindow window;
    window.show();
    int cancelled = 0;
    Questions::ask(&window, { {}, u"One?"_s, {}, {}, {}, {} }, [&](Answer a) { cancelled += a == Answer::Cancel; });
    QVERIFY(Questions::isOpen());
    window.showFullPage(new QWidget);
    QVERIFY(!Questions::isOpen());
    QCOMPARE(cancelled, 1);
}

void TestTyping::keysThatTypeLettersAreRefused()
{
    QWidget window;
    ShortcutRegistry registry;
    for (const QKeySequence& keys : { QKeySequence(Qt::Key_A), QKeySequence(Qt::SHIFT | Qt::Key_A),
             QKeySequence(Qt::Key_Backspace), QKeySequence() })
        QVERIFY(!registry.add(keys, u"x"_s, &window, [] {}));
    QCOMPARE(registry.conflicts().size(), 4);
    QVERIFY(registry.add(QKeySequence(Qt::Key_F2), u"x"_s, &window, [] {}));
}

void TestTyping::twoMeaningsOfOneKeyAreRefused()
{
    QWidget window;
    QWidget page(&window);
    ShortcutRegistry registry;
    QVERIFY(registry.add(
        QKeySequence(Qt::CTRL | Qt::Key_E), u"a"_s, &page, [] {}, u"cases"_s));
    QVERIFY(registry.add(
        QKeySequence(Qt::CTRL | Qt::Key_E), u"b"_s, &page, [] {}, u"children"_s));
    QVERIFY(!registry.add(QKeySequence(Qt::CTRL | Qt::Key_E), u"c"_s, &window, [] {}));
    QCOMPARE(registry.conflicts().size(), 1);
    QCOMPARE(registry.entries().size(), 2);
}

void TestTyping::doorsOpenByKeyboard()
{
    MainWindow window;
    for (int i = 0; i < DoorCount; ++i)
        window.setDoorPage(static_cast<Door>(i), new Page);
    window.openDoor(Door::Today);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window.currentPage(), window.doorPage(Door::Activities));
    auto* one = new Page;
    window.openPage(one, Door::Cases);
    QCOMPARE(window.currentPage(), one);
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window.currentPage(), window.doorPage(Door::Activities));
    QSignalSpy locked(&window, &MainWindow::lockRequested);
    QSignalSpy intake(&window, &MainWindow::mainActionRequested);
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(locked.size(), 1);
    QCOMPARE(intake.size(), 1);
    window.showFullPage(new QWidget);
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(intake.size(), 1);
}

void TestTyping::theWheelScrollsThePageAndChangesNoChoice()
{
    MainWindow window;
    auto* page = new NotePage;
    auto* choice = new QComboBox;
    choice->addItems({ u"một"_s, u"hai"_s, u"ba"_s });
    auto* number = new QSpinBox;
    auto* date = new QDateEdit(QDate(2026, 11, 24));
    auto* form = new QWidget;
    form->setMinimumHeight(4000);
    auto* rows = new QVBoxLayout(form);
    for (QWidget* one : std::initializer_list<QWidget*> { choice, number, date })
        rows->addWidget(one);
    auto* around = new QScrollArea;
    around->setWidget(form);
    page->column()->addWidget(around);
    window.setDoorPage(Door::Today, page);
    window.openDoor(Door::Today);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto* scrolled = around->verticalScrollBar();
    page->edit->setFocus();
    const auto turn = [](QWidget* over) {
        const QPointF at = over->rect().center();
        QWheelEvent event(at, over->mapToGlobal(at), {}, { 0, -120 }, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
            false, Qt::MouseEventNotSynthesized);
        QSpontaneKeyEvent::setSpontaneous(&event); // as the mouse does; others do not reach what is around
        qApp->notify(over, &event);
    };
    for (QWidget* one : std::initializer_list<QWidget*> { choice, number, date }) {
        const int before = scrolled->value();
        turn(one);
        QVERIFY(page->edit->hasFocus());
        QVERIFY(scrolled->value() > before);
        one->setFocus(); // also when it was the last to be filled in
        turn(one);
        page->edit->setFocus();
    }
    QCOMPARE(choice->currentIndex(), 0);
    QCOMPARE(number->value(), 0);
    QCOMPARE(date->date(), QDate(2026, 11, 24));
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down); // the keyboard still chooses
    QCOMPARE(choice->currentIndex(), 1);
}

QTEST_MAIN(TestTyping)
#include "tst_typing.moc"
