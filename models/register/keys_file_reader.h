// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QCborStreamReader>
#include <QLatin1StringView>
#include <QString>

namespace maiam {

/// Reads the few CBOR types of a keys file and never allocates more than it was told to expect. After the first thing
/// that does not fit, every further read gives an empty value and failed() says so.
class KeysReader
{
public:
    static constexpr QLatin1StringView Magic { "maiam/keys" };

    explicit KeysReader(const QByteArray& bytes)
        : m_in(bytes)
    {
    }
    /// Goes into an array and returns its length.
    quint64 enter();
    /// Goes into an array that must have this length.
    void enter(quint64 length);
    /// Goes out of an array, which must be at its end.
    void leave();
    [[nodiscard]] quint64 number(quint64 most);
    /// Exactly this many bytes.
    [[nodiscard]] QByteArray bytes(qsizetype size);
    /// Exactly one of two numbers of bytes.
    [[nodiscard]] QByteArray bytes(qsizetype size, qsizetype otherSize);
    /// At most this many UTF-16 units.
    [[nodiscard]] QString text(qsizetype most);
    [[nodiscard]] bool failed() const { return m_failed; }

    /// The error for a file that cannot be believed.
    [[nodiscard]] static Error damaged(const QString& where);

private:
    QCborStreamReader m_in;
    bool m_failed = false;
};

} // namespace maiam
