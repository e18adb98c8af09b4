// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/erasure_work.h"

#include "models/cases/restricted_access.h"
#include "models/drafts/unwritten_drafts.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/identity_store.h"
#include "models/register/register_backups.h"

#include <algorithm>
#include <set>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class ErasureTexts
{
    Q_DECLARE_TR_FUNCTIONS(ErasureTexts)
};

constexpr std::size_t MostLooks = 10'000;

using NamedRecords = std::vector<std::pair<const RecordKind*, QUuid>>;

Result<QList<QByteArray>> ids(Database& database, const QString& sql, const QVariant& value)
{
    QList<QByteArray> all;
    auto found = database.query(sql, { value });
    if (!found)
        return fail(found);
    while (found->next())
        all.append(found->blob(0));
    if (auto done = found->finished(); !done)
        return fail(done);
    return all;
}

/// The child, its cases and their assessments, deleted ones too, as far as the tables know them.
Result<void> addKnownRecords(Database& database, ErasurePlan& plan)
{
    plan.records.emplace_back(&kinds::Child, plan.child);
    auto cases = ids(database, QStringLiteral("SELECT record FROM \"case\" WHERE child = ?"), idBytes(plan.child));
    if (!cases)
        return fail(cases);
    for (const QByteArray& file : std::as_const(*cases)) {
        plan.records.emplace_back(&kinds::Case, QUuid::fromRfc4122(file));
        auto assessments = ids(database, QStringLiteral("SELECT record FROM assessment WHERE \"case\" = ?"), file);
        if (!assessments)
            return fail(assessments);
        for (const QByteArray& assessment : std::as_const(*assessments))
            plan.records.emplace_back(&kinds::Assessment, QUuid::fromRfc4122(assessment));
    }
    return {};
}

/// An entry of a record of which the tables show nothing: it waits, or another history counts.
struct UnfoldedEntry
{
    const RecordKind* kind = nullptr;
    QUuid record;
    QUuid owner; ///< the child of a case, the case of an assessment
};

Result<std::vector<UnfoldedEntry>> unfoldedEntries(Database& database)
{
    std::vector<UnfoldedEntry> entries;
    auto found = database.query(QStringLiteral("SELECT body FROM journal_entry WHERE state <> 0"));
    if (!found)
        return fail(found);
    while (found->next()) {
        auto body = entryCodec::decodeBody(found->blob(0));
        if (!body)
            return fail(body);
        const RecordKind* kind = kinds::find(body->kind);
        if (kind != &kinds::Case && kind != &kinds::Assessment)
            continue;
        const Field& field = kind == &kinds::Case ? CaseFields::Child : AssessmentFields::Case;
        const auto owner = body->open.find(field.key());
        const auto* id = owner == body->open.end() ? nullptr : std::get_if<QByteArray>(&owner->second);
        if (id)
            entries.push_back({ kind, body->record, QUuid::fromRfc4122(*id) });
    }
    if (auto done = found->finished(); !done)
        return fail(done);
    return entries;
}

/// Cases and assessments that stand in such entries alone.
Result<void> addUnfolded(Database& database, ErasurePlan& plan)
{
    auto entries = unfoldedEntries(database);
    if (!entries)
        return fail(entries);
    const auto isNamed = [&plan](QUuid record) {
        return std::any_of(
            plan.records.begin(), plan.records.end(), [&](const auto& known) { return known.second == record; });
    };
    for (const RecordKind* kind : { &kinds::Case, &kinds::Assessment }) // what belongs to a case comes behind it
        for (const UnfoldedEntry& entry : *entries) {
            if (entry.kind != kind || isNamed(entry.record) || !isNamed(entry.owner))
                continue;
            auto stored = RecordTables(database).load(*kind, entry.record);
            if (!stored)
                return fail(stored);
            if (!*stored) // the tables may say that it is another child's
                plan.records.emplace_back(kind, entry.record);
        }
    return {};
}

/// The same, and what only waits.
Result<void> addRecords(Database& database, ErasurePlan& plan)
{
    if (auto done = addKnownRecords(database, plan); !done)
        return done;
    return addUnfolded(database, plan);
}

using ErasedSet = std::set<std::pair<EntryHash, IdentityClass>>;

/// What erasures of this office in force have taken. What only the list beside a restored backup knows is not among
/// them: its entry was lost before it travelled, and nobody else would hear of it unless it is named again.
Result<ErasedSet> takenBefore(Database& database)
{
    auto office = identityStore::officeId(database);
    if (!office)
        return fail(office);
    auto all = erasure::all(database, *office);
    if (!all)
        return fail(all);
    ErasedSet taken;
    for (const Erasure& one : *all)
        if (one.inForce && one.office == *office)
            for (const ErasureTarget& part : one.targets)
                taken.emplace(part.entry, part.identity);
    return taken;
}

/// Every entry of the records, in whatever state, and every class that it committed to: what comes later goes too. What
/// has been erased already is not erased again.
Result<void> addTargets(Database& database, ErasurePlan& plan, const QSet<IdentityClass>& classes)
{
    const auto taken = takenBefore(database);
    if (!taken)
        return fail(taken);
    const auto add = [&](const EntryBody& body, const EntryHash& hash) {
        for (const auto& [identity, commitment] : body.commitments) {
            if (!classes.isEmpty() && !classes.contains(identity))
                continue;
            if (taken->contains({ hash, identity }))
                plan.erasedBefore = true;
            else
                plan.targets.push_back({ identity, hash });
        }
    };
    for (const auto& [kind, record] : plan.records) {
        auto found = database.query(
            QStringLiteral("SELECT hash, body FROM journal_entry WHERE record = ?"), { idBytes(record) });
        if (!found)
            return fail(found);
        while (found->next()) {
            auto body = entryCodec::decodeBody(found->blob(1));
            if (!body)
                return fail(body);
            add(*body, found->blob(0));
        }
        if (auto done = found->finished(); !done)
            return done;
    }
    return {};
}

/// Everybody's unsaved forms that go with the file (erasure::dropDrafts). The decision that is being typed is not one
/// of those that somebody would miss.
Result<void> addDrafts(Database& database, ErasurePlan& plan)
{
    auto found = database.query(QStringLiteral("SELECT form, record, content FROM draft"));
    if (!found)
        return fail(found);
    while (found->next()) {
        const QByteArray record = found->blob(1);
        const QByteArray content = found->blob(2);
        const bool isDecision = found->text(0).startsWith(QStringLiteral("erasure")) && record == idBytes(plan.child);
        const auto leans = [&](const auto& named) {
            return record == idBytes(named.second)
                || content.contains(named.second.toString(QUuid::WithoutBraces).toUtf8());
        };
        if (!isDecision && std::any_of(plan.records.begin(), plan.records.end(), leans))
            ++plan.drafts;
    }
    return found->finished();
}

/// The holds on records, as sentences.
Result<void> addHolds(Database& database, const NamedRecords& records, QStringList& refusals)
{
    for (const auto& [kind, record] : records) {
        auto held = database.query(
            QStringLiteral("SELECT ground FROM hold WHERE about = ? AND lifted IS NULL AND flags & 1 = 0"),
            { idBytes(record) });
        if (!held)
            return fail(held);
        while (held->next()) {
            const QString ground = held->text(0);
            refusals.append(ground == QStringLiteral("proceedings")
                    ? ErasureTexts::tr("The file must be kept: proceedings are under way.")
                    : ground == QStringLiteral("inspection")
                    ? ErasureTexts::tr("The file must be kept: an inspection or complaint is open.")
                    : ErasureTexts::tr("The file must be kept: it belongs to the archive."));
        }
        if (auto done = held->finished(); !done)
            return done;
    }
    refusals.removeDuplicates();
    return {};
}

Result<void> addRefusals(Database& database, ErasurePlan& plan)
{
    auto open = database.query(
        QStringLiteral("SELECT count(*) FROM \"case\" WHERE child = ? AND closed IS NULL AND flags & 1 = 0"),
        { idBytes(plan.child) });
    if (!open)
        return fail(open);
    if (open->next() && open->integer(0) > 0)
        plan.refusals.append(ErasureTexts::tr("A case of this child is still open. Close it first."));
    return addHolds(database, plan.records, plan.refusals);
}

/// Copies on paper and in files: who made them, and when.
Result<void> addCopies(Database& database, ErasurePlan& plan)
{
    AccessFilter filter;
    for (const auto& [kind, record] : plan.records)
        filter.records.push_back(record);
    for (const AccessAct act : { AccessAct::Printed, AccessAct::Exported }) {
        filter.act = act;
        auto looks = accessChain::list(database, filter, MostLooks);
        if (!looks)
            return fail(looks);
        plan.looks.insert(plan.looks.end(), looks->begin(), looks->end());
    }
    std::stable_sort(plan.looks.begin(), plan.looks.end(),
        [](const AccessEntry& a, const AccessEntry& b) { return a.note.at > b.note.at; });
    filter.records.clear();
    auto exports = accessChain::list(database, filter, MostLooks);
    if (!exports)
        return fail(exports);
    std::erase_if(*exports, [](const AccessEntry& one) { return !one.note.record.isNull(); });
    plan.exports = std::move(*exports);
    return {};
}

Result<void> addPackages(Database& database, ErasurePlan& plan)
{
    for (const auto& [kind, record] : plan.records) {
        auto found = database.query(
            QStringLiteral("SELECT DISTINCT p.file FROM journal_entry e JOIN journal_device d ON d.id = e.device JOIN "
                           "package_log p ON p.device = d.device AND p.outgoing = 1 AND e.seq BETWEEN p.first_seq AND "
                           "p.last_seq WHERE e.record = ?"),
            { idBytes(record) });
        if (!found)
            return fail(found);
        while (found->next())
            if (!plan.packages.contains(found->text(0)))
                plan.packages.append(found->text(0));
    }
    plan.packages.sort();
    return {};
}

Result<Roles> rolesOf(Database& database, QUuid user)
{
    auto stored = RecordTables(database).load(kinds::User, user);
    if (!stored)
        return fail(stored);
    if (!*stored || (*stored)->folded.deleted)
        return Roles();
    const auto role = (*stored)->folded.values.find(UserFields::Role.key());
    const auto* text = role == (*stored)->folded.values.end() ? nullptr : std::get_if<QString>(&role->second);
    return text ? roleCode::read(*text) : Roles();
}

/// Whoever has it stopped before it is stored finds everything as it was.
Result<void> goOn(const erasureWork::Stop& stop)
{
    if (stop.cancelled && *stop.cancelled)
        return fail(ErrorCode::Cancelled, ErasureTexts::tr("Stopped. Nothing was erased."));
    return {};
}

/// The last moment at which it can be stopped; who watches is told when that is over.
Result<void> pointOfNoReturn(const erasureWork::Stop& stop)
{
    auto going = goOn(stop);
    if (going && stop.tooLate)
        stop.tooLate();
    return going;
}

/// Unsaved forms of everybody: those of the whole file, also where the chosen parts touch nothing of a record, and
/// those that a person has chosen. @p records: those of which no draft may stay in memory either.
Result<void> dropDrafts(Database& database, const ErasureOrder& wanted, std::vector<QUuid>& records)
{
    ErasurePlan file;
    file.child = wanted.child;
    if (auto done = addRecords(database, file); !done)
        return done;
    for (const auto& [kind, record] : file.records) {
        records.push_back(record);
        if (auto done = erasure::dropDrafts(database, record); !done)
            return done;
    }
    for (const ErasureDoubt& text : wanted.texts)
        records.push_back(text.record); // its drafts go from the table with its entries
    for (const DraftDoubt& draft : wanted.drafts)
        if (auto done = drafts::remove(database, draft.key, draft.place, draft.user); !done)
            return done;
    return {};
}

/// The last steps of an erasure: the list beside the backups names it, and nothing of it stays in the write-ahead log.
/// It holds whatever becomes of them; what could not be done is given back in words.
QStringList finish(Register& reg, const NamedRecords& erased, const std::atomic_bool* cancelled)
{
    QStringList pending;
    for (const auto& [kind, record] : erased)
        reg.noteAccess(AccessAct::Erased, kind, record);
    if (erased.empty())
        reg.noteAccess(AccessAct::Erased);
    if (auto put = RegisterBackups(reg).putErasures({}, cancelled); !put)
        pending.append(
            ErasureTexts::tr("The list beside the backups could not be written: %1").arg(put.error().message));
    if (auto emptied = reg.checkpoint().result(); !emptied)
        pending.append(ErasureTexts::tr("The register's log could not be emptied yet, since something else reads the "
                                        "register. Lock the register when that has ended; then it is emptied."));
    return pending;
}

/// The records of which another office's erasure names entries that are held here. Hashes have no index: one pass.
Result<NamedRecords> recordsOf(Database& database, const EntryHash& hash)
{
    auto all = erasure::all(database, {});
    if (!all)
        return fail(all);
    const auto wanted = std::find_if(all->begin(), all->end(), [&](const Erasure& one) { return one.hash == hash; });
    NamedRecords records;
    if (wanted == all->end())
        return records;
    QSet<EntryHash> entries;
    for (const ErasureTarget& target : wanted->targets)
        entries.insert(target.entry);
    QSet<QUuid> known;
    auto found = database.query(QStringLiteral("SELECT hash, body FROM journal_entry"));
    if (!found)
        return fail(found);
    while (found->next()) {
        if (!entries.contains(found->blob(0)))
            continue;
        auto body = entryCodec::decodeBody(found->blob(1));
        if (!body)
            return fail(body);
        if (!erasure::mayErase(wanted->office, *body) || known.contains(body->record))
            continue;
        known.insert(body->record);
        records.emplace_back(kinds::find(body->kind), body->record);
    }
    if (auto done = found->finished(); !done)
        return fail(done);
    return records;
}

/// What is being worked on or must be kept is not erased for another office either.
Result<void> nothingIsKept(Database& database, const NamedRecords& records)
{
    for (const auto& [kind, record] : records) {
        auto reasons = erasureWork::reasonsToKeep(database, *kind, record);
        if (!reasons)
            return fail(reasons);
        if (!reasons->isEmpty())
            return fail(ErrorCode::NotAllowed,
                reasons->join(u' ') + u' '
                    + ErasureTexts::tr("Nothing was erased. Confirm again when that has ended: the office that keeps "
                                       "the case closes it, and a reason to keep is taken away on the child's page."));
    }
    return {};
}

/// The children among some records: their files show who erased. All of them where there is no child.
NamedRecords noted(const NamedRecords& records)
{
    NamedRecords children;
    std::copy_if(records.begin(), records.end(), std::back_inserter(children),
        [](const auto& one) { return one.first == &kinds::Child; });
    return children.empty() ? records : children;
}

/// Adds the parts of other records that a person has chosen, as far as they may go.
Result<void> addChosen(
    Database& database, const QByteArray& office, const ErasureOrder& wanted, std::vector<ErasureTarget>& targets)
{
    for (const ErasureDoubt& text : wanted.texts) {
        auto refused = erasureDoubts::refusals(database, office, text.record, text.targets);
        if (!refused)
            return fail(refused);
        if (!refused->isEmpty())
            return fail(ErrorCode::NotAllowed,
                ErasureTexts::tr("A text that was chosen (%1) must stay. %2 Nothing was erased. Take its mark away, "
                                 "then erase again.")
                    .arg(text.code, refused->join(u' ')));
        targets.insert(targets.end(), text.targets.begin(), text.targets.end());
    }
    return {};
}
} // namespace

Result<ErasurePlan> erasureWork::plan(Database& database, QUuid child, const QSet<IdentityClass>& classes)
{
    ErasurePlan plan;
    plan.child = child;
    for (const auto& step : { addRecords, addRefusals, addPackages, addCopies, addDrafts })
        if (auto done = step(database, plan); !done)
            return fail(done);
    if (auto done = addTargets(database, plan, classes); !done)
        return fail(done);
    return plan;
}

Result<void> erasureWork::mayDecide(Database& database, QUuid leader, QUuid administrator)
{
    auto first = rolesOf(database, leader);
    if (!first)
        return fail(first);
    auto second = rolesOf(database, administrator);
    if (!second)
        return fail(second);
    if (leader == administrator || !first->testFlag(Role::Leader) || !second->testFlag(Role::Administrator))
        return fail(ErrorCode::NotAllowed,
            ErasureTexts::tr("An erasure takes two different people: one with the role of leader and one with the role "
                             "of administrator. Nothing was erased."));
    return {};
}

Result<Batch> erasureWork::order(Database& database, const QByteArray& office, const ErasureOrder& wanted)
{
    if (auto allowed = mayDecide(database, wanted.leader, wanted.administrator); !allowed)
        return fail(allowed);
    if (!isDecisionNumber(wanted.decision))
        return fail(ErrorCode::InvalidInput,
            ErasureTexts::tr("Give the number of the decision as it is printed, such as 125/QĐ-UBND."));
    if (!wanted.decided.isValid())
        return fail(ErrorCode::InvalidInput, ErasureTexts::tr("Give the day on which the decision was signed."));
    if (wanted.ground.isEmpty())
        return fail(ErrorCode::InvalidInput, ErasureTexts::tr("Choose the ground of the decision."));
    auto found = plan(database, wanted.child, wanted.classes);
    if (!found)
        return fail(found);
    if (!found->refusals.isEmpty())
        return fail(ErrorCode::NotAllowed,
            found->refusals.join(u' ') + u' '
                + ErasureTexts::tr("Nothing was erased. Restrict access to the file instead, on the child's page, and "
                                   "tell who asked."));
    if (found->targets.empty())
        return fail(ErrorCode::InvalidInput,
            found->erasedBefore ? ErasureTexts::tr("What this decision names about the child has been erased already.")
                                : ErasureTexts::tr("There is nothing about this child that can be erased."));
    if (!recordId::ownedBy(wanted.child, office))
        return fail(ErrorCode::NotAllowed,
            ErasureTexts::tr("The record belongs to another office, which decides about it. Nothing was erased."));
    if (auto added = addChosen(database, office, wanted, found->targets); !added)
        return fail(added);
    Record record(kinds::Erasure, recordId::create(office));
    record.set(ErasureFields::Targets, erasure::encode(found->targets));
    record.set(ErasureFields::Decision, wanted.decision);
    record.set(ErasureFields::Decided, wanted.decided.toString(Qt::ISODate));
    record.set(ErasureFields::Ground, wanted.ground);
    record.set(ErasureFields::Leader, wanted.leader);
    record.set(ErasureFields::Administrator, wanted.administrator);
    Batch batch;
    batch.reason = QStringLiteral("erasure");
    batch.add(record);
    return batch;
}

Result<QStringList> erasureWork::carryOut(Register& reg, const ErasureOrder& wanted, const Stop& stop)
{
    std::vector<QUuid> records;
    const auto make = [&wanted, &stop, &records, office = reg.office().id](Database& database) -> Result<Batch> {
        if (auto going = goOn(stop); !going)
            return fail(going);
        auto batch = order(database, office, wanted);
        if (!batch)
            return batch;
        if (auto done = dropDrafts(database, wanted, records); !done)
            return fail(done);
        if (auto going = pointOfNoReturn(stop); !going)
            return fail(going);
        return batch;
    };
    // In the writer's thread, before it comes to what would write them (unwrittenDrafts::write).
    const auto forget = [&](const Result<Committed>& done) {
        if (done) {
            unwrittenDrafts::forgetRecords(reg, records);
            for (const DraftDoubt& draft : wanted.drafts)
                unwrittenDrafts::forget(reg, draft.key, draft.place, draft.user);
        }
        return done;
    };
    if (auto done = reg.commit(Register::MakeBatch(make)).then(forget).result(); !done)
        return fail(done);
    NamedRecords erased { { &kinds::Child, wanted.child } };
    for (const ErasureDoubt& text : wanted.texts)
        if (std::find(erased.begin(), erased.end(), std::pair(text.kind, text.record)) == erased.end())
            erased.emplace_back(text.kind, text.record);
    return finish(reg, erased, stop.cancelled);
}

Result<QStringList> erasureWork::reasonsToKeep(Database& database, const RecordKind& kind, QUuid record)
{
    auto child = restrictedAccess::childOf(database, kind, record);
    if (!child)
        return fail(child);
    ErasurePlan file;
    file.child = *child;
    file.records = { { &kind, record } };
    if (child->isNull()) { // it belongs to no file, or its case has not come
        if (auto done = addHolds(database, file.records, file.refusals); !done)
            return fail(done);
        return file.refusals;
    }
    for (const auto& step : { addKnownRecords, addRefusals })
        if (auto done = step(database, file); !done)
            return fail(done);
    return file.refusals;
}

Result<std::vector<Hold>> erasureWork::holds(Database& database, QUuid child)
{
    ErasurePlan plan;
    plan.child = child;
    if (auto done = addKnownRecords(database, plan); !done)
        return fail(done);
    return holdsOn(database, plan.records);
}

Result<QStringList> erasureWork::confirm(
    Register& reg, const EntryHash& hash, QUuid leader, QUuid administrator, const Stop& stop)
{
    auto records = std::make_shared<NamedRecords>();
    const auto allowed = [=](Database& database) -> Result<void> {
        if (auto going = goOn(stop); !going)
            return going;
        if (auto may = mayDecide(database, leader, administrator); !may)
            return may;
        auto found = recordsOf(database, hash);
        if (!found)
            return fail(found);
        *records = std::move(*found);
        if (auto free = nothingIsKept(database, *records); !free)
            return free;
        return pointOfNoReturn(stop);
    };
    const auto forget = [&reg, records](const Result<void>& done) {
        if (done)
            for (const auto& [kind, record] : *records)
                unwrittenDrafts::forgetRecords(reg, { record });
        return done;
    };
    auto done = reg.confirmErasure(hash, leader, administrator, allowed).then(forget).result();
    if (!done)
        return fail(done);
    return finish(reg, noted(*records), stop.cancelled);
}

Result<Batch> erasureWork::hold(
    Database& database, const QByteArray& office, QUuid about, const QString& ground, UtcMs now, bool lift)
{
    if (ground.isEmpty())
        return fail(ErrorCode::InvalidInput, ErasureTexts::tr("Choose why the file must be kept."));
    // One record for each ground, so that two machines that say the same do not say it twice.
    const QUuid id = recordId::named(office, "hold/" + idBytes(about) + ground.toUtf8());
    auto stored = RecordTables(database).load(kinds::Hold, id);
    if (!stored)
        return fail(stored);
    Values values { { HoldFields::About.key(), idBytes(about) }, { HoldFields::Ground.key(), ground } };
    if (lift) {
        values.emplace(HoldFields::Lifted.key(), now);
    } else {
        values.emplace(HoldFields::Since.key(), now);
        values.emplace(HoldFields::Lifted.key(), std::monostate());
    }
    Batch batch;
    batch.changes.push_back(
        { &kinds::Hold, id, *stored ? (*stored)->folded.heads : QList<EntryHash>(), values, false });
    return batch;
}

} // namespace maiam
