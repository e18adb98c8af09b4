// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/demo_writer.h"

#include "models/records/kinds.h"

namespace maiam {

namespace {
const QString Origin = QStringLiteral("demo");

struct SessionKind
{
    const char* type;
    const char* title;
    bool children;
};
constexpr SessionKind SessionKinds[] = {
    { "communication", "Truyền thông phòng, chống xâm hại trẻ em tại thôn", false },
    { "class-children", "Lớp kỹ năng tự bảo vệ, phòng tránh đuối nước", true },
    { "training-parents", "Tập huấn nuôi dạy con không bạo lực", false },
    { "communication", "Giới thiệu Tổng đài 111 và 18001769 tại chợ phiên", false },
    { "class-children", "Lớp an toàn trên mạng cho học sinh THCS", true },
    { "training-teachers", "Tập huấn giáo viên nhận biết trẻ bị xâm hại", false },
    { "counselling-point", "Điểm tư vấn trẻ em tại nhà văn hóa thôn", false },
    { "training-officers", "Tập huấn quy trình tiếp nhận thông tin cho cộng tác viên", false },
};
} // namespace

DemoWriter::DemoWriter(Register& reg, Catalogues catalogues, WorkingCalendar calendar, QString prefix, quint32 seed)
    : m_reg(&reg)
    , m_catalogues(std::move(catalogues))
    , m_calendar(std::move(calendar))
    , m_prefix(std::move(prefix))
    , m_now(reg.clock().now())
    , m_random(std::make_unique<DemoRandom>(seed))
    , m_people(std::make_unique<DemoPeople>(*m_random))
{
}

Result<DemoWriter> DemoWriter::open(Register& reg, quint32 seed)
{
    if (!reg.demo())
        return fail(ErrorCode::NotAllowed,
            tr("This register is kept for real children, so no fictional data goes into it. Make a demo register for "
               "that."));
    auto catalogues = Catalogues::builtIn();
    if (!catalogues)
        return fail(catalogues);
    auto calendar = WorkingCalendar::fromCatalogue(catalogues->at(QLatin1String("holidays")));
    if (!calendar)
        return fail(calendar);
    const CatalogueEntry* unit = catalogues->at(QLatin1String("units")).find(reg.office().unit);
    const QString prefix = unit ? unit->text(QLatin1String("prefix")) : QStringLiteral("XA");
    return DemoWriter(reg, std::move(*catalogues), std::move(*calendar), prefix, seed);
}

Result<void> DemoWriter::store(int count, const Make& make)
{
    int done = 0;
    while (done < count) {
        const auto some = [&](Database& db) -> Result<Batch> {
            FileCodes codes(db, m_prefix);
            Batch batch;
            batch.reason = QStringLiteral("demo");
            for (; done < count && batch.changes.size() < size_t(ChangesPerCommit); ++done)
                if (auto made = make(done, batch, codes); !made)
                    return fail(made);
            return batch;
        };
        if (auto committed = m_reg->commit(Register::MakeBatch(some)).result(); !committed)
            return fail(committed);
    }
    return {};
}

Result<void> DemoWriter::addChildren(int count, const std::function<QString(DemoRandom&)>& group)
{
    return store(count, [&](int, Batch& batch, FileCodes& codes) -> Result<void> {
        const DemoChild child = m_people->child(civil::date(m_now));
        auto code = codes.nextChild();
        if (!code)
            return fail(code);
        Record record = m_reg->newRecord(kinds::Child);
        record.set(ChildFields::FileCode, *code);
        record.set(ChildFields::Name, child.name);
        record.set(ChildFields::Birth, child.birth);
        record.set(ChildFields::Sex, child.sex);
        record.set(ChildFields::EthnicGroup, child.ethnicGroup);
        record.set(ChildFields::PersonalNumber, child.number);
        record.set(ChildFields::Father, child.father);
        record.set(ChildFields::Mother, child.mother);
        record.set(ChildFields::Carer, child.carer);
        record.set(ChildFields::Village, child.village);
        record.set(ChildFields::School, child.school);
        record.set(ChildFields::Group, group(*m_random));
        const qint64 lived = child.born.daysTo(civil::date(m_now));
        const int before = m_random->below(int(std::min<qint64>(lived, 700)));
        record.set(ChildFields::Registered, m_now - qint64(before) * 24 * 60 * DemoMinute);
        record.set(ChildFields::Origin, Origin);
        batch.add(record);
        m_children.push_back({ record.id(), child.born, child.village });
        return {};
    });
}

Result<void> DemoWriter::addCases(int count, const std::function<Plan(int)>& plan, bool withAssessments)
{
    if (count > 0 && m_children.empty())
        return fail(ErrorCode::InvalidInput, tr("Cases need children. Ask for at least one child."));
    return store(count, [&](int number, Batch& batch, FileCodes& codes) -> Result<void> {
        const Plan wanted = plan(number);
        // Steps of 7 through the children; one who was not born yet when the report came in gives way to the next.
        size_t place = size_t(number) * 7 % m_children.size();
        for (size_t tried = 0; tried < m_children.size() && m_children[place].born >= civil::date(wanted.received);
             ++tried)
            place = (place + 1) % m_children.size();
        const Stored& child = m_children[place];
        const DemoCourse course = demoCourse(wanted.received, m_now, wanted.delays, m_calendar, *m_random);
        auto code = codes.nextCase(civil::date(wanted.received).year());
        if (!code)
            return fail(code);
        Record file = m_reg->newRecord(kinds::Case);
        file.set(CaseFields::FileCode, *code);
        file.set(CaseFields::Child, child.id);
        fillDemoCase(file, course, wanted.kind.isEmpty() ? demoKind(*m_random) : wanted.kind, child.born, child.village,
            *m_random);
        batch.add(file);
        if (withAssessments && course.assessed)
            addAssessment(batch, file, course);
        return {};
    });
}

void DemoWriter::addAssessment(Batch& batch, const Record& file, const DemoCourse& course)
{
    const QString& level = course.level;
    const QString capacity = level == QStringLiteral("high") ? QStringLiteral("low")
        : level == QStringLiteral("low")                     ? QStringLiteral("high")
                                                             : level;
    Record record = m_reg->newRecord(kinds::Assessment);
    record.set(AssessmentFields::Case, file.id());
    record.set(AssessmentFields::Done, *course.assessed);
    record.set(AssessmentFields::Harm, level);
    record.set(AssessmentFields::Recurrence, level);
    record.set(AssessmentFields::SelfProtection, capacity);
    record.set(AssessmentFields::Support, capacity);
    record.set(AssessmentFields::Conclusion, level);
    record.set(
        AssessmentFields::Reason, QStringLiteral("Theo tình trạng của trẻ và người chăm sóc tại thời điểm đánh giá."));
    if (level == QStringLiteral("high"))
        record.set(AssessmentFields::Measures,
            QStringLiteral("Đưa trẻ sang ở với người thân, trưởng thôn theo dõi hằng ngày."));
    batch.add(record);
}

Result<void> DemoWriter::addSessions(int count, const std::function<UtcMs(int)>& starts)
{
    return store(count, [&](int number, Batch& batch, FileCodes&) -> Result<void> {
        const SessionKind& kind = SessionKinds[size_t(number) % std::size(SessionKinds)];
        const UtcMs at = starts(number);
        const bool held = at < m_now;
        const int people = m_random->between(18, 90);
        const int male = m_random->between(people / 3, people / 2);
        Record record = m_reg->newRecord(kinds::Session);
        record.set(SessionFields::Type, QString::fromLatin1(kind.type));
        record.set(SessionFields::Starts, at);
        record.set(SessionFields::State, held ? QStringLiteral("held") : QStringLiteral("planned"));
        record.set(SessionFields::Minutes, qint64(m_random->between(3, 8)) * 30);
        record.set(SessionFields::Title, QString::fromUtf8(kind.title));
        record.set(SessionFields::Place, QStringLiteral("Nhà văn hóa, ") + m_people->village());
        if (held) {
            record.set(SessionFields::Male, qint64(male));
            record.set(SessionFields::Female, qint64(people - male));
            record.set(SessionFields::Materials, qint64(people + m_random->below(40)));
            record.set(SessionFields::Referred, qint64(m_random->chance(10)));
        }
        if (kind.children)
            record.set(SessionFields::AgeBand, m_random->chance(50) ? QStringLiteral("6-10") : QStringLiteral("11-15"));
        record.set(SessionFields::Hotlines, qint64(m_random->chance(80)));
        batch.add(record);
        return {};
    });
}

} // namespace maiam
