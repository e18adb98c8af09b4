// SPDX-License-Identifier: GPL-3.0-or-later
#include "busy_session.h"

#include "models/drafts/draft.h"
#include "models/exchange/package_writer.h"
#include "models/imports/workbook_import.h"
#include "models/records/kinds.h"
#include "models/register/register_backups.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace maiam;

const QString BusySession::ChildName = QStringLiteral("Trần Thị Được Cất Giữ");
const QString BusySession::ImportedName = QStringLiteral("Bùi Văn Nhập Sổ Cũ");
const QString BusySession::DraftText = QStringLiteral("Đang gõ dở dòng này");

namespace {
/// What is done within a millisecond is done so often in a row, or no kill would fall into it.
constexpr size_t ShortWorkInARow = 20;

bool isShort(SessionWork what)
{
    return what == SessionWork::Typing || what == SessionWork::Saving;
}

void acknowledge(const QString& what)
{
    std::printf("%s\n", qPrintable(what));
    std::fflush(stdout);
}

/// Every name in it is its own, so that no two rows are the same child.
bool writeWorkbook(const QString& name, int counter)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("STT,Họ và tên,Ngày sinh,Giới tính,Thôn\n");
    for (int i = 1; i <= BusySession::ImportedRows; ++i)
        file.write(QStringLiteral("%1,%2 %3 %1,%4/03/2016,Nữ,Thôn %5\n")
                       .arg(i)
                       .arg(BusySession::ImportedName)
                       .arg(counter)
                       .arg(i % 28 + 1)
                       .arg(counter)
                       .toUtf8());
    return file.flush();
}
} // namespace

BusySession::BusySession(const CrashHome& home, Register& reg, Catalogues catalogues)
    : m_home(home)
    , m_reg(reg)
    , m_catalogues(std::move(catalogues))
{
}

std::vector<SessionWork> BusySession::day(SessionWork favourite)
{
    std::vector<SessionWork> day { SessionWork::Saving };
    for (int i = 0; i < SessionWorks; ++i) {
        const auto other = SessionWork(i);
        if (other == favourite)
            continue;
        for (const SessionWork what : { favourite, other })
            day.insert(day.end(), isShort(what) ? ShortWorkInARow : 1, what);
    }
    return day;
}

Result<void> BusySession::work(SessionWork what, int counter)
{
    switch (what) {
    case SessionWork::BackingUp:
        return backUp();
    case SessionWork::Sealing:
        return seal();
    case SessionWork::Importing:
        return import(counter);
    case SessionWork::SavingMany:
        return saveMany(counter);
    case SessionWork::Typing:
        return type(counter);
    case SessionWork::Saving:
        break;
    }
    return counter % 3 == 0 && !m_mine.isEmpty() ? change(counter) : saveNew(counter);
}

Result<void> BusySession::save(Record record, int counter)
{
    record.set(ChildFields::Name, ChildName + u' ' + QString::number(counter));
    Batch batch;
    batch.add(record);
    if (auto done = m_reg.commit(batch).result(); !done)
        return fail(done);
    acknowledge(QStringLiteral("record %1 %2").arg(record.id().toString(QUuid::WithoutBraces)).arg(counter));
    return {};
}

Result<void> BusySession::saveNew(int counter)
{
    const Record child = m_reg.newRecord(kinds::Child);
    m_mine.append(child.id());
    return save(child, counter);
}

Result<void> BusySession::change(int counter)
{
    auto record = m_reg.record(kinds::Child, m_mine.at(counter % m_mine.size()));
    return record ? save(*record, counter) : Result<void>(fail(record));
}

/// Many records in one save: all of them or none.
Result<void> BusySession::saveMany(int counter)
{
    Batch batch;
    std::vector<QUuid> ids;
    for (int i = 0; i < 300; ++i) {
        Record child = m_reg.newRecord(kinds::Child);
        child.set(ChildFields::Name, ChildName + u' ' + QString::number(counter));
        child.set(ChildFields::Note, QString(200, u'ễ'));
        batch.add(child);
        ids.push_back(child.id());
    }
    if (auto done = m_reg.commit(std::move(batch)).result(); !done)
        return fail(done);
    for (const QUuid id : ids)
        acknowledge(QStringLiteral("record %1 %2").arg(id.toString(QUuid::WithoutBraces)).arg(counter));
    return {};
}

Result<void> BusySession::type(int counter)
{
    Draft draft;
    draft.key.form = QStringLiteral("intake");
    draft.saved = m_reg.clock().now();
    draft.fields.insert(QStringLiteral("summary"), DraftText + u' ' + QString::number(counter));
    auto kept =
        m_reg.writeLocal([&](Database& database) { return drafts::keep(database, draft, m_reg.user()); }).result();
    if (kept)
        acknowledge(QStringLiteral("draft %1").arg(counter));
    return kept;
}

Result<void> BusySession::import(int counter)
{
    const QString file = m_home.workbook(counter);
    if (!writeWorkbook(file, counter))
        return fail(ErrorCode::Io, QStringLiteral("the workbook could not be written"));
    auto plan = WorkbookImport::planFile(m_reg, m_catalogues, file);
    if (!plan)
        return fail(plan);
    if (auto done = WorkbookImport::run(m_reg, m_catalogues, *plan); !done)
        return fail(done);
    acknowledge(QStringLiteral("import %1").arg(counter));
    return {};
}

Result<void> BusySession::seal()
{
    auto sealed = sealPackage(m_reg, QStringLiteral("22"), m_home.packages());
    if (!sealed)
        return fail(sealed);
    acknowledge(QStringLiteral("sealed %1").arg(QFileInfo(sealed->file).fileName()));
    return {};
}

Result<void> BusySession::backUp()
{
    auto made = RegisterBackups(m_reg).make(BackupReason::ByHand);
    if (!made)
        return fail(made);
    if (!made->secondProblem.isEmpty())
        return fail(ErrorCode::Io, made->secondProblem);
    const QString name = QFileInfo(made->file).fileName();
    acknowledge(QStringLiteral("backup %1").arg(name));
    if (!made->secondFile.isEmpty())
        acknowledge(QStringLiteral("second %1").arg(name));
    return {};
}
