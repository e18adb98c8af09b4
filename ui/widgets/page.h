// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace maiam {

class ElidedLabel;
class LongTaskBar;
class MessageBar;

/// The base of every page: title and few actions on one line, a place for messages, the main thing in the middle, what
/// helps it on the right. When the window is narrow or the text large, the right column moves below.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    /// The secondary text beside the title.
    void setSubtitle(const QString& subtitle);
    /// Puts a widget (chip, search field, filters) after the title; \a stretch lets it grow.
    void addToTitle(QWidget* widget, int stretch = 0);
    /// An outlined button at the right end of the title's line.
    QPushButton* addAction(const QString& text);
    /// The filled one.
    QPushButton* addPrimaryAction(const QString& text);
    /// Puts a whole row under the title's line, above the body (filters, step line).
    void addRow(QWidget* row);
    /// The main thing; replaces the one before. A column scrolls as a whole; with \a scroll false (tables, which scroll
    /// themselves) it takes the height that there is.
    void setBody(QWidget* body, bool scroll = true);
    /// The layout of a scrolling body that is a plain column; made on first use.
    [[nodiscard]] QVBoxLayout* column();
    /// Adds a card to the right column, at the end or, with \a first, at its top.
    void addSide(QWidget* card, bool first = false);
    /// Shows a widget in place of all but title and message, or, with null, the page again.
    void setCover(QWidget* cover);
    [[nodiscard]] bool isCovered() const { return m_cover; }
    /// The message of this page.
    [[nodiscard]] MessageBar* message() const { return m_message; }
    /// The long work of this page.
    [[nodiscard]] LongTaskBar* task() const { return m_task; }

    /// What Ctrl+F puts the focus on; nothing unless the page has a search.
    [[nodiscard]] virtual QWidget* searchField() const { return nullptr; }
    /// Called when the page comes to the front.
    virtual void activated() { }
    /// Called before the page goes to the back, is closed or locked; composed input has been committed. A page keeps
    /// its draft here. It cannot refuse: locking waits for nobody.
    virtual void deactivated() { }
    /// Where in the page a person is (month, filter, step …), so that unlocking leads back there. It is kept inside the
    /// register, in codes and ids where that is enough.
    [[nodiscard]] virtual QJsonObject place() const { return {}; }
    /// Goes there again, called once after the page has come to the front. A form takes up its draft without asking.
    virtual void returnTo(const QJsonObject& place) { Q_UNUSED(place) }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeSide();
    void placeActions();
    void placeBelow(bool extras, bool actions);
    void placeRows();
    void placeCover();
    QLabel* m_title = nullptr;
    ElidedLabel* m_subtitle = nullptr;
    QHBoxLayout* m_titleRow = nullptr;
    QWidget* m_extraBox = nullptr; ///< chips and filters that belong to the title
    QWidget* m_actionBox = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QWidget* m_rowBox = nullptr;
    MessageBar* m_message = nullptr;
    LongTaskBar* m_task = nullptr;
    QHBoxLayout* m_middle = nullptr;
    QVBoxLayout* m_left = nullptr;
    QWidget* m_body = nullptr;
    QScrollArea* m_bodyScroll = nullptr;
    QScrollArea* m_cover = nullptr; ///< stands in place of the rest
    QVBoxLayout* m_scrolled = nullptr;
    QWidget* m_sideContent = nullptr;
    QVBoxLayout* m_column = nullptr;
    QScrollArea* m_sideScroll = nullptr;
    QVBoxLayout* m_side = nullptr;
    bool m_sideBelow = false;
    bool m_extrasBelow = false;
    bool m_actionsBelow = false;
    bool m_rowsScroll = false;
};

} // namespace maiam
