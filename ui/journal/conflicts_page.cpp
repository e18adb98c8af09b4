// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/conflicts_page.h"

#include "models/base/when_done.h"
#include "models/cases/restricted_access.h"
#include "models/exchange/package_format.h"
#include "models/records/kinds.h"
#include "models/register/access_chain.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/shell/looks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QVBoxLayout>

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
    connect(&context.reg, &Register::committed, this, [this] { reload(); });
    reload();
}

void ConflictsPage::activated()
{
    reload();
}

Result<std::vector<ConflictsPage::Listed>> ConflictsPage::read(Database& database)
{
    auto open = conflicts::all(database, MostConflicts);
    if (!open)
        return fail(open);
    auto restricted = RestrictedChildren::read(database);
    if (!restricted)
        return fail(restricted);
    std::vector<Listed> listed;
    for (Conflict& conflict : *open) {
        Listed one { std::move(conflict), false };
        if (!restricted->isEmpty()) {
            const auto child = restrictedAccess::childOf(database, *one.conflict.kind, one.conflict.record);
            if (!child)
                return fail(child);
            one.hidden = restricted->hides(*child);
        }
        if (one.hidden) {
            auto code = accessChain::codeOf(database, one.conflict.record);
            if (!code)
                return fail(code);
            one.conflict.title = *code;
            one.conflict.sides.clear();
        }
        listed.push_back(std::move(one));
    }
    return listed;
}

void ConflictsPage::reload()
{
    whenDone(this, m_context.reg.read(read), [this](const Result<std::vector<Listed>>& found) {
        if (!found)
            return message()->showError(found.error());
        m_conflicts = *found;
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

QWidget* ConflictsPage::cardOf(std::size_t place)
{
    const Conflict& conflict = m_conflicts[place].conflict;
    const QString kind = QCoreApplication::translate("Records", conflict.kind->label);
    auto* card = new Card(conflict.title.isEmpty() ? kind : kind + u": "_s + conflict.title, m_list);
    const QString what =
        conflict.isDeletion() ? tr("One machine deleted it, another went on writing") : fieldLabel(*conflict.field);
    card->body()->addWidget(makeLabel(what, TextStyle::Body, card));
    if (m_conflicts[place].hidden)
        card->body()->addWidget(makeWrappedLabel(tr("Access to this file is restricted. Open the case, say why, and "
                                                    "choose there; or let the restriction be ended first."),
            TextStyle::Body, card));
    for (std::size_t i = 0; i < conflict.sides.size(); ++i) {
        const ConflictSide& side = conflict.sides[i];
        auto* row = new QHBoxLayout;
        auto* words = new QVBoxLayout;
        const QString value = valueOf(conflict, side);
        words->addWidget(makeWrappedLabel(value, TextStyle::Body, card));
        const QString who = side.who.isEmpty() ? tr("a user not known here") : side.who;
        words->addWidget(makeWrappedLabel(
            tr("%1 · %2 · machine %3")
                .arg(who, formatDateTime(side.at), packageFormat::deviceName(m_context.reg.office().unit, side.device)),
            TextStyle::Secondary, card));
        row->addLayout(words, 1);
        auto* keep = makeButton(i == 0 ? tr("Keep this one (shown now)") : tr("Keep this one"), card);
        keep->setAccessibleName(tr("%1: keep “%2”").arg(what, value));
        connect(keep, &QPushButton::clicked, this, [this, place, i] { choose(place, i); });
        row->addWidget(keep, 0, Qt::AlignTop);
        card->body()->addLayout(row);
    }
    return card;
}

void ConflictsPage::build()
{
    if (m_list)
        m_list->deleteLater();
    m_list = new QWidget(this);
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
    for (std::size_t i = 0; i < m_conflicts.size(); ++i)
        list->addWidget(cardOf(i));
    list->addStretch(1);
    column()->addWidget(m_list);
}

void ConflictsPage::choose(std::size_t conflict, std::size_t side)
{
    if (conflict >= m_conflicts.size() || m_conflicts[conflict].hidden)
        return;
    // Disabled at once, so that a second press does not answer the next question.
    m_list->setEnabled(false);
    whenDone(this, m_context.reg.commit(conflicts::choose(m_conflicts[conflict].conflict, side)),
        [this](const Result<Committed>& done) {
            if (!done) {
                m_list->setEnabled(true);
                return message()->showError(done.error());
            }
            message()->showMessage(MessageBar::Kind::Ok, tr("Chosen. The other value stays in the history."));
        });
}

} // namespace maiam
