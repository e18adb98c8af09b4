// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
Tone toneOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Ok:
        return Tone::Green;
    case MessageBar::Kind::Warning:
        return Tone::Amber;
    case MessageBar::Kind::Error:
        return Tone::Red;
    case MessageBar::Kind::Info:
        break;
    }
    return Tone::Accent;
}

QLatin1StringView iconOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Ok:
        return "check"_L1;
    case MessageBar::Kind::Warning:
        return "warning"_L1;
    case MessageBar::Kind::Error:
        return "error"_L1;
    case MessageBar::Kind::Info:
        break;
    }
    return "info"_L1;
}
} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_icon(new QLabel(this))
    , m_text(makeWrappedLabel({}, TextStyle::Body, this))
    , m_buttons(new QWidget(this))
    , m_action(makeButton({}, m_buttons))
    , m_other(makeLinkButton({}, m_buttons))
    , m_close(new QToolButton(this))
{
    m_grid->setContentsMargins(
        Theme::scaled(space::M), Theme::scaled(space::S), Theme::scaled(space::S), Theme::scaled(space::S));
    m_grid->setSpacing(Theme::scaled(space::S));
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_grid->addWidget(m_text, 0, 1);
    m_grid->addWidget(m_close, 0, 3, Qt::AlignTop);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(Theme::scaled(space::S));
    buttons->addWidget(m_action);
    buttons->addWidget(m_other);
    buttons->addStretch(1);
    placeButtons();
    m_close->setAutoRaise(true);
    m_close->setIconSize({ Theme::scaled(16), Theme::scaled(16) });
    m_close->setIcon(Theme::icon("close"_L1, Theme::colours().muted));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close the message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = m_run;
        clear();
        if (run)
            run();
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        const auto run = m_runOther;
        clear();
        if (run)
            run();
    });
    m_action->setObjectName(u"messageAction"_s);
    m_other->setObjectName(u"messageOther"_s);
    m_other->hide();
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text)
{
    showMessage(kind, text, {}, {});
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& action, std::function<void()> run)
{
    m_kind = kind;
    m_run = std::move(run);
    m_runOther = {};
    m_other->hide();
    m_close->setVisible(m_closable);
    m_text->setText(text);
    maiam::setTone(m_text, kind == Kind::Info ? Tone::Neutral : toneOf(kind));
    const int side = Theme::scaled(20);
    m_icon->setPixmap(Theme::icon(iconOf(kind), Theme::ink(toneOf(kind))).pixmap(side, side));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_buttons->setVisible(!action.isEmpty());
    setAccessibleName(text);
    placeButtons();
    show();
    update();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void MessageBar::showChoice(Kind kind, const QString& text, const QString& action, std::function<void()> run,
    const QString& other, std::function<void()> runOther)
{
    showMessage(kind, text, action, std::move(run));
    m_runOther = std::move(runOther);
    m_other->setText(other);
    m_other->show();
    m_close->hide();
    placeButtons();
}

void MessageBar::showError(const Error& error)
{
    showMessage(Kind::Error, error.message);
}

void MessageBar::clear()
{
    m_text->clear();
    m_run = {};
    m_runOther = {};
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::setClosable(bool closable)
{
    m_closable = closable;
    m_close->setVisible(closable);
}

QSize MessageBar::minimumSizeHint() const
{
    // Narrower than text and buttons beside one another, or the page would be made as wide as those.
    const QSize least = QWidget::minimumSizeHint();
    const int stacked = Theme::scaled(space::M + space::S + space::S + 20) + m_buttons->minimumSizeHint().width();
    return { std::min(least.width(), std::max(stacked, Theme::scaled(160))), least.height() };
}

void MessageBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

/// In a narrow card the buttons stand under the text, which else would be a column of single words.
void MessageBar::placeButtons()
{
    const bool below = width() < m_buttons->sizeHint().width() + Theme::scaled(280);
    if (below == m_buttonsBelow)
        return;
    m_buttonsBelow = below;
    m_grid->removeWidget(m_buttons);
    m_grid->addWidget(m_buttons, below ? 1 : 0, below ? 1 : 2, Qt::AlignVCenter);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tone tone = toneOf(m_kind);
    painter.setPen(QPen(Theme::ink(tone), 1));
    painter.setBrush(Theme::ground(tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::scaled(6), Theme::scaled(6));
}

} // namespace maiam
