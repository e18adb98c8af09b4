// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/case_file.h"

#include "models/journal/record_tables.h"
#include "models/records/kinds.h"

#include <QCoreApplication>

#include <algorithm>

namespace maiam {

namespace {
Result<std::vector<QUuid>> assessmentsOf(Database& database, QUuid file)
{
    auto found = database.query(
        QStringLiteral(
            "SELECT record FROM assessment WHERE \"case\" = ? AND flags & 1 = 0 ORDER BY done DESC, id DESC"),
        { file.toRfc4122() });
    if (!found)
        return fail(found);
    std::vector<QUuid> ids;
    while (found->next())
        ids.push_back(QUuid::fromRfc4122(found->blob(0)));
    if (auto done = found->finished(); !done)
        return fail(done);
    return ids;
}

Result<void> addHistory(Database& database, const RecordKind& kind, QUuid record, CaseFile& out)
{
    auto items = history(database, kind, record);
    if (!items)
        return fail(items);
    out.history.insert(out.history.end(), items->begin(), items->end());
    auto conflicts = caseFile::conflictsOf(database, kind, record);
    if (!conflicts)
        return fail(conflicts);
    out.conflicts.insert(out.conflicts.end(), conflicts->begin(), conflicts->end());
    return {};
}
} // namespace

Result<std::vector<FieldConflict>> caseFile::conflictsOf(Database& database, const RecordKind& kind, QUuid record)
{
    RecordTables tables(database);
    auto stored = tables.load(kind, record);
    if (!stored)
        return fail(stored);
    std::vector<FieldConflict> conflicts;
    if (!*stored)
        return conflicts;
    for (const auto& [name, writes] : (*stored)->folded.conflicts) {
        FieldConflict conflict { &kind, record, (*stored)->folded.heads, kind.field(name), {} };
        for (const UnbeatenWrite& write : writes) {
            const auto same = [&](const FieldConflict::Side& side) { return side.value == write.value; };
            if (std::none_of(conflict.sides.begin(), conflict.sides.end(), same))
                conflict.sides.push_back({ write.value, write.time });
        }
        if (conflict.field)
            conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

Result<CaseFile> caseFile::read(Database& database, QUuid id, Opening opening)
{
    RecordTables tables(database);
    auto file = tables.read(kinds::Case, id);
    if (!file)
        return fail(file);
    if (auto may = restrictedAccess::check(database, file->reference(CaseFields::Child), opening); !may)
        return fail(may);
    const qint64 row = file->row();
    auto rows = caseList::page(database, std::span(&row, 1), Opening::WithReason);
    if (!rows)
        return fail(rows);
    if (rows->empty())
        return fail(ErrorCode::NotFound,
            QCoreApplication::translate("CaseFile", "This case is not in the register any more. Go back to the list."));
    CaseFile out { rows->front(), *file, {}, {}, {}, {}, {}, {} };
    if (auto done = addHistory(database, kinds::Case, id, out); !done)
        return fail(done);
    auto child = tables.read(kinds::Child, file->reference(CaseFields::Child));
    if (!child && child.error().code != ErrorCode::NotFound)
        return fail(child);
    if (child) {
        out.child = *child;
        if (auto done = addHistory(database, kinds::Child, child->id(), out); !done)
            return fail(done);
    }
    auto assessments = assessmentsOf(database, id);
    if (!assessments)
        return fail(assessments);
    for (const QUuid assessment : *assessments) {
        if (auto done = addHistory(database, kinds::Assessment, assessment, out); !done)
            return fail(done);
        if (!out.assessment) {
            auto read = tables.read(kinds::Assessment, assessment);
            if (!read)
                return fail(read);
            out.assessment = *read;
        }
    }
    out.approval = planApproval::of(*file, out.assessment, out.history);
    std::vector<QUuid> records { id, file->reference(CaseFields::Child) };
    records.insert(records.end(), assessments->begin(), assessments->end());
    auto erased = erasedParts::of(database, records);
    if (!erased)
        return fail(erased);
    out.erased = std::move(*erased);
    out.history.insert(out.history.end(), out.erased.decisions.begin(), out.erased.decisions.end());
    std::stable_sort(
        out.history.begin(), out.history.end(), [](const HistoryItem& a, const HistoryItem& b) { return a.at > b.at; });
    return out;
}

} // namespace maiam
