// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/check_page.h"

#include "models/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"

#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

CheckPage::CheckPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_work(new PageWork(this))
{
    setTitle(tr("Check of the register"));
    auto* card = new Card(tr("What is checked"));
    card->body()->addWidget(
        makeWrappedLabel(tr("Every page of the file, every entry with its signature and its place in the chain, every "
                            "record against its entries, erasures, and the record of who looked. Nothing is changed. "
                            "You can go on working meanwhile, and stop at any time."),
            TextStyle::Body, card));
    m_run = makePrimaryButton(tr("&Check now"), card);
    card->body()->addWidget(m_run, 0, Qt::AlignLeft);
    connect(m_run, &QPushButton::clicked, this, &CheckPage::run);
    column()->addWidget(card);
    column()->addStretch(1);
}

void CheckPage::run()
{
    if (m_work->isRunning())
        return;
    message()->clear();
    delete std::exchange(m_found, nullptr);
    m_work->start(
        tr("Checking the register…"),
        [this](const PageWork::Progress& progress, const std::atomic_bool* cancelled) -> Result<Verified> {
            auto worker = m_context.reg.connect(QStringLiteral("check"));
            if (!worker)
                return fail(worker);
            return (*worker)
                ->run([&](Database& database) { return Verification(database, progress, cancelled).run(); })
                .result();
        },
        [this](const Result<Verified>& found) { showFound(found); });
}

void CheckPage::showFound(const Result<Verified>& found)
{
    if (!found) {
        m_result = found.error().message;
        if (found.error().code == ErrorCode::Cancelled)
            return message()->showMessage(MessageBar::Kind::Info, found.error().message);
        return message()->showError(found.error());
    }
    m_found = new QWidget(this);
    auto* list = new QVBoxLayout(m_found);
    list->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& title, const QStringList& lines, Tone tone) {
        if (lines.isEmpty())
            return;
        auto* card = new Card(title, m_found);
        for (const QString& line : lines) {
            QLabel* label = makeWrappedLabel(line, TextStyle::Body, card);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            setTone(label, tone);
            card->body()->addWidget(label);
        }
        list->addWidget(card);
    };
    const QString counted =
        tr("%1 entries and %2 records were checked.").arg(formatNumber(found->entries), formatNumber(found->records));
    if (found->ok())
        message()->showMessage(MessageBar::Kind::Ok, counted + u' ' + tr("All is in order."));
    else
        message()->showMessage(MessageBar::Kind::Error,
            counted + u' '
                + tr("Something is not in order. Do not go on working in this register; restore the newest backup."));
    add(tr("Not in order"), found->problems, Tone::Red);
    add(tr("In order, but to be known"), found->notes, Tone::Neutral);
    m_result = (QStringList { counted } + found->problems + found->notes).join(u'\n');
    column()->insertWidget(column()->count() - 1, m_found);
}

} // namespace maiam
