// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace maiam {

/// An input with its label above, a hint and an error text under it. The label is the input's buddy and its name for
/// screen readers; an error is also its description.
class LabelledField : public QWidget
{
    Q_OBJECT
public:
    /// \a label may hold a mnemonic ("&Name"). \a editor becomes a child.
    LabelledField(const QString& label, QWidget* editor, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// Marks a field that is needed to save, with a star after the label.
    void setRequired(bool required);
    /// A secondary line under the field; empty takes it away.
    void setHint(const QString& hint);
    [[nodiscard]] const QString& hint() const { return m_hint; }
    /// What is wrong with the input and what to do; empty takes it away.
    void setError(const QString& error);
    [[nodiscard]] QString error() const;
    [[nodiscard]] QWidget* editor() const { return m_editor; }

private:
    void refresh();
    QString m_text;
    QLabel* m_label = nullptr;
    QLabel* m_below = nullptr;
    QWidget* m_editor = nullptr;
    QString m_hint;
    QString m_error;
    bool m_required = false;
};

} // namespace maiam
