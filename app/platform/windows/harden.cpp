// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>

void maiam::platform::harden()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    SetDllDirectoryW(L""); // no library from the current folder
    // Qt keeps the stack of compiled expressions for each thread. MinGW frees such storage before what stands in it has
    // ended, so that a thread that has used one may bring the program down when it ends (seen under Wine).
    qputenv("QT_ENABLE_REGEXP_JIT", QByteArrayLiteral("0"));
}
#endif
