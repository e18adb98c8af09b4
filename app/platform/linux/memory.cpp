// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void maiam::platform::returnFreedMemory()
{
#ifdef __GLIBC__
    // Left to itself the library learns from the first freed picture of a window to keep pieces of that size, once for
    // every thread that ever asked for one.
    constexpr int Large = 128 * 1024;
    constexpr int Shares = 2;
    mallopt(M_MMAP_THRESHOLD, Large);
    mallopt(M_TRIM_THRESHOLD, Large);
    mallopt(M_ARENA_MAX, Shares);
#endif
}
