// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/first_start.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QRadioButton;
class QVBoxLayout;

namespace maiam {

class LabelledField;
class PassphraseField;
class SearchField;

/// One step of the first start.
class FirstStartStep : public QWidget
{
    Q_OBJECT
public:
    FirstStartStep(const FirstStartServices& services, QWidget* parent);
    /// The step's name in the line of steps.
    [[nodiscard]] virtual QString title() const = 0;
    /// The text of the button that leads on.
    [[nodiscard]] virtual QString nextText() const;
    /// Called when the step comes to the front.
    virtual void enter(FirstStartAnswers& answers) = 0;
    /// Takes what was typed. False, with the fault shown at its field, when something is missing.
    virtual bool take(FirstStartAnswers& answers) = 0;

protected:
    [[nodiscard]] const FirstStartServices& services() const { return m_services; }
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }

private:
    const FirstStartServices& m_services;
    QVBoxLayout* m_column;
};

/// Which office: commune or province, which commune, its name.
class OfficeStep final : public FirstStartStep
{
    Q_OBJECT
public:
    OfficeStep(const FirstStartServices& services, QWidget* parent);
    [[nodiscard]] QString title() const override;
    void enter(FirstStartAnswers& answers) override;
    bool take(FirstStartAnswers& answers) override;

Q_SIGNALS:

private:
    void fillList(const QString& typed);
    void officeChosen();
    void sayNotChosen();
    [[nodiscard]] const OfficeChoice* chosen() const;
    QRadioButton* m_commune;
    QRadioButton* m_province;
    SearchField* m_search;
    QListWidget* m_list;
    QWidget* m_choice;
    LabelledField* m_listField;
    QLineEdit* m_name;
    LabelledField* m_nameField;
};

/// Who works here.
class PersonStep final : public FirstStartStep
{
    Q_OBJECT
public:
    PersonStep(const FirstStartServices& services, QWidget* parent);
    [[nodiscard]] QString title() const override;
    void enter(FirstStartAnswers& answers) override;
    bool take(FirstStartAnswers& answers) override;

private:
    QLineEdit* m_name;
    QLineEdit* m_post;
    LabelledField* m_nameField;
    LabelledField* m_postField;
};

/// The passphrase: offered words or one's own, typed once more.
class PassphraseStep final : public FirstStartStep
{
    Q_OBJECT
public:
    PassphraseStep(const FirstStartServices& services, QWidget* parent);
    /// What stands over it where it is no part of the first start.
    void setHeading(const QString& heading);
    [[nodiscard]] QString title() const override;
    void enter(FirstStartAnswers& answers) override;
    bool take(FirstStartAnswers& answers) override;

Q_SIGNALS:
    /// Enter in the field that is typed last, for a page on which Enter does not go on by itself.
    void returnPressed();

private:
    void offerWords();
    void refresh();
    void judge();
    QLabel* m_heading;
    QRadioButton* m_useOffer;
    QRadioButton* m_useOwn;
    QWidget* m_offerBox;
    QLabel* m_offer;
    QWidget* m_ownBox;
    PassphraseField* m_own;
    LabelledField* m_ownField;
    QProgressBar* m_strength;
    QLabel* m_judgement;
    PassphraseField* m_repeat;
    LabelledField* m_repeatField;
};

/// The recovery key on paper, confirmed by typing two of its groups.
class RecoveryStep final : public FirstStartStep
{
    Q_OBJECT
public:
    RecoveryStep(const FirstStartServices& services, QWidget* parent);
    [[nodiscard]] QString title() const override;
    void enter(FirstStartAnswers& answers) override;
    bool take(FirstStartAnswers& answers) override;
    /// Which two groups are asked for, from 0.
    [[nodiscard]] std::pair<int, int> asked() const { return m_asked; }
    /// Whether the key can be printed and never was.
    [[nodiscard]] bool lacksPaper() const;

private:
    void tellPrinted(const Result<QString>& file);
    QGridLayout* m_groups;
    QList<QLabel*> m_labels;
    QLineEdit* m_first;
    QLineEdit* m_second;
    LabelledField* m_firstField;
    LabelledField* m_secondField;
    MessageBar* m_printed;
    bool m_wasPrinted = false;
    FirstStartAnswers* m_answers = nullptr;
    std::pair<int, int> m_asked { 0, 1 };
};

/// What will be created, and how far it is.
class CreateStep final : public FirstStartStep
{
    Q_OBJECT
public:
    CreateStep(const FirstStartServices& services, QWidget* parent);
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString nextText() const override;
    void enter(FirstStartAnswers& answers) override;
    bool take(FirstStartAnswers& answers) override;
    void setProgress(int percent, const QString& what);
    void setRunning(bool running);

private:
    QLabel* m_summary;
    QLabel* m_what;
    QProgressBar* m_bar;
};

} // namespace maiam
