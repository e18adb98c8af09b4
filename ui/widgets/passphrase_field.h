// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace maiam {

/// Where a passphrase (cụm mật khẩu) is typed: hidden, with a "show" button inside, and a line that says when Caps Lock
/// seems to be on. Never fills, never remembers.
class PassphraseField : public QWidget
{
    Q_OBJECT
public:
    explicit PassphraseField(QWidget* parent = nullptr);
    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// Empties the field and hides the letters again.
    void clear();
    void selectAll();
    /// Takes the "show" button away: somebody else at the same keyboard must not read what was typed.
    void setShowable(bool showable);
    /// Shows or hides the letters.
    void setShown(bool shown);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void textChanged(const QString& text);
    void returnPressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeButton();
    QLineEdit* m_edit = nullptr;
    QToolButton* m_show = nullptr;
    QLabel* m_caps = nullptr;
    bool m_showable = true;
};

} // namespace maiam
