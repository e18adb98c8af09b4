// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace maiam {

/// The two languages in which every catalogue speaks.
enum class CatalogueLanguage { Vietnamese, English };

/// One line of a catalogue (mục của danh mục): a stable code, its two names, where it comes from and how sure that is.
struct CatalogueEntry
{
    QString code; ///< never changes its meaning, never shown to an officer
    QString vi; ///< at most 60 characters
    QString en; ///< at most 60 characters
    QString source; ///< the law, Article or list it rests on, in Vietnamese
    QString certainty; ///< "seen", "memory hi", "memory mid" …: how far the source was checked
    QJsonObject extra; ///< every other field of the line

    /// The name in a language.
    [[nodiscard]] const QString& title(CatalogueLanguage language) const
    {
        return language == CatalogueLanguage::English ? en : vi;
    }
    /// A further field as text; empty where it is not there.
    [[nodiscard]] QString text(QLatin1String key) const { return extra.value(key).toString(); }
    /// A further field as a whole number.
    [[nodiscard]] int number(QLatin1String key, int otherwise = 0) const { return extra.value(key).toInt(otherwise); }
    /// A further field as yes or no; no where it is not there.
    [[nodiscard]] bool flag(QLatin1String key) const { return extra.value(key).toBool(); }
    /// A further field as a list of texts; empty where it is not there.
    [[nodiscard]] QStringList list(QLatin1String key) const;
    /// True for a code that a newer catalogue no longer offers; records that hold it keep their name.
    [[nodiscard]] bool retired() const { return flag(QLatin1String("retired")); }
    /// True for the answer "không biết".
    [[nodiscard]] bool unknown() const { return flag(QLatin1String("unknown")); }
};

/// A versioned list of facts (danh mục), read from JSON. Its codes are unique; its order is the order to show.
class Catalogue
{
    Q_DECLARE_TR_FUNCTIONS(Catalogue)
public:
    static constexpr int ReaderVersion = 1; ///< the format that this program reads
    static constexpr qsizetype MaxBytes = qsizetype { 2 } * 1024 * 1024; ///< a larger file is refused unread
    static constexpr int MaxDepth = 8; ///< deeper nesting is refused unparsed
    static constexpr qsizetype MaxEntries = 20000;
    static constexpr qsizetype MaxTitle = 60; ///< characters of vi and en
    static constexpr qsizetype MaxText = 8000; ///< characters of any other text

    Catalogue() = default;

    /// Reads a catalogue from bytes of any origin. Fails with InvalidInput (what is wrong and in which line of the
    /// list) or NewerVersion. All text is brought to NFC.
    [[nodiscard]] static Result<Catalogue> fromJson(const QByteArray& json);
    /// Reads a catalogue from a file or resource. Fails also with NotFound and Io.
    [[nodiscard]] static Result<Catalogue> fromFile(const QString& path);

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const QString& title(CatalogueLanguage language) const
    {
        return language == CatalogueLanguage::English ? m_en : m_vi;
    }
    /// A remark for whoever edits the catalogue; may be empty.
    [[nodiscard]] const QString& note() const { return m_note; }
    /// All lines, retired ones too, in the order to show.
    [[nodiscard]] const std::vector<CatalogueEntry>& entries() const { return m_entries; }
    /// The line of a code, or nullptr. Valid as long as this catalogue.
    [[nodiscard]] const CatalogueEntry* find(const QString& code) const;
    [[nodiscard]] bool contains(const QString& code) const { return m_index.contains(code); }
    /// The name of a code. A code that is not known is shown as it is, so that nothing disappears from a screen.
    [[nodiscard]] QString title(const QString& code, CatalogueLanguage language) const;
    /// Where a code comes from; empty for an unknown code.
    [[nodiscard]] QString source(const QString& code) const;

    /// This catalogue replaced by a newer issue of it. Codes that the newer one leaves out are kept as retired.
    /// Fails with InvalidInput for another catalogue, Conflict for one that is not newer.
    [[nodiscard]] Result<Catalogue> updatedBy(const Catalogue& newer) const;

private:
    [[nodiscard]] Result<> readHead(const QJsonObject& root);
    [[nodiscard]] Result<> readEntry(const QJsonObject& object, qsizetype line);

    QString m_name;
    QString m_vi;
    QString m_en;
    QString m_note;
    int m_version = 0;
    std::vector<CatalogueEntry> m_entries;
    QHash<QString, qsizetype> m_index;
};

} // namespace maiam
