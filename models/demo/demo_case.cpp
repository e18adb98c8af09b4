// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/demo_case.h"

#include "models/records/kinds.h"
#include "models/text/partial_date.h"

#include <QStringList>

namespace maiam {

namespace {

UtcMs inOfficeHours(QDate day, DemoRandom& random)
{
    return civil::at(day, QTime(8, 0)) + random.between(0, 8 * 60) * DemoMinute;
}

QString weighted(DemoRandom& random, std::initializer_list<std::pair<const char*, int>> choices)
{
    int left = random.below(100);
    for (const auto& [code, percent] : choices)
        if ((left -= percent) < 0)
            return QString::fromLatin1(code);
    return QString::fromLatin1(choices.begin()->first);
}

DemoCourse awaitingApproval(DemoCourse course, UtcMs now, const WorkingCalendar& calendar)
{
    QDate day = civil::date(now).addDays(-1);
    while (!calendar.isWorkingDay(day))
        day = day.addDays(-1);
    course.submitted = std::max(civil::at(day, QTime(15, 20)), *course.assessed + DemoHour);
    course.step = QStringLiteral("approval");
    return course;
}

QString story(const QString& kind, DemoRandom& random)
{
    static const QStringList Violence {
        QStringLiteral("Hàng xóm nghe tiếng trẻ khóc nhiều lần trong tuần, trên tay trẻ có vết bầm."),
        QStringLiteral("Cô giáo thấy trẻ có vết roi ở chân, trẻ nói bị đánh khi chưa làm xong việc nhà."),
        QStringLiteral("Người thân say rượu đánh trẻ tại nhà, trẻ chạy sang nhà bác ở nhờ.")
    };
    static const QStringList Neglect { QStringLiteral("Trẻ ở một mình nhiều ngày, bố mẹ đi làm xa, không ai nấu ăn."),
        QStringLiteral("Trẻ nghỉ học dài ngày, không có người lớn trong nhà chăm sóc.") };
    static const QStringList Sexual { QStringLiteral("Gia đình báo trẻ bị người quen có hành vi đụng chạm."),
        QStringLiteral("Trẻ kể với cô giáo việc bị một người lớn rủ rê, đụng chạm.") };
    static const QStringList Other { QStringLiteral("Trẻ phải nghỉ học đi làm thuê ở xưởng, làm cả buổi tối."),
        QStringLiteral("Người lạ rủ trẻ đi làm ăn xa, gia đình lo trẻ bị lừa.") };
    static const QStringList Risk { QStringLiteral("Bố mẹ mâu thuẫn kéo dài, trẻ sợ về nhà."),
        QStringLiteral("Trẻ sống với ông bà già yếu, có dấu hiệu bị bỏ bê."),
        QStringLiteral("Trẻ hay bị bạn dọa nạt trên đường đi học.") };
    const QStringList& of = kind == QStringLiteral("violence") ? Violence
        : kind == QStringLiteral("neglect")                    ? Neglect
        : kind == QStringLiteral("sexual")                     ? Sexual
        : kind == QStringLiteral("risk")                       ? Risk
                                                               : Other;
    return random.of(of);
}
} // namespace

QString demoKind(DemoRandom& random)
{
    return weighted(random,
        { { "violence", 42 }, { "neglect", 18 }, { "sexual", 14 }, { "risk", 20 }, { "exploitation", 4 },
            { "trafficking", 2 } });
}

DemoCourse demoCourse(UtcMs received, UtcMs now, DemoDelays delays, const WorkingCalendar& calendar, DemoRandom& random)
{
    DemoCourse course;
    course.received = received;
    course.level = weighted(random, { { "medium", 45 }, { "high", 30 }, { "low", 25 } });
    // All numbers are drawn before anything is cut off, so that a case draws alike whenever it came in.
    const UtcMs assessed =
        received + (delays.assessment ? random.between(14 * 60, 40 * 60) : random.between(60, 10 * 60)) * DemoMinute;
    const UtcMs decided = assessed + random.between(10, 80) * DemoMinute;
    const QDate submittedOn =
        calendar.addWorkingDays(civil::date(assessed), delays.plan ? random.between(6, 9) : random.between(2, 5));
    const UtcMs submitted = inOfficeHours(submittedOn, random);
    const QDate approvedOn =
        calendar.addWorkingDays(submittedOn, delays.approval ? random.between(3, 5) : random.between(1, 2));
    const UtcMs approved = inOfficeHours(approvedOn, random);
    const UtcMs supported = assessed + random.between(2, 9 * 24) * DemoHour;
    const QDate reviewOn = calendar.onOrAfter(approvedOn.addDays(random.between(30, 60)));
    const QDate closedOn = calendar.addWorkingDays(reviewOn, random.between(0, 8));
    const UtcMs closed = std::max(inOfficeHours(closedOn, random), civil::at(reviewOn, QTime(17, 0)));
    if (assessed > now || delays.stage == DemoStage::Intake)
        return course;
    course.assessed = assessed;
    course.step = QStringLiteral("verify");
    if (course.level == QStringLiteral("high") && decided <= now)
        course.emergencyDecided = decided;
    if (supported <= now)
        course.supported = supported;
    if (civil::date(now) >= calendar.addWorkingDays(civil::date(assessed), 2))
        course.step = QStringLiteral("plan");
    if (delays.stage == DemoStage::Plan) {
        course.step = QStringLiteral("plan");
        return course;
    }
    if (delays.stage == DemoStage::Approval) // submitted on the last working day, so that the chairman is in time
        return awaitingApproval(std::move(course), now, calendar);
    if (submitted > now)
        return course;
    course.submitted = submitted;
    course.step = QStringLiteral("approval");
    if (approved > now)
        return course;
    course.approved = approved;
    course.nextReview = civil::startOf(reviewOn);
    course.step = QStringLiteral("carry-out");
    if (delays.stage == DemoStage::CarryOut || delays.stage == DemoStage::Review) {
        const bool reviewing = delays.stage == DemoStage::Review;
        course.step = reviewing ? QStringLiteral("review") : course.step;
        course.nextReview = civil::startOf(calendar.onOrAfter(civil::date(now).addDays(reviewing ? 3 : 20)));
        return course;
    }
    if (civil::startOf(reviewOn) > now)
        return course;
    course.step = QStringLiteral("review");
    if (delays.open) { // reviewed, to go on: the next review is ahead
        course.nextReview = civil::startOf(calendar.onOrAfter(civil::date(now).addDays(random.between(9, 40))));
        course.step = QStringLiteral("carry-out");
    } else if (closed <= now) {
        course.closed = closed;
        course.step = QStringLiteral("closed");
    }
    return course;
}

void fillDemoCase(
    Record& file, const DemoCourse& course, const QString& kind, QDate born, const QString& village, DemoRandom& random)
{
    const auto moment = [&](const Field& field, std::optional<UtcMs> at) { file.set(field, at); };
    file.set(CaseFields::Kind, kind);
    moment(CaseFields::Received, course.received);
    moment(CaseFields::Assessed, course.assessed);
    moment(CaseFields::EmergencyDecided, course.emergencyDecided);
    if (course.assessed)
        file.set(CaseFields::Emergency,
            course.level == QStringLiteral("high") ? QStringLiteral("needed") : QStringLiteral("not-needed"));
    moment(CaseFields::PlanSubmitted, course.submitted);
    moment(CaseFields::PlanApproved, course.approved);
    moment(CaseFields::Supported, course.supported);
    moment(CaseFields::NextReview, course.nextReview);
    moment(CaseFields::Closed, course.closed);
    file.set(CaseFields::Step, course.step);
    file.set(CaseFields::Outcome, QStringLiteral("case"));
    const auto age = PartialDate::fromDate(born).ageOn(civil::date(course.received));
    file.set(CaseFields::Age, age ? std::optional<qint64>(*age) : std::nullopt);
    const QString source = weighted(random,
        { { "resident", 22 }, { "school", 20 }, { "family", 18 }, { "village-head", 14 }, { "hotline-111", 10 },
            { "police", 8 }, { "health", 5 }, { "hotline-province", 3 } });
    file.set(CaseFields::Source, source);
    const bool telephone = source.startsWith(QStringLiteral("hotline")) || random.chance(35);
    file.set(CaseFields::Channel, telephone ? QStringLiteral("phone") : QStringLiteral("in-person"));
    if (source == QStringLiteral("hotline-111"))
        moment(CaseFields::HotlineReceived, course.received - random.between(20, 150) * DemoMinute);
    file.set(CaseFields::Environment,
        weighted(
            random, { { "family", 62 }, { "community", 20 }, { "school", 10 }, { "online", 5 }, { "unknown", 3 } }));
    file.set(CaseFields::Origin, QStringLiteral("demo"));
    file.set(CaseFields::Summary, story(kind, random));
    file.set(CaseFields::Place, village);
    file.set(CaseFields::Condition, QStringLiteral("Trẻ đang ở nơi an toàn, ăn ngủ được."));
}

} // namespace maiam
