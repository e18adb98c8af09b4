// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/column_map.h"

#include "models/text/normalise.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace maiam {

namespace {
constexpr qsizetype HeaderWithin = 40; ///< rows from the top in which a header is looked for
constexpr int LeastColumns = 3;

QString titleText(const Cell& cell)
{
    return cell.type == Cell::Type::Text ? normalised(cell.text) : QString();
}

int recognisedTitles(const SheetRow& row, const Vocabulary& vocabulary)
{
    QSet<int> uses;
    for (const Cell& cell : row.cells)
        if (const auto use = vocabulary.column(titleText(cell)))
            uses.insert(int(*use));
    return uses.contains(int(ColumnUse::Name)) ? int(uses.size()) : 0;
}

/// "Nam", "Nữ" below "Giới tính": only words that are titles, none in the name's column.
bool isSecondHeader(const SheetRow& row, const ColumnMap& map, const Vocabulary& vocabulary)
{
    const SheetColumn* name = map.find(ColumnUse::Name);
    if (name && row.at(name->index).type != Cell::Type::Empty)
        return false;
    int titles = 0;
    for (const Cell& cell : row.cells) {
        if (cell.type == Cell::Type::Empty)
            continue;
        if (cell.type != Cell::Type::Text)
            return false;
        titles += vocabulary.column(titleText(cell)).has_value();
    }
    return titles > 0;
}

/// "(1)", "(2)", "(3)" … below the titles.
bool isColumnNumbers(const SheetRow& row)
{
    static const QRegularExpression pattern(QStringLiteral("^[(\\[]?\\s*([0-9]{1,2}|[A-Z])\\s*[)\\]]?$"));
    int cells = 0;
    for (const Cell& cell : row.cells) {
        if (cell.type == Cell::Type::Empty)
            continue;
        if (cell.type == Cell::Type::Number ? cell.number < 1 || cell.number > 99
                                            : !pattern.match(titleText(cell)).hasMatch())
            return false;
        ++cells;
    }
    return cells >= LeastColumns;
}

void nameColumns(
    ColumnMap& map, const SheetRow& header, const SheetRow* second, int width, const Vocabulary& vocabulary)
{
    QString parent;
    QSet<int> taken;
    for (int c = 0; c < width; ++c) {
        const QString own = titleText(header.at(c));
        const QString below = second ? titleText(second->at(c)) : QString();
        if (!own.isEmpty())
            parent = own;
        SheetColumn column { c, own, {}, ColumnUse::Unknown };
        std::optional<ColumnUse> use = vocabulary.column(own);
        if (!below.isEmpty()) {
            column.title = parent.isEmpty() ? below : parent + QStringLiteral(" – ") + below;
            use = vocabulary.column(parent + u' ' + below);
            if (!use)
                use = vocabulary.column(below);
        }
        for (const QString& text : { own, below })
            if (!text.isEmpty())
                column.headers.append(text);
        // A second column of the same use is not lost: it goes to the note under its title.
        if (use && !taken.contains(int(*use))) {
            column.use = *use;
            taken.insert(int(*use));
        }
        map.columns.push_back(column);
    }
}
} // namespace

QString columnLetter(int column)
{
    QString letters;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar(u'A' + rest % 26));
    return letters;
}

void ColumnMap::correct(int index, ColumnUse use)
{
    const bool once = use != ColumnUse::Unknown && use != ColumnUse::Remarks;
    for (SheetColumn& column : columns) {
        if (column.index == index)
            column.use = use;
        else if (once && column.use == use)
            column.use = ColumnUse::Unknown;
    }
}

const SheetColumn* ColumnMap::find(ColumnUse use) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [use](const SheetColumn& column) { return column.use == use; });
    return found == columns.end() ? nullptr : &*found;
}

QString columnUses::kept(const SheetColumns& columns)
{
    QJsonArray all;
    for (const auto& [sheet, map] : columns)
        for (const SheetColumn& column : map.columns)
            all.append(QJsonObject { { QStringLiteral("sheet"), sheet }, { QStringLiteral("column"), column.index },
                { QStringLiteral("title"), column.title }, { QStringLiteral("use"), columnUseCode(column.use) } });
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

void columnUses::takeAgain(SheetColumns& columns, const QString& kept)
{
    const QJsonArray all = QJsonDocument::fromJson(kept.toUtf8()).array();
    for (const QJsonValue& one : all) {
        const int index = one[QLatin1String("column")].toInt(-1);
        const auto same = [&](const SheetColumn& column) {
            return column.index == index && column.title == one[QLatin1String("title")].toString();
        };
        for (auto& [sheet, map] : columns)
            if (sheet == one[QLatin1String("sheet")].toString()
                && std::any_of(map.columns.begin(), map.columns.end(), same))
                map.correct(index, columnUseOf(one[QLatin1String("use")].toString()));
    }
}

ColumnMap recognise(const Sheet& sheet, const Vocabulary& vocabulary)
{
    ColumnMap map;
    qsizetype best = 0;
    int most = LeastColumns - 1;
    for (qsizetype i = 0; i < std::min(sheet.rows.size(), HeaderWithin); ++i) {
        if (const int titles = recognisedTitles(sheet.rows[i], vocabulary); titles > most) {
            most = titles;
            best = i;
        }
    }
    if (most < LeastColumns)
        return map;
    const SheetRow& header = sheet.rows[best];
    map.firstHeaderRow = map.lastHeaderRow = header.number;
    nameColumns(map, header, nullptr, sheet.columns, vocabulary);
    if (best + 1 < sheet.rows.size() && isSecondHeader(sheet.rows[best + 1], map, vocabulary)) {
        const SheetRow& second = sheet.rows[++best];
        map.columns.clear();
        nameColumns(map, header, &second, sheet.columns, vocabulary);
        map.lastHeaderRow = second.number;
    }
    if (best + 1 < sheet.rows.size() && isColumnNumbers(sheet.rows[best + 1]))
        map.lastHeaderRow = sheet.rows[best + 1].number;
    return map;
}

} // namespace maiam
