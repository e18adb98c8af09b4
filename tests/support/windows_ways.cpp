// SPDX-License-Identifier: GPL-3.0-or-later
// What the program itself does on Windows (app/platform/windows), for test programs: it ends without the ends of
// libraries, which may wait for a thread that Windows has stopped, and compiles no regular expressions.
#include <QByteArray>

#include <windows.h>

#include <cstdio>

namespace {
[[maybe_unused]] const bool interpreted = qputenv("QT_ENABLE_REGEXP_JIT", QByteArrayLiteral("0"));
}

extern "C" [[noreturn]] void __wrap_exit(int status) // NOLINT(bugprone-reserved-identifier): the linker names it
{
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(status));
    __builtin_unreachable();
}
