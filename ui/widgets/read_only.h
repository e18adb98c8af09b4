// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace maiam {

/// Makes every input of a form one that is only read: texts can still be selected and copied, choices are greyed.
void makeReadOnly(QWidget* form);

} // namespace maiam
