// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the screens are made of, shown once. With MAIAM_PICTURES set, the pictures are kept in the temporary
// folder to be looked at.
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/type_text.h"
#include "ui/shell/first_start.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/translator.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/long_task_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/progress_bar_with_mark.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/step_line.h"
#include "ui/widgets/two_line_delegate.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {

QStandardItem* cell(const QString& text, const QHash<int, QVariant>& roles = {})
{
    auto* item = new QStandardItem(text);
    for (auto it = roles.begin(); it != roles.end(); ++it)
        item->setData(it.value(), it.key());
    return item;
}

Page* listPage()
{
    auto* page = new Page;
    page->setTitle(u"Hồ sơ"_s);
    auto* search = new SearchField;
    page->addToTitle(search, 2);
    page->setSubtitle(u"2 kết quả"_s);
    page->addAction(u"Cột"_s);
    page->addAction(u"Xuất…"_s);
    page->addPrimaryAction(u"Chốt số liệu…"_s);
    auto* chips = new FilterChips;
    for (const QString& name : { u"Tất cả"_s, u"Đang mở"_s, u"Quá hạn"_s, u"Chưa gửi 14"_s, u"Của tôi"_s })
        chips->add(name, name);
    page->addRow(chips);
    auto* model = new QStandardItemModel(page);
    model->setHorizontalHeaderLabels({ u"Mã hồ sơ"_s, u"Trẻ em"_s, u"Bước"_s, u"Hạn"_s, u"Tiến độ"_s });
    model->appendRow({ cell(u"BL-2026-0018"_s),
        cell(u"Nguyễn Đức Anh"_s,
            { { role::IsBold, true }, { role::SecondLine, u"10 tuổi, nam · Khu 2"_s },
                { role::Found, QVariant::fromValue(QList<TextRange> { { 7, 3 } }) } }),
        cell(u"Rà soát"_s), cell(u"còn 4 ngày"_s, { { role::IsChip, true }, { role::MeaningTone, int(Tone::Amber) } }),
        cell(u"81 %"_s, { { role::Percent, 81 }, { role::ShouldBePercent, 90 } }) });
    model->appendRow({ cell(u"BL-2026-0011"_s),
        cell(u"Tằng Đức Bảo"_s, { { role::IsBold, true }, { role::SecondLine, u"8 tuổi, nam · Thôn Khe Lánh"_s } }),
        cell(u"Thực hiện"_s), cell(u"quá hạn"_s, { { role::IsChip, true }, { role::MeaningTone, int(Tone::Red) } }),
        cell(u"33 %"_s,
            { { role::Percent, 33 }, { role::ShouldBePercent, 100 }, { role::MeaningTone, int(Tone::Red) } }) });
    auto* table = new QTableView;
    table->setModel(model);
    TwoLineDelegate::install(table, true);
    table->horizontalHeader()->resizeSections(QHeaderView::ResizeToContents);
    table->setAccessibleName(u"Hồ sơ"_s);
    table->selectRow(0);
    page->setBody(table, false);
    auto* kinds = new Card(u"Theo loại việc"_s);
    auto* lying = new BarChart(Qt::Horizontal);
    lying->setBars(
        u"Theo loại việc"_s, { { u"Bạo lực"_s, 11 }, { u"Xâm hại tình dục"_s, 6 }, { u"Bỏ rơi, bỏ mặc"_s, 4 } });
    kinds->body()->addWidget(lying);
    page->addSide(kinds);
    auto* months = new Card(u"So với kỳ trước"_s);
    auto* upright = new BarChart(Qt::Vertical);
    upright->setBars(u"12 kỳ, số vụ mới"_s, { { u"9"_s, 2 }, { u"10"_s, 4 }, { u"11"_s, 3, true } });
    months->body()->addWidget(upright);
    page->addSide(months);
    auto* task = new Card(u"Nhiệm vụ chỉ thị"_s);
    auto* bar = new ProgressBarWithMark;
    bar->setProgress(81, 88);
    task->body()->addWidget(makeWrappedLabel(u"Lẽ ra đã 88 %, nay 81 %"_s));
    task->body()->addWidget(bar);
    page->addSide(task);
    return page;
}

Page* formPage()
{
    auto* page = new Page;
    page->setTitle(u"BL-2026-0029"_s);
    page->addToTitle(new Chip(u"Xâm hại"_s, Tone::Red));
    page->addToTitle(new Chip(u"Hồ sơ hạn chế"_s));
    page->addAction(u"In…"_s);
    auto* steps = new StepLine;
    QList<Step> list;
    for (const QString& name : { u"Tiếp nhận"_s, u"Đánh giá ban đầu"_s, u"Xác minh"_s, u"Kế hoạch"_s, u"Ký duyệt"_s,
             u"Thực hiện"_s, u"Rà soát"_s, u"Kết thúc"_s })
        list.append({ name,
            list.size() < 2        ? Step::State::Done
                : list.size() == 2 ? Step::State::Current
                                   : Step::State::Open });
    steps->setSteps(list);
    auto* stepCard = new Card;
    stepCard->body()->addWidget(steps);
    page->addRow(stepCard);
    page->message()->showMessage(
        MessageBar::Kind::Warning, u"Kế hoạch chưa trình ký. Hạn là hết ngày 25/11/2026."_s, u"Trình ký"_s, [] {});
    page->task()->start(u"Đang đóng gói…"_s);
    page->task()->setProgress(3, 10);
    auto* clock = new Card;
    clock->setUrgency(Urgency::Amber);
    QLabel* left = makeLabel(u"còn 1 ngày làm việc"_s, TextStyle::Clock);
    setTone(left, Tone::Amber);
    clock->body()->addWidget(left);
    clock->body()->addWidget(makeWrappedLabel(u"Lập kế hoạch hỗ trợ, can thiệp (Mẫu 04), trình ký · Điều 28"_s));
    page->column()->addWidget(clock);
    auto* form = new Card(u"Mẫu 03 · Thu thập thông tin"_s);
    auto* name = new LabelledField(u"&Họ và tên trẻ"_s, new QLineEdit(u"Tằng Mỹ"_s));
    name->setRequired(true);
    auto* kind = new QComboBox;
    kind->addItems({ u"Tổng đài 111"_s, u"Người dân"_s });
    auto* source = new LabelledField(u"&Nguồn"_s, kind);
    auto* when = new LabelledField(u"Ngà&y"_s, new QDateEdit(QDate(2026, 11, 24)));
    auto* place = new LabelledField(u"Nơi &xảy ra"_s, new QLineEdit);
    place->setError(u"Hãy ghi nơi xảy ra, hoặc chọn “không biết”."_s);
    auto* wish =
        new LabelledField(u"N&guyện vọng của trẻ"_s, new QPlainTextEdit(u"Muốn ở với bà ngoại đến khi xong việc."_s));
    wish->setHint(u"Nháp lưu 08:12:40"_s);
    wish->editor()->setMaximumHeight(Theme::scaled(60));
    auto* radios = new QHBoxLayout;
    for (const QString& text : { u"Cao"_s, u"Trung bình"_s, u"Thấp"_s })
        radios->addWidget(new QRadioButton(text));
    for (QWidget* field : std::initializer_list<QWidget*> { name, source, when, place, wish })
        form->body()->addWidget(field);
    form->body()->addLayout(radios);
    page->column()->addWidget(form);
    auto* history = new Card(u"Lịch sử"_s);
    history->body()->addWidget(makeLabel(u"23/11 16:20 Lan"_s, TextStyle::Secondary));
    history->body()->addWidget(makeWrappedLabel(u"Mức tổn hại: Trung bình → Cao"_s));
    history->body()->addWidget(makeLinkButton(u"4 lượt xem"_s), 0, Qt::AlignLeft);
    page->addSide(history);
    return page;
}

FirstStartServices services()
{
    FirstStartServices s;
    for (const QString& name :
        { u"Bình Liêu"_s, u"Hoành Mô"_s, u"Lục Hồn"_s, u"Hà Tu"_s, u"Cô Tô"_s, u"Vân Đồn"_s, u"Đầm Hà"_s })
        s.communes.append({ name, name + u" (xã)"_s, u"UBND xã "_s + name });
    s.province = { u"22"_s, u"Sở Y tế Quảng Ninh"_s, u"Sở Y tế Quảng Ninh"_s };
    s.offerPassphrase = [] { return u"suoi da cam tho may gao"_s; };
    s.judgePassphrase = [](const QString& text) {
        const bool good = text.size() >= 16;
        return PassphraseJudgement { good, static_cast<int>(std::min<qsizetype>(100, text.size() * 5)),
            good ? u"Đủ mạnh."_s : u"Còn ngắn: cần ít nhất bốn từ không liên quan nhau."_s };
    };
    s.newRecoveryKey = [] {
        return QStringList { u"7KQ2M"_s, u"X4B9T"_s, u"0PZ3D"_s, u"HW8SE"_s, u"N6R1C"_s, u"V5YJA"_s, u"G2F7K"_s,
            u"M9T4Q"_s };
    };
    s.printRecoveryKey = [](QWidget*, const FirstStartAnswers&, auto) {};
    s.create = [](const FirstStartAnswers&, auto progress, auto done) {
        progress(50, u"…"_s);
        done(Result<>());
    };
    return s;
}

void fillWindow(MainWindow& window)
{
    window.setWindowTitle(u"Mái Ấm — UBND xã Bình Liêu"_s);
    window.setUser(u"Hoàng Thị Lan"_s, u"Cán bộ"_s);
    window.setHotlines({ { u"111"_s, u"Tổng đài quốc gia"_s }, { u"1800 1769"_s, u"Quảng Ninh"_s },
        { u"113"_s, u"Công an"_s }, { u"115"_s, u"Cấp cứu"_s } });
    window.setStatus(u"Đã lưu 08:12 · Sao lưu hôm qua, đã kiểm tra · Chưa gửi Sở: 14 mục"_s);
    window.setBadge(Door::Today, 3);
    window.addMore(u"Người dùng và khóa"_s);
}

void picture(QWidget& widget, const char* name)
{
    widget.resize(1366, 768);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    QTest::qWait(50);
    QVERIFY2(widget.width() <= 1366 && widget.height() <= 768,
        qPrintable(u"%1 needs %2×%3"_s.arg(QLatin1StringView(name)).arg(widget.width()).arg(widget.height())));
    if (qEnvironmentVariableIsSet("MAIAM_PICTURES"))
        widget.grab().save(
            QDir::temp().filePath(u"maiam-%1-%2.png"_s.arg(QLatin1StringView(name)).arg(Theme::scaled(100))));
    const QStringList faults = test::formFaults(&widget);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

} // namespace

class TestGallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theScreensFitAndEveryControlHasAName_data();
    void theScreensFitAndEveryControlHasAName();
    void inHighContrastTheSystemsColoursHold();
};

void TestGallery::initTestCase()
{
    QVERIFY(Translator::install(Language::Vietnamese));
}

void TestGallery::theScreensFitAndEveryControlHasAName_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : { 100, 150, 200 })
        QTest::addRow("%d %%", percent) << percent;
}

void TestGallery::theScreensFitAndEveryControlHasAName()
{
    QFETCH(int, percent);
    Theme::apply(*qApp, percent);
    {
        MainWindow window;
        fillWindow(window);
        window.setDoorPage(Door::Cases, listPage());
        window.openDoor(Door::Cases);
        picture(window, "list");
        window.openPage(formPage(), Door::Cases);
        picture(window, "case");
        QCOMPARE(window.shortcuts().conflicts(), QStringList());
        auto* lock = new LockScreen;
        lock->setOffice(u"Sổ bảo vệ trẻ em · UBND xã Bình Liêu"_s);
        lock->setUsers({ { u"1"_s, u"Hoàng Thị Lan — Cán bộ"_s } });
        lock->setNote(u"2 việc đến hạn lúc 11:40."_s, u"Sao lưu gần nhất: hôm qua 17:02."_s);
        window.showFullPage(lock);
        picture(window, "lock");
        lock->setBusy(true);
        picture(window, "lock-busy");
        lock->showMessage(
            MessageBar::Kind::Error, u"Cụm mật khẩu không đúng. Kiểm tra Caps Lock và bộ gõ rồi nhập lại."_s);
        picture(window, "lock-wrong");
    }
    FirstStart start(services());
    picture(start, "start-1");
    start.next();
    QCOMPARE(start.currentStep(), 0);
    test::typeText(start.findChild<SearchField*>(), u"Bình"_s);
    start.next();
    picture(start, "start-2");
    test::typeText(start.findChild<PersonStep*>()->findChild<QLineEdit*>(), u"Hoàng Thị Lan"_s);
    start.next();
    picture(start, "start-3");
    auto* passphrase = start.findChild<PassphraseStep*>();
    const auto radios = passphrase->findChildren<QRadioButton*>();
    const auto fields = passphrase->findChildren<PassphraseField*>();
    radios.last()->click();
    fields.first()->setText(u"ngan"_s);
    start.next();
    QCOMPARE(start.currentStep(), 2);
    picture(start, "start-3-own");
    radios.first()->click();
    test::typeText(fields.last(), u"suoi da cam tho may gao"_s);
    start.next();
    picture(start, "start-4");
    auto* recovery = start.findChild<RecoveryStep*>();
    const auto groups = recovery->findChildren<QLineEdit*>();
    test::typeText(groups.first(), start.answers().recoveryKey.at(recovery->asked().first).toLower());
    start.next();
    QCOMPARE(start.currentStep(), 3);
    test::typeText(groups.last(), start.answers().recoveryKey.at(recovery->asked().second));
    Questions::setNextAnswer(Answer::Accept); // the key is copied by hand
    start.next();
    picture(start, "start-5");
    bool created = false;
    connect(&start, &FirstStart::created, this, [&] { created = true; });
    start.next();
    QVERIFY(created);
    QCOMPARE(start.answers().unitCode, u"Bình Liêu"_s);
    QCOMPARE(start.answers().passphrase, u"suoi da cam tho may gao"_s);
}

void TestGallery::inHighContrastTheSystemsColoursHold()
{
    QPalette system;
    system.setColor(QPalette::Window, Qt::black);
    system.setColor(QPalette::WindowText, Qt::white);
    QVERIFY(Theme::isHighContrast(system));
    QPalette ordinary;
    ordinary.setColor(QPalette::Window, QColor(0xefefef));
    ordinary.setColor(QPalette::WindowText, Qt::black);
    QVERIFY(!Theme::isHighContrast(ordinary));
    Theme::apply(*qApp, 100, true);
    QCOMPARE(Theme::ink(Tone::Red), Theme::colours().ink);
    QVERIFY(!qApp->styleSheet().contains(u"#0b6470"_s));
    Theme::apply(*qApp, 100, false);
    QVERIFY(qApp->styleSheet().contains(u"#0b6470"_s));
}

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
