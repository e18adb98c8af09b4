// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace maiam {

/// Keeps a table from being pushed sideways: where there is no room for all columns, as with large text, those that
/// matter least are left out. What they held stands where a row is opened. Where that is not enough, the columns that
/// stay give some of their width to the one that matters most.
class FittedColumns : public QObject
{
    Q_OBJECT
public:
    /// \a widths are in pixels at 100 %, one for each column; the one of \a stretch is the least that it gets, and it
    /// takes what the others leave. Columns go in the order of \a leaving.
    static void install(QTableView* table, int stretch, const QList<int>& widths, const QList<int>& leaving);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FittedColumns(QTableView* table, int stretch, QList<int> widths, QList<int> leaving);
    void fit();
    void narrow(int lacking);

    QTableView* m_table;
    int m_stretch;
    QList<int> m_widths;
    QList<int> m_leaving;
    bool m_narrowed = false;
};

} // namespace maiam
