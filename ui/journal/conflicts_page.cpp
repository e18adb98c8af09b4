// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/conflicts_page.h"

#include "models/base/when_done.h"
#include "models/cases/restricted_access.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/access_chain.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/shell/looks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int MostConflicts = 500;
constexpr int MostLetters = 400; ///< of a long text

/// Whether looking at such a record is a look at somebody's file.
bool isFile(const RecordKind* kind)
{
    return kind == &kinds::Child || kind == &kinds::Case || kind == &kinds::Assessment || kind == &kinds::Incident;
}
} // namespace

ConflictsPage::ConflictsPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
{
    setTitle(tr("Differing information"));
    setSubtitle(tr("What two machines wrote differently of the same record"));
    m_list = makeList();
    column()->addWidget(m_list);
    connect(&context.reg, &Register::committed, this, [this] { reload(); });
    reload();
}

void ConflictsPage::activated()
{
    reload();
}

Result<ConflictsPage::News> ConflictsPage::read(Database& database, const OfficeInfo& own)
{
    auto open = conflicts::all(database, MostConflicts);
    if (!open)
        return fail(open);
    auto restricted = RestrictedChildren::read(database);
    if (!restricted)
        return fail(restricted);
    auto names = OfficeNames::read(database, own);
    if (!names)
        return fail(names);
    News news { {}, std::move(*names) };
    for (Conflict& conflict : *open) {
        Listed one { std::move(conflict), false, true };
        one.own = recordId::ownedBy(one.conflict.record, own.id);
        if (!restricted->isEmpty()) {
            const auto child = restrictedAccess::childOf(database, *one.conflict.kind, one.conflict.record);
            if (!child)
                return fail(child);
            one.hidden = restricted->hides(*child);
        }
        if (one.hidden)
            one.conflict.sides.clear();
        if (one.hidden || one.conflict.title.isEmpty()) { // a session without a title is known by its day
            auto code = accessChain::codeOf(database, one.conflict.record);
            if (!code)
                return fail(code);
            one.conflict.title = *code;
        }
        news.conflicts.push_back(std::move(one));
    }
    return news;
}

void ConflictsPage::reload()
{
    const auto ask = [own = m_context.reg.office()](Database& database) { return read(database, own); };
    whenDone(this, m_context.reg.read(ask), [this, asked = ++m_asked](const Result<News>& found) {
        if (asked != m_asked)
            return;
        m_choosing = false;
        if (!found)
            return message()->showError(found.error());
        m_conflicts = found->conflicts;
        m_names = found->names;
        build();
        if (isVisible())
            noteShown();
    });
}

void ConflictsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    noteShown();
}

/// A page behind another one is built anew too, but nobody looks at it.
void ConflictsPage::noteShown()
{
    for (const Listed& one : m_conflicts) {
        if (one.hidden || !isFile(one.conflict.kind) || m_noted.contains(one.conflict.record))
            continue;
        m_noted.insert(one.conflict.record);
        looks::opened(this, m_context.reg, *one.conflict.kind, one.conflict.record);
    }
}

QString ConflictsPage::valueOf(const Conflict& conflict, const ConflictSide& side) const
{
    if (conflict.isDeletion())
        return side.value == Value(qint64(1)) ? tr("Delete the record") : tr("Keep the record");
    const QString text = isNull(side.value) ? QString() : valueText(*conflict.field, side.value, m_context);
    return text.isEmpty() ? tr("nothing") : text.left(MostLetters);
}

/// Which record it is, with its office where that is another one: the province has sessions of every commune.
QString ConflictsPage::titleOf(const Conflict& conflict) const
{
    QStringList which;
    if (!conflict.title.isEmpty())
        which.append(conflict.title);
    if (!recordId::ownedBy(conflict.record, m_context.reg.office().id))
        which.append(m_names.ownerOf(conflict.record));
    which.removeAll(QString());
    const QString kind = QCoreApplication::translate("Records", conflict.kind->label);
    return which.isEmpty() ? kind : kind + u": "_s + which.join(u" · "_s);
}

QString ConflictsPage::whatOf(const Conflict& conflict)
{
    return conflict.isDeletion() ? tr("One machine deleted it, another went on writing") : fieldLabel(*conflict.field);
}

QWidget* ConflictsPage::cardOf(std::size_t place)
{
    const Listed& listed = m_conflicts[place];
    auto* card = new Card(titleOf(listed.conflict), m_list);
    card->body()->addWidget(makeLabel(whatOf(listed.conflict), TextStyle::Body, card));
    if (listed.hidden && listed.own)
        card->body()->addWidget(makeWrappedLabel(tr("Access to this file is restricted. Open the case, say why, and "
                                                    "choose there; or let the restriction be ended first."),
            TextStyle::Body, card));
    addSides(card, place);
    if (!listed.own) {
        const QString owner = m_names.ownerOf(listed.conflict.record);
        card->body()->addWidget(
            makeWrappedLabel(owner.isEmpty() ? tr("Another office decides about this record; call that office.")
                                             : tr("%1 decides about this record; call that office.").arg(owner),
                TextStyle::Body, card));
    }
    return card;
}

/// The values that stand against each other, each with its button for who may decide.
void ConflictsPage::addSides(Card* card, std::size_t place)
{
    const Conflict& conflict = m_conflicts[place].conflict;
    const Result<void> allowed = conflict.sides.empty() ? Result<void>() : mayChoose(conflict);
    const bool chooses = m_conflicts[place].own && allowed;
    for (std::size_t i = 0; i < conflict.sides.size(); ++i) {
        const ConflictSide& side = conflict.sides[i];
        auto* row = new QHBoxLayout;
        auto* words = new QVBoxLayout;
        const QString value = valueOf(conflict, side);
        words->addWidget(makeWrappedLabel(value, TextStyle::Body, card));
        const QString who = side.who.isEmpty() ? tr("a user not known here") : side.who;
        words->addWidget(
            makeWrappedLabel(tr("%1 · %2 · machine %3").arg(who, formatDateTime(side.at), m_names.machine(side.device)),
                TextStyle::Secondary, card));
        row->addLayout(words, 1);
        if (chooses) {
            auto* keep = makeButton(i == 0 ? tr("Keep this one (shown now)") : tr("Keep this one"), card);
            keep->setAccessibleName(tr("%1, %2: keep “%3”").arg(card->title(), whatOf(conflict), value));
            connect(keep, &QPushButton::clicked, this, [this, place, i] { choose(place, i); });
            row->addWidget(keep, 0, Qt::AlignTop);
        }
        card->body()->addLayout(row);
    }
    if (m_conflicts[place].own && !allowed)
        card->body()->addWidget(makeWrappedLabel(allowed.error().message, TextStyle::Body, card));
}

/// Whoever may write the record may choose; NotAllowed with what to do.
Result<void> ConflictsPage::mayChoose(const Conflict& conflict) const
{
    const Batch batch = conflicts::choose(conflict, 0);
    for (const Change& change : batch.changes)
        if (auto allowed = roleRule::check(m_context.reg.roles(), m_context.reg.user(), change); !allowed)
            return allowed;
    return {};
}

/// It takes the focus itself where nothing in it does.
QWidget* ConflictsPage::makeList()
{
    auto* list = new QWidget(this);
    list->setFocusPolicy(Qt::StrongFocus);
    list->setAccessibleName(title());
    return list;
}

/// Puts the focus where a person goes on: on the first button from this card on, else of those before it.
void ConflictsPage::focusCard(std::size_t place)
{
    const auto focus = [this](std::size_t from, std::size_t until) {
        for (std::size_t i = from; i < std::min(until, m_cards.size()); ++i)
            if (auto* keep = m_cards[i]->findChild<QPushButton*>()) {
                keep->setFocus();
                return true;
            }
        return false;
    };
    if (!focus(place, m_cards.size()) && !focus(0, place))
        m_list->setFocus();
}

void ConflictsPage::build()
{
    QWidget* before = m_list;
    const QWidget* focused = before->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    const auto focusedCard = std::find_if(
        m_cards.begin(), m_cards.end(), [focused](const QWidget* card) { return card->isAncestorOf(focused); });
    const std::size_t place = focusedCard == m_cards.end() ? 0 : std::size_t(focusedCard - m_cards.begin());
    m_cards.clear();
    m_list = makeList();
    auto* list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(Theme::scaled(space::M));
    if (m_conflicts.empty())
        list->addWidget(
            makeWrappedLabel(tr("There is nothing on which two machines differ."), TextStyle::Body, m_list));
    else
        list->addWidget(makeWrappedLabel(
            tr("Nothing is lost. Choose what holds; what was not chosen stays in the history of the record."),
            TextStyle::Secondary, m_list));
    for (std::size_t i = 0; i < m_conflicts.size(); ++i) {
        m_cards.push_back(cardOf(i));
        list->addWidget(m_cards.back());
    }
    list->addStretch(1);
    delete column()->replaceWidget(before, m_list);
    before->deleteLater(); // what was pressed in it is still being answered
    m_list->show();
    if (focused)
        focusCard(place);
}

void ConflictsPage::choose(std::size_t conflict, std::size_t side)
{
    const bool mayBe = conflict < m_conflicts.size() && !m_conflicts[conflict].hidden && m_conflicts[conflict].own;
    // A second press must not answer the next question. Nothing is disabled for that: the focus would be lost.
    if (!mayBe || std::exchange(m_choosing, true))
        return;
    ++m_asked; // an answer that is under way still lists this one
    whenDone(this, m_context.reg.commit(conflicts::choose(m_conflicts[conflict].conflict, side)),
        [this](const Result<Committed>& done) {
            if (done)
                message()->showMessage(MessageBar::Kind::Ok, tr("Chosen. The other value stays in the history."));
            else
                message()->showError(done.error());
            reload();
        });
}

} // namespace maiam
