// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/verify.h"

#include "models/journal/erasure.h"
#include "models/journal/journal.h"
#include "models/records/kinds.h"
#include "models/register/access_chain.h"
#include "models/register/device_care.h"
#include "models/register/schema.h"
#include "models/register/table_check.h"

#include <QScopeGuard>

#include <algorithm>

namespace maiam {

namespace {
constexpr qsizetype MostProblems = 100;

/// Null values and absent ones are the same in a table.
Values withoutNulls(const RecordKind& kind, Values values)
{
    std::erase_if(values, [&](const auto& item) { return isNull(item.second) || !kind.field(item.first); });
    return values;
}

bool sameConflicts(const FoldedRecord& a, const FoldedRecord& b)
{
    return std::equal(a.conflicts.begin(), a.conflicts.end(), b.conflicts.begin(), b.conflicts.end(),
        [](const auto& x, const auto& y) {
            return x.first == y.first
                && std::equal(x.second.begin(), x.second.end(), y.second.begin(), y.second.end(),
                    [](const UnbeatenWrite& v, const UnbeatenWrite& w) {
                        return v.entry == w.entry && v.time == w.time && v.device == w.device && v.value == w.value;
                    });
        });
}

bool same(const RecordKind& kind, const FoldedRecord& table, const FoldedRecord& folded)
{
    return table.deleted == folded.deleted && table.incomplete == folded.incomplete && table.heads == folded.heads
        && withoutNulls(kind, table.values) == withoutNulls(kind, folded.values) && sameConflicts(table, folded);
}

Result<void> unlessStopped(const std::atomic_bool* cancelled)
{
    if (cancelled && *cancelled)
        return fail(ErrorCode::Cancelled,
            Verification::tr("The check was stopped. What was checked so far is in order or listed."));
    return {};
}
} // namespace

Verification::Verification(Database& database, Progress progress, const std::atomic_bool* cancelled)
    : m_database(database)
    , m_progress(std::move(progress))
    , m_cancelled(cancelled)
{
}

void Verification::problem(const QString& sentence)
{
    if (m_found.problems.size() < MostProblems)
        m_found.problems.append(sentence);
}

Result<void> Verification::step()
{
    if (auto goesOn = unlessStopped(m_cancelled); !goesOn)
        return goesOn;
    ++m_found.entries;
    if (m_progress && m_found.entries % 500 == 0)
        m_progress(m_found.entries, m_all);
    return {};
}

Result<Verified> Verification::run()
{
    m_database.stopWhen(m_cancelled);
    const auto done = qScopeGuard([this] { m_database.stopWhen(nullptr); });
    // A window may be at work in this register meanwhile. The pages are read past the write-ahead log, so one that is
    // being moved into the file can look damaged once; damage shows every time.
    auto pages = m_database.checkPages();
    if (!pages && pages.error().code == ErrorCode::Damaged)
        pages = m_database.checkPages();
    if (!pages)
        return fail(pages);
    // One unchanging view: what is committed from here on is not half seen.
    auto view = Transaction::begin(m_database, Transaction::Kind::Read);
    if (!view)
        return fail(view);
    struct Device
    {
        qint64 row;
        QByteArray id;
        QByteArray key;
    };
    std::vector<Device> devices;
    {
        auto count = m_database.query(QStringLiteral("SELECT count(*) FROM journal_entry"));
        if (!count)
            return fail(count);
        m_all = count->next() ? count->integer(0) : 0;
        auto found = m_database.query(QStringLiteral("SELECT id, device, key FROM journal_device ORDER BY id"));
        if (!found)
            return fail(found);
        while (found->next())
            devices.push_back({ found->integer(0), found->blob(1), found->blob(2) });
    }
    auto rules = ChainRules::read(m_database);
    if (!rules)
        return fail(rules);
    for (const Device& device : devices)
        if (auto checked = checkDevice(device.row, device.id, device.key, rules->of(device.id)); !checked)
            return fail(checked);
    auto newer = schema::isNewer(m_database);
    if (!newer)
        return fail(newer);
    if (*newer) {
        m_found.notes.append(tr(
            "This register was written by a newer version of Mái Ấm. Pages, entries and signatures were checked; what "
            "the records show was not compared with them. Check it again with the newer program."));
        return m_found;
    }
    if (auto checked = checkRecords(); !checked)
        return fail(checked);
    if (auto checked = checkRules(); !checked)
        return fail(checked);
    // A list that was cut short by Stop can look like a fault of the register.
    if (auto goesOn = unlessStopped(m_cancelled); !goesOn)
        return fail(goesOn);
    return m_found;
}

/// Forks, retirements and erasures: whether they are kept as the entries say, and what a person should know of them.
Result<void> Verification::checkRules()
{
    Journal journal(
        m_database,
        [](const RecordKind&, qint64, const FoldedRecord&, const FoldedRecord&) -> Result<void> { return {}; },
        [](const QByteArray&) { return QByteArray(); });
    auto wrong = journal.wrongStates();
    if (!wrong)
        return fail(wrong);
    if (*wrong > 0)
        problem(tr("%n entries count, wait or are kept aside otherwise than the entries themselves say.", nullptr,
            int(*wrong)));
    auto left = erasure::left(m_database);
    if (!left)
        return fail(left);
    if (*left > 0)
        problem(tr("%n parts are still here although a decision to erase them is in force.", nullptr, int(*left)));
    auto looking = accessChain::check(m_database);
    if (!looking)
        return fail(looking);
    for (const QString& sentence : std::as_const(*looking))
        problem(sentence);
    auto standings = deviceCare::read(m_database);
    if (!standings)
        return fail(standings);
    for (const DeviceStanding& standing : *standings) {
        const QString name = QString::fromLatin1(standing.device.left(4).toHex());
        m_found.notes += deviceCare::sentences(standing, name);
        if (standing.waiting > 0)
            m_found.notes.append(
                tr("Device %1: %n entries wait for others that have not come.", nullptr, int(standing.waiting))
                    .arg(name));
    }
    return {};
}

Result<void> Verification::checkDevice(
    qint64 row, const QByteArray& device, const QByteArray& key, const DeviceRule* rule)
{
    const QString name = QString::fromLatin1(device.left(4).toHex());
    std::vector<std::pair<qint64, EntryState>> rows;
    {
        auto found = m_database.query(
            QStringLiteral("SELECT id, state FROM journal_entry WHERE device = ? ORDER BY seq, id"), { row });
        if (!found)
            return fail(found);
        while (found->next())
            rows.emplace_back(found->integer(0), EntryState(found->integer(1)));
    }
    EntryHash previous;
    std::optional<Entry> last;
    qint64 seq = 0;
    for (const auto& [entryRow, state] : rows) {
        if (auto stepped = step(); !stepped)
            return stepped;
        auto entry = Journal::readEntry(m_database, entryRow);
        if (!entry) {
            problem(tr("Device %1: an entry cannot be read.").arg(name));
            continue;
        }
        const QString place = tr("Device %1, entry %2").arg(name).arg(entry->body.seq);
        if (entryCodec::hashBody(entry->encoded) != entry->hash || entry->body.device != device)
            problem(tr("%1: the content does not match its hash.").arg(place));
        if (!entryCodec::partsMatch(*entry))
            problem(tr("%1: a part with names does not match its commitment.").arg(place));
        const bool chained = state != EntryState::Waiting && state != EntryState::Forked;
        if (!chained) {
            if (!key.isEmpty() && !isSignedBy(key, *entry))
                problem(tr("%1: the signature is not the device's.").arg(place));
            continue;
        }
        const bool behindGap =
            entry->body.seq > seq + 1 && rule && rule->isMissing(seq + 1, entry->body.seq - 1); // lost for good
        if (behindGap && !isSignedBy(key, *entry))
            problem(tr("%1: the signature is not the device's.").arg(place));
        if (!behindGap && (entry->body.seq != seq + 1 || entry->body.previous != previous))
            problem(tr("%1: the chain is broken.").arg(place));
        seq = entry->body.seq;
        previous = entry->hash;
        last = std::move(*entry);
    }
    // The chain of hashes ties every entry to the last one, so its signature speaks for all.
    if (last && !isSignedBy(key, *last))
        problem(tr("Device %1, entry %2: the signature is not the device's.").arg(name).arg(last->body.seq));
    return {};
}

Result<void> Verification::checkRecords()
{
    Journal journal(
        m_database,
        [](const RecordKind&, qint64, const FoldedRecord&, const FoldedRecord&) -> Result<void> { return {}; },
        [](const QByteArray&) { return QByteArray(); });
    qint64 inTables = 0;
    for (const RecordKind* kind : kinds::all()) {
        QList<QByteArray> records;
        {
            auto found =
                m_database.query(QStringLiteral("SELECT record FROM %1").arg(RecordTables::quoted(kind->name)));
            if (!found)
                return fail(found);
            while (found->next())
                records.append(found->blob(0));
        }
        inTables += records.size();
        for (const QByteArray& record : std::as_const(records)) {
            if (auto goesOn = unlessStopped(m_cancelled); !goesOn)
                return goesOn;
            const QUuid id = QUuid::fromRfc4122(record);
            auto folded = journal.foldFromEntries(*kind, id);
            if (!folded)
                return fail(folded);
            auto stored = journal.tables().load(*kind, id);
            if (!stored)
                return fail(stored);
            if (!*folded || !*stored || !same(*kind, (*stored)->folded, **folded))
                problem(tr("Record %1 (%2): the table does not show what its entries say.")
                            .arg(id.toString(QUuid::WithoutBraces).left(8), QString::fromLatin1(kind->name)));
        }
        auto wrong = tableCheck::wrongRows(m_database, *kind, m_cancelled);
        if (!wrong)
            return fail(wrong);
        for (const QUuid& id : std::as_const(*wrong))
            problem(tr("Record %1 (%2): its place in lists or in the search is not what its entries say.")
                        .arg(id.toString(QUuid::WithoutBraces).left(8), QString::fromLatin1(kind->name)));
    }
    auto folding = m_database.query(QStringLiteral("SELECT count(DISTINCT record) FROM journal_entry WHERE state = 0"));
    if (!folding)
        return fail(folding);
    m_found.records = folding->next() ? folding->integer(0) : 0;
    if (m_found.records != inTables)
        problem(tr("The tables hold %1 records, the entries %2.").arg(inTables).arg(m_found.records));
    return {};
}

} // namespace maiam
