// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/keys_file_reader.h"

#include "models/register/keys_file.h"

using namespace Qt::Literals::StringLiterals;

namespace maiam {

quint64 KeysReader::enter()
{
    m_failed = m_failed || !m_in.isArray() || !m_in.isLengthKnown();
    if (m_failed)
        return 0;
    const quint64 length = m_in.length();
    m_failed = !m_in.enterContainer();
    return length;
}

void KeysReader::enter(quint64 length)
{
    if (enter() != length)
        m_failed = true;
}

void KeysReader::leave()
{
    m_failed = m_failed || m_in.hasNext() || !m_in.leaveContainer();
}

quint64 KeysReader::number(quint64 most)
{
    m_failed = m_failed || !m_in.isUnsignedInteger() || m_in.toUnsignedInteger() > most;
    if (m_failed)
        return 0;
    const quint64 value = m_in.toUnsignedInteger();
    m_in.next();
    return value;
}

QByteArray KeysReader::bytes(qsizetype size)
{
    return bytes(size, size);
}

QByteArray KeysReader::bytes(qsizetype size, qsizetype otherSize)
{
    // The length is looked at before anything is allocated.
    m_failed = m_failed || !m_in.isByteArray() || !m_in.isLengthKnown()
        || (m_in.length() != static_cast<quint64>(size) && m_in.length() != static_cast<quint64>(otherSize));
    if (m_failed)
        return {};
    const auto length = static_cast<qsizetype>(m_in.length());
    const auto chunk = m_in.readByteArray();
    m_failed = chunk.status != QCborStreamReader::Ok || chunk.data.size() != length
        || m_in.readByteArray().status != QCborStreamReader::EndOfString;
    return m_failed ? QByteArray() : chunk.data;
}

QString KeysReader::text(qsizetype most)
{
    constexpr quint64 LongestCharacter = 4; // bytes in UTF-8
    m_failed = m_failed || !m_in.isString() || !m_in.isLengthKnown()
        || m_in.length() > LongestCharacter * static_cast<quint64>(most);
    if (m_failed)
        return {};
    const auto chunk = m_in.readString();
    m_failed = chunk.status != QCborStreamReader::Ok || chunk.data.size() > most
        || m_in.readString().status != QCborStreamReader::EndOfString;
    return m_failed ? QString() : chunk.data;
}

Error KeysReader::damaged(const QString& where)
{
    return { ErrorCode::KeysDamaged,
        KeysFile::tr("The keys file (register.keys) is damaged, so the register cannot be unlocked with it."), where };
}

} // namespace maiam
