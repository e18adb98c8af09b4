// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/drafts/form_draft.h"
#include "ui/shell/navigation_column.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/wheel_guard.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace maiam {

namespace {
bool standsInMessage(const QWidget* widget, const QWidget* page)
{
    while (widget != page && !qobject_cast<const MessageBar*>(widget))
        widget = widget->parentWidget();
    return widget != page;
}

/// A page that was opened by a menu or a key is worked in by keys at once. The cross of a message that is still there
/// is not where the work is.
void focusFirst(QWidget* page)
{
    for (QWidget* next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain())
        if (page->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isEnabled()
            && next->isVisibleTo(page) && !standsInMessage(next, page))
            return next->setFocus(Qt::OtherFocusReason);
}
} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_outer(new QStackedWidget(this))
    , m_work(new QWidget)
    , m_navigation(new NavigationColumn)
    , m_pages(new QStackedWidget)
    , m_footer(new Footer)
    , m_notice(makeWrappedLabel({}, TextStyle::Section, nullptr))
{
    InputGuard::install();
    WheelGuard::install();
    auto* all = new QVBoxLayout(m_work);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* notice = static_cast<QLabel*>(m_notice);
    notice->setAlignment(Qt::AlignCenter);
    notice->setAutoFillBackground(true);
    QPalette palette = notice->palette();
    palette.setColor(QPalette::Window, Theme::ground(Tone::Amber));
    palette.setColor(QPalette::WindowText, Theme::ink(Tone::Amber));
    notice->setPalette(palette);
    notice->hide();
    all->addWidget(notice);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    // At 200 % the column can be taller than the window.
    m_navigationScroll = new QScrollArea;
    m_navigationScroll->setWidgetResizable(true);
    m_navigationScroll->setFrameShape(QFrame::NoFrame);
    m_navigationScroll->setFocusPolicy(Qt::NoFocus);
    m_navigationScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_navigationScroll->setWidget(m_navigation);
    m_navigationScroll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_navigationScroll->installEventFilter(this);
    middle->addWidget(m_navigationScroll);
    // A page that wants more than there is must not push the window over the screen's edge.
    m_pages->setMinimumSize(Theme::scaled(300), Theme::scaled(200));
    middle->addWidget(m_pages, 1);
    all->addLayout(middle, 1);
    all->addWidget(m_footer);
    m_outer->addWidget(m_work);
    setCentralWidget(m_outer);
    const QScreen* screen = QGuiApplication::primaryScreen();
    resize(screen ? QSize(1366, 768).boundedTo(screen->availableSize()) : QSize(1366, 768));

    connect(m_navigation, &NavigationColumn::mainActionRequested, this, &MainWindow::mainActionRequested);
    connect(m_navigation, &NavigationColumn::lockRequested, this, &MainWindow::lockRequested);
    connect(m_navigation, &NavigationColumn::doorChosen, this, &MainWindow::openDoor);
    bindKeys();
}

void MainWindow::fitNavigation()
{
    const int hint = m_navigation->sizeHint().width();
    const bool scrolls = m_navigation->sizeHint().height() > m_navigationScroll->height();
    m_navigationScroll->setFixedWidth(std::max(Theme::scaled(188), hint) + (scrolls ? Theme::scaled(12) : 0));
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_navigationScroll && event->type() == QEvent::Resize)
        fitNavigation(); // the foot may have become higher
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::bindKeys()
{
    const QString doors[DoorCount] = { tr("Today"), tr("Cases"), tr("Children"), tr("Activities"), tr("Reports") };
    const auto whenOpen = [this](auto run) {
        return [this, run] {
            if (!isCovered())
                run();
        };
    };
    for (int i = 0; i < DoorCount; ++i)
        m_shortcuts.add(QKeySequence(QKeyCombination(Qt::ControlModifier, static_cast<Qt::Key>(Qt::Key_1 + i))),
            doors[i], m_work, whenOpen([this, i] { openDoor(static_cast<Door>(i)); }));
    m_shortcuts.add(QKeySequence(Qt::CTRL | Qt::Key_N), tr("Take a report"), m_work, whenOpen([this] {
        if (m_mainAction)
            Q_EMIT mainActionRequested();
    }));
    m_shortcuts.add(QKeySequence(Qt::CTRL | Qt::Key_F), tr("Search"), m_work, whenOpen([this] {
        QWidget* search = currentPage() ? currentPage()->searchField() : nullptr;
        if (search)
            search->setFocus(Qt::ShortcutFocusReason);
        if (auto* line = qobject_cast<QLineEdit*>(search))
            line->selectAll(); // also when it has the focus already: the next search takes the place of this one
    }));
    // In the program LockKey takes it first, also where a shortcut is not asked; this is its line in the guide.
    m_shortcuts.add(
        QKeySequence(Qt::CTRL | Qt::Key_L), tr("Lock"), m_work, whenOpen([this] { Q_EMIT lockRequested(); }));
    m_shortcuts.add(QKeySequence(Qt::ALT | Qt::Key_Left), tr("Back"), m_work, whenOpen([this] { back(); }));
    m_shortcuts.add(QKeySequence(Qt::Key_F1), tr("Guide"), this, [this] { Q_EMIT guideRequested(); });
}

void MainWindow::setDoorPage(Door door, Page* page)
{
    const auto index = static_cast<size_t>(door);
    if (m_doors.at(index) == page)
        return;
    delete m_doors.at(index);
    m_doors.at(index) = page;
    if (page)
        m_pages->addWidget(page);
}

Page* MainWindow::doorPage(Door door) const
{
    return m_doors.at(static_cast<size_t>(door));
}

void MainWindow::leaveCurrent()
{
    commitPendingInput();
    if (Page* page = qobject_cast<Page*>(m_pages->currentWidget()))
        page->deactivated();
    flushDrafts(m_pages);
}

void MainWindow::dropOpened()
{
    for (const Opened& opened : std::as_const(m_opened)) {
        if (opened.page) {
            m_pages->removeWidget(opened.page);
            opened.page->deleteLater();
        }
    }
    m_opened.clear();
}

void MainWindow::openDoor(Door door)
{
    if (!doorPage(door))
        Q_EMIT doorPageWanted(door);
    Page* page = doorPage(door);
    if (!page)
        return;
    leaveCurrent();
    dropOpened();
    m_door = door;
    m_navigation->setCurrent(door);
    bringToFront(page);
}

void MainWindow::openPage(Page* page, std::optional<Door> under)
{
    leaveCurrent();
    m_pages->addWidget(page);
    m_opened.append({ page, under });
    if (under)
        m_navigation->setCurrent(*under);
    else
        m_navigation->clearCurrent();
    bringToFront(page);
}

void MainWindow::back()
{
    if (m_opened.isEmpty())
        return;
    leaveCurrent();
    const Opened left = m_opened.takeLast();
    if (left.page) {
        m_pages->removeWidget(left.page);
        left.page->deleteLater();
    }
    Page* before = m_opened.isEmpty() ? doorPage(m_door) : m_opened.last().page.data();
    const std::optional<Door> under = m_opened.isEmpty() ? std::optional(m_door) : m_opened.last().under;
    if (under)
        m_navigation->setCurrent(*under);
    else
        m_navigation->clearCurrent();
    if (before)
        bringToFront(before);
}

void MainWindow::bringToFront(Page* page)
{
    m_pages->setCurrentWidget(page);
    if (QWidget* search = page->searchField())
        search->setFocus();
    page->activated();
    if (!page->isAncestorOf(QApplication::focusWidget()))
        focusFirst(page);
}

Page* MainWindow::currentPage() const
{
    return isCovered() ? nullptr : qobject_cast<Page*>(m_pages->currentWidget());
}

void MainWindow::showFullPage(QWidget* page)
{
    leaveCurrent();
    Questions::cancelAll();
    QWidget* before = isCovered() ? m_outer->currentWidget() : nullptr;
    m_outer->addWidget(page);
    m_outer->setCurrentWidget(page);
    page->setFocus();
    if (before) {
        m_outer->removeWidget(before);
        before->deleteLater();
    }
}

void MainWindow::showWork()
{
    if (!isCovered())
        return;
    QWidget* before = m_outer->currentWidget();
    m_outer->setCurrentWidget(m_work);
    m_outer->removeWidget(before);
    before->deleteLater();
}

bool MainWindow::isCovered() const
{
    return m_outer->currentWidget() != m_work;
}

void MainWindow::keepDrafts()
{
    commitPendingInput();
    const QList<Page*> pages = m_pages->findChildren<Page*>(Qt::FindDirectChildrenOnly);
    for (Page* page : pages)
        page->deactivated();
    flushDrafts(m_pages);
}

QList<Page*> MainWindow::openedPages() const
{
    QList<Page*> pages;
    for (const Opened& opened : m_opened)
        if (opened.page)
            pages.append(opened.page);
    return pages;
}

QStringList MainWindow::runningWork() const
{
    QStringList names;
    const QList<LongTaskBar*> bars = m_pages->findChildren<LongTaskBar*>();
    for (const LongTaskBar* bar : bars)
        if (bar->isRunning() && bar->kind() == LongTaskBar::Kind::Work) // nobody began what a page only reads
            names.append(bar->what());
    return names;
}

void MainWindow::closeAllPages()
{
    flushDrafts(m_pages);
    // At once and not later: pages hold a register that goes next.
    m_opened.clear();
    qDeleteAll(m_pages->findChildren<Page*>(Qt::FindDirectChildrenOnly));
}

void MainWindow::setMainAction(const QString& text)
{
    m_navigation->setMainAction(text);
    fitNavigation();
}

void MainWindow::setMainActionShown(bool shown)
{
    m_mainAction = shown;
    m_navigation->setMainActionShown(shown);
    fitNavigation();
}

void MainWindow::setBadge(Door door, int count)
{
    m_navigation->setBadge(door, count);
    fitNavigation();
}

void MainWindow::setUser(const QString& name, const QString& post)
{
    m_navigation->setUser(name, post);
}

void MainWindow::setHotlines(const QList<Hotline>& hotlines)
{
    m_footer->setHotlines(hotlines);
}

void MainWindow::setStatus(const QString& status)
{
    m_footer->setStatus(status);
}

void MainWindow::setNotice(const QString& notice)
{
    static_cast<QLabel*>(m_notice)->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

QAction* MainWindow::addMore(const QString& text)
{
    return m_navigation->moreMenu()->addAction(text);
}

void MainWindow::clearMore()
{
    m_navigation->moreMenu()->clear();
}

void MainWindow::addMoreSeparator()
{
    m_navigation->moreMenu()->addSeparator();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    keepDrafts();
    Questions::cancelAll();
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace maiam
