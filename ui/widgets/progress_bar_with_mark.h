// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

class QPainter;

namespace maiam {

/// How far something is, with a tick where it should be by now (tiến độ, lẽ ra).
class ProgressBarWithMark : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressBarWithMark(QWidget* parent = nullptr);
    /// Both in percent, clamped to 0–100; a negative \a shouldBe draws no tick.
    void setProgress(int percent, int shouldBe = -1);
    void setTone(Tone tone);
    [[nodiscard]] int percent() const { return m_percent; }
    [[nodiscard]] int shouldBe() const { return m_shouldBe; }
    /// Draws such a bar anywhere, for delegates.
    static void draw(QPainter& painter, const QRect& rect, int percent, int shouldBe, Tone tone);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_percent = 0;
    int m_shouldBe = -1;
    Tone m_tone = Tone::Accent;
};

} // namespace maiam
