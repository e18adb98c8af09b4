// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backup_watch.h"

#include "models/base/when_done.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <utility>

#include <algorithm>

namespace maiam {

namespace {
Result<BackupState> read(RegisterBackups& backups, Register& reg)
{
    BackupState state;
    auto all = backups.list();
    if (!all)
        return fail(all);
    state.all = std::move(*all);
    auto second = backups.secondPlace();
    if (!second)
        return fail(second);
    state.second = *second;
    state.secondThere = !second->isEmpty() && QFileInfo(*second).isDir();
    auto news = backups.hasNews();
    if (!news)
        return fail(news);
    state.news = *news;
    auto doubt =
        reg.read([&reg](Database& database) { return clockCheck::look(database, reg.deviceId(), reg.clock().now()); })
            .result();
    if (!doubt)
        return fail(doubt);
    state.doubt = *doubt;
    return state;
}
} // namespace

const KeptBackup* BackupState::newest() const
{
    const auto found = std::find_if(
        all.begin(), all.end(), [](const KeptBackup& one) { return !one.second && one.manifest && !one.former; });
    return found == all.end() ? nullptr : &*found;
}

BackupWatch::BackupWatch(Register& reg, QObject* parent)
    : QObject(parent)
    , m_reg(reg)
    , m_backups(reg)
{
    connect(&m_timer, &QTimer::timeout, this, &BackupWatch::look);
}

BackupWatch::~BackupWatch()
{
    m_cancelled = true;
    m_making.waitForFinished();
    m_reading.waitForFinished();
    m_looking.waitForFinished();
}

void BackupWatch::begin()
{
    const auto note = [device = m_reg.deviceId(), now = m_reg.clock().now()](
                          Database& database) { return clockCheck::note(database, device, now); };
    (void)m_reg.writeLocal(note); // in a register that is only read a doubt lasts as long as what raised it
    refresh();
    QTimer::singleShot(First, this, &BackupWatch::look);
    m_timer.start(Every);
}

void BackupWatch::refresh()
{
    if (m_reading.isRunning()) {
        m_again = true; // what is being read may be older than what this call is about
        return;
    }
    const auto future = QtConcurrent::run([this] { return read(m_backups, m_reg); });
    m_reading = QFuture<void>(future);
    whenDone(this, future, [this](const Result<BackupState>& state) {
        if (std::exchange(m_again, false))
            refresh();
        if (!state)
            return;
        m_state = *state;
        m_known = true;
        Q_EMIT changed();
    });
}

void BackupWatch::look()
{
    if (m_running || m_looking.isRunning())
        return;
    const auto future = QtConcurrent::run([this] { return m_backups.isDue(); });
    m_looking = QFuture<void>(future);
    whenDone(this, future, [this](const Result<bool>& due) {
        if (due && *due)
            make(BackupReason::Day);
    });
}

void BackupWatch::make(BackupReason reason)
{
    if (m_running)
        return;
    m_running = true;
    m_cancelled = false;
    Q_EMIT started();
    const auto future = QtConcurrent::run([this, reason] {
        int told = -1;
        const auto tell = [this, &told](qint64 done, qint64 all) {
            const int percent = int(done * 100 / std::max<qint64>(all, 1));
            if (percent != std::exchange(told, percent))
                Q_EMIT progress(percent);
        };
        return m_backups.make(reason, tell, &m_cancelled);
    });
    m_making = QFuture<void>(future);
    whenDone(this, future, [this](const Result<MadeBackup>& result) {
        m_running = false;
        Q_EMIT made({ result });
        refresh();
        if (const auto finished = std::exchange(m_finished, {}))
            finished();
    });
}

void BackupWatch::finish(std::function<void()> done)
{
    m_finished = std::move(done);
    if (m_running)
        return;
    const auto future = QtConcurrent::run([this] { return m_backups.hasNews(); });
    m_looking = QFuture<void>(future);
    whenDone(this, future, [this](const Result<bool>& news) {
        if (news && *news)
            return make(BackupReason::Closing);
        if (const auto finished = std::exchange(m_finished, {}))
            finished();
    });
}

void BackupWatch::confirmClock()
{
    const auto confirm = [device = m_reg.deviceId()](
                             Database& database) { return clockCheck::confirm(database, device); };
    whenDone(this, m_reg.writeLocal(confirm), [this](const Result<void>&) { refresh(); });
}

} // namespace maiam
