// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incident_form.h"

#include "models/records/kinds.h"
#include "models/sqlcipher/database.h"
#include "models/text/fold.h"
#include "models/text/format.h"
#include "models/text/partial_date.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
using F = IncidentFields;

constexpr IncidentForm::DataKind Kinds[] = { { &F::DataIdentity, "identity" }, { &F::DataFamily, "family" },
    { &F::DataContact, "contact" }, { &F::DataSchool, "school" }, { &F::DataHealth, "health" },
    { &F::DataCase, "case" }, { &F::DataMedia, "media" }, { &F::DataPapers, "papers" },
    { &F::DataReporter, "reporter" }, { &F::DataSuspect, "suspect" }, { &F::DataKeys, "keys" } };

constexpr qsizetype ShortestName = 2; ///< words of a full name
constexpr qsizetype LongestName = 7;

QString label(const Field& field)
{
    return QCoreApplication::translate("Records", field.label);
}

/// With the field where it is to be mended as the error's detail.
tl::unexpected<Error> wrong(const Field& field, const QString& message)
{
    return fail(ErrorCode::InvalidInput, message, QString::fromLatin1(field.name));
}

/// A moment that somebody has typed just now: what was stored before is not doubted because the clock was set back.
bool isNew(const Record& incident, const Field& field)
{
    return incident.changes().contains(field.key());
}

Result<void> notAfter(const Record& incident, const Field& field, UtcMs now)
{
    const auto moment = incident.number(field);
    if (!moment || *moment <= now || !isNew(incident, field))
        return {};
    return wrong(field,
        IncidentForm::tr(
            "“%1” (%2) lies in the future. Correct it, or look whether the clock of this computer is right "
            "(it says %3).")
            .arg(label(field), formatDateTime(*moment), formatDateTime(now)));
}

/// "BL-2026-0031", "BL-TE-0001": letters, digits and hyphens, with a digit and a hyphen in it.
bool isFileCode(const QString& text)
{
    static const QRegularExpression form(u"^(?=.*\\d)[\\p{Lu}\\d]+(-[\\p{Lu}\\d]+)+$"_s);
    return form.match(text).hasMatch();
}

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(u"[^\\p{L}\\p{M}]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return exactKey(text).split(between, Qt::SkipEmptyParts);
}

Result<void> checkMoments(const Record& incident, UtcMs now)
{
    const auto found = incident.number(F::Found);
    if (!found)
        return wrong(F::Found,
            IncidentForm::tr(
                "When the leak was found out is missing: the 72 hours run from then. Enter day and hour."));
    for (const Field* field : { &F::Found, &F::Sent, &F::Closed })
        if (auto good = notAfter(incident, *field, now); !good)
            return good;
    const PartialDate happened = PartialDate::fromIso(incident.text(F::Happened));
    if (!happened.isNull() && happened.earliest() > civil::date(*found))
        return wrong(F::Happened,
            IncidentForm::tr(
                "The day on which it happened lies after the moment at which it was found out. Correct one "
                "of the two."));
    for (const Field* field : { &F::Sent, &F::Closed })
        if (incident.number(*field).value_or(*found) < *found)
            return wrong(*field,
                IncidentForm::tr("“%1” lies before the moment at which the leak was found out. Correct one of the two.")
                    .arg(label(*field)));
    return {};
}

Result<void> checkNotice(const Record& incident)
{
    const QString number = incident.text(F::Number);
    if (!number.isEmpty() && !IncidentForm::isNumber(number))
        return wrong(
            F::Number, IncidentForm::tr("Give the number of the notice as it is printed, such as 15 or 15/TB-UBND."));
    if (incident.has(F::Sent) && incident.text(F::Recipient).isEmpty())
        return wrong(
            F::Recipient, IncidentForm::tr("Say to whom the notice was sent, or clear the time at which it was sent."));
    if (incident.has(F::Closed) && !incident.has(F::Sent) && incident.text(F::NoNotice).isEmpty())
        return wrong(F::NoNotice,
            IncidentForm::tr("No notice has been sent. Say why none is needed (the stick was found unopened …), or "
                             "enter when it was sent; then the leak can be closed."));
    return {};
}
} // namespace

std::span<const IncidentForm::DataKind> IncidentForm::dataKinds()
{
    return Kinds;
}

bool IncidentForm::isNumber(const QString& text)
{
    static const QRegularExpression form(u"^\\d{1,6}(/(\\d{4}/)?[A-ZĐ]{1,6}(-[A-ZĐ0-9]{1,12}){0,3})?$"_s);
    return form.match(text).hasMatch();
}

Result<void> IncidentForm::check(const Record& incident, UtcMs now)
{
    if (auto good = checkMoments(incident, now); !good)
        return good;
    const qint64 children = incident.number(F::Children).value_or(0);
    if (children < 0 || children > MaxChildren)
        return wrong(F::Children,
            tr("“%1” must be a number from 0 to %2. Correct it, or leave it empty when it is not known.")
                .arg(label(F::Children), formatNumber(MaxChildren)));
    static const QRegularExpression between(u"[\\s,;]+"_s);
    for (const QString& code : incident.text(F::Cases).split(between, Qt::SkipEmptyParts))
        if (!isFileCode(code))
            return wrong(F::Cases,
                tr("“%1” is not a code of a file. Write codes only, such as BL-2026-0031, no names.").arg(code));
    return checkNotice(incident);
}

QStringList IncidentForm::texts(const Record& incident)
{
    QStringList all;
    for (const Field* field : incident.kind().fields)
        if (field->type == FieldType::Text || field->type == FieldType::LongText)
            if (const QString text = incident.text(*field); !text.isEmpty())
                all.append(text);
    return all;
}

Result<QStringList> IncidentForm::namedChildren(Database& database, const QStringList& texts)
{
    QStringList codes;
    QSet<QString> asked;
    Statement byName = database.prepared(u"SELECT code, name FROM child WHERE name_key = ? AND flags & 1 = 0"_s);
    for (const QString& text : texts) {
        const QStringList words = wordsOf(text);
        for (qsizetype first = 0; first < words.size(); ++first)
            for (qsizetype count = ShortestName; count <= std::min(LongestName, words.size() - first); ++count) {
                const QString phrase = words.mid(first, count).join(u' ');
                if (asked.contains(phrase))
                    continue;
                asked.insert(phrase);
                byName.reset();
                byName.bind(0, folded(phrase));
                auto row = byName.step();
                for (; row && *row; row = byName.step())
                    if (wordsOf(byName.text(1)).join(u' ') == phrase)
                        codes.append(byName.text(0));
                if (!row)
                    return fail(row);
            }
    }
    codes.removeDuplicates();
    return codes;
}

} // namespace maiam
