// SPDX-License-Identifier: GPL-3.0-or-later
// A month of an office, with real windows: what was held counts for the directive and in the report; the old workbook
// comes in; a package goes to the province and its receipt comes back.
#include "models/directive/task_table.h"
#include "models/exchange/offices.h"
#include "models/imports/import_tables.h"
#include "models/papers/composed_paper.h"
#include "models/records/kinds.h"
#include "models/reports/remark.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/type_text.h"
#include "ui/activities/activities_page.h"
#include "ui/activities/session_editor.h"
#include "ui/activities/tasks_view.h"
#include "ui/exchange/exchange_page.h"
#include "ui/imports/import_page.h"
#include "ui/province/board_page.h"
#include "ui/reports/paper_view.h"
#include "ui/reports/report_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
void choose(QWidget* form, const QString& name, const QString& code)
{
    auto* box = form->findChild<QComboBox*>(name);
    QVERIFY2(box, qPrintable(name));
    box->setCurrentIndex(box->findData(code));
    Q_EMIT box->activated(box->currentIndex());
}

void type(QWidget* form, const QString& name, const QString& text)
{
    auto* field = form->findChild<QWidget*>(name);
    QVERIFY2(field, qPrintable(name));
    test::typeText(field, text);
}

/// The rows of a table as their first lines.
QStringList cells(QWidget* page, const QString& table, int column, int role = Qt::DisplayRole)
{
    QStringList texts;
    auto* view = page->findChild<QTableView*>(table);
    for (int row = 0; view && row < view->model()->rowCount(); ++row)
        texts.append(view->model()->index(row, column).data(role).toString());
    return texts;
}

bool messageOf(Page* page, MessageBar::Kind kind)
{
    return page->message()->isVisible() && page->message()->kind() == kind;
}

QString pdfText(const QString& file)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, { u"-layout"_s, file, u"-"_s });
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}
} // namespace

class TestMonthJourney : public QObject
{
    Q_OBJECT

    /// Records a session as it is typed the morning after.
    void recordSession(ActivitiesPage& page)
    {
        page.openNewSession();
        auto* form = page.findChild<SessionEditor*>();
        choose(form, u"type"_s, u"class-children"_s);
        type(form, u"starts"_s, u"14:00 10/11"_s);
        type(form, u"minutes"_s, u"90"_s);
        type(form, u"title"_s, u"Kỹ năng tự bảo vệ trước người lạ"_s);
        type(form, u"place"_s, u"Trường Tiểu học Đồng Văn"_s);
        type(form, u"male"_s, u"23"_s);
        type(form, u"female"_s, u"31"_s);
        form->findChild<QCheckBox*>(u"hotlines"_s)->setChecked(true);
        QSignalSpy saved(form, &SessionEditor::saved);
        form->save();
        QVERIFY(saved.count() == 1 || saved.wait());
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void cleanup() { QCOMPARE(Questions::clearAnswers(), 0); }

    void aClassThatWasHeldCountsForTheTaskAndInTheReport();
    void aDeletedSessionComesBack();
    void aWordHalfTypedIsSaved();
    void aRemarkBelongsToTheMonthInWhichItWasTyped();
    void whatIsWrongIsSaidBesideItsField();
    void theOldWorkbookIsShownBeforeItIsTakenIn();
    void aPackageGoesToTheProvinceAndIsOnTheBoard();
};

void TestMonthJourney::aClassThatWasHeldCountsForTheTaskAndInTheReport()
{
    test::OfficeRegister office;
    ActivitiesPage page(*office.context);
    page.show();
    page.activated();
    recordSession(page);
    QTRY_COMPARE(cells(&page, u"sessions"_s, 2), QStringList { u"Kỹ năng tự bảo vệ trước người lạ"_s });
    QCOMPARE(cells(&page, u"sessions"_s, 3), QStringList { u"54"_s });
    page.showTasks(u"2.c"_s);
    const auto evidence = [&] {
        auto* model = page.findChild<QTableView*>(u"tasks"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == u"2.c"_s)
                return model->index(row, 1).data(CellTable::SecondLineRole).toString();
        }
        return QString();
    };
    QTRY_VERIFY2(evidence().contains(u"54"_s) && evidence().contains(u"31"_s), qPrintable(evidence()));

    ReportPage report(*office.context);
    report.resize(1138, 740);
    report.show();
    report.activated();
    QCOMPARE(report.period().code(), u"2026-11"_s); // the period that is over
    QTRY_VERIFY(report.figures().has_value());
    QCOMPARE(report.figures()->at(u"activity.training.count"_s), 1);
    QCOMPARE(report.figures()->at(u"activity.training.people"_s), 54);
    test::typeText(report.findChild<QPlainTextEdit*>(u"remark"_s), u"Lực lượng cộng tác viên thôn còn thiếu."_s);
    const QString file = office.home.filePath(u"báo cáo.pdf"_s);
    Questions::setNextFileName(file);
    report.savePdf();
    QTRY_VERIFY_WITH_TIMEOUT(messageOf(&report, MessageBar::Kind::Ok), 20000);
    const QString text = pdfText(file);
    if (text.isEmpty())
        QSKIP("pdftotext is not installed");
    QVERIFY2(text.contains(u"54"_s), qPrintable(text));
    QVERIFY2(text.contains(u"cộng tác viên thôn còn thiếu"_s), qPrintable(text));
    report.copyFigures();
    QVERIFY(QApplication::clipboard()->text().contains(u"54"_s));
}

void TestMonthJourney::aDeletedSessionComesBack()
{
    test::OfficeRegister office;
    ActivitiesPage page(*office.context);
    page.show();
    page.activated();
    recordSession(page);
    QTRY_COMPARE(cells(&page, u"sessions"_s, 3), QStringList { u"54"_s });
    const QString id = cells(&page, u"sessions"_s, 0, CellTable::IdRole).first();
    page.openSession(QUuid::fromString(id));
    auto* form = page.findChild<SessionEditor*>();
    QTRY_COMPARE(form->findChild<QLineEdit*>(u"male"_s)->text(), u"23"_s);
    Q_EMIT form->deletionWanted(QUuid::fromString(id));
    QTRY_COMPARE(cells(&page, u"sessions"_s, 0).size(), 0);
    QPushButton* back = nullptr;
    for (QPushButton* button : page.message()->findChildren<QPushButton*>())
        back = button->isVisible() ? button : back;
    QVERIFY(back);
    back->click();
    QTRY_COMPARE(cells(&page, u"sessions"_s, 2), QStringList { u"Kỹ năng tự bảo vệ trước người lạ"_s });
    QCOMPARE(cells(&page, u"sessions"_s, 3), QStringList { u"54"_s });
}

void TestMonthJourney::aWordHalfTypedIsSaved()
{
    test::OfficeRegister office;
    ReportPage report(*office.context);
    report.show();
    report.activated();
    QTRY_VERIFY(report.figures().has_value());
    test::composeText(report.findChild<QPlainTextEdit*>(u"remark"_s), u"nghiêm"_s);
    report.deactivated();
    const auto read = [&] {
        return office.reg
            ->read([&](Database& database) { return remark::read(database, office.reg->office().id, report.period()); })
            .result()
            .value_or(QString());
    };
    QTRY_COMPARE(read(), u"nghiêm"_s);
}

void TestMonthJourney::aRemarkBelongsToTheMonthInWhichItWasTyped()
{
    test::OfficeRegister office;
    ReportPage report(*office.context);
    report.show();
    report.activated();
    auto* field = report.findChild<QPlainTextEdit*>(u"remark"_s);
    QTRY_VERIFY(!field->isReadOnly());
    const ReportPeriod november = report.period();
    test::typeText(field, u"mưa lũ"_s);
    report.setPeriod(november.previous()); // before the remark was stored by itself
    QVERIFY(field->isReadOnly()); // nothing typed now would know where it belongs
    QTRY_VERIFY(!field->isReadOnly());
    QCOMPARE(field->toPlainText(), QString());
    test::typeText(field, u"khô hạn"_s);
    report.deactivated();
    const auto of = [&](const ReportPeriod& period) {
        return office.reg
            ->read([&](Database& database) { return remark::read(database, office.reg->office().id, period); })
            .result()
            .value_or(QString());
    };
    QTRY_COMPARE(of(november.previous()), u"khô hạn"_s);
    QCOMPARE(of(november), u"mưa lũ"_s);
}

void TestMonthJourney::whatIsWrongIsSaidBesideItsField()
{
    test::OfficeRegister office;
    ActivitiesPage page(*office.context);
    page.show();
    page.openNewSession();
    auto* form = page.findChild<SessionEditor*>();
    type(form, u"starts"_s, u"lúc nào đó"_s);
    type(form, u"male"_s, u"nhiều"_s);
    form->save();
    QVERIFY(form->isOpen());
    QVERIFY(!form->findChild<QLineEdit*>(u"male"_s)->accessibleDescription().isEmpty());
    QVERIFY(!form->findChild<QLineEdit*>(u"starts"_s)->accessibleDescription().isEmpty());
    // What is written out in full already is not said again below.
    auto* when = form->findChild<QLineEdit*>(u"starts"_s);
    const auto repeats = [&](const QString& typed) {
        when->clear();
        type(form, u"starts"_s, typed);
        const auto labels = form->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisibleTo(label->window()) && label->text().contains(u"14:00 20/11/2026"_s);
        });
    };
    QVERIFY(repeats(u"14:00 20/11"_s));
    QVERIFY(!repeats(u"14:00 20/11/2026"_s));
    // Of a session that is planned, a day without a year is the next one.
    page.openNewSession();
    form->discard();
    page.openNewSession(u"communication"_s);
    type(form, u"starts"_s, u"14:00 01/03"_s);
    QSignalSpy saved(form, &SessionEditor::saved);
    form->save();
    QVERIFY(saved.count() == 1 || saved.wait());
    const auto record = office.reg->record(kinds::Session, saved.first().first().toUuid());
    QVERIFY(record);
    QCOMPARE(civil::date(record->number(SessionFields::Starts).value_or(0)), QDate(2027, 3, 1));
}

void TestMonthJourney::theOldWorkbookIsShownBeforeItIsTakenIn()
{
    test::OfficeRegister office;
    ImportPage page(*office.context);
    page.resize(1138, 740);
    page.show();
    Questions::setNextFileName(QStringLiteral(MAIAM_FIXTURES) + "/so-theo-doi-mau.xlsx"_L1);
    page.choose();
    QTRY_VERIFY_WITH_TIMEOUT(page.plan(), 30000);
    QVERIFY(page.plan()->preview.children > 0);
    // A column that was taken for something else: its cells go to the note then, and back again.
    auto* column = page.findChild<QComboBox*>(u"column"_s);
    auto* use = page.findChild<QComboBox*>(u"columnUse"_s);
    const auto taken = [&](const QString& name) { return cells(&page, u"columns"_s, 2).contains(name); };
    const QString mother = ImportTables::useName(ColumnUse::Mother);
    QVERIFY(taken(mother));
    page.findChild<QTableView*>(u"columns"_s)->selectRow(int(cells(&page, u"columns"_s, 2).indexOf(mother)));
    QCOMPARE(use->currentText(), mother);
    const int chosen = column->currentIndex();
    const auto hold = [&](ColumnUse what) {
        const int place = use->findData(int(what));
        use->setCurrentIndex(place);
        Q_EMIT use->activated(place);
    };
    hold(ColumnUse::Unknown);
    QTRY_VERIFY_WITH_TIMEOUT(!taken(mother), 30000);
    QCOMPARE(column->currentIndex(), chosen);
    hold(ColumnUse::Mother);
    QTRY_VERIFY_WITH_TIMEOUT(taken(mother), 30000);
    QVERIFY(!cells(&page, u"problems"_s, 0).isEmpty());
    const auto children = [&] {
        return office.reg
            ->read([](Database& database) {
                auto rows = database.query(u"SELECT count(*) FROM child"_s);
                return rows && rows->next() ? rows->integer(0) : -1;
            })
            .result();
    };
    QCOMPARE(children(), 0);
    const int expected = page.plan()->preview.children;
    page.run();
    QTRY_VERIFY_WITH_TIMEOUT(messageOf(&page, MessageBar::Kind::Ok), 60000);
    QCOMPARE(children(), expected);
    const QString list = office.home.filePath(u"xem lại.csv"_s);
    Questions::setNextFileName(list);
    page.saveProblems();
    QTRY_VERIFY(QFile::exists(list));
}

void TestMonthJourney::aPackageGoesToTheProvinceAndIsOnTheBoard()
{
    test::OfficeRegister commune;
    QString unit;
    for (const CatalogueEntry& entry : commune.catalogues.at("units"_L1).entries()) {
        if (entry.text("kind"_L1) == "province"_L1 || entry.text("level"_L1) == "province"_L1)
            unit = entry.code;
    }
    test::OfficeRegister province(OfficeRole::Province, unit.isEmpty() ? u"22"_s : unit, u"Sở Y tế tỉnh Quảng Ninh"_s);
    Record session = commune.reg->newRecord(kinds::Session);
    session.set(SessionFields::Type, u"communication"_s);
    session.set(SessionFields::Starts, std::optional<qint64>(commune.clock->now()));
    session.set(SessionFields::State, u"held"_s);
    commune.store(session);

    ExchangePage here(*commune.context);
    ExchangePage there(*province.context);
    const QString cards[] = { commune.home.filePath(u"the-xa.txt"_s), province.home.filePath(u"the-so.txt"_s) };
    ExchangePage* pages[] = { &here, &there };
    for (int i = 0; i < 2; ++i) {
        pages[i]->show();
        pages[i]->activated();
        Questions::setNextFileName(cards[i]);
        QTRY_VERIFY((pages[i]->saveCard(), QFile::exists(cards[i])));
    }
    const QString fingerprints[] = { offices::ownCard(*commune.reg)->fingerprint(),
        offices::ownCard(*province.reg)->fingerprint() };
    for (int i = 0; i < 2; ++i) {
        Questions::setNextFileName(cards[1 - i]);
        pages[i]->openCard();
        type(pages[i], u"fingerprint"_s, u"11111 22222"_s); // misheard
        pages[i]->trustCard();
        QTRY_VERIFY(!pages[i]->findChild<QLineEdit*>(u"fingerprint"_s)->accessibleDescription().isEmpty());
        QCOMPARE(cells(pages[i], u"offices"_s, 0).size(), 0);
        pages[i]->findChild<QLineEdit*>(u"fingerprint"_s)->clear();
        type(pages[i], u"fingerprint"_s, QString(fingerprints[1 - i]).replace(u'-', u' '));
        QTRY_VERIFY((pages[i]->trustCard(), cells(pages[i], u"offices"_s, 0).size() == 1));
    }
    const QString stick = commune.home.filePath(u"USB"_s);
    QVERIFY(QDir().mkpath(stick));
    Questions::setNextFileName(stick);
    here.seal();
    QTRY_COMPARE_WITH_TIMEOUT(QDir(stick).entryList({ u"*.maiam"_s }).size(), 1, 20000);
    QTRY_VERIFY(!here.task()->isRunning());
    QVERIFY2(!here.message()->isVisible(), qPrintable(here.message()->text()));

    BoardPage board(*province.context);
    board.show();
    board.activated();
    QTRY_VERIFY(!cells(&board, u"board"_s, 0).isEmpty());
    QVERIFY(cells(&board, u"board"_s, 1).filter(u"/2026"_s).isEmpty());
    Questions::setNextFileName(QDir(stick).filePath(QDir(stick).entryList({ u"*.maiam"_s }).first()));
    there.receive();
    QTRY_VERIFY_WITH_TIMEOUT(!there.task()->isRunning(), 20000);
    QVERIFY2(!there.message()->isVisible(), qPrintable(there.message()->text()));
    there.takeIn();
    QTRY_VERIFY2_WITH_TIMEOUT(messageOf(&there, MessageBar::Kind::Ok), qPrintable(there.message()->text()), 20000);
    QTRY_COMPARE(cells(&board, u"board"_s, 1).filter(u"24/11/2026"_s).size(), 1);
}

QTEST_MAIN(TestMonthJourney)
#include "tst_month_journey.moc"
