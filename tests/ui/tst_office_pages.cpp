// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the office's work, filled, in Vietnamese: everything has a name, no key is claimed twice, and nothing is
// cut off. With MAIAM_PICTURES set, pictures are kept in the temporary folder to be looked at.
#include "models/exchange/offices.h"
#include "models/records/kinds.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/office_register.h"
#include "ui/activities/activities_page.h"
#include "ui/exchange/exchange_page.h"
#include "ui/imports/import_page.h"
#include "ui/province/board_page.h"
#include "ui/reports/paper_view.h"
#include "ui/reports/report_page.h"
#include "ui/shell/translator.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestOfficePages : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::OfficeRegister> m_office;

    void addSession(const QString& type, QDate day, const QString& title, qint64 male, qint64 female)
    {
        Record session = m_office->reg->newRecord(kinds::Session);
        const bool planned = day > QDate(2026, 11, 24);
        session.set(SessionFields::Type, type);
        session.set(SessionFields::Starts, std::optional<qint64>(civil::at(day, QTime(14, 0))));
        session.set(SessionFields::State, planned ? u"planned"_s : u"held"_s);
        session.set(SessionFields::Title, title);
        session.set(SessionFields::Place, u"Nhà văn hóa thôn Khe Lánh"_s);
        session.set(SessionFields::Minutes, std::optional<qint64>(90));
        session.set(SessionFields::Hotlines, std::optional<qint64>(1));
        if (!planned) {
            session.set(SessionFields::Male, std::optional<qint64>(male));
            session.set(SessionFields::Female, std::optional<qint64>(female));
        }
        m_office->store(session);
    }
    QUuid addCase(const QString& code, const QString& kind, QDate day, int hours)
    {
        Record child = m_office->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        child.set(ChildFields::Sex, u"female"_s);
        m_office->store(child);
        Record file = m_office->reg->newRecord(kinds::Case);
        const UtcMs received = civil::at(day, QTime(20, 0));
        file.set(CaseFields::FileCode, code);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Kind, kind);
        file.set(CaseFields::Received, std::optional<qint64>(received));
        file.set(CaseFields::Outcome, u"case"_s);
        file.set(CaseFields::Age, std::optional<qint64>(9));
        file.set(CaseFields::Assessed, std::optional<qint64>(received + hours * 3600000LL));
        m_office->store(file);
        return file.id();
    }
    static void settle()
    {
        for (int i = 0; i < 40; ++i)
            QTest::qWait(10);
    }
    void keep(QWidget& page, const char* name)
    {
        settle();
        const QStringList faults = test::formFaults(&page);
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1String(name) + u": "_s + faults.join(u'\n')));
        if (qEnvironmentVariableIsSet("MAIAM_PICTURES"))
            page.grab().save(
                QDir::temp().filePath(u"office-%1-%2.png"_s.arg(QLatin1String(name)).arg(page.logicalDpiX())));
    }
    template <typename P> void open(P& page)
    {
        page.resize(1366 - 188, 768 - 58);
        page.show();
        page.activated();
        settle();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(Translator::install(Language::Vietnamese));
        Theme::apply(*qApp);
        InputGuard::install();
        m_office = std::make_unique<test::OfficeRegister>();
        addSession(u"class-children"_s, { 2026, 11, 10 }, u"Kỹ năng tự bảo vệ trước người lạ"_s, 23, 31);
        addSession(
            u"communication"_s, { 2026, 11, 3 }, u"Tháng hành động vì trẻ em, phòng chống đuối nước"_s, 210, 402);
        addSession(u"training-parents"_s, { 2026, 10, 20 }, u"Nuôi dạy con không đòn roi"_s, 12, 44);
        addSession(u"class-children"_s, { 2026, 11, 27 }, u"An toàn trên mạng cho học sinh lớp 5"_s, 0, 0);
        addCase(u"BL-2026-0024"_s, u"sexual"_s, { 2026, 10, 28 }, 3);
        addCase(u"BL-2026-0022"_s, u"violence"_s, { 2026, 11, 2 }, 10);
        addCase(u"BL-2026-0007"_s, u"sexual"_s, { 2026, 3, 2 }, 20);
    }
    void cleanupTestCase() { m_office.reset(); }

    void activities()
    {
        ActivitiesPage page(*m_office->context);
        open(page);
        QTRY_COMPARE(page.findChild<QTableView*>(u"sessions"_s)->model()->rowCount(), 4);
        keep(page, "sessions");
        page.openNewSession();
        keep(page, "session-form");
    }
    void tasks()
    {
        ActivitiesPage page(*m_office->context);
        open(page);
        page.showTasks();
        QTRY_VERIFY(page.findChild<QTableView*>(u"tasks"_s)->model()->rowCount() > 5);
        page.showTasks(u"2.d"_s);
        keep(page, "tasks");
    }
    void report()
    {
        ReportPage page(*m_office->context);
        open(page);
        QTRY_VERIFY(page.figures().has_value());
        QTRY_VERIFY(page.findChild<PaperSheets*>()->paper().pageCount() > 0);
        page.explain(u"case.kind.sexual.count.cumulative"_s);
        QTRY_VERIFY(page.findChild<PaperSheets*>()->chosenFigure().size() > 0);
        keep(page, "report");
    }
    /// Threads that have nothing to do end after half a minute. The sheets were once laid out in one of them, and the
    /// next drawing ended the program.
    void theSheetsAreStillDrawnAfterAPause()
    {
        ReportPage page(*m_office->context);
        open(page);
        for (int round = 0; round < 4; ++round) {
            page.setPeriod(page.period());
            auto* sheets = page.findChild<PaperSheets*>();
            QTRY_VERIFY(sheets->paper().pageCount() > 0);
            QVERIFY(QThreadPool::globalInstance()->waitForDone()); // ends its threads, too
            QVERIFY(!sheets->grab().isNull());
        }
    }
    /// Every number of the paper can be followed without a mouse.
    void aNumberOfTheReportLeadsToItsCases()
    {
        ReportPage page(*m_office->context);
        open(page);
        auto* sheets = page.findChild<PaperSheets*>();
        QTRY_VERIFY(sheets->paper().pageCount() > 0);
        QSignalSpy chosen(sheets, &PaperSheets::figureChosen);
        sheets->setFocus();
        for (int i = 0; i < 200 && (chosen.isEmpty() || chosen.last().first().toString() != u"case.opened"_s); ++i) {
            QTest::keyClick(sheets, Qt::Key_Right);
            QTest::keyClick(sheets, Qt::Key_Return);
        }
        QCOMPARE(chosen.last().first().toString(), u"case.opened"_s);
        const auto links = [&page] {
            QStringList texts;
            for (QPushButton* button : page.findChildren<QPushButton*>())
                if (button->isVisible() && button->text().startsWith(u"BL-2026-"_s))
                    texts.append(button->text().left(12));
            return texts;
        };
        QTRY_COMPARE(links(), (QStringList { u"BL-2026-0022"_s, u"BL-2026-0024"_s }));
        QSignalSpy opened(&page, &ReportPage::openCase);
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->text().startsWith(u"BL-2026-0024"_s))
                button->click();
        QCOMPARE(opened.size(), 1);
    }
    void importing()
    {
        ImportPage page(*m_office->context);
        open(page);
        keep(page, "import-empty");
        page.preview(QStringLiteral(MAIAM_FIXTURES) + "/so-theo-doi-mau.xlsx"_L1);
        QTRY_VERIFY_WITH_TIMEOUT(page.plan(), 30000);
        keep(page, "import");
    }
    void exchange()
    {
        ExchangePage page(*m_office->context);
        open(page);
        test::OfficeRegister province(OfficeRole::Province, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s);
        const auto card = offices::ownCard(*province.reg);
        QVERIFY(card);
        QVERIFY(offices::trust(*m_office->reg, *card, card->fingerprint()));
        ExchangePage again(*m_office->context);
        open(again);
        QTRY_COMPARE(again.findChild<QTableView*>(u"offices"_s)->model()->rowCount(), 1);
        keep(again, "exchange");
    }
    void board()
    {
        test::OfficeRegister province(OfficeRole::Province, u"22"_s, u"Sở Y tế tỉnh Quảng Ninh"_s);
        BoardPage page(*province.context);
        open(page);
        QTRY_COMPARE(page.findChild<QTableView*>(u"board"_s)->model()->rowCount(), 54);
        keep(page, "board");
    }
};

QTEST_MAIN(TestOfficePages)
#include "tst_office_pages.moc"
