// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/first_start.h"

#include "ui/shell/first_start_steps.h"
#include "ui/widgets/card.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/steady_scroll_area.h"
#include "ui/widgets/step_line.h"

#include <QKeyEvent>
#include <QPointer>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace maiam {

namespace {
/// Where the steps stand that make what opens the register.
constexpr int PassphraseAt = 2;
constexpr int RecoveryAt = 3;
} // namespace

FirstStart::FirstStart(FirstStartServices services, QWidget* parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_line(new StepLine)
    , m_message(new MessageBar)
    , m_scroll(new SteadyScrollArea)
    , m_back(makeButton(tr("Back")))
    , m_restore(makeLinkButton(tr("Restore from a backup…")))
    , m_next(makePrimaryButton({}))
{
    const int gap = Theme::scaled(space::M);
    // A line of text is not longer than it can be read; what is left over stays empty on both sides.
    auto* sides = new QHBoxLayout(this);
    sides->setContentsMargins(0, 0, 0, 0);
    auto* content = new QWidget;
    content->setMaximumWidth(Theme::scaled(860));
    sides->addStretch(1);
    sides->addWidget(content, 1000);
    sides->addStretch(1);
    auto* all = new QVBoxLayout(content);
    all->setContentsMargins(
        Theme::scaled(space::XL), Theme::scaled(space::L), Theme::scaled(space::XL), Theme::scaled(space::L));
    all->setSpacing(gap);
    QLabel* name = makeLabel(tr("Mái Ấm: first start"), TextStyle::Title);
    setTone(name, Tone::Accent);
    all->addWidget(name);
    auto* lineCard = new Card;
    lineCard->body()->addWidget(m_line);
    all->addWidget(lineCard);
    all->addWidget(m_message);
    auto* card = new Card;
    card->body()->setContentsMargins(Theme::scaled(24), Theme::scaled(20), Theme::scaled(24), Theme::scaled(20));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(card);
    all->addWidget(m_scroll, 1);

    auto* office = new OfficeStep(m_services, this);
    m_steps = { office, new PersonStep(m_services, this), new PassphraseStep(m_services, this),
        new RecoveryStep(m_services, this), new CreateStep(m_services, this) };
    for (FirstStartStep* step : std::as_const(m_steps))
        card->body()->addWidget(step);
    card->body()->addStretch(1);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    connect(m_restore, &QPushButton::clicked, this, &FirstStart::restoreWanted);
    buttons->addWidget(m_next);
    all->addLayout(buttons);
    m_line->setInteractive(false);
    connect(m_back, &QPushButton::clicked, this, &FirstStart::back);
    connect(m_next, &QPushButton::clicked, this, &FirstStart::next);
    showStep(0);
}

FirstStart::~FirstStart() = default;

int FirstStart::currentStep() const
{
    return m_current;
}

void FirstStart::next()
{
    commitPendingInput();
    m_message->clear();
    FirstStartStep* step = m_steps.at(m_current);
    if (m_creating || !step->take(m_answers))
        return;
    const auto* recovery = qobject_cast<RecoveryStep*>(step);
    if (recovery && recovery->lacksPaper() && !m_goesOnWithoutPaper)
        return askForPaper(step->title());
    goOn();
}

void FirstStart::goOn()
{
    if (m_current + 1 < m_steps.size())
        showStep(m_current + 1);
    else
        create();
}

/// The two groups that are asked for can be copied from the screen as well as from paper.
void FirstStart::askForPaper(const QString& title)
{
    Question question;
    question.title = title;
    question.text = tr("The recovery key was not printed here.");
    question.explanation = tr("It is shown this once and kept nowhere. If the passphrase is forgotten and the key is "
                              "not on paper, nobody can open the register any more. Print it now; go on only if you "
                              "have copied all eight groups by hand.");
    question.accept = tr("It is copied by hand, &go on");
    question.cancel = tr("Back to printing");
    Questions::ask(this, question, [this, index = m_current](Answer answer) {
        if (answer != Answer::Accept || m_current != index)
            return;
        m_goesOnWithoutPaper = true;
        goOn();
    });
}

void FirstStart::back()
{
    commitPendingInput();
    m_message->clear();
    if (!m_creating && currentStep() > 0)
        showStep(currentStep() - 1);
}

void FirstStart::forgetSecrets()
{
    m_forget = m_creating;
    if (m_creating || !m_hasSecrets)
        return;
    const bool key = !m_answers.recoveryKey.isEmpty();
    m_answers.passphrase.clear();
    m_answers.recoveryKey.clear();
    m_goesOnWithoutPaper = false;
    makeAnew(PassphraseAt, new PassphraseStep(m_services, this));
    makeAnew(RecoveryAt, new RecoveryStep(m_services, this));
    showStep(std::min(m_current, PassphraseAt - 1));
    m_hasSecrets = false;
    m_message->showMessage(MessageBar::Kind::Warning,
        key ? tr("The PC was locked or left alone: the passphrase and the recovery key of this first start were thrown "
                 "away. Go on with \"Next\" for new ones. If you have printed the recovery key, destroy the paper: it "
                 "opens nothing.")
            : tr("The PC was locked or left alone: the passphrase of this first start was thrown away. Go on with "
                 "\"Next\" for a new one."));
}

/// In the place of the step that was there, which goes at once with all that it showed.
void FirstStart::makeAnew(int index, FirstStartStep* step)
{
    step->hide();
    FirstStartStep* former = std::exchange(m_steps[index], step);
    delete former->parentWidget()->layout()->replaceWidget(former, step);
    delete former;
}

void FirstStart::showStep(int index)
{
    QStringList titles;
    for (const FirstStartStep* each : std::as_const(m_steps))
        titles.append(each->title());
    m_line->setSteps(titles, index);
    FirstStartStep* step = m_steps.at(index);
    m_current = index;
    m_hasSecrets = m_hasSecrets || index >= PassphraseAt;
    // No stacked widget: it would ask for the room of its highest step even while a low one is in front.
    for (FirstStartStep* other : std::as_const(m_steps))
        other->setVisible(other == step);
    m_back->setEnabled(index > 0);
    m_restore->setVisible(index == 0);
    m_next->setText(step->nextText());
    m_scroll->verticalScrollBar()->setValue(0);
    step->enter(m_answers);
    if (QWidget* chosen = focusWidget(); !chosen || !step->isAncestorOf(chosen))
        m_next->setFocus(); // a step without a field: Enter goes on
    // The window gives the focus to this page as a whole; it belongs to the field that the step chose.
    m_chosen = focusWidget();
}

void FirstStart::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    next();
}

void FirstStart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_chosen)
        m_chosen->setFocus();
}

void FirstStart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_line->setCompact(height() < Theme::scaled(500));
}

void FirstStart::create()
{
    auto* step = static_cast<CreateStep*>(m_steps.last());
    m_creating = true;
    m_back->setEnabled(false);
    m_next->setEnabled(false);
    step->setRunning(true);
    const QPointer<FirstStart> self(this);
    m_services.create(
        m_answers,
        [self, step](int percent, const QString& what) {
            if (self)
                step->setProgress(percent, what);
        },
        [self, step](const Result<>& result) {
            if (!self)
                return;
            self->m_creating = false;
            step->setRunning(false);
            self->m_back->setEnabled(true);
            self->m_next->setEnabled(true);
            if (result)
                return Q_EMIT self->created();
            if (!self->m_forget)
                return self->m_message->showError(result.error());
            self->forgetSecrets();
            self->m_message->showMessage(
                MessageBar::Kind::Error, result.error().message + u' ' + self->m_message->text());
        });
}

} // namespace maiam
