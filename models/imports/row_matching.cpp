// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/row_matching.h"

#include "models/records/kinds.h"
#include "models/text/fold.h"

#include <algorithm>
#include <array>

namespace maiam {

namespace {
struct Shown
{
    const Field* field;
    ColumnUse use;
};
constexpr std::array<Shown, 11> Fields { {
    { &ChildFields::Name, ColumnUse::Name },
    { &ChildFields::Birth, ColumnUse::Birth },
    { &ChildFields::Sex, ColumnUse::Sex },
    { &ChildFields::EthnicGroup, ColumnUse::EthnicGroup },
    { &ChildFields::PersonalNumber, ColumnUse::PersonalNumber },
    { &ChildFields::Father, ColumnUse::Father },
    { &ChildFields::Mother, ColumnUse::Mother },
    { &ChildFields::Carer, ColumnUse::Carer },
    { &ChildFields::Village, ColumnUse::Residence },
    { &ChildFields::School, ColumnUse::School },
    { &ChildFields::Group, ColumnUse::Group },
} };
} // namespace

RowMatching::RowMatching(const ImportPlan& plan, KnownChildren known)
    : m_plan(plan)
    , m_known(std::move(known))
{
    m_outcomes.resize(plan.rows.size());
    for (int i = 0; i < int(plan.rows.size()); ++i)
        match(i);
}

void RowMatching::match(int index)
{
    const RowDraft& row = m_plan.rows[size_t(index)];
    const int before = int(m_people.size());
    RowOutcome& outcome = m_outcomes[size_t(index)];
    outcome.person = personFor(index);
    Person& person = m_people[size_t(outcome.person)];
    outcome.newChild = person.isNew && outcome.person == before;
    if (row.received.isValid() && (!person.registered.isValid() || row.received < person.registered))
        person.registered = row.received;
    outcome.newCase = row.hasCase && matchCase(index, person);
    if (outcome.newChild) {
        person.notes = row.childNotes;
        return;
    }
    mergeChild(index, person);
    keepNotes(index, person, outcome.newCase);
    const KnownChild& known = m_known.at(person.place);
    if (outcome.known() && known.id.isNull())
        problem(row, {},
            tr("This row repeats row %1: the same child and the same report. It was counted once.")
                .arg(whereStands(row, known)));
}

int RowMatching::personFor(int index)
{
    const RowDraft& row = m_plan.rows[size_t(index)];
    const auto match = m_known.find(row.child);
    if (match && match->likeness == Likeness::Same) {
        if (const auto there = m_personAt.constFind(match->place); there != m_personAt.cend())
            return *there;
        m_personAt.insert(match->place, int(m_people.size()));
        m_people.push_back({ match->place, false, {}, {} });
        return int(m_people.size()) - 1;
    }
    if (match)
        reportAlike(row, m_known.at(match->place), match->likeness);
    const int place = m_known.add({ QUuid(), row.row, row.sheet, row.child, {}, {} });
    m_personAt.insert(place, int(m_people.size()));
    m_people.push_back({ place, true, {}, {} });
    return int(m_people.size()) - 1;
}

bool RowMatching::matchCase(int index, Person& person)
{
    const RowDraft& row = m_plan.rows[size_t(index)];
    KnownChild& child = m_known.at(person.place);
    const QString kind = textOf(row.file, CaseFields::Kind);
    bool sameDay = false;
    for (const KnownCase& known : child.cases) {
        // Without a day in the workbook, the kind alone tells that the row came in before.
        const bool dayMeets = row.received.isValid() ? known.received == row.received : known.fromWorkbook;
        if (dayMeets && known.kind == kind)
            return false;
        sameDay = sameDay || (row.received.isValid() && dayMeets);
    }
    if (sameDay)
        problem(row, row.receivedLetter,
            tr("The same child has another case of this day, of another kind of abuse. A case of its own was made; "
               "check whether it is one."));
    child.cases.push_back({ row.received, kind, textOf(row.file, CaseFields::Source), true });
    return true;
}

void RowMatching::mergeChild(int index, Person& person)
{
    const RowDraft& row = m_plan.rows[size_t(index)];
    KnownChild& known = m_known.at(person.place);
    const ColumnMap* columns = columnsOf(row);
    for (const auto& [field, use] : Fields) {
        const QString said = textOf(row.child, *field);
        const QString held = known.text(*field);
        if (said.isEmpty() || exactKey(said) == exactKey(held))
            continue;
        const SheetColumn* column = columns ? columns->find(use) : nullptr;
        const QString letter = column ? column->letter() : QString();
        if (person.isNew && held.isEmpty()) {
            known.values[field->key()] = said;
            continue;
        }
        if (person.isNew) {
            person.notes.append(tr("Row %1").arg(row.row) + QStringLiteral(", ") + (column ? column->title : QString())
                + QStringLiteral(": ") + said);
            problem(row, letter,
                tr("The same child stands in row %1 with something else here. Both are kept, this one in the note.")
                    .arg(whereStands(row, known)));
        } else {
            if (!known.notes.contains(said))
                problem(row, letter,
                    tr("The register has this child already and says something else here. The register was not "
                       "changed; correct it if need be."));
        }
    }
}

void RowMatching::keepNotes(int index, Person& person, bool newCase)
{
    const RowDraft& row = m_plan.rows[size_t(index)];
    const KnownChild& known = m_known.at(person.place);
    const bool inRegister = !known.id.isNull();
    QStringList lines = row.childNotes;
    if (!newCase) {
        lines += row.caseNotes;
        if (const QString source = textOf(row.file, CaseFields::Source); !source.isEmpty()) {
            const bool there = std::any_of(
                known.cases.begin(), known.cases.end(), [&](const KnownCase& one) { return one.source == source; });
            if (!there)
                problem(row, {},
                    tr("This report is known already, with another source of the information. It was not changed; "
                       "check it."));
        }
    }
    for (const QString& line : lines) {
        if (!inRegister) {
            if (!person.notes.contains(line))
                person.notes.append(line);
        } else if (!known.notes.contains(line)) {
            if (newCase)
                m_moreCaseNotes[index].append(line);
            else
                problem(row, {},
                    tr("The register has this child already, without a note that stands in this row. The register was "
                       "not changed; add it if need be."));
        }
    }
}

void RowMatching::reportAlike(const RowDraft& row, const KnownChild& other, Likeness likeness)
{
    const QString where = whereStands(row, other);
    if (likeness == Likeness::SameNumberOnly)
        problem(row, row.numberLetter,
            other.id.isNull() ? tr("Row %1 has the same personal number, but another name and birth. Both were kept as "
                                   "two children; check the numbers.")
                                    .arg(where)
                              : tr("A child of the register has the same personal number, but another name and birth. "
                                   "Both were kept; check the numbers."));
    else
        problem(row, {},
            other.id.isNull()
                ? tr("This child looks like the one in row %1. Both were kept; check whether they are one.").arg(where)
                : tr("This child looks like one of the register. Both were kept; check whether they are one."));
}

void RowMatching::problem(const RowDraft& row, const QString& column, const QString& reason)
{
    QString title;
    if (const ColumnMap* columns = columnsOf(row))
        for (const SheetColumn& one : columns->columns)
            if (one.letter() == column)
                title = one.title;
    m_problems.push_back({ row.sheet, row.row, column, title, reason, ProblemWeight::Warning });
}

QString RowMatching::whereStands(const RowDraft& row, const KnownChild& child) const
{
    const QString number = QString::number(child.row);
    return child.sheet == row.sheet ? number : tr("%1 of sheet “%2”").arg(number, child.sheet);
}

const ColumnMap* RowMatching::columnsOf(const RowDraft& row) const
{
    for (const auto& [name, columns] : m_plan.sheets)
        if (name == row.sheet)
            return &columns;
    return nullptr;
}

ImportSummary RowMatching::summary() const
{
    ImportSummary out;
    out.rows = int(m_plan.rows.size());
    for (const RowOutcome& outcome : m_outcomes) {
        out.children += outcome.newChild;
        out.cases += outcome.newCase;
        out.known += outcome.known();
    }
    out.problems = m_plan.reading;
    out.problems.insert(out.problems.end(), m_problems.begin(), m_problems.end());
    std::stable_sort(out.problems.begin(), out.problems.end(), [&](const ImportProblem& a, const ImportProblem& b) {
        return a.sheet == b.sheet && a.row < b.row; // sheets stay in the workbook's order
    });
    return out;
}

} // namespace maiam
