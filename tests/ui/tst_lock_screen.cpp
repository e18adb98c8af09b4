// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/form_check.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/translator.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
QStringList textsOf(const QWidget& screen)
{
    QStringList texts;
    const QList<QLabel*> labels = screen.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        if (label->isVisible())
            texts.append(label->text());
    return texts;
}
} // namespace

class TestLockScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(Translator::install(Language::Vietnamese));
        Theme::apply(*qApp);
    }
    void theWaitIsShownAndThePassphraseWaits()
    {
        std::chrono::milliseconds left = 65s;
        LockScreen screen;
        screen.setUsers({ { u"1"_s, u"Hoàng Thị Lan — Cán bộ"_s } });
        screen.resize(1366, 768);
        screen.show();
        screen.followWait([&left] { return LockScreen::Wait { 7, left }; });
        auto* passphrase = screen.findChild<PassphraseField*>();
        QVERIFY(!passphrase->isEnabled());
        QVERIFY2(textsOf(screen).join(u'\n').contains(u"1 phút 05 giây"_s), qPrintable(textsOf(screen).join(u'\n')));
        screen.setBusy(false); // nothing else lets it in
        QVERIFY(!passphrase->isEnabled());
        if (qEnvironmentVariableIsSet("MAIAM_PICTURES"))
            screen.grab().save(QDir::temp().filePath(u"lock-wait.png"_s));
        left = 0ms;
        QTRY_VERIFY(passphrase->isEnabled());
        QVERIFY(!textsOf(screen).join(u'\n').contains(u"1 phút 05 giây"_s));
        const QStringList faults = test::formFaults(&screen);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
    void whatFallsDueIsSaidWithoutAName()
    {
        LockScreen screen;
        screen.show();
        screen.followNote([] { return u"2 việc đến hạn lúc 14:00."_s; });
        QVERIFY(textsOf(screen).join(u'\n').contains(u"2 việc đến hạn lúc 14:00."_s));
        screen.followNote([] { return QString(); });
        QVERIFY(!textsOf(screen).join(u'\n').contains(u"14:00"_s));
    }
};

QTEST_MAIN(TestLockScreen)
#include "tst_lock_screen.moc"
