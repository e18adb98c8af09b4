// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <cstdio>

namespace maiam {

void platform::chooseDrawing(bool withWindow)
{
    if (!withWindow && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

platform::ConsoleText::ConsoleText() = default;
platform::ConsoleText::~ConsoleText() = default;

void platform::sayFatal(const QString& why, bool)
{
    std::fprintf(stderr, "maiam: %s\n", why.toUtf8().constData());
}

} // namespace maiam
#endif
