// SPDX-License-Identifier: GPL-3.0-or-later
// A form is left half filled on one day and gone on with on another: what was typed still means the day of the typing.
#include "models/cases/case_work.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/type_text.h"
#include "ui/activities/activities_page.h"
#include "ui/cases/case_page.h"
#include "ui/cases/child_card.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/cases/record_editor.h"
#include "ui/cases/step_form.h"
#include "ui/children/child_page.h"
#include "ui/drafts/form_draft.h"
#include "ui/incidents/incident_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QDate Friday(2026, 11, 27);
const QDate Monday(2026, 11, 30);
} // namespace

class TestDraftDaysJourney : public QObject
{
    Q_OBJECT
    std::unique_ptr<test::OfficeRegister> m_office;
    QUuid m_case;
    QUuid m_child;

    void setClock(QDate day, QTime time) { m_office->clock->set(civil::at(day, time)); }
    /// The register was locked and is opened again, at nine on that day.
    void reopenOn(QDate day)
    {
        m_office->reopen();
        setClock(day, QTime(9, 0));
    }
    /// What stands in a field of the draft of a report.
    QString kept(const QString& field)
    {
        const auto read = [user = m_office->reg->user()](Database& database) {
            return drafts::of(database, { u"intake"_s, {} }, user).value();
        };
        const std::vector<Draft> found = m_office->reg->read(read).result();
        return found.empty() ? QString() : found.front().fields.value(field);
    }
    static void goOn(QWidget* below)
    {
        MessageBar* offer = nullptr;
        const auto shown = [&] {
            for (MessageBar* bar : below->findChildren<MessageBar*>(u"draftOffer"_s))
                if (bar->isVisibleTo(below))
                    offer = bar;
            return offer != nullptr;
        };
        QTRY_VERIFY(shown());
        offer->findChild<QPushButton*>(u"messageAction"_s)->click();
    }
    static void typeInto(QWidget& page, const char* field, const QString& text)
    {
        test::typeText(page.findChild<FieldEditor*>(QLatin1StringView(field))->editor(), text);
    }
    static QString raw(QWidget& page, const char* field)
    {
        return page.findChild<FieldEditor*>(QLatin1StringView(field))->raw();
    }

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
        report.set(CaseFields::ContactSafety, u"Chỉ gọi ban ngày"_s);
        Record child = m_office->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        auto batch = CaseWork::takeReport(report, child, u"BL-2026-0001"_s, u"BL-T-0001"_s, m_office->clock->now());
        QVERIFY(batch);
        QVERIFY(m_office->reg->commit(*batch).result());
        m_case = report.id();
        m_child = child.id();
        setClock(Friday, QTime(8, 10));
    }
    void cleanup() { m_office.reset(); }
    void theTwelveHoursStillRunFromFriday();
    void aNightCallTypedBeforeMidnightStaysBeforeMidnight();
    void theSeventyTwoHoursStillRunFromFriday();
    void aStepDoneOnFridayIsNotDoneOnMonday();
    void aSessionOfFridayIsNotPlannedForMonday();
    void anAgeTypedLastYearIsOfThatYear();
    void waysOfContactThatSomebodyElseChangedAreAConflict();
};

void TestDraftDaysJourney::theTwelveHoursStillRunFromFriday()
{
    {
        IntakePage page(*m_office->context);
        page.show();
        test::typeText(page.editor(CaseFields::Received), u"08:05"_s);
        test::typeText(page.editor(CaseFields::HotlineReceived), u"07:5"_s); // the telephone rang in the middle of it
        test::typeText(page.editor(CaseFields::Summary), u"Trẻ bị đánh"_s);
        flushDrafts(&page);
    }
    reopenOn(Monday);
    IntakePage page(*m_office->context);
    page.returnTo({ { u"draft"_s, true } }); // after a lock nobody is asked
    page.show();
    QTRY_COMPARE(page.editor(CaseFields::Received)->raw(), u"08:05 27/11/2026"_s);
    QCOMPARE(page.editor(CaseFields::HotlineReceived)->raw(), u"07:5"_s);
    // It is the form's text now, and means the same at the next lock.
    flushDrafts(&page);
    QTRY_COMPARE(kept(u"case.received"_s), u"08:05 27/11/2026"_s);
    page.editor(CaseFields::HotlineReceived)->setRaw({});
    QSignalSpy saved(&page, &IntakePage::saved);
    page.save(false);
    QTRY_COMPARE(saved.size(), 1);
    const Record stored = m_office->reg->record(kinds::Case, saved.front().front().toUuid()).value();
    QCOMPARE(stored.number(CaseFields::Received), std::optional<qint64>(civil::at(Friday, QTime(8, 5))));
}

void TestDraftDaysJourney::aNightCallTypedBeforeMidnightStaysBeforeMidnight()
{
    setClock(Friday, QTime(23, 50));
    {
        IntakePage page(*m_office->context);
        page.show();
        test::typeText(page.editor(CaseFields::Received), u"23:40"_s);
        test::typeText(page.editor(CaseFields::Summary), u"Cuộc gọi "_s);
        setClock(Friday.addDays(1), QTime(0, 10));
        test::typeText(page.editor(CaseFields::Summary), u"lúc nửa đêm"_s);
        const Value read = page.editor(CaseFields::Received)->read().value();
        QCOMPARE(std::get<qint64>(read), civil::at(Friday, QTime(23, 40)));
        flushDrafts(&page);
    }
    reopenOn(Monday);
    IntakePage page(*m_office->context);
    page.returnTo({ { u"draft"_s, true } });
    page.show();
    QTRY_COMPARE(page.editor(CaseFields::Received)->raw(), u"23:40 27/11/2026"_s);
    QCOMPARE(page.editor(CaseFields::Summary)->raw(), u"Cuộc gọi lúc nửa đêm"_s);
}

void TestDraftDaysJourney::theSeventyTwoHoursStillRunFromFriday()
{
    {
        IncidentPage page(*m_office->context, {});
        page.show();
        typeInto(page, "found", u"23:40 hôm qua"_s);
        flushDrafts(&page);
    }
    reopenOn(Monday);
    IncidentPage page(*m_office->context, {});
    page.show();
    goOn(&page);
    QCOMPARE(raw(page, "found"), u"23:40 26/11/2026"_s);
    const Value found = page.editor(IncidentFields::Found)->read().value();
    QCOMPARE(std::get<qint64>(found), civil::at(Friday.addDays(-1), QTime(23, 40)));
}

void TestDraftDaysJourney::aStepDoneOnFridayIsNotDoneOnMonday()
{
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        page.showStep(u"verify"_s);
        QTRY_VERIFY(page.stepForm());
        typeInto(*page.stepForm(), "done_at", u"08:05"_s);
        flushDrafts(&page);
    }
    reopenOn(Monday);
    CasePage page(*m_office->context, m_case);
    page.show();
    page.showStep(u"verify"_s);
    QTRY_VERIFY(page.stepForm());
    goOn(page.stepForm());
    QCOMPARE(raw(*page.stepForm(), "done_at"), u"08:05 27/11/2026"_s);
}

void TestDraftDaysJourney::aSessionOfFridayIsNotPlannedForMonday()
{
    {
        ActivitiesPage page(*m_office->context);
        page.show();
        page.openNewSession();
        test::typeText(page.findChild<QLineEdit*>(u"starts"_s), u"08:00"_s);
        flushDrafts(&page);
    }
    m_office->reopen();
    setClock(Monday, QTime(7, 30)); // 08:00 of this day has not come
    ActivitiesPage page(*m_office->context);
    page.show();
    page.openNewSession();
    goOn(&page);
    QCOMPARE(page.findChild<QLineEdit*>(u"starts"_s)->text(), u"08:00 27/11/2026"_s);
    QCOMPARE(page.findChild<QComboBox*>(u"state"_s)->currentData().toString(), u"held"_s);
}

void TestDraftDaysJourney::anAgeTypedLastYearIsOfThatYear()
{
    setClock(QDate(2026, 12, 31), QTime(16, 0));
    {
        ChildPage page(*m_office->context, m_child);
        page.show();
        QTRY_COMPARE(page.title(), u"Tằng Mỹ Ánh"_s);
        page.childCard()->setEditing(true);
        test::typeText(page.childCard()->childEditor()->editor(ChildFields::Birth), u"9 tuổi"_s);
        flushDrafts(&page);
    }
    reopenOn(QDate(2027, 1, 4));
    ChildPage page(*m_office->context, m_child);
    page.show();
    goOn(&page);
    const auto born = page.childCard()->childEditor()->editor(ChildFields::Birth)->read();
    QVERIFY(born);
    QCOMPARE(std::get<QString>(*born), u"~2017"_s);
}

void TestDraftDaysJourney::waysOfContactThatSomebodyElseChangedAreAConflict()
{
    {
        CasePage page(*m_office->context, m_case);
        page.show();
        QTRY_VERIFY(page.file());
        page.childCard()->setEditing(true);
        typeInto(*page.childCard(), "contact_safety", u"; không gọi buổi tối"_s);
        flushDrafts(&page);
    }
    Record other = m_office->reg->record(kinds::Case, m_case).value();
    other.set(CaseFields::ContactSafety, u"Chỉ gọi cho bà ngoại"_s);
    m_office->store(other);
    reopenOn(Monday);
    CasePage page(*m_office->context, m_case);
    page.show();
    QTRY_VERIFY(page.file());
    goOn(page.childCard());
    page.childCard()->save();
    QTRY_VERIFY(m_office->reg->record(kinds::Case, m_case).value().state().conflicting);
}

QTEST_MAIN(TestDraftDaysJourney)
#include "tst_draft_days_journey.moc"
