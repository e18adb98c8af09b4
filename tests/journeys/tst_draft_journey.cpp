// SPDX-License-Identifier: GPL-3.0-or-later
// Half a form is typed, then the power goes or the register locks itself: it is offered again, the half word included.
#include "models/cases/case_work.h"
#include "models/records/kinds.h"
#include "models/reports/remark.h"
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
#include "ui/reports/report_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestDraftJourney : public QObject
{
    Q_OBJECT
    std::unique_ptr<test::OfficeRegister> m_office;
    QUuid m_case;
    QUuid m_child;

    /// Closes and opens the register, as after a lock or a crash.
    void reopen()
    {
        const QString folder = m_office->reg->folder();
        m_office->context.reset();
        m_office->reg.reset();
        auto opened = Register::open(folder, u"khong ai biet cau nay"_s, m_office->clock, KdfLimits::forTests());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_office->reg = std::move(*opened);
        m_office->context.reset(new WorkContext { *m_office->reg, m_office->catalogues, m_office->times });
    }
    size_t drafts()
    {
        return m_office->reg
            ->read([user = m_office->reg->user()](
                       Database& database) { return drafts::all(database, user).value().size(); })
            .result();
    }
    /// The offer below a widget, when it is shown.
    static MessageBar* offer(QWidget* below)
    {
        for (MessageBar* bar : below->findChildren<MessageBar*>(u"draftOffer"_s))
            if (bar->isVisibleTo(below))
                return bar;
        return nullptr;
    }
    static void take(MessageBar* bar) { bar->findChild<QPushButton*>(u"messageAction"_s)->click(); }
    static void refuse(MessageBar* bar) { bar->findChild<QPushButton*>(u"messageOther"_s)->click(); }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init()
    {
        m_office = std::make_unique<test::OfficeRegister>();
        Record report = m_office->reg->newRecord(kinds::Case);
        report.set(CaseFields::Received, std::optional<qint64>(m_office->clock->now()));
        report.set(CaseFields::Summary, u"Hàng xóm nghe trẻ khóc"_s);
        Record child = m_office->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        auto batch = CaseWork::takeReport(report, child, u"BL-2026-0001"_s, u"BL-T-0001"_s, m_office->clock->now());
        QVERIFY(batch);
        QVERIFY(m_office->reg->commit(*batch).result());
        m_case = report.id();
        m_child = child.id();
    }
    void cleanup() { m_office.reset(); }
    void aHalfWordSurvivesAPowerCut();
    void aStepsFormComesBackWithItsSection();
    void savingAStepLeavesNoDraft();
    void form02ComesBack();
    void theChildsDataComesBack();
    void refusingThrowsAway();
    void aSessionComesBack();
    void remarksComeBack();
    void theFirstScreenNamesThem();
    void leavingAPageKeepsWhatWasTyped();
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
    QCOMPARE(page.editor(ChildFields::Name)->raw(), u"ChíuThị"_s);
    QVERIFY(page.editor(CaseFields::Summary)->raw().startsWith(u"Có tiếng khóc ở"_s));
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

void TestDraftJourney::refusingThrowsAway()
{
    {
        IntakePage page(*m_office->context);
        page.show();
        test::typeText(page.editor(CaseFields::Summary), u"nhầm số"_s);
        flushDrafts(&page);
    }
    reopen();
    {
        IntakePage page(*m_office->context);
        page.show();
        QTRY_VERIFY(offer(&page));
        refuse(offer(&page));
        QVERIFY(!offer(&page));
        QVERIFY(page.editor(CaseFields::Summary)->raw().isEmpty());
    }
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

QTEST_MAIN(TestDraftJourney)
#include "tst_draft_journey.moc"
