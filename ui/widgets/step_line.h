// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace maiam {

/// One step of a line of steps.
struct Step
{
    enum class State { Done, Current, Open };
    QString title;
    State state = State::Open;
    /// Whether it may be opened now.
    bool enabled = true;
};

/// A line of steps: done, current, open. Each is a button, reached with Tab or the arrow keys.
class StepLine : public QWidget
{
    Q_OBJECT
public:
    explicit StepLine(QWidget* parent = nullptr);
    void setSteps(const QList<Step>& steps);
    /// Whether the steps can be chosen; a line that only tells where one is has none.
    void setInteractive(bool interactive);
    /// In little height only the current step has its name beside its number; the others say theirs in a tool tip.
    void setCompact(bool compact);
    [[nodiscard]] int count() const { return static_cast<int>(m_steps.size()); }

Q_SIGNALS:
    /// A person chose a step, counted from 0.
    void stepChosen(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    void fitHeight();
    QList<Step> m_steps;
    bool m_interactive = true;
    bool m_compact = false;
};

} // namespace maiam
