// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_page.h"

#include "models/text/format.h"
#include "ui/people/keys_card.h"
#include "ui/people/role_texts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

PeoplePage::PeoplePage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_work(new PageWork(this))
    , m_list(new QWidget)
    , m_lines(new QVBoxLayout(m_list))
{
    setTitle(tr("Users and keys"));
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Theme::scaled(space::M));
    column()->addWidget(m_list);
    column()->addStretch(1);
    m_add = addPrimaryAction(tr("&Add a person…"));
    connect(m_add, &QPushButton::clicked, this, &PeoplePage::addWanted);
    m_keys = makeKeys();
    addSide(m_keys);
}

PeoplePage::~PeoplePage() = default;

Card* PeoplePage::makeKeys()
{
    auto* card = new Card(tr("Keys"));
    const auto line = [card](const QString& what, const QString& verb, const char* name) {
        card->body()->addWidget(makeWrappedLabel(what, TextStyle::Secondary, card));
        auto* button = makeButton(verb, card);
        button->setObjectName(QLatin1String(name));
        card->body()->addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    connect(
        line(tr("The recovery key in the chairman's envelope. When the envelope was opened or lost, print a new one."),
            tr("New recovery ke&y…"), "newRecovery"),
        &QPushButton::clicked, this, &PeoplePage::recoveryWanted);
    connect(line(tr("Two sheets for two people of the province, who open the register only together."),
                tr("Escrow &sheets…"), "newEscrow"),
        &QPushButton::clicked, this, &PeoplePage::escrowWanted);
    connect(line(tr("When somebody may have kept a copy of the register: passphrases stay, old copies of the keys file "
                    "open old copies of the register only."),
                tr("Change the register &key…"), "changeKey"),
        &QPushButton::clicked, this, &PeoplePage::keyChangeWanted);
    return card;
}

void PeoplePage::activated()
{
    reload();
}

void PeoplePage::say(const QString& what)
{
    m_said = what;
}

void PeoplePage::reload()
{
    const auto work = [reg = &m_context.reg](const auto&, const auto&) -> Result<News> {
        auto everybody = people::list(*reg);
        if (!everybody)
            return fail(everybody);
        auto due = people::keyChangeDue(*reg);
        if (!due)
            return fail(due);
        return News { std::move(*everybody), *due };
    };
    m_work->read(tr("Reading"), work, [this](Result<News> news) {
        if (!news)
            return message()->showError(news.error());
        display(std::move(*news));
    });
}

void PeoplePage::display(News news)
{
    m_people = std::move(news.people);
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    int holders = 0;
    for (const Person& person : m_people) {
        m_lines->addWidget(personCard(person));
        holders += person.hasKey;
    }
    orderTabs();
    setSubtitle(tr("%n person(s) can open the register", nullptr, holders));
    if (m_context.reg.olderKeys())
        message()->showMessage(MessageBar::Kind::Warning,
            tr("The keys file is older than the newest one: somebody put back an old copy. Passphrases that were "
               "changed "
               "since are the old ones again. Make it the valid one, then let those people set their passphrases "
               "anew."),
            tr("Make it valid"), [this] { settle(); });
    else if (news.due.any())
        message()->showMessage(MessageBar::Kind::Warning, KeysCard::whyDue(news.due), tr("Change it now…"),
            [this] { Q_EMIT keyChangeWanted(); });
    else if (!m_said.isEmpty())
        message()->showMessage(MessageBar::Kind::Ok, m_said);
    m_said.clear();
    if (std::exchange(m_changeKeyNext, false))
        Q_EMIT keyChangeWanted();
}

/// The people come after the page was made: Tab goes through them before it goes to the keys, as the eye does.
void PeoplePage::orderTabs()
{
    QWidget* last = m_add;
    const auto append = [&last](const QWidget* card) {
        for (QPushButton* button : card->findChildren<QPushButton*>()) {
            setTabOrder(last, button);
            last = button;
        }
    };
    for (int i = 0; i < m_lines->count(); ++i)
        append(m_lines->itemAt(i)->widget());
    append(m_keys);
}

QWidget* PeoplePage::personCard(const Person& person)
{
    auto* card = new Card(m_list);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(person.name, TextStyle::Section, card));
    if (person.self)
        head->addWidget(new Chip(tr("you"), Tone::Accent, card));
    if (!person.hasKey)
        head->addWidget(new Chip(tr("no passphrase yet"), Tone::Amber, card));
    head->addStretch(1);
    card->body()->addLayout(head);
    QString role = RoleTexts::name(person.roles);
    if (!person.post.isEmpty())
        role += u" · "_s + person.post;
    card->body()->addWidget(makeWrappedLabel(role, TextStyle::Body, card));
    QStringList times { RoleTexts::may(person.roles), tr("Here since %1.").arg(formatDate(civil::date(person.since))) };
    if (person.hasKey && person.keyChanged > 0)
        times.append(tr("Passphrase of %1.").arg(formatDate(civil::date(person.keyChanged))));
    card->body()->addWidget(makeWrappedLabel(times.join(u' '), TextStyle::Secondary, card));
    auto* buttons = new QWidget(card);
    auto* row = new FlowLayout(buttons, Theme::scaled(space::S));
    const auto button = [&](const QString& verb, const char* name, auto run) {
        auto* made = makeButton(verb, buttons);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(tr("%1: %2").arg(person.name, verb));
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, person, run] { (this->*run)(person); });
    };
    button(tr("Change name and role…"), "edit", &PeoplePage::editWanted);
    if (!person.self) {
        button(person.hasKey ? tr("New passphrase…") : tr("Set a passphrase…"), "passphrase",
            &PeoplePage::passphraseWanted);
        button(tr("Remove…"), "remove", &PeoplePage::remove);
    }
    card->body()->addWidget(buttons);
    return card;
}

void PeoplePage::remove(const Person& person)
{
    Question question;
    question.title = tr("Remove a person");
    question.text = tr("Remove %1 from the register?").arg(person.name);
    question.explanation = tr(
        "The person no longer opens this register, unless somebody puts back a copy of the old keys file: such a copy "
        "still holds the key. When the person leaves in anger or may have kept a copy, change the register key as "
        "well: "
        "it takes a minute, and the passphrases of the others stay.\n\nWhat the person wrote stays under the name.");
    question.explanation += u"\n\n"_s
        + tr("Who knows the recovery key in the envelope opens the register all the same: when that may be so, press "
             "“New recovery key…” afterwards. It changes the register key as well.");
    question.accept = tr("Remove, the key stays");
    question.other = tr("Remove and change the key");
    Questions::ask(this, question, [this, person](Answer answer) {
        if (answer != Answer::Cancel)
            removeNow(person, answer == Answer::Other);
    });
}

void PeoplePage::removeNow(const Person& person, bool forCause)
{
    message()->clear();
    const auto work = [reg = &m_context.reg, id = person.id, forCause](
                          const auto&, const auto&) { return people::remove(*reg, id, forCause); };
    m_work->start(tr("Storing; this takes a moment"), work, [this, person, forCause](const Result<void>& done) {
        if (!done)
            return message()->showError(done.error());
        say(tr("%1 was removed. A copy of the old keys file still holds the key until the register key is changed.")
                .arg(person.name));
        m_changeKeyNext = forCause;
        reload();
    });
}

void PeoplePage::settle()
{
    const auto work = [reg = &m_context.reg](const auto&, const auto&) { return people::settleOlderKeys(*reg); };
    m_work->start(tr("Storing; this takes a moment"), work, [this](const Result<void>& done) {
        if (!done)
            return message()->showError(done.error());
        message()->clear();
        say(tr("The keys file is the valid one again."));
        reload();
    });
}

} // namespace maiam
