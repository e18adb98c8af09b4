// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/drafts/draft_keeper.h"

#include "models/base/when_done.h"
#include "models/drafts/unwritten_drafts.h"
#include "models/journal/record_tables.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace maiam {

/// A save under way. Filled in the writer's thread, except for what is typed since.
struct DraftKeeper::Save
{
    Fields since;
    std::function<void()> then;
    QFuture<Result<Committed>> done;
    const RecordKind* kind = nullptr; ///< the record that the form rests on, when the batch changes it
    QUuid record;
    bool isFollowed = false; ///< something was written behind it

    void find(const Batch& batch, const QList<EntryHash>& heads)
    {
        const auto own = std::find_if(batch.changes.begin(), batch.changes.end(),
            [&](const Change& change) { return !heads.isEmpty() && change.after == heads; });
        if (own == batch.changes.end())
            return;
        kind = own->kind;
        record = own->record;
    }
    /// What the form rests on now that it is stored: its own entry is no other hand's.
    [[nodiscard]] QList<EntryHash> heads(Database& database, const QList<EntryHash>& before) const
    {
        if (!kind)
            return before;
        const auto stored = RecordTables(database).read(*kind, record);
        return stored ? stored->heads() : before;
    }
};

namespace {
/// Whether a write may succeed later though nobody types: room is made, a stick's lock is opened.
bool mayPass(ErrorCode code)
{
    return code == ErrorCode::DiskFull || code == ErrorCode::Busy || code == ErrorCode::Io
        || code == ErrorCode::ReadOnly;
}

/// Keeps the draft in its place; without one in the first that is free, which is its own from then on. One that is held
/// in memory alone has its place too.
Result<void> keepInPlace(Register& reg, Database& database, HandedDraft& handed, std::optional<int>& place, QUuid user)
{
    if (!place) {
        auto earlier = drafts::of(database, handed.draft.key, user);
        if (!earlier)
            return fail(earlier);
        unwrittenDrafts::addHeld(reg, handed.draft.key, user, *earlier);
        place = drafts::freePlace(*earlier);
    }
    handed.place = place;
    handed.draft.place = *place;
    return drafts::keep(database, handed.draft, user);
}

/// Hands a draft over whose place is known.
QFuture<Result<void>> keepThere(Register& reg, quint64 owner, const Draft& draft)
{
    const auto keep = [user = reg.user()](
                          Database& database, HandedDraft& mine) { return drafts::keep(database, mine.draft, user); };
    return unwrittenDrafts::keep(reg, owner, std::make_shared<HandedDraft>(HandedDraft { draft, draft.place }), keep);
}
} // namespace

DraftKeeper::DraftKeeper(Register& reg, Fields fields, QObject* parent)
    : QObject(parent)
    , m_reg(reg)
    , m_fields(std::move(fields))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(KeepAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::write);
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryAfterMs);
    connect(&m_retry, &QTimer::timeout, this, &DraftKeeper::write);
}

void DraftKeeper::stopTimers()
{
    m_timer.stop();
    m_retry.stop();
}

void DraftKeeper::begin(const DraftKey& key, const QList<EntryHash>& heads)
{
    m_heads = heads;
    if (key == m_key && (m_ready || m_question > 0))
        return;
    startOver(key);
}

void DraftKeeper::setAside()
{
    flush();
    startOver(m_key);
}

void DraftKeeper::startOver(const DraftKey& key)
{
    stopTimers();
    m_key = key;
    m_owner = Unwritten::newOwner();
    m_place = 0;
    m_found.clear();
    m_ready = m_held = m_dirty = false;
    m_save.reset();
    m_told.reset();
    ++m_round;
    m_beside = std::make_shared<std::optional<int>>();
    look();
}

void DraftKeeper::look()
{
    // Read in the writer's thread: what another form of this record has just handed over to be kept stands before it,
    // on the disk or, when that took nothing, in memory.
    auto found = std::make_shared<std::vector<Draft>>();
    const auto read = [reg = &m_reg, key = m_key, user = m_reg.user(), found](Database& database) -> Result<void> {
        auto kept = drafts::of(database, key, user);
        if (!kept)
            return fail(kept);
        *found = std::move(*kept);
        unwrittenDrafts::addHeld(*reg, key, user, *found);
        return {};
    };
    whenDone(this, m_reg.writeLocal(read), [this, found, question = ++m_question](const Result<void>& done) {
        if (question != m_question)
            return;
        m_ready = true;
        if (done) {
            m_found = *found;
        } else {
            unwrittenDrafts::addHeld(m_reg, m_key, m_reg.user(), m_found);
            Q_EMIT failed(done.error());
        }
        m_place = drafts::freePlace(m_found);
        if (m_found.empty())
            Q_EMIT nothingFound();
        else
            Q_EMIT this->found(m_found.front());
        if (m_dirty)
            write();
    });
}

void DraftKeeper::touch()
{
    if (m_key.form.isEmpty())
        return; // filled with what is stored, or only to be read: begin() has not come
    m_dirty = true;
    if (!m_timer.isActive()) // not put off by the next letter
        m_timer.start();
}

void DraftKeeper::flush()
{
    if (m_save)
        return writeBehindSave();
    if (!m_dirty)
        return;
    // With a write under way a second one is queued behind it: locking does not come back for it.
    m_writing = false;
    if (m_ready)
        write();
    else
        writeBeside();
}

/// The answer about earlier drafts is still on its way: this one takes the first place that is free, which is the one
/// that look() will choose.
void DraftKeeper::writeBeside()
{
    stopTimers();
    const Draft draft { m_key, m_reg.clock().now(), m_fields(), m_heads, 0 };
    if (draft.fields.isEmpty())
        return;
    m_dirty = false;
    m_held = true;
    const auto keep = [reg = &m_reg, beside = m_beside, user = m_reg.user()](Database& database, HandedDraft& mine) {
        return keepInPlace(*reg, database, mine, *beside, user);
    };
    const auto handed = std::make_shared<HandedDraft>(HandedDraft { draft, {} });
    const auto handedOver = unwrittenDrafts::keep(m_reg, m_owner, handed, keep);
    whenDone(this, handedOver, [this, round = m_round](const Result<void>& done) {
        if (done)
            tellStored();
        else
            notWritten(round, done.error());
    });
}

/// Locking does not come back when the save has ended: whether it did well is known when this one's turn comes.
void DraftKeeper::writeBehindSave()
{
    const UtcMs now = m_reg.clock().now();
    const Draft whole { m_key, now, m_fields(), m_heads, 0 };
    const Draft since { m_key, now, m_save->since(), m_heads, 0 };
    m_save->isFollowed = true;
    const auto keep = [reg = &m_reg, since, save = m_save, place = ownPlace(), user = m_reg.user()](
                          Database& database, HandedDraft& mine) -> Result<void> {
        if (save->done.resultCount() > 0 && save->done.result()) {
            mine.draft = since;
            mine.draft.heads = save->heads(database, since.heads);
        }
        return mine.draft.fields.isEmpty() && !*place ? Result<void>()
                                                      : keepInPlace(*reg, database, mine, *place, user);
    };
    const auto handed = std::make_shared<HandedDraft>(HandedDraft { whole, {} });
    const auto handedOver = unwrittenDrafts::keep(m_reg, m_owner, handed, keep);
    whenDone(this, handedOver, [this, round = m_round](const Result<void>& done) {
        if (done)
            tellStored();
        else
            notWritten(round, done.error());
    });
}

void DraftKeeper::write()
{
    stopTimers();
    if (!m_dirty || !m_ready || m_writing || m_save)
        return;
    m_dirty = false;
    const Draft draft { m_key, m_reg.clock().now(), m_fields(), m_heads, m_place };
    if (draft.fields.isEmpty() && !m_held)
        return;
    m_held = !draft.fields.isEmpty();
    m_writing = true;
    const auto handedOver = keepThere(m_reg, m_owner, draft);
    whenDone(this, handedOver, [this, at = draft.saved, round = m_round](const Result<void>& done) {
        written(round, done);
        if (done && m_held)
            Q_EMIT kept(at);
    });
}

void DraftKeeper::written(quint64 round, const Result<void>& done)
{
    m_writing = false;
    if (!done)
        return notWritten(round, done.error());
    tellStored();
    if (m_dirty && !m_timer.isActive())
        write();
}

/// The same fault is said again when it comes back.
void DraftKeeper::tellStored()
{
    m_told.reset();
    Q_EMIT stored();
}

/// What was to be written is written with the next letter, by flush(), and after a while by itself.
void DraftKeeper::notWritten(quint64 round, const Error& error)
{
    if (round == m_round) {
        m_dirty = m_held = true; // what stood there before stands there still
        if (mayPass(error.code) && !m_reg.isReadOnly())
            m_retry.start();
    }
    if (m_told == error.code)
        return;
    m_told = error.code;
    Q_EMIT failed(error);
}

QFuture<Result<Committed>> DraftKeeper::commit(Register::MakeBatch make, std::function<void()> then, Fields since)
{
    stopTimers();
    m_dirty = false;
    ++m_round;
    auto save = std::make_shared<Save>();
    save->since = since ? std::move(since) : m_fields;
    save->then = std::move(then);
    m_save = save;
    const auto both = [make = std::move(make), key = m_key, heads = m_heads, save, place = ownPlace(),
                          user = m_reg.user()](Database& database) -> Result<Batch> {
        auto batch = make(database);
        if (batch)
            save->find(*batch, heads);
        if (!batch || !place->has_value())
            return batch;
        if (auto removed = drafts::remove(database, key, **place, user); !removed)
            return fail(removed);
        return batch;
    };
    const auto settle = [reg = &m_reg, owner = m_owner](const Result<Committed>& done) {
        if (done)
            reg->unwritten().release(owner);
        return done;
    };
    save->done = m_reg.commit(both).then(settle);
    whenDone(this, save->done, [this, save](const Result<Committed>& done) {
        if (save == m_save) // else the form is another one by now, or is saved again
            saved(*save, done);
    });
    return save->done;
}

void DraftKeeper::saved(const Save& save, const Result<Committed>& done)
{
    m_save.reset();
    if (done) {
        m_held = save.isFollowed;
        if (save.then)
            save.then();
        tellStored();
    } else {
        m_dirty = true;
        m_held = m_held || save.isFollowed;
    }
    write();
}

void DraftKeeper::drop()
{
    stopTimers();
    m_dirty = m_held = false;
    ++m_round;
    const auto remove = [reg = &m_reg, owner = m_owner, key = m_key, place = ownPlace(), user = m_reg.user()](
                            Database& database) {
        reg->unwritten().release(owner);
        return place->has_value() ? drafts::remove(database, key, **place, user) : Result<void>();
    };
    whenDone(this, m_reg.writeLocal(remove), [this](const Result<void>& done) {
        if (done)
            tellStored();
        else
            Q_EMIT failed(done.error());
    });
}

/// Where this form's draft stands, for the writer's thread. Before look() has answered that is where writeBeside() put
/// it, if it did: another one there is an earlier draft, which has not been offered yet.
std::shared_ptr<std::optional<int>> DraftKeeper::ownPlace() const
{
    return m_ready ? std::make_shared<std::optional<int>>(m_place) : m_beside;
}

void DraftKeeper::take(const Draft& draft)
{
    std::erase_if(m_found, [&](const Draft& one) { return one.place == draft.place; });
    // From here on the form holds another draft. What the disk did not take of it stays held until this form has
    // written it, and no older state of it is written behind that.
    const quint64 owner = std::exchange(m_owner, Unwritten::newOwner());
    unwrittenDrafts::handOver(m_reg, draft.key, draft.place, m_reg.user(), m_owner);
    Draft mine { m_key, m_reg.clock().now(), m_fields(), m_heads, m_place };
    const bool writesOver = std::any_of(mine.fields.keyBegin(), mine.fields.keyEnd(), [&](const QString& name) {
        return draft.fields.contains(name) && draft.fields.value(name) != mine.fields.value(name);
    });
    if (writesOver) { // what was typed before the answer is offered next
        whenDone(this, keepThere(m_reg, owner, mine), [this](const Result<void>& done) {
            if (done)
                tellStored();
            else
                Q_EMIT failed(done.error());
        });
        m_found.push_back(std::move(mine));
    } else if (m_held) {
        removeFromDisk(m_key, m_place);
    }
    m_place = draft.place;
    m_heads = draft.heads;
    m_held = true;
    touch();
    if (!m_found.empty())
        Q_EMIT found(m_found.front());
}

void DraftKeeper::refuse(const Draft& draft)
{
    std::erase_if(m_found, [&](const Draft& one) { return one.place == draft.place; });
    removeFromDisk(draft.key, draft.place);
    if (!m_found.empty())
        Q_EMIT found(m_found.front());
}

void DraftKeeper::removeFromDisk(const DraftKey& key, int place)
{
    const auto remove = [reg = &m_reg, key, place, user = m_reg.user()](Database& database) {
        unwrittenDrafts::forget(*reg, key, place, user);
        return drafts::remove(database, key, place, user);
    };
    whenDone(this, m_reg.writeLocal(remove), [this](const Result<void>& done) {
        if (done)
            tellStored();
        else
            Q_EMIT failed(done.error());
    });
}

} // namespace maiam
