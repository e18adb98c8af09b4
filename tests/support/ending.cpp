// SPDX-License-Identifier: GPL-3.0-or-later
// How a test program ends on Windows: as the program itself does (app/platform/windows/ending.cpp), without the ends of
// libraries, which may wait for a thread that Windows has stopped.
#include <windows.h>

#include <cstdio>

extern "C" [[noreturn]] void __wrap_exit(int status) // NOLINT(bugprone-reserved-identifier): the linker names it
{
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(status));
    __builtin_unreachable();
}
