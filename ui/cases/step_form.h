// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"
#include "models/records/record.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <optional>

class QLabel;
class QPushButton;

namespace maiam {

class FieldEditor;
class FoldedSection;
class FormDraft;
class RecordEditor;

/// The compact form of one step: its fields, and the way to another step with the moment and, where a step is passed
/// over, a reason. The narrative is folded until asked for.
class StepForm : public Card
{
    Q_OBJECT
public:
    /// \a step of the catalogue "steps"; it never changes.
    StepForm(WorkContext& context, const QString& step, QWidget* parent = nullptr);
    [[nodiscard]] const QString& step() const { return m_step; }
    /// Shows the case. What somebody is typing is kept, with what it rests on.
    /// An approval from here names Mẫu 02 with these heads.
    void load(const Record& file, const QList<EntryHash>& assessment = {});
    /// As if "Save" were pressed.
    void save();
    /// As if a button to another step were pressed.
    void moveTo(const QString& step);
    /// What was handed over is on the disk: the next load() shows what is stored. What was typed since stays.
    void setSaved() { m_saved = true; }
    [[nodiscard]] bool isTouched() const;
    [[nodiscard]] FieldEditor* editor(const Field& field) const;
    [[nodiscard]] FieldEditor* doneAt() const { return m_at; }
    /// What is typed and not saved; who stores the batch does it through this.
    [[nodiscard]] FormDraft* draft() const { return m_draft; }

Q_SIGNALS:
    void saveWanted(const maiam::Batch& batch);

private:
    void addFields();
    void addSection(const QString& title, const QList<QList<const Field*>>& rows, bool folded);
    void addMoves();
    void makeDraft();
    void takeUp(const Record& file);
    [[nodiscard]] bool store(Record& file);
    [[nodiscard]] QStringList targets() const;
    [[nodiscard]] QString verb(const QString& target) const;
    void askReason(const QString& target, const Record& file, UtcMs at);
    void finish(const QString& target, const Record& file, const QString& reason, UtcMs at);
    /// Hands the batch over, or shows what is wrong where it was typed.
    void settle(const Result<Batch>& batch);

    WorkContext& m_context;
    QString m_step;
    std::optional<Record> m_file;
    QList<EntryHash> m_assessment; ///< heads of Mẫu 02, as shown beside the case
    QList<RecordEditor*> m_editors;
    QList<FoldedSection*> m_sections;
    FormDraft* m_draft = nullptr;
    QLabel* m_explanation = nullptr;
    FieldEditor* m_at = nullptr;
    QList<std::pair<QString, QPushButton*>> m_moves;
    QString m_reason; ///< of a step that is passed over: typed into a question, kept with the form's draft
    bool m_saved = false;
};

} // namespace maiam
