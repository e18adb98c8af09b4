// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/raw_file.h"

#include "models/sqlcipher/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>

#include <sqlcipher/sqlite3.h>

#include <algorithm>
#include <vector>

namespace maiam {

namespace {
/// The engine's file layer takes less than 128 KiB at a time, and says nothing of what is over.
constexpr qsizetype Piece = 64 * 1024;

sqlite3_file* fileOf(Database& database)
{
    QSqlDatabase handle = database.handle();
    auto* db = handle.driver() ? static_cast<sqlite3*>(handle.driver()->handle().value<void*>()) : nullptr;
    sqlite3_file* file = nullptr;
    if (!db || sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)) != SQLITE_OK)
        return nullptr;
    return file && file->pMethods ? file : nullptr;
}

tl::unexpected<Error> ioError(int code)
{
    if ((code & 0xff) == SQLITE_FULL)
        return fail(ErrorCode::DiskFull,
            Engine::tr("The disk is full. What was there before is unchanged. Make room, then try again."));
    return fail(ErrorCode::Io,
        Engine::tr("The disk did not take or give the data. Check that the stick or network folder is still there."),
        QStringLiteral("file layer %1").arg(code));
}
} // namespace

Result<qint64> rawFile::size(Database& database)
{
    sqlite3_file* file = fileOf(database);
    sqlite3_int64 bytes = 0;
    const int code = file ? file->pMethods->xFileSize(file, &bytes) : SQLITE_MISUSE;
    if (code != SQLITE_OK)
        return ioError(code);
    return bytes;
}

Result<void> rawFile::read(Database& database, qint64 offset, QByteArray& bytes)
{
    sqlite3_file* file = fileOf(database);
    if (!file)
        return ioError(SQLITE_MISUSE);
    for (qsizetype at = 0; at < bytes.size(); at += Piece) {
        const int size = int(std::min(Piece, bytes.size() - at));
        const int code = file->pMethods->xRead(file, bytes.data() + at, size, offset + at);
        if (code != SQLITE_OK)
            return ioError(code);
    }
    return {};
}

bool rawFile::hasEmptyLog(const Database& database)
{
    return QFileInfo(database.file() + QStringLiteral("-wal")).size() == 0;
}

struct SyncedFileState
{
    SyncedFileState() = default;
    Q_DISABLE_COPY_MOVE(SyncedFileState)
    ~SyncedFileState()
    {
        if (file()->pMethods)
            file()->pMethods->xClose(file());
    }
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_memory.data()); }

    /// Opened as the kind of side file whose first sync also syncs the folder, so that the name lasts too.
    int open(const QString& path, int flags)
    {
        sqlite3_initialize();
        sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
        m_name = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath()).toUtf8() + '\0';
        m_memory.resize(system->szOsFile / qsizetype(sizeof(void*)) + 1);
        return system->xOpen(system, m_name.constData(), file(),
            flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_SUPER_JOURNAL, nullptr);
    }

    QByteArray m_name;
    std::vector<void*> m_memory;
    qint64 m_size = 0;
};

SyncedFile::SyncedFile(std::unique_ptr<SyncedFileState> state)
    : m_state(std::move(state))
{
}
SyncedFile::SyncedFile(SyncedFile&&) noexcept = default;
SyncedFile& SyncedFile::operator=(SyncedFile&&) noexcept = default;
SyncedFile::~SyncedFile() = default;

Result<SyncedFile> SyncedFile::create(const QString& path)
{
    const QFileInfo info(path);
    if (info.exists())
        return fail(ErrorCode::AlreadyExists, Engine::tr("A file of this name is there already."));
    if (!info.absoluteDir().exists())
        return fail(ErrorCode::NotFound,
            Engine::tr("The folder is not there: %1. Plug in the stick or connect the network folder.")
                .arg(QDir::toNativeSeparators(info.absolutePath())));
    auto state = std::make_unique<SyncedFileState>();
    const int code = state->open(path, SQLITE_OPEN_EXCLUSIVE);
    if (code != SQLITE_OK)
        return fail(ErrorCode::ReadOnly,
            Engine::tr("Nothing can be written into this folder: %1. Choose another one, or ask for the right to write "
                       "there.")
                .arg(QDir::toNativeSeparators(info.absolutePath())),
            QStringLiteral("file layer %1").arg(code));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return SyncedFile(std::move(state));
}

Result<void> SyncedFile::syncName(const QString& path)
{
    SyncedFileState state;
    int code = state.open(path, 0);
    if (code == SQLITE_OK)
        code = state.file()->pMethods->xSync(state.file(), SQLITE_SYNC_NORMAL);
    return code == SQLITE_OK ? Result<void>() : ioError(code);
}

Result<void> SyncedFile::write(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size(); at += Piece) {
        const int size = int(std::min(Piece, bytes.size() - at));
        const int code = m_state->file()->pMethods->xWrite(m_state->file(), bytes.data() + at, size, m_state->m_size);
        if (code != SQLITE_OK)
            return ioError(code);
        m_state->m_size += size;
    }
    return {};
}

Result<void> SyncedFile::sync()
{
    const int code = m_state->file()->pMethods->xSync(m_state->file(), SQLITE_SYNC_NORMAL);
    return code == SQLITE_OK ? Result<void>() : ioError(code);
}

qint64 SyncedFile::size() const
{
    return m_state->m_size;
}

} // namespace maiam
