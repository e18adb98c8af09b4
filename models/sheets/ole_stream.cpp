// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/ole_stream.h"

#include "models/sheets/little_endian.h"

#include <utility>

namespace maiam {

namespace {

constexpr quint32 LastSector = 0xfffffffa; // what is larger is no sector
constexpr qsizetype HeaderFat = 76; // where the header lists the first sectors of the table
constexpr int HeaderFatEntries = 109;
constexpr qsizetype EntryBytes = 128;

class Container
{
public:
    explicit Container(const QByteArray& file)
        : m_file(file)
    {
        const int shift = numberAt<quint16>(file, 30);
        const int smallShift = numberAt<quint16>(file, 32);
        if ((shift != 9 && shift != 12) || smallShift != 6) {
            return;
        }
        m_size = qsizetype(1) << shift;
        m_small = qsizetype(1) << smallShift;
        for (int i = 0; i < HeaderFatEntries; ++i) {
            addTable(numberAt<quint32>(file, HeaderFat + 4 * i));
        }
        quint32 more = numberAt<quint32>(file, 68);
        for (qsizetype steps = file.size() / m_size; more < LastSector && steps > 0; --steps) {
            const QByteArray list = sector(more);
            for (qsizetype at = 0; at + 8 <= list.size(); at += 4) {
                addTable(numberAt<quint32>(list, at));
            }
            more = numberAt<quint32>(list, m_size - 4);
        }
        m_directory = chain(numberAt<quint32>(file, 48));
    }

    QByteArray stream(const QStringList& names) const
    {
        for (qsizetype at = 0; at + EntryBytes <= m_directory.size(); at += EntryBytes) {
            const QByteArray entry = m_directory.mid(at, EntryBytes);
            const qsizetype letters = qsizetype(numberAt<quint16>(entry, 64)) / 2 - 1;
            if (entry.at(66) != 2 || letters < 1 || letters > 31) {
                continue;
            }
            QString name;
            for (qsizetype i = 0; i < letters; ++i) {
                name += QChar(numberAt<char16_t>(entry, 2 * i));
            }
            if (names.contains(name)) {
                return content(numberAt<quint32>(entry, 116), numberAt<quint32>(entry, 120));
            }
        }
        return {};
    }

private:
    [[nodiscard]] QByteArray sector(quint32 number) const
    {
        return m_file.mid(m_size * (qsizetype(number) + 1), m_size);
    }

    void addTable(quint32 number)
    {
        if (number < LastSector && m_next.size() <= m_file.size()) {
            m_next += sector(number);
        }
    }

    [[nodiscard]] QByteArray chain(quint32 at) const
    {
        QByteArray bytes;
        for (qsizetype steps = m_file.size() / m_size; at < LastSector && steps > 0; --steps) {
            bytes += sector(at);
            at = 4 * qsizetype(at) + 4 <= m_next.size() ? numberAt<quint32>(m_next, 4 * qsizetype(at)) : LastSector;
        }
        return bytes;
    }

    /// Streams of less than 4096 bytes stand in pieces of 64 bytes inside the stream of the root.
    [[nodiscard]] QByteArray content(quint32 start, quint32 size) const
    {
        if (size >= numberAt<quint32>(m_file, 56)) {
            return chain(start).left(size);
        }
        const QByteArray pieces = chain(numberAt<quint32>(m_directory, 116));
        const QByteArray next = chain(numberAt<quint32>(m_file, 60));
        QByteArray bytes;
        for (quint32 at = start; at < LastSector && bytes.size() < qsizetype(size);) {
            const QByteArray piece = pieces.mid(m_small * qsizetype(at), m_small);
            if (piece.isEmpty()) {
                break;
            }
            bytes += piece;
            at = 4 * qsizetype(at) + 4 <= next.size() ? numberAt<quint32>(next, 4 * qsizetype(at)) : LastSector;
        }
        return bytes.left(size);
    }

    const QByteArray& m_file;
    qsizetype m_size = 512;
    qsizetype m_small = 64;
    QByteArray m_next; // for each sector the one that follows
    QByteArray m_directory;
};

} // namespace

QByteArray oleStream(const QByteArray& file, const QStringList& names)
{
    return Container(file).stream(names);
}

} // namespace maiam
