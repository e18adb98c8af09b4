// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation_column.h"

#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

/// A door: icon, word, badge. Painted, so that the badge is part of the button and of its name.
class DoorButton : public QAbstractButton
{
public:
    DoorButton(QLatin1StringView icon, const QString& text, QWidget* parent)
        : QAbstractButton(parent)
        , m_iconName(icon)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
        setBadge(0);
    }

    void setBadge(int count)
    {
        m_badge = count;
        setAccessibleName(count > 0 ? u"%1 (%2)"_s.arg(text()).arg(count) : text());
        updateGeometry();
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(labelFont(true));
        return { metrics.horizontalAdvance(text()) + Theme::scaled(m_badge > 0 ? 88 : 56), Theme::scaled(38) };
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colours& c = Theme::colours();
        const QColor ink = isChecked() ? c.accent : c.ink;
        if (isChecked() || underMouse()) {
            painter.setPen(c.highContrast && isChecked() ? QPen(c.ink, 2) : QPen(Qt::NoPen));
            painter.setBrush(isChecked() ? c.accentSoft : c.ground);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::scaled(6), Theme::scaled(6));
        }
        const int side = Theme::scaled(20);
        const QRect icon(Theme::scaled(12), (height() - side) / 2, side, side);
        Theme::icon(m_iconName, ink).paint(&painter, icon);
        painter.setFont(labelFont(isChecked()));
        painter.setPen(ink);
        painter.drawText(rect().adjusted(Theme::scaled(42), 0, -Theme::scaled(4), 0), Qt::AlignVCenter, text());
        if (m_badge > 0)
            paintBadge(painter);
        if (hasFocus()) {
            painter.setPen(QPen(c.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::scaled(6), Theme::scaled(6));
        }
    }

private:
    [[nodiscard]] static QFont labelFont(bool bold)
    {
        QFont font = Theme::font(TextStyle::Section);
        font.setBold(bold);
        return font;
    }

    void paintBadge(QPainter& painter)
    {
        const Colours& c = Theme::colours();
        QFont font = Theme::font(TextStyle::Secondary);
        font.setBold(true);
        const QString text = m_badge > 99 ? u"99+"_s : QString::number(m_badge);
        const int tall = Theme::scaled(18);
        const int wide = std::max(tall, QFontMetrics(font).horizontalAdvance(text) + Theme::scaled(12));
        const QRectF badge(width() - wide - Theme::scaled(10), (height() - tall) / 2.0, wide, tall);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.red);
        painter.drawRoundedRect(badge, tall / 2.0, tall / 2.0);
        painter.setFont(font);
        painter.setPen(c.onAccent);
        painter.drawText(badge, Qt::AlignCenter, text);
    }

    QLatin1StringView m_iconName;
    int m_badge = 0;
};

} // namespace

NavigationColumn::NavigationColumn(QWidget* parent)
    : QWidget(parent)
    , m_main(makePrimaryButton(tr("+ Take a report"), this))
    , m_menu(new QMenu(this))
    , m_name(makeLabel({}, TextStyle::Secondary, this))
    , m_post(makeLabel({}, TextStyle::Secondary, this))
{
    setObjectName(u"navigation"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Doors"));
    auto* column = new QVBoxLayout(this);
    const int gap = Theme::scaled(space::S);
    column->setContentsMargins(gap, Theme::scaled(space::L), gap, Theme::scaled(space::L));
    column->setSpacing(2);
    column->addWidget(m_main);
    column->addSpacing(gap);
    connect(m_main, &QPushButton::clicked, this, &NavigationColumn::mainActionRequested);

    const std::pair<QLatin1StringView, QString> doors[DoorCount] = { { "today"_L1, tr("Today") },
        { "cases"_L1, tr("Cases") }, { "children"_L1, tr("Children") }, { "activities"_L1, tr("Activities") },
        { "reports"_L1, tr("Reports") } };
    for (int i = 0; i < DoorCount; ++i) {
        auto* button = new DoorButton(doors[i].first, doors[i].second, this);
        button->setToolTip(u"%1 (Ctrl+%2)"_s.arg(doors[i].second).arg(i + 1));
        connect(button, &QAbstractButton::clicked, this, [this, i] {
            setCurrent(static_cast<Door>(i));
            Q_EMIT doorChosen(static_cast<Door>(i));
        });
        m_doors.at(static_cast<size_t>(i)) = button;
        column->addWidget(button);
    }
    column->addSpacing(gap);
    column->addWidget(makeLine(this));
    column->addSpacing(gap);
    m_more = new DoorButton("more"_L1, tr("More ▸"), this);
    m_more->setCheckable(false);
    m_more->setAccessibleName(tr("More"));
    m_more->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_6)); // after the doors 1 to 5
    m_more->setToolTip(u"%1 (Ctrl+6)"_s.arg(tr("More")));
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_menu->popup(m_more->mapToGlobal(QPoint(m_more->width(), 0)));
        m_menu->setActiveAction(m_menu->actions().value(0));
    });
    column->addWidget(m_more);
    column->addStretch(1);

    auto* who = new QVBoxLayout;
    who->setContentsMargins(Theme::scaled(space::M), 0, 0, 0);
    who->setSpacing(2);
    m_name->setMinimumWidth(1);
    m_post->setMinimumWidth(1);
    who->addWidget(m_name);
    who->addWidget(m_post);
    auto* lockRow = new QHBoxLayout;
    QPushButton* lock = makeLinkButton(tr("Lock"), this);
    lock->setAccessibleDescription(u"Ctrl+L"_s);
    QFont font = Theme::font(TextStyle::Secondary);
    font.setUnderline(true);
    lock->setFont(font);
    connect(lock, &QPushButton::clicked, this, &NavigationColumn::lockRequested);
    lockRow->addWidget(lock);
    lockRow->addWidget(makeLabel(u"Ctrl+L"_s, TextStyle::Secondary, this));
    lockRow->addStretch(1);
    who->addLayout(lockRow);
    column->addLayout(who);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setMinimumWidth(Theme::scaled(188));
}

void NavigationColumn::setMainAction(const QString& text)
{
    m_main->setText(text);
}

void NavigationColumn::setMainActionShown(bool shown)
{
    m_main->setVisible(shown);
}

void NavigationColumn::setBadge(Door door, int count)
{
    static_cast<DoorButton*>(m_doors.at(static_cast<size_t>(door)))->setBadge(count);
}

void NavigationColumn::setCurrent(Door door)
{
    for (size_t i = 0; i < m_doors.size(); ++i)
        m_doors.at(i)->setChecked(i == static_cast<size_t>(door));
}

void NavigationColumn::clearCurrent()
{
    for (QAbstractButton* button : m_doors)
        button->setChecked(false);
}

void NavigationColumn::setUser(const QString& name, const QString& post)
{
    m_name->setText(name);
    m_name->setToolTip(name);
    m_post->setText(post);
    m_post->setToolTip(post);
}

void NavigationColumn::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

} // namespace maiam
