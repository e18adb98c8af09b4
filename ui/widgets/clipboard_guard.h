// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QClipboard>
#include <QObject>
#include <QTimer>

#include <chrono>

class QMimeData;

namespace maiam {

/// Takes what was copied in this program off the clipboard (bộ nhớ tạm) again: 30 s after the copying, on locking and
/// on quitting, and only while the clipboard still holds it. Also asks the system's clipboard history to leave it out.
/// Texts without names or numbers of a person, put there by copyOpenText(), are left alone.
class ClipboardGuard : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds Keep { 30 };

    explicit ClipboardGuard(QObject* parent = nullptr, std::chrono::milliseconds keep = Keep);
    ~ClipboardGuard() override;
    Q_DISABLE_COPY_MOVE(ClipboardGuard)

    /// Takes it off now, as on locking.
    void clear();
    /// Copies a text that anybody may see, such as a month's counts.
    static void copyOpenText(const QString& text);
    /// Marks data so that clipboard histories leave it out (KDE's Klipper, Windows' Win+V and cloud clipboard).
    static void keepOutOfHistory(QMimeData& data);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void changed();
    void markFresh();
    void clearIfOurs(QClipboard::Mode mode);
    QTimer m_timer;
    QByteArray m_digest; ///< of the text that was copied; the text itself is not kept a second time
    bool m_marking = false;
};

} // namespace maiam
