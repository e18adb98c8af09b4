// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTimer>

namespace maiam {

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent)
    , m_timer(new QTimer(this))
    , m_hint(makeLabel(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText), TextStyle::Secondary, this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(150);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search by name, parent, number, village, code"));
    connect(m_timer, &QTimer::timeout, this, &SearchField::flush);
    connect(this, &QLineEdit::textChanged, this, &SearchField::plan);
}

void SearchField::setShortcutShown(bool shown)
{
    m_shortcutShown = shown;
    placeHint();
}

void SearchField::setDelay(int ms)
{
    m_timer->setInterval(ms);
}

QString SearchField::query() const
{
    QString typed = text();
    return typed.insert(cursorPosition(), m_preedit);
}

void SearchField::plan()
{
    placeHint();
    m_timer->start();
}

void SearchField::flush()
{
    m_timer->stop();
    if (query() == m_sent)
        return;
    m_sent = query();
    Q_EMIT searchRequested(m_sent);
}

void SearchField::inputMethodEvent(QInputMethodEvent* event)
{
    m_preedit = event->preeditString();
    QLineEdit::inputMethodEvent(event);
    plan();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commitPendingInput();
        flush();
        Q_EMIT opened();
        return;
    case Qt::Key_Down:
        flush();
        Q_EMIT listWanted();
        return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            flush();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeHint();
}

void SearchField::placeHint()
{
    m_hint->adjustSize();
    const bool room = width() > m_hint->width() * 5;
    m_hint->setVisible(m_shortcutShown && room && query().isEmpty());
    setTextMargins(0, 0, m_hint->isHidden() ? 0 : m_hint->width() + Theme::scaled(space::S), 0);
    m_hint->move(width() - m_hint->width() - Theme::scaled(space::M), (height() - m_hint->height()) / 2);
}

} // namespace maiam
