// SPDX-License-Identifier: GPL-3.0-or-later
// Half a form is typed, then the power goes or the register locks itself: it is offered again, the half word included.
#include "draft_journey.h"

#include "models/exchange/offices.h"
#include "models/records/kinds.h"
#include "models/register/people.h"
#include "models/reports/remark.h"
#include "models/reports/report_office.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/type_text.h"
#include "ui/activities/activities_page.h"
#include "ui/cases/assessment_form.h"
#include "ui/cases/case_page.h"
#include "ui/cases/child_card.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/cases/record_editor.h"
#include "ui/cases/step_form.h"
#include "ui/children/child_page.h"
#include "ui/drafts/drafts_card.h"
#include "ui/drafts/form_draft.h"
#include "ui/erasure/erasure_page.h"
#include "ui/erasure/holds_card.h"
#include "ui/exchange/exchange_page.h"
#include "ui/people/person_page.h"
#include "ui/people/role_chooser.h"
#include "ui/reports/report_page.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/settings_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using test::choiceOf;
using test::MinhWords;

class TestDraftJourney : public test::DraftJourney
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init() { takeTheReport(); }
    void cleanup() { m_office.reset(); }
    void aHalfWordSurvivesAPowerCut();
    void aDraftThatIsNotKeptIsNotTakenForASaveThatFailed();
    void aStepsFormComesBackWithItsSection();
    void savingAStepLeavesNoDraft();
    void form02ComesBack();
    void theChildsDataComesBack();
    void aSessionComesBack();
    void remarksComeBack();
    void theFirstScreenNamesThem();
    void leavingAPageKeepsWhatWasTyped();
    void theDecisionToEraseComesBackButNoPassphrase();
    void aReasonToKeepAFileComesBack();
    void aPersonBeingAddedComesBackButNeverThePassphrase();
    void aPersonBeingChangedComesBack();
    void theNumbersOfAnotherOfficesCardComeBackWithTheCard();
    void theSignerComesBack();
    void whoOnlyAdministersFindsTheOwnDraftsAndNoOthers();
    void olderDraftsAreCountedAndCanBeSeen();
};

void TestDraftJourney::aHalfWordSurvivesAPowerCut()
{
    {
        IntakePage page(*m_office->context);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        test::typeText(page.editor(CaseFields::Summary), u"Có tiếng khóc ở "_s);
        test::composeText(page.editor(CaseFields::Summary), u"Đồng"_s); // the word is not finished
        test::typeText(page.editor(ChildFields::Name), u"Chíu"_s);
        test::composeText(page.editor(ChildFields::Name), u"Thị"_s);
        QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 2000);
        QTest::qWait(500); // half a second may be lost, not more
    } // nothing was committed or flushed
    reopen();
    IntakePage page(*m_office->context);
    page.show();
    QTRY_VERIFY(offer(&page));
    QVERIFY(offer(&page)->text().contains(u"08:05"_s));
    QVERIFY(page.editor(ChildFields::Name)->raw().isEmpty());
    take(offer(&page));
    QCOMPARE(page.focusWidget(), page.editor(CaseFields::Summary)->editor()); // where the draft begins
    QCOMPARE(page.editor(ChildFields::Name)->raw(), u"ChíuThị"_s);
    QVERIFY(page.editor(CaseFields::Summary)->raw().startsWith(u"Có tiếng khóc ở"_s));
}

void TestDraftJourney::aDraftThatIsNotKeptIsNotTakenForASaveThatFailed()
{
    const auto rename = [this](const QString& table, const QString& to) {
        const QString sql = u"ALTER TABLE %1 RENAME TO %2"_s.arg(table, to);
        return m_office->reg->writeLocal([sql](Database& database) { return database.run(sql); }).result().has_value();
    };
    IntakePage page(*m_office->context);
    page.show();
    test::typeText(page.editor(CaseFields::Summary), u"Có tiếng khóc"_s);
    QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 2000);
    QVERIFY(rename(u"draft"_s, u"away"_s));
    test::typeText(page.editor(CaseFields::Summary), u" ở thôn Khe"_s);
    QTRY_VERIFY(offer(&page));
    QVERIFY2(offer(&page)->text().startsWith(u"The draft is not kept yet: "_s), qPrintable(offer(&page)->text()));
    QVERIFY(rename(u"away"_s, u"draft"_s));
}

void TestDraftJourney::aStepsFormComesBackWithItsSection()
{
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        page.showStep(u"verify"_s);
        QTRY_VERIFY(page.stepForm());
        test::typeText(page.stepForm()->editor(CaseFields::Note), u"Đã gọi trạm y tế"_s);
        test::typeText(page.stepForm()->editor(CaseFields::SuspectName), u"Người lạ"_s);
        flushDrafts(&page);
    }
    reopen();
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"verify"_s);
    QTRY_VERIFY(page.stepForm() && offer(page.stepForm()));
    take(offer(page.stepForm()));
    QCOMPARE(page.stepForm()->editor(CaseFields::Note)->raw(), u"Đã gọi trạm y tế"_s);
    QVERIFY(page.stepForm()->editor(CaseFields::SuspectName)->isVisibleTo(&page)); // nothing is saved unseen
    page.stepForm()->save();
    QTRY_COMPARE(m_office->reg->record(kinds::Case, m_case).value().text(CaseFields::Note), u"Đã gọi trạm y tế"_s);
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestDraftJourney::savingAStepLeavesNoDraft()
{
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"verify"_s);
    QTRY_VERIFY(page.stepForm());
    test::typeText(page.stepForm()->editor(CaseFields::Note), u"Đã xác minh"_s);
    QTRY_COMPARE(drafts(), size_t(1));
    page.stepForm()->save();
    QTRY_COMPARE(drafts(), size_t(0));
    QTest::qWait(2 * DraftKeeper::KeepAfterMs);
    QCOMPARE(drafts(), size_t(0));
}

void TestDraftJourney::form02ComesBack()
{
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        page.showStep(u"initial"_s);
        QTRY_VERIFY(page.file());
        page.assessmentForm()->setLevel(AssessmentFields::Harm, u"high"_s);
        test::typeText(page.assessmentForm()->editor(AssessmentFields::Reason), u"Có vết bầm"_s);
        flushDrafts(&page);
    }
    reopen();
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"initial"_s);
    QTRY_VERIFY(offer(page.assessmentForm()));
    take(offer(page.assessmentForm()));
    QCOMPARE(page.assessmentForm()->editor(AssessmentFields::Reason)->raw(), u"Có vết bầm"_s);
    for (const Field* field :
        { &AssessmentFields::Recurrence, &AssessmentFields::SelfProtection, &AssessmentFields::Support })
        page.assessmentForm()->setLevel(*field, u"high"_s);
    QVERIFY(!page.assessmentForm()->suggestion().isEmpty()); // the fourth level came back too
}

void TestDraftJourney::theChildsDataComesBack()
{
    {
        ChildPage page(*m_office->context, m_child);
        page.show();
        QTRY_VERIFY(page.title() == u"Tằng Mỹ Ánh"_s);
        page.childCard()->setEditing(true);
        test::typeText(page.childCard()->childEditor()->editor(ChildFields::School), u"Tiểu học Bình Liêu"_s);
        flushDrafts(&page);
    }
    reopen();
    ChildPage page(*m_office->context, m_child);
    page.show();
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QVERIFY(page.childCard()->isEditing());
    QCOMPARE(page.childCard()->childEditor()->editor(ChildFields::School)->raw(), u"Tiểu học Bình Liêu"_s);
    page.childCard()->save();
    QTRY_COMPARE(
        m_office->reg->record(kinds::Child, m_child).value().text(ChildFields::School), u"Tiểu học Bình Liêu"_s);
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestDraftJourney::aSessionComesBack()
{
    {
        ActivitiesPage page(*m_office->context);
        page.show();
        page.openNewSession();
        test::typeText(page.findChild<QLineEdit*>(u"title"_s), u"Kỹ năng tự bảo vệ"_s);
        test::typeText(page.findChild<QLineEdit*>(u"male"_s), u"12"_s);
        flushDrafts(&page);
    }
    reopen();
    ActivitiesPage page(*m_office->context);
    page.show();
    page.openNewSession();
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QCOMPARE(page.findChild<QLineEdit*>(u"title"_s)->text(), u"Kỹ năng tự bảo vệ"_s);
    QCOMPARE(page.findChild<QLineEdit*>(u"male"_s)->text(), u"12"_s);
}

void TestDraftJourney::remarksComeBack()
{
    {
        ReportPage page(*m_office->context);
        page.show();
        page.activated();
        QTRY_VERIFY(page.figures());
        test::typeText(page.findChild<QPlainTextEdit*>(u"remark"_s), u"Trong tháng có mưa lũ"_s);
        flushDrafts(&page);
    } // before the remarks were stored by themselves
    reopen();
    ReportPage page(*m_office->context);
    page.show();
    page.activated();
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QCOMPARE(page.findChild<QPlainTextEdit*>(u"remark"_s)->toPlainText(), u"Trong tháng có mưa lũ"_s);
    page.deactivated();
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestDraftJourney::theFirstScreenNamesThem()
{
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        page.showStep(u"verify"_s);
        QTRY_VERIFY(page.stepForm());
        test::typeText(page.stepForm()->editor(CaseFields::Note), u"Đã gọi"_s);
        flushDrafts(&page);
    }
    DraftsCard card(*m_office->context);
    QSignalSpy wanted(&card, &DraftsCard::draftWanted);
    QTRY_VERIFY(!card.isHidden());
    const auto links = card.findChildren<QPushButton*>();
    QCOMPARE(links.size(), 1);
    QVERIFY(links.front()->text().contains(u"BL-2026-0001"_s));
    QVERIFY(!links.front()->text().contains(u"Ánh"_s));
    links.front()->click();
    QCOMPARE(wanted.front().at(0).toString(), u"step/verify"_s);
    QCOMPARE(wanted.front().at(1).toUuid(), m_case);
}

void TestDraftJourney::leavingAPageKeepsWhatWasTyped()
{
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        page.showStep(u"verify"_s);
        QTRY_VERIFY(page.stepForm());
        test::typeText(page.stepForm()->editor(CaseFields::Note), u"Đang viết dở"_s);
        flushDrafts(&page);
    }
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"verify"_s);
    QTRY_VERIFY(page.stepForm() && offer(page.stepForm()));
}

void TestDraftJourney::theDecisionToEraseComesBackButNoPassphrase()
{
    closeTheCase();
    QVERIFY(people::add(*m_office->reg, { u"Nguyễn Văn Hùng"_s, u"Chủ tịch"_s, Role::Leader }, MinhWords));
    {
        ErasurePage page(*m_office->context, m_child);
        page.show();
        page.activated();
        QTRY_VERIFY(page.plan());
        test::typeText(page.findChild<FieldEditor*>(u"decision"_s)->editor(), u"125/QĐ-UBND"_s);
        test::typeText(page.findChild<FieldEditor*>(u"decided"_s)->editor(), u"20/11/2026"_s);
        choiceOf(page, u"ground"_s)->setCurrentIndex(choiceOf(page, u"ground"_s)->findData(u"retention"_s));
        page.findChild<QCheckBox*>(u"suspect"_s)->setChecked(false);
        page.findChild<PassphraseField*>(u"leaderWords"_s)->setText(MinhWords);
        QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 2000);
        QTest::qWait(500);
    } // the power is gone
    reopen();
    QVERIFY(kept().contains(u"125/QĐ-UBND"_s));
    QVERIFY(!kept().contains(MinhWords));
    ErasurePage page(*m_office->context, m_child);
    page.show();
    page.activated();
    QTRY_VERIFY(offer(&page) && page.plan());
    take(offer(&page));
    QCOMPARE(page.findChild<FieldEditor*>(u"decision"_s)->raw(), u"125/QĐ-UBND"_s);
    QCOMPARE(page.findChild<FieldEditor*>(u"decided"_s)->raw(), u"20/11/2026"_s);
    QCOMPARE(page.findChild<FieldEditor*>(u"ground"_s)->raw(), u"retention"_s);
    QVERIFY(!page.findChild<QCheckBox*>(u"suspect"_s)->isChecked());
    QVERIFY(page.findChild<PassphraseField*>(u"leaderWords"_s)->text().isEmpty());
    page.findChild<PassphraseField*>(u"leaderWords"_s)->setText(MinhWords);
    page.findChild<PassphraseField*>(u"administratorWords"_s)->setText(test::LanWords);
    Questions::setNextAnswer(Answer::Accept);
    page.erase();
    QTRY_VERIFY2(!page.outcome().isEmpty(), qPrintable(page.message()->text()));
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestDraftJourney::aReasonToKeepAFileComesBack()
{
    {
        ErasurePage page(*m_office->context, m_child);
        page.show();
        choiceOf(page, u"holdGround"_s)->setCurrentIndex(choiceOf(page, u"holdGround"_s)->findData(u"proceedings"_s));
        QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 2000);
    }
    reopen();
    ErasurePage page(*m_office->context, m_child);
    page.show();
    auto* holds = page.findChild<HoldsCard*>();
    QTRY_VERIFY(offer(holds));
    take(offer(holds));
    QCOMPARE(page.findChild<FieldEditor*>(u"holdGround"_s)->raw(), u"proceedings"_s);
    page.findChild<QPushButton*>(u"keep"_s)->click();
    QTRY_COMPARE(drafts(), size_t(0));
    QTRY_COMPARE(page.findChild<FieldEditor*>(u"holdGround"_s)->raw(), QString());
}

void TestDraftJourney::aPersonBeingAddedComesBackButNeverThePassphrase()
{
    {
        PersonPage page(*m_office->context, PersonPage::Task::Add);
        page.show();
        test::typeText(page.findChild<QLineEdit*>(u"name"_s), u"Trần Minh"_s);
        test::typeText(page.findChild<QLineEdit*>(u"post"_s), u"Phó Chủ tịch"_s);
        page.findChild<RoleChooser*>()->setRoles(Role::Leader | Role::Administrator);
        page.findChild<PassphraseStep*>()->findChildren<QRadioButton*>().last()->click();
        for (PassphraseField* field : page.findChild<PassphraseStep*>()->findChildren<PassphraseField*>())
            field->setText(MinhWords);
        QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 2000);
        QTest::qWait(500);
    } // the power is gone
    reopen();
    QVERIFY(kept().contains(u"Trần Minh"_s));
    QVERIFY(!kept().contains(MinhWords));
    PersonPage page(*m_office->context, PersonPage::Task::Add);
    page.show();
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QCOMPARE(page.findChild<QLineEdit*>(u"name"_s)->text(), u"Trần Minh"_s);
    QCOMPARE(page.findChild<QLineEdit*>(u"post"_s)->text(), u"Phó Chủ tịch"_s);
    QVERIFY(page.findChild<RoleChooser*>()->roles() == (Role::Leader | Role::Administrator));
    page.findChild<PassphraseStep*>()->findChildren<QRadioButton*>().last()->click();
    for (PassphraseField* field : page.findChild<PassphraseStep*>()->findChildren<PassphraseField*>()) {
        QVERIFY(field->text().isEmpty());
        field->setText(MinhWords);
    }
    QSignalSpy done(&page, &PersonPage::done);
    page.save();
    QTRY_COMPARE(done.size(), 1);
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestDraftJourney::aPersonBeingChangedComesBack()
{
    const auto minh = people::add(*m_office->reg, { u"Trần Minh"_s, u"Công chức"_s, Role::Officer }, MinhWords);
    QVERIFY(minh);
    Person known; // as a page that is opened again knows somebody
    known.id = *minh;
    {
        PersonPage page(*m_office->context, PersonPage::Task::Edit, known);
        page.show();
        auto* name = page.findChild<QLineEdit*>(u"name"_s);
        QTRY_COMPARE(name->text(), u"Trần Minh"_s);
        QTest::qWait(2 * DraftKeeper::KeepAfterMs);
        QCOMPARE(drafts(), size_t(0)); // nobody has typed
        page.findChild<RoleChooser*>()->setRoles(Role::Leader);
        QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 2000);
    }
    reopen();
    PersonPage page(*m_office->context, PersonPage::Task::Edit, known);
    page.show();
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QVERIFY(page.findChild<RoleChooser*>()->roles() == Roles(Role::Leader));
    QCOMPARE(page.findChild<QLineEdit*>(u"post"_s)->text(), u"Công chức"_s);
    QVERIFY(people::remove(*m_office->reg, *minh, false));
    PersonPage gone(*m_office->context, PersonPage::Task::Edit, known);
    gone.show();
    QTRY_VERIFY(!gone.message()->text().isEmpty());
    QVERIFY(!gone.findChild<QPushButton*>(u"save"_s)->isEnabled());
}

void TestDraftJourney::theNumbersOfAnotherOfficesCardComeBackWithTheCard()
{
    const test::OfficeRegister province(OfficeRole::Province, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s);
    const OfficeCard card = offices::ownCard(*province.reg).value();
    QFile file(province.home.filePath(u"the-so.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(card.toText()) > 0);
    file.close();
    {
        ExchangePage page(*m_office->context);
        page.show();
        Questions::setNextFileName(file.fileName());
        page.openCard();
        test::typeText(page.findChild<QLineEdit*>(u"fingerprint"_s), card.fingerprint().left(11));
        QTRY_COMPARE_WITH_TIMEOUT(drafts(), size_t(1), 2000);
        QTest::qWait(500);
    }
    reopen();
    ExchangePage page(*m_office->context);
    page.show();
    auto* numbers = page.findChild<QLineEdit*>(u"fingerprint"_s);
    QTRY_VERIFY(offer(&page));
    QVERIFY(!numbers->isVisible());
    take(offer(&page));
    QVERIFY(numbers->isVisible());
    QCOMPARE(numbers->text(), card.fingerprint().left(11));
    test::typeText(numbers, card.fingerprint().mid(11));
    page.trustCard();
    QTRY_VERIFY2(!numbers->isVisible(), qPrintable(numbers->accessibleDescription()));
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestDraftJourney::theSignerComesBack()
{
    {
        SettingsPage first({}, false);
        first.addSigner(*m_office->reg);
        first.show();
        auto* name = first.findChild<QLineEdit*>(u"signer"_s);
        test::typeText(name, u"Hoàng Văn"_s);
        QTRY_COMPARE(drafts(), size_t(1));
        name->blockSignals(true); // a power cut leaves no field, which would store it
    }
    SettingsPage page({}, false);
    page.addSigner(*m_office->reg);
    page.show();
    QTRY_VERIFY(offer(&page));
    take(offer(&page));
    QCOMPARE(page.findChild<QLineEdit*>(u"signer"_s)->text(), u"Hoàng Văn"_s);
    page.deactivated();
    const auto signer = [this] {
        const auto read = [office = m_office->reg->office().id](
                              Database& database) { return ReportOffice::read(database, office); };
        return m_office->reg->read(read).result()->signer;
    };
    QTRY_COMPARE(signer(), u"Hoàng Văn"_s);
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestDraftJourney::whoOnlyAdministersFindsTheOwnDraftsAndNoOthers()
{
    QVERIFY(people::add(*m_office->reg, { u"Trần Minh"_s, {}, Role::Administrator }, MinhWords));
    reopen(MinhWords);
    leave({ u"person-new"_s, {} });
    leave({ u"erasure"_s, m_child });
    leave({ u"intake"_s, {} }); // of the time when Minh was an officer
    DraftsCard card(*m_office->context);
    QSignalSpy wanted(&card, &DraftsCard::draftWanted);
    QTRY_VERIFY(!card.isHidden());
    const auto links = card.findChildren<QPushButton*>();
    QCOMPARE(links.size(), 2);
    QStringList forms;
    for (QPushButton* link : links) {
        QVERIFY(!link->text().contains(u"Ánh"_s));
        link->click();
        forms.append(wanted.last().at(0).toString());
    }
    forms.sort();
    QCOMPARE(forms, (QStringList { u"erasure"_s, u"person-new"_s }));
}

void TestDraftJourney::olderDraftsAreCountedAndCanBeSeen()
{
    for (const QString& form : { u"intake"_s, u"session-new"_s, u"person-new"_s, u"handover"_s, u"signer"_s,
             u"incident-new"_s, u"office-card"_s })
        leave({ form, {} });
    DraftsCard card(*m_office->context);
    card.show();
    QTRY_COMPARE(card.findChildren<QPushButton*>().size(), 6);
    auto* more = card.findChild<QPushButton*>(u"moreDrafts"_s);
    QVERIFY(more && more->text().contains(u'2'));
    more->click();
    QTRY_COMPARE(card.findChildren<QPushButton*>().size(), 7);
    QVERIFY(!card.findChild<QPushButton*>(u"moreDrafts"_s));
}

QTEST_MAIN(TestDraftJourney)
#include "tst_draft_journey.moc"
