// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QWidget>

#include <functional>
#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace maiam {

/// A message in the page, in place of a dialog: what, why, what now; at most one action.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Ok, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);
    /// Shows a message; a screen reader says it.
    void showMessage(Kind kind, const QString& text);
    /// The same with one button.
    void showMessage(Kind kind, const QString& text, const QString& action, std::function<void()> run);
    /// The same with a second answer, which looks like a link. Neither is a close: the bar stays until one is given.
    void showChoice(Kind kind, const QString& text, const QString& action, std::function<void()> run,
        const QString& other, std::function<void()> runOther);
    /// Shows an error's sentence for the person.
    void showError(const Error& error);
    /// Takes the message away.
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Whether a choice stands there, which only an answer may take away.
    [[nodiscard]] bool asks() const { return !isHidden() && m_runOther; }
    /// Whether a person may close it; true unless told otherwise.
    void setClosable(bool closable);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeButtons();
    Kind m_kind = Kind::Info;
    QGridLayout* m_grid = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QWidget* m_buttons = nullptr;
    QPushButton* m_action = nullptr;
    QPushButton* m_other = nullptr;
    QToolButton* m_close = nullptr;
    std::function<void()> m_run;
    std::function<void()> m_runOther;
    bool m_closable = true;
    std::optional<bool> m_buttonsBelow;
};

} // namespace maiam
