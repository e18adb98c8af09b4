// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a draft that nobody wants, and what is no draft: one slip of the hand loses nothing.
#include "draft_journey.h"

#include "models/drafts/draft_keeper.h"
#include "models/records/kinds.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/assessment_form.h"
#include "ui/cases/case_page.h"
#include "ui/cases/intake_page.h"
#include "ui/drafts/drafts_card.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestUnwantedDraftJourney : public test::DraftJourney
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
    void refusingThrowsAway();
    void whatWasThrownAwayCanBeTakenBack();
    void closingTheBarThrowsAwayForGood();
    void form02KeepsTheMomentAtWhichItWasOpened();
    void aStrayEnterIsNoDraft();
    void twoDraftsOfOneFormStandInOneLine();
};

void TestUnwantedDraftJourney::refusingThrowsAway()
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
        QVERIFY(offer(&page)->text().contains(u"thrown away"_s));
        QVERIFY(page.editor(CaseFields::Summary)->raw().isEmpty());
    }
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestUnwantedDraftJourney::whatWasThrownAwayCanBeTakenBack()
{
    {
        IntakePage page(*m_office->context);
        page.show();
        test::typeText(page.editor(CaseFields::Summary), u"Trẻ khóc"_s);
        flushDrafts(&page);
    }
    IntakePage page(*m_office->context);
    page.show();
    QTRY_VERIFY(offer(&page));
    refuse(offer(&page)); // a slip of the hand
    test::typeText(page.editor(CaseFields::Summary), u"Gọi từ trường"_s);
    QTRY_COMPARE(drafts(), size_t(2)); // nothing is gone yet
    take(offer(&page));
    QCOMPARE(page.editor(CaseFields::Summary)->raw(), u"Trẻ khóc"_s);
    QTRY_VERIFY(offer(&page)); // nor is what was typed meanwhile
    take(offer(&page));
    QCOMPARE(page.editor(CaseFields::Summary)->raw(), u"Gọi từ trường"_s);
}

void TestUnwantedDraftJourney::closingTheBarThrowsAwayForGood()
{
    leave({ u"intake"_s, {} });
    IntakePage page(*m_office->context);
    page.show();
    QTRY_VERIFY(offer(&page));
    refuse(offer(&page));
    QTest::qWait(DraftKeeper::KeepAfterMs);
    QCOMPARE(drafts(), size_t(1));
    refuse(offer(&page)); // "Close"
    QVERIFY(!offer(&page));
    QTRY_COMPARE(drafts(), size_t(0));
}

void TestUnwantedDraftJourney::form02KeepsTheMomentAtWhichItWasOpened()
{
    const auto done = [](const CasePage& page) { return page.assessmentForm()->editor(AssessmentFields::Done)->raw(); };
    QString opened;
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        page.showStep(u"initial"_s);
        QTRY_VERIFY(page.file());
        opened = done(page);
        flushDrafts(&page);
        QTest::qWait(DraftKeeper::KeepAfterMs);
        QCOMPARE(drafts(), size_t(0)); // it was only looked at
        page.assessmentForm()->setLevel(AssessmentFields::Harm, u"high"_s);
        flushDrafts(&page);
    }
    m_office->clock->advance(2 * 60'000);
    reopen();
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"initial"_s);
    QTRY_VERIFY(offer(page.assessmentForm()));
    QVERIFY(done(page) != opened);
    take(offer(page.assessmentForm()));
    QCOMPARE(done(page), opened);
}

void TestUnwantedDraftJourney::aStrayEnterIsNoDraft()
{
    IntakePage page(*m_office->context);
    page.show();
    test::typeText(page.editor(CaseFields::Summary), u"\n"_s);
    QVERIFY(!page.editor(CaseFields::Summary)->raw().isEmpty());
    flushDrafts(&page);
    QTest::qWait(2 * DraftKeeper::KeepAfterMs);
    QCOMPARE(drafts(), size_t(0));
}

void TestUnwantedDraftJourney::twoDraftsOfOneFormStandInOneLine()
{
    const auto keep = [user = m_office->reg->user()](Database& database) -> Result<void> {
        for (int place = 0; place < 2; ++place)
            if (auto done = drafts::keep(
                    database, { { u"intake"_s, {} }, place, { { u"case.summary"_s, u"Gọi"_s } }, {}, place }, user);
                !done)
                return done;
        return {};
    };
    QVERIFY(m_office->reg->writeLocal(keep).result());
    DraftsCard card(*m_office->context);
    QTRY_VERIFY(!card.isHidden());
    const auto links = card.findChildren<QPushButton*>();
    QCOMPARE(links.size(), 1);
    const auto labels = card.findChildren<QLabel*>();
    QVERIFY(std::any_of(
        labels.begin(), labels.end(), [](const QLabel* label) { return label->text().contains(u"(2 "_s); }));
}

QTEST_MAIN(TestUnwantedDraftJourney)
#include "tst_unwanted_draft_journey.moc"
