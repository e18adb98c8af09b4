// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/backup_folder.h"

#include "models/backup/backup_reader.h"
#include "models/register/schema.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace maiam {

namespace {
const char LastSerial[] = "backup.serial";
} // namespace

QStringList backupFolder::files(const QString& folder)
{
    QStringList files;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({ QLatin1Char('*') + backupFormat::Suffix }, QDir::Files))
        files.append(dir.filePath(name));
    return files;
}

std::vector<backupFolder::Lying> backupFolder::read(const QString& folder, const std::atomic_bool* stopped)
{
    std::vector<Lying> found;
    for (const QString& file : files(folder)) {
        if (stopped && *stopped)
            break;
        Lying one { file, QFileInfo(file).size(), {} };
        if (auto reader = BackupReader::open(file))
            one.outer = reader->outer();
        found.push_back(std::move(one));
    }
    return found;
}

QString backupFolder::nameFor(const QString& unit, UtcMs now, qint64 serial)
{
    return QStringLiteral("%1-%2-%3")
               .arg(unit, civil::date(now).toString(Qt::ISODate))
               .arg(serial, 5, 10, QLatin1Char('0'))
        + backupFormat::Suffix;
}

qint64 backupFolder::serialOf(const QString& file)
{
    static const QRegularExpression number(QStringLiteral("-(\\d{1,12})$"));
    return number.match(QFileInfo(file).completeBaseName()).captured(1).toLongLong();
}

QDate backupFolder::dayOf(const QString& file)
{
    static const QRegularExpression day(QStringLiteral("(\\d{4}-\\d{2}-\\d{2})-\\d+$"));
    return QDate::fromString(day.match(QFileInfo(file).completeBaseName()).captured(1), Qt::ISODate);
}

QString backupFolder::stampOf(const QString& file)
{
    const QFileInfo info(file);
    return QStringLiteral("%1\t%2\t%3")
        .arg(info.fileName(), QString::number(info.size()), QString::number(info.lastModified().toMSecsSinceEpoch()));
}

qint64 backupFolder::highestSerial(const QStringList& files)
{
    qint64 highest = 0;
    for (const QString& file : files)
        highest = std::max(highest, serialOf(file));
    return highest;
}

Result<qint64> backupSerial::last(Database& database)
{
    auto serial = meta::value(database, QString::fromLatin1(LastSerial));
    if (!serial)
        return fail(serial);
    return serial->toLongLong();
}

Result<void> backupSerial::reached(Database& database, qint64 serial)
{
    auto known = last(database);
    if (!known)
        return fail(known);
    return *known >= serial ? Result<void>() : meta::set(database, QString::fromLatin1(LastSerial), serial);
}

} // namespace maiam
