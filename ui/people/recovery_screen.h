// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/failed_unlocks.h"
#include "models/register/people.h"
#include "ui/shell/first_start.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;
class QRadioButton;
class QScrollArea;

namespace maiam {

class KeyEntry;
class LabelledField;
class MessageBar;
class PassphraseStep;
class RecoveryStep;
class StepLine;

/// "Quên…" on the lock: the recovery key or the two escrow sheets open the register, somebody gets a new passphrase,
/// and a new recovery key replaces the one whose envelope was opened.
class RecoveryScreen : public QWidget
{
    Q_OBJECT
public:
    /// `tries` counts wrong keys and holds the next try back; it is the one of the lock screen.
    RecoveryScreen(const QString& folder, std::shared_ptr<Clock> clock, std::shared_ptr<FailedUnlocks> tries,
        const KdfLimits& limits = {}, QWidget* parent = nullptr);
    ~RecoveryScreen() override;
    Q_DISABLE_COPY_MOVE(RecoveryScreen)

    /// Who was chosen on the lock screen: whose passphrase is to be set, unless somebody else is chosen here.
    void choosePerson(const QUuid& person) { m_chosen = person; }
    /// While the register is opened with its new keys; nothing secret is shown then.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// 0 the paper, 1 person and passphrase, 2 the new recovery key.
    [[nodiscard]] int currentStep() const { return m_current; }
    void next();
    void back();
    [[nodiscard]] KeyEntry* entry(int sheet) const { return m_entries.at(sheet); }
    [[nodiscard]] PassphraseStep* passphrase() const { return m_passphrase; }
    [[nodiscard]] RecoveryStep* recovery() const { return m_recovery; }
    /// Whether a new recovery key comes with it.
    [[nodiscard]] bool printsNewKey() const;
    /// Whether the two escrow sheets opened it; they open nothing any more then.
    [[nodiscard]] bool usedEscrow() const;
    [[nodiscard]] MessageBar* message() const { return m_message; }

Q_SIGNALS:
    /// Back to the lock.
    void cancelled();
    /// The register is open.
    void opened(std::shared_ptr<std::unique_ptr<maiam::Register>> reg);

protected:
    /// Enter goes on, from every field that has no use for it.
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makePaper();
    QWidget* makePerson();
    QWidget* makeNewKey();
    void showStep(int index);
    void lookAtKeys();
    void putKeysBack();
    void chooseSheets(bool two);
    bool takePaper();
    void fillPeople();
    bool takePerson();
    void finish();
    void setBusy(bool busy);

    QString m_folder;
    std::shared_ptr<Clock> m_clock;
    std::shared_ptr<FailedUnlocks> m_tries;
    KdfLimits m_limits;
    FirstStartServices m_services;
    FirstStartAnswers m_answers;
    StepLine* m_line;
    MessageBar* m_message;
    QWidget* m_opening;
    QScrollArea* m_scroll;
    QList<QWidget*> m_steps;
    QList<KeyEntry*> m_entries;
    QRadioButton* m_oneSheet = nullptr;
    QRadioButton* m_twoSheets = nullptr;
    QComboBox* m_person = nullptr;
    LabelledField* m_personField = nullptr;
    QUuid m_chosen; ///< who stands there when the paper has opened the register
    PassphraseStep* m_passphrase = nullptr;
    QCheckBox* m_newKey = nullptr;
    RecoveryStep* m_recovery = nullptr;
    QPushButton* m_back;
    QPushButton* m_next;
    std::shared_ptr<UnlockedFolder> m_unlocked;
    int m_current = 0;
    bool m_busy = false;
};

} // namespace maiam
