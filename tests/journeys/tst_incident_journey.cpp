// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window: a leak of data is recorded, stands on the first screen, its notice is corrected,
// saved and sent; it is closed and stays. A lock in between loses nothing; a viewer only reads.
#include "program_journey.h"

#include "models/records/kinds.h"
#include "models/register/access_chain.h"
#include "models/text/format.h"
#include "tests/ui/support/fit_check.h"
#include "tests/ui/support/form_check.h"
#include "ui/cases/field_editor.h"
#include "ui/incidents/incident_page.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/notice_page.h"
#include "ui/reports/paper_view.h"
#include "ui/shell/clock_question.h"
#include "ui/today/today_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using F = IncidentFields;

namespace {
using test::LanWords;
using test::MinhWords;
} // namespace

class TestIncidentJourney : public test::ProgramJourney
{
    Q_OBJECT

    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }
    template <typename W> [[nodiscard]] W* find(const char* name) const
    {
        return window()->currentPage()->findChild<W*>(QLatin1String(name));
    }
    void press(const char* name)
    {
        auto* button = find<QPushButton>(name);
        QVERIFY2(button && button->isVisible(), name);
        button->click();
    }
    void openList()
    {
        QAction* action = entry(u"Data leaks"_s);
        QVERIFY(action);
        action->trigger();
        QTRY_VERIFY(page<IncidentsPage>());
    }
    void openNew()
    {
        openList();
        press("record");
        QTRY_VERIFY(page<IncidentPage>() && page<IncidentPage>()->isRead());
    }
    void typeInto(const Field& field, const QString& text)
    {
        test::typeText(page<IncidentPage>()->editor(field)->editor(), text);
    }
    void choose(const char* kind)
    {
        auto* kinds = qobject_cast<QComboBox*>(page<IncidentPage>()->editor(F::Kind)->editor());
        kinds->setCurrentIndex(kinds->findData(QLatin1String(kind)));
    }
    void unlockAs(const QString& name, const QString& words)
    {
        chooseUser(name);
        unlock(words);
    }
    [[nodiscard]] TodayPage* today() const
    {
        window()->openDoor(Door::Today);
        return qobject_cast<TodayPage*>(window()->currentPage());
    }
    /// What the register holds after the program has gone.
    [[nodiscard]] Record stored() const
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        if (!reg)
            qFatal("%s", qPrintable(reg.error().message));
        const auto only =
            (*reg)
                ->read([](Database& database) { return RecordTables(database).readRow(kinds::Incident, 1); })
                .result();
        if (!only)
            qFatal("%s", qPrintable(only.error().message));
        return *only;
    }
    [[nodiscard]] QList<AccessAct> acts() const
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        QList<AccessAct> all;
        const auto looks = (*reg)->read([](Database& database) { return accessChain::list(database, {}); }).result();
        for (const AccessEntry& look : looks.value())
            if (look.note.kind == "incident")
                all.append(look.note.act);
        return all;
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init() { makeRegister(); }
    void cleanup() { end(); }

    void aClockInDoubtIsAskedAboutBeforeTheHoursStart()
    {
        {
            const auto tomorrow = std::make_shared<FixedClock>(SystemClock().now() + 24LL * 3600 * 1000);
            auto reg = Register::open(m_folder, LanWords, tomorrow, limits());
            QVERIFY(reg);
            Record child = (*reg)->newRecord(kinds::Child);
            child.set(ChildFields::Name, u"Nga"_s);
            Batch batch;
            batch.add(child);
            QVERIFY((*reg)->commit(std::move(batch)).result());
        }
        startProgram();
        unlock(LanWords);
        QTRY_VERIFY(today());
        openNew();
        auto* question = find<ClockQuestion>("clockQuestion");
        QTRY_VERIFY(question && question->isVisible());
        press("foundNow");
        choose("lost-device");
        typeInto(F::Story, u"Mất USB"_s);
        press("save");
        QTRY_COMPARE(page<IncidentPage>()->message()->kind(), MessageBar::Kind::Error);
        QCOMPARE(page<IncidentPage>()->editor(F::Story)->raw(), u"Mất USB"_s);
        QTRY_COMPARE(question->visibleRegion().boundingRect(), question->rect()); // moved into sight wholly
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_I, Qt::AltModifier);
        QTRY_VERIFY(!question->isVisible());
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"saved"_s));
    }

    void closingWithoutANoticeLeadsToItsReason()
    {
        startProgram();
        unlock(LanWords);
        openNew();
        press("foundNow");
        typeInto(F::Happened, u"24/11"_s);
        QVERIFY(!page<IncidentPage>()->editor(F::Happened)->hint().isEmpty()); // of which year it is
        QCOMPARE(page<IncidentPage>()->editor(F::Happened)->error(), QString());
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"saved"_s));
        press("closedNow");
        press("save");
        QCOMPARE(page<IncidentPage>()->message()->kind(), MessageBar::Kind::Error);
        QCOMPARE(window()->focusWidget(), page<IncidentPage>()->editor(F::NoNotice)->editor());
        QVERIFY2(!page<IncidentPage>()->clockText().contains(u"Closed"_s), "it is not stored as closed");
        press("sentNow");
        const auto* recipient = qobject_cast<QLineEdit*>(page<IncidentPage>()->editor(F::Recipient)->editor());
        QVERIFY(!recipient->text().isEmpty());
        QCOMPARE(recipient->cursorPosition(), 0); // its beginning is seen
    }
    void openingAStoredLeakSelectsNothing()
    {
        startProgram();
        unlock(LanWords);
        openNew();
        press("foundNow");
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"saved"_s));
        openList();
        QTRY_COMPARE(page<IncidentsPage>()->table().rowCount(), 1);
        QTest::keyClick(find<QTableView>("incidents"), Qt::Key_Return);
        QTRY_VERIFY(page<IncidentPage>() && page<IncidentPage>()->isRead());
        // The next letter must not take the place of the moment from which the 72 hours run.
        QVERIFY(!qobject_cast<QLineEdit*>(page<IncidentPage>()->editor(F::Found)->editor())->hasSelectedText());
        press("notice");
        QTRY_VERIFY(page<NoticePage>());
        QCOMPARE(window()->focusWidget(), page<NoticePage>()->editor(F::Recipient)->editor());
    }

    void fromTheFirstMinuteToTheClosedFile()
    {
        startProgram();
        unlock(LanWords);
        QTRY_VERIFY(today());
        openNew();
        press("save"); // nothing is known yet: it says what is missing and stays
        QVERIFY(page<IncidentPage>()->message()->text().contains(u"found out"_s));
        press("foundNow");
        choose("lost-device");
        QVERIFY(page<IncidentPage>()->editor(F::Kind)->hint().contains(u"Machines"_s)
            || page<IncidentPage>()->editor(F::Kind)->hint().contains(u"Các máy"_s));
        QVERIFY(page<IncidentPage>()->clockText().contains(u"left"_s));
        typeInto(F::Story, u"Mất USB ở hội trường"_s);
        find<QCheckBox>("data_case")->setChecked(true);
        typeInto(F::Children, u"12"_s);
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"saved"_s));
        QTRY_VERIFY(today()->dueCount() == 1);
        QTRY_VERIFY(find<QPushButton>("doNow"));
        press("doNow");
        QTRY_VERIFY(page<IncidentPage>() && page<IncidentPage>()->isRead());
        press("notice");
        QTRY_VERIFY(page<NoticePage>() && page<NoticePage>()->view()->sheets()->paper().pageCount() > 0);
        QVERIFY(page<NoticePage>()->editor(F::NoticeStory)->raw().contains(u"Mất USB"_s));
        auto* harm = qobject_cast<QPlainTextEdit*>(page<NoticePage>()->editor(F::Harm)->editor());
        test::typeText(harm, u"Có thể bị đọc"_s);
        const QString pdf = m_home->filePath(u"thong-bao.pdf"_s);
        Questions::setNextFileName(pdf);
        page<NoticePage>()->savePdf();
        QTRY_VERIFY(QFile::exists(pdf));
        QTRY_VERIFY(page<NoticePage>()->message()->text().contains(u"has been sent"_s));
        page<NoticePage>()->message()->findChild<QPushButton*>(u"messageAction"_s)->click();
        QTRY_VERIFY(page<NoticePage>()->message()->text().contains(u"clock has stopped"_s));
        QTRY_VERIFY(today()->dueCount() == 0);
        openList();
        QTRY_COMPARE(page<IncidentsPage>()->table().rowCount(), 1);
        auto* table = find<QTableView>("incidents");
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(page<IncidentPage>() && page<IncidentPage>()->isRead());
        press("closedNow");
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->clockText().contains(u"Closed"_s));
        openList();
        QTRY_COMPARE(page<IncidentsPage>()->table().rowCount(), 1); // it stays
        m_desktop.reset();
        const Record record = stored();
        QVERIFY(record.has(F::Sent) && record.has(F::Closed));
        QCOMPARE(record.text(F::Harm), u"Có thể bị đọc"_s);
        QVERIFY(record.text(F::Recipient).contains(u"Bộ Công an"_s));
        QVERIFY(!record.has(F::NoticeStory)); // as filled in: nothing of it is kept
        QVERIFY(acts().contains(AccessAct::Opened) && acts().contains(AccessAct::Exported));
    }

    void whatIsTypedOutlivesALock()
    {
        startProgram();
        unlock(LanWords);
        openNew();
        press("foundNow");
        typeInto(F::Place, u"phòng một cửa"_s);
        test::composeText(page<IncidentPage>()->editor(F::Story)->editor(), u"mất"_s); // half a word
        m_desktop->lock();
        unlock(LanWords);
        QTRY_VERIFY(page<IncidentPage>() && page<IncidentPage>()->isRead());
        QTRY_COMPARE(page<IncidentPage>()->editor(F::Place)->raw(), u"phòng một cửa"_s);
        QCOMPARE(page<IncidentPage>()->editor(F::Story)->raw(), u"mất"_s);
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"saved"_s));
    }

    void aChildsNameOnTheNoticeIsAskedAboutBeforeItLeaves()
    {
        {
            auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
            QVERIFY(reg);
            Record child = (*reg)->newRecord(kinds::Child);
            child.set(ChildFields::FileCode, u"BL-TE-0001"_s);
            child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
            Batch batch;
            batch.add(child);
            QVERIFY((*reg)->commit(batch).result());
        }
        startProgram();
        unlock(LanWords);
        openNew();
        press("foundNow");
        typeInto(F::Story, u"Tệp có tên em Tằng Mỹ Ánh"_s);
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"BL-TE-0001"_s)); // saved, and told
        press("notice");
        QTRY_VERIFY(page<NoticePage>() && page<NoticePage>()->view()->sheets()->paper().pageCount() > 0);
        Questions::setNextAnswer(Answer::Cancel);
        page<NoticePage>()->savePdf();
        QTest::qWait(200);
        QVERIFY(page<NoticePage>()->message()->text().isEmpty()); // nothing left the house
        auto* story = qobject_cast<QPlainTextEdit*>(page<NoticePage>()->editor(F::NoticeStory)->editor());
        story->selectAll();
        test::typeText(story, u"Gửi nhầm một tệp"_s);
        const QString pdf = m_home->filePath(u"thong-bao.pdf"_s);
        Questions::setNextFileName(pdf);
        page<NoticePage>()->savePdf();
        QTRY_VERIFY(QFile::exists(pdf));
        m_desktop.reset();
        QCOMPARE(stored().text(F::NoticeStory), u"Gửi nhầm một tệp"_s);
    }

    void aViewerReadsAndWritesNothing()
    {
        addPerson(u"Trần Minh"_s, Role::Viewer);
        startProgram();
        unlockAs(u"Lan"_s, LanWords);
        openNew();
        press("foundNow");
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"saved"_s));
        m_desktop->lock();
        unlockAs(u"Minh"_s, MinhWords);
        openList();
        QVERIFY(!find<QPushButton>("record"));
        QTRY_COMPARE(page<IncidentsPage>()->table().rowCount(), 1);
        QTest::keyClick(find<QTableView>("incidents"), Qt::Key_Return);
        QTRY_VERIFY(page<IncidentPage>() && page<IncidentPage>()->isRead());
        QVERIFY(!find<QPushButton>("save") && !find<QPushButton>("sentNow") && !find<QPushButton>("closedNow"));
        QVERIFY(qobject_cast<QPlainTextEdit*>(page<IncidentPage>()->editor(F::Story)->editor())->isReadOnly());
        press("notice");
        QTRY_VERIFY(page<NoticePage>() && page<NoticePage>()->view()->sheets()->paper().pageCount() > 0);
        QVERIFY(!find<QPushButton>("save"));
    }

    void everyPageHasNamesAndNothingCutOff()
    {
        startProgram();
        unlock(LanWords);
        window()->resize(1366, 740);
        const auto inOrder = [this] {
            QTest::qWait(100);
            QCOMPARE(test::formFaults(window()->currentPage()), QStringList());
            QCOMPARE(test::cutOff(window()->currentPage()), QStringList());
            QCOMPARE(test::outOfReach(window()->currentPage()), QStringList());
        };
        openList();
        inOrder();
        openNew();
        inOrder();
        press("foundNow");
        choose("posted");
        press("save");
        QTRY_VERIFY(page<IncidentPage>()->message()->text().contains(u"saved"_s));
        inOrder();
        press("notice");
        QTRY_VERIFY(page<NoticePage>() && page<NoticePage>()->view()->sheets()->paper().pageCount() > 0);
        inOrder();
        openList();
        QTRY_COMPARE(page<IncidentsPage>()->table().rowCount(), 1);
        inOrder();
    }
};

QTEST_MAIN(TestIncidentJourney)
#include "tst_incident_journey.moc"
