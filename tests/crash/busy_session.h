// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crash_home.h"
#include "models/catalogues/catalogues.h"

#include <QList>
#include <QUuid>

#include <vector>

/// What a session does. What takes long comes first: the rounds go through it in this order.
enum class SessionWork { BackingUp, Sealing, Importing, SavingMany, Typing, Saving };
constexpr int SessionWorks = 6;

/// An officer's whole week in a second: saving, changing, typing drafts, importing, sealing, backing up, one after the
/// other with a growing counter, until the process is killed. What was acknowledged is written to standard output, a
/// line each: "record ID N", "draft N", "import N", "sealed FILE", "backup FILE", and "second FILE" when the second
/// place took that backup, too.
class BusySession
{
public:
    BusySession(const CrashHome& home, maiam::Register& reg, maiam::Catalogues catalogues);

    /// A day's pieces of work, one after the other: the favourite between each two others, so that most of the time
    /// goes into it.
    [[nodiscard]] static std::vector<SessionWork> day(SessionWork favourite);
    /// One piece of work. Errors: the program refused what it must not refuse.
    [[nodiscard]] maiam::Result<void> work(SessionWork what, int counter);

    /// Names and drafts begin with these; they must stand nowhere in the clear.
    static const QString ChildName;
    static const QString ImportedName;
    static const QString DraftText;
    static constexpr int ImportedRows = 40;

private:
    [[nodiscard]] maiam::Result<void> save(maiam::Record record, int counter);
    [[nodiscard]] maiam::Result<void> saveNew(int counter);
    [[nodiscard]] maiam::Result<void> saveMany(int counter);
    [[nodiscard]] maiam::Result<void> change(int counter);
    [[nodiscard]] maiam::Result<void> type(int counter);
    [[nodiscard]] maiam::Result<void> import(int counter);
    [[nodiscard]] maiam::Result<void> seal();
    [[nodiscard]] maiam::Result<void> backUp();

    const CrashHome& m_home;
    maiam::Register& m_reg;
    maiam::Catalogues m_catalogues;
    QList<QUuid> m_mine;
};
