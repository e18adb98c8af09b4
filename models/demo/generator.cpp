// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/generator.h"

#include "models/demo/demo_writer.h"
#include "models/directive/task_progress.h"
#include "models/reports/remark.h"

#include <algorithm>
#include <array>

namespace maiam {

namespace {
constexpr qint64 Day = 24 * DemoHour;
constexpr int SpreadDays = 3 * 365;

QString special(DemoRandom& random)
{
    static constexpr std::array<const char*, 10> Groups { "g-d", "g-d", "g-d", "g-a", "g-a", "g-c", "g-h", "g-n", "g-i",
        "g-e" };
    return QString::fromLatin1(random.of(Groups));
}

QString atRisk(DemoRandom& random)
{
    static constexpr std::array<const char*, 6> Groups { "risk-violence", "risk-violence", "risk-abandonment",
        "risk-abandonment", "risk-exploitation", "risk-other" };
    return QString::fromLatin1(random.of(Groups));
}

/// One case of the believable commune.
struct Told
{
    int hoursAgo;
    const char* kind;
    DemoDelays delays;
};

/// In every stage, some late, with months in which nothing came in.
constexpr std::array<Told, 15> Stories { {
    { 9, "violence", { .stage = DemoStage::Intake } },
    { 26, "neglect", {} },
    { 4 * 24, "violence", { .stage = DemoStage::Plan } },
    { 8 * 24, "sexual", { .stage = DemoStage::Approval } },
    { 45 * 24, "risk", { .stage = DemoStage::CarryOut } },
    { 84 * 24, "violence", { .plan = true, .stage = DemoStage::Review } },
    { 152 * 24, "neglect", {} },
    { 160 * 24, "violence", { .assessment = true } },
    { 245 * 24, "exploitation", {} },
    { 333 * 24, "sexual", { .approval = true, .open = true } },
    { 338 * 24, "risk", {} },
    { 430 * 24, "violence", {} },
    { 437 * 24, "violence", { .plan = true } },
    { 560 * 24, "trafficking", { .assessment = true, .plan = true } },
    { 690 * 24, "neglect", {} },
} };
constexpr int Held = 13;
constexpr int Upcoming = 2;

UtcMs receivedAt(const Told& told, int number, UtcMs now)
{
    if (told.hoursAgo < 48)
        return now - told.hoursAgo * DemoHour;
    return civil::at(civil::date(now - told.hoursAgo * DemoHour), QTime(7 + number * 5 % 13, number * 17 % 60));
}

/// The next two days of this week after today; at its end, the first days of the next.
UtcMs upcomingAt(int number, UtcMs now)
{
    const QDate today = civil::date(now);
    return civil::at(today.addDays(1 + number), number == 0 ? QTime(8, 0) : QTime(14, 0));
}

Result<void> addRemarks(Register& reg, UtcMs now)
{
    const ReportPeriod period = ReportPeriod::of(civil::date(now));
    const std::array<std::pair<int, QString>, 3> texts { {
        { -1,
            QStringLiteral("Trong kỳ, các thôn vùng cao đi lại khó khăn do mưa; cộng tác viên thôn đã phối hợp tốt với "
                           "nhà trường.") },
        { -2, QStringLiteral("Đề nghị Sở Y tế cấp thêm tờ rơi song ngữ Tày – Việt, Dao – Việt.") },
        { -5, QStringLiteral("Kỳ này không phát sinh vụ việc; đã rà soát lại danh sách trẻ có nguy cơ.") },
    } };
    for (const auto& [back, text] : texts) {
        const auto make = [&, back = back, text = text](
                              Database& db) { return remark::set(db, reg.office().id, period.plus(back), text); };
        if (auto done = reg.commit(Register::MakeBatch(make)).result(); !done)
            return fail(done);
    }
    return {};
}

Result<void> addTasks(Register& reg, const Catalogues& catalogues, UtcMs now)
{
    struct State
    {
        const char* task;
        const char* state;
        QString note;
    };
    const std::array<State, 6> states { {
        { "1.a", "done", QStringLiteral("Đã ban hành kế hoạch thực hiện của xã.") },
        { "1.b", "going-on", {} },
        { "1.d", "going-on", {} },
        { "2.a", "going-on", {} },
        { "2.c", "done", QStringLiteral("Hai lớp cho học sinh bán trú.") },
        { "2.e", "not-started", {} },
    } };
    const int year = ReportPeriod::of(civil::date(now)).year();
    for (const State& one : states) {
        const auto make = [&](Database& db) {
            return taskProgress::setTask(db, catalogues, reg.office().id, QString::fromLatin1(one.task), year,
                QString::fromLatin1(one.state), one.note);
        };
        if (auto done = reg.commit(Register::MakeBatch(make)).result(); !done)
            return fail(done);
    }
    return {};
}
} // namespace

Result<DemoFigures> demo::generate(Register& reg, const DemoSize& size)
{
    auto writer = DemoWriter::open(reg, size.seed);
    if (!writer)
        return fail(writer);
    const DemoFigures figures { std::max(0, size.children), std::max(0, size.cases), std::max(0, size.sessions) };
    DemoRandom& random = writer->random();
    const auto group = [](DemoRandom& draw) { return draw.chance(50) ? special(draw) : atRisk(draw); };
    if (auto done = writer->addChildren(figures.children, group); !done)
        return fail(done);
    // Oldest first, so that codes rise with the days of reception.
    const UtcMs from = writer->now() - SpreadDays * Day;
    const auto story = [&](int number) {
        const UtcMs slot = SpreadDays * Day / std::max(1, figures.cases);
        const UtcMs received = from + slot * number + slot * random.below(1000) / 1000;
        return DemoWriter::Plan { received,
            { random.chance(8), random.chance(12), random.chance(10), random.chance(6) }, {} };
    };
    if (auto done = writer->addCases(figures.cases, story, false); !done)
        return fail(done);
    const auto starts = [&](int) {
        const QDate day =
            writer->calendar().onOrAfter(civil::date(writer->now()).addDays(random.between(-SpreadDays, 20)));
        return civil::at(day, QTime(random.chance(50) ? 8 : 14, 0));
    };
    if (auto done = writer->addSessions(figures.sessions, starts); !done)
        return fail(done);
    return figures;
}

Result<DemoFigures> demo::believableCommune(Register& reg)
{
    constexpr quint32 Seed = 2026;
    auto writer = DemoWriter::open(reg, Seed);
    if (!writer)
        return fail(writer);
    if (auto done = writer->addChildren(80, special); !done)
        return fail(done);
    if (auto done = writer->addChildren(85, atRisk); !done)
        return fail(done);
    const UtcMs now = writer->now();
    const auto story = [now](int number) {
        const int at = int(Stories.size()) - 1 - number;
        const Told& told = Stories[size_t(at)];
        return DemoWriter::Plan { receivedAt(told, at, now), told.delays, QString::fromLatin1(told.kind) };
    };
    if (auto done = writer->addCases(int(Stories.size()), story, true); !done)
        return fail(done);
    const auto starts = [&](int number) {
        if (number >= Held)
            return upcomingAt(number - Held, now);
        QDate day = civil::date(now).addDays(-4 - (Held - 1 - number) * 27);
        while (!writer->calendar().isWorkingDay(day))
            day = day.addDays(-1);
        return civil::at(day, QTime(number % 2 ? 14 : 8, 0));
    };
    if (auto done = writer->addSessions(Held + Upcoming, starts); !done)
        return fail(done);
    if (auto done = addRemarks(reg, now); !done)
        return fail(done);
    if (auto done = addTasks(reg, writer->catalogues(), now); !done)
        return fail(done);
    return DemoFigures { 165, int(Stories.size()), Held + Upcoming };
}

} // namespace maiam
