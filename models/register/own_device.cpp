// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/own_device.h"

#include "models/journal/chain_rules.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>

#include <sodium.h>

namespace maiam {

namespace {
constexpr qsizetype LineSize = 256; ///< always the same, so that writing again never leaves an old end behind
constexpr QByteArrayView Magic("maiam/installation/1");

QString aheadOf(const QByteArray& device)
{
    return QStringLiteral("device.ahead/") + QString::fromLatin1(device.toHex());
}

QByteArray digest(QByteArrayView a, QByteArrayView b)
{
    QByteArray hash(16, Qt::Uninitialized);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, size_t(hash.size()));
    for (const QByteArrayView part : { QByteArrayView(Magic), a, b })
        crypto_generichash_update(&state, reinterpret_cast<const uchar*>(part.data()), size_t(part.size()));
    crypto_generichash_final(&state, reinterpret_cast<uchar*>(hash.data()), size_t(hash.size()));
    return hash.toHex();
}

QString placeOf(const QString& registerFolder, const QByteArray& office)
{
    const QString canonical = QFileInfo(registerFolder).canonicalFilePath();
    const QByteArray folder = (canonical.isEmpty() ? QFileInfo(registerFolder).absoluteFilePath() : canonical).toUtf8();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("installations/") + QString::fromLatin1(digest(office, folder)));
}
} // namespace

OwnDevice::OwnDevice(const QString& registerFolder, const QByteArray& office)
    : m_file(placeOf(registerFolder, office))
    , m_machine(digest(office, QSysInfo::machineUniqueId()))
{
}

Result<void> OwnDevice::open()
{
    if (m_file.isOpen())
        return {};
    const QString folder = QFileInfo(m_file).absolutePath();
    const bool ready = QDir().mkpath(folder) && m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    if (ready) {
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return {};
    }
    return fail(ErrorCode::ReadOnly,
        QCoreApplication::translate("Register",
            "The program cannot write into its own data folder (%1), so it could not tell this register from a copy of "
            "it. Nothing was changed. Ask for the right to write there, then open the register again.")
            .arg(QDir::toNativeSeparators(folder)));
}

std::optional<OwnDevice::Last> OwnDevice::read()
{
    if (!QFileInfo::exists(m_file.fileName()) || !open() || !m_file.seek(0))
        return {};
    const QList<QByteArray> words = m_file.read(LineSize).simplified().split(' ');
    bool isNumber = false;
    if (words.size() < 4 || words.at(0) != Magic || words.at(1) != m_machine)
        return {};
    Last last { QByteArray::fromHex(words.at(2)), words.at(3).toLongLong(&isNumber),
        QByteArray::fromHex(words.value(4)) };
    const bool whole = isNumber && last.seq >= 0 && last.device.size() == 16
        && last.hash.size() == (last.seq == 0 ? 0 : crypto_generichash_BYTES);
    return whole ? std::optional(last) : std::nullopt;
}

Result<void> OwnDevice::remember(const Last& last)
{
    if (auto opened = open(); !opened)
        return opened;
    const QByteArray line = Magic.toByteArray() + ' ' + m_machine + ' ' + last.device.toHex() + ' '
        + QByteArray::number(last.seq) + ' ' + last.hash.toHex();
    const QByteArray padded = line.leftJustified(LineSize - 1, ' ') + '\n';
    if (m_file.seek(0) && m_file.write(padded) == padded.size())
        return {};
    return fail(ErrorCode::Io,
        QCoreApplication::translate("Register",
            "The program could not write into its own data folder. Make room on the disk; the register itself is in "
            "order."));
}

void OwnDevice::forget()
{
    m_file.remove();
}

namespace {
/// Whether all that is held of this device follows one upon the other. Else the next number is given already, or will
/// be by a copy of this PC. A device with two histories or a lost one is the administrator's (deviceCare).
Result<bool> isFollowed(Database& database, const QByteArray& device)
{
    auto ahead = database.query(
        QStringLiteral("SELECT 1 FROM journal_device d JOIN journal_entry e ON e.device = d.id WHERE d.device = ? AND "
                       "d.forked_seq IS NULL AND e.seq > d.folded_seq LIMIT 1"),
        { device });
    if (!ahead)
        return fail(ahead);
    if (!ahead->next())
        return true;
    auto rules = ChainRules::read(database);
    if (!rules)
        return fail(rules);
    const DeviceRule* rule = rules->of(device);
    return rule && rule->lastSeq;
}
} // namespace

Result<bool> ownDevice::mayGoOn(
    Database& database, const SigningDevice& device, const std::optional<OwnDevice::Last>& remembered)
{
    if (!remembered || remembered->device != device.id)
        return false;
    if (!checkNotAhead(database, device))
        return false;
    auto followed = isFollowed(database, device.id);
    if (!followed || !*followed)
        return followed;
    if (remembered->seq == 0)
        return true;
    auto held = database.query(QStringLiteral("SELECT 1 FROM journal_entry e JOIN journal_device d ON d.id = e.device "
                                              "WHERE d.device = ? AND e.seq = ? AND e.hash = ?"),
        { device.id, remembered->seq, remembered->hash });
    if (!held)
        return fail(held);
    return held->next();
}

Result<void> ownDevice::heldElsewhere(Database& database, const QByteArray& device)
{
    return meta::set(database, aheadOf(device), 1);
}

Result<void> ownDevice::checkNotAhead(Database& database, const SigningDevice& device)
{
    auto ahead = meta::value(database, aheadOf(device.id));
    if (!ahead)
        return fail(ahead);
    if (ahead->isNull())
        return {};
    return fail(ErrorCode::Conflict,
        QCoreApplication::translate("Register",
            "Another office holds more entries of this PC than the register does: the register was set back to an "
            "earlier day. Nothing was saved. Lock the register and open it again; it then goes on under a new number, "
            "and nothing is mixed up."));
}

Record ownDevice::record(const SigningDevice& device, const QByteArray& officeSignKey)
{
    Record record(kinds::Device, recordId::named(device.office, "device/" + device.id));
    record.set(DeviceFields::Key, device.publicKey);
    record.set(DeviceFields::Office, device.office);
    record.set(DeviceFields::OfficeKey, officeSignKey);
    record.set(DeviceFields::Certificate, device.certificate);
    return record;
}

} // namespace maiam
