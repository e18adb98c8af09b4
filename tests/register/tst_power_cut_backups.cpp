// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes while backups are made, copied to a stick and pruned. Whatever the disks may have done by then of what
// they were given: a backup that was told to be made is there and whole, so are the earlier ones that are to be kept,
// and nothing else bears a backup's name.
#include "models/records/kinds.h"
#include "models/register/backup_folder.h"
#include "models/register/register_backups.h"
#include "recorded_disk.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using namespace maiam::test;

namespace {
constexpr quint32 BackupsSeed = 20261128; ///< in every message, so that a fault comes again

bool isFinished(const QString& name)
{
    return name.endsWith(backupFormat::Suffix);
}
bool isBackup(const QString& name)
{
    return isFinished(name) || name.endsWith(backupFormat::UnfinishedSuffix);
}
QString placeOf(const QString& name)
{
    return name.section(u'/', 0, -2);
}

/// Which contents are whole backups of a register. Each is looked at once; it is kept, so that no other content can
/// stand where it stood in memory.
class WholeBackups
{
public:
    explicit WholeBackups(SecretKey key)
        : m_key(std::move(key))
    {
    }
    bool has(const QByteArray& content)
    {
        const auto known = m_known.constFind(content.constData());
        if (known != m_known.cend())
            return known->second;
        QFile file(m_place.filePath(u"bản %1"_s.arg(m_known.size()) + backupFormat::Suffix));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("not written");
        file.close();
        const auto backup = BackupReader::open(file.fileName());
        const bool whole = backup && backup->verify(m_key);
        m_known.insert(content.constData(), { content, whole });
        file.remove();
        return whole;
    }

private:
    QTemporaryDir m_place;
    SecretKey m_key;
    QHash<const char*, std::pair<QByteArray, bool>> m_known;
};

/// An office with a stick, and all that its disks were asked for while it made some backups.
class BackupsOnRecord
{
public:
    using MakeFiles = std::function<std::shared_ptr<BackupFiles>(RecordedDisk&)>;
    BackupsOnRecord(int backups, const MakeFiles& make)
        : m_folder(m_home.filePath(u"Sổ trẻ em"_s))
    {
        makeOffice();
        RecordedDisk disk(m_home.path(), isBackup);
        const auto files = make(disk);
        const auto reg = Register::open(m_folder, LanWords, m_clock, KdfLimits::forTests());
        if (!reg)
            qFatal("%s", qPrintable(reg.error().message));
        disk.promise(0);
        for (int number = 1; number <= backups; ++number) {
            write(**reg, u"Trẻ thứ %1"_s.arg(number));
            const auto made = RegisterBackups(**reg, files).make(BackupReason::ByHand);
            if (!made || !made->secondProblem.isEmpty())
                qFatal("%s", qPrintable(made ? made->secondProblem : made.error().message + made.error().detail));
            m_pruned += made->pruned;
            disk.promise(number); // it was told to be made
        }
        m_start = disk.start();
        m_calls = disk.calls();
    }

    /// What is wrong with anything that a power cut may leave; empty when nothing is.
    QString troubleAfterAnyCut()
    {
        constexpr int MostImages = 64;
        QRandomGenerator random(BackupsSeed);
        const std::vector<QSet<QString>> kept = finishedAtEachPromise();
        DiskState state = m_start;
        int number = 0;
        for (const DiskCall& call : m_calls) {
            state.apply(call);
            ++number;
            const auto said = std::size_t(state.promised());
            const QSet<QString>& after = kept.at(std::min(said + 1, kept.size() - 1));
            for (const DiskImage& image : state.afterACut(MostImages, random)) {
                ++m_images;
                const QString wrong = troubleIn(image, kept.at(said), after);
                if (!wrong.isEmpty())
                    return u"after call %1 of %2 (seed %3): "_s.arg(number).arg(m_calls.size()).arg(BackupsSeed) + wrong
                        + u"; files: "_s + image.keys().join(u' ');
            }
        }
        return {};
    }
    [[nodiscard]] int pruned() const { return m_pruned; }
    /// How many were looked at, and how many of them had not got the next backup yet.
    [[nodiscard]] int images() const { return m_images; }
    [[nodiscard]] int lacking() const { return m_lacking; }

private:
    void makeOffice()
    {
        const auto made = Register::create(wantedRegister(m_folder), m_clock);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        const QString stick = m_home.filePath(u"USB của Lan"_s);
        QDir().mkpath(stick);
        if (!RegisterBackups(*made->reg).setSecondPlace(stick))
            qFatal("no second place");
        QDir().mkpath(m_folder + u"/backups"_s); // whether the name of a new folder lasts is not looked at
        const auto keys = KeysFile::read(UnlockedFolder::keysFile(m_folder), KdfLimits::forTests());
        auto key = keys ? keys->openWithPassphrase(made->reg->user(), LanWords) : Result<SecretKey>(fail(keys));
        if (!key)
            qFatal("%s", qPrintable(key.error().message));
        m_whole.emplace(std::move(*key));
    }
    static void write(Register& reg, const QString& name)
    {
        Record child = reg.newRecord(kinds::Child);
        child.set(ChildFields::Name, name);
        Batch batch;
        batch.add(child);
        if (const auto done = reg.commit(batch).result(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    [[nodiscard]] std::vector<QSet<QString>> finishedAtEachPromise() const
    {
        std::vector<QSet<QString>> kept;
        DiskState state = m_start;
        for (const DiskCall& call : m_calls) {
            state.apply(call);
            if (call.what != DiskCall::What::Promise)
                continue;
            QStringList names = state.names();
            names.removeIf([](const QString& name) { return !isFinished(name); });
            kept.emplace_back(names.cbegin(), names.cend());
        }
        return kept;
    }
    /// \a before: what stood there when something was promised last; \a after: what will stand there next time.
    QString troubleIn(const DiskImage& image, const QSet<QString>& before, const QSet<QString>& after)
    {
        for (auto it = image.cbegin(); it != image.cend(); ++it)
            if (isFinished(it.key()) && !m_whole->has(it.value()))
                return it.key() + u" is not whole"_s;
        const auto isThere = [&image](const QString& name) { return image.contains(name); };
        m_lacking += !std::all_of(after.cbegin(), after.cend(), isThere);
        for (const QString& former : before) {
            if (isThere(former))
                continue;
            if (after.contains(former))
                return former + u" is lost"_s;
            // It was pruned: not before the newer one stood there for certain.
            for (const QString& newer : after)
                if (!before.contains(newer) && placeOf(newer) == placeOf(former) && !isThere(newer))
                    return u"%1 went before %2 stood there"_s.arg(former, newer);
        }
        return {};
    }

    QTemporaryDir m_home;
    QString m_folder;
    std::shared_ptr<FixedClock> m_clock = std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(17, 5)));
    std::optional<WholeBackups> m_whole;
    DiskState m_start;
    std::vector<DiskCall> m_calls;
    int m_pruned = 0;
    int m_images = 0;
    int m_lacking = 0;
};

/// Writes backups as somebody would who does not know disks.
class CarelessFiles final : public RecordedFiles
{
public:
    enum class Fault { BytesNotSynced, NameNotSynced, FormerGoFirst };
    CarelessFiles(RecordedDisk& disk, Fault fault)
        : RecordedFiles(disk)
        , m_fault(fault)
    {
    }
    Result<std::unique_ptr<Out>> create(const QString& path) override
    {
        if (m_fault == Fault::FormerGoFirst)
            for (const QString& former : backupFolder::files(QFileInfo(path).path()))
                if (!remove(former))
                    qFatal("not removed");
        auto real = RecordedFiles::create(path);
        if (!real || m_fault != Fault::BytesNotSynced)
            return real;
        return std::make_unique<UnsyncedOut>(std::move(*real));
    }
    Result<void> rename(const QString& from, const QString& to) override
    {
        if (m_fault != Fault::NameNotSynced)
            return RecordedFiles::rename(from, to);
        m_disk.noteRename(from, to);
        if (!QFile::rename(from, to))
            qFatal("not renamed");
        return {};
    }

private:
    class UnsyncedOut final : public Out
    {
    public:
        explicit UnsyncedOut(std::unique_ptr<Out> real)
            : m_real(std::move(real))
        {
        }
        Result<void> write(QByteArrayView bytes) override { return m_real->write(bytes); }
        Result<void> sync() override { return {}; }

    private:
        std::unique_ptr<Out> m_real;
    };
    Fault m_fault;
};
} // namespace

class TestPowerCutBackups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
#ifdef Q_OS_WIN
    void initTestCase()
    {
        QSKIP("what the disk is asked for is seen in the file layer of Unix");
    }
#endif

    void whatWasToldToBeBackedUpIsThereAfterAnyCut()
    {
        BackupsOnRecord office(6, [](RecordedDisk& disk) { return std::make_shared<RecordedFiles>(disk); });
        const QString trouble = office.troubleAfterAnyCut();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        QVERIFY(office.pruned() >= 4); // in both places
        QVERIFY2(office.images() > 300, qPrintable(QString::number(office.images())));
        QVERIFY(office.lacking() > 0); // else the disk never lost what it may lose
    }

    /// Else the search above would prove nothing.
    void whoBacksUpCarelesslyIsFoundOut_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("what");
        QTest::newRow("the bytes are not synced") << int(CarelessFiles::Fault::BytesNotSynced) << u"not whole"_s;
        QTest::newRow("the name is not synced") << int(CarelessFiles::Fault::NameNotSynced) << u"is lost"_s;
        QTest::newRow("the former ones go first") << int(CarelessFiles::Fault::FormerGoFirst) << u"went before"_s;
    }
    void whoBacksUpCarelesslyIsFoundOut()
    {
        QFETCH(int, fault);
        QFETCH(QString, what);
        BackupsOnRecord office(2,
            [fault](RecordedDisk& disk) { return std::make_shared<CarelessFiles>(disk, CarelessFiles::Fault(fault)); });
        const QString trouble = office.troubleAfterAnyCut();
        QVERIFY2(trouble.contains(what), qPrintable(trouble));
    }
};

QTEST_GUILESS_MAIN(TestPowerCutBackups)
#include "tst_power_cut_backups.moc"
