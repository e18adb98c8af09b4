// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/unwritten.h"

#include "models/base/raw_bytes.h"
#include "models/sqlcipher/secret_key.h"

#include <sodium.h>

#include <atomic>
#include <utility>

namespace maiam {

namespace {
constexpr QByteArrayView LockContext("maiam/lock/1");
constexpr qsizetype LockNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype LockTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

SecretKey lockKey(const SecretKey& registerKey)
{
    SecretKey key = SecretKey::zeroed(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    crypto_generichash(
        key.writable(), key.size(), raw(LockContext), length(LockContext), registerKey.data(), registerKey.size());
    return key;
}

/// Only when nobody else reads the same bytes: else what is wiped would be a copy of them.
void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), std::size_t(bytes.size()));
}
} // namespace

Unwritten::~Unwritten()
{
    for (auto& [owner, content] : m_held)
        wipe(content);
}

quint64 Unwritten::newOwner()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

void Unwritten::hold(quint64 owner, QByteArray content)
{
    const std::lock_guard lock(m_mutex);
    QByteArray& held = m_held[owner];
    wipe(held);
    held = std::move(content);
}

void Unwritten::release(quint64 owner)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_held.find(owner);
    if (found == m_held.end())
        return;
    wipe(found->second);
    m_held.erase(found);
}

bool Unwritten::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_held.empty();
}

std::map<quint64, QByteArray> Unwritten::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_held;
}

QByteArray lockSeal::seal(const SecretKey& registerKey, QByteArray plain)
{
    QByteArray sealed(LockNonce + plain.size() + LockTag, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(bytes, std::size_t(LockNonce));
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + LockNonce, nullptr, raw(plain), length(plain), raw(LockContext),
        length(LockContext), nullptr, bytes, lockKey(registerKey).data());
    wipe(plain);
    return sealed;
}

QByteArray lockSeal::open(const SecretKey& registerKey, const QByteArray& sealed)
{
    if (sealed.size() < LockNonce + LockTag)
        return {};
    QByteArray plain(sealed.size() - LockNonce - LockTag, '\0');
    const QByteArrayView box = QByteArrayView(sealed).sliced(LockNonce);
    auto* bytes = reinterpret_cast<unsigned char*>(plain.data());
    const int wrong = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes, nullptr, nullptr, raw(box), length(box),
        raw(LockContext), length(LockContext), raw(sealed), lockKey(registerKey).data());
    return wrong == 0 ? plain : QByteArray();
}

} // namespace maiam
