// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/drafts/draft.h"
#include "ui/shell/work_context.h"

#include <QWidget>

class QPushButton;

namespace maiam {

class FieldEditor;
class FormDraft;
struct Field;

/// A ground that is chosen, and the button that puts it into force; what was chosen and not stored is a draft.
class GroundForm : public QWidget
{
    Q_OBJECT
public:
    /// \a label and \a button may hold mnemonics; \a missing says what is to be chosen.
    struct Words
    {
        QString label;
        QString button;
        QString missing;
    };
    GroundForm(WorkContext& context, const Field& ground, const DraftKey& key, Words words, QWidget* parent = nullptr);

    [[nodiscard]] FieldEditor* editor() const { return m_ground; }
    [[nodiscard]] QPushButton* button() const { return m_button; }
    [[nodiscard]] FormDraft* draft() const { return m_draft; }
    /// Nothing is chosen; an earlier draft is offered.
    void begin();

Q_SIGNALS:
    /// The button was pressed with a ground chosen.
    void chosen(const QString& code);

private:
    void choose();
    DraftKey m_key;
    QString m_missing;
    FieldEditor* m_ground;
    QPushButton* m_button;
    FormDraft* m_draft;
};

} // namespace maiam
