// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>

#include <cwchar>
#include <iterator>

namespace {
/// Dialogs and property sheets of the system have this class of windows; Qt's own have others.
BOOL CALLBACK cancelIfDialog(HWND window, LPARAM)
{
    wchar_t name[16] = {};
    const bool dialog =
        GetClassNameW(window, name, static_cast<int>(std::size(name))) > 0 && std::wcscmp(name, L"#32770") == 0;
    if (dialog && IsWindowVisible(window))
        PostMessageW(window, WM_COMMAND, MAKEWPARAM(IDCANCEL, BN_CLICKED), 0);
    return TRUE; // the next one
}
} // namespace

void maiam::platform::cancelSystemDialogs()
{
    EnumThreadWindows(GetCurrentThreadId(), cancelIfDialog, 0);
}
#endif
