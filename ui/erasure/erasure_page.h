// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_work.h"
#include "models/register/people.h"
#include "ui/erasure/two_keys_card.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <optional>

class QCheckBox;
class QPushButton;

namespace maiam {

class CopiesCard;
class DoubtsCard;
class FieldEditor;
class FormDraft;
class HoldsCard;
class PageWork;

/// Erasing what names one child and those around it, by decision (hủy dữ liệu theo quyết định; journal.md, law 10):
/// what would go and what stands against it, the decision, the two people who agree.
class ErasurePage : public Page
{
    Q_OBJECT
public:
    ErasurePage(WorkContext& context, QUuid child, QWidget* parent = nullptr);
    ~ErasurePage() override;
    Q_DISABLE_COPY_MOVE(ErasurePage)

    [[nodiscard]] QUuid id() const { return m_child; }
    void activated() override;
    void deactivated() override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;
    /// Checks what was typed, asks once more, and erases.
    void erase();
    /// What would go; nothing before the first reading.
    [[nodiscard]] const std::optional<ErasurePlan>& plan() const { return m_plan; }
    /// What was done, in words; empty before.
    [[nodiscard]] const QString& outcome() const { return m_outcome; }

Q_SIGNALS:
    /// A record that may speak of the child was chosen.
    void childWanted(QUuid child);
    void caseWanted(QUuid file);

private:
    struct News
    {
        QString code; ///< of the child's file
        ErasurePlan plan;
        ErasureDoubts doubts;
        std::vector<Hold> holds;
        std::vector<Person> people;
        QStringList backups; ///< folders
    };
    static Result<News> read(Register& reg, QUuid child, const std::atomic_bool* cancelled);
    Card* makeDecision();
    void makeDraft();
    void reload();
    void display(const News& news);
    QWidget* planCard(const ErasurePlan& plan);
    [[nodiscard]] std::optional<ErasureOrder> takeOrder();
    [[nodiscard]] QSet<IdentityClass> classes() const;
    void carryOut(const ErasureOrder& order, const TwoKeysCard::Keys& keys);
    void showDone(const QStringList& pending, const QStringList& backups, const QStringList& former);

    WorkContext& m_context;
    QUuid m_child;
    PageWork* m_work;
    FormDraft* m_draft;
    std::optional<ErasurePlan> m_plan;
    QString m_outcome;
    bool m_outdated = false; ///< something changed while work ran
    QWidget* m_planCard = nullptr;
    DoubtsCard* m_doubts = nullptr;
    CopiesCard* m_copies = nullptr;
    Card* m_decisionCard = nullptr;
    FieldEditor* m_decision = nullptr;
    FieldEditor* m_decided = nullptr;
    FieldEditor* m_ground = nullptr;
    QList<std::pair<IdentityClass, QCheckBox*>> m_parts;
    TwoKeysCard* m_keys = nullptr;
    HoldsCard* m_holds = nullptr;
    QPushButton* m_erase = nullptr;
};

} // namespace maiam
