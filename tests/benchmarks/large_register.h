// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogues.h"
#include "models/register/register.h"

#include <QRandomGenerator>

/// A fictional register of any size. Names are put together by lot; the same size gives the same register.
class LargeRegister
{
public:
    explicit LargeRegister(const maiam::Catalogues& catalogues);
    /// Makes it in an empty folder, through Register::commit, in batches of 5,000 changes; what is older than 30 days
    /// counts as packed, as in an office that sends each month. Ends the program on failure.
    void make(const QString& folder, int cases);
    /// A commune's or the province's register without cases.
    [[nodiscard]] static std::unique_ptr<maiam::Register> empty(const QString& folder, maiam::OfficeRole role);
    [[nodiscard]] static std::unique_ptr<maiam::Register> open(const QString& folder);
    /// The register's key, as only the passphrase gives it.
    [[nodiscard]] static maiam::SecretKey keyOf(const QString& folder);
    [[nodiscard]] static QString file(const QString& folder);
    /// Copies a register that nobody has open.
    static void copy(const QString& from, const QString& to);
    /// Writes a workbook as communes keep it.
    void writeWorkbook(const QString& file, int rows);

private:
    [[nodiscard]] QString person(bool female);
    [[nodiscard]] const QString& any(const QStringList& list);
    [[nodiscard]] maiam::Record child(const maiam::Register& reg, int number);
    [[nodiscard]] maiam::Record file(
        const maiam::Register& reg, QUuid child, int number, maiam::UtcMs received, maiam::UtcMs now);
    [[nodiscard]] maiam::Record session(const maiam::Register& reg, maiam::UtcMs starts, maiam::UtcMs now);

    QRandomGenerator m_random;
    QStringList m_kinds, m_sources, m_environments, m_groups, m_sessions, m_ethnic;
};
