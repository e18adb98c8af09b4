// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crash_home.h"
#include "models/catalogues/catalogues.h"
#include "models/register/register_backups.h"

#include <QHash>
#include <QSet>
#include <QUuid>

/// What killed sessions had acknowledged, over all rounds of one home.
struct Acknowledged
{
    QHash<QUuid, int> records; ///< the newest counter of each
    int draft = 0; ///< counter of the newest draft
    QSet<int> imports; ///< not looked at yet
    QSet<QString> sealed; ///< not received yet
    QString backup; ///< the newest
    QString second; ///< the newest one that the second place took
    int last = 0; ///< the highest counter of anything that was begun

    /// Takes a line of the session's output.
    void take(const QString& line);
};

/// Looks at a home after a kill. Everything that is wrong, in sentences; empty when all is well.
class CrashCheck
{
public:
    CrashCheck(const CrashHome& home, const maiam::Catalogues& catalogues, Acknowledged& known)
        : m_home(home)
        , m_catalogues(catalogues)
        , m_known(known)
    {
    }
    /// Everything is checked each time but the pages of backups: of those the manifest is opened with the key. @p whole
    /// also restores the newest one and reads all of it, which takes seconds.
    [[nodiscard]] QStringList run(bool whole);
    [[nodiscard]] qint64 entries() const { return m_entries; }

private:
    void records(maiam::Register& reg);
    void draft(maiam::Register& reg);
    void oneDevice(maiam::Register& reg);
    void imports(maiam::Register& reg);
    void backups(maiam::Register& reg, bool whole);
    void secondPlace(const std::vector<maiam::KeptBackup>& list);
    void packages();
    void clearText();
    void wrong(const QString& what) { m_wrong.append(what); }
    void wrong(const maiam::Error& error) { m_wrong.append(error.message + u' ' + error.detail); }

    const CrashHome& m_home;
    const maiam::Catalogues& m_catalogues;
    Acknowledged& m_known;
    QStringList m_wrong;
    qint64 m_entries = 0;
};
