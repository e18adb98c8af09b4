// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QSet>

class QLineEdit;

namespace maiam {

class FormDraft;
class Register;
struct Error;

/// Who signs the office's reports: name and title, kept in the office's record. A field is stored when it is left, and
/// by save() before the page goes; until then it is a draft.
class SignerCard : public Card
{
    Q_OBJECT
public:
    explicit SignerCard(Register& reg, QWidget* parent = nullptr);
    ~SignerCard() override;
    Q_DISABLE_COPY_MOVE(SignerCard)
    /// Stores what was typed since it was last stored. Does not wait.
    void save();
    /// What was typed. It is gone on with after a lock that could not store it.
    [[nodiscard]] FormDraft* draft() const { return m_draft; }

Q_SIGNALS:
    void failed(const maiam::Error& error);

private:
    void load();
    void makeDraft();

    Register& m_register;
    FormDraft* m_draft;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_title = nullptr;
    bool m_changed = false; ///< typed and not stored
    QSet<const QLineEdit*> m_touched; ///< what is read afterwards may be older than what was typed
};

} // namespace maiam
