// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of people and keys.
#include "app/work_pages.h"
#include "ui/handover/handover_page.h"
#include "ui/people/keys_card.h"
#include "ui/people/lonely_key_card.h"
#include "ui/people/people_page.h"
#include "ui/today/today_page.h"
#include "ui/widgets/message_bar.h"

namespace maiam {

/// Words in place of a page that the person's role does not open.
bool WorkPages::opensFor(bool may, const QString& why)
{
    Page* page = may ? nullptr : m_window.currentPage();
    if (page)
        page->message()->showMessage(MessageBar::Kind::Warning, why);
    return may;
}

bool WorkPages::opensForAdministrator()
{
    return opensFor(roleRule::mayAdminister(m_context.reg.roles()),
        tr("Only the administrator opens this page. Ask the administrator of this office."));
}

bool WorkPages::opensForWriters()
{
    return opensFor(roleRule::mayWrite(m_context.reg.roles()),
        tr("Only an officer or a leader opens this page. Ask the administrator for one of these roles if you are to "
           "write."));
}

bool WorkPages::opensForErasers()
{
    return opensFor(roleRule::mayErase(m_context.reg.roles()),
        tr("Only a leader or the administrator opens this page. Ask one of them."));
}

void WorkPages::showPeople(const QString& what)
{
    if (!opensForAdministrator())
        return;
    auto* page = new PeoplePage(m_context);
    page->say(what);
    connect(page, &PeoplePage::addWanted, this, [this] { openPerson(PersonPage::Task::Add); });
    connect(page, &PeoplePage::editWanted, this,
        [this](const Person& person) { openPerson(PersonPage::Task::Edit, person); });
    connect(page, &PeoplePage::passphraseWanted, this,
        [this](const Person& person) { openPerson(PersonPage::Task::SetPassphrase, person); });
    connect(page, &PeoplePage::keyChangeWanted, this, [this] { openKeyChange(KeyChangePage::With::Nothing); });
    connect(page, &PeoplePage::recoveryWanted, this, [this] { openKeyChange(KeyChangePage::With::Recovery); });
    connect(page, &PeoplePage::escrowWanted, this, [this] { openKeyChange(KeyChangePage::With::Escrow); });
    connect(page, &QObject::destroyed, this, &WorkPages::peopleLeft);
    m_window.openPage(page);
}

void WorkPages::openPerson(PersonPage::Task task, const Person& person)
{
    if (task != PersonPage::Task::OwnPassphrase && !opensForAdministrator())
        return;
    auto* page = new PersonPage(m_context, task, person);
    connect(page, &PersonPage::ownChanged, this, [this](const QString& name) { Q_EMIT ownChanged(name, {}); });
    const bool ownPassphrase = task == PersonPage::Task::OwnPassphrase
        || (task == PersonPage::Task::SetPassphrase && person.id == m_context.reg.user());
    connect(page, &PersonPage::done, this, [this, ownPassphrase](const QString& what) {
        if (ownPassphrase)
            Q_EMIT ownPassphraseChanged();
        m_window.back();
        if (auto* list = qobject_cast<PeoplePage*>(m_window.currentPage()))
            list->say(what);
        else if (Page* before = m_window.currentPage())
            before->message()->showMessage(MessageBar::Kind::Ok, what);
    });
    m_window.openPage(page);
}

void WorkPages::openKeyChange(KeyChangePage::With with)
{
    if (!opensForAdministrator())
        return;
    auto* page = new KeyChangePage(m_context, with);
    connect(page, &KeyChangePage::changeWanted, this, &WorkPages::keyChangeWanted);
    connect(
        page, &KeyChangePage::recoveryWanted, this,
        [this] {
            m_window.back();
            openKeyChange(KeyChangePage::With::Recovery);
        },
        Qt::QueuedConnection);
    m_window.openPage(page);
}

void WorkPages::openHandover()
{
    if (!roleRule::mayAdminister(m_context.reg.roles()) && !opensForWriters())
        return;
    if (m_handover.isRunning()) { // its page was left; a second one would start from people who are going
        if (Page* page = m_window.currentPage())
            page->message()->showMessage(
                MessageBar::Kind::Info, tr("The hand-over is being carried out. This takes a moment."));
        return;
    }
    m_window.openPage(new HandoverPage(m_context, m_handover));
}

/// Wherever the person is by now: the page may have been left in the middle.
void WorkPages::endHandover(const HandoverDone& done)
{
    if (done.ownLeave)
        return Q_EMIT leftToSuccessor(done);
    Page* page = m_window.currentPage();
    if (!page) // the register is being locked; a key that is to be changed stays due
        return Q_EMIT handoverTold(
            done.keyChange ? done.said + u' ' + KeysCard::whyDue(done.keyChange->due()) : done.said, !done.keyChange);
    if (done.keyChange)
        return Q_EMIT keyChangeWanted(done.keyChange);
    if (done.successor == m_context.reg.user())
        Q_EMIT ownChanged(m_context.reg.userLabel(), done.said);
    if (qobject_cast<HandoverPage*>(page)) {
        m_window.back();
        showPeople(done.said);
    } else {
        page->message()->showMessage(MessageBar::Kind::Ok, done.said);
    }
}

void WorkPages::tellOfHandover(const Error& error)
{
    Page* page = m_window.currentPage();
    if (!page)
        return Q_EMIT handoverTold(error.message, false);
    if (!qobject_cast<HandoverPage*>(page)) // else the page itself says it
        page->message()->showError(error);
}

void WorkPages::warnOfKeys(Page* page)
{
    auto* card = new KeysCard(m_context, page);
    connect(card, &KeysCard::pageWanted, this, [this] { showPeople({}); });
    connect(this, &WorkPages::peopleLeft, card, &KeysCard::look);
    page->addSide(card);
}

void WorkPages::warnOfLonelyKey(TodayPage* page)
{
    auto* card = new LonelyKeyCard(m_context);
    card->setAddShown(roleRule::mayAdminister(m_context.reg.roles()));
    connect(card, &LonelyKeyCard::addWanted, this, [this] { showPeople({}); });
    page->addSideCard(card);
}

} // namespace maiam
