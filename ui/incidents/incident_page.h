// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/record.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <functional>
#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;

namespace maiam {

class Card;
class ClockQuestion;
class FieldEditor;
class FormDraft;

/// One leak of personal data (phiếu sự cố lộ dữ liệu): recorded, corrected, its notice marked as sent, closed. Only the
/// moment at which it was found out is needed to save; the 72 hours stand above the form.
class IncidentPage : public Page
{
    Q_OBJECT
public:
    /// @p incident null: a new one.
    IncidentPage(WorkContext& context, QUuid incident, QWidget* parent = nullptr);

    /// The leak that is shown; null before it was stored.
    [[nodiscard]] QUuid id() const { return m_record && m_record->row() > 0 ? m_record->id() : m_id; }
    [[nodiscard]] bool isRead() const { return m_record.has_value(); }
    [[nodiscard]] FieldEditor* editor(const Field& field) const;
    /// What stands above the form.
    [[nodiscard]] QString clockText() const;
    /// Checks the form and stores it; what is wrong is said.
    void save();
    void activated() override;
    void returnTo(const QJsonObject& place) override;

Q_SIGNALS:
    /// The notice of this leak is to be looked at; it is stored.
    void noticeWanted(QUuid incident);
    void accessWanted(const std::vector<QUuid>& records);
    /// A person said that the PC's clock is right.
    void clockConfirmed();

private:
    Card* makeHappened();
    Card* makeData();
    Card* makeDone();
    Card* makeNotice();
    Card* makeClosing();
    void makeClock();
    void makeSide();
    FieldEditor* add(const Field& field, const QString& label = {});
    QCheckBox* addBox(const Field& field, const char* code, QWidget* parent);
    void setNow(const Field& field);
    void makeDraft();
    void reload();
    void showRecord(const Record& record);
    void showClock();
    void explainKind();
    [[nodiscard]] bool mayWrite() const;
    [[nodiscard]] std::optional<UtcMs> typed(const Field& field) const;
    [[nodiscard]] bool isTouched() const;
    bool take(Record& record);
    void store(const Record& record, const std::function<void()>& then);
    void saveThen(const std::function<void()>& then);
    void tellSaved(QUuid incident);

    WorkContext& m_context;
    QUuid m_id;
    std::optional<Record> m_record;
    FormDraft* m_draft;
    ClockQuestion* m_question = nullptr; ///< only over a new one
    QList<FieldEditor*> m_editors;
    QList<std::pair<const Field*, QCheckBox*>> m_boxes;
    Card* m_clock = nullptr;
    QLabel* m_remaining = nullptr;
    QLabel* m_until = nullptr;
    QPushButton* m_now = nullptr;
    bool m_saving = false;
};

} // namespace maiam
