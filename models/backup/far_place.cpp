// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/far_place.h"

#include <QHash>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace maiam {

namespace {
using Steady = std::chrono::steady_clock;

/// How soon a person's stop, or a lock, is noticed.
constexpr std::chrono::milliseconds NoticedWithin { 50 };

/// The folders in which work hangs that was left alone.
class Hanging
{
public:
    [[nodiscard]] bool holds(const QString& folder)
    {
        const std::lock_guard held(m_mutex);
        return m_folders.value(folder) > 0;
    }
    void add(const QString& folder, int count)
    {
        const std::lock_guard held(m_mutex);
        m_folders[folder] += count;
    }

private:
    std::mutex m_mutex;
    QHash<QString, int> m_folders; ///< under the mutex
};

Hanging& hanging()
{
    static auto* folders = new Hanging; // never deleted: a thread that was left alone may end after everything else
    return *folders;
}

struct Task : FarWork
{
    std::mutex mutex;
    std::condition_variable changed;
    bool ended = false; ///< under the mutex
};
} // namespace

bool farPlace::run(const QString& folder, const std::atomic_bool* cancelled, std::chrono::milliseconds patience,
    const std::function<void(FarWork&)>& work)
{
    if ((cancelled && *cancelled) || hanging().holds(folder))
        return false;
    const auto task = std::make_shared<Task>();
    std::thread thread([task, folder, work] {
        work(*task);
        const std::lock_guard held(task->mutex);
        task->ended = true;
        if (task->stopped)
            hanging().add(folder, -1);
        task->changed.notify_all();
    });
    std::unique_lock held(task->mutex);
    qint64 moved = 0;
    auto since = Steady::now();
    while (!task->changed.wait_for(held, NoticedWithin, [&] { return task->ended; })) {
        if (const qint64 now = task->moved; now != std::exchange(moved, now))
            since = Steady::now();
        if ((!cancelled || !*cancelled) && Steady::now() - since < patience)
            continue;
        task->stopped = true;
        hanging().add(folder, 1);
        thread.detach();
        return false;
    }
    held.unlock();
    thread.join();
    return true;
}

} // namespace maiam
