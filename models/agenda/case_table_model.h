// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_list.h"
#include "models/cases/row_pages.h"
#include "models/catalogues/catalogues.h"
#include "models/register/register.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace maiam {

/// Which cases the list of cases shows: CaseFilter and what only a clock can tell.
enum class CaseView { All, Open, Overdue, Unsent, Imported };

/// How many cases each view holds.
struct CaseCounts
{
    qint64 all = 0;
    qint64 open = 0;
    qint64 overdue = 0;
    qint64 unsent = 0;
    qint64 imported = 0;
};

/// The list of cases (danh sách hồ sơ) as a table. Reads in the reader's thread: ids first, rows as they are looked at.
/// An answer to an older question is thrown away.
class CaseTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CodeColumn, ChildColumn, KindColumn, StepColumn, DueColumn, SentColumn, ColumnCount };
    enum Role {
        SecondLineRole = Qt::UserRole + 1, ///< QString: what explains the first line
        UrgencyRole, ///< int of Urgency: what the words of the cell mean
        FoundRole, ///< QList<QPoint>: what a search found; x start, y length
        RecordRole ///< QUuid of the case
    };
    /// What UrgencyRole says.
    enum Urgency { NotUrgent, Soon, Overdue };

    CaseTableModel(Register& reg, const Catalogues& catalogues, const StatutoryClock& clock, CatalogueLanguage language,
        QObject* parent = nullptr);

    /// Shows the cases of a view that match what was typed (all when empty).
    void show(CaseView view, const QString& typed);
    /// Reads again what is shown.
    void refresh();
    /// The case in a row, or null while it is being read.
    [[nodiscard]] const CaseRow* caseAt(int row) const;
    /// The row of a case among those that have been read; -1 when it is not there.
    [[nodiscard]] int rowOf(QUuid record) const;
    /// True while the ids of the last question have not come.
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] const QString& typed() const { return m_typed; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Counts every view; runs in the reader's thread.
    [[nodiscard]] static Result<CaseCounts> counts(Database& database, const StatutoryClock& clock, UtcMs now);
    /// The ids of a view; runs in the reader's thread.
    [[nodiscard]] static Result<std::vector<qint64>> idsOf(
        Database& database, CaseView view, const QString& typed, const StatutoryClock& clock, UtcMs now);
    /// Age and sex in words, for example "10 years old, male"; empty when neither is known.
    [[nodiscard]] QString ageAndSex(const CaseRow& row) const;

Q_SIGNALS:
    /// The ids of the last question have come.
    void listed(int count);
    /// Reading failed.
    void failed(const maiam::Error& error);

private:
    void wantPage(int page) const;
    [[nodiscard]] QVariant text(const CaseRow& row, int column) const;
    [[nodiscard]] QVariant urgency(const CaseRow& row, int column) const;
    [[nodiscard]] QString dueText(const CaseRow& row) const;

    Register& m_register;
    const Catalogues& m_catalogues;
    const StatutoryClock& m_clock;
    CatalogueLanguage m_language;
    CaseView m_view = CaseView::All;
    QString m_typed;
    QStringList m_words;
    quint64 m_question = 0;
    bool m_asking = false;
    mutable RowPages<CaseRow> m_pages;
};

} // namespace maiam
