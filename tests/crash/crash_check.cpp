// SPDX-License-Identifier: GPL-3.0-or-later
#include "crash_check.h"

#include "busy_session.h"
#include "models/drafts/draft.h"
#include "models/exchange/package_reader.h"
#include "models/imports/workbook_import.h"
#include "models/records/kinds.h"
#include "models/register/verify.h"
#include "tests/support/clear_text.h"

#include <QDir>
#include <QFileInfo>

using namespace maiam;

namespace {
int lastWord(const QString& text)
{
    return text.section(u' ', -1).toInt();
}

bool sameBytes(const QString& one, const QString& other)
{
    constexpr qint64 Piece = 4 << 20;
    QFile a(one);
    QFile b(other);
    if (!a.open(QIODevice::ReadOnly) || !b.open(QIODevice::ReadOnly) || a.size() != b.size())
        return false;
    while (!a.atEnd())
        if (a.read(Piece) != b.read(Piece))
            return false;
    return true;
}
} // namespace

void Acknowledged::take(const QString& line)
{
    const QString what = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    if (what == QLatin1String("record"))
        records.insert(QUuid(rest.section(u' ', 0, 0)), lastWord(rest));
    else if (what == QLatin1String("draft"))
        draft = lastWord(rest);
    else if (what == QLatin1String("import"))
        imports.insert(lastWord(rest));
    else if (what == QLatin1String("sealed"))
        sealed.insert(rest);
    else if (what == QLatin1String("backup"))
        backup = rest;
    else if (what == QLatin1String("second"))
        second = rest;
    else if (what == QLatin1String("begin"))
        last = std::max(last, lastWord(rest));
}

QStringList CrashCheck::run(bool whole)
{
    m_wrong.clear();
    {
        auto reg = m_home.openCommune();
        if (!reg) {
            wrong(reg.error());
            return m_wrong;
        }
        oneDevice(**reg);
        records(**reg);
        draft(**reg);
        imports(**reg);
        backups(**reg, whole);
        auto found = (*reg)->read([](Database& database) { return Verification(database).run(); }).result();
        if (!found)
            wrong(found.error());
        else if (!found->ok())
            m_wrong += found->problems;
        m_entries = found ? found->entries : 0;
    }
    packages();
    clearText();
    return m_wrong;
}

/// A kill makes no other PC of this one: whoever opens afterwards goes on in the same chain, where a number could be
/// given twice. A register that always began a new device would never try that.
void CrashCheck::oneDevice(Register& reg)
{
    const auto devices = reg.read([office = reg.office().id](Database& database) -> Result<qint64> {
                                auto found = database.query(
                                    QStringLiteral("SELECT count(*) FROM journal_device WHERE office = ?"), { office });
                                if (!found)
                                    return fail(found);
                                return found->next() ? found->integer(0) : 0;
                            })
                             .result();
    if (!devices)
        return wrong(devices.error());
    if (*devices != 1)
        wrong(QStringLiteral("The office %1 has written as %2 devices instead of one.")
                  .arg(reg.office().unit)
                  .arg(*devices));
}

void CrashCheck::records(Register& reg)
{
    for (auto it = m_known.records.cbegin(); it != m_known.records.cend(); ++it) {
        const auto record = reg.record(kinds::Child, it.key());
        if (!record || lastWord(record->text(ChildFields::Name)) < it.value())
            wrong(QStringLiteral("An acknowledged save is lost: %1").arg(it.value()));
    }
}

void CrashCheck::draft(Register& reg)
{
    auto held = reg.read([&](Database& database) {
                       return drafts::of(database, { QStringLiteral("intake"), {} }, reg.user());
                   })
                    .result();
    if (!held)
        return wrong(held.error());
    const int there = held->empty() ? 0 : lastWord(held->front().fields.value(QStringLiteral("summary")));
    if (there < m_known.draft)
        wrong(QStringLiteral("The draft %1 is lost; %2 is there.").arg(m_known.draft).arg(there));
}

/// Read once more, each row of an old workbook is known, or none is.
void CrashCheck::imports(Register& reg)
{
    const QDir workbooks(m_home.workbooks());
    for (const QString& name : workbooks.entryList(QDir::Files)) {
        const int counter = QFileInfo(name).completeBaseName().section(u'-', 1).toInt();
        auto plan = WorkbookImport::planFile(reg, m_catalogues, workbooks.filePath(name));
        const bool acknowledged = m_known.imports.remove(counter);
        if (!plan && !acknowledged) {
            QFile::remove(workbooks.filePath(name)); // killed while the workbook itself was written
            continue;
        }
        if (!plan) {
            wrong(plan.error());
            continue;
        }
        const int known = plan->preview.known;
        if (acknowledged ? known != BusySession::ImportedRows : known != 0 && known != plan->preview.rows)
            wrong(QStringLiteral("Of the workbook %1, %2 rows are there.").arg(counter).arg(known));
        QFile::remove(workbooks.filePath(name));
    }
}

void CrashCheck::backups(Register& reg, bool whole)
{
    RegisterBackups backups(reg);
    const auto list = backups.list();
    if (!list)
        return wrong(list.error());
    for (const KeptBackup& one : *list)
        if (one.damaged || !one.manifest)
            wrong(QStringLiteral("A backup is damaged: %1").arg(QFileInfo(one.file).fileName()));
    const bool there = m_known.backup.isEmpty() || std::any_of(list->begin(), list->end(), [this](const auto& one) {
        return QFileInfo(one.file).fileName() == m_known.backup;
    });
    if (!there)
        wrong(QStringLiteral("The backup %1 is lost.").arg(m_known.backup));
    secondPlace(*list);
    if (!whole || list->empty())
        return;
    const auto trial = backups.tryRestore();
    if (!trial)
        wrong(trial.error());
    else if (!trial->verified.ok())
        m_wrong += trial->verified.problems;
}

/// What the second place took is there, whether it is still the second place or not; and its newest one is, byte for
/// byte, the one of this disk.
void CrashCheck::secondPlace(const std::vector<KeptBackup>& list)
{
    const QDir place(m_home.secondPlace());
    if (!m_known.second.isEmpty() && !place.exists(m_known.second))
        wrong(QStringLiteral("The backup %1 is lost in the second place.").arg(m_known.second));
    const auto newest = std::find_if(list.begin(), list.end(), [](const KeptBackup& one) { return one.second; });
    if (newest == list.end())
        return;
    const QString own =
        QDir(m_home.commune() + QStringLiteral("/backups")).filePath(QFileInfo(newest->file).fileName());
    if (QFileInfo::exists(own) && !sameBytes(newest->file, own))
        wrong(QStringLiteral("The copy in the second place is another: %1").arg(newest->file));
}

/// What stands under a package's name is a whole package, acknowledged or not, and no entry is missing.
void CrashCheck::packages()
{
    const QDir folder(m_home.packages());
    const QStringList names = folder.entryList({ QStringLiteral("*.maiam") }, QDir::Files, QDir::Name);
    for (const QString& name : m_known.sealed)
        if (!names.contains(name))
            wrong(QStringLiteral("The package %1 is lost.").arg(name));
    m_known.sealed.clear();
    if (names.isEmpty())
        return;
    QStringList files;
    for (const QString& name : names)
        files.append(folder.filePath(name));
    auto province = m_home.openProvince();
    if (!province)
        return wrong(province.error());
    oneDevice(**province);
    const auto received = receivePackages(**province, files);
    if (!received)
        return wrong(received.error());
    m_wrong += received->problems;
    if (!received->missing.isEmpty())
        wrong(QStringLiteral("Missing at the province: ") + received->missing.join(u' '));
    for (const QString& file : files)
        QFile::remove(file);
}

void CrashCheck::clearText()
{
    static const test::ClearText marked({ BusySession::ChildName, BusySession::ImportedName, BusySession::DraftText });
    for (const QString& file : marked.filesThatHoldIt(m_home.folder(), { m_home.workbooks() }))
        wrong(QStringLiteral("A name stands in the clear in %1").arg(file));
    static const test::ClearText secret({ CrashHome::Passphrase });
    for (const QString& file : secret.filesThatHoldIt(m_home.folder()))
        wrong(QStringLiteral("The passphrase stands in the clear in %1").arg(file));
}
