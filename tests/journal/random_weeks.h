// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "witness.h"

#include <functional>
#include <random>

/// Some busy weeks: the PCs of a commune write, hear of each other now and then and choose where they differ, with
/// clocks that are wrong and forms that were opened earlier; the province gets some of it, in any order, and not every
/// part; an office that may not do so writes about the commune's records too.
class RandomWeeks
{
public:
    struct Wanted
    {
        bool copies = false; ///< a folder is copied to another PC, and both go on
        bool erasures = false;
    };
    /// How often what the laws are about came to pass.
    struct Happened
    {
        int written = 0, refused = 0, stale = 0, deletions = 0, choices = 0, kept = 0, copies = 0, trespasses = 0;
        int withheld = 0, erasures = 0;
        void add(const Happened& other);
    };

    RandomWeeks(unsigned seed, Wanted wanted);
    /// Goes on for so many steps; @p look sees, mostly, the machine to which something happened.
    void pass(int steps, const std::function<void(Witness&)>& look);
    /// All hear of everything, with all parts and in an order of their own, and agree to all erasures.
    void meet();

    /// Everything that was written, each entry behind what it rests on.
    std::vector<maiam::Entry> all;
    [[nodiscard]] std::vector<Witness*> everybody();
    /// A further machine of the province or of the commune; its first entry is among all.
    std::unique_ptr<Witness> newReader(bool ofProvince);
    /// Entries with some of their parts left out.
    std::vector<maiam::Entry> bare(std::vector<maiam::Entry> entries, unsigned oneIn);
    [[nodiscard]] std::vector<std::unique_ptr<Witness>>& pcs() { return m_pcs; }
    [[nodiscard]] const Happened& happened() const { return m_happened; }
    [[nodiscard]] const TestOffice& commune() const { return m_commune; }
    /// Devices whose folder was copied.
    [[nodiscard]] const std::set<QByteArray>& copiedDevices() const { return m_copied; }
    std::size_t pick(std::size_t n) { return m_random() % n; }
    [[nodiscard]] std::mt19937& random() { return m_random; }

private:
    struct Known ///< a record that somebody may write
    {
        const maiam::RecordKind* kind;
        QUuid id;
        std::vector<const maiam::Field*> fields;
    };
    std::unique_ptr<Witness> machine(const TestOffice& office);
    const Known& pickRecord();
    maiam::Values someValues(const Known& record);
    maiam::Value someValue(const maiam::Field& field);
    qint64 wrongTime();
    void keep(const std::optional<maiam::Entry>& entry);
    void write(Witness& who);
    QList<maiam::EntryHash> staleHeads(Witness& who, const Known& record);
    void rememberHeads(Witness& who);
    void choose(Witness& who);
    void hear(Witness& who);
    void sendToProvince();
    void deliver(Witness& to, std::vector<maiam::Entry> entries);
    void copy(Witness& who);
    void erase(Witness& who);
    void trespass();

    Wanted m_wanted;
    std::mt19937 m_random;
    TestOffice m_commune = TestOffice::make(), m_province = TestOffice::make(), m_stranger = TestOffice::make();
    QHash<QByteArray, QByteArray> m_offices;
    std::vector<Known> m_records;
    std::vector<std::unique_ptr<Witness>> m_pcs;
    std::unique_ptr<Witness> m_reader; ///< the province's
    std::map<std::pair<const Witness*, QUuid>, std::vector<QList<maiam::EntryHash>>>
        m_seen; ///< heads that forms showed
    std::set<QByteArray> m_copied;
    maiam::SigningDevice m_trespasser;
    qint64 m_trespasserSeq = 0;
    maiam::EntryHash m_trespasserLast;
    Happened m_happened;
};
