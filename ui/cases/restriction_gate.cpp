// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/restriction_gate.h"

#include "models/base/when_done.h"
#include "ui/shell/looks.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

RestrictionGate::RestrictionGate(const WorkContext& context, QWidget* parent)
    : Card(tr("Access to this file is restricted"), parent)
{
    const bool written = !context.reg.isReadOnly();
    const bool may = written && roleRule::mayRestrict(context.reg.roles());
    body()->addWidget(makeWrappedLabel(!written
            ? tr("A newer Mái Ấm has written this register, so this one cannot write down who opens the file and why. "
                 "Install the newer program, then open it there.")
            : may
            ? tr("Open it only when the work needs it. Who opens it, when and why is written down, and nobody can "
                 "take that out.")
            : tr("Who only looks at the register does not open such a file. Ask the officer or the administrator of "
                 "this office."),
        TextStyle::Body, this));
    if (may)
        makeQuestion();
}

void RestrictionGate::cover(
    Page* page, WorkContext& context, const RecordKind& kind, QUuid record, std::function<void()> pass)
{
    if (page->isCovered())
        return;
    page->setSubtitle(tr("Restricted access"));
    whenDone(page, context.reg.read([record](Database& database) { return accessChain::codeOf(database, record); }),
        [page](const Result<QString>& code) {
            if (code && page->isCovered())
                page->setTitle(*code);
        });
    auto* gate = new RestrictionGate(context);
    connect(gate, &RestrictionGate::passed, page, [=, &context, &kind, pass = std::move(pass)](AccessAct act) {
        gate->setEnabled(false); // a second press would note it twice
        // Shown when it stands on the disk, since that is what the gate says.
        looks::whenNoted(
            page, page->message(), context.reg.recordAccess(act, &kind, { record }), pass, [page] { askAgain(page); });
    });
    page->setCover(gate);
}

void RestrictionGate::askAgain(const Page* page)
{
    if (auto* gate = page->findChild<RestrictionGate*>())
        gate->setEnabled(true);
}

void RestrictionGate::makeQuestion()
{
    m_reasons = new QButtonGroup(this);
    const auto addReason = [this](AccessAct act, const char* name, const QString& text) {
        auto* reason = new QRadioButton(text, this);
        reason->setObjectName(QLatin1String(name));
        m_reasons->addButton(reason, int(act));
        body()->addWidget(reason);
    };
    body()->addWidget(makeLabel(tr("Why is it opened?"), TextStyle::Section, this));
    addReason(AccessAct::OpenedForReport, "forReport", tr("A new report &speaks of the child"));
    addReason(AccessAct::OpenedForAuthority, "forAuthority", tr("An a&uthority asks: police, court, inspection"));
    addReason(AccessAct::OpenedForFamily, "forFamily", tr("The child or who &cares for it asks"));
    addReason(AccessAct::OpenedForCheck, "forCheck", tr("To correct or chec&k what the register holds"));
    setFocusProxy(m_reasons->buttons().constFirst());
    m_missing = makeWrappedLabel(tr("Choose why the file is opened."), TextStyle::Body, this);
    m_missing->setObjectName("missing"_L1);
    setTone(m_missing, Tone::Red);
    m_missing->hide();
    body()->addWidget(m_missing);
    m_open = makePrimaryButton(tr("&Open the file"), this);
    m_open->setObjectName("openRestricted"_L1);
    body()->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::clicked, this, &RestrictionGate::open);
    connect(m_reasons, &QButtonGroup::idClicked, m_missing, &QLabel::hide);
}

void RestrictionGate::open()
{
    if (!m_reasons)
        return;
    if (m_reasons->checkedId() < 0)
        return m_missing->show();
    Q_EMIT passed(AccessAct(m_reasons->checkedId()));
}

} // namespace maiam
