// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>

namespace maiam {

/// What a field names, and so what travels and is erased together (lớp danh tính). Open fields name nobody.
/// The numbers stand in the journal and never change.
enum class IdentityClass : quint8 {
    Open = 0,
    Subject = 1, ///< the child and the family
    Reporter = 2, ///< who reported (kept apart from the file that is printed)
    Suspect = 3, ///< người bị nghi thực hiện hành vi xâm hại
    Narrative = 4, ///< free text and files, and the names of officials
};
inline constexpr int IdentityClassCount = 4;

/// How a value is to be read.
enum class FieldType {
    Text, ///< one line
    LongText, ///< several lines
    Integer, ///< a whole number
    Flag, ///< 0 or 1
    Code, ///< the stable code of a catalogue entry
    Date, ///< ISO text of any precision, see PartialDate
    Moment, ///< UTC milliseconds
    Reference, ///< the UUID of another record
    Bytes, ///< keys and signatures
};

/// Whether and how a field is found by search.
enum class SearchUse { No, Name, Word, Number };

/// One field, declared once; storage, journal, history, search, report and package all read this.
struct Field
{
    const char* name; ///< stable: column, journal and package use it
    FieldType type;
    IdentityClass identity;
    const char* label; ///< English, translated in the context "Records"
    const char* catalogue = nullptr;
    SearchUse search = SearchUse::No;
    bool indexed = false;
    bool ahead = false; ///< of a moment to come: a day without a year is the next such day

    [[nodiscard]] QByteArray key() const { return QByteArray::fromRawData(name, qsizetype(qstrlen(name))); }
};

/// Who may write records of a kind (law 7).
enum class Writer {
    OwnerOffice, ///< the office whose device wrote the record's first entry
    Province, ///< the provincial office only
};

/// How far a kind travels (law 7). A kind that stays in the office has no open field, so its entries show nothing.
enum class Reach { Office, Province };

/// Who may erase a kind's identity parts (law 7).
enum class Eraser { Nobody, OwnerLeaderAndAdministrator };

/// The declaration of a kind of record.
struct RecordKind
{
    const char* name; ///< stable: table, journal and package use it
    int version; ///< of this declaration; stands in every entry
    const char* label; ///< English, translated in the context "Records"
    Writer writer;
    Reach reach;
    Eraser eraser;
    std::span<const Field* const> fields;

    [[nodiscard]] QByteArray key() const { return QByteArray::fromRawData(name, qsizetype(qstrlen(name))); }
    /// The field of that name, or null.
    [[nodiscard]] const Field* field(const QByteArray& fieldName) const;
};

} // namespace maiam
