// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QLineEdit;

namespace maiam {

class Register;
struct Error;

/// Who signs the office's reports: name and title, kept in the office's record. A field is stored when it is left, and
/// by save() before the page goes.
class SignerCard : public Card
{
    Q_OBJECT
public:
    explicit SignerCard(Register& reg, QWidget* parent = nullptr);
    /// Stores what was typed since it was last stored. Does not wait.
    void save();

Q_SIGNALS:
    void failed(const maiam::Error& error);

private:
    void load();

    Register& m_register;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_title = nullptr;
    bool m_changed = false; ///< typed and not stored
    bool m_touched = false; ///< what is read afterwards may be older than what was typed
};

} // namespace maiam
