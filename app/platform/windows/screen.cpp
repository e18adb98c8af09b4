// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/platform.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>

#include <cstdio>

namespace maiam {

void platform::chooseDrawing(bool)
{
    // The offscreen plugin is not shipped: it would not find Windows' fonts. This one shows nothing without a window.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "windows:fontengine=freetype");
}

platform::ConsoleText::ConsoleText()
    : m_before(GetConsoleOutputCP())
{
    if (m_before != 0)
        SetConsoleOutputCP(CP_UTF8);
}

platform::ConsoleText::~ConsoleText()
{
    if (m_before != 0)
        SetConsoleOutputCP(m_before);
}

void platform::sayFatal(const QString& why, bool withWindow)
{
    std::fprintf(stderr, "maiam: %s\n", why.toUtf8().constData());
    if (withWindow && !GetConsoleWindow())
        MessageBoxW(nullptr, reinterpret_cast<const wchar_t*>(why.utf16()), L"M\u00e1i \u1ea4m", MB_OK | MB_ICONERROR);
}

} // namespace maiam
#endif
