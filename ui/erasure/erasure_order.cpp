// SPDX-License-Identifier: GPL-3.0-or-later
// The decision is taken from the form, asked about once more and carried out; and what came of it is shown.
#include "models/register/register_backups.h"
#include "models/register/restore.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/copies_card.h"
#include "ui/erasure/doubts_card.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/holds_card.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/steady_scroll_area.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// What an erasure came to, and where what it took still stands.
struct Done
{
    QStringList pending;
    QStringList backups;
    QStringList formerRegisters;
};

/// A register from before a restore, with the day until which it is kept: it alone holds who looked between the backup
/// and the restore, and that must be found for twelve months.
QString withLastDay(const QString& former)
{
    const QString name = former.section(Restore::FormerSuffix, -1); // "2026-11-24", "2026-11-24-2"
    const QDate restored = QDate::fromString(name.left(10), Qt::ISODate);
    return restored.isValid() ? ErasurePage::tr("%1 (keep until %2)").arg(former, formatDate(restored.addMonths(12)))
                              : former;
}

Result<Done> eraseNow(
    Register& reg, const ErasureOrder& order, const TwoKeysCard::Keys& keys, const erasureWork::Stop& stop)
{
    if (auto agreed = TwoKeysCard::check(reg, keys); !agreed)
        return fail(agreed);
    auto erased = erasureWork::carryOut(reg, order, stop);
    if (!erased)
        return fail(erased);
    const RegisterBackups kept(reg);
    Done done { *erased, {}, {} };
    const QStringList formerRegisters = kept.formerRegisters();
    for (const QString& former : formerRegisters)
        done.formerRegisters.append(withLastDay(former));
    auto backups = kept.list(stop.cancelled);
    if (!backups) {
        done.pending.append(backups.error().message);
        return done;
    }
    for (const KeptBackup& backup : *backups)
        done.backups.append(QFileInfo(backup.file).fileName());
    done.backups.removeDuplicates();
    if (stop.cancelled && *stop.cancelled)
        done.pending.append(
            ErasurePage::tr("The second place of backups was not looked at: its backups may still hold it."));
    return done;
}

/// A number as it is printed: people type it with spaces and in small letters.
QString asPrinted(QString number)
{
    number.removeIf([](QChar letter) { return letter.isSpace(); });
    return number.toUpper();
}

/// What stands in an input; empty also when it cannot be read.
QString typedIn(const FieldEditor& field)
{
    const auto value = field.read();
    const auto* text = value ? std::get_if<QString>(&*value) : nullptr;
    return text ? *text : QString();
}
} // namespace

QSet<IdentityClass> ErasurePage::classes() const
{
    QSet<IdentityClass> chosen;
    for (const auto& [identity, box] : m_parts)
        if (box->isChecked())
            chosen.insert(identity);
    return chosen;
}

std::optional<ErasureOrder> ErasurePage::takeOrder()
{
    const QString number = asPrinted(typedIn(*m_decision));
    if (erasureWork::isDecisionNumber(number) && number != m_decision->raw())
        m_decision->setRaw(number);
    ErasureOrder order;
    order.child = m_child;
    order.classes = classes();
    order.decision = number;
    order.decided = QDate::fromString(typedIn(*m_decided), Qt::ISODate);
    order.ground = typedIn(*m_ground);
    order.texts = m_doubts->chosenTexts();
    order.drafts = m_doubts->chosenDrafts();
    return isWhole(order) ? std::optional(order) : std::nullopt;
}

/// Whether nothing is missing; otherwise the page says what, and the keyboard stands at the first of it.
bool ErasurePage::isWhole(const ErasureOrder& order)
{
    QStringList missing;
    QStringList wrong;
    QWidget* first = nullptr;
    const auto want = [&](FieldEditor* field, const QString& name, bool right, const QString& error) {
        field->setError(right ? QString() : error);
        if (right)
            return;
        (field->raw().trimmed().isEmpty() ? missing : wrong).append(name);
        first = first ? first : field->editor();
    };
    want(m_decision, tr("number of the decision"), erasureWork::isDecisionNumber(order.decision),
        tr("Give the number and symbol as they are printed, such as 125/QĐ-UBND or 125/2026/QĐ-UBND."));
    want(m_decided, tr("its date"), order.decided.isValid() && order.decided <= civil::date(m_context.now()),
        tr("Give the day on which it was signed, such as 24/11/2026."));
    want(m_ground, tr("its ground"), !order.ground.isEmpty(), tr("Choose the ground of the decision."));
    if (order.classes.isEmpty()) {
        missing.append(tr("at least one part that goes"));
        first = first ? first : m_parts.constFirst().second;
    }
    if (!first)
        return true;
    QStringList said;
    if (!missing.isEmpty())
        said.append(tr("Still missing: %1.").arg(missing.join(", "_L1)));
    if (!wrong.isEmpty())
        said.append(tr("Not right yet: %1.").arg(wrong.join(", "_L1)));
    m_missing = said.join(u' ');
    message()->showMessage(MessageBar::Kind::Warning, m_missing);
    first->setFocus(Qt::OtherFocusReason);
    SteadyScrollArea::reveal(first);
    return false;
}

void ErasurePage::erase()
{
    commitPendingInput();
    if (m_work->isRunning() || !m_outcome.isEmpty())
        return;
    message()->clear();
    auto order = takeOrder();
    if (!order)
        return;
    const auto keys = m_keys->take();
    if (!keys)
        return;
    order->leader = keys->leader;
    order->administrator = keys->administrator;
    ask(*order, *keys);
}

void ErasurePage::ask(const ErasureOrder& order, const TwoKeysCard::Keys& keys)
{
    Question question;
    question.title = tr("Erase by decision");
    question.text = tr("Erase for good what names %1, by decision %2?")
                        .arg(about().isEmpty() ? tr("this child") : about(), order.decision);
    question.explanation = tr("It cannot be brought back, neither here nor from a backup. The decision, its ground and "
                              "the names of the two people stay in the journal.");
    if (const auto along = order.texts.size() + order.drafts.size(); along > 0)
        question.explanation +=
            u' ' + tr("%n marked place(s) in other records and drafts go too.", nullptr, int(along));
    question.accept = tr("Erase for good");
    question.cancel = tr("Go back, erase nothing");
    Questions::ask(this, question, [this, order, keys](Answer answer) {
        if (answer == Answer::Accept)
            carryOut(order, keys);
    });
}

void ErasurePage::carryOut(const ErasureOrder& order, const TwoKeysCard::Keys& keys)
{
    if (m_work->isRunning()) // begun while the question stood there
        return message()->showMessage(MessageBar::Kind::Info,
            tr("The page is being read anew, so nothing was erased. Press “Erase…” once more."));
    m_erase->setEnabled(false);
    m_erasing = true;
    const auto tooLate = [work = m_work, why = tr("It is being erased and cannot be stopped any more")] {
        work->passPointOfNoReturn(why);
    };
    const auto work = [reg = &m_context.reg, order, keys, tooLate](const auto&, const std::atomic_bool* cancelled) {
        return eraseNow(*reg, order, keys, { cancelled, tooLate });
    };
    const bool whole = order.classes.size() == m_parts.size();
    m_work->start(tr("Erasing; this takes a moment"), work, [this, whole](const Result<Done>& done) {
        m_erasing = false;
        m_erase->setEnabled(!done);
        if (!done)
            return tellFailure(done.error());
        showDone(whole, done->pending, done->backups, done->formerRegisters);
    });
}

void ErasurePage::tellFailure(const Error& error)
{
    m_keys->typeAgain();
    if (m_outdated)
        reload();
    if (error.code == ErrorCode::Cancelled)
        return message()->showMessage(MessageBar::Kind::Info, error.message);
    message()->showError(error);
}

void ErasurePage::showDone(
    bool whole, const QStringList& pending, const QStringList& backups, const QStringList& former)
{
    m_keys->forget();
    m_draft->drop();
    m_draft->bar()->clear(); // an earlier draft of it went with the erasure
    m_name.clear();
    setSubtitle(m_code);
    const int rest = m_doubts->showRest();
    QString erased = whole
        ? tr("The child's file has been erased in this register and in its search.")
        : tr("What was chosen of the child's file has been erased in this register and in its search.");
    if (rest > 0)
        erased += u' ' + tr("%n other place(s) may still hold the name; they stand below.", nullptr, rest);
    QStringList said { erased };
    said += pending;
    if (!backups.isEmpty())
        said.append(tr("These backups still hold it until they are removed; whoever restores one erases it before the "
                       "register opens: %1.")
                        .arg(CopiesCard::shortList(backups)));
    if (!former.isEmpty())
        said.append(tr("Registers from before a restore still hold it, and open with a passphrase of that time. Who "
                       "looked between the backup and the restore stands in them alone and must be found for 12 "
                       "months: lock these folders away until that day, then delete them: %1.")
                        .arg(CopiesCard::shortList(former)));
    m_outcome = said.join(u'\n');
    if (rest > 0)
        message()->showMessage(MessageBar::Kind::Warning, erased);
    else
        message()->showMessage(pending.isEmpty() ? MessageBar::Kind::Ok : MessageBar::Kind::Warning, tr("Erased."));
    showOutcome(said);
}

/// In place of the form; the keyboard and the screen reader stand at it, not at some button of the window.
void ErasurePage::showOutcome(const QStringList& said)
{
    auto* card = new Card(tr("Erased"), this);
    card->setObjectName("outcome"_L1);
    for (const QString& line : said)
        card->body()->addWidget(makeWrappedLabel(line, TextStyle::Body, card));
    card->setAccessibleDescription(m_outcome);
    card->setFocusPolicy(Qt::TabFocus);
    column()->insertWidget(0, card);
    m_outcomeCard = card;
    orderStops();
    m_erase->hide();
    for (QWidget* part : std::initializer_list<QWidget*> { m_planCard, m_decisionCard, m_keys, m_holds })
        part->hide(); // where copies are stays: somebody has to go there
    for (QWidget* above = card->parentWidget(); above; above = above->parentWidget())
        if (const auto* area = qobject_cast<QScrollArea*>(above))
            area->verticalScrollBar()->setValue(0);
    if (isVisible())
        card->setFocus(Qt::OtherFocusReason);
}

} // namespace maiam
