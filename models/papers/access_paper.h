// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/papers/paper.h"

#include <QDate>
#include <QStringList>

namespace maiam::papers {

/// Who looked and changed (sổ theo dõi truy cập) on paper, for an inspection: codes, never a child's name.
struct AccessPaperData
{
    QString office;
    QString scope; ///< whom and what the list is about, as chosen when it was asked for
    QDate from; ///< the first day that it is about; invalid: since the register began
    QDate to; ///< the last one
    UtcMs printed = 0;
    QString user; ///< who prints it
    QList<QStringList> rows; ///< when, who, did what, on which machine, which file; a new line begins a paragraph
    bool demo = false;
    qint64 newestOnly = 0; ///< only so many of the newest are here; 0: all that fits
    QStringList files; ///< the codes of the one file that it is the list of; empty: of the whole register
};

[[nodiscard]] Paper accessPaper(const AccessPaperData& data);

} // namespace maiam::papers
