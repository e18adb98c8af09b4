// SPDX-License-Identifier: GPL-3.0-or-later
// A journal entry's body and values, and an entry with its parts as a package carries it.
#include "models/exchange/package_format.h"
#include "models/journal/entry.h"

#include <cstdlib>

using namespace maiam;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    if (const auto body = entryCodec::decodeBody(bytes); body && entryCodec::encodeBody(*body) != bytes)
        std::abort(); // two encodings of one entry would have two hashes
    if (const auto values = entryCodec::decodeValues(bytes); values && entryCodec::encodeValues(*values) != bytes)
        std::abort();
    (void)packageFormat::decodeEntry(bytes);
    (void)packageFormat::decodeHeader(bytes);
    return 0;
}
