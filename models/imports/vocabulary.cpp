// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/vocabulary.h"

#include "models/catalogues/catalogues.h"
#include "models/text/fold.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace maiam {

namespace {
constexpr std::array<std::pair<const char*, ColumnUse>, 20> Uses { {
    { "number", ColumnUse::Number },
    { "name", ColumnUse::Name },
    { "birth-date", ColumnUse::Birth },
    { "sex", ColumnUse::Sex },
    { "sex-male", ColumnUse::SexMale },
    { "sex-female", ColumnUse::SexFemale },
    { "ethnic-group", ColumnUse::EthnicGroup },
    { "personal-number", ColumnUse::PersonalNumber },
    { "father-name", ColumnUse::Father },
    { "mother-name", ColumnUse::Mother },
    { "carer-name", ColumnUse::Carer },
    { "residence", ColumnUse::Residence },
    { "group", ColumnUse::Group },
    { "received", ColumnUse::Received },
    { "source", ColumnUse::Source },
    { "abuse-kind", ColumnUse::AbuseKind },
    { "remarks", ColumnUse::Remarks },
    { "school", ColumnUse::School },
    { "phone", ColumnUse::Phone },
    { "status", ColumnUse::Status },
} };

QString withoutBrackets(QString title)
{
    static const QRegularExpression brackets(QStringLiteral("[(\\[][^)\\]]*[)\\]]"));
    return title.remove(brackets);
}
} // namespace

QString columnUseCode(ColumnUse use)
{
    const auto found = std::find_if(Uses.begin(), Uses.end(), [use](const auto& one) { return one.second == use; });
    return found == Uses.end() ? QString() : QString::fromLatin1(found->first);
}

ColumnUse columnUseOf(const QString& code)
{
    const auto found =
        std::find_if(Uses.begin(), Uses.end(), [&code](const auto& one) { return code == QLatin1String(one.first); });
    return found == Uses.end() ? ColumnUse::Unknown : found->second;
}

void Vocabulary::Words::add(const QString& word, const QString& code)
{
    exact.insert(exactKey(word), code);
    const QString key = folded(word);
    const auto there = loose.constFind(key);
    loose.insert(key, there == loose.cend() || *there == code ? code : QString());
}

std::optional<QString> Vocabulary::Words::find(const QString& word) const
{
    if (const auto found = exact.constFind(exactKey(word)); found != exact.cend())
        return *found;
    if (const auto found = loose.constFind(folded(word)); found != loose.cend() && !found->isEmpty())
        return *found;
    return std::nullopt;
}

Vocabulary::Vocabulary(const Catalogues& catalogues)
{
    for (const CatalogueEntry& entry : catalogues.at(QLatin1String("workbook-synonyms")).entries()) {
        const QString target = entry.text(QLatin1String("target"));
        const bool column = entry.text(QLatin1String("kind")) == QLatin1String("column");
        Words& words = column ? m_columns : m_values[entry.text(QLatin1String("catalogue"))];
        for (const QString& spelling : entry.list(QLatin1String("spellings")))
            words.add(spelling, target);
    }
    for (const char* name : { "abuse-kinds", "groups", "sources", "sexes", "ethnic-groups" }) {
        const QLatin1String catalogue(name);
        for (const CatalogueEntry& entry : catalogues.at(catalogue).entries()) {
            Words& words = m_values[catalogue];
            words.add(entry.vi, entry.code);
            for (const QString& alias : entry.list(QLatin1String("aliases")))
                words.add(alias, entry.code);
            if (const QString full = entry.text(QLatin1String("long_vi")); !full.isEmpty())
                words.add(full, entry.code);
        }
    }
}

std::optional<ColumnUse> Vocabulary::column(const QString& title) const
{
    auto target = m_columns.find(title);
    if (!target)
        target = m_columns.find(withoutBrackets(title));
    if (!target)
        return std::nullopt;
    for (const auto& [name, use] : Uses)
        if (*target == QLatin1String(name))
            return use;
    return std::nullopt;
}

std::optional<QString> Vocabulary::code(const QString& catalogue, const QString& word) const
{
    const auto words = m_values.constFind(catalogue);
    return words == m_values.cend() ? std::nullopt : words->find(word);
}

} // namespace maiam
