// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <iterator>
#include <random>

namespace maiam {

/// Numbers that look random and are the same for the same seed on every platform. Never for keys or ids.
class DemoRandom
{
public:
    explicit DemoRandom(quint32 seed)
        : m_engine(seed)
    {
    }

    /// 0 up to, not including, @p end (at least 1).
    [[nodiscard]] int below(int end) { return end > 1 ? int(m_engine() % quint32(end)) : 0; }
    /// From first to last, both included.
    [[nodiscard]] int between(int first, int last) { return first + below(last - first + 1); }
    /// True in so many of 100 cases.
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }
    /// One of an array's items.
    template <typename Items> [[nodiscard]] const auto& of(const Items& items)
    {
        return items[size_t(below(int(std::size(items))))];
    }

private:
    std::mt19937 m_engine; // its numbers are laid down by the C++ standard; the standard's distributions are not
};

} // namespace maiam
