// SPDX-License-Identifier: GPL-3.0-or-later
// What two machines wrote differently: the office that keeps the record chooses, by keyboard too; the province sees
// whose it is and whom to call.
#include "models/exchange/offices.h"
#include "models/exchange/package_format.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"
#include "models/records/kinds.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/office_register.h"
#include "ui/journal/conflicts_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Commune = u"Ủy ban nhân dân xã Bình Liêu"_s;

/// A session without a title, of which two machines counted the people differently.
void writeSessionTwice(test::OfficeRegister& office)
{
    Record session = office.reg->newRecord(kinds::Session);
    session.set(SessionFields::Starts, civil::at(QDate(2026, 11, 25), QTime(9, 0)));
    office.store(session);
    Record first = office.reg->record(kinds::Session, session.id()).value();
    Record second = first;
    first.set(SessionFields::Male, qint64(12));
    first.set(SessionFields::Female, qint64(15));
    second.set(SessionFields::Male, qint64(13));
    second.set(SessionFields::Female, qint64(16));
    office.store(first);
    office.store(second);
}

void show(ConflictsPage& page)
{
    page.resize(1180, 700);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.activated();
    QTRY_COMPARE(page.shown().size(), std::size_t(2));
}

QList<QPushButton*> keepButtons(const ConflictsPage& page)
{
    QList<QPushButton*> buttons;
    for (auto* button : page.findChildren<QPushButton*>())
        if (button->isVisible() && button->text().startsWith(u"Keep"_s))
            buttons.append(button);
    return buttons;
}

QString texts(const ConflictsPage& page)
{
    QStringList all;
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->isVisible())
            all.append(label->text());
    return all.join(u'\n');
}
} // namespace

class TestConflictsJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }

    void theProvinceSeesWhoseRecordItIsAndCannotChoose()
    {
        test::OfficeRegister commune;
        test::OfficeRegister province(OfficeRole::Province, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s);
        for (auto [one, other] : { std::pair(&commune, &province), std::pair(&province, &commune) }) {
            const OfficeCard card = offices::ownCard(*other->reg).value();
            QVERIFY(offices::trust(*one->reg, OfficeCard::parse(card.toText()).value(), card.fingerprint()));
        }
        writeSessionTwice(commune);
        const auto sealed = sealPackage(*commune.reg, u"22"_s, commune.home.path());
        QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().message));
        QVERIFY(receivePackages(*province.reg, { sealed->file }));
        ConflictsPage page(*province.context);
        show(page);
        QVERIFY(keepButtons(page).isEmpty());
        const QString said = texts(page);
        QVERIFY2(said.contains(Commune + u" decides"_s), qPrintable(said));
        QVERIFY2(said.contains(u"25/11/2026 · "_s + Commune), qPrintable(said));
        const QString machine = packageFormat::deviceName(u"06838"_s, commune.reg->deviceId());
        QVERIFY2(said.contains(machine), qPrintable(machine + u'\n' + said));
        page.choose(0, 0); // as by a press that no button offers
        QTest::qWait(100);
        QVERIFY(page.findChild<QLabel*>() && !texts(page).contains(u"belongs to another office"_s));
        QCOMPARE(page.shown().size(), std::size_t(2));
    }

    void whoChoosesByKeyboardGoesOnWithTheNextOne()
    {
        test::OfficeRegister office;
        writeSessionTwice(office);
        ConflictsPage page(*office.context);
        show(page);
        QCOMPARE(test::formFaults(&page), QStringList());
        QCOMPARE(keepButtons(page).size(), 4);
        for (const QPushButton* keep : keepButtons(page))
            QVERIFY2(keep->accessibleName().contains(u"25/11/2026"_s), qPrintable(keep->accessibleName()));
        for (const std::size_t left : { 1, 0 }) {
            keepButtons(page).constFirst()->setFocus();
            QTest::keyClick(keepButtons(page).constFirst(), Qt::Key_Space);
            QTRY_COMPARE(page.shown().size(), left);
            QTRY_VERIFY(page.isAncestorOf(QApplication::focusWidget()));
            QTRY_COMPARE(keepButtons(page).size(), qsizetype(2 * left)); // the list of before has gone
            if (left > 0)
                QTRY_VERIFY(keepButtons(page).contains(qobject_cast<QPushButton*>(QApplication::focusWidget())));
        }
        QVERIFY(page.isAncestorOf(QApplication::focusWidget()));
    }
};

QTEST_MAIN(TestConflictsJourney)
#include "tst_conflicts_journey.moc"
