// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "ui/backup/backup_watch.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QTableView;

namespace maiam {

class Card;
class PageWork;

/// Sao lưu: the backups that there are, making one, the second place, the trial and the way to a restore. A copy of the
/// whole register that a person orders out of its folder is recorded as exported (journal.md, law 8) before it is made;
/// what goes to the second place by itself, after each day of work and whenever the stick is back, is not: it would
/// hide all else.
class BackupPage : public Page
{
    Q_OBJECT
public:
    BackupPage(WorkContext& context, BackupWatch& watch, QWidget* parent = nullptr);

    void activated() override;
    /// As if "Back up now" were pressed.
    void backUp();
    /// Asks for a folder on a stick, a second disk or the network.
    void chooseSecond();
    /// Restores the newest into a scratch register and tells what it found.
    void tryRestore();
    /// Asks for a backup and hands it on; the register is locked first.
    void restore();
    /// Where that dialog begins.
    [[nodiscard]] QString folderToRestoreFrom() const;
    [[nodiscard]] const CellTable* model() const { return m_model; }

Q_SIGNALS:
    /// A backup was chosen to be restored.
    void restoreWanted(const QString& file);

private:
    Card* makeStateCard();
    Card* makeListCard();
    Card* makeSecondCard();
    Card* makeDoubtCard();
    void display();
    void showWork();
    void keepFocus(QWidget* before);
    void showTrial(const Result<RestoreTrial>& trial);
    void tell(const Result<MadeBackup>& made);
    void setSecond(const QString& folder);
    void keepSecond(const QString& folder);
    [[nodiscard]] TableRow rowOf(const KeptBackup& backup) const;

    WorkContext& m_context;
    BackupWatch& m_watch;
    PageWork* m_work = nullptr;
    QPointer<QWidget> m_pressed; ///< the button that started what runs
    QPointer<QWidget> m_passedTo; ///< what got the focus when that was disabled
    QLabel* m_state = nullptr;
    QLabel* m_trouble = nullptr;
    QPushButton* m_now = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_restore = nullptr;
    QLabel* m_found = nullptr;
    CellTable* m_model = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_damaged = nullptr;
    QLabel* m_empty = nullptr;
    QLabel* m_second = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_forget = nullptr;
    Card* m_doubt = nullptr;
    QLabel* m_doubtText = nullptr;
};

} // namespace maiam
