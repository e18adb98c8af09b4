// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace maiam {

/// Tells when the person's session is locked, switched away from or ended, and when the PC goes to sleep
/// (khóa phiên, ngủ). Each system has its own way; where there is none, nothing is ever told.
class SessionWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// The register is locked: when the PC is about to sleep, it need not wait any longer.
    virtual void locked() { }

Q_SIGNALS:
    void lockNeeded();
};

namespace platform {
/// The watch of this system.
[[nodiscard]] std::unique_ptr<SessionWatch> watchSession();
} // namespace platform

} // namespace maiam
