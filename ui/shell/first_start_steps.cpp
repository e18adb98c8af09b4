// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/first_start_steps.h"

#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/search_field.h"

#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QRadioButton>
#include <QVBoxLayout>

namespace maiam {

FirstStartStep::FirstStartStep(const FirstStartServices& services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::scaled(space::M));
}

QString FirstStartStep::nextText() const
{
    return tr("Next");
}

OfficeStep::OfficeStep(const FirstStartServices& services, QWidget* parent)
    : FirstStartStep(services, parent)
    , m_commune(new QRadioButton(tr("A &commune, ward or special zone")))
    , m_province(new QRadioButton(tr("The &provincial office")))
    , m_search(new SearchField)
    , m_list(new QListWidget)
    , m_choice(new QWidget)
    , m_listField(new LabelledField(tr("&Which one"), m_list))
    , m_name(new QLineEdit)
    , m_nameField(new LabelledField(tr("Name of the &office, as on paper"), m_name))
{
    column()->addWidget(makeWrappedLabel(tr("Whose register is this?"), TextStyle::Section));
    column()->addWidget(m_commune);
    column()->addWidget(m_province);
    auto* choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(Theme::scaled(space::S));
    auto* searchField = new LabelledField(tr("&Search"), m_search);
    m_search->setShortcutShown(false);
    m_search->setPlaceholderText(tr("Type a few letters, with or without tones"));
    choice->addWidget(searchField);
    choice->addWidget(m_listField);
    m_list->setMinimumHeight(Theme::scaled(120));
    m_list->setMaximumHeight(Theme::scaled(180));
    column()->addWidget(m_choice);
    column()->addWidget(m_nameField);

    m_commune->setChecked(true);
    m_province->setEnabled(!services.province.code.isEmpty());
    fillList({});
    connect(m_search, &SearchField::searchRequested, this, &OfficeStep::fillList);
    connect(m_search, &SearchField::listWanted, this, [this] { m_list->setFocus(); });
    connect(m_search, &SearchField::opened, this, [this] { chosen() ? m_name->setFocus() : sayNotChosen(); });
    connect(m_list, &QListWidget::currentRowChanged, this, &OfficeStep::officeChosen);
    connect(m_commune, &QRadioButton::toggled, this, [this](bool commune) {
        m_choice->setVisible(commune);
        officeChosen();
    });
}

QString OfficeStep::title() const
{
    return tr("Office");
}

void OfficeStep::enter(FirstStartAnswers&)
{
    if (m_commune->isChecked())
        m_search->setFocus();
}

const OfficeChoice* OfficeStep::chosen() const
{
    if (m_province->isChecked())
        return &services().province;
    const QListWidgetItem* item = m_list->currentItem();
    return item ? &services().communes.at(item->data(Qt::UserRole).toInt()) : nullptr;
}

void OfficeStep::fillList(const QString& typed)
{
    const QString wanted = typed.trimmed();
    m_list->clear();
    for (int i = 0; i < services().communes.size(); ++i) {
        const OfficeChoice& choice = services().communes.at(i);
        const bool fits = wanted.isEmpty()
            || (services().matches ? services().matches(choice, wanted)
                                   : choice.name.contains(wanted, Qt::CaseInsensitive));
        if (!fits)
            continue;
        auto* item = new QListWidgetItem(choice.name, m_list);
        item->setData(Qt::UserRole, i);
        item->setSizeHint({ 0, Theme::scaled(30) });
    }
    // What was typed leads to one: it is chosen, so that Enter goes on. Without typing nothing is chosen by itself.
    m_listField->setError({});
    if (!wanted.isEmpty() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    else
        officeChosen();
    if (!wanted.isEmpty() && m_list->count() == 0)
        sayNotChosen();
}

void OfficeStep::sayNotChosen()
{
    m_listField->setError(m_list->count() > 0
            ? tr("Choose your commune in the list.")
            : tr("No commune, ward or special zone has a name like that. Type fewer letters, or empty the search to "
                 "see all of them."));
}

void OfficeStep::officeChosen()
{
    const OfficeChoice* choice = chosen();
    m_name->setText(choice ? choice->officeName : QString());
    if (choice)
        m_listField->setError({});
}

bool OfficeStep::take(FirstStartAnswers& answers)
{
    m_search->flush();
    const OfficeChoice* choice = chosen();
    if (choice)
        m_listField->setError({});
    else
        sayNotChosen();
    const QString name = m_name->text().simplified();
    m_nameField->setError(choice && name.isEmpty() ? tr("Write the office's name as it stands on paper.") : QString());
    if (!choice) {
        m_search->setFocus();
        return false;
    }
    if (name.isEmpty()) {
        m_name->setFocus();
        return false;
    }
    answers.role = m_province->isChecked() ? OfficeRole::Province : OfficeRole::Commune;
    answers.unitCode = choice->code;
    answers.officeName = name;
    return true;
}

PersonStep::PersonStep(const FirstStartServices& services, QWidget* parent)
    : FirstStartStep(services, parent)
    , m_name(new QLineEdit)
    , m_post(new QLineEdit)
    , m_nameField(new LabelledField(tr("&Full name"), m_name))
    , m_postField(new LabelledField(tr("&Post"), m_post))
{
    column()->addWidget(makeWrappedLabel(tr("Who keeps the register?"), TextStyle::Section));
    column()->addWidget(makeWrappedLabel(tr("You open the register with the passphrase that comes next.")));
    m_nameField->setRequired(true);
    m_postField->setHint(tr("For example: officer for children, commune's Culture and Social Affairs office"));
    column()->addWidget(m_nameField);
    column()->addWidget(m_postField);
}

QString PersonStep::title() const
{
    return tr("Person");
}

void PersonStep::enter(FirstStartAnswers&)
{
    m_name->setFocus();
}

bool PersonStep::take(FirstStartAnswers& answers)
{
    answers.userName = m_name->text().simplified();
    answers.userPost = m_post->text().simplified();
    m_nameField->setError(
        answers.userName.isEmpty() ? tr("Write your name; the register signs each change with it.") : QString());
    if (answers.userName.isEmpty())
        m_name->setFocus();
    return !answers.userName.isEmpty();
}

CreateStep::CreateStep(const FirstStartServices& services, QWidget* parent)
    : FirstStartStep(services, parent)
    , m_summary(makeWrappedLabel({}))
    , m_what(makeWrappedLabel({}))
    , m_bar(new QProgressBar)
{
    column()->addWidget(makeWrappedLabel(tr("Everything is ready"), TextStyle::Section));
    column()->addWidget(m_summary);
    column()->addWidget(m_what);
    column()->addWidget(m_bar);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Creating the register"));
    setRunning(false);
}

QString CreateStep::title() const
{
    return tr("Create");
}

QString CreateStep::nextText() const
{
    return tr("Create the register");
}

void CreateStep::enter(FirstStartAnswers& answers)
{
    const QString who = answers.userPost.isEmpty() ? answers.userName
                                                   : QStringLiteral("%1, %2").arg(answers.userName, answers.userPost);
    m_summary->setText(tr("Office: %1\nUser: %2\n\nThe register is encrypted on this PC. Without the passphrase "
                          "or the recovery key nobody can open it, we neither.")
                           .arg(answers.officeName, who));
}

bool CreateStep::take(FirstStartAnswers&)
{
    return true;
}

void CreateStep::setProgress(int percent, const QString& what)
{
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(percent);
    m_what->setText(what);
}

void CreateStep::setRunning(bool running)
{
    m_bar->setVisible(running);
    m_what->setVisible(running);
    if (running)
        setProgress(-1, tr("Creating the register…"));
}

} // namespace maiam
