// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/case_texts.h"

#include "models/records/kinds.h"
#include "models/text/format.h"
#include "models/text/name_order.h"
#include "models/text/partial_date.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

QString CaseTexts::guardedChild(const CaseRow& row)
{
    const PartialDate birth = PartialDate::fromIso(row.birth);
    QString age;
    if (row.age)
        age = birth.estimated() ? tr("about %n year(s) old", nullptr, int(*row.age))
                                : tr("%n year(s) old", nullptr, int(*row.age));
    QStringList parts;
    if (row.childName.isEmpty()) {
        parts.append(row.sex == u"female"_s ? tr("girl") : row.sex == u"male"_s ? tr("boy") : tr("child"));
    } else {
        parts.append(initials(row.childName));
    }
    if (!age.isEmpty())
        parts.append(age);
    return parts.join(u", "_s);
}

QString CaseTexts::timeAndArticle(const ClockState& state, const WorkContext& context)
{
    const CatalogueEntry* entry = context.catalogues.at("statutory-times"_L1).find(state.code);
    if (!entry)
        return {};
    const int amount = entry->number("amount"_L1);
    const QString unit = entry->text("unit"_L1);
    QStringList parts;
    if (unit == u"hours"_s)
        parts.append(tr("%n hour(s)", nullptr, amount));
    else if (unit == u"working-days"_s)
        parts.append(tr("%n working day(s)", nullptr, amount));
    else if (unit == u"days"_s)
        parts.append(tr("at most %n day(s)", nullptr, amount));
    parts.append(entry->text(context.language == CatalogueLanguage::English ? "article_en"_L1 : "article_vi"_L1));
    return parts.join(u" · "_s);
}

QString CaseTexts::until(const ClockState& state, UtcMs now)
{
    const QDate due = state.dueDate();
    const QDate today = civil::date(now);
    if (state.unit == ClockUnit::Hours) {
        const QString time = civil::dateTime(state.dueAt).time().toString(u"HH:mm"_s);
        if (due == today)
            return tr("until %1 today").arg(time);
        if (due == today.addDays(1))
            return tr("until %1 tomorrow").arg(time);
        return tr("until %1 on %2").arg(time, due.toString(u"dd/MM/yyyy"_s));
    }
    return tr("until the end of %1").arg(due.toString(due.year() == today.year() ? u"dd/MM"_s : u"dd/MM/yyyy"_s));
}

Urgency CaseTexts::urgency(const ClockState& state)
{
    const bool days = state.unit != ClockUnit::Hours || state.kind == ClockKind::LeakNotice72h; // three of them
    if (state.status == ClockStatus::Overdue || (!days && state.isOpen()))
        return Urgency::Red;
    if (state.kind == ClockKind::LeakNotice72h && state.isOpen())
        return state.status == ClockStatus::DueSoon ? Urgency::Red : Urgency::Amber;
    return state.status == ClockStatus::DueSoon ? Urgency::Amber : Urgency::None;
}

Tone CaseTexts::tone(const ClockState& state)
{
    switch (urgency(state)) {
    case Urgency::Red:
        return Tone::Red;
    case Urgency::Amber:
        return Tone::Amber;
    case Urgency::None:
        break;
    }
    return Tone::Neutral;
}

QString CaseTexts::capital(const QString& text)
{
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

QString CaseTexts::decision(const HistoryItem& erasure)
{
    const auto text = [&](const Field& field) {
        const auto found = std::find_if(erasure.changes.begin(), erasure.changes.end(),
            [&](const FieldChange& change) { return change.field == &field; });
        const auto* value = found == erasure.changes.end() ? nullptr : std::get_if<QString>(&found->now);
        return value ? *value : QString();
    };
    const QDate day = QDate::fromString(text(ErasureFields::Decided), Qt::ISODate);
    const QString number = text(ErasureFields::Decision);
    return day.isValid() ? tr("decision %1 of %2").arg(number, formatDate(day)) : tr("decision %1").arg(number);
}

QString CaseTexts::erased(const ErasedParts& parts)
{
    if (parts.isEmpty())
        return {};
    const bool names = std::any_of(
        parts.parts.begin(), parts.parts.end(), [](const auto& part) { return part.second == IdentityClass::Subject; });
    const QString notAgain = tr("Do not write the erased names, numbers and addresses down again.");
    if (parts.decisions.empty()) // a restored register knows what was erased, not always why
        return (names ? tr("The data was erased by decision.") : tr("A part of the data was erased by decision."))
            + u' ' + notAgain;
    QStringList decisions;
    for (const HistoryItem& erasure : parts.decisions)
        decisions.append(decision(erasure));
    return (names ? tr("The data was erased by %1.") : tr("A part of the data was erased by %1."))
               .arg(decisions.join(u", "))
        + u' ' + notAgain;
}

QString CaseTexts::weekdayAndDate(QDate day)
{
    QString name = QLocale().dayName(day.dayOfWeek());
    if (QLocale().language() == QLocale::Vietnamese && !name.isEmpty()) {
        // Inside a sentence: "thứ Ba". The seventh is written in one way everywhere, which Qt's is not.
        if (day.dayOfWeek() == Qt::Sunday)
            name = QStringLiteral("Chủ nhật");
        else
            name[0] = name.at(0).toLower();
    }
    return name + u' ' + formatDate(day);
}

} // namespace maiam
