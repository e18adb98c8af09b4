// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/register_files.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace maiam {

namespace {
constexpr std::array Made { "register.db", "register.db-wal", "register.db-shm", "register.keys",
    "register.keys.previous" };
/// A window holds the lock before it looks into the folder, and counts wrong passphrases there.
constexpr std::array Beside { "register.lock", "register.tries" };
} // namespace

void registerFiles::removeMade(const QString& folder)
{
    for (const char* name : Made)
        QFile::remove(QDir(folder).filePath(QString::fromLatin1(name)));
}

bool registerFiles::holdsOthers(const QString& folder)
{
    const QStringList names =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    const auto known = [](const QString& name) {
        const auto same = [&](const char* own) { return name == QLatin1String(own); };
        return std::any_of(Made.begin(), Made.end(), same) || std::any_of(Beside.begin(), Beside.end(), same);
    };
    return !std::all_of(names.begin(), names.end(), known);
}

} // namespace maiam
