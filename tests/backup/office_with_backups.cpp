// SPDX-License-Identifier: GPL-3.0-or-later
#include "office_with_backups.h"
#include "tests/support/wanted_register.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;

tl::unexpected<Error> fault()
{
    return fail(ErrorCode::Io, u"Ổ đĩa không nhận dữ liệu."_s);
}
} // namespace

template <typename Call> std::invoke_result_t<Call> FaultyFiles::ask(Call call)
{
    const int now = ++m_calls;
    if (m_fault == 0 || (m_kind == Fault::Dead ? now < m_fault : now != m_fault))
        return call();
    if (m_kind == Fault::DoneButDenied)
        (void)call();
    return fault();
}

class FaultyFiles::FaultyOut final : public BackupFiles::Out
{
public:
    FaultyOut(FaultyFiles& files, std::unique_ptr<Out> real)
        : m_files(files)
        , m_real(std::move(real))
    {
    }
    Result<void> write(QByteArrayView bytes) override
    {
        return m_files.ask([&] { return m_real->write(bytes); });
    }
    Result<void> sync() override
    {
        return m_files.ask([&] { return m_real->sync(); });
    }

private:
    FaultyFiles& m_files;
    std::unique_ptr<Out> m_real;
};

Result<void> FaultyFiles::makeFolder(const QString& folder)
{
    return ask([&] { return BackupFiles::makeFolder(folder); });
}

Result<std::unique_ptr<BackupFiles::Out>> FaultyFiles::create(const QString& path)
{
    return ask([&]() -> Result<std::unique_ptr<Out>> {
        auto real = BackupFiles::create(path);
        if (!real)
            return fail(real);
        return std::make_unique<FaultyOut>(*this, std::move(*real));
    });
}

Result<void> FaultyFiles::rename(const QString& from, const QString& to)
{
    return ask([&] { return BackupFiles::rename(from, to); });
}

Result<void> FaultyFiles::remove(const QString& path)
{
    return ask([&] { return BackupFiles::remove(path); });
}

OfficeWithBackups::OfficeWithBackups()
    : clock(std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(17, 5))))
    , m_folder(m_home.filePath(u"Sổ trẻ em"_s))
{
    NewRegister wanted = test::wantedRegister(m_folder);
    auto made = Register::create(wanted, clock);
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    reg = std::move(made->reg);
    m_recovery = made->recovery.text();
}

QUuid OfficeWithBackups::write(const QString& name)
{
    Record child = reg->newRecord(kinds::Child);
    child.set(ChildFields::Name, name);
    Batch batch;
    batch.add(child);
    if (auto done = reg->commit(batch).result(); !done)
        qFatal("%s", qPrintable(done.error().message));
    return child.id();
}

MadeBackup OfficeWithBackups::backUp()
{
    auto made = RegisterBackups(*reg).make(BackupReason::ByHand);
    if (!made)
        qFatal("%s / %s", qPrintable(made.error().message), qPrintable(made.error().detail));
    return *made;
}

void OfficeWithBackups::closeWithLog()
{
    const QStringList names { u"register.db"_s, u"register.db-wal"_s };
    const QDir own(m_folder);
    for (const QString& name : names)
        if (!QFile::copy(own.filePath(name), own.filePath(name + u".aside"_s)))
            qFatal("no log");
    close();
    for (const QString& name : names) {
        QFile::remove(own.filePath(name));
        if (!QFile::rename(own.filePath(name + u".aside"_s), own.filePath(name)))
            qFatal("no log");
    }
}

std::unique_ptr<Register> OfficeWithBackups::open(const QString& folder)
{
    auto opened = Register::open(folder, Passphrase, clock, KdfLimits::forTests());
    if (!opened)
        qFatal("%s / %s", qPrintable(opened.error().message), qPrintable(opened.error().detail));
    return std::move(*opened);
}

Restored OfficeWithBackups::restore(const QString& file, const QString& folder, bool replace)
{
    auto backup = BackupReader::open(file);
    if (!backup)
        qFatal("%s", qPrintable(backup.error().message));
    auto key = Restore::unlock(*backup, Passphrase, KdfLimits::forTests());
    if (!key)
        qFatal("%s", qPrintable(key.error().message));
    BackupFiles files;
    auto done = Restore::into(*backup, *key, folder, replace, clock->now(), files);
    if (!done)
        qFatal("%s / %s", qPrintable(done.error().message), qPrintable(done.error().detail));
    return *done;
}

SecretKey OfficeWithBackups::key()
{
    auto keys = KeysFile::read(QDir(m_folder).filePath(u"register.keys"_s), KdfLimits::forTests());
    if (!keys)
        qFatal("%s", qPrintable(keys.error().message));
    for (const KeysFile::SlotInfo& slot : keys->slotList())
        if (slot.kind == KeysFile::SlotKind::Passphrase)
            return std::move(*keys->openWithPassphrase(slot.user, Passphrase));
    qFatal("no slot");
}

QSet<QString> OfficeWithBackups::backupFiles() const
{
    const QDir dir(QDir(m_folder).filePath(u"backups"_s));
    QSet<QString> files;
    for (const QString& name : dir.entryList(QDir::Files))
        files.insert(dir.filePath(name));
    return files;
}

QString OfficeWithBackups::put(const QByteArray& bytes)
{
    const QString name = m_home.filePath(u"bản %1.maiam-backup"_s.arg(++m_files));
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? name : QString();
}

QByteArray OfficeWithBackups::bytesOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

OfficeWithStick::OfficeWithStick()
    : stick(folder(QStringLiteral("USB của Lan")))
{
    QDir().mkpath(stick);
    if (!RegisterBackups(*reg).setSecondPlace(stick))
        qFatal("no second place");
}
