// SPDX-License-Identifier: GPL-3.0-or-later
#include "called_program.h"

#include "models/records/kinds.h"
#include "models/register/key_change.h"
#include "models/register/register_backups.h"
#include "models/register/restore.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using namespace maiam::test;

namespace {
const QString Words = u"khong ai biet cau nay"_s;
constexpr int LongestCallMs = 120'000;
constexpr int EntriesInTheBook = 3 + 6; ///< of the founding, and what initTestCase() stores
} // namespace

/// backup, verify --backup and restore as somebody types them on the worst day: the file comes back with all that was
/// in it, by the passphrase or by the paper alone, and whatever is refused has touched nothing.
class TestBackupCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QString m_book; ///< a register, closed
    QString m_backup; ///< one of it
    QString m_paper; ///< its recovery key
    QUuid m_user;
    QByteArray m_device;
    bool m_typesWords = true; ///< else no passphrase is to be had
    int m_count = 0;

    QString at(const QString& name) const { return m_home.filePath(name); }
    QString words() const { return at(u"cum-mat-khau"_s); }

    Answer run(const QStringList& arguments)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"MAIAM_PASSPHRASE_FILE"_s);
        if (m_typesWords)
            environment.insert(u"MAIAM_PASSPHRASE_FILE"_s, words());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.setProcessEnvironment(environment);
        program.setWorkingDirectory(m_home.path());
        program.start(QStringLiteral(MAIAM_PROGRAM), arguments);
        const bool ended = program.waitForFinished(LongestCallMs) && program.exitStatus() == QProcess::NormalExit;
        return { ended ? program.exitCode() : -1, QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError()) };
    }
    Answer verify(const QString& backup, const QStringList& more = {})
    {
        return run(QStringList { u"verify"_s, u"--backup"_s, backup } + more);
    }
    Answer restore(const QString& backup, const QString& folder, const QStringList& more = {})
    {
        return run(QStringList { u"restore"_s, u"--backup"_s, backup, u"--register"_s, folder } + more);
    }

    /// All names in the folder where the test works, with size and time of writing: nothing else may have happened.
    QStringList everything() const
    {
        QStringList all;
        for (const QString& folder : { m_home.path(), m_book, at(u"usb"_s) })
            for (const QFileInfo& one :
                QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name))
                all.append(u"%1 %2 %3"_s.arg(one.filePath())
                               .arg(one.isDir() ? 0 : one.size())
                               .arg(one.isDir() ? 0 : one.lastModified().toMSecsSinceEpoch()));
        return all;
    }

    /// Neither command takes it: a refusal with that word in its sentence, and nothing was made or touched.
    void isTakenByNeither(const QString& backup, const QString& word, const QStringList& more = {})
    {
        const QStringList before = everything();
        for (const Answer& answer : { verify(backup, more), restore(backup, at(u"so-moi"_s), more) }) {
            QVERIFY2(answer.isRefusal(), answer.told().constData());
            QVERIFY2(answer.err.contains(word), answer.told().constData());
        }
        QCOMPARE(everything(), before);
    }

    /// Children, cases, sessions.
    static QList<qint64> countsOf(Register& reg)
    {
        const auto content = reg.read([](Database& database) { return Restore::contentOf(database); }).result();
        return content ? QList<qint64> { content->children, content->cases, content->sessions } : QList<qint64>();
    }
    static QList<qint64> wanted() { return { 3, 2, 1 }; }

private Q_SLOTS:
    void initTestCase();
    void init() { m_typesWords = true; }
    void aBackupIsMadeCheckedAndBroughtBack();
    void theRecoveryKeyAloneBringsItBack();
    void theTwoEscrowSheetsAloneBringItBack();
    void whoHasNeitherGetsNothing();
    void aDamagedBackupIsTakenByNobody();
    void aRegisterIsNeverRestoredOver();
    void aPlaceThatTakesNoFolderIsNamed();
    void aFileThatIsNoBackupIsNamed();
    void whatIsMissingOnTheLineIsSaid();
};

void TestBackupCommands::initTestCase()
{
    if (!QFile::exists(QStringLiteral(MAIAM_PROGRAM)))
        QSKIP("the program is not built");
    // Registers that are made here are this PC's for the program, too.
    QCoreApplication::setOrganizationName(u"MaiAm"_s);
    QCoreApplication::setApplicationName(u"MaiAm"_s);
    put(words(), Words.toUtf8() + '\n');
    NewRegister book;
    book.folder = m_book = at(u"so"_s);
    book.unit = u"06838"_s;
    book.officeName = u"UBND xã Bình Liêu"_s;
    book.login = book.displayName = u"lan"_s;
    book.passphrase = Words;
    book.cost = { KdfLimits().leastMemoryBytes, KdfLimits().leastPasses }; // the lowest that the program accepts
    const auto made = Register::create(book);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    Register& reg = *made->reg;
    m_paper = made->recovery.text();
    m_user = reg.user();
    m_device = reg.deviceId();
    Batch batch;
    for (const RecordKind* kind :
        { &kinds::Child, &kinds::Child, &kinds::Child, &kinds::Case, &kinds::Case, &kinds::Session })
    {
        Record record = reg.newRecord(*kind);
        if (kind == &kinds::Child)
            record.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        else if (kind == &kinds::Case)
            record.set(CaseFields::Received, reg.clock().now());
        else
            record.set(SessionFields::Starts, reg.clock().now());
        batch.add(record);
    }
    QVERIFY(reg.commit(batch).result());
    QCOMPARE(countsOf(reg), wanted());
    const auto backup = RegisterBackups(reg).makeIn(at(u"usb"_s));
    QVERIFY2(backup, backup ? "" : qPrintable(backup.error().message));
    m_backup = backup->file;
}

void TestBackupCommands::aBackupIsMadeCheckedAndBroughtBack()
{
    const QString stick = at(u"usb khác"_s);
    const Answer made = run({ u"backup"_s, u"--register"_s, m_book, u"--out"_s, stick, u"--json"_s });
    QVERIFY2(made.status == 0, made.told().constData());
    const QString file = made.json().value(u"file"_s).toString();
    QCOMPARE(filesIn(stick), QStringList { QFileInfo(file).fileName() });
    QCOMPARE(made.json().value(u"entries"_s).toInt(), EntriesInTheBook);
    const QStringList before = everything();

    const Answer verified = verify(file, { u"--json"_s });
    QVERIFY2(verified.status == 0, verified.told().constData());
    QVERIFY(verified.json().value(u"ok"_s).toBool());
    for (const char* what : { "entries", "devices", "made", "serial", "program", "schema" }) {
        QVERIFY2(!made.json().value(QLatin1String(what)).isUndefined(), what);
        QCOMPARE(verified.json().value(QLatin1String(what)), made.json().value(QLatin1String(what)));
    }
    const Answer told = verify(file);
    QVERIFY2(
        told.status == 0 && told.out.startsWith(QString::number(EntriesInTheBook) + u' '), told.told().constData());

    const QString folder = m_home.filePath(u"usb khác/sổ mới"_s);
    const Answer restored = restore(file, folder, { u"--json"_s });
    QVERIFY2(restored.status == 0, restored.told().constData());
    QCOMPARE(restored.json().value(u"register"_s).toString(), folder);
    QCOMPARE(restored.json().value(u"entries"_s).toInt(), EntriesInTheBook);
    QCOMPARE(filesIn(folder), (QStringList { u"register.db"_s, u"register.keys"_s }));
    QCOMPARE(everything(), before); // neither the register nor the backup was touched

    {
        auto reg = Register::open(folder, Words);
        QVERIFY2(reg, reg ? "" : qPrintable(reg.error().message));
        QCOMPARE(countsOf(**reg), wanted());
        QVERIFY((*reg)->deviceId() != m_device);
    }
    const Answer whole = run({ u"verify"_s, u"--register"_s, folder });
    QVERIFY2(whole.status == 0, whole.told().constData());
}

void TestBackupCommands::theRecoveryKeyAloneBringsItBack()
{
    m_typesWords = false;
    const QString folder = at(u"theo-giay"_s);
    const QString paper = at(u"khoa"_s);
    put(paper, QString(m_paper).toLower().replace(u'-', u' ').toUtf8() + '\n'); // as somebody copies it
    const QStringList key { u"--recovery-file"_s, paper };
    const Answer verified = verify(m_backup, key);
    QVERIFY2(verified.status == 0, verified.told().constData());
    const Answer restored = restore(m_backup, folder, key);
    QVERIFY2(restored.status == 0, restored.told().constData());
    {
        auto unlocked = UnlockedFolder::withRecovery(folder, *RecoveryKey::parse(m_paper));
        QVERIFY2(unlocked, unlocked ? "" : qPrintable(unlocked.error().message));
        auto reg = Register::open(std::move(*unlocked), m_user);
        QVERIFY2(reg, reg ? "" : qPrintable(reg.error().message));
        QCOMPARE(countsOf(**reg), wanted());
    }
    QVERIFY(Register::open(folder, Words)); // her passphrase, which nobody typed, came along
    QVERIFY(QDir(folder).removeRecursively());
}

void TestBackupCommands::theTwoEscrowSheetsAloneBringItBack()
{
    const QString escrowed = at(u"so-ky-gui"_s);
    QCOMPARE(restore(m_backup, escrowed).status, 0);
    const auto [one, other] = RecoveryKey::random().split();
    QString file;
    {
        auto reg = Register::open(escrowed, Words);
        QVERIFY2(reg, reg ? "" : qPrintable(reg.error().message));
        KeyChange change;
        change.escrow = RecoveryKey::combined(one, other);
        auto closed = Register::close(std::move(*reg), change);
        QVERIFY2(closed, closed ? "" : qPrintable(closed.error().message));
        auto changed = KeyChanger::change(std::move(*closed), change);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
        auto opened = Register::open(std::move(*changed), m_user);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        const auto made = RegisterBackups(**opened).makeIn(at(u"usb-ky-gui"_s));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        file = made->file;
    }
    m_typesWords = false;
    const QString first = at(u"to-1"_s);
    const QString second = at(u"to-2"_s);
    put(first, one.text().toUtf8() + '\n');
    put(second, other.text().toLower().toUtf8() + '\n');
    const QString sheet1 = u"--escrow-file-1"_s;
    const QString sheet2 = u"--escrow-file-2"_s;
    isTakenByNeither(file, u"Hai tờ"_s, { sheet1, second, sheet2, second });
    isTakenByNeither(file, sheet2, { sheet1, first, sheet2, at(u"to-3"_s) });
    isTakenByNeither(m_backup, u"ký gửi"_s, { sheet1, first, sheet2, second }); // it is of before the sheets
    for (const QStringList& half : { QStringList { sheet1, first }, QStringList { sheet2, second },
             QStringList { sheet1, first, sheet2, second, u"--recovery-file"_s, first } })
        QVERIFY2(verify(file, half).isUsage(), qPrintable(half.join(u' ')));
    const Answer verified = verify(file, { sheet1, first, sheet2, second });
    QVERIFY2(verified.status == 0, verified.told().constData());
    const QString folder = at(u"theo-hai-to"_s);
    const Answer restored = restore(file, folder, { sheet1, second, sheet2, first }); // in whichever order
    QVERIFY2(restored.status == 0, restored.told().constData());
    {
        auto reg = Register::open(folder, Words);
        QVERIFY2(reg, reg ? "" : qPrintable(reg.error().message));
        QCOMPARE(countsOf(**reg), wanted());
    }
    for (const QString& made : { escrowed, folder, at(u"usb-ky-gui"_s) })
        QVERIFY(QDir(made).removeRecursively());
}

void TestBackupCommands::whoHasNeitherGetsNothing()
{
    const QString other = at(u"cum-khac"_s);
    put(other, "khong phai cau nay dau\n");
    isTakenByNeither(m_backup, u"mật khẩu"_s, { u"--passphrase-file"_s, other });

    const QString paper = at(u"khoa-khac"_s);
    QString mistyped = m_paper;
    mistyped[2] = mistyped.at(2) == u'0' ? u'1' : u'0';
    const QStringList key { u"--recovery-file"_s, paper };
    for (const QString& typed : { RecoveryKey::random().text(), mistyped, m_paper.left(20), QString() }) {
        put(paper, typed.toUtf8() + '\n');
        isTakenByNeither(m_backup, u"khôi phục"_s, key); // though the passphrase would fit
    }
    QVERIFY(QFile::remove(paper));
    isTakenByNeither(m_backup, u"recovery-file"_s, key);
    m_typesWords = false;
    const QStringList before = everything();
    for (const Answer& answer : { verify(m_backup), restore(m_backup, at(u"so-moi"_s)) })
        QVERIFY2(answer.isUsage(), answer.told().constData());
    QCOMPARE(everything(), before);
}

void TestBackupCommands::aDamagedBackupIsTakenByNobody()
{
    const QByteArray whole = bytesOf(m_backup);
    const QString file = at(u"hong.maiam-backup"_s);
    for (const qsizetype place :
        { qsizetype(5), whole.size() / 3, whole.size() / 2, whole.size() - 600, whole.size() - 3 }) {
        put(file, whole);
        flipByte(file, place);
        isTakenByNeither(file, u"bản sao lưu"_s);
    }
    put(file, whole.left(whole.size() / 2));
    isTakenByNeither(file, u"bản sao lưu"_s);
    put(file, whole + 'x');
    isTakenByNeither(file, u"bản sao lưu"_s);
    put(file, whole);
    QCOMPARE(verify(file).status, 0); // else all this proves nothing
}

void TestBackupCommands::aRegisterIsNeverRestoredOver()
{
    const QString keysOnly = at(u"chi-con-khoa"_s);
    QVERIFY(QDir().mkpath(keysOnly));
    QVERIFY(QFile::copy(m_book + u"/register.keys"_s, keysOnly + u"/register.keys"_s));
    const QByteArray keys = bytesOf(keysOnly + u"/register.keys"_s);
    const QByteArray database = bytesOf(m_book + u"/register.db"_s);
    const QStringList before = everything();
    for (const QString& folder : { m_book, keysOnly }) {
        const Answer answer = restore(m_backup, folder);
        QVERIFY2(answer.isRefusal() && answer.err.contains(u"ghi đè"_s), answer.told().constData());
    }
    QCOMPARE(everything(), before);
    QCOMPARE(bytesOf(m_book + u"/register.db"_s), database);
    QCOMPARE(filesIn(keysOnly), QStringList { u"register.keys"_s });
    QCOMPARE(bytesOf(keysOnly + u"/register.keys"_s), keys);
}

void TestBackupCommands::aPlaceThatTakesNoFolderIsNamed()
{
    const QString folder = words() + u"/so-moi"_s; // below a file
    const QStringList before = everything();
    const Answer answer = restore(m_backup, folder);
    QVERIFY2(answer.isRefusal() && answer.err.contains(folder), answer.told().constData());
    QVERIFY2(!answer.err.contains(u".restoring"_s), answer.told().constData());
    QCOMPARE(everything(), before);
}

void TestBackupCommands::aFileThatIsNoBackupIsNamed()
{
    isTakenByNeither(at(u"khong-co"_s), u"khong-co"_s);
    isTakenByNeither(words(), u"bản sao lưu"_s);
    isTakenByNeither(m_book + u"/register.db"_s, u"bản sao lưu"_s);
    isTakenByNeither(at(u"usb"_s), u"thư mục"_s);
    const Answer nowhere = run({ u"backup"_s, u"--register"_s, m_book, u"--out"_s, words() });
    QVERIFY2(nowhere.isRefusal() && nowhere.err.contains(u"cum-mat-khau"_s), nowhere.told().constData());
}

void TestBackupCommands::whatIsMissingOnTheLineIsSaid()
{
    const QStringList before = everything();
    const QList<QStringList> lines { { u"restore"_s, u"--backup"_s, m_backup },
        { u"restore"_s, u"--register"_s, at(u"so-moi"_s) }, { u"backup"_s, u"--register"_s, m_book },
        { u"backup"_s, u"--out"_s, at(u"usb"_s) }, { u"verify"_s, u"--backup"_s, m_backup, u"--register"_s, m_book },
        { u"restore"_s, u"--backup"_s, m_backup, u"--register"_s, at(u"so-moi"_s), u"--recovery-file="_s } };
    for (const QStringList& line : lines) {
        const Answer answer = run(line);
        QVERIFY2(answer.isUsage(), (line.join(u' ').toUtf8() + answer.told()).constData());
    }
    QCOMPARE(everything(), before);
}

QTEST_GUILESS_MAIN(TestBackupCommands)
#include "tst_backup_commands.moc"
