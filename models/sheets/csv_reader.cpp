// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sheets/csv_reader.h"

#include "models/sheets/cell_guard.h"
#include "models/sheets/sheet_builder.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace maiam {

namespace {

/// The characters of a CSV, and whether its encoding was recognised.
struct Text
{
    QString text;
    Workbook::Encoding encoding = Workbook::Encoding::Unicode;
};

Text decode(const QByteArray& bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        return { decoder.decode(bytes) };
    }
    const QByteArrayView body = QByteArrayView(bytes).sliced(bytes.startsWith("\xef\xbb\xbf") ? 3 : 0);
    if (body.isValidUtf8()) {
        return { QString::fromUtf8(body) };
    }
    return { QString::fromLatin1(body), Workbook::Encoding::Bytes };
}

/// The separator that stands most often, outside quotation marks, in the first lines.
QChar guessSeparator(const QString& text)
{
    constexpr int Lines = 30;
    std::array<int, 3> counts {};
    constexpr QStringView Candidates = u";,\t";
    bool quoted = false;
    int lines = 0;
    for (const QChar c : text) {
        quoted = c == u'"' ? !quoted : quoted;
        if (!quoted && c == u'\n' && ++lines == Lines) {
            break;
        }
        const qsizetype found = quoted ? -1 : Candidates.indexOf(c);
        if (found >= 0) {
            ++counts[std::size_t(found)];
        }
    }
    return Candidates[std::max_element(counts.begin(), counts.end()) - counts.begin()];
}

class CsvReader
{
public:
    CsvReader(const Text& text, const WorkbookLimits& limits)
        : m_text(text.text)
        , m_builder(limits)
    {
        m_separator = guessSeparator(m_text);
        if (m_text.startsWith(u"sep=") && m_text.size() > 4) { // what Excel writes on its own account
            m_separator = m_text.at(4);
            const qsizetype end = m_text.indexOf(u'\n');
            m_at = end < 0 ? m_text.size() : end + 1;
        }
    }

    Result<QList<Sheet>> run()
    {
        auto done = m_builder.beginSheet(QString(), false);
        for (qint64 row = 1; done && m_at < m_text.size(); ++row) {
            done = m_builder.beginRow(row);
            for (qint64 column = 0; done; ++column) {
                auto field = readField();
                if (!field) {
                    return fail(field);
                }
                done = m_builder.put(column, Cell::ofText(cell_guard::unguarded(*field)));
                if (m_at >= m_text.size() || m_text.at(m_at) != m_separator) {
                    break;
                }
                ++m_at;
            }
            endLine();
        }
        return done ? m_builder.take() : Result<QList<Sheet>>(fail(done));
    }

private:
    void endLine()
    {
        if (m_at < m_text.size() && m_text.at(m_at) == u'\r') {
            ++m_at;
        }
        if (m_at < m_text.size() && m_text.at(m_at) == u'\n') {
            ++m_at;
        }
    }

    [[nodiscard]] bool endsField(QChar c) const { return c == m_separator || c == u'\n' || c == u'\r'; }

    Result<QString> readField()
    {
        QString field;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
            ++m_at;
            for (;;) {
                const qsizetype end = m_text.indexOf(u'"', m_at);
                if (end < 0) {
                    return fail(ErrorCode::Truncated,
                        SheetBuilder::tr("The file ends inside a cell: a quotation mark is missing, or the file was "
                                         "not copied whole. Copy it again or save it again from Excel."));
                }
                field += QStringView(m_text).mid(m_at, end - m_at);
                m_at = end + 1;
                if (m_at >= m_text.size() || m_text.at(m_at) != u'"') {
                    break;
                }
                field += u'"';
                ++m_at;
            }
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !endsField(m_text.at(m_at))) {
            ++m_at;
        }
        field += QStringView(m_text).mid(start, m_at - start);
        return field;
    }

    const QString& m_text;
    SheetBuilder m_builder;
    QChar m_separator;
    qsizetype m_at = 0;
};

} // namespace

Result<Workbook> readCsv(const QByteArray& bytes, const WorkbookLimits& limits)
{
    const Text text = decode(bytes);
    auto sheets = CsvReader(text, limits).run();
    if (!sheets) {
        return fail(sheets);
    }
    return Workbook { std::move(*sheets), false, text.encoding };
}

} // namespace maiam
