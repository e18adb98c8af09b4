// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/key_change_page.h"

#include "ui/people/key_groups.h"
#include "ui/people/key_services.h"
#include "ui/shell/first_start_steps.h"
#include "ui/widgets/card.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"

#include <QDir>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <algorithm>

namespace maiam {

KeyChangePage::KeyChangePage(WorkContext& context, With with, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_with(with)
    , m_services(keyServices(context.reg.office().name, context.reg.userLabel()))
    , m_work(new PageWork(this))
{
    setTitle(with == With::Recovery ? tr("A new recovery key")
            : with == With::Escrow  ? tr("Escrow sheets for the province")
                                    : tr("Change the register key"));
    if (with == With::Recovery)
        column()->addWidget(makeRecovery());
    if (with == With::Escrow)
        column()->addWidget(makeEscrow());
    column()->addWidget(makeWhat());
    column()->addStretch(1);
    auto* go = addPrimaryAction(tr("&Change the register key"));
    go->setObjectName(QStringLiteral("changeKey"));
    connect(go, &QPushButton::clicked, this, &KeyChangePage::change);
}

KeyChangePage::~KeyChangePage() = default;

QWidget* KeyChangePage::makeWhat()
{
    auto* card = new Card(tr("What happens now"));
    card->body()->addWidget(
        makeWrappedLabel(tr("The register is closed, written anew under another key, checked, and opened again. "
                            "Nothing is lost when the "
                            "power fails meanwhile: the next start goes on where it ended. It takes about a minute."),
            TextStyle::Body, card));
    m_who = makeWrappedLabel(tr("Reading…"), TextStyle::Body, card);
    m_who->setObjectName(QStringLiteral("who"));
    card->body()->addWidget(m_who);
    card->body()->addWidget(makeWrappedLabel(m_with == With::Recovery
            ? tr("The recovery key printed before opens nothing any more, except backups and copies made until today.")
            : tr("Backups and copies made until today still open with the passphrases and papers of their day. Keep "
                 "them "
                 "locked up; they age out."),
        TextStyle::Secondary, card));
    return card;
}

QWidget* KeyChangePage::makeRecovery()
{
    auto* card = new Card;
    m_recovery = new RecoveryStep(m_services, card);
    card->body()->addWidget(m_recovery);
    m_recovery->enter(m_answers);
    return card;
}

QWidget* KeyChangePage::makeEscrow()
{
    auto* card = new Card;
    const auto [one, other] = RecoveryKey::random().split();
    m_shares = { one.groups(), other.groups() };
    card->body()->addWidget(makeWrappedLabel(
        tr("If the office loses passphrase and recovery key, two people of the province open the register together. "
           "Each "
           "gets one sheet in a sealed envelope; one sheet alone says nothing. The sheets are not kept on this PC."),
        TextStyle::Body, card));
    auto* print = makeButton(tr("P&rint both sheets…"), card);
    for (int i = 0; i < m_shares.size(); ++i)
        card->body()->addWidget(new KeyGroups(tr("Sheet %1").arg(i + 1), m_shares.at(i), card));
    card->body()->addWidget(print, 0, Qt::AlignLeft);
    connect(print, &QPushButton::clicked, this, [this] {
        const Register& reg = m_context.reg;
        const papers::EscrowSheets sheets { reg.office().name, reg.userLabel(), m_context.now() };
        printShares(this, sheets, m_shares, [this](const Result<QString>& file) {
            if (!file)
                message()->showError(file.error());
            else if (!file->isEmpty())
                message()->showMessage(MessageBar::Kind::Warning,
                    tr("The sheets lie unprotected in %1. Print them on paper, then delete the file, also from the "
                       "recycle bin.")
                        .arg(QDir::toNativeSeparators(*file)));
        });
    });
    card->body()->addWidget(makeLine(card));
    card->body()->addWidget(makeWrappedLabel(
        tr("Type one group from each sheet, so that we know they can be read."), TextStyle::Body, card));
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::scaled(space::M));
    for (int i = 0; i < m_shares.size(); ++i) {
        m_asked.append(QRandomGenerator::system()->bounded(int(RecoveryKey::Groups)));
        auto* edit = new QLineEdit(card);
        edit->setObjectName(QStringLiteral("sheet%1").arg(i + 1));
        edit->setProperty("group", m_asked.last() + 1);
        const QString label = i == 0 ? tr("Sheet 1, group &number %1") : tr("Sheet 2, group n&umber %1");
        m_typedFields.append(new LabelledField(label.arg(m_asked.last() + 1), edit, card));
        m_typed.append(edit);
        row->addWidget(m_typedFields.last(), 1, Qt::AlignTop);
    }
    card->body()->addLayout(row);
    return card;
}

void KeyChangePage::activated()
{
    const auto work = [reg = &m_context.reg](const auto&, const auto&) -> Result<News> {
        auto everybody = people::list(*reg);
        if (!everybody)
            return fail(everybody);
        auto paper = people::paperGoesAlong(*reg);
        if (!paper)
            return fail(paper);
        auto due = people::keyChangeDue(*reg);
        if (!due)
            return fail(due);
        return News { std::move(*everybody), *paper, *due };
    };
    m_work->read(tr("Reading"), work, [this](const Result<News>& news) {
        if (news)
            showWho(*news);
        else
            message()->showError(news.error());
    });
}

QJsonObject KeyChangePage::place() const
{
    return { { QStringLiteral("with"), int(m_with) } };
}

KeyChangePage::With KeyChangePage::withOf(const QJsonObject& place)
{
    return With(std::clamp(place.value(QLatin1String("with")).toInt(), int(With::Nothing), int(With::Escrow)));
}

/// A key on paper is kept nowhere, so it went with the page that was locked; what stands here now is another one.
void KeyChangePage::returnTo(const QJsonObject&)
{
    if (m_with != With::Nothing)
        message()->showMessage(MessageBar::Kind::Warning,
            tr("What stood here before the lock is kept nowhere. Below is a new key: print it, and destroy what was "
               "printed before."));
}

/// What would end the change with everything closed is said before. False when nothing hinders.
bool KeyChangePage::sayWhatHinders()
{
    if (!m_ownGoesAlong) {
        message()->showMessage(MessageBar::Kind::Warning,
            tr("Your own passphrase cannot go along yet, since the register has not seen it since it was set. Lock the "
               "register, unlock it again, then change the key."));
        return true;
    }
    if (m_with == With::Recovery || (m_news.paperGoesAlong && !m_news.due.recovery))
        return false;
    message()->showMessage(MessageBar::Kind::Warning,
        m_news.due.recovery ? tr("A new recovery key was to come with this change: the one on paper from before is not "
                                 "to hold any more. Print a new one along with the change.")
                            : tr("The recovery key on paper was made by an earlier version and cannot stay when the "
                                 "register key changes. Print a "
                                 "new one along with the change."),
        tr("New recovery key…"), [this] { Q_EMIT recoveryWanted(); });
    return true;
}

void KeyChangePage::showWho(const News& news)
{
    m_news = news;
    QStringList stay;
    QStringList anew;
    for (const Person& person : news.people) {
        if (person.self)
            m_ownGoesAlong = person.goesAlong;
        if (person.hasKey)
            (person.goesAlong ? stay : anew).append(person.name);
    }
    (void)sayWhatHinders();
    QString text = tr("These people go on with their passphrases: %1.").arg(stay.join(QStringLiteral(", ")));
    if (!anew.isEmpty())
        text += u' '
            + tr("These have not opened the register with this version yet, so you must set a new passphrase for them "
                 "afterwards: %1.")
                  .arg(anew.join(QStringLiteral(", ")));
    m_who->setText(text);
}

bool KeyChangePage::takeEscrow()
{
    for (int i = 0; i < m_typed.size(); ++i) {
        const auto key = RecoveryKey::parse(m_shares.at(i).join(u'-'));
        const bool right = key && key->isGroup(m_asked.at(i) + 1, m_typed.at(i)->text());
        m_typedFields.at(i)->setError(
            right ? QString() : tr("This is not the group on that sheet. Look at its number on the paper."));
        if (!right) {
            m_typed.at(i)->setFocus();
            return false;
        }
    }
    return true;
}

void KeyChangePage::change()
{
    commitPendingInput();
    if (m_work->isRunning())
        return; // who goes along is not known yet
    message()->clear();
    if (sayWhatHinders())
        return;
    auto wanted = std::make_shared<KeyChange>();
    wanted->by = m_context.reg.user();
    if (m_recovery) {
        if (!m_recovery->take(m_answers))
            return;
        auto key = RecoveryKey::parse(m_answers.recoveryKey.join(u'-'));
        if (!key)
            return message()->showError(key.error());
        wanted->recovery = std::move(*key);
    }
    if (m_with == With::Escrow) {
        if (!takeEscrow())
            return;
        auto one = RecoveryKey::parse(m_shares.at(0).join(u'-'));
        auto other = RecoveryKey::parse(m_shares.at(1).join(u'-'));
        if (!one || !other)
            return message()->showError(!one ? one.error() : other.error());
        wanted->escrow = RecoveryKey::combined(*one, *other);
    }
    Q_EMIT changeWanted(wanted);
}

} // namespace maiam
