// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/kinds.h"
#include "models/register/clock_check.h"
#include "models/register/register_backups.h"
#include "models/register/restore.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>

#include <atomic>
#include <type_traits>

/// The disk of a bad day: every write, sync, rename and removal can fail.
class FaultyFiles : public maiam::BackupFiles
{
public:
    enum class Fault {
        Refused, ///< that call does nothing
        DoneButDenied, ///< that call is done, and says that it failed: a disk that reports its error late
        Dead, ///< from that call on nothing is done any more, as when the program was killed
    };
    /// The nth call from now on fails; 0: none.
    void failAt(int call, Fault fault = Fault::Refused)
    {
        m_calls = 0;
        m_kind = fault;
        m_fault = call;
    }
    /// Calls since failAt() or the beginning.
    [[nodiscard]] int calls() const { return m_calls; }

    maiam::Result<void> makeFolder(const QString& folder) override;
    maiam::Result<std::unique_ptr<Out>> create(const QString& path) override;
    maiam::Result<void> rename(const QString& from, const QString& to) override;
    maiam::Result<void> remove(const QString& path) override;

private:
    class FaultyOut;
    template <typename Call> std::invoke_result_t<Call> ask(Call call);
    std::atomic_int m_calls = 0;
    std::atomic_int m_fault = 0;
    std::atomic<Fault> m_kind = Fault::Refused;
};

/// An open register of a commune with its backups, at 17:05 on 24/11/2026.
class OfficeWithBackups
{
    QTemporaryDir m_home; // goes last

public:
    OfficeWithBackups();

    /// Stores a child; returns its id.
    QUuid write(const QString& name);
    maiam::MadeBackup backUp();
    void close() { reg.reset(); }
    /// Closes as when the power fails: what no backup has emptied from the log stands in the log alone.
    void closeWithLog();
    std::unique_ptr<maiam::Register> open(const QString& folder);
    maiam::Restored restore(const QString& backup, const QString& folder, bool replace = false);
    void nextDay() { clock->advance(24LL * 3600 * 1000); }
    /// The register's key, as only the passphrase gives it.
    maiam::SecretKey key();
    [[nodiscard]] QString recoveryKey() const { return m_recovery; }
    [[nodiscard]] QSet<QString> backupFiles() const;
    [[nodiscard]] QString folder(const QString& name) const { return m_home.filePath(name); }
    QString put(const QByteArray& bytes);
    static QByteArray bytesOf(const QString& file);

    std::shared_ptr<maiam::FixedClock> clock;
    std::unique_ptr<maiam::Register> reg;

private:
    QString m_folder;
    QString m_recovery;
    int m_files = 0;
};

/// An office whose second place is a stick.
struct OfficeWithStick : OfficeWithBackups
{
    OfficeWithStick();
    [[nodiscard]] QStringList onTheStick() const { return QDir(stick).entryList(QDir::Files); }
    [[nodiscard]] maiam::UtcMs now() const { return clock->now(); }
    [[nodiscard]] maiam::SecondPlace second() const { return maiam::RegisterBackups(*reg).look().value().second; }

    QString stick; ///< plugged in
};
