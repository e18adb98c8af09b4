// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>

namespace maiam {

/// One line that ends in "…" where the room ends; the whole text is its tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(TextStyle style, QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A label of one of the few kinds of text. Wraps when \a wrap is set.
[[nodiscard]] QLabel* makeLabel(const QString& text, TextStyle style = TextStyle::Body, QWidget* parent = nullptr);
/// The same, wrapping at the width that it is given.
[[nodiscard]] QLabel* makeWrappedLabel(
    const QString& text, TextStyle style = TextStyle::Body, QWidget* parent = nullptr);
/// Colours a label's text by what it means.
void setTone(QLabel* label, Tone tone);
/// Colours a label's text as secondary.
void setMuted(QLabel* label);

/// The filled button: the one thing that an officer most likely does next.
[[nodiscard]] QPushButton* makePrimaryButton(const QString& text, QWidget* parent = nullptr);
/// An outlined button.
[[nodiscard]] QPushButton* makeButton(const QString& text, QWidget* parent = nullptr);
/// A button that looks like a link; reachable by Tab, unlike a link in a label.
[[nodiscard]] QPushButton* makeLinkButton(const QString& text, QWidget* parent = nullptr);
/// A hairline.
[[nodiscard]] QWidget* makeLine(QWidget* parent = nullptr);

} // namespace maiam
