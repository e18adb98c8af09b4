// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/record.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/form_rows.h"

namespace maiam {

class FieldEditor;
class FormDraft;

/// The inputs of some fields of one record, in rows.
class RecordEditor : public FormRows
{
    Q_OBJECT
public:
    /// Each inner list is a row.
    RecordEditor(const QList<QList<const Field*>>& rows, const WorkContext& context, QWidget* parent = nullptr);
    /// Shows a record's values.
    void load(const Record& record);
    /// Puts what was touched into the record. False, with the fault shown and focused, when something cannot be read.
    [[nodiscard]] bool store(Record& record);
    [[nodiscard]] bool isTouched() const;
    /// All inputs are part of a form's draft.
    void keepIn(FormDraft& draft);
    [[nodiscard]] FieldEditor* editor(const Field& field) const;
    [[nodiscard]] bool isEmpty() const { return m_editors.isEmpty(); }

Q_SIGNALS:
    void edited();

private:
    QList<FieldEditor*> m_editors;
};

} // namespace maiam
