// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/field_editor.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringList>

namespace maiam {

/// Shows what is stored now. An input in which somebody typed on since the save (FormDraft::typed) keeps its text and
/// the place of the cursor, and counts as touched. No word may be composed: commitPendingInput() goes before.
inline void loadUnlessTyped(FieldEditor& editor, const Value& stored, const QStringList& typed)
{
    if (!typed.contains(QString::fromLatin1(editor.field().name)))
        return editor.load(stored);
    auto* line = qobject_cast<QLineEdit*>(editor.editor());
    auto* area = qobject_cast<QPlainTextEdit*>(editor.editor());
    const QString raw = editor.raw();
    const int cursor = line ? line->cursorPosition() : area ? area->textCursor().position() : 0;
    editor.load(stored);
    editor.setRaw(raw);
    if (line)
        line->setCursorPosition(cursor);
    if (area) {
        QTextCursor at = area->textCursor();
        at.setPosition(cursor);
        area->setTextCursor(at);
    }
}

} // namespace maiam
