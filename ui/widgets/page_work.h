// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/when_done.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/page.h"

#include <QTimer>
#include <QtConcurrentRun>

#include <atomic>
#include <functional>
#include <memory>

namespace maiam {

/// Long work of a page outside the window's thread, with the page's task bar and its stop. When the page goes, as on
/// locking, the work is stopped and waited for, so that it never outlives the register it works on.
class PageWork : public QObject
{
    Q_OBJECT
public:
    /// Tells how far the work is; from any thread.
    using Progress = std::function<void(qint64 done, qint64 all)>;

    explicit PageWork(Page* page)
        : QObject(page)
        , m_bar(page->task())
    {
        m_look.setInterval(100);
        connect(&m_look, &QTimer::timeout, this, [this] { m_bar->setProgress(int(m_done), int(m_all)); });
        connect(m_bar, &LongTaskBar::stopRequested, this, [this] { m_cancelled = true; });
    }
    ~PageWork() override
    {
        m_cancelled = true;
        m_running.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(PageWork)

    /// Runs `work(progress, cancelled)` and then `done(result)` in the window's thread. Only when nothing runs.
    template <typename Work, typename Done>
    void start(const QString& what, Work work, Done done, LongTaskBar::Kind kind = LongTaskBar::Kind::Work)
    {
        if (isRunning())
            return;
        m_active = true;
        m_cancelled = false;
        m_done = m_all = 0;
        m_bar->start(what, kind);
        m_look.start();
        const auto future = QtConcurrent::run([this, work = std::move(work)] {
            return work(
                [this](qint64 now, qint64 all) {
                    m_done = now;
                    m_all = all;
                },
                &m_cancelled);
        });
        m_running = QFuture<void>(future);
        whenDone(this, future, [this, done = std::move(done)](auto result) mutable {
            m_active = false;
            m_look.stop();
            m_bar->finish();
            done(std::move(result));
        });
    }
    /// The same for what the page itself begins, to show it: it changes nothing, and nobody misses it when a lock stops
    /// it.
    template <typename Work, typename Done> void read(const QString& what, Work work, Done done)
    {
        start(what, std::move(work), std::move(done), LongTaskBar::Kind::Reading);
    }
    /// Called from within the work, in its thread: nothing stops it from here on, and the bar says \a why.
    void passPointOfNoReturn(const QString& why)
    {
        const auto tell = [this, why] {
            if (m_active)
                m_bar->setUnstoppable(why);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    }
    /// Whether work of this object runs; the bar may also show what somebody else does (BackupPage).
    [[nodiscard]] bool isRunning() const { return m_active; }

private:
    LongTaskBar* m_bar;
    QTimer m_look;
    QFuture<void> m_running;
    bool m_active = false;
    std::atomic_bool m_cancelled = false;
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_all = 0;
};

} // namespace maiam
