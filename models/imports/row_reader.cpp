// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/row_reader.h"

#include "models/catalogues/catalogues.h"
#include "models/imports/row_words.h"
#include "models/records/kinds.h"
#include "models/text/fold.h"
#include "models/text/legacy_encoding.h"
#include "models/text/normalise.h"
#include "models/text/personal_number.h"

#include <algorithm>
#include <cmath>

namespace maiam {

namespace {
constexpr int AdultAge = 16; // Article 1, Law on Children 102/2016/QH13
constexpr double FirstSerial = 20000; // 1954: an unformatted serial below is no day in a child's life
constexpr double LastSerial = 80000;
constexpr qsizetype LongestListNumber = 6;

void put(Values& values, const Field& field, const QString& text)
{
    if (!text.isEmpty())
        values[field.key()] = text;
}

void put(Values& values, const Field& field, qint64 number)
{
    values[field.key()] = number;
}
} // namespace

RowReader::RowReader(const Sheet& sheet, const ColumnMap& map, const Vocabulary& vocabulary,
    const Catalogues& catalogues, QDate today, bool date1904)
    : m_sheet(sheet)
    , m_map(map)
    , m_vocabulary(vocabulary)
    , m_catalogues(catalogues)
    , m_today(today)
    , m_date1904(date1904)
{
}

Cell RowReader::cellOf(const SheetRow& row, ColumnUse use) const
{
    const SheetColumn* column = m_map.find(use);
    return column ? row.at(column->index) : Cell();
}

bool RowReader::hasValue(const SheetRow& row, ColumnUse use) const
{
    return !rowWords::isBlank(cellOf(row, use));
}

void RowReader::readRow(const SheetRow& row)
{
    m_remarks.clear();
    m_sourceWord.clear();
    m_birth = {};
    m_received.reset();
    m_zeros.clear();
    for (const SheetColumn& column : m_map.columns) {
        const Cell cell = row.at(column.index);
        if (rowWords::isBlank(cell))
            continue;
        if (cell.isUnsolved())
            problem(&column,
                tr("This cell holds a formula without a result. Open the workbook, save it again, or enter the value "
                   "by hand."));
        else if (cell.type == Cell::Type::Error)
            problem(&column, tr("This cell holds an error of the workbook program. Enter the value by hand."));
        else
            readCell(column, cell);
    }
    if (!hasValue(row, ColumnUse::Name))
        problem(m_map.find(ColumnUse::Name), tr("The child's name is missing. Add it when it is known."));
    checkTicks();
    readNumber(row);
    readCommentsOf(row);
    checkMerged(row);
    decideCase();
    placeSource();
    checkDates();
    (m_draft.hasCase ? m_draft.caseNotes : m_draft.childNotes).append(m_remarks);
}

void RowReader::readCell(const SheetColumn& column, const Cell& cell)
{
    switch (column.use) {
    case ColumnUse::PersonalNumber: // after sex and birth are known
        return;
    case ColumnUse::Number:
        return readListNumber(column, cell);
    case ColumnUse::Name:
        return readName(column, cell, ChildFields::Name);
    case ColumnUse::Father:
        return readName(column, cell, ChildFields::Father);
    case ColumnUse::Mother:
        return readName(column, cell, ChildFields::Mother);
    case ColumnUse::Carer:
        return readName(column, cell, ChildFields::Carer);
    case ColumnUse::Residence:
        return readText(column, cell, ChildFields::Village);
    case ColumnUse::School:
        return readText(column, cell, ChildFields::School);
    case ColumnUse::Birth:
        return readBirth(column, cell);
    case ColumnUse::Sex:
        return readSex(column, cell);
    case ColumnUse::SexMale:
        return readTick(column, cell, QStringLiteral("male"));
    case ColumnUse::SexFemale:
        return readTick(column, cell, QStringLiteral("female"));
    case ColumnUse::EthnicGroup:
        return readEthnicGroup(column, cell);
    case ColumnUse::Group:
        return readGroup(column, cell);
    case ColumnUse::Received:
        return readReceived(column, cell);
    case ColumnUse::Source:
        return readSource(column, cell);
    case ColumnUse::AbuseKind:
        return readAbuseKind(column, cell);
    case ColumnUse::Remarks:
        m_remarks.append(clean(column, cell, true));
        return;
    case ColumnUse::Status:
        return note(m_remarks, column, clean(column, cell, true));
    case ColumnUse::Phone:
        return readPhone(column, cell);
    case ColumnUse::Unknown:
        return note(m_draft.childNotes, column, clean(column, cell, true));
    }
}

QString RowReader::clean(const SheetColumn& column, const Cell& cell, bool lines)
{
    QString text = cell.type == Cell::Type::Text ? cell.text : cell.asText(m_date1904);
    if (cell.type == Cell::Type::DateSerial)
        if (const PartialDate day = PartialDate::fromExcelSerial(cell.number, m_date1904); !day.isNull())
            text = day.toString();
    if (const QString time = rowWords::timeIn(cell, m_date1904); !time.isEmpty())
        text = time;
    const LegacyEncoding encoding = detectLegacy(text);
    if (encoding != LegacyEncoding::None) {
        text = fromLegacy(text, encoding);
        problem(&column,
            tr("This cell was written in the old character set %1 and has been converted. Check the spelling.")
                .arg(rowWords::encodingName(encoding)),
            ProblemWeight::Information);
    }
    return lines ? normalisedText(text) : normalised(text);
}

std::optional<PartialDate> RowReader::date(const Cell& cell) const
{
    const auto known = [](const PartialDate& day) { return day.isNull() ? std::nullopt : std::optional(day); };
    if (cell.type == Cell::Type::DateSerial)
        return known(PartialDate::fromExcelSerial(cell.number, m_date1904));
    if (cell.type == Cell::Type::Number) {
        if (cell.number >= FirstSerial && cell.number < LastSerial)
            return known(PartialDate::fromExcelSerial(cell.number, m_date1904));
        const bool isYear = cell.number == std::floor(cell.number) && cell.number > 0 && cell.number < FirstSerial;
        return isYear ? known(PartialDate(int(cell.number))) : std::nullopt;
    }
    // "15-07-26" in a register of children is 2026, though it may lie some days ahead of a clock that is behind.
    const auto read = PartialDate::parse(normalised(cell.text), m_today.addYears(1));
    return cell.type == Cell::Type::Text && read ? std::optional(*read) : std::nullopt;
}

void RowReader::readName(const SheetColumn& column, const Cell& cell, const Field& field)
{
    const QString name = withCapitalInitials(clean(column, cell));
    if (rowWords::mayBeLegacySurname(name))
        problem(&column,
            tr("The first word of this name may be written in the old character set TCVN3. It was left as it is; check "
               "the spelling."));
    if (cell.type != Cell::Type::Text)
        problem(&column, tr("A number stands where a name should be. Check it."));
    put(m_draft.child, field, name);
}

void RowReader::readText(const SheetColumn& column, const Cell& cell, const Field& field)
{
    put(m_draft.child, field, clean(column, cell));
}

void RowReader::readTick(const SheetColumn& column, const Cell& cell, const QString& sex)
{
    const QString word = cell.type == Cell::Type::Text ? normalised(cell.text).toLower() : QString();
    if ((cell.type == Cell::Type::Number || cell.type == Cell::Type::Boolean) && cell.number == 0)
        return m_zeros.push_back(&column); // "not this one", which the other column should say too
    const auto day = rowWords::isTick(cell) ? std::nullopt : date(cell);
    if (!rowWords::isTick(cell) && !day) {
        note(m_draft.childNotes, column, clean(column, cell));
        problem(&column, tr("This cell is neither a tick nor a date. It was taken for a tick and kept in the note."));
    }
    if (day && !m_birth.isNull() && *day != m_birth) {
        note(m_draft.childNotes, column, clean(column, cell));
        problem(&column, tr("Another date of birth stands here. It was kept in the note; correct the date of birth."));
    } else if (day) { // some workbooks write the date of birth into the column of the sex
        m_birth = *day;
        put(m_draft.child, ChildFields::Birth, m_birth.toIso());
    }
    const QByteArray key = ChildFields::Sex.key();
    if (const auto there = m_draft.child.find(key); there != m_draft.child.end() && there->second != Value(sex)) {
        m_draft.child[key] = QStringLiteral("unknown");
        problem(&column, tr("Both sexes are ticked. The sex was left open; correct it."));
        return;
    }
    put(m_draft.child, ChildFields::Sex, sex);
}

void RowReader::readSex(const SheetColumn& column, const Cell& cell)
{
    if (const auto code = m_vocabulary.code(QStringLiteral("sexes"), clean(column, cell)))
        return put(m_draft.child, ChildFields::Sex, *code);
    note(m_draft.childNotes, column, clean(column, cell));
    problem(&column, tr("The sex could not be read. It was kept in the note; correct it."));
}

void RowReader::readBirth(const SheetColumn& column, const Cell& cell)
{
    if (const auto day = date(cell)) {
        keepTime(m_draft.childNotes, column, cell);
        if (day->isNull()) // "không rõ"
            return note(m_draft.childNotes, column, clean(column, cell));
        if (!m_birth.isNull() && *day != m_birth) {
            note(m_draft.childNotes, column, m_birth.toString());
            problem(&column, tr("Two dates of birth stand in this row. This one was taken; the other is in the note."));
        }
        m_birth = *day;
        return put(m_draft.child, ChildFields::Birth, day->toIso());
    }
    note(m_draft.childNotes, column, clean(column, cell));
    problem(&column, tr("The date of birth could not be read. It was kept in the note; correct it."));
}

void RowReader::readReceived(const SheetColumn& column, const Cell& cell)
{
    m_draft.receivedLetter = column.letter();
    const auto day = date(cell);
    if (day && !day->isNull()) {
        keepTime(m_remarks, column, cell);
        m_received = m_draft.received = day->earliest();
        if (day->precision() == PartialDate::Precision::Day)
            return;
        note(m_remarks, column, clean(column, cell));
        problem(&column,
            tr("Only the month or the year of the reception is written. The first day of it was taken; correct it."));
        return;
    }
    note(m_remarks, column, clean(column, cell));
    problem(&column, tr("The day of reception could not be read. It was kept in the note; correct it."));
}

void RowReader::readEthnicGroup(const SheetColumn& column, const Cell& cell)
{
    const QString word = clean(column, cell);
    const auto code = m_vocabulary.code(QStringLiteral("ethnic-groups"), word);
    if (code)
        put(m_draft.child, ChildFields::EthnicGroup, *code);
    else
        problem(&column, tr("The ethnic group is not in the list. It was kept in the note; correct it."));
    // "Dao Thanh Y" says more than "Dao": what families call themselves is not lost.
    if (!code
        || folded(word)
            != folded(m_catalogues.title(QLatin1String("ethnic-groups"), *code, CatalogueLanguage::Vietnamese)))
        note(m_draft.childNotes, column, word);
}

void RowReader::readGroup(const SheetColumn& column, const Cell& cell)
{
    const QString word = clean(column, cell);
    if (const auto code = m_vocabulary.code(QStringLiteral("groups"), word))
        return put(m_draft.child, ChildFields::Group, *code);
    note(m_draft.childNotes, column, word);
    problem(&column, tr("The special circumstances are not in the list. They were kept in the note; correct them."));
}

void RowReader::readSource(const SheetColumn& column, const Cell& cell)
{
    m_sourceWord = clean(column, cell);
    if (const auto code = m_vocabulary.code(QStringLiteral("sources"), m_sourceWord))
        return put(m_draft.file, CaseFields::Source, *code);
    note(m_remarks, column, m_sourceWord);
    m_sourceWord.clear();
    problem(&column, tr("The source of the information is not in the list. It was kept in the note; correct it."));
}

void RowReader::readAbuseKind(const SheetColumn& column, const Cell& cell)
{
    m_draft.hasCase = true;
    const QString word = clean(column, cell);
    const auto code = m_vocabulary.code(QStringLiteral("abuse-kinds"), word);
    put(m_draft.file, CaseFields::Kind, code.value_or(QString()));
    put(m_draft.file, CaseFields::Environment, rowWords::environmentIn(word));
    if (!code)
        problem(&column, tr("The kind of abuse is not in the list. It was kept in the note; correct it."));
    if (!code
        || !rowWords::saysNoMore(
            word, m_catalogues.title(QLatin1String("abuse-kinds"), *code, CatalogueLanguage::Vietnamese)))
        note(m_remarks, column, word);
}

/// The running number says nothing about a child; anything else in its column, such as the number of a file, is kept.
void RowReader::readListNumber(const SheetColumn& column, const Cell& cell)
{
    const QString text = clean(column, cell);
    const bool isDate = cell.type == Cell::Type::DateSerial; // even one that no calendar has
    const bool running = !isDate && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.' || c == u')';
    });
    if (!running || text.size() > LongestListNumber)
        note(m_draft.childNotes, column, text);
}

void RowReader::readPhone(const SheetColumn& column, const Cell& cell)
{
    QString text = clean(column, cell, true);
    if (cell.type == Cell::Type::Number && (text.size() == 9 || text.size() == 10) && text.at(0) != u'0') {
        text.prepend(u'0'); // 0912 345 678 and 0203 3xxx xxx, as a number
        problem(&column, tr("The workbook had dropped the leading zero of this telephone number. It was put back."),
            ProblemWeight::Information);
    }
    note(m_draft.childNotes, column, text);
}

void RowReader::readNumber(const SheetRow& row)
{
    const SheetColumn* column = m_map.find(ColumnUse::PersonalNumber);
    if (!column || !hasValue(row, ColumnUse::PersonalNumber))
        return;
    m_draft.numberLetter = column->letter();
    const Cell cell = row.at(column->index);
    if (cell.isEmpty() || cell.type == Cell::Type::Error)
        return; // reported with the other cells
    std::optional<Sex> sex;
    if (const auto there = m_draft.child.find(ChildFields::Sex.key()); there != m_draft.child.end())
        sex = there->second == Value(QStringLiteral("male"))   ? Sex::Male
            : there->second == Value(QStringLiteral("female")) ? Sex::Female
                                                               : Sex::Unknown;
    const QString written =
        cell.type == Cell::Type::Number ? QString::number(cell.number, 'f', 0) : clean(*column, cell);
    const PersonalNumberCheck check = checkPersonalNumber(written, sex, m_birth, cell.type == Cell::Type::Number);
    if (check.usable)
        put(m_draft.child, ChildFields::PersonalNumber, check.number);
    else
        note(m_draft.childNotes, *column, written);
    // The number's own year speaks only where no date of birth does.
    if (check.usable && m_birth.isNull() && rowWords::yearInNumber(check.number) <= m_today.year() - AdultAge - 3)
        problem(column, tr("By this personal number the person is no child any more. Check the number."));
    for (const QString& warning : check.warnings)
        problem(column, check.usable ? warning : warning + u' ' + tr("It was kept in the note."));
}

void RowReader::decideCase()
{
    const auto group = m_draft.child.find(ChildFields::Group.key());
    const CatalogueEntry* entry = group == m_draft.child.end()
        ? nullptr
        : m_catalogues.at(QLatin1String("groups")).find(std::get<QString>(group->second));
    QString kind;
    if (entry)
        kind = entry->text(QLatin1String("category")) == QLatin1String("at-risk") ? QStringLiteral("risk")
                                                                                  : entry->text(QLatin1String("abuse"));
    const bool named = m_draft.hasCase;
    m_draft.hasCase = named || !kind.isEmpty();
    if (m_draft.hasCase && !m_draft.file.contains(CaseFields::Kind.key()))
        put(m_draft.file, CaseFields::Kind, !kind.isEmpty() ? kind : QStringLiteral("other"));
    if (!m_draft.hasCase)
        return;
    if (!m_draft.received.isValid()) {
        const SheetColumn* column = m_map.find(ColumnUse::Received);
        problem(column, tr("The case has no day of reception. The day of the import stands in its place; correct it."));
    }
    if (m_received)
        if (const auto age = m_birth.ageOn(*m_received))
            put(m_draft.file, CaseFields::Age, qint64(*age));
}

void RowReader::placeSource()
{
    if (m_draft.hasCase)
        return;
    // A child without a case has no field for it.
    if (const SheetColumn* column = m_map.find(ColumnUse::Source); column && !m_sourceWord.isEmpty())
        note(m_draft.childNotes, *column, m_sourceWord);
    m_draft.file.clear();
}

/// A 0 for each sex leaves it open, and a 0 beside a tick says nothing more.
void RowReader::checkTicks()
{
    if (m_draft.child.contains(ChildFields::Sex.key()))
        return;
    for (const SheetColumn* column : m_zeros)
        problem(column, tr("No sex is ticked in this row. Correct it."));
}

/// The fields hold days; a time of the day is kept beside them.
void RowReader::keepTime(QStringList& notes, const SheetColumn& column, const Cell& cell)
{
    note(notes, column, rowWords::timeIn(cell, m_date1904));
}

void RowReader::checkDates()
{
    const SheetColumn* birth = m_map.find(ColumnUse::Birth);
    const SheetColumn* received = m_map.find(ColumnUse::Received);
    if (!m_birth.isNull() && m_birth.earliest() > m_today)
        problem(birth, tr("The date of birth is later than today. Correct it."));
    if (!m_received)
        return;
    if (*m_received > m_today)
        problem(received, tr("The day of reception is later than today. Correct it."));
    if (!m_birth.isNull() && m_birth.earliest() > *m_received)
        problem(received, tr("The day of reception is before the date of birth. Correct one of the two."));
    if (const auto age = m_birth.ageOn(*m_received); age && *age >= AdultAge)
        problem(birth, tr("By this date of birth the person was 16 or older on the day of reception. Check it."));
}

void RowReader::note(QStringList& notes, const SheetColumn& column, const QString& text)
{
    if (!text.isEmpty())
        notes.append((column.title.isEmpty() ? column.letter() : column.title) + QStringLiteral(": ") + text);
}

void RowReader::problem(const SheetColumn* column, const QString& reason, ProblemWeight weight)
{
    m_plan->reading.push_back({ m_sheet.name, m_draft.row, column ? column->letter() : QString(),
        column ? column->title : QString(), reason, weight });
}

QString withCapitalInitials(const QString& name)
{
    if (name != name.toUpper() || name == name.toLower() || !name.contains(u' '))
        return name;
    QString out = name.toLower();
    bool initial = true;
    for (QChar& c : out) {
        if (initial)
            c = c.toUpper();
        initial = !c.isLetter() && !c.isMark() && c != u'\'' && c != u'’';
    }
    return out;
}

} // namespace maiam
