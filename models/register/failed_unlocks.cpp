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
    QByteArray bytes;
    {
        QFile file(m_file); // closed again at once: Windows replaces no file that is open
        if (m_fileFails || !file.exists() || !file.open(QIODevice::ReadOnly) || file.size() > MostCountBytes)
            return; // what this program counted itself still stands
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
    // A failure that this run did not see: its age is known by the PC's clock only. In the future it has no age, and is
    // stamped anew, so that the wait neither shrinks nor lasts for years.
    const UtcMs now = m_clock->now();
    if (m_state.last > now) {
        m_state.last = now;
        store();
    }
    const std::chrono::milliseconds age(now - m_state.last);
    const std::chrono::milliseconds left = delayAfter(m_state.failures) - age;
    m_until = std::max(m_until, m_steady() + std::max(0ms, left));
}

void FailedUnlocks::store()
{
    m_fileFails = !write();
}

bool FailedUnlocks::write() const
{
    if (m_state.failures == 0 && m_state.untaken.count == 0)
        return !QFile::exists(m_file) || QFile::remove(m_file);
    const QJsonObject untaken { { u"count"_s, m_state.untaken.count }, { u"first"_s, m_state.untaken.first },
        { u"last"_s, m_state.untaken.last } };
    const QJsonObject content { { u"failures"_s, m_state.failures }, { u"last"_s, m_state.last },
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
    m_before = m_state;
    const UtcMs now = m_clock->now();
    m_state.failures = std::min(m_state.failures + 1, MostFailures);
    m_state.last = now;
    m_state.untaken.count += 1;
    m_state.untaken.last = now;
    if (m_state.untaken.first == 0)
        m_state.untaken.first = now;
    store(); // a full disk or a read-only folder must not shut the officer out: then this run counts alone
    return {};
}

void FailedUnlocks::finish(Outcome outcome)
{
    const std::lock_guard lock(m_mutex);
    if (outcome == Outcome::Wrong) {
        m_until = m_steady() + delayAfter(m_state.failures);
        return;
    }
    m_state = m_before;
    if (outcome == Outcome::Opened) {
        m_state.failures = 0;
        m_state.last = 0;
    }
    store();
}

} // namespace maiam
