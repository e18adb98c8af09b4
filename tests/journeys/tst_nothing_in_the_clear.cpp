// SPDX-License-Identifier: GPL-3.0-or-later
// Marked names go everywhere that a name can go (typed, saved, half typed, searched, imported, reported, sealed, backed
// up, and into a program that crashes); then every byte that was left on the disk is searched for them.
#include "app/desktop.h"
#include "app/platform/platform.h"
#include "models/drafts/draft.h"
#include "models/exchange/offices.h"
#include "models/records/kinds.h"
#include "tests/support/clear_text.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/cases_page.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/reports/report_page.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
const QString SavedChild = u"Chíu Thị Lưu Giữ"_s;
const QString SavedWord = u"Người hàng xóm nghe tiếng khóc đêm"_s;
const QString TypedChild = u"Voòng Thị Gõ Dở"_s;
const QString ImportedChild = u"Nình Văn Nhập Vào"_s;
const QString Remark = u"Nhận xét chỉ cán bộ biết"_s;
constexpr KdfCost Least { 64ULL << 20, 2 }; // the least that the program believes
constexpr int LongMs = 60'000;

/// The officer's home: register, settings, temporary files, packages. What the person asked for (a workbook, a printed
/// report) lies beside it.
struct Home
{
    explicit Home(const QString& folder)
        : all(folder + u"/may"_s)
        , asked(folder + u"/tep-rieng"_s)
        , registerFolder(all + u"/Sổ trẻ em"_s)
        , temporary(all + u"/tam"_s)
        , packages(all + u"/goi"_s)
    {
        for (const QString& one : { all, asked, temporary, packages })
            QDir().mkpath(one);
    }
    QString all;
    QString asked;
    QString registerFolder;
    QString temporary;
    QString packages;
};

QByteArray workbook()
{
    return u"STT,Họ và tên,Ngày sinh,Giới tính,Thôn,Hình thức xâm hại\n1,%1,04/03/2016,Nữ,Khe Vằn,Bạo lực\n"_s
        .arg(ImportedChild)
        .toUtf8();
}

/// A program that dies with names in its memory, as main() prepares it.
int crash(const QString& folder)
{
#ifdef Q_OS_UNIX
    const rlimit all { RLIM_INFINITY, RLIM_INFINITY };
    setrlimit(RLIMIT_CORE, &all); // an office PC may keep core files; refused where the limit is lower already
#endif
    platform::harden();
    auto reg = Register::open(folder, Passphrase);
    if (!reg)
        return 3;
    Draft draft;
    draft.key.form = u"intake"_s;
    draft.fields.insert(u"name"_s, TypedChild);
    const auto kept = (*reg)
                          ->writeLocal([&](Database& database) {
                              // Inside the transaction: what is half written lies in the write-ahead log.
                              auto done = drafts::keep(database, draft, (*reg)->user());
                              if (done)
                                  std::abort();
                              return done;
                          })
                          .result();
    return kept ? 4 : 5;
}
} // namespace

class TestNothingInTheClear : public QObject
{
    Q_OBJECT

    const Home& m_home;
    std::shared_ptr<FixedClock> m_clock = std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(8, 5)));
    std::unique_ptr<Desktop> m_desktop;

    [[nodiscard]] MainWindow* window() const { return m_desktop->window(); }
    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }

    void unlock()
    {
        DesktopPlaces places;
        places.clock = m_clock;
        places.limits.wanted = Least;
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ .folder = m_home.registerFolder }));
        auto* field = window()->findChild<LockScreen*>()->findChild<PassphraseField*>();
        test::typeText(field, Passphrase);
        QTest::keyClick(test::receiver(field), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), LongMs);
    }
    /// Runs the program without a window; its status.
    static int command(const QString& name, const QStringList& arguments)
    {
        QProcess program;
        program.start(QStringLiteral(MAIAM_PROGRAM), QStringList(name) + arguments);
        if (!program.waitForFinished(LongMs))
            return -1;
        if (program.exitCode() != 0)
            qWarning("%s", program.readAllStandardError().constData());
        return program.exitCode();
    }
    void typeAndSave()
    {
        Q_EMIT window()->mainActionRequested();
        auto* intake = page<IntakePage>();
        QVERIFY(intake);
        test::typeText(intake->editor(CaseFields::Received), u"24/11/2026 07:40"_s);
        test::typeText(intake->editor(CaseFields::Summary), SavedWord);
        test::typeText(intake->editor(ChildFields::Name), SavedChild);
        QTest::keyClick(intake, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!page<IntakePage>(), LongMs);
    }
    void typeAndLeave()
    {
        Q_EMIT window()->mainActionRequested();
        auto* intake = page<IntakePage>();
        QVERIFY(intake);
        test::typeText(intake->editor(CaseFields::Summary), SavedWord);
        test::typeText(intake->editor(ChildFields::Name), TypedChild);
    }
    void search()
    {
        window()->openDoor(Door::Cases);
        auto* cases = page<CasesPage>();
        auto* field = qobject_cast<QLineEdit*>(cases->searchField());
        test::typeText(field, SavedChild);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(cases->model()->rowCount(), 1, LongMs);
    }
    void remark()
    {
        window()->openDoor(Door::Reports);
        auto* report = page<ReportPage>();
        auto* field = report->findChild<QPlainTextEdit*>(u"remark"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(!field->isReadOnly() && field->isVisible(),
            qPrintable(u"%1 %2 %3: %4"_s.arg(field->isReadOnly())
                           .arg(field->isVisible())
                           .arg(report->figures().has_value())
                           .arg(report->findChild<MessageBar*>()->text())),
            LongMs);
        test::typeText(field, Remark);
        window()->openDoor(Door::Today); // leaving saves it
    }

public:
    explicit TestNothingInTheClear(const Home& home)
        : m_home(home)
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        NewRegister wanted;
        wanted.folder = m_home.registerFolder;
        wanted.unit = u"06838"_s;
        wanted.officeName = u"Ủy ban nhân dân xã Bình Liêu"_s;
        wanted.login = u"lan"_s;
        wanted.displayName = u"Hoàng Thị Lan"_s;
        wanted.passphrase = Passphrase;
        wanted.cost = Least;
        QVERIFY(Register::create(wanted, m_clock));
        QFile secret(m_home.asked + u"/cum-mat-khau"_s);
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write(Passphrase.toUtf8()) > 0);
        qputenv("MAIAM_PASSPHRASE_FILE", secret.fileName().toUtf8());
    }

    void theSearchFindsWhatItLooksFor()
    {
        const test::ClearText marked({ SavedChild });
        for (const QByteArray& bytes : { SavedChild.toUtf8(),
                 SavedChild.normalized(QString::NormalizationForm_D).toUtf8(), QByteArray("chiu thi luu giu"),
                 QByteArray(reinterpret_cast<const char*>(SavedChild.utf16()), SavedChild.size() * 2) })
            QVERIFY(marked.holdsIt("x" + bytes + "y"));
        QVERIFY(!marked.holdsIt("chiu thi luu"));
        QFile file(m_home.asked + u"/thu"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray((4 << 20) - 5, '.') + SavedChild.toUtf8()); // across two pieces
        file.close();
        QCOMPARE(marked.filesThatHoldIt(m_home.asked), QStringList(file.fileName()));
    }

    void namesGoEverywhere()
    {
        unlock();
        typeAndSave();
        search();
        remark();
        typeAndLeave();
        m_desktop->lock();
        m_desktop.reset();

        QFile old(m_home.asked + u"/so-cu.csv"_s);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write(workbook()) > 0);
        old.close();
        const QStringList here { u"--register"_s, m_home.registerFolder };
        QCOMPARE(command(u"import"_s, here + QStringList { old.fileName(), u"--json"_s }), 0);
        QCOMPARE(command(u"search"_s, here + QStringList { ImportedChild }), 0);
        QCOMPARE(command(u"report"_s,
                     here
                         + QStringList { u"--month"_s, u"2026-11"_s, u"--pdf"_s, m_home.asked + u"/bao-cao.pdf"_s,
                             u"--odt"_s, m_home.asked + u"/bao-cao.odt"_s }),
            0);
        QCOMPARE(command(u"backup"_s, here + QStringList { u"--out"_s, m_home.packages }), 0);
        sealForTheProvince(here);
    }
    void aProgramDies()
    {
        QProcess program;
        program.setWorkingDirectory(m_home.temporary);
        program.start(QCoreApplication::applicationFilePath(), { u"--crash"_s, m_home.registerFolder });
        QVERIFY(program.waitForFinished(LongMs));
#ifdef Q_OS_WIN // there abort() is an end with a number
        QVERIFY(program.exitCode() != 0);
#else
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
#endif
        // Nothing but what the test framework itself may keep: no core file.
        QCOMPARE(QDir(m_home.temporary).entryList({ u"core*"_s, u"*.core"_s }, QDir::Files), QStringList());
    }
    void noNameStandsOnTheDisk()
    {
        QVERIFY(QFile::exists(m_home.registerFolder + u"/register.db"_s));
        QVERIFY(!QDir(m_home.packages).isEmpty());
        const test::ClearText marked(
            { SavedChild, SavedWord, TypedChild, ImportedChild, Remark, Passphrase, u"Khe Vằn"_s });
        QCOMPARE(marked.filesThatHoldIt(m_home.all), QStringList());
    }
    /// Else the search above would prove nothing.
    void yetAllOfItIsThere()
    {
        auto reg = Register::open(m_home.registerFolder, Passphrase, m_clock);
        QVERIFY(reg);
        const auto texts = (*reg)
                               ->read([](Database& database) {
                                   QStringList all;
                                   auto names = database.query(u"SELECT name FROM child"_s);
                                   while (names && names->next())
                                       all.append(names->text(0));
                                   return all;
                               })
                               .result();
        QVERIFY(texts.contains(SavedChild) && texts.contains(ImportedChild));
        const auto kept =
            (*reg)->read([&](Database& database) { return drafts::all(database, (*reg)->user()).value(); }).result();
        QVERIFY(std::any_of(
            kept.begin(), kept.end(), [](const Draft& one) { return one.fields.values().contains(TypedChild); }));
    }

private:
    /// The one office confirms the other's card.
    void introduce(const QStringList& one, const QStringList& other)
    {
        const QString card = m_home.packages + u"/the.txt"_s;
        QFile::remove(card);
        QCOMPARE(command(u"card"_s, other + QStringList { u"--out"_s, card }), 0);
        QFile file(card);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = OfficeCard::parse(file.readAll());
        QVERIFY(read);
        QCOMPARE(command(u"trust"_s, one + QStringList { card, u"--fingerprint"_s, read->fingerprint() }), 0);
    }
    void sealForTheProvince(const QStringList& here)
    {
        const QString province = m_home.all + u"/so-y-te"_s;
        const QStringList there { u"--register"_s, province };
        QCOMPARE(command(u"init"_s,
                     there
                         + QStringList { u"--unit"_s, u"22"_s, u"--role"_s, u"province"_s, u"--user"_s, u"so"_s,
                             u"--display-name"_s, u"Trần Văn Sở"_s, u"--recovery-out"_s, m_home.asked + u"/so.key"_s }),
            0);
        introduce(here, there);
        introduce(there, here);
        QCOMPARE(command(u"seal"_s, here + QStringList { u"--to"_s, u"22"_s, u"--out"_s, m_home.packages }), 0);
        const QStringList sealed = QDir(m_home.packages).entryList({ u"*.maiam"_s });
        QCOMPARE(sealed.size(), 1);
        QCOMPARE(command(u"receive"_s, there + QStringList { m_home.packages + u'/' + sealed.front() }), 0);
    }
};

int main(int argc, char** argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--crash") == 0) {
        QCoreApplication application(argc, argv);
        return crash(QString::fromLocal8Bit(argv[2]));
    }
    const QTemporaryDir folder;
    const Home home(QDir(folder.path()).canonicalPath());
    for (const char* name : { "TMPDIR", "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME" })
        qputenv(name, home.temporary.toUtf8());
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"MaiAm"_s);
    QCoreApplication::setApplicationName(u"MaiAm"_s);
    TestNothingInTheClear test(home);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nothing_in_the_clear.moc"
