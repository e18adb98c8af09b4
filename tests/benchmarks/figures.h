// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The figures that are wanted, held against what maiam_benchmark measured.
namespace figures {
/// A register of so many cases is a file of about 150 MB.
constexpr int BackupCases = 41'000;

/// Prints a table of a result: figure, wanted, measured, whether it holds. False when one does not hold, or the file is
/// no result. What the result does not hold is said to be not measured.
[[nodiscard]] bool print(const QString& resultFile);
} // namespace figures
