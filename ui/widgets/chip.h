// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QWidget>

class QButtonGroup;
class QPushButton;

namespace maiam {

/// A small badge with a word in it. The tone only underlines the word.
class Chip : public QLabel
{
    Q_OBJECT
public:
    explicit Chip(const QString& text = {}, Tone tone = Tone::Neutral, QWidget* parent = nullptr);
    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
};

/// A row of filters of which one holds ("đang mở", "quá hạn", …). Wraps when the width is small; arrow keys move.
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    explicit FilterChips(QWidget* parent = nullptr);
    /// Adds a filter. \a id is the caller's; the first one added is checked.
    void add(const QString& id, const QString& text);
    /// Changes a filter's text, for example to show how many it holds.
    void setText(const QString& id, const QString& text);
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    /// A person chose another filter.
    void currentChanged(const QString& id);

private:
    [[nodiscard]] QPushButton* chip(const QString& id) const;
    QButtonGroup* m_group = nullptr;
};

} // namespace maiam
