// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QLabel;
class QTimer;

namespace maiam {

/// Search as you type: waits until the typing rests for 150 ms; Enter searches at once before it opens anything. What a
/// Vietnamese keyboard still composes counts as typed.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);
    /// How long the typing must rest, in milliseconds.
    void setDelay(int ms);
    /// Whether "Ctrl+F" is shown at the right end; it is, unless told otherwise.
    void setShortcutShown(bool shown);
    /// Searches now if a search is pending.
    void flush();
    /// The text including what is being composed.
    [[nodiscard]] QString query() const;

Q_SIGNALS:
    /// The query changed and the typing rests. Sent once for each different query.
    void searchRequested(const QString& query);
    /// Enter: open what was found. A pending search was sent before.
    void opened();
    /// Arrow down: the list should take the focus.
    void listWanted();

protected:
    void inputMethodEvent(QInputMethodEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void plan();
    void placeHint();
    QTimer* m_timer = nullptr;
    QLabel* m_hint = nullptr;
    bool m_shortcutShown = true;
    QString m_preedit;
    QString m_sent;
};

} // namespace maiam
