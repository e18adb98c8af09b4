// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/people.h"

#include "models/records/kinds.h"
#include "models/text/partial_date.h"

namespace maiam::demo {

namespace {
    using Words = std::vector<QString>;
    constexpr qint64 Hour = 3600'000;
    constexpr qint64 Day = 24 * Hour;

    Words words(const char* text)
    {
        const QStringList list = QString::fromUtf8(text).split(u'|');
        return Words(list.begin(), list.end());
    }

    const Words& surnames()
    {
        static const Words list = words("Nguyễn|Trần|Lê|Hoàng|Phạm|Vũ|Tằng|Chìu|Chíu|Phùn|Lỷ|Voòng|Bàn|Triệu|Đặng|Dương|Lục|Nình|La|Sằn|Trưởng|Hà|Đỗ|Bùi");
        return list;
    }
    const Words& villages()
    {
        static const Words list = words("Thôn Khe Lánh|Thôn Bản Cầu|Thôn Pắc Liềng|Thôn Nà Làng|Khu 1|Khu 2|Khu 3|Khu 4|Thôn Đồng Thanh|Thôn Ngàn Pạt|Thôn Cao Sơn|Bản Sông Moóc");
        return list;
    }
    const Words& girls()
    {
        static const Words list = words("Mỹ Ánh|Thị Dục|Thu Hà|Ngọc Hân|Kim Oanh|Bảo Như|Thanh Trúc|Diệu Linh|Phương Thảo|Thị Mai|Khánh Vy|Thu Trang|Hồng Nhung|Thị Sen");
        return list;
    }
    const Words& boys()
    {
        static const Words list = words("Đức Anh|Đức Bảo|Gia Đức|Minh Đức|Quang Huy|Văn Nam|Tuấn Kiệt|Anh Dũng|Hữu Phúc|Xuân Trường|Công Minh|Gia Bảo|Văn Sìn|Quốc Khánh");
        return list;
    }
    const Words& ethnicGroups()
    {
        static const Words list = words("tay|dao|san-chay|kinh|tay|dao");
        return list;
    }
}

People::People(const Register& reg, quint32 seed)
    : m_register(reg)
    , m_random(seed)
{
}

const std::vector<QString>& People::specialGroups()
{
    static const Words list = words("g-d|g-a|g-b|g-c|g-n|g-d|g-h|poor|g-d");
    return list;
}

const std::vector<QString>& People::riskGroups()
{
    static const Words list = words("risk-violence|risk-abandonment|risk-exploitation|risk-other");
    return list;
}

const std::vector<QString>& People::abuseKinds()
{
    static const Words list = words("violence|neglect|sexual|violence|exploitation|risk|trafficking|violence|risk");
    return list;
}

const std::vector<QString>& People::sessionTypes()
{
    static const Words list = words("class-children|communication|training-parents|communication|training-teachers|class-children|communication|training-carers|counselling-point|training-officers");
    return list;
}

QString People::given(bool girl)
{
    return pick(girl ? girls() : boys());
}

Record People::child(const QString& group, const QString& code)
{
    const bool girl = draw(2) == 1;
    const QString surname = pick(surnames());
    const QDate today = civil::date(m_register.clock().now());
    const QDate birth = today.addDays(-(365 * (1 + draw(14)) + draw(365)));
    Record child = m_register.newRecord(kinds::Child);
    child.set(ChildFields::FileCode, code);
    child.set(ChildFields::Name, surname + u' ' + given(girl));
    child.set(ChildFields::Birth, draw(5) == 0 ? birth.toString(QStringLiteral("yyyy")) : draw(4) == 0 ? birth.toString(QStringLiteral("yyyy-MM")) : birth.toString(Qt::ISODate));
    child.set(ChildFields::Sex, girl ? QStringLiteral("female") : QStringLiteral("male"));
    child.set(ChildFields::EthnicGroup, pick(ethnicGroups()));
    if (draw(4) != 0)
        child.set(ChildFields::PersonalNumber, QStringLiteral("022%1%2%3").arg(girl ? 3 : 2).arg(birth.year() % 100, 2, 10, QLatin1Char('0')).arg(draw(1'000'000), 6, 10, QLatin1Char('0')));
    if (draw(6) != 0)
        child.set(ChildFields::Father, surname + u' ' + given(false));
    child.set(ChildFields::Mother, pick(surnames()) + u' ' + given(true));
    child.set(ChildFields::Village, pick(villages()));
    child.set(ChildFields::Group, group);
    child.set(ChildFields::Registered, std::optional<qint64>(m_register.clock().now() - qint64(draw(700)) * Day));
    return child;
}

Record People::file(const Record& child, const QString& kind, const QString& code, UtcMs received, int step, bool late)
{
    static const Words steps = words("intake|initial|verify|plan|approval|carry-out|review|closed");
    static const Words sources = words("hotline-111|resident|school|village-head|family|hotline-province|police|health");
    static const Words summaries = words("Hàng xóm nghe trẻ khóc, bị đánh nhiều lần.|Trẻ nghỉ học dài ngày, ở nhà trông em.|Cô giáo thấy vết bầm trên tay trẻ.|"
                                         "Trẻ ở với bà, cha mẹ đi làm xa không gửi tiền.|Trẻ bị bạn lớn doạ nạt trên đường về.|Trẻ phải đi làm thuê ban đêm.");
    const UtcMs now = m_register.clock().now();
    const auto at = [&](qint64 offset) { return std::optional<qint64>(std::min(received + offset, now)); };
    Record file = m_register.newRecord(kinds::Case);
    file.set(CaseFields::FileCode, code);
    file.set(CaseFields::Child, child.id());
    file.set(CaseFields::Kind, kind);
    file.set(CaseFields::Received, std::optional<qint64>(received));
    file.set(CaseFields::Source, pick(sources));
    file.set(CaseFields::Channel, draw(2) ? QStringLiteral("phone") : QStringLiteral("in-person"));
    file.set(CaseFields::Environment, draw(3) ? QStringLiteral("family") : QStringLiteral("community"));
    file.set(CaseFields::Outcome, QStringLiteral("case"));
    file.set(CaseFields::Step, steps[size_t(step)]);
    file.set(CaseFields::Summary, pick(summaries));
    file.set(CaseFields::Place, child.text(ChildFields::Village));
    if (const auto age = PartialDate::fromIso(child.text(ChildFields::Birth)).ageOn(civil::date(received)))
        file.set(CaseFields::Age, std::optional<qint64>(*age));
    if (step >= 2) {
        const qint64 assessed = (late ? 15 : 2 + draw(8)) * Hour;
        file.set(CaseFields::Assessed, at(assessed));
        const bool urgent = draw(4) == 0;
        file.set(CaseFields::Emergency, urgent ? QStringLiteral("needed") : QStringLiteral("not-needed"));
        if (urgent)
            file.set(CaseFields::EmergencyDecided, at(assessed + Hour / 2));
        file.set(CaseFields::Supported, at(Day + draw(3) * Day));
    }
    if (step >= 4)
        file.set(CaseFields::PlanSubmitted, at((late ? 12 : 3) * Day));
    if (step >= 5)
        file.set(CaseFields::PlanApproved, at((late ? 16 : 4) * Day));
    if (step == 6)
        file.set(CaseFields::NextReview, std::optional<qint64>(now + 4 * Day));
    if (step == 7)
        file.set(CaseFields::Closed, at((60 + draw(60)) * Day));
    return file;
}

Record People::session(const QString& type, UtcMs starts, bool held)
{
    static const Words places = words("Trường TH Bình Liêu|Trường THCS Bình Liêu|Nhà văn hoá thôn Khe Lánh|Nhà văn hoá Khu 2|Hội trường UBND xã|Loa truyền thanh xã");
    static const Words titles = words("Kỹ năng tự bảo vệ|Phòng, chống xâm hại trẻ em|Nhận biết trẻ bị bạo lực|Tổng đài 111 và 1800 1769|Nuôi dạy con không đòn roi|An toàn trên mạng");
    Record session = m_register.newRecord(kinds::Session);
    session.set(SessionFields::Type, type);
    session.set(SessionFields::Starts, std::optional<qint64>(starts));
    session.set(SessionFields::State, held ? QStringLiteral("held") : QStringLiteral("planned"));
    session.set(SessionFields::Minutes, std::optional<qint64>(60 + 30 * draw(5)));
    session.set(SessionFields::Title, pick(titles));
    session.set(SessionFields::Place, pick(places));
    if (held) {
        session.set(SessionFields::Male, std::optional<qint64>(8 + draw(40)));
        session.set(SessionFields::Female, std::optional<qint64>(8 + draw(50)));
        session.set(SessionFields::Materials, std::optional<qint64>(draw(4) * 50));
    }
    session.set(SessionFields::Hotlines, std::optional<qint64>(draw(3) != 0 ? 1 : 0));
    return session;
}

} // namespace maiam::demo
