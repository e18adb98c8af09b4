// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/package_writer.h"

#include "models/base/saved_file.h"
#include "models/exchange/offices.h"
#include "models/exchange/package_scan.h"
#include "models/records/kinds.h"
#include "models/register/access_chain.h"
#include "models/register/identity_store.h"

#include <QDir>
#include <QFile>

namespace maiam {

namespace {
constexpr int Level = 9;
constexpr int MostSameNames = 1000;

/// Where this file's sentences are translated.
class PackageWriterTexts
{
    Q_DECLARE_TR_FUNCTIONS(PackageWriterTexts)
};

tl::unexpected<Error> unwritable(const QFileDevice& file)
{
    if (file.error() == QFileDevice::ResourceError)
        return fail(ErrorCode::DiskFull,
            PackageWriterTexts::tr(
                "There is no room for the package. Free some space or take another stick, then pack again."),
            file.errorString());
    if (file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError)
        return fail(ErrorCode::ReadOnly,
            PackageWriterTexts::tr(
                "The package cannot be written into this folder. Choose a folder or stick in which you may write."),
            file.errorString());
    return fail(ErrorCode::Io,
        PackageWriterTexts::tr("The package could not be written. Check that the stick is in place, then pack again."),
        file.errorString());
}

/// The file on its way: gone again unless it was kept.
class PartFile
{
public:
    explicit PartFile(QString name)
        : m_name(std::move(name))
    {
    }
    ~PartFile()
    {
        if (!m_kept)
            QFile::remove(m_name);
    }
    Q_DISABLE_COPY_MOVE(PartFile)
    const QString& name() const { return m_name; }
    /// Gives it its final name, without ever replacing a file; returns that name.
    Result<QString> keep(const QString& stem)
    {
        for (int i = 1; i <= MostSameNames; ++i) {
            const QString wanted = stem + (i > 1 ? QStringLiteral("-%1").arg(i) : QString()) + QStringLiteral(".maiam");
            m_kept = renameFile(m_name, wanted, NameTaken::Refuse);
            if (m_kept)
                return wanted;
            if (!QFile::exists(wanted))
                break;
        }
        return fail(ErrorCode::Io,
            PackageWriterTexts::tr(
                "The package could not be given its name. Check that the stick is in place, then pack again."));
    }

private:
    QString m_name;
    bool m_kept = false;
};

/// Writes one package from one unchanging view of the journal.
class PackageWriter
{
public:
    PackageWriter(Database& database, const OfficeInfo& own, const PackageJob& job)
        : m_database(database)
        , m_info(own)
        , m_job(job)
    {
    }

    Result<void> prepare(const QString& toUnit, const QMap<QByteArray, qint64>& catalogues, UtcMs now);
    Result<void> write(const QString& file);
    Result<void> verify(const QString& file);

    PackageHeader header;
    OfficeCard to;

private:
    struct Source
    {
        qint64 row = 0;
        qint64 acknowledged = 0;
    };
    Result<void> findRanges();
    Result<void> keepUnbroken(DeviceRange& range, const Source& source);
    Result<void> introduce(DeviceRange& range, const Source& source);
    Result<void> findReceipts();
    Result<void> findAside();
    Result<void> writeAll(SavedFile& out);
    Result<void> writeRange(ZstdWriter& zstd, const DeviceRange& range, const Source& source, qint64& done);

    Database& m_database;
    OfficeInfo m_info;
    const PackageJob& m_job;
    std::optional<OfficeKey> m_key;
    std::vector<Source> m_sources; // one for each of the header's devices
};

Result<void> PackageWriter::prepare(const QString& toUnit, const QMap<QByteArray, qint64>& catalogues, UtcMs now)
{
    auto key = identityStore::office(m_database);
    if (!key)
        return fail(key);
    m_key.emplace(std::move(*key));
    auto receiver = offices::officeByUnit(m_database, toUnit);
    if (!receiver)
        return fail(receiver);
    to = *receiver;
    // Records travel to the province and answers come from there; communes do not see each other's (law 7).
    if (m_info.role == OfficeRole::Commune && to.role != OfficeCard::Role::Province)
        return fail(ErrorCode::NotAllowed,
            PackageWriterTexts::tr("Packages go to the provincial office only. Choose its card as the receiver."));
    const auto role = m_info.role == OfficeRole::Province ? OfficeCard::Role::Province : OfficeCard::Role::Commune;
    header.sender = m_info.id;
    header.card = OfficeCard::make(*m_key, m_info.unit, m_info.name, role, 1, m_info.id).toText();
    header.to = to.officeId;
    header.recipients = { packageFormat::recipientFingerprint(to.sealKey),
        packageFormat::recipientFingerprint(m_key->sealKey()) };
    header.catalogues = catalogues;
    header.time = now;
    header.program = QStringLiteral("Mái Ấm " MAIAM_VERSION);
    // Records go up only. The province's own would stand among the commune's in its lists and figures.
    if (m_info.role == OfficeRole::Commune)
        if (auto ranges = findRanges(); !ranges)
            return ranges;
    return findReceipts();
}

Result<void> PackageWriter::findRanges()
{
    auto found = m_database.query(
        // What the receiver holds and puts aside needs no sending either.
        QStringLiteral(
            "SELECT d.id, d.device, d.folded_seq, d.folded_hash, max(coalesce(r.seq, 0), coalesce((SELECT "
            "max(a.seq) FROM put_aside_elsewhere a WHERE a.office = ?1 AND a.device = d.device), 0)) FROM "
            "journal_device d LEFT JOIN receipt r ON r.device = d.device AND r.office = ?1 WHERE d.office = ?2 AND "
            "d.folded_seq > 0 ORDER BY d.id"),
        { to.officeId, m_info.id });
    if (!found)
        return fail(found);
    while (found->next()) {
        DeviceRange range;
        range.device = found->blob(1);
        range.last = found->integer(2);
        range.after = found->blob(3);
        range.first = std::min(found->integer(4), range.last) + 1;
        header.devices.push_back(std::move(range));
        m_sources.push_back({ found->integer(0), found->integer(4) });
    }
    if (auto done = found->finished(); !done)
        return done;
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (auto done = keepUnbroken(header.devices[i], m_sources[i]); !done)
            return done;
        if (auto done = introduce(header.devices[i], m_sources[i]); !done)
            return done;
    }
    return {};
}

/// A range has no gap. Behind a stretch that is lost for good the rest goes with the next package, once what stands
/// before it has been acknowledged.
Result<void> PackageWriter::keepUnbroken(DeviceRange& range, const Source& source)
{
    auto found = m_database.query(
        QStringLiteral(
            "SELECT count(*), min(seq) FROM journal_entry WHERE device = ? AND seq BETWEEN ? AND ? AND state "
            "NOT IN (1, 2)"),
        { source.row, range.first, range.last });
    if (!found)
        return fail(found);
    if (!found->next() || found->integer(0) == range.count())
        return {};
    range.first = found->integer(1);
    auto held = m_database.query(QStringLiteral("SELECT seq, hash FROM journal_entry WHERE device = ? AND seq >= ? AND "
                                                "state NOT IN (1, 2) ORDER BY seq"),
        { source.row, range.first });
    if (!held)
        return fail(held);
    range.last = range.first - 1;
    while (held->next() && held->integer(0) == range.last + 1) {
        ++range.last;
        range.after = held->blob(1);
    }
    return {};
}

/// The device's key and certificate, as its first entry gives them, and the hash before the range.
Result<void> PackageWriter::introduce(DeviceRange& range, const Source& source)
{
    auto found = m_database.query(
        QStringLiteral(
            "SELECT seq, hash, body FROM journal_entry WHERE device = ? AND seq IN (1, ?, ?) AND state NOT IN (1, 2)"),
        { source.row, range.first - 1, range.first });
    if (!found)
        return fail(found);
    while (found->next()) {
        if (range.first > 1 && found->integer(0) == range.first - 1)
            range.before = found->blob(1);
        auto body = entryCodec::decodeBody(found->blob(2));
        if (!body)
            return fail(body);
        if (range.first > 1 && found->integer(0) == range.first)
            range.before = body->previous; // the entry before may be lost
        if (found->integer(0) != 1)
            continue;
        const auto bytes = [&](const Field& field) {
            const auto value = body->open.find(field.key());
            const auto* held = value == body->open.end() ? nullptr : std::get_if<QByteArray>(&value->second);
            return held ? *held : QByteArray();
        };
        range.key = bytes(DeviceFields::Key);
        range.certificate = bytes(DeviceFields::Certificate);
    }
    return found->finished();
}

Result<void> PackageWriter::findReceipts()
{
    auto found = m_database.query(QStringLiteral("SELECT device, folded_seq, folded_hash FROM journal_device WHERE "
                                                 "office = ? AND folded_seq > 0 ORDER BY device"),
        { to.officeId });
    if (!found)
        return fail(found);
    while (found->next())
        header.receipts.push_back({ found->blob(0), found->integer(1), found->blob(2) });
    if (auto done = found->finished(); !done)
        return done;
    if (auto done = findAside(); !done)
        return done;
    // Who looked at what is not sent; its end is, so that nobody can rewrite it later.
    auto heads = accessChain::heads(m_database);
    if (!heads)
        return fail(heads);
    for (const AccessHead& head : *heads)
        header.access.push_back({ head.device, head.seq, head.hash });
    return {};
}

/// Each history of a device of the receiver that does not count here: its office cannot know of it otherwise.
Result<void> PackageWriter::findAside()
{
    struct Link
    {
        QByteArray device;
        qint64 seq = 0;
        EntryHash previous;
    };
    QHash<EntryHash, Link> links;
    QList<EntryHash> inOrder;
    QSet<EntryHash> continued;
    auto found = m_database.query(
        QStringLiteral("SELECT d.device, e.seq, e.hash, e.body FROM journal_entry e INDEXED BY journal_entry_unfolded "
                       "JOIN journal_device d ON d.id = e.device WHERE e.state <> 0 AND e.state = 2 AND d.office = ? "
                       "ORDER BY d.device, e.seq DESC, e.hash"),
        { to.officeId });
    if (!found)
        return fail(found);
    while (found->next()) {
        auto body = entryCodec::decodeBody(found->blob(3));
        if (!body)
            return fail(body);
        links.insert(found->blob(2), { found->blob(0), found->integer(1), body->previous });
        inOrder.append(found->blob(2));
        continued.insert(body->previous);
    }
    if (auto done = found->finished(); !done)
        return done;
    for (const EntryHash& hash : std::as_const(inOrder)) {
        if (continued.contains(hash) || header.aside.size() == packageFormat::MaxAside)
            continue;
        const Link& last = links[hash];
        PackageAside aside { last.device, last.seq, last.seq, hash };
        for (auto before = links.constFind(last.previous); before != links.cend();
             before = links.constFind(before->previous))
            aside.first = before->seq;
        header.aside.push_back(std::move(aside));
    }
    return {};
}

Result<void> PackageWriter::write(const QString& file)
{
    SavedFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return unwritable(out);
    if (auto written = writeAll(out); !written) {
        out.cancelWriting();
        return written;
    }
    if (!out.commit()) // synchronises the disk
        return out.isHeld() ? tl::unexpected<Error>(out.heldError()) : unwritable(out);
    return {};
}

Result<void> PackageWriter::writeAll(SavedFile& out)
{
    QList<AgeRecipient> recipients;
    for (const QByteArray& key : { to.sealKey, m_key->sealKey() }) {
        auto recipient = AgeRecipient::fromKey(key);
        if (!recipient)
            return fail(recipient);
        recipients.append(*recipient);
    }
    AgeWriter age(out, recipients);
    ContextHash digest(context::Package);
    bool isSigned = true; // all but the last frame
    ZstdWriter zstd(
        [&](QByteArrayView bytes) -> Result<> {
            if (isSigned)
                digest.add(bytes);
            return age.write(bytes);
        },
        Level);
    if (auto done = age.open(); !done)
        return done;
    if (auto done = zstd.write(packageFormat::encodeHeader(header)); !done)
        return done;
    qint64 done = 0;
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        if (auto written = writeRange(zstd, header.devices[i], m_sources[i], done); !written)
            return written;
    if (auto ended = zstd.endFrame(); !ended)
        return ended;
    isSigned = false;
    if (auto written = zstd.writeTrailer(m_key->sign(context::Package, digest.result())); !written)
        return written;
    return age.finish();
}

Result<void> PackageWriter::writeRange(ZstdWriter& zstd, const DeviceRange& range, const Source& source, qint64& done)
{
    const qint64 all = 2 * header.entries(); // written, then read back
    auto found = m_database.query(QStringLiteral("SELECT body, signature FROM journal_entry WHERE device = ? AND seq "
                                                 "BETWEEN ? AND ? AND state NOT IN (1, 2) ORDER BY seq"),
        { source.row, range.first, range.last });
    if (!found)
        return fail(found);
    while (found->next()) {
        const auto body = entryCodec::decodeBody(found->blob(0));
        if (!body)
            return fail(body);
        // A reason lies inside what the hash covers and cannot be left out, so only a code may go.
        if (!Journal::isReasonCode(body->reason))
            return fail(ErrorCode::NotAllowed,
                PackageWriterTexts::tr(
                    "An entry holds a reason in free words, which may name somebody and would go along. Nothing was "
                    "packed; tell whoever looks after the program."),
                QStringLiteral("entry %1").arg(body->seq));
        if (auto written = zstd.write(packageFormat::encodeEntry(found->blobView(0), found->blobView(1), {})); !written)
            return written;
        if (auto stepped = m_job.step(++done, all); !stepped)
            return stepped;
    }
    return found->finished();
}

/// Reads the file back as a stranger would, from the disk.
Result<void> PackageWriter::verify(const QString& file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io,
            PackageWriterTexts::tr(
                "The package could not be read back. Check that the stick is in place, then pack again."),
            in.errorString());
    PackageScan scan(in, *m_key);
    auto read = scan.open();
    if (!read)
        return fail(read);
    if (auto trusted = scan.trust(m_key->signKey(), {}, false); !trusted)
        return trusted;
    for (qint64 done = header.entries();;) {
        auto entry = scan.next();
        if (!entry)
            return fail(entry);
        if (!*entry)
            break;
        if (auto stepped = m_job.step(++done, 2 * header.entries()); !stepped)
            return stepped;
    }
    return scan.finish();
}

/// The range of this device, after which the file is called; an empty one where no entry goes along.
DeviceRange namingRange(const PackageHeader& header, const QByteArray& device)
{
    for (const DeviceRange& range : header.devices)
        if (range.device == device)
            return range;
    if (!header.devices.empty())
        return header.devices.front();
    DeviceRange none;
    none.device = device;
    return none;
}

Result<void> log(Register& reg, const PackageHeader& header, const QString& file)
{
    std::vector<DeviceRange> ranges = header.devices;
    if (ranges.empty()) // receipts alone are a package, too
        ranges.push_back(namingRange(header, reg.deviceId()));
    return reg
        .writeLocal([header, ranges, name = QFileInfo(file).fileName()](Database& database) -> Result<void> {
            for (const DeviceRange& range : ranges)
                if (auto done =
                        database.run(QStringLiteral("INSERT INTO package_log(outgoing, office, device, first_seq, "
                                                    "last_seq, file, at) VALUES (1, ?, ?, ?, ?, ?, ?)"),
                            { header.to, range.device, range.first, range.last, name, header.time });
                    !done)
                    return done;
            return {};
        })
        .result();
}
} // namespace

Result<SealedPackage> sealPackage(Register& reg, const QString& toUnit, const QString& folder,
    const QMap<QByteArray, qint64>& catalogues, const PackageJob& job)
{
    if (auto allowed = roleRule::checkExchange(reg.roles()); !allowed)
        return fail(allowed);
    auto worker = reg.connect(QStringLiteral("seal"));
    if (!worker)
        return fail(worker);
    const QDir place(folder);
    PartFile part(place.filePath(QStringLiteral(".maiam-%1.part").arg(QUuid::createUuid().toString(QUuid::Id128))));
    SealedPackage sealed;
    PackageHeader header;
    auto written = (*worker)
                       ->run([&](Database& database) -> Result<void> {
                           auto view = Transaction::begin(database, Transaction::Kind::Read);
                           if (!view)
                               return fail(view);
                           PackageWriter writer(database, reg.office(), job);
                           if (auto done = writer.prepare(toUnit, catalogues, reg.clock().now()); !done)
                               return done;
                           if (auto done = writer.write(part.name()); !done)
                               return done;
                           if (auto done = writer.verify(part.name()); !done)
                               return done;
                           header = writer.header;
                           sealed.to = writer.to.unit;
                           return {};
                       })
                       .result();
    if (!written)
        return fail(written);
    sealed.from = reg.office().unit;
    sealed.entries = header.entries();
    sealed.ranges = header.devices;
    sealed.bytes = QFileInfo(part.name()).size();
    // Before the package has a name: what cannot be recorded does not leave.
    if (auto noted = reg.recordAccess(AccessAct::Sealed, nullptr, { QUuid() }, sealed.entries).result(); !noted)
        return fail(noted);
    // The province writes to many communes from one device, so its names say to whom.
    const QString to = reg.office().role == OfficeRole::Province ? sealed.to : QString();
    auto file =
        part.keep(place.filePath(packageFormat::fileStem(sealed.from, namingRange(header, reg.deviceId()), to)));
    if (!file)
        return fail(file);
    sealed.file = *file;
    if (auto logged = log(reg, header, sealed.file); !logged) {
        QFile::remove(sealed.file);
        return fail(logged);
    }
    return sealed;
}

} // namespace maiam
