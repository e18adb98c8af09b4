// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/register.h"

/// Where the crash test happens: a commune that works and is killed, and a province that receives what it sealed. All
/// of it is searched for names in the clear but the old workbooks, which hold them by nature.
class CrashHome
{
public:
    explicit CrashHome(QString folder)
        : m_folder(std::move(folder))
    {
    }
    static const QString Passphrase;

    /// Everything in this process and in those that it starts has its files in temporary() from now on.
    void moveIn() const;
    /// Two registers that know each other, and the folders.
    [[nodiscard]] maiam::Result<void> make() const;
    [[nodiscard]] maiam::Result<std::unique_ptr<maiam::Register>> openCommune() const { return open(commune()); }
    [[nodiscard]] maiam::Result<std::unique_ptr<maiam::Register>> openProvince() const { return open(province()); }

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] QString commune() const { return m_folder + QStringLiteral("/xa"); }
    [[nodiscard]] QString province() const { return m_folder + QStringLiteral("/so"); }
    /// Sealed packages.
    [[nodiscard]] QString packages() const { return m_folder + QStringLiteral("/goi"); }
    /// A second place for backups: another folder than the register's, as a stick is.
    [[nodiscard]] QString secondPlace() const { return m_folder + QStringLiteral("/usb"); }
    /// For temporary files, settings, core files, and what the program remembers of its registers: whoever works here,
    /// the sessions and the checks, works on the same PC.
    [[nodiscard]] QString temporary() const { return m_folder + QStringLiteral("/tam"); }
    [[nodiscard]] QString workbooks() const { return m_folder + QStringLiteral("/so-cu"); }
    [[nodiscard]] QString workbook(int counter) const;

private:
    [[nodiscard]] static maiam::Result<std::unique_ptr<maiam::Register>> open(const QString& folder);
    QString m_folder;
};
