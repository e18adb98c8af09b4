// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/erasures_page.h"

#include "models/exchange/offices.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

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
    const auto nameOf = [&](QUuid user) {
        const auto person = RecordTables(database).read(kinds::User, user);
        return person ? person->text(UserFields::DisplayName) : QString();
    };
    std::vector<Line> lines;
    for (Erasure& one : *all) {
        Line line { std::move(one), {}, {}, {} };
        if (line.erasure.office != own) {
            const auto card = offices::officeById(database, line.erasure.office);
            line.office = card ? card->name : tr("an office not known here");
        }
        line.leader = nameOf(line.erasure.leader);
        line.administrator = nameOf(line.erasure.administrator);
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
    m_work->start(tr("Reading"), work, [this](const Result<News>& news) {
        if (!news)
            return message()->showError(news.error());
        display(*news);
    });
}

void ErasuresPage::display(const News& news)
{
    m_lines = news.lines;
    m_keys->setPeople(news.people);
    auto* list = new QWidget(this);
    auto* cards = new QVBoxLayout(list);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(Theme::scaled(space::M));
    for (const Line& line : m_lines)
        cards->addWidget(cardOf(line));
    if (m_lines.empty())
        cards->addWidget(makeWrappedLabel(tr("Nothing has been erased by decision."), TextStyle::Body, list));
    m_keys->setVisible(
        std::any_of(m_lines.begin(), m_lines.end(), [](const Line& line) { return !line.erasure.inForce; }));
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
    head->addWidget(makeLabel(
        decided.isValid() ? tr("%1 of %2", "decision, date").arg(one.decision, formatDate(decided)) : one.decision,
        TextStyle::Section, card));
    if (!one.inForce)
        head->addWidget(new Chip(tr("not erased here yet"), Tone::Amber, card));
    head->addStretch(1);
    card->body()->addLayout(head);
    QStringList what { m_context.title("erasure-grounds"_L1, one.ground),
        tr("%n part(s) of entries", nullptr, int(one.targets.size())) };
    if (!line.office.isEmpty())
        what.prepend(line.office);
    card->body()->addWidget(makeWrappedLabel(what.join(u" · "_s), TextStyle::Body, card));
    const auto who = [](const QString& name) { return name.isEmpty() ? tr("a user not known here") : name; };
    card->body()->addWidget(
        makeWrappedLabel(tr("%1: %2 and %3", "when, leader, administrator")
                             .arg(formatDateTime(one.at), who(line.leader), who(line.administrator)),
            TextStyle::Secondary, card));
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
    question.text = tr("Erase here what %1 has erased by decision %2?").arg(line.office, line.erasure.decision);
    question.explanation = tr("It cannot be brought back, neither here nor from a backup.");
    question.accept = tr("Erase");
    Questions::ask(this, question, [this, hash = line.erasure.hash, keys = *keys](Answer answer) {
        if (answer == Answer::Accept)
            carryOut(hash, keys);
    });
}

void ErasuresPage::carryOut(const EntryHash& erasure, const TwoKeysCard::Keys& keys)
{
    const auto work = [reg = &m_context.reg, erasure, keys](
                          const auto&, const std::atomic_bool* cancelled) -> Result<QStringList> {
        if (auto agreed = TwoKeysCard::check(*reg, keys); !agreed)
            return fail(agreed);
        return erasureWork::confirm(*reg, erasure, keys.leader, keys.administrator, cancelled);
    };
    m_work->start(tr("Erasing; this takes a moment"), work, [this](const Result<QStringList>& done) {
        if (!done)
            return message()->showError(done.error());
        m_keys->forget();
        message()->showMessage(done->isEmpty() ? MessageBar::Kind::Ok : MessageBar::Kind::Warning,
            (QStringList { tr("Erased here too.") } + *done).join(u' '));
        reload();
    });
}

} // namespace maiam
