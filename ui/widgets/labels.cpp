// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include <QFrame>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

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

void setTone(QLabel* label, Tone tone)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Theme::ink(tone));
    label->setPalette(palette);
}

void setMuted(QLabel* label)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Theme::colours().muted);
    label->setPalette(palette);
}

namespace {
    QPushButton* button(const QString& text, const QString& kind, QWidget* parent)
    {
        auto* made = new QPushButton(text, parent);
        made->setAutoDefault(false);
        if (!kind.isEmpty())
            made->setProperty("kind", kind);
        return made;
    }
}

QPushButton* makePrimaryButton(const QString& text, QWidget* parent) { return button(text, u"primary"_s, parent); }

QPushButton* makeButton(const QString& text, QWidget* parent) { return button(text, {}, parent); }

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
