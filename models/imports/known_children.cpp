// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/known_children.h"

#include "models/base/clock.h"
#include "models/records/kinds.h"
#include "models/records/record.h"
#include "models/text/fold.h"
#include "models/text/partial_date.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace maiam {

namespace {
constexpr std::array<const Field*, 11> Compared { &ChildFields::Name, &ChildFields::Birth, &ChildFields::Sex,
    &ChildFields::EthnicGroup, &ChildFields::PersonalNumber, &ChildFields::Father, &ChildFields::Mother,
    &ChildFields::Carer, &ChildFields::Village, &ChildFields::School, &ChildFields::Group };

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
    if (a == b)
        return true;
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

QString textOf(const Values& values, const Field& field)
{
    const auto found = values.find(field.key());
    const QString* text = found == values.end() ? nullptr : std::get_if<QString>(&found->second);
    return text ? *text : QString();
}

QString KnownChild::text(const Field& field) const
{
    return textOf(values, field);
}

namespace {
/// What each row is looked up by, once, in the order of the indexes.
struct LookUps
{
    std::map<QString, QStringList> births; ///< by name without tones: the births that rows give
    std::set<QString> numbers;

    explicit LookUps(const std::vector<RowDraft>& rows)
    {
        for (const RowDraft& row : rows) {
            if (const QString name = folded(textOf(row.child, ChildFields::Name)); !name.isEmpty())
                births[name].append(textOf(row.child, ChildFields::Birth));
            if (const QString number = textOf(row.child, ChildFields::PersonalNumber); !number.isEmpty())
                numbers.insert(number);
        }
    }
};

/// The rows of the children that could be one of the workbook: the number is the same, or the name is and the births do
/// not exclude each other. compare() finds no likeness in any other.
Result<std::set<qint64>> candidates(Database& database, const LookUps& wanted)
{
    std::set<qint64> rows;
    Statement byName = database.prepared(QStringLiteral("SELECT id, birth FROM child WHERE name_key = ?"));
    for (const auto& [name, births] : wanted.births) {
        byName.bind(0, name);
        while (byName.next()) {
            const QString held = byName.text(1);
            if (std::any_of(
                    births.begin(), births.end(), [&](const QString& birth) { return birthsMeet(held, birth); }))
                rows.insert(byName.integer(0));
        }
    }
    if (auto done = byName.finished(); !done)
        return fail(done);
    Statement byNumber = database.prepared(QStringLiteral("SELECT id FROM child WHERE number = ?"));
    for (const QString& number : wanted.numbers) {
        byNumber.bind(0, number);
        while (byNumber.next())
            rows.insert(byNumber.integer(0));
    }
    if (auto done = byNumber.finished(); !done)
        return fail(done);
    return rows;
}
} // namespace

Result<KnownChildren> KnownChildren::read(
    Database& database, const QByteArray& office, const std::vector<RowDraft>& rows)
{
    KnownChildren known;
    const auto ids = candidates(database, LookUps(rows));
    if (!ids)
        return fail(ids);
    Statement child = database.prepared(
        QStringLiteral("SELECT record, name, birth, sex, ethnic_group, number, father, mother, carer, village, school, "
                       "\"group\", note FROM child WHERE id = ? AND owner = ? AND flags & 1 = 0"));
    for (const qint64 id : *ids) {
        child.bind(0, id);
        child.bind(1, office);
        while (child.next()) {
            KnownChild one;
            one.id = QUuid::fromRfc4122(child.blob(0));
            for (size_t i = 0; i < Compared.size(); ++i)
                if (!child.isNull(int(i) + 1))
                    one.values[Compared[i]->key()] = child.text(int(i) + 1);
            one.notes = child.text(int(Compared.size()) + 1);
            known.add(std::move(one));
        }
    }
    if (auto done = child.finished(); !done)
        return fail(done);
    std::set<int> same;
    for (const RowDraft& row : rows)
        if (const auto match = known.find(row.child); match && match->likeness == Likeness::Same)
            same.insert(match->place);
    for (const int place : same)
        if (auto done = known.readCases(database, place); !done)
            return fail(done);
    return known;
}

/// A case belongs to the child's office: law 7 lets no other one write it.
Result<void> KnownChildren::readCases(Database& database, int place)
{
    KnownChild& child = at(place);
    Statement cases = database.prepared(QStringLiteral(
        "SELECT received, kind, source, origin, note FROM \"case\" WHERE child = ? AND flags & 1 = 0 AND "
        "owner = (SELECT owner FROM child WHERE record = ?) ORDER BY id"));
    cases.bind(0, idBytes(child.id));
    cases.bind(1, idBytes(child.id));
    while (cases.next()) {
        const QDate received = cases.isNull(0) ? QDate() : civil::date(cases.integer(0));
        child.cases.push_back({ received, cases.text(1), cases.text(2), cases.text(3) == QStringLiteral("workbook") });
        child.notes += u'\n' + cases.text(4);
    }
    return cases.finished();
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
    const QString number = textOf(child, ChildFields::PersonalNumber);
    const QString knownNumber = known.text(ChildFields::PersonalNumber);
    // Births that exclude each other leave only the number; most children of one name end here.
    if ((number.isEmpty() || number != knownNumber)
        && !birthsMeet(known.text(ChildFields::Birth), textOf(child, ChildFields::Birth)))
        return std::nullopt;
    const bool sameBirth = sameText(known, child, ChildFields::Birth);
    const bool sameName = sameText(known, child, ChildFields::Name);
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
