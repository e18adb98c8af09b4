// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

// The entries of the fuzzing targets (tests/fuzz), which abort when a promise is broken.
extern "C" {
int fuzz_backup(const uint8_t* data, size_t size);
int fuzz_card(const uint8_t* data, size_t size);
int fuzz_entry(const uint8_t* data, size_t size);
int fuzz_keys(const uint8_t* data, size_t size);
int fuzz_package(const uint8_t* data, size_t size);
int fuzz_workbook(const uint8_t* data, size_t size);
}
int makeFuzzSeeds(const char* folder);

namespace {
struct Target
{
    const char* name;
    int (*feed)(const uint8_t* data, size_t size);
};

constexpr Target Targets[] { { "backup", fuzz_backup }, { "card", fuzz_card }, { "entry", fuzz_entry },
    { "keys", fuzz_keys }, { "package", fuzz_package }, { "workbook", fuzz_workbook } };

void feed(const Target& target, const QByteArray& bytes)
{
    target.feed(reinterpret_cast<const uint8_t*>(bytes.constData()), size_t(bytes.size()));
}

void everyTarget()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(Targets)); ++i)
        QTest::newRow(Targets[i].name) << i;
}

QList<QByteArray> filesIn(const QString& folder)
{
    QList<QByteArray> files;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.append(file.readAll());
    }
    return files;
}
} // namespace

/// Files of others that are not what they should be: none makes the program fall over.
class TestHostileFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_seeds;

private Q_SLOTS:
    void initTestCase() { QCOMPARE(makeFuzzSeeds(QFile::encodeName(m_seeds.path()).constData()), 0); }

    void whatOnceBrokeAReaderIsRead_data() { everyTarget(); }
    void whatOnceBrokeAReaderIsRead()
    {
        QFETCH(int, index);
        const Target& target = Targets[index];
        for (const QByteArray& bytes :
            filesIn(QStringLiteral(MAIAM_FIXTURES "/fuzz/") + QString::fromLatin1(target.name)))
            feed(target, bytes);
    }

    void randomBytesAreRefused_data() { everyTarget(); }
    void randomBytesAreRefused()
    {
        QFETCH(int, index);
        QVERIFY(rc::check("random bytes", [&] {
            const auto bytes = *rc::gen::arbitrary<std::string>();
            feed(Targets[index], QByteArray::fromStdString(bytes));
        }));
    }

    void alteredFilesAreRefusedOrRead_data() { everyTarget(); }
    void alteredFilesAreRefusedOrRead()
    {
        QFETCH(int, index);
        const QList<QByteArray> sound = filesIn(m_seeds.filePath(QString::fromLatin1(Targets[index].name)));
        QVERIFY(!sound.isEmpty());
        QVERIFY(rc::check("a sound file with some bytes altered, left out or repeated", [&] {
            QByteArray bytes = sound[*rc::gen::inRange<qsizetype>(0, sound.size())];
            for (int times = *rc::gen::inRange(0, 6); times > 0 && bytes.size() > 1; --times) {
                const auto at = *rc::gen::inRange<qsizetype>(1, bytes.size());
                const auto size = std::min(bytes.size() - at, *rc::gen::inRange<qsizetype>(1, 40));
                switch (*rc::gen::inRange(0, 4)) {
                case 0:
                    bytes[at] = *rc::gen::arbitrary<char>();
                    break;
                case 1:
                    bytes.remove(at, size);
                    break;
                case 2:
                    bytes.insert(at, bytes.mid(at, size));
                    break;
                default:
                    bytes.truncate(at);
                    break;
                }
            }
            feed(Targets[index], bytes);
        }));
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostile_files.moc"
