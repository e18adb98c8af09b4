// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/erasures_page.h"

#include "models/exchange/offices.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/erasure/copies_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/tab_order.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
QString knownOr(const QString& name)
{
    return name.isEmpty() ? ErasuresPage::tr("a user not known here") : name;
}

/// "10:12 24/11/2026: Nguyễn Văn Hùng and Hoàng Thị Lan".
QString whoErased(const ErasuresPage::Line& line)
{
    const QString when = formatDateTime(line.erasure.at);
    if (!line.office.isEmpty() && line.leader.isEmpty() && line.administrator.isEmpty())
        return ErasuresPage::tr("%1: two people of that office", "when").arg(when);
    return ErasuresPage::tr("%1: %2 and %3", "when, leader, administrator")
        .arg(when, knownOr(line.leader), knownOr(line.administrator));
}

QString whoConfirmed(const ErasuresPage::Line& line)
{
    return ErasuresPage::tr("Here %1: %2 and %3", "when, leader, administrator")
        .arg(formatDateTime(line.confirmed), knownOr(line.confirmingLeader), knownOr(line.confirmingAdministrator));
}
} // namespace

ErasuresPage::ErasuresPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_work(new PageWork(this))
    , m_list(new QWidget(this))
    , m_keys(new TwoKeysCard(context, this))
{
    setTitle(tr("Erasures by decision"));
    column()->addWidget(makeWrappedLabel(
        tr("An erasure begins on the child's page: open “Children”, choose the child, then “Erase by decision…”. What "
           "another office has erased is erased here only when two people of this office agree."),
        TextStyle::Secondary, this));
    column()->addWidget(m_list);
    column()->addWidget(m_keys);
    column()->addStretch(1);
    m_keys->hide();
}

ErasuresPage::~ErasuresPage() = default;

void ErasuresPage::activated()
{
    reload();
}

void ErasuresPage::deactivated()
{
    m_keys->forget();
}

Result<std::vector<ErasuresPage::Line>> ErasuresPage::readLines(Database& database, const QByteArray& own)
{
    auto all = erasure::all(database, own);
    if (!all)
        return fail(all);
    auto codes = erasureWork::codesOf(database, *all);
    if (!codes)
        return fail(codes);
    auto confirmed = erasureWork::confirmations(database);
    if (!confirmed)
        return fail(confirmed);
    const auto nameOf = [&](QUuid user) {
        const auto person = RecordTables(database).read(kinds::User, user);
        return person ? person->text(UserFields::DisplayName) : QString();
    };
    std::vector<Line> lines;
    for (std::size_t i = 0; i < all->size(); ++i) {
        Line line;
        line.erasure = std::move((*all)[i]);
        line.codes = std::move((*codes)[i]);
        if (line.erasure.office != own) {
            const auto card = offices::officeById(database, line.erasure.office);
            line.office = card ? card->name : tr("an office not known here");
        }
        line.leader = nameOf(line.erasure.leader);
        line.administrator = nameOf(line.erasure.administrator);
        if (const auto here = confirmed->constFind(line.erasure.hash); here != confirmed->cend()) {
            line.confirmed = here->at;
            line.confirmingLeader = nameOf(here->leader);
            line.confirmingAdministrator = nameOf(here->administrator);
        }
        lines.push_back(std::move(line));
    }
    // What waits for an answer first, then the newest.
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return std::pair(a.erasure.inForce, -a.erasure.at) < std::pair(b.erasure.inForce, -b.erasure.at);
    });
    return lines;
}

Result<ErasuresPage::News> ErasuresPage::read(Register& reg)
{
    auto lines = reg.read([own = reg.office().id](Database& database) { return readLines(database, own); }).result();
    if (!lines)
        return fail(lines);
    auto everybody = people::list(reg);
    if (!everybody)
        return fail(everybody);
    return News { std::move(*lines), std::move(*everybody) };
}

void ErasuresPage::reload()
{
    const auto work = [reg = &m_context.reg](const auto&, const auto&) { return read(*reg); };
    m_work->read(tr("Reading"), work, [this](const Result<News>& news) {
        if (!news)
            return message()->showError(news.error());
        display(*news);
    });
}

void ErasuresPage::display(const News& news)
{
    m_lines = news.lines;
    m_keys->setPeople(news.people);
    const bool waits =
        std::any_of(m_lines.begin(), m_lines.end(), [](const Line& line) { return !line.erasure.inForce; });
    const QWidget* focused = QApplication::focusWidget();
    const bool lost =
        focused && (m_list->isAncestorOf(focused) || (m_keys->isAncestorOf(focused) && !waits)); // it goes now
    m_keys->setVisible(waits);
    makeList();
    tabOrder::through({ m_list, m_keys });
    const bool begins = !std::exchange(m_begun, true);
    if (QWidget* first = tabOrder::first(m_list); first && (begins || lost) && isVisible())
        first->setFocus(Qt::OtherFocusReason);
}

void ErasuresPage::makeList()
{
    auto* list = new QWidget(this);
    auto* cards = new QVBoxLayout(list);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(Theme::scaled(space::M));
    for (const Line& line : m_lines)
        cards->addWidget(cardOf(line));
    if (m_lines.empty())
        cards->addWidget(makeWrappedLabel(tr("Nothing has been erased by decision."), TextStyle::Body, list));
    delete column()->replaceWidget(m_list, list);
    m_list->deleteLater();
    m_list = list;
    m_list->show();
}

Card* ErasuresPage::cardOf(const Line& line)
{
    auto* card = new Card;
    const Erasure& one = line.erasure;
    auto* head = new QHBoxLayout;
    const QDate decided = QDate::fromString(one.decided, Qt::ISODate);
    const QString title =
        decided.isValid() ? tr("%1 of %2", "decision, date").arg(one.decision, formatDate(decided)) : one.decision;
    head->addWidget(makeLabel(title, TextStyle::Section, card));
    card->setAccessibleName(title);
    card->setFocusPolicy(Qt::TabFocus); // a list without a button is read by keyboard too
    if (!one.inForce)
        head->addWidget(new Chip(tr("not erased here yet"), Tone::Amber, card));
    head->addStretch(1);
    card->body()->addLayout(head);
    QStringList what { m_context.title("erasure-grounds"_L1, one.ground),
        tr("%n part(s) of entries", nullptr, int(one.targets.size())) };
    if (!line.office.isEmpty())
        what.prepend(line.office);
    if (!line.codes.isEmpty())
        what.prepend(CopiesCard::shortList(line.codes));
    card->setAccessibleDescription(what.join(u", "_s));
    card->body()->addWidget(makeWrappedLabel(what.join(u" · "_s), TextStyle::Body, card));
    card->body()->addWidget(makeWrappedLabel(whoErased(line), TextStyle::Secondary, card));
    if (line.confirmed > 0)
        card->body()->addWidget(makeWrappedLabel(whoConfirmed(line), TextStyle::Secondary, card));
    if (one.inForce)
        return card;
    auto* button = makeButton(tr("Erase here too…"), card);
    button->setAccessibleName(tr("%1: erase here too").arg(one.decision));
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this, line] { confirm(line); });
    return card;
}

void ErasuresPage::confirm(const Line& line)
{
    commitPendingInput();
    if (m_work->isRunning())
        return;
    message()->clear();
    const auto keys = m_keys->take();
    if (!keys)
        return;
    Question question;
    question.title = tr("Erase here too");
    question.text =
        tr("Erase here for good what %1 has erased by decision %2?").arg(line.office, line.erasure.decision);
    question.explanation = tr("It cannot be brought back, neither here nor from a backup.");
    if (!line.codes.isEmpty())
        question.explanation.prepend(tr("It is about: %1.").arg(CopiesCard::shortList(line.codes)) + u' ');
    question.accept = tr("Erase for good");
    question.cancel = tr("Go back, erase nothing");
    Questions::ask(this, question, [this, erasure = line.erasure, keys = *keys](Answer answer) {
        if (answer == Answer::Accept)
            carryOut(erasure, keys);
    });
}

void ErasuresPage::carryOut(const Erasure& erasure, const TwoKeysCard::Keys& keys)
{
    if (m_work->isRunning()) // begun while the question stood there
        return message()->showMessage(MessageBar::Kind::Info,
            tr("The list is being read anew, so nothing was erased. Press “Erase here too…” once more."));
    m_erasing = true;
    const auto tooLate = [work = m_work, why = tr("It is being erased and cannot be stopped any more")] {
        work->passPointOfNoReturn(why);
    };
    const auto work = [reg = &m_context.reg, hash = erasure.hash, keys, tooLate](
                          const auto&, const std::atomic_bool* cancelled) -> Result<QStringList> {
        if (auto agreed = TwoKeysCard::check(*reg, keys); !agreed)
            return fail(agreed);
        return erasureWork::confirm(*reg, hash, keys.leader, keys.administrator, { cancelled, tooLate });
    };
    const auto end = [this, decision = erasure.decision](const Result<QStringList>& done) {
        m_erasing = false;
        if (!done)
            return tellFailure(done.error());
        m_keys->forget();
        message()->showMessage(done->isEmpty() ? MessageBar::Kind::Ok : MessageBar::Kind::Warning,
            (QStringList { tr("Erased here too, by decision %1.").arg(decision) } + *done).join(u' '));
        reload();
    };
    m_work->start(tr("Erasing; this takes a moment"), work, end);
}

void ErasuresPage::tellFailure(const Error& error)
{
    m_keys->typeAgain();
    if (error.code == ErrorCode::Cancelled)
        return message()->showMessage(MessageBar::Kind::Info, error.message);
    message()->showError(error);
}

} // namespace maiam
