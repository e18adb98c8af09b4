// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_bar_with_mark.h"

#include <QPainter>

#include <algorithm>

namespace maiam {

ProgressBarWithMark::ProgressBarWithMark(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProgress(0);
}

void ProgressBarWithMark::setProgress(int percent, int shouldBe)
{
    m_percent = std::clamp(percent, 0, 100);
    m_shouldBe = shouldBe < 0 ? -1 : std::min(shouldBe, 100);
    setAccessibleName(m_shouldBe < 0 ? tr("%1 % done").arg(m_percent)
                                     : tr("%1 % done, should be %2 %").arg(m_percent).arg(m_shouldBe));
    update();
}

void ProgressBarWithMark::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize ProgressBarWithMark::sizeHint() const
{
    return { Theme::scaled(190), Theme::scaled(16) };
}

QSize ProgressBarWithMark::minimumSizeHint() const
{
    return { Theme::scaled(60), Theme::scaled(16) };
}

void ProgressBarWithMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    draw(painter, rect(), m_percent, m_shouldBe, m_tone);
}

void ProgressBarWithMark::draw(QPainter& painter, const QRect& rect, int percent, int shouldBe, Tone tone)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = Theme::colours();
    const int thick = Theme::scaled(8);
    const QRectF track(rect.x(), rect.center().y() - thick / 2.0, rect.width(), thick);
    painter.setPen(c.highContrast ? QPen(c.ink, 1) : QPen(Qt::NoPen));
    painter.setBrush(c.neutralSoft);
    painter.drawRoundedRect(track, thick / 2.0, thick / 2.0);
    if (percent > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::ink(tone));
        QRectF done = track;
        done.setWidth(std::max<qreal>(thick, track.width() * percent / 100.0));
        painter.drawRoundedRect(done, thick / 2.0, thick / 2.0);
    }
    if (shouldBe >= 0) {
        const qreal x = std::min(track.x() + track.width() * shouldBe / 100.0, track.right() - 1.0);
        painter.fillRect(QRectF(x - 1, track.center().y() - thick, 2, thick * 2), c.ink);
    }
    painter.restore();
}

} // namespace maiam
