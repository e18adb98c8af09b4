// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/steady_scroll_area.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace maiam {

namespace {
QScrollArea* scrollAround(QWidget* content)
{
    auto* scroll = new SteadyScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

/// Where Tab stops first within a widget; null when it stops nowhere.
QWidget* firstStop(QWidget* within)
{
    for (QWidget* one = within->nextInFocusChain(); one != within; one = one->nextInFocusChain())
        if (within->isAncestorOf(one) && (one->focusPolicy() & Qt::TabFocus) && one->isEnabled() && one->isVisible())
            return one;
    return nullptr;
}

/// A column at the top of a widget. A stretch keeps it there, not the layout's alignment, which squeezes texts that
/// take more lines than their size hint says.
QVBoxLayout* topColumn(QWidget* content)
{
    auto* whole = new QVBoxLayout(content);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(Theme::scaled(space::M));
    whole->addLayout(column);
    whole->addStretch(1);
    return column;
}
} // namespace

Page::Page(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextStyle::Title, this))
    , m_subtitle(new ElidedLabel(TextStyle::Body, this))
    , m_titleRow(new QHBoxLayout)
    , m_extraBox(new QWidget(this))
    , m_actionBox(new QWidget(this))
    , m_rows(new QVBoxLayout(this))
    , m_message(new MessageBar(this))
    , m_task(new LongTaskBar(this))
    , m_middle(new QHBoxLayout)
    , m_left(new QVBoxLayout)
{
    const int gap = Theme::scaled(space::M);
    m_rows->setContentsMargins(
        Theme::scaled(space::XL), Theme::scaled(space::L), Theme::scaled(space::XL), Theme::scaled(space::M));
    m_rows->setSpacing(gap);
    m_titleRow->setSpacing(gap);
    m_titleRow->addWidget(m_title);
    m_titleRow->addWidget(m_subtitle);
    setMuted(m_subtitle);
    for (QWidget* box : { m_extraBox, m_actionBox }) {
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(gap);
    }
    m_titleRow->addWidget(m_extraBox, 0, Qt::AlignVCenter);
    m_titleRow->addStretch(1);
    m_titleRow->addWidget(m_actionBox, 0, Qt::AlignVCenter);
    m_rows->addLayout(m_titleRow);
    m_rows->addWidget(m_message);
    m_rows->addWidget(m_task);
    m_left->setSpacing(gap);
    m_middle->setSpacing(Theme::scaled(space::L));
    m_middle->addLayout(m_left, 1);
    // Below the body is room for the right column, when it has none beside it.
    auto* content = new QWidget;
    m_scrolled = new QVBoxLayout(content);
    m_scrolled->setContentsMargins(0, 0, 0, 0);
    m_scrolled->setSpacing(gap);
    m_bodyScroll = scrollAround(content);
    m_left->addWidget(m_bodyScroll, 1);
    m_rows->addLayout(m_middle, 1);
}

void Page::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QString Page::title() const
{
    return m_title->text();
}

void Page::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
}

void Page::addToTitle(QWidget* widget, int stretch)
{
    if (stretch > 0)
        m_titleRow->insertWidget(m_titleRow->indexOf(m_subtitle), widget, stretch);
    else
        m_extraBox->layout()->addWidget(widget);
}

QPushButton* Page::addAction(const QString& text)
{
    QPushButton* button = makeButton(text, m_actionBox);
    m_actionBox->layout()->addWidget(button);
    return button;
}

QPushButton* Page::addPrimaryAction(const QString& text)
{
    QPushButton* button = makePrimaryButton(text, m_actionBox);
    m_actionBox->layout()->addWidget(button);
    return button;
}

void Page::addRow(QWidget* row)
{
    if (!m_rowBox) {
        m_rowBox = new QWidget(this);
        auto* rows = new QVBoxLayout(m_rowBox);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(Theme::scaled(space::M));
        m_rows->insertWidget(m_rows->indexOf(m_message), m_rowBox);
        placeRows();
    }
    m_rowBox->layout()->addWidget(row);
}

void Page::placeRows()
{
    // In a low window, or with large text, the rows scroll with the body; else nothing would be left for it.
    const bool scroll = height() < Theme::scaled(420);
    if (!m_rowBox || scroll == m_rowsScroll)
        return;
    m_rowsScroll = scroll;
    m_rows->removeWidget(m_rowBox);
    m_scrolled->removeWidget(m_rowBox);
    if (scroll)
        m_scrolled->insertWidget(0, m_rowBox);
    else
        m_rows->insertWidget(m_rows->indexOf(m_message), m_rowBox);
    m_rowBox->setVisible(!m_cover);
}

void Page::setCover(QWidget* cover)
{
    const bool uncovers = m_cover && !cover;
    if (m_cover) {
        m_cover->hide();
        m_cover->deleteLater(); // one of its buttons may be what asks for this
    }
    m_cover = nullptr;
    if (cover) {
        auto* content = new QWidget;
        topColumn(content)->addWidget(cover);
        m_cover = scrollAround(content);
        m_left->addWidget(m_cover, 1);
    }
    placeCover();
    if (!isVisible())
        return;
    // What had the focus is hidden now.
    if (cover)
        cover->setFocus(Qt::OtherFocusReason);
    else if (QWidget* first = uncovers ? firstStop(m_bodyScroll) : nullptr)
        first->setFocus(Qt::OtherFocusReason);
}

void Page::placeCover()
{
    for (QWidget* part : { static_cast<QWidget*>(m_bodyScroll), m_extraBox, m_actionBox })
        part->setVisible(!m_cover);
    if (m_rowBox)
        m_rowBox->setVisible(!m_cover);
    if (m_sideScroll)
        m_sideScroll->setVisible(!m_cover && !m_sideBelow);
}

void Page::setBody(QWidget* body, bool scroll)
{
    delete m_body;
    m_body = body;
    m_scrolled->insertWidget(m_rowsScroll ? 1 : 0, body, 1);
    if (!scroll)
        body->setMinimumHeight(Theme::scaled(150));
}

QVBoxLayout* Page::column()
{
    if (!m_column) {
        auto* content = new QWidget;
        m_column = topColumn(content);
        setBody(content, true);
    }
    return m_column;
}

void Page::addSide(QWidget* card, bool first)
{
    if (!m_side) {
        m_sideContent = new QWidget;
        m_side = topColumn(m_sideContent);
        m_sideScroll = scrollAround(m_sideContent);
        m_sideScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_middle->addWidget(m_sideScroll);
        placeSide();
    }
    m_side->insertWidget(first ? 0 : -1, card);
}

void Page::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeActions();
    placeRows();
    placeSide();
}

bool Page::event(QEvent* event)
{
    // A title or a chip that comes later, or is longer than the one before, may need the room of what stands beside it.
    if (event->type() == QEvent::LayoutRequest)
        placeActions();
    return QWidget::event(event);
}

void Page::placeActions()
{
    const QMargins margins = m_rows->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    int title = 0;
    for (int i = 0; i < m_titleRow->count(); ++i) {
        const QWidget* widget = m_titleRow->itemAt(i)->widget();
        if (widget && widget != m_actionBox && widget != m_extraBox && widget != m_subtitle)
            title += widget->sizeHint().width() + m_titleRow->spacing();
    }
    const int extras = m_extraBox->sizeHint().width() + m_titleRow->spacing();
    const int actions = m_actionBox->sizeHint().width() + m_titleRow->spacing();
    if (title + extras + actions <= room)
        placeBelow(false, false);
    else if (title + actions <= room)
        placeBelow(true, false);
    else if (title + extras <= room)
        placeBelow(false, true);
    else
        placeBelow(true, true);
}

void Page::placeBelow(bool extras, bool actions)
{
    const auto put = [this](QWidget* box, bool below, bool& isBelow) {
        if (below == isBelow)
            return;
        isBelow = below;
        m_titleRow->removeWidget(box);
        m_rows->removeWidget(box);
        if (below)
            m_rows->insertWidget(box == m_actionBox && m_extrasBelow ? 2 : 1, box, 0, Qt::AlignLeft);
        else if (box == m_extraBox)
            m_titleRow->insertWidget(m_titleRow->indexOf(m_subtitle) + 1, box, 0, Qt::AlignVCenter);
        else
            m_titleRow->addWidget(box, 0, Qt::AlignVCenter);
    };
    put(m_extraBox, extras, m_extrasBelow);
    put(m_actionBox, actions, m_actionsBelow);
}

void Page::placeSide()
{
    if (!m_sideScroll)
        return;
    const bool below = width() < Theme::scaled(700);
    if (below != m_sideBelow) {
        m_sideBelow = below;
        if (below) {
            m_scrolled->addWidget(m_sideScroll->takeWidget());
        } else {
            m_scrolled->removeWidget(m_sideContent);
            m_sideScroll->setWidget(m_sideContent);
        }
        m_sideScroll->setVisible(!m_cover && !below);
        m_sideContent->show();
    }
    // Its buttons have a width of their own, which three tenths of a page with large text do not give.
    m_sideScroll->setFixedWidth(std::clamp(width() * 3 / 10, Theme::scaled(250), Theme::scaled(330)));
}

} // namespace maiam
