// SPDX-License-Identifier: GPL-3.0-or-later
// Writes sound files to begin from. Usage: make_seeds FOLDER (with a folder for each target in it)
#include "fuzz_backup.h"
#include "fuzz_office.h"
#include "models/exchange/package_format.h"
#include "models/register/keys_file.h"
#include "models/sealing/office_card.h"

#include <QDir>
#include <QFile>

#include <sodium.h>

#include <cstdlib>

using namespace maiam;

namespace {
QDir folder;

void put(const char* target, const char* name, const QByteArray& bytes)
{
    folder.mkpath(QString::fromLatin1(target));
    QFile file(folder.filePath(QString::fromLatin1(target) + u'/' + QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        std::abort();
}

void keys()
{
    KeysFile file(QUuid::createUuid(), KdfLimits::forTests());
    const SecretKey key = SecretKey::random(32);
    if (!file.addPassphraseSlot(QUuid::createUuid(), QStringLiteral("Hoàng Thị Lan"), QStringLiteral("officer"),
            QStringLiteral("bon mua hoa no"), key, KdfCost::forTests())
        || !file.addRecoverySlot(RecoveryKey::random(), key))
        std::abort();
    put("keys", "two-slots", file.encoded());
}

void packages()
{
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    QByteArray secret(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_keypair(reinterpret_cast<uchar*>(publicKey.data()), reinterpret_cast<uchar*>(secret.data()));
    const OfficeCard card = OfficeCard::make(
        fuzzOffice(), QStringLiteral("06838"), QStringLiteral("UBND xã Bình Liêu"), OfficeCard::Role::Commune);
    put("card", "commune", card.toText());

    EntryBody body;
    body.device = ContextHash({}).add(publicKey).result().left(16);
    body.seq = 1;
    body.batch = QUuid::createUuid();
    body.time = 1'790'000'000'000;
    body.kind = "child";
    body.record = QUuid::createUuid();
    body.after = { QByteArray(32, 'a') };
    body.open = { { "sex", QStringLiteral("female") }, { "registered", qint64(1'790'000'000'000) },
        { "key", QByteArray(32, 'k') } };
    const Values names { { "name", QStringLiteral("Tằng Mỹ Ánh") } };
    const IdentityPart part { IdentityClass::Subject, QByteArray(32, 's'), entryCodec::encodeValues(names) };
    body.commitments.emplace(part.identity, entryCodec::commitment(part.identity, part.salt, part.bytes));
    const QByteArray encoded = entryCodec::encodeBody(body);
    const EntryHash hash = entryCodec::hashBody(encoded);
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<uchar*>(signature.data()), nullptr,
        reinterpret_cast<const uchar*>(hash.constData()), 32, reinterpret_cast<const uchar*>(secret.constData()));
    const QByteArray item = packageFormat::encodeEntry(encoded, signature, { part });
    put("entry", "body", encoded);
    put("entry", "values", entryCodec::encodeValues(body.open));
    put("entry", "item", item);

    PackageHeader header;
    header.sender = header.to = card.officeId;
    header.card = card.toText();
    header.recipients = { packageFormat::recipientFingerprint(fuzzOffice().sealKey()) };
    header.devices = { { body.device, publicKey, fuzzOffice().sign(context::Device, publicKey + card.officeId), 1, 1,
        {}, hash } };
    header.receipts = { { QByteArray(16, 'd'), 7, QByteArray(32, 'h') } };
    header.catalogues = { { "units", 3 } };
    header.time = body.time;
    header.program = QStringLiteral("Mái Ấm");
    const QByteArray plain = packageFormat::encodeHeader(header) + item;
    put("entry", "header", packageFormat::encodeHeader(header));
    put("package", "plain", '\2' + plain);
    put("package", "frames", '\1' + signedFrames(plain));
    put("package", "file", QByteArray(1, '\0') + sealedToUs(signedFrames(plain)));
}

void workbooks()
{
    const QByteArray header =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>STT</t></is></c><c r=\"B1\" "
        "t=\"inlineStr\"><is><r><t>Họ và </t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><r><t>tên</t>"
        "</r></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Năm sinh</t></is></c><c r=\"D1\" "
        "t=\"inlineStr\"><is><t>Số CCCD</t></is></c></row>";
    put("workbook", "xlsx-rows",
        '\1' + header
            + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" "
              "s=\"1\"><v>42000</v></c>"
              "<c r=\"D2\" t=\"str\"><f>A1</f><v>022316004417</v></c></row><row><c t=\"e\"><v>#N/A</v></c><c "
              "t=\"b\"><v>1</v></c><c t=\"d\"><v>2014-04-12T08:00:00</v></c><c><f>A1</f></c></row>");
    put("workbook", "ods-rows",
        "\2<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\"><text:p>Họ "
        "và<text:s "
        "text:c=\"1\"/>tên</text:p><office:annotation><text:p>x</text:p></office:annotation></table:table-cell>"
        "<table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" "
        "office:value=\"1\"/><table:covered-table-cell/></table:table-row><table:table-row><table:table-cell "
        "office:value-type=\"date\" office:date-value=\"2014-04-12\"/><table:table-cell office:value-type=\"boolean\" "
        "office:boolean-value=\"true\"/></table:table-row>");
    put("workbook", "csv", "\3STT;Họ và tên;Năm sinh;Giới tính\n1;\"Tằng \"\"Mỹ\"\"\";2014;Nữ\n2;'=A;12/04/2014;Nam\n");
    put("workbook", "xls-stream", '\4' + test::biff8Formulas(QStringLiteral("chữ"), QStringLiteral("ghi")));
    put("workbook", "xls-plain", '\4' + test::biff8(QStringLiteral("Họ và tên"), 12.5));
    put("workbook", "xls-file",
        QByteArray(1, '\0') + test::ole(QStringLiteral("Workbook"), test::biff8(QStringLiteral("x"), 1)));
    put("workbook", "comments", "\5<comment ref=\"A1\"><text><r><t>x</t></r></text></comment>");
    put("workbook", "strings-and-formats",
        "\6<si><t>a_x000D_b</t></si><si><r><t>c</t></r></si><numFmts><numFmt numFmtId=\"170\" "
        "formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>");
    put("workbook", "xlsx-file", QByteArray(1, '\0') + test::xlsx(header));
}

void backups()
{
    const FuzzBackup& sound = FuzzBackup::sound();
    put("backup", "file", QByteArray(1, '\0') + sound.withManifest(sound.manifest));
    put("backup", "manifest", '\1' + sound.manifest);
    put("backup", "tail", '\2' + FuzzBackup::tail(sound.pages, sound.manifest));
    put("backup", "pages", '\3' + sound.pages);
}
} // namespace

/// Also called by tests/faults/tst_hostile_files.cpp, whose main() is its own.
int makeFuzzSeeds(const char* where)
{
    folder = QDir(QString::fromLocal8Bit(where));
    (void)fuzzOffice();
    keys();
    packages();
    workbooks();
    backups();
    return 0;
}

#ifndef MAIAM_SEEDS_ONLY
int main(int argc, char** argv)
{
    return argc == 2 ? makeFuzzSeeds(argv[1]) : 2;
}
#endif
