// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace maiam {

/// What work in a far place and whoever waits for it know of each other.
struct FarWork
{
    std::atomic_bool stopped = false; ///< nobody waits any more: to be ended as soon as the place lets go
    std::atomic<qint64> moved = 0; ///< raised by the work whenever it got on
};

/// Work in a folder that may not answer for minutes, or ever: a network folder whose server is gone, a stick that
/// fails. No call of the system that hangs there can be ended from outside, so it runs in a thread of its own, and that
/// is left alone when nobody wants to wait any longer. Such work must therefore hold nothing but what it was given:
/// no register, no key, no window.
namespace farPlace {
/// How long a place may keep still before it counts as gone: longer than a stick takes to wake up.
inline constexpr std::chrono::seconds Patience { 20 };

/// Runs the work and waits for it. False when it was left alone: `cancelled` was set, nothing moved for as long as
/// `patience`, or earlier work that was left alone still hangs in this folder; then nothing new is begun there.
[[nodiscard]] bool run(const QString& folder, const std::atomic_bool* cancelled, std::chrono::milliseconds patience,
    const std::function<void(FarWork&)>& work);

/// The same for work with an answer; nothing when it was left alone.
template <typename Work>
[[nodiscard]] auto ask(const QString& folder, const std::atomic_bool* cancelled, Work work,
    std::chrono::milliseconds patience = Patience) -> std::optional<std::invoke_result_t<const Work&, FarWork&>>
{
    using Answer = std::optional<std::invoke_result_t<const Work&, FarWork&>>;
    const auto answer = std::make_shared<Answer>(); // whoever comes last lets it go
    const bool ended = run(
        folder, cancelled, patience, [answer, work = std::move(work)](FarWork& far) { answer->emplace(work(far)); });
    return ended ? std::move(*answer) : Answer();
}
} // namespace farPlace

} // namespace maiam
