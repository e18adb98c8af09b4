// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/known_children.h"

#include <QCoreApplication>

namespace maiam {

/// Says of each row of a plan whether it brings a new child, a new case, or neither, and collects for each child what
/// several rows say about it. What the register holds is never changed: where the workbook says something else, that
/// becomes a problem for an officer to decide.
class RowMatching
{
    Q_DECLARE_TR_FUNCTIONS(RowMatching)
public:
    /// A child to be made, or the one of the register.
    struct Person
    {
        int place = 0; ///< among the known children
        bool isNew = false;
        QDate registered; ///< the first day of reception of its rows; invalid: none was written
        QStringList notes;
    };

    RowMatching(const ImportPlan& plan, KnownChildren known);

    [[nodiscard]] const std::vector<RowOutcome>& outcomes() const { return m_outcomes; }
    [[nodiscard]] const std::vector<Person>& people() const { return m_people; }
    [[nodiscard]] const KnownChild& child(const Person& person) const { return m_known.at(person.place); }
    /// What was found by comparing rows with each other and with the register.
    [[nodiscard]] const std::vector<ImportProblem>& problems() const { return m_problems; }
    /// Lines that a case's note has besides its row's own, by row.
    [[nodiscard]] const QHash<int, QStringList>& moreCaseNotes() const { return m_moreCaseNotes; }
    /// Figures and all problems, those of reading included.
    [[nodiscard]] ImportSummary summary() const;

private:
    void match(int index);
    int personFor(int index);
    bool matchCase(int index, Person& person);
    void mergeChild(int index, Person& person);
    void keepNotes(int index, Person& person, bool newCase);
    void reportAlike(const RowDraft& row, const KnownChild& other, Likeness likeness);
    void problem(const RowDraft& row, const QString& column, const QString& reason);
    [[nodiscard]] QString whereStands(const RowDraft& row, const KnownChild& child) const;
    [[nodiscard]] const ColumnMap* columnsOf(const RowDraft& row) const;

    const ImportPlan& m_plan;
    KnownChildren m_known;
    QHash<int, int> m_personAt; ///< place → person
    std::vector<Person> m_people;
    std::vector<RowOutcome> m_outcomes;
    std::vector<ImportProblem> m_problems;
    QHash<int, QStringList> m_moreCaseNotes;
};

} // namespace maiam
