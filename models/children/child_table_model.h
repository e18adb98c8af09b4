// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/row_pages.h"
#include "models/catalogues/catalogues.h"
#include "models/children/child_list.h"
#include "models/register/register.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace maiam {

/// The list of children (danh sách trẻ em) as a table, by given name. Reads in the reader's thread: ids first, rows as
/// they are looked at. An answer to an older question is thrown away.
class ChildTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, BirthColumn, FamilyColumn, VillageColumn, GroupColumn, CasesColumn, ColumnCount };
    enum Role {
        SecondLineRole = Qt::UserRole + 1, ///< QString: what explains the first line
        FoundRole, ///< QList<QPoint>: what a search found; x start, y length
        RecordRole ///< QUuid of the child
    };

    ChildTableModel(Register& reg, const Catalogues& catalogues, CatalogueLanguage language, QObject* parent = nullptr);

    /// Shows the children who match what was typed (all when empty).
    void show(const QString& typed);
    /// Reads again what is shown.
    void refresh();
    /// The child in a row, or null while it is being read.
    [[nodiscard]] const ChildRow* childAt(int row) const;
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] const QString& typed() const { return m_typed; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The ids of the last question have come.
    void listed(int count);
    /// Reading failed.
    void failed(const maiam::Error& error);

private:
    void wantPage(int page) const;
    [[nodiscard]] QVariant text(const ChildRow& row, int column) const;

    Register& m_register;
    const Catalogues& m_catalogues;
    CatalogueLanguage m_language;
    QString m_typed;
    QStringList m_words;
    quint64 m_question = 0;
    bool m_asking = false;
    mutable RowPages<ChildRow> m_pages;
};

} // namespace maiam
