// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/letters.h"

#include <QString>
#include <QStringList>

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace maiam {

/// Text of the characters that go wrong: Vietnamese letters, loose marks, odd spaces, other scripts.
inline rc::Gen<QString> anyText()
{
    static const std::u16string alphabet = std::u16string(letters::LowerVowels) + std::u16string(letters::UpperVowels)
        + u"bcdđĐðÐghklmnpqrstvxzw0129 \t\n-'().,\u00A0\u200B\u00AD\u3000\uFEFF\u2028"
          u"\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323\u0327\u0335ñüçßøłİıÅ\u212BЛй李\uAC00\u0E33µªº²½§";
    return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, int(alphabet.size()))),
        [](const std::vector<int>& picks) {
            QString out;
            for (const int pick : picks)
                out += QChar(alphabet[std::size_t(pick)]);
            return out;
        });
}

/// One to three words as names are built.
inline rc::Gen<QString> vietnameseName()
{
    static const std::vector<std::u16string> words { u"an", u"Ánh", u"hòa", u"hoà", u"hóa", u"Nguyễn", u"NGUYỄN",
        u"đào", u"dào", u"ý", u"Ỷ", u"Voòng", u"ngà", u"ngạ", u"thuý", u"thúy", u"quý", u"Trần", u"trân", u"Tràn" };
    const auto pick = rc::gen::container<std::vector<int>>(rc::gen::inRange(0, int(words.size())));
    return rc::gen::map(rc::gen::nonEmpty(pick), [](const std::vector<int>& picks) {
        QStringList out;
        for (const int i : picks)
            out += QString::fromStdU16String(words[std::size_t(i)]);
        return out.join(u' ');
    });
}

} // namespace maiam
