// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/odt_package.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

#include <memory>
#include <zip.h>

namespace maiam::papers {

namespace {

constexpr zip_uint16_t dosDate1980 = (1 << 5) | 1;

class OdtPackage
{
    Q_DECLARE_TR_FUNCTIONS(OdtPackage)
public:
    static tl::unexpected<Error> failed(const char* step)
    {
        return fail(ErrorCode::Internal,
            tr("The document could not be put together. Save the paper as a PDF instead, and report this."),
            QStringLiteral("libzip: %1").arg(QLatin1StringView(step)));
    }
};

struct Discard
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

/// Adds one file; `content` must live until the archive is closed.
bool addFile(zip_t* archive, const QByteArray& name, const QByteArray& content, bool compress)
{
    zip_source_t* source = zip_source_buffer(archive, content.constData(), zip_uint64_t(content.size()), 0);
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = zip_uint64_t(index);
    return zip_set_file_compression(archive, at, compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0
        && zip_file_set_dostime(archive, at, 0, dosDate1980, 0) == 0;
}

QByteArray manifestOf(const QList<OdtPart>& parts)
{
    const QString ns = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeNamespace(ns, QStringLiteral("manifest"));
    xml.writeStartElement(ns, QStringLiteral("manifest"));
    xml.writeAttribute(ns, QStringLiteral("version"), QStringLiteral("1.2"));
    const auto entry = [&](const QString& path, const QString& type) {
        xml.writeEmptyElement(ns, QStringLiteral("file-entry"));
        xml.writeAttribute(ns, QStringLiteral("full-path"), path);
        xml.writeAttribute(ns, QStringLiteral("media-type"), type);
    };
    entry(QStringLiteral("/"), QStringLiteral("application/vnd.oasis.opendocument.text"));
    for (const OdtPart& part : parts)
        entry(part.name, part.mediaType);
    xml.writeEndDocument();
    return bytes;
}

Result<QByteArray> readBack(zip_source_t* source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return OdtPackage::failed("stat");
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (got != zip_int64_t(bytes.size()))
        return OdtPackage::failed("read");
    return bytes;
}

} // namespace

Result<QByteArray> packOdt(const QList<OdtPart>& parts)
{
    const QByteArray mimetype = QByteArrayLiteral("application/vnd.oasis.opendocument.text");
    const QByteArray manifest = manifestOf(parts);
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, Discard> source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source)
        return OdtPackage::failed("create");
    zip_source_keep(source.get()); // the archive takes one reference, this function keeps the other
    std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(source.get());
        return OdtPackage::failed("open");
    }
    bool ok = addFile(archive.get(), QByteArrayLiteral("mimetype"), mimetype, false)
        && addFile(archive.get(), QByteArrayLiteral("META-INF/manifest.xml"), manifest, true);
    for (const OdtPart& part : parts)
        ok = ok && addFile(archive.get(), part.name.toUtf8(), part.content, true);
    if (!ok)
        return OdtPackage::failed("add");
    if (zip_close(archive.get()) != 0)
        return OdtPackage::failed("close");
    archive.release(); // closed: no longer ours to discard
    return readBack(source.get());
}

} // namespace maiam::papers
