// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace maiam::papers {

/// A part of an OpenDocument package.
struct OdtPart
{
    QString name; ///< path in the package, e.g. "content.xml"
    QString mediaType;
    QByteArray content;
};

/// Zips the parts: `mimetype` first and uncompressed, then the manifest and the parts; all with one fixed date, so
/// that the same paper gives the same bytes. Errors: Internal.
Result<QByteArray> packOdt(const QList<OdtPart>& parts);

} // namespace maiam::papers
