// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace maiam {

/// Text as it is stored in a one-line field: NFC (TCVN 6909:2001 uses precomposed letters), trimmed, every run of
/// white space (no-break, full-width, line breaks) one plain space, zero-width characters gone. Case and tone placement
/// stay as typed. The soft hyphen stays too: in text of old fonts it is the letter "ư", so fromLegacy() needs it.
/// Idempotent.
[[nodiscard]] QString normalised(QStringView text);

/// The same for long text, line by line: line breaks stay (as "\n"), blank lines at both ends go. Idempotent.
[[nodiscard]] QString normalisedText(QStringView text);

/// NFC; text that is already precomposed comes back without work.
[[nodiscard]] QString composed(QStringView text);

} // namespace maiam
