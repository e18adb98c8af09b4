// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/two_keys_card.h"

#include "models/register/failed_unlocks.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/passphrase_field.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace maiam {

TwoKeysCard::TwoKeysCard(WorkContext& context, QWidget* parent)
    : Card(tr("Two people agree"), parent)
    , m_context(context)
{
    body()->addWidget(makeWrappedLabel(
        tr("One who leads and one who administers, each with the own passphrase, at this keyboard. One of the two has "
           "opened the register."),
        TextStyle::Secondary, this));
    m_nobody = makeWrappedLabel({}, TextStyle::Body, this);
    setTone(m_nobody, Tone::Red);
    m_nobody->hide();
    body()->addWidget(m_nobody);
    m_leader = makeSide(tr("&Leader"), tr("&Passphrase of the leader"), "leader");
    m_administrator = makeSide(tr("Admini&strator"), tr("Passp&hrase of the administrator"), "administrator");
    auto* rows = new FormRows(this);
    for (const Side& side : { m_leader, m_administrator })
        rows->addRow({ { side.personField, 1 }, { side.wordsField, 1 } });
    body()->addWidget(rows);
}

TwoKeysCard::Side TwoKeysCard::makeSide(const QString& person, const QString& words, const char* name)
{
    Side side;
    side.person = new QComboBox;
    side.person->setObjectName(QLatin1String(name));
    side.person->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.person->setMinimumContentsLength(8);
    side.personField = new LabelledField(person, side.person, this);
    side.words = new PassphraseField;
    side.words->setShowable(false); // the second person sits down at the keyboard of the first
    side.words->setObjectName(QLatin1String(name) + QStringLiteral("Words"));
    side.wordsField = new LabelledField(words, side.words, this);
    return side;
}

void TwoKeysCard::setPeople(const std::vector<Person>& people)
{
    fill(m_leader, people, Role::Leader);
    fill(m_administrator, people, Role::Administrator);
    proposeTwo();
    const bool leader = m_leader.person->count() > 0;
    const bool administrator = m_administrator.person->count() > 0;
    m_nobody->setVisible(!leader || !administrator);
    m_nobody->setText(!leader ? tr("Nobody with a passphrase has the role of leader here. The administrator gives it "
                                   "under “More → Users and keys”.")
                              : tr("Nobody with a passphrase has the role of administrator here. Give it under “More → "
                                   "Users and keys”."));
}

void TwoKeysCard::fill(const Side& side, const std::vector<Person>& people, Role role)
{
    const QVariant before = side.person->currentData();
    side.person->clear();
    int own = -1;
    for (const Person& person : people) {
        if (!person.hasKey || !person.roles.testFlag(role))
            continue;
        if (person.self)
            own = side.person->count();
        side.person->addItem(person.name, person.id);
    }
    const int chosen = before.isValid() ? side.person->findData(before) : own;
    if (chosen >= 0)
        side.person->setCurrentIndex(chosen);
    showChosen(side); // a draft may have named somebody before the people were known
}

/// Who has both roles is proposed for one of them only, where somebody else has the other one.
void TwoKeysCard::proposeTwo()
{
    const QVariant leader = m_leader.person->currentData();
    const bool same = leader.isValid() && leader == m_administrator.person->currentData();
    if (!same || !m_leader.chosen.isEmpty() || !m_administrator.chosen.isEmpty())
        return;
    for (const Side* side : { &m_administrator, &m_leader })
        if (QComboBox* person = side->person; person->count() > 1)
            return person->setCurrentIndex(person->currentIndex() == 0 ? 1 : 0);
}

void TwoKeysCard::showChosen(const Side& side)
{
    if (const int at = side.person->findData(QUuid(side.chosen)); at >= 0)
        side.person->setCurrentIndex(at);
}

void TwoKeysCard::keepIn(FormDraft& draft)
{
    for (Side* side : { &m_leader, &m_administrator }) {
        connect(side->person, &QComboBox::activated, &draft, [side, &draft] {
            side->chosen = side->person->currentData().toUuid().toString(QUuid::WithoutBraces);
            draft.touch();
        });
        draft.watch(
            side->person->objectName(), [side] { return side->chosen; },
            [side](const QString& person) {
                side->chosen = person;
                showChosen(*side);
            });
    }
}

bool TwoKeysCard::takeSide(const Side& side)
{
    const bool chosen = side.person->currentIndex() >= 0;
    const bool typed = !side.words->text().isEmpty();
    side.personField->setError(chosen ? QString() : tr("Choose who agrees."));
    side.wordsField->setError(typed ? QString() : tr("This person types the own passphrase here."));
    if (!chosen)
        side.person->setFocus();
    else if (!typed)
        side.words->edit()->setFocus();
    return chosen && typed;
}

std::optional<TwoKeysCard::Keys> TwoKeysCard::take()
{
    for (const Side* side : { &m_leader, &m_administrator })
        if (!takeSide(*side))
            return {};
    Keys keys { m_leader.person->currentData().toUuid(), m_administrator.person->currentData().toUuid(),
        m_leader.words->text(), m_administrator.words->text() };
    const QUuid self = m_context.reg.user();
    const QString wrong = keys.leader == keys.administrator ? tr("Two different people must agree. Choose another one.")
        : keys.leader != self && keys.administrator != self
        ? tr("One of the two must be the one who has opened the register: %1.").arg(m_context.reg.userLabel())
        : QString();
    m_administrator.personField->setError(wrong);
    if (wrong.isEmpty())
        return keys;
    m_administrator.person->setFocus();
    return {};
}

void TwoKeysCard::typeAgain()
{
    forget();
    if (isVisible())
        m_leader.words->edit()->setFocus(Qt::OtherFocusReason);
}

void TwoKeysCard::forget()
{
    m_leader.words->clear();
    m_administrator.words->clear();
}

Result<void> TwoKeysCard::check(Register& reg, const Keys& keys)
{
    const auto checked = [&](QUuid person, const QString& words, const QString& wrong) -> Result<void> {
        auto done = people::agrees(reg, person, words);
        if (!done && done.error().code == ErrorCode::WrongPassphrase)
            return fail(ErrorCode::WrongPassphrase, wrong);
        return done;
    };
    const auto both = [&]() -> Result<void> {
        auto done = checked(keys.leader, keys.leaderWords,
            tr("The passphrase of the leader is not right, so nothing was erased. Check Caps Lock; both type theirs "
               "again."));
        if (!done)
            return done;
        return checked(keys.administrator, keys.administratorWords,
            tr("The passphrase of the administrator is not right, so nothing was erased. Check Caps Lock; both type "
               "theirs again."));
    };
    // One try for both: who knows one of the passphrases gains no free guesses at the other.
    return reg.tries().attempt(both);
}

} // namespace maiam
