// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <Qt>

namespace maiam {

/// Which letters of a line were found, counted in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// What item models say beside Qt's own roles: meanings, no colours. TwoLineDelegate draws them.
namespace role {
enum : int {
    SecondLine = Qt::UserRole + 100, ///< QString: muted line under the first
    MeaningTone, ///< int of Tone: how the cell's words are meant
    IsChip, ///< bool: the first line is a badge
    IsBold, ///< bool: the first line is bold
    IsMuted, ///< bool: the first line is secondary
    IsLink, ///< bool: the first line is a link to records
    Found, ///< QList<TextRange>: what a search found in the first line
    Percent, ///< int 0–100: draws a progress bar before the text
    ShouldBePercent, ///< int 0–100: where that bar should be by now
    RecordId, ///< QString: which record the row shows
};
}

} // namespace maiam

Q_DECLARE_METATYPE(maiam::TextRange)
