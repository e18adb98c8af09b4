// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_maker.h"
#include "models/sealing/age_file.h"
#include "models/sealing/office_key.h"
#include "models/sealing/zstd_stream.h"
#include "models/sqlcipher/secret_key.h"

#include <algorithm>

/// An office whose keys are always the same.
inline const maiam::OfficeKey& fuzzOffice()
{
    static const maiam::OfficeKey office = [] {
        if (!maiam::initialiseCrypto())
            qFatal("no crypto");
        const auto seed = [](unsigned char fill) {
            maiam::SecretKey key = maiam::SecretKey::zeroed(32);
            std::fill_n(key.writable(), 32, fill);
            return key;
        };
        return maiam::OfficeKey::fromSeeds(seed(1), seed(2)).value();
    }();
    return office;
}

/// Plain bytes as a package holds them: compressed, and signed by the office.
inline QByteArray signedFrames(const QByteArray& plain)
{
    QByteArray inside;
    maiam::ContextHash digest(maiam::context::Package);
    maiam::ZstdWriter zstd(
        [&](QByteArrayView bytes) -> maiam::Result<> {
            inside += bytes;
            return {};
        },
        1);
    const bool whole = zstd.write(plain) && zstd.endFrame()
        && zstd.writeTrailer(fuzzOffice().sign(maiam::context::Package, digest.add(inside).result()));
    return whole ? inside : QByteArray();
}

inline QByteArray sealedToUs(const QByteArray& inside)
{
    return maiam::sealAge(inside, { fuzzOffice().sealIdentity().recipient() }).value();
}
