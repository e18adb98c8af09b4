// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace maiam {

/// What a person has set for this PC (cài đặt): an INI file without any content of the register.
struct Settings
{
    static constexpr std::chrono::minutes LeastIdle { 1 };
    static constexpr std::chrono::minutes MostIdle { 30 };

    std::chrono::minutes idle { 5 }; ///< the register locks itself after so long without input
    int textPercent = 100; ///< 100–200
    bool captureAllowed = false; ///< the windows may be in screen captures (Windows)

    /// Reads a file; what is missing or makes no sense is as above.
    [[nodiscard]] static Settings read(const QString& file);
    /// Writes the file. False when it cannot be written.
    [[nodiscard]] bool write(const QString& file) const;
    /// settings.ini in this user's configuration folder.
    [[nodiscard]] static QString usualFile();

    [[nodiscard]] bool operator==(const Settings&) const = default;
};

} // namespace maiam
