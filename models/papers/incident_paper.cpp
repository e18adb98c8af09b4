// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/incident_paper.h"

#include "models/catalogues/catalogues.h"
#include "models/incidents/notice_words.h"
#include "models/papers/decree30.h"
#include "models/records/kinds.h"
#include "models/text/format.h"

using namespace Qt::Literals::StringLiterals;

namespace maiam::papers {

namespace {

using namespace decree30;
using F = IncidentFields;

/// Builds the parts in their order; one object for one paper.
class NoticeBuilder
{
public:
    NoticeBuilder(const Record& incident, const ReportOffice& office, const Catalogues& catalogues,
        const IncidentPaperOptions& options)
        : m_incident(incident)
        , m_office(office)
        , m_catalogues(catalogues)
        , m_options(options)
    {
    }

    Paper build()
    {
        if (m_options.demo)
            m_paper.banner = u"SỐ LIỆU MẪU"_s;
        addHead();
        addOpening();
        part(u"Diễn biến sự cố"_s, noticeWords::story(m_incident, m_catalogues));
        part(u"Dữ liệu cá nhân có thể đã bị lộ"_s, noticeWords::data(m_incident, m_catalogues));
        part(u"Việc đã làm ngay khi phát hiện"_s, m_incident.text(F::Done));
        part(u"Hậu quả, thiệt hại có thể xảy ra"_s, m_incident.text(F::Harm));
        part(u"Biện pháp khắc phục, giảm thiểu tác hại, ngăn tái diễn"_s, m_incident.text(F::Measures));
        part(u"Người liên hệ, trả lời"_s, m_incident.text(F::Contact));
        if (m_day > m_options.due || m_incident.has(F::LateReason))
            part(u"Lý do thông báo sau 72 giờ"_s, m_incident.text(F::LateReason));
        addClosing();
        addSignature();
        return m_paper;
    }

private:
    [[nodiscard]] const CatalogueEntry* unit() const { return m_catalogues.at("units"_L1).find(m_office.unit); }
    [[nodiscard]] QString unitName() const { return unit() ? unit()->text("full_vi"_L1) : m_office.name; }
    [[nodiscard]] QString officeName() const
    {
        return unit() && !m_office.province ? u"Ủy ban nhân dân "_s + unitName() : m_office.name;
    }

    void addHead()
    {
        DocumentHead top;
        if (m_office.province)
            top.body = { { u"ỦY BAN NHÂN DÂN"_s, unitName().toUpper() }, { u"SỞ Y TẾ"_s } };
        else
            top.body = { {}, { u"ỦY BAN NHÂN DÂN"_s, unitName().toUpper() } };
        const QString number = m_incident.text(F::Number);
        if (const int given = number.section(u'/', 0, 0).toInt(); given > 0)
            top.number = given;
        top.symbol = number.section(u'/', 1);
        if (top.symbol.isEmpty())
            top.symbol = m_office.province ? u"TB-SYT"_s : u"TB-UBND"_s;
        top.date = placeAndDate(unit() ? unit()->vi : QString(), civil::date(m_day));
        m_paper.blocks.append(head(top));
        m_paper.blocks.append(title(u"THÔNG BÁO"_s, u"Sự cố vi phạm quy định về bảo vệ dữ liệu cá nhân"_s));
    }

    void addOpening()
    {
        Paragraph to { { Run { u"Kính gửi: "_s + noticeWords::recipient(m_incident) + u'.' } }, Align::Center, 14 };
        to.spaceAfterPt = 10;
        m_paper.blocks.append(to);
        m_paper.blocks.append(legalBases({ u"Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"_s,
            u"Căn cứ Nghị định số 356/2025/NĐ-CP ngày 31 tháng 12 năm 2025 của Chính phủ quy định chi tiết một số điều "
            "và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân"_s }));
        m_paper.blocks.append(
            body(officeName() + u" thông báo sự cố lộ dữ liệu cá nhân của trẻ em do cơ quan quản lý như sau:"_s));
    }

    /// Line by line as typed; nothing typed leaves room to write by hand.
    void part(const QString& title, const QString& text)
    {
        m_paper.blocks.append(subheading(u"%1. %2"_s.arg(++m_part).arg(title)));
        const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines)
            m_paper.blocks.append(body(line.trimmed()));
        if (!lines.isEmpty())
            return;
        Paragraph dots = body(QString(112, u'.'));
        dots.align = Align::Left;
        m_paper.blocks.append(dots);
    }

    void addClosing()
    {
        m_paper.blocks.append(body(
            u"Thông báo này không ghi họ tên trẻ em. Thông tin chưa xác định sẽ được thông báo bổ sung khi có kết quả "
            "xác minh. Nếu việc tiếp nhận không thuộc thẩm quyền của quý cơ quan, đề nghị chuyển đến cơ quan có thẩm "
            "quyền và cho biết để thực hiện. %1 phối hợp với cơ quan chức năng để xử lý."_s.arg(officeName())));
    }

    void addSignature()
    {
        Signature end;
        end.authority = authority(m_office.province, m_office.signerTitle);
        end.signer = m_office.signer;
        end.recipients = { u"Như trên"_s };
        m_paper.blocks.append(signature(end));
    }

    const Record& m_incident;
    const ReportOffice& m_office;
    const Catalogues& m_catalogues;
    const IncidentPaperOptions& m_options;
    const UtcMs m_day = m_incident.number(F::Sent).value_or(m_options.now);
    Paper m_paper;
    int m_part = 0;
};

} // namespace

Paper incidentPaper(const Record& incident, const ReportOffice& office, const Catalogues& catalogues,
    const IncidentPaperOptions& options)
{
    return NoticeBuilder(incident, office, catalogues, options).build();
}

QString incidentTitle()
{
    return u"Thông báo sự cố lộ dữ liệu"_s;
}

} // namespace maiam::papers
