// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/papers/pdf_text.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace maiam::papers {

QStringList pagesOf(const QByteArray& pdf)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("paper.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(QStringLiteral("pdftotext"),
        { QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), file.fileName(),
            QStringLiteral("-") });
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\f'));
    pages.removeLast(); // every page ends with a form feed
    return pages;
}

QByteArray inflated(const QByteArray& pdf)
{
    QByteArray all = pdf;
    for (qsizetype at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 1)) {
        const qsizetype begin = at + 7;
        const qsizetype end = pdf.indexOf("endstream", begin);
        const QByteArray head = pdf.mid(pdf.lastIndexOf("obj", at), at - pdf.lastIndexOf("obj", at));
        if (pdf.mid(at - 3, 3) == "end" || !head.contains("FlateDecode") || end < begin)
            continue; // stands in plain sight, or is the word "endstream"
        const QByteArray size = QByteArray::fromHex("01000000"); // first guess of the opened size, 16 MB
        all += qUncompress(size + pdf.mid(begin, end - begin));
    }
    return all;
}

} // namespace maiam::papers
