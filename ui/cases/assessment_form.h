// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"
#include "models/records/record.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <optional>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;

namespace maiam {

class FieldEditor;
class FormDraft;

/// The initial assessment (Mẫu 02, Decree 56/2017 Article 26): levels with their counts, a suggestion, and the
/// officer's own conclusion with a reason. Below it the decision on emergency measures, which stops the 12 hours.
class AssessmentForm : public Card
{
    Q_OBJECT
public:
    explicit AssessmentForm(WorkContext& context, QWidget* parent = nullptr);
    /// Shows the case's latest assessment, or an empty one. What somebody is typing is kept.
    void load(const Record& file, const std::optional<Record>& assessment);
    /// Chooses a level ("high", "medium", "low") of a row.
    void setLevel(const Field& field, const QString& level);
    [[nodiscard]] FieldEditor* editor(const Field& field) const;
    [[nodiscard]] QString suggestion() const;
    /// As if "Save Form 02" were pressed.
    void save();
    /// What was handed over is on the disk: the next load() shows what is stored. What was typed since stays.
    void setSaved();
    [[nodiscard]] bool isTouched() const { return m_touched; }
    /// What is typed and not saved; who stores the batch does it through this.
    [[nodiscard]] FormDraft* draft() const { return m_draft; }

Q_SIGNALS:
    void saveWanted(const maiam::Batch& batch);
    /// The decision on emergency measures alone; what else is typed stays as it is.
    void decisionWanted(const maiam::Batch& batch);
    void failed(const maiam::Error& error);

private:
    struct Row
    {
        const Field* field;
        QButtonGroup* levels;
    };
    [[nodiscard]] bool mayWrite() const;
    void addTable(const QString& title, const QList<std::pair<const Field*, QString>>& rows);
    void touched();
    void takeUp(const Record& file, const std::optional<Record>& assessment);
    void showLevels(const Row& row, const Record& shown);
    void count();
    void decide();
    void makeDraft();
    [[nodiscard]] Record current() const;

    WorkContext& m_context;
    std::optional<Record> m_file;
    std::optional<Record> m_assessment;
    QList<Row> m_rows;
    QList<std::pair<QList<int>, QList<QLabel*>>> m_totals; ///< rows of a table and its three sums
    FormDraft* m_draft = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_suggestion = nullptr;
    FieldEditor* m_done = nullptr;
    FieldEditor* m_conclusion = nullptr;
    FieldEditor* m_reason = nullptr;
    FieldEditor* m_measures = nullptr;
    QWidget* m_emergency = nullptr;
    QLabel* m_decided = nullptr;
    FieldEditor* m_decidedAt = nullptr;
    QPushButton* m_decide = nullptr;
    bool m_touched = false;
    bool m_saved = false;
};

} // namespace maiam
