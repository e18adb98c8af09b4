// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_work.h"
#include "models/cases/restricted_access.h"
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
    /// @p opening: whether the person has the child's file open and so has said why, where that is asked.
    ErasurePage(WorkContext& context, QUuid child, Opening opening = Opening::WithoutReason, QWidget* parent = nullptr);
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
    /// Whether an erasure is under way: when the page goes now, nobody can say yet whether it was carried out.
    [[nodiscard]] bool isErasing() const { return m_erasing; }

Q_SIGNALS:
    /// A record that may speak of the child was chosen.
    void childWanted(QUuid child);
    void caseWanted(QUuid file);
    /// Another form that may speak of the child, as DoubtsCard::formWanted().
    void formWanted(const QString& form, QUuid record);
    /// A draft that may speak of the child, as DoubtsCard::draftWanted().
    void draftWanted(const QString& form, QUuid record);

private:
    struct News
    {
        QString code; ///< of the child's file
        QString name; ///< of the child; empty where access is restricted and nobody has said why it is opened
        ErasurePlan plan;
        ErasureDoubts doubts;
        std::vector<Hold> holds;
        std::vector<Person> people;
        QStringList backups; ///< folders
    };
    static Result<News> read(Register& reg, QUuid child, Opening opening, const std::atomic_bool* cancelled);
    static Result<void> readChild(Database& database, QUuid child, Opening opening, News& news);
    Card* makeDecision();
    void makeDraft();
    void reload();
    void display(const News& news);
    QWidget* planCard(const ErasurePlan& plan);
    void showName(const News& news);
    void orderStops();
    void beginTyping(bool possible, bool lost);
    [[nodiscard]] QString about() const;
    [[nodiscard]] std::optional<ErasureOrder> takeOrder();
    [[nodiscard]] bool isWhole(const ErasureOrder& order);
    void ask(const ErasureOrder& order, const TwoKeysCard::Keys& keys);
    [[nodiscard]] QSet<IdentityClass> classes() const;
    void carryOut(const ErasureOrder& order, const TwoKeysCard::Keys& keys);
    void tellFailure(const Error& error);
    void showDone(bool whole, const QStringList& pending, const QStringList& backups, const QStringList& former);
    void showOutcome(const QStringList& said);

    WorkContext& m_context;
    QUuid m_child;
    Opening m_opening;
    QString m_code; ///< of the child's file
    QString m_name; ///< as News::name
    PageWork* m_work;
    FormDraft* m_draft;
    std::optional<ErasurePlan> m_plan;
    QString m_outcome;
    QString m_missing; ///< what the page says that is missing
    bool m_erasing = false;
    bool m_begun = false; ///< the page has been shown once
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
    QWidget* m_outcomeCard = nullptr; ///< null before the erasure
};

} // namespace maiam
