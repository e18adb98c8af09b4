// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/workbook_archive.h"

#include "models/sheets/sheet_builder.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace maiam {

namespace {

constexpr qint64 MaxRun = 4 * 1024 * 1024;
constexpr qint64 BombFloor = 16 * 1024 * 1024;
constexpr zip_int64_t MaxParts = 20000;

} // namespace

ArchivePart::ArchivePart(zip_file* file, qint64 announced)
    : m_file(file)
    , m_left(announced)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ArchivePart::~ArchivePart()
{
    zip_fclose(m_file);
}

qint64 ArchivePart::readData(char* data, qint64 max)
{
    if (m_failed || m_ended || max <= 0) {
        return m_failed ? -1 : 0;
    }
    const zip_int64_t got = zip_fread(m_file, data, zip_uint64_t(max));
    if (got <= 0) {
        m_ended = true;
        m_failed = got < 0 || m_left != 0; // a checksum that does not fit, or less than announced
        return m_failed ? -1 : 0;
    }
    m_left -= got;
    const char* at = data;
    const char* const end = data + got;
    while (at != end) {
        const auto* tag = static_cast<const char*>(std::memchr(at, '<', std::size_t(end - at)));
        const char* const stop = tag != nullptr ? tag : end;
        m_run += stop - at;
        if (m_run > MaxRun) {
            m_failed = true;
            return -1;
        }
        m_run = tag != nullptr ? 0 : m_run;
        at = tag != nullptr ? tag + 1 : end;
    }
    m_failed = m_left < 0;
    return m_failed ? -1 : got;
}

WorkbookArchive::WorkbookArchive(WorkbookArchive&& other) noexcept
    : m_archive(std::exchange(other.m_archive, nullptr))
{
}

WorkbookArchive::~WorkbookArchive()
{
    if (m_archive != nullptr) {
        zip_discard(m_archive);
    }
}

Result<WorkbookArchive> WorkbookArchive::open(const QByteArray& bytes, const WorkbookLimits& limits)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error);
    zip* archive = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    const int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        if (source != nullptr) {
            zip_source_free(source);
        }
        if (code == ZIP_ER_NOZIP) {
            return fail(ErrorCode::Truncated,
                tr("The workbook ends too early: copying it was not finished. Copy it again from where it came."));
        }
        return SheetBuilder::damaged(QStringLiteral("zip %1").arg(code));
    }
    WorkbookArchive opened(archive);
    if (auto checked = opened.check(limits); !checked) {
        return fail(checked);
    }
    return opened;
}

Result<> WorkbookArchive::check(const WorkbookLimits& limits) const
{
    const auto tooLarge = [] {
        return fail(ErrorCode::InvalidInput,
            tr("The workbook would unpack to more than any register needs, so it was not opened. Delete sheets and "
               "pictures that are not needed, save it and choose it again."));
    };
    const zip_int64_t parts = zip_get_num_entries(m_archive, 0);
    if (parts > MaxParts) {
        return tooLarge();
    }
    quint64 unpacked = 0;
    for (zip_int64_t i = 0; i < parts; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_archive, zip_uint64_t(i), 0, &stat) != 0) {
            return SheetBuilder::damaged(QStringLiteral("zip directory"));
        }
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
            return fail(ErrorCode::NotAWorkbook,
                tr("The workbook is protected with a password. Open it in Excel or LibreOffice, save it without the "
                   "password, and choose the new file."));
        }
        if (stat.size > quint64(limits.unpackedBytes)) {
            return tooLarge();
        }
        unpacked += stat.size; // each is small enough by now that the sum cannot overflow
        const bool isBomb =
            qint64(stat.size) > BombFloor && qint64(stat.size) / limits.bombRatio > qint64(stat.comp_size);
        if (unpacked > quint64(limits.unpackedBytes) || isBomb) {
            return tooLarge();
        }
    }
    return {};
}

bool WorkbookArchive::contains(const QString& name) const
{
    return zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_ENC_UTF_8) >= 0;
}

std::unique_ptr<ArchivePart> WorkbookArchive::part(const QString& name) const
{
    zip_stat_t stat;
    const zip_int64_t index = zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_ENC_UTF_8);
    if (index < 0 || zip_stat_index(m_archive, zip_uint64_t(index), 0, &stat) != 0) {
        return nullptr;
    }
    zip_file_t* file = zip_fopen_index(m_archive, zip_uint64_t(index), 0);
    return file != nullptr ? std::make_unique<ArchivePart>(file, qint64(stat.size)) : nullptr;
}

QByteArray WorkbookArchive::smallPart(const QString& name, qint64 max) const
{
    const auto found = part(name);
    if (!found) {
        return {};
    }
    const QByteArray bytes = found->read(max + 1);
    return bytes.size() > max ? QByteArray() : bytes;
}

} // namespace maiam
