// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

int maiam::platform::endProcess(int status)
{
    return status;
}
