// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bar_chart.h"

#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
QString figure(double value)
{
    return QLocale().toString(value, 'f', value == qRound64(value) ? 0 : 1);
}

double largest(const QList<Bar>& bars)
{
    double most = 0;
    for (const Bar& bar : bars)
        most = std::max(most, bar.value);
    return most;
}
} // namespace

BarChart::BarChart(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
    , m_orientation(orientation)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarChart::setBars(const QString& description, const QList<Bar>& bars)
{
    m_bars = bars;
    m_current = 0;
    QStringList parts;
    for (const Bar& bar : bars)
        parts.append(u"%1: %2"_s.arg(bar.label, figure(bar.value)));
    setAccessibleName(description);
    setAccessibleDescription(parts.join("; "_L1));
    updateGeometry();
    update();
}

void BarChart::setClickable(bool clickable)
{
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize BarChart::sizeHint() const
{
    if (m_orientation == Qt::Vertical)
        return { Theme::scaled(260), Theme::scaled(96) };
    return { Theme::scaled(260), std::max(1, static_cast<int>(m_bars.size())) * Theme::scaled(24) };
}

QSize BarChart::minimumSizeHint() const
{
    return { Theme::scaled(120), sizeHint().height() };
}

QRect BarChart::cell(int index) const
{
    const int n = std::max(1, static_cast<int>(m_bars.size()));
    if (m_orientation == Qt::Vertical)
        return { width() * index / n, 0, width() * (index + 1) / n - width() * index / n, height() };
    return { 0, height() * index / n, width(), height() / n };
}

int BarChart::indexAt(const QPoint& pos) const
{
    for (int i = 0; i < m_bars.size(); ++i) {
        if (cell(i).contains(pos))
            return i;
    }
    return -1;
}

void BarChart::paintEvent(QPaintEvent*)
{
    if (m_bars.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::font(TextStyle::Secondary));
    if (m_orientation == Qt::Vertical)
        paintUpright(painter);
    else
        paintLying(painter);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::colours().accent, 2));
        painter.drawRect(cell(m_current).adjusted(1, 1, -1, -1));
    }
}

void BarChart::paintUpright(QPainter& painter)
{
    const Colours& c = Theme::colours();
    const double most = largest(m_bars);
    const int textHeight = painter.fontMetrics().height();
    const int floor = height() - textHeight;
    for (int i = 0; i < m_bars.size(); ++i) {
        const QRect place = cell(i);
        const int tall = most > 0 ? qRound((floor - textHeight) * m_bars.at(i).value / most) : 0;
        const QRect bar(place.x() + place.width() / 6, floor - tall, place.width() * 2 / 3, tall);
        painter.fillRect(bar, m_bars.at(i).highlighted ? c.accent : c.bar);
        painter.setPen(c.ink);
        if (m_bars.at(i).value > 0)
            painter.drawText(QRect(place.x(), floor - tall - textHeight, place.width(), textHeight), Qt::AlignCenter,
                figure(m_bars.at(i).value));
        painter.setPen(c.muted);
        painter.drawText(QRect(place.x(), floor, place.width(), textHeight), Qt::AlignCenter,
            painter.fontMetrics().elidedText(m_bars.at(i).label, Qt::ElideRight, place.width()));
    }
    painter.setPen(c.line);
    painter.drawLine(0, floor, width(), floor);
}

void BarChart::paintLying(QPainter& painter)
{
    const Colours& c = Theme::colours();
    const double most = largest(m_bars);
    int longest = 0;
    for (const Bar& bar : std::as_const(m_bars))
        longest = std::max(longest, painter.fontMetrics().horizontalAdvance(bar.label) + Theme::scaled(8));
    const int labelWidth = std::clamp(longest, width() * 2 / 5, width() * 13 / 20);
    const int figureWidth = painter.fontMetrics().horizontalAdvance(u"00000"_s);
    const int room = width() - labelWidth - figureWidth;
    for (int i = 0; i < m_bars.size(); ++i) {
        const QRect place = cell(i);
        const Bar& bar = m_bars.at(i);
        const int wide = most > 0 ? qRound(room * bar.value / most) : 0;
        const int thick = Theme::scaled(12);
        painter.setPen(c.ink);
        painter.drawText(QRect(0, place.y(), labelWidth - Theme::scaled(8), place.height()), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(bar.label, Qt::ElideRight, labelWidth - Theme::scaled(8)));
        painter.fillRect(
            QRect(labelWidth, place.center().y() - thick / 2, wide, thick), bar.highlighted ? c.accent : c.bar);
        painter.drawText(
            QRect(width() - figureWidth, place.y(), figureWidth, place.height()), Qt::AlignCenter, figure(bar.value));
    }
}

void BarChart::mousePressEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position().toPoint());
    if (!m_clickable || index < 0)
        return;
    m_current = index;
    update();
    Q_EMIT barChosen(index);
}

void BarChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        m_current = std::max(0, std::min(last, m_current + 1));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_clickable && last >= 0)
            Q_EMIT barChosen(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

bool BarChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(help->pos());
        if (index >= 0)
            QToolTip::showText(
                help->globalPos(), u"%1: %2"_s.arg(m_bars.at(index).label, figure(m_bars.at(index).value)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace maiam
