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
    /// Steps that are taken one after the other: those before the current one are done. @p aheadToo: whether those
    /// behind it may be opened.
    void setSteps(const QStringList& titles, int current, bool aheadToo = true);
    /// Whether the steps can be chosen; a line that only tells where one is has none.
    void setInteractive(bool interactive);
    /// Marks the step of which something is on the screen, whether it is the current one or not; -1 for none.
    void setShown(int index);
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
    void markShown();
    void fitHeight();
    QList<Step> m_steps;
    bool m_interactive = true;
    bool m_compact = false;
    int m_shown = -1;
};

} // namespace maiam
