// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_maker.h"

#include <QtEndian>

#include <zip.h>

#include <cstring>

namespace maiam::test {

namespace {

template <typename T> QByteArray le(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray utf16(const QString& text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes += le<quint16>(c.unicode());
    }
    return bytes;
}

QByteArray record(quint16 type, const QByteArray& content)
{
    return le(type) + le<quint16>(quint16(content.size())) + content;
}

QByteArray bof(quint16 type)
{
    return record(0x0809,
        le<quint16>(0x0600) + le(type) + le<quint16>(0x0dbb) + le<quint16>(1996) + le<quint32>(0) + le<quint32>(6));
}

} // namespace

QByteArray zip(const Parts& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const auto& [name, bytes] : parts) {
        zip_file_add(
            archive, name.constData(), zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0), 0);
    }
    zip_close(archive);
    QByteArray result;
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    result.resize(qsizetype(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, result.data(), zip_uint64_t(result.size()));
    zip_source_close(target);
    zip_source_free(target);
    return result;
}

QByteArray xlsx(const QByteArray& rows, const QByteArray& strings, const QByteArray& styles,
    const QByteArray& bookProperties, const QByteArray& comments)
{
    const QByteArray xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    const QByteArray main("xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
    const QByteArray type("Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
    const QByteArray relations(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    Parts parts { { "[Content_Types].xml", xml + "<Types/>" },
        { "_rels/.rels",
            xml + relations + "<Relationship Id=\"r1\" " + type
                + "officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>" },
        { "xl/workbook.xml",
            xml + "<workbook " + main
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + bookProperties
                + "<sheets><sheet name=\"Bảng 1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>" },
        { "xl/_rels/workbook.xml.rels",
            xml + relations + "<Relationship Id=\"r1\" " + type + "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + (strings.isEmpty()
                        ? ""
                        : "<Relationship Id=\"r2\" " + type + "sharedStrings\" Target=\"sharedStrings.xml\"/>")
                + (styles.isEmpty() ? "" : "<Relationship Id=\"r3\" " + type + "styles\" Target=\"styles.xml\"/>")
                + "</Relationships>" },
        { "xl/worksheets/sheet1.xml",
            xml + "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>" } };
    if (!strings.isEmpty()) {
        parts.append({ "xl/sharedStrings.xml", xml + "<sst " + main + ">" + strings + "</sst>" });
    }
    if (!styles.isEmpty()) {
        parts.append({ "xl/styles.xml", xml + "<styleSheet " + main + ">" + styles + "</styleSheet>" });
    }
    if (!comments.isEmpty()) {
        parts.append({ "xl/worksheets/_rels/sheet1.xml.rels",
            xml + relations + "<Relationship Id=\"r1\" " + type
                + "comments\" Target=\"../comments1.xml\"/></Relationships>" });
        parts.append({ "xl/comments1.xml",
            xml + "<comments " + main + "><authors><author>Lan</author></authors><commentList>" + comments
                + "</commentList></comments>" });
    }
    return zip(parts);
}

QByteArray ods(const QByteArray& rows)
{
    const QByteArray content = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
                               "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                               "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                               "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                               "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                               "<office:body><office:spreadsheet><table:table table:name=\"Bảng\">"
        + rows + "</table:table></office:spreadsheet></office:body></office:document-content>";
    return zip({ { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", content } });
}

QByteArray ole(const QString& stream, const QByteArray& content)
{
    constexpr quint32 End = 0xfffffffe;
    constexpr quint32 Free = 0xffffffff;
    constexpr qsizetype Sector = 512;
    QByteArray data = content;
    data.append(
        QByteArray(std::max<qsizetype>(4096, (data.size() + Sector - 1) / Sector * Sector) - data.size(), '\0'));
    const auto sectors = quint32(data.size() / Sector); // from sector 2 on; 0 is the FAT, 1 the directory

    QByteArray head = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(16, '\0') + le<quint16>(0x3e)
        + le<quint16>(3) + le<quint16>(0xfffe) + le<quint16>(9) + le<quint16>(6) + QByteArray(10, '\0') + le<quint32>(1)
        + le<quint32>(1) + le<quint32>(0) + le<quint32>(4096) + le(End) + le<quint32>(0) + le(End) + le<quint32>(0)
        + le<quint32>(0);
    while (head.size() < Sector) {
        head += le(Free);
    }
    QByteArray fat = le<quint32>(0xfffffffd) + le(End);
    for (quint32 i = 0; i < sectors; ++i) {
        fat += le(i + 1 == sectors ? End : 2 + i + 1);
    }
    while (fat.size() < Sector) {
        fat += le(Free);
    }
    const auto entry = [](const QString& name, char type, quint32 child, quint32 start, quint32 size) {
        QByteArray bytes = utf16(name);
        const auto nameSize = quint16(bytes.size() + 2);
        bytes.append(QByteArray(64 - bytes.size(), '\0'));
        bytes += le(name.isEmpty() ? quint16(0) : nameSize) + QByteArray(1, type) + '\1' + le<quint32>(0xffffffff)
            + le<quint32>(0xffffffff) + le(child) + QByteArray(36, '\0') + le(start) + le(size) + le<quint32>(0);
        return bytes;
    };
    const QByteArray directory = entry(QStringLiteral("Root Entry"), 5, 1, End, 0)
        + entry(stream, 2, Free, 2, quint32(data.size())) + entry({}, 0, Free, 0, 0) + entry({}, 0, Free, 0, 0);
    return head + fat + directory + data;
}

QByteArray biff8(const QString& text, double number)
{
    QByteArray bits(8, '\0');
    quint64 raw = 0;
    std::memcpy(&raw, &number, sizeof raw);
    qToLittleEndian(raw, bits.data());
    const QByteArray name = utf16(QStringLiteral("Sổ"));
    const auto sheetEntry = [&name](quint32 offset) {
        return record(0x0085, le(offset) + QByteArray(2, '\0') + char(name.size() / 2) + '\1' + name);
    };
    const QByteArray strings =
        record(0x00fc, le<quint32>(1) + le<quint32>(1) + le<quint16>(quint16(text.size())) + '\1' + utf16(text));
    const QByteArray end = record(0x000a, {});
    const auto globals = quint32(bof(5).size() + sheetEntry(0).size() + strings.size() + end.size());
    return bof(5) + sheetEntry(globals) + strings + end + bof(0x10)
        + record(0x0200, le<quint32>(0) + le<quint32>(3) + le<quint16>(0) + le<quint16>(2) + le<quint16>(0))
        + record(0x00fd, le<quint16>(0) + le<quint16>(0) + le<quint16>(0) + le<quint32>(0))
        + record(0x0203, le<quint16>(2) + le<quint16>(1) + le<quint16>(0) + bits) + end;
}

QByteArray biff8Formulas(const QString& text, const QString& comment)
{
    const auto formula = [](int row, const QByteArray& result, int format = 0) {
        return record(0x0006,
            le(quint16(row)) + le<quint16>(0) + le(quint16(format)) + result + le<quint16>(0) + le<quint32>(0)
                + le<quint16>(3) + QByteArray::fromHex("1e0500"));
    };
    const auto number = [](double value) {
        quint64 raw = 0;
        std::memcpy(&raw, &value, sizeof raw);
        return le(raw);
    };
    const auto special = [](char kind, char value) {
        return QByteArray(1, kind) + '\0' + QByteArray(1, value) + QByteArray(3, '\0') + QByteArray(2, '\xff');
    };
    const auto format = [](int id) { return record(0x00e0, le<quint16>(0) + le(quint16(id)) + QByteArray(16, '\0')); };
    const QByteArray name = utf16(QStringLiteral("Ẩn"));
    const auto sheetEntry = [&name](quint32 offset) {
        return record(0x0085, le(offset) + '\1' + '\0' + char(name.size() / 2) + '\1' + name);
    };
    const QByteArray end = record(0x000a, {});
    const QByteArray formats = format(0) + format(14);
    const auto globals = quint32(bof(5).size() + formats.size() + sheetEntry(0).size() + end.size());
    return bof(5) + formats + sheetEntry(globals) + end + bof(0x10)
        + record(0x0200, le<quint32>(0) + le<quint32>(9) + le<quint16>(0) + le<quint16>(1) + le<quint16>(0))
        + formula(0, number(42.5)) + formula(1, special(0, 0))
        + record(0x0207, le(quint16(text.size())) + '\1' + utf16(text.left(3))) // the rest in a record of its own
        + record(0x003c, '\1' + utf16(text.mid(3))) + formula(2, special(2, 0x2a)) + formula(3, special(1, 1))
        + formula(4, special(3, 0)) + formula(5, number(42000), 1) + formula(6, special(0, 0))
        + record(0x0205, le<quint16>(7) + le<quint16>(0) + le<quint16>(0) + '\1' + '\0')
        + record(0x0205, le<quint16>(8) + le<quint16>(0) + le<quint16>(0) + '\7' + '\1')
        + record(
            0x005d, le<quint16>(0x15) + le<quint16>(0x12) + le<quint16>(0x19) + le<quint16>(7) + QByteArray(14, '\0'))
        + record(0x01b6, QByteArray(10, '\0') + le(quint16(comment.size())) + le<quint16>(16) + QByteArray(4, '\0'))
        + record(0x003c, '\1' + utf16(comment)) + record(0x003c, QByteArray(16, '\0'))
        + record(0x001c, le<quint16>(3) + le<quint16>(2) + le<quint16>(0) + le<quint16>(7) + QByteArray(4, '\0')) + end;
}

} // namespace maiam::test
