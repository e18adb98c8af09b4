// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/access_page.h"

#include "models/base/when_done.h"
#include "models/papers/access_paper.h"
#include "models/papers/page_composer.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/printing.h"
#include "ui/widgets/two_line_delegate.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr std::size_t MostShown = 1000;
constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;
constexpr AccessAct Acts[] = { AccessAct::Opened, AccessAct::Printed, AccessAct::Exported, AccessAct::Sealed,
    AccessAct::Reported, AccessAct::Erased, AccessAct::Unlocked, AccessAct::FailedUnlock, AccessAct::OpenedByPaper,
    AccessAct::UserAdded, AccessAct::UserChanged, AccessAct::UserRemoved, AccessAct::PassphraseSet,
    AccessAct::KeyChanged, AccessAct::RecoveryIssued, AccessAct::EscrowIssued };
} // namespace

AccessPage::AccessPage(WorkContext& context, std::vector<QUuid> records, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_records(std::move(records))
    , m_model(new CellTable({ tr("When"), tr("Who"), tr("Did what"), tr("Which file") }, this))
    , m_table(new QTableView(this))
{
    setTitle(m_records.empty() ? tr("Who looked") : tr("Who looked at this file"));
    setSubtitle(tr("By code, without names. Nothing can be taken out of this list."));
    m_table->setModel(m_model);
    m_table->setObjectName("access"_L1);
    m_table->setAccessibleName(title());
    TwoLineDelegate::install(m_table, false);
    FittedColumns::install(m_table, 3, { 136, 170, 200, 96 }, { 0 });
    makeFilters();
    connect(addAction(tr("&Print…")), &QPushButton::clicked, this, &AccessPage::print);
    setBody(m_table, false);
    loadUsers();
    reload();
}

void AccessPage::activated()
{
    reload();
}

QString AccessPage::actText(AccessAct act)
{
    switch (act) {
    case AccessAct::Opened:
        return tr("opened");
    case AccessAct::Printed:
        return tr("printed");
    case AccessAct::Exported:
        return tr("exported to a file");
    case AccessAct::Sealed:
        return tr("packed for another office");
    case AccessAct::Reported:
        return tr("made a report");
    case AccessAct::FailedUnlock:
        return tr("wrong passphrase");
    case AccessAct::Unlocked:
        return tr("opened the register");
    case AccessAct::UserAdded:
        return tr("added a user");
    case AccessAct::UserChanged:
        return tr("changed a user's name or role");
    case AccessAct::UserRemoved:
        return tr("removed a user");
    case AccessAct::PassphraseSet:
        return tr("set a passphrase");
    case AccessAct::OpenedByPaper:
        return tr("opened with a key on paper");
    case AccessAct::KeyChanged:
        return tr("changed the register key");
    case AccessAct::RecoveryIssued:
        return tr("issued a new recovery key");
    case AccessAct::EscrowIssued:
        return tr("issued new escrow sheets");
    case AccessAct::Erased:
        return tr("erased by decision");
    }
    return {};
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
        connect(choice, &QComboBox::activated, this, [this] { reload(); });
}

void AccessPage::loadUsers()
{
    using Users = std::vector<std::pair<QUuid, QString>>;
    const auto read = [](Database& db) -> Result<Users> {
        Users users;
        auto found = db.query(u"SELECT record, display_name FROM \"user\" ORDER BY display_name"_s);
        if (!found)
            return fail(found);
        while (found->next())
            users.emplace_back(QUuid::fromRfc4122(found->blob(0)), found->text(1));
        return users;
    };
    whenDone(this, m_context.reg.read(read), [this](const Result<Users>& users) {
        if (!users)
            return message()->showError(users.error());
        for (const auto& [id, name] : *users)
            m_user->addItem(name, id);
    });
}

AccessFilter AccessPage::filter() const
{
    AccessFilter wanted;
    wanted.records = m_records;
    if (m_user->currentIndex() > 0)
        wanted.user = m_user->currentData().toUuid();
    if (m_act->currentIndex() > 0)
        wanted.act = AccessAct(m_act->currentData().toInt());
    if (const int days = m_time->currentData().toInt(); days > 0)
        wanted.from = m_context.now() - days * DayMs;
    return wanted;
}

void AccessPage::reload()
{
    // What was looked at a moment ago is written first, so that the list is whole.
    whenDone(this, m_context.reg.writeAccess(), [this](const Result<void>& written) {
        if (!written)
            message()->showError(written.error());
        whenDone(this,
            m_context.reg.read([wanted = filter()](Database& db) { return accessChain::list(db, wanted, MostShown); }),
            [this](const Result<std::vector<AccessEntry>>& found) {
                if (!found)
                    return message()->showError(found.error());
                showEntries(*found);
            });
    });
}

QString AccessPage::recordText(const AccessEntry& entry) const
{
    if (entry.note.act == AccessAct::FailedUnlock)
        return tr("%n time(s)", nullptr, int(entry.note.count));
    if (entry.note.act == AccessAct::Sealed)
        return tr("%n entries", nullptr, int(entry.note.count));
    const RecordKind* kind = kinds::find(entry.note.kind);
    if (!kind) // a search by command names many at once
        return entry.note.act == AccessAct::Opened ? tr("%n file(s) in a list", nullptr, int(entry.note.count))
                                                   : QString();
    const QString label = QCoreApplication::translate("Records", kind->label);
    const QString code = entry.code.isEmpty() ? entry.note.record.toString(QUuid::WithoutBraces).left(8) : entry.code;
    return label + u' ' + code;
}

void AccessPage::showEntries(const std::vector<AccessEntry>& entries)
{
    std::vector<TableRow> rows;
    rows.reserve(entries.size());
    for (const AccessEntry& entry : entries) {
        TableRow row;
        row.id = QString::fromLatin1(entry.device.toHex()) + u'/' + QString::number(entry.seq);
        row.cells.push_back({ formatDateTime(entry.note.at) });
        row.cells.push_back({ entry.who.isEmpty() ? tr("a user not known here") : entry.who });
        TableCell act { actText(entry.note.act) };
        if (entry.note.act == AccessAct::FailedUnlock)
            act.meaning = Meaning::Bad;
        row.cells.push_back(act);
        row.cells.push_back({ recordText(entry) });
        rows.push_back(std::move(row));
    }
    m_model->setRows(std::move(rows));
    if (entries.empty())
        message()->showMessage(MessageBar::Kind::Info, tr("Nobody has looked in this time."));
    else if (entries.size() == MostShown)
        message()->showMessage(
            MessageBar::Kind::Info, tr("Only the newest 1.000 are shown. Choose a person or a shorter time."));
    else
        message()->clear();
}

void AccessPage::print()
{
    papers::AccessPaperData data { m_context.reg.office().name, {}, {}, m_context.reg.demo() };
    data.scope = QStringList { m_user->currentText(), m_act->currentText(), m_time->currentText() }.join(u" · "_s);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList line;
        for (int column = 0; column < m_model->columnCount(); ++column)
            line.append(m_model->index(row, column).data().toString());
        data.rows.append(line);
    }
    printing::choose(this, title(), [this, data](const std::shared_ptr<QPrinter>& printer) {
        const auto done = printing::put(papers::composePaper(papers::accessPaper(data)), *printer);
        if (!done)
            return message()->showError(done.error());
        m_context.reg.noteAccess(AccessAct::Printed);
        message()->showMessage(MessageBar::Kind::Ok,
            done->isEmpty() ? tr("The list was given to the printer.")
                            : tr("The list is saved: %1").arg(QDir::toNativeSeparators(*done)));
    });
}

} // namespace maiam
