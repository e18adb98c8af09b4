// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

#ifdef Q_OS_LINUX

// X11 lets every program read every window, and Wayland asks the person: there is nothing to switch off.
bool maiam::platform::canExcludeFromCapture()
{
    return false;
}

bool maiam::platform::excludeFromCapture(WId, bool exclude)
{
    return !exclude;
}

void maiam::platform::cancelSystemDialogs()
{
}

void maiam::platform::letComeToFront(qint64)
{
}

#endif
