// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/step_line.h"

#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace maiam {

namespace {

class StepButton : public QAbstractButton
{
public:
    StepButton(int number, const Step& step, QWidget* parent)
        : QAbstractButton(parent)
        , m_number(number)
        , m_state(step.state)
    {
        setText(step.title);
        setEnabled(step.enabled);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setToolTip(step.title);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int wide = QFontMetrics(titleFont()).horizontalAdvance(text()) + Theme::scaled(8);
        return { std::max(wide, Theme::scaled(48)), heightForWidth(wide) };
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return { Theme::scaled(38), Theme::scaled(46) }; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const QFontMetrics metrics(titleFont());
        return Theme::scaled(32) + metrics.boundingRect(QRect(0, 0, width, 1000), Flags, text()).height();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colours& c = Theme::colours();
        const int side = Theme::scaled(22);
        const QRectF circle((width() - side) / 2.0, 2, side, side);
        const bool done = m_state == Step::State::Done;
        const bool current = m_state == Step::State::Current;
        painter.setPen(QPen(done || current ? c.accent : c.border, 2));
        painter.setBrush(done ? c.accent : c.surface);
        painter.drawEllipse(circle);
        QFont font = Theme::font(TextStyle::Secondary);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(done ? c.onAccent : current ? c.accent : c.ink);
        painter.drawText(circle, Qt::AlignCenter, done ? QStringLiteral("✓") : QString::number(m_number));
        painter.setFont(titleFont());
        painter.setPen(current ? c.accent : isEnabled() ? c.ink : c.muted);
        painter.drawText(QRect(0, side + Theme::scaled(6), width(), height() - side - Theme::scaled(6)), Flags, text());
        if (hasFocus()) {
            painter.setPen(QPen(c.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        }
    }

private:
    static constexpr int Flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    [[nodiscard]] QFont titleFont() const
    {
        QFont font = Theme::font(TextStyle::Secondary);
        font.setBold(m_state == Step::State::Current);
        return font;
    }
    int m_number;
    Step::State m_state;
};

} // namespace

StepLine::StepLine(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::scaled(space::XS));
    setAccessibleName(tr("Steps"));
}

void StepLine::setSteps(const QList<Step>& steps)
{
    m_steps = steps;
    rebuild();
}

void StepLine::setInteractive(bool interactive)
{
    m_interactive = interactive;
    rebuild();
}

void StepLine::rebuild()
{
    const auto old = findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly);
    for (QAbstractButton* button : old) {
        layout()->removeWidget(button);
        button->hide();
        button->setParent(nullptr);
        button->deleteLater();
    }
    int index = 0;
    for (const Step& step : std::as_const(m_steps)) {
        auto* button = new StepButton(index + 1, step, this);
        button->setFocusPolicy(m_interactive ? Qt::TabFocus : Qt::NoFocus);
        button->setAttribute(Qt::WA_TransparentForMouseEvents, !m_interactive);
        const QString state = step.state == Step::State::Done ? tr("done")
            : step.state == Step::State::Current              ? tr("current")
                                                              : tr("open");
        button->setAccessibleName(tr("Step %1: %2, %3").arg(QString::number(index + 1), step.title, state));
        connect(button, &QAbstractButton::clicked, this, [this, index] { Q_EMIT stepChosen(index); });
        layout()->addWidget(button);
        ++index;
    }
    fitHeight();
}

void StepLine::fitHeight()
{
    // Titles wrap when the steps are narrow; a low window must not cut the second line off.
    const auto buttons = findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly);
    if (buttons.isEmpty())
        return;
    const int share = width() / static_cast<int>(buttons.size()) - layout()->spacing();
    int need = 0;
    for (const QAbstractButton* button : buttons)
        need = std::max(need, button->heightForWidth(share));
    setMinimumHeight(need);
}

void StepLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void StepLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Right)
        focusNextChild();
    else if (event->key() == Qt::Key_Left)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

} // namespace maiam
