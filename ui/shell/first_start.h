// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/office_role.h"
#include "models/base/result.h"

#include <QList>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QScrollArea;

namespace maiam {

class FirstStartStep;
class MessageBar;
class StepLine;

/// An office that can be chosen.
struct OfficeChoice
{
    /// The unit's code.
    QString code;
    /// As it stands in the list, for example "Bình Liêu (xã)".
    QString name;
    /// The proposed name of the office, for example "UBND xã Bình Liêu".
    QString officeName;
};

/// What a judge says about a passphrase of one's own.
struct PassphraseJudgement
{
    bool acceptable = false;
    /// 0–100, for the bar.
    int strength = 0;
    /// One sentence: why not, or how good.
    QString text;
};

/// What was answered.
struct FirstStartAnswers
{
    OfficeRole role = OfficeRole::Commune;
    QString unitCode;
    QString officeName;
    QString userName;
    QString userPost;
    QString passphrase;
    /// The eight groups that were shown and confirmed.
    QStringList recoveryKey;
};

/// What the first start needs from outside; it knows no rule itself.
struct FirstStartServices
{
    QList<OfficeChoice> communes;
    OfficeChoice province;
    /// Whether an office matches what is typed, with or without tones. Without it: plain "contains".
    std::function<bool(const OfficeChoice&, const QString& typed)> matches;
    /// A new passphrase of offered words. Needed.
    std::function<QString()> offerPassphrase;
    /// Judges a passphrase of one's own at every change. Needed.
    std::function<PassphraseJudgement(const QString&)> judgePassphrase;
    /// The eight groups of a new recovery key. Needed.
    std::function<QStringList()> newRecoveryKey;
    /// Whether a typed group is the given one. Without it: equal but for case and spaces.
    std::function<bool(const QString& typed, const QString& group)> sameGroup;
    /// Prints the recovery key for the sealed envelope; opens the print dialog over \a parent. Calls \a printed unless
    /// it was cancelled, with the file that it was written into, which is empty for paper.
    std::function<void(QWidget* parent, const FirstStartAnswers&, std::function<void(const Result<QString>&)> printed)>
        printRecoveryKey;
    /// Creates the register. Calls \a progress (percent, what) and, once, \a done, both in the interface thread.
    /// Needed.
    std::function<void(
        const FirstStartAnswers&, std::function<void(int, QString)> progress, std::function<void(Result<>)> done)>
        create;
};

/// The first start, inside the window, one step at a time: office, person, passphrase, recovery key, creating.
class FirstStart : public QWidget
{
    Q_OBJECT
public:
    explicit FirstStart(FirstStartServices services, QWidget* parent = nullptr);
    ~FirstStart() override;
    Q_DISABLE_COPY_MOVE(FirstStart)
    [[nodiscard]] const FirstStartAnswers& answers() const { return m_answers; }
    /// The step in front, from 0.
    [[nodiscard]] int currentStep() const;
    /// As if "Next" were pressed; stays when something is missing, and says what.
    void next();
    void back();
    /// Throws away what opens the register to be: the offered words, what was typed of a passphrase, the recovery key.
    /// What is not secret stays, and the page says so. While the register is being created: only when that has failed.
    void forgetSecrets();

Q_SIGNALS:
    /// The register has been created; answers() says with what.
    void created();
    /// The person has a backup of a register instead.
    void restoreWanted();

protected:
    /// Enter goes on, from every field that has no use for it.
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPointer<QWidget> m_chosen; ///< what the step gave the focus to
    void showStep(int index);
    void goOn();
    void askForPaper(const QString& title);
    void makeAnew(int index, FirstStartStep* step);
    void create();
    FirstStartServices m_services;
    FirstStartAnswers m_answers;
    StepLine* m_line = nullptr;
    MessageBar* m_message = nullptr;
    QScrollArea* m_scroll = nullptr;
    int m_current = 0;
    QList<FirstStartStep*> m_steps;
    QPushButton* m_back = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_next = nullptr;
    bool m_creating = false;
    bool m_goesOnWithoutPaper = false; ///< answered that the recovery key was copied by hand
    bool m_hasSecrets = false; ///< a step that makes them has been in front
    bool m_forget = false; ///< asked for while the register was being created
};

} // namespace maiam
