// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/record.h"
#include "models/register/register.h"

#include <random>

namespace maiam::demo {

/// Fictional people and events, drawn from one seed. No standard distribution is used: those differ between libraries.
class People
{
public:
    People(const Register& reg, quint32 seed);

    /// A number from 0 to `below` − 1.
    int draw(int below) { return int(m_random() % unsigned(below)); }
    template <typename List> const auto& pick(const List& list) { return list[size_t(draw(int(list.size())))]; }

    /// A child with a family in one of the commune's villages; `group` of the catalogue "groups".
    Record child(const QString& group, const QString& code);
    /// A case of a child, received at a moment, worked through up to a step (CaseWork::steps()); `late`: past its times.
    Record file(const Record& child, const QString& kind, const QString& code, UtcMs received, int step, bool late);
    /// A class, training or event.
    Record session(const QString& type, UtcMs starts, bool held);

    static const std::vector<QString>& specialGroups();
    static const std::vector<QString>& riskGroups();
    static const std::vector<QString>& abuseKinds();
    static const std::vector<QString>& sessionTypes();

private:
    QString given(bool girl);

    const Register& m_register;
    std::mt19937 m_random;
};

} // namespace maiam::demo
