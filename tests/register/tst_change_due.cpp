// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the register key that was begun is due until one is done, whatever ended it.
#include "models/register/people.h"
#include "tests/support/wanted_register.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestChangeDue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasBegunAndDidNotEndIsStillDue();
};

void TestChangeDue::whatWasBegunAndDidNotEndIsStillDue()
{
    const QTemporaryDir home;
    auto made = Register::create(test::wantedRegister(home.filePath(u"Sổ"_s)));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const QUuid user = made->reg->user();
    QVERIFY(people::keyChangeDue(*made->reg).value().isEmpty());
    auto closed = Register::close(std::move(made->reg));
    QVERIFY(closed);
    const auto ends = [](KeyChanger::Step) { return Result<void>(fail(ErrorCode::DiskFull, u"Ổ đĩa đầy."_s)); };
    KeyChange wanted;
    wanted.by = user;
    QVERIFY(!KeyChanger::change(std::move(*closed), wanted, ends));
    auto opened =
        Register::open(home.filePath(u"Sổ"_s), test::LanWords, std::make_shared<SystemClock>(), KdfLimits::forTests());
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(people::keyChangeDue(**opened).value(), u"change-begun"_s);
    closed = Register::close(std::move(*opened));
    QVERIFY(closed);
    auto changed = KeyChanger::change(std::move(*closed), wanted);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    opened = Register::open(std::move(*changed), user);
    QVERIFY(opened);
    QVERIFY(people::keyChangeDue(**opened).value().isEmpty());
}

QTEST_GUILESS_MAIN(TestChangeDue)
#include "tst_change_due.moc"
