// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace maiam {

/// How text was written whose bytes were then read as Western European characters.
enum class LegacyEncoding {
    None, ///< Unicode, as it should be
    Tcvn3, ///< TCVN3 (ABC), the .VnTime fonts: "§inh Kh¸nh"
    Vni, ///< VNI-Windows, the VNI-Times fonts: "Nguyeãn Vaên Ñöùc"
    Windows1258, ///< bytes of code page 1258: "NguyêÞn"
    Windows1252, ///< bytes of UTF-8 shown as Windows-1252: "Nguyá»…n"
};

/// Which encoding the text (a cell, a name, a note) was written in. Decides by syllables: an encoding is named only
/// where words of the text are no Vietnamese as they stand and are Vietnamese once decoded; a name whose words are all
/// possible Vietnamese is never touched. Call it on the raw text, before normalised(). One cell can be ambiguous
/// ("Vò Dòng"): show a preview before anything is converted.
[[nodiscard]] LegacyEncoding detectLegacy(QStringView text);

/// The text in Unicode (NFC). Characters that the encoding does not know stay. In a cell that mixes true Unicode
/// Vietnamese with TCVN3, only the words that are no Vietnamese as they stand are decoded. Text that was shown in the
/// capital font .VnTimeH comes back in capitals.
[[nodiscard]] QString fromLegacy(QStringView text, LegacyEncoding encoding);

/// The code unit that stands for one TCVN3 byte of 0xA0 to 0xFF in Unicode; 0 where .VnTime has no letter.
[[nodiscard]] char16_t tcvn3Letter(unsigned char byte);

} // namespace maiam
