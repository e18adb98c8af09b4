// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/record.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLabel;
class QPushButton;
class QTimer;

namespace maiam {

class ClockQuestion;
class FieldEditor;
class FoldedSection;
class FormDraft;
class FormRows;
class LookAlikesCard;
class TwelveHoursCard;
struct ChildRow;

/// Taking a report in (Tiếp nhận thông tin, Mẫu 01, Decree 56/2017 Article 25). Only the time and one line are needed.
/// What is typed is kept as a draft within half a second and offered again until it is saved or thrown away.
class IntakePage : public Page
{
    Q_OBJECT
public:
    explicit IntakePage(WorkContext& context, QWidget* parent = nullptr);

    void activated() override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;
    /// Saves and then opens Mẫu 02 (\a assess) or goes back to the register of reports.
    void save(bool assess);
    /// The input of a field of the case or the child, for tests and links.
    [[nodiscard]] FieldEditor* editor(const Field& field) const;

Q_SIGNALS:
    /// The report is on the disk as this case. \a assess: Mẫu 02 is wanted next.
    void saved(QUuid file, bool assess);
    /// A person said that the PC's clock is right.
    void clockConfirmed();

private:
    void makeForm();
    void makeFolded();
    void makeButtons();
    void makeSide();
    FieldEditor* add(const Field& field, const QString& label = {});
    FieldEditor* addOfChild(const Field& field, const QString& label = {});
    void makeDraft();
    void restored();
    void receivedEdited();
    void lookForAlikes();
    void useChild(QUuid id, const QString& name);
    [[nodiscard]] bool takeFields(Record& report, Record& child);
    void setBusy(bool busy);

    WorkContext& m_context;
    QList<FieldEditor*> m_ofCase;
    QList<FieldEditor*> m_ofChild;
    QList<FoldedSection*> m_sections;
    FormRows* m_rows = nullptr;
    QWidget* m_known = nullptr; ///< says which child of the register is meant
    QLabel* m_knownName = nullptr;
    QLabel* m_kept = nullptr;
    QPushButton* m_assess = nullptr;
    QPushButton* m_save = nullptr;
    TwelveHoursCard* m_clock = nullptr;
    LookAlikesCard* m_alikes = nullptr;
    FormDraft* m_draft = nullptr;
    ClockQuestion* m_question = nullptr;
    QTimer* m_look = nullptr;
    QUuid m_child; ///< of the register; null for a new one
    quint64 m_asked = 0; ///< how often look-alikes were asked for
    bool m_done = false;
};

} // namespace maiam
