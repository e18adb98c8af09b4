// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

// The heap of Windows gives large pieces back by itself.
void maiam::platform::returnFreedMemory()
{
}
