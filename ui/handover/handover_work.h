// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/handover/post_change.h"
#include "models/register/key_change.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace maiam {

/// A hand-over as it is to be carried out: all that its ending needs, since the page that asks for it may be gone then.
struct HandoverOrder
{
    PostChange change;
    QString passphrase; ///< of the person who takes over
    bool ownLeave = false; ///< who opened the register hands it over
    std::shared_ptr<KeyChange> keyChange; ///< the register key is to be changed afterwards; else null
    UtcMs draftsSince = 0; ///< the wizard's drafts of the one who orders it, from this moment on, go with it
};

/// What a hand-over came to.
struct HandoverDone
{
    QUuid successor;
    QString said; ///< in a sentence
    bool ownLeave = false; ///< who opened the register handed it over: it must be locked now
    std::shared_ptr<KeyChange> keyChange; ///< the register key is to be changed as well; else null
};

/// What a hand-over that failed has left behind.
struct HandoverLeft
{
    std::optional<QUuid> stored; ///< the one who takes over, when the register has the person by now
    std::optional<PostSituation> now; ///< read anew; nothing when it could not be read
};

/// Carries a hand-over out beside the windows. It belongs to what lives as long as the open register and not to the
/// page: whoever leaves the page in the middle must be told the end all the same, and a register whose former person is
/// gone must not stay open under them.
class HandoverWork : public QObject
{
    Q_OBJECT
public:
    explicit HandoverWork(Register& reg, QObject* parent = nullptr);
    /// Waits, so that the work never outlives the register.
    ~HandoverWork() override;
    Q_DISABLE_COPY_MOVE(HandoverWork)

    /// Begins; only when nothing runs.
    void start(HandoverOrder order);
    [[nodiscard]] bool isRunning() const { return m_order != nullptr; }
    /// Waits for the end and tells it now: for an owner that is about to go.
    void finish();

Q_SIGNALS:
    void handedOver(const maiam::HandoverDone& done);
    /// It was not carried out to the end.
    void failed(const maiam::Error& error, const maiam::HandoverLeft& left);

private:
    struct Ending
    {
        Result<void> done;
        std::optional<PostSituation> left; ///< after a failure: the people as they are by then
    };
    static Ending carryOut(Register& reg, HandoverOrder& order);
    void tell();
    void dropDrafts(UtcMs since);
    Register& m_reg;
    std::shared_ptr<HandoverOrder> m_order; ///< while it is being carried out; the work writes into it
    QFuture<Ending> m_running;
};

} // namespace maiam
