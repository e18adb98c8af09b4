// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/kinds.h"

#include <algorithm>
#include <array>

namespace maiam {

const Field* RecordKind::field(const QByteArray& fieldName) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field* f) { return fieldName == f->name; });
    return found == fields.end() ? nullptr : *found;
}

namespace {
constexpr std::array<const RecordKind*, 15> AllKinds { &kinds::Device, &kinds::Office, &kinds::User, &kinds::Child,
    &kinds::Case, &kinds::Assessment, &kinds::Session, &kinds::Task, &kinds::Remark, &kinds::Retirement, &kinds::Branch,
    &kinds::Erasure, &kinds::Hold, &kinds::Restriction, &kinds::Incident };
}

std::span<const RecordKind* const> kinds::all()
{
    return AllKinds;
}

const RecordKind* kinds::find(const QByteArray& name)
{
    const auto found =
        std::find_if(AllKinds.begin(), AllKinds.end(), [&](const RecordKind* k) { return name == k->name; });
    return found == AllKinds.end() ? nullptr : *found;
}

} // namespace maiam
