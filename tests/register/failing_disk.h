// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk_layer.h"
#include "models/register/key_disk.h"

#include <QByteArray>

namespace maiam::test {

/// A disk that fails: every write, sync, cut and removal of a database and every replacing and renaming of keys is
/// counted, and the chosen one goes wrong. One at a time.
class FailingDisk final : public KeyDisk, public DiskLayer
{
public:
    enum class Fault {
        Refused, ///< this one call does nothing and says so
        DoneButDenied, ///< this one call is carried out and reported as failed
        Dead, ///< from here on nothing reaches the disk, as when the program is killed
    };
    FailingDisk();
    ~FailingDisk() override;
    Q_DISABLE_COPY_MOVE(FailingDisk)

    /// Counts anew; call number `at` (from 1) goes wrong, none when 0.
    void arm(int at, Fault fault = Fault::Refused);
    /// What was called since: w a write, s a sync, t a cut, d a removal, p a file put in place, r a renaming.
    [[nodiscard]] static QByteArray calls();
    /// The numbers of the calls worth a try: all but most of the many writes of pages.
    [[nodiscard]] static QList<int> worthFailing(const QByteArray& calls, int writes = 12);

    [[nodiscard]] Result<void> replace(const QString& path, const QByteArray& bytes) override;
    [[nodiscard]] Result<void> rename(const QString& from, const QString& to) override;
    void remove(const QString& path) override;

    int write(const QByteArray& path, const QByteArray& bytes, qint64 at, const Run& run) override;
    int cut(const QByteArray& path, qint64 size, const Run& run) override;
    int sync(const QByteArray& path, const Run& run) override;
    int remove(const QByteArray& path, const Run& run) override;
};

} // namespace maiam::test
