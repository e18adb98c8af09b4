// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_doubts.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <QSet>

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace maiam {

class FormDraft;

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
    /// What is marked is part of a form's draft: ids and names of fields, no content.
    void keepIn(FormDraft& draft);
    /// After the erasure: what was not marked still holds the name, and says so. Gives how many places that are.
    int showRest();
    /// What goes along.
    [[nodiscard]] std::vector<ErasureDoubt> chosenTexts() const;
    [[nodiscard]] std::vector<DraftDoubt> chosenDrafts() const;
    /// Shows the lines behind "and %n more" too.
    void showAll();

Q_SIGNALS:
    /// The page of a record is to be opened.
    void childWanted(QUuid child);
    void caseWanted(QUuid file);
    /// A form that is no child's or case's is to be opened (DraftKey::form).
    void formWanted(const QString& form, QUuid record);
    /// The same for a draft that was chosen: its form is to take it up.
    void draftWanted(const QString& form, QUuid record);
    /// Something was marked, or not any more.
    void marked();
    /// The lines were made anew, so that they stand last in the order of Tab.
    void listed();

private:
    void display();
    void replaceList(QWidget* list);
    QWidget* introduction(QWidget* parent) const;
    [[nodiscard]] QPushButton* link(
        const QString& text, const QString& about, const std::function<void()>& open, QWidget* parent);
    [[nodiscard]] std::function<void()> opener(const ErasureDoubt& doubt);
    [[nodiscard]] bool isGone(const ErasureDoubt& doubt) const;
    [[nodiscard]] bool isGone(const DraftDoubt& draft) const;
    QWidget* textLine(const ErasureDoubt& doubt, QWidget* parent);
    QWidget* draftLine(const DraftDoubt& draft, QWidget* parent);
    QWidget* mark(const QString& key, const QString& text, const QString& about, QWidget* parent);
    [[nodiscard]] QString draftText(const DraftDoubt& draft) const;

    WorkContext& m_context;
    ErasureDoubts m_doubts;
    QSet<QString> m_chosen; ///< by keyOf()
    QWidget* m_list = nullptr;
    bool m_choosing = false;
    bool m_rest = false; ///< it has been erased
    bool m_all = false;
};

} // namespace maiam
