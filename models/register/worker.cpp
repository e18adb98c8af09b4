// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/worker.h"

namespace maiam {

Worker::Worker(const QString& name)
{
    m_thread.setObjectName(name);
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    QMetaObject::invokeMethod(
        &m_context, [this] { m_database.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<void> Worker::open(const QString& file, const SecretKey& key, OpenMode mode, const EngineOptions& options)
{
    Result<void> opened;
    QMetaObject::invokeMethod(
        &m_context,
        [&] {
            auto database = Database::open(file, key, mode, options);
            if (database)
                m_database.emplace(std::move(*database));
            else
                opened = fail(database);
        },
        Qt::BlockingQueuedConnection);
    return opened;
}

void Worker::interrupt()
{
    if (m_database)
        m_database->interrupt();
}

} // namespace maiam
