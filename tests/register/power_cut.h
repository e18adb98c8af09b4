// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "disk_layer.h"

#include <QHash>
#include <QRandomGenerator>

#include <mutex>
#include <vector>

namespace maiam::test {

/// A disk as it really is: what was written reaches it at the next sync, and before that in any order, wholly, in
/// sectors, or not at all. At chosen calls it remembers what a power cut would leave.
class PowerCutDisk final : public DiskLayer
{
public:
    static constexpr int Sector = 512; ///< bytes: what a disk writes wholly or not at all

    /// What the disk holds for certain and what is on its way, by file.
    struct OneFile
    {
        bool there = false;
        QByteArray synced;
        struct Change
        {
            qint64 at = 0; ///< of a write its place; of a cut the new size
            QByteArray bytes;
            bool cut = false;
        };
        std::vector<Change> waiting;
    };
    struct Moment
    {
        int acknowledged = 0; ///< what the program had promised by then
        QHash<QByteArray, OneFile> files;
    };

    /// Every @p every-th write or cut, and each sync and removal, is a moment; nothing is remembered when 0.
    void remember(int every);
    /// What the program promises from now on.
    void acknowledge(int number);
    [[nodiscard]] std::vector<Moment> moments() const;

    /// A folder as it would be found after the power came back: a random part of what was on its way is there.
    /// Files that SQLite does not write (the keys) are not touched: tst_power_cut_keys.cpp.
    static void leave(const Moment& moment, const QString& folder, QRandomGenerator& random);

    /// What a change makes of a content.
    static void apply(QByteArray& content, const OneFile::Change& change);
    /// One file as it would be found: a random part of what was on its way is there.
    [[nodiscard]] static QByteArray afterTheCut(const OneFile& file, QRandomGenerator& random);

    void opened(const QByteArray& path) override;
    int write(const QByteArray& path, const QByteArray& bytes, qint64 at, const Run& run) override;
    int cut(const QByteArray& path, qint64 size, const Run& run) override;
    int sync(const QByteArray& path, const Run& run) override;
    int remove(const QByteArray& path, const Run& run) override;

private:
    void moment(bool always);
    mutable std::mutex m_mutex;
    QHash<QByteArray, OneFile> m_files;
    std::vector<Moment> m_moments;
    int m_every = 0;
    int m_calls = 0;
    int m_acknowledged = 0;
};

} // namespace maiam::test
