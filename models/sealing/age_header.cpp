// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sealing/age_header.h"

#include <sodium.h>

#include <algorithm>

namespace maiam::age {

namespace {

constexpr QByteArrayView VersionLine("age-encryption.org/v1");
constexpr QByteArrayView VersionStem("age-encryption.org/v");
constexpr qsizetype Columns = 64;

QByteArray toBase64(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
}

/// Base64 without padding, in its one canonical form.
std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; })) {
        return std::nullopt; // libsodium 1.0.18 takes some characters above 127 for letters
    }
    QByteArray bytes(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), std::size_t(bytes.size()), text.data(),
            std::size_t(text.size()), nullptr, &size, &end, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
            != 0
        || end != text.data() + text.size())
    {
        return std::nullopt;
    }
    bytes.resize(qsizetype(size));
    return bytes;
}

bool isArgument(const QByteArray& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 33 && c <= 126; });
}

} // namespace

Result<QByteArray> Header::write(const SecretKey& fileKey, const QList<AgeRecipient>& recipients)
{
    QByteArray text = VersionLine.toByteArray() + '\n';
    for (const AgeRecipient& recipient : recipients) {
        const auto wrapped = wrap(fileKey, recipient);
        if (!wrapped) {
            return fail(ErrorCode::InvalidInput,
                tr("Nothing can be sealed to one of the receiving offices: its public key is not usable. Ask the "
                   "office for its card again."));
        }
        // 32 bytes are 43 characters: one short line, as the end of a body must be
        text += "-> X25519 " + toBase64(wrapped->share) + '\n' + toBase64(wrapped->body) + '\n';
    }
    text += "---";
    return text + ' ' + toBase64(headerMac(fileKey, text)) + '\n';
}

/// Reads a header line by line.
class HeaderReader
{
public:
    explicit HeaderReader(QIODevice& in)
        : m_in(in)
    {
    }

    Result<Header> run()
    {
        if (auto version = readVersion(); !version) {
            return fail(version);
        }
        for (;;) {
            auto text = line();
            if (!text) {
                return fail(text);
            }
            if (text->startsWith("---")) {
                return finish(*text);
            }
            m_header.m_signed += *text + '\n';
            if (auto stanza = readStanza(*text); !stanza) {
                return fail(stanza);
            }
        }
    }

private:
    static tl::unexpected<Error> damaged(const char* detail)
    {
        return fail(ErrorCode::Damaged,
            Header::tr("The beginning of the sealed file was altered, so nothing in it can be believed. Ask the sender "
                       "for the file again."),
            QString::fromLatin1(detail));
    }

    Result<> readVersion()
    {
        QByteArray text = m_in.read(VersionLine.size() + 1);
        if (text == VersionLine.toByteArray() + '\n') {
            m_header.m_signed = text;
            return {};
        }
        if (text.size() <= VersionLine.size() && (VersionLine.toByteArray() + '\n').startsWith(text)) {
            return truncated();
        }
        if (text.startsWith(VersionStem) && text.at(VersionStem.size()) >= '2' && text.at(VersionStem.size()) <= '9') {
            return fail(ErrorCode::NewerVersion,
                Header::tr("The sealed file was written in a newer format than this program knows. Update the program, "
                           "then open the file again."));
        }
        return fail(ErrorCode::InvalidInput,
            Header::tr("This is not a sealed file. Choose the file that the other office sent (its name ends with "
                       "“.maiam”)."));
    }

    static tl::unexpected<Error> truncated()
    {
        return fail(ErrorCode::Truncated,
            Header::tr("The sealed file ends too early: copying it was not finished. Copy it again, or ask the sender "
                       "for it again."));
    }

    /// The next line without its end; lines end with LF alone.
    Result<QByteArray> line()
    {
        const qint64 allowed = Header::MaxSize - m_header.m_signed.size();
        if (allowed <= 1) { // 0 would mean no limit
            return damaged("header too long");
        }
        QByteArray text = m_in.readLine(allowed);
        if (text.endsWith('\n')) {
            text.chop(1);
            return text;
        }
        return text.size() >= allowed - 1 ? damaged("header too long") : truncated();
    }

    Result<> readStanza(const QByteArray& first)
    {
        const QList<QByteArray> words = first.split(' ');
        if (words.size() < 2 || words.first() != "->" || !std::all_of(words.begin() + 1, words.end(), isArgument)) {
            return damaged("no stanza");
        }
        QByteArray encoded;
        for (;;) {
            auto text = line();
            if (!text) {
                return fail(text);
            }
            m_header.m_signed += *text + '\n';
            encoded += *text;
            if (text->size() > Columns) {
                return damaged("long line in a stanza");
            }
            if (text->size() < Columns) {
                break;
            }
        }
        const auto body = fromBase64(encoded);
        if (!body) {
            return damaged("body of a stanza");
        }
        if (words.at(1) != "X25519") {
            return {};
        }
        const auto share = words.size() == 3 ? fromBase64(words.at(2)) : std::nullopt;
        if (!share || share->size() != AgeRecipient::KeySize || body->size() != WrappedSize) {
            return damaged("X25519 stanza");
        }
        m_header.m_stanzas.append(Wrapped { *share, *body });
        return {};
    }

    Result<Header> finish(const QByteArray& text)
    {
        const auto mac = text.startsWith("--- ") ? fromBase64(QByteArrayView(text).sliced(4)) : std::nullopt;
        if (!mac || mac->size() != MacSize) {
            return damaged("MAC line");
        }
        m_header.m_signed += "---";
        m_header.m_mac = *mac;
        return m_header;
    }

    QIODevice& m_in;
    Header m_header;
};

Result<Header> Header::read(QIODevice& in)
{
    return HeaderReader(in).run();
}

std::optional<SecretKey> Header::fileKey(const AgeIdentity& identity) const
{
    for (const Wrapped& stanza : m_stanzas) {
        if (auto key = unwrap(stanza, identity)) {
            return key;
        }
    }
    return std::nullopt;
}

bool Header::isIntact(const SecretKey& fileKey) const
{
    const QByteArray mac = headerMac(fileKey, m_signed);
    return sodium_memcmp(mac.constData(), m_mac.constData(), std::size_t(MacSize)) == 0;
}

} // namespace maiam::age
