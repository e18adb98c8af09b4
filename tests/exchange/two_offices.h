// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/offices.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"

#include <QTemporaryDir>

/// The message of a failed result, for QVERIFY2.
template <typename T> QByteArray why(const maiam::Result<T>& result)
{
    return result ? QByteArray() : (result.error().message + QStringLiteral(" | ") + result.error().detail).toUtf8();
}

/// Registers of a commune and of the province that know each other, in a folder of their own, and a stick between them.
class TwoOffices
{
public:
    TwoOffices();

    /// Another office's register, which knows nobody.
    std::unique_ptr<maiam::Register> office(const QString& unit, maiam::OfficeRole role);
    /// Opens the register of a unit once more.
    std::unique_ptr<maiam::Register> openAgain(const QString& unit);
    /// Both confirm each other's card.
    static void introduce(maiam::Register& a, maiam::Register& b);
    /// A child and its case, written by the commune; returns the case's id.
    QUuid writeCase(const QString& childName);
    /// `entries` children's records in batches.
    void writeMany(int entries);
    maiam::Result<maiam::SealedPackage> seal();
    maiam::Result<maiam::SealedPackage> answer();
    maiam::Result<maiam::ReceivedPackage> provinceReceives(const QString& file)
    {
        return maiam::receivePackages(*province, { file });
    }
    /// A package of the commune that this program would never write: entries and header as given, properly signed.
    QString forge(const std::vector<maiam::EntryBody>& bodies, const QByteArray& recipientKey = {});
    /// All entries of the commune with their identity parts; one byte of a part is other than it was.
    QString withNames(bool altered);
    /// A package from bytes inside the age layer.
    QString wrap(const QByteArray& inside, const QList<QByteArray>& sealKeys);
    /// What age holds of a package, opened by the province.
    QByteArray insideOf(const QString& file);

    static qint64 number(maiam::Register& reg, const QString& sql);
    /// Everything that stands in any table of a register, as one heap of bytes.
    static QByteArray heap(maiam::Register& reg);
    static QByteArray bytesOf(const QString& file);
    QString put(const QByteArray& bytes);

    std::unique_ptr<maiam::Register> commune;
    std::unique_ptr<maiam::Register> province;
    QString folder(const QString& name) const { return m_home.filePath(name); }
    QString stick() const { return m_home.filePath(QStringLiteral("USB của Lan")); }

private:
    QString pack(const maiam::DeviceRange& range, const QByteArray& items, const QByteArray& to);

    QTemporaryDir m_home;
    int m_files = 0;
};
