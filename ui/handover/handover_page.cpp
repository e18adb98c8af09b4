// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handover_page.h"

#include "ui/drafts/form_draft.h"
#include "ui/handover/confirm_step.h"
#include "ui/handover/leaving_step.h"
#include "ui/handover/paper_step.h"
#include "ui/handover/people_step.h"
#include "ui/handover/places_step.h"
#include "ui/widgets/card.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/steady_scroll_area.h"
#include "ui/widgets/step_line.h"

#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

HandoverPage::HandoverPage(WorkContext& context, HandoverWork& carrying, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_carrying(carrying)
    , m_work(new PageWork(this))
    , m_draft(new FormDraft(context.reg, this))
    , m_line(new StepLine)
    , m_scroll(new SteadyScrollArea)
    , m_opened(context.now())
{
    setTitle(tr("Hand over the post"));
    build();
    connect(&m_carrying, &HandoverWork::handedOver, this, &HandoverPage::finish);
    connect(&m_carrying, &HandoverWork::failed, this, &HandoverPage::tellFailed);
    m_work->read(
        tr("Reading"), [reg = &m_context.reg](const auto&, const auto&) { return PostSituation::read(*reg); },
        [this](const Result<PostSituation>& now) {
            if (now)
                begin(*now);
            else
                message()->showError(now.error());
        });
}

HandoverPage::~HandoverPage() = default;

void HandoverPage::build()
{
    auto* lineCard = new Card;
    lineCard->body()->addWidget(m_line);
    m_line->setAccessibleName(tr("Steps of the hand-over"));
    addRow(lineCard);
    addRow(m_draft->bar());
    auto* body = new QWidget;
    auto* all = new QVBoxLayout(body);
    all->setContentsMargins(0, 0, 0, 0);
    m_paper = new HandoverPaperStep(m_context);
    m_confirm = new HandoverConfirmStep(m_context);
    m_steps = { new HandoverPeopleStep(m_context), new HandoverPlacesStep(m_context),
        new HandoverLeavingStep(m_context), m_paper, m_confirm };
    auto* scrolled = new QWidget;
    auto* column = new QVBoxLayout(scrolled);
    column->setContentsMargins(0, 0, 0, 0);
    for (HandoverStep* step : std::as_const(m_steps)) {
        if (step != m_paper)
            column->addWidget(step);
        step->hide();
        connect(step, &HandoverStep::refused, this, [this](const Error& error) { message()->showError(error); });
    }
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(scrolled);
    all->addWidget(m_scroll, 1);
    all->addWidget(m_paper, 1); // scrolls by itself
    setBody(body, false);
    m_back = addAction(tr("&Back"));
    m_next = addPrimaryAction(tr("Ne&xt"));
    m_back->setObjectName(u"back"_s);
    m_next->setObjectName(u"next"_s);
    enableButtons();
    connect(m_back, &QPushButton::clicked, this, &HandoverPage::back);
    connect(m_next, &QPushButton::clicked, this, &HandoverPage::next);
    connect(m_line, &StepLine::stepChosen, this, [this](int index) {
        if (index < m_current && !m_ordered)
            showStep(index);
    });
    connect(m_draft, &FormDraft::taken, this, &HandoverPage::goOn);
}

void HandoverPage::begin(const PostSituation& now)
{
    m_form.now = now;
    for (HandoverStep* step : std::as_const(m_steps)) {
        step->begin(m_form);
        step->watch(*m_draft);
    }
    showStep(0);
    m_draft->begin({ postChange::DraftForm, {} });
}

void HandoverPage::goOn()
{
    readAll();
    int step = 0;
    while (step < m_wanted && m_steps.at(step)->check(m_form))
        ++step;
    m_wanted = 0;
    showStep(step);
}

void HandoverPage::readAll()
{
    for (const HandoverStep* step : std::as_const(m_steps))
        step->read(m_form);
    if (!m_form.change.to)
        m_form.change.to = m_stored;
}

void HandoverPage::next()
{
    commitPendingInput();
    message()->clear();
    if (!m_next->isEnabled())
        return;
    readAll();
    if (!m_steps.at(m_current)->check(m_form))
        return;
    if (m_current + 1 < m_steps.size())
        showStep(m_current + 1);
    else
        handOver();
}

void HandoverPage::back()
{
    commitPendingInput();
    message()->clear();
    if (m_back->isEnabled())
        showStep(m_current - 1);
}

void HandoverPage::enableButtons()
{
    const bool last = m_current + 1 == m_steps.size();
    const bool unread = m_reading && m_current >= 0 && m_steps.at(m_current) == m_paper;
    m_back->setEnabled(m_current > 0 && !m_ordered);
    m_next->setEnabled(m_current >= 0 && !m_ordered && !unread && (!last || m_form.now.mayAdminister));
}

void HandoverPage::showLine()
{
    QStringList titles;
    for (const HandoverStep* step : std::as_const(m_steps))
        titles.append(step->title());
    m_line->setSteps(titles, m_current, false);
}

void HandoverPage::showStep(int index)
{
    HandoverStep* step = m_steps.at(index);
    m_current = index;
    readAll();
    showLine();
    for (HandoverStep* other : std::as_const(m_steps))
        other->setVisible(other == step);
    m_scroll->setVisible(step != m_paper);
    m_scroll->verticalScrollBar()->setValue(0);
    m_next->setText(step == m_confirm ? tr("&Carry out the hand-over") : tr("Ne&xt"));
    step->enter(m_form);
    if (step == m_paper)
        readRecord();
    enableButtons();
}

void HandoverPage::readRecord()
{
    const auto work = [context = &m_context, from = m_form.change.from](
                          const auto&, const std::atomic_bool* cancelled) {
        return Handover::read(context->reg, context->catalogues, context->clock, from, cancelled);
    };
    m_reading = true; // when an earlier reading is still under way, that one will do
    m_work->read(tr("Reading"), work, [this](const Result<Handover>& handed) {
        m_reading = false;
        enableButtons();
        if (handed)
            m_paper->show(*handed, m_form);
        else
            message()->showError(handed.error());
    });
}

void HandoverPage::handOver()
{
    if (m_carrying.isRunning())
        return;
    const Person* giver = m_form.now.find(m_form.change.from);
    m_ordered = true;
    enableButtons();
    task()->start(tr("Storing; this takes a moment"));
    // All that the ending needs goes along: what was typed in secret is forgotten when the page is left.
    m_carrying.start({ m_form.change, m_confirm->passphrase(), giver && giver->self, keyChange(), m_opened });
}

void HandoverPage::tellFailed(const Error& error, const HandoverLeft& left)
{
    if (!m_ordered)
        return;
    m_ordered = false;
    task()->finish();
    if (!m_form.change.to)
        m_stored = left.stored; // a second try goes on where this one ended
    if (left.now)
        m_form.now = *left.now; // whoever was stored would be missing among the people of before
    readAll();
    m_confirm->askAnew(m_form);
    enableButtons();
    if (error.code == ErrorCode::WrongPassphrase)
        m_confirm->tellWrong(error);
    else
        message()->showError(error);
}

std::shared_ptr<KeyChange> HandoverPage::keyChange() const
{
    if (m_form.change.leaving != Leaving::RemovedWithNewKey)
        return {};
    auto change = std::make_shared<KeyChange>();
    change->by = m_context.reg.user();
    change->successor = m_form.change.to.value_or(QUuid());
    if (const QStringList groups = m_confirm->recoveryKey(); !groups.isEmpty())
        if (auto key = RecoveryKey::parse(groups.join(u'-')))
            change->recovery = std::move(*key);
    return change;
}

/// It stays as it is: a second time there is nothing to hand over.
void HandoverPage::finish(const HandoverDone& done)
{
    if (!m_ordered)
        return;
    task()->finish();
    m_draft->drop();
    m_confirm->forget();
    message()->showMessage(MessageBar::Kind::Ok, done.said);
}

void HandoverPage::activated()
{
    if (m_ordered && m_carrying.isRunning())
        task()->start(tr("Storing; this takes a moment"));
}

void HandoverPage::deactivated()
{
    m_confirm->forget();
    if (m_ordered)
        task()->finish(); // it goes on without the page, so nobody may be told that it was stopped
}

QJsonObject HandoverPage::place() const
{
    return { { u"step"_s, m_current } };
}

void HandoverPage::returnTo(const QJsonObject& place)
{
    m_wanted = std::clamp(place.value("step"_L1).toInt(), 0, int(m_steps.size()) - 1);
    m_draft->resume();
}

} // namespace maiam
