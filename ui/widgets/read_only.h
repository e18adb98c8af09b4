// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPlainTextEdit;
class QWidget;

namespace maiam {

/// Whether a text area is only read; it looks so, too, as a line of text does by itself.
void setAreaReadOnly(QPlainTextEdit* area, bool readOnly);

/// Makes every input of a form one that is only read: texts can still be selected and copied, choices are greyed.
void makeReadOnly(QWidget* form);

} // namespace maiam
