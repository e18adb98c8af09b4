// SPDX-License-Identifier: GPL-3.0-or-later
// Who looked: how a line of the list is said, on the screen and on paper.
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/journal/access_page.h"

#include <QComboBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
QString whoText(const AccessLine& line)
{
    if (!line.who.isEmpty())
        return line.who;
    return !line.act && line.user.isNull() ? AccessPage::tr("the program itself")
                                           : AccessPage::tr("a user not known here");
}

/// What stands for a record that has no code: the office whose own record it is, else the beginning of its id.
QString nameOf(const AccessLine& line, const RecordKind* kind, const OfficeNames& names)
{
    if (!line.code.isEmpty())
        return line.code;
    if (kind != &kinds::Office)
        return line.record.toString(QUuid::WithoutBraces).left(8);
    const QString office = names.ownerOf(line.record);
    return office.isEmpty() ? AccessPage::tr("another office") : office;
}

/// An act in words; of some changes the entry says more than that something was changed.
QString doneText(const AccessLine& line)
{
    switch (line.change) {
    case AccessLine::Change::HoldBegun:
        return AccessPage::tr("set a reason to keep");
    case AccessLine::Change::HoldEnded:
        return AccessPage::tr("ended a reason to keep");
    case AccessLine::Change::RestrictionBegun:
        return AccessPage::tr("restricted access");
    case AccessLine::Change::RestrictionEnded:
        return AccessPage::tr("ended a restriction of access");
    case AccessLine::Change::Any:
        break;
    }
    return AccessPage::actText(line.act);
}

/// The code of the file and, under it, what kind of file it is; or how many.
TableCell fileCell(const AccessLine& line, const OfficeNames& names)
{
    const int count = int(line.count);
    if (line.act == AccessAct::FailedUnlock)
        return { AccessPage::tr("%n time(s)", nullptr, count) };
    if (line.act == AccessAct::Sealed)
        return { AccessPage::tr("%n entries", nullptr, count) };
    if (const RecordKind* kind = kinds::find(line.kind))
        return { nameOf(line, kind, names), QCoreApplication::translate("Records", kind->label) };
    if (!line.act) // an import
        return { AccessPage::tr("%n record(s) in one save", nullptr, count) };
    if (line.act == AccessAct::Opened) // a search by command
        return { AccessPage::tr("%n file(s) in a list", nullptr, count) };
    return {};
}
} // namespace

QString AccessPage::actText(std::optional<AccessAct> act)
{
    if (!act)
        return tr("changed");
    switch (*act) {
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
    case AccessAct::OpenedForReport:
        return tr("opened a restricted file: new report");
    case AccessAct::OpenedForAuthority:
        return tr("opened a restricted file: an authority asked");
    case AccessAct::OpenedForFamily:
        return tr("opened a restricted file: child or carer asked");
    case AccessAct::OpenedForCheck:
        return tr("opened a restricted file: to correct or check");
    }
    return {};
}

TableRow AccessPage::rowOf(const AccessLine& line) const
{
    TableRow row;
    row.id = QStringLiteral("%1/%2/%3")
                 .arg(QString::fromLatin1(line.device.toHex()), line.act ? u"look"_s : u"change"_s)
                 .arg(line.seq);
    row.cells.push_back({ whoText(line), formatDateTime(line.at) });
    TableCell act { doneText(line) };
    if (line.act == AccessAct::FailedUnlock)
        act.meaning = Meaning::Bad;
    act.second = tr("machine %1").arg(m_names.machine(line.device));
    if (!line.with.isEmpty())
        act.second = tr("with %1").arg(line.with) + u" · "_s + act.second;
    row.cells.push_back(act);
    row.cells.push_back(fileCell(line, m_names));
    return row;
}

/// What stands over the lines, as chosen now.
papers::AccessPaperData AccessPage::paperHead() const
{
    papers::AccessPaperData data;
    data.office = m_context.reg.office().name;
    data.scope = m_user->currentText() + u" · "_s + m_act->currentText();
    data.printed = m_context.now();
    data.user = m_context.reg.userLabel();
    const AccessFilter filter = question().filter;
    if (filter.from)
        data.from = civil::date(*filter.from);
    data.to = civil::date(filter.until ? std::min(*filter.until - 1, data.printed) : data.printed);
    data.demo = m_context.reg.demo();
    return data;
}

void AccessPage::putLines(papers::AccessPaperData& paper, const Read& read)
{
    const AccessLines& found = read.found;
    paper.newestOnly = found.more ? qint64(found.lines.size()) : 0;
    paper.rows.reserve(qsizetype(found.lines.size()));
    for (const AccessLine& line : found.lines) {
        const TableCell file = fileCell(line, read.names);
        const QString done = doneText(line);
        paper.rows.append({ formatDateTime(line.at), whoText(line),
            line.with.isEmpty() ? done : done + u", "_s + tr("with %1").arg(line.with), read.names.machine(line.device),
            // The code begins a line, else it would be broken at a hyphen.
            file.second.isEmpty() ? file.text : file.second + u'\n' + file.text });
    }
}

} // namespace maiam
