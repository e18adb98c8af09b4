// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace maiam {

/// Draws a table's cells: first line, muted second line, what was found marked, badges, progress with a tick. The model
/// gives meanings (roles.h); the colours are chosen here.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TwoLineDelegate(QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Sets a table up as in all lists: this delegate, whole rows, no grid, rows of 38 or, with a second line, 54 px.
    static void install(QTableView* table, bool twoLines);
    /// The height in which a table shows so many rows without a bar.
    [[nodiscard]] static int heightOf(const QTableView* table, int rows);

private:
    void paintChip(QPainter* painter, const QRect& rect, const QString& text, int tone) const;
    void paintLine(QPainter* painter, const QRect& rect, const QModelIndex& index, int align) const;
};

} // namespace maiam
