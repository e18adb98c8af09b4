// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

#ifdef Q_OS_WIN
#include <windows.h>

namespace {
#ifndef WDA_EXCLUDEFROMCAPTURE
constexpr DWORD WDA_EXCLUDEFROMCAPTURE = 0x00000011; // Windows 10 2004 and later: the window is not in the picture
#endif
#ifndef WDA_MONITOR
constexpr DWORD WDA_MONITOR = 0x00000001; // before that: the window is black in the picture
#endif
#ifndef WDA_NONE
constexpr DWORD WDA_NONE = 0;
#endif
} // namespace

bool maiam::platform::canExcludeFromCapture()
{
    return true;
}

bool maiam::platform::excludeFromCapture(WId window, bool exclude)
{
    auto* handle = reinterpret_cast<HWND>(window);
    if (!exclude)
        return SetWindowDisplayAffinity(handle, WDA_NONE) != 0;
    return SetWindowDisplayAffinity(handle, WDA_EXCLUDEFROMCAPTURE) != 0
        || SetWindowDisplayAffinity(handle, WDA_MONITOR) != 0;
}

void maiam::platform::letComeToFront(qint64 process)
{
    if (process > 0)
        AllowSetForegroundWindow(static_cast<DWORD>(process));
}

#endif
