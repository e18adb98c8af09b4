// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sqlcipher/database.h"

#include <QCoreApplication>
#include <QStringList>

#include <atomic>
#include <functional>

namespace maiam {

struct DeviceRule;

/// What a check of the whole register found (kiểm tra sổ).
struct Verified
{
    qint64 entries = 0;
    qint64 records = 0;
    QStringList problems; ///< sentences; entries are named by device and number, never by content
    QStringList notes; ///< sentences: what is in order and should be known, such as a lost device
    [[nodiscard]] bool ok() const { return problems.isEmpty(); }
};

/// Checks pages, hashes, chains, signatures and commitments, folds every record again and compares (journal.md, law 1);
/// then forks, lost devices and erasures (laws 5, 9, 10). Of a register that a newer program has written, pages,
/// hashes, chains and signatures; a note says that the rest was left.
class Verification
{
    Q_DECLARE_TR_FUNCTIONS(Verification)
public:
    /// `progress` gets entries done and entries in all, now and then. Errors: Cancelled, Damaged when a page cannot be
    /// read.
    using Progress = std::function<void(qint64 done, qint64 all)>;
    explicit Verification(Database& database, Progress progress = {}, const std::atomic_bool* cancelled = nullptr);
    [[nodiscard]] Result<Verified> run();

private:
    Result<void> checkDevice(qint64 row, const QByteArray& device, const QByteArray& key, const DeviceRule* rule);
    Result<void> checkRules();
    Result<void> checkRecords();
    Result<void> step();
    void problem(const QString& sentence);

    Database& m_database;
    Progress m_progress;
    const std::atomic_bool* m_cancelled;
    Verified m_found;
    qint64 m_all = 0;
};

} // namespace maiam
