// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/drafts/draft.h"
#include "models/register/register.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace maiam {

/// Keeps one form's draft while somebody types: at most half a second is ever lost. Typing waits for nothing: a change
/// only starts a timer; the newest state goes to the writer's thread, one write at a time.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// Says what the form holds now: the fields that differ from what was loaded.
    using Fields = std::function<QMap<QString, QString>()>;
    /// How long after a first change the form is looked at; the write follows at once.
    static constexpr int KeepAfterMs = 300;

    DraftKeeper(Register& reg, Fields fields, QObject* parent = nullptr);

    /// From now on the form is this one, resting on these heads. The first time for a key it looks for drafts; found()
    /// names the newest. Until it has looked, nothing is written.
    void begin(const DraftKey& key, const QList<EntryHash>& heads);
    [[nodiscard]] const DraftKey& key() const { return m_key; }
    /// Something was typed.
    void touch();
    /// Writes what was typed and not written yet; does not wait. The register writes it before it closes.
    void flush();
    /// Stores the batch; the form's draft goes in the same transaction. `saved` runs when
    /// it is on the disk. What is typed meanwhile is kept again after it.
    [[nodiscard]] QFuture<Result<Committed>> commit(Register::MakeBatch make, std::function<void()> saved = {});
    /// The person threw away what the form held.
    void drop();
    /// Goes on with a draft that was found: the form holds its fields now, so it is this form's own.
    void take(const Draft& draft);
    /// Throws a found draft away.
    void refuse(const Draft& draft);
    /// Whether a draft of this form stands in the register now, or is on its way.
    [[nodiscard]] bool holdsSomething() const { return m_held || m_dirty || m_writing; }

Q_SIGNALS:
    /// A draft from before stands in the register; it can be taken or refused.
    void found(const maiam::Draft& draft);
    /// What was typed until then is on the disk.
    void kept(maiam::UtcMs at);
    void failed(const maiam::Error& error);

private:
    void look();
    void write();
    void writeBeside();
    void written(const Result<void>& done);
    void removeFromDisk(const DraftKey& key, int place);
    [[nodiscard]] std::shared_ptr<std::optional<int>> ownPlace() const;
    Register& m_reg;
    Fields m_fields;
    QTimer m_timer;
    DraftKey m_key;
    QList<EntryHash> m_heads;
    std::vector<Draft> m_found;
    int m_place = 0;
    /// Where writeBeside() put the draft; written and read in the writer's thread.
    std::shared_ptr<std::optional<int>> m_beside = std::make_shared<std::optional<int>>();
    quint64 m_question = 0;
    bool m_ready = false; ///< it is known which places are taken
    bool m_held = false;
    bool m_dirty = false;
    bool m_writing = false;
    int m_saving = 0;
};

} // namespace maiam
