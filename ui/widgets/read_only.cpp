// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/read_only.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>

void maiam::makeReadOnly(QWidget* form)
{
    const auto inputs = form->findChildren<QWidget*>();
    for (QWidget* input : inputs) {
        if (auto* line = qobject_cast<QLineEdit*>(input))
            line->setReadOnly(true);
        else if (auto* area = qobject_cast<QPlainTextEdit*>(input))
            area->setReadOnly(true);
        else if (qobject_cast<QComboBox*>(input) || qobject_cast<QCheckBox*>(input)
            || qobject_cast<QRadioButton*>(input))
            input->setEnabled(false);
    }
}
