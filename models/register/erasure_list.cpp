// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/erasure_list.h"

#include "models/base/saved_file.h"
#include "models/journal/erasure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace maiam {

namespace {
constexpr qint64 MostListBytes = 64LL << 20; ///< a million parts; more is nothing that this program wrote

/// Where this file's sentences are translated.
class ErasureListTexts
{
    Q_DECLARE_TR_FUNCTIONS(ErasureListTexts)
};

QString fileIn(const QString& folder, QUuid registerId)
{
    return QDir(folder).filePath(QStringLiteral("erasures-") + registerId.toString(QUuid::WithoutBraces));
}

Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (file.size() > MostListBytes || !file.open(QFile::ReadOnly))
        return fail(ErrorCode::Io,
            ErasureListTexts::tr("The list of erasures cannot be read (%1). Close other programs that have it open, "
                                 "then try again.")
                .arg(QDir::toNativeSeparators(path)));
    return file.readAll();
}
} // namespace

Result<void> erasureList::put(const QByteArray& list, QUuid registerId, const QString& folder)
{
    if (list.isEmpty())
        return {};
    SavedFile file(fileIn(folder, registerId));
    if (file.open(SavedFile::WriteOnly) && file.write(list) == list.size() && file.commit())
        return {};
    return fail(ErrorCode::Io,
        ErasureListTexts::tr("The list of erasures could not be written beside the backups (%1). Make room there or "
                             "choose another place; it is tried again with the next backup.")
            .arg(QDir::toNativeSeparators(folder)),
        file.errorString());
}

Result<QByteArray> erasureList::beside(const QString& folder, QUuid registerId)
{
    const QString path = fileIn(folder, registerId);
    auto list = contentOf(path);
    if (!list || list->isEmpty())
        return list;
    if (auto good = erasure::check(*list); !good)
        return fail(good.error().code,
            ErasureListTexts::tr("The list of erasures is damaged: %1. It says what must not come back from a backup. "
                                 "Put a whole copy of it there, or move it away if there is none, then try again.")
                .arg(QDir::toNativeSeparators(path)),
            good.error().detail);
    return list;
}

Result<void> erasureList::add(const QByteArray& list, QUuid registerId, const QString& folder)
{
    auto there = beside(folder, registerId);
    if (!there)
        return fail(there);
    auto both = there->isEmpty() ? Result<QByteArray>(list) : erasure::united(*there, list);
    if (!both)
        return fail(both);
    return *both == *there ? Result<void>() : put(*both, registerId, folder);
}

const std::vector<const char*>& erasureList::waitingNames()
{
    static const std::vector<const char*> names { "register.erasures-1", "register.erasures-2" };
    return names;
}

Result<void> erasureList::letWait(const std::vector<QByteArray>& lists, const QString& folder, BackupFiles& files)
{
    std::size_t next = 0;
    for (const QByteArray& list : lists) {
        if (list.isEmpty() || next == waitingNames().size())
            continue;
        auto out = files.create(QDir(folder).filePath(QString::fromLatin1(waitingNames()[next++])));
        if (!out)
            return fail(out);
        if (auto written = (*out)->write(list); !written)
            return written;
        if (auto synced = (*out)->sync(); !synced)
            return synced;
    }
    return {};
}

Result<std::vector<QByteArray>> erasureList::waiting(const QString& folder)
{
    std::vector<QByteArray> lists;
    for (const char* name : waitingNames()) {
        auto list = contentOf(QDir(folder).filePath(QString::fromLatin1(name)));
        if (!list)
            return fail(list);
        if (!list->isEmpty())
            lists.push_back(std::move(*list));
    }
    return lists;
}

void erasureList::clearWaiting(const QString& folder)
{
    for (const char* name : waitingNames())
        QFile::remove(QDir(folder).filePath(QString::fromLatin1(name)));
}

} // namespace maiam
