// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backup_watch.h"

#include "models/base/when_done.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace maiam {

namespace {
Result<BackupState> readState(RegisterBackups& backups, Register& reg, const std::atomic_bool* gone)
{
    BackupState state;
    auto kept = backups.look(gone);
    if (!kept)
        return fail(kept);
    state.all = std::move(kept->all);
    state.second = std::move(kept->second);
    auto failed = backups.failure();
    if (!failed)
        return fail(failed);
    state.failed = *failed;
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

bool BackupState::isRegisterDamaged() const
{
    return failed && failed->code == ErrorCode::Damaged;
}

BackupWatch::BackupWatch(
    Register& reg, QObject* parent, std::shared_ptr<BackupFiles> files, std::shared_ptr<const PlaceProbe> probe)
    : QObject(parent)
    , m_reg(reg)
    , m_backups(reg, std::move(files), std::move(probe))
{
    connect(&m_timer, &QTimer::timeout, this, &BackupWatch::look);
    connect(&m_stick, &QTimer::timeout, this, &BackupWatch::lookForStick);
}

BackupWatch::~BackupWatch()
{
    m_cancelled = true;
    m_gone = true;
    for (QFuture<void>* future : { &m_making, &m_reading, &m_looking, &m_sticking, &m_ending })
        future->waitForFinished();
}

void BackupWatch::begin()
{
    const auto note = [device = m_reg.deviceId(), now = m_reg.clock().now()](
                          Database& database) { return clockCheck::note(database, device, now); };
    (void)m_reg.writeLocal(note); // in a register that is only read a doubt lasts as long as what raised it
    m_backups.clearTrial(); // here, where nobody can have begun one yet
    refresh();
    QTimer::singleShot(First, this, &BackupWatch::look);
    m_timer.start(Every);
    m_stick.start(Stick);
}

void BackupWatch::refresh()
{
    if (m_reading.isRunning()) {
        m_again = true; // what is being read may be older than what this call is about
        return;
    }
    const auto future = QtConcurrent::run([this] { return readState(m_backups, m_reg, &m_gone); });
    m_reading = QFuture<void>(future);
    whenDone(this, future, [this](const Result<BackupState>& state) {
        const bool again = std::exchange(m_again, false);
        if (again)
            refresh();
        take(state);
        if (!again && !m_running && state && std::exchange(m_fill, false))
            fillSecond(); // while something runs, its end reads again
    });
}

void BackupWatch::take(const Result<BackupState>& state)
{
    if (state)
        m_state = *state;
    m_state.problem = state ? QString() : state.error().message;
    m_state.secondProblem = m_secondProblem;
    m_state.clockProblem = m_clockProblem;
    if (!m_state.failed) // what the register remembers comes first: it stopped a backup
        m_state.failed = m_unkept ? m_unkept : m_unknown;
    m_known = true;
    Q_EMIT changed();
}

void BackupWatch::look()
{
    if (m_running || m_looking.isRunning())
        return;
    const auto future = QtConcurrent::run([this] { return m_backups.isDue(); });
    m_looking = QFuture<void>(future);
    whenDone(this, future, [this](const Result<bool>& due) {
        // Not kept in the register: the next look, and so the next unlock, asks again.
        m_unknown.reset();
        if (!due)
            m_unknown = FailedBackup { m_reg.clock().now(), due.error().message, due.error().code };
        if (due && *due)
            return make(BackupReason::Day);
        fill(); // also since everything grew older by an hour
    });
}

void BackupWatch::fill()
{
    m_fill = true;
    refresh();
}

/// Who is told to plug the stick in should not have to leave it there for an hour.
void BackupWatch::lookForStick()
{
    if (!m_state.problem.isEmpty())
        return refresh(); // what could not be read is asked for again
    const SecondPlace& second = m_state.second;
    if (m_running || m_sticking.isRunning() || second.there || second.lacksSince == 0)
        return;
    const auto future = QtConcurrent::run([this] { return m_backups.isSecondThere(&m_gone); });
    m_sticking = QFuture<void>(future);
    whenDone(this, future, [this](const Result<bool>& there) {
        if (there && *there)
            fill();
    });
}

void BackupWatch::fillSecond()
{
    if (m_running || !m_state.second.there || m_state.second.lacksSince == 0)
        return;
    m_copying = true;
    start([this] {
        auto filled = m_backups.fillSecond(&m_cancelled);
        Attempt attempt;
        attempt.byItself = true;
        if (filled && *filled)
            attempt.result = std::move(**filled);
        return attempt;
    });
}

void BackupWatch::make(BackupReason reason)
{
    if (m_running)
        return;
    m_copying = false;
    start([this, reason] { return makeOne(reason); });
}

BackupWatch::Attempt BackupWatch::makeOne(BackupReason reason)
{
    int told = -1;
    const auto tell = [this, &told](qint64 done, qint64 all) {
        const int percent = int(done * 100 / std::max<qint64>(all, 1));
        if (percent != std::exchange(told, percent))
            Q_EMIT progress(percent);
    };
    Attempt attempt { m_backups.make(reason, tell, &m_cancelled), reason != BackupReason::ByHand,
        reason == BackupReason::Closing, false };
    if (!*attempt.result && attempt.byItself && attempt.result->error().code != ErrorCode::Cancelled)
        attempt.kept = m_backups.noteFailure(attempt.result->error()).has_value();
    return attempt;
}

void BackupWatch::start(std::function<Attempt()> work)
{
    m_running = true;
    m_cancelled = false;
    Q_EMIT started();
    const auto future = QtConcurrent::run(std::move(work));
    m_making = QFuture<void>(future);
    whenDone(this, future, [this](const Attempt& attempt) { end(attempt); });
}

void BackupWatch::end(const Attempt& attempt)
{
    m_running = false;
    const bool failed = attempt.result && !*attempt.result;
    const bool stopped = failed && attempt.result->error().code == ErrorCode::Cancelled;
    if (attempt.result && *attempt.result) {
        m_secondProblem = (*attempt.result)->secondWaits ? QString() : (*attempt.result)->secondProblem;
        if (!(*attempt.result)->onlyCopied)
            m_unkept.reset();
    } else if (failed && !stopped && attempt.byItself && !attempt.kept) {
        const Error& why = attempt.result->error();
        m_unkept = FailedBackup { m_reg.clock().now(), why.message, why.code };
    }
    if (attempt.result)
        Q_EMIT made({ *attempt.result });
    Q_EMIT ended();
    refresh();
    if (!m_finished)
        return;
    if (!attempt.closing && !failed)
        return lookBeforeEnd(); // what was written while it ran stands in no backup yet
    tellFinished(failed && !stopped && !attempt.kept ? Result<void>(fail(*attempt.result)) : Result<void>());
}

void BackupWatch::finish(std::function<void(const Result<void>& told)> done)
{
    m_finished = std::move(done);
    if (!m_running && !m_ending.isRunning())
        lookBeforeEnd(); // else what runs comes to it
}

void BackupWatch::lookBeforeEnd()
{
    const auto future = QtConcurrent::run([this] { return m_backups.hasNews(); });
    m_ending = QFuture<void>(future);
    whenDone(this, future, [this](const Result<bool>& news) {
        if (m_running)
            return; // the hour struck in between; its end comes back here
        if (news && *news)
            return make(BackupReason::Closing);
        tellFinished(news ? Result<void>() : Result<void>(fail(news)));
    });
}

void BackupWatch::tellFinished(const Result<void>& told)
{
    if (const auto finished = std::exchange(m_finished, {}))
        finished(told);
}

void BackupWatch::confirmClock()
{
    const auto confirm = [device = m_reg.deviceId()](
                             Database& database) { return clockCheck::confirm(database, device); };
    whenDone(this, m_reg.writeLocal(confirm), [this](const Result<void>& done) {
        m_clockProblem = done ? QString() : done.error().message;
        refresh();
    });
}

} // namespace maiam
