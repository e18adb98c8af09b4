// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace maiam {

/// How near the end of a legal clock is. Only what has a legal clock gets a coloured edge.
enum class Urgency { None, Amber, Red };

/// A white card with a hairline; its left edge is coloured by urgency. The words inside must say the same.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    /// A card headed by a section title.
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    void setUrgency(Urgency urgency);
    [[nodiscard]] Urgency urgency() const { return m_urgency; }
    /// Where the content goes.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body = nullptr;
    QLabel* m_title = nullptr;
    Urgency m_urgency = Urgency::None;
};

} // namespace maiam
