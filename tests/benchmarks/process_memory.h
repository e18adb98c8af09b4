// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

/// The resident memory of this process, in kilobytes. Linux only.
namespace processMemory {
inline qint64 ofStatus(const QByteArray& name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(name + ':'))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}
inline qint64 residentKb()
{
    return ofStatus("VmRSS");
}
/// The highest since forgetHighest().
inline qint64 highestKb()
{
    return ofStatus("VmHWM");
}
/// Starts counting anew. False where the system does not let it.
inline bool forgetHighest()
{
    QFile clear(QStringLiteral("/proc/self/clear_refs"));
    return clear.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && clear.write("5") == 1;
}
} // namespace processMemory
