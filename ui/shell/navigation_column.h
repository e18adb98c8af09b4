// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/door.h"

#include <QWidget>

#include <array>
#include <functional>

class QAbstractButton;
class QLabel;
class QMenu;
class QPushButton;

namespace maiam {

/// The column on the left: the filled button, five doors with badges, "Thêm", and who works here with the lock.
class NavigationColumn : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationColumn(QWidget* parent = nullptr);
    /// The text of the filled button: "+ Take a report" in a commune, "Receive packages…" in the province.
    void setMainAction(const QString& text);
    void setMainActionShown(bool shown);
    /// How many things need doing behind a door; 0 hides the badge.
    void setBadge(Door door, int count);
    void setCurrent(Door door);
    /// No door is current, for a page that belongs to none.
    void clearCurrent();
    /// Display name and post.
    void setUser(const QString& name, const QString& post);
    /// The menu under "Thêm"; callers add their actions.
    [[nodiscard]] QMenu* moreMenu() const { return m_menu; }

Q_SIGNALS:
    void mainActionRequested();
    void doorChosen(maiam::Door door);
    void lockRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPushButton* m_main = nullptr;
    std::array<QAbstractButton*, DoorCount> m_doors {};
    QAbstractButton* m_more = nullptr;
    QMenu* m_menu = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_post = nullptr;
};

} // namespace maiam
