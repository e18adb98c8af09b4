// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/child_page.h"

#include "models/base/when_done.h"
#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/case_texts.h"
#include "ui/cases/child_card.h"
#include "ui/cases/history_card.h"
#include "ui/cases/restriction_gate.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/holds_card.h"
#include "ui/erasure/restriction_card.h"
#include "ui/shell/looks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QGridLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// What is typed into a card and not saved; null where nothing can be typed.
FormDraft* draftIn(const QWidget* card)
{
    return card ? card->findChild<FormDraft*>() : nullptr;
}
} // namespace

ChildPage::ChildPage(WorkContext& context, QUuid child, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_id(child)
    , m_erased(new MessageBar(this))
    , m_child(new ChildCard(context, false, this))
    , m_cases(new Card(tr("Cases"), this))
    , m_history(new HistoryCard(context, this))
{
    m_erased->setObjectName(u"erased"_s);
    m_erased->setClosable(false);
    column()->addWidget(m_erased);
    column()->addWidget(m_child);
    column()->addWidget(m_cases);
    addSide(m_history);
    addCareOfFile();
    connect(m_child, &ChildCard::saveWanted, this, &ChildPage::save);
    auto* keys =
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, m_child, &ChildCard::save); // which does nothing while its form is closed
    connect(&context.reg, &Register::committed, this, &ChildPage::reload);
    reload();
}

/// What only some roles do with a whole file.
void ChildPage::addCareOfFile()
{
    const Roles roles = m_context.reg.roles();
    if (roleRule::mayInspect(roles)) {
        m_history->addAccessLink(tr("&Who looked at this file"));
        connect(m_history, &HistoryCard::accessWanted, this, [this] { Q_EMIT accessWanted({ m_id }); });
    }
    if (roleRule::mayRestrict(roles)) {
        m_restriction = new RestrictionCard(m_context, m_id, this);
        addSide(m_restriction);
        connect(
            m_restriction, &RestrictionCard::failed, this, [this](const Error& error) { message()->showError(error); });
        connect(m_restriction, &RestrictionCard::changed, this, &ChildPage::reload);
    }
    if (roleRule::mayWrite(roles) || roleRule::mayErase(roles)) {
        m_holds = new HoldsCard(m_context, m_id, this);
        addSide(m_holds);
        connect(m_holds, &HoldsCard::failed, this, [this](const Error& error) { message()->showError(error); });
        connect(m_holds, &HoldsCard::changed, this, &ChildPage::reload);
    }
    if (!roleRule::mayErase(roles))
        return;
    auto* card = new Card(tr("When the file must go"), this);
    card->body()->addWidget(
        makeWrappedLabel(tr("By a decision, and only when two people agree."), TextStyle::Secondary, card));
    auto* erase = makeButton(tr("Erase &by decision…"), card);
    erase->setObjectName("eraseByDecision"_L1);
    card->body()->addWidget(erase, 0, Qt::AlignLeft);
    connect(erase, &QPushButton::clicked, this, [this] { Q_EMIT erasureWanted(m_id); });
    addSide(card);
}

Result<ChildPage::ChildFile> ChildPage::read(Database& database, QUuid id, Opening opening)
{
    if (auto may = restrictedAccess::check(database, id, opening); !may)
        return fail(may);
    auto child = RecordTables(database).read(kinds::Child, id);
    if (!child)
        return fail(child);
    auto rows = caseList::ofChild(database, id);
    if (!rows)
        return fail(rows);
    auto cases = caseList::page(database, *rows, Opening::WithReason);
    if (!cases)
        return fail(cases);
    auto items = history(database, kinds::Child, id);
    if (!items)
        return fail(items);
    auto erased = erasedParts::of(database, { id });
    if (!erased)
        return fail(erased);
    items->insert(items->end(), erased->decisions.begin(), erased->decisions.end());
    std::stable_sort(
        items->begin(), items->end(), [](const HistoryItem& a, const HistoryItem& b) { return a.at > b.at; });
    auto holds = erasureWork::holds(database, id);
    if (!holds)
        return fail(holds);
    auto restriction = restrictedAccess::of(database, id);
    if (!restriction)
        return fail(restriction);
    return ChildFile { *child, *cases, *items, *erased, *holds, *restriction };
}

void ChildPage::reload()
{
    const quint64 question = ++m_question;
    const auto ask = [id = m_id, opening = m_opening](Database& database) { return read(database, id, opening); };
    whenDone(this, m_context.reg.read(ask), [this, question](const Result<ChildFile>& file) {
        if (question != m_question)
            return;
        if (!file && file.error().code == ErrorCode::Restricted)
            return showGate();
        if (!file) {
            RestrictionGate::askAgain(this);
            return message()->showError(file.error());
        }
        display(*file);
    });
}

QJsonObject ChildPage::place() const
{
    const auto typed = [](const QWidget* card) { return draftIn(card) && draftIn(card)->isTouched(); };
    return { { u"child"_s, m_child->isEditing() && typed(m_child) }, { u"hold"_s, typed(m_holds) },
        { u"restriction"_s, typed(m_restriction) } };
}

void ChildPage::returnTo(const QJsonObject& place)
{
    const auto resume = [&place](QLatin1StringView name, const QWidget* card) {
        if (FormDraft* draft = place.value(name).toBool() ? draftIn(card) : nullptr)
            draft->resume();
    };
    resume("child"_L1, m_child);
    resume("hold"_L1, m_holds);
    resume("restriction"_L1, m_restriction);
}

void ChildPage::showGate()
{
    RestrictionGate::cover(this, m_context, kinds::Child, m_id, [this] {
        m_opening = Opening::WithReason;
        reload();
    });
}

void ChildPage::display(const ChildFile& file)
{
    if (m_opening == Opening::WithoutReason)
        looks::opened(this, m_context.reg, kinds::Child, m_id);
    // Who has the file open goes on with it when access is restricted, or its last case closed.
    m_opening = Opening::WithReason;
    setCover(nullptr);
    const QString name = file.child.text(ChildFields::Name);
    const bool nameless = name.isEmpty();
    const bool erased = nameless && file.erased.has(m_id, IdentityClass::Subject);
    setTitle(erased ? tr("Erased by decision") : nameless ? tr("Name not known") : name);
    const QString said = CaseTexts::erased(file.erased);
    if (said != m_erased->text()) // else a screen reader would say it after every save
        m_erased->showMessage(MessageBar::Kind::Info, said);
    setSubtitle(file.child.text(ChildFields::FileCode));
    m_child->load(file.child, {}, file.erased);
    m_history->setHistory(file.history);
    if (m_holds)
        m_holds->setHolds(file.holds);
    if (m_restriction)
        m_restriction->setRestriction(file.restriction);
    displayCases(file.cases);
}

void ChildPage::displayCases(const std::vector<CaseRow>& cases)
{
    delete m_caseList;
    m_caseList = new QWidget(m_cases);
    auto* grid = new QGridLayout(m_caseList);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    grid->setHorizontalSpacing(Theme::scaled(space::L));
    int line = 0;
    for (const CaseRow& row : cases) {
        QPushButton* open = makeLinkButton(row.code, m_caseList);
        open->setAccessibleName(tr("Open case %1").arg(row.code));
        grid->addWidget(open, line, 0, Qt::AlignLeft);
        grid->addWidget(makeLabel(formatDate(civil::date(row.facts.received)), TextStyle::Body, m_caseList), line, 1);
        grid->addWidget(makeLabel(m_context.title("abuse-kinds"_L1, row.kind), TextStyle::Body, m_caseList), line, 2);
        grid->addWidget(makeLabel(m_context.title("steps"_L1, row.step), TextStyle::Body, m_caseList), line, 3);
        connect(open, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT caseWanted(id); });
        ++line;
    }
    if (cases.empty())
        grid->addWidget(makeWrappedLabel(tr("No case. The child is in the register because of its circumstances."),
                            TextStyle::Body, m_caseList),
            0, 0, 1, 4);
    m_cases->body()->addWidget(m_caseList);
    m_caseList->show();
}

void ChildPage::save(const QList<Record>& changed)
{
    if (m_busy)
        return;
    Batch batch;
    for (const Record& record : changed)
        batch.add(record);
    if (batch.changes.empty()) {
        m_child->draft()->drop();
        return m_child->setEditing(false);
    }
    m_busy = true;
    whenDone(this, m_child->draft()->commit(batch), [this](const Result<Committed>& done) {
        m_busy = false;
        if (!done)
            return message()->showError(done.error());
        m_child->setSaved();
        message()->showMessage(MessageBar::Kind::Ok, tr("Saved."));
        reload();
    });
}

} // namespace maiam
