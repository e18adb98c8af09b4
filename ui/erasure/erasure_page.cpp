// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/erasure_page.h"

#include "models/records/kinds.h"
#include "models/register/register_backups.h"
#include "models/register/restore.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/copies_card.h"
#include "ui/erasure/doubts_card.h"
#include "ui/erasure/holds_card.h"
#include "ui/widgets/form_rows.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// What an erasure came to, and where what it took still stands.
struct Done
{
    QStringList pending;
    QStringList backups;
    QStringList formerRegisters;
};

/// A register from before a restore, with the day until which it is kept: it alone holds who looked between the backup
/// and the restore, and that must be found for twelve months.
QString withLastDay(const QString& former)
{
    const QString name = former.section(Restore::FormerSuffix, -1); // "2026-11-24", "2026-11-24-2"
    const QDate restored = QDate::fromString(name.left(10), Qt::ISODate);
    return restored.isValid() ? ErasurePage::tr("%1 (keep until %2)").arg(former, formatDate(restored.addMonths(12)))
                              : former;
}

Result<Done> eraseNow(
    Register& reg, const ErasureOrder& order, const TwoKeysCard::Keys& keys, const std::atomic_bool* cancelled)
{
    if (auto agreed = TwoKeysCard::check(reg, keys); !agreed)
        return fail(agreed);
    auto erased = erasureWork::carryOut(reg, order, cancelled);
    if (!erased)
        return fail(erased);
    const RegisterBackups kept(reg);
    Done done { *erased, {}, {} };
    const QStringList formerRegisters = kept.formerRegisters();
    for (const QString& former : formerRegisters)
        done.formerRegisters.append(withLastDay(former));
    auto backups = kept.list(cancelled);
    if (!backups) {
        done.pending.append(backups.error().message);
        return done;
    }
    for (const KeptBackup& backup : *backups)
        done.backups.append(QFileInfo(backup.file).fileName());
    done.backups.removeDuplicates();
    if (cancelled && *cancelled)
        done.pending.append(
            ErasurePage::tr("The second place of backups was not looked at: its backups may still hold it."));
    return done;
}
} // namespace

ErasurePage::ErasurePage(WorkContext& context, QUuid child, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_child(child)
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
    addSide(m_holds);
    m_erase = addPrimaryAction(tr("&Erase…"));
    m_erase->setObjectName("erase"_L1);
    m_erase->setEnabled(false);
    connect(m_erase, &QPushButton::clicked, this, &ErasurePage::erase);
    connect(m_doubts, &DoubtsCard::childWanted, this, &ErasurePage::childWanted);
    connect(m_doubts, &DoubtsCard::caseWanted, this, &ErasurePage::caseWanted);
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
    for (FieldEditor* field : { m_decision, m_decided, m_ground })
        field->setRequired(true);
    auto* rows = new FormRows(card);
    rows->addRow({ { m_decision, 3 }, { m_decided, 2 }, { m_ground, 4 } });
    card->body()->addWidget(rows);
    card->body()->addWidget(makeLabel(tr("What goes"), TextStyle::Secondary, card));
    const auto addPart = [&](IdentityClass identity, const char* name, const QString& text) {
        auto* box = new QCheckBox(text, card);
        box->setObjectName(QLatin1String(name));
        box->setChecked(true);
        card->body()->addWidget(box);
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

/// Every text that is held is looked through, so neither the writer nor the lists wait for it: on a connection of its
/// own.
Result<ErasurePage::News> ErasurePage::read(Register& reg, QUuid child, const std::atomic_bool* cancelled)
{
    auto worker = reg.connect(u"erasure"_s);
    if (!worker)
        return fail(worker);
    const auto look = [child, office = reg.office().id, cancelled](Database& database) -> Result<News> {
        database.stopWhen(cancelled);
        News found;
        auto record = RecordTables(database).read(kinds::Child, child);
        if (!record)
            return fail(record);
        found.code = record->text(ChildFields::FileCode);
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
    const auto work = [reg = &m_context.reg, child = m_child](
                          const auto&, const std::atomic_bool* cancelled) { return read(*reg, child, cancelled); };
    m_work->start(tr("Looking for what speaks of this child"), work, [this](const Result<News>& news) {
        if (!news)
            return message()->showError(news.error());
        if (m_outdated)
            return reload();
        display(*news);
    });
}

void ErasurePage::display(const News& news)
{
    setSubtitle(news.code);
    m_plan = news.plan;
    m_holds->setHolds(news.holds);
    m_keys->setPeople(news.people);
    QWidget* card = planCard(news.plan);
    delete column()->replaceWidget(m_planCard, card);
    m_planCard->deleteLater();
    m_planCard = card;
    m_planCard->show();
    const bool possible = news.plan.refusals.isEmpty() && !news.plan.targets.empty();
    m_doubts->setDoubts(news.doubts, possible);
    m_copies->setCopies(news.plan, news.backups);
    for (QWidget* part : { static_cast<QWidget*>(m_decisionCard), static_cast<QWidget*>(m_keys) })
        part->setVisible(possible);
    m_erase->setEnabled(possible);
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
    say(tr("The child, %n case(s) and what belongs to them", nullptr, int(cases)) + u": "_s
            + tr("%n part(s) of entries", nullptr, int(plan.targets.size())) + u'.',
        TextStyle::Body);
    say(tr("Names, numbers, addresses and texts go and cannot be brought back. What names nobody stays: kinds, months, "
           "clocks, so that reports stay right."),
        TextStyle::Secondary);
    say(tr("The usual answer to a request is not this but restricted access, on the child's page."),
        TextStyle::Secondary);
    for (const QString& refusal : plan.refusals)
        say(refusal, TextStyle::Body, Tone::Red);
    if (plan.refusals.isEmpty() && plan.targets.empty())
        say(tr("There is nothing about this child that can be erased."), TextStyle::Body, Tone::Red);
    return card;
}

QSet<IdentityClass> ErasurePage::classes() const
{
    QSet<IdentityClass> chosen;
    for (const auto& [identity, box] : m_parts)
        if (box->isChecked())
            chosen.insert(identity);
    return chosen;
}

std::optional<ErasureOrder> ErasurePage::takeOrder()
{
    const auto textOf = [](FieldEditor* field) {
        const auto value = field->read();
        const auto* text = value ? std::get_if<QString>(&*value) : nullptr;
        return text ? *text : QString();
    };
    ErasureOrder order;
    order.child = m_child;
    order.classes = classes();
    order.decision = textOf(m_decision);
    order.decided = QDate::fromString(textOf(m_decided), Qt::ISODate);
    order.ground = textOf(m_ground);
    const bool dated = order.decided.isValid() && order.decided <= civil::date(m_context.now());
    m_decision->setError(order.decision.isEmpty() ? tr("Give the number as it is printed.") : QString());
    m_decided->setError(dated ? QString() : tr("Give the day on which it was signed, such as 24/11/2026."));
    m_ground->setError(order.ground.isEmpty() ? tr("Choose the ground of the decision.") : QString());
    if (order.classes.isEmpty())
        message()->showMessage(MessageBar::Kind::Warning, tr("Choose at least one part that goes."));
    const bool whole = !order.decision.isEmpty() && dated && !order.ground.isEmpty() && !order.classes.isEmpty();
    return whole ? std::optional(order) : std::nullopt;
}

void ErasurePage::erase()
{
    commitPendingInput();
    if (m_work->isRunning() || !m_outcome.isEmpty())
        return;
    message()->clear();
    auto order = takeOrder();
    if (!order)
        return;
    const auto keys = m_keys->take();
    if (!keys)
        return;
    order->leader = keys->leader;
    order->administrator = keys->administrator;
    order->texts = m_doubts->chosenTexts();
    order->drafts = m_doubts->chosenDrafts();
    Question question;
    question.title = tr("Erase by decision");
    question.text = tr("Erase what names this child, by decision %1?").arg(order->decision);
    question.explanation = tr("It cannot be brought back, neither here nor from a backup. The decision, its ground and "
                              "the two names stay in the journal.");
    if (const auto along = order->texts.size() + order->drafts.size(); along > 0)
        question.explanation +=
            u' ' + tr("%n marked place(s) in other records and drafts go too.", nullptr, int(along));
    question.accept = tr("Erase");
    Questions::ask(this, question, [this, order = *order, keys = *keys](Answer answer) {
        if (answer == Answer::Accept)
            carryOut(order, keys);
    });
}

void ErasurePage::carryOut(const ErasureOrder& order, const TwoKeysCard::Keys& keys)
{
    m_erase->setEnabled(false);
    const auto work = [reg = &m_context.reg, order, keys](const auto&, const std::atomic_bool* cancelled) {
        return eraseNow(*reg, order, keys, cancelled);
    };
    m_work->start(tr("Erasing; this takes a moment"), work, [this](const Result<Done>& done) {
        m_erase->setEnabled(!done);
        if (!done) {
            if (m_outdated)
                reload();
            return message()->showError(done.error());
        }
        showDone(done->pending, done->backups, done->formerRegisters);
    });
}

void ErasurePage::showDone(const QStringList& pending, const QStringList& backups, const QStringList& former)
{
    m_keys->forget();
    m_draft->drop();
    m_draft->bar()->clear(); // an earlier draft of it went with the erasure
    QStringList said { tr("What names the child has been erased in this register and in its search.") };
    said += pending;
    if (!backups.isEmpty())
        said.append(tr("These backups still hold it until they are removed; whoever restores one erases it before the "
                       "register opens: %1.")
                        .arg(CopiesCard::shortList(backups)));
    if (!former.isEmpty())
        said.append(tr("Registers from before a restore still hold it, and open with a passphrase of that time. Who "
                       "looked between the backup and the restore stands in them alone and must be found for 12 "
                       "months: lock these folders away until that day, then delete them: %1.")
                        .arg(CopiesCard::shortList(former)));
    m_outcome = said.join(u'\n');
    message()->showMessage(pending.isEmpty() ? MessageBar::Kind::Ok : MessageBar::Kind::Warning, tr("Erased."));
    auto* card = new Card(tr("Erased"), this);
    for (const QString& line : std::as_const(said))
        card->body()->addWidget(makeWrappedLabel(line, TextStyle::Body, card));
    column()->insertWidget(0, card);
    m_erase->hide();
    for (QWidget* part : std::initializer_list<QWidget*> { m_planCard, m_doubts, m_decisionCard, m_keys, m_holds })
        part->hide(); // where copies are stays: somebody has to go there
}

} // namespace maiam
