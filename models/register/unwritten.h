// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <mutex>

namespace maiam {

class SecretKey;

/// What a full disk did not take (chưa ghi được): the newest state of each form, in the words of whoever held it, so
/// that it outlives the page on which it was typed. From any thread; wiped when it goes.
class Unwritten
{
public:
    Unwritten() = default;
    ~Unwritten();
    Q_DISABLE_COPY_MOVE(Unwritten)

    /// A number under which one form's state is held.
    [[nodiscard]] static quint64 newOwner();
    /// In place of what was held under this number before.
    void hold(quint64 owner, QByteArray content);
    /// It is written, or nobody wants it any more.
    void release(quint64 owner);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::map<quint64, QByteArray> all() const;

private:
    mutable std::mutex m_mutex;
    std::map<quint64, QByteArray> m_held;
};

/// What stays in the program while the register is locked: ciphertext, which only the key of the same register opens.
/// The key that it is made with is derived from that one for this purpose alone, and goes with it.
namespace lockSeal {
/// Wipes what it was given, when nobody else holds it.
[[nodiscard]] QByteArray seal(const SecretKey& registerKey, QByteArray plain);
/// Null when another key sealed it, or it was altered.
[[nodiscard]] QByteArray open(const SecretKey& registerKey, const QByteArray& sealed);
} // namespace lockSeal

} // namespace maiam
