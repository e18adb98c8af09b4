// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/plan_start.h"

#include "models/cases/case_work.h"
#include "models/text/format.h"
#include "models/text/partial_date.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/questions.h"

#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

PlanStart::PlanStart(WorkContext& context, QWidget* page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
    , m_draft(new FormDraft(context.reg, page))
{
    m_draft->watch(
        u"start"_s, [this] { return m_typed; },
        [this](const QString& typed) {
            m_typed = typed;
            m_typedOn = today();
        });
    m_draft->settle(
        u"start"_s,
        [this](const QString& text, QDate typedOn, const auto&) { return settledMoment(text, typedOn, today()); },
        [this] { return m_typedOn; });
    connect(m_draft, &FormDraft::taken, this, [this](const Draft& draft) {
        m_heads = draft.heads;
        ask();
    });
}

QDate PlanStart::today() const
{
    return civil::date(m_context.now());
}

void PlanStart::load(const Record& file, UtcMs start)
{
    m_file = file;
    m_start = start;
    if (!m_open && m_typed.isEmpty()) // else what is being typed would count as loaded
        m_draft->begin({ u"plan-start"_s, file.id() }, file.heads());
}

void PlanStart::ask()
{
    if (!m_file)
        return;
    if (m_typed.isEmpty())
        m_heads = m_file->heads();
    TextQuestion question;
    question.title = tr("Start of the plan's period");
    question.label = tr("&From when do the five working days count?");
    question.explanation = tr("The text of Article 28 does not name the event. Usually it is the day on which the "
                              "initial assessment was done.");
    question.accept = tr("Change the start");
    if (m_typed.isEmpty())
        question.text = formatDateTime(m_start);
    else // from a draft, or from a wrong try
        question.text = settledMoment(m_typed, m_typedOn, today());
    question.changed = [this](const QString& typed) { keep(typed); };
    m_open = true;
    Questions::askText(m_page, question, [this](const std::optional<QString>& typed) {
        m_open = false;
        if (typed)
            store(*typed);
    });
}

void PlanStart::keep(const QString& typed)
{
    const QString kept = typed == formatDateTime(m_start) ? QString() : typed;
    if (kept != m_typed)
        m_typedOn = today();
    m_typed = kept;
    m_draft->touch();
}

void PlanStart::store(const QString& typed)
{
    keep(typed);
    const auto start = parseMoment(typed, m_typedOn.isValid() ? m_typedOn : today());
    if (!start)
        return Q_EMIT failed(start.error());
    Draft typedOn;
    typedOn.heads = m_heads;
    const auto batch = CaseWork::startPlanAt(drafts::resting(*m_file, typedOn), *start, m_context.now());
    if (!batch)
        return Q_EMIT failed(batch.error());
    if (batch->changes.empty()) {
        m_typed.clear();
        m_draft->drop();
    }
    Q_EMIT saveWanted(*batch);
}

} // namespace maiam
