// SPDX-License-Identifier: GPL-3.0-or-later
// Law 5 to the letter: what waits is exactly what lacks a predecessor, and it is counted and named; what a lost PC left
// folds, and what it took along stays listed.
#include "law.h"
#include "random_weeks.h"

#include "models/exchange/chain_gaps.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/device_care.h"

#include <QTest>

#include <algorithm>

using namespace maiam;

namespace {

/// The numbers one by one.
std::string inWords(const std::vector<SeqRange>& ranges)
{
    std::string text;
    for (const auto& [first, last] : ranges)
        for (qint64 seq = first; seq <= last; ++seq)
            text += std::to_string(seq) + ' ';
    return text;
}

std::string inWords(const std::vector<qint64>& numbers)
{
    std::string text;
    for (const qint64 seq : numbers)
        text += std::to_string(seq) + ' ';
    return text;
}

std::set<QByteArray> devicesOf(const reference::Entries& held)
{
    std::set<QByteArray> devices;
    for (const Entry& entry : held)
        devices.insert(entry.body.device);
    return devices;
}

/// In what the counts and numbers that the program names differ from what is held; empty when in nothing.
std::string namedOtherwise(Witness& at, const std::optional<reference::Retired>& retired, int& waited)
{
    const reference::Entries held = at.given();
    const reference::States states = at.states();
    Database& database = at.machine().database();
    std::map<QByteArray, DeviceStanding> standings;
    for (const auto all = deviceCare::read(database); const DeviceStanding& one : all.value())
        standings[one.device] = one;
    std::string other;
    for (const QByteArray& device : devicesOf(held)) {
        qint64 waiting = 0, aside = 0, connected = 0;
        for (const Entry& entry : held) {
            if (entry.body.device != device)
                continue;
            const EntryState state = states.at(entry.hash);
            waiting += state == EntryState::Waiting;
            aside += state == EntryState::Forked;
            if (state != EntryState::Waiting && state != EntryState::Forked)
                connected = std::max(connected, entry.body.seq);
        }
        waited += int(waiting);
        const DeviceStanding& named = standings[device];
        const ChainState chain = chainGaps::read(database, device).value();
        if (named.waiting != waiting || named.aside != aside || named.connected != connected
            || chain.connected != connected)
            other += "counts of " + device.toHex().toStdString() + ": " + std::to_string(named.waiting) + " wait, not "
                + std::to_string(waiting) + "; connected to " + std::to_string(named.connected) + ", not "
                + std::to_string(connected) + "\n";
        const std::string gaps = inWords(reference::missing(held, device, retired));
        if (inWords(chain.gaps) != gaps)
            other += "missing: " + inWords(chain.gaps) + "and not: " + gaps + "\n";
        std::vector<qint64> lost;
        for (qint64 seq = 1; retired && retired->device == device && seq <= retired->last; ++seq) {
            const bool isHere = std::any_of(held.begin(), held.end(),
                [&](const Entry& entry) { return entry.body.device == device && entry.body.seq == seq; });
            if (retired->missing.contains(seq) && !isHere)
                lost.push_back(seq);
        }
        if (inWords(named.lost) != inWords(lost) || inWords(chain.lost) != inWords(lost))
            other += "lost: " + inWords(named.lost) + "and not: " + inWords(lost) + "\n";
    }
    return other;
}

/// Some of it, in an order of its own, in packages of a few entries.
void trickle(RandomWeeks& weeks, Witness& to, std::vector<Entry> mail, const std::function<void()>& look)
{
    std::shuffle(mail.begin(), mail.end(), weeks.random());
    for (std::size_t at = 0; at < mail.size();) {
        const std::size_t end = std::min(mail.size(), at + 1 + weeks.pick(12));
        to.receivePackage({ mail.begin() + qsizetype(at), mail.begin() + qsizetype(end) });
        at = end;
        look();
    }
}

/// What an office says of a PC that is lost, read from its entry.
reference::Retired retiredBy(const Entry& report)
{
    reference::Retired retired;
    retired.device = std::get<QByteArray>(report.body.open.at("device"));
    retired.last = std::get<qint64>(report.body.open.at("last_seq"));
    const QString missing = std::get<QString>(report.body.open.at("missing"));
    for (const QString& range : missing.split(u',', Qt::SkipEmptyParts))
        for (qint64 seq = range.section(u'-', 0, 0).toLongLong(); seq <= range.section(u'-', -1).toLongLong(); ++seq)
            retired.missing.insert(seq);
    return retired;
}

std::vector<Entry> introductions(const std::vector<Entry>& all)
{
    std::vector<Entry> first = all;
    std::erase_if(first, [](const Entry& entry) { return entry.body.seq != 1; });
    return first;
}

} // namespace

class TestWaitingLaws : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWaitsIsExactlyWhatLacksAPredecessor()
    {
        Sights seen;
        int waited = 0;
        holdsInRandomWorlds("law 5",
            [&](unsigned seed) {
                RandomWeeks weeks(seed, {});
                weeks.pass(32, [](Witness&) {});
                auto reader = weeks.newReader(true);
                trickle(weeks, *reader, weeks.all, [&] {
                    RC_ASSERT(reader->differences(seen) == std::string());
                    RC_ASSERT(namedOtherwise(*reader, {}, waited) == std::string());
                });
                for (const auto& [hash, state] : reader->states())
                    RC_ASSERT(state != EntryState::Waiting); // all has come
            },
            { &waited, &seen.waiting, &seen.notAllowed });
    }

    void whatALostPcLeftFoldsAndTheGapStaysListed()
    {
        Sights seen;
        int waited = 0, gaps = 0, beyond = 0;
        holdsInRandomWorlds("law 5, a lost PC",
            [&](unsigned seed) {
                RandomWeeks weeks(seed, {});
                weeks.pass(36, [](Witness&) {});
                auto office = weeks.newReader(false), province = weeks.newReader(true);
                const QByteArray lostDevice = weeks.pcs().front()->machine().device().id;
                for (Witness* one : { office.get(), province.get() }) {
                    one->receivePackage(introductions(weeks.all));
                    std::vector<Entry> mail = weeks.all;
                    std::erase_if(mail,
                        [&](const Entry& entry) { return weeks.pick(entry.body.device == lostDevice ? 3 : 12) == 0; });
                    trickle(weeks, *one, mail, [] {});
                }
                const auto report =
                    deviceCare::retire(office->machine().database(), office->machine().device(), lostDevice);
                RC_ASSERT(report.has_value());
                const auto said = office->commit(*report, 5000);
                RC_ASSERT(said.has_value());
                const reference::Retired retired = retiredBy(*said);
                // It names what the office lacks, up to the last entry that it holds.
                const reference::Entries held = office->given();
                RC_ASSERT(retired.device == lostDevice);
                std::set<qint64> here;
                for (const Entry& entry : held)
                    if (entry.body.device == lostDevice)
                        here.insert(entry.body.seq);
                RC_ASSERT(retired.last == *here.rbegin());
                for (qint64 seq = 1; seq <= retired.last; ++seq)
                    RC_ASSERT(retired.missing.contains(seq) != here.contains(seq));
                gaps += int(retired.missing.size());
                province->receivePackage({ office->machine().introduction(), *said });
                const auto look = [&](Witness& at) {
                    RC_ASSERT(at.differences(seen) == std::string());
                    RC_ASSERT(namedOtherwise(at, retired, waited) == std::string());
                };
                for (Witness* one : { office.get(), province.get() }) {
                    one->setRetired(retired);
                    look(*one);
                }
                for (const auto& [hash, state] : office->states())
                    RC_ASSERT(state != EntryState::Forked);
                for (const Entry& entry : held)
                    RC_ASSERT(
                        entry.body.device != lostDevice || office->states().at(entry.hash) != EntryState::Waiting);
                // The stick is found after all, and comes to both in its own order.
                for (const Entry& entry : weeks.all)
                    beyond += entry.body.device == lostDevice && entry.body.seq > retired.last;
                for (Witness* one : { office.get(), province.get() })
                    trickle(weeks, *one, weeks.all, [&] { look(*one); });
                RC_ASSERT(office->machine().shared() == province->machine().shared());
            },
            { &waited, &gaps, &beyond, &seen.waiting, &seen.aside });
    }
};

QTEST_GUILESS_MAIN(TestWaitingLaws)
#include "tst_waiting_laws.moc"
