// SPDX-License-Identifier: GPL-3.0-or-later
// An office card, as it comes by mail or on a stick.
#include "models/sealing/office_card.h"

#include <cstdlib>

using namespace maiam;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto card = OfficeCard::parse(QByteArrayView(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (card && !(OfficeCard::parse(card->toText()) == *card))
        std::abort(); // what is read must be written in the same way
    return 0;
}
