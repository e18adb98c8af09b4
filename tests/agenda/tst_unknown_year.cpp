// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agenda/agenda.h"
#include "models/catalogues/catalogues.h"
#include "tests/support/small_register.h"

#include <QTest>

using namespace maiam;

/// A year whose holidays nobody has entered is named, or Tết would count as working days without a word.
class TestUnknownYear : public QObject
{
    Q_OBJECT

    static std::optional<int> unknownOn(QDate today, std::optional<UtcMs> planStart = {})
    {
        SmallRegister reg;
        if (planStart)
            reg.add(kinds::Case,
                { { CaseFields::Received.key(), *planStart - 3600'000 }, { CaseFields::Assessed.key(), *planStart },
                    { CaseFields::Emergency.key(), QStringLiteral("not-needed") },
                    { CaseFields::Step.key(), QStringLiteral("plan") } },
                QByteArray(16, 'o'));
        const StatutoryClock clock =
            StatutoryClock(ClockRules(), WorkingCalendar({ QDate(2026, 1, 1), QDate(2027, 1, 1) }, {}));
        const auto read = agenda::read(reg.database(), clock, civil::at(today, QTime(9, 0)));
        return read ? read->unknownYear : std::optional(-1);
    }

private Q_SLOTS:
    void aKnownYearNeedsNoWord()
    {
        QCOMPARE(unknownOn(QDate(2027, 6, 1)), std::optional<int>());
        QCOMPARE(unknownOn(QDate(2027, 6, 1), civil::at(QDate(2027, 5, 31), QTime(9, 0))), std::optional<int>());
    }
    void theRunningYearIsNamed() { QCOMPARE(unknownOn(QDate(2028, 1, 20)), std::optional(2028)); }
    void aTimeThatEndsInTheNextYearNamesIt()
    {
        QCOMPARE(unknownOn(QDate(2027, 12, 30), civil::at(QDate(2027, 12, 30), QTime(8, 0))), std::optional(2028));
    }
};

QTEST_GUILESS_MAIN(TestUnknownYear)
#include "tst_unknown_year.moc"
