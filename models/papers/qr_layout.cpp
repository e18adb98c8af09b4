// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/qr_layout.h"

#include <memory>

#include <qrencode.h>

namespace maiam::papers {

namespace {
constexpr int Edge = 4; ///< modules of white around the code (ISO/IEC 18004)
constexpr qreal Overlap = 0.03; ///< points by which rows overlap, so that no white hairline shows between them
} // namespace

Drawing layQrCode(const QrCode& code, qreal widthPt)
{
    Drawing drawing;
    const QByteArray text = code.text.toLatin1();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(text.isEmpty()
            ? nullptr
            : QRcode_encodeData(
                int(text.size()), reinterpret_cast<const unsigned char*>(text.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!made)
        return drawing;
    const int side = made->width;
    const qreal module = pointsOf(code.sizeMm) / (side + 2 * Edge);
    const qreal left = (widthPt - pointsOf(code.sizeMm)) / 2;
    const auto dark = [&](int row, int column) { return column < side && (made->data[row * side + column] & 1) != 0; };
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            if (!dark(row, column))
                continue;
            const int first = column;
            while (dark(row, column))
                ++column;
            drawing.fills.append({ QRectF(left + (first + Edge) * module, (row + Edge) * module,
                                       (column - first) * module, module + Overlap),
                0 });
        }
    }
    return drawing;
}

} // namespace maiam::papers
