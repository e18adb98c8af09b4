// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_weeks.h"

#include "models/journal/conflicts.h"
#include "models/journal/erasure.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <algorithm>

using namespace maiam;

void RandomWeeks::Happened::add(const Happened& other)
{
    written += other.written;
    refused += other.refused;
    stale += other.stale;
    deletions += other.deletions;
    choices += other.choices;
    kept += other.kept;
    copies += other.copies;
    trespasses += other.trespasses;
    withheld += other.withheld;
    erasures += other.erasures;
}

RandomWeeks::RandomWeeks(unsigned seed, Wanted wanted)
    : m_wanted(wanted)
    , m_random(seed)
    , m_offices { { m_commune.id, m_commune.publicKey }, { m_province.id, m_province.publicKey },
        { m_stranger.id, m_stranger.publicKey } }
    , m_trespasser(SigningDevice::generate(m_stranger.id))
{
    using C = CaseFields;
    const auto id = [this] { return recordId::create(m_commune.id); };
    m_records = {
        { &kinds::Child, id(),
            { &ChildFields::Name, &ChildFields::Birth, &ChildFields::Sex, &ChildFields::Registered,
                &ChildFields::Note } },
        { &kinds::Case, id(),
            { &C::Child, &C::Received, &C::Age, &C::ApprovedHeads, &C::Summary, &C::ReporterName, &C::SuspectName } },
        { &kinds::Session, id(),
            { &SessionFields::Starts, &SessionFields::Hotlines, &SessionFields::Male, &SessionFields::Title } },
        { &kinds::Hold, id(), { &HoldFields::About, &HoldFields::Ground, &HoldFields::Since, &HoldFields::Lifted } },
        { &kinds::Task, id(), { &TaskFields::State, &TaskFields::Year, &TaskFields::Note } },
    };
    for (int i = 0; i < 3; ++i)
        m_pcs.push_back(machine(m_commune));
    m_reader = machine(m_province);
    EntryBody first;
    first.kind = QByteArray(kinds::Device.name);
    first.formVersion = kinds::Device.version;
    first.record = recordId::named(m_stranger.id, "device/" + m_trespasser.id);
    first.open = introductionOf(m_trespasser, m_stranger.secretKey);
    first.device = m_trespasser.id;
    first.seq = m_trespasserSeq = 1;
    first.batch = QUuid::createUuid();
    first.time = 1;
    all.push_back(signedEntry(m_trespasser, first));
    m_trespasserLast = all.back().hash;
}

std::unique_ptr<Witness> RandomWeeks::machine(const TestOffice& office)
{
    auto made = std::make_unique<Witness>(std::make_unique<Machine>(office.id, office.secretKey, m_offices));
    all.push_back(made->machine().introduction());
    return made;
}

std::unique_ptr<Witness> RandomWeeks::newReader(bool ofProvince)
{
    return machine(ofProvince ? m_province : m_commune);
}

std::vector<Witness*> RandomWeeks::everybody()
{
    std::vector<Witness*> list { m_reader.get() };
    for (const auto& pc : m_pcs)
        list.push_back(pc.get());
    return list;
}

void RandomWeeks::pass(int steps, const std::function<void(Witness&)>& look)
{
    for (int i = 0; i < steps; ++i) {
        Witness& who = *m_pcs[pick(m_pcs.size())];
        switch (pick(24)) {
        case 0:
            copy(who);
            break;
        case 1:
        case 2:
        case 3:
            choose(who);
            break;
        case 4:
            erase(who);
            break;
        case 5:
            if (m_wanted.erasures)
                m_reader->confirmErasures();
            look(*m_reader);
            break;
        case 6:
            trespass();
            break;
        case 7:
        case 8:
        case 9:
        case 10:
            hear(who);
            break;
        case 11:
        case 12:
        case 13:
            sendToProvince();
            look(*m_reader);
            break;
        default:
            write(who);
        }
        rememberHeads(who);
        if (pick(2))
            look(who);
    }
}

void RandomWeeks::meet()
{
    for (Witness* one : everybody()) {
        std::vector<Entry> mail = all;
        std::shuffle(mail.begin(), mail.end(), m_random);
        one->receivePackage(mail);
    }
    for (Witness* one : everybody())
        one->confirmErasures();
}

const RandomWeeks::Known& RandomWeeks::pickRecord()
{
    // Mostly two of them, so that they are written by several at once.
    const std::size_t one = pick(10);
    return m_records[one < 4 ? 0 : one < 7 ? 1 : one - 5];
}

Value RandomWeeks::someValue(const Field& field)
{
    switch (field.type) {
    case FieldType::Flag:
        return qint64(pick(2));
    case FieldType::Integer:
    case FieldType::Moment:
        return qint64(pick(3) * 1'000'000);
    case FieldType::Reference:
        return m_records[pick(2)].id.toRfc4122();
    case FieldType::Bytes:
        return QByteArray(32, char('a' + pick(3)));
    case FieldType::Date:
        return QStringLiteral("2015-0%1").arg(1 + pick(3));
    default:
        return QStringLiteral("%1 %2").arg(QString::fromLatin1(field.name)).arg(pick(3));
    }
}

Values RandomWeeks::someValues(const Known& record)
{
    Values values;
    for (const Field* field : record.fields)
        if (pick(3) == 0)
            values[QByteArray(field->name)] = pick(8) == 0 ? Value() : someValue(*field);
    const Field* field = record.fields[pick(record.fields.size())];
    if (values.empty())
        values[QByteArray(field->name)] = someValue(*field);
    return values;
}

qint64 RandomWeeks::wrongTime()
{
    return pick(8) == 0 ? 9'000'000 : 1000 + qint64(pick(30));
}

void RandomWeeks::keep(const std::optional<Entry>& entry)
{
    ++(entry ? m_happened.written : m_happened.refused);
    if (entry)
        all.push_back(*entry);
}

/// What a form may have shown that was opened some time ago, as far as it still counts there.
QList<EntryHash> RandomWeeks::staleHeads(Witness& who, const Known& record)
{
    const auto& seen = m_seen[{ &who, record.id }];
    const std::size_t at = pick(seen.size() + 1);
    if (at == seen.size())
        return {}; // nobody had told this PC of the record when the form was opened
    std::map<EntryHash, EntryState> now;
    for (const auto& [hash, state] : who.machine().states())
        now[hash] = state;
    const QList<EntryHash>& heads = seen[at];
    const bool count =
        std::all_of(heads.begin(), heads.end(), [&](const EntryHash& hash) { return now[hash] == EntryState::Folded; });
    return count ? heads : who.machine().heads(*record.kind, record.id);
}

void RandomWeeks::rememberHeads(Witness& who)
{
    for (const Known& record : m_records) {
        auto& seen = m_seen[{ &who, record.id }];
        const QList<EntryHash> heads = who.machine().heads(*record.kind, record.id);
        if (!heads.isEmpty() && (seen.empty() || seen.back() != heads))
            seen.push_back(heads);
    }
}

void RandomWeeks::write(Witness& who)
{
    const Known& record = pickRecord();
    const QList<EntryHash> heads = who.machine().heads(*record.kind, record.id);
    const QList<EntryHash> after = pick(3) == 0 ? staleHeads(who, record) : heads;
    const bool deletes = pick(6) == 0 && !heads.isEmpty();
    const auto entry =
        who.writeAfter(*record.kind, record.id, deletes ? Values() : someValues(record), after, wrongTime(), deletes);
    keep(entry);
    m_happened.stale += entry && after != heads;
    m_happened.deletions += entry && deletes;
}

/// A person decides one conflict, where there is one.
void RandomWeeks::choose(Witness& who)
{
    for (const Known& record : m_records) {
        const auto open = conflicts::of(who.machine().database(), *record.kind, record.id).value();
        if (open.empty())
            continue;
        const Conflict& conflict = open[pick(open.size())];
        const Batch batch = conflicts::choose(conflict, pick(conflict.sides.size()));
        const auto chosen = who.commit(batch, wrongTime());
        keep(chosen);
        m_happened.choices += chosen.has_value();
        m_happened.kept += chosen && conflict.isDeletion() && !batch.changes.front().deletes;
        return;
    }
}

std::vector<Entry> RandomWeeks::bare(std::vector<Entry> entries, unsigned oneIn)
{
    for (Entry& entry : entries)
        m_happened.withheld += int(std::erase_if(entry.parts, [&](const IdentityPart&) { return pick(oneIn) == 0; }));
    return entries;
}

/// Singly or in one package; what is here already comes again now and then.
void RandomWeeks::deliver(Witness& to, std::vector<Entry> entries)
{
    std::erase_if(entries, [&](const Entry& entry) { return to.knowsWhole(entry) && pick(6) != 0; });
    if (pick(2))
        std::shuffle(entries.begin(), entries.end(), m_random);
    if (pick(3)) {
        to.receivePackage(entries);
        return;
    }
    for (const Entry& entry : entries)
        to.receive(entry);
}

/// A PC hears of everything up to some moment.
void RandomWeeks::hear(Witness& who)
{
    const std::size_t upTo = all.size() - std::min(all.size() - 1, pick(6));
    deliver(who, bare({ all.begin(), all.begin() + qsizetype(upTo) }, 8));
}

/// The province gets whatever the post brings.
void RandomWeeks::sendToProvince()
{
    std::vector<Entry> mail = all;
    std::erase_if(mail, [&](const Entry&) { return pick(3) == 0; });
    deliver(*m_reader, bare(std::move(mail), 3));
}

void RandomWeeks::copy(Witness& who)
{
    if (!m_wanted.copies || m_happened.copies > 0)
        return;
    m_copied.insert(who.machine().device().id);
    m_pcs.push_back(who.copied());
    ++m_happened.copies;
}

/// Some parts of some entries, among them what nobody has and what nobody may erase.
void RandomWeeks::erase(Witness& who)
{
    if (!m_wanted.erasures)
        return;
    std::vector<ErasureTarget> targets;
    for (int i = 0; i < 4; ++i) {
        const Entry& entry = all[pick(all.size())];
        for (const auto& [identity, commitment] : entry.body.commitments)
            if (pick(3))
                targets.push_back({ identity, entry.hash });
        if (pick(8) == 0)
            targets.push_back({ IdentityClass::Suspect, entry.hash });
    }
    if (targets.empty())
        return;
    const Values order { { "targets", erasure::encode(std::move(targets)) },
        { "decision", QStringLiteral("12/QĐ-UBND") } };
    const auto ordered = who.write(kinds::Erasure, recordId::create(m_commune.id), order, wrongTime());
    keep(ordered);
    m_happened.erasures += ordered.has_value();
}

/// Another office writes about the commune's child, or has its parts erased.
void RandomWeeks::trespass()
{
    EntryBody body;
    body.device = m_trespasser.id;
    body.seq = ++m_trespasserSeq;
    body.batch = QUuid::createUuid();
    body.time = wrongTime();
    body.previous = m_trespasserLast;
    const Known& record = m_records.front();
    if (pick(2)) {
        body.kind = QByteArray(record.kind->name);
        body.formVersion = record.kind->version;
        body.record = record.id;
        body.after = m_reader->machine().heads(*record.kind, record.id);
        body.open = { { "sex", QStringLiteral("%1 of a stranger").arg(pick(3)) } };
    } else {
        body.kind = QByteArray(kinds::Erasure.name);
        body.formVersion = kinds::Erasure.version;
        body.record = recordId::create(m_stranger.id);
        body.open = { { "targets", erasure::encode({ { IdentityClass::Subject, all[pick(all.size())].hash } }) } };
    }
    all.push_back(signedEntry(m_trespasser, body));
    m_trespasserLast = all.back().hash;
    ++m_happened.trespasses;
}
