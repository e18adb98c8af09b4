// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/check_page.h"

#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QPushButton>
#include <QScopeGuard>
#include <QVBoxLayout>

#include <utility>

namespace maiam {

CheckPage::CheckPage(RegisterCheck& check, QWidget* parent)
    : Page(parent)
    , m_check(check)
{
    setTitle(tr("Check of the register"));
    auto* card = new Card(tr("What is checked"));
    card->body()->addWidget(
        makeWrappedLabel(tr("Every page of the file, every entry with its signature and its place in the chain, every "
                            "record against its entries, erasures, and the record of who looked. Nothing is changed. "
                            "You can leave this page and go on working meanwhile; the result is shown wherever you "
                            "are, and stands here again. You can stop at any time; locking stops it too."),
            TextStyle::Body, card));
    m_run = makePrimaryButton(tr("&Check now"), card);
    card->body()->addWidget(m_run, 0, Qt::AlignLeft);
    connect(m_run, &QPushButton::clicked, this, &CheckPage::run);
    column()->addWidget(card);
    column()->addStretch(1);
    m_look.setInterval(100);
    connect(&m_look, &QTimer::timeout, this, [this] { task()->setProgress(int(m_check.done()), int(m_check.all())); });
    connect(task(), &LongTaskBar::stopRequested, &m_check, &RegisterCheck::stop);
    connect(&m_check, &RegisterCheck::started, this, &CheckPage::follow);
    connect(&m_check, &RegisterCheck::ended, this, &CheckPage::showOutcome);
    if (m_check.isRunning())
        follow();
    else if (m_check.outcome())
        showOutcome();
}

void CheckPage::follow()
{
    message()->clear();
    delete std::exchange(m_found, nullptr);
    m_result.clear();
    task()->start(RegisterCheck::task());
    m_look.start();
}

void CheckPage::showOutcome()
{
    m_look.stop();
    // The bar's button goes with the work; what the window would choose in its place is the message's ×.
    const QWidget* at = QApplication::focusWidget();
    const auto focus = qScopeGuard([this, had = at == m_run || task()->isAncestorOf(at)] {
        if (had && isVisible())
            m_run->setFocus();
    });
    task()->finish();
    const RegisterCheck::Outcome& outcome = *m_check.outcome();
    m_result = RegisterCheck::sentence(outcome);
    if (!outcome.found) {
        if (outcome.found.error().code == ErrorCode::Cancelled)
            return message()->showMessage(MessageBar::Kind::Info, m_result);
        return message()->showError(outcome.found.error());
    }
    const Verified& found = *outcome.found;
    message()->showMessage(found.ok() ? MessageBar::Kind::Ok : MessageBar::Kind::Error, m_result);
    m_found = new QWidget(this);
    auto* list = new QVBoxLayout(m_found);
    list->setContentsMargins(0, 0, 0, 0);
    addLines(tr("Not in order"), found.problems, Tone::Red);
    addLines(tr("In order, but to be known"), found.notes, Tone::Neutral);
    m_result = (QStringList { m_result } + found.problems + found.notes).join(u'\n');
    column()->insertWidget(column()->count() - 1, m_found);
}

void CheckPage::addLines(const QString& title, const QStringList& lines, Tone tone)
{
    if (lines.isEmpty())
        return;
    auto* card = new Card(title, m_found);
    for (const QString& line : lines) {
        QLabel* label = makeWrappedLabel(line, TextStyle::Body, card);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setTone(label, tone);
        card->body()->addWidget(label);
    }
    m_found->layout()->addWidget(card);
}

} // namespace maiam
