// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backup_page.h"

#include "models/text/format.h"
#include "ui/backup/backup_texts.h"
#include "ui/shell/clock_question.h"
#include "ui/shell/looks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/two_line_delegate.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

BackupPage::BackupPage(WorkContext& context, BackupWatch& watch, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_watch(watch)
    , m_work(new PageWork(this))
{
    setTitle(tr("Backup"));
    column()->addWidget(makeStateCard());
    column()->addWidget(makeListCard());
    addSide(makeDoubtCard());
    addSide(makeSecondCard());
    auto* rules = new Card(tr("What is kept"), this);
    rules->body()->addWidget(makeWrappedLabel(
        tr("One backup after each day of work and on closing, one before each upgrade. The newest of 7 days, 5 weeks "
           "and 12 months stay, and always the newest three. Each was read back and checked before it counts. They are "
           "encrypted like the register; the passphrase of that day or the recovery key opens them. One with \"other "
           "history\" holds work that a restore left behind: it stays until somebody deletes the file."),
        TextStyle::Secondary, rules));
    addSide(rules);
    connect(&watch, &BackupWatch::changed, this, &BackupPage::display);
    connect(&watch, &BackupWatch::started, this, &BackupPage::showWork);
    connect(&watch, &BackupWatch::progress, this, [this](int percent) {
        if (!m_work->isRunning())
            task()->setProgress(percent, 100);
    });
    connect(&watch, &BackupWatch::made, this, [this](const BackupOutcome& outcome) { tell(outcome.result); });
    connect(&watch, &BackupWatch::ended, this, &BackupPage::showWork);
    connect(task(), &LongTaskBar::stopRequested, this, [this] {
        if (!m_work->isRunning()) // else the bar speaks of the page's own work, which stops by itself
            m_watch.stop();
    });
    display();
    showWork();
}

Card* BackupPage::makeStateCard()
{
    auto* card = new Card(this);
    m_state = makeWrappedLabel({}, TextStyle::Section, card);
    card->body()->addWidget(m_state);
    m_trouble = makeWrappedLabel({}, TextStyle::Body, card);
    card->body()->addWidget(m_trouble);
    m_now = makePrimaryButton(tr("&Back up now"), card);
    m_try = makeButton(tr("&Try a restore"), card);
    m_restore = makeButton(tr("&Restore…"), card);
    card->body()->addWidget(FlowLayout::row({ m_now, m_try, m_restore }, card));
    m_found = makeWrappedLabel({}, TextStyle::Body, card);
    m_found->hide();
    card->body()->addWidget(m_found);
    connect(m_now, &QPushButton::clicked, this, &BackupPage::backUp);
    connect(m_try, &QPushButton::clicked, this, &BackupPage::tryRestore);
    connect(m_restore, &QPushButton::clicked, this, &BackupPage::restore);
    return card;
}

Card* BackupPage::makeListCard()
{
    auto* card = new Card(tr("Backups that there are"), this);
    m_model = new CellTable({ tr("Made"), tr("Entries"), tr("Size"), tr("State"), tr("Place") }, this);
    m_table = new QTableView(card);
    m_table->setModel(m_model);
    m_table->setObjectName("backups"_L1);
    m_table->setAccessibleName(tr("Backups that there are"));
    TwoLineDelegate::install(m_table, true);
    // Narrow enough that with large text the place can still be read: it tells this PC from the second place.
    FittedColumns::install(m_table, 4, { 165, 80, 80, 105, 130 }, { 1, 2 });
    m_empty = makeWrappedLabel(
        tr("None yet. The first one is made by itself soon after unlocking, or at once with “Back up now”."),
        TextStyle::Body, card);
    m_damaged = makeWrappedLabel(
        tr("A damaged backup opens for nobody. Delete its file, or copy it again from the other place."),
        TextStyle::Body, card);
    setTone(m_damaged, Tone::Amber);
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_damaged);
    card->body()->addWidget(m_empty);
    return card;
}

Card* BackupPage::makeSecondCard()
{
    auto* card = new Card(tr("Second place"), this);
    m_second = makeWrappedLabel({}, TextStyle::Body, card);
    card->body()->addWidget(m_second);
    m_choose = makeButton(tr("&Choose a second place…"), card);
    m_forget = makeLinkButton(tr("Use none"), card);
    card->body()->addWidget(m_choose, 0, Qt::AlignLeft);
    card->body()->addWidget(m_forget, 0, Qt::AlignLeft);
    connect(m_choose, &QPushButton::clicked, this, &BackupPage::chooseSecond);
    connect(m_forget, &QPushButton::clicked, this, [this] { setSecond({}); });
    return card;
}

Card* BackupPage::makeDoubtCard()
{
    m_doubt = new Card(tr("The PC's clock"), this);
    m_doubt->setUrgency(Urgency::Amber);
    m_doubtText = makeWrappedLabel({}, TextStyle::Body, m_doubt);
    m_doubt->body()->addWidget(m_doubtText);
    auto* right = makeButton(ClockQuestion::answer().remove(u'&'), m_doubt);
    m_doubt->body()->addWidget(right, 0, Qt::AlignLeft);
    connect(right, &QPushButton::clicked, &m_watch, &BackupWatch::confirmClock);
    m_doubt->hide();
    return m_doubt;
}

void BackupPage::activated()
{
    m_watch.refresh();
}

TableRow BackupPage::rowOf(const KeptBackup& backup) const
{
    TableRow row { backup.file, {}, {} };
    const QString name = QFileInfo(backup.file).fileName();
    if (backup.manifest) {
        row.cells.push_back({ .text = formatDateTime(backup.manifest->made),
            .second = BackupTexts::reason(backup.manifest->reason),
            .bold = true });
        row.cells.push_back({ .text = formatNumber(backup.manifest->entries), .right = true });
    } else {
        const QDate day = backupFolder::dayOf(backup.file);
        row.cells.push_back({ .text = day.isValid() ? formatDate(day) : name, .bold = true });
        row.cells.push_back({});
    }
    row.cells.push_back({ .text = BackupTexts::size(backup.bytes), .right = true });
    const QString state = backup.damaged ? tr("damaged")
        : !backup.manifest               ? tr("earlier key")
        : backup.former                  ? tr("other history")
                                         : tr("checked");
    const Meaning meaning = backup.damaged  ? Meaning::Bad
        : backup.manifest && !backup.former ? Meaning::Good
                                            : Meaning::Soon;
    row.cells.push_back({ .text = state, .meaning = meaning, .chip = true });
    row.cells.push_back({ .text = backup.second ? tr("second place") : tr("this PC"), .second = name });
    return row;
}

void BackupPage::display()
{
    const BackupState& state = m_watch.state();
    const QString status =
        state.problem.isEmpty() ? BackupTexts::status(state, m_context.now()) + u'.' : BackupTexts::problem(state);
    m_state->setText(m_watch.isKnown() ? status : tr("Looking…"));
    QStringList trouble = m_watch.isKnown() ? BackupTexts::warnings(state, m_context.now()) : QStringList();
    trouble.removeAll(BackupTexts::problem(state)); // said above
    m_trouble->setText(trouble.join(u"\n\n"_s));
    m_trouble->setVisible(!trouble.isEmpty());
    setTone(m_trouble, state.failed || !state.newest() ? Tone::Red : Tone::Amber);
    std::vector<TableRow> rows;
    for (const KeptBackup& backup : state.all)
        rows.push_back(rowOf(backup));
    m_table->setVisible(!rows.empty());
    m_table->setFixedHeight(TwoLineDelegate::heightOf(m_table, std::clamp(int(rows.size()), 1, 7)));
    m_empty->setVisible(rows.empty() && state.problem.isEmpty());
    m_damaged->setVisible(
        std::any_of(state.all.begin(), state.all.end(), [](const KeptBackup& one) { return one.damaged; }));
    m_model->setRows(std::move(rows));
    const bool none = state.second.folder.isEmpty();
    m_second->setText(!none            ? BackupTexts::second(state)
            : !state.problem.isEmpty() ? BackupTexts::problem(state)
                                       : tr("None. Choose a stick, a second disk or a network folder: the copies there "
                                            "are for the day when this PC is lost."));
    const bool fine =
        none || (state.second.there && !state.second.onOwnDisk && BackupTexts::secondTrouble(state).isEmpty());
    setTone(m_second, fine ? Tone::Neutral : Tone::Amber);
    const bool may = roleRule::mayRestore(m_context.reg.roles());
    m_restore->setVisible(may);
    m_choose->setVisible(may);
    m_forget->setVisible(may && !none);
    m_doubt->setVisible(bool(state.doubt));
    if (state.doubt)
        m_doubtText->setText(BackupTexts::doubt(state, m_context.now()));
}

/// The page's own work and a backup that the watch makes may run at once and share one bar: the page's own work comes
/// first and shows itself there. A second place can be chosen while a backup is made.
void BackupPage::showWork()
{
    const bool own = m_work->isRunning();
    const bool watched = m_watch.isRunning();
    QWidget* focused = window()->focusWidget();
    for (QPushButton* button : { m_now, m_try, m_restore })
        button->setEnabled(!own && !watched);
    for (QPushButton* button : { m_choose, m_forget })
        button->setEnabled(!own);
    keepFocus(focused);
    if (own)
        return;
    if (watched)
        task()->start(m_watch.isCopying() ? tr("Copying the newest backup to the second place…")
                                          : tr("Backing up, reading back and checking…"));
    else
        task()->finish();
}

/// The focus leaves a button that is disabled for the time of its work. It comes back when the work has ended, unless
/// somebody has moved it meanwhile.
void BackupPage::keepFocus(QWidget* before)
{
    QWidget* now = window()->focusWidget();
    if (before && before != now && !before->isEnabled() && isAncestorOf(before)) {
        m_pressed = before;
        m_passedTo = now;
    } else if (m_pressed && m_pressed->isEnabled()) {
        if (now == m_passedTo && m_pressed->isVisible())
            m_pressed->setFocus();
        m_pressed.clear();
    }
}

void BackupPage::backUp()
{
    commitPendingInput();
    if (m_work->isRunning())
        return;
    message()->clear();
    const auto make = [this] { m_watch.make(BackupReason::ByHand); };
    // Before the places were read, one may be set.
    if (m_watch.isKnown() && m_watch.state().second.folder.isEmpty())
        return make();
    looks::whenNoted(this, message(), m_context.reg.recordAccess(AccessAct::Exported), make);
}

void BackupPage::tell(const Result<MadeBackup>& made)
{
    if (!made)
        return message()->showMessage(MessageBar::Kind::Error,
            made.error().code == ErrorCode::Cancelled ? made.error().message
                                                      : tr("Not backed up: %1").arg(made.error().message));
    message()->showMessage(
        made->secondProblem.isEmpty() ? MessageBar::Kind::Ok : MessageBar::Kind::Warning, BackupTexts::made(*made));
}

void BackupPage::chooseSecond()
{
    commitPendingInput();
    message()->clear();
    Questions::chooseFolder(
        this, { tr("Second place for backups"), m_watch.state().second.folder, {}, {} }, [this](const QString& folder) {
            if (!folder.isEmpty())
                setSecond(folder);
        });
}

void BackupPage::setSecond(const QString& folder)
{
    const auto keep = [this, folder] { keepSecond(folder); };
    if (folder.isEmpty())
        return keep();
    // Before the place is set: from then on it is filled by itself, too.
    looks::whenNoted(this, message(), m_context.reg.recordAccess(AccessAct::Exported), keep);
}

void BackupPage::keepSecond(const QString& folder)
{
    if (m_work->isRunning())
        return; // the buttons say so
    const auto work = [backups = &m_watch.backups(), folder](const PageWork::Progress&,
                          const std::atomic_bool* cancelled) { return backups->setSecondPlace(folder, cancelled); };
    m_work->start(tr("Keeping the place…"), work, [this, folder](const Result<void>& done) {
        showWork();
        if (!done)
            return message()->showError(done.error());
        m_watch.refresh();
        if (folder.isEmpty())
            return;
        // So that the place holds one at once. What runs may still copy to the former place.
        if (m_watch.isRunning())
            m_watch.fill();
        else
            m_watch.make(BackupReason::ByHand);
    });
    showWork();
}

void BackupPage::tryRestore()
{
    commitPendingInput();
    if (m_watch.isRunning() || m_work->isRunning())
        return;
    message()->clear();
    m_found->hide();
    const auto work = [backups = &m_watch.backups()](const PageWork::Progress& progress,
                          const std::atomic_bool* cancelled) { return backups->tryRestore(progress, cancelled); };
    m_work->start(tr("Restoring the newest backup beside the register and checking it…"), work,
        [this](const Result<RestoreTrial>& trial) {
            showWork();
            showTrial(trial);
        });
    showWork();
}

void BackupPage::showTrial(const Result<RestoreTrial>& trial)
{
    if (!trial) {
        m_watch.look(); // a backup that is proved to be damaged is one no longer
        message()->showError(trial.error());
        // The new one that is made at once tells of itself in the message's place.
        m_found->setText(trial.error().message);
        setTone(m_found, Tone::Red);
        return m_found->show();
    }
    const QString found =
        tr("The backup of %1 was restored, opened and folded again: %2 children, %3 cases, "
           "%4 sessions, %5 entries.")
            .arg(formatDateTime(trial->manifest.made), formatNumber(trial->children), formatNumber(trial->cases),
                formatNumber(trial->sessions), formatNumber(trial->verified.entries));
    const bool good = trial->verified.ok();
    m_found->setText(found + u'\n'
        + (good ? tr("Everything is in order. What was restored for the trial has been deleted.")
                : trial->verified.problems.join(u'\n')));
    setTone(m_found, good ? Tone::Green : Tone::Red);
    m_found->show();
}

/// This PC's, unless only the second place has one that opens.
QString BackupPage::folderToRestoreFrom() const
{
    const BackupState& state = m_watch.state();
    const bool onlySecond = !state.newest() && state.second.there
        && std::any_of(state.all.begin(), state.all.end(),
            [](const KeptBackup& one) { return one.second && one.manifest && !one.damaged; });
    return onlySecond ? state.second.folder : m_watch.backups().folder();
}

void BackupPage::restore()
{
    commitPendingInput();
    message()->clear();
    const FileQuestion question { tr("Restore from a backup"), folderToRestoreFrom(),
        { tr("Backups (*.maiam-backup)") }, {} };
    Questions::openFile(this, question, [this](const QString& file) {
        if (!file.isEmpty())
            Q_EMIT restoreWanted(file);
    });
}

} // namespace maiam
