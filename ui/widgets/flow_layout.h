// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace maiam {

/// Lays widgets out in rows and begins a new row where the width ends, so that chips and buttons hold at 200 %.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent, int gap);
    ~FlowLayout() override;
    /// A widget with these beside one another, for rows of buttons.
    [[nodiscard]] static QWidget* row(std::initializer_list<QWidget*> widgets, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlowLayout)

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool move) const;
    QList<QLayoutItem*> m_items;
    int m_gap;
};

} // namespace maiam
