// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstdio>

namespace {
constexpr int ManyCases = 100'000;
constexpr double BackupBytes = 150e6;
constexpr double BackupBytesApart = 0.1; ///< a file that is larger or smaller by so much says nothing about it

enum class Where { ManyCases, BackupSize };
enum class Bound { AtMost, AtLeast };

struct Wanted
{
    const char* figure;
    Where where;
    const char* part;
    const char* key;
    Bound bound;
    double value;
    const char* unit;
};

constexpr Wanted AllWanted[] {
    { "unlocking, without Argon2id, 100,000 cases", Where::ManyCases, "open", "ms", Bound::AtMost, 150, "ms" },
    { "hashes and chain", Where::ManyCases, "check", "chain_entries_a_second", Bound::AtLeast, 100'000, "entries/s" },
    { "fold of every entry", Where::ManyCases, "check", "fold_entries_a_second", Bound::AtLeast, 4'000, "entries/s" },
    { "daily backup of 150 MB, pages checked", Where::BackupSize, "backup", "ms", Bound::AtMost, 1'500, "ms" },
    { "keystroke with drafts, 99th percentile", Where::ManyCases, "typing", "p99_ms", Bound::AtMost, 5, "ms" },
};

bool isAt(const QJsonObject& size, Where where)
{
    if (where == Where::ManyCases)
        return size.value(QLatin1String("cases")).toInt() == ManyCases;
    const double bytes = size.value(QLatin1String("file_bytes")).toDouble();
    return std::abs(bytes - BackupBytes) <= BackupBytes * BackupBytesApart;
}

/// Undefined when it was not measured.
QJsonValue measured(const QJsonArray& sizes, Where where, const char* part, const char* key)
{
    for (const QJsonValue& size : sizes)
        if (isAt(size.toObject(), where) && size.toObject().contains(QLatin1String(part)))
            return size.toObject().value(QLatin1String(part)).toObject().value(QLatin1String(key));
    return QJsonValue::Undefined;
}

void printRow(const char* figure, const QString& wanted, const QString& measured, const char* verdict)
{
    std::printf("%-46s %-20s %-20s %s\n", figure, qPrintable(wanted), qPrintable(measured), verdict);
}

QString shown(double value, const char* unit)
{
    return QStringLiteral("%1 %2").arg(value, 0, 'f', value < 100 ? 2 : 0).arg(QLatin1String(unit));
}

bool printOne(const QJsonArray& sizes, const Wanted& one)
{
    const bool atMost = one.bound == Bound::AtMost;
    const QString wanted = QLatin1String(atMost ? "<= " : ">= ")
        + QStringLiteral("%1 %2").arg(one.value, 0, 'f', 0).arg(QLatin1String(one.unit));
    const QJsonValue found = measured(sizes, one.where, one.part, one.key);
    if (!found.isDouble()) {
        printRow(one.figure, wanted, QStringLiteral("-"), "not measured");
        return true;
    }
    const double value = found.toDouble();
    const bool holds = atMost ? value <= one.value : value >= one.value;
    printRow(one.figure, wanted, shown(value, one.unit), holds ? "holds" : "DOES NOT HOLD");
    return holds;
}
} // namespace

bool figures::print(const QString& resultFile)
{
    QFile file(resultFile);
    const QJsonObject result =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    const QJsonArray sizes = result.value(QLatin1String("sizes")).toArray();
    if (sizes.isEmpty()) {
        std::fprintf(stderr, "%s is no result of maiam_benchmark\n", qPrintable(resultFile));
        return false;
    }
    printRow("figure", QStringLiteral("wanted"), QStringLiteral("measured"), "");
    bool allHold = true;
    for (const Wanted& one : AllWanted)
        allHold = printOne(sizes, one) && allHold;
    const QJsonValue copied = measured(sizes, Where::BackupSize, "backup", "bare_ms");
    if (copied.isDouble())
        printRow("  beside it: cp with fsync of the same file", {}, shown(copied.toDouble(), "ms"), "");
    return allHold;
}
