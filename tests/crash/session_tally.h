// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "busy_session.h"

#include <QJsonObject>
#include <QString>

#include <array>

/// What sessions did, over all rounds and homes. Their loop tells each piece of work when it begins and when it has
/// been acknowledged: "begin KIND N", "done KIND MILLISECONDS".
class SessionTally
{
public:
    struct Kind
    {
        int begun = 0;
        int acknowledged = 0;
        int killed = 0; ///< kills that fell into it
        int lastedMs = 0; ///< from its beginning until it was acknowledged; lately, about
    };

    /// Takes a line of a session's output.
    void take(const QString& line);
    /// The session was killed, and all of its lines were taken.
    void killed();

    [[nodiscard]] const Kind& of(SessionWork what) const { return m_kinds[size_t(what)]; }
    /// Pieces of work of all kinds.
    [[nodiscard]] int acknowledged() const;
    /// What did not happen though there were rounds enough for it; empty when nothing is missing.
    [[nodiscard]] QString missing(int rounds) const;
    [[nodiscard]] QJsonObject toJson() const;

private:
    std::array<Kind, SessionWorks> m_kinds;
    int m_now = -1; ///< the kind that has begun and is not acknowledged
    int m_second = 0; ///< backups that the second place took
};
