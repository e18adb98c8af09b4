// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSaveFile>

namespace maiam {

/// Puts what was written into @p file in place of the old file, or leaves the old one: true only when every byte is on
/// the disk. QSaveFile::commit() alone forgets an error of its last flush (QTBUG-75077), so on a full disk it would put
/// an empty file in the place of a small good one. Afterwards file.error() tells why; what was
/// written beside the old file goes with the QSaveFile.
[[nodiscard]] inline bool commitWhole(QSaveFile& file)
{
    return file.error() == QFileDevice::NoError && file.flush() && file.commit();
}

} // namespace maiam
