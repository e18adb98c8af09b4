// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kept_caret.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextCursor>

#include <algorithm>

namespace maiam {

namespace {
/// Where a caret stands when the text around it becomes another one.
int caretIn(const QString& now, const QString& before, int caret)
{
    const auto differ = std::mismatch(before.begin(), before.end(), now.begin(), now.end());
    const auto same = int(differ.first - before.begin());
    if (caret <= same)
        return caret;
    return std::clamp(int(now.size() - before.size()) + caret, same, int(now.size()));
}
} // namespace

void keptCaret::put(QPlainTextEdit& area, const QString& text)
{
    const QString before = area.toPlainText();
    if (before == text)
        return;
    const int caret = caretIn(text, before, area.textCursor().position());
    const int scrolled = area.verticalScrollBar()->value();
    area.setPlainText(text);
    QTextCursor cursor = area.textCursor();
    cursor.setPosition(std::min(caret, area.document()->characterCount() - 1));
    area.setTextCursor(cursor);
    area.verticalScrollBar()->setValue(scrolled);
}

void keptCaret::put(QLineEdit& line, const QString& text)
{
    const QString before = line.text();
    if (before == text)
        return;
    const int caret = caretIn(text, before, line.cursorPosition());
    line.setText(text);
    if (line.hasFocus())
        line.setCursorPosition(caret);
}

} // namespace maiam
