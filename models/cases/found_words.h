// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/fold.h"

#include <QPoint>
#include <QStringList>
#include <QStringView>

namespace maiam {

/// Where the folded words of a search begin words of a text: x is the start, y the length, in UTF-16 units. The text is
/// in NFC, as all stored text is, so that a folded letter stands for one letter.
[[nodiscard]] inline QList<QPoint> foundWords(const QString& text, const QStringList& foldedWords)
{
    QList<QPoint> found;
    qsizetype start = 0;
    while (start < text.size() && !foldedWords.isEmpty()) {
        qsizetype end = text.indexOf(QLatin1Char(' '), start);
        end = end < 0 ? text.size() : end;
        const QString word = maiam::folded(QStringView(text).mid(start, end - start));
        qsizetype longest = 0;
        for (const QString& wanted : foldedWords)
            if (word.startsWith(wanted))
                longest = std::max(longest, wanted.size());
        if (longest > 0)
            found.append(QPoint(int(start), int(std::min(longest, end - start))));
        start = end + 1;
    }
    return found;
}

} // namespace maiam
