// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erased_parts.h"
#include "models/records/record.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <optional>

class QLabel;
class QPushButton;

namespace maiam {

class FormDraft;
class RecordEditor;

/// The child and the family (trẻ em và gia đình) in words; "Edit" opens the form in its place. On a case's page it also
/// says how the family may be contacted without danger (an toàn khi liên hệ).
class ChildCard : public Card
{
    Q_OBJECT
public:
    /// \a withContact: the case's "safe ways of contact" belong to the card.
    ChildCard(WorkContext& context, bool withContact, QWidget* parent = nullptr);
    /// Shows the records, and says so where an erasure has taken what stood there. While somebody is editing, the form
    /// keeps what was typed and what it rests on.
    void load(const std::optional<Record>& child, const std::optional<Record>& file, const ErasedParts& erased = {});
    /// Opens or closes the form.
    void setEditing(bool editing);
    /// What was handed over is on the disk: the form closes, unless something was typed since; that stays open and
    /// rests on what the next load() brings.
    void setSaved();
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] RecordEditor* childEditor() const { return m_childForm; }
    /// As if "Save" were pressed.
    void save();
    /// What is typed and not saved.
    [[nodiscard]] FormDraft* draft() const { return m_draft; }

Q_SIGNALS:
    /// Changed records to store, through draft()->commit(); the receiver calls setSaved() when they are on the disk.
    void saveWanted(const QList<maiam::Record>& changed);

private:
    void refresh();
    void makeDraft();
    void takeUp(const Record& child, const std::optional<Record>& file);
    [[nodiscard]] QString contactHeads() const;
    void restContactOn(const QString& heads);
    void addLine(QString* lines, const Field& field) const;
    WorkContext& m_context;
    std::optional<Record> m_child;
    std::optional<Record> m_file;
    ErasedParts m_erased;
    QWidget* m_words = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_about = nullptr;
    QLabel* m_family = nullptr;
    QWidget* m_contactBox = nullptr;
    QLabel* m_contact = nullptr;
    QPushButton* m_edit = nullptr;
    QWidget* m_form = nullptr;
    RecordEditor* m_childForm = nullptr;
    RecordEditor* m_contactForm = nullptr;
    FormDraft* m_draft = nullptr;
    bool m_withContact = false;
    bool m_saved = false;
};

} // namespace maiam
