// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/input_guard.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QWidget>

namespace maiam {

namespace {
QPointer<InputGuard>& theGuard()
{
    static QPointer<InputGuard> guard;
    return guard;
}
} // namespace

InputGuard::InputGuard(QObject* parent)
    : QObject(parent)
{
    parent->installEventFilter(this);
}

void InputGuard::install()
{
    if (!theGuard())
        theGuard() = new InputGuard(QCoreApplication::instance());
}

InputGuard* InputGuard::instance()
{
    return theGuard();
}

bool InputGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::InputMethod)
        watch(watched, *static_cast<QInputMethodEvent*>(event));
    return QObject::eventFilter(watched, event);
}

void InputGuard::watch(QObject* watched, const QInputMethodEvent& event)
{
    // The same event first reaches the window and then the widget; the last receiver is the one that holds the word.
    if (!event.commitString().isEmpty())
        m_committed = true;
    m_preedit = event.preeditString();
    m_object = m_preedit.isEmpty() ? nullptr : watched;
}

QString InputGuard::composedIn(const QWidget* widget) const
{
    // A text area composes in its viewport.
    const auto* where = qobject_cast<const QWidget*>(m_object.data());
    return where && (where == widget || widget->isAncestorOf(where)) ? m_preedit : QString();
}

void InputGuard::commit()
{
    const QString held = m_preedit;
    const QPointer<QObject> object = m_object;
    m_committed = false;
    QGuiApplication::inputMethod()->commit();
    // Some input methods answer commit() with nothing and put the word in place on reset(); some only forget it.
    if (!m_committed)
        QGuiApplication::inputMethod()->reset();
    if (!m_committed && !held.isEmpty() && object) {
        QInputMethodEvent event;
        event.setCommitString(held);
        QCoreApplication::sendEvent(object, &event);
    }
    m_preedit.clear();
    m_object.clear();
}

void commitPendingInput()
{
    InputGuard::install();
    InputGuard::instance()->commit();
}

} // namespace maiam
