// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed package, from three sides: the file as it comes; what stands inside the age layer; and what stands inside
// the zstd layer, signed as it should be. The first byte chooses.
#include "fuzz_office.h"
#include "models/exchange/package_scan.h"

#include <QBuffer>

using namespace maiam;

namespace {
void scan(QByteArray file)
{
    QBuffer in(&file);
    in.open(QIODevice::ReadOnly);
    PackageScan package(in, fuzzOffice());
    if (!package.open() || !package.trust(fuzzOffice().signKey(), {}, true))
        return;
    for (;;) {
        const auto entry = package.next();
        if (!entry)
            return;
        if (!*entry)
            break;
    }
    (void)package.finish();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 1, qsizetype(size) - 1);
    if (data[0] % 3 == 0)
        scan(bytes);
    else if (data[0] % 3 == 1)
        scan(sealedToUs(bytes));
    else
        scan(sealedToUs(signedFrames(bytes)));
    return 0;
}
