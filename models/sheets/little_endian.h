// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace maiam {

/// The number that stands at a place of an old binary workbook, lowest byte first; 0 where the bytes end before it.
template <typename T> [[nodiscard]] T numberAt(const QByteArray& bytes, qsizetype at)
{
    return at >= 0 && at + qsizetype(sizeof(T)) <= bytes.size() ? qFromLittleEndian<T>(bytes.constData() + at) : T {};
}

} // namespace maiam
