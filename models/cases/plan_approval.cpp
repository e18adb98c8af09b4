// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/plan_approval.h"

#include "models/records/kinds.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace maiam {

namespace {
using Saves = QHash<EntryHash, const HistoryItem*>;

/// Everything that these entries rest on, themselves included.
QSet<EntryHash> known(const Saves& saves, QList<EntryHash> from)
{
    QSet<EntryHash> all;
    while (!from.isEmpty()) {
        const EntryHash entry = from.takeLast();
        if (all.contains(entry))
            continue;
        all.insert(entry);
        if (const HistoryItem* save = saves.value(entry))
            from.append(save->after);
    }
    return all;
}

bool names(const QByteArray& heads, const EntryHash& head)
{
    for (qsizetype at = 0; at + head.size() <= heads.size(); at += head.size())
        if (heads.mid(at, head.size()) == head)
            return true;
    return false;
}

/// The saves that wrote the field and that no other such save rests on.
QList<EntryHash> standing(const Saves& saves, const Field& field)
{
    QList<EntryHash> writers;
    for (const HistoryItem* save : saves)
        for (const FieldChange& change : save->changes)
            if (qstrcmp(change.field->name, field.name) == 0)
                writers.append(save->entry);
    QSet<EntryHash> beaten;
    for (const EntryHash& writer : std::as_const(writers))
        beaten.unite(known(saves, saves.value(writer)->after));
    writers.removeIf([&](const EntryHash& writer) { return beaten.contains(writer); });
    return writers;
}
} // namespace

const std::vector<const Field*>& planApproval::subject()
{
    using F = CaseFields;
    static const std::vector<const Field*> fields { &F::Kind, &F::Received, &F::Age, &F::Environment, &F::Assessed,
        &F::EmergencyDecided, &F::Emergency, &F::PlanStart, &F::PlanSubmitted, &F::ReplanStart, &F::ReplanSubmitted,
        &F::Summary, &F::Place, &F::Condition, &F::PriorAction, &F::SuspectName, &F::SuspectRelation };
    return fields;
}

QByteArray planApproval::headsText(QList<EntryHash> heads)
{
    std::sort(heads.begin(), heads.end());
    QByteArray text;
    for (const EntryHash& head : std::as_const(heads))
        text += head;
    return text;
}

PlanApproval planApproval::of(
    const Record& file, const std::optional<Record>& assessment, const std::vector<HistoryItem>& history)
{
    const Field& decision = file.has(CaseFields::ReplanStart) ? CaseFields::ReplanApproved : CaseFields::PlanApproved;
    PlanApproval approval;
    approval.approved = file.number(decision);
    Saves saves;
    for (const HistoryItem& save : history)
        if (save.record == file.id())
            saves.insert(save.entry, &save);
    const QByteArray named = file.bytes(CaseFields::ApprovedHeads);
    const QList<EntryHash> decided = standing(saves, named.isEmpty() ? decision : CaseFields::ApprovedHeads);
    if (!approval.approved || decided.isEmpty())
        return approval;
    const QSet<EntryHash> seen = known(saves, decided);
    for (const Field* field : subject()) {
        const QList<EntryHash> writers = standing(saves, *field);
        const auto unseen = [&](const EntryHash& writer) { return !seen.contains(writer); };
        if (std::any_of(writers.begin(), writers.end(), unseen))
            approval.edited.push_back(field);
    }
    // Approvals of earlier versions named no Mẫu 02.
    if (assessment && !named.isEmpty())
        for (const EntryHash& head : assessment->heads())
            approval.assessmentEdited = approval.assessmentEdited || !names(named, head);
    return approval;
}

} // namespace maiam
