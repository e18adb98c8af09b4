// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/door.h"
#include "ui/shell/footer.h"
#include "ui/widgets/shortcut_registry.h"

#include <QList>
#include <QMainWindow>
#include <QPointer>

#include <array>
#include <optional>

class QAction;
class QScrollArea;
class QStackedWidget;

namespace maiam {

class NavigationColumn;
class Page;

/// The one window: doors on the left, one page at a time, the foot below. The lock and the first start cover all of it.
///
/// Keys: Ctrl+1…5 the doors, Ctrl+N the main action, Ctrl+F the page's search, Ctrl+L lock, F1 the guide, Alt+Left
/// back.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);

    /// The page behind a door; the window owns it.
    void setDoorPage(Door door, Page* page);
    [[nodiscard]] Page* doorPage(Door door) const;
    /// Brings a door's page to the front.
    void openDoor(Door door);
    /// Opens a page that is not a door's own, such as one case or the intake; the window owns it. \a under says which
    /// door stays marked. The page is deleted when it is left by back() or by a door.
    void openPage(Page* page, std::optional<Door> under = std::nullopt);
    /// Goes back to the page before.
    void back();
    /// The page in front; nothing while a full page covers the window.
    [[nodiscard]] Page* currentPage() const;

    /// Covers the whole window, doors and foot included, with the lock or the first start; the window owns \a page and
    /// deletes it when another one or showWork() comes. Closes open questions and lets the current page keep its draft.
    void showFullPage(QWidget* page);
    /// Takes the full page away and shows the doors.
    void showWork();
    [[nodiscard]] bool isCovered() const;
    /// Lets every page keep its draft (Page::deactivated), with the word that is being composed.
    void keepDrafts();
    /// Deletes every page: after locking, nothing that was read stays on a screen.
    void closeAllPages();
    /// The door that is marked or lies under the opened pages.
    [[nodiscard]] Door door() const { return m_door; }
    /// The pages opened over the door's own, the one in front last.
    [[nodiscard]] QList<Page*> openedPages() const;
    /// The names of long work that is under way on any page; not of what a page only reads to show it.
    [[nodiscard]] QStringList runningWork() const;

    /// The filled button's text; see NavigationColumn.
    void setMainAction(const QString& text);
    /// Whether there is one, for people who only look.
    void setMainActionShown(bool shown);
    void setBadge(Door door, int count);
    void setUser(const QString& name, const QString& post);
    void setHotlines(const QList<Hotline>& hotlines);
    void setStatus(const QString& status);
    /// A line under the title bar for the whole window, for example "SỐ LIỆU MẪU" in a demo register; empty hides it.
    void setNotice(const QString& notice);
    /// Empties "Thêm": each unlocking fills it anew.
    void clearMore();
    /// Adds an entry under "Thêm".
    QAction* addMore(const QString& text);
    void addMoreSeparator();
    [[nodiscard]] ShortcutRegistry& shortcuts() { return m_shortcuts; }

Q_SIGNALS:
    /// Ctrl+N or the filled button.
    void mainActionRequested();
    void lockRequested();
    void guideRequested();
    /// A door was opened for which no page has been set yet; set it now.
    void doorPageWanted(maiam::Door door);
    /// The window is to be closed: keep drafts, back up, then accept by quitting. The window hides itself.
    void closing();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void bindKeys();
    void fitNavigation();
    void bringToFront(Page* page);
    void leaveCurrent();
    void dropOpened();
    struct Opened
    {
        QPointer<Page> page;
        std::optional<Door> under;
    };
    ShortcutRegistry m_shortcuts;
    QStackedWidget* m_outer = nullptr;
    QWidget* m_work = nullptr;
    QScrollArea* m_navigationScroll = nullptr;
    NavigationColumn* m_navigation = nullptr;
    QStackedWidget* m_pages = nullptr;
    Footer* m_footer = nullptr;
    QWidget* m_notice = nullptr;
    std::array<QPointer<Page>, DoorCount> m_doors;
    Door m_door = Door::Today;
    bool m_mainAction = true;
    QList<Opened> m_opened;
};

} // namespace maiam
