// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/ground_form.h"

#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QVBoxLayout>

namespace maiam {

GroundForm::GroundForm(WorkContext& context, const Field& ground, const DraftKey& key, Words words, QWidget* parent)
    : QWidget(parent)
    , m_key(key)
    , m_missing(std::move(words.missing))
    , m_ground(new FieldEditor(ground, context, words.label, this))
    , m_button(makeButton(words.button, this))
    , m_draft(new FormDraft(context.reg, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_draft->bar());
    column->addWidget(m_ground);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    connect(m_button, &QPushButton::clicked, this, &GroundForm::choose);
    m_ground->keepIn(*m_draft);
    m_draft->begin(m_key);
}

void GroundForm::begin()
{
    m_ground->load({});
    m_draft->begin(m_key);
}

void GroundForm::choose()
{
    const auto ground = m_ground->read();
    const auto* code = ground ? std::get_if<QString>(&*ground) : nullptr;
    if (!code || code->isEmpty())
        return m_ground->setError(m_missing);
    Q_EMIT chosen(*code);
}

} // namespace maiam
