// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

/// Tries a law in random worlds, each made from a seed, and fails the test where it does not hold. Each of @p met is
/// how often something came to pass that the law is about: the worlds are drawn on until each did, so that a law is
/// never kept for lack of occasion, nor broken because some worlds were quiet. Fails when it takes ten times as many.
template <typename World>
void holdsInRandomWorlds(const char* law, World world, const std::vector<const int*>& met = {})
{
    const auto allMet = [&] {
        return std::all_of(met.begin(), met.end(), [](const int* count) { return *count > 0; });
    };
    for (unsigned round = 0; round < 10 && (round == 0 || !allMet()); ++round) {
        // Every check of a program begins with the same random numbers; each round shall have others.
        const unsigned other = round * 0x9e37'79b9U;
        QVERIFY2(rc::check(law, [&] { world(*rc::gen::arbitrary<unsigned>() ^ other); }), law);
    }
    QStringList counts;
    for (const int* count : met)
        counts.append(QString::number(*count));
    QVERIFY2(allMet(), qPrintable(counts.join(u' ')));
}
