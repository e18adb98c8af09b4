// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/cell_guard.h"

namespace maiam::cell_guard {

namespace {

/// A text that guarded() must change: a formula's beginning behind any number of apostrophes, so that taking one
/// off gives the text back.
bool needsGuard(QStringView text)
{
    while (text.startsWith(u'\'')) {
        text = text.mid(1);
    }
    return isDangerous(text.toString());
}

} // namespace

bool isDangerous(const QString& text)
{
    static const QString Signs = QStringLiteral("=+-@\uff1d\uff0b\uff0d\uff20");
    for (const QChar c : text) {
        if (c == u'\t' || c == u'\r' || c == u'\n') {
            return true;
        }
        if (!c.isSpace()) {
            return Signs.contains(c);
        }
    }
    return false;
}

QString guarded(const QString& text)
{
    return needsGuard(text) ? u'\'' + text : text;
}

QString unguarded(const QString& text)
{
    return text.startsWith(u'\'') && needsGuard(text) ? text.mid(1) : text;
}

} // namespace maiam::cell_guard
