// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/register/failed_unlocks.h"

#include "models/base/saved_file.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr qint64 MostCountBytes = 4096;
constexpr int MostFailures = 1'000'000;

std::chrono::milliseconds steadyNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}
} // namespace

FailedUnlocks::FailedUnlocks(const QString& folder, std::shared_ptr<const Clock> clock, Steady steady)
    : m_file(QDir(folder).filePath(u"register.tries"_s))
    , m_clock(std::move(clock))
    , m_steady(steady ? std::move(steady) : Steady(steadyNow))
{
    refresh();
}

std::chrono::seconds FailedUnlocks::delayAfter(int failures)
{
    constexpr std::array<std::chrono::seconds, 8> delays { 0s, 0s, 0s, 5s, 15s, 30s, 60s, 120s };
    if (failures < 0)
        return 0s;
    return size_t(failures) < delays.size() ? delays.at(size_t(failures)) : 300s;
}

QString FailedUnlocks::waitText(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return seconds < 60 ? tr("%1 s").arg(seconds)
                        : tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

std::chrono::milliseconds FailedUnlocks::wait()
{
    const std::lock_guard lock(m_mutex);
    refresh();
    return remaining();
}

int FailedUnlocks::failures()
{
    const std::lock_guard lock(m_mutex);
    refresh();
    return m_state.failures;
}

FailedUnlocks::Untaken FailedUnlocks::untaken()
{
    const std::lock_guard lock(m_mutex);
    refresh();
    return m_state.untaken;
}

Result<void> FailedUnlocks::taken()
{
    const std::lock_guard lock(m_mutex);
    refresh();
    m_state.untaken = {};
    store();
    if (!m_fileFails)
        return {};
    return fail(ErrorCode::ReadOnly,
        tr("The count of failed unlocks (register.tries) cannot be written. Check the disk's room and the right to "
           "write into the register's folder."));
}

std::chrono::milliseconds FailedUnlocks::remaining() const
{
    return std::max(0ms, m_until - m_steady());
}

void FailedUnlocks::refresh()
{
    if (m_trying || m_fileFails)
        return; // the file has a try that has not failed yet, or cannot be written: what was counted here stands
    QByteArray bytes;
    {
        QFile file(m_file); // closed again at once: Windows replaces no file that is open
        if (!file.exists()) {
            if (m_readThere) // another program's try, which has opened the register since
                m_state = {};
            if (m_state.failures == 0)
                m_until = 0ms;
            return; // what this run counted itself still stands
        }
        if (!file.open(QIODevice::ReadOnly) || file.size() > MostCountBytes)
            return;
        bytes = file.readAll();
    }
    const QJsonObject read = QJsonDocument::fromJson(bytes).object();
    State state;
    state.failures = std::clamp(read.value("failures"_L1).toInt(), 0, MostFailures);
    state.last = read.value("last"_L1).toInteger();
    const QJsonObject untaken = read.value("untaken"_L1).toObject();
    state.untaken = { untaken.value("count"_L1).toInteger(), untaken.value("first"_L1).toInteger(),
        untaken.value("last"_L1).toInteger() };
    const bool known = state.failures == m_state.failures && state.last == m_state.last;
    m_state = state;
    if (known)
        return;
    m_readThere = true;
    // A failure that this run did not see: its age is known by the PC's clock only. In the future it has no age, and is
    // stamped anew, so that the wait neither shrinks nor lasts for years.
    const UtcMs now = m_clock->now();
    if (m_state.last > now) {
        m_state.last = now;
        m_fileFails = !write();
    }
    const std::chrono::milliseconds age(now - m_state.last);
    const std::chrono::milliseconds left = delayAfter(m_state.failures) - age;
    m_until = m_state.failures == 0 ? 0ms : std::max(m_until, m_steady() + std::max(0ms, left));
}

/// What is counted, and the try that is running as if it had failed.
FailedUnlocks::State FailedUnlocks::inFile() const
{
    State state = m_state;
    if (!m_trying)
        return state;
    state.failures = std::min(state.failures + 1, MostFailures);
    state.last = *m_trying;
    state.untaken.count += 1;
    state.untaken.last = *m_trying;
    if (state.untaken.first == 0)
        state.untaken.first = *m_trying;
    return state;
}

void FailedUnlocks::store()
{
    m_fileFails = !write();
    m_readThere = false;
}

bool FailedUnlocks::write() const
{
    const State state = inFile();
    if (state.failures == 0 && state.untaken.count == 0)
        return !QFile::exists(m_file) || QFile::remove(m_file);
    const QJsonObject untaken { { u"count"_s, state.untaken.count }, { u"first"_s, state.untaken.first },
        { u"last"_s, state.untaken.last } };
    const QJsonObject content { { u"failures"_s, state.failures }, { u"last"_s, state.last },
        { u"untaken"_s, untaken } };
    SavedFile file(m_file);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(content).toJson(QJsonDocument::Compact)) > 0 && file.commit();
}

Result<void> FailedUnlocks::begin()
{
    const std::lock_guard lock(m_mutex);
    refresh();
    if (const auto left = remaining(); left > 0ms)
        return fail(ErrorCode::Busy,
            tr("The passphrase was wrong %1 times. Wait %2, then try again.")
                .arg(m_state.failures)
                .arg(waitText(left)));
    m_trying = m_clock->now();
    store(); // a full disk or a read-only folder must not shut the officer out: then this run counts alone
    return {};
}

void FailedUnlocks::finish(Outcome outcome)
{
    const std::lock_guard lock(m_mutex);
    if (outcome == Outcome::Wrong) {
        m_state = inFile();
        m_trying.reset();
        m_until = m_steady() + delayAfter(m_state.failures);
        return;
    }
    m_trying.reset();
    if (outcome == Outcome::Opened) {
        m_state.failures = 0;
        m_state.last = 0;
    }
    store();
}

} // namespace maiam
