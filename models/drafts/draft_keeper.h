// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/drafts/draft.h"
#include "models/register/register.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace maiam {

/// Keeps one form's draft while somebody types: at most half a second is ever lost. Typing waits for nothing: a change
/// only starts a timer; the newest state goes to the writer's thread, one write at a time. What the disk does not take
/// the register holds, also when the form is closed (unwrittenDrafts).
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// Says what the form holds now: the fields that differ from what was loaded.
    using Fields = std::function<QMap<QString, QString>()>;
    /// How long after a first change the form is looked at; the write follows at once.
    static constexpr int KeepAfterMs = 300;
    /// How long after a write that failed it is tried again, when the cause may go away.
    static constexpr int RetryAfterMs = 5000;

    DraftKeeper(Register& reg, Fields fields, QObject* parent = nullptr);

    /// From now on the form is this one, resting on these heads. The first time for a key it looks for drafts; found()
    /// names the newest. Until it has looked, nothing is written.
    void begin(const DraftKey& key, const QList<EntryHash>& heads);
    [[nodiscard]] const DraftKey& key() const { return m_key; }
    /// Something was typed.
    void touch();
    /// Writes what was typed and not written yet; does not wait. The register writes it before it closes. While a save
    /// is on its way, what that one does not hold is written behind it, and everything when it fails.
    void flush();
    /// Stores the batch; the form's draft goes in the same transaction. `then` runs when
    /// it is on the disk. What is typed meanwhile is kept again after it; `since` says what the form holds then besides
    /// what the batch stores.
    [[nodiscard]] QFuture<Result<Committed>> commit(
        Register::MakeBatch make, std::function<void()> then = {}, Fields since = {});
    /// The person threw away what the form held.
    void drop();
    /// Goes on with a draft that was found: the form holds its fields now, so it is this form's own.
    void take(const Draft& draft);
    /// Throws a found draft away.
    void refuse(const Draft& draft);
    /// The form goes over to other work under the same key: what it held until now stands as a draft of its own, is
    /// found again, and is not written over.
    void setAside();
    /// Whether a draft of this form stands in the register now, or is on its way.
    [[nodiscard]] bool holdsSomething() const { return m_held || m_dirty || m_writing; }

Q_SIGNALS:
    /// A draft from before stands in the register; it can be taken or refused.
    void found(const maiam::Draft& draft);
    /// It has looked, and there is none.
    void nothingFound();
    /// What was typed until then is on the disk.
    void kept(maiam::UtcMs at);
    /// What was handed over to be written, taken away or saved is on the disk: a fault told before is over.
    void stored();
    /// Something could not be written; said once for all tries that fail in the same way.
    void failed(const maiam::Error& error);

private:
    struct Save;

    void startOver(const DraftKey& key);
    void look();
    void write();
    void writeBeside();
    void writeBehindSave();
    void written(quint64 round, const Result<void>& done);
    void notWritten(quint64 round, const Error& error);
    void saved(const Save& save, const Result<Committed>& done);
    void tellStored();
    void stopTimers();
    void removeFromDisk(const DraftKey& key, int place);
    [[nodiscard]] std::shared_ptr<std::optional<int>> ownPlace() const;
    Register& m_reg;
    Fields m_fields;
    QTimer m_timer;
    QTimer m_retry;
    DraftKey m_key;
    QList<EntryHash> m_heads;
    std::vector<Draft> m_found;
    int m_place = 0;
    /// Where writeBeside() put the draft; written and read in the writer's thread.
    std::shared_ptr<std::optional<int>> m_beside = std::make_shared<std::optional<int>>();
    std::shared_ptr<Save> m_save; ///< the latest save of this form that has not ended
    quint64 m_question = 0;
    quint64 m_round = 0; ///< grows when what was handed over to be written before no longer matters
    quint64 m_owner = 0; ///< under which the register holds what the disk does not take
    std::optional<ErrorCode> m_told; ///< the fault that was said, until a write succeeds
    bool m_ready = false; ///< it is known which places are taken
    bool m_held = false;
    bool m_dirty = false;
    bool m_writing = false;
};

} // namespace maiam
