// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/xlsx_styles.h"

namespace maiam {

namespace {

bool isDateLetter(QChar c)
{
    const QChar lower = c.toLower();
    return lower == u'y' || lower == u'm' || lower == u'd' || lower == u'h' || lower == u's';
}

} // namespace

bool isDateFormat(int builtIn)
{
    return (builtIn >= 14 && builtIn <= 22) || (builtIn >= 45 && builtIn <= 47);
}

bool isDateFormat(const QString& code)
{
    if (code.compare(QLatin1StringView("General"), Qt::CaseInsensitive) == 0) {
        return false;
    }
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u'"') {
            const qsizetype end = code.indexOf(u'"', i + 1);
            i = end < 0 ? code.size() : end;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i; // the next character stands for itself
        } else if (c == u'[') {
            const qsizetype end = code.indexOf(u']', i + 1);
            const QStringView inside = QStringView(code).mid(i + 1, end < 0 ? -1 : end - i - 1);
            if (!inside.isEmpty() && isDateLetter(inside.front())
                && inside.count(inside.front(), Qt::CaseInsensitive) == inside.size())
            {
                return true; // [h], [mm], [ss]
            }
            i = end < 0 ? code.size() : end;
        } else if (isDateLetter(c)) {
            return true;
        }
    }
    return false;
}

QString unescapeXlsx(const QString& text)
{
    qsizetype at = text.indexOf(QLatin1StringView("_x"));
    if (at < 0) {
        return text;
    }
    QString out;
    qsizetype done = 0;
    while (at >= 0) {
        bool isHex = false;
        const uint unit =
            at + 6 < text.size() && text.at(at + 6) == u'_' ? QStringView(text).mid(at + 2, 4).toUInt(&isHex, 16) : 0;
        if (isHex) {
            out += QStringView(text).mid(done, at - done);
            out += QChar(char16_t(unit));
            done = at + 7;
        }
        at = text.indexOf(QLatin1StringView("_x"), isHex ? done : at + 2);
    }
    out += QStringView(text).mid(done);
    return out;
}

bool parseReference(QStringView text, qint64& column, qint64& row)
{
    qsizetype i = 0;
    qint64 letters = 0;
    for (; i < text.size() && i < 4 && text[i] >= u'A' && text[i] <= u'Z'; ++i) {
        letters = letters * 26 + (text[i].unicode() - u'A' + 1);
    }
    if (i == 0 || i == text.size() || text.size() - i > 7) {
        return false;
    }
    qint64 digits = 0;
    for (; i < text.size(); ++i) {
        if (text[i] < u'0' || text[i] > u'9') {
            return false;
        }
        digits = digits * 10 + (text[i].unicode() - u'0');
    }
    column = letters - 1;
    row = digits;
    return digits > 0;
}

} // namespace maiam
