// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_doubts.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <QSet>

class QVBoxLayout;

namespace maiam {

/// What an erasure does not name and that may speak of the same person: texts of other records and drafts. A person
/// looks at each, and marks those that go along.
class DoubtsCard : public Card
{
    Q_OBJECT
public:
    explicit DoubtsCard(WorkContext& context, QWidget* parent = nullptr);

    /// @p choosing: an erasure may be ordered, so that something can be marked. Marks stay from one reading to the
    /// next.
    void setDoubts(const ErasureDoubts& doubts, bool choosing);
    /// What goes along.
    [[nodiscard]] std::vector<ErasureDoubt> chosenTexts() const;
    [[nodiscard]] std::vector<DraftDoubt> chosenDrafts() const;
    /// Shows the lines behind "and %n more" too.
    void showAll();

Q_SIGNALS:
    /// The page of a record is to be opened.
    void childWanted(QUuid child);
    void caseWanted(QUuid file);

private:
    void display();
    QWidget* introduction(QWidget* parent) const;
    QWidget* textLine(const ErasureDoubt& doubt, QWidget* parent);
    QWidget* draftLine(const DraftDoubt& draft, QWidget* parent);
    QWidget* mark(const QString& key, const QString& text, const QString& about, QWidget* parent);
    [[nodiscard]] QString draftText(const DraftDoubt& draft) const;

    WorkContext& m_context;
    ErasureDoubts m_doubts;
    QSet<QString> m_chosen; ///< by keyOf()
    QWidget* m_list = nullptr;
    bool m_choosing = false;
    bool m_all = false;
};

} // namespace maiam
