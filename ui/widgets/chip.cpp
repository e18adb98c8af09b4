// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

Chip::Chip(const QString& text, Tone tone, QWidget* parent)
    : QLabel(text, parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    setContentsMargins(Theme::scaled(8), Theme::scaled(1), Theme::scaled(8), Theme::scaled(1));
    setTone(tone);
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    QFont font = Theme::font(TextStyle::Secondary);
    font.setBold(tone == Tone::Red || tone == Tone::Amber);
    setFont(font);
    maiam::setTone(this, tone);
    update();
}

void Chip::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colours& c = Theme::colours();
        painter.setBrush(Theme::ground(m_tone));
        painter.setPen(c.highContrast ? QPen(c.ink, 1) : QPen(Qt::NoPen));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    QLabel::paintEvent(event);
}

FilterChips::FilterChips(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    new FlowLayout(this, Theme::scaled(space::S));
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::buttonClicked, this,
        [this](QAbstractButton* button) { Q_EMIT currentChanged(button->property("filterId").toString()); });
}

void FilterChips::add(const QString& id, const QString& text)
{
    QPushButton* button = makeButton(text, this);
    button->setProperty("kind", u"chip"_s);
    button->setProperty("filterId", id);
    button->setFont(Theme::font(TextStyle::Secondary));
    button->setCheckable(true);
    button->setChecked(m_group->buttons().isEmpty());
    m_group->addButton(button);
    layout()->addWidget(button);
}

void FilterChips::setText(const QString& id, const QString& text)
{
    if (QPushButton* button = chip(id))
        button->setText(text);
}

void FilterChips::setCurrent(const QString& id)
{
    if (QPushButton* button = chip(id))
        button->setChecked(true);
}

QString FilterChips::current() const
{
    const QAbstractButton* button = m_group->checkedButton();
    return button ? button->property("filterId").toString() : QString();
}

QPushButton* FilterChips::chip(const QString& id) const
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton* button : buttons) {
        if (button->property("filterId").toString() == id)
            return qobject_cast<QPushButton*>(button);
    }
    return nullptr;
}

} // namespace maiam
