// SPDX-License-Identifier: GPL-3.0-or-later
#include "witness.h"

#include "models/records/kinds.h"

#include <algorithm>

using namespace maiam;

namespace {
QString nameOf(const Entry& entry)
{
    return QStringLiteral("%1/%2 (%3 of %4)")
        .arg(QString::fromLatin1(entry.body.device.toHex().left(8)))
        .arg(entry.body.seq)
        .arg(QString::fromLatin1(entry.hash.toHex().left(8)), QString::fromLatin1(entry.body.kind));
}

/// Class and bytes of each part, in the order of the classes.
std::map<IdentityClass, QByteArray> partsOf(const Entry& entry)
{
    std::map<IdentityClass, QByteArray> parts;
    for (const IdentityPart& part : entry.parts)
        parts[part.identity] = part.salt + part.bytes;
    return parts;
}

void look(const FoldedRecord& record, Sights& seen)
{
    const bool ofDeletion = record.conflicts.contains(QByteArrayLiteral("deleted"));
    ++seen.records;
    seen.deletionConflicts += ofDeletion;
    seen.conflicts += record.conflicts.size() > (ofDeletion ? 1 : 0);
    seen.deleted += record.deleted;
    seen.incomplete += record.incomplete;
}

std::string joined(const QStringList& lines)
{
    return lines.join(u'\n').toStdString();
}
} // namespace

QStringList recordsOtherwise(Machine& machine, const reference::Entries& held, const reference::States& states,
    const reference::ErasedParts& erased, Sights& seen)
{
    std::map<std::pair<const RecordKind*, QUuid>, reference::Entries> records;
    for (const Entry& entry : held) {
        reference::Entries& counting = records[{ kinds::find(entry.body.kind), entry.body.record }];
        if (states.at(entry.hash) == EntryState::Folded)
            counting.push_back(entry);
    }
    QStringList lines;
    for (const auto& [which, counting] : records) {
        const auto& [kind, id] = which;
        const auto shown = machine.load(*kind, id);
        const QString name = QString::fromLatin1(kind->name) + u' ' + id.toString(QUuid::WithoutBraces);
        if (shown.has_value() == counting.empty()) {
            lines.append(name
                + (shown ? QStringLiteral(" is shown without an entry that counts")
                         : QStringLiteral(" is not shown although entries of it count")));
            continue;
        }
        if (!shown)
            continue;
        const FoldedRecord law = reference::record(*kind, counting, erased);
        look(law, seen);
        const std::string other = reference::difference(shown->folded, law);
        if (!other.empty())
            lines.append(name + u' ' + QString::fromStdString(other));
        if (shown->owner != reference::officeOf(held, counting.front().body.device))
            lines.append(name + QStringLiteral(" has another owner"));
    }
    return lines;
}

std::string recordsOtherwise(Machine& machine, Sights& seen)
{
    const reference::Entries held = machine.held();
    reference::States states;
    for (const auto& [hash, state] : machine.states())
        states[hash] = state;
    std::set<EntryHash> agreed;
    auto found = machine.database().query(QStringLiteral("SELECT hash FROM erasure_in_force"));
    while (found && found->next())
        agreed.insert(found->blob(0));
    return joined(
        recordsOtherwise(machine, held, states, reference::erased(held, machine.device().office, agreed), seen));
}

Witness::Witness(std::unique_ptr<Machine> machine)
    : m_machine(std::move(machine))
{
    note(m_machine->introduction());
}

void Witness::note(const Entry& entry)
{
    const auto [known, isNew] = m_given.try_emplace(entry.hash, entry);
    if (isNew)
        return;
    const auto had = partsOf(known->second);
    for (const IdentityPart& part : entry.parts)
        if (!had.contains(part.identity))
            known->second.parts.push_back(part);
}

std::optional<Entry> Witness::noted(std::optional<Entry> entry)
{
    if (entry)
        note(*entry);
    return entry;
}

std::optional<Entry> Witness::write(
    const RecordKind& kind, QUuid record, const Values& values, qint64 time, bool deletes)
{
    return noted(m_machine->tryWrite(kind, record, values, time, deletes));
}

std::optional<Entry> Witness::writeAfter(const RecordKind& kind, QUuid record, const Values& values,
    const QList<EntryHash>& after, qint64 time, bool deletes)
{
    return noted(m_machine->tryWriteAfter(kind, record, values, after, time, deletes));
}

std::optional<Entry> Witness::commit(const Batch& one, qint64 time)
{
    return noted(m_machine->tryCommit(one, time));
}

void Witness::receive(const Entry& entry)
{
    m_machine->receive(entry);
    note(entry);
}

void Witness::receivePackage(const std::vector<Entry>& entries)
{
    m_machine->receivePackage(entries);
    for (const Entry& entry : entries)
        note(entry);
}

void Witness::becomeAnotherDevice(const QByteArray& officeSecretKey)
{
    m_machine->becomeAnotherDevice(officeSecretKey);
    note(m_machine->introduction());
}

/// A machine agrees to what it can check: the device that ordered it has been introduced.
void Witness::confirmErasures()
{
    m_machine->confirmErasures();
    const reference::Entries all = given();
    for (const Entry& entry : all)
        if (entry.body.kind == "erase" && !reference::officeOf(all, entry.body.device).isEmpty())
            m_agreed.insert(entry.hash);
}

std::unique_ptr<Witness> Witness::copied()
{
    auto copy = std::make_unique<Witness>(m_machine->copied());
    for (const Entry& entry : reference::withoutErased(given(), erased()))
        copy->note(entry);
    return copy;
}

void Witness::adopt(const QByteArray& list, const reference::ErasedParts& parts)
{
    m_machine->adopt(list);
    m_adopted.insert(parts.begin(), parts.end());
}

reference::Entries Witness::given() const
{
    reference::Entries all;
    for (const auto& [hash, entry] : m_given)
        all.push_back(entry);
    return all;
}

bool Witness::knowsWhole(const Entry& entry) const
{
    const auto known = m_given.find(entry.hash);
    return known != m_given.end() && known->second.parts.size() >= entry.parts.size();
}

reference::ErasedParts Witness::erased() const
{
    reference::ErasedParts parts = reference::erased(given(), m_machine->device().office, m_agreed);
    parts.insert(m_adopted.begin(), m_adopted.end());
    return parts;
}

QStringList Witness::entriesOtherwise(const reference::Entries& expected, const reference::States& states)
{
    std::map<EntryHash, Entry> held;
    QStringList lines;
    for (const Entry& entry : m_machine->held())
        if (!held.try_emplace(entry.hash, entry).second)
            lines.append(nameOf(entry) + QStringLiteral(" is stored twice"));
    for (const Entry& entry : expected) {
        const auto here = held.find(entry.hash);
        if (here == held.end())
            lines.append(nameOf(entry) + QStringLiteral(" is lost"));
        else if (partsOf(here->second) != partsOf(entry))
            lines.append(nameOf(entry)
                + QStringLiteral(" has %1 parts and not these %2")
                      .arg(here->second.parts.size())
                      .arg(entry.parts.size()));
    }
    if (held.size() > expected.size())
        lines.append(QStringLiteral("holds entries that nobody gave it"));
    for (const auto& [hash, state] : m_machine->states()) {
        const auto law = states.find(hash);
        if (law != states.end() && law->second != state)
            lines.append(nameOf(held.at(hash))
                + QStringLiteral(" stands at %1 and not %2").arg(int(state)).arg(int(law->second)));
    }
    return lines;
}

std::string Witness::differences(Sights& seen)
{
    const reference::ErasedParts gone = erased();
    const reference::Entries all = given();
    const reference::Entries expected = reference::withoutErased(all, gone);
    const reference::States states = reference::states(all, m_retired);
    for (std::size_t i = 0; i < all.size(); ++i) {
        seen.erased += all[i].parts.size() > expected[i].parts.size();
        seen.waiting += states.at(all[i].hash) == EntryState::Waiting;
        seen.aside += states.at(all[i].hash) == EntryState::Forked;
        seen.notAllowed += states.at(all[i].hash) == EntryState::NotAllowed;
    }
    return joined(entriesOtherwise(expected, states) + recordsOtherwise(*m_machine, expected, states, gone, seen));
}
