// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace maiam {

/// A section that is closed until it is asked for: what a visitor at the desk need not see, or what is rarely needed.
class FoldedSection : public QWidget
{
    Q_OBJECT
public:
    explicit FoldedSection(const QString& title, QWidget* parent = nullptr);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    /// Where the content goes.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

Q_SIGNALS:
    /// A person opened or closed the section.
    void toggled(bool open);

private:
    QToolButton* m_button = nullptr;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_body = nullptr;
};

} // namespace maiam
