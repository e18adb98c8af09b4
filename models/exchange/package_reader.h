// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/package_format.h"
#include "models/register/register.h"
#include "models/sealing/office_card.h"
#include "models/sealing/office_key.h"

#include <QTemporaryFile>

#include <tuple>

namespace maiam {

/// What came of receiving packages.
struct ReceivedPackage
{
    QStringList from; ///< unit codes
    qint64 added = 0; ///< entries that were new here, those that wait for a gap to be filled included
    qint64 known = 0; ///< entries that were here already
    qint64 waiting = 0; ///< of the new ones, those that wait
    qint64 notAllowed = 0; ///< kept and named, not folded: their writer may not write that record (law 7)
    qint64 forked = 0; ///< kept aside: of another history, or beyond what was reported as lost (law 9)
    qint64 conflicts = 0; ///< records of the senders on which two machines differ now
    QStringList missing; ///< "06838-A7: 12–14"
    QStringList lost; ///< the same, for what the sender's office has given up for good
    QStringList problems; ///< whole sentences: what does not fit and whom to ask
    QStringList refused; ///< receiveEach(): "file: sentence" for each that was not taken in, or not wholly
};

/// A package that has been checked wholly and not been taken in yet, for showing what it is.
struct CheckedPackage
{
    QString name; ///< of the file
    OfficeCard from;
    PackageHeader header;
};

/// Takes in packages in two passes: everything is checked before one byte is believed; then entries are folded in
/// batches, each a transaction, so that it can be stopped and taken up again.
/// Both passes block: call them outside the interface thread.
class IncomingPackages
{
    Q_DECLARE_TR_FUNCTIONS(IncomingPackages)

public:
    /// First pass. Each file is copied into the register's folder as it is (sealed), then checked to its last byte.
    /// Errors, each naming the file: NotFound, InvalidInput (no package, or too large), NotForUs, UnknownSender,
    /// NotAllowed (an office that does not send to us), Damaged, BadSignature, Truncated, NewerVersion, DiskFull, Io,
    /// Cancelled. Nothing in the register changes.
    [[nodiscard]] static Result<IncomingPackages> check(
        Register& reg, const QStringList& files, const PackageJob& job = {});

    /// What was found, in the order in which it will be taken in.
    [[nodiscard]] std::vector<CheckedPackage> packages() const;
    /// Second pass. Receiving the same again changes nothing. Errors: as Register::receive(), Cancelled.
    [[nodiscard]] Result<ReceivedPackage> takeIn(const PackageJob& job = {});
    /// Both passes for each file by itself, older packages first; one that does not fit is named and the others are
    /// taken in. Gaps are those that are left at the end. Errors: NotAllowed, Cancelled, what stops all reading.
    [[nodiscard]] static Result<ReceivedPackage> receiveEach(
        Register& reg, const QStringList& files, const PackageJob& job = {});

private:
    using Order = std::tuple<QByteArray, qint64, UtcMs>; ///< sender, first number, when it was sealed
    struct Incoming
    {
        std::unique_ptr<QTemporaryFile> copy;
        CheckedPackage checked;
        QByteArray encodedHeader;
        QList<QByteArray> knownDevices;
        std::vector<EntryHash> batches; ///< hash of each batch's last entry, so that both passes read the same
    };
    explicit IncomingPackages(Register& reg);
    Result<void> readKey();
    Result<void> checkFile(const QString& file, const PackageJob& job, qint64& done);
    Result<bool> identify(const PackageHeader& header, Incoming& incoming) const;
    Result<void> takeInOne(const Incoming& incoming, const PackageJob& job, qint64& done, ReceivedPackage& sum);
    Result<void> account(const Incoming& incoming, ReceivedPackage& sum);
    struct Standing
    {
        QByteArray office;
        QStringList sentences;
    };
    static Result<QHash<QByteArray, Standing>> standings(Database& database);
    Result<void> noteStandings();
    Result<void> summariseDevices(Database& database, ReceivedPackage& sum) const;
    Result<void> summarise(ReceivedPackage& sum);
    static Order orderOf(const PackageHeader& header);
    QStringList inOrder(const QStringList& files) const;
    Result<void> takeInFile(
        const QString& file, const PackageJob& job, qint64& checked, qint64& taken, ReceivedPackage& sum);

    Register* m_register;
    std::shared_ptr<OfficeKey> m_key;
    std::vector<Incoming> m_incoming;
    qint64 m_all = 0;
    QHash<QByteArray, Standing> m_before; ///< by device, before anything was taken in
};

/// Both passes at once.
[[nodiscard]] Result<ReceivedPackage> receivePackages(
    Register& reg, const QStringList& files, const PackageJob& job = {});

} // namespace maiam
