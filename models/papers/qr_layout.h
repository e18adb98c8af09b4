// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/drawing.h"
#include "models/papers/paper.h"

namespace maiam::papers {

/// Draws a QR code (mã QR) with error correction level M into the middle of `widthPt` points. Empty for a text that is
/// empty or too long for a code.
Drawing layQrCode(const QrCode& code, qreal widthPt);

} // namespace maiam::papers
