// SPDX-License-Identifier: GPL-3.0-or-later
// Who looked, on the pages: nothing leaves the program of which no trace would stay; a file opens at once and the page
// says when that could not be recorded; every page that shows a file counts.
#include "program_journey.h"

#include "models/records/kinds.h"
#include "models/register/access_list.h"
#include "tests/ui/support/office_register.h"
#include "ui/children/child_page.h"
#include "ui/incidents/notice_page.h"
#include "ui/journal/access_page.h"
#include "ui/journal/conflicts_page.h"
#include "ui/reports/paper_view.h"
#include "ui/reports/report_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/printing.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Name = u"Tằng Mỹ Ánh"_s;
const QString Block =
    u"CREATE TRIGGER no_look BEFORE INSERT ON access_entry BEGIN SELECT RAISE(ABORT, 'no look'); END"_s;
const QString Unblock = u"DROP TRIGGER no_look"_s;

template <typename P> void show(P& page)
{
    page.resize(1180, 700);
    page.show();
    page.activated();
}

bool says(const Page& page, const QString& text)
{
    return page.message()->isVisible() && page.message()->text().contains(text);
}
} // namespace

class TestLooksJourney : public test::ProgramJourney
{
    Q_OBJECT

    std::unique_ptr<test::OfficeRegister> m_office;

    [[nodiscard]] WorkContext& context() const { return *m_office->context; }
    [[nodiscard]] QString paper(const QString& name) const { return m_office->home.filePath(name); }
    /// How often an act stands in the chain, of one record or of none in particular.
    [[nodiscard]] qsizetype count(AccessAct act, QUuid record = {}) const
    {
        const auto looks =
            m_office->reg->read([act](Database& db) {
                             return accessChain::list(db, { {}, act, {}, {}, {} });
                         })
                .result();
        return std::count_if(looks->begin(), looks->end(),
            [record](const AccessEntry& one) { return record.isNull() || one.note.record == record; });
    }
    /// From now on no look can be written.
    void block() const { run(Block); }
    void unblock() const { run(Unblock); }
    void run(const QString& sql) const
    {
        QVERIFY(m_office->reg->writeLocal([sql](Database& database) { return database.run(sql); }).result());
    }
    QUuid addChild() const
    {
        Record child = m_office->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, Name);
        child.set(ChildFields::FileCode, u"BL-TE-014"_s);
        m_office->store(child);
        return child.id();
    }
    QUuid addLeak() const
    {
        Record leak = m_office->reg->newRecord(kinds::Incident);
        leak.set(IncidentFields::Found, std::optional<qint64>(m_office->clock->now()));
        leak.set(IncidentFields::Story, u"Mất USB"_s);
        m_office->store(leak);
        return leak.id();
    }
    /// Two forms of one record that did not know of each other.
    void writeTwice(
        const RecordKind& kind, QUuid id, const Field& field, const QString& one, const QString& other) const
    {
        Record first = m_office->reg->record(kind, id).value();
        Record second = first;
        first.set(field, one);
        second.set(field, other);
        m_office->store(first);
        m_office->store(second);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init() { m_office = std::make_unique<test::OfficeRegister>(); }
    void cleanup()
    {
        m_office.reset();
        end();
    }

    void aReportOfWhichNoTraceWouldStayIsNotPrinted()
    {
        ReportPage page(context());
        show(page);
        QTRY_VERIFY(page.figures().has_value());
        block();
        const QString file = paper(u"in.pdf"_s);
        printing::setNextFile(file);
        page.print();
        QTRY_VERIFY(says(page, u"printed or saved"_s));
        QCOMPARE(page.message()->kind(), MessageBar::Kind::Error);
        QVERIFY(!QFile::exists(file));
        Questions::setNextFileName(paper(u"luu.pdf"_s));
        page.savePdf();
        QVERIFY(!page.message()->isVisible());
        QTRY_COMPARE(page.message()->kind(), MessageBar::Kind::Error);
        QTRY_VERIFY(page.message()->isVisible());
        QVERIFY(!QFile::exists(paper(u"luu.pdf"_s)));
        unblock();
        printing::setNextFile(file);
        page.print();
        QTRY_VERIFY(QFile::exists(file));
        QTRY_COMPARE(page.message()->kind(), MessageBar::Kind::Ok);
        Questions::setNextFileName(paper(u"luu.pdf"_s));
        page.savePdf();
        QTRY_VERIFY(QFile::exists(paper(u"luu.pdf"_s)));
        QCOMPARE(count(AccessAct::Printed), 1); // what was refused did not come afterwards
        QCOMPARE(count(AccessAct::Reported), 1);
    }

    void aNoticeAndTheListOfLooksAreNotPrintedEither()
    {
        NoticePage notice(context(), addLeak());
        show(notice);
        QTRY_VERIFY(notice.view()->sheets()->paper().pageCount() > 0);
        AccessPage list(context());
        show(list);
        QTRY_VERIFY(list.table().rowCount() > 0);
        block();
        printing::setNextFile(paper(u"thong-bao.pdf"_s));
        notice.print();
        QTRY_VERIFY(says(notice, u"printed or saved"_s));
        printing::setNextFile(paper(u"ai-da-xem.pdf"_s));
        list.print();
        QTRY_VERIFY(says(list, u"printed or saved"_s));
        QVERIFY(!QFile::exists(paper(u"thong-bao.pdf"_s)) && !QFile::exists(paper(u"ai-da-xem.pdf"_s)));
        unblock();
        printing::setNextFile(paper(u"ai-da-xem.pdf"_s));
        list.print();
        QTRY_VERIFY(QFile::exists(paper(u"ai-da-xem.pdf"_s)));
        QCOMPARE(count(AccessAct::Printed), 1);
    }

    void aFileOpensAtOnceAndThePageSaysThatNobodyKnowsYet()
    {
        const QUuid child = addChild();
        block();
        ChildPage page(context(), child);
        show(page);
        QTRY_COMPARE(page.title(), Name);
        QTRY_VERIFY(says(page, u"tries again by itself"_s));
        QCOMPARE(page.message()->kind(), MessageBar::Kind::Warning);
        unblock();
        m_office->reg->writeAccess(); // the next try
        QTRY_VERIFY(!page.message()->isVisible());
        QCOMPARE(count(AccessAct::Opened, child), 1);
    }

    void whoReadsAConflictHasOpenedTheFile()
    {
        const QUuid child = addChild();
        writeTwice(kinds::Child, child, ChildFields::Name, u"Tằng Mỹ Anh"_s, u"Tằng Mỵ Ánh"_s);
        Record session = m_office->reg->newRecord(kinds::Session);
        session.set(SessionFields::Title, u"Phòng chống đuối nước"_s);
        m_office->store(session);
        writeTwice(kinds::Session, session.id(), SessionFields::Title, u"Đuối nước"_s, u"An toàn trên mạng"_s);
        ConflictsPage page(context());
        page.activated();
        QTRY_COMPARE(page.shown().size(), std::size_t(2));
        QTest::qWait(50);
        QCOMPARE(count(AccessAct::Opened), 0); // behind another page
        show(page);
        QTRY_COMPARE(count(AccessAct::Opened, child), 1);
        page.activated(); // come back to
        QTest::qWait(100);
        QCOMPARE(count(AccessAct::Opened), 1); // once, and a session is nobody's file
    }

    void whatWasNotRecordedIsToldAtTheLockAndWrittenAfterTheNextUnlock()
    {
        makeRegister();
        const auto open = [this] {
            return Register::open(m_folder, test::LanWords, std::make_shared<SystemClock>(), limits());
        };
        const auto write = [&open](const QString& sql) {
            auto reg = open();
            QVERIFY(reg && (*reg)->writeLocal([sql](Database& database) { return database.run(sql); }).result());
        };
        write(Block);
        startProgram();
        unlock(test::LanWords);
        m_desktop->lock();
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        QTRY_VERIFY(lockScreen()->findChild<MessageBar*>()->text().contains(u"could not be recorded"_s));
        write(Unblock);
        unlock(test::LanWords);
        m_desktop.reset();
        auto reg = open();
        QVERIFY(reg);
        const auto unlocked = [](Database& db) {
            return accessChain::list(db, { {}, AccessAct::Unlocked, {}, {}, {} });
        };
        QCOMPARE((*reg)->read(unlocked).result()->size(), std::size_t(2));
    }

    void aNoticeThatOpensByItselfIsALook()
    {
        const QUuid leak = addLeak();
        NoticePage page(context(), leak);
        show(page);
        QTRY_COMPARE(count(AccessAct::Opened, leak), 1);
    }
};

QTEST_MAIN(TestLooksJourney)
#include "tst_looks_journey.moc"
