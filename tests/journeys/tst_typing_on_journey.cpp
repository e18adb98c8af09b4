// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+S in the middle of a sentence, and the sentence goes on while the disk is slow: nothing of it vanishes from the
// form, and the next save stores it as the officer's own.
#include "draft_journey.h"

#include "models/cases/case_file.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/assessment_form.h"
#include "ui/cases/case_page.h"
#include "ui/cases/child_card.h"
#include "ui/cases/intake_page.h"
#include "ui/cases/record_editor.h"
#include "ui/cases/step_form.h"
#include "ui/children/child_page.h"
#include "ui/drafts/form_draft.h"
#include "ui/incidents/notice_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPromise>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestTypingOnJourney : public test::DraftJourney
{
    Q_OBJECT

    /// Keeps the disk busy from now on, until goOn().
    void hold()
    {
        m_slow = std::make_unique<QPromise<void>>();
        m_slow->start();
        const auto wait = [future = m_slow->future()](Database&) mutable -> Result<void> {
            future.waitForFinished();
            return {};
        };
        QVERIFY(m_office->reg->writeLocal(wait).isStarted());
    }
    void goOn() { m_slow->finish(); }
    /// The register's file may not grow any more, or may again.
    void fill(bool full)
    {
        const auto set = [full](Database& database) {
            return database.run(full ? u"PRAGMA max_page_count = 1"_s : u"PRAGMA max_page_count = 1000000000"_s);
        };
        QVERIFY(m_office->reg->writeLocal(set).result());
    }
    [[nodiscard]] QString stored(const RecordKind& kind, QUuid id, const Field& field) const
    {
        return m_office->reg->record(kind, id).value().text(field);
    }

    std::unique_ptr<QPromise<void>> m_slow;

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init() { takeTheReport(); }
    void cleanup()
    {
        m_slow.reset();
        m_office.reset();
    }
    void aNoteGoesOnWhileItIsSaved();
    void whoSavesInTheMiddleOfANoteGoesOnThere();
    void aNoteThatWasClearedDuringTheSaveIsCleared();
    void aStepThatWasLeftWhileTypingStaysInFront();
    void form02GoesOnWhileItIsSaved();
    void theChildsDataGoOnWhileTheyAreSaved();
    void ctrlSSavesTheChildAndTheKeyboardStaysAtItsCard();
    void theNoticeOfALeakGoesOnWhileItIsSaved();
    void theFaultGoesWhenTheTextIsTakenBack();
};

void TestTypingOnJourney::aNoteGoesOnWhileItIsSaved()
{
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"verify"_s);
    QTRY_VERIFY(page.stepForm());
    StepForm* form = page.stepForm();
    FieldEditor* note = form->editor(CaseFields::Note);
    test::typeText(note->editor(), u"Đã gọi"_s);
    hold();
    form->save();
    test::typeText(note->editor(), u" trạm y tế"_s);
    goOn();
    QTRY_COMPARE(page.file()->file.text(CaseFields::Note), u"Đã gọi"_s); // the page shows what is stored
    QCOMPARE(note->raw(), u"Đã gọi trạm y tế"_s);
    test::typeText(note->editor(), u" xã"_s); // the cursor stands where it stood
    QCOMPARE(note->raw(), u"Đã gọi trạm y tế xã"_s);
    QTRY_VERIFY(kept().contains(u"trạm y tế xã"_s));
    form->save();
    QTRY_COMPARE(stored(kinds::Case, m_case, CaseFields::Note), u"Đã gọi trạm y tế xã"_s);
    QTRY_COMPARE(page.file()->file.text(CaseFields::Note), u"Đã gọi trạm y tế xã"_s);
    QVERIFY(page.file()->conflicts.empty()); // its own save is no other hand's
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestTypingOnJourney::whoSavesInTheMiddleOfANoteGoesOnThere()
{
    CasePage page(*m_office->context, m_case);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.showStep(u"verify"_s);
    QTRY_VERIFY(page.stepForm());
    auto* area = qobject_cast<QPlainTextEdit*>(page.stepForm()->editor(CaseFields::Note)->editor());
    const auto save = [&](const QString& wanted) {
        page.message()->clear();
        QTest::keyClick(area, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(page.file()->file.text(CaseFields::Note), wanted);
        QTRY_VERIFY(!page.stepForm()->draft()->isTouched());
    };
    test::typeText(area, u"Mất USB và"_s);
    save(u"Mất USB và"_s);
    test::typeText(area, u" sổ"_s); // behind what was saved, not before it
    QCOMPARE(area->toPlainText(), u"Mất USB và sổ"_s);
    // What is stored has no space at its end; who goes on stands there all the same.
    test::typeText(area, u" "_s);
    save(u"Mất USB và sổ"_s);
    test::typeText(area, u" tay"_s);
    QCOMPARE(area->toPlainText(), u"Mất USB và sổ tay"_s);
    // In the middle, too; and what was typed can still be taken back.
    QTextCursor cursor = area->textCursor();
    cursor.setPosition(3);
    area->setTextCursor(cursor);
    test::typeText(area, u" một"_s);
    save(u"Mất một USB và sổ tay"_s);
    QCOMPARE(area->textCursor().position(), 7);
    QVERIFY(area->document()->isUndoAvailable());
}

void TestTypingOnJourney::aNoteThatWasClearedDuringTheSaveIsCleared()
{
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"verify"_s);
    QTRY_VERIFY(page.stepForm());
    FieldEditor* note = page.stepForm()->editor(CaseFields::Note);
    test::typeText(note->editor(), u"Viết nhầm hồ sơ"_s);
    hold();
    page.stepForm()->save();
    qobject_cast<QPlainTextEdit*>(note->editor())->clear(); // as it was loaded
    goOn();
    QTRY_COMPARE(page.file()->file.text(CaseFields::Note), u"Viết nhầm hồ sơ"_s);
    QCOMPARE(note->raw(), QString());
    page.stepForm()->save();
    QTRY_COMPARE(stored(kinds::Case, m_case, CaseFields::Note), QString());
}

void TestTypingOnJourney::aStepThatWasLeftWhileTypingStaysInFront()
{
    CasePage page(*m_office->context, m_case);
    page.show();
    QTRY_COMPARE(page.shownStep(), u"intake"_s);
    StepForm* form = page.stepForm();
    FieldEditor* note = form->editor(CaseFields::Note);
    test::typeText(note->editor(), u"Hàng xóm"_s);
    hold();
    form->moveTo(u"initial"_s);
    test::typeText(note->editor(), u" gọi lại"_s);
    goOn();
    QTRY_COMPARE(page.file()->file.text(CaseFields::Step), u"initial"_s);
    QCOMPARE(page.shownStep(), u"intake"_s);
    QCOMPARE(note->raw(), u"Hàng xóm gọi lại"_s);
    QVERIFY(note->isVisibleTo(&page));
}

void TestTypingOnJourney::form02GoesOnWhileItIsSaved()
{
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"initial"_s);
    QTRY_VERIFY(page.file());
    AssessmentForm* form = page.assessmentForm();
    for (const Field* field : { &AssessmentFields::Harm, &AssessmentFields::Recurrence,
             &AssessmentFields::SelfProtection, &AssessmentFields::Support })
        form->setLevel(*field, u"medium"_s);
    auto* conclusion = qobject_cast<QComboBox*>(form->editor(AssessmentFields::Conclusion)->editor());
    conclusion->setCurrentIndex(conclusion->findData(u"medium"_s));
    FieldEditor* reason = form->editor(AssessmentFields::Reason);
    test::typeText(reason->editor(), u"Có vết bầm"_s);
    hold();
    form->save();
    test::typeText(reason->editor(), u" ở tay"_s);
    form->setLevel(AssessmentFields::Harm, u"high"_s);
    goOn();
    QTRY_VERIFY(page.file()->assessment);
    const QUuid id = page.file()->assessment->id();
    QCOMPARE(page.file()->assessment->text(AssessmentFields::Reason), u"Có vết bầm"_s);
    QCOMPARE(reason->raw(), u"Có vết bầm ở tay"_s);
    QVERIFY(form->isTouched());
    form->save();
    QTRY_COMPARE(stored(kinds::Assessment, id, AssessmentFields::Reason), u"Có vết bầm ở tay"_s); // no second Form 02
    QCOMPARE(stored(kinds::Assessment, id, AssessmentFields::Harm), u"high"_s);
    QTRY_VERIFY(!form->isTouched());
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestTypingOnJourney::theChildsDataGoOnWhileTheyAreSaved()
{
    CasePage page(*m_office->context, m_case);
    page.show();
    QTRY_VERIFY(page.file());
    ChildCard* card = page.childCard();
    card->setEditing(true);
    FieldEditor* school = card->childEditor()->editor(ChildFields::School);
    test::typeText(school->editor(), u"Tiểu học"_s);
    hold();
    card->save();
    test::typeText(school->editor(), u" Bình Liêu"_s);
    goOn();
    QTRY_COMPARE(page.file()->child->text(ChildFields::School), u"Tiểu học"_s);
    QVERIFY(card->isEditing());
    QCOMPARE(school->raw(), u"Tiểu học Bình Liêu"_s);
    card->save();
    QTRY_COMPARE(stored(kinds::Child, m_child, ChildFields::School), u"Tiểu học Bình Liêu"_s);
    QTRY_VERIFY(!card->isEditing());
    QTRY_COMPARE(page.file()->child->text(ChildFields::School), u"Tiểu học Bình Liêu"_s);
    QVERIFY(page.file()->conflicts.empty());
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestTypingOnJourney::ctrlSSavesTheChildAndTheKeyboardStaysAtItsCard()
{
    ChildPage page(*m_office->context, m_child);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto* card = page.findChild<ChildCard*>();
    auto* edit = page.findChild<QPushButton*>(u"editChild"_s);
    QTRY_VERIFY(!page.title().isEmpty()); // it was read
    edit->click();
    QWidget* school = card->childEditor()->editor(ChildFields::School)->editor();
    school->setFocus();
    test::typeText(school, u"Tiểu học"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(stored(kinds::Child, m_child, ChildFields::School), u"Tiểu học"_s);
    QTRY_VERIFY(!card->isEditing());
    QCOMPARE(QApplication::focusWidget(), edit); // not at what leads away from the page
    edit->click();
    auto* save = page.findChild<QPushButton*>(u"saveChild"_s);
    save->setFocus();
    save->click(); // with nothing changed
    QTRY_VERIFY(!card->isEditing());
    QCOMPARE(QApplication::focusWidget(), edit);
}

void TestTypingOnJourney::theNoticeOfALeakGoesOnWhileItIsSaved()
{
    Record leak = m_office->reg->newRecord(kinds::Incident);
    leak.set(IncidentFields::Found, std::optional<qint64>(m_office->clock->now()));
    leak.set(IncidentFields::Story, u"Mất USB"_s);
    m_office->store(leak);
    NoticePage page(*m_office->context, leak.id());
    page.show();
    FieldEditor* done = page.editor(IncidentFields::Done);
    QTRY_VERIFY(!page.editor(IncidentFields::NoticeStory)->raw().isEmpty()); // it was read
    test::typeText(done->editor(), u"Đã đổi mật khẩu"_s);
    hold();
    page.save();
    test::typeText(done->editor(), u" và báo tỉnh"_s);
    goOn();
    QTRY_VERIFY(!page.message()->text().isEmpty());
    QCOMPARE(stored(kinds::Incident, leak.id(), IncidentFields::Done), u"Đã đổi mật khẩu"_s);
    QCOMPARE(done->raw(), u"Đã đổi mật khẩu và báo tỉnh"_s);
    page.save();
    QTRY_COMPARE(stored(kinds::Incident, leak.id(), IncidentFields::Done), u"Đã đổi mật khẩu và báo tỉnh"_s);
    const auto conflicts = [id = leak.id()](
                               Database& database) { return caseFile::conflictsOf(database, kinds::Incident, id); };
    QVERIFY(m_office->reg->read(conflicts).result().value().empty());
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestTypingOnJourney::theFaultGoesWhenTheTextIsTakenBack()
{
    IntakePage page(*m_office->context);
    page.show();
    auto* summary = qobject_cast<QPlainTextEdit*>(page.editor(CaseFields::Summary)->editor());
    fill(true);
    summary->setPlainText(QString(200'000, u'ễ'));
    QTRY_VERIFY(offer(&page)); // "could not be kept"
    fill(false);
    summary->clear();
    QTRY_VERIFY(!offer(&page));
    QTRY_COMPARE(drafts(), size_t(0));
}

QTEST_MAIN(TestTypingOnJourney)
#include "tst_typing_on_journey.moc"
