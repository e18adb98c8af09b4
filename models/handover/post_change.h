// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/handover/open_erasures.h"
#include "models/register/people.h"
#include "models/reports/report_office.h"

#include <QHash>

#include <optional>

namespace maiam {

/// What becomes of the one who hands over.
enum class Leaving {
    Viewer, ///< stays and looks only (người xem)
    Removed, ///< goes; the register key stays
    RemovedWithNewKey ///< goes, and the register key is changed afterwards (KeyChanger)
};

/// How the post changes hands (bàn giao): from whom, to whom, what becomes of the first.
struct PostChange
{
    QUuid from;
    std::optional<QUuid> to; ///< somebody who is here already; nothing: a new person
    PersonData receiver; ///< what the one who takes over is from now on
    Leaving leaving = Leaving::Removed;
    bool newRecoveryKey = false; ///< the key change comes with a new recovery key on paper
};

/// What a change of hands begins with.
struct PostSituation
{
    std::vector<Person> people;
    QHash<QUuid, qint64> drafts; ///< by person: forms typed and not saved, without the wizard's own
    bool paperGoesAlong = true; ///< the recovery key on paper can stay when the register key is changed
    bool recoveryDue = false; ///< a key change that has not been made yet was to come with a new recovery key
    bool mayAdminister = false; ///< who has opened the register may carry it out
    ReportOffice office;
    std::vector<OpenErasure> erasures; ///< come onto the record by themselves

    [[nodiscard]] const Person* find(QUuid person) const;
    /// Reads it. Blocks: call it beside the window.
    [[nodiscard]] static Result<PostSituation> read(Register& reg);
};

/// The rules of a change of hands and the change itself.
namespace postChange {
/// The form under which the wizard's own draft is kept.
inline const QString DraftForm = QStringLiteral("handover");

/// The roles that the one who takes over would sensibly have: the former's; somebody who writes already goes on as
/// what they are, but for an officer to whom a leader hands over.
[[nodiscard]] Roles proposedRoles(const Person& from, const Person* to = nullptr);
/// Whether these two can change hands. InvalidInput or Conflict, with what to do.
[[nodiscard]] Result<void> checkPeople(const PostSituation& now, const PostChange& change);
/// Whether the office can go on afterwards: somebody writes, somebody administers, the paper key fits.
[[nodiscard]] Result<void> checkAfterwards(const PostSituation& now, const PostChange& change);
/// Carries it out: first the new person, who proves to be there with the passphrase (a new one is set, an own one is
/// asked for: WrongPassphrase changes nothing), then the former. `change.to` is set as soon as a new person is stored,
/// even by a try that failed, and somebody of the new person's name who has no passphrase is taken for the one, so that
/// a second try goes on where the first one ended. When the former is who opened the register, it must be locked right
/// afterwards. The register key is not changed here; what is to come along with its change is remembered before the
/// former is gone. NotAllowed for who does not administer.
[[nodiscard]] Result<void> carryOut(Register& reg, PostChange& change, const QString& passphrase);
} // namespace postChange

/// How many forms a person typed and did not save, the wizard's own left out.
[[nodiscard]] Result<qint64> unsavedForms(Database& database, QUuid person);

} // namespace maiam
