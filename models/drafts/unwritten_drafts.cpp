// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/drafts/unwritten_drafts.h"

#include "models/base/cbor.h"

#include <algorithm>

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

/// In its own place, over an earlier state of itself; beside what another form has put there since.
Result<void> keepHeld(Database& database, const HeldDraft& held)
{
    Draft draft = held.handed.draft;
    const auto there = drafts::of(database, draft.key, held.user);
    if (!there)
        return fail(there);
    const bool taken = std::any_of(there->begin(), there->end(),
        [&](const Draft& one) { return one.place == held.handed.place && one.saved > draft.saved; });
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
            if (auto done = held ? keepHeld(database, *held) : Result<void>(); !done)
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

} // namespace maiam
