// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/notice_words.h"

#include "models/base/clock.h"
#include "models/catalogues/catalogues.h"
#include "models/incidents/incident_form.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "models/text/partial_date.h"

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
using F = IncidentFields;

QString inSentence(QString text)
{
    if (text.size() > 1 && !text.at(1).isUpper()) // an abbreviation keeps its capitals
        text[0] = text.at(0).toLower();
    return text;
}

QString hourAndDay(UtcMs at)
{
    const QDateTime civilTime = civil::dateTime(at);
    return u"%1 ngày %2"_s.arg(civilTime.time().toString(u"HH 'giờ' mm"_s), formatDate(civilTime.date()));
}

QString happened(const PartialDate& day)
{
    if (day.isNull())
        return u"Chưa xác định được thời điểm xảy ra."_s;
    const QString about = day.estimated() ? u"khoảng "_s : QString();
    const QString when = day.precision() == PartialDate::Precision::Day ? u"ngày "_s + formatDate(day.earliest())
        : day.precision() == PartialDate::Precision::Month ? u"tháng %1/%2"_s.arg(day.month()).arg(day.year())
                                                           : u"năm %1"_s.arg(day.year());
    return u"Sự cố xảy ra "_s + about + when + u'.';
}
} // namespace

QString noticeWords::filledStory(const Record& incident, const Catalogues& catalogues)
{
    const QString kind = incident.text(F::Kind);
    QString first = u"Phát hiện lúc %1"_s.arg(hourAndDay(incident.number(F::Found).value_or(0)));
    if (!kind.isEmpty())
        first += u": "_s + inSentence(catalogues.title("incident-kinds"_L1, kind, CatalogueLanguage::Vietnamese));
    first += u". "_s + happened(PartialDate::fromIso(incident.text(F::Happened)));
    if (const QString place = incident.text(F::Place); !place.isEmpty())
        first += u" Nơi xảy ra: "_s + place + u'.';
    QStringList lines { first };
    if (const QString story = incident.text(F::Story); !story.isEmpty())
        lines.append(story);
    return lines.join(u'\n');
}

QString noticeWords::filledData(const Record& incident, const Catalogues& catalogues)
{
    QStringList data;
    for (const IncidentForm::DataKind& kind : IncidentForm::dataKinds())
        if (incident.number(*kind.field).value_or(0) != 0)
            data.append(inSentence(
                catalogues.title("incident-data"_L1, QString::fromLatin1(kind.code), CatalogueLanguage::Vietnamese)));
    const auto children = incident.number(F::Children);
    return (data.isEmpty() ? u"Loại dữ liệu: chưa xác định."_s : u"Loại dữ liệu: "_s + data.join(u"; "_s) + u'.')
        + u'\n'
        + (children ? u"Số trẻ em có dữ liệu liên quan: khoảng %1."_s.arg(formatNumber(*children))
                    : u"Số trẻ em có dữ liệu liên quan: chưa xác định."_s);
}

QString noticeWords::filledRecipient()
{
    return u"Bộ Công an (Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao)"_s;
}

QString noticeWords::story(const Record& incident, const Catalogues& catalogues)
{
    const QString corrected = incident.text(F::NoticeStory);
    return corrected.isEmpty() ? filledStory(incident, catalogues) : corrected;
}

QString noticeWords::data(const Record& incident, const Catalogues& catalogues)
{
    const QString corrected = incident.text(F::NoticeData);
    return corrected.isEmpty() ? filledData(incident, catalogues) : corrected;
}

QString noticeWords::recipient(const Record& incident)
{
    const QString corrected = incident.text(F::Recipient);
    return corrected.isEmpty() ? filledRecipient() : corrected;
}

} // namespace maiam
