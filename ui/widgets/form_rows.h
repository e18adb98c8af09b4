// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace maiam {

/// Rows of inputs that stand side by side while there is room, and below one another at 200 % or in a small window.
class FormRows : public QWidget
{
    Q_OBJECT
public:
    explicit FormRows(QWidget* parent = nullptr);
    /// A row; each input with its share of the width.
    void addRow(const QList<std::pair<QWidget*, int>>& inputs);

    /// That of one input a line: how many stand in a line follows from the width, and not the other way round.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    [[nodiscard]] int perLine() const;
    QGridLayout* m_grid = nullptr;
    QList<QList<std::pair<QWidget*, int>>> m_rows;
    int m_perLine = 0;
};

} // namespace maiam
