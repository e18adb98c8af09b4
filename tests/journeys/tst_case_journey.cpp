// SPDX-License-Identifier: GPL-3.0-or-later
// From the call at night to the assessed case, with real windows: what is typed arrives, is found, and stays.
#include "models/drafts/draft.h"
#include "models/records/kinds.h"
#include "models/register/register.h"
#include "models/text/format.h"
#include "tests/support/wanted_register.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/assessment_form.h"
#include "ui/cases/case_page.h"
#include "ui/cases/cases_page.h"
#include "ui/cases/child_card.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/folded_section.h"
#include "ui/cases/history_card.h"
#include "ui/cases/intake_page.h"
#include "ui/cases/intake_side.h"
#include "ui/cases/record_editor.h"
#include "ui/cases/step_form.h"
#include "ui/children/child_page.h"
#include "ui/children/children_page.h"
#include "ui/shell/clock_question.h"
#include "ui/today/today_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
/// 08:05 on 24/11/2026, a Tuesday.
const UtcMs Morning = civil::at(QDate(2026, 11, 24), QTime(8, 5));

void choose(FieldEditor* editor, const QString& code)
{
    auto* box = qobject_cast<QComboBox*>(editor->editor());
    box->setCurrentIndex(box->findData(code));
}
} // namespace

class TestCaseJourney : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    int m_count = 0;
    std::shared_ptr<FixedClock> m_clock;
    std::optional<Catalogues> m_catalogues;
    std::optional<StatutoryClock> m_times;
    std::unique_ptr<Register> m_register;
    std::unique_ptr<WorkContext> m_context;
    QString m_folder;

    void makeContext() { m_context.reset(new WorkContext { *m_register, *m_catalogues, *m_times }); }
    /// Fills Mẫu 01 as it is typed after the call and saves it with Ctrl+Enter.
    QUuid takeReport(const QString& name = u"Tằng Mỹ Ánh"_s)
    {
        IntakePage page(*m_context);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page)) // shortcuts are for the active window
            return {};
        test::typeText(page.editor(CaseFields::Received), u"23:40 hôm qua"_s);
        test::typeText(page.editor(CaseFields::Summary), u"Hàng xóm nghe trẻ khóc, nhà cuối thôn Khe Lánh."_s);
        test::typeText(page.editor(ChildFields::Name), name);
        test::typeText(page.editor(ChildFields::Birth), u"khoảng 9 tuổi"_s);
        choose(page.editor(ChildFields::Sex), u"female"_s);
        test::typeText(page.editor(ChildFields::Village), u"Thôn Khe Lánh"_s);
        QSignalSpy saved(&page, &IntakePage::saved);
        QTest::keyClick(test::receiver(page.editor(ChildFields::Village)), Qt::Key_Return, Qt::ControlModifier);
        if (saved.isEmpty())
            saved.wait();
        return saved.isEmpty() ? QUuid() : saved.first().first().toUuid();
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
        auto catalogues = Catalogues::builtIn();
        QVERIFY(catalogues);
        m_catalogues = *catalogues;
        auto times = StatutoryClock::fromCatalogues(*m_catalogues);
        QVERIFY(times);
        m_times = *times;
    }
    void init()
    {
        m_folder = m_home.filePath(u"Sổ %1"_s.arg(++m_count));
        m_clock = std::make_shared<FixedClock>(Morning);
        NewRegister wanted = test::wantedRegister(m_folder);
        auto made = Register::create(wanted, m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_register = std::move(made->reg);
        makeContext();
    }
    void cleanup()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_context.reset();
        m_register.reset();
    }
    void aCallAtNightIsTypedInTheMorning();
    void withoutTimeOrLineNothingIsSaved();
    void aCallThatHasNotComeYetIsSaidWhereItIsTyped();
    void tabGoesThroughTheIntakeAsItIsRead();
    void theListFindsItWithoutTones();
    void form02NeedsAConclusionAndAReason();
    void form02FromTheIntakeToTheNextStep();
    void anEditShowsInTheHistoryAndIsTakenBack();
    void aDraftComesBackAfterTheLock();
    void aDecomposedPasteIsStoredComposed();
    void aKnownChildIsNotEnteredTwice();
    void aClockInDoubtIsAskedAboutBeforeTwelveHoursStart();
    void goingPastAStepAsksWhy();
    void whatWasToldStaysFoldedWhereTwoMachinesDiffer();
    void todayShowsTheClockWithoutTheName();
    void theChildHasItsCases();
    void everyControlHasAName();
};

void TestCaseJourney::aCallAtNightIsTypedInTheMorning()
{
    const QUuid id = takeReport();
    QVERIFY(!id.isNull());
    auto file = m_register->record(kinds::Case, id);
    QVERIFY(file);
    QCOMPARE(file->number(CaseFields::Received), std::optional<qint64>(civil::at(QDate(2026, 11, 23), QTime(23, 40))));
    QCOMPARE(file->text(CaseFields::FileCode), u"BL-2026-0001"_s);
    QCOMPARE(file->number(CaseFields::Age), std::optional<qint64>(9));
    auto child = m_register->record(kinds::Child, file->reference(CaseFields::Child));
    QVERIFY(child);
    QCOMPARE(child->text(ChildFields::Name), u"Tằng Mỹ Ánh"_s);
    QCOMPARE(child->text(ChildFields::Birth), u"~2017"_s);
}

void TestCaseJourney::aCallThatHasNotComeYetIsSaidWhereItIsTyped()
{
    IntakePage page(*m_context);
    page.show();
    FieldEditor* received = page.editor(CaseFields::Received);
    test::typeText(received, u"08:00 24/12/2026"_s);
    QVERIFY(!received->error().isEmpty());
    const auto* clock = page.findChild<TwelveHoursCard*>();
    QVERIFY2(!clock->text().contains(u"24/12"_s), "no hours run from a time that has not come");
    qobject_cast<QLineEdit*>(received->editor())->clear();
    test::typeText(received, u"23:40 hôm qua"_s);
    QCOMPARE(received->error(), QString());
    QVERIFY(clock->text().contains(u"23:40"_s));
}

void TestCaseJourney::tabGoesThroughTheIntakeAsItIsRead()
{
    IntakePage page(*m_context);
    page.resize(1100, 700);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto next = [] {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        return QApplication::focusWidget()->parentWidget();
    };
    page.editor(CaseFields::Received)->setFocus();
    for (const Field* field :
        { &CaseFields::Channel, &CaseFields::Source, &CaseFields::HotlineReceived, &CaseFields::Summary })
        QCOMPARE(next(), page.editor(*field));
    auto* reporter = page.findChild<FoldedSection*>();
    reporter->setOpen(true);
    reporter->findChild<QToolButton*>()->setFocus();
    for (const Field* field : { &CaseFields::ReporterName, &CaseFields::ReporterPhone, &CaseFields::ReporterAddress })
        QCOMPARE(next(), page.editor(*field));
}

void TestCaseJourney::withoutTimeOrLineNothingIsSaved()
{
    IntakePage page(*m_context);
    page.show();
    QSignalSpy saved(&page, &IntakePage::saved);
    page.save(true);
    QVERIFY(!page.editor(CaseFields::Received)->error().isEmpty());
    test::typeText(page.editor(CaseFields::Received), u"23:40 hôm qua"_s);
    page.save(true);
    QVERIFY(page.editor(CaseFields::Received)->error().isEmpty());
    QVERIFY(!page.editor(CaseFields::Summary)->error().isEmpty());
    QVERIFY(saved.isEmpty());
}

void TestCaseJourney::theListFindsItWithoutTones()
{
    const QUuid id = takeReport();
    QVERIFY(!takeReport(u"Nguyễn Đức Anh"_s).isNull());
    CasesPage page(*m_context);
    page.resize(1100, 700);
    page.show();
    QTRY_COMPARE(page.model()->rowCount(), 2);
    QSignalSpy wanted(&page, &CasesPage::caseWanted);
    auto* search = qobject_cast<SearchField*>(page.searchField());
    test::typeText(search, u"tang my"_s);
    QTest::keyClick(search, Qt::Key_Return); // at once: the answer has not come yet
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toUuid(), id);
    QCOMPARE(page.model()->rowCount(), 1);
    // Who goes on to another page meanwhile is not called back.
    search->clear();
    QTRY_COMPARE(page.model()->rowCount(), 2);
    test::typeText(search, u"duc anh"_s);
    QTest::keyClick(search, Qt::Key_Return);
    page.deactivated();
    QTRY_COMPARE(page.model()->rowCount(), 1);
    QTRY_VERIFY(page.model()->caseAt(0));
    QCOMPARE(wanted.size(), 1);
    search->clear();
    test::typeText(search, u"khong co ai"_s);
    QTRY_COMPARE(page.model()->rowCount(), 0);
}

void TestCaseJourney::form02NeedsAConclusionAndAReason()
{
    const QUuid id = takeReport();
    CasePage page(*m_context, id);
    page.showStep(u"initial"_s);
    page.show();
    QTRY_VERIFY(page.file());
    AssessmentForm* form = page.assessmentForm();
    form->save();
    QVERIFY(!form->editor(AssessmentFields::Conclusion)->error().isEmpty());
    choose(form->editor(AssessmentFields::Conclusion), u"high"_s);
    form->save();
    QVERIFY(!form->editor(AssessmentFields::Reason)->error().isEmpty());
}

void TestCaseJourney::form02FromTheIntakeToTheNextStep()
{
    const QUuid id = takeReport();
    CasePage page(*m_context, id);
    page.showStep(u"initial"_s);
    page.show();
    QTRY_VERIFY(page.file());
    AssessmentForm* form = page.assessmentForm();
    QVERIFY(form->isVisible());
    form->setLevel(AssessmentFields::Harm, u"high"_s);
    form->setLevel(AssessmentFields::Recurrence, u"medium"_s);
    form->setLevel(AssessmentFields::SelfProtection, u"low"_s);
    QVERIFY(form->suggestion().isEmpty());
    form->setLevel(AssessmentFields::Support, u"low"_s);
    QCOMPARE(form->suggestion(), u"high"_s);
    choose(form->editor(AssessmentFields::Conclusion), u"high"_s);
    test::typeText(form->editor(AssessmentFields::Reason), u"Cha còn ở cùng nhà"_s);
    form->save();
    QTRY_COMPARE(page.file()->row.step, u"verify"_s);
    QVERIFY(page.file()->assessment);
    QCOMPARE(page.file()->assessment->text(AssessmentFields::Reason), u"Cha còn ở cùng nhà"_s);
    QCOMPARE(page.file()->assessment->text(AssessmentFields::Harm), u"high"_s);
    QCOMPARE(page.file()->row.facts.emergency, EmergencyNeed::Needed);
    QTRY_COMPARE(page.shownStep(), u"verify"_s);
    // Who works by keyboard goes on in the form of the new step.
    QTRY_VERIFY(page.stepForm() && page.focusWidget() && page.stepForm()->isAncestorOf(page.focusWidget()));
    // The 12 hours go on until measures are decided.
    const auto urgent = m_times->mostUrgent(page.file()->row.facts, m_clock->now());
    QVERIFY(urgent);
    QCOMPARE(urgent->kind, ClockKind::EmergencyMeasures12h);
}

void TestCaseJourney::anEditShowsInTheHistoryAndIsTakenBack()
{
    const QUuid id = takeReport();
    CasePage page(*m_context, id);
    page.show();
    QTRY_VERIFY(page.file());
    m_clock->advance(60 * 1000);
    page.childCard()->setEditing(true);
    FieldEditor* village = page.childCard()->childEditor()->editor(ChildFields::Village);
    auto* line = qobject_cast<QLineEdit*>(village->editor());
    line->selectAll();
    test::typeText(village, u"Khu 2"_s);
    page.childCard()->save();
    QTRY_VERIFY(page.historyCard()->text().contains(u"Thôn Khe Lánh → Khu 2"_s));
    QVERIFY(page.historyCard()->text().contains(u"Hoàng Thị Lan"_s));
    QVERIFY(!page.childCard()->isEditing());
    // The narrative is not for the visitor at the desk.
    QVERIFY(!page.historyCard()->text().contains(u"Hàng xóm"_s));
    QPushButton* back = nullptr;
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->text() == CasePage::tr("Take it back"))
            back = button;
    QVERIFY(back);
    back->click();
    QTRY_COMPARE(page.file()->child->text(ChildFields::Village), u"Thôn Khe Lánh"_s);
}

void TestCaseJourney::aDraftComesBackAfterTheLock()
{
    {
        IntakePage page(*m_context);
        page.show();
        test::typeText(page.editor(CaseFields::Summary), u"Có tiếng khóc ở thôn Đồng Thanh"_s);
        test::typeText(page.editor(ChildFields::Name), u"Chíu Thị"_s);
        QTest::qWait(600); // half a second may be lost, not more
    } // nothing was saved: as after a crash
    m_context.reset();
    m_register.reset();
    auto again = Register::open(m_folder, Passphrase, m_clock, KdfLimits::forTests());
    QVERIFY(again);
    m_register = std::move(*again);
    makeContext();
    {
        IntakePage page(*m_context);
        page.show();
        auto* offer = page.findChild<MessageBar*>(u"draftOffer"_s);
        QTRY_VERIFY(offer->isVisibleTo(&page));
        QVERIFY(page.editor(CaseFields::Summary)->raw().isEmpty());
        offer->findChild<QPushButton*>(u"messageAction"_s)->click();
        QCOMPARE(page.editor(CaseFields::Summary)->raw(), u"Có tiếng khóc ở thôn Đồng Thanh"_s);
        QCOMPARE(page.editor(ChildFields::Name)->raw(), u"Chíu Thị"_s);
        test::typeText(page.editor(CaseFields::Received), u"07:30"_s);
        QSignalSpy saved(&page, &IntakePage::saved);
        page.save(false);
        QTRY_COMPARE(saved.size(), 1);
    }
    auto left = m_register->read([user = m_register->user()](Database& db) { return drafts::all(db, user); }).result();
    QVERIFY(left);
    QVERIFY(left->empty());
}

void TestCaseJourney::aDecomposedPasteIsStoredComposed()
{
    const QString composed = u"Nguyễn Thị Đào"_s;
    const QString decomposed = composed.normalized(QString::NormalizationForm_D);
    QVERIFY(composed != decomposed);
    IntakePage page(*m_context);
    page.show();
    test::typeText(page.editor(CaseFields::Received), u"07:30"_s);
    test::typeText(page.editor(CaseFields::Summary), u"Trẻ bị đánh"_s);
    QGuiApplication::clipboard()->setText(decomposed);
    qobject_cast<QLineEdit*>(page.editor(ChildFields::Name)->editor())->paste();
    QSignalSpy saved(&page, &IntakePage::saved);
    page.save(true);
    QTRY_COMPARE(saved.size(), 1);
    auto file = m_register->record(kinds::Case, saved.first().first().toUuid());
    QVERIFY(file);
    QCOMPARE(m_register->record(kinds::Child, file->reference(CaseFields::Child))->text(ChildFields::Name), composed);
}

void TestCaseJourney::aClockInDoubtIsAskedAboutBeforeTwelveHoursStart()
{
    QVERIFY(!takeReport().isNull());
    m_clock->advance(-24LL * 3600 * 1000); // behind what was written
    IntakePage page(*m_context);
    page.resize(1100, 700);
    page.show();
    auto* question = page.findChild<ClockQuestion*>();
    QTRY_VERIFY(question->isVisible());
    test::typeText(page.editor(CaseFields::Received), u"07:30"_s);
    test::typeText(page.editor(CaseFields::Summary), u"Trẻ bị đánh"_s);
    QSignalSpy saved(&page, &IntakePage::saved);
    page.save(true);
    QTRY_VERIFY(page.message()->text().contains(u"08:05"_s));
    QCOMPARE(page.message()->kind(), MessageBar::Kind::Error);
    QVERIFY(saved.isEmpty());
    QCOMPARE(page.editor(CaseFields::Summary)->raw(), u"Trẻ bị đánh"_s);
    QVERIFY(!question->isAncestorOf(page.focusWidget())); // who types on does not answer with a space
    QTest::keyClick(page.focusWidget(), Qt::Key_I, Qt::AltModifier);
    QTRY_VERIFY(!question->isVisible());
    QTRY_VERIFY(page.message()->text().isEmpty());
    page.save(true);
    QTRY_COMPARE(saved.size(), 1);
}

void TestCaseJourney::aKnownChildIsNotEnteredTwice()
{
    const QUuid first = takeReport();
    const QUuid child = m_register->record(kinds::Case, first)->reference(CaseFields::Child);
    IntakePage page(*m_context);
    page.resize(1100, 700);
    page.show();
    test::typeText(page.editor(CaseFields::Received), u"07:30"_s);
    test::typeText(page.editor(CaseFields::Summary), u"Lại bị đánh"_s);
    test::typeText(page.editor(ChildFields::Name), u"tang my"_s);
    QPushButton* same = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->accessibleName().contains(u"Tằng Mỹ Ánh"_s) && !same)
                same = button;
        return same != nullptr;
    }());
    same->click();
    QSignalSpy saved(&page, &IntakePage::saved);
    page.save(true);
    QTRY_COMPARE(saved.size(), 1);
    auto file = m_register->record(kinds::Case, saved.first().first().toUuid());
    QCOMPARE(file->reference(CaseFields::Child), child);
    QCOMPARE(m_register->record(kinds::Child, child)->text(ChildFields::Name), u"Tằng Mỹ Ánh"_s);
    auto children = m_register->read([](Database& db) { return childList::ids(db); }).result();
    QCOMPARE(children->size(), size_t(1));
}

void TestCaseJourney::whatWasToldStaysFoldedWhereTwoMachinesDiffer()
{
    FieldConflict told;
    told.kind = &kinds::Case;
    told.record = QUuid::createUuid();
    told.field = &CaseFields::Summary;
    told.sides = { { Value(u"Bố đánh"_s), Morning }, { Value(u"Chú đánh"_s), Morning } };
    FieldConflict place = told;
    place.field = &CaseFields::Environment;
    place.sides = { { Value(u"family"_s), Morning }, { Value(u"school"_s), Morning } };
    ConflictCard card(*m_context);
    card.setConflicts({ told, place });
    card.show();
    const auto shown = [&] {
        int count = 0;
        for (const QPushButton* button : card.findChildren<QPushButton*>())
            count += button->isVisible();
        return count;
    };
    QCOMPARE(shown(), 2); // of the environment
    card.findChild<FoldedSection*>()->setOpen(true);
    QCOMPARE(shown(), 4);
}

void TestCaseJourney::goingPastAStepAsksWhy()
{
    const QUuid id = takeReport();
    CasePage page(*m_context, id);
    page.show();
    QTRY_VERIFY(page.file());
    QTRY_VERIFY(page.stepForm());
    // A report that ends at once is no case that was closed: what came of it is asked for where it is typed.
    page.stepForm()->moveTo(u"closed"_s);
    auto* outcome = page.stepForm()->editor(CaseFields::Outcome);
    QVERIFY(!outcome->error().isEmpty());
    QVERIFY(!Questions::isOpen());
    outcome->setRaw(u"untrue"_s);
    Questions::setNextText(std::nullopt); // thinks better of it
    page.stepForm()->moveTo(u"closed"_s);
    QTest::qWait(50);
    QCOMPARE(m_register->record(kinds::Case, id)->text(CaseFields::Step), u"intake"_s);
    Questions::setNextText(u"Không đúng sự thật"_s);
    page.stepForm()->moveTo(u"closed"_s);
    QTRY_COMPARE(page.file()->row.step, u"closed"_s);
    QCOMPARE(m_register->record(kinds::Case, id)->text(CaseFields::StepReason), u"Không đúng sự thật"_s);
}

void TestCaseJourney::todayShowsTheClockWithoutTheName()
{
    TodayPage page(*m_context);
    page.show();
    QSignalSpy due(&page, &TodayPage::dueCountChanged);
    const QUuid id = takeReport();
    QTRY_VERIFY(!due.isEmpty() && due.last().first().toInt() == 1);
    for (const QLabel* label : page.findChildren<QLabel*>())
        QVERIFY2(!label->text().contains(u"Tằng"_s), qPrintable(label->text()));
    QSignalSpy wanted(&page, &TodayPage::caseWanted);
    auto* go = page.findChild<QPushButton*>(u"doNow"_s);
    QVERIFY(go);
    go->click();
    QCOMPARE(wanted.first().first().toUuid(), id);
}

void TestCaseJourney::theChildHasItsCases()
{
    QVERIFY(!takeReport().isNull());
    QVERIFY(!takeReport(u"Nguyễn Đức Anh"_s).isNull());
    ChildrenPage list(*m_context);
    list.resize(1100, 700);
    list.show();
    QTRY_COMPARE(list.model()->rowCount(), 2);
    QTRY_VERIFY(list.model()->childAt(0) && list.model()->childAt(1));
    // By given name: Anh before Ánh.
    QCOMPARE(list.model()->childAt(0)->name, u"Nguyễn Đức Anh"_s);
    ChildPage page(*m_context, list.model()->childAt(1)->id);
    page.show();
    QSignalSpy wanted(&page, &ChildPage::caseWanted);
    QPushButton* open = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->text() == u"BL-2026-0001"_s)
                open = button;
        return open != nullptr;
    }());
    open->click();
    QCOMPARE(wanted.size(), 1);
}

void TestCaseJourney::everyControlHasAName()
{
    const QUuid id = takeReport();
    IntakePage intake(*m_context);
    CasePage file(*m_context, id);
    CasesPage list(*m_context);
    ChildrenPage children(*m_context);
    TodayPage today(*m_context);
    for (Page* page : std::initializer_list<Page*> { &intake, &file, &list, &children, &today }) {
        page->resize(1150, 720);
        page->show();
        QTest::qWait(150);
        QCOMPARE(test::formFaults(page), QStringList());
    }
    file.showStep(u"initial"_s);
    QCOMPARE(test::formFaults(&file), QStringList());
    file.childCard()->setEditing(true);
    QCOMPARE(test::formFaults(&file), QStringList());
}

QTEST_MAIN(TestCaseJourney)
#include "tst_case_journey.moc"
