// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

/// A disk that can be filled and emptied again. Where the system lets us, it is a real one of a few megabytes, seen by
/// this process alone; elsewhere the size of files is limited, which the program meets as a failing write.
class SmallDisk
{
public:
    /// Call once at the beginning of main(), before there is a second thread.
    static void prepare();

    explicit SmallDisk(qint64 bytes = 96 * 1024 * 1024);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// No byte more can be written.
    void fill();
    /// The cause is gone.
    void free();
    [[nodiscard]] bool isReal() const { return m_isMounted; }

private:
    QTemporaryDir m_folder;
    bool m_isMounted = false;
};
