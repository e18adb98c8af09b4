// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/monthly_figures.h"
#include "tests/support/small_register.h"

#include <optional>
#include <vector>

/// A case as the brute-force count knows it, and how to put it into a register.
struct PlainCase
{
    qint64 row = 0;
    QUuid id;
    QByteArray owner;
    int child = -1; ///< index into the children, -1 for none
    QString kind, source, outcome, step, origin;
    qint64 received = 0;
    std::optional<qint64> age, assessed, closed;
    bool deleted = false;
};

struct PlainChild
{
    QUuid id;
    QString sex;
    bool deleted = false;
};

struct PlainMonth
{
    std::vector<PlainChild> children;
    std::vector<PlainCase> cases;
};

/// Random children and cases around October 2026, from rapidcheck.
PlainMonth randomMonth(const QByteArray& first, const QByteArray& second);
/// Stores them; fills in the rows.
void store(PlainMonth& month, SmallRegister& reg);
/// The count by plain loops. Keys as in MonthlyFigures; only what it counts.
std::map<QString, qint64> countByHand(const PlainMonth& month, const maiam::FigureScope& scope);
