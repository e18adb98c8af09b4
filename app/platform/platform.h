// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace maiam::platform {

/// Before anything else: no core dumps, no reading of this process by others of the same user. Best effort.
void harden();

/// Before the first window: what is freed in large pieces goes back to the system at once, so that a long day holds no
/// more memory than its busiest minute. Where the system does so by itself, nothing is done.
void returnFreedMemory();

/// The last of main(), when everything of ours is closed: ends the process with this status, or gives it back. Windows
/// ends whatever threads the system still keeps before it runs the ends of libraries; one that held a lock of the
/// thread library then lets the C++ library's end wait for ever (seen under Wine in pthread_key_delete), and a program
/// that does not end keeps the next one from starting. So libraries have no end there; nothing of ours stands in one.
[[nodiscard]] int endProcess(int status);

/// Before the application object is made: which way it draws, unless QT_QPA_PLATFORM says so. Commands need fonts and
/// no screen. On Windows text is set with FreeType, so that lines of a paper break where they break on Linux.
void chooseDrawing(bool withWindow);

/// What a command writes is UTF-8; while this lives, the console takes it as such.
class ConsoleText
{
public:
    ConsoleText();
    ~ConsoleText();
    ConsoleText(const ConsoleText&) = delete;
    ConsoleText& operator=(const ConsoleText&) = delete;

private:
    [[maybe_unused]] unsigned m_before = 0; ///< the console's code page, where there are such things
};

/// Why the program cannot start: on standard error, and in a box where a window was to come and nobody reads that.
void sayFatal(const QString& why, bool withWindow);

/// Whether this system can keep windows out of screen capture.
[[nodiscard]] bool canExcludeFromCapture();
/// Keeps a window out of screen capture, or lets it in again. False when the system refuses.
[[nodiscard]] bool excludeFromCapture(WId window, bool exclude);

/// Cancels the system's own dialogs of this thread, which Qt cannot close: printing, and what was opened from there.
/// They end when the event loop, or their own, runs on. Where Qt draws all dialogs itself nothing is done.
void cancelSystemDialogs();

/// Lets another process bring its window to the front, which Windows allows only to the one that has the input now.
void letComeToFront(qint64 process);

} // namespace maiam::platform
