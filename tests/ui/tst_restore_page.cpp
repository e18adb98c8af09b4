// SPDX-License-Identifier: GPL-3.0-or-later
// The page that restores: the three ways into a backup, by keyboard too, and the wait after wrong tries.
#include "models/register/key_change.h"
#include "models/register/register_backups.h"
#include "tests/ui/support/fit_check.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/says.h"
#include "tests/ui/support/type_text.h"
#include "ui/backup/restore_page.h"
#include "ui/shell/translator.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/steady_scroll_area.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using test::shows;

namespace {
const QString WrongWords = u"khong phai cau nay"_s;
constexpr int PassphraseWay = 0;
constexpr int RecoveryWay = 1;
constexpr int EscrowWay = 2;
} // namespace

class TestRestorePage : public QObject
{
    Q_OBJECT
    std::unique_ptr<test::OfficeRegister> m_office;
    std::chrono::milliseconds m_steady { 1000 };

    [[nodiscard]] QString backUp() const
    {
        auto made = RegisterBackups(*m_office->reg).make(BackupReason::ByHand);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return made->file;
    }
    /// Two shares that the register knows from now on.
    std::pair<RecoveryKey, RecoveryKey> printEscrow()
    {
        auto sheets = RecoveryKey::random().split();
        KeyChange wanted;
        wanted.escrow = RecoveryKey::combined(sheets.first, sheets.second);
        const QUuid user = m_office->reg->user();
        m_office->context.reset();
        auto closed = Register::close(std::move(m_office->reg), wanted);
        auto changed = closed ? KeyChanger::change(std::move(*closed), wanted) : std::move(closed);
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        auto opened = Register::open(std::move(*changed), user, m_office->clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_office->reg = std::move(*opened);
        return sheets;
    }
    [[nodiscard]] std::shared_ptr<FailedUnlocks> tries(const QString& folder) const
    {
        return std::make_shared<FailedUnlocks>(folder, m_office->clock, [this] { return m_steady; });
    }
    [[nodiscard]] QString newPc() const { return m_office->home.filePath(u"máy mới"_s); }
    static QLineEdit* sheet(const RestorePage& page, const char* name)
    {
        return page.findChild<QLineEdit*>(QLatin1String(name));
    }
    static void choose(const RestorePage& page, int way) { page.findChildren<QRadioButton*>().at(way)->click(); }
    static QPushButton* buttonOf(const RestorePage& page, const QString& text)
    {
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->text() == text)
                return button;
        qFatal("no button");
    }
    static QPushButton* lookButton(const RestorePage& page) { return buttonOf(page, u"&Look at what is in it"_s); }
    static bool isWhollyInSight(const QWidget* widget)
    {
        return widget->visibleRegion().boundingRect() == widget->rect();
    }
    /// Types a passphrase, presses Enter and waits for the answer.
    static void tryPassphrase(RestorePage& page, const QString& passphrase)
    {
        auto* field = page.findChild<PassphraseField*>();
        field->clear();
        test::typeText(field, passphrase);
        QTest::keyClick(test::receiver(field), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!page.isBusy() && !page.shown().isEmpty(), 10000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init() { m_office = std::make_unique<test::OfficeRegister>(); }
    void cleanup()
    {
        Translator::install(Language::English);
        m_office.reset();
    }

    void theTwoEscrowSheetsAreAWayIn()
    {
        const auto [one, other] = printEscrow();
        const QString file = backUp();
        RestorePage page(newPc(), tries(newPc()), KdfLimits::forTests());
        page.show();
        page.setFile(file);
        choose(page, EscrowWay);
        QVERIFY(sheet(page, "firstSheet")->isVisible() && sheet(page, "secondSheet")->isVisible());
        QVERIFY(!page.findChild<PassphraseField*>()->isVisible() && !sheet(page, "recoveryKey")->isVisible());
        sheet(page, "firstSheet")->setText(other.text()); // in whichever order they come out of the envelopes
        page.look();
        QVERIFY(!page.isBusy()); // one sheet is no try
        auto* second = qobject_cast<LabelledField*>(sheet(page, "secondSheet")->parentWidget());
        QVERIFY(second && !second->error().isEmpty());
        sheet(page, "secondSheet")->setText(other.text());
        page.look();
        QTRY_VERIFY_WITH_TIMEOUT(page.shown().contains(u"sheets 1 and 2"_s), 10000);
        QVERIFY(!page.hasLooked());
        QVERIFY(second->error().isEmpty());
        sheet(page, "secondSheet")->setText(one.text());
        page.look();
        QTRY_VERIFY_WITH_TIMEOUT(page.hasLooked(), 10000);
        QVERIFY(page.shown().contains(m_office->reg->office().name));
        page.restore();
        QTRY_VERIFY_WITH_TIMEOUT(Register::exists(newPc()), 30000);
    }

    void theThreeWaysAreChosenByKeyboard()
    {
        const QString file = backUp();
        RestorePage page(newPc(), tries(newPc()), KdfLimits::forTests());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFile(file);
        QVERIFY(test::receiver(page.findChild<PassphraseField*>())->hasFocus());
        const auto ways = page.findChildren<QRadioButton*>();
        QCOMPARE(ways.size(), 3);
        page.setFocus(); // as the window does
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(ways.at(PassphraseWay)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(ways.at(RecoveryWay)->isChecked() && sheet(page, "recoveryKey")->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(sheet(page, "recoveryKey")->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_E, Qt::AltModifier);
        QTRY_VERIFY(ways.at(EscrowWay)->isChecked());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::AltModifier);
        QVERIFY(sheet(page, "firstSheet")->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::AltModifier);
        QTRY_VERIFY(ways.at(PassphraseWay)->isChecked());
    }

    void everyWayCanBeReadAndNoKeyIsClaimedTwice_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("Vietnamese") << Language::Vietnamese;
        QTest::newRow("English") << Language::English;
    }
    void everyWayCanBeReadAndNoKeyIsClaimedTwice()
    {
        QFETCH(Language, language);
        const QString file = backUp();
        QVERIFY(Translator::install(language));
        RestorePage page(newPc(), tries(newPc()), KdfLimits::forTests());
        page.resize(1366, 768 - 30);
        page.show();
        page.setFile(file);
        page.findChild<PassphraseField*>()->setText(test::LanWords);
        page.look();
        QTRY_VERIFY_WITH_TIMEOUT(page.hasLooked(), 10000); // everything that it can show is on it
        for (const int way : { PassphraseWay, RecoveryWay, EscrowWay }) {
            choose(page, way);
            page.look(); // empty: said in red below the fields
            QTest::qWait(100);
            const QStringList faults = test::formFaults(&page) + test::cutOff(&page);
            QVERIFY2(faults.isEmpty(), qPrintable(QString::number(way) + u": "_s + faults.join(u'\n')));
        }
    }

    void wrongTriesOnThePageMakeTheNextOneWait()
    {
        const QString file = backUp();
        const QString folder = m_office->reg->folder();
        RestorePage page(folder, tries(folder), KdfLimits::forTests());
        page.show();
        page.setFile(file);
        for (int i = 0; i < 3; ++i) {
            tryPassphrase(page, WrongWords);
            QVERIFY(page.shown().contains(u"does not open this backup"_s));
            QCOMPARE(FailedUnlocks(folder, m_office->clock).failures(), i + 1); // the lock's own sees it
        }
        QVERIFY(shows(page, u"Wrong 3 times in a row"_s));
        QVERIFY(!lookButton(page)->isEnabled());
        tryPassphrase(page, test::LanWords); // the right one, too early
        QVERIFY(!page.hasLooked());
        QVERIFY(page.shown().contains(u"Wait"_s));
        m_steady += 6s;
        QTRY_VERIFY(lookButton(page)->isEnabled());
        QVERIFY(!shows(page, u"Wrong 3 times in a row"_s));
        tryPassphrase(page, test::LanWords);
        QTRY_VERIFY_WITH_TIMEOUT(page.hasLooked(), 10000);
    }

    void theWaitOfTheLockHoldsOnThePage()
    {
        const QString file = backUp();
        const QString folder = m_office->reg->folder();
        const auto lock = tries(folder);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!lock->attempt([]() -> Result<void> { return fail(ErrorCode::WrongPassphrase, u"wrong"_s); }));
        RestorePage page(folder, lock, KdfLimits::forTests());
        page.show();
        QVERIFY(shows(page, u"Wrong 3 times in a row"_s));
        page.setFile(file);
        QVERIFY(!lookButton(page)->isEnabled());
        tryPassphrase(page, test::LanWords);
        QVERIFY(!page.hasLooked());
        QVERIFY(page.shown().contains(u"Wait"_s));
    }

    void whatEnterRestoresIsInSight()
    {
        const auto smaller = qScopeGuard([] { Theme::apply(*qApp); });
        Theme::apply(*qApp, 150);
        const QString file = backUp();
        const QString folder = m_office->reg->folder();
        RestorePage page(folder, tries(folder), KdfLimits::forTests());
        page.resize(1366, 768 - 30);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFile(file);
        page.findChild<PassphraseField*>()->setText(test::LanWords);
        page.look();
        QTRY_VERIFY_WITH_TIMEOUT(page.hasLooked(), 10000);
        QTRY_VERIFY(page.findChild<SteadyScrollArea*>()->verticalScrollBar()->maximum() > 0);
        QPushButton* restore = buttonOf(page, u"&Restore this register"_s);
        QVERIFY(restore->hasFocus());
        QTRY_VERIFY(isWhollyInSight(restore));
        const auto labels = page.findChildren<QLabel*>();
        const auto present = std::find_if(labels.begin(), labels.end(),
            [](const QLabel* label) { return label->text().startsWith(u"The register that is on this PC now"_s); });
        QVERIFY(present != labels.end() && isWhollyInSight(*present));
    }

    void aBackupOfAnotherRegisterIsNamedBeforeItReplacesThisOne()
    {
        const QString own = backUp();
        const test::OfficeRegister other; // of the same office by name, as a stick may hold it
        const auto foreign = RegisterBackups(*other.reg).make(BackupReason::ByHand);
        QVERIFY(foreign);
        const QString folder = m_office->reg->folder();
        RestorePage page(folder, tries(folder), KdfLimits::forTests());
        page.show();
        for (const auto& [file, isForeign] : { std::pair(foreign->file, true), std::pair(own, false) }) {
            page.setFile(file);
            page.findChild<PassphraseField*>()->setText(test::LanWords);
            page.look();
            QTRY_VERIFY_WITH_TIMEOUT(page.hasLooked(), 10000);
            QCOMPARE(shows(page, u"ANOTHER REGISTER"_s), isForeign);
        }
        RestorePage empty(newPc(), tries(newPc()), KdfLimits::forTests());
        empty.show();
        empty.setFile(own);
        empty.findChild<PassphraseField*>()->setText(test::LanWords);
        empty.look();
        QTRY_VERIFY_WITH_TIMEOUT(empty.hasLooked(), 10000);
        QVERIFY(!shows(empty, u"ANOTHER REGISTER"_s));
    }

    void whatWasSaidOfATryGoesWithTheNextOne()
    {
        const QString file = backUp();
        const QString folder = m_office->reg->folder();
        RestorePage page(folder, tries(folder), KdfLimits::forTests());
        page.show();
        page.setFile(file);
        tryPassphrase(page, WrongWords);
        choose(page, RecoveryWay);
        QCOMPARE(page.shown(), QString());
        choose(page, PassphraseWay);
        tryPassphrase(page, WrongWords);
        page.findChild<PassphraseField*>()->clear();
        page.look(); // said at the field
        QVERIFY(shows(page, u"Type the passphrase"_s));
        QCOMPARE(page.shown(), QString());
    }

    void whatWasTypedForOneFileIsNotTypedOnForTheNext()
    {
        const QString file = backUp();
        const QString folder = m_office->reg->folder();
        RestorePage page(folder, tries(folder), KdfLimits::forTests());
        page.show();
        page.setFile(file);
        tryPassphrase(page, WrongWords);
        page.setFile(file);
        auto* field = page.findChild<PassphraseField*>();
        test::typeText(field, test::LanWords);
        QCOMPARE(field->text(), test::LanWords);
    }

    void anEmptyPassphraseIsNoTry()
    {
        const QString file = backUp();
        const QString folder = m_office->reg->folder();
        const auto counted = tries(folder);
        RestorePage page(folder, counted, KdfLimits::forTests());
        page.show();
        page.setFile(file);
        for (int i = 0; i < 5; ++i)
            page.look();
        QVERIFY(!page.isBusy());
        QCOMPARE(counted->failures(), 0);
        QVERIFY(shows(page, u"Type the passphrase"_s));
    }
};

QTEST_MAIN(TestRestorePage)
#include "tst_restore_page.moc"
