// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <utility>

namespace maiam {

/// Calls @p refresh once a minute for as long as @p owner lives: what shows how much time is left grows old that fast.
template <typename Owner, typename Refresh> void everyMinute(Owner* owner, Refresh&& refresh)
{
    auto* minutes = new QTimer(owner);
    QObject::connect(minutes, &QTimer::timeout, owner, std::forward<Refresh>(refresh));
    minutes->start(60 * 1000);
}

} // namespace maiam
