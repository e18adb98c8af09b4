// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "machine.h"
#include "reference_fold.h"

/// How often something worth looking at was there while a machine was compared with the laws.
struct Sights
{
    int records = 0, conflicts = 0, deletionConflicts = 0, deleted = 0, incomplete = 0;
    int waiting = 0, aside = 0, notAllowed = 0, erased = 0;
};

/// In what the machine's records differ from what the laws make of these entries; empty when in nothing.
QStringList recordsOtherwise(Machine& machine, const reference::Entries& held, const reference::States& states,
    const reference::ErasedParts& erased, Sights& seen);
/// The same by what the machine itself holds and says of its entries: where an office has chosen a branch, say.
std::string recordsOtherwise(Machine& machine, Sights& seen);

/// A machine and, kept beside it, all that it was given: from that alone is worked out what the laws say it shows.
class Witness
{
public:
    explicit Witness(std::unique_ptr<Machine> machine);

    /// As the machine's functions of these names.
    std::optional<maiam::Entry> write(
        const maiam::RecordKind& kind, QUuid record, const maiam::Values& values, qint64 time, bool deletes = false);
    std::optional<maiam::Entry> writeAfter(const maiam::RecordKind& kind, QUuid record, const maiam::Values& values,
        const QList<maiam::EntryHash>& after, qint64 time, bool deletes = false);
    std::optional<maiam::Entry> commit(const maiam::Batch& one, qint64 time);
    void receive(const maiam::Entry& entry);
    void receivePackage(const std::vector<maiam::Entry>& entries);
    void becomeAnotherDevice(const QByteArray& officeSecretKey);
    void confirmErasures();
    std::unique_ptr<Witness> copied();
    /// Takes in a list of erasures, which names these parts.
    void adopt(const QByteArray& list, const reference::ErasedParts& parts);
    /// From now on this device counts as given up, as an entry says that the machine holds.
    void setRetired(reference::Retired retired) { m_retired = std::move(retired); }

    /// Everything in which the machine is otherwise than the laws say: entries, parts, where each entry stands,
    /// records. Empty when it is in nothing. Not for machines that hold a choice of branch.
    std::string differences(Sights& seen);
    /// What was given, each entry once, with all parts that ever came.
    [[nodiscard]] reference::Entries given() const;
    [[nodiscard]] reference::ErasedParts erased() const;
    [[nodiscard]] reference::States states() const { return reference::states(given(), m_retired); }
    [[nodiscard]] bool knows(const maiam::EntryHash& hash) const { return m_given.contains(hash); }
    /// True when all that an entry carries has been here.
    [[nodiscard]] bool knowsWhole(const maiam::Entry& entry) const;
    Machine& machine() { return *m_machine; }

private:
    void note(const maiam::Entry& entry);
    std::optional<maiam::Entry> noted(std::optional<maiam::Entry> entry);
    QStringList entriesOtherwise(const reference::Entries& expected, const reference::States& states);

    std::unique_ptr<Machine> m_machine;
    std::map<maiam::EntryHash, maiam::Entry> m_given;
    std::set<maiam::EntryHash> m_agreed; ///< erasures of other offices
    reference::ErasedParts m_adopted;
    std::optional<reference::Retired> m_retired;
};
