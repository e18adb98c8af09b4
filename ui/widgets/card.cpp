// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/labels.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace maiam {

Card::Card(QWidget* parent)
    : QWidget(parent)
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(
        Theme::scaled(space::L), Theme::scaled(space::M), Theme::scaled(space::L), Theme::scaled(space::M));
    m_body->setSpacing(Theme::scaled(space::XS));
}

Card::Card(const QString& title, QWidget* parent)
    : Card(parent)
{
    setTitle(title);
}

void Card::setTitle(const QString& title)
{
    if (!m_title) {
        m_title = makeWrappedLabel(title, TextStyle::Section, this);
        m_body->insertWidget(0, m_title);
    }
    m_title->setText(title);
    setAccessibleName(title);
}

QString Card::title() const
{
    return m_title ? m_title->text() : QString();
}

void Card::setUrgency(Urgency urgency)
{
    m_urgency = urgency;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = Theme::colours();
    const qreal radius = Theme::scaled(8);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(frame, radius, radius);
    painter.fillPath(path, c.surface);
    if (m_urgency != Urgency::None) {
        painter.save();
        painter.setClipPath(path);
        painter.fillRect(QRectF(0, 0, Theme::scaled(4), height()), m_urgency == Urgency::Red ? c.red : c.amber);
        painter.restore();
    }
    painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(c.line, 1)); // a card that is read by keyboard
    painter.drawPath(path);
}

} // namespace maiam
