// SPDX-License-Identifier: GPL-3.0-or-later
#include "called_program.h"

#include "models/catalogues/catalogues.h"
#include "models/exchange/offices.h"
#include "models/records/kinds.h"
#include "models/register/register.h"
#include "models/register/schema.h"
#include "models/reports/monthly_figures.h"
#include "models/sheets/workbook_archive.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace maiam;
using namespace maiam::test;

namespace {
const QString Passphrase = QStringLiteral("khong ai biet cau nay");
const QString Sample // with its drive: the commands run in a folder that may lie on another one
    = QFileInfo(QStringLiteral(MAIAM_FIXTURES "/imports/so-theo-doi-mau.xlsx")).absoluteFilePath();
constexpr int TimeoutMs = 120'000;
} // namespace

/// The program without a window: every refusal is a sentence on standard error with status 1, wrong usage is status 2,
/// and nothing is left half done.
class TestCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    int m_count = 0;

    QString at(const QString& name) const { return m_home.filePath(name); }
    QString words() const { return at(QStringLiteral("cum-mat-khau")); }
    bool m_diskIsFull = false;
    QString m_platform = QStringLiteral("offscreen");

    Answer run(const QStringList& arguments)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MAIAM_PASSPHRASE_FILE"), words());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), m_platform);
        program.setProcessEnvironment(environment);
        program.setWorkingDirectory(m_home.path());
#ifdef Q_OS_UNIX
        if (m_diskIsFull)
            program.setChildProcessModifier([] { // every byte to a file fails, as on a full disk
                const rlimit none { 0, RLIM_INFINITY };
                std::signal(SIGXFSZ, SIG_IGN);
                setrlimit(RLIMIT_FSIZE, &none);
            });
#endif
        program.start(QStringLiteral(MAIAM_PROGRAM), arguments);
        if (!program.waitForFinished(TimeoutMs) || program.exitStatus() != QProcess::NormalExit)
            return { -1, QString::fromUtf8(program.readAllStandardOutput()),
                QString::fromUtf8(program.readAllStandardError()) };
        return { program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError()) };
    }

    /// A register that the program opens, at the lowest cost it accepts.
    QString made(OfficeRole role = OfficeRole::Commune, bool demo = false)
    {
        NewRegister wanted;
        wanted.folder = at(QStringLiteral("so-%1").arg(++m_count));
        wanted.unit = role == OfficeRole::Province ? QStringLiteral("22") : QStringLiteral("06838");
        wanted.role = role;
        wanted.officeName = QStringLiteral("UBND xã Bình Liêu");
        wanted.login = wanted.displayName = QStringLiteral("lan");
        wanted.passphrase = Passphrase;
        wanted.demo = demo;
        wanted.cost = { KdfLimits().leastMemoryBytes, KdfLimits().leastPasses };
        const auto reg = Register::create(wanted);
        return reg ? wanted.folder : QString();
    }

    qint64 entries(const QString& folder)
    {
        const Answer answer =
            run({ QStringLiteral("verify"), QStringLiteral("--register"), folder, QStringLiteral("--json") });
        return answer.status == 0 ? answer.json().value(QStringLiteral("entries")).toInteger() : -1;
    }

    QStringList on(const char* command, const QString& folder, const QStringList& more = {})
    {
        return QStringList { QString::fromLatin1(command), QStringLiteral("--register"), folder } + more;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral(MAIAM_PROGRAM)))
            QSKIP("the program is not built");
        // Registers that are made here are this PC's for the program, too.
        QCoreApplication::setOrganizationName(QStringLiteral("MaiAm"));
        QCoreApplication::setApplicationName(QStringLiteral("MaiAm"));
        put(words(), Passphrase.toUtf8() + '\n');
    }

    void init()
    {
        m_diskIsFull = false;
    }

    void aRegisterThatCannotBeOpenedSaysWhy()
    {
        const QString folder = made();
        QCOMPARE(entries(folder), 3);
        const QString database = folder + QStringLiteral("/register.db");
        const QString keys = folder + QStringLiteral("/register.keys");
        const QByteArray before = bytesOf(database);

        put(words(), "khong phai cau nay dau\n");
        const Answer wrong = run(on("verify", folder));
        put(words(), Passphrase.toUtf8() + '\n');
        QVERIFY2(wrong.isRefusal(), qPrintable(wrong.err));
        QVERIFY2(wrong.err.contains(QStringLiteral("mật khẩu")), qPrintable(wrong.err));

        QVERIFY(QFile::rename(keys, keys + QStringLiteral(".aside")));
        const Answer missing = run(on("verify", folder));
        QVERIFY2(missing.isRefusal() && missing.err.contains(QStringLiteral("register.keys")), qPrintable(missing.err));
        QVERIFY2(missing.err.contains(QStringLiteral("maiam restore --backup")), qPrintable(missing.err)); // what now
        put(keys, QByteArray(300, 'x'));
        const Answer damagedKeys = run(on("verify", folder));
        QVERIFY2(damagedKeys.isRefusal(), qPrintable(damagedKeys.err));
        QVERIFY(QFile::remove(keys));
        QVERIFY(QFile::rename(keys + QStringLiteral(".aside"), keys));

        flipByte(database, 2000);
        const Answer damaged = run(on("verify", folder));
        QVERIFY2(damaged.isRefusal(), qPrintable(damaged.err));
        QVERIFY2(!damaged.err.contains(QStringLiteral("maiam.engine")), qPrintable(damaged.err)); // words, no codes
        flipByte(database, 2000);
        flipByte(database, before.size() - 100); // a page that opening does not read
        const Answer damagedPage = run(on("verify", folder));
        QVERIFY2(damagedPage.isRefusal(), qPrintable(damagedPage.err));
        put(database, before.left(before.size() / 2));
        const Answer cut = run(on("verify", folder));
        QVERIFY2(cut.isRefusal(), qPrintable(cut.err));
        put(database, before);
        QCOMPARE(entries(folder), 3);

        for (const QString& nowhere : { at(QStringLiteral("nirgends")), words() })
            QVERIFY(run(on("verify", nowhere)).isRefusal());
    }

    void aRegisterOfANewerProgramIsLeftAlone()
    {
        const QString folder = made();
        {
            auto reg = Register::open(folder, Passphrase);
            QVERIFY(reg);
            QVERIFY(
                (*reg)->writeLocal([](Database& db) { return meta::set(db, QStringLiteral("schema"), 99); }).result());
        }
        const QByteArray before = bytesOf(folder + QStringLiteral("/register.db"));
        const Answer newer = run(on("import", folder, { Sample }));
        QVERIFY2(newer.isRefusal(), qPrintable(newer.err));
        QVERIFY2(newer.err.contains(QStringLiteral("mới hơn")), qPrintable(newer.err));
        QCOMPARE(bytesOf(folder + QStringLiteral("/register.db")), before);
    }

    void whatIsNoWorkbookIsNotImported()
    {
        const QString folder = made();
        QByteArray noise(5000, '\0');
        for (char& c : noise)
            c = char(QRandomGenerator::global()->bounded(256));
        QByteArray half = bytesOf(Sample);
        half.truncate(half.size() / 2);
        const QList<std::pair<QString, QByteArray>> files { { QStringLiteral("a.xlsx"), QByteArray() },
            { QStringLiteral("b.xlsx"), "%PDF-1.7 …" }, { QStringLiteral("c.xls"), noise },
            { QStringLiteral("d.ods"), half }, { QStringLiteral("e.csv"), "tên;tuổi\nAn;7\n" },
            { QStringLiteral("f.txt"), "thư của bà ngoại" } };
        for (const auto& [name, bytes] : files) {
            put(at(name), bytes);
            const Answer answer = run(on("import", folder, { at(name) }));
            QVERIFY2(answer.isRefusal(), qPrintable(name + answer.err + answer.out));
        }
        QVERIFY(run(on("import", folder, { at(QStringLiteral("nichts.xlsx")) })).isRefusal());
        QVERIFY(run(on("import", folder, { m_home.path() })).isRefusal());
        QCOMPARE(entries(folder), 3);
    }

    void packagesThatDoNotFitAreRefused()
    {
        const QString commune = made();
        const QString province = made(OfficeRole::Province);
        const QString other = made(OfficeRole::Province);
        const auto trust = [this](const QString& whom, const QString& who) {
            const QString file = at(QStringLiteral("the.card"));
            const Answer card = run(on("card", whom, { QStringLiteral("--out"), file, QStringLiteral("--json") }));
            const QString fingerprint = card.json().value(QStringLiteral("fingerprint")).toString();
            return run(on("trust", who, { file, QStringLiteral("--fingerprint"), fingerprint })).status;
        };
        QCOMPARE(trust(commune, province), 0);
        QCOMPARE(trust(province, commune), 0);
        const Answer sealed = run(on("seal", commune,
            { QStringLiteral("--to"), QStringLiteral("22"), QStringLiteral("--out"), m_home.path(),
                QStringLiteral("--json") }));
        QCOMPARE(sealed.status, 0);
        const QString file = sealed.json().value(QStringLiteral("file")).toString();
        const QByteArray whole = bytesOf(file);
        QVERIFY(!whole.isEmpty());

        const Answer notForUs = run(on("receive", other, { file }));
        QVERIFY2(notForUs.isRefusal(), qPrintable(notForUs.err));
        const QString hurt = at(QStringLiteral("hurt.maiam"));
        QByteArray altered = whole;
        altered[altered.size() / 2] = char(altered[altered.size() / 2] ^ 4);
        for (const QByteArray& bytes : { altered, whole.left(whole.size() - 7), whole.left(200), whole + 'x',
                 QByteArray(), QByteArray("age-encryption.org/v1\n") })
        {
            put(hurt, bytes);
            const Answer answer = run(on("receive", province, { hurt }));
            QVERIFY2(answer.isRefusal(), qPrintable(answer.err));
        }
        QVERIFY(run(on("receive", province, { at(QStringLiteral("nothing.maiam")) })).isRefusal());
        QCOMPARE(entries(province), 3);
        const Answer first = run(on("receive", province, { file, QStringLiteral("--json") }));
        QCOMPARE(first.status, 0);
        QCOMPARE(first.json().value(QStringLiteral("new")).toInt(), 3);
        const Answer again = run(on("receive", province, { file, QStringLiteral("--json") }));
        QCOMPARE(again.status, 0);
        QCOMPARE(again.json().value(QStringLiteral("new")).toInt(), 0);
        QCOMPARE(again.json().value(QStringLiteral("known")).toInt(), 3);
        QCOMPARE(entries(province), 6);

        // One of the night's files does not fit: the rest is taken in, and whoever looks at the status learns of it.
        const QString fresh = made(OfficeRole::Province);
        const Answer mixed =
            run(on("receive", fresh, { hurt, at(QStringLiteral("nothing.maiam")), QStringLiteral("--json") }));
        QCOMPARE(mixed.status, 1);
        QCOMPARE(mixed.json().value(QStringLiteral("problems")).toArray().size(), 2);
        QVERIFY(
            mixed.err.contains(QStringLiteral("hurt.maiam")) && mixed.err.contains(QStringLiteral("nothing.maiam")));
        const Answer partly = run(on("receive", province, { hurt, file, QStringLiteral("--json") }));
        QCOMPARE(partly.status, 1);
        QCOMPARE(partly.json().value(QStringLiteral("known")).toInt(), 3);
        QCOMPARE(partly.json().value(QStringLiteral("problems")).toArray().size(), 1);

        // A card that was altered on its way, and a fingerprint that was misheard.
        const QString card = at(QStringLiteral("the.card"));
        QVERIFY(run(on("trust", other, { card, QStringLiteral("--fingerprint"), QStringLiteral("00000-00000") }))
                    .isRefusal());
        flipByte(card, bytesOf(card).size() / 2);
        QVERIFY(run(on("trust", other, { card, QStringLiteral("--fingerprint"), QStringLiteral("1") })).isRefusal());
    }

    void aFullDiskLeavesNothingHalfDone()
    {
#ifndef Q_OS_UNIX
        QSKIP("the size of files can be limited on Unix only");
#endif
        const QString folder = made();
        const QString province = made(OfficeRole::Province);
        const QString card = at(QStringLiteral("province.card"));
        QCOMPARE(run(on("card", province, { QStringLiteral("--out"), card })).status, 0);
        const QString print = run(on("card", province, { QStringLiteral("--out"), card, QStringLiteral("--json") }))
                                  .json()
                                  .value(QStringLiteral("fingerprint"))
                                  .toString();
        QCOMPARE(run(on("trust", folder, { card, QStringLiteral("--fingerprint"), print })).status, 0);
        const QString out = at(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(out));
        const QStringList report { QStringLiteral("--month"), QStringLiteral("2026-10") };
        const QStringList pdf { QStringLiteral("--pdf"), out + QStringLiteral("/a.pdf") };
        const QStringList odt { QStringLiteral("--odt"), out + QStringLiteral("/a.odt") };
        const QStringList init { QStringLiteral("init"), QStringLiteral("--register"), out + QStringLiteral("/so"),
            QStringLiteral("--unit"), QStringLiteral("06838"), QStringLiteral("--role"), QStringLiteral("commune"),
            QStringLiteral("--user"), QStringLiteral("lan"), QStringLiteral("--display-name"), QStringLiteral("Lan"),
            QStringLiteral("--recovery-out"), out + QStringLiteral("/khoa") };
        const QList<QStringList> all { on("import", folder, { Sample }), on("report", folder, report + pdf),
            on("report", folder, report + odt),
            on("card", folder, { QStringLiteral("--out"), out + QStringLiteral("/c") }),
            on("seal", folder, { QStringLiteral("--to"), QStringLiteral("22"), QStringLiteral("--out"), out }), init };
        m_diskIsFull = true;
        for (const QStringList& arguments : all) {
            const Answer answer = run(arguments);
            QVERIFY2(answer.isRefusal(), qPrintable(arguments.join(u' ') + u'\n' + answer.err));
            QVERIFY2(filesIn(out).isEmpty(), qPrintable(arguments.join(u' ') + filesIn(out).join(u' ')));
            QVERIFY(filesIn(out + QStringLiteral("/so")).isEmpty());
        }
        m_diskIsFull = false;
        QCOMPARE(entries(folder), 3);
        for (const QStringList& arguments : all) {
            const Answer answer = run(arguments);
            QVERIFY2(answer.status == 0, qPrintable(arguments.join(u' ') + u'\n' + answer.err));
        }
        QVERIFY(entries(folder) > 700);
    }

    void aPlaceThatCannotBeWrittenIsNamed()
    {
        const QString folder = made();
        const QString nowhere = at(QStringLiteral("kein/ordner"));
        const QStringList month { QStringLiteral("--month"), QStringLiteral("2026-10") };
        QVERIFY(run(on("report", folder, month + QStringList { QStringLiteral("--pdf"), nowhere })).isRefusal());
        QVERIFY(run(on("report", folder, month + QStringList { QStringLiteral("--odt"), m_home.path() })).isRefusal());
        QVERIFY(run(on("card", folder, { QStringLiteral("--out"), nowhere })).isRefusal());
        QVERIFY(run(on("card", folder, { QStringLiteral("--out"), m_home.path() })).isRefusal());
        QVERIFY(
            run(on("seal", folder, { QStringLiteral("--to"), QStringLiteral("22"), QStringLiteral("--out"), nowhere }))
                .isRefusal());
        QCOMPARE(entries(folder), 3);
    }

    void anAnswerThatCannotBeWrittenIsNoSuccess()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("no /dev/full here");
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MAIAM_PASSPHRASE_FILE"), words());
        program.setProcessEnvironment(environment);
        program.setStandardOutputFile(QStringLiteral("/dev/full"));
        program.start(QStringLiteral(MAIAM_PROGRAM), on("verify", made()));
        QVERIFY(program.waitForFinished(TimeoutMs));
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().size() > 20);
    }

    void rubbishIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList some { QStringLiteral("--register"), QStringLiteral("x") };
        const auto row = [](const QStringList& arguments) {
            QTest::newRow(qPrintable(arguments.join(u' '))) << arguments;
        };
        row({ QStringLiteral("nonsense") });
        row({ QStringLiteral("--registr"), QStringLiteral("x") });
        row({ QStringLiteral("--demo"), QStringLiteral("init") });
        row({ QStringLiteral("--register") });
        row({ QStringLiteral("--json") });
        for (const QString& nothing : { QString(), QStringLiteral("\""), QStringLiteral("*"), QStringLiteral("  ") })
            row(QStringList { QStringLiteral("search") } + some + QStringList { nothing });
        row(QStringList { QStringLiteral("report") } + some
            + QStringList { QStringLiteral("--month"), QStringLiteral("2026-10"), QStringLiteral("--pdf=") });
        row({ QStringLiteral("\xff\xfe") });
        row({ QStringLiteral("verify") });
        row({ QStringLiteral("verify"), QStringLiteral("--register") });
        row({ QStringLiteral("verify"), QStringLiteral("--register"), QString() });
        row(QStringList { QStringLiteral("verify") } + some + QStringList { QStringLiteral("more") });
        row(QStringList { QStringLiteral("verify") } + some + QStringList { QStringLiteral("--unknown") });
        row(QStringList { QStringLiteral("import") } + some);
        row(QStringList { QStringLiteral("report") } + some
            + QStringList { QStringLiteral("--month"), QStringLiteral("2026-13") });
        row(QStringList { QStringLiteral("report") } + some
            + QStringList { QStringLiteral("--month"), QStringLiteral("Oktober") });
        row(QStringList { QStringLiteral("generate") } + some
            + QStringList { QStringLiteral("--children"), QStringLiteral("-1"), QStringLiteral("--cases"),
                QStringLiteral("1"), QStringLiteral("--sessions"), QStringLiteral("1"), QStringLiteral("--seed"),
                QStringLiteral("1") });
        row(QStringList { QStringLiteral("generate") } + some
            + QStringList { QStringLiteral("--children"), QStringLiteral("99999999999999"), QStringLiteral("--cases"),
                QStringLiteral("1"), QStringLiteral("--sessions"), QStringLiteral("1"), QStringLiteral("--seed"),
                QStringLiteral("1") });
        row(QStringList { QStringLiteral("init") } + some
            + QStringList { QStringLiteral("--unit"), QStringLiteral("06838"), QStringLiteral("--role"),
                QStringLiteral("king"), QStringLiteral("--user"), QStringLiteral("a"), QStringLiteral("--display-name"),
                QStringLiteral("a") });
    }

    void rubbishIsWrongUsage()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = run(arguments);
        QVERIFY2(answer.isUsage(), qPrintable(QString::number(answer.status) + answer.err));
        QVERIFY(!QFile::exists(at(QStringLiteral("x"))));
        QVERIFY2(!answer.err.contains(QStringLiteral("Every command takes")), qPrintable(answer.err));
    }

    void theProgramSaysWhatItIsWithoutAScreen()
    {
        m_platform = QStringLiteral("none-such"); // a window could not even begin
        const Answer help = run({ QStringLiteral("--help") });
        const Answer version = run({ QStringLiteral("--version") });
        const Answer wrong = run({ QStringLiteral("--json") });
        m_platform = QStringLiteral("offscreen");
        QCOMPARE(help.status, 0);
        QVERIFY2(help.out.contains(QStringLiteral("maiam receive --register")), qPrintable(help.out));
        QCOMPARE(version.status, 0);
        QVERIFY2(version.out.startsWith(QStringLiteral("Mái Ấm ")), qPrintable(version.out));
        QVERIFY2(wrong.isUsage(), qPrintable(wrong.err));
    }

    void aMistypedFolderIsNotTakenForABrokenRegister()
    {
        const Answer answer = run(on("search", at(QStringLiteral("so-mai")), { QStringLiteral("an") }));
        QVERIFY(answer.isRefusal());
        QVERIFY2(answer.err.contains(QStringLiteral("so-mai")) && !answer.err.contains(QStringLiteral("register.keys")),
            qPrintable(answer.err));
    }

    void theProvinceIsToldBeforeItReadsThePreviewOfAnImport()
    {
        const QString province = made(OfficeRole::Province);
        const Answer preview = run(on("import", province, { Sample, QStringLiteral("--dry-run") }));
        const Answer real = run(on("import", province, { Sample }));
        QVERIFY(preview.isRefusal() && real.isRefusal());
        QCOMPARE(preview.err, real.err);
    }

    void theReportOfTheCommandSaysThatItsFiguresAreNotClosed()
    {
        const QString odt = at(QStringLiteral("thang.odt"));
        QCOMPARE(run(on("report", made(),
                         { QStringLiteral("--month"), QStringLiteral("2026-10"), QStringLiteral("--odt"), odt }))
                     .status,
            0);
        const QByteArray bytes = bytesOf(odt);
        const auto archive = WorkbookArchive::open(bytes, {});
        QVERIFY(archive);
        const QByteArray styles = archive->smallPart(QStringLiteral("styles.xml"), 1 << 20);
        QVERIFY2(styles.contains("số liệu chưa chốt"), styles.constData());
    }

    /// Records of the province, which programs before this one sent down, are none of the commune's.
    void theCommandReportsTheFiguresOfTheWindow()
    {
        const QString commune = made();
        const QString month = ReportPeriod::of(civil::date(SystemClock().now())).code();
        MonthlyFigures figures;
        {
            auto reg = Register::open(commune, Passphrase);
            auto province = Register::open(made(OfficeRole::Province), Passphrase);
            QVERIFY(reg && province);
            const OfficeCard card = offices::ownCard(**province).value();
            QVERIFY(offices::trust(**reg, card, card.fingerprint()));
            for (Register* one : { reg->get(), province->get() }) {
                Record file = one->newRecord(kinds::Case);
                file.set(CaseFields::Received, one->clock().now());
                file.set(CaseFields::Step, QStringLiteral("intake"));
                file.set(CaseFields::Outcome, QStringLiteral("case"));
                Record session = one->newRecord(kinds::Session);
                session.set(SessionFields::Type, QStringLiteral("class-children"));
                session.set(SessionFields::State, QStringLiteral("held"));
                session.set(SessionFields::Starts, one->clock().now());
                Batch batch;
                batch.add(file);
                batch.add(session);
                QVERIFY(one->commit(batch).result());
            }
            auto theirs = (*province)
                              ->read([](Database& db) {
                                  std::vector<Entry> entries;
                                  for (qint64 row = 1;; ++row) {
                                      auto entry = Journal::readEntry(db, row);
                                      if (!entry)
                                          return entries;
                                      entries.push_back(std::move(*entry));
                                  }
                              })
                              .result();
            const auto got = (*reg)->receive(std::move(theirs)).result();
            QVERIFY(got);
            QCOMPARE(got->added, 5);
            const Catalogues catalogues = Catalogues::builtIn().value();
            const FigureScope scope = FigureScope::of(ReportPeriod::parse(month).value(), (*reg)->clock().now(),
                (*reg)->office().id, (*reg)->office().role); // as the window asks
            figures = (*reg)
                          ->read([&](Database& db) { return MonthlyFigures::read(db, catalogues, scope); })
                          .result()
                          .value();
        }
        QCOMPARE(figures.at(QStringLiteral("case.opened")), 1);
        QCOMPARE(figures.at(QStringLiteral("activity.count")), 1);
        const Answer answer =
            run(on("report", commune, { QStringLiteral("--month"), month, QStringLiteral("--json") }));
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json(), figures.toJson());
    }

    void aPassphraseFileThatIsNoneIsNamed()
    {
        const QString folder = made();
        for (const QByteArray& bytes : { QByteArray(), QByteArray("\n\n"), QByteArray("   \n") }) {
            put(at(QStringLiteral("leer")), bytes);
            const Answer answer =
                run(on("verify", folder, { QStringLiteral("--passphrase-file"), at(QStringLiteral("leer")) }));
            QVERIFY2(answer.isRefusal(), answer.told().constData());
        }
        QVERIFY(run(on("verify", folder, { QStringLiteral("--passphrase-file"), m_home.path() })).isRefusal());
        put(at(QStringLiteral("leer")), QByteArray(100'000, '\xff'));
        QVERIFY(
            run(on("verify", folder, { QStringLiteral("--passphrase-file"), at(QStringLiteral("leer")) })).isRefusal());
    }

    void severalCommandsAtOnceLeaveOneJournal()
    {
        const QString folder = made(OfficeRole::Commune, true);
        QList<std::shared_ptr<QProcess>> programs;
        for (int i = 0; i < 4; ++i) {
            auto program = std::make_shared<QProcess>();
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("MAIAM_PASSPHRASE_FILE"), words());
            program->setProcessEnvironment(environment);
            program->start(QStringLiteral(MAIAM_PROGRAM),
                on("generate", folder,
                    { QStringLiteral("--children"), QStringLiteral("40"), QStringLiteral("--cases"),
                        QStringLiteral("20"), QStringLiteral("--sessions"), QStringLiteral("5"),
                        QStringLiteral("--seed"), QString::number(i) }));
            programs.append(program);
        }
        for (const auto& program : std::as_const(programs)) {
            QVERIFY(program->waitForFinished(TimeoutMs));
            QCOMPARE(program->exitStatus(), QProcess::NormalExit);
            const QString err = QString::fromUtf8(program->readAllStandardError());
            QVERIFY2(program->exitCode() == 0 || (program->exitCode() == 1 && err.size() > 20), qPrintable(err));
        }
        QVERIFY(entries(folder) > 60);
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
