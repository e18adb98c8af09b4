// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_list.h"
#include "models/cases/erased_parts.h"
#include "models/cases/erasure_work.h"
#include "models/journal/history.h"
#include "models/records/record.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

namespace maiam {

class Card;
class ChildCard;
class HistoryCard;
class HoldsCard;
class MessageBar;
class RestrictionCard;

/// One child (một trẻ em): the record, its cases, its history.
class ChildPage : public Page
{
    Q_OBJECT
public:
    ChildPage(WorkContext& context, QUuid child, QWidget* parent = nullptr);
    [[nodiscard]] ChildCard* childCard() const { return m_child; }
    [[nodiscard]] QUuid id() const { return m_id; }
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;

Q_SIGNALS:
    /// One of the child's cases was chosen.
    void caseWanted(QUuid file);
    /// Who looked at this child's record.
    void accessWanted(const std::vector<QUuid>& records);
    /// Erasing what names the child, by decision.
    void erasureWanted(QUuid child);

private:
    struct ChildFile
    {
        Record child;
        std::vector<CaseRow> cases;
        std::vector<HistoryItem> history;
        ErasedParts erased;
        std::vector<Hold> holds;
        std::optional<Restriction> restriction;
    };
    static Result<ChildFile> read(Database& database, QUuid id, Opening opening);
    void reload();
    void showGate();
    void display(const ChildFile& file);
    void displayCases(const std::vector<CaseRow>& cases);
    void save(const QList<Record>& changed);
    void addCareOfFile();

    WorkContext& m_context;
    QUuid m_id;
    MessageBar* m_erased = nullptr;
    ChildCard* m_child = nullptr;
    Card* m_cases = nullptr;
    QWidget* m_caseList = nullptr;
    HistoryCard* m_history = nullptr;
    HoldsCard* m_holds = nullptr; ///< for who writes, and for who decides about erasing
    RestrictionCard* m_restriction = nullptr; ///< for who may restrict access
    Opening m_opening = Opening::WithoutReason;
    quint64 m_question = 0;
    bool m_busy = false;
};

} // namespace maiam
