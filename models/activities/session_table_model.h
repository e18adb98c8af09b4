// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activities/session_list.h"
#include "models/base/cell_table.h"
#include "models/cases/row_pages.h"
#include "models/catalogues/catalogues.h"
#include "models/register/register.h"

#include <QAbstractTableModel>

namespace maiam {

/// The list of sessions (lớp, tập huấn, truyền thông) as a table, newest first: when, what, subject and place, who
/// came, hotlines, state. Speaks the roles of CellTable; IdRole is the record. Reads in the reader's thread: ids first,
/// rows as they are looked at. An answer to an older question is thrown away.
class SessionTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    SessionTableModel(
        Register& reg, const Catalogues& catalogues, CatalogueLanguage language, QObject* parent = nullptr);

    /// Reads again.
    void refresh();
    /// "12 men, 30 women, 2 not counted"; empty when nobody was counted.
    [[nodiscard]] static QString bySex(const SessionRow& session);

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
    enum Column { WhenColumn, TypeColumn, SubjectColumn, PeopleColumn, HotlinesColumn, StateColumn, ColumnCount };
    [[nodiscard]] const SessionRow* sessionAt(int row) const;
    void wantPage(int page) const;
    [[nodiscard]] TableCell cell(const SessionRow& session, int column) const;

    Register& m_register;
    const Catalogues& m_catalogues;
    CatalogueLanguage m_language;
    quint64 m_question = 0;
    mutable RowPages<SessionRow> m_pages;
};

} // namespace maiam
