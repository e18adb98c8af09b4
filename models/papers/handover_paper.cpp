// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/handover_paper.h"

#include "models/catalogues/catalogues.h"
#include "models/papers/decree30.h"
#include "models/papers/handover_tables.h"
#include "models/text/format.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace maiam::papers {

namespace {

using namespace decree30;

/// Builds the parts in their order; one object for one paper.
class HandoverBuilder
{
public:
    HandoverBuilder(const Handover& handed, const HandoverParties& parties, const HandoverWords& words,
        const Catalogues& catalogues, const HandoverPaperOptions& options)
        : m_handed(handed)
        , m_parties(parties)
        , m_words(words)
        , m_catalogues(catalogues)
        , m_options(options)
    {
    }

    Paper build()
    {
        if (m_options.demo)
            m_paper.banner = u"SỐ LIỆU MẪU"_s;
        addHead();
        addParties();
        addCases();
        addRequests();
        // The province sends receipts alone; nobody acknowledges them and nothing of them is packed again.
        if (!m_handed.office.province)
            addSending();
        addSessions();
        addTasks();
        addRegister();
        part(u"NƠI ĐỂ HỒ SƠ GIẤY, VẬT MANG TIN, PHONG BÌ"_s);
        m_paper.blocks.append(handoverTables::places(m_words, m_parties.newRecoveryKey));
        addClosing();
        addSignatures();
        return m_paper;
    }

private:
    [[nodiscard]] const CatalogueEntry* unit() const { return m_catalogues.at("units"_L1).find(m_handed.office.unit); }
    [[nodiscard]] QString unitName() const { return unit() ? unit()->text("full_vi"_L1) : m_handed.office.name; }
    [[nodiscard]] QString officeName() const
    {
        return unit() && !m_handed.office.province ? u"Ủy ban nhân dân "_s + unitName() : m_handed.office.name;
    }

    void say(const QString& text) { m_paper.blocks.append(body(text)); }
    void item(const QString& text) { say(u"- "_s + text); }
    void part(const QString& title)
    {
        static const char* const numbers[] = { "I", "II", "III", "IV", "V", "VI", "VII" };
        m_paper.blocks.append(heading(u"%1. %2"_s.arg(QLatin1String(numbers[m_part++]), title)));
    }

    void addHead()
    {
        DocumentHead top;
        if (m_handed.office.province)
            top.body = { { u"ỦY BAN NHÂN DÂN"_s, unitName().toUpper() }, { u"SỞ Y TẾ"_s } };
        else
            top.body = { {}, { u"ỦY BAN NHÂN DÂN"_s, unitName().toUpper() } };
        top.symbol = m_handed.office.province ? u"BB-SYT"_s : u"BB-UBND"_s;
        top.date = placeAndDate(unit() ? unit()->vi : QString(), civil::date(m_handed.at));
        m_paper.blocks.append(head(top));
        m_paper.blocks.append(title(u"BIÊN BẢN"_s, u"Bàn giao công tác bảo vệ trẻ em và sổ bảo vệ trẻ em"_s));
    }

    void addParty(const QString& side, const PersonData& person)
    {
        const auto orLine = [](const QString& text, int dots) { return text.isEmpty() ? QString(dots, u'.') : text; };
        Paragraph line =
            body(u"%1: Ông (bà) %2; chức vụ: %3."_s.arg(side, orLine(person.name, 44), orLine(person.post, 36)));
        line.align = Align::Left; // a dotted line would pull the words apart
        m_paper.blocks.append(line);
    }

    void addParties()
    {
        const QDateTime at = civil::dateTime(m_handed.at);
        say(u"Hôm nay, %1, tại %2, chúng tôi gồm:"_s.arg(documentDate(at.date()), officeName()));
        addParty(u"1. Người giao"_s, m_parties.giver);
        addParty(u"2. Người nhận"_s, m_parties.receiver);
        addParty(m_handed.office.province ? u"3. Đại diện Sở Y tế (người chứng kiến)"_s
                                          : u"3. Đại diện Ủy ban nhân dân (người chứng kiến)"_s,
            { m_words.witness, m_words.witnessPost, {} });
        say(u"Cùng lập biên bản bàn giao công tác bảo vệ trẻ em, theo số liệu trong sổ bảo vệ trẻ em lúc %1, như sau:"_s
                .arg(formatDateTime(m_handed.at)));
    }

    void addCases()
    {
        part(u"HỒ SƠ ĐANG MỞ"_s);
        if (m_handed.cases.empty()) {
            say(u"Không có hồ sơ đang mở."_s);
        } else {
            const QString late = m_handed.overdueCases() > 0
                ? u"trong đó %1 hồ sơ đã quá hạn"_s.arg(formatNumber(m_handed.overdueCases()))
                : u"không có hồ sơ nào quá hạn"_s;
            say(u"Có %1 hồ sơ đang mở, %2 theo Nghị định số 56/2017/NĐ-CP. Hồ sơ hết hạn sớm nhất xếp trên cùng."_s.arg(
                formatNumber(qint64(m_handed.cases.size())), late));
            if (!m_options.fullNames)
                say(u"Trẻ em được ghi bằng mã hồ sơ và chữ cái đầu của họ tên; họ tên đầy đủ có trong sổ."_s);
            m_paper.blocks.append(handoverTables::cases(m_handed, m_catalogues, m_options.fullNames));
        }
        if (m_handed.importedToReview > 0)
            say(u"Ngoài ra có %1 hồ sơ nhập từ sổ cũ chưa rà soát."_s.arg(formatNumber(m_handed.importedToReview)));
    }

    [[nodiscard]] static QString erasureLine(const OpenErasure& one)
    {
        return u"Quyết định hủy dữ liệu số %1 ngày %2 của %3: chưa xác nhận hủy trong sổ này."_s.arg(one.decision,
            formatDate(one.decided), one.office.isEmpty() ? u"một đơn vị chưa có thẻ trong sổ"_s : one.office);
    }

    void addRequests()
    {
        part(u"YÊU CẦU CHƯA TRẢ LỜI, VIỆC CHƯA THỐNG NHẤT"_s);
        const QStringList typed = m_words.requests.split(u'\n', Qt::SkipEmptyParts);
        qsizetype pending = 0;
        for (const HandedCase& one : m_handed.cases)
            pending += one.pending;
        if (typed.isEmpty() && pending == 0 && m_handed.conflicts.empty() && m_handed.incidents.empty()
            && m_handed.erasures.empty() && m_handed.waitingEntries == 0)
            return say(u"Không có."_s);
        if (pending > 0)
            item(u"%1 tin báo chưa ghi kết quả xử lý (đã nêu ở mục I)."_s.arg(formatNumber(pending)));
        for (const IncidentRow& leak : m_handed.incidents)
            item(leak.sent ? u"Sự cố lộ dữ liệu phát hiện lúc %1: đã gửi thông báo lúc %2, chưa kết thúc."_s.arg(
                     formatDateTime(leak.found), formatDateTime(*leak.sent))
                           : u"Sự cố lộ dữ liệu phát hiện lúc %1: chưa gửi thông báo, phải gửi trong 72 giờ."_s.arg(
                               formatDateTime(leak.found)));
        for (const OpenErasure& one : m_handed.erasures)
            item(erasureLine(one));
        if (!m_handed.conflicts.empty()) {
            QStringList names;
            for (const OpenConflict& one : m_handed.conflicts)
                names.append(handoverTables::conflict(one));
            item(u"Hai máy ghi khác nhau, phải chọn giá trị đúng: %1."_s.arg(names.join(u"; "_s)));
        }
        if (m_handed.waitingEntries > 0)
            item(u"%1 mục đã nhận của đơn vị khác còn chờ gói gửi trước đó."_s.arg(
                formatNumber(m_handed.waitingEntries)));
        for (const QString& line : typed)
            item(line.trimmed());
    }

    void addSending()
    {
        part(u"GỬI SỞ Y TẾ"_s);
        say(m_handed.unsentRecords > 0 ? u"Còn %1 mục đã ghi trong sổ mà chưa đóng gói gửi Sở Y tế."_s.arg(
                formatNumber(m_handed.unsentRecords))
                                       : u"Mọi mục đã ghi trong sổ đều đã đóng gói gửi Sở Y tế."_s);
        if (m_handed.packages.empty())
            return say(u"Không có gói nào đang chờ biên nhận."_s);
        say(u"Gói đã đóng mà chưa có biên nhận của Sở Y tế (chưa gửi, hoặc đã gửi và phải hỏi lại):"_s);
        m_paper.blocks.append(handoverTables::packages(m_handed.packages));
    }

    void addSessions()
    {
        part(u"CÁC BUỔI, LỚP SẮP TỚI"_s);
        if (m_handed.sessions.empty())
            say(u"Chưa có buổi, lớp nào được lên lịch."_s);
        else
            m_paper.blocks.append(handoverTables::sessions(m_handed.sessions, m_catalogues));
        if (m_handed.unrecorded.empty())
            return;
        say(u"Đã qua ngày mà chưa ghi kết quả:"_s);
        m_paper.blocks.append(handoverTables::sessions(m_handed.unrecorded, m_catalogues));
    }

    void addTasks()
    {
        part(u"NHIỆM VỤ CHỈ THỊ CHƯA HOÀN THÀNH"_s);
        if (m_handed.tasks.empty())
            say(u"Các nhiệm vụ trong năm đều đã hoàn thành."_s);
        else
            m_paper.blocks.append(handoverTables::tasks(m_handed.tasks, m_catalogues));
    }

    void addBackup(const QString& where, const HandedBackup& backup)
    {
        item(backup.made > 0 ? u"Bản sao lưu mới nhất %1: lúc %2, thư mục %3."_s.arg(
                 where, formatDateTime(backup.made), QDir::toNativeSeparators(backup.folder))
                             : u"Chưa có bản sao lưu đọc được %1 (thư mục %2)."_s.arg(
                                 where, QDir::toNativeSeparators(backup.folder)));
    }

    void addRegister()
    {
        part(u"SỔ TRÊN MÁY TÍNH, BẢN SAO LƯU, KHÓA"_s);
        addBackup(u"trên máy"_s, m_handed.backup);
        if (m_handed.second)
            addBackup(u"ở nơi thứ hai"_s, *m_handed.second);
        else
            item(u"Chưa chọn nơi thứ hai để giữ bản sao lưu."_s);
        if (m_handed.drafts > 0)
            item(u"Người giao còn %1 bản nháp chưa lưu, chỉ người giao mở được."_s.arg(formatNumber(m_handed.drafts)));
        item(u"Người nhận mở sổ bằng cụm mật khẩu riêng, tự đặt; không ai khác biết cụm mật khẩu này."_s);
        item(u"Người giao, sau bàn giao:"_s);
        const std::pair<Leaving, QString> ways[] = {
            { Leaving::Viewer, u"vẫn mở được sổ, chỉ xem;"_s },
            { Leaving::Removed, u"không mở sổ được nữa, khóa sổ giữ nguyên;"_s },
            { Leaving::RemovedWithNewKey, u"không mở sổ được nữa, khóa sổ được đổi ngay."_s },
        };
        for (const auto& [way, text] : ways) {
            Paragraph line = body((m_parties.leaving == way ? u"[ x ] "_s : u"[    ] "_s) + text);
            line.leftIndentMm = 12.7;
            m_paper.blocks.append(line);
        }
        if (m_parties.newRecoveryKey)
            addNewKey();
    }

    void addNewKey()
    {
        Paragraph line =
            body(u"- Khóa khôi phục mới được in khi bàn giao; khóa trong phong bì cũ hết giá trị. Phong bì "
                 "mới giao %1 ngày ……/……/…………"_s.arg(m_handed.office.province ? u"Giám đốc"_s : u"Chủ tịch"_s));
        line.align = Align::Left; // the dots would pull the words apart
        m_paper.blocks.append(line);
    }

    void addClosing()
    {
        say(u"Người giao cam đoan đã giao đủ những gì ghi trên đây, không giữ lại bản chép nào của sổ, hồ sơ, bản sao "
            "lưu. Người nhận giữ bí mật thông tin về trẻ em, gia đình và người báo tin theo quy định của pháp luật về "
            "trẻ em và về bảo vệ dữ liệu cá nhân."_s);
        Paragraph last = body(u"Biên bản được lập thành 03 bản có giá trị như nhau: bên giao giữ 01 bản, bên nhận giữ "
                              "01 bản, 01 bản lưu tại cơ quan. Các bên đã đọc, thống nhất và cùng ký tên."_s);
        last.keepWithNext = true;
        m_paper.blocks.append(last);
    }

    /// A signer's column; with or without a second line of the title, the names stand at one height.
    [[nodiscard]] static Cell signer(const QString& title, const QString& second, const QString& name)
    {
        const auto centred = [](const QString& text, qreal size, bool bold, bool italic) {
            return Paragraph { { Run { text, bold, italic } }, Align::Center, size };
        };
        const QString blank(QChar(QChar::Nbsp)); // what is not known is written by hand
        Cell cell;
        cell.paragraphs.append(centred(title, 13, true, false));
        if (!second.isEmpty())
            cell.paragraphs.append(centred(second, 13, true, false));
        cell.paragraphs.append(centred(u"(ký, ghi rõ họ tên)"_s, 12, false, true));
        if (second.isEmpty())
            cell.paragraphs.append(centred(blank, 13, true, false));
        Paragraph line = centred(name.isEmpty() ? blank : name, 13, true, false);
        line.spaceBeforePt = pointsOf(25);
        cell.paragraphs.append(line);
        return cell;
    }

    void addSignatures()
    {
        Table table;
        table.borders = false;
        table.middle = false;
        table.widths = { 1, 1, 1.2 };
        table.spaceBeforePt = 12;
        table.rows = { { { signer(u"NGƯỜI GIAO"_s, {}, m_parties.giver.name),
            signer(u"NGƯỜI NHẬN"_s, {}, m_parties.receiver.name),
            signer(m_handed.office.province ? u"ĐẠI DIỆN SỞ Y TẾ"_s : u"ĐẠI DIỆN UBND"_s, u"(NGƯỜI CHỨNG KIẾN)"_s,
                m_words.witness) } } };
        m_paper.blocks.append(table);
    }

    const Handover& m_handed;
    const HandoverParties& m_parties;
    const HandoverWords& m_words;
    const Catalogues& m_catalogues;
    const HandoverPaperOptions& m_options;
    Paper m_paper;
    int m_part = 0;
};

} // namespace

Paper handoverPaper(const Handover& handed, const HandoverParties& parties, const HandoverWords& words,
    const Catalogues& catalogues, const HandoverPaperOptions& options)
{
    return HandoverBuilder(handed, parties, words, catalogues, options).build();
}

QString handoverTitle()
{
    return u"Biên bản bàn giao"_s;
}

} // namespace maiam::papers
