// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace maiam {

/// The language of the program's texts.
enum class Language { Vietnamese, English };

/// Installs the catalogues: Qt's own texts first, then ours over them; and the locale, so that dates are dd/MM/yyyy and
/// the decimal sign is a comma. Vietnamese unless English was chosen; paper stays Vietnamese either way.
class Translator
{
public:
    /// Installs the catalogues of a language in place of those before. False when one of them is missing.
    static bool install(Language language = Language::Vietnamese);
    /// The language in use.
    [[nodiscard]] static Language language();
    /// "vi" or "en", as kept in the settings; anything else is Vietnamese.
    [[nodiscard]] static Language fromCode(const QString& code);
    [[nodiscard]] static QString code(Language language);
};

} // namespace maiam
