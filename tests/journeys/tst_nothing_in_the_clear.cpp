// SPDX-License-Identifier: GPL-3.0-or-later
// Marked words go everywhere that a name can go: typed, saved, half typed, searched, imported, reported, sealed, backed
// up in two places, into the record of a leak and of a hand-over, into both sides of a difference, into a restricted
// file, into questions, and into a program that crashes. Then every byte that was left on the disk, and in what the
// programs said to their log, is searched for them; and each of them is found in the register.
#include "app/desktop.h"
#include "app/platform/platform.h"
#include "marked_words.h"
#include "models/cases/restricted_access.h"
#include "models/drafts/draft.h"
#include "models/exchange/offices.h"
#include "models/records/kinds.h"
#include "models/register/register_backups.h"
#include "tests/support/clear_text.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/case_page.h"
#include "ui/cases/cases_page.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/cases/plan_start.h"
#include "ui/cases/step_form.h"
#include "ui/handover/handover_page.h"
#include "ui/handover/paper_step.h"
#include "ui/imports/import_page.h"
#include "ui/incidents/incident_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/notice_page.h"
#include "ui/reports/paper_view.h"
#include "ui/reports/report_page.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using namespace maiam::marked;

namespace {
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
        , stick(all + u"/USB thứ hai"_s)
    {
        for (const QString& one : { all, asked, temporary, packages, stick })
            QDir().mkpath(one);
    }
    QString all;
    QString asked;
    QString registerFolder;
    QString temporary;
    QString packages;
    QString stick; ///< the second place of backups
};

QByteArray workbook()
{
    return u"STT,Họ và tên,Ngày sinh,Giới tính,Thôn,Hình thức xâm hại\n1,%1,04/03/2016,Nữ,%2,Bạo lực\n"_s
        .arg(ImportedChild, ImportedVillage)
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
    QUuid m_closed; ///< the case that was closed

    [[nodiscard]] MainWindow* window() const { return m_desktop->window(); }
    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }
    template <typename W> [[nodiscard]] W* find(const char* name) const
    {
        return window()->currentPage()->findChild<W*>(QLatin1String(name));
    }
    /// The input of the question that stands open; null while there is none.
    template <typename W> [[nodiscard]] W* asked() const
    {
        for (const QDialog* dialog : window()->findChildren<QDialog*>())
            if (auto* input = dialog->isVisible() ? dialog->findChild<W*>() : nullptr)
                return input;
        return nullptr;
    }
    /// Chooses an entry of the menu "More".
    void choose(const QString& text) const
    {
        const QList<QAction*> actions = window()->findChild<QMenu*>()->actions();
        const auto found = std::find_if(
            actions.cbegin(), actions.cend(), [&](const QAction* action) { return action->text() == text; });
        QVERIFY2(found != actions.cend(), qPrintable(text));
        (*found)->trigger();
    }
    /// The register beside the window, while that is locked.
    [[nodiscard]] std::unique_ptr<Register> openBeside() const
    {
        KdfLimits limits;
        limits.wanted = Least; // else the passphrase's slot would become dearer, and every unlocking slower
        auto opened = Register::open(m_home.registerFolder, Passphrase, m_clock, limits);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }
    static void store(Register& reg, const QList<Record>& records)
    {
        Batch batch;
        for (const Record& record : records)
            batch.add(record);
        const auto done = reg.commit(batch).result();
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }
    void lock()
    {
        m_desktop->lock();
        m_desktop.reset();
    }

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
        const QByteArray said = program.readAllStandardError();
        Log::said() += said;
        if (program.exitCode() != 0)
            qWarning("%s", said.constData());
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
    void openNewLeak()
    {
        choose(u"Data leaks"_s);
        QVERIFY(page<IncidentsPage>());
        find<QPushButton>("record")->click();
        QTRY_VERIFY(page<IncidentPage>() && page<IncidentPage>()->isRead());
    }
    void recordALeak()
    {
        openNewLeak();
        find<QPushButton>("foundNow")->click();
        test::typeText(page<IncidentPage>()->editor(IncidentFields::Place)->editor(), LeakPlace);
        test::typeText(page<IncidentPage>()->editor(IncidentFields::Story)->editor(), LeakStory);
        page<IncidentPage>()->save();
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"saved"_s));
        find<QPushButton>("notice")->click();
        QTRY_VERIFY(page<NoticePage>() && page<NoticePage>()->view()->sheets()->paper().pageCount() > 0);
        test::typeText(page<NoticePage>()->editor(IncidentFields::Harm)->editor(), LeakHarm);
        const QString notice = m_home.asked + u"/thong-bao.pdf"_s;
        Questions::setNextFileName(notice);
        page<NoticePage>()->savePdf();
        QTRY_VERIFY(QFile::exists(notice));
    }
    /// Up to the record with its three signatures, which is looked through and saved as a file; no further.
    void prepareAHandOver()
    {
        choose(u"Hand over the post…"_s);
        QTRY_VERIFY(page<HandoverPage>() && page<HandoverPage>()->currentStep() == 0);
        test::typeText(find<QLineEdit>("receiverName"), Receiver);
        test::typeText(find<QLineEdit>("witness"), Witness);
        page<HandoverPage>()->next();
        QTRY_COMPARE(page<HandoverPage>()->currentStep(), 1);
        test::typeText(find<QPlainTextEdit>("dossiers"), Dossiers);
        test::typeText(find<QPlainTextEdit>("requests"), Letters);
        for (const int step : { 2, 3 }) {
            page<HandoverPage>()->next();
            QTRY_COMPARE(page<HandoverPage>()->currentStep(), step);
        }
        const auto* paper = page<HandoverPage>()->paperStep()->findChild<PaperView*>();
        QTRY_VERIFY_WITH_TIMEOUT(paper->sheets()->paper().pageCount() > 0, LongMs);
        const QString record = m_home.asked + u"/bien-ban.pdf"_s;
        Questions::setNextFileName(record);
        find<QPushButton>("pdf")->click();
        QTRY_VERIFY(QFile::exists(record));
    }
    /// A reason and a moment that nobody answered for, over a workbook that was only looked at, over a search.
    void leaveQuestionsOpen()
    {
        window()->openDoor(Door::Cases);
        auto* cases = page<CasesPage>();
        QVERIFY(cases);
        test::typeText(cases->searchField(), SearchedFor);
        choose(u"Take in an old workbook…"_s);
        QVERIFY(page<ImportPage>());
        page<ImportPage>()->preview(m_home.asked + u'/' + OldWorkbook + u".csv"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page<ImportPage>()->plan(), LongMs);
        Q_EMIT cases->caseWanted(m_closed);
        QTRY_VERIFY(page<CasePage>() && page<CasePage>()->file() && page<CasePage>()->stepForm());
        page<CasePage>()->stepForm()->moveTo(u"review"_s);
        QTRY_VERIFY(asked<QPlainTextEdit>());
        test::typeText(asked<QPlainTextEdit>(), TypedReason);
        Questions::cancelAll();
        page<CasePage>()->findChild<PlanStart*>()->ask();
        QTRY_VERIFY(asked<QLineEdit>());
        asked<QLineEdit>()->clear();
        test::typeText(asked<QLineEdit>(), TypedStart);
    }

public:
    explicit TestNothingInTheClear(const Home& home)
        : m_home(home)
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        Log::before = qInstallMessageHandler(Log::hear);
        Theme::apply(*qApp);
        NewRegister wanted;
        wanted.folder = m_home.registerFolder;
        wanted.unit = u"06838"_s;
        wanted.officeName = u"Ủy ban nhân dân xã Bình Liêu"_s;
        wanted.login = u"lan"_s;
        wanted.displayName = u"Hoàng Thị Lan"_s;
        wanted.post = u"Công chức Văn hóa - Xã hội"_s;
        wanted.passphrase = Passphrase;
        wanted.cost = Least;
        QVERIFY(Register::create(wanted, m_clock));
        QFile secret(m_home.asked + u"/cum-mat-khau"_s);
        QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write(Passphrase.toUtf8()) > 0);
        qputenv("MAIAM_PASSPHRASE_FILE", secret.fileName().toUtf8());
        for (const QString& name : { u"so-cu"_s, OldWorkbook }) {
            QFile old(m_home.asked + u'/' + name + u".csv"_s);
            QVERIFY(old.open(QIODevice::WriteOnly) && old.write(workbook()) > 0);
        }
    }
    void cleanupTestCase() { qInstallMessageHandler(Log::before); }

    void theSearchFindsWhatItLooksFor()
    {
        const test::ClearText marked({ SavedChild });
        const QByteArray wide(reinterpret_cast<const char*>(SavedChild.utf16()), SavedChild.size() * 2);
        QByteArray turned = wide;
        for (qsizetype i = 0; i < turned.size(); i += 2)
            std::swap(turned[i], turned[i + 1]);
        for (const QByteArray& bytes :
            { SavedChild.toUtf8(), SavedChild.normalized(QString::NormalizationForm_D).toUtf8(),
                QByteArray("chiu thi luu giu"), wide, turned })
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
        lock();
    }
    /// A case with all its people, a file with restricted access, a field of which two machines say different things.
    void andIntoRecordsThatHideThem()
    {
        constexpr qint64 Hour = 3600'000;
        const auto reg = openBeside();
        const UtcMs now = m_clock->now();
        Record child = reg->newRecord(kinds::Child);
        child.set(ChildFields::FileCode, u"BL-TE-0900"_s);
        child.set(ChildFields::Name, u"Voòng A Sáng"_s);
        Record hidden = reg->newRecord(kinds::Child);
        hidden.set(ChildFields::FileCode, u"BL-TE-0901"_s);
        hidden.set(ChildFields::Name, RestrictedChild);
        hidden.set(ChildFields::Village, RestrictedVillage);
        Record file = reg->newRecord(kinds::Case);
        file.set(CaseFields::FileCode, u"BL-2026-0900"_s);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Step, u"closed"_s);
        file.set(CaseFields::Outcome, u"case"_s);
        file.set(CaseFields::Received, std::optional<qint64>(now - 6 * Hour));
        file.set(CaseFields::Closed, std::optional<qint64>(now - Hour));
        file.set(CaseFields::ReporterName, Reporter);
        file.set(CaseFields::ReporterPhone, ReporterPhone);
        file.set(CaseFields::ReporterAddress, ReporterAddress);
        file.set(CaseFields::SuspectName, Suspect);
        file.set(CaseFields::StepReason, StoredReason);
        store(*reg, { child, hidden, file });
        m_closed = file.id();
        const auto restricted =
            reg->commit([&reg, id = hidden.id(), now](Database& database) {
                   return restrictedAccess::restrict(database, reg->office().id, id, u"carer"_s, now);
               })
                .result();
        QVERIFY2(restricted, restricted ? "" : qPrintable(restricted.error().message));
        Record one = reg->record(kinds::Child, child.id()).value();
        Record other = one; // of a machine that does not know of the first
        one.set(ChildFields::Mother, OneSide);
        other.set(ChildFields::Mother, OtherSide);
        store(*reg, { one });
        store(*reg, { other });
        QVERIFY(reg->record(kinds::Child, child.id()).value().state().conflicting);
    }
    void andIntoALeakAndAHandOver()
    {
        unlock();
        recordALeak();
        window()->openDoor(Door::Today);
        openNewLeak();
        test::typeText(page<IncidentPage>()->editor(IncidentFields::Story)->editor(), HalfALeak);
        window()->openDoor(Door::Today); // the draft stays
        prepareAHandOver();
        QCOMPARE(Questions::clearAnswers(), 0);
        lock();
    }
    void andIntoQuestionsAndSearches()
    {
        unlock();
        leaveQuestionsOpen();
        lock();
    }
    /// Read back from there, so that all of it has been written, and into the backup as well.
    void andIntoABackupInASecondPlace()
    {
        const auto reg = openBeside();
        RegisterBackups backups(*reg);
        QVERIFY(backups.setSecondPlace(m_home.stick));
        const auto made = backups.make(BackupReason::ByHand);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->secondProblem, QString());
        const auto keys = KeysFile::read(UnlockedFolder::keysFile(m_home.registerFolder));
        QVERIFY(keys);
        const auto key = keys->openWithPassphrase(reg->user(), Passphrase);
        QVERIFY(key);
        const auto backup = BackupReader::open(made->secondFile);
        QVERIFY(backup);
        auto inside = backup->database(*key);
        QVERIFY(inside);
        QCOMPARE(missing(heapOf(*inside), written()), QStringList());
    }
    void andThroughTheCommands()
    {
        const QStringList here { u"--register"_s, m_home.registerFolder };
        QCOMPARE(command(u"import"_s, here + QStringList { m_home.asked + u"/so-cu.csv"_s, u"--json"_s }), 0);
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
        Log::said() += program.readAllStandardError() + program.readAllStandardOutput();
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
        QVERIFY(!QDir(m_home.stick).isEmpty());
        const test::ClearText marked(written() + QStringList { ImportedChild, ImportedVillage, Passphrase });
        QCOMPARE(marked.filesThatHoldIt(m_home.all), QStringList());
        QVERIFY2(!marked.holdsIt(Log::said()), Log::said().constData());
    }
    /// Else the search above would prove nothing.
    void yetAllOfItIsThere()
    {
        const auto reg = openBeside();
        const QByteArray heap = reg->read([](Database& database) { return heapOf(database); }).result();
        QCOMPARE(missing(heap, written() + QStringList { ImportedChild, ImportedVillage }), QStringList());
        const auto texts = reg->read([](Database& database) {
                                  QStringList all;
                                  auto names = database.query(u"SELECT name FROM child"_s);
                                  while (names && names->next())
                                      all.append(names->text(0));
                                  return all;
                              })
                               .result();
        QVERIFY(texts.contains(SavedChild) && texts.contains(ImportedChild) && texts.contains(RestrictedChild));
        // What was half typed waits as a draft of its form, and as the place to come back to.
        const auto kept =
            reg->read([user = reg->user()](Database& db) { return drafts::all(db, user).value(); }).result();
        for (const QString& typed : { TypedChild, HalfALeak, Dossiers, TypedReason, TypedStart })
            QVERIFY2(std::any_of(kept.begin(), kept.end(),
                         [&typed](const Draft& one) { return one.fields.values().contains(typed); }),
                qPrintable(typed));
        const QByteArray place = reg->read([](Database& db) {
                                        auto found = db.query(u"SELECT value FROM setting WHERE name GLOB 'place/*'"_s);
                                        return found && found->next() ? found->blob(0) : QByteArray();
                                    })
                                     .result();
        QCOMPARE(missing(place, { SearchedFor, OldWorkbook }), QStringList());
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
