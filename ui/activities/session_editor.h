// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/record.h"
#include "ui/shell/work_context.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace maiam {

class Card;
class FormDraft;
class LabelledField;
class MessageBar;

/// The form of one session (phiếu một buổi, một lớp), in the page and not on top of it. Counts that nobody took stay
/// empty: "not known" is an answer.
class SessionEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SessionEditor(WorkContext& context, QWidget* parent = nullptr);

    /// An empty form; with a type (code of "session-types"), for a session that is planned.
    void startNew(const QString& plannedType = {});
    /// Reads a session and shows it.
    void load(QUuid session);
    /// True while a form with something in it stands open.
    [[nodiscard]] bool isOpen() const { return m_record.has_value(); }
    /// The session that stands open; null for one that was never stored, or when none is open.
    [[nodiscard]] QUuid stored() const { return m_record && !m_record->heads().isEmpty() ? m_record->id() : QUuid(); }
    /// The type for which a session is planned in the form that stands open; empty for every other form.
    [[nodiscard]] QString planned() const { return m_record ? m_planned : QString(); }
    /// What is typed and not saved.
    [[nodiscard]] FormDraft* draft() const { return m_draft; }
    /// Checks the form and stores it; what is wrong is said beside its field.
    void save();
    /// Empties the form without storing it.
    void discard();

Q_SIGNALS:
    /// The session is on the disk.
    void saved(QUuid session);
    /// The form is not needed any more.
    void closed();
    /// The officer wants this session gone.
    void deletionWanted(QUuid session);

private:
    [[nodiscard]] bool mayWrite() const;
    QWidget* makeFields();
    QComboBox* addChoice(QLatin1StringView name, const Catalogue& catalogue, const QString& none);
    void makeDraft();
    LabelledField* addLine(const Field& field, const QString& label, QLineEdit*& editor);
    void showRecord(const Record& record);
    void updateWhen();
    void updateAudience();
    [[nodiscard]] std::optional<UtcMs> typedMoment(QString* wrong) const;
    bool take(Record& record);
    bool takeCounts(Record& record);
    void store(const Record& record);

    WorkContext& m_context;
    std::optional<Record> m_record;
    QString m_planned; ///< the type that startNew() was given
    bool m_stateChosen = false;
    bool m_saving = false;
    FormDraft* m_draft = nullptr;
    Card* m_card = nullptr;
    MessageBar* m_message = nullptr;
    QComboBox* m_type = nullptr;
    QLineEdit* m_when = nullptr;
    QLineEdit* m_minutes = nullptr;
    QComboBox* m_state = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_place = nullptr;
    QLineEdit* m_male = nullptr;
    QLineEdit* m_female = nullptr;
    QLineEdit* m_unspecified = nullptr;
    QComboBox* m_ageBand = nullptr;
    QCheckBox* m_hotlines = nullptr;
    QLineEdit* m_materials = nullptr;
    QLineEdit* m_referred = nullptr;
    QPlainTextEdit* m_note = nullptr;
    LabelledField* m_typeField = nullptr;
    LabelledField* m_whenField = nullptr;
    LabelledField* m_ageField = nullptr;
    std::vector<std::pair<const Field*, LabelledField*>> m_counts;
    QPushButton* m_delete = nullptr;
};

} // namespace maiam
