// SPDX-License-Identifier: GPL-3.0-or-later
// Two offices with real windows, keys and the mouse: the old workbook comes in, cards are exchanged, a package goes to
// the province, which sees figures without names, and its receipt comes back.
#include "app/work_pages.h"
#include "models/children/child_list.h"
#include "models/exchange/offices.h"
#include "models/records/kinds.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/case_page.h"
#include "ui/cases/cases_page.h"
#include "ui/exchange/exchange_page.h"
#include "ui/imports/import_page.h"
#include "ui/province/board_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/translator.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
constexpr int SlowMs = 60'000;
const QString ChildName = u"Tằng Mỹ Ánh"_s;

/// An office at its PC.
struct Seat
{
    explicit Seat(test::OfficeRegister& office)
        : pages(window, *office.context)
    {
        window.resize(1366, 768);
        pages.begin();
        window.show();
    }
    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window.currentPage()); }
    /// Comes to the front, as when a person turns to it.
    void turnTo()
    {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, with);
    }
    /// Clicks the button with this text, its mnemonic left out.
    void click(const QString& text)
    {
        for (auto* button : window.currentPage()->findChildren<QPushButton*>())
            if (button->isVisible() && QString(button->text()).remove(u'&') == text) {
                QVERIFY2(button->isEnabled(), qPrintable(text));
                return QTest::mouseClick(button, Qt::LeftButton);
            }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    void more(const QString& text)
    {
        for (QAction* entry : window.findChild<QMenu*>()->actions())
            if (entry->text() == text)
                return entry->trigger();
        QFAIL(qPrintable(u"no entry "_s + text));
    }
    /// Every text that stands in a page: labels, buttons, rows of tables.
    [[nodiscard]] QString texts() const
    {
        QStringList all;
        for (const QLabel* label : window.currentPage()->findChildren<QLabel*>())
            if (label->isVisible())
                all.append(label->text());
        for (const QTableView* table : window.currentPage()->findChildren<QTableView*>())
            for (int row = 0; row < table->model()->rowCount(); ++row)
                for (int column = 0; column < table->model()->columnCount(); ++column)
                    all.append(table->model()->index(row, column).data().toString());
        return all.join(u'\n');
    }
    [[nodiscard]] bool done() const { return !window.currentPage()->task()->isRunning(); }

    MainWindow window;
    WorkPages pages;
};

/// A case of today, without a workbook.
void storeCase(test::OfficeRegister& office)
{
    Record child = office.reg->newRecord(kinds::Child);
    child.set(ChildFields::Name, ChildName);
    Record file = office.reg->newRecord(kinds::Case);
    file.set(CaseFields::FileCode, u"BL-2026-0001"_s);
    file.set(CaseFields::Child, child.id());
    file.set(CaseFields::Kind, u"violence"_s);
    file.set(CaseFields::Step, u"intake"_s);
    file.set(CaseFields::Outcome, u"case"_s);
    file.set(CaseFields::Received, std::optional<qint64>(civil::at(QDate(2026, 11, 10), QTime(9, 0))));
    Batch batch;
    batch.add(child);
    batch.add(file);
    QVERIFY(office.reg->commit(batch).result());
}

QString onlyPackage(const QString& folder)
{
    const QStringList files = QDir(folder).entryList({ u"*.maiam"_s });
    return files.size() == 1 ? QDir(folder).filePath(files.first()) : QString();
}
} // namespace

class TestExchangeJourney : public QObject
{
    Q_OBJECT

    /// Takes the other office's card, with the numbers that it reads out on the phone.
    static void confirm(Seat& seat, const QString& card, const QString& fingerprint)
    {
        seat.turnTo();
        Questions::setNextFileName(card);
        seat.click(u"Mở thẻ…"_s);
        auto* typed = seat.window.currentPage()->findChild<QLineEdit*>(u"fingerprint"_s);
        QTRY_VERIFY(typed->isVisible());
        test::typeText(typed, QString(fingerprint).replace(u'-', u' '));
        seat.press(Qt::Key_Return);
        auto* offices = seat.window.currentPage()->findChild<QTableView*>(u"offices"_s);
        QTRY_COMPARE(offices->model()->rowCount(), 1);
    }
    static void seal(Seat& seat, const QString& folder)
    {
        seat.turnTo();
        Questions::setNextFileName(folder);
        seat.click(u"Đóng gói vào thư mục hoặc USB…"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(!onlyPackage(folder).isEmpty() && seat.done(), qPrintable(seat.texts()), SlowMs);
    }
    /// The files are checked, then Enter takes them in.
    static void receive(Seat& seat, const QString& folder)
    {
        seat.turnTo();
        Questions::setNextFileName(onlyPackage(folder));
        seat.click(u"Kiểm tra tệp đã nhận…"_s);
        const auto asks = [] {
            const auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
            return button && QString(button->text()).remove(u'&') == u"Nhận vào sổ";
        };
        QTRY_VERIFY2_WITH_TIMEOUT(asks(), qPrintable(seat.texts()), SlowMs);
        seat.press(Qt::Key_Return);
        const MessageBar* message = seat.window.currentPage()->message();
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible() && seat.done(), SlowMs);
        QVERIFY2(message->kind() == MessageBar::Kind::Ok, qPrintable(message->text()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(Translator::install(Language::Vietnamese));
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void cleanup() { QCOMPARE(Questions::clearAnswers(), 0); }

    void thePackageGoesAndTheReceiptComesBack();
    void theOldWorkbookIsTakenInByTheMouse();
};

void TestExchangeJourney::thePackageGoesAndTheReceiptComesBack()
{
    test::OfficeRegister commune;
    test::OfficeRegister province(OfficeRole::Province, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s);
    storeCase(commune);
    Seat here(commune);
    Seat there(province);

    const QString cards[] = { commune.home.filePath(u"the-xa.txt"_s), province.home.filePath(u"the-so.txt"_s) };
    here.turnTo();
    here.more(u"Gửi, nhận với Sở"_s);
    there.turnTo();
    there.press(Qt::Key_N, Qt::ControlModifier);
    Seat* seats[] = { &here, &there };
    for (int i = 0; i < 2; ++i) {
        QVERIFY(seats[i]->page<ExchangePage>());
        seats[i]->turnTo();
        const auto card = seats[i]->page<ExchangePage>()->findChildren<QPushButton*>();
        const auto save = std::find_if(card.begin(), card.end(),
            [](const QPushButton* button) { return QString(button->text()).remove(u'&') == u"Lưu thẻ…"; });
        QVERIFY(save != card.end());
        QTRY_VERIFY((*save)->isEnabled());
        Questions::setNextFileName(cards[i]);
        seats[i]->click(u"Lưu thẻ…"_s);
        QVERIFY(QFile::exists(cards[i]));
    }
    confirm(here, cards[1], offices::ownCard(*province.reg)->fingerprint());
    confirm(there, cards[0], offices::ownCard(*commune.reg)->fingerprint());

    const QString stick = commune.home.filePath(u"USB đi"_s);
    QVERIFY(QDir().mkpath(stick));
    seal(here, stick);
    receive(there, stick);

    // The province sees that a case is there, and nowhere whose.
    there.press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(there.page<BoardPage>());
    auto* board = there.window.currentPage()->findChild<QTableView*>(u"board"_s);
    QTRY_VERIFY(board->model()->rowCount() > 0 && board->model()->index(0, 1).data().toString() == u"24/11/2026"_s);
    QVERIFY(board->model()->index(0, 0).data().toString().contains(u"Bình Liêu"_s));
    QCOMPARE(board->model()->index(0, 4).data().toString(), u"1"_s); // open cases
    QVERIFY(!there.texts().contains(ChildName));
    there.press(Qt::Key_2, Qt::ControlModifier);
    auto* cases = there.page<CasesPage>();
    QVERIFY(cases);
    QTRY_COMPARE(cases->table()->model()->rowCount(), 1);
    QVERIFY2(!there.texts().contains(u"Ánh"_s), qPrintable(there.texts()));
    test::typeText(cases->searchField(), ChildName);
    QTRY_COMPARE(cases->table()->model()->rowCount(), 0);

    const QString back = commune.home.filePath(u"USB về"_s);
    QVERIFY(QDir().mkpath(back));
    there.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(there.page<ExchangePage>()->findChild<QTableView*>(u"offices"_s)->model()->rowCount() == 1);
    seal(there, back);
    receive(here, back);
    QTRY_VERIFY2(here.texts().contains(u"Sở đã nhận đến mục số"_s), qPrintable(here.texts()));

    here.press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(here.page<CasesPage>());
    QTRY_VERIFY2(here.texts().contains(u"Sở đã nhận"_s), qPrintable(here.texts()));
    QTRY_VERIFY(here.page<CasesPage>()->table()->currentIndex().isValid());
    here.press(Qt::Key_Return);
    QTRY_VERIFY(here.page<CasePage>() && here.page<CasePage>()->file());
    const auto chips = here.page<CasePage>()->findChildren<Chip*>();
    QVERIFY(std::any_of(chips.begin(), chips.end(), [](const Chip* chip) { return chip->text() == u"Sở đã nhận"; }));
}

void TestExchangeJourney::theOldWorkbookIsTakenInByTheMouse()
{
    test::OfficeRegister office;
    Seat seat(office);
    seat.turnTo();
    seat.more(u"Nhập sổ cũ…"_s);
    auto* page = seat.page<ImportPage>();
    QVERIFY(page);
    Questions::setNextFileName(QStringLiteral(MAIAM_FIXTURES "/so-theo-doi-mau.xlsx"));
    QVERIFY2(page->isAncestorOf(QApplication::focusWidget()), "the page is worked in by keys at once");
    seat.press(Qt::Key_Return); // at the button that chooses
    QTRY_VERIFY_WITH_TIMEOUT(page->plan() && seat.done(), SlowMs);
    const int expected = page->plan()->preview.children;
    QVERIFY(expected > 0);
    QVERIFY(page->findChild<QTableView*>(u"problems"_s)->model()->rowCount() > 0);
    seat.click(u"Nhập vào sổ"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page->message()->isVisible() && seat.done(), SlowMs);
    QVERIFY2(page->message()->kind() == MessageBar::Kind::Ok, qPrintable(page->message()->text()));
    seat.press(Qt::Key_3, Qt::ControlModifier);
    auto* children = seat.window.currentPage()->findChild<QTableView*>();
    QTRY_COMPARE(children->model()->rowCount(), expected);
}

QTEST_MAIN(TestExchangeJourney)
#include "tst_exchange_journey.moc"
