// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlcipher/database.h"
#include "models/sqlcipher/self_test.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace maiam;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView Marker("MARKER-Hoang-Thi-Lan-7731");

QByteArray bytesOf(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

bool put(const QString& file, const QByteArray& bytes)
{
    QFile opened(file);
    return opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size();
}

} // namespace

/// What an officer, a thief or a failing disk would notice about the register's file.
class TestEncryptedFile : public QObject
{
    Q_OBJECT

    SecretKey m_key = SecretKey::random(Engine::KeyBytes);

    // A register of some hundred pages with the marker on many of them.
    void make(const QString& file) const
    {
        auto db = Database::open(file, m_key, OpenMode::Create);
        QVERIFY2(db, db ? "" : qPrintable(db.error().detail));
        QVERIFY(db->runScript(u"CREATE TABLE child (id INTEGER PRIMARY KEY, name TEXT, note TEXT);"
                              "CREATE INDEX child_name ON child (name);"_s));
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        auto insert = db->prepared(u"INSERT INTO child (name, note) VALUES (?, ?)"_s);
        const QString name = QString::fromLatin1(Marker);
        for (int i = 0; i < 2000; ++i)
            QVERIFY(insert.bind(0, name + QString::number(i)).bind(1, name.repeated(20)).exec());
        QVERIFY(transaction->commit());
    }

    ErrorCode codeOfOpening(const QString& file, const SecretKey& key, OpenMode mode = OpenMode::Existing) const
    {
        auto db = Database::open(file, key, mode);
        if (db)
            return ErrorCode::Internal;
        [&] { QVERIFY(db.error().message.size() > 20); }();
        return db.error().code;
    }

private Q_SLOTS:
    void the_crypto_of_this_pc_gives_known_answers()
    {
        const auto tested = cryptoSelfTest();
        QVERIFY2(tested, tested ? "" : qPrintable(tested.error().detail));
    }

    void no_name_stands_in_the_clear_in_any_file()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"sổ đăng ký.db"_s);
        make(file);
        auto db = Database::open(file, m_key, OpenMode::Existing);
        QVERIFY(db);
        QVERIFY(db->run(u"UPDATE child SET note = ?"_s, { QString::fromLatin1(Marker) }));
        auto sorted = db->query(u"SELECT note FROM child ORDER BY note || id DESC"_s);
        QVERIFY(sorted && sorted->next());
        int files = 0;
        for (const QFileInfo& info : QDir(dir.path()).entryInfoList(QDir::Files)) {
            const QByteArray bytes = bytesOf(info.filePath());
            const QString marker = QString::fromLatin1(Marker);
            QVERIFY(!bytes.contains(marker.toUtf8()));
            QVERIFY(!bytes.contains(
                QByteArrayView(reinterpret_cast<const char*>(marker.utf16()), 2 * marker.size()).toByteArray()));
            QVERIFY(!bytes.contains("CREATE TABLE"));
            ++files;
        }
        QVERIFY(files >= 2); // the write-ahead log is among them
        QVERIFY(!bytesOf(file).startsWith("SQLite format 3"));
#ifdef Q_OS_UNIX // elsewhere the folder's own rights decide
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
        QVERIFY(!db->engineVersion().isEmpty());
    }

    void what_was_saved_is_there_again()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"a.db"_s);
        make(file);
        for (const OpenMode mode : { OpenMode::Existing, OpenMode::ReadOnly }) {
            auto db = Database::open(file, m_key, mode);
            QVERIFY(db);
            auto count = db->query(u"SELECT count(*) FROM child"_s);
            QVERIFY(count && count->next());
            QCOMPARE(count->integer(0), 2000);
            QVERIFY(db->checkPages());
        }
        auto readOnly = Database::open(file, m_key, OpenMode::ReadOnly);
        QVERIFY(readOnly);
        QCOMPARE(readOnly->run(u"DELETE FROM child"_s).error().code, ErrorCode::ReadOnly);
    }

    void each_reason_for_not_opening_has_its_own_words()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"a.db"_s);
        make(file);
        QCOMPARE(codeOfOpening(file, SecretKey::random(32)), ErrorCode::Damaged);
        QCOMPARE(codeOfOpening(file, SecretKey()), ErrorCode::InvalidInput);
        QCOMPARE(codeOfOpening(file, SecretKey::zeroed(32)), ErrorCode::InvalidInput);
        QCOMPARE(codeOfOpening(file, SecretKey::random(16)), ErrorCode::InvalidInput);
        QCOMPARE(codeOfOpening(dir.filePath(u"none.db"_s), m_key), ErrorCode::NotFound);
        QVERIFY(!QFile::exists(dir.filePath(u"none.db"_s)));
        QCOMPARE(codeOfOpening(file, m_key, OpenMode::Create), ErrorCode::AlreadyExists);
        QCOMPARE(codeOfOpening(dir.filePath(u"nowhere/a.db"_s), m_key, OpenMode::Create), ErrorCode::NotFound);
        QCOMPARE(codeOfOpening(dir.path(), m_key), ErrorCode::InvalidInput);

        const QByteArray whole = bytesOf(file);
        const QString other = dir.filePath(u"b.db"_s);
        for (const qsizetype size : { qsizetype(0), qsizetype(100), qsizetype(4095), whole.size() / 2 + 77 }) {
            QVERIFY(put(other, whole.left(size)));
            QCOMPARE(codeOfOpening(other, m_key), ErrorCode::Truncated);
        }
        QVERIFY(put(other, whole.left(4096L * 5)));
        QCOMPARE(codeOfOpening(other, m_key), ErrorCode::Damaged);
        QByteArray plain("SQLite format 3\0", 16);
        QVERIFY(put(other, plain + QByteArray(8176, '\0')));
        QCOMPARE(codeOfOpening(other, m_key), ErrorCode::NotEncrypted);
        QCOMPARE(codeOfOpening(other, m_key, OpenMode::ReadOnly), ErrorCode::NotEncrypted);
        QVERIFY(put(other, plain));
        QCOMPARE(codeOfOpening(other, m_key), ErrorCode::NotEncrypted);
    }

    void a_flipped_byte_on_any_page_is_reported_as_damage()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"a.db"_s);
        make(file);
        const QByteArray whole = bytesOf(file);
        const qsizetype pages = whole.size() / 4096;
        QVERIFY(pages > 100);
        int readErrors = 0;
        for (qsizetype page = 0; page < pages; page += 17) {
            QByteArray hurt = whole;
            const qsizetype at = page * 4096 + (page * 97) % 4096;
            hurt[at] = static_cast<char>(hurt.at(at) ^ 0x10);
            const QString other = dir.filePath(u"b.db"_s);
            QVERIFY(put(other, hurt));
            auto db = Database::open(other, m_key, OpenMode::ReadOnly);
            if (!db) {
                QCOMPARE(db.error().code, ErrorCode::Damaged);
                continue;
            }
            QCOMPARE(db->checkPages().error().code, ErrorCode::Damaged);
            auto rows = db->prepared(u"SELECT id, name, note FROM child NOT INDEXED"_s);
            int count = 0;
            while (rows.next())
                ++count;
            if (rows.error()) {
                QCOMPARE(rows.error()->code, ErrorCode::Damaged);
                ++readErrors;
            } else {
                QCOMPARE(count, 2000); // the hurt page belongs to the index
            }
        }
        QVERIFY(readErrors > 3);
    }

    void a_backup_is_read_without_a_trace_beside_it()
    {
        const QTemporaryDir dir;
#ifdef Q_OS_WIN
        const QString file = dir.filePath(u"sao lưu 100% #1.db"_s); // no file there has a question mark in its name
#else
        const QString file = dir.filePath(u"sao lưu 100% #1?.db"_s);
#endif
        make(file);
        {
            auto db = Database::open(file, m_key, OpenMode::Sealed);
            QVERIFY2(db, db ? "" : qPrintable(db.error().detail));
            QVERIFY(db->checkPages());
            auto rows = db->query(u"SELECT count(*) FROM child"_s);
            QVERIFY(rows && rows->next());
            QCOMPARE(rows->integer(0), 2000);
            QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
            QCOMPARE(db->run(u"DELETE FROM child"_s).error().code, ErrorCode::ReadOnly);
        }
        QCOMPARE(codeOfOpening(file, SecretKey::random(32), OpenMode::Sealed), ErrorCode::Damaged);
        QVERIFY(put(file + u"-wal"_s, "something"));
        QCOMPARE(codeOfOpening(file, m_key, OpenMode::Sealed), ErrorCode::Conflict);
    }

    void a_second_program_that_writes_is_waited_for_and_then_named()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"a.db"_s);
        make(file);
        EngineOptions options;
        options.busyTimeoutMs = 20;
        auto one = Database::open(file, m_key, OpenMode::Existing, options);
        auto two = Database::open(file, m_key, OpenMode::Existing, options);
        QVERIFY(one && two);
        auto holds = Transaction::begin(*one);
        QVERIFY(holds);
        QCOMPARE(Transaction::begin(*two).error().code, ErrorCode::Busy);
        auto reads = two->query(u"SELECT count(*) FROM child"_s);
        QVERIFY(reads && reads->next());
    }

    void a_copy_under_another_key_opens_with_that_key_only()
    {
        const QTemporaryDir dir;
        make(dir.filePath(u"a.db"_s));
        auto db = Database::open(dir.filePath(u"a.db"_s), m_key, OpenMode::Existing);
        QVERIFY(db);
        const SecretKey fresh = SecretKey::random(32);
        const auto exported = db->exportTo(dir.filePath(u"b.db"_s), fresh);
        QVERIFY2(exported, exported ? "" : qPrintable(exported.error().detail));
        QVERIFY(!bytesOf(dir.filePath(u"b.db"_s)).contains(Marker.toByteArray()));
        QCOMPARE(codeOfOpening(dir.filePath(u"b.db"_s), m_key), ErrorCode::Damaged);
        auto copy = Database::open(dir.filePath(u"b.db"_s), fresh, OpenMode::Existing);
        QVERIFY(copy);
        auto count = copy->query(u"SELECT count(*), max(name) FROM child"_s);
        QVERIFY(count && count->next());
        QCOMPARE(count->integer(0), 2000);
        QVERIFY(count->text(1).startsWith(QString::fromLatin1(Marker)));
    }

    void the_engine_is_inside_the_program_and_out_of_reach()
    {
        const QString nm = QStandardPaths::findExecutable(u"nm"_s);
        if (nm.isEmpty())
            QSKIP("nm is not installed");
        QProcess process;
        process.start(nm, { u"-D"_s, QCoreApplication::applicationFilePath() });
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const QByteArray symbols = process.readAllStandardOutput();
        QVERIFY(symbols.contains("Qt"));
        QVERIFY(!symbols.contains("sqlite3_"));
        QVERIFY(!symbols.contains("sqlcipher"));
    }
};

QTEST_GUILESS_MAIN(TestEncryptedFile)
#include "tst_encrypted_file.moc"
