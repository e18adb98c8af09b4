// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/sqlcipher/secret_key.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace maiam {

/// A passphrase (cụm mật khẩu) as it goes into the key derivation.
class Passphrase
{
public:
    /// The fewest characters that are accepted, counted after normalising.
    static constexpr qsizetype FewestCharacters = 12;
    /// What the offered words are worth at least, in bits.
    static constexpr int OfferedBits = 60;

    /// NFC, trimmed, single spaces, UTF-8: the same bytes from every keyboard and typing method.
    [[nodiscard]] static SecretKey normalised(QStringView typed);

    /// Nothing wrong, or InvalidInput with what is wrong and what to do: too short, or one that others try first.
    [[nodiscard]] static Result<void> judge(QStringView typed);

    /// New random words with single spaces between them. They need no accents, and Telex, VNI and no typing method
    /// at all give the same.
    [[nodiscard]] static QString offer();

    /// All words that offer() draws from, sorted: unaccented Vietnamese syllables.
    [[nodiscard]] static const QStringList& words();

    /// Whether Telex (with free marking) and VNI leave a lower-case word as it is typed.
    [[nodiscard]] static bool staysAsTyped(QStringView word);
};

} // namespace maiam
