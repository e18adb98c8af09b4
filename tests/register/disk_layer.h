// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace maiam::test {

/// Stands between SQLite and the system's files as its usual file layer while it lives. One at a time. The calls may
/// come from any thread.
class DiskLayer
{
public:
    DiskLayer();
    virtual ~DiskLayer();
    Q_DISABLE_COPY_MOVE(DiskLayer)

    /// What the system itself would do; returns SQLite's code.
    using Run = std::function<int()>;
    virtual void opened(const QByteArray& path);
    virtual int write(const QByteArray& path, const QByteArray& bytes, qint64 at, const Run& run);
    virtual int cut(const QByteArray& path, qint64 size, const Run& run);
    virtual int sync(const QByteArray& path, const Run& run);
    virtual int remove(const QByteArray& path, const Run& run);
    /// The folder of this file was synced too, and with it the names in there: the engine does that with the first sync
    /// of a new journal or log, and with some removals.
    virtual void folderSynced(const QByteArray& path);
};

} // namespace maiam::test
