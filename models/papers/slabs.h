// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/drawing.h"
#include "models/papers/paper.h"

namespace maiam::papers {

/// A piece of paper that no page break may cut: a line, a table row, a signature block. Lengths in points.
struct Slab
{
    Drawing drawing = {};
    qreal height = 0;
    qreal spaceBefore = 0; ///< dropped at the top of a page
    qreal spaceAfter = 0; ///< may run into the bottom margin
    bool keepWithNext = false;
    bool startsPage = false;
    int repeatedHead = -1; ///< which head (Slabs::heads) comes again when this slab begins a page; -1 none
};

/// A paper cut into slabs, from top to bottom.
struct Slabs
{
    QList<Slab> flow;
    QList<Slab> heads; ///< header rows of the tables
};

/// Cuts blocks into slabs for a body of `width` × `height` points. Paragraphs keep at least two lines together at
/// either side of a page break; a row is cut only if it is taller than the body.
Slabs cutIntoSlabs(const QList<Block>& blocks, qreal width, qreal height);

/// Adds a table to `slabs`.
void cutTable(const Table& table, qreal width, qreal height, Slabs& slabs);

} // namespace maiam::papers
