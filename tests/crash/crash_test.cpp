// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a busy session at random moments (as a power button or the system's killer would) and looks whether every
// acknowledged save is there and the register is in order. Usage: maiam_crash_test ROUNDS [SEED]
#include "models/records/kinds.h"
#include "models/register/register.h"
#include "models/register/verify.h"
#include "models/sqlcipher/secret_key.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace maiam;

namespace {
const QString Passphrase = QStringLiteral("khong ai biet cau nay");
constexpr int ShortestMs = 20;
constexpr int LongestMs = 1500;
constexpr int StartMs = 60'000; ///< for the first save of a session, also under sanitizers

Result<std::unique_ptr<Register>> open(const QString& folder)
{
    return Register::open(folder, Passphrase, std::make_shared<SystemClock>(), KdfLimits::forTests());
}

int failed(const QString& what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    return 1;
}

int failed(const Error& error)
{
    return failed(error.message + u' ' + error.detail);
}

/// "id counter" on standard output, once the save has been acknowledged.
void acknowledge(QUuid record, int counter)
{
    std::printf("%s %d\n", record.toByteArray(QUuid::WithoutBraces).constData(), counter);
    std::fflush(stdout);
}

/// The number at the end of a name.
int counterOf(const Record& record)
{
    return record.text(ChildFields::Name).section(u' ', -1).toInt();
}

Result<void> save(Register& reg, Record record, int counter)
{
    record.set(ChildFields::Name, QStringLiteral("Trẻ thứ %1").arg(counter));
    Batch batch;
    batch.add(record);
    if (auto done = reg.commit(batch).result(); !done)
        return fail(done);
    acknowledge(record.id(), counter);
    return {};
}

/// Many records in one save: all of them or none.
Result<void> saveMany(Register& reg, int counter)
{
    Batch batch;
    std::vector<QUuid> ids;
    for (int i = 0; i < 300; ++i) {
        Record child = reg.newRecord(kinds::Child);
        child.set(ChildFields::Name, QStringLiteral("Trẻ thứ %1").arg(counter));
        child.set(ChildFields::Note, QString(200, u'ễ'));
        batch.add(child);
        ids.push_back(child.id());
    }
    if (auto done = reg.commit(std::move(batch)).result(); !done)
        return fail(done);
    for (const QUuid id : ids)
        acknowledge(id, counter);
    return {};
}

/// Saves until it is killed: new records, changes of old ones, large batches, local tables.
int session(const QString& folder, int counter)
{
    auto reg = open(folder);
    if (!reg)
        return failed(reg.error());
    QList<QUuid> mine;
    for (;; ++counter) {
        Result<void> done;
        if (counter % 25 == 0) {
            done = saveMany(**reg, counter);
        } else if (counter % 3 == 0 && !mine.isEmpty()) {
            const auto record = (*reg)->record(kinds::Child, mine.at(counter % mine.size()));
            done = record ? save(**reg, *record, counter) : fail(record);
        } else {
            Record child = (*reg)->newRecord(kinds::Child);
            mine.append(child.id());
            done = save(**reg, child, counter);
        }
        if (done && counter % 7 == 0)
            done = (*reg)
                       ->writeLocal([counter](Database& db) {
                           return db.run(QStringLiteral(
                                             "INSERT INTO meta(name, value) VALUES ('crash-test', ?) ON CONFLICT(name) "
                                             "DO UPDATE SET value = excluded.value"),
                               { counter });
                       })
                       .result();
        if (!done)
            return failed(done.error());
    }
}

struct Acknowledged
{
    QHash<QUuid, int> records; ///< the newest counter of each
    int last = 0;
};

/// One session from its start to its end by force.
bool runAndKill(const QString& folder, int waitMs, Acknowledged& known)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
        { QStringLiteral("--session"), folder, QString::number(known.last + 1) });
    QByteArray text;
    QElapsedTimer clock;
    for (bool busy = child.waitForReadyRead(StartMs); busy && child.state() == QProcess::Running;) {
        if (!clock.isValid())
            clock.start();
        text += child.readAllStandardOutput();
        if (clock.elapsed() >= waitMs)
            break;
        child.waitForReadyRead(int(std::max<qint64>(1, waitMs - clock.elapsed())));
    }
    const bool wasRunning = child.state() == QProcess::Running;
    child.kill(); // SIGKILL
    child.waitForFinished();
    text += child.readAllStandardOutput();
    text.truncate(text.lastIndexOf('\n') + 1); // half a line is no acknowledgement
    for (const QByteArray& line : text.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 2)
            continue;
        known.last = std::max(known.last, words[1].toInt());
        known.records.insert(QUuid(QString::fromLatin1(words[0])), words[1].toInt());
    }
    return wasRunning;
}

Result<Verified> check(const QString& folder, const Acknowledged& known)
{
    auto reg = open(folder);
    if (!reg)
        return fail(reg);
    auto found = (*reg)->read([](Database& db) { return Verification(db).run(); }).result();
    if (!found)
        return fail(found);
    for (auto it = known.records.cbegin(); it != known.records.cend(); ++it) {
        const auto record = (*reg)->record(kinds::Child, it.key());
        if (!record || counterOf(*record) < it.value())
            found->problems.append(QStringLiteral("An acknowledged save is lost: %1").arg(it.value()));
    }
    return found;
}

int run(int rounds, quint32 seed)
{
    QTemporaryDir home;
    const QString folder = home.filePath(QStringLiteral("so"));
    NewRegister wanted;
    wanted.folder = folder;
    wanted.unit = QStringLiteral("06838");
    wanted.officeName = QStringLiteral("Ủy ban nhân dân xã Bình Liêu");
    wanted.login = wanted.displayName = QStringLiteral("lan");
    wanted.passphrase = Passphrase;
    wanted.cost = KdfCost::forTests();
    wanted.limits = KdfLimits::forTests();
    if (auto made = Register::create(wanted); !made)
        return failed(made.error());
    QRandomGenerator random(seed);
    Acknowledged known;
    qint64 entries = 0;
    for (int round = 1; round <= rounds; ++round) {
        if (!runAndKill(folder, random.bounded(ShortestMs, LongestMs), known))
            return failed(QStringLiteral("Round %1: the session ended by itself.").arg(round));
        const auto found = check(folder, known);
        if (!found)
            return failed(found.error());
        if (!found->ok()) {
            home.setAutoRemove(false);
            return failed(QStringLiteral("Round %1, seed %2, %3:\n").arg(round).arg(seed).arg(folder)
                + found->problems.join(u'\n'));
        }
        entries = found->entries;
    }
    std::printf("{\"rounds\":%d,\"seed\":%u,\"acknowledged\":%lld,\"entries\":%lld,\"ok\":true}\n", rounds, seed,
        static_cast<long long>(known.records.size()), static_cast<long long>(entries));
    return 0;
}
} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (!initialiseCrypto())
        return 1;
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--session"))
        return session(arguments.value(2), arguments.value(3).toInt());
    const int rounds = arguments.value(1).toInt();
    if (rounds <= 0)
        return failed(QStringLiteral("Usage: maiam_crash_test ROUNDS [SEED]"));
    const quint32 seed = arguments.size() > 2 ? arguments.at(2).toUInt() : QRandomGenerator::global()->generate();
    return run(rounds, seed);
}
