// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/erasure_work.h"

#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/register_backups.h"
#include "models/text/fold.h"

#include <QRegularExpression>

#include <algorithm>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class ErasureTexts
{
    Q_DECLARE_TR_FUNCTIONS(ErasureTexts)
};

constexpr std::size_t MostDoubts = 200;

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

/// The child, its cases and their assessments, deleted ones too.
Result<void> addRecords(Database& database, ErasurePlan& plan)
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

/// Every entry of the records, in whatever state, and every class that it committed to: what comes later goes too.
Result<void> addTargets(Database& database, ErasurePlan& plan, const QSet<IdentityClass>& classes)
{
    for (const auto& [kind, record] : plan.records) {
        auto found = database.query(
            QStringLiteral("SELECT hash, body FROM journal_entry WHERE record = ?"), { idBytes(record) });
        if (!found)
            return fail(found);
        while (found->next()) {
            auto body = entryCodec::decodeBody(found->blob(1));
            if (!body)
                return fail(body);
            for (const auto& [identity, commitment] : body->commitments)
                if (classes.isEmpty() || classes.contains(identity))
                    plan.targets.push_back({ identity, found->blob(0) });
        }
        if (auto done = found->finished(); !done)
            return done;
    }
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
    for (const auto& [kind, record] : plan.records) {
        auto held = database.query(
            QStringLiteral("SELECT ground FROM hold WHERE about = ? AND lifted IS NULL AND flags & 1 = 0"),
            { idBytes(record) });
        if (!held)
            return fail(held);
        while (held->next()) {
            const QString ground = held->text(0);
            plan.refusals.append(ground == QStringLiteral("proceedings")
                    ? ErasureTexts::tr("The file must be kept: proceedings are under way.")
                    : ground == QStringLiteral("inspection")
                    ? ErasureTexts::tr("The file must be kept: an inspection or complaint is open.")
                    : ErasureTexts::tr("The file must be kept: it belongs to the archive."));
        }
    }
    plan.refusals.removeDuplicates();
    return {};
}

struct Person
{
    QString name; ///< folded; empty when it is too short to tell anybody apart
    QString number;
};

bool speaksOf(const Person& person, const QString& text)
{
    if (!person.number.isEmpty() && text.contains(person.number))
        return true;
    return !person.name.isEmpty() && (u' ' + folded(text) + u' ').contains(u' ' + person.name + u' ');
}

bool isText(const Field& field)
{
    return field.type == FieldType::Text || field.type == FieldType::LongText;
}

/// Looks through every text of every other record.
Result<void> addDoubtsOf(Database& database, const RecordKind& kind, const Person& person, ErasurePlan& plan)
{
    QStringList columns { QStringLiteral("record") };
    std::vector<const Field*> fields;
    for (const Field* field : kind.fields) {
        if (!isText(*field) || field->identity == IdentityClass::Open)
            continue;
        fields.push_back(field);
        columns.append(RecordTables::quoted(field->name));
    }
    if (fields.empty())
        return {};
    auto found =
        database.query(QStringLiteral("SELECT %1 FROM %2").arg(columns.join(u','), RecordTables::quoted(kind.name)));
    if (!found)
        return fail(found);
    while (found->next() && plan.doubts.size() < MostDoubts) {
        const QUuid record = QUuid::fromRfc4122(found->blob(0));
        const bool named = std::any_of(
            plan.records.begin(), plan.records.end(), [&](const auto& known) { return known.second == record; });
        if (named)
            continue;
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!found->isNull(int(i) + 1) && speaksOf(person, found->text(int(i) + 1)))
                plan.doubts.push_back({ &kind, record, fields[i] });
    }
    return {};
}

Result<void> addDoubts(Database& database, ErasurePlan& plan)
{
    auto child = RecordTables(database).read(kinds::Child, plan.child);
    if (!child)
        return fail(child);
    Person person { folded(child->text(ChildFields::Name)), child->text(ChildFields::PersonalNumber) };
    if (!person.name.contains(u' '))
        person.name.clear();
    if (person.name.isEmpty() && person.number.isEmpty())
        return {};
    for (const RecordKind* kind : kinds::all())
        if (auto done = addDoubtsOf(database, *kind, person, plan); !done)
            return done;
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

/// "125/QĐ-UBND": digits, then letters, digits, hyphens and slashes, so that no name can stand in the open.
bool isDecisionNumber(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^\\d{1,6}(/\\d{4})?/[A-ZĐ]{1,6}(-[A-ZĐ0-9]{1,12}){0,3}$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch();
}

/// The last steps of an erasure: the list beside the backups names it, and nothing of it stays in the write-ahead log.
/// It holds whatever becomes of them; what could not be done is given back in words.
QStringList finish(Register& reg, QUuid child, const std::atomic_bool* cancelled)
{
    QStringList pending;
    reg.noteAccess(AccessAct::Erased, child.isNull() ? nullptr : &kinds::Child, child);
    if (auto put = RegisterBackups(reg).putErasures({}, cancelled); !put)
        pending.append(
            ErasureTexts::tr("The list beside the backups could not be written: %1").arg(put.error().message));
    if (auto emptied = reg.checkpoint().result(); !emptied)
        pending.append(ErasureTexts::tr("The register's log could not be emptied yet, since something else reads the "
                                        "register. Lock the register when that has ended; then it is emptied."));
    return pending;
}

/// A file that must be kept is not erased for another office either.
Result<void> nothingIsKept(Database& database, const EntryHash& hash)
{
    auto all = erasure::all(database, {});
    if (!all)
        return fail(all);
    const auto wanted = std::find_if(all->begin(), all->end(), [&](const Erasure& one) { return one.hash == hash; });
    if (wanted == all->end())
        return {};
    for (const ErasureTarget& target : wanted->targets) {
        auto held = database.query(
            QStringLiteral("SELECT 1 FROM journal_entry e JOIN hold h ON h.about = e.record WHERE e.hash = ? AND "
                           "h.lifted IS NULL AND h.flags & 1 = 0 LIMIT 1"),
            { target.entry });
        if (!held)
            return fail(held);
        if (held->next())
            return fail(ErrorCode::NotAllowed,
                ErasureTexts::tr("This office has noted that the file must be kept. Nothing was erased. Take the "
                                 "note away on the child's page when the reason is gone, then confirm again."));
        if (auto done = held->finished(); !done)
            return done;
    }
    return {};
}
} // namespace

Result<ErasurePlan> erasureWork::plan(Database& database, QUuid child, const QSet<IdentityClass>& classes)
{
    ErasurePlan plan;
    plan.child = child;
    for (const auto& step : { addRecords, addRefusals, addPackages, addDoubts })
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
        return fail(ErrorCode::InvalidInput, ErasureTexts::tr("There is nothing about this child that can be erased."));
    if (!recordId::ownedBy(wanted.child, office))
        return fail(ErrorCode::NotAllowed,
            ErasureTexts::tr("The record belongs to another office, which decides about it. Nothing was erased."));
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

Result<QStringList> erasureWork::carryOut(Register& reg, const ErasureOrder& wanted, const std::atomic_bool* cancelled)
{
    auto done =
        reg.commit([wanted, office = reg.office().id](Database& database) { return order(database, office, wanted); })
            .result();
    if (!done)
        return fail(done);
    return finish(reg, wanted.child, cancelled);
}

Result<std::vector<Erasure>> erasureWork::requests(Database& database, const QByteArray& ownOffice)
{
    auto all = erasure::all(database, ownOffice);
    if (!all)
        return all;
    std::erase_if(*all, [](const Erasure& one) { return one.inForce; });
    return all;
}

Result<std::vector<Hold>> erasureWork::holds(Database& database, QUuid child)
{
    ErasurePlan plan;
    plan.child = child;
    if (auto done = addRecords(database, plan); !done)
        return fail(done);
    std::vector<Hold> all;
    for (const auto& [kind, record] : plan.records) {
        auto found = database.query(
            QStringLiteral("SELECT ground, since FROM hold WHERE about = ? AND lifted IS NULL AND flags & 1 = 0"),
            { idBytes(record) });
        if (!found)
            return fail(found);
        while (found->next())
            all.push_back({ kind, record, found->text(0), found->integer(1) });
        if (auto done = found->finished(); !done)
            return fail(done);
    }
    return all;
}

Result<QStringList> erasureWork::confirm(
    Register& reg, const EntryHash& hash, QUuid leader, QUuid administrator, const std::atomic_bool* cancelled)
{
    const auto allowed = [=](Database& database) -> Result<void> {
        if (auto may = mayDecide(database, leader, administrator); !may)
            return may;
        return nothingIsKept(database, hash);
    };
    auto done = reg.confirmErasure(hash, leader, administrator, allowed).result();
    if (!done)
        return fail(done);
    return finish(reg, {}, cancelled);
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
