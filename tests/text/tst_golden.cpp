// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/cbor.h"
#include "models/journal/entry.h"
#include "models/text/fold.h"
#include "models/text/format.h"
#include "models/text/legacy_encoding.h"
#include "models/text/name_order.h"
#include "models/text/normalise.h"
#include "models/text/partial_date.h"

#include <QFile>
#include <QTest>

using namespace maiam;

namespace {

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// An entry of the journal about this text, without anything that chance or the clock would put in.
QByteArray entryAbout(const QString& text)
{
    const QByteArray fields = entryCodec::encodeValues({ { "name", text }, { "birth", QStringLiteral("2014-04") } });
    EntryBody body;
    body.device = QByteArray(16, '\x11');
    body.seq = 70'000;
    body.batch = QUuid::fromRfc4122(QByteArray(16, '\x22'));
    body.time = 1'795'452'000'000;
    body.actor = QUuid::fromRfc4122(QByteArray(16, '\x33'));
    body.reason = text;
    body.kind = "child";
    body.record = QUuid::fromRfc4122(QByteArray(16, '\x44'));
    body.open = { { "note", text }, { "count", qint64(-1) }, { "photo", QByteArray("\0\xff", 2) },
        { "none", Value {} } };
    body.commitments[IdentityClass::Subject] =
        entryCodec::commitment(IdentityClass::Subject, QByteArray(32, '\x55'), fields);
    return entryCodec::encodeBody(body);
}

/// What this platform makes of one line of the golden file.
QString made(const QString& kind, const QString& input)
{
    const QDate today(2026, 11, 23);
    if (kind == u"normalised")
        return normalised(input);
    if (kind == u"folded")
        return folded(input);
    if (kind == u"exact")
        return exactKey(input);
    if (kind == u"raw")
        return fromRawTyping(input);
    if (kind == u"sort")
        return QString::fromLatin1(sortKey(input).toHex());
    if (kind == u"person")
        return QString::fromLatin1(personSortKey(input).toHex());
    if (kind == u"legacy")
        return QString::number(int(detectLegacy(input))) + u' ' + fromLegacy(input, detectLegacy(input));
    if (kind == u"document-date")
        return documentDate(QDate::fromString(input, Qt::ISODate));
    if (kind == u"date") {
        const auto date = PartialDate::parse(input, today);
        return date ? date->toIso() : QStringLiteral("refused");
    }
    if (kind == u"moment") {
        const auto at = parseMoment(input, today);
        return at ? QString::number(*at) : QStringLiteral("refused");
    }
    if (kind == u"number")
        return formatNumber(input.toLongLong());
    if (kind == u"date-time")
        return formatDateTime(input.toLongLong());
    if (kind == u"cbor-integer")
        return hex(CborWriter().integer(input.toLongLong()).take());
    if (kind == u"cbor-text")
        return hex(CborWriter().text(input).take());
    if (kind == u"entry")
        return hex(entryAbout(input));
    if (kind == u"entry-hash")
        return hex(entryCodec::hashBody(entryAbout(input)));
    return QStringLiteral("unknown kind");
}

} // namespace

/// Keys and dates are the same bytes on every platform, so registers can move between PCs.
class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlatformMakesTheSameBytes()
    {
        QFile file(QStringLiteral(MAIAM_FIXTURES "/text/golden.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int lines = 0;
        QStringList wrong;
        while (!file.atEnd()) {
            QString line = QString::fromUtf8(file.readLine());
            line.remove(u'\n');
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            const QStringList parts = line.split(u'\t');
            QVERIFY2(parts.size() == 3, qPrintable(line));
            const QString actual = made(parts[0], parts[1]);
            if (actual != parts[2])
                wrong += parts[0] + u'\t' + parts[1] + u'\t' + actual;
            ++lines;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("\n") + wrong.join(u'\n')));
        QVERIFY(lines >= 170);
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
