// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/form_check.h"
#include "ui/shell/settings.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/translator.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestSettings : public QObject
{
    Q_OBJECT
    QTemporaryDir m_home;
    [[nodiscard]] QString file() const { return m_home.filePath(u"settings.ini"_s); }
    void write(const QByteArray& content) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(Translator::install(Language::Vietnamese));
        Theme::apply(*qApp);
    }
    void withoutAFileTheUsualHolds()
    {
        const Settings settings = Settings::read(m_home.filePath(u"none.ini"_s));
        QCOMPARE(settings.idle, 5min);
        QCOMPARE(settings.textPercent, 100);
        QVERIFY(!settings.captureAllowed);
    }
    void whatWasSetComesBack()
    {
        const Settings set { 12min, 150, true };
        QVERIFY(set.write(file()));
        QCOMPARE(Settings::read(file()), set);
    }
    void nonsenseDoesNotSwitchTheLockOff_data()
    {
        QTest::addColumn<QByteArray>("idle");
        QTest::addColumn<int>("minutes");
        QTest::newRow("zero") << QByteArray("0") << 1;
        QTest::newRow("negative") << QByteArray("-5") << 1;
        QTest::newRow("a year") << QByteArray("525600") << 30;
        QTest::newRow("words") << QByteArray("never") << 5;
        QTest::newRow("empty") << QByteArray() << 5;
        QTest::newRow("too large") << QByteArray("99999999999999999999") << 5;
    }
    void nonsenseDoesNotSwitchTheLockOff()
    {
        QFETCH(QByteArray, idle);
        QFETCH(int, minutes);
        write("[lock]\nidleMinutes=" + idle + "\ncaptureAllowed=1\n[look]\ntextPercent=9000\n");
        const Settings settings = Settings::read(file());
        QCOMPARE(settings.idle, std::chrono::minutes(minutes));
        QCOMPARE(settings.textPercent, 200);
        QVERIFY(!settings.captureAllowed); // only a clear "true" lets windows into captures
    }
    void thePageChangesWhatIsSet()
    {
        SettingsPage page({ 7min, 110, false }, true);
        page.resize(1100, 700);
        page.show();
        const QStringList faults = test::formFaults(&page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QSignalSpy changed(&page, &SettingsPage::changed);
        auto* idle = page.findChild<QSpinBox*>();
        QCOMPARE(idle->value(), 7);
        idle->setFocus();
        QTest::keyClick(idle, Qt::Key_Up);
        QCOMPARE(page.settings().idle, 8min);
        auto* text = page.findChild<QComboBox*>();
        QCOMPARE(text->currentData().toInt(), 110);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Down);
        QCOMPARE(page.settings().textPercent, 125);
        QCOMPARE(changed.size(), 2);
        if (qEnvironmentVariableIsSet("MAIAM_PICTURES"))
            page.grab().save(QDir::temp().filePath(u"settings.png"_s));
    }
    /// Where nothing can be switched off, nothing is offered.
    void captureIsOfferedOnlyWhereItCanBeKeptOut()
    {
        SettingsPage with({}, true);
        SettingsPage without({}, false);
        QCOMPARE(with.findChildren<QAbstractButton*>().size(), without.findChildren<QAbstractButton*>().size() + 1);
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
