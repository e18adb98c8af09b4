// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/folded_section.h"

#include "ui/widgets/theme.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace maiam {

FoldedSection::FoldedSection(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
    , m_content(new QWidget(this))
    , m_body(new QVBoxLayout(m_content))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::S));
    m_button->setText(title);
    m_button->setAccessibleName(title);
    m_button->setProperty("kind", QStringLiteral("link"));
    m_button->setCheckable(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_body->setContentsMargins(0, 0, 0, Theme::scaled(space::S));
    m_body->setSpacing(Theme::scaled(space::M));
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_content);
    connect(m_button, &QToolButton::toggled, this, [this](bool open) {
        setOpen(open);
        Q_EMIT toggled(open);
    });
    setOpen(false);
}

void FoldedSection::setOpen(bool open)
{
    const QSignalBlocker quiet(m_button);
    m_button->setChecked(open);
    m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(open);
}

bool FoldedSection::isOpen() const
{
    return m_button->isChecked();
}

} // namespace maiam
