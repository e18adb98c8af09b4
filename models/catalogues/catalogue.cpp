// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogues/catalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace maiam {

namespace {

/// Brackets outside strings, counted before the parser sees the file.
int nestingDepth(const QByteArray& json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

/// The same value with every text in NFC; `fits` becomes false where a text is too long.
QJsonValue composed(const QJsonValue& value, bool& fits)
{
    if (value.isString()) {
        const QString text = value.toString().normalized(QString::NormalizationForm_C);
        fits = fits && text.size() <= Catalogue::MaxText;
        return text;
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue item : value.toArray())
            array.append(composed(item, fits));
        return array;
    }
    if (value.isObject()) {
        const QJsonObject from = value.toObject();
        QJsonObject object;
        for (auto it = from.begin(); it != from.end(); ++it)
            object.insert(it.key(), composed(it.value(), fits));
        return object;
    }
    return value;
}

bool isCode(const QString& code)
{
    constexpr qsizetype MaxCode = 64;
    const auto allowed = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QLatin1String("./:_-").contains(c));
    };
    return !code.isEmpty() && code.size() <= MaxCode && code.at(0).isLetterOrNumber()
        && std::all_of(code.begin(), code.end(), allowed);
}

QString take(QJsonObject& object, QLatin1String key)
{
    return object.take(key).toString().trimmed();
}

} // namespace

QStringList CatalogueEntry::list(QLatin1String key) const
{
    QStringList texts;
    for (const QJsonValue value : extra.value(key).toArray())
        texts.append(value.toString());
    return texts;
}

Result<Catalogue> Catalogue::fromJson(const QByteArray& json)
{
    if (json.size() > MaxBytes)
        return fail(ErrorCode::InvalidInput,
            tr("This catalogue is larger than %1 MB, so it was not read. Ask for it again from whoever sent it.")
                .arg(MaxBytes / 1024 / 1024));
    if (nestingDepth(json) > MaxDepth)
        return fail(ErrorCode::InvalidInput,
            tr("This file is nested deeper than a catalogue ever is, so it was not read. Ask for it again from "
               "whoever sent it."));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput,
            tr("This file is not a catalogue: it is damaged at byte %1. Ask for it again from whoever sent it.")
                .arg(problem.offset),
            problem.errorString());
    bool fits = true;
    const QJsonObject root = composed(document.object(), fits).toObject();
    if (!fits)
        return fail(ErrorCode::InvalidInput,
            tr("A text in this catalogue is longer than %1 characters. Correct the file and load it again.")
                .arg(MaxText));

    Catalogue catalogue;
    if (const auto head = catalogue.readHead(root); !head)
        return fail(head);
    const QJsonArray lines = root.value(QLatin1String("entries")).toArray();
    if (lines.isEmpty() || lines.size() > MaxEntries)
        return fail(ErrorCode::InvalidInput,
            tr("The catalogue “%1” has %2 entries; between 1 and %3 can be read. Correct the file and load it again.")
                .arg(catalogue.m_name)
                .arg(lines.size())
                .arg(MaxEntries));
    catalogue.m_entries.reserve(static_cast<size_t>(lines.size()));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const auto entry = catalogue.readEntry(lines.at(i).toObject(), i + 1); !entry)
            return fail(entry);
    }
    return catalogue;
}

Result<Catalogue> Catalogue::fromFile(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::NotFound, tr("The catalogue file is not there any more. Choose it again."));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, tr("The catalogue file cannot be read. Check the disk or stick and try again."),
            file.errorString());
    // One byte more than allowed is enough to know; a device that never ends is not read to its end.
    return fromJson(file.read(MaxBytes + 1));
}

Result<> Catalogue::readHead(const QJsonObject& root)
{
    m_name = root.value(QLatin1String("catalogue")).toString();
    m_vi = root.value(QLatin1String("vi")).toString();
    m_en = root.value(QLatin1String("en")).toString();
    m_note = root.value(QLatin1String("note")).toString();
    m_version = root.value(QLatin1String("version")).toInt();
    const int oldestReader = root.value(QLatin1String("oldest_reader")).toInt(0);
    if (oldestReader > ReaderVersion)
        return fail(ErrorCode::NewerVersion,
            tr("This catalogue was made for a newer version of the program. Install that version, then load it."));
    if (!isCode(m_name) || m_vi.isEmpty() || m_en.isEmpty() || m_version < 1 || oldestReader < 1)
        return fail(ErrorCode::InvalidInput,
            tr("This file does not say which catalogue it is, in which version. It needs catalogue, version, "
               "oldest_reader, vi and en at its beginning."));
    return {};
}

Result<> Catalogue::readEntry(const QJsonObject& object, qsizetype line)
{
    QJsonObject rest = object;
    CatalogueEntry entry;
    entry.code = take(rest, QLatin1String("code"));
    entry.vi = take(rest, QLatin1String("vi"));
    entry.en = take(rest, QLatin1String("en"));
    entry.source = take(rest, QLatin1String("source"));
    entry.certainty = take(rest, QLatin1String("certainty"));
    entry.extra = rest;
    const auto wrong = [&](const QString& what) {
        return fail(ErrorCode::InvalidInput,
            tr("Entry %1 of the catalogue “%2”: %3 Correct the file and load it again.").arg(line).arg(m_name, what));
    };
    if (!isCode(entry.code))
        return wrong(tr("its code is missing or has characters that a code cannot have."));
    if (m_index.contains(entry.code))
        return wrong(tr("its code stands twice."));
    if (entry.vi.isEmpty() || entry.en.isEmpty())
        return wrong(tr("a name is missing; both vi and en are needed."));
    if (entry.vi.size() > MaxTitle || entry.en.size() > MaxTitle)
        return wrong(tr("a name is longer than %1 characters.").arg(MaxTitle));
    if (entry.source.isEmpty() || entry.certainty.isEmpty())
        return wrong(tr("its source or certainty is missing."));
    m_index.insert(entry.code, static_cast<qsizetype>(m_entries.size()));
    m_entries.push_back(std::move(entry));
    return {};
}

const CatalogueEntry* Catalogue::find(const QString& code) const
{
    const auto it = m_index.constFind(code);
    return it == m_index.constEnd() ? nullptr : &m_entries[static_cast<size_t>(*it)];
}

QString Catalogue::title(const QString& code, CatalogueLanguage language) const
{
    const CatalogueEntry* entry = find(code);
    return entry ? entry->title(language) : code;
}

QString Catalogue::source(const QString& code) const
{
    const CatalogueEntry* entry = find(code);
    return entry ? entry->source : QString();
}

Result<Catalogue> Catalogue::updatedBy(const Catalogue& newer) const
{
    if (newer.m_name != m_name)
        return fail(ErrorCode::InvalidInput,
            tr("This is the catalogue “%1”, not “%2”. Choose the right file.").arg(newer.m_name, m_name));
    if (newer.m_version <= m_version)
        return fail(ErrorCode::Conflict,
            tr("Version %1 of the catalogue “%2” is in use already; the file has version %3. Nothing was changed.")
                .arg(m_version)
                .arg(m_name)
                .arg(newer.m_version));
    Catalogue merged = newer;
    for (const CatalogueEntry& old : m_entries) {
        if (merged.contains(old.code))
            continue;
        CatalogueEntry kept = old;
        kept.extra.insert(QLatin1String("retired"), true);
        merged.m_index.insert(kept.code, static_cast<qsizetype>(merged.m_entries.size()));
        merged.m_entries.push_back(std::move(kept));
    }
    return merged;
}

} // namespace maiam
