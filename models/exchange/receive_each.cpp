// SPDX-License-Identifier: GPL-3.0-or-later
// A nightly run over a folder: one file that does not fit must not keep back what all other communes have sent.
#include "models/exchange/package_reader.h"
#include "models/exchange/package_scan.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace maiam {

/// Who sent a file, from where it goes on and when it was sealed, as its header says. Not believed yet: it only decides
/// what is looked at first. What cannot be read stands last and is refused in its own words.
QStringList IncomingPackages::inOrder(const QStringList& files) const
{
    struct Named
    {
        bool unread = true;
        Order order;
        QString file;
    };
    std::vector<Named> all;
    for (const QString& file : files) {
        Named one;
        one.file = file;
        QFile in(file);
        if (QFileInfo(file).isFile() && in.open(QIODevice::ReadOnly)) {
            PackageScan scan(in, *m_key);
            if (const auto header = scan.open()) {
                one.unread = false;
                one.order = orderOf(*header);
            }
        }
        all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(),
        [](const Named& a, const Named& b) { return std::tie(a.unread, a.order) < std::tie(b.unread, b.order); });
    QStringList sorted;
    for (const Named& one : all)
        sorted.append(one.file);
    return sorted;
}

/// Both passes for one file. Its copy goes at once, so that a folder of years needs room for one.
Result<void> IncomingPackages::takeInFile(
    const QString& file, const PackageJob& job, qint64& checked, qint64& taken, ReceivedPackage& sum)
{
    if (auto done = checkFile(file, job, checked); !done)
        return done;
    auto done = takeInOne(m_incoming.back(), job, taken, sum);
    m_incoming.back().copy.reset();
    m_incoming.back().batches.clear();
    return done;
}

Result<ReceivedPackage> IncomingPackages::receiveEach(Register& reg, const QStringList& files, const PackageJob& job)
{
    if (auto allowed = roleRule::checkExchange(reg.roles()); !allowed)
        return fail(allowed);
    IncomingPackages incoming(reg);
    if (auto key = incoming.readKey(); !key)
        return fail(key);
    if (auto noted = incoming.noteStandings(); !noted)
        return fail(noted);
    ReceivedPackage sum;
    qint64 checked = 0;
    qint64 taken = 0;
    for (const QString& file : incoming.inOrder(files)) {
        auto done = incoming.takeInFile(file, job, checked, taken, sum);
        if (done)
            continue;
        if (done.error().code == ErrorCode::Cancelled)
            return fail(done);
        sum.refused.append(QFileInfo(file).fileName() + QStringLiteral(": ") + done.error().message);
    }
    if (auto summed = incoming.summarise(sum); !summed)
        return fail(summed);
    return sum;
}

} // namespace maiam
