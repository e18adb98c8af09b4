// SPDX-License-Identifier: GPL-3.0-or-later
#include "power_cut.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace maiam::test {

namespace {
using OneFile = PowerCutDisk::OneFile;

/// Each of its sectors may have reached the disk or not.
std::vector<OneFile::Change> torn(const OneFile::Change& change, QRandomGenerator& random)
{
    std::vector<OneFile::Change> parts;
    for (qsizetype at = 0; at < change.bytes.size(); at += PowerCutDisk::Sector)
        if (random.bounded(2))
            parts.push_back({ change.at + at, change.bytes.mid(at, PowerCutDisk::Sector), false });
    return parts;
}
} // namespace

void PowerCutDisk::apply(QByteArray& content, const OneFile::Change& change)
{
    const qsizetype end = qsizetype(change.at) + change.bytes.size();
    if (content.size() < end)
        content.append(end - content.size(), '\0'); // a hole that was never written reads as zeros
    if (change.cut)
        return content.truncate(end);
    std::memcpy(content.data() + change.at, change.bytes.constData(), size_t(change.bytes.size()));
}

QByteArray PowerCutDisk::afterTheCut(const OneFile& file, QRandomGenerator& random)
{
    QByteArray content = file.synced;
    std::vector<OneFile::Change> reached;
    const int kind = int(random.bounded(4)); // nothing, everything, the first ones, or any of them in any order
    const size_t first = file.waiting.empty() ? 0 : random.bounded(quint32(file.waiting.size() + 1));
    for (size_t i = 0; i < file.waiting.size(); ++i) {
        const auto& change = file.waiting[i];
        if (kind == 1 || (kind == 2 && i < first) || (kind == 3 && change.cut && random.bounded(2)))
            reached.push_back(change);
        else if (kind == 3)
            for (auto& part : torn(change, random))
                reached.push_back(std::move(part));
    }
    if (kind == 3)
        for (size_t i = reached.size(); i > 1; --i)
            std::swap(reached[i - 1], reached[random.bounded(quint32(i))]);
    for (const auto& change : reached)
        apply(content, change);
    return content;
}

void PowerCutDisk::remember(int every)
{
    const std::lock_guard lock(m_mutex);
    m_every = every;
}

void PowerCutDisk::acknowledge(int number)
{
    const std::lock_guard lock(m_mutex);
    m_acknowledged = number;
}

std::vector<PowerCutDisk::Moment> PowerCutDisk::moments() const
{
    const std::lock_guard lock(m_mutex);
    return m_moments;
}

void PowerCutDisk::leave(const Moment& moment, const QString& folder, QRandomGenerator& random)
{
    for (auto it = moment.files.cbegin(); it != moment.files.cend(); ++it) {
        const QString name = folder + u'/' + QFileInfo(QFile::decodeName(it.key())).fileName();
        QFile::remove(name);
        if (!it->there)
            continue;
        QFile file(name);
        const QByteArray content = afterTheCut(*it, random);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s could not be written", qPrintable(name));
    }
}

void PowerCutDisk::moment(bool always)
{
    ++m_calls;
    if (m_every > 0 && (always || m_calls % m_every == 0))
        m_moments.push_back({ m_acknowledged, m_files });
}

void PowerCutDisk::opened(const QByteArray& path)
{
    const std::lock_guard lock(m_mutex);
    OneFile& file = m_files[path];
    if (file.there)
        return;
    file.there = true;
    QFile real(QFile::decodeName(path));
    file.synced = real.open(QIODevice::ReadOnly) ? real.readAll() : QByteArray();
}

int PowerCutDisk::write(const QByteArray& path, const QByteArray& bytes, qint64 at, const Run& run)
{
    const std::lock_guard lock(m_mutex);
    m_files[path].waiting.push_back({ at, bytes, false });
    moment(false);
    return run();
}

int PowerCutDisk::cut(const QByteArray& path, qint64 size, const Run& run)
{
    const std::lock_guard lock(m_mutex);
    m_files[path].waiting.push_back({ size, {}, true });
    moment(false);
    return run();
}

int PowerCutDisk::sync(const QByteArray& path, const Run& run)
{
    const std::lock_guard lock(m_mutex);
    moment(true); // the last moment at which all of it may still be lost
    const int code = run();
    OneFile& file = m_files[path];
    for (const auto& change : file.waiting)
        apply(file.synced, change);
    file.waiting.clear();
    moment(true);
    return code;
}

int PowerCutDisk::remove(const QByteArray& path, const Run& run)
{
    const std::lock_guard lock(m_mutex);
    const int code = run();
    m_files[path] = {};
    moment(true);
    return code;
}

} // namespace maiam::test
