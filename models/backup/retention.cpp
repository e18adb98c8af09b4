// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/retention.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace maiam {

namespace {
/// Keeps the first item of each label, up to `most` labels.
template <typename Label>
void keepOneEach(const std::vector<RetentionItem>& newestFirst, int most, Label label, QSet<QString>& kept)
{
    QSet<qint64> seen;
    for (const RetentionItem& item : newestFirst) {
        const qint64 of = label(item.day);
        if (seen.contains(of))
            continue;
        if (seen.size() == most)
            return;
        seen.insert(of);
        kept.insert(item.file);
    }
}

qint64 weekOf(QDate day)
{
    int year = 0;
    const int week = day.weekNumber(&year);
    return qint64(year) * 100 + week;
}

bool isCovered(const RetentionItem& item, const QMap<QByteArray, qint64>& reached)
{
    return std::all_of(item.heads.begin(), item.heads.end(),
        [&](const ChainHead& head) { return reached.value(head.device) >= head.seq; });
}
} // namespace

QStringList retention::superfluous(std::vector<RetentionItem> all)
{
    std::sort(all.begin(), all.end(), [](const RetentionItem& a, const RetentionItem& b) {
        return a.serial != b.serial ? a.serial > b.serial : a.file > b.file;
    });
    QSet<QString> kept;
    int whole = 0;
    for (const RetentionItem& item : all)
        if (item.readable && whole++ < AtLeast)
            kept.insert(item.file);
    if (whole < AtLeast) // too few that are known to be whole: nothing goes
        return {};
    keepOneEach(
        all, Days, [](QDate day) { return day.toJulianDay(); }, kept);
    keepOneEach(all, Weeks, weekOf, kept);
    keepOneEach(
        all, Months, [](QDate day) { return qint64(day.year()) * 12 + day.month(); }, kept);
    QMap<QByteArray, qint64> reached;
    for (const RetentionItem& item : all) {
        const bool stays = kept.contains(item.file) || !isCovered(item, reached);
        if (!stays)
            continue;
        kept.insert(item.file);
        for (const ChainHead& head : item.heads)
            reached[head.device] = std::max(reached.value(head.device), head.seq);
    }
    QStringList superfluous;
    for (const RetentionItem& item : all)
        if (!kept.contains(item.file))
            superfluous.append(item.file);
    return superfluous;
}

} // namespace maiam
