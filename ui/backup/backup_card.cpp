// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backup_card.h"

#include "models/register/roles.h"
#include "ui/backup/backup_texts.h"
#include "ui/shell/clock_question.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace maiam {

BackupCard::BackupCard(Register& reg, BackupWatch& watch, QWidget* parent)
    : Card(tr("Backup"), parent)
    , m_reg(reg)
    , m_watch(watch)
    , m_text(makeWrappedLabel({}, TextStyle::Body, this))
    , m_open(makeButton(tr("Back &up…"), this))
    , m_restore(makeButton(tr("Restore…"), this))
    , m_clock(makeButton(ClockQuestion::answer().remove(u'&'), this))
{
    setObjectName(QStringLiteral("backupCard"));
    body()->addWidget(m_text);
    body()->addWidget(m_restore, 0, Qt::AlignLeft);
    body()->addWidget(m_open, 0, Qt::AlignLeft);
    body()->addWidget(m_clock, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::clicked, this, &BackupCard::pageWanted);
    connect(m_restore, &QPushButton::clicked, this, &BackupCard::restoreWanted);
    connect(m_clock, &QPushButton::clicked, &watch, &BackupWatch::confirmClock);
    connect(&watch, &BackupWatch::changed, this, &BackupCard::display);
    display();
}

void BackupCard::display()
{
    const UtcMs now = m_reg.clock().now();
    const BackupState& state = m_watch.state();
    QStringList said = m_watch.isKnown() ? BackupTexts::warnings(state, now) : QStringList();
    const bool damaged = state.isRegisterDamaged();
    setUrgency(damaged ? Urgency::Red : Urgency::Amber);
    setTitle(said.isEmpty() ? tr("The PC's clock") : tr("Backup"));
    const bool restores = damaged && roleRule::mayRestore(m_reg.roles());
    m_restore->setVisible(restores);
    m_open->setVisible(!said.isEmpty() && !restores);
    m_clock->setVisible(bool(state.doubt));
    if (state.doubt)
        said.prepend(BackupTexts::doubt(state, now));
    setVisible(!said.isEmpty());
    m_text->setText(said.join(QStringLiteral("\n\n")));
}

} // namespace maiam
