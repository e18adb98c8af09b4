// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QSaveFile>

#include <chrono>
#include <functional>

namespace maiam {

/// Lets time pass between two tries; tests pass their own.
using Waiting = std::function<void(std::chrono::milliseconds)>;

/// Sleeps in this thread.
void waitFor(std::chrono::milliseconds time);

/// Whether a file that has the new name already gives way.
enum class NameTaken { Refuse, Replace };

/// Gives a file another name on the same disk, at once for everybody who looks. Where Windows refuses because somebody
/// holds one of the two open (a virus scanner, Excel, an indexer), it is tried again for about two seconds.
/// False when it never went, or when the name is taken and shall not be replaced; then both files are as they were.
bool renameFile(const QString& from, const QString& to, NameTaken taken, const Waiting& wait = waitFor);

/// A file that is written whole or not at all, as QSaveFile does it, and that also takes the place of a file which
/// another program holds open for a moment. Nothing of the old file is lost before the new one is on the disk.
class SavedFile final : public QSaveFile
{
    Q_OBJECT
public:
    /// Also follows a symbolic link, whose file is then replaced.
    explicit SavedFile(const QString& path, Waiting wait = waitFor);

    /// False when the folder or the older file may not be written; error() says which.
    bool open(OpenMode mode) override;

    /// Synchronises the disk and puts the new file in the old one's place. False when it could not; the old file is
    /// untouched then, nothing of the new one stays, and isHeld() tells whether another program was the reason.
    bool commit();

    bool isHeld() const { return m_held; }

    /// What to tell a person after isHeld(): Busy.
    Error heldError() const;

private:
    QString m_target;
    QString m_beside; ///< where the content is until the older file can be replaced
    Waiting m_wait;
    bool m_held = false;
};

} // namespace maiam
