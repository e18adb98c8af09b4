// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/handover/post_change.h"

#include "models/drafts/draft.h"
#include "models/text/normalise.h"

#include <algorithm>

namespace maiam {

namespace {
struct PostText
{
    Q_DECLARE_TR_FUNCTIONS(maiam::PostChange)
};

/// Who can open the register when all is done, and as what.
std::vector<Roles> rolesAfterwards(const PostSituation& now, const PostChange& change)
{
    std::vector<Roles> roles { change.receiver.roles };
    for (const Person& person : now.people) {
        const bool receiver = change.to && person.id == *change.to;
        if (!person.hasKey || receiver || (person.id == change.from && change.leaving != Leaving::Viewer))
            continue;
        roles.push_back(person.id == change.from ? Roles(Role::Viewer) : person.roles);
    }
    return roles;
}

/// As people::add() compares them.
bool sameName(const QString& one, const QString& other)
{
    return normalised(one).compare(normalised(other), Qt::CaseInsensitive) == 0;
}

bool differs(const Person& person, const PersonData& data)
{
    return person.roles != data.roles || person.post != data.post.simplified() || person.name != data.name.simplified();
}

/// Somebody of the new person's name without a passphrase: who was stored by a try that ended there.
void takeUpAgain(const PostSituation& now, PostChange& change)
{
    for (const Person& each : now.people)
        if (!each.hasKey && each.id != change.from && sameName(each.name, change.receiver.name))
            change.to = each.id;
}

/// Whom a try has stored although it failed, with a passphrase or without.
void findStored(Register& reg, const PostSituation& before, PostChange& change)
{
    const auto everybody = people::list(reg);
    if (!everybody)
        return;
    for (const Person& each : *everybody)
        if (!before.find(each.id) && sameName(each.name, change.receiver.name))
            change.to = each.id;
}

/// The one who takes over can open the register and is what was agreed.
Result<void> takeOver(Register& reg, const PostSituation& now, PostChange& change, const QString& passphrase)
{
    if (!change.to)
        takeUpAgain(now, change);
    if (!change.to) {
        auto added = people::add(reg, change.receiver, passphrase);
        if (!added) {
            findStored(reg, now, change);
            return fail(added);
        }
        change.to = *added;
        return {};
    }
    const Person* person = now.find(*change.to);
    if (person->hasKey)
        if (auto proved = people::confirm(reg, person->id, passphrase); !proved)
            return proved;
    if (differs(*person, change.receiver))
        if (auto done = people::change(reg, person->id, change.receiver); !done)
            return done;
    return person->hasKey ? Result<void>()
                          : people::setPassphrase(reg, person->id, passphrase, QStringLiteral("passphrase-set"));
}
} // namespace

const Person* PostSituation::find(QUuid person) const
{
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const Person& each) { return each.id == person; });
    return found == people.end() ? nullptr : &*found;
}

Result<PostSituation> PostSituation::read(Register& reg)
{
    PostSituation now;
    auto everybody = people::list(reg);
    if (!everybody)
        return fail(everybody);
    now.people = std::move(*everybody);
    auto paper = people::paperGoesAlong(reg);
    if (!paper)
        return fail(paper);
    now.paperGoesAlong = *paper;
    auto due = people::keyChangeDue(reg);
    if (!due)
        return fail(due);
    now.recoveryDue = due->recovery;
    now.mayAdminister = roleRule::mayAdminister(reg.roles());
    const auto rest = [office = reg.office().id, &now](Database& database) -> Result<void> {
        auto read = ReportOffice::read(database, office);
        if (!read)
            return fail(read);
        now.office = std::move(*read);
        auto erasures = OpenErasure::read(database, office);
        if (!erasures)
            return fail(erasures);
        now.erasures = std::move(*erasures);
        for (const Person& person : now.people) {
            auto forms = unsavedForms(database, person.id);
            if (!forms)
                return fail(forms);
            now.drafts.insert(person.id, *forms);
        }
        return {};
    };
    if (auto done = reg.read(rest).result(); !done)
        return fail(done);
    return now;
}

Roles postChange::proposedRoles(const Person& from, const Person* to)
{
    Roles roles = from.roles;
    if (to && roleRule::mayWrite(to->roles)) {
        roles = to->roles | (from.roles & (Roles(Role::Administrator) | Role::Leader));
        if (roles.testFlag(Role::Leader)) // does all that an officer does
            roles.setFlag(Role::Officer, false);
    }
    // Who has only looked or administered until now leaves a post that writes.
    return roleRule::mayWrite(roles) ? roles : (roles & ~Roles(Role::Viewer)) | Role::Officer;
}

Result<void> postChange::checkPeople(const PostSituation& now, const PostChange& change)
{
    if (!now.find(change.from))
        return fail(ErrorCode::NotFound,
            PostText::tr("The person who hands over is no longer in the register. Choose the person again."));
    if (change.to == change.from)
        return fail(ErrorCode::InvalidInput,
            PostText::tr("The same person cannot hand over and take over. Choose somebody else to take over."));
    if (change.to && !now.find(*change.to))
        return fail(ErrorCode::NotFound,
            PostText::tr("The person who takes over is no longer in the register. Choose the person again."));
    if (change.receiver.name.simplified().isEmpty())
        return fail(ErrorCode::InvalidInput, PostText::tr("Write the full name of the person who takes over."));
    if (!change.receiver.roles)
        return fail(ErrorCode::InvalidInput, PostText::tr("Choose what the person may do here."));
    // Without a passphrase it is somebody whom an earlier try stored; carryOut() goes on with that one.
    const bool taken = !change.to && std::any_of(now.people.begin(), now.people.end(), [&](const Person& each) {
        return (each.hasKey || each.id == change.from) && sameName(each.name, change.receiver.name);
    });
    if (taken)
        return fail(ErrorCode::AlreadyExists,
            PostText::tr("%1 is in the register already. Choose \"Somebody who is here already\", or write the name so "
                         "that the two can be told apart.")
                .arg(change.receiver.name.simplified()));
    return {};
}

Result<void> postChange::checkAfterwards(const PostSituation& now, const PostChange& change)
{
    const auto roles = rolesAfterwards(now, change);
    if (std::none_of(roles.begin(), roles.end(), roleRule::mayAdminister))
        return fail(ErrorCode::Conflict,
            PostText::tr("Nobody would be left who administers people and keys. Go back and make the person who takes "
                         "over administrator as well."));
    if (std::none_of(roles.begin(), roles.end(), roleRule::mayWrite))
        return fail(ErrorCode::Conflict,
            PostText::tr("Nobody would be left who may record cases. Go back and make the person who takes over "
                         "officer."));
    if (change.leaving == Leaving::RemovedWithNewKey && !now.paperGoesAlong && !change.newRecoveryKey)
        return fail(ErrorCode::Conflict,
            PostText::tr("The recovery key on paper was made by an earlier version and cannot stay when the register "
                         "key changes. Let a new recovery key be printed along."));
    if (change.leaving == Leaving::RemovedWithNewKey && now.recoveryDue && !change.newRecoveryKey)
        return fail(ErrorCode::Conflict,
            PostText::tr("A change of the register key that has not been made yet was to come with a new recovery key. "
                         "Let a new recovery key be printed along."));
    return {};
}

Result<void> postChange::carryOut(Register& reg, PostChange& change, const QString& passphrase)
{
    if (!roleRule::mayAdminister(reg.roles()))
        return fail(ErrorCode::NotAllowed,
            PostText::tr("Only the administrator may change people and keys. Nothing was changed. The record can be "
                         "printed and signed all the same; then let the administrator of this office carry out the "
                         "hand-over."));
    // Read anew: another window or a package may have changed people meanwhile.
    auto now = PostSituation::read(reg);
    if (!now)
        return fail(now);
    for (const auto& check : { checkPeople, checkAfterwards })
        if (auto good = check(*now, change); !good)
            return good;
    if (auto done = takeOver(reg, *now, change, passphrase); !done)
        return done;
    const Person& former = *now->find(change.from);
    if (change.leaving == Leaving::Viewer)
        return people::change(reg, former.id, { former.name, former.post, Role::Viewer });
    const bool newKey = change.leaving == Leaving::RemovedWithNewKey;
    // Before the former is gone: a program that ends here must not forget that the old recovery key was to end, too.
    if (newKey)
        if (auto noted = people::noteKeyChange(reg, change.newRecoveryKey, false); !noted)
            return noted;
    return former.self ? people::leave(reg, newKey) : people::remove(reg, former.id, newKey);
}

Result<qint64> unsavedForms(Database& database, QUuid person)
{
    auto all = drafts::all(database, person);
    if (!all)
        return fail(all);
    return std::count_if(
        all->begin(), all->end(), [](const Draft& draft) { return draft.key.form != postChange::DraftForm; });
}

} // namespace maiam
