// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/people.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QPushButton;
class QVBoxLayout;

namespace maiam {

class Card;
class PageWork;

/// Who uses the register, and its keys (Người dùng và khóa), for the administrator.
class PeoplePage : public Page
{
    Q_OBJECT
public:
    explicit PeoplePage(WorkContext& context, QWidget* parent = nullptr);
    ~PeoplePage() override;
    Q_DISABLE_COPY_MOVE(PeoplePage)

    void activated() override;
    /// Says what was done elsewhere, until the next reading.
    void say(const QString& what);
    [[nodiscard]] const std::vector<Person>& people() const { return m_people; }

Q_SIGNALS:
    void addWanted();
    void editWanted(const maiam::Person& person);
    void passphraseWanted(const maiam::Person& person);
    /// Change the register key as it is.
    void keyChangeWanted();
    /// Print a new recovery key, and change the register key with it.
    void recoveryWanted();
    /// Print two escrow shares, and change the register key with them.
    void escrowWanted();

private:
    struct News
    {
        std::vector<Person> people;
        KeyChangeDue due;
    };
    void reload();
    void display(News news);
    QWidget* personCard(const Person& person);
    Card* makeKeys();
    void orderTabs();
    void remove(const Person& person);
    void removeNow(const Person& person, bool forCause);
    void settle();

    WorkContext& m_context;
    PageWork* m_work;
    QWidget* m_list;
    QVBoxLayout* m_lines;
    QPushButton* m_add = nullptr;
    Card* m_keys = nullptr;
    std::vector<Person> m_people;
    QString m_said;
    bool m_changeKeyNext = false;
};

} // namespace maiam
