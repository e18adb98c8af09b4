// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include <QFrame>
#include <QPainter>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

ElidedLabel::ElidedLabel(TextStyle style, QWidget* parent)
    : QLabel(parent)
{
    setFont(Theme::font(style));
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { fontMetrics().height(), QLabel::minimumSizeHint().height() };
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    setToolTip(sizeHint().width() > width() ? text() : QString());
}

QLabel* makeLabel(const QString& text, TextStyle style, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(Theme::font(style));
    label->setTextFormat(Qt::PlainText);
    if (style == TextStyle::Secondary)
        setMuted(label);
    return label;
}

QLabel* makeWrappedLabel(const QString& text, TextStyle style, QWidget* parent)
{
    QLabel* label = makeLabel(text, style, parent);
    label->setWordWrap(true);
    return label;
}

namespace {
/// The style sheet colours labels by this property; a palette of their own would be lost when they are reparented.
void setMeaning(QLabel* label, const QString& meaning)
{
    if (label->property("meaning").toString() == meaning)
        return;
    label->setProperty("meaning", meaning);
    label->style()->unpolish(label);
    label->style()->polish(label);
}
} // namespace

void setTone(QLabel* label, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return setMeaning(label, u"neutral"_s);
    case Tone::Accent:
        return setMeaning(label, u"accent"_s);
    case Tone::Green:
        return setMeaning(label, u"green"_s);
    case Tone::Amber:
        return setMeaning(label, u"amber"_s);
    case Tone::Red:
        return setMeaning(label, u"red"_s);
    }
}

void setMuted(QLabel* label)
{
    setMeaning(label, u"muted"_s);
}

namespace {
QPushButton* button(const QString& text, const QString& kind, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setAutoDefault(true); // Enter presses the button that has the focus, outside of dialogs too
    if (!kind.isEmpty())
        made->setProperty("kind", kind);
    return made;
}
} // namespace

QPushButton* makePrimaryButton(const QString& text, QWidget* parent)
{
    return button(text, u"primary"_s, parent);
}

QPushButton* makeButton(const QString& text, QWidget* parent)
{
    return button(text, {}, parent);
}

QPushButton* makeLinkButton(const QString& text, QWidget* parent)
{
    QPushButton* made = button(text, u"link"_s, parent);
    made->setCursor(Qt::PointingHandCursor);
    QFont font = made->font();
    font.setUnderline(true);
    made->setFont(font);
    return made;
}

QWidget* makeLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::NoFrame);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    QPalette palette = line->palette();
    palette.setColor(QPalette::Window, Theme::colours().line);
    line->setPalette(palette);
    return line;
}

} // namespace maiam
