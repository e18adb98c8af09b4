// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QTest>

namespace maiam::test {

/// What the program answered that was called without a window.
struct Answer
{
    int status = -1;
    QString out;
    QString err;

    /// All of it, for who reads why a test failed.
    [[nodiscard]] QByteArray told() const
    {
        return QStringLiteral("status %1 (0x%2), output “%3”, errors “%4”")
            .arg(status)
            .arg(quint32(status), 0, 16)
            .arg(out, err)
            .toUtf8();
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    /// Refused: status 1, a sentence on standard error, nothing on standard output.
    [[nodiscard]] bool isRefusal() const { return status == 1 && out.isEmpty() && err.trimmed().size() > 20; }
    /// Wrong usage: status 2, with the synopsis.
    [[nodiscard]] bool isUsage() const
    {
        return status == 2 && out.isEmpty() && err.contains(QStringLiteral("maiam "));
    }
};

inline QByteArray bytesOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

inline void put(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

inline void flipByte(const QString& file, qsizetype at)
{
    QByteArray bytes = bytesOf(file);
    QVERIFY(bytes.size() > at);
    bytes[at] = char(bytes[at] ^ 1);
    put(file, bytes);
}

inline QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace maiam::test
