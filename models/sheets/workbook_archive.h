// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sheets/workbook_reader.h"

#include <QCoreApplication>
#include <QIODevice>

#include <memory>

struct zip;
struct zip_file;

namespace maiam {

/// A part of an archive, unpacked while it is read. It fails when more comes than was announced, and when the text
/// between two tags is longer than any workbook needs, so that one token of XML cannot fill the memory.
class ArchivePart final : public QIODevice
{
public:
    ArchivePart(zip_file* file, qint64 announced);
    ~ArchivePart() override;
    Q_DISABLE_COPY_MOVE(ArchivePart)

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_ended || m_failed; }
    /// Whether what could be read was sound so far.
    [[nodiscard]] bool failed() const { return m_failed; }

protected:
    qint64 readData(char* data, qint64 max) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    zip_file* m_file;
    qint64 m_left;
    qint64 m_run = 0; // bytes since the last tag began
    bool m_ended = false;
    bool m_failed = false;
};

/// A zip archive in memory. Names in it serve to find parts, never as paths.
class WorkbookArchive
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookArchive)

public:
    ~WorkbookArchive();
    WorkbookArchive(WorkbookArchive&& other) noexcept;
    WorkbookArchive& operator=(WorkbookArchive&&) = delete;
    WorkbookArchive(const WorkbookArchive&) = delete;
    WorkbookArchive& operator=(const WorkbookArchive&) = delete;

    /// @p bytes must outlive the archive. Truncated: the directory at the end is missing; InvalidInput: it would
    /// unpack to more than is allowed; NotAWorkbook: a part is locked with a password; Damaged.
    [[nodiscard]] static Result<WorkbookArchive> open(const QByteArray& bytes, const WorkbookLimits& limits);

    [[nodiscard]] bool contains(const QString& name) const;
    /// A part for reading; null when it is not there or cannot be unpacked.
    [[nodiscard]] std::unique_ptr<ArchivePart> part(const QString& name) const;
    /// A small part as a whole; empty when it is not there or holds more than @p max bytes.
    [[nodiscard]] QByteArray smallPart(const QString& name, qint64 max) const;

private:
    explicit WorkbookArchive(zip* archive)
        : m_archive(archive)
    {
    }
    Result<> check(const WorkbookLimits& limits) const;

    zip* m_archive;
};

} // namespace maiam
