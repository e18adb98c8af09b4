// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backup_texts.h"

#include "models/text/format.h"
#include "ui/shell/clock_question.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// A backup that is whole was made before the register's key was changed.
bool hasFormerKey(const BackupState& state)
{
    return std::any_of(
        state.all.begin(), state.all.end(), [](const KeptBackup& one) { return !one.damaged && !one.manifest; });
}

/// The newest copy in the second place that opened; nothing when there is none.
const KeptBackup* newestCopy(const BackupState& state)
{
    const auto found = std::find_if(state.all.begin(), state.all.end(),
        [](const KeptBackup& one) { return one.second && one.manifest && !one.former && !one.damaged; });
    return found == state.all.end() ? nullptr : &*found;
}
} // namespace

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
    if (!state.problem.isEmpty())
        return tr("The backups could not be read");
    if (const KeptBackup* newest = state.newest())
        return tr("Backed up %1, checked").arg(when(newest->manifest->made, now));
    if (const KeptBackup* copy = newestCopy(state))
        return tr("This PC has no backup; the one in the second place: %1").arg(when(copy->manifest->made, now));
    return hasFormerKey(state) ? tr("Not backed up with the new key yet") : tr("Not backed up yet");
}

QStringList BackupTexts::warnings(const BackupState& state, UtcMs now)
{
    QStringList said;
    if (state.failed)
        said.append(state.isRegisterDamaged() // no further try helps
                ? tr("The backup of %1 was not made: %2").arg(formatDateTime(state.failed->at), state.failed->why)
                : tr("The backup of %1 was not made: %2 It is tried again every hour.")
                      .arg(formatDateTime(state.failed->at), state.failed->why));
    if (!state.failed || state.failed->why != state.problem) // one sentence for one trouble
        said.append(problem(state));
    said.append(age(state, now));
    if (state.second.onOwnDisk)
        said.append(tr("The second place (%1) is on the same disk as the register: if the disk fails or the PC is "
                       "lost, both are. Choose a USB stick, another disk or a network folder.")
                        .arg(QDir::toNativeSeparators(state.second.folder)));
    said.append(secondWarning(state, now));
    said.removeAll(QString());
    return said;
}

QString BackupTexts::age(const BackupState& state, UtcMs now)
{
    const KeptBackup* newest = state.newest();
    if (!newest && !state.news)
        return {};
    if (const KeptBackup* copy = newest ? nullptr : newestCopy(state))
        return tr("This PC has no backup, only the second place has one (%1). What was written since stands on this "
                  "disk only.")
            .arg(when(copy->manifest->made, now));
    if (!newest)
        return hasFormerKey(state)
            ? tr("Not backed up with the new key yet; the earlier backups still open with the passphrase of their day.")
            : tr("There is no backup yet. If this disk fails, everything is lost.");
    const qint64 days = civil::date(newest->manifest->made).daysTo(civil::date(now));
    if (days <= BackupWatch::OldAfterDays)
        return {};
    const QString age = tr("The newest backup is %n day(s) old.", nullptr, int(days));
    return state.news ? age + u' ' + tr("What was written since stands on this disk only.")
                      : age + u' ' + tr("Nothing was written since.");
}

QString BackupTexts::secondWarning(const BackupState& state, UtcMs now)
{
    const SecondPlace& second = state.second;
    if (second.lacksSince == 0)
        return {};
    if (const QString trouble = secondTrouble(state); !trouble.isEmpty())
        return trouble; // the stick was there: somebody is at it, or believes that all is well
    if (second.there || !second.isLate(now))
        return {};
    const QString shown = QDir::toNativeSeparators(second.folder);
    return second.newest == 0
        ? tr("The second place (%1) is not there, and no copy in it is known. If this PC is lost, so are its backups. "
             "Plug the stick in or connect the network folder; the copy is made by itself.")
              .arg(shown)
        : tr("The second place (%1) has no copy since %2. If this PC is lost, what was written after that is lost too. "
             "Plug the stick in or connect the network folder; the copy is made by itself.")
              .arg(shown, formatDate(civil::date(second.newest)));
}

QString BackupTexts::secondTrouble(const BackupState& state)
{
    return state.second.lacksSince == 0 ? QString() : state.secondProblem;
}

QString BackupTexts::second(const BackupState& state)
{
    const SecondPlace& second = state.second;
    const QString shown = QDir::toNativeSeparators(second.folder);
    QString text = second.there
        ? tr("Each backup is also copied to:\n%1").arg(shown)
        : tr("Not there at the moment:\n%1\nPlug in the stick or connect the network folder; the "
             "copy is then made by itself.")
              .arg(shown);
    if (second.newest != 0)
        text += u'\n' + tr("The newest copy there is of %1.").arg(formatDateTime(second.newest));
    if (second.onOwnDisk)
        text += u'\n' + tr("On the same disk as the register: if the disk fails or the PC is lost, both are.");
    if (const QString trouble = secondTrouble(state); !trouble.isEmpty())
        text += u'\n' + trouble;
    return text;
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

QString BackupTexts::problem(const BackupState& state)
{
    return state.problem.isEmpty() ? QString() : tr("The backups could not be read: %1").arg(state.problem);
}

QString BackupTexts::doubt(const BackupState& state, UtcMs now)
{
    const QString question = ClockQuestion::text(state.doubt, now) + u' '
        + tr("Until you say so, no old backup is removed and no new case is saved.");
    return state.clockProblem.isEmpty() ? question
                                        : question + u'\n' + tr("Your answer was not kept: %1").arg(state.clockProblem);
}

QString BackupTexts::made(const MadeBackup& made)
{
    QString text = made.onlyCopied
        ? QString()
        : tr("Backed up, read back and checked: %Ln entry(ies).", nullptr, int(made.manifest.entries));
    if (!made.secondFile.isEmpty() && made.onlyCopied)
        text = tr("The newest backup was copied to the second place.");
    else if (!made.secondFile.isEmpty())
        text += u' ' + tr("A copy stands in the second place.");
    if (!made.secondProblem.isEmpty())
        text += u' ' + made.secondProblem;
    return text.trimmed();
}

} // namespace maiam
