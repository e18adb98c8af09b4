// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace maiam {

/// A scroll area around texts that wrap. Whether its bar shows follows from its own size alone, and the content is
/// given a size once for each change. Qt's own answers each resize of the content with another one; where the two do
/// not agree it goes on until the stack is full (seen in the report's side column at 150 %). A field that gets the
/// focus inside is moved into sight, whole: with its label and what stands under it.
class SteadyScrollArea : public QScrollArea
{
    Q_OBJECT
public:
    explicit SteadyScrollArea(QWidget* parent = nullptr);
    /// Moves something that has just come into sight, in the area that holds it; without one nothing happens.
    static void reveal(QWidget* widget);

protected:
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void decide();
    void showFocused();
    void settle(const QWidget* part);
    void bring(const QWidget* part, int margin);
    bool m_settling = false;
};

} // namespace maiam
