// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of what a register promises: a child's file is erased by decision and two people, another office confirms
// it for itself, a lost machine is reported, and all of it stands in who looked.
#include "models/exchange/offices.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/says.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/case_page.h"
#include "ui/cases/case_texts.h"
#include "ui/cases/child_card.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/history_card.h"
#include "ui/children/child_page.h"
#include "ui/drafts/form_names.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/erasures_page.h"
#include "ui/erasure/holds_card.h"
#include "ui/journal/access_page.h"
#include "ui/journal/check_page.h"
#include "ui/journal/devices_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QThreadPool>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using test::says;

namespace {
const QString LanWords = u"khong ai biet cau nay"_s; // officer and administrator
const QString HungWords = u"bon mua la rung hoa no"_s; // leader
const QString Name = u"Tằng Mỹ Ánh"_s;

QUuid addLeader(test::OfficeRegister& office)
{
    const auto added = people::add(*office.reg, { u"Nguyễn Văn Hùng"_s, u"Chủ tịch"_s, Role::Leader }, HungWords);
    if (!added)
        qFatal("%s", qPrintable(added.error().message));
    return *added;
}

/// A child and its case; open unless told otherwise.
std::pair<QUuid, QUuid> writeCase(test::OfficeRegister& office, bool closed)
{
    Record child = office.reg->newRecord(kinds::Child);
    child.set(ChildFields::Name, Name);
    child.set(ChildFields::FileCode, u"BL-TE-014"_s);
    office.store(child);
    Record file = office.reg->newRecord(kinds::Case);
    file.set(CaseFields::Child, child.id());
    file.set(CaseFields::Received, office.clock->now());
    file.set(CaseFields::ReporterName, u"Chìu Thị Nga"_s);
    if (closed)
        file.set(CaseFields::Closed, office.clock->now());
    office.store(file);
    return { child.id(), file.id() };
}

template <typename P> void show(P& page)
{
    page.resize(1180, 700);
    page.show();
    page.activated();
}

void typeKeys(Page& page, const QString& leader, const QString& administrator)
{
    page.findChild<PassphraseField*>(u"leaderWords"_s)->setText(leader);
    page.findChild<PassphraseField*>(u"administratorWords"_s)->setText(administrator);
}

void typeDecision(ErasurePage& page)
{
    test::typeText(page.findChild<FieldEditor*>(u"decision"_s)->editor(), u"125/QĐ-UBND"_s);
    test::typeText(page.findChild<FieldEditor*>(u"decided"_s)->editor(), u"20/11/2026"_s);
    auto* ground = qobject_cast<QComboBox*>(page.findChild<FieldEditor*>(u"ground"_s)->editor());
    ground->setCurrentIndex(ground->findData(u"retention"_s));
}
} // namespace

class TestErasureJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void cleanup() { QCOMPARE(Questions::clearAnswers(), 0); }

    void aFileIsErasedByDecisionAndTwoPeople()
    {
        test::OfficeRegister office;
        addLeader(office);
        const auto [child, file] = writeCase(office, true);
        const QString former = office.reg->folder() + u"-truoc-khoi-phuc-2026-05-01"_s;
        QVERIFY(QDir().mkpath(former));
        QVERIFY(QFile::copy(office.reg->folder() + u"/register.keys"_s, former + u"/register.keys"_s));
        ChildPage start(*office.context, child);
        start.show();
        QSignalSpy wanted(&start, &ChildPage::erasureWanted);
        start.findChild<QPushButton*>(u"eraseByDecision"_s)->click();
        QCOMPARE(wanted.size(), 1);

        ErasurePage page(*office.context, child, Opening::WithReason); // the child's file is open
        show(page);
        QTRY_VERIFY(page.plan());
        QVERIFY(page.plan()->refusals.isEmpty());
        QCOMPARE(test::formFaults(&page), QStringList());
        page.erase(); // nothing was typed yet
        QVERIFY(!page.findChild<FieldEditor*>(u"decision"_s)->error().isEmpty());
        typeDecision(page);
        page.erase(); // nobody agreed yet
        typeKeys(page, LanWords, LanWords); // the leader's is another one
        Questions::setNextAnswer(Answer::Accept);
        page.erase();
        QTRY_VERIFY(!page.message()->text().isEmpty());
        QVERIFY(office.reg->record(kinds::Child, child)->has(ChildFields::Name));
        typeKeys(page, HungWords, LanWords);
        Questions::setNextAnswer(Answer::Cancel);
        page.erase();
        QVERIFY(office.reg->record(kinds::Child, child)->has(ChildFields::Name));
        Questions::setNextAnswer(Answer::Accept);
        page.erase();
        QTRY_VERIFY(!page.outcome().isEmpty());
        QVERIFY2(page.outcome().contains(u"01/05/2027"_s), qPrintable(page.outcome())); // who looked is kept until then
        QVERIFY(!office.reg->record(kinds::Child, child)->has(ChildFields::Name));
        QVERIFY(!office.reg->record(kinds::Case, file)->has(CaseFields::ReporterName));
        QTRY_COMPARE(start.title(), ChildPage::tr("Erased by decision"));

        ErasuresPage list(*office.context);
        show(list);
        QTRY_COMPARE(list.lines().size(), std::size_t(1));
        QVERIFY(says(list, u"125/QĐ-UBND"_s) && says(list, u"20/11/2026"_s) && says(list, u"Nguyễn Văn Hùng"_s));
        QVERIFY(list.lines().front().erasure.inForce);
        QVERIFY(says(list, u"BL-TE-014"_s)); // whose file it was

        AccessPage looked(*office.context, { child });
        show(looked);
        QTRY_COMPARE(looked.table().rowCount(), 4); // opened, erased; the child and its case were written
        QCOMPARE(looked.table().index(0, 1).data().toString(), AccessPage::actText(AccessAct::Erased));
        QCOMPARE(looked.table().index(3, 1).data().toString(), AccessPage::actText({}));
        const QString agreed = looked.table().index(0, 1).data(CellTable::SecondLineRole).toString();
        QVERIFY2(agreed.contains(u"Nguyễn Văn Hùng"_s), qPrintable(agreed)); // the second key
        RegisterCheck work(*office.reg);
        CheckPage check(work);
        check.show();
        check.run();
        QTRY_VERIFY_WITH_TIMEOUT(!check.result().isEmpty(), 20'000);
        QCOMPARE(check.message()->kind(), MessageBar::Kind::Ok);

        // What is left says why it is empty, and asks for nothing to be written in again.
        const QString decision = CaseTexts::tr("decision %1 of %2").arg(u"125/QĐ-UBND"_s, u"20/11/2026"_s);
        CasePage left(*office.context, file);
        show(left);
        QTRY_VERIFY(left.file());
        QVERIFY(left.historyCard()->text().contains(decision));
        for (const QWidget* at = left.focusWidget(); at; at = at->parentWidget())
            QVERIFY(!qobject_cast<const FieldEditor*>(at)); // no cursor waits in the note
        for (Page* shown : std::initializer_list<Page*> { &start, &left }) {
            auto* said = shown->findChild<MessageBar*>(u"erased"_s);
            QVERIFY(said->isVisibleTo(shown) && said->text().contains(decision));
            QVERIFY2(said->text().contains(
                         CaseTexts::tr("Do not write the erased names, numbers and addresses down again.")),
                qPrintable(said->text()));
            QVERIFY(!says(*shown, ChildCard::tr("Name not known")));
            QVERIFY(!says(*shown, ChildCard::tr("Safety when contacting")));
        }
    }

    void whatSpeaksOfTheChildElsewhereIsShownWholeAndGoesAlongWhenMarked()
    {
        test::OfficeRegister office;
        addLeader(office);
        const QUuid child = writeCase(office, true).first;
        std::vector<QUuid> sessions;
        for (int i = 0; i < 25; ++i) {
            Record session = office.reg->newRecord(kinds::Session);
            session.set(SessionFields::Starts, civil::at(QDate(2026, 11, 1).addDays(i), QTime(9, 0)));
            session.set(SessionFields::Note, u"Có em "_s + Name);
            office.store(session);
            sessions.push_back(session.id());
        }
        Record remark = office.reg->newRecord(kinds::Remark);
        remark.set(RemarkFields::Period, u"2026-11"_s);
        remark.set(RemarkFields::Remark, u"Em "_s + Name);
        office.store(remark);
        office.reg->noteAccess(AccessAct::Printed, &kinds::Child, child);
        QVERIFY(office.reg->writeAccess().result());

        ErasurePage page(*office.context, child);
        show(page);
        QTRY_VERIFY(page.plan());
        const auto marks = [&page] { return page.findChildren<QCheckBox*>(u"goesAlong"_s); };
        QCOMPARE(marks().size(), 20);
        QVERIFY(says(page, u"01/11/2026"_s) && !says(page, u"25/11/2026"_s));
        QVERIFY(says(page, AccessPage::actText(AccessAct::Printed))); // a copy that nobody reaches from here
        marks().at(2)->setChecked(true);
        page.findChild<QPushButton*>(u"moreDoubts"_s)->click();
        QTRY_COMPARE(marks().size(), 25); // what is kept by rule has none
        QVERIFY(says(page, u"25/11/2026"_s) && says(page, u"2026-11"_s));
        QVERIFY(marks().at(2)->isChecked()); // a mark outlasts that
        QVERIFY(marks().at(2)->accessibleName().contains(u"03/11/2026"_s));
        QCOMPARE(test::formFaults(&page), QStringList());
        typeDecision(page);
        typeKeys(page, HungWords, LanWords);
        Questions::setNextAnswer(Answer::Accept);
        page.erase();
        QTRY_VERIFY(!page.outcome().isEmpty());
        for (std::size_t i = 0; i < sessions.size(); ++i)
            QCOMPARE(office.reg->record(kinds::Session, sessions[i])->has(SessionFields::Note), i != 2);
    }

    void anAdministratorReachesWhatIsOlderAndPrintsAll()
    {
        test::OfficeRegister office;
        const UtcMs now = office.clock->now();
        const QUuid child = writeCase(office, false).first;
        office.clock->set(civil::at(QDate(2026, 9, 30), QTime(9, 0)));
        for (int i = 0; i < 3; ++i)
            office.reg->noteAccess(AccessAct::Printed, &kinds::Child, child);
        QVERIFY(office.reg->writeAccess().result());
        office.clock->set(now);
        constexpr int Looks = 1'100;
        for (int i = 0; i < Looks; ++i) {
            office.clock->advance(1000);
            office.reg->noteAccess(AccessAct::Opened, &kinds::Child, child);
        }
        AccessPage page(*office.context);
        show(page);
        QTRY_COMPARE(page.table().rowCount(), int(AccessPage::LinesAtOnce));
        QTRY_VERIFY(page.message()->text().contains(u"1.000"_s));
        std::optional<papers::AccessPaperData> paper;
        page.collect([&](const papers::AccessPaperData& data) { paper = data; });
        QTRY_VERIFY(paper);
        QVERIFY(paper->rows.size() > Looks); // what is not on the screen is on the paper
        QCOMPARE(paper->newestOnly, 0);
        const QDate today = civil::date(office.clock->now());
        QCOMPARE(paper->from, today.addDays(-30));
        QCOMPARE(paper->to, today);
        QCOMPARE(paper->printed, office.clock->now());
        QCOMPARE(paper->user, office.reg->userLabel());
        const QString last = page.table().rowAt(int(AccessPage::LinesAtOnce) - 1)->id;
        page.findChild<QPushButton*>(u"messageAction"_s)->click();
        QTRY_COMPARE(page.table().rowCount(), int(paper->rows.size()));
        QVERIFY(page.message()->text().isEmpty());
        auto* table = page.findChild<QTableView*>();
        QCOMPARE(table->currentIndex().row(), int(AccessPage::LinesAtOnce)); // it goes on where the list ended
        QCOMPARE(page.table().rowAt(table->currentIndex().row() - 1)->id, last);
        auto* time = page.findChild<QComboBox*>(u"time"_s);
        QTRY_VERIFY(time->findData(QDate(2026, 9, 1)) > 0);
        time->setCurrentIndex(time->findData(QDate(2026, 9, 1)));
        Q_EMIT time->activated(time->currentIndex());
        QTRY_COMPARE(page.table().rowCount(), 3);
        AccessPage again(*office.context, AccessPage::recordsOf(page.place())); // as after a lock
        show(again);
        again.returnTo(page.place());
        QTRY_COMPARE(again.table().rowCount(), 3);
        auto* act = page.findChild<QComboBox*>(u"act"_s);
        act->setCurrentIndex(act->findText(AccessPage::actText({})));
        Q_EMIT act->activated(act->currentIndex());
        QTRY_COMPARE(page.table().rowCount(), 0); // nothing was changed in September
        QTRY_VERIFY(page.message()->text().contains(u"Nobody"_s));
    }

    void theListOfOneFileSaysSoOnPaperWithWhatWasAskedFor()
    {
        test::OfficeRegister office;
        const auto [child, file] = writeCase(office, false);
        auto record = office.reg->record(kinds::Case, file);
        record->set(CaseFields::FileCode, u"BL-2026-0014"_s);
        office.store(*record);
        const auto collect = [](AccessPage& page, const std::function<void()>& meanwhile) {
            std::optional<papers::AccessPaperData> paper;
            page.collect([&paper](const papers::AccessPaperData& data) { paper = data; });
            meanwhile();
            return QTest::qWaitFor([&paper] { return paper.has_value(); }) ? *paper : papers::AccessPaperData();
        };
        AccessPage ofFile(*office.context, { file, child });
        show(ofFile);
        auto* act = ofFile.findChild<QComboBox*>(u"act"_s);
        const QString before = act->currentText();
        const QString other = AccessPage::actText(AccessAct::Printed);
        const auto paper = collect(ofFile, [&] { act->setCurrentIndex(act->findText(other)); });
        QCOMPARE(paper.files, (QStringList { u"BL-2026-0014"_s, u"BL-TE-014"_s }));
        QVERIFY(!paper.rows.isEmpty());
        QVERIFY2(paper.scope.contains(before) && !paper.scope.contains(other), qPrintable(paper.scope));
        AccessPage ofAll(*office.context);
        show(ofAll);
        QVERIFY(collect(ofAll, [] {}).files.isEmpty());
    }

    void anOpenCaseAndAReasonToKeepStandAgainstIt()
    {
        test::OfficeRegister office;
        addLeader(office);
        const auto [child, file] = writeCase(office, false);
        ErasurePage page(*office.context, child);
        show(page);
        QTRY_VERIFY(page.plan() && page.plan()->refusals.size() == 1);
        QVERIFY(!page.findChild<QPushButton*>(u"erase"_s)->isEnabled());
        auto record = office.reg->record(kinds::Case, file);
        record->set(CaseFields::Closed, office.clock->now());
        office.store(*record);
        auto* holds = page.findChild<HoldsCard*>();
        page.findChild<QPushButton*>(u"keep"_s)->click(); // no reason chosen
        auto* ground = qobject_cast<QComboBox*>(page.findChild<FieldEditor*>(u"holdGround"_s)->editor());
        ground->setCurrentIndex(ground->findData(u"proceedings"_s));
        page.findChild<QPushButton*>(u"keep"_s)->click();
        QTRY_VERIFY(page.plan()->refusals.size() == 1 && says(*holds, u"24/11/2026"_s));
        QVERIFY(!page.findChild<QPushButton*>(u"erase"_s)->isEnabled());
        const auto held =
            office.reg->read([child = child](Database& db) { return erasureWork::holds(db, child); }).result();
        QCOMPARE(held->size(), std::size_t(1));
        holds->lift(held->front());
        QTRY_VERIFY(page.plan()->refusals.isEmpty());
        QTRY_VERIFY(page.findChild<QPushButton*>(u"erase"_s)->isEnabled());
    }

    void aReasonToKeepThatComesDuringTheSearchIsShownAndStandsAgainstIt()
    {
        test::OfficeRegister office;
        addLeader(office);
        const QUuid child = writeCase(office, true).first;
        ErasurePage page(*office.context, child);
        show(page);
        QThreadPool::globalInstance()->waitForDone(); // all is read, and nothing is shown yet
        QVERIFY(!page.plan());
        QVERIFY(office.reg
                    ->commit([&](Database& db) {
                        return erasureWork::hold(
                            db, office.reg->office().id, child, u"proceedings"_s, office.clock->now());
                    })
                    .result());
        auto* holds = page.findChild<HoldsCard*>();
        Q_EMIT holds->changed();
        QTRY_VERIFY(page.plan());
        QCOMPARE(page.plan()->refusals.size(), 1); // what was read before that is not shown at all
        QVERIFY(says(*holds, u"24/11/2026"_s));
        QVERIFY(!page.findChild<QPushButton*>(u"erase"_s)->isEnabled());
    }

    void everyFormThatSomebodyLeftHalfWrittenIsCalledByItsName()
    {
        test::OfficeRegister office;
        addLeader(office);
        const QUuid child = writeCase(office, true).first;
        const QStringList forms { u"import"_s, u"plan-start"_s, u"person"_s, u"person-new"_s, u"office-card"_s,
            u"signer"_s, u"intake"_s, u"incident-notice"_s, u"remark/2026-11"_s, u"task/2/2026"_s };
        QVERIFY(
            office.reg
                ->writeLocal([&](Database& db) -> Result<void> {
                    for (const QString& form : forms) {
                        const Draft draft { { form, {} }, office.clock->now(), { { u"text"_s, u"Em "_s + Name } }, {} };
                        if (auto done = drafts::keep(db, draft, office.reg->user()); !done)
                            return done;
                    }
                    return {};
                })
                .result());
        ErasurePage page(*office.context, child);
        show(page);
        QTRY_VERIFY(page.plan());
        for (const QString& form : forms) {
            const QString name = FormNames::of(*office.context, form);
            QVERIFY2(name != FormNames::tr("Another form"), qPrintable(form));
            QVERIFY2(says(page, name), qPrintable(name));
        }
    }

    void anotherOfficeConfirmsForItself()
    {
        test::OfficeRegister commune;
        test::OfficeRegister province(OfficeRole::Province, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s);
        for (auto [one, other] : { std::pair(&commune, &province), std::pair(&province, &commune) }) {
            const OfficeCard card = offices::ownCard(*other->reg).value();
            QVERIFY(offices::trust(*one->reg, OfficeCard::parse(card.toText()).value(), card.fingerprint()));
        }
        const QUuid leader = addLeader(commune);
        addLeader(province);
        const QUuid child = writeCase(commune, true).first;
        QVERIFY(erasureWork::carryOut(*commune.reg,
            { child, {}, u"125/QĐ-UBND"_s, QDate(2026, 11, 20), u"retention"_s, leader, commune.reg->user() }));
        const auto sealed = sealPackage(*commune.reg, u"22"_s, commune.home.path());
        QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().message));
        QVERIFY(receivePackages(*province.reg, { sealed->file }));

        ErasuresPage page(*province.context);
        show(page);
        QTRY_COMPARE(page.lines().size(), std::size_t(1));
        QVERIFY(!page.lines().front().erasure.inForce);
        QVERIFY(says(page, u"UBND"_s) || says(page, u"Ủy ban nhân dân xã Bình Liêu"_s));
        QVERIFY(says(page, u"BL-TE-014"_s) && says(page, u"two people of that office"_s));
        QCOMPARE(test::formFaults(&page), QStringList());
        page.confirm(page.lines().front()); // nobody has typed a passphrase
        typeKeys(page, HungWords, LanWords);
        Questions::setNextAnswer(Answer::Accept);
        page.confirm(page.lines().front());
        QTRY_VERIFY(page.lines().front().erasure.inForce);
        QVERIFY(page.message()->text().contains(u"125/QĐ-UBND"_s));
        QVERIFY(says(page, u"Here 08:05 24/11/2026: Nguyễn Văn Hùng"_s)); // who agreed here, and when
    }

    void whatIsBeingWorkedOnOrMustBeKeptIsNotErasedForAnotherOffice()
    {
        test::OfficeRegister commune;
        test::OfficeRegister province(OfficeRole::Province, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s);
        for (auto [one, other] : { std::pair(&commune, &province), std::pair(&province, &commune) }) {
            const OfficeCard card = offices::ownCard(*other->reg).value();
            QVERIFY(offices::trust(*one->reg, OfficeCard::parse(card.toText()).value(), card.fingerprint()));
        }
        const QUuid leader = addLeader(commune);
        const QUuid chief = addLeader(province);
        const QUuid child = writeCase(commune, true).first;
        QVERIFY(erasureWork::carryOut(*commune.reg,
            { child, {}, u"125/QĐ-UBND"_s, QDate(2026, 11, 20), u"retention"_s, leader, commune.reg->user() }));
        Record again = commune.reg->newRecord(kinds::Case);
        again.set(CaseFields::Child, child);
        again.set(CaseFields::Received, commune.clock->now());
        commune.store(again);
        const auto send = [&] {
            commune.clock->advance(60'000);
            const auto sealed = sealPackage(*commune.reg, u"22"_s, commune.home.path());
            QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().message));
            QVERIFY(receivePackages(*province.reg, { sealed->file }));
        };
        send();
        const auto open = [&] {
            return province.reg
                ->read([own = province.reg->office().id](Database& db) { return erasureWork::requests(db, own); })
                .result()
                .value();
        };
        QCOMPARE(open().size(), std::size_t(1));
        const EntryHash hash = open().front().hash;
        const auto confirm = [&] { return erasureWork::confirm(*province.reg, hash, chief, province.reg->user()); };
        auto refused = confirm();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        again = commune.reg->record(kinds::Case, again.id()).value();
        again.set(CaseFields::Closed, commune.clock->now());
        commune.store(again);
        send();
        const auto hold = [&](bool lift) {
            QVERIFY(province.reg
                        ->commit([&, lift](Database& db) {
                            return erasureWork::hold(
                                db, province.reg->office().id, child, u"inspection"_s, province.clock->now(), lift);
                        })
                        .result());
        };
        hold(false);
        refused = confirm();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QCOMPARE(open().size(), std::size_t(1));
        hold(true);
        const auto done = confirm();
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY(open().empty());
        AccessFilter looks;
        looks.records = { child };
        looks.act = AccessAct::Erased; // found in the list of this child's file
        QVERIFY(province.reg->writeAccess().result());
        QCOMPARE(province.reg->read([&](Database& db) { return accessChain::list(db, looks).value().size(); }).result(),
            std::size_t(1));
    }

    void aLostMachineIsReported()
    {
        test::OfficeRegister office;
        const QByteArray lost = office.reg->deviceId();
        const QString copy = office.home.filePath(u"máy mới"_s);
        const QString from = office.reg->folder();
        office.context.reset();
        office.reg.reset();
        QVERIFY(QDir().mkpath(copy));
        for (const QString& name : { u"register.db"_s, u"register.keys"_s })
            QVERIFY(QFile::copy(QDir(from).filePath(name), QDir(copy).filePath(name)));
        auto opened = Register::open(copy, LanWords, office.clock, KdfLimits::forTests());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        office.reg = std::move(*opened);
        office.context.reset(new WorkContext { *office.reg, office.catalogues, office.times });
        QVERIFY(office.reg->deviceId() != lost); // a copied folder is another machine

        DevicesPage page(*office.context);
        show(page);
        QTRY_COMPARE(page.shown().size(), std::size_t(2));
        QCOMPARE(page.shown().front().device, office.reg->deviceId());
        QCOMPARE(test::formFaults(&page), QStringList());
        Questions::setNextAnswer(Answer::Cancel);
        page.retire(page.shown().back());
        QVERIFY(!page.shown().back().retiredAt);
        Questions::setNextAnswer(Answer::Accept);
        page.retire(page.shown().back());
        QTRY_VERIFY(page.shown().back().retiredAt);
        QCOMPARE(page.shown().back().device, lost);
    }

    void whoMayNotDoesNotSeeTheWay()
    {
        test::OfficeRegister office;
        const QUuid child = writeCase(office, true).first;
        QVERIFY(people::add(*office.reg, { u"Trần Minh"_s, {}, Role::Officer }, HungWords));
        const QString folder = office.reg->folder();
        office.context.reset();
        office.reg.reset();
        auto opened = Register::open(folder, HungWords, office.clock, KdfLimits::forTests());
        QVERIFY(opened);
        office.reg = std::move(*opened);
        office.context.reset(new WorkContext { *office.reg, office.catalogues, office.times });
        ChildPage page(*office.context, child);
        page.show();
        QVERIFY(!page.findChild<QPushButton*>(u"eraseByDecision"_s));
    }
};

QTEST_MAIN(TestErasureJourney)
#include "tst_erasure_journey.moc"
