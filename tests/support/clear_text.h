// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/fold.h"
#include "models/text/normalise.h"

#include <QByteArrayMatcher>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

#include <vector>

namespace maiam::test {

/// Looks for texts that must stand nowhere in the clear: every byte of every file, as UTF-8 (composed and decomposed),
/// as UTF-16 in both orders, and without tones.
class ClearText
{
public:
    explicit ClearText(const QStringList& marked)
    {
        for (const QString& text : marked)
            for (const QString& form : { composed(text), text.normalized(QString::NormalizationForm_D), folded(text) })
                for (const QByteArray& bytes : { form.toUtf8(), utf16(form, false), utf16(form, true) })
                    m_wanted.emplace_back(bytes);
    }

    /// Names of files below the folder that hold one of the texts; the folder's own path is searched for in names too,
    /// since a file may be called after a child. Files and folders in @p besides are left out.
    [[nodiscard]] QStringList filesThatHoldIt(const QString& folder, const QStringList& besides = {}) const
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            const bool left = std::any_of(
                besides.begin(), besides.end(), [&name](const QString& one) { return name.startsWith(one); });
            if (!left && (holdsIt(name.mid(folder.size()).toUtf8()) || fileHoldsIt(name)))
                found.append(name);
        }
        return found;
    }

    [[nodiscard]] bool holdsIt(const QByteArray& bytes) const
    {
        return std::any_of(m_wanted.begin(), m_wanted.end(),
            [&bytes](const QByteArrayMatcher& one) { return one.indexIn(bytes) >= 0; });
    }

private:
    [[nodiscard]] bool fileHoldsIt(const QString& name) const
    {
        constexpr qint64 Piece = 4 << 20;
        constexpr qsizetype Overlap = 512; // longer than any text that is looked for
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return false; // a socket, or gone meanwhile
        QByteArray bytes;
        for (QByteArray next = file.read(Piece); !next.isEmpty(); next = file.read(Piece)) {
            bytes = bytes.right(Overlap) + next;
            if (holdsIt(bytes))
                return true;
        }
        return false;
    }
    static QByteArray utf16(const QString& text, bool bigEndian)
    {
        QByteArray bytes;
        for (const QChar letter : text) {
            const char high = char(letter.unicode() >> 8);
            const char low = char(letter.unicode() & 0xff);
            bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
        }
        return bytes;
    }

    std::vector<QByteArrayMatcher> m_wanted;
};

} // namespace maiam::test
