// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/drafts/draft_keeper.h"

#include "models/base/when_done.h"

#include <memory>
#include <optional>

namespace maiam {

DraftKeeper::DraftKeeper(Register& reg, Fields fields, QObject* parent)
    : QObject(parent)
    , m_reg(reg)
    , m_fields(std::move(fields))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(KeepAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::write);
}

void DraftKeeper::begin(const DraftKey& key, const QList<EntryHash>& heads)
{
    m_heads = heads;
    if (key == m_key && (m_ready || m_question > 0))
        return;
    m_timer.stop();
    m_key = key;
    m_place = 0;
    m_found.clear();
    m_ready = m_held = m_dirty = false;
    m_beside = std::make_shared<std::optional<int>>();
    look();
}

void DraftKeeper::look()
{
    // Read in the writer's thread: what another form of this record has just handed over to be kept stands before it.
    auto found = std::make_shared<Result<std::vector<Draft>>>();
    const auto read = [key = m_key, user = m_reg.user(), found](Database& database) -> Result<void> {
        *found = drafts::of(database, key, user);
        return {};
    };
    whenDone(this, m_reg.writeLocal(read), [this, found, question = ++m_question](const Result<void>& done) {
        if (question != m_question)
            return;
        m_ready = true;
        if (done && *found)
            m_found = **found;
        else
            Q_EMIT failed(done ? found->error() : done.error());
        m_place = drafts::freePlace(m_found);
        if (!m_found.empty())
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
    m_timer.stop();
    Draft draft { m_key, m_reg.clock().now(), m_fields(), m_heads, 0 };
    if (draft.fields.isEmpty())
        return;
    m_dirty = false;
    m_held = true;
    const auto keep = [draft, beside = m_beside, user = m_reg.user()](Database& database) -> Result<void> {
        const auto earlier = drafts::of(database, draft.key, user);
        if (!earlier)
            return fail(earlier);
        Draft mine = draft;
        mine.place = drafts::freePlace(*earlier);
        *beside = mine.place;
        return drafts::keep(database, mine, user);
    };
    whenDone(this, m_reg.writeLocal(keep), [this](const Result<void>& done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void DraftKeeper::write()
{
    m_timer.stop();
    if (!m_dirty || !m_ready || m_writing || m_saving > 0)
        return;
    m_dirty = false;
    Draft draft { m_key, m_reg.clock().now(), m_fields(), m_heads, m_place };
    if (draft.fields.isEmpty() && !m_held)
        return;
    m_held = !draft.fields.isEmpty();
    m_writing = true;
    const auto keep = [draft, user = m_reg.user()](Database& database) { return drafts::keep(database, draft, user); };
    whenDone(this, m_reg.writeLocal(keep), [this, at = draft.saved](const Result<void>& done) {
        written(done);
        if (done && m_held)
            Q_EMIT kept(at);
    });
}

void DraftKeeper::written(const Result<void>& done)
{
    m_writing = false;
    if (!done)
        Q_EMIT failed(done.error());
    if (m_dirty && !m_timer.isActive())
        write();
}

QFuture<Result<Committed>> DraftKeeper::commit(Register::MakeBatch make, std::function<void()> saved)
{
    m_timer.stop();
    m_dirty = false;
    ++m_saving;
    const auto both = [make = std::move(make), key = m_key, place = ownPlace(), user = m_reg.user()](
                          Database& database) -> Result<Batch> {
        auto batch = make(database);
        if (!batch || !place->has_value())
            return batch;
        if (auto removed = drafts::remove(database, key, **place, user); !removed)
            return fail(removed);
        return batch;
    };
    auto future = m_reg.commit(both);
    whenDone(this, future, [this, saved = std::move(saved)](const Result<Committed>& done) {
        --m_saving;
        if (done)
            m_held = false;
        else
            m_dirty = true;
        if (done && saved)
            saved();
        write();
    });
    return future;
}

void DraftKeeper::drop()
{
    m_timer.stop();
    m_dirty = m_held = false;
    const auto remove = [key = m_key, place = ownPlace(), user = m_reg.user()](Database& database) {
        return place->has_value() ? drafts::remove(database, key, **place, user) : Result<void>();
    };
    whenDone(this, m_reg.writeLocal(remove), [this](const Result<void>& done) {
        if (!done)
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
    Draft mine { m_key, m_reg.clock().now(), m_fields(), m_heads, m_place };
    const bool writesOver = std::any_of(mine.fields.keyBegin(), mine.fields.keyEnd(), [&](const QString& name) {
        return draft.fields.contains(name) && draft.fields.value(name) != mine.fields.value(name);
    });
    if (writesOver) { // what was typed before the answer is offered next
        const auto keep = [mine, user = m_reg.user()](
                              Database& database) { return drafts::keep(database, mine, user); };
        whenDone(this, m_reg.writeLocal(keep), [this](const Result<void>& done) {
            if (!done)
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
    const auto remove = [key, place, user = m_reg.user()](
                            Database& database) { return drafts::remove(database, key, place, user); };
    whenDone(this, m_reg.writeLocal(remove), [this](const Result<void>& done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

} // namespace maiam
