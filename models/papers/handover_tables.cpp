// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/handover_tables.h"

#include "models/catalogues/catalogues.h"
#include "models/papers/decree30.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "models/text/name_order.h"

using namespace Qt::Literals::StringLiterals;

namespace maiam::papers {

namespace {
using namespace decree30;

Cell lines(const QStringList& texts)
{
    Cell cell;
    for (const QString& text : texts)
        cell.paragraphs.append(textCell(text).paragraphs);
    return cell;
}

Table tableOf(const QList<qreal>& widths, const QStringList& heads)
{
    Table table;
    table.widths = widths;
    table.middle = false;
    Row head;
    for (const QString& text : heads)
        head.cells.append(headerCell(text));
    table.headerRows = { head };
    return table;
}

Cell number(const Table& table)
{
    return textCell(QString::number(table.rows.size() + 1), Align::Center);
}

QString vietnamese(const Catalogues& catalogues, QLatin1String catalogue, const QString& code)
{
    return catalogues.title(catalogue, code, CatalogueLanguage::Vietnamese);
}

/// What a clock is for, and how long it runs.
QString nameOf(const ClockState& state, const CatalogueEntry* entry)
{
    if (state.kind == ClockKind::Review)
        return u"Ngày hẹn rà soát"_s; // set by a person, of no length of its own
    if (!entry)
        return {};
    const QString unit = state.kind == ClockKind::EmergencyMeasures12h ? u"giờ"_s
        : state.kind == ClockKind::Isolation15Days                     ? u"ngày"_s
                                                                       : u"ngày làm việc"_s;
    return u"%1,\n%2 %3"_s.arg(entry->vi, QString::number(entry->number("amount"_L1)), unit);
}

/// No clock runs: the next act follows from the step.
QString actOfStep(const QString& step)
{
    if (step == u"carry-out"_s)
        return u"Thực hiện kế hoạch; đặt ngày hẹn rà soát"_s;
    if (step == u"review"_s)
        return u"Rà soát (Mẫu 06); kết thúc hoặc đặt ngày hẹn mới"_s;
    if (step == u"verify"_s)
        return u"Xác minh, đánh giá nguy cơ cụ thể (Mẫu 03)"_s;
    return u"Xem lại hồ sơ, ghi việc tiếp theo"_s;
}
} // namespace

QString handoverTables::child(const CaseRow& file, bool fullName)
{
    if (file.restricted)
        return u"Hạn chế truy cập"_s;
    if (file.childName.isEmpty())
        return u"Chưa rõ tên"_s;
    return fullName ? file.childName : initials(file.childName, QChar::Nbsp);
}

QString handoverTables::clock(const ClockState& state, const Catalogues& catalogues)
{
    const CatalogueEntry* entry = catalogues.at("statutory-times"_L1).find(state.code);
    const QString due = state.unit == ClockUnit::Hours
        ? u"đến %1 ngày %2"_s.arg(civil::dateTime(state.dueAt).toString(u"HH:mm"_s), formatDate(state.dueDate()))
        : u"đến hết ngày %1"_s.arg(formatDate(state.dueDate()));
    const QString late = state.status == ClockStatus::Overdue ? u" (QUÁ HẠN)"_s : QString();
    return u"%1: %2%3"_s.arg(nameOf(state, entry), due, late);
}

QString handoverTables::nextAct(const HandedCase& one, const Catalogues& catalogues)
{
    QStringList acts;
    if (one.pending)
        acts.append(u"Ghi kết quả xử lý tin báo"_s);
    acts.append(one.clocks.empty()
            ? actOfStep(one.file.step)
            : StatutoryClock::nextAct(one.clocks.front(), catalogues, CatalogueLanguage::Vietnamese));
    return acts.join(u". "_s);
}

QString handoverTables::conflict(const OpenConflict& conflict)
{
    const RecordKind* kind = conflict.kind;
    const QString what = kind == &kinds::Case ? u"Hồ sơ"_s
        : kind == &kinds::Child               ? u"Trẻ em"_s
        : kind == &kinds::Assessment          ? u"Một bản đánh giá ban đầu (Mẫu 02)"_s
        : kind == &kinds::Session             ? u"Một buổi, lớp"_s
        : kind == &kinds::Task                ? u"Nhiệm vụ chỉ thị"_s
                                              : u"Nhận xét của kỳ báo cáo"_s;
    return conflict.code.isEmpty() ? what : what + u' ' + conflict.code;
}

Table handoverTables::cases(const Handover& handed, const Catalogues& catalogues, bool fullNames)
{
    // Code and child share a cell, or the code would be broken at its hyphens.
    Table table = tableOf({ 0.5, 1.75, 1.05, 2.2, 2.5 },
        { u"TT"_s, u"Mã hồ sơ, trẻ em"_s, u"Bước"_s, u"Thời hạn đang chạy"_s, u"Việc phải làm tiếp"_s });
    for (const HandedCase& one : handed.cases) {
        QStringList clocks;
        for (const ClockState& state : one.clocks)
            clocks.append(clock(state, catalogues));
        if (clocks.isEmpty())
            clocks.append(u"Không có"_s);
        table.rows.append({ { number(table), lines({ one.file.code, child(one.file, fullNames) }),
            textCell(vietnamese(catalogues, "steps"_L1, one.file.step)), lines(clocks),
            textCell(nextAct(one, catalogues)) } });
    }
    return table;
}

Table handoverTables::packages(const std::vector<UnreceiptedPackage>& packages)
{
    Table table = tableOf({ 0.5, 3, 2 }, { u"TT"_s, u"Tệp đã đóng gói"_s, u"Đóng gói lúc"_s });
    for (const UnreceiptedPackage& one : packages)
        table.rows.append({ { number(table), textCell(one.file), textCell(formatDateTime(one.sealed)) } });
    return table;
}

Table handoverTables::sessions(const std::vector<SessionRow>& sessions, const Catalogues& catalogues)
{
    Table table = tableOf({ 0.5, 1.6, 3.4, 2 }, { u"TT"_s, u"Thời gian"_s, u"Nội dung"_s, u"Địa điểm"_s });
    for (const SessionRow& one : sessions) {
        QStringList what { vietnamese(catalogues, "session-types"_L1, one.type), one.title };
        what.removeAll(QString());
        table.rows.append({ { number(table), textCell(formatDateTime(one.starts)), textCell(what.join(u": "_s)),
            textCell(one.place) } });
    }
    return table;
}

Table handoverTables::tasks(const std::vector<TaskProgress>& tasks, const Catalogues& catalogues)
{
    Table table = tableOf({ 0.6, 3, 1.1, 2.2 }, { u"Mục"_s, u"Nhiệm vụ"_s, u"Vai trò"_s, u"Tình trạng, ghi chú"_s });
    for (const TaskProgress& task : tasks) {
        QStringList state { vietnamese(catalogues, "task-states"_L1, task.state), task.note };
        state.removeAll(QString());
        table.rows.append({ { textCell(task.code, Align::Center), textCell(task.titleVi),
            textCell(vietnamese(catalogues, "task-roles"_L1, task.role)), textCell(state.join(u". "_s)) } });
    }
    return table;
}

Table handoverTables::places(const HandoverWords& words, bool newRecoveryKey)
{
    Table table = tableOf({ 2, 4 }, { u"Bàn giao"_s, u"Để ở đâu, ai giữ, số lượng"_s });
    const auto add = [&table](const QString& what, const QString& where) {
        QStringList texts = where.split(u'\n', Qt::SkipEmptyParts);
        if (texts.isEmpty())
            texts = { QString(44, u'.'), QString(44, u'.') };
        table.rows.append({ { textCell(what), lines(texts) } });
    };
    add(u"Hồ sơ giấy"_s, words.dossiers);
    add(u"USB, ổ đĩa chứa gói dữ liệu, bản sao lưu"_s, words.sticks);
    add(newRecoveryKey ? u"Phong bì khóa khôi phục cũ (hết giá trị)"_s : u"Phong bì khóa khôi phục"_s, words.envelope);
    add(u"Chìa khóa tủ, máy tính, vật khác"_s, words.others);
    return table;
}

} // namespace maiam::papers
