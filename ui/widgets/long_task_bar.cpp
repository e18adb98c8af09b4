// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/long_task_bar.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace maiam {

LongTaskBar::LongTaskBar(QWidget* parent)
    : QWidget(parent)
    , m_what(makeWrappedLabel({}, TextStyle::Body, this))
    , m_bar(new QProgressBar(this))
    , m_stop(makeButton(tr("Stop"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, Theme::scaled(space::XS), 0, Theme::scaled(space::XS));
    row->setSpacing(Theme::scaled(space::M));
    row->addWidget(m_what, 1);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    m_bar->setTextVisible(false);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_what->setText(tr("Stopping…"));
        Q_EMIT stopRequested();
    });
    hide();
}

void LongTaskBar::start(const QString& what, Kind kind)
{
    m_running = true;
    m_kind = kind;
    m_task = what;
    m_what->setText(what);
    m_bar->setAccessibleName(what);
    m_bar->setRange(0, 0);
    m_stop->setEnabled(true);
    show();
}

void LongTaskBar::setProgress(int done, int total)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
}

void LongTaskBar::setUnstoppable(const QString& why)
{
    m_stop->setEnabled(false);
    m_what->setText(why); // whoever has pressed it reads that it came too late
}

void LongTaskBar::finish()
{
    m_running = false;
    hide();
}

} // namespace maiam
