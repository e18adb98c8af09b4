// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reports/random_month.h"

#include <rapidcheck.h>

#include <set>

using namespace maiam;

namespace {

QString pick(std::vector<const char*> from)
{
    return QString::fromLatin1(*rc::gen::elementOf(from));
}

constexpr qint64 Hour = 3600000;

Value text(const QString& value)
{
    return value.isEmpty() ? Value() : Value(value);
}

const std::vector<const char*> Kinds { "violence", "sexual", "neglect", "risk", "", "of-a-newer-catalogue" };
const std::vector<const char*> Sources { "school", "resident", "unknown", "", "elsewhere" };

} // namespace

PlainMonth randomMonth(const QByteArray& first, const QByteArray& second)
{
    PlainMonth month;
    const int children = *rc::gen::inRange(1, 8);
    for (int i = 0; i < children; ++i)
        month.children.push_back(
            { recordId::create(first), pick({ "male", "female", "unknown", "" }), *rc::gen::inRange(0, 10) == 0 });
    const ReportPeriod period = ReportPeriod::month(2026, 10);
    const int cases = *rc::gen::inRange(0, 25);
    for (int i = 0; i < cases; ++i) {
        PlainCase one;
        one.owner = *rc::gen::inRange(0, 2) ? first : second;
        one.id = recordId::create(one.owner);
        one.child = *rc::gen::inRange(-1, children);
        one.kind = pick(Kinds);
        one.source = pick(Sources);
        one.outcome = pick({ "", "case", "pending", "untrue", "unverifiable", "passed-on", "known" });
        one.step = pick({ "intake", "plan", "closed", "imported", "" });
        one.origin = pick({ "", "", "workbook" });
        // Often exactly at an edge of the period or of the year, else anywhere within fourteen months.
        const std::vector<qint64> edges { period.begin() - 1, period.begin(), period.end() - 1, period.end(),
            period.yearBegin() - 1, period.yearBegin() };
        one.received = *rc::gen::inRange(0, 3) == 0 ? *rc::gen::elementOf(edges)
                                                    : period.begin() - *rc::gen::inRange<qint64>(-1200, 9600) * Hour;
        if (*rc::gen::inRange(0, 3))
            one.age = *rc::gen::inRange(-1, 19);
        if (*rc::gen::inRange(0, 2))
            one.assessed = one.received + *rc::gen::inRange(0, 25) * Hour;
        if (*rc::gen::inRange(0, 2))
            one.closed = one.received + *rc::gen::inRange(0, 900) * Hour;
        one.deleted = *rc::gen::inRange(0, 8) == 0;
        month.cases.push_back(one);
    }
    return month;
}

void store(PlainMonth& month, SmallRegister& reg)
{
    for (const PlainChild& child : month.children)
        reg.add(kinds::Child, { { "sex", text(child.sex) } },
            recordId::ownedBy(child.id, QByteArray(16, 'a')) ? QByteArray(16, 'a') : QByteArray(16, 'b'), child.id,
            child.deleted);
    for (PlainCase& one : month.cases) {
        const Value child = one.child < 0 ? Value() : Value(idBytes(month.children[size_t(one.child)].id));
        one.row = reg.add(kinds::Case,
            { { "child", child }, { "kind", text(one.kind) }, { "source", text(one.source) },
                { "outcome", text(one.outcome) }, { "step", text(one.step) }, { "origin", text(one.origin) },
                { "received", one.received }, { "age", valueOf(one.age) }, { "assessed", valueOf(one.assessed) },
                { "closed", valueOf(one.closed) } },
            one.owner, one.id, one.deleted);
    }
}

std::map<QString, qint64> countByHand(const PlainMonth& month, const FigureScope& scope)
{
    const auto s = [](const char* latin) { return QString::fromLatin1(latin); };
    std::map<QString, qint64> count;
    std::set<QUuid> all, ofYear;
    std::map<QUuid, QString> sexes;
    std::map<QUuid, qint64> ages;
    std::map<QString, std::set<QUuid>> ofKind;
    for (const PlainCase& one : month.cases) {
        if (one.deleted || (scope.owner && one.owner != *scope.owner))
            continue;
        const bool opened = one.outcome != s("known") && one.outcome != s("untrue") && one.outcome != s("unverifiable")
            && one.outcome != s("passed-on");
        const bool within = one.received >= scope.period.begin() && one.received < scope.period.end();
        const bool year = one.received >= scope.period.yearBegin() && one.received < scope.period.end();
        const QString kind = one.kind.isEmpty() || one.kind == QString::fromLatin1(Kinds[5]) ? s("unknown") : one.kind;
        const PlainChild* child = one.child < 0 ? nullptr : &month.children[size_t(one.child)];
        const QUuid who = child ? child->id : one.id;
        const bool known = child && !child->deleted && (child->sex == s("male") || child->sex == s("female"));
        const QString sex = known ? child->sex : s("unknown");
        const bool due = opened && one.origin.isEmpty()
            && (one.assessed
                || (one.received + 12 * Hour < scope.now && (!one.closed || *one.closed > one.received + 12 * Hour)));
        const bool met = due && one.assessed && *one.assessed - one.received <= 12 * Hour;
        count[s("report.received")] += within;
        count[s("report.received.cumulative")] += year;
        count[s("report.source.school")] += within && one.source == s("school");
        count[s("report.source.unknown")] += within && one.source != s("school") && one.source != s("resident");
        count[s("clock.assessed.due")] += within && due;
        count[s("clock.assessed.met")] += within && met;
        count[s("clock.assessed.met.cumulative")] += year && met;
        count[s("clock.assessed.due.cumulative")] += year && due;
        if (!opened)
            continue;
        count[s("case.opened")] += within;
        count[s("case.opened.cumulative")] += year;
        count[s("case.step.imported")] += within && one.step == s("imported");
        count[s("case.closed")] +=
            one.closed && *one.closed >= scope.period.begin() && *one.closed < scope.period.end();
        const bool still = one.received < scope.period.end() && (!one.closed || *one.closed >= scope.period.end());
        count[s("case.open")] += still && one.step != s("imported");
        count[s("case.open.imported")] += still && !one.closed && one.step == s("imported");
        count[s("case.kind.%1.count").arg(kind)] += within;
        count[s("case.kind.%1.cumulative").arg(kind)] += year;
        if (year)
            ofYear.insert(who);
        if (!within)
            continue;
        all.insert(who);
        sexes[who] = sex;
        if (one.age)
            ages[who] = ages.count(who) ? std::min(ages[who], *one.age) : *one.age;
        if (kind != s("unknown")) // children of two unknown kinds are told apart by the raw code
            ofKind[s("case.kind.%1.%2").arg(kind, sex)].insert(who);
    }
    count[s("child.count")] = qint64(all.size());
    count[s("child.count.cumulative")] = qint64(ofYear.size());
    for (const auto& [figure, who] : ofKind)
        count[figure] = qint64(who.size());
    for (const QUuid who : all) {
        ++count[s("child.sex.") + sexes[who]];
        const bool aged = ages.count(who) > 0;
        const qint64 age = aged ? ages[who] : -1;
        const QString band = age < 0 ? s("unknown")
            : age < 6                ? s("0-5")
            : age < 11               ? s("6-10")
            : age < 16               ? s("11-15")
                                     : s("16-up");
        ++count[s("child.age.%1").arg(band)];
        ++count[s("child.age.%1.%2").arg(band, sexes[who])];
    }
    return count;
}
