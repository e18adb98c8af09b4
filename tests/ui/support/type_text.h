// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QString>
#include <QWidget>

namespace maiam::test {

/// Who really takes the keys of a widget: the end of its focus proxies.
inline QWidget* receiver(QWidget* widget)
{
    while (widget->focusProxy())
        widget = widget->focusProxy();
    return widget;
}

/// Types as a Vietnamese keyboard does: each word is composed letter by letter and then committed, so that the path
/// through the input method is exercised. QTest::keyClicks cannot type "Đ".
inline void typeText(QWidget* widget, const QString& text)
{
    QWidget* target = receiver(widget);
    target->setFocus();
    const auto commit = [target](const QString& word) {
        for (qsizetype i = 1; i <= word.size(); ++i) {
            QInputMethodEvent composing(word.left(i), {});
            QCoreApplication::sendEvent(target, &composing);
        }
        QInputMethodEvent done;
        done.setCommitString(word);
        QCoreApplication::sendEvent(target, &done);
    };
    // A hidden field (passphrase) gets keys: input methods are off there.
    const bool composes =
        target->testAttribute(Qt::WA_InputMethodEnabled) && !(target->inputMethodHints() & Qt::ImhHiddenText);
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            commit(word);
        word.clear();
    };
    for (const QChar letter : text) {
        if (letter == QLatin1Char('\n')) {
            flush();
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
            QCoreApplication::sendEvent(target, &press);
        } else if (composes && letter != QLatin1Char(' ')) {
            word.append(letter);
        } else {
            flush();
            QKeyEvent press(QEvent::KeyPress, letter == QLatin1Char(' ') ? Qt::Key_Space : 0,
                letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(target, &press);
        }
    }
    flush();
}

/// Leaves a word half composed, as when the telephone rings in the middle of it.
inline void composeText(QWidget* widget, const QString& word)
{
    QWidget* target = receiver(widget);
    target->setFocus();
    QInputMethodEvent composing(word, {});
    QCoreApplication::sendEvent(target, &composing);
}

} // namespace maiam::test
