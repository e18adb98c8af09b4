// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

namespace maiam {

/// Makes the crypto library ready; safe to call again and from any thread. False: nothing of it may be used.
[[nodiscard]] bool initialiseCrypto();

/// Key bytes in guarded memory that is locked against swapping where the system allows it, and wiped when the key
/// goes. Its size is fixed when it is made. Moved, never copied by accident: a second one is made with clone().
/// Running out of locked memory ends the program, since going on would put keys into ordinary memory.
class SecretKey
{
public:
    /// No bytes. An engine refuses to open with it.
    SecretKey() = default;
    /// `size` bytes from the system's random source.
    [[nodiscard]] static SecretKey random(std::size_t size);
    /// A copy of the bytes; the caller wipes its own.
    [[nodiscard]] static SecretKey fromBytes(const void* bytes, std::size_t size);
    /// `size` zero bytes, to be filled through writable().
    [[nodiscard]] static SecretKey zeroed(std::size_t size);
    /// A second key with the same bytes.
    [[nodiscard]] SecretKey clone() const;

    [[nodiscard]] const unsigned char* data() const { return m_bytes.get(); }
    [[nodiscard]] unsigned char* writable() { return m_bytes.get(); }
    /// In bytes.
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Whether both hold the same bytes, in constant time.
    [[nodiscard]] bool equals(const SecretKey& other) const;

    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey() = default;

private:
    struct Wipe
    {
        void operator()(unsigned char* bytes) const;
    };
    explicit SecretKey(std::size_t size);

    std::unique_ptr<unsigned char, Wipe> m_bytes;
    std::size_t m_size = 0;
};

} // namespace maiam
