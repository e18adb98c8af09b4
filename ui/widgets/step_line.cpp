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
    StepButton(int number, const Step& step, bool compact, QWidget* parent)
        : QAbstractButton(parent)
        , m_number(number)
        , m_state(step.state)
        , m_compact(compact)
    {
        setText(step.title);
        setEnabled(step.enabled);
        QSizePolicy policy(compact ? QSizePolicy::Maximum : QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(!compact);
        setSizePolicy(policy);
        setToolTip(step.title);
    }

    void setShown(bool shown)
    {
        m_shown = shown;
        const QString state = m_state == Step::State::Done ? StepLine::tr("done")
            : m_state == Step::State::Current              ? StepLine::tr("current")
                                                           : StepLine::tr("open");
        const QString name = StepLine::tr("Step %1: %2, %3").arg(QString::number(m_number), text(), state);
        setAccessibleName(shown ? StepLine::tr("%1, on the screen").arg(name) : name);
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int wide = QFontMetrics(titleFont()).horizontalAdvance(text()) + Theme::scaled(8);
        if (m_compact)
            return { Theme::scaled(30) + (m_state == Step::State::Current ? wide : 0), Theme::scaled(26) };
        return { std::max(wide, Theme::scaled(48)), heightForWidth(wide) };
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return m_compact ? QSize(Theme::scaled(26), Theme::scaled(26)) : QSize(Theme::scaled(38), Theme::scaled(46));
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return !m_compact; }
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
        if (m_shown) {
            painter.fillRect(rect(), Theme::ground(Tone::Accent));
            painter.fillRect(0, height() - Theme::scaled(3), width(), Theme::scaled(3), c.accent);
        }
        const int side = Theme::scaled(22);
        const QRectF circle(m_compact ? Theme::scaled(4) : (width() - side) / 2.0, 2, side, side);
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
        if (!m_compact)
            painter.drawText(
                QRect(0, side + Theme::scaled(6), width(), height() - side - Theme::scaled(6)), Flags, text());
        else if (current)
            painter.drawText(rect().adjusted(Theme::scaled(32), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
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
    bool m_compact;
    bool m_shown = false;
};

} // namespace

StepLine::StepLine(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::scaled(space::XS));
    row->addStretch(0);
    setAccessibleName(tr("Steps"));
}

void StepLine::setSteps(const QList<Step>& steps)
{
    m_steps = steps;
    rebuild();
}

void StepLine::setSteps(const QStringList& titles, int current, bool aheadToo)
{
    QList<Step> steps;
    for (int i = 0; i < titles.size(); ++i) {
        const auto state = i < current ? Step::State::Done : i == current ? Step::State::Current : Step::State::Open;
        steps.append({ titles.at(i), state, aheadToo || i <= current });
    }
    setSteps(steps);
}

void StepLine::setInteractive(bool interactive)
{
    m_interactive = interactive;
    rebuild();
}

void StepLine::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
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
    auto* row = static_cast<QHBoxLayout*>(layout());
    int index = 0;
    for (const Step& step : std::as_const(m_steps)) {
        auto* button = new StepButton(index + 1, step, m_compact, this);
        button->setFocusPolicy(m_interactive ? Qt::TabFocus : Qt::NoFocus);
        button->setAttribute(Qt::WA_TransparentForMouseEvents, !m_interactive);
        connect(button, &QAbstractButton::clicked, this, [this, index] { Q_EMIT stepChosen(index); });
        row->insertWidget(index, button, m_compact ? 0 : 1);
        ++index;
    }
    row->setStretch(index, m_compact ? 1 : 0);
    markShown();
    fitHeight();
}

void StepLine::setShown(int index)
{
    m_shown = index;
    markShown();
}

void StepLine::markShown()
{
    int index = 0;
    const auto buttons = findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly);
    for (QAbstractButton* button : buttons)
        static_cast<StepButton*>(button)->setShown(index++ == m_shown);
}

void StepLine::fitHeight()
{
    // Titles wrap when the steps are narrow; a low window must not cut the second line off.
    const int need =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
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
