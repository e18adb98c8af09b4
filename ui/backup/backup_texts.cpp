// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backup_texts.h"

#include "models/text/format.h"
#include "ui/shell/clock_question.h"

#include <QDir>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

QString BackupTexts::when(UtcMs made, UtcMs now)
{
    const qint64 days = civil::date(made).daysTo(civil::date(now));
    if (days == 0)
        return tr("today at %1").arg(civil::dateTime(made).toString(u"HH:mm"_s));
    if (days == 1)
        return tr("yesterday");
    return formatDate(civil::date(made));
}

QString BackupTexts::status(const BackupState& state, UtcMs now)
{
    const KeptBackup* newest = state.newest();
    return newest ? tr("Backed up %1, checked").arg(when(newest->manifest->made, now)) : tr("Not backed up yet");
}

QString BackupTexts::warning(const BackupState& state, UtcMs now)
{
    const KeptBackup* newest = state.newest();
    if (!newest)
        return state.news ? tr("There is no backup yet. If this disk fails, everything is lost.") : QString();
    const qint64 days = civil::date(newest->manifest->made).daysTo(civil::date(now));
    if (days <= BackupWatch::OldAfterDays)
        return {};
    const QString age = tr("The newest backup is %n day(s) old.", nullptr, int(days));
    return state.news ? age + u' ' + tr("What was written since stands on this disk only.")
                      : age + u' ' + tr("Nothing was written since.");
}

QString BackupTexts::reason(BackupReason reason)
{
    switch (reason) {
    case BackupReason::Day:
        return tr("after a day of work");
    case BackupReason::Closing:
        return tr("on closing");
    case BackupReason::SchemaStep:
        return tr("before an upgrade");
    case BackupReason::ByHand:
        break;
    }
    return tr("by hand");
}

QString BackupTexts::size(qint64 bytes)
{
    return QLocale(QLocale::Vietnamese).formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString BackupTexts::doubt(const ClockDoubt& doubt, UtcMs now)
{
    return ClockQuestion::text(doubt, now) + u' '
        + tr("Until you say so, no old backup is removed and no new case is saved.");
}

QString BackupTexts::made(const MadeBackup& made)
{
    QString text = tr("Backed up, read back and checked: %n entry(ies).", nullptr, int(made.manifest.entries));
    if (!made.secondFile.isEmpty())
        text += u' ' + tr("A copy stands in the second place.");
    if (!made.secondProblem.isEmpty())
        text += u' ' + made.secondProblem;
    return text;
}

} // namespace maiam
