// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backup/backup_watch.h"

#include <QCoreApplication>

namespace maiam {

/// The words in which backups are told, on the page, in the foot and on the first screen.
class BackupTexts
{
    Q_DECLARE_TR_FUNCTIONS(BackupTexts)
public:
    /// "hôm nay 17:02", "hôm qua", "3 ngày trước", "24/11/2026".
    [[nodiscard]] static QString when(UtcMs made, UtcMs now);
    /// For the foot: "Sao lưu hôm qua, đã kiểm tra".
    [[nodiscard]] static QString status(const BackupState& state, UtcMs now);
    /// For the first screen, what is most urgent first; empty when there is nothing to say.
    [[nodiscard]] static QStringList warnings(const BackupState& state, UtcMs now);
    [[nodiscard]] static QString reason(BackupReason reason);
    [[nodiscard]] static QString size(qint64 bytes);
    /// Why it is not known which backups there are; empty when it is.
    [[nodiscard]] static QString problem(const BackupState& state);
    /// The question about a clock that cannot be right, and why an answer was not taken.
    [[nodiscard]] static QString doubt(const BackupState& state, UtcMs now);
    /// What making one came to, in one message.
    [[nodiscard]] static QString made(const MadeBackup& made);
    /// How the second place stands, for its own card.
    [[nodiscard]] static QString second(const BackupState& state);
    /// Why the second place did not take what it lacks, although it was there; empty when it did.
    [[nodiscard]] static QString secondTrouble(const BackupState& state);

private:
    [[nodiscard]] static QString age(const BackupState& state, UtcMs now);
    [[nodiscard]] static QString secondWarning(const BackupState& state, UtcMs now);
};

} // namespace maiam
