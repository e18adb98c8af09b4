// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace maiam {

/// One bar of a chart.
struct Bar
{
    QString label;
    double value = 0;
    /// Drawn in the accent colour, for example the current period.
    bool highlighted = false;
};

/// A small chart for where people would rather look: upright bars for periods, lying bars with label and figure for
/// kinds. A screen reader hears every label and figure. When clickable, a bar opens the cases it counts.
class BarChart : public QWidget
{
    Q_OBJECT
public:
    explicit BarChart(Qt::Orientation orientation, QWidget* parent = nullptr);
    /// \a description says what is counted, for example "new cases in 12 periods".
    void setBars(const QString& description, const QList<Bar>& bars);
    [[nodiscard]] const QList<Bar>& bars() const { return m_bars; }
    void setClickable(bool clickable);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A bar was clicked, or Enter pressed on it.
    void barChosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect cell(int index) const;
    [[nodiscard]] int indexAt(const QPoint& pos) const;
    void paintUpright(QPainter& painter);
    void paintLying(QPainter& painter);
    Qt::Orientation m_orientation;
    QList<Bar> m_bars;
    bool m_clickable = false;
    int m_current = 0;
};

} // namespace maiam
