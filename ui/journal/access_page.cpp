// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/access_page.h"

#include "models/base/when_done.h"
#include "models/papers/page_composer.h"
#include "models/text/format.h"
#include "ui/shell/looks.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/printing.h"
#include "ui/widgets/two_line_delegate.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int MostMonths = 120;
constexpr int ChangesOnly = 0; ///< in the choice of acts, where no act has this number
constexpr AccessAct Acts[] = { AccessAct::Opened, AccessAct::OpenedForReport, AccessAct::OpenedForAuthority,
    AccessAct::OpenedForFamily, AccessAct::OpenedForCheck, AccessAct::Printed, AccessAct::Exported, AccessAct::Sealed,
    AccessAct::Reported, AccessAct::Erased, AccessAct::Unlocked, AccessAct::FailedUnlock, AccessAct::OpenedByPaper,
    AccessAct::UserAdded, AccessAct::UserChanged, AccessAct::UserRemoved, AccessAct::PassphraseSet,
    AccessAct::KeyChanged, AccessAct::RecoveryIssued, AccessAct::EscrowIssued };

void chooseItem(QComboBox* choice, const QString& data)
{
    for (int i = 0; i < choice->count(); ++i)
        if (choice->itemData(i).toString() == data)
            choice->setCurrentIndex(i);
}

/// What the records of one file are called; one that has no code yet by the beginning of its id, as in the list.
Result<QStringList> codesOf(Database& database, const std::vector<QUuid>& records)
{
    QStringList codes;
    for (const QUuid& record : records) {
        auto code = accessChain::codeOf(database, record);
        if (!code)
            return fail(code);
        codes.append(code->isEmpty() ? record.toString(QUuid::WithoutBraces).left(8) : *code);
    }
    return codes;
}
} // namespace

AccessPage::AccessPage(WorkContext& context, std::vector<QUuid> records, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_records(std::move(records))
    , m_model(new CellTable({ tr("Who and when"), tr("Did what"), tr("Which file") }, this))
    , m_table(new QTableView(this))
{
    setTitle(m_records.empty() ? tr("Who looked") : tr("Who looked at this file"));
    setSubtitle(tr("Looks and changes, by code, without names. Nothing can be taken out of this list."));
    m_table->setModel(m_model);
    m_table->setObjectName("access"_L1);
    m_table->setAccessibleName(title());
    TwoLineDelegate::install(m_table, true);
    // At twice the size of the text a PC of 1366 points has about 450 for them, and no column may go: they share it.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    makeFilters();
    connect(addAction(tr("&Print…")), &QPushButton::clicked, this, &AccessPage::print);
    setBody(m_table, false);
    loadChoices();
    reload();
}

void AccessPage::activated()
{
    reload();
}

QJsonObject AccessPage::place() const
{
    QJsonArray records;
    for (const QUuid& record : m_records)
        records.append(record.toString(QUuid::WithoutBraces));
    return { { u"records"_s, records }, { u"user"_s, m_user->currentData().toString() },
        { u"act"_s, m_act->currentData().toString() }, { u"time"_s, m_time->currentData().toString() } };
}

void AccessPage::returnTo(const QJsonObject& place)
{
    m_place = place;
    choosePlace();
    reload();
}

std::vector<QUuid> AccessPage::recordsOf(const QJsonObject& place)
{
    std::vector<QUuid> records;
    const QJsonArray kept = place.value("records"_L1).toArray();
    for (const QJsonValue& record : kept)
        records.emplace_back(record.toString());
    return records;
}

/// People and months are read after the page was made, so this comes twice.
void AccessPage::choosePlace()
{
    chooseItem(m_user, m_place.value("user"_L1).toString());
    chooseItem(m_act, m_place.value("act"_L1).toString());
    chooseItem(m_time, m_place.value("time"_L1).toString());
}

void AccessPage::makeFilters()
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    const auto choice = [](const char* name) {
        auto* made = new QComboBox;
        made->setObjectName(QLatin1StringView(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(8);
        return made;
    };
    m_user = choice("user");
    m_user->addItem(tr("everybody"));
    m_act = choice("act");
    m_act->addItem(tr("everything"));
    m_act->addItem(actText({}), ChangesOnly);
    for (const AccessAct act : Acts)
        m_act->addItem(actText(act), int(act));
    m_time = choice("time");
    m_time->addItem(tr("the last 7 days"), 7);
    m_time->addItem(tr("the last 30 days"), 30);
    m_time->addItem(tr("the last 12 months"), 366);
    m_time->addItem(tr("all the time"), 0);
    m_time->setCurrentIndex(m_records.empty() ? 1 : 3);
    line->addWidget(new LabelledField(tr("&Who"), m_user, row), 1);
    line->addWidget(new LabelledField(tr("Did wh&at"), m_act, row), 1);
    line->addWidget(new LabelledField(tr("Whe&n"), m_time, row), 1);
    line->addStretch(1);
    addRow(row);
    for (QComboBox* choice : { m_user, m_act, m_time })
        connect(choice, &QComboBox::activated, this, [this] {
            m_limit = LinesAtOnce;
            m_place = {};
            reload();
        });
}

void AccessPage::loadChoices()
{
    struct Choices
    {
        std::vector<std::pair<QUuid, QString>> users;
        UtcMs oldest = 0;
    };
    const auto read = [office = m_context.reg.office().id, now = m_context.now()](Database& db) -> Result<Choices> {
        auto oldest = accessList::oldest(db, office, now);
        if (!oldest)
            return fail(oldest);
        Choices choices { {}, *oldest };
        // Those of other offices came without names.
        auto found =
            db.query(u"SELECT record, display_name FROM \"user\" WHERE display_name <> '' ORDER BY display_name"_s);
        if (!found)
            return fail(found);
        while (found->next())
            choices.users.emplace_back(QUuid::fromRfc4122(found->blob(0)), found->text(1));
        return choices;
    };
    whenDone(this, m_context.reg.read(read), [this](const Result<Choices>& choices) {
        if (!choices)
            return message()->showError(choices.error());
        for (const auto& [id, name] : choices->users)
            m_user->addItem(name, id);
        addMonths(choices->oldest);
        if (m_place.isEmpty())
            return;
        choosePlace();
        m_place = {};
        reload();
    });
}

/// Each month since the first look or change can be asked for by itself, so that nothing is too old to be reached.
void AccessPage::addMonths(UtcMs oldest)
{
    const QDate first = civil::date(oldest);
    const QDate today = civil::date(m_context.now());
    QDate month(today.year(), today.month(), 1);
    for (int i = 0; i < MostMonths && month.addMonths(1) > first; ++i, month = month.addMonths(-1))
        m_time->addItem(tr("month %1").arg(month.toString(u"MM/yyyy")), month);
}

AccessQuestion AccessPage::question() const
{
    AccessQuestion wanted { {}, false, m_context.reg.office().id };
    wanted.filter.records = m_records;
    if (m_user->currentIndex() > 0)
        wanted.filter.user = m_user->currentData().toUuid();
    if (m_act->currentIndex() > 0 && m_act->currentData().toInt() == ChangesOnly)
        wanted.changesOnly = true;
    else if (m_act->currentIndex() > 0)
        wanted.filter.act = AccessAct(m_act->currentData().toInt());
    const QVariant time = m_time->currentData();
    if (time.typeId() == QMetaType::QDate) {
        wanted.filter.from = civil::startOf(time.toDate());
        wanted.filter.until = civil::startOf(time.toDate().addMonths(1));
    } else if (time.toInt() > 0) {
        // Whole days: the paper says from which day on it is.
        wanted.filter.from = civil::startOf(civil::date(m_context.now()).addDays(-time.toInt()));
    }
    return wanted;
}

QFuture<Result<AccessPage::Read>> AccessPage::read(std::size_t limit) const
{
    const auto all = [asked = question(), records = m_records, own = m_context.reg.office(), limit](
                         Database& db) -> Result<Read> {
        auto codes = codesOf(db, records);
        if (!codes)
            return fail(codes);
        auto names = OfficeNames::read(db, own);
        if (!names)
            return fail(names);
        auto found = accessList::read(db, asked, limit);
        if (!found)
            return fail(found);
        return Read { std::move(*found), std::move(*names), std::move(*codes) };
    };
    return m_context.reg.read(all);
}

void AccessPage::reload()
{
    const quint64 asked = ++m_asked;
    // What was looked at a moment ago is written first, so that the list is whole.
    whenDone(this, m_context.reg.writeAccess(), [this, asked](const Result<void>& written) {
        if (asked != m_asked)
            return;
        if (!written)
            message()->showError(written.error());
        whenDone(this, read(m_limit), [this, asked, written](const Result<Read>& read) {
            if (asked != m_asked)
                return;
            if (!read)
                return message()->showError(read.error());
            m_names = read->names;
            if (!read->codes.isEmpty())
                setSubtitle(read->codes.join(u", "_s) + u" · "_s
                    + tr("Looks and changes, by code, without names. Nothing can be taken out of this list."));
            showLines(read->found);
            if (written)
                tell(read->found);
        });
    });
}

void AccessPage::showOlder()
{
    m_limit = std::min(m_limit + LinesAtOnce, MostLines);
    m_goOn = true;
    reload();
}

void AccessPage::showLines(const AccessLines& found)
{
    const int before = m_model->rowCount();
    std::vector<TableRow> rows;
    rows.reserve(found.lines.size());
    for (const AccessLine& line : found.lines)
        rows.push_back(rowOf(line));
    m_model->setRows(std::move(rows));
    if (std::exchange(m_goOn, false) && before < m_model->rowCount()) {
        m_table->setCurrentIndex(m_model->index(before, 0));
        m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
        m_table->setFocus();
    }
}

void AccessPage::tell(const AccessLines& found)
{
    if (found.lines.empty())
        return message()->showMessage(
            MessageBar::Kind::Info, tr("Nobody has looked at or changed anything in this time."));
    if (!found.more)
        return message()->clear();
    const QString shown = formatNumber(qint64(found.lines.size()));
    if (found.lines.size() >= MostLines)
        return message()->showMessage(MessageBar::Kind::Info,
            tr("The newest %1 are shown. To see older ones, choose a month under “When”, a person, or what was done.")
                .arg(shown));
    message()->showMessage(MessageBar::Kind::Info,
        tr("The newest %1 are shown. Older ones: press “Show older”, or choose a month under “When”.").arg(shown),
        tr("Show &older"), [this] { showOlder(); });
}

void AccessPage::collect(std::function<void(const papers::AccessPaperData&)> collected)
{
    if (std::exchange(m_collecting, true))
        return;
    // The heading is of what is asked for here: another choice may stand on the screen when the answer comes.
    const auto show = [this, head = paperHead(), collected = std::move(collected)](const Result<Read>& read) {
        m_collecting = false;
        if (!read)
            return message()->showError(read.error());
        papers::AccessPaperData paper = head;
        paper.files = read->codes;
        putLines(paper, *read);
        collected(paper);
    };
    whenDone(this, read(MostLines), show);
}

void AccessPage::print()
{
    collect([this](const papers::AccessPaperData& data) {
        const auto put = [this, data](const std::shared_ptr<QPrinter>& printer) {
            const auto done = printing::put(papers::composePaper(papers::accessPaper(data)), *printer);
            if (!done)
                return message()->showError(done.error());
            const QString told = done->isEmpty() ? tr("The list was given to the printer.")
                                                 : tr("The list is saved: %1").arg(QDir::toNativeSeparators(*done));
            if (data.newestOnly == 0)
                return message()->showMessage(MessageBar::Kind::Ok, told);
            message()->showMessage(MessageBar::Kind::Warning,
                told + u' '
                    + tr("It holds the newest %1 only. For older ones choose a month under “When” and print that too.")
                          .arg(formatNumber(data.newestOnly)));
        };
        printing::choose(this, title(), [this, put](const std::shared_ptr<QPrinter>& printer) {
            looks::whenNoted(
                this, message(), m_context.reg.recordAccess(AccessAct::Printed), [put, printer] { put(printer); });
        });
    });
}

} // namespace maiam
