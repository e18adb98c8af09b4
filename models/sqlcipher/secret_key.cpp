// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/secret_key.h"

#include <QtGlobal>

#include <sodium.h>

#include <cstring>
#include <utility>

namespace maiam {

bool initialiseCrypto()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

void SecretKey::Wipe::operator()(unsigned char* bytes) const
{
    sodium_free(bytes); // wipes first
}

SecretKey::SecretKey(std::size_t size)
    : m_size(size)
{
    if (!initialiseCrypto())
        qFatal("The crypto library cannot be used on this PC.");
    if (size == 0)
        return;
    m_bytes.reset(static_cast<unsigned char*>(sodium_malloc(size)));
    if (!m_bytes)
        qFatal("There is no memory for a key.");
}

SecretKey SecretKey::random(std::size_t size)
{
    SecretKey key(size);
    if (size > 0)
        randombytes_buf(key.writable(), size);
    return key;
}

SecretKey SecretKey::fromBytes(const void* bytes, std::size_t size)
{
    SecretKey key(size);
    if (size > 0)
        std::memcpy(key.writable(), bytes, size);
    return key;
}

SecretKey SecretKey::zeroed(std::size_t size)
{
    SecretKey key(size);
    if (size > 0)
        sodium_memzero(key.writable(), size);
    return key;
}

SecretKey SecretKey::clone() const
{
    return fromBytes(data(), size());
}

bool SecretKey::equals(const SecretKey& other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(data(), other.data(), m_size) == 0);
}

SecretKey::SecretKey(SecretKey&& other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    m_bytes = std::move(other.m_bytes);
    m_size = std::exchange(other.m_size, 0);
    return *this;
}

} // namespace maiam
