// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard_guard.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QKeyEvent>
#include <QMimeData>
#include <QPointer>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
const QString OpenText = QStringLiteral("application/x-maiam-open-text");
const QString KdeHint = QStringLiteral("x-kde-passwordManagerHint");

/// Offscreen, as in tests, there is no other program, and Qt does not say who owns the clipboard.
bool isOurs(const QClipboard& clipboard)
{
    return clipboard.ownsClipboard() || QGuiApplication::platformName() == u"offscreen"_s;
}

QByteArray digestOf(const QString& text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

/// The keys that copy or cut, and whatever may choose that in an open menu.
bool mayCopy(const QEvent& event)
{
    if (QApplication::activePopupWidget())
        return event.type() == QEvent::KeyPress || event.type() == QEvent::MouseButtonRelease;
    if (event.type() != QEvent::KeyPress)
        return false;
    const auto& key = static_cast<const QKeyEvent&>(event);
    return key.matches(QKeySequence::Copy) || key.matches(QKeySequence::Cut);
}
} // namespace

ClipboardGuard::ClipboardGuard(QObject* parent, std::chrono::milliseconds keep)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(keep);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::clear);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardGuard::changed);
    QCoreApplication::instance()->installEventFilter(this);
}

ClipboardGuard::~ClipboardGuard()
{
    if (QGuiApplication::instance())
        clear();
}

bool ClipboardGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWindowType() || !mayCopy(*event))
        return QObject::eventFilter(watched, event);
    // Windows tells of a change (dataChanged) only from the event loop, and tells its history at the same time. So what
    // copies is delivered from here, to the window and by it to its widgets, and the mark follows before anybody reads.
    const QPointer<ClipboardGuard> self(this);
    watched->event(event);
    if (self)
        self->markFresh();
    return true;
}

/// Marks what this program has just put there; what is marked already keeps its time.
void ClipboardGuard::markFresh()
{
    const QClipboard* clipboard = QGuiApplication::clipboard();
    if (!isOurs(*clipboard))
        return;
    const QMimeData* data = clipboard->mimeData();
    if (data && !data->hasFormat(KdeHint))
        changed();
}

void ClipboardGuard::changed()
{
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (m_marking || !isOurs(*clipboard))
        return;
    const QMimeData* data = clipboard->mimeData();
    if (!data || !data->hasText() || data->hasFormat(OpenText))
        return;
    m_digest = digestOf(data->text());
    m_timer.start();
    if (data->hasFormat(KdeHint))
        return;
    // X11 and Wayland tell at once: other programs read only when the event loop runs again, and find the mark. On
    // Windows this comes too late for the history; there the event filter has marked it already.
    auto marked = std::make_unique<QMimeData>();
    marked->setText(data->text());
    keepOutOfHistory(*marked);
    m_marking = true;
    clipboard->setMimeData(marked.release());
    m_marking = false;
}

void ClipboardGuard::clear()
{
    m_timer.stop();
    clearIfOurs(QClipboard::Clipboard);
    QClipboard* clipboard = QGuiApplication::clipboard();
    // What is selected with the mouse is offered for the middle button (X11) as long as it is selected.
    if (clipboard->supportsSelection() && clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
    m_digest.clear();
}

void ClipboardGuard::clearIfOurs(QClipboard::Mode mode)
{
    if (m_digest.isEmpty())
        return;
    QClipboard* clipboard = QGuiApplication::clipboard();
    const QMimeData* data = clipboard->mimeData(mode);
    // A clipboard manager may own it by now and still hold our text.
    if (data && data->hasText() && digestOf(data->text()) == m_digest)
        clipboard->clear(mode);
}

void ClipboardGuard::copyOpenText(const QString& text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    data->setData(OpenText, "1");
    QGuiApplication::clipboard()->setMimeData(data.release());
}

void ClipboardGuard::keepOutOfHistory(QMimeData& data)
{
    data.setData(KdeHint, "secret");
#ifdef Q_OS_WIN
    // Each named format is registered with Windows under the name in quotes; four zero bytes say no.
    const QByteArray no(4, '\0');
    for (const char* name :
        { "ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory", "CanUploadToCloudClipboard" })
        data.setData(u"application/x-qt-windows-mime;value=\"%1\""_s.arg(QLatin1StringView(name)), no);
#endif
}

} // namespace maiam
