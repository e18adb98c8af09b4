// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_file.h"
#include "models/journal/journal.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace maiam {

/// Who changed which field when (lịch sử). Texts and the names of reporters and suspects are not shown: a visitor at
/// the desk sees the screen too.
class HistoryCard : public Card
{
    Q_OBJECT
public:
    explicit HistoryCard(const WorkContext& context, QWidget* parent = nullptr);
    void setHistory(const std::vector<HistoryItem>& items);
    /// A link under the history that leads to who looked.
    void addAccessLink(const QString& text);
    /// Every line that is shown, for tests.
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    void accessWanted();

private:
    [[nodiscard]] QString createdLine(const HistoryItem& item) const;
    [[nodiscard]] QString changeLine(const FieldChange& change) const;
    [[nodiscard]] QStringList linesOf(const HistoryItem& item) const;
    void build();
    const WorkContext& m_context;
    std::vector<HistoryItem> m_items;
    QWidget* m_list = nullptr;
    QPushButton* m_access = nullptr;
    QString m_text;
    bool m_all = false;
};

/// What two machines wrote differently, with a choice for each field (hai máy ghi khác nhau).
class ConflictCard : public Card
{
    Q_OBJECT
public:
    explicit ConflictCard(const WorkContext& context, QWidget* parent = nullptr);
    /// Hidden when there is none.
    void setConflicts(const std::vector<FieldConflict>& conflicts);

Q_SIGNALS:
    /// A value was chosen; the change rests on all heads of the record.
    void chosen(const maiam::Batch& choice);

private:
    const WorkContext& m_context;
    QWidget* m_list = nullptr;
};

} // namespace maiam
