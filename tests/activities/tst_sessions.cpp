// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/session_form.h"
#include "models/activities/session_list.h"
#include "tests/support/small_register.h"

#include <QTest>

using namespace maiam;

namespace {

const QByteArray Office(16, 'a');

QString s(const char* latin)
{
    return QString::fromLatin1(latin);
}

Record filled()
{
    Record record(kinds::Session);
    record.set(SessionFields::Type, s("communication"));
    record.set(SessionFields::Starts, std::optional<qint64>(1000));
    record.set(SessionFields::State, s("held"));
    record.set(SessionFields::Female, std::optional<qint64>(40));
    return record;
}

} // namespace

class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestComesFirstAndDeletedOnesNever()
    {
        SmallRegister reg;
        const auto add = [&](const char* type, UtcMs starts, const char* state, bool deleted = false) {
            return reg.add(kinds::Session,
                { { "type", s(type) }, { "starts", starts }, { "state", s(state) }, { "male", qint64(2) },
                    { "female", qint64(3) }, { "title", s("Ky nang") } },
                Office, {}, deleted);
        };
        const qint64 old = add("communication", 100, "held");
        const qint64 young = add("class-children", 300, "planned");
        const qint64 middle = add("class-children", 200, "held");
        add("communication", 400, "held", true);
        using Ids = std::vector<qint64>;
        QCOMPARE(sessionList::ids(reg.database()).value(), (Ids { young, middle, old }));
        QCOMPARE(
            sessionList::ids(reg.database(), { s("communication"), s("counselling-point") }).value(), (Ids { old }));
        QCOMPARE(sessionList::between(reg.database(), 100, 300).value(), (Ids { middle, old }));
        QCOMPARE(sessionList::upcoming(reg.database(), 0, 1000).value(), (Ids { young }));
        const auto rows = sessionList::page(reg.database(), Ids { middle, 999, young }).value();
        QCOMPARE(rows.size(), size_t(2));
        QCOMPARE(rows[0].people(), 5);
        QCOMPARE(rows[0].title, s("Ky nang"));
        QCOMPARE(rows[1].state, s("planned"));
        QVERIFY(!rows[1].minutes);
    }

    void aSessionNeedsATypeATimeAndAState()
    {
        QVERIFY(SessionForm::check(filled()));
        for (const Field* field : { &SessionFields::Type, &SessionFields::Starts, &SessionFields::State }) {
            Record record = filled();
            record.setValue(*field, Value());
            const auto checked = SessionForm::check(record);
            QVERIFY2(!checked, field->name);
            QCOMPARE(checked.error().code, ErrorCode::InvalidInput);
            QVERIFY(!checked.error().message.isEmpty());
        }
    }

    void impossibleCountsAreRefused()
    {
        for (const Field* field : { &SessionFields::Male, &SessionFields::Female, &SessionFields::Unspecified,
                 &SessionFields::Materials, &SessionFields::Referred })
        {
            for (const auto& [number, fits] :
                { std::pair(0, true), std::pair(100000, true), std::pair(-1, false), std::pair(100001, false) })
            {
                Record record = filled();
                record.set(*field, std::optional<qint64>(number));
                QCOMPARE(SessionForm::check(record).has_value(), fits);
            }
        }
    }

    void nobodyIsCountedAtASessionThatWasNotHeld()
    {
        Record record = filled();
        record.set(SessionFields::State, s("cancelled"));
        QVERIFY(!SessionForm::check(record));
        record.set(SessionFields::Female, std::optional<qint64>(0));
        QVERIFY(SessionForm::check(record));
        QVERIFY(builtInCatalogues().at(QLatin1String("session-states")).contains(s("cancelled")));
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
