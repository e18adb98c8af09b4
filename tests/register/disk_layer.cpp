// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk_layer.h"

#include "models/sqlcipher/file_part.h"

#include <new>
#include <sqlcipher/sqlite3.h>

namespace maiam::test {

namespace {
struct State
{
    DiskLayer* layer = nullptr;
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs own {};
};
State& state()
{
    static State one;
    return one;
}

struct File
{
    sqlite3_file head;
    QByteArray* path; ///< of this connection's file; freed when it is closed
    bool syncsFolder; ///< with its next sync
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
    delete mine(file)->path;
    return methods(file)->xClose(real(file));
}
int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at)
{
    return methods(file)->xRead(real(file), to, size, at);
}
int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    return state().layer->write(*mine(file)->path, QByteArray(static_cast<const char*>(from), size), at,
        [&] { return methods(file)->xWrite(real(file), from, size, at); });
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return state().layer->cut(*mine(file)->path, size, [&] { return methods(file)->xTruncate(real(file), size); });
}
int syncFile(sqlite3_file* file, int flags)
{
    const int code = state().layer->sync(*mine(file)->path, [&] { return methods(file)->xSync(real(file), flags); });
    if (code == SQLITE_OK && mine(file)->syncsFolder) {
        mine(file)->syncsFolder = false;
        state().layer->folderSynced(*mine(file)->path);
    }
    return code;
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
    if (file->pMethods) {
        mine(file)->path = new QByteArray(name ? name : "");
        constexpr int Journals = SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
        mine(file)->syncsFolder = (flags & SQLITE_OPEN_CREATE) && (flags & Journals); // as the system's layer has it
        state().layer->opened(*mine(file)->path);
    }
    return code;
}
int deleteFile(sqlite3_vfs*, const char* name, int syncs)
{
    const int code = state().layer->remove(name, [&] { return state().real->xDelete(state().real, name, syncs); });
    if (code == SQLITE_OK && (syncs & 1))
        state().layer->folderSynced(name);
    return code;
}
} // namespace

DiskLayer::DiskLayer()
{
    sqlite3_initialize();
    static_cast<void>(filePart::layer()); // keeps for ever what it finds beneath it, which must not be this
    State& s = state();
    s.layer = this;
    s.real = sqlite3_vfs_find(nullptr);
    s.own = *s.real;
    s.own.zName = "maiam-test-layer";
    s.own.pNext = nullptr;
    s.own.szOsFile = int(sizeof(File)) + s.real->szOsFile;
    s.own.xOpen = openFile;
    s.own.xDelete = deleteFile;
    sqlite3_vfs_register(&s.own, 1);
}

DiskLayer::~DiskLayer()
{
    sqlite3_vfs_unregister(&state().own);
    sqlite3_vfs_register(state().real, 1);
    state().layer = nullptr;
}

void DiskLayer::opened(const QByteArray&)
{
}

int DiskLayer::write(const QByteArray&, const QByteArray&, qint64, const Run& run)
{
    return run();
}

int DiskLayer::cut(const QByteArray&, qint64, const Run& run)
{
    return run();
}

int DiskLayer::sync(const QByteArray&, const Run& run)
{
    return run();
}

int DiskLayer::remove(const QByteArray&, const Run& run)
{
    return run();
}

void DiskLayer::folderSynced(const QByteArray&)
{
}

} // namespace maiam::test
