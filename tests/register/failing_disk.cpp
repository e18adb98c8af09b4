// SPDX-License-Identifier: GPL-3.0-or-later
#include "failing_disk.h"

#include <QList>

#include <mutex>
#include <sqlcipher/sqlite3.h>

namespace maiam::test {

namespace {
struct State
{
    std::mutex mutex;
    QByteArray calls;
    int at = 0;
    FailingDisk::Fault fault = FailingDisk::Fault::Refused;
};
State& state()
{
    static State one;
    return one;
}

enum class Call { Good, Refused, Denied };

Call count(char what)
{
    State& s = state();
    const std::lock_guard lock(s.mutex);
    s.calls.append(what);
    const auto number = int(s.calls.size());
    if (s.at == 0 || number < s.at)
        return Call::Good;
    if (s.fault == FailingDisk::Fault::Dead)
        return Call::Refused;
    if (number > s.at)
        return Call::Good;
    return s.fault == FailingDisk::Fault::Refused ? Call::Refused : Call::Denied;
}

int through(char what, int error, const DiskLayer::Run& run)
{
    switch (count(what)) {
    case Call::Refused:
        return error;
    case Call::Denied: {
        static_cast<void>(run());
        return error;
    }
    case Call::Good:
        break;
    }
    return run();
}

} // namespace

FailingDisk::FailingDisk()
{
    arm(0);
}

FailingDisk::~FailingDisk()
{
    arm(0);
}

int FailingDisk::write(const QByteArray&, const QByteArray&, qint64, const Run& run)
{
    return through('w', SQLITE_IOERR_WRITE, run);
}

int FailingDisk::cut(const QByteArray&, qint64, const Run& run)
{
    return through('t', SQLITE_IOERR_TRUNCATE, run);
}

int FailingDisk::sync(const QByteArray&, const Run& run)
{
    return through('s', SQLITE_IOERR_FSYNC, run);
}

int FailingDisk::remove(const QByteArray&, const Run& run)
{
    return through('d', SQLITE_IOERR_DELETE, run);
}

void FailingDisk::arm(int at, Fault fault)
{
    const std::lock_guard lock(state().mutex);
    state().calls.clear();
    state().at = at;
    state().fault = fault;
}

QByteArray FailingDisk::calls()
{
    const std::lock_guard lock(state().mutex);
    return state().calls;
}

QList<int> FailingDisk::worthFailing(const QByteArray& calls, int writes)
{
    const int stride = std::max(1, int(calls.count('w')) / writes);
    QList<int> numbers;
    int written = 0;
    for (qsizetype i = 0; i < calls.size(); ++i)
        if (calls.at(i) != 'w' || written++ % stride == 0)
            numbers.append(int(i) + 1);
    return numbers;
}

Result<void> FailingDisk::replace(const QString& path, const QByteArray& bytes)
{
    const Call call = count('p');
    if (call != Call::Refused)
        if (auto done = KeyDisk::replace(path, bytes); !done)
            return done;
    return call == Call::Good ? Result<void>() : Result<void>(fail(ErrorCode::Io, QStringLiteral("failing disk")));
}

Result<void> FailingDisk::rename(const QString& from, const QString& to)
{
    const Call call = count('r');
    if (call != Call::Refused)
        if (auto done = KeyDisk::rename(from, to); !done)
            return done;
    return call == Call::Good ? Result<void>() : Result<void>(fail(ErrorCode::Io, QStringLiteral("failing disk")));
}

void FailingDisk::remove(const QString& path)
{
    if (count('d') != Call::Refused)
        KeyDisk::remove(path);
}

} // namespace maiam::test
