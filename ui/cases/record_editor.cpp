// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/record_editor.h"

#include "ui/cases/field_editor.h"

#include <algorithm>

namespace maiam {

RecordEditor::RecordEditor(const QList<QList<const Field*>>& rows, const WorkContext& context, QWidget* parent)
    : FormRows(parent)
{
    for (const auto& fields : rows) {
        QList<std::pair<QWidget*, int>> row;
        for (const Field* field : fields) {
            auto* editor = new FieldEditor(*field, context, {}, this);
            connect(editor, &FieldEditor::edited, this, &RecordEditor::edited);
            m_editors.append(editor);
            row.append({ editor, 1 });
        }
        addRow(row);
    }
}

void RecordEditor::load(const Record& record)
{
    for (FieldEditor* editor : std::as_const(m_editors))
        editor->load(record.value(editor->field()));
}

bool RecordEditor::store(Record& record)
{
    FieldEditor* faulty = nullptr;
    for (FieldEditor* editor : std::as_const(m_editors))
        if (!editor->store(record) && !faulty)
            faulty = editor;
    if (faulty)
        faulty->setFocus();
    return !faulty;
}

void RecordEditor::keepIn(FormDraft& draft)
{
    for (FieldEditor* editor : std::as_const(m_editors))
        editor->keepIn(draft);
}

bool RecordEditor::isTouched() const
{
    return std::any_of(
        m_editors.begin(), m_editors.end(), [](const FieldEditor* editor) { return editor->isTouched(); });
}

FieldEditor* RecordEditor::editor(const Field& field) const
{
    for (FieldEditor* editor : m_editors)
        if (&editor->field() == &field)
            return editor;
    return nullptr;
}

} // namespace maiam
