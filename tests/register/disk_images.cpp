// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk_images.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace maiam::test {

namespace {
constexpr std::size_t MostBits = 20; ///< combinations of more are not counted

QString folderIn(const QString& path)
{
    return path.section(u'/', 0, -2);
}
} // namespace

void leave(const DiskImage& image, const QString& folder)
{
    const QDir place(folder);
    for (auto it = image.cbegin(); it != image.cend(); ++it) {
        place.mkpath(QFileInfo(place.filePath(it.key())).path());
        QFile file(place.filePath(it.key()));
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) != it.value().size())
            qFatal("%s could not be written", qPrintable(file.fileName()));
    }
}

DiskState DiskState::of(const QString& folder, const Wanted& wanted)
{
    DiskState state;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.mid(folder.size() + 1);
        if (wanted && !wanted(name))
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s could not be read", qPrintable(path));
        state.m_certain[name] = int(state.m_files.size());
        state.m_files.push_back({ true, file.readAll(), {} });
    }
    state.m_now = state.m_certain;
    return state;
}

int DiskState::fileAt(const QString& path) const
{
    const auto found = m_now.constFind(path);
    if (found == m_now.cend())
        qFatal("nobody made %s", qPrintable(path));
    return *found;
}

void DiskState::give(QMap<QString, int>& names, const NameChange& change)
{
    if (!change.from.isEmpty() && names.value(change.from, -1) == change.file)
        names.remove(change.from);
    if (!change.to.isEmpty())
        names[change.to] = change.file;
}

void DiskState::apply(const DiskCall& call)
{
    using What = DiskCall::What;
    const auto change = [this](const NameChange& one) {
        give(m_now, one);
        m_names.push_back(one);
    };
    switch (call.what) {
    case What::Create:
        m_files.push_back({ true, {}, {} });
        return change({ int(m_files.size()) - 1, {}, call.path });
    case What::Write:
    case What::Cut:
        return m_files[size_t(fileAt(call.path))].waiting.push_back({ call.at, call.bytes, call.what == What::Cut });
    case What::SyncFile: {
        Content& file = m_files[size_t(fileAt(call.path))];
        for (const Content::Change& one : file.waiting)
            PowerCutDisk::apply(file.synced, one);
        return file.waiting.clear();
    }
    case What::SyncFolder: {
        std::vector<NameChange> others;
        for (const NameChange& one : m_names) {
            if (folderIn(one.to.isEmpty() ? one.from : one.to) == folderIn(call.path))
                give(m_certain, one);
            else
                others.push_back(one);
        }
        m_names = std::move(others);
        return;
    }
    case What::Rename:
        return change({ fileAt(call.path), call.path, call.to });
    case What::Remove:
        return change({ fileAt(call.path), call.path, {} });
    case What::Promise:
        m_promised = int(call.at);
        return;
    }
}

QByteArray DiskState::contentOf(const Content& file, Reached reached, QRandomGenerator& random)
{
    if (reached == Reached::Sectors)
        return PowerCutDisk::afterTheCut(file, random);
    QByteArray content = file.synced;
    if (reached == Reached::Nothing)
        return content;
    qsizetype left = 0; // so many bytes of the writes are there
    for (const Content::Change& one : file.waiting)
        left += one.bytes.size();
    if (reached == Reached::Half)
        left /= 2;
    for (Content::Change one : file.waiting) {
        if (reached == Reached::Zeros && !one.cut) { // the file grew, and what it grew by was not written
            const qsizetype end = qsizetype(one.at) + one.bytes.size();
            content.append(std::max<qsizetype>(0, end - content.size()), '\0');
            continue;
        }
        one.bytes.truncate(left);
        left -= one.bytes.size();
        if (one.cut || !one.bytes.isEmpty())
            PowerCutDisk::apply(content, one);
    }
    return content;
}

std::vector<int> DiskState::unsynced() const
{
    std::vector<int> files;
    for (int i = 0; i < int(m_files.size()); ++i) {
        const bool hasName = std::find(m_certain.cbegin(), m_certain.cend(), i) != m_certain.cend()
            || std::any_of(m_names.begin(), m_names.end(), [i](const NameChange& one) { return one.file == i; });
        if (hasName && !m_files[size_t(i)].waiting.empty())
            files.push_back(i);
    }
    return files;
}

DiskImage DiskState::image(const std::vector<int>& unsynced, const Choice& choice, QRandomGenerator& random) const
{
    QMap<QString, int> names = m_certain;
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (choice.names[i])
            give(names, m_names[i]);
    DiskImage image;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        const Content& file = m_files[size_t(it.value())];
        const auto waits = std::find(unsynced.begin(), unsynced.end(), it.value());
        image[it.key()] = waits == unsynced.end()
            ? file.synced
            : contentOf(file, choice.files[size_t(waits - unsynced.begin())], random);
    }
    return image;
}

std::vector<DiskImage> DiskState::afterACut(int most, QRandomGenerator& random) const
{
    constexpr int Plain = 4; // ways in which a file may be found without dice
    const std::vector<int> files = unsynced();
    const std::size_t names = m_names.size();
    std::vector<DiskImage> images;
    const auto add = [&](const auto& isThere, const auto& reached) {
        Choice choice;
        for (std::size_t i = 0; i < names; ++i)
            choice.names.push_back(isThere(i));
        for (std::size_t i = 0; i < files.size(); ++i)
            choice.files.push_back(reached(i));
        images.push_back(image(files, choice, random));
    };
    const std::size_t bits = names + 2 * files.size();
    if (bits <= MostBits && (1 << bits) <= most) {
        for (unsigned number = 0; number < (1U << bits); ++number)
            add([&](std::size_t i) { return (number >> i & 1U) != 0; },
                [&](std::size_t i) { return Reached(number >> (names + 2 * i) & 3U); });
        return images;
    }
    for (const bool there : { false, true })
        for (int way = 0; way < Plain; ++way)
            add([&](std::size_t) { return there; }, [&](std::size_t) { return Reached(way); });
    while (int(images.size()) < most)
        add([&](std::size_t) { return random.bounded(2) != 0; },
            [&](std::size_t) { return Reached(random.bounded(Plain + 1)); });
    return images;
}

} // namespace maiam::test
