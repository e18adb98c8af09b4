// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/imports/workbook_import.h"
#include "ui/imports/column_choice.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace maiam {

class Card;
class FilterChips;
class FormDraft;
class PageWork;
class SearchField;

/// Nhập sổ cũ: the office's old workbook is chosen, looked through and taken in. Nothing is written before the officer
/// has seen what was understood.
class ImportPage : public Page
{
    Q_OBJECT
public:
    explicit ImportPage(WorkContext& context, QWidget* parent = nullptr);

    /// Asks for a workbook and reads it.
    void choose();
    /// Reads a workbook and shows what was understood; with columns that the officer has corrected, if any.
    void preview(const QString& file, const ColumnChoice::Columns& columns = {});
    /// Takes in what is shown.
    void run();
    /// Saves the list of problems as a workbook or CSV.
    void saveProblems();
    /// What is shown; null before a workbook was read.
    [[nodiscard]] const ImportPlan* plan() const { return m_plan.get(); }
    [[nodiscard]] QWidget* searchField() const override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;

Q_SIGNALS:
    /// The workbook is in the register.
    void imported();

private:
    /// A workbook, and what its columns were taken as (columnUses); empty: as the program recognised them.
    struct Looked
    {
        QString file;
        QString uses;
        bool operator==(const Looked& other) const = default;
    };
    void read(const Looked& looked, const ColumnChoice::Columns& columns = {});
    void goOn();
    void keepCorrections();
    void dropCorrections();
    void makeDraft();
    void makeFigures();
    void makeTables();
    QTableView* addTable(CellTable* model, Card* card, const QString& name, int stretch, const QList<int>& widths,
        const QList<int>& leaving, int rows);
    void showPlan();
    void showFigures(const ImportSummary& summary);
    void showProblems();
    void tellOutcome(const ImportOutcome& outcome);

    WorkContext& m_context;
    PageWork* m_work = nullptr;
    std::shared_ptr<const ImportPlan> m_plan;
    std::vector<ImportProblem> m_problems;
    Looked m_looked; ///< what is shown
    Looked m_wanted; ///< what is being read; else what is shown
    Looked m_kept; ///< the draft: corrected and not taken in
    std::optional<Looked> m_next; ///< a draft that is gone on with when what runs has ended
    FormDraft* m_draft = nullptr;
    QWidget* m_intro = nullptr;
    QWidget* m_found = nullptr;
    QList<QLabel*> m_figures;
    CellTable* m_columns = nullptr;
    ColumnChoice* m_choice = nullptr;
    CellTable* m_rows = nullptr;
    CellTable* m_problemRows = nullptr;
    Card* m_problemCard = nullptr;
    FilterChips* m_weights = nullptr;
    SearchField* m_search = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace maiam
