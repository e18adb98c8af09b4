// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/door.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_context.h"

#include <QObject>

namespace maiam {

/// Makes the pages of an open register and leads from one to the other. Lives from unlocking to locking.
class WorkPages : public QObject
{
    Q_OBJECT
public:
    WorkPages(MainWindow& window, WorkContext& context);

    /// Fills the doors, the foot and the menu, and shows today.
    void begin();

private:
    void makeDoor(Door door);
    void updateStatus();

    MainWindow& m_window;
    WorkContext& m_context;
};

} // namespace maiam
