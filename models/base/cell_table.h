// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>

#include <vector>

namespace maiam {

/// What a cell's words mean. The numbers are those of the tones in which a list draws them.
enum class Meaning { Plain, Current, Good, Soon, Bad };

/// One cell of a list: a line, perhaps a muted one under it, and what it means. Words, no colours.
struct TableCell
{
    QString text = {};
    QString second = {};
    Meaning meaning = Meaning::Plain;
    bool chip = false;
    bool bold = false;
    bool muted = false;
    bool right = false; ///< a figure, aligned to the right
};

/// One row of a list and what it stands for.
struct TableRow
{
    QString id = {}; ///< the caller's: a record, a code, a place
    QString filter = {}; ///< the caller's, for choosing among rows
    std::vector<TableCell> cells = {};
};

/// A short list as a table (tasks, offices, problems of a workbook): rows are made elsewhere and shown as they are.
class CellTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The roles that lists draw; the numbers of ui/widgets/roles.h.
    enum Role {
        SecondLineRole = Qt::UserRole + 100,
        MeaningRole,
        ChipRole,
        BoldRole,
        MutedRole,
        IdRole = Qt::UserRole + 109
    };

    explicit CellTable(QStringList headers, QObject* parent = nullptr);

    /// Replaces all rows; where ids and number of rows are the same, the view keeps its place.
    void setRows(std::vector<TableRow> rows);
    void setHeaders(const QStringList& headers);
    [[nodiscard]] const TableRow* rowAt(int row) const;
    /// What a cell says in one of the roles; for models that make their rows as they are looked at.
    [[nodiscard]] static QVariant of(const TableCell& cell, int role);
    /// The row of an id; -1 when it is not there.
    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Whether a column holds figures, as the first row says that has something there.
    [[nodiscard]] bool isRight(int section) const;
    QStringList m_headers;
    std::vector<TableRow> m_rows;
};

} // namespace maiam
