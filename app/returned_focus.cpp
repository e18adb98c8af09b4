// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/returned_focus.h"

#include "ui/drafts/form_draft.h"
#include "ui/widgets/tab_order.h"

#include <QApplication>
#include <QEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>
#include <QTextCursor>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// A page is read and its draft taken up well within this time; then the focus is left alone.
constexpr std::chrono::seconds Longest { 3 };

/// The widgets of this name that are seen: a case and its child have fields of the same names.
QList<QWidget*> seen(const QWidget* page, const QString& name)
{
    QList<QWidget*> found = page->findChildren<QWidget*>(name);
    found.removeIf([page](const QWidget* one) { return !one->isVisibleTo(page); });
    return found;
}

int cursorOf(const QWidget* input)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(input))
        return line->cursorPosition();
    if (const auto* area = qobject_cast<const QPlainTextEdit*>(input))
        return area->textCursor().position();
    return 0;
}

void setCursor(QWidget* input, int cursor)
{
    if (auto* line = qobject_cast<QLineEdit*>(input)) {
        line->deselect();
        line->setCursorPosition(cursor);
    }
    if (auto* area = qobject_cast<QPlainTextEdit*>(input)) {
        QTextCursor place = area->textCursor();
        place.setPosition(std::min(cursor, area->document()->characterCount() - 1));
        area->setTextCursor(place);
    }
}

/// The end of a widget's focus proxies; of a box that takes no focus the first that does in it.
QWidget* inputOf(QWidget* named)
{
    while (named->focusProxy())
        named = named->focusProxy();
    return named->focusPolicy() == Qt::NoFocus ? tabOrder::first(named) : named;
}

/// Waits with the page until the input is there. It goes with the page, when the person does something, or in the end.
class Returning : public QObject
{
public:
    Returning(QWidget* page, const QJsonObject& focus)
        : QObject(page)
        , m_page(page)
        , m_focus(focus)
    {
        qApp->installEventFilter(this);
        connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) {
            if (now && m_page->isAncestorOf(now)) // the page itself puts the focus where typing begins
                QTimer::singleShot(0, this, [this] { put(); });
        });
        QTimer::singleShot(0, this, [this] { put(); });
        QTimer::singleShot(Longest, this, &QObject::deleteLater);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress || types(event)) {
            m_over = true;
            deleteLater();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    /// An empty event of the input method only says that it goes to another input.
    static bool types(const QEvent* event)
    {
        if (event->type() != QEvent::InputMethod)
            return false;
        const auto* typed = static_cast<const QInputMethodEvent*>(event);
        return !typed->preeditString().isEmpty() || !typed->commitString().isEmpty();
    }
    void put()
    {
        watchDrafts();
        const QList<QWidget*> named = seen(m_page, m_focus.value("name"_L1).toString());
        const int at = m_focus.value("at"_L1).toInt();
        QWidget* input = at >= 0 && at < named.size() ? inputOf(named.at(at)) : nullptr;
        if (m_over || !input || !input->isEnabled())
            return;
        if (!input->hasFocus()) {
            input->setFocus(Qt::OtherFocusReason); // selects nothing
            setCursor(input, m_focus.value("cursor"_L1).toInt());
        }
    }
    /// Forms of a page may come later than the page.
    void watchDrafts()
    {
        const auto drafts = m_page->findChildren<FormDraft*>();
        for (FormDraft* draft : drafts) {
            if (m_watched.contains(draft))
                continue;
            m_watched.insert(draft);
            connect(draft, &FormDraft::taken, this, [this] {
                QTimer::singleShot(0, this, [this] {
                    put();
                    placeCursor();
                });
            });
        }
    }
    /// What stood there when the focus came may have been an empty field.
    void placeCursor()
    {
        QWidget* input = m_page->focusWidget();
        const QWidget* named = input;
        while (named && named != m_page && named->objectName() != m_focus.value("name"_L1).toString())
            named = named->parentWidget();
        if (!m_over && named && named != m_page)
            setCursor(input, m_focus.value("cursor"_L1).toInt());
    }

    QWidget* m_page;
    QJsonObject m_focus;
    QSet<const FormDraft*> m_watched;
    bool m_over = false;
};
} // namespace

QJsonObject returnedFocus::of(const QWidget* page)
{
    // The page's own and not the program's: a lock also comes while another window is in front.
    QWidget* input = page->focusWidget();
    QWidget* named = input;
    while (named && named != page && (named->objectName().isEmpty() || named->objectName().startsWith("qt_"_L1)))
        named = named->parentWidget();
    if (!named || named == page)
        return {};
    return { { u"page"_s, QString::fromLatin1(page->metaObject()->className()) }, { u"name"_s, named->objectName() },
        { u"at"_s, int(seen(page, named->objectName()).indexOf(named)) }, { u"cursor"_s, cursorOf(input) } };
}

void returnedFocus::put(QWidget* page, const QJsonObject& focus)
{
    if (!focus.isEmpty() && focus.value("page"_L1).toString() == QLatin1StringView(page->metaObject()->className()))
        new Returning(page, focus); // goes with the page
}

} // namespace maiam
