// SPDX-License-Identifier: GPL-3.0-or-later
#include "failing_disk.h"

#include <QList>

#include <mutex>
#include <new>
#include <sqlcipher/sqlite3.h>

namespace maiam::test {

namespace {
struct State
{
    std::mutex mutex;
    QByteArray calls;
    int at = 0;
    FailingDisk::Fault fault = FailingDisk::Fault::Refused;
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs own {};
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

template <typename Do> int through(char what, int error, Do run)
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

struct File
{
    sqlite3_file head;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* mine(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file)
{
    return mine(file)->real();
}
const sqlite3_io_methods* methods(sqlite3_file* file)
{
    return real(file)->pMethods;
}

int closeFile(sqlite3_file* file)
{
    return methods(file)->xClose(real(file));
}
int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at)
{
    return methods(file)->xRead(real(file), to, size, at);
}
int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    return through('w', SQLITE_IOERR_WRITE, [&] { return methods(file)->xWrite(real(file), from, size, at); });
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return through('t', SQLITE_IOERR_TRUNCATE, [&] { return methods(file)->xTruncate(real(file), size); });
}
int syncFile(sqlite3_file* file, int flags)
{
    return through('s', SQLITE_IOERR_FSYNC, [&] { return methods(file)->xSync(real(file), flags); });
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    return methods(file)->xFileSize(real(file), size);
}
int lockFile(sqlite3_file* file, int level)
{
    return methods(file)->xLock(real(file), level);
}
int unlockFile(sqlite3_file* file, int level)
{
    return methods(file)->xUnlock(real(file), level);
}
int checkReserved(sqlite3_file* file, int* out)
{
    return methods(file)->xCheckReservedLock(real(file), out);
}
int control(sqlite3_file* file, int op, void* with)
{
    return methods(file)->xFileControl(real(file), op, with);
}
int sectorSize(sqlite3_file* file)
{
    return methods(file)->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file)
{
    return methods(file)->xDeviceCharacteristics(real(file));
}
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out)
{
    return methods(file)->xShmMap(real(file), page, size, extend, out);
}
int shmLock(sqlite3_file* file, int offset, int n, int flags)
{
    return methods(file)->xShmLock(real(file), offset, n, flags);
}
void shmBarrier(sqlite3_file* file)
{
    methods(file)->xShmBarrier(real(file));
}
int shmUnmap(sqlite3_file* file, int removes)
{
    return methods(file)->xShmUnmap(real(file), removes);
}
const sqlite3_io_methods Methods { 2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile, lockFile,
    unlockFile, checkReserved, control, sectorSize, characteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr,
    nullptr };

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out)
{
    new (file) File {};
    const int code = state().real->xOpen(state().real, name, real(file), flags, out);
    file->pMethods = methods(file) ? &Methods : nullptr;
    return code;
}
int deleteFile(sqlite3_vfs*, const char* name, int syncs)
{
    return through('d', SQLITE_IOERR_DELETE, [&] { return state().real->xDelete(state().real, name, syncs); });
}
} // namespace

FailingDisk::FailingDisk()
{
    sqlite3_initialize();
    State& s = state();
    s.real = sqlite3_vfs_find(nullptr);
    s.own = *s.real;
    s.own.zName = "failing";
    s.own.pNext = nullptr;
    s.own.szOsFile = int(sizeof(File)) + s.real->szOsFile;
    s.own.xOpen = openFile;
    s.own.xDelete = deleteFile;
    arm(0);
    sqlite3_vfs_register(&s.own, 1);
}

FailingDisk::~FailingDisk()
{
    arm(0);
    sqlite3_vfs_unregister(&state().own);
    sqlite3_vfs_register(state().real, 1);
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
