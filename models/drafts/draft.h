// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/records/record.h"
#include "models/register/roles.h"
#include "models/sqlcipher/database.h"

#include <QMap>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace maiam {

/// Which form of which record a draft belongs to.
struct DraftKey
{
    QString form; ///< "intake", "step/verify" …: codes, no content
    QUuid record; ///< null for what is not a record yet
    bool operator==(const DraftKey& other) const = default;
};

/// What was typed into a form and is not saved yet (bản nháp): the fields that differ from what was loaded, letter by
/// letter, and the heads that the form rests on. Local: outside the fold, per user, never in a package.
struct Draft
{
    DraftKey key;
    UtcMs saved = 0;
    QMap<QString, QString> fields;
    QList<EntryHash> heads;
    int place = 0; ///< a second draft of the same form stands beside the first, so that neither is lost
};

/// The table "draft". Runs in the register's threads.
namespace drafts {
/// Puts the draft in its place, or takes it away when it holds no field.
[[nodiscard]] Result<void> keep(Database& database, const Draft& draft, QUuid user);
[[nodiscard]] Result<void> remove(Database& database, const DraftKey& key, int place, QUuid user);
/// What stands of a draft in its column "content".
[[nodiscard]] QByteArray content(const Draft& draft);
/// Reads it back; false when it is none.
[[nodiscard]] bool readContent(const QByteArray& content, Draft& draft);
/// A user's drafts of one form, newest first. One that cannot be read is left where it is.
[[nodiscard]] Result<std::vector<Draft>> of(Database& database, const DraftKey& key, QUuid user);
/// All drafts of a user, newest first.
[[nodiscard]] Result<std::vector<Draft>> all(Database& database, QUuid user);
/// The first place beside these drafts of one form that none of them has: one that nobody has answered for is not
/// written over.
[[nodiscard]] int freePlace(const std::vector<Draft>& beside);
/// Whether somebody with these roles may go on with this form: store what it becomes, and open its page.
[[nodiscard]] bool mayGoOn(const QString& form, Roles roles);
/// What people typed who were removed from the register since goes to this user, as far as the roles may go on with it:
/// a report that was half taken must not lie where nobody looks. Stands beside what the user has typed into the same
/// form.
[[nodiscard]] Result<void> inherit(Database& database, QUuid user, Roles roles);
/// A record as the draft's form held it: today's values, resting on the heads of that time (law 3). What somebody else
/// wrote since is then a conflict in the open and is not written over.
[[nodiscard]] Record resting(const Record& now, const Draft& draft);
} // namespace drafts

} // namespace maiam
