// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes back, after a lock or from the list of drafts, finds the form in which something was typed: of the right
// kind, on the right page, and after a lock without a question.
#include "draft_journey.h"

#include "models/drafts/draft_keeper.h"
#include "models/register/people.h"
#include "tests/ui/support/type_text.h"
#include "ui/activities/activities_page.h"
#include "ui/activities/session_editor.h"
#include "ui/cases/assessment_form.h"
#include "ui/cases/case_page.h"
#include "ui/cases/child_card.h"
#include "ui/cases/plan_start.h"
#include "ui/cases/record_editor.h"
#include "ui/cases/step_form.h"
#include "ui/children/child_page.h"
#include "ui/drafts/drafts_card.h"
#include "ui/drafts/form_draft.h"
#include "ui/imports/import_page.h"
#include "ui/province/board_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
/// What the column of a plan was taken as whose title is this one.
ColumnUse useOf(const ImportPage& page, const QString& title)
{
    for (const SheetColumn& column : page.plan()->sheets.front().second.columns)
        if (column.title == title)
            return column.use;
    return ColumnUse::Number;
}

/// Says that the column of the ethnic group is nothing that the program knows; the title of that column.
QString correctAColumn(ImportPage& page)
{
    const ColumnMap& map = page.plan()->sheets.front().second;
    const SheetColumn* column = map.find(ColumnUse::EthnicGroup);
    const QString title = column ? column->title : QString();
    auto* use = page.findChild<QComboBox*>(u"columnUse"_s);
    page.findChild<QTableView*>(u"columns"_s)->selectRow(column ? int(column - map.columns.data()) : 0);
    use->setCurrentIndex(use->findData(int(ColumnUse::Unknown)));
    Q_EMIT use->activated(use->currentIndex());
    return title;
}

/// The field of the question that stands open over a page.
QLineEdit* asked(const QWidget& page)
{
    const auto* dialog = page.findChild<QDialog*>();
    return dialog ? dialog->findChild<QLineEdit*>() : nullptr;
}
} // namespace

class TestReturnJourney : public test::DraftJourney
{
    Q_OBJECT

    /// The link of the only draft on the first screen, and the form to which it leads.
    std::pair<QString, QString> named()
    {
        DraftsCard card(*m_office->context);
        QSignalSpy wanted(&card, &DraftsCard::draftWanted);
        if (!QTest::qWaitFor([&card] { return !card.isHidden(); }))
            return {};
        auto* link = card.findChild<QPushButton*>();
        link->click();
        return { link->text(), wanted.front().front().toString() };
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init() { takeTheReport(); }
    void cleanup()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_office.reset();
    }
    void aPlannedSessionComesBackAsPlannedAndNotOfAYearAgo();
    void aFormOfAnotherSessionIsPutAsideForTheDraft();
    void afterASaveThatEndedBehindTheLockAnotherSessionIsAskedAbout();
    void aTaskThatWasShownIsChosenAgain();
    void anOfficerFindsTheReasonToKeepAFile();
    void correctedColumnsOfAnOldWorkbookComeBack();
    void anOldWorkbookThatIsGoneSaysSoAndKeepsTheCorrections();
    void theCorrectionsOfTwoWorkbooksStandBesideEachOther();
    void goingOnWithAWorkbookWaitsForTheOneThatIsBeingRead();
    void theStartOfThePlanComesBackAlsoAfterAWrongText();
    void storingTheStartOfThePlanLeavesTheStepsFormAlone();
    void unlockingGoesOnWithTheFormsOfACaseWithoutAsking();
    void unlockingGoesOnWithTheFormsOfAChildWithoutAsking();
    void theProvincesFirstScreenNamesThem();
};

void TestReturnJourney::aPlannedSessionComesBackAsPlannedAndNotOfAYearAgo()
{
    QJsonObject place;
    {
        ActivitiesPage page(*m_office->context);
        page.show();
        page.openNewSession(u"class-children"_s);
        test::typeText(page.findChild<QLineEdit*>(u"starts"_s), u"14:00 25/11"_s);
        place = page.place();
        flushDrafts(&page);
    }
    const auto [link, form] = named();
    QCOMPARE(form, u"session-plan/class-children"_s);
    QVERIFY(link.contains(m_office->context->title("session-types"_L1, u"class-children"_s)));
    reopen();
    ActivitiesPage page(*m_office->context);
    page.show();
    page.returnTo(place);
    QTRY_VERIFY(page.findChild<QLineEdit*>(u"starts"_s)->text().startsWith(u"14:00 25/11"_s));
    QVERIFY(!offer(&page)); // the person comes back and is not asked
    auto* editor = page.findChild<SessionEditor*>();
    QSignalSpy saved(editor, &SessionEditor::saved);
    editor->save();
    QTRY_COMPARE(saved.size(), 1);
    const auto session = m_office->reg->record(kinds::Session, saved.front().front().toUuid());
    QVERIFY(session);
    QCOMPARE(session->number(SessionFields::Starts), std::optional<qint64>(civil::at({ 2026, 11, 25 }, { 14, 0 })));
    QCOMPARE(session->text(SessionFields::State), u"planned"_s);
    QCOMPARE(session->text(SessionFields::Type), u"class-children"_s);
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestReturnJourney::aFormOfAnotherSessionIsPutAsideForTheDraft()
{
    ActivitiesPage page(*m_office->context);
    page.show();
    page.openNewSession(u"class-children"_s);
    auto* title = page.findChild<QLineEdit*>(u"title"_s);
    test::typeText(title, u"An toàn trên mạng"_s);
    page.goOnWithNewSession(); // the link of another draft
    QCOMPARE(title->text(), QString());
    QTRY_COMPARE(drafts(), size_t(1));
    page.goOnWithNewSession(u"class-children"_s);
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QCOMPARE(title->text(), u"An toàn trên mạng"_s);
}

void TestReturnJourney::afterASaveThatEndedBehindTheLockAnotherSessionIsAskedAbout()
{
    QList<QUuid> sessions;
    for (const QString& title : { u"An toàn trên mạng"_s, u"Đuối nước"_s }) {
        Record session = m_office->reg->newRecord(kinds::Session);
        session.set(SessionFields::Title, title);
        m_office->store(session);
        sessions.append(session.id());
    }
    leave({ u"session"_s, sessions.at(1) }); // an old one, half written and forgotten
    ActivitiesPage page(*m_office->context);
    page.show();
    // As locked while the save was on its way: the place tells of a draft that went with the save.
    page.returnTo({ { u"view"_s, u"sessions"_s }, { u"session"_s, sessions.at(0).toString(QUuid::WithoutBraces) },
        { u"draft"_s, true } });
    auto* title = page.findChild<QLineEdit*>(u"title"_s);
    QTRY_COMPARE(title->text(), u"An toàn trên mạng"_s);
    QTest::qWait(DraftKeeper::KeepAfterMs);
    page.openSession(sessions.at(1));
    QTRY_COMPARE(title->text(), u"Đuối nước"_s);
    QTRY_VERIFY(offer(&page));
    QVERIFY(page.findChild<QPlainTextEdit*>(u"note"_s)->toPlainText().isEmpty());
}

void TestReturnJourney::aTaskThatWasShownIsChosenAgain()
{
    const auto chosen = [](const ActivitiesPage& page) { return page.place().value("task"_L1).toString(); };
    QJsonObject place;
    {
        ActivitiesPage page(*m_office->context);
        page.show();
        page.activated();
        page.showTasks(u"2.d"_s); // before the tasks were read, as from the list of drafts
        QTRY_COMPARE(chosen(page), u"2.d"_s);
        place = page.place();
    }
    ActivitiesPage page(*m_office->context);
    page.show();
    page.activated();
    page.returnTo(place);
    QTRY_COMPARE(chosen(page), u"2.d"_s);
}

void TestReturnJourney::anOfficerFindsTheReasonToKeepAFile()
{
    QVERIFY(people::add(*m_office->reg, { u"Trần Minh"_s, {}, Role::Officer }, test::MinhWords));
    reopen(test::MinhWords);
    leave({ u"hold"_s, m_child });
    QCOMPARE(named().second, u"hold"_s);
}

void TestReturnJourney::correctedColumnsOfAnOldWorkbookComeBack()
{
    QJsonObject place;
    QString title;
    {
        ImportPage page(*m_office->context);
        page.show();
        page.preview(QStringLiteral(MAIAM_FIXTURES) + u"/so-theo-doi-mau.xlsx"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page.plan(), 30000);
        QTest::qWait(2 * DraftKeeper::KeepAfterMs);
        QCOMPARE(drafts(), size_t(0)); // it was only looked at
        title = correctAColumn(page);
        QVERIFY(!title.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(useOf(page, title), ColumnUse::Unknown, 30000);
        QTRY_COMPARE(drafts(), size_t(1));
        place = page.place();
    } // the power is gone
    reopen();
    QCOMPARE(named().second, u"import"_s);
    {
        ImportPage page(*m_office->context);
        page.show();
        QTRY_VERIFY(offer(&page));
        take(offer(&page));
        QTRY_VERIFY_WITH_TIMEOUT(page.plan(), 30000);
        QCOMPARE(useOf(page, title), ColumnUse::Unknown);
    }
    ImportPage page(*m_office->context); // and after a lock it is there without a question
    page.show();
    page.returnTo(place);
    QTRY_VERIFY_WITH_TIMEOUT(page.plan(), 30000);
    QCOMPARE(useOf(page, title), ColumnUse::Unknown);
    QVERIFY(!offer(&page));
    QSignalSpy imported(&page, &ImportPage::imported);
    page.run();
    QTRY_COMPARE_WITH_TIMEOUT(imported.size(), 1, 60000);
    QTRY_COMPARE(drafts(), size_t(0));
    ImportPage last(*m_office->context);
    last.show();
    last.returnTo(page.place());
    QTRY_VERIFY_WITH_TIMEOUT(last.plan(), 30000);
    QCOMPARE(useOf(last, title), ColumnUse::Unknown); // what was taken in is shown as it was taken in
    QTest::qWait(2 * DraftKeeper::KeepAfterMs);
    QCOMPARE(drafts(), size_t(0));
}

void TestReturnJourney::anOldWorkbookThatIsGoneSaysSoAndKeepsTheCorrections()
{
    const QString file = m_office->home.filePath(u"sổ cũ.xlsx"_s);
    QVERIFY(QFile::copy(QStringLiteral(MAIAM_FIXTURES) + u"/so-theo-doi-mau.xlsx"_s, file));
    {
        ImportPage page(*m_office->context);
        page.show();
        page.preview(file);
        QTRY_VERIFY_WITH_TIMEOUT(page.plan(), 30000);
        correctAColumn(page);
        QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 30000);
    }
    QVERIFY(QFile::rename(file, file + u".bak"_s));
    ImportPage page(*m_office->context);
    page.show();
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QTRY_VERIFY(!page.message()->text().isEmpty());
    QVERIFY(!page.plan());
    QTest::qWait(2 * DraftKeeper::KeepAfterMs);
    QCOMPARE(drafts(), size_t(1));
}

void TestReturnJourney::theCorrectionsOfTwoWorkbooksStandBesideEachOther()
{
    const QString sample = QStringLiteral(MAIAM_FIXTURES) + u"/so-theo-doi-mau.xlsx"_s;
    const QString other = m_office->home.filePath(u"sổ xã cũ.xlsx"_s);
    QVERIFY(QFile::copy(sample, other));
    ImportPage page(*m_office->context);
    page.show();
    for (const QString& file : { sample, other }) {
        const ImportPlan* before = page.plan();
        page.preview(file);
        QTRY_VERIFY_WITH_TIMEOUT(page.plan() != before, 30000);
        const QString title = correctAColumn(page);
        QTRY_COMPARE_WITH_TIMEOUT(useOf(page, title), ColumnUse::Unknown, 30000);
    }
    QTRY_COMPARE(drafts(), size_t(2));
    QVERIFY(kept().contains(sample) && kept().contains(other));
    QTRY_VERIFY(offer(&page)); // the first one waits for an answer
    const ImportPlan* before = page.plan();
    take(offer(&page));
    QTRY_VERIFY_WITH_TIMEOUT(page.plan() != before, 30000);
    QCOMPARE(page.place().value("file"_L1).toString(), sample);
    QTest::qWait(2 * DraftKeeper::KeepAfterMs);
    QCOMPARE(drafts(), size_t(2));
}

void TestReturnJourney::goingOnWithAWorkbookWaitsForTheOneThatIsBeingRead()
{
    const QString sample = QStringLiteral(MAIAM_FIXTURES) + u"/so-theo-doi-mau.xlsx"_s;
    const QString other = m_office->home.filePath(u"sổ xã cũ.xlsx"_s);
    QVERIFY(QFile::copy(sample, other));
    QString title;
    {
        ImportPage page(*m_office->context);
        page.show();
        page.preview(sample);
        QTRY_VERIFY_WITH_TIMEOUT(page.plan(), 30000);
        title = correctAColumn(page);
        QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 30000);
    }
    ImportPage page(*m_office->context);
    page.show();
    QTRY_VERIFY(offer(&page));
    page.preview(other);
    take(offer(&page)); // while it is being read
    QTRY_VERIFY_WITH_TIMEOUT(page.plan() && useOf(page, title) == ColumnUse::Unknown, 60000);
    QCOMPARE(page.place().value("file"_L1).toString(), sample);
    QCOMPARE(page.place().value("draft"_L1).toBool(), true);
    QTest::qWait(2 * DraftKeeper::KeepAfterMs);
    QCOMPARE(drafts(), size_t(1));
}

void TestReturnJourney::theStartOfThePlanComesBackAlsoAfterAWrongText()
{
    m_office->clock->advance(3600'000);
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        QTRY_VERIFY(page.file());
        auto* start = page.findChild<PlanStart*>();
        Questions::setNextText(u"hôm nào đó"_s);
        start->ask();
        QVERIFY(!page.message()->text().isEmpty());
        start->ask(); // again: what was typed stands there and need not be typed anew
        QTRY_VERIFY(asked(page));
        QCOMPARE(asked(page)->text(), u"hôm nào đó"_s);
        asked(page)->clear();
        test::typeText(asked(page), u"08:30 24/11"_s);
        QTRY_VERIFY(kept().contains(u"08:30"_s));
        Questions::cancelAll(); // as on locking
    }
    reopen();
    const auto [link, form] = named();
    QCOMPARE(form, u"plan-start"_s);
    QVERIFY(link.contains(u"BL-2026-0001"_s));
    CasePage page(*m_office->context, m_case);
    page.show();
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QTRY_VERIFY(asked(page));
    QVERIFY(asked(page)->text().startsWith(u"08:30 24/11"_s));
    page.findChild<QDialog*>()->findChildren<QPushButton*>().front()->click();
    const auto start = [this] { return m_office->reg->record(kinds::Case, m_case)->number(CaseFields::PlanStart); };
    QTRY_COMPARE(start(), std::optional<qint64>(civil::at({ 2026, 11, 24 }, { 8, 30 })));
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestReturnJourney::storingTheStartOfThePlanLeavesTheStepsFormAlone()
{
    m_office->clock->advance(3600'000);
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"verify"_s);
    QTRY_VERIFY(page.stepForm());
    test::typeText(page.stepForm()->editor(CaseFields::Note), u"Đang viết dở"_s);
    Questions::setNextText(u"08:30 24/11/2026"_s);
    page.findChild<PlanStart*>()->ask();
    QTRY_VERIFY(page.file()->file.has(CaseFields::PlanStart));
    QCOMPARE(page.stepForm()->editor(CaseFields::Note)->raw(), u"Đang viết dở"_s);
    page.stepForm()->save();
    QTRY_COMPARE(m_office->reg->record(kinds::Case, m_case).value().text(CaseFields::Note), u"Đang viết dở"_s);
    QVERIFY(!m_office->reg->record(kinds::Case, m_case).value().state().conflicting);
}

void TestReturnJourney::unlockingGoesOnWithTheFormsOfACaseWithoutAsking()
{
    QJsonObject place;
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        page.showStep(u"verify"_s);
        QTRY_VERIFY(page.stepForm());
        test::typeText(page.stepForm()->editor(CaseFields::Note), u"Đã gọi trạm y tế"_s);
        page.childCard()->setEditing(true);
        test::typeText(page.childCard()->childEditor()->editor(ChildFields::School), u"Tiểu học Bình Liêu"_s);
        page.findChild<PlanStart*>()->ask();
        QTRY_VERIFY(asked(page));
        asked(page)->clear();
        test::typeText(asked(page), u"08:05 24/11"_s);
        flushDrafts(&page);
        place = page.place();
        Questions::cancelAll();
    }
    reopen();
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        page.returnTo(place);
        QTRY_VERIFY(page.stepForm());
        QTRY_COMPARE(page.stepForm()->editor(CaseFields::Note)->raw(), u"Đã gọi trạm y tế"_s);
        QTRY_VERIFY(page.childCard()->isEditing());
        const FieldEditor* school = page.childCard()->childEditor()->editor(ChildFields::School);
        QCOMPARE(school->raw(), u"Tiểu học Bình Liêu"_s);
        QTRY_VERIFY(asked(page)); // the question stood open
        QVERIFY(asked(page)->text().startsWith(u"08:05 24/11"_s));
        QVERIFY(!offer(&page));
        page.showStep(u"initial"_s);
        page.assessmentForm()->setLevel(AssessmentFields::Harm, u"high"_s);
        flushDrafts(&page);
        place = page.place();
        Questions::cancelAll();
    }
    reopen();
    CasePage page(*m_office->context, m_case);
    page.show();
    page.returnTo(place);
    QTRY_VERIFY(page.assessmentForm()->isTouched());
    QVERIFY(!offer(page.assessmentForm()));
    Questions::cancelAll();
}

void TestReturnJourney::unlockingGoesOnWithTheFormsOfAChildWithoutAsking()
{
    QJsonObject place;
    {
        ChildPage page(*m_office->context, m_child);
        page.show();
        QTRY_VERIFY(page.title() == u"Tằng Mỹ Ánh"_s);
        page.childCard()->setEditing(true);
        test::typeText(page.childCard()->childEditor()->editor(ChildFields::School), u"Tiểu học Bình Liêu"_s);
        for (const auto& [field, code] :
            { std::pair(u"holdGround"_s, u"proceedings"_s), std::pair(u"restrictionGround"_s, u"carer"_s) })
            test::choiceOf(page, field)->setCurrentIndex(test::choiceOf(page, field)->findData(code));
        flushDrafts(&page);
        place = page.place();
    }
    reopen();
    ChildPage page(*m_office->context, m_child);
    page.show();
    page.returnTo(place);
    QTRY_VERIFY(page.childCard()->isEditing());
    QCOMPARE(page.childCard()->childEditor()->editor(ChildFields::School)->raw(), u"Tiểu học Bình Liêu"_s);
    QTRY_COMPARE(page.findChild<FieldEditor*>(u"holdGround"_s)->raw(), u"proceedings"_s);
    QTRY_COMPARE(page.findChild<FieldEditor*>(u"restrictionGround"_s)->raw(), u"carer"_s);
    QVERIFY(!offer(&page));
}

void TestReturnJourney::theProvincesFirstScreenNamesThem()
{
    const test::OfficeRegister province(OfficeRole::Province, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s);
    BoardPage page(*province.context);
    page.show();
    page.activated();
    auto* card = page.findChild<DraftsCard*>();
    QVERIFY(card && card->isHidden());
    const auto keep = [user = province.reg->user()](Database& database) {
        return drafts::keep(database, { { u"office-card"_s, {} }, 1, { { u"fingerprint"_s, u"12345"_s } }, {} }, user);
    };
    QVERIFY(province.reg->writeLocal(keep).result());
    page.activated(); // somebody comes back from the page where it was typed
    QTRY_VERIFY(!card->isHidden());
    QSignalSpy wanted(&page, &BoardPage::draftWanted);
    card->findChild<QPushButton*>()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toString(), u"office-card"_s);
}

QTEST_MAIN(TestReturnJourney)
#include "tst_return_journey.moc"
