// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"

#include <QFile>
#include <QString>

#include <optional>

namespace maiam {

/// What this installation remembers of its own writing, outside the register's folder (law 9: one device, one history):
/// the device's id and the last entry that it wrote here. A copied folder, the image of a disk, a restored backup do
/// not agree with it, and then the program writes under a new device id. One line of plain text a register, without
/// content, in the program's own data folder; bound to the folder's place and to the machine.
class OwnDevice
{
public:
    struct Last
    {
        QByteArray device; ///< 16 bytes
        qint64 seq = 0; ///< 0: it has written nothing yet
        EntryHash hash;
    };

    OwnDevice(const QString& registerFolder, const QByteArray& office);

    /// What was remembered; nothing when it never was, belongs to another machine, or cannot be read.
    [[nodiscard]] std::optional<Last> read();
    /// Remembers. Errors: ReadOnly, Io.
    [[nodiscard]] Result<void> remember(const Last& last);
    /// Forgets: the next opening takes a new device id.
    void forget();
    /// Where the line stands.
    [[nodiscard]] QString file() const { return m_file.fileName(); }

private:
    Result<void> open();
    QFile m_file;
    QByteArray m_machine;
};

namespace ownDevice {
/// Whether the register may go on under the device that it holds: this installation wrote last what stands in the
/// register, and no receipt named an entry of the device that is not here.
[[nodiscard]] Result<bool> mayGoOn(
    Database& database, const SigningDevice& device, const std::optional<OwnDevice::Last>& remembered);
/// Notes that another office holds an entry of this device that we do not: a receipt said so.
[[nodiscard]] Result<void> heldElsewhere(Database& database, const QByteArray& device);
/// Conflict when that was noted of this device: the register was set back, and nothing may be written until it has been
/// opened again under a new id.
[[nodiscard]] Result<void> checkNotAhead(Database& database, const SigningDevice& device);
/// The record with which a device begins its chain.
[[nodiscard]] Record record(const SigningDevice& device, const QByteArray& officeSignKey);
} // namespace ownDevice

} // namespace maiam
