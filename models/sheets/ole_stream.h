// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace maiam {

/// The first stream of one of these names in an OLE container ([MS-CFB]); empty when there is none or the container is
/// not sound. Hostile input: every chain is followed at most as far as the file is long.
[[nodiscard]] QByteArray oleStream(const QByteArray& file, const QStringList& names);

} // namespace maiam
