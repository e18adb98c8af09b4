// SPDX-License-Identifier: GPL-3.0-or-later
// The keys file, as it lies beside the register. The digest at its end is made anew, so that the reader goes on.
#include "models/register/keys_file.h"

#include <sodium.h>

#include <cstdlib>

using namespace maiam;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    (void)KeysFile::parse(bytes, KdfLimits::forTests());
    if (size < 34)
        return 0;
    const qsizetype digest = bytes.size() - 32;
    const QByteArray blank = bytes.left(digest - 2) + '\x40';
    QByteArray fresh(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(fresh.data()), 32,
        reinterpret_cast<const unsigned char*>(blank.constData()), static_cast<unsigned long long>(blank.size()),
        nullptr, 0);
    const QByteArray whole = bytes.left(digest - 2) + QByteArray("\x58\x20", 2) + fresh;
    if (const auto file = KeysFile::parse(whole, KdfLimits::forTests()); file && file->encoded() != whole)
        std::abort(); // only one form may be accepted
    return 0;
}
