// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/erasure_page.h"

#include "models/records/kinds.h"
#include "models/register/register_backups.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/copies_card.h"
#include "ui/erasure/doubts_card.h"
#include "ui/erasure/holds_card.h"
#include "ui/shell/looks.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/tab_order.h"

#include <QApplication>
#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

ErasurePage::ErasurePage(WorkContext& context, QUuid child, Opening opening, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_child(child)
    , m_opening(opening)
    , m_work(new PageWork(this))
    , m_draft(new FormDraft(context.reg, this))
    , m_planCard(new QWidget(this))
    , m_doubts(new DoubtsCard(context, this))
    , m_copies(new CopiesCard(this))
    , m_keys(new TwoKeysCard(context, this))
    , m_holds(new HoldsCard(context, child, this))
{
    setTitle(tr("Erase by decision"));
    m_decisionCard = makeDecision();
    column()->addWidget(m_draft->bar());
    for (QWidget* card : std::initializer_list<QWidget*> { m_planCard, m_doubts, m_copies, m_decisionCard, m_keys })
        column()->addWidget(card);
    column()->addStretch(1);
    m_decisionCard->hide(); // until it is known whether anything can be erased
    m_keys->hide();
    addSide(m_holds);
    m_erase = addPrimaryAction(tr("&Erase…"));
    m_erase->setObjectName("erase"_L1);
    m_erase->setEnabled(false);
    connect(m_erase, &QPushButton::clicked, this, &ErasurePage::erase);
    connect(m_doubts, &DoubtsCard::childWanted, this, &ErasurePage::childWanted);
    connect(m_doubts, &DoubtsCard::caseWanted, this, &ErasurePage::caseWanted);
    connect(m_doubts, &DoubtsCard::formWanted, this, &ErasurePage::formWanted);
    connect(m_doubts, &DoubtsCard::draftWanted, this, &ErasurePage::draftWanted);
    connect(m_doubts, &DoubtsCard::listed, this, &ErasurePage::orderStops);
    connect(m_holds, &HoldsCard::changed, this, &ErasurePage::reload);
    connect(m_holds, &HoldsCard::failed, this, [this](const Error& error) { message()->showError(error); });
    makeDraft();
}

ErasurePage::~ErasurePage() = default;

Card* ErasurePage::makeDecision()
{
    auto* card = new Card(tr("The decision"), this);
    m_decision = new FieldEditor(ErasureFields::Decision, m_context, tr("&Number and symbol"), card);
    m_decision->setPlaceholder(u"125/QĐ-UBND"_s);
    m_decided = new FieldEditor(ErasureFields::Decided, m_context, tr("&Date"), card);
    m_ground = new FieldEditor(ErasureFields::Ground, m_context, tr("&Ground"), card);
    const auto corrected = [this] {
        if (!m_missing.isEmpty() && message()->text() == m_missing)
            message()->clear();
    };
    for (FieldEditor* field : { m_decision, m_decided, m_ground }) {
        field->setRequired(true);
        connect(field, &FieldEditor::edited, this, corrected);
    }
    auto* rows = new FormRows(card);
    rows->addRow({ { m_decision, 3 }, { m_decided, 2 }, { m_ground, 4 } });
    card->body()->addWidget(rows);
    card->body()->addWidget(makeLabel(tr("What goes"), TextStyle::Secondary, card));
    const auto addPart = [&](IdentityClass identity, const char* name, const QString& text) {
        auto* box = new QCheckBox(text, card);
        box->setObjectName(QLatin1String(name));
        box->setChecked(true);
        card->body()->addWidget(box);
        connect(box, &QCheckBox::toggled, this, corrected);
        m_parts.append({ identity, box });
    };
    addPart(IdentityClass::Subject, "subject", tr("&Child and family"));
    addPart(IdentityClass::Reporter, "reporter", tr("&Who reported"));
    addPart(IdentityClass::Suspect, "suspect", tr("Wh&o is suspected"));
    addPart(IdentityClass::Narrative, "narrative", tr("Free &texts"));
    return card;
}

void ErasurePage::makeDraft()
{
    for (FieldEditor* field : { m_decision, m_decided, m_ground })
        field->keepIn(*m_draft);
    for (const auto& [identity, box] : std::as_const(m_parts))
        m_draft->watch(box->objectName(), box);
    m_doubts->keepIn(*m_draft);
    m_keys->keepIn(*m_draft);
    m_draft->begin({ u"erasure"_s, m_child });
}

QJsonObject ErasurePage::place() const
{
    return { { u"draft"_s, m_draft->isTouched() }, { u"hold"_s, m_holds->draft() && m_holds->draft()->isTouched() } };
}

void ErasurePage::returnTo(const QJsonObject& place)
{
    if (place.value("draft"_L1).toBool())
        m_draft->resume();
    if (place.value("hold"_L1).toBool() && m_holds->draft())
        m_holds->draft()->resume();
}

void ErasurePage::activated()
{
    if (m_outcome.isEmpty())
        reload();
}

void ErasurePage::deactivated()
{
    m_keys->forget(); // what was typed in secret does not wait behind another page
}

Result<void> ErasurePage::readChild(Database& database, QUuid child, Opening opening, News& news)
{
    auto record = RecordTables(database).read(kinds::Child, child);
    if (!record)
        return fail(record);
    news.code = record->text(ChildFields::FileCode);
    const auto open = restrictedAccess::check(database, child, opening);
    if (open)
        news.name = record->text(ChildFields::Name);
    else if (open.error().code != ErrorCode::Restricted)
        return open;
    return {};
}

/// Every text that is held is looked through, so neither the writer nor the lists wait for it: on a connection of its
/// own.
Result<ErasurePage::News> ErasurePage::read(
    Register& reg, QUuid child, Opening opening, const std::atomic_bool* cancelled)
{
    auto worker = reg.connect(u"erasure"_s);
    if (!worker)
        return fail(worker);
    const auto look = [child, opening, office = reg.office().id, cancelled](Database& database) -> Result<News> {
        database.stopWhen(cancelled);
        News found;
        if (auto done = readChild(database, child, opening, found); !done)
            return fail(done);
        auto plan = erasureWork::plan(database, child);
        if (!plan)
            return fail(plan);
        found.plan = std::move(*plan);
        auto holds = erasureWork::holdsOn(database, found.plan.records);
        if (!holds)
            return fail(holds);
        found.holds = std::move(*holds);
        auto doubts = erasureDoubts::find(database, office, child, found.plan.records);
        if (!doubts)
            return fail(doubts);
        found.doubts = std::move(*doubts);
        return found;
    };
    auto news = (*worker)->run(look).result();
    if (!news)
        return news;
    auto everybody = people::list(reg);
    if (!everybody)
        return fail(everybody);
    news->people = std::move(*everybody);
    const RegisterBackups kept(reg);
    auto second = kept.secondPlace();
    if (!second)
        return fail(second);
    news->backups = QStringList { kept.folder(), *second };
    news->backups.removeAll(QString());
    return news;
}

void ErasurePage::reload()
{
    m_erase->setEnabled(false);
    m_outdated = m_work->isRunning(); // what runs may have read before the change: it is read again behind it
    if (m_outdated)
        return;
    const auto work = [reg = &m_context.reg, child = m_child, opening = m_opening](const auto&,
                          const std::atomic_bool* cancelled) { return read(*reg, child, opening, cancelled); };
    m_work->read(tr("Looking for what speaks of this child"), work, [this](const Result<News>& news) {
        if (!news)
            return message()->showError(news.error());
        if (m_outdated)
            return reload();
        display(*news);
    });
}

void ErasurePage::display(const News& news)
{
    showName(news);
    m_plan = news.plan;
    m_holds->setHolds(news.holds);
    m_keys->setPeople(news.people);
    QWidget* card = planCard(news.plan);
    delete column()->replaceWidget(m_planCard, card);
    m_planCard->deleteLater();
    m_planCard = card;
    m_planCard->show();
    const bool possible = news.plan.refusals.isEmpty() && !news.plan.targets.empty();
    const bool amongDoubts = m_doubts->isAncestorOf(window()->focusWidget());
    m_doubts->setDoubts(news.doubts, possible);
    m_copies->setCopies(news.plan, news.backups);
    for (QWidget* part : { static_cast<QWidget*>(m_decisionCard), static_cast<QWidget*>(m_keys) })
        part->setVisible(possible);
    m_erase->setEnabled(possible);
    orderStops();
    beginTyping(possible, amongDoubts && !m_doubts->isAncestorOf(window()->focusWidget()));
}

/// Two people decide about a child whose name they read, and that they have read it is written down.
void ErasurePage::showName(const News& news)
{
    m_code = news.code;
    m_name = news.name;
    setSubtitle(about());
    if (news.name.isEmpty() || m_opening == Opening::WithReason)
        return;
    m_opening = Opening::WithReason; // who has the page open goes on with it
    looks::opened(this, m_context.reg, kinds::Child, m_child);
}

/// "BL-TE-0057 · Tằng Mỹ Ánh", as far as it is known.
QString ErasurePage::about() const
{
    QStringList parts { m_code, m_name };
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// Tab goes through the page as a person reads and fills it in.
void ErasurePage::orderStops()
{
    QList<QWidget*> parts { m_draft->bar(), m_doubts, m_copies, m_decisionCard, m_keys, m_holds, m_erase };
    if (m_outcomeCard)
        parts.prepend(m_outcomeCard);
    tabOrder::through(parts);
}

/// Where a person begins: at what is to be looked at, or at the decision. There too when the keyboard is \a lost,
/// because what it stood at is not there any more.
void ErasurePage::beginTyping(bool possible, bool lost)
{
    const bool first = !std::exchange(m_begun, true);
    const bool elsewhere = QApplication::activeModalWidget() || QApplication::activePopupWidget()
        || (m_holds->draft() && m_holds->draft()->isTouched());
    if ((!first && !lost) || elsewhere || !isVisible())
        return;
    QWidget* start = tabOrder::first(m_doubts);
    if (possible && !start)
        start = m_decision->editor();
    if (!possible)
        start = tabOrder::first(m_holds);
    if (start)
        start->setFocus(Qt::OtherFocusReason);
}

QWidget* ErasurePage::planCard(const ErasurePlan& plan)
{
    auto* card = new Card(tr("What would be erased"), this);
    const auto say = [card](const QString& text, TextStyle style, Tone tone = Tone::Neutral) {
        QLabel* label = makeWrappedLabel(text, style, card);
        if (tone != Tone::Neutral)
            setTone(label, tone);
        card->body()->addWidget(label);
    };
    const auto cases = std::count_if(
        plan.records.begin(), plan.records.end(), [](const auto& record) { return record.first == &kinds::Case; });
    say((cases == 0 ? tr("This child and what belongs to it")
                    : tr("This child, %n case(s) and what belongs to them", nullptr, int(cases)))
            + u": "_s + tr("%n part(s) of entries", nullptr, int(plan.targets.size())) + u'.',
        TextStyle::Body);
    if (plan.drafts > 0)
        say(tr("%n draft(s) of this file go too, whoever typed them.", nullptr, plan.drafts), TextStyle::Body);
    say(tr("Names, numbers, addresses and texts go and cannot be brought back. What names nobody stays: kinds, months, "
           "clocks, so that reports stay right."),
        TextStyle::Secondary);
    say(tr("The usual answer to a request is not this but restricted access, on the child's page."),
        TextStyle::Secondary);
    for (const QString& refusal : plan.refusals)
        say(refusal, TextStyle::Body, Tone::Red);
    if (plan.refusals.isEmpty() && plan.targets.empty())
        say(plan.erasedBefore ? tr("All that can be erased about this child has been erased already.")
                              : tr("There is nothing about this child that can be erased."),
            TextStyle::Body, Tone::Red);
    return card;
}

} // namespace maiam
