// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/looks.h"

#include "models/base/when_done.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page.h"

#include <QCoreApplication>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class LooksTexts
{
    Q_DECLARE_TR_FUNCTIONS(LooksTexts)
};

QString unrecorded(const Error& why)
{
    return why.code == ErrorCode::DiskFull
        ? LooksTexts::tr("The disk is full, so it could not be recorded yet that you opened this. Free some room on "
                         "the disk; the program tries again by itself.")
        : LooksTexts::tr("It could not be recorded yet that you opened this; the program tries again by itself. %1")
              .arg(why.message);
}
} // namespace

void looks::opened(Page* page, Register& reg, const RecordKind& kind, QUuid record)
{
    whenDone(page, reg.noteAccess(AccessAct::Opened, &kind, record), [page, reg = &reg](const Result<void>& recorded) {
        if (recorded)
            return;
        const QString said = unrecorded(recorded.error());
        page->message()->showMessage(MessageBar::Kind::Warning, said);
        const auto done = [page, said] {
            if (page->message()->text() == said)
                page->message()->clear();
        };
        QObject::connect(reg, &Register::accessWritten, page, done, Qt::SingleShotConnection);
    });
}

void looks::whenNoted(QObject* owner, MessageBar* message, const QFuture<Result<void>>& recorded,
    std::function<void()> go, std::function<void()> refused)
{
    whenDone(owner, recorded, [message, go = std::move(go), refused = std::move(refused)](const Result<void>& done) {
        if (done)
            return go();
        message->showError(done.error());
        if (refused)
            refused();
    });
}

} // namespace maiam
