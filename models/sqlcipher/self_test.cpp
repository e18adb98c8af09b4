// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/self_test.h"

#include "models/sqlcipher/engine.h"
#include "models/sqlcipher/secret_key.h"

#include <QByteArray>
#include <QCoreApplication>

#include <sodium.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

struct SelfTest
{
    Q_DECLARE_TR_FUNCTIONS(maiam::SelfTest)
};

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

template <std::size_t N> QByteArray hex(const std::array<unsigned char, N>& bytes)
{
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), N).toHex();
}

bool blake2b() // RFC 7693's message, 32 bytes
{
    std::array<unsigned char, 32> out {};
    crypto_generichash(out.data(), out.size(), raw("abc"_ba), 3, nullptr, 0);
    return hex(out) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319";
}

bool xchacha20Poly1305() // draft-irtf-cfrg-xchacha-03, A.3.1
{
    const QByteArray plain = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
                             "future, sunscreen would be it.";
    const QByteArray with = QByteArray::fromHex("50515253c0c1c2c3c4c5c6c7");
    const QByteArray key = QByteArray::fromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const QByteArray nonce = QByteArray::fromHex("404142434445464748494a4b4c4d4e4f5051525354555657");
    QByteArray sealed(plain.size() + 16, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()), nullptr, raw(plain),
        static_cast<unsigned long long>(plain.size()), raw(with), static_cast<unsigned long long>(with.size()), nullptr,
        raw(nonce), raw(key));
    if (!sealed.startsWith(QByteArray::fromHex("bd6d179d3e83d43b9576579493c0e939"))
        || !sealed.endsWith(QByteArray::fromHex("c0875924c1c7987947deafd8780acf49")))
        return false;
    const auto opens = [&] {
        QByteArray out(plain.size(), '\0');
        return crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(out.data()), nullptr,
                   nullptr, raw(sealed), static_cast<unsigned long long>(sealed.size()), raw(with),
                   static_cast<unsigned long long>(with.size()), raw(nonce), raw(key))
            == 0
            && out == plain;
    };
    if (!opens())
        return false;
    sealed[0] = static_cast<char>(sealed.at(0) ^ 1);
    return !opens();
}

bool ed25519() // RFC 8032, test 2
{
    const QByteArray seed = QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    std::array<unsigned char, 32> open {};
    std::array<unsigned char, 64> secret {};
    std::array<unsigned char, 64> signature {};
    crypto_sign_seed_keypair(open.data(), secret.data(), raw(seed));
    const unsigned char message = 0x72;
    crypto_sign_detached(signature.data(), nullptr, &message, 1, secret.data());
    const unsigned char other = 0x73;
    return hex(open) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        && hex(signature)
        == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
           "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        && crypto_sign_verify_detached(signature.data(), &message, 1, open.data()) == 0
        && crypto_sign_verify_detached(signature.data(), &other, 1, open.data()) != 0;
}

bool x25519() // RFC 7748, section 6.1
{
    const QByteArray secret = QByteArray::fromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    const QByteArray theirs = QByteArray::fromHex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    std::array<unsigned char, 32> open {};
    std::array<unsigned char, 32> shared {};
    return crypto_scalarmult_base(open.data(), raw(secret)) == 0
        && crypto_scalarmult(shared.data(), raw(secret), raw(theirs)) == 0
        && hex(open) == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"
        && hex(shared) == "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";
}

bool argon2id() // compared with the reference implementation: 3 passes, 256 KiB, one lane
{
    std::array<unsigned char, 32> out {};
    return crypto_pwhash(out.data(), out.size(), "password", 8, raw("0123456789abcdef"_ba), 3, 256 * 1024,
               crypto_pwhash_ALG_ARGON2ID13)
        == 0
        && hex(out) == "3d5913f91b0433c9cd70ec8243047fbb33632075ce4dc4e01cb2689a37ffc24c";
}

} // namespace

Result<void> cryptoSelfTest()
{
    struct Check
    {
        bool (*m_holds)();
        QLatin1StringView m_name;
    };
    static constexpr std::array Checks { Check { &initialiseCrypto, "libsodium"_L1 }, Check { &blake2b, "BLAKE2b"_L1 },
        Check { &xchacha20Poly1305, "XChaCha20-Poly1305"_L1 }, Check { &ed25519, "Ed25519"_L1 },
        Check { &x25519, "X25519"_L1 }, Check { &argon2id, "Argon2id"_L1 },
        Check { &Engine::hasCodec, "HAS_CODEC"_L1 } };
    for (const Check& check : Checks) {
        if (!check.m_holds())
            return fail(ErrorCode::Internal,
                SelfTest::tr("The program's encryption does not work on this PC (%1), so nothing was opened. Install "
                             "the program again; if that does not help, ask for help.")
                    .arg(check.m_name),
                QString(check.m_name));
    }
    return {};
}

} // namespace maiam
