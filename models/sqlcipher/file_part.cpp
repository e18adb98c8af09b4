// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/file_part.h"

#include <sqlcipher/sqlite3.h>

#include <algorithm>
#include <cstring>

namespace maiam {

namespace {
constexpr QChar Mark(0x1f); ///< no file name that a person types holds it
constexpr char LayerName[] = "maiam-part";

/// The engine allocates this, followed by the system's own file.
struct PartFile
{
    sqlite3_file base;
    sqlite3_int64 offset;
    sqlite3_int64 size;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

PartFile* part(sqlite3_file* file)
{
    return reinterpret_cast<PartFile*>(file);
}

sqlite3_vfs* systemLayer(sqlite3_vfs* layer)
{
    return static_cast<sqlite3_vfs*>(layer->pAppData);
}

int closeFile(sqlite3_file* file)
{
    return part(file)->real()->pMethods->xClose(part(file)->real());
}

int readFile(sqlite3_file* file, void* to, int amount, sqlite3_int64 at)
{
    PartFile* window = part(file);
    const auto held = int(std::clamp<sqlite3_int64>(window->size - at, 0, amount));
    if (held < amount)
        std::memset(static_cast<char*>(to) + held, 0, size_t(amount - held));
    if (held > 0) {
        const int code = window->real()->pMethods->xRead(window->real(), to, held, window->offset + at);
        if (code != SQLITE_OK)
            return code;
    }
    return held == amount ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    *size = part(file)->size;
    return SQLITE_OK;
}

const sqlite3_io_methods* methods()
{
    static const sqlite3_io_methods table = [] {
        sqlite3_io_methods made {};
        made.iVersion = 1;
        made.xClose = closeFile;
        made.xRead = readFile;
        made.xWrite = [](sqlite3_file*, const void*, int, sqlite3_int64) { return SQLITE_READONLY; };
        made.xTruncate = [](sqlite3_file*, sqlite3_int64) { return SQLITE_READONLY; };
        made.xSync = [](sqlite3_file*, int) { return SQLITE_OK; };
        made.xFileSize = fileSize;
        made.xLock = [](sqlite3_file*, int) { return SQLITE_OK; };
        made.xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; };
        made.xCheckReservedLock = [](sqlite3_file*, int* held) {
            *held = 0;
            return SQLITE_OK;
        };
        made.xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; };
        made.xSectorSize = [](sqlite3_file*) { return 4096; };
        made.xDeviceCharacteristics = [](sqlite3_file*) { return SQLITE_IOCAP_IMMUTABLE; };
        return made;
    }();
    return &table;
}

int openFile(sqlite3_vfs* layer, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    file->pMethods = nullptr;
    if (!name || !(flags & SQLITE_OPEN_MAIN_DB) || !(flags & SQLITE_OPEN_READONLY))
        return SQLITE_CANTOPEN;
    PartFile* window = part(file);
    window->offset = sqlite3_uri_int64(name, "offset", -1);
    window->size = sqlite3_uri_int64(name, "size", -1);
    if (window->offset < 0 || window->size <= 0)
        return SQLITE_CANTOPEN;
    sqlite3_vfs* system = systemLayer(layer);
    const int code = system->xOpen(system, name, window->real(), flags, outFlags);
    if (code == SQLITE_OK)
        window->base.pMethods = methods();
    return code;
}

int access(sqlite3_vfs*, const char*, int, int* there)
{
    *there = 0; // no side file is ever looked for
    return SQLITE_OK;
}

int fullName(sqlite3_vfs* layer, const char* name, int size, char* out)
{
    return systemLayer(layer)->xFullPathname(systemLayer(layer), name, size, out);
}
} // namespace

const char* filePart::layer()
{
    static sqlite3_vfs layer {};
    static const bool ready = [] {
        if (sqlite3_initialize() != SQLITE_OK)
            return false;
        sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
        layer = *system;
        layer.iVersion = 1;
        layer.pNext = nullptr;
        layer.zName = LayerName;
        layer.pAppData = system;
        layer.szOsFile = int(sizeof(PartFile)) + system->szOsFile;
        layer.xOpen = openFile;
        layer.xAccess = access;
        layer.xFullPathname = fullName;
        layer.xDelete = [](sqlite3_vfs*, const char*, int) { return SQLITE_READONLY; };
        layer.xRandomness = [](sqlite3_vfs* self, int size, char* out) {
            return systemLayer(self)->xRandomness(systemLayer(self), size, out);
        };
        layer.xSleep = [](sqlite3_vfs* self, int us) { return systemLayer(self)->xSleep(systemLayer(self), us); };
        layer.xCurrentTime = [](sqlite3_vfs* self, double* now) {
            return systemLayer(self)->xCurrentTime(systemLayer(self), now);
        };
        layer.xGetLastError = [](sqlite3_vfs* self, int size, char* out) {
            return systemLayer(self)->xGetLastError(systemLayer(self), size, out);
        };
        return sqlite3_vfs_register(&layer, 0) == SQLITE_OK;
    }();
    return ready ? LayerName : nullptr;
}

std::optional<filePart::Window> filePart::windowOf(const QString& name)
{
    const QStringList parts = name.split(Mark);
    if (parts.size() != 3)
        return {};
    return Window { parts.at(0), parts.at(1).toLongLong(), parts.at(2).toLongLong() };
}

Result<Database> filePart::open(
    const QString& file, qint64 offset, qint64 size, const SecretKey& key, const EngineOptions& options)
{
    const QString name = file + Mark + QString::number(offset) + Mark + QString::number(size);
    return Database::open(name, key, OpenMode::Sealed, options);
}

} // namespace maiam
