// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/drafts/unwritten_drafts.h"

#include "models/base/cbor.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace maiam {

namespace {
struct HeldDraft
{
    HandedDraft handed;
    QUuid user;
};

QByteArray encoded(const HandedDraft& handed, QUuid user)
{
    const Draft& draft = handed.draft;
    CborWriter out;
    out.array(6).text(draft.key.form).bytes(draft.key.record.toRfc4122()).integer(draft.saved);
    out.integer(handed.place.value_or(-1)).bytes(user.toRfc4122()).bytes(drafts::content(draft));
    return out.take();
}

std::optional<HeldDraft> decoded(const QByteArray& bytes)
{
    CborReader in(bytes);
    QByteArrayView form, record, user, content;
    qint64 place = -1;
    HeldDraft held;
    Draft& draft = held.handed.draft;
    if (!in.arrayOf(6) || !in.text(form) || !in.bytesOf(16, record) || !in.integer(draft.saved) || !in.integer(place)
        || !in.bytesOf(16, user) || !in.bytes(content) || !in.atEnd()
        || !drafts::readContent(content.toByteArray(), draft))
        return std::nullopt;
    draft.key = { QString::fromUtf8(form), QUuid::fromRfc4122(record.toByteArray()) };
    held.user = QUuid::fromRfc4122(user.toByteArray());
    if (place >= 0)
        held.handed.place = int(place);
    return held;
}

using Which = std::function<bool(const HeldDraft&)>;

/// What stands in one place of one form.
Which inPlace(const DraftKey& key, int place, QUuid user)
{
    return [=](const HeldDraft& held) {
        return held.handed.draft.key == key && held.handed.place == place && held.user == user;
    };
}

/// The numbers of those that are meant. They are released without a copy beside them, which would not be wiped.
std::vector<quint64> ownersOf(Register& reg, const Which& which)
{
    std::vector<quint64> owners;
    for (const auto& [owner, content] : reg.unwritten().all())
        if (const auto held = decoded(content); held && which(*held))
            owners.push_back(owner);
    return owners;
}

void releaseThose(Register& reg, const Which& which)
{
    for (const quint64 owner : ownersOf(reg, which))
        reg.unwritten().release(owner);
}

/// In its own place, over an earlier state of itself; beside what another form has put there since.
Result<void> keepHeld(Register& reg, Database& database, const HeldDraft& held)
{
    Draft draft = held.handed.draft;
    auto there = drafts::of(database, draft.key, held.user);
    if (!there)
        return fail(there);
    const bool taken = std::any_of(there->begin(), there->end(),
        [&](const Draft& one) { return one.place == held.handed.place && one.saved > draft.saved; });
    unwrittenDrafts::addHeld(reg, draft.key, held.user, *there);
    draft.place = held.handed.place && !taken ? *held.handed.place : drafts::freePlace(*there);
    return drafts::keep(database, draft, held.user);
}
} // namespace

QFuture<Result<void>> unwrittenDrafts::keep(
    Register& reg, quint64 owner, std::shared_ptr<HandedDraft> handed, const Work& work)
{
    const auto write = [handed, work](Database& database) { return work(database, *handed); };
    // In the writer's thread, whether or not the page that asked is still there: locking closes it before the answer.
    const auto settle = [reg = &reg, owner, handed](const Result<void>& done) {
        if (!done && !reg->isReadOnly() && !handed->draft.fields.isEmpty())
            reg->unwritten().hold(owner, encoded(*handed, reg->user()));
        else
            reg->unwritten().release(owner);
        return done;
    };
    return reg.writeLocal(write).then(settle);
}

QFuture<Result<void>> unwrittenDrafts::write(Register& reg)
{
    auto written = std::make_shared<std::vector<quint64>>();
    // What is held is looked at when its turn comes: a keeper that came first may have written it.
    const auto write = [reg = &reg, written](Database& database) -> Result<void> {
        for (const auto& [owner, content] : reg->unwritten().all()) {
            const auto held = decoded(content);
            if (auto done = held ? keepHeld(*reg, database, *held) : Result<void>(); !done)
                return done;
            written->push_back(owner);
        }
        return {};
    };
    const auto settle = [reg = &reg, written](const Result<void>& done) {
        if (done)
            for (const quint64 owner : *written)
                reg->unwritten().release(owner);
        return done;
    };
    return reg.writeLocal(write).then(settle);
}

SealedDrafts unwrittenDrafts::take(Register& reg)
{
    const auto written = write(reg).result();
    const auto held = reg.unwritten().all();
    if (written || held.empty())
        return {};
    SealedDrafts drafts;
    drafts.why = written.error();
    CborWriter out;
    out.array(held.size());
    for (const auto& [owner, content] : held) {
        out.bytes(content);
        if (const auto one = decoded(content); one && !drafts.forms.contains(one->handed.draft.key.form))
            drafts.forms.append(one->handed.draft.key.form);
    }
    drafts.sealed = reg.seal(out.take());
    return drafts;
}

bool unwrittenDrafts::putBack(Register& reg, const SealedDrafts& drafts)
{
    const QByteArray plain = reg.unseal(drafts.sealed);
    CborReader in(plain);
    quint64 count = 0;
    if (!in.array(count))
        return false;
    for (quint64 i = 0; i < count; ++i) {
        QByteArrayView content;
        if (!in.bytes(content))
            return false;
        reg.unwritten().hold(Unwritten::newOwner(), content.toByteArray());
    }
    return true;
}

void unwrittenDrafts::addHeld(Register& reg, const DraftKey& key, QUuid user, std::vector<Draft>& there)
{
    for (const auto& [owner, content] : reg.unwritten().all()) {
        auto held = decoded(content);
        if (!held || !held->handed.place || held->user != user || !(held->handed.draft.key == key))
            continue;
        Draft& draft = held->handed.draft;
        draft.place = *held->handed.place;
        const auto same =
            std::find_if(there.begin(), there.end(), [&](const Draft& one) { return one.place == draft.place; });
        if (same == there.end())
            there.push_back(std::move(draft));
        else if (same->saved < draft.saved)
            *same = std::move(draft);
    }
    std::stable_sort(
        there.begin(), there.end(), [](const Draft& one, const Draft& other) { return one.saved > other.saved; });
}

void unwrittenDrafts::handOver(Register& reg, const DraftKey& key, int place, QUuid user, quint64 owner)
{
    const Which meant = inPlace(key, place, user);
    std::optional<HeldDraft> newest;
    for (const auto& [former, content] : reg.unwritten().all())
        if (auto held = decoded(content);
            held && meant(*held) && (!newest || newest->handed.draft.saved < held->handed.draft.saved))
            newest = std::move(held);
    releaseThose(reg, meant);
    if (newest)
        reg.unwritten().hold(owner, encoded(newest->handed, user));
}

void unwrittenDrafts::forget(Register& reg, const DraftKey& key, int place, QUuid user)
{
    releaseThose(reg, inPlace(key, place, user));
}

void unwrittenDrafts::forgetRecords(Register& reg, const std::vector<QUuid>& records)
{
    releaseThose(reg, [&](const HeldDraft& held) {
        const Draft& draft = held.handed.draft;
        const QByteArray content = drafts::content(draft);
        return std::any_of(records.begin(), records.end(), [&](QUuid record) {
            return draft.key.record == record || content.contains(record.toString(QUuid::WithoutBraces).toUtf8());
        });
    });
}

} // namespace maiam
