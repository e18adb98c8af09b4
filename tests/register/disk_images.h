// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "power_cut.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <vector>

namespace maiam::test {

/// One thing that was asked of a disk, or that the program promised meanwhile.
struct DiskCall
{
    enum class What { Create, Write, Cut, SyncFile, SyncFolder, Rename, Remove, Promise };
    What what = What::Promise;
    QString path; ///< below the folder that is watched; of a renaming the former name, of SyncFolder any file in there
    QString to = {}; ///< of a renaming the new name
    QByteArray bytes = {}; ///< of a write
    qint64 at = 0; ///< of a write its place, of a cut the new size, of a promise its number
};

/// The files of a folder as somebody finds them: path below the folder → content.
using DiskImage = QMap<QString, QByteArray>;

/// Puts an image into an empty folder.
void leave(const DiskImage& image, const QString& folder);

/// A disk between two calls: what stands on it for certain, and what is on its way. Bytes are there for certain after a
/// sync of their file, names after a sync of their folder. Before that each write, creation, renaming and removal may
/// have reached the disk or not, whatever the others did; a renaming is done or not, never half.
class DiskState
{
public:
    /// Which files are watched, by their path below the folder; empty: all.
    using Wanted = std::function<bool(const QString& path)>;
    /// What lies below a folder now, for certain.
    [[nodiscard]] static DiskState of(const QString& folder, const Wanted& wanted = {});
    void apply(const DiskCall& call);

    /// What the program had promised last.
    [[nodiscard]] int promised() const { return m_promised; }
    /// Whether a running program finds a file of this name.
    [[nodiscard]] bool holds(const QString& path) const { return m_now.contains(path); }
    [[nodiscard]] QStringList names() const { return m_now.keys(); }
    /// What a power cut may leave: every combination when those are not more than @p most, else the plain ones and then
    /// others at random until there are so many (at least eight).
    [[nodiscard]] std::vector<DiskImage> afterACut(int most, QRandomGenerator& random) const;

private:
    using Content = PowerCutDisk::OneFile;
    struct NameChange
    {
        int file = 0;
        QString from; ///< empty: the file was made
        QString to; ///< empty: it was removed
    };
    /// What of a file's bytes on their way is there: the end is missing, or its place is taken and holds zeros, or any
    /// of its sectors.
    enum class Reached { Nothing, Half, Zeros, All, Sectors };
    struct Choice
    {
        std::vector<bool> names; ///< which changes of names are there
        std::vector<Reached> files; ///< of those whose bytes are on their way
    };
    static void give(QMap<QString, int>& names, const NameChange& change);
    [[nodiscard]] static QByteArray contentOf(const Content& file, Reached reached, QRandomGenerator& random);
    [[nodiscard]] int fileAt(const QString& path) const;
    [[nodiscard]] std::vector<int> unsynced() const;
    [[nodiscard]] DiskImage image(
        const std::vector<int>& unsynced, const Choice& choice, QRandomGenerator& random) const;

    std::vector<Content> m_files;
    QMap<QString, int> m_certain; ///< names that stand on the disk
    QMap<QString, int> m_now; ///< names as a running program sees them
    std::vector<NameChange> m_names; ///< on their way, the earliest first
    int m_promised = 0;
};

} // namespace maiam::test
