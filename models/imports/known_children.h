// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/import_plan.h"
#include "models/records/kind.h"
#include "models/sqlcipher/database.h"

#include <QHash>
#include <QUuid>

namespace maiam {

/// A text field's value; empty when there is none.
[[nodiscard]] QString textOf(const Values& values, const Field& field);

/// A case of a person as far as it tells two reports apart: the day and the kind.
struct KnownCase
{
    QDate received; ///< civil day; invalid when the workbook named none
    QString kind;
    QString source;
    bool fromWorkbook = false;
};

/// A child of the register or of the workbook, with the cases.
struct KnownChild
{
    QUuid id; ///< null: not in the register
    int row = 0; ///< of the workbook where the child stood first
    QString sheet;
    Values values; ///< by ChildFields; text fields only
    QString notes; ///< of the child and all cases, to tell whether a line stands there already
    std::vector<KnownCase> cases;

    [[nodiscard]] QString text(const Field& field) const;
};

/// How a row's child relates to those that are known.
enum class Likeness {
    Same, ///< the same number and name or birth; or the same name and birth and a parent or the village; or all alike
    SameNumberOnly, ///< a number that two children cannot share
    Alike, ///< the name and, as far as known, the birth: an officer must look
};

/// All children that a row may repeat: those of the register's own office, and those met in the workbook so far.
class KnownChildren
{
public:
    /// No child.
    KnownChildren() = default;
    /// The children of an office (id of 16 bytes) that find() could give for these rows, in the register's order, and
    /// the cases of those that are the same. Reads by index, so that a workbook's rows cost the same in a small
    /// register and in a large one. Children that are deleted are left out.
    [[nodiscard]] static Result<KnownChildren> read(
        Database& database, const QByteArray& office, const std::vector<RowDraft>& rows);

    /// Adds a child and returns its place.
    int add(KnownChild child);
    [[nodiscard]] KnownChild& at(int place) { return m_children[size_t(place)]; }
    [[nodiscard]] const KnownChild& at(int place) const { return m_children[size_t(place)]; }
    [[nodiscard]] int size() const { return int(m_children.size()); }

    struct Match
    {
        int place = -1;
        Likeness likeness = Likeness::Alike;
    };
    /// The closest of all, if any: the same child before one that is only alike.
    [[nodiscard]] std::optional<Match> find(const Values& child) const;

private:
    Result<void> readCases(Database& database, int place);
    [[nodiscard]] static std::optional<Likeness> compare(const KnownChild& known, const Values& child);

    std::vector<KnownChild> m_children;
    QMultiHash<QString, int> m_byNumber;
    QMultiHash<QString, int> m_byName; ///< folded
};

} // namespace maiam
