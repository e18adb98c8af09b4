// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/sqlcipher/database.h"

#include <QCoreApplication>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>
#include <optional>

namespace maiam {

/// A thread with a connection of its own. Work is given as functions of the Database and runs one after the other;
/// results come back as futures. The connection is opened and closed in that thread.
class Worker
{
public:
    explicit Worker(const QString& name);
    ~Worker();
    Q_DISABLE_COPY_MOVE(Worker)

    /// Opens the connection and waits for it.
    [[nodiscard]] Result<void> open(
        const QString& file, const SecretKey& key, OpenMode mode, const EngineOptions& options);
    /// Runs `work(Database&)` in the thread. Work that throws ends the program: nothing here throws.
    template <typename Work> auto run(Work work) -> QFuture<std::invoke_result_t<Work, Database&>>
    {
        using Answer = std::invoke_result_t<Work, Database&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        QMetaObject::invokeMethod(
            &m_context,
            [this, promise, work = std::move(work)]() mutable {
                promise->addResult(work(*m_database));
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }
    /// Stops the statement that runs now; it fails with Cancelled.
    void interrupt();

private:
    QThread m_thread;
    QObject m_context;
    std::optional<Database> m_database;
};

} // namespace maiam
