// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/package_reader.h"

#include "models/exchange/access_heads.h"
#include "models/exchange/chain_gaps.h"
#include "models/exchange/offices.h"
#include "models/exchange/package_receipts.h"
#include "models/exchange/package_scan.h"
#include "models/records/kinds.h"
#include "models/register/device_care.h"
#include "models/register/identity_store.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace maiam {

namespace {
constexpr std::size_t BatchSize = 2000;
constexpr qint64 CopyStep = 256 * 1024;

/// Says which file the sentence is about.
tl::unexpected<Error> about(const QString& name, Error error)
{
    error.message = name + QStringLiteral(": ") + error.message;
    return tl::unexpected<Error>(std::move(error));
}

/// A batch of the second pass is a transaction: it ends with its device or when it is full.
bool batchEnds(std::size_t size, const PackageScan& scan)
{
    return size >= BatchSize || scan.rangeEnded();
}

/// The stick may be pulled out while we read: what is checked is a copy of our own, as sealed as it came.
Result<std::unique_ptr<QTemporaryFile>> copyOf(const QString& file, const QString& folder)
{
    QFile in(file);
    if (!in.exists())
        return fail(
            ErrorCode::NotFound, IncomingPackages::tr("The file is not there. Check that the stick is in place."));
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, IncomingPackages::tr("The file cannot be read. Check that the stick is in place."),
            in.errorString());
    if (in.size() > packageFormat::MaxFile)
        return fail(ErrorCode::InvalidInput,
            IncomingPackages::tr("The file is too large to be a package of this program, so it was not read."));
    auto copy = std::make_unique<QTemporaryFile>(QDir(folder).filePath(QStringLiteral("incoming-XXXXXX.maiam")));
    if (!copy->open())
        return fail(ErrorCode::ReadOnly,
            IncomingPackages::tr(
                "The package cannot be copied into the register's folder. Check that the folder can be written."),
            copy->errorString());
    for (qint64 left = packageFormat::MaxFile; !in.atEnd();) {
        const QByteArray piece = in.read(CopyStep);
        left -= piece.size();
        if (piece.isEmpty() || left < 0)
            return fail(ErrorCode::Io,
                IncomingPackages::tr("The file cannot be read. Check that the stick is in place."), in.errorString());
        if (copy->write(piece) != piece.size())
            return fail(ErrorCode::DiskFull,
                IncomingPackages::tr(
                    "There is no room for a copy of the package. Free some space, then receive it again."),
                copy->errorString());
    }
    if (!copy->flush() || !copy->seek(0))
        return fail(ErrorCode::DiskFull,
            IncomingPackages::tr("There is no room for a copy of the package. Free some space, then receive it again."),
            copy->errorString());
    return copy;
}
} // namespace

IncomingPackages::IncomingPackages(Register& reg)
    : m_register(&reg)
{
}

Result<void> IncomingPackages::readKey()
{
    return m_register
        ->read([this](Database& database) -> Result<void> {
            auto key = identityStore::office(database);
            if (!key)
                return fail(key);
            m_key = std::make_shared<OfficeKey>(std::move(*key));
            return {};
        })
        .result();
}

Result<IncomingPackages> IncomingPackages::check(Register& reg, const QStringList& files, const PackageJob& job)
{
    IncomingPackages incoming(reg);
    if (auto key = incoming.readKey(); !key)
        return fail(key);
    qint64 done = 0;
    for (const QString& file : files)
        if (auto checked = incoming.checkFile(file, job, done); !checked)
            return about(QFileInfo(file).fileName(), checked.error());
    std::stable_sort(incoming.m_incoming.begin(), incoming.m_incoming.end(),
        [](const Incoming& a, const Incoming& b) { return orderOf(a.checked.header) < orderOf(b.checked.header); });
    return incoming;
}

/// Older packages first, so that as little as possible has to wait.
IncomingPackages::Order IncomingPackages::orderOf(const PackageHeader& header)
{
    return { header.sender, header.devices.empty() ? 0 : header.devices.front().first, header.time };
}

/// Who sent it, and which of its devices are known. True when every range follows on what is held.
Result<bool> IncomingPackages::identify(const PackageHeader& header, Incoming& incoming) const
{
    const OfficeInfo own = m_register->office();
    if (header.sender == own.id)
        return fail(ErrorCode::InvalidInput,
            tr("This office made the package itself. Give it to the office that it is meant for."));
    if (header.to != own.id)
        return fail(ErrorCode::NotForUs,
            tr("The package is meant for another office. Ask the sender for one that is meant for this office."));
    const auto work = [&](Database& database) -> Result<bool> {
        auto card = offices::officeById(database, header.sender);
        if (!card && card.error().code != ErrorCode::NotFound)
            return fail(card);
        if (!card)
            return fail(ErrorCode::UnknownSender,
                tr("The package comes from an office whose card was not confirmed here. Exchange cards, confirm the "
                   "fingerprint on the phone, then receive it again."));
        incoming.checked.from = *card;
        bool connects = true;
        for (const DeviceRange& range : header.devices) {
            auto found = database.query(
                QStringLiteral("SELECT office, folded_seq, folded_hash FROM journal_device WHERE device = ?"),
                { range.device });
            if (!found)
                return fail(found);
            qint64 held = 0;
            if (found->next() && !found->isNull(0)) {
                if (found->blob(0) == header.sender)
                    incoming.knownDevices.append(range.device);
                held = found->integer(1);
            }
            connects = connects && (range.count() == 0 || range.first <= held + 1);
        }
        return connects;
    };
    auto connects = m_register->read(work).result();
    if (connects && own.role == OfficeRole::Commune && incoming.checked.from.role != OfficeCard::Role::Province)
        return fail(ErrorCode::NotAllowed,
            tr("The package comes from another commune. Packages come from the provincial office only; tell the "
               "sender."));
    return connects;
}

Result<void> IncomingPackages::checkFile(const QString& file, const PackageJob& job, qint64& done)
{
    auto copy = copyOf(file, m_register->folder());
    if (!copy)
        return fail(copy);
    Incoming incoming;
    PackageScan scan(**copy, *m_key);
    auto header = scan.open();
    if (!header)
        return fail(header);
    auto connects = identify(*header, incoming);
    if (!connects)
        return fail(connects);
    // Entries that will wait are looked at one by one when they wake, so each of their signatures must hold.
    if (auto trusted = scan.trust(incoming.checked.from.signKey, incoming.knownDevices, !*connects); !trusted)
        return trusted;
    m_all += header->entries();
    std::size_t size = 0;
    for (;;) {
        auto entry = scan.next();
        if (!entry)
            return fail(entry);
        if (!*entry)
            break;
        if (batchEnds(++size, scan)) {
            incoming.batches.push_back((*entry)->hash);
            size = 0;
        }
        if (auto stepped = job.step(++done, m_all); !stepped)
            return stepped;
    }
    if (auto finished = scan.finish(); !finished)
        return finished;
    incoming.copy = std::move(*copy);
    incoming.checked.name = QFileInfo(file).fileName();
    incoming.checked.header = std::move(*header);
    incoming.encodedHeader = scan.encodedHeader();
    m_incoming.push_back(std::move(incoming));
    return {};
}

std::vector<CheckedPackage> IncomingPackages::packages() const
{
    std::vector<CheckedPackage> all;
    for (const Incoming& incoming : m_incoming)
        all.push_back(incoming.checked);
    return all;
}

namespace {
tl::unexpected<Error> copyChanged()
{
    return packageFormat::damaged("the copy changed between the passes");
}

/// The entries up to the one that the first pass found at the end of this batch.
Result<std::vector<Entry>> readBatch(PackageScan& scan, const EntryHash& last)
{
    std::vector<Entry> batch;
    batch.reserve(BatchSize);
    do {
        auto entry = scan.next();
        if (!entry)
            return fail(entry);
        if (!*entry)
            return copyChanged();
        batch.push_back(std::move(**entry));
    } while (!batchEnds(batch.size(), scan));
    if (batch.back().hash != last)
        return copyChanged();
    return batch;
}

/// What counts is when the sender sealed it: a package that lay on a stick for a week says nothing about that week, and
/// one that is received again every night is logged once.
Result<void> logReceived(Database& database, const PackageHeader& header, const QString& file)
{
    for (const DeviceRange& range : header.devices)
        if (auto done = database.run(
                QStringLiteral("INSERT INTO package_log(outgoing, office, device, first_seq, last_seq, file, at) "
                               "SELECT 0, ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS (SELECT 1 FROM package_log WHERE "
                               "office = ?1 AND outgoing = 0 AND device = ?2 AND first_seq = ?3 AND last_seq = ?4 AND "
                               "at = ?6)"),
                { header.sender, range.device, range.first, range.last, file, header.time });
            !done)
            return done;
    return {};
}

void count(const Received& received, ReceivedPackage& sum)
{
    sum.added += received.added + received.waiting;
    sum.waiting += received.waiting;
    sum.known += received.known;
    sum.notAllowed += received.notAllowed;
    sum.forked += received.forked;
}
} // namespace

Result<void> IncomingPackages::takeInOne(
    const Incoming& incoming, const PackageJob& job, qint64& done, ReceivedPackage& sum)
{
    if (!incoming.copy->seek(0))
        return fail(ErrorCode::Io, tr("The copy of the package cannot be read. Receive the package again."),
            incoming.copy->errorString());
    PackageScan scan(*incoming.copy, *m_key);
    auto header = scan.open();
    if (!header)
        return fail(header);
    if (scan.encodedHeader() != incoming.encodedHeader)
        return copyChanged();
    if (auto trusted = scan.trust(incoming.checked.from.signKey, incoming.knownDevices, false); !trusted)
        return trusted;
    // While one batch is being folded in the writer's thread, the next one is opened and checked here.
    std::optional<QFuture<Result<Received>>> folding;
    qint64 inHand = 0;
    const auto folded = [&]() -> Result<void> {
        if (!folding)
            return {};
        const Result<Received> received = folding->result();
        folding.reset();
        if (!received)
            return fail(received);
        count(*received, sum);
        done += inHand;
        if (job.progress)
            job.progress(done, m_all);
        return {};
    };
    for (const EntryHash& last : incoming.batches) {
        auto batch = readBatch(scan, last);
        if (auto before = folded(); !before)
            return before;
        if (!batch)
            return fail(batch);
        if (job.cancelled && *job.cancelled)
            return job.step(done, m_all);
        inHand = qint64(batch->size());
        folding = m_register->receive(std::move(*batch));
    }
    if (auto before = folded(); !before)
        return before;
    return account(incoming, sum);
}

/// Keeps the receipts and the package log.
Result<void> IncomingPackages::account(const Incoming& incoming, ReceivedPackage& sum)
{
    const UtcMs now = m_register->clock().now();
    auto problems = std::make_shared<QStringList>();
    auto done = m_register
                    ->writeLocal([checked = incoming.checked, own = m_register->office(), now, problems](
                                     Database& database) -> Result<void> {
                        const PackageHeader& header = checked.header;
                        if (auto logged = logReceived(database, header, checked.name); !logged)
                            return logged;
                        auto kept = packageReceipts::keep(database, own, header, now);
                        if (!kept)
                            return fail(kept);
                        auto looks = accessHeads::keep(database, header, checked.from.unit, now);
                        if (!looks)
                            return fail(looks);
                        *problems = *kept + *looks;
                        return {};
                    })
                    .result();
    sum.problems += *problems;
    return done;
}

/// What a person should know of each device of other offices.
Result<QHash<QByteArray, IncomingPackages::Standing>> IncomingPackages::standings(Database& database)
{
    QHash<QByteArray, Standing> all;
    auto devices = deviceCare::read(database);
    if (!devices)
        return fail(devices);
    auto trusted = offices::trustedOffices(database);
    if (!trusted)
        return fail(trusted);
    QHash<QByteArray, QString> units;
    for (const TrustedOffice& office : *trusted)
        units.insert(office.card.officeId, office.card.unit);
    for (const DeviceStanding& device : *devices)
        if (units.contains(device.office))
            all.insert(device.device,
                { device.office,
                    deviceCare::sentences(
                        device, packageFormat::deviceName(units.value(device.office), device.device)) });
    return all;
}

Result<void> IncomingPackages::noteStandings()
{
    return m_register
        ->read([this](Database& database) -> Result<void> {
            auto before = standings(database);
            if (!before)
                return fail(before);
            m_before = std::move(*before);
            return {};
        })
        .result();
}

/// What became of the senders' devices: histories that part, what was withdrawn since one was reported as lost.
Result<void> IncomingPackages::summariseDevices(Database& database, ReceivedPackage& sum) const
{
    auto now = standings(database);
    if (!now)
        return fail(now);
    QSet<QByteArray> senders, devices;
    for (const Incoming& incoming : m_incoming) {
        senders.insert(incoming.checked.header.sender);
        for (const DeviceRange& range : incoming.checked.header.devices)
            devices.insert(range.device);
    }
    QStringList said;
    for (auto it = now->cbegin(); it != now->cend(); ++it) {
        const bool more = sum.forked > 0 && devices.contains(it.key());
        const QStringList before = more ? QStringList() : m_before.value(it.key()).sentences;
        if (senders.contains(it->office))
            for (const QString& sentence : it->sentences)
                if (!before.contains(sentence))
                    said.append(sentence);
    }
    said.sort();
    sum.problems += said;
    return {};
}

/// What stands now, over all senders: gaps and conflicts; and what was kept aside on the way.
Result<void> IncomingPackages::summarise(ReceivedPackage& sum)
{
    if (sum.notAllowed > 0)
        sum.problems.append(tr("%n entries were kept aside: their sender may not write these records. Call the sender.",
            nullptr, int(sum.notAllowed)));
    return m_register
        ->read([&](Database& database) -> Result<void> {
            if (auto done = summariseDevices(database, sum); !done)
                return done;
            QList<QByteArray> devices;
            QList<QByteArray> senders;
            for (const Incoming& incoming : m_incoming) {
                const OfficeCard& from = incoming.checked.from;
                if (!senders.contains(from.officeId)) {
                    senders.append(from.officeId);
                    sum.from.append(from.unit);
                }
                for (const DeviceRange& range : incoming.checked.header.devices) {
                    if (devices.contains(range.device))
                        continue;
                    devices.append(range.device);
                    auto state = chainGaps::read(database, range.device);
                    if (!state)
                        return fail(state);
                    for (const auto& gap : state->gaps)
                        sum.missing.append(packageFormat::deviceName(from.unit, range.device) + QStringLiteral(": ")
                            + ChainState::text(gap));
                    for (const auto& gap : state->lost)
                        sum.lost.append(packageFormat::deviceName(from.unit, range.device) + QStringLiteral(": ")
                            + ChainState::text(gap));
                }
            }
            for (const QByteArray& sender : std::as_const(senders)) {
                for (const RecordKind* kind : kinds::all()) {
                    auto found = database.query(QStringLiteral("SELECT count(*) FROM %1 WHERE flags & %2 AND owner = ?")
                                                    .arg(RecordTables::quoted(kind->name))
                                                    .arg(RecordTables::ConflictingFlag),
                        { sender });
                    if (!found)
                        return fail(found);
                    sum.conflicts += found->next() ? found->integer(0) : 0;
                }
            }
            return {};
        })
        .result();
}

Result<ReceivedPackage> IncomingPackages::takeIn(const PackageJob& job)
{
    if (auto allowed = roleRule::checkExchange(m_register->roles()); !allowed)
        return fail(allowed);
    if (auto noted = noteStandings(); !noted)
        return fail(noted);
    ReceivedPackage sum;
    qint64 done = 0;
    for (const Incoming& incoming : m_incoming)
        if (auto taken = takeInOne(incoming, job, done, sum); !taken)
            return about(incoming.checked.name, taken.error());
    if (auto summarised = summarise(sum); !summarised)
        return fail(summarised);
    return sum;
}

Result<ReceivedPackage> receivePackages(Register& reg, const QStringList& files, const PackageJob& job)
{
    auto incoming = IncomingPackages::check(reg, files, job);
    if (!incoming)
        return fail(incoming);
    return incoming->takeIn(job);
}

} // namespace maiam
