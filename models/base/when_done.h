// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace maiam {

/// Calls `done(result)` in the owner's thread when the future is there. When the owner goes first, nothing is called:
/// a page that was closed gets no answer. (QFuture::then with a context needs the context to outlive the work.)
template <typename Answer, typename Done> void whenDone(QObject* owner, const QFuture<Answer>& future, Done done)
{
    auto* watcher = new QFutureWatcher<Answer>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace maiam
