// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes while a passphrase or the register key is changed. Whatever a disk may have done by then of what it
// was given: the register opens with the former keys or with the new ones, and with the new ones alone once that was
// said.
#include "key_helpers.h"
#include "models/register/verify.h"
#include "recorded_disk.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

#ifdef Q_OS_LINUX
#include <cstdio>
#include <dlfcn.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using namespace maiam::test;

namespace {
constexpr quint32 KeysSeed = 20261128; ///< in every message, so that a fault comes again
const QString Keys = u"register.keys"_s;
const QString PreviousKeys = u"register.keys.previous"_s;

/// Tells which passphrase opens a register when its keys are those of an image.
class Openers
{
public:
    Openers(const KeyedRegister& office, QStringList words)
        : m_database(office.file("register.db"))
        , m_words(std::move(words))
    {
    }
    /// The number of the passphrase; -1 when none opens.
    int look(const DiskImage& image)
    {
        const std::pair keys(image.value(Keys), image.value(PreviousKeys));
        if (!m_seen.contains(keys))
            m_seen[keys] = open(image);
        return m_seen.value(keys);
    }

private:
    [[nodiscard]] int open(const DiskImage& image) const
    {
        const QTemporaryDir home;
        leave(image, home.path());
        if (!QFile::copy(m_database, home.filePath(u"register.db"_s)))
            qFatal("no database");
        for (int i = 0; i < int(m_words.size()); ++i)
            if (Register::open(home.path(), m_words.at(i), std::make_shared<SystemClock>(), KdfLimits::forTests()))
                return i;
        return -1;
    }
    QString m_database;
    QStringList m_words;
    QMap<std::pair<QByteArray, QByteArray>, int> m_seen;
};

/// What is wrong with anything that a power cut may leave of these calls; empty when nothing is. With promise n the
/// passphrase number n was said to hold, and the next one may from the first call after that.
QString troubleAfterAnyCut(const RecordedDisk& disk, Openers& openers, int& images)
{
    constexpr int MostImages = 64;
    QRandomGenerator random(KeysSeed);
    DiskState state = disk.start();
    int since = 0; // calls since the last promise
    int number = 0;
    for (const DiskCall& call : disk.calls()) {
        state.apply(call);
        ++number;
        since = call.what == DiskCall::What::Promise ? 0 : since + 1;
        for (const DiskImage& image : state.afterACut(MostImages, random)) {
            ++images;
            const int opens = openers.look(image);
            if (opens != state.promised() && (since == 0 || opens != state.promised() + 1))
                return u"after call %1 (seed %2): passphrase %3 opens, %4 was said to; files: %5"_s.arg(number)
                    .arg(KeysSeed)
                    .arg(opens)
                    .arg(state.promised())
                    .arg(image.keys().join(u' '));
        }
    }
    return {};
}

/// Writes keys as somebody would who does not know disks.
class CarelessKeys final : public RecordedKeys
{
public:
    enum class Fault { BytesNotSynced, NameNotSynced };
    CarelessKeys(RecordedDisk& disk, Fault fault)
        : RecordedKeys(disk)
        , m_fault(fault)
    {
    }
    Result<void> replace(const QString& path, const QByteArray& bytes) override
    {
        m_disk.noteSaved(path, bytes, m_fault != Fault::BytesNotSynced);
        if (m_fault != Fault::NameNotSynced)
            m_disk.noteFolderSynced(path);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return {};
    }

private:
    Fault m_fault;
};

/// Changes Lan's passphrase to each of the others in turn, in the keys file as it stands in the register's folder.
/// Says each when it was told to be done.
void changePassphrases(const KeyedRegister& office, const QStringList& words, RecordedDisk& disk, KeyDisk& keysDisk)
{
    auto keys = KeysFile::read(office.file("register.keys"), KdfLimits::forTests());
    if (!keys)
        qFatal("%s", qPrintable(keys.error().message));
    const auto key = keys->openWithPassphrase(office.lan, words.front());
    if (!key)
        qFatal("%s", qPrintable(key.error().message));
    disk.promise(0);
    for (int i = 1; i < int(words.size()); ++i) {
        auto done = keys->addPassphraseSlot(
            office.lan, u"Hoàng Thị Lan"_s, u"officer+administrator"_s, words.at(i), *key, KdfCost::forTests());
        if (done)
            done = keys->write(office.file("register.keys"), keysDisk);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        disk.promise(i);
    }
}

const QStringList Passphrases { LanWords, MinhWords, u"chin con suoi ban khe"_s };
bool isKeysFile(const QString& name)
{
    return name.startsWith(Keys);
}

/// A register in which the key was changed since somebody had to go, and everything that the disk was asked for.
struct ChangedKey
{
    KeyedRegister office;
    QUuid child;
    DiskState start;
    std::vector<DiskCall> calls;

    ChangedKey()
        : child(office.child(u"Tằng Mỹ Ánh"_s))
    {
        const auto gone = office.add(u"Người Nghỉ"_s, Role::Officer, MinhWords);
        if (!gone)
            qFatal("%s", qPrintable(gone.error().message));
        KeyChange wanted;
        wanted.without = { *gone };
        auto closed = Register::close(std::move(office.reg), wanted);
        if (!closed)
            qFatal("%s", qPrintable(closed.error().message));
        RecordedDisk disk(office.folder);
        RecordedKeys keysDisk(disk);
        const auto changed = KeyChanger::change(std::move(*closed), wanted, {}, keysDisk);
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message + changed.error().detail));
        disk.promise(1);
        start = disk.start();
        calls = disk.calls();
    }

    enum class Key { Former, New };
    /// Opens what was found, as after any end of the program, and looks at everything. Which key it has.
    Result<Key> look(const DiskImage& image) const
    {
        const QTemporaryDir home;
        leave(image, home.path());
        const auto wrong = [&image](
                               const QString& what) { return fail(ErrorCode::Damaged, what, image.keys().join(u' ')); };
        {
            const auto reg =
                Register::open(home.path(), LanWords, std::make_shared<SystemClock>(), KdfLimits::forTests());
            if (!reg)
                return wrong(u"does not open: "_s + reg.error().message + reg.error().detail);
            const auto kept = (*reg)->record(kinds::Child, child);
            if (!kept || kept->text(ChildFields::Name) != u"Tằng Mỹ Ánh")
                return wrong(u"the child is gone"_s);
            if ((*reg)->olderKeys())
                return wrong(u"the keys are older ones"_s);
            const auto checked = (*reg)->read([](Database& db) { return Verification(db).run(); }).result();
            if (!checked || !checked->ok())
                return wrong(u"it is not in order"_s);
        }
        // Exactly one generation. What SavedFile had not put in place yet may lie about for ever.
        QStringList files = QDir(home.path()).entryList(QDir::Files, QDir::Name);
        files.removeIf([](const QString& name) { return name.contains(u".maiam-new"); });
        if (files != QStringList { u"register.db"_s, Keys })
            return wrong(u"left: "_s + files.join(u' '));
        const bool isFormer =
            Register::open(home.path(), MinhWords, std::make_shared<SystemClock>(), KdfLimits::forTests()).has_value();
        return isFormer ? Key::Former : Key::New;
    }
};

QByteArray printOf(const DiskImage& image)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (auto it = image.cbegin(); it != image.cend(); ++it) {
        hash.addData(it.key().toUtf8() + '\n' + QByteArray::number(it.value().size()) + '\n');
        hash.addData(it.value());
    }
    return hash.result();
}
} // namespace

#ifdef Q_OS_LINUX
// QSaveFile does not go through the engine's layer. What it asks of the system is seen here instead: these stand before
// the C library's for the whole program, Qt's library included.
namespace {
using InodeId = std::pair<dev_t, ino_t>;
struct SystemWitness
{
    bool looks = false;
    std::set<InodeId> synced;
    QStringList renamed; ///< new names
    QStringList unsynced; ///< of these, those whose bytes had not been synced
};
SystemWitness& witness()
{
    static SystemWitness one;
    return one;
}
int seeSync(const char* call, int file)
{
    struct stat facts = {};
    if (witness().looks && fstat(file, &facts) == 0)
        witness().synced.insert({ facts.st_dev, facts.st_ino });
    return reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, call))(file);
}
} // namespace

extern "C" Q_DECL_EXPORT int fsync(int file)
{
    return seeSync("fsync", file);
}

extern "C" Q_DECL_EXPORT int fdatasync(int file)
{
    return seeSync("fdatasync", file);
}

extern "C" Q_DECL_EXPORT int rename(const char* from, const char* to) noexcept
{
    struct stat facts = {};
    if (witness().looks && stat(from, &facts) == 0) {
        witness().renamed.append(QFile::decodeName(to));
        if (!witness().synced.contains({ facts.st_dev, facts.st_ino }))
            witness().unsynced.append(QFile::decodeName(to));
    }
    return reinterpret_cast<int (*)(const char*, const char*)>(dlsym(RTLD_NEXT, "rename"))(from, to);
}
#endif

class TestPowerCutKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
#ifdef Q_OS_WIN
    void initTestCase()
    {
        QSKIP("what the disk is asked for is seen in the file layer of Unix");
    }
#endif

    /// The model itself: what it says of the orders in which a file can be put in place.
    void onlyBytesAndNamesThatWereSyncedAreThereForCertain_data()
    {
        QTest::addColumn<bool>("bytes");
        QTest::addColumn<bool>("name");
        QTest::newRow("nothing is synced") << false << false;
        QTest::newRow("only the bytes") << true << false;
        QTest::newRow("only the name") << false << true;
        QTest::newRow("both, the bytes first") << true << true;
    }
    void onlyBytesAndNamesThatWereSyncedAreThereForCertain()
    {
        QFETCH(bool, bytes);
        QFETCH(bool, name);
        using What = DiskCall::What;
        std::vector<DiskCall> calls { { What::Create, u"a/part"_s }, { What::Write, u"a/part"_s, {}, "whole" } };
        if (bytes)
            calls.push_back({ What::SyncFile, u"a/part"_s });
        calls.push_back({ What::Rename, u"a/part"_s, u"a/final"_s });
        calls.push_back({ What::SyncFolder, u"b/other"_s }); // another folder's
        if (name)
            calls.push_back({ What::SyncFolder, u"a/final"_s });
        DiskState state;
        for (const DiskCall& call : calls)
            state.apply(call);
        QRandomGenerator random(KeysSeed);
        QSet<QByteArray> found;
        bool absent = false;
        for (const DiskImage& image : state.afterACut(64, random)) {
            absent = absent || !image.contains(u"a/final"_s);
            if (image.contains(u"a/final"_s))
                found.insert(image.value(u"a/final"_s));
        }
        QCOMPARE(absent, !name);
        QVERIFY(found.contains("whole"));
        QCOMPARE(found.contains(QByteArray()), !bytes);
        QCOMPARE(found.contains("wh"), !bytes);
        QCOMPARE(found.contains(QByteArray(5, '\0')), !bytes);
        QCOMPARE(found.size(), bytes ? 1 : 4);
    }

    void aChangedPassphraseOpensOnceThatWasSaidAndElseOneOfTheTwo_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::newRow("the keys file is whole") << false;
        QTest::newRow("it is damaged, the one before lies beside it") << true;
    }
    void aChangedPassphraseOpensOnceThatWasSaidAndElseOneOfTheTwo()
    {
        QFETCH(bool, damaged);
        KeyedRegister office;
        office.reg.reset();
        if (damaged) {
            QVERIFY(QFile::copy(office.file("register.keys"), office.file("register.keys.previous")));
            QVERIFY(QFile::resize(office.file("register.keys"), 20));
        }
        Openers openers(office, Passphrases);
        RecordedDisk disk(office.folder, isKeysFile);
        RecordedKeys keysDisk(disk);
        changePassphrases(office, Passphrases, disk, keysDisk);
        int images = 0;
        const QString trouble = troubleAfterAnyCut(disk, openers, images);
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        QVERIFY2(images > 100, qPrintable(QString::number(images)));
    }

    /// Else the search above would prove nothing.
    void whoWritesKeysCarelesslyIsFoundOut_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("the bytes are not synced") << int(CarelessKeys::Fault::BytesNotSynced);
        QTest::newRow("the name is not synced") << int(CarelessKeys::Fault::NameNotSynced);
    }
    void whoWritesKeysCarelesslyIsFoundOut()
    {
        QFETCH(int, fault);
        KeyedRegister office;
        office.reg.reset();
        Openers openers(office, Passphrases);
        RecordedDisk disk(office.folder, isKeysFile);
        CarelessKeys keysDisk(disk, CarelessKeys::Fault(fault));
        changePassphrases(office, Passphrases, disk, keysDisk);
        int images = 0;
        QVERIFY(!troubleAfterAnyCut(disk, openers, images).isEmpty());
    }

    /// What the recorded disk takes for granted of a saved file, seen at the system's own calls.
    void aSavedFileIsOnTheDiskBeforeItTakesItsName()
    {
#ifndef Q_OS_LINUX
        QSKIP("the system's calls are seen on Linux");
#else
        const QTemporaryDir home;
        const QString path = home.filePath(u"register.keys"_s);
        KeyDisk keysDisk;
        for (const char* content : { "first", "second" }) { // a new file, and one that takes the place of another
            witness() = { true, {}, {}, {} };
            const auto saved = keysDisk.replace(path, content);
            witness().looks = false;
            QVERIFY(saved);
            QVERIFY(witness().renamed.contains(path)); // else the calls are not seen
            QCOMPARE(witness().unsynced, QStringList());
            struct stat folder = {};
            QCOMPARE(stat(QFile::encodeName(home.path()).constData(), &folder), 0);
            QVERIFY(witness().synced.contains({ folder.st_dev, folder.st_ino }));
        }
        QFile careless(path + u".new"_s);
        QVERIFY(careless.open(QIODevice::WriteOnly) && careless.write("third") == 5);
        careless.close();
        witness() = { true, {}, {}, {} };
        const int done =
            std::rename(QFile::encodeName(careless.fileName()).constData(), QFile::encodeName(path).constData());
        witness().looks = false;
        QCOMPARE(done, 0);
        QCOMPARE(witness().unsynced, QStringList(path));
#endif
    }

    void aChangedRegisterKeyIsTheFormerOrTheNewOneAfterAnyCut()
    {
        constexpr int OneWriteIn = 60; // pages: before the decision none of them matters
        constexpr int OneCallIn = 4; // of the others, before the decision
        const ChangedKey change;
        QRandomGenerator random(KeysSeed);
        QSet<QByteArray> seen;
        DiskState state = change.start;
        int former = 0, changed = 0, writes = 0, others = 0, number = 0;
        bool decided = false;
        for (const DiskCall& call : change.calls) {
            state.apply(call);
            ++number;
            decided = decided || state.holds(u"register.keys.key-change-new"_s);
            const bool isWrite = call.what == DiskCall::What::Write || call.what == DiskCall::What::Cut;
            if (!decided && (isWrite ? writes++ % OneWriteIn : others++ % OneCallIn) != 0)
                continue;
            for (const DiskImage& image : state.afterACut(decided ? 16 : 8, random)) {
                const QByteArray print = printOf(image) + QByteArray::number(state.promised());
                if (seen.contains(print))
                    continue;
                seen.insert(print);
                const QString where =
                    u"after call %1 of %2 (seed %3): "_s.arg(number).arg(change.calls.size()).arg(KeysSeed);
                const auto key = change.look(image);
                QVERIFY2(key, qPrintable(where + (key ? u""_s : key.error().message + u" / "_s + key.error().detail)));
                ++(*key == ChangedKey::Key::Former ? former : changed);
                QVERIFY2(state.promised() == 0 || *key == ChangedKey::Key::New, qPrintable(where));
                QVERIFY2(decided || *key == ChangedKey::Key::Former, qPrintable(where));
            }
        }
        QVERIFY2(former > 10 && changed > 4, qPrintable(u"%1 / %2"_s.arg(former).arg(changed)));
    }
};

QTEST_GUILESS_MAIN(TestPowerCutKeys)
#include "tst_power_cut_keys.moc"
