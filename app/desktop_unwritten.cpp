// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed while the disk was full: kept over the lock, written after the next unlock, not lost without a word.
#include "app/desktop.h"
#include "app/kept_place.h"
#include "models/base/when_done.h"
#include "ui/drafts/form_names.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace maiam {

namespace {
constexpr int DraftRetryMs = 5000;
} // namespace

void Desktop::keepUnwrittenDrafts()
{
    SealedDrafts drafts = unwrittenDrafts::take(*m_register);
    if (drafts.sealed.isEmpty())
        return;
    const WorkContext context { *m_register, *m_catalogues, *m_clock, CatalogueLanguage::Vietnamese };
    QStringList forms;
    for (const QString& form : std::as_const(drafts.forms))
        forms.append(FormNames::of(context, form));
    forms.removeDuplicates();
    qWarning("What was typed into %d forms could not be written yet.", int(forms.size()));
    m_heldDrafts.push_back({ m_register->office().id, std::move(drafts), forms });
    m_mayLose = false;
}

/// What the lock screen says as long as something stands in the program alone.
QStringList Desktop::whatIsUnwritten() const
{
    QStringList said;
    for (const HeldOverLock& held : m_heldDrafts) {
        const QString forms = held.forms.join(QStringLiteral(", "));
        said.append(held.drafts.why.code == ErrorCode::DiskFull
                ? tr("What was typed in “%1” could not be written yet: the disk is full. Make room on the disk, then "
                     "open the register; do not end the program before.")
                      .arg(forms)
                : tr("What was typed in “%1” could not be written yet. Set right what stands in the way, then open the "
                     "register; do not end the program before. %2")
                      .arg(forms, held.drafts.why.message));
    }
    return said;
}

/// The register holds it again, and so does whoever unlocks: it goes under the name of who typed it. Before any page
/// looks for its drafts, so that the form is offered what was typed.
void Desktop::putUnwrittenBack()
{
    std::erase_if(m_heldDrafts, [this](const HeldOverLock& held) {
        return held.office == m_register->office().id && unwrittenDrafts::putBack(*m_register, held.drafts);
    });
    m_mayLose = m_toldUnwritten = false;
    writeUnwritten();
    m_writeAgain.start(DraftRetryMs);
}

/// Also for a form that is closed: its own keeper tries no more.
void Desktop::writeUnwritten()
{
    if (!m_register || m_register->unwritten().isEmpty())
        return;
    whenDone(m_register.get(), unwrittenDrafts::write(*m_register), [this](const Result<void>& written) {
        Page* page = m_window->currentPage();
        if (written && page && std::exchange(m_toldUnwritten, false))
            page->message()->showMessage(MessageBar::Kind::Ok,
                tr("What was typed before the lock is written now. It stands under “Not saved yet” on the first page "
                   "and in its form."));
    });
}

/// After the unlock; empty when everything is written.
QString Desktop::stillUnwrittenText() const
{
    return m_register->unwritten().isEmpty()
        ? QString()
        : tr("What was typed before the lock still could not be written. Make room on the disk; the program tries "
             "again by itself. Do not end the program before.");
}

/// The place is kept in the register; one that it did not take goes over the lock too, without what was searched for.
void Desktop::keepPlace(const QJsonObject& place, const QFuture<Result<void>>& kept)
{
    if (place.isEmpty() || kept.result())
        return;
    const QByteArray json = QJsonDocument(keptPlace::withoutSearches(place)).toJson(QJsonDocument::Compact);
    m_heldPlace = m_register->seal(json);
    m_heldPlaceOf = m_register->user();
}

/// The one that the program kept for who has just unlocked.
QJsonObject Desktop::heldPlace()
{
    if (m_heldPlace.isEmpty() || m_heldPlaceOf != m_register->user())
        return {};
    return QJsonDocument::fromJson(m_register->unseal(std::exchange(m_heldPlace, {}))).object();
}

/// Whether the program may end at the lock. What stands nowhere else would go with it: the first time the window comes
/// back and says so, the second time a person has decided.
bool Desktop::mayEnd()
{
    if (m_heldDrafts.empty() || std::exchange(m_mayLose, true))
        return true;
    const auto ask = [this] {
        if (!m_lock)
            lock(); // whatever stands before it
        comeToFront();
        if (!m_lock)
            return;
        const QString held = whatIsUnwritten().join(u' ');
        QStringList said { m_lock->message() }; // such as what is to be done with a new paper
        if (!said.constFirst().contains(held))
            said.append(held);
        said.append(
            tr("If the program ends now, that text is lost. Close the window once more to leave all the same."));
        m_lock->showMessage(MessageBar::Kind::Warning, said.join(u' ').trimmed());
    };
    QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection); // the window hides itself after this
    return false;
}

} // namespace maiam
