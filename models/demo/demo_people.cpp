// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/demo_people.h"

#include <QStringList>

namespace maiam {

/// Names as one people of the region gives them.
struct DemoPeople::People
{
    QString code;
    QStringList surnames;
    QStringList boysMiddle;
    QStringList girlsMiddle;
    QStringList boys;
    QStringList girls;
};

namespace {
QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ');
}
QStringList lines(const char* text)
{
    return QString::fromUtf8(text).split(u'|');
}
} // namespace

const DemoPeople::People& DemoPeople::people(DemoRandom& random)
{
    static const People Dao { QStringLiteral("dao"), words("Chíu Phùn Dường Tằng Lỷ Bàn Triệu Đặng"),
        words("Sì Chăn Dảu A Văn Quay Phúc"), words("Sì Tài Mỹ Thị Cắm Nhì"),
        words("Múi Sềnh Tình Sáng Hiếu Lềnh Phúc Thành Tiến Vượng"),
        words("Múi Mai Ánh Lan Hương Slau Nhì Hoa Thương Duyên") };
    static const People Tay { QStringLiteral("tay"), words("Hoàng Lô La Nông Lương Vi Lý Hà Tô Bế"),
        words("Văn Đức Minh Tiến Quốc Gia"), words("Thị Thu Thanh Bích Ngọc Mai"),
        words("Thắng Hùng Tuấn Dũng Sơn Nam Long Khánh Bảo Đạt"),
        words("Hà Thảo Linh Trang Nhung Hằng Vy Yến Chi Diệp") };
    static const People SanChi { QStringLiteral("san-chay"), words("Trần Nình Tằng Lục Ninh Hoàng La Lỷ"),
        words("A Văn Quý Đình Xuân Mạnh"), words("Thị Móc Ngọc Kim Diễm Hồng"),
        words("Tài Sinh Thông Phong Hải Việt Trường Kiên Lâm Quân"),
        words("Thủy Ngân Phượng Nga Thu Uyên Oanh Quyên Liên Dung") };
    static const People Kinh { QStringLiteral("kinh"), words("Nguyễn Trần Lê Phạm Vũ Đỗ Bùi Đinh Ngô Phan"),
        words("Văn Đức Minh Anh Gia Tuấn"), words("Thị Thu Ngọc Khánh Bảo Phương"),
        words("Anh Minh Huy Phúc Quang Khôi Hiếu Bình An Tùng"),
        words("Anh Hân Ngân My Như Quỳnh Trâm Châu Hiền Giang") };
    static const People Hoa { QStringLiteral("hoa"), words("Voòng Chìu Lỷ Lầu Sú"), words("A Chi Văn Quang"),
        words("Thị Mỹ Kim Ngọc"), words("Sáng Dếnh Coóng Phu Minh"), words("Múi Lìn Phấn Hoa Yến") };
    const int of100 = random.below(100);
    return of100 < 38 ? Dao : of100 < 66 ? Tay : of100 < 84 ? SanChi : of100 < 96 ? Kinh : Hoa;
}

QString DemoPeople::village()
{
    static const QStringList Villages =
        lines("Thôn Khe Tiền|Thôn Nà Làng|Thôn Pắc Liềng|Thôn Bản Cầu|Bản Sông Moóc|Thôn Đồng Tâm|Thôn Đài Làng|Thôn "
              "Khe Lánh|"
              "Thôn Nà Ếch|Thôn Cao Thắng|Thôn Ngàn Chi|Thôn Pắc Pò|Khu 1|Khu 2|Khu 3A|Khu Bình Dân");
    return m_random.of(Villages);
}

QString DemoPeople::adult()
{
    const People& of = people(m_random);
    const bool woman = m_random.chance(60);
    return m_random.of(of.surnames) + u' ' + m_random.of(woman ? of.girlsMiddle : of.boysMiddle) + u' '
        + m_random.of(woman ? of.girls : of.boys);
}

QString DemoPeople::schoolFor(int age, const QString& village)
{
    const QString place = village.section(u' ', 1);
    if (age < 3)
        return {};
    if (age < 6)
        return QStringLiteral("Mầm non, điểm trường %1").arg(place);
    if (age < 11)
        return QStringLiteral("TH %1, lớp %2%3").arg(place).arg(age - 5).arg(QChar(u'A' + m_random.below(2)));
    return QStringLiteral("PTDT bán trú THCS, lớp %1%2").arg(age - 5).arg(QChar(u'A' + m_random.below(3)));
}

DemoChild DemoPeople::child(QDate on)
{
    const People& of = people(m_random);
    const bool girl = m_random.chance(52);
    const QString surname = m_random.of(of.surnames);
    DemoChild child;
    child.sex = girl ? QStringLiteral("female") : QStringLiteral("male");
    child.ethnicGroup = of.code;
    child.name = surname + u' ' + m_random.of(girl ? of.girlsMiddle : of.boysMiddle) + u' '
        + m_random.of(girl ? of.girls : of.boys);
    child.father = surname + u' ' + m_random.of(of.boysMiddle) + u' ' + m_random.of(of.boys);
    // Most families are of one people; the mother keeps her own surname.
    const People& hers = m_random.chance(80) ? of : people(m_random);
    child.mother = m_random.of(hers.surnames) + u' ' + m_random.of(hers.girlsMiddle) + u' ' + m_random.of(hers.girls);
    if (m_random.chance(12))
        child.father.clear();
    if (m_random.chance(18))
        child.carer = adult();
    child.born = on.addDays(-m_random.between(120, 15 * 365));
    child.birth = m_random.chance(8) ? QString::number(child.born.year()) : child.born.toString(Qt::ISODate);
    child.village = village();
    child.school = schoolFor(on.year() - child.born.year(), child.village);
    if (m_random.chance(80)) // 022: Quảng Ninh; 3 and 2: girls and boys born since 2000
        child.number = QStringLiteral("022%1%2%3")
                           .arg(girl ? 3 : 2)
                           .arg(child.born.year() % 100, 2, 10, QLatin1Char('0'))
                           .arg(m_count * 7919LL % 1000000, 6, 10, QLatin1Char('0'));
    ++m_count;
    return child;
}

} // namespace maiam
