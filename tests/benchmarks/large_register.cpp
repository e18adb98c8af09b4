// SPDX-License-Identifier: GPL-3.0-or-later
#include "large_register.h"

#include "models/records/kinds.h"
#include "models/sheets/workbook_writer.h"

#include <QDir>
#include <QFile>

using namespace maiam;

namespace {
const QString Passphrase = QStringLiteral("khong ai biet cau nay");
constexpr UtcMs Hour = 3'600'000;
constexpr UtcMs Day = 24 * Hour;
constexpr size_t EntriesOfBatch = 5000;

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ');
}

const QStringList& families()
{
    static const QStringList list = words(
        "Nguyễn Nguyễn Nguyễn Trần Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Lý Nông Tằng Chíu Voòng La Dường Lục Vi");
    return list;
}
const QStringList& girls()
{
    static const QStringList list =
        words("Ánh Bích Chi Dung Duyên Đào Giang Hà Hạnh Hiền Hoa Hồng Huệ Hương Lan Linh Ly Mai Minh My Nga Ngọc "
              "Nhung Oanh Phương Quỳnh Thảo Thủy Trang Tuyết Uyên Vân Yến");
    return list;
}
const QStringList& boys()
{
    static const QStringList list =
        words("An Anh Bảo Bình Chiến Cường Dũng Duy Đạt Đức Đông Hải Hiếu Hùng Huy Khánh Kiên Lâm Long Lực Mạnh Nam "
              "Nghĩa Phong Phúc Quân Quang Sơn Thắng Thành Tiến Trung Tuấn Việt Vinh");
    return list;
}
const QStringList& villages()
{
    static const QStringList list { QStringLiteral("Thôn Ngàn Phe"), QStringLiteral("Thôn Chang Nà"),
        QStringLiteral("Thôn Nà Kẻ"), QStringLiteral("Thôn Co Nhan"), QStringLiteral("Khu Bình Công"),
        QStringLiteral("Bản Cáu"), QStringLiteral("Thôn Pắc Pò"), QStringLiteral("Thôn Đồng Thắng") };
    return list;
}

void must(bool good, const char* what)
{
    if (!good)
        qFatal("%s", what);
}
} // namespace

LargeRegister::LargeRegister(const Catalogues& catalogues)
    : m_random(20261124)
{
    const auto codesOf = [&](const char* name) {
        QStringList codes;
        for (const CatalogueEntry& entry : catalogues.at(QLatin1String(name)).entries())
            codes.append(entry.code);
        return codes;
    };
    m_kinds = codesOf("abuse-kinds");
    m_sources = codesOf("sources");
    m_environments = codesOf("environments");
    m_groups = codesOf("groups");
    m_sessions = codesOf("session-types");
    m_ethnic = codesOf("ethnic-groups");
}

const QString& LargeRegister::any(const QStringList& list)
{
    return list.at(m_random.bounded(int(list.size())));
}

QString LargeRegister::person(bool female)
{
    const QString middle = female ? QStringLiteral("Thị") : any(boys());
    return any(families()) + u' ' + middle + u' ' + any(female ? girls() : boys());
}

Record LargeRegister::child(const Register& reg, int number)
{
    const bool female = m_random.bounded(100) < 65;
    Record record = reg.newRecord(kinds::Child);
    record.set(ChildFields::FileCode, QStringLiteral("BL-TE-%1").arg(number, 4, 10, QLatin1Char('0')));
    record.set(ChildFields::Name, person(female));
    record.set(ChildFields::Birth, QDate(2005, 1, 1).addDays(m_random.bounded(7000)).toString(Qt::ISODate));
    record.set(ChildFields::Sex, female ? QStringLiteral("female") : QStringLiteral("male"));
    record.set(ChildFields::EthnicGroup, any(m_ethnic));
    record.set(ChildFields::PersonalNumber,
        QStringLiteral("0223%1").arg(m_random.bounded(100'000'000), 8, 10, QLatin1Char('0')));
    record.set(ChildFields::Father, person(false));
    record.set(ChildFields::Mother, person(true));
    record.set(ChildFields::Village, any(villages()));
    record.set(ChildFields::School, QStringLiteral("Tiểu học Tình Húc, lớp 4B"));
    record.set(ChildFields::Group, any(m_groups));
    return record;
}

Record LargeRegister::file(const Register& reg, QUuid child, int number, UtcMs received, UtcMs now)
{
    Record record = reg.newRecord(kinds::Case);
    record.set(CaseFields::FileCode,
        QStringLiteral("BL-%1-%2").arg(civil::date(received).year()).arg(number, 4, 10, QLatin1Char('0')));
    record.set(CaseFields::Child, child);
    record.set(CaseFields::Kind, any(m_kinds));
    record.set(CaseFields::Received, received);
    record.set(CaseFields::Source, any(m_sources));
    record.set(CaseFields::Age, qint64(m_random.bounded(18)));
    record.set(CaseFields::Environment, any(m_environments));
    record.set(CaseFields::Outcome, QStringLiteral("case"));
    record.set(CaseFields::Emergency, QStringLiteral("not-needed"));
    record.set(CaseFields::EmergencyDecided, received + m_random.bounded(12) * Hour);
    record.set(CaseFields::Assessed, received + m_random.bounded(20) * Hour);
    record.set(CaseFields::PlanStart, received + 2 * Day);
    const bool old = number % 50 == 0;
    const bool open = received > now - 60 * Day || m_random.bounded(100) < 1;
    record.set(CaseFields::Step,
        old        ? QStringLiteral("imported")
            : open ? QStringLiteral("carry-out")
                   : QStringLiteral("closed"));
    if (old)
        record.set(CaseFields::Origin, QStringLiteral("workbook"));
    record.set(CaseFields::PlanSubmitted, received + (3 + m_random.bounded(8)) * Day);
    record.set(CaseFields::PlanApproved, received + 12 * Day);
    if (open)
        record.set(CaseFields::NextReview, now + (m_random.bounded(60) - 5) * Day);
    else if (!old)
        record.set(CaseFields::Closed, std::min(now - Day, received + (30 + m_random.bounded(90)) * Day));
    record.set(CaseFields::Summary,
        QStringLiteral("Trẻ bị người trong gia đình đánh nhiều lần; hàng xóm nghe tiếng khóc và báo cho trưởng thôn."));
    record.set(CaseFields::Place, any(villages()));
    record.set(CaseFields::ReporterName, person(true));
    record.set(CaseFields::SuspectName, person(false));
    record.set(CaseFields::Condition, QStringLiteral("Đang ở với bà ngoại, sức khỏe ổn định."));
    return record;
}

Record LargeRegister::session(const Register& reg, UtcMs starts, UtcMs now)
{
    Record record = reg.newRecord(kinds::Session);
    record.set(SessionFields::Type, any(m_sessions));
    record.set(SessionFields::Starts, starts);
    record.set(SessionFields::State, starts > now ? QStringLiteral("planned") : QStringLiteral("held"));
    record.set(SessionFields::Minutes, qint64(90));
    record.set(SessionFields::Title, QStringLiteral("Phòng, chống xâm hại trẻ em"));
    record.set(SessionFields::Place, any(villages()));
    record.set(SessionFields::Male, qint64(m_random.bounded(40)));
    record.set(SessionFields::Female, qint64(m_random.bounded(40)));
    record.set(SessionFields::Hotlines, qint64(m_random.bounded(2)));
    record.set(SessionFields::Materials, qint64(m_random.bounded(100)));
    return record;
}

namespace {
/// As sealing notes it. Three entries of the founding stand before the first case.
void notePacked(Register& reg, qint64 entries)
{
    must(bool(reg.writeLocal([&](Database& database) {
                     return database.run(
                         QStringLiteral("INSERT INTO package_log(outgoing, office, device, first_seq, last_seq, file, "
                                        "at) VALUES (1, x'00', ?, 1, ?, 'earlier.maiam', 0)"),
                         { reg.deviceId(), entries + 3 });
                 })
                  .result()),
        "the package log could not be written");
}
} // namespace

void LargeRegister::make(const QString& folder, int cases)
{
    auto reg = empty(folder, OfficeRole::Commune);
    const UtcMs now = reg->clock().now();
    const UtcMs begin = now - 8 * 365 * Day;
    Batch batch;
    const auto store = [&] {
        must(bool(reg->commit(std::move(batch)).result()), "the register could not be filled");
        batch = Batch();
    };
    QUuid last;
    qint64 entries = 0;
    qint64 packed = 0; // what was written until a month ago has been sent
    for (int i = 0; i < cases; ++i) {
        const UtcMs received = begin + (now - begin) / cases * i;
        if (i % 5 != 4 || last.isNull()) { // every fifth case is of a child that is known
            const Record made = child(*reg, i + 1);
            last = made.id();
            batch.add(made);
        }
        batch.add(file(*reg, last, i + 1, received, now));
        if (i % 20 == 0)
            batch.add(session(*reg, received + 30 * Day, now));
        if (received < now - 30 * Day)
            packed = entries + qint64(batch.changes.size());
        if (batch.changes.size() >= EntriesOfBatch) {
            entries += qint64(batch.changes.size());
            store();
        }
    }
    store();
    notePacked(*reg, packed);
}

std::unique_ptr<Register> LargeRegister::empty(const QString& folder, OfficeRole role)
{
    NewRegister wanted;
    wanted.folder = folder;
    wanted.unit = role == OfficeRole::Province ? QStringLiteral("22") : QStringLiteral("06838");
    wanted.role = role;
    wanted.officeName =
        role == OfficeRole::Province ? QStringLiteral("Sở Y tế") : QStringLiteral("Ủy ban nhân dân xã Bình Liêu");
    wanted.login = QStringLiteral("lan");
    wanted.displayName = QStringLiteral("Hoàng Thị Lan");
    wanted.passphrase = Passphrase;
    wanted.demo = true;
    wanted.cost = KdfCost::forTests();
    wanted.limits = KdfLimits::forTests();
    auto made = Register::create(wanted);
    must(bool(made), "no register could be made");
    return std::move(made->reg);
}

std::unique_ptr<Register> LargeRegister::open(const QString& folder)
{
    auto opened = Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
    must(bool(opened), "the register could not be opened");
    return std::move(*opened);
}

SecretKey LargeRegister::keyOf(const QString& folder)
{
    auto keys = KeysFile::read(QDir(folder).filePath(QStringLiteral("register.keys")), KdfLimits::forTests());
    must(bool(keys), "no keys");
    for (const KeysFile::SlotInfo& slot : keys->slotList()) {
        if (slot.kind != KeysFile::SlotKind::Passphrase)
            continue;
        auto key = keys->openWithPassphrase(slot.user, Passphrase);
        must(bool(key), "no key");
        return std::move(*key);
    }
    qFatal("no user");
}

QString LargeRegister::file(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("register.db"));
}

void LargeRegister::copy(const QString& from, const QString& to)
{
    must(QDir().mkpath(to), "no folder");
    for (const char* name : { "register.db", "register.keys" })
        must(QFile::copy(QDir(from).filePath(QString::fromLatin1(name)), QDir(to).filePath(QString::fromLatin1(name))),
            "not copied");
}

void LargeRegister::writeWorkbook(const QString& file, int rows)
{
    SheetTable table;
    table.name = QStringLiteral("Sổ theo dõi");
    table.columns = { QStringLiteral("STT"), QStringLiteral("Họ và tên trẻ"), QStringLiteral("Ngày sinh"),
        QStringLiteral("Giới tính"), QStringLiteral("Dân tộc"), QStringLiteral("Họ tên cha"),
        QStringLiteral("Họ tên mẹ"), QStringLiteral("Nơi ở"), QStringLiteral("Hình thức xâm hại"),
        QStringLiteral("Ngày tiếp nhận"), QStringLiteral("Ghi chú") };
    for (int i = 0; i < rows; ++i) {
        const bool female = m_random.bounded(2);
        table.rows.append({ Cell::ofNumber(i + 1), Cell::ofText(person(female)),
            Cell::ofDate(QDate(2008, 1, 1).addDays(m_random.bounded(6000))),
            Cell::ofText(female ? QStringLiteral("Nữ") : QStringLiteral("Nam")), Cell::ofText(QStringLiteral("Dao")),
            Cell::ofText(person(false)), Cell::ofText(person(true)), Cell::ofText(any(villages())),
            Cell::ofText(QStringLiteral("Bạo lực")), Cell::ofDate(QDate(2025, 1, 1).addDays(m_random.bounded(600))),
            Cell::ofText(QStringLiteral("đã lập hồ sơ")) });
    }
    must(bool(maiam::writeWorkbook(file, { table })), "the workbook could not be written");
}
