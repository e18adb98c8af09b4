// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace maiam {

/// A scroll area around texts that wrap. Whether its bar shows follows from its own size alone. Qt decides by what is
/// there now: with the bar the text is narrower and too high, without it the text fits, and so without end, until the
/// stack is full (seen in the report's side column at 150 %).
class SteadyScrollArea : public QScrollArea
{
    Q_OBJECT
public:
    using QScrollArea::QScrollArea;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void decide();
};

} // namespace maiam
