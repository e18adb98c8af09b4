// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHash>
#include <QLabel>
#include <QStringList>
#include <QWidget>

namespace maiam::test {

/// What a screen reader or a person without a mouse could not use in a form: inputs without a name, buttons without a
/// word, and mnemonics that two visible controls claim. One line for each fault.
inline QStringList formFaults(QWidget* form)
{
    QStringList faults;
    QHash<QChar, QString> mnemonics;
    const auto claim = [&](const QString& text) {
        for (qsizetype i = 0; i + 1 < text.size(); ++i) {
            if (text.at(i) != QLatin1Char('&'))
                continue;
            if (text.at(i + 1) != QLatin1Char('&')) {
                const QChar key = text.at(i + 1).toLower();
                if (mnemonics.contains(key))
                    faults.append(QStringLiteral("mnemonic %1: %2 / %3").arg(key).arg(mnemonics.value(key), text));
                mnemonics.insert(key, text);
            }
            ++i;
        }
    };
    QList<QWidget*> widgets = form->findChildren<QWidget*>();
    for (QWidget* widget : std::as_const(widgets)) {
        if (!widget->isVisibleTo(form))
            continue;
        if (const auto* label = qobject_cast<QLabel*>(widget); label && label->buddy())
            claim(label->text());
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        if (button)
            claim(button->text());
        const bool focusable = widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy();
        const QString name = widget->accessibleName();
        if (focusable && name.isEmpty() && (!button || button->text().isEmpty()))
            faults.append(QStringLiteral("no name: %1 '%2'")
                              .arg(QLatin1String(widget->metaObject()->className()), widget->objectName()));
    }
    return faults;
}

} // namespace maiam::test
