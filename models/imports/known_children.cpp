// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/known_children.h"

#include "models/base/clock.h"
#include "models/records/kinds.h"
#include "models/text/fold.h"
#include "models/text/partial_date.h"

#include <algorithm>
#include <array>

namespace maiam {

namespace {
constexpr std::array<const Field*, 11> Compared { &ChildFields::Name, &ChildFields::Birth, &ChildFields::Sex,
    &ChildFields::EthnicGroup, &ChildFields::PersonalNumber, &ChildFields::Father, &ChildFields::Mother,
    &ChildFields::Carer, &ChildFields::Village, &ChildFields::School, &ChildFields::Group };

QString textOf(const Values& values, const Field& field)
{
    const auto found = values.find(field.key());
    const QString* text = found == values.end() ? nullptr : std::get_if<QString>(&found->second);
    return text ? *text : QString();
}

bool sameText(const KnownChild& known, const Values& child, const Field& field)
{
    const QString a = exactKey(known.text(field));
    return !a.isEmpty() && a == exactKey(textOf(child, field));
}

/// Every field alike, what is missing too.
bool saysTheSame(const KnownChild& known, const Values& child)
{
    return std::all_of(Compared.begin(), Compared.end(),
        [&](const Field* field) { return exactKey(known.text(*field)) == exactKey(textOf(child, *field)); });
}

/// Neither birth excludes the other.
bool birthsMeet(const QString& a, const QString& b)
{
    const PartialDate one = PartialDate::fromIso(a);
    const PartialDate two = PartialDate::fromIso(b);
    return one.isNull() || two.isNull() || (one.earliest() <= two.latest() && two.earliest() <= one.latest());
}

bool sexesMeet(const QString& a, const QString& b)
{
    const QString unknown = QStringLiteral("unknown");
    return a.isEmpty() || b.isEmpty() || a == unknown || b == unknown || a == b;
}
} // namespace

QString KnownChild::text(const Field& field) const
{
    return textOf(values, field);
}

Result<KnownChildren> KnownChildren::read(Database& database, const QByteArray& office)
{
    KnownChildren known;
    QHash<QByteArray, int> places;
    static const QString childSql =
        QStringLiteral("SELECT record, name, birth, sex, ethnic_group, number, father, mother, carer, village, school, "
                       "\"group\", note FROM child WHERE owner = ? AND flags & 1 = 0 ORDER BY id");
    auto children = database.query(childSql, { office });
    if (!children)
        return fail(children);
    while (children->next()) {
        KnownChild child;
        child.id = QUuid::fromRfc4122(children->blob(0));
        for (size_t i = 0; i < Compared.size(); ++i)
            if (!children->isNull(int(i) + 1))
                child.values[Compared[i]->key()] = children->text(int(i) + 1);
        child.notes = children->text(int(Compared.size()) + 1);
        places.insert(children->blob(0), known.add(std::move(child)));
    }
    if (auto done = children->finished(); !done)
        return fail(done);
    static const QString caseSql = QStringLiteral("SELECT child, received, kind, source, origin, note FROM \"case\" "
                                                  "WHERE owner = ? AND flags & 1 = 0 ORDER BY id");
    auto cases = database.query(caseSql, { office });
    if (!cases)
        return fail(cases);
    while (cases->next()) {
        const int place = places.value(cases->blob(0), -1);
        if (place < 0)
            continue;
        const QDate received = cases->isNull(1) ? QDate() : civil::date(cases->integer(1));
        known.at(place).cases.push_back(
            { received, cases->text(2), cases->text(3), cases->text(4) == QStringLiteral("workbook") });
        known.at(place).notes += u'\n' + cases->text(5);
    }
    if (auto done = cases->finished(); !done)
        return fail(done);
    return known;
}

int KnownChildren::add(KnownChild child)
{
    const int place = size();
    if (const QString number = child.text(ChildFields::PersonalNumber); !number.isEmpty())
        m_byNumber.insert(number, place);
    if (const QString name = folded(child.text(ChildFields::Name)); !name.isEmpty())
        m_byName.insert(name, place);
    m_children.push_back(std::move(child));
    return place;
}

std::optional<Likeness> KnownChildren::compare(const KnownChild& known, const Values& child)
{
    const bool sameBirth = sameText(known, child, ChildFields::Birth);
    const bool sameName = sameText(known, child, ChildFields::Name);
    const QString number = textOf(child, ChildFields::PersonalNumber);
    const QString knownNumber = known.text(ChildFields::PersonalNumber);
    if (!number.isEmpty() && number == knownNumber)
        return sameBirth || sameName ? Likeness::Same : Likeness::SameNumberOnly;
    const bool numbersDiffer = !number.isEmpty() && !knownNumber.isEmpty();
    const bool sexes = sexesMeet(known.text(ChildFields::Sex), textOf(child, ChildFields::Sex));
    if (sameName && sameBirth && !numbersDiffer && sexes
        && (sameText(known, child, ChildFields::Father) || sameText(known, child, ChildFields::Mother)
            || sameText(known, child, ChildFields::Village)))
        return Likeness::Same;
    if (sameName && saysTheSame(known, child)) // a birth that nobody knows, on both sides
        return Likeness::Same;
    const bool namesMeet = folded(known.text(ChildFields::Name)) == folded(textOf(child, ChildFields::Name));
    if (numbersDiffer && !sameBirth)
        return std::nullopt;
    if (namesMeet && sexes && birthsMeet(known.text(ChildFields::Birth), textOf(child, ChildFields::Birth)))
        return Likeness::Alike;
    return std::nullopt;
}

std::optional<KnownChildren::Match> KnownChildren::find(const Values& child) const
{
    QList<int> places;
    if (const QString number = textOf(child, ChildFields::PersonalNumber); !number.isEmpty())
        places.append(m_byNumber.values(number));
    if (const QString name = folded(textOf(child, ChildFields::Name)); !name.isEmpty())
        places.append(m_byName.values(name));
    std::sort(places.begin(), places.end()); // the first one met wins, whatever the hash's order
    std::optional<Match> best;
    for (const int place : places)
        if (const auto likeness = compare(at(place), child); likeness && (!best || *likeness < best->likeness))
            best = Match { place, *likeness };
    return best;
}

} // namespace maiam
