// SPDX-License-Identifier: GPL-3.0-or-later
// One unlocking with the real window: from the passphrase that was accepted to the first page painted with its data;
// with --work, then an hour's mix of pages and the highest resident memory since unlocking. One process, one unlocking,
// so that nothing is warm but the system's file cache. Prints one JSON object.
#include "tests/benchmarks/large_register.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/process_memory.h"

#include "app/platform/platform.h"
#include "app/work_pages.h"
#include "models/records/kinds.h"
#include "ui/cases/cases_page.h"
#include "ui/reports/report_page.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/translator.h"
#include "ui/today/today_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>

#include <cstdio>

using namespace maiam;
using Ticks = std::chrono::steady_clock;

namespace {
constexpr int Rounds = 20;
constexpr int LongestBackupMs = 120'000;
constexpr int ScreenWidth = 1366;
constexpr int ScreenHeight = 768;

double since(Ticks::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Ticks::now() - begin).count();
}

/// Tells when the window was painted after it had something to show.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(std::function<void()> painted)
        : m_painted(std::move(painted))
    {
    }
    void arm() { m_armed = true; }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        // The window's backing store is painted and shown inside the handling of this event; then the loop turns.
        if (m_armed && event->type() == QEvent::UpdateRequest) {
            m_armed = false;
            QTimer::singleShot(0, this, [this] { m_painted(); });
        }
        return false;
    }

private:
    std::function<void()> m_painted;
    bool m_armed = false;
};

/// Lets everything that was asked for come in and be painted.
void settle(Register& reg)
{
    for (int i = 0; i < 3; ++i) {
        QThreadPool::globalInstance()->waitForDone();
        reg.read([](Database&) { return true; }).waitForFinished();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        // Outside an event loop nobody does it: pages that were left would count as memory in use.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void search(CasesPage& page, Register& reg)
{
    for (const char* typed : { "n", "ng", "nguyen", "đức", "lan", "0223", "nguyen thi h" }) {
        qobject_cast<QLineEdit*>(page.searchField())->setText(QString::fromUtf8(typed));
        page.model()->show(CaseView::All, QString::fromUtf8(typed));
        settle(reg);
    }
    qobject_cast<QLineEdit*>(page.searchField())->clear();
}

void scroll(CasesPage& page, Register& reg, QRandomGenerator& random)
{
    for (const CaseView view :
        { CaseView::Open, CaseView::Unsent, CaseView::Imported, CaseView::Overdue, CaseView::All }) {
        page.showView(view);
        settle(reg);
    }
    for (int i = 0; i < 30; ++i) {
        QScrollBar* bar = page.table()->verticalScrollBar();
        bar->setValue(int(random.bounded(quint32(bar->maximum() + 1))));
        settle(reg);
    }
}

void save(Register& reg, qint64 row, int round)
{
    const auto saved = reg.commit([&](Database& database) -> Result<Batch> {
                              Record record = RecordTables(database).readRow(kinds::Case, row).value();
                              record.set(CaseFields::Condition, QStringLiteral("Lần thăm %1").arg(round));
                              Batch batch;
                              batch.add(record);
                              return batch;
                          })
                           .result();
    if (!saved)
        qFatal("not saved");
}

/// An hour's work holds the day's backup, with few cases as with many; it begins a while after unlocking.
void waitForBackup(const QString& folder, Register& reg)
{
    const QDir backups(folder + QStringLiteral("/backups"));
    const auto made = [&] { return !backups.entryList({ QStringLiteral("*.maiam-backup") }, QDir::Files).isEmpty(); };
    for (QElapsedTimer waited; !made(); QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents)) {
        if (!waited.isValid())
            waited.start();
        if (waited.elapsed() > LongestBackupMs)
            qFatal("no backup was made");
    }
    settle(reg);
}

/// Every door in turn, searching, scrolling, opening a case, saving.
void workAnHour(MainWindow& window, Register& reg)
{
    QRandomGenerator random(7);
    const auto ids = reg.read([](Database& database) { return caseList::ids(database).value(); }).result();
    for (int round = 0; round < Rounds; ++round) {
        for (const Door door : { Door::Today, Door::Children, Door::Activities, Door::Reports, Door::Cases }) {
            window.openDoor(door);
            settle(reg);
        }
        auto* cases = qobject_cast<CasesPage*>(window.doorPage(Door::Cases));
        search(*cases, reg);
        scroll(*cases, reg, random);
        const CaseRow* row = cases->model()->caseAt(cases->table()->rowAt(5));
        if (row)
            Q_EMIT cases->caseWanted(row->id);
        settle(reg);
        window.back();
        for (int i = 0; i < 3; ++i)
            save(reg, ids[size_t(round * 3 + i) % ids.size()], round);
        settle(reg);
    }
}

struct Unlocked
{
    std::unique_ptr<Register> reg;
    std::unique_ptr<WorkContext> context;
    std::unique_ptr<WorkPages> pages;
};

/// As Desktop does it once the passphrase was typed.
void work(MainWindow& window, Unlocked& now, const Catalogues& catalogues, const StatutoryClock& clock)
{
    now.context = std::make_unique<WorkContext>(WorkContext { *now.reg, catalogues, clock });
    now.pages = std::make_unique<WorkPages>(window, *now.context);
    window.setUser(now.reg->userLabel(), {});
    window.showWork();
    now.pages->begin();
}

QJsonObject unlock(const QString& folder, bool working)
{
    const auto catalogues = Catalogues::builtIn();
    const auto clock = StatutoryClock::fromCatalogues(*catalogues);
    MainWindow window;
    window.showFullPage(new LockScreen);
    window.resize(ScreenWidth, ScreenHeight);
    window.show();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    // The key's derivation comes before the passphrase is accepted: measured by itself and taken off.
    std::vector<double> derivation;
    for (int i = 0; i < 7; ++i)
        derivation.push_back(timed([&] { static_cast<void>(LargeRegister::keyOf(folder)); }).wall);

    Unlocked now;
    QEventLoop loop;
    QJsonObject out;
    const auto begin = Ticks::now();
    const auto told = [&](const char* name) { out.insert(QLatin1String(name), since(begin) - median(derivation)); };
    PaintWatch watch([&] {
        told("usable_ms");
        loop.quit();
    });
    window.installEventFilter(&watch);
    QFutureWatcher<std::shared_ptr<Register>> opening;
    QObject::connect(&opening, &QFutureWatcherBase::finished, &window, [&] {
        told("opened_ms");
        work(window, now, *catalogues, *clock);
        told("window_made_ms");
        auto* today = qobject_cast<TodayPage*>(window.doorPage(Door::Today));
        QObject::connect(today, &TodayPage::dueCountChanged, &watch, [&](int count) {
            if (out.contains(QStringLiteral("data_ms")))
                return;
            told("data_ms");
            out.insert(QStringLiteral("due"), count);
            watch.arm();
        });
    });
    opening.setFuture(QtConcurrent::run([&]() -> std::shared_ptr<Register> {
        now.reg = LargeRegister::open(folder);
        return {};
    }));
    const bool counted = processMemory::forgetHighest();
    const qint64 unlocked = processMemory::residentKb();
    loop.exec();
    auto* today = window.doorPage(Door::Today);
    out.insert(QStringLiteral("cards_shown"), today->findChildren<QPushButton*>(QStringLiteral("doNow")).size());
    if (working) {
        workAnHour(window, *now.reg);
        waitForBackup(folder, *now.reg);
        out.insert(QStringLiteral("locked_kb"), unlocked);
        out.insert(QStringLiteral("highest_kb"), processMemory::highestKb());
        out.insert(QStringLiteral("counted_from_unlocking"), counted);
    }
    window.closeAllPages();
    now.pages.reset();
    return out;
}
} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    platform::returnFreedMemory();
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    Translator::install(Language::Vietnamese);
    Theme::apply(application);
    InputGuard::install();
    const QJsonObject told = unlock(arguments[1], arguments.contains(QStringLiteral("--work")));
    std::fputs(QJsonDocument(told).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
