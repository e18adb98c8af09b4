// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backup/backup_watch.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace maiam {

/// On the first screen, only when there is something to say: one failed or is old, the second place was left behind or
/// lies on the register's own disk, the PC's clock cannot be right. Red when the register itself is damaged.
class BackupCard : public Card
{
    Q_OBJECT
public:
    explicit BackupCard(Register& reg, BackupWatch& watch, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The page of backups.
    void pageWanted();
    /// The register is damaged, and what is in the newest backup is to take its place.
    void restoreWanted();

private:
    void display();
    Register& m_reg;
    BackupWatch& m_watch;
    QLabel* m_text = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_clock = nullptr;
};

} // namespace maiam
