// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/read_only.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStyle>

void maiam::setAreaReadOnly(QPlainTextEdit* area, bool readOnly)
{
    area->setReadOnly(readOnly);
    // A property of the style sheet is looked up once; only a line of text is asked at each painting.
    area->style()->unpolish(area);
    area->style()->polish(area);
}

void maiam::makeReadOnly(QWidget* form)
{
    const auto inputs = form->findChildren<QWidget*>();
    for (QWidget* input : inputs) {
        if (auto* line = qobject_cast<QLineEdit*>(input))
            line->setReadOnly(true);
        else if (auto* area = qobject_cast<QPlainTextEdit*>(input))
            setAreaReadOnly(area, true);
        else if (qobject_cast<QComboBox*>(input) || qobject_cast<QCheckBox*>(input)
            || qobject_cast<QRadioButton*>(input))
            input->setEnabled(false);
    }
}
