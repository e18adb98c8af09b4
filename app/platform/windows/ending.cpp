// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

#include <windows.h>

#include <cstdio>

int maiam::platform::endProcess(int status)
{
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(status));
    return status;
}
