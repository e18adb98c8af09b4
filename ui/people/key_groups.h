// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/recovery_key.h"

#include <QList>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace maiam {

/// Eight fields for the groups of a key on paper. A group whose check symbol does not fit is named as soon as it is
/// typed; a whole key that is pasted goes into all fields.
class KeyEntry : public QWidget
{
    Q_OBJECT
public:
    explicit KeyEntry(const QString& title, QWidget* parent = nullptr);
    /// Stands above the fields and is read out with each; empty where there is only one sheet.
    void setTitle(const QString& title);
    /// The key, when all groups are right; else nothing, with the first wrong one named and in focus.
    [[nodiscard]] std::optional<RecoveryKey> take();
    [[nodiscard]] QLineEdit* group(int number) const { return m_groups.at(number - 1); }
    /// What is said under the fields.
    [[nodiscard]] QString fault() const;
    void clear();

private:
    void typed(int index);
    void judge();
    QLabel* m_title;
    QList<QLineEdit*> m_groups;
    QLabel* m_fault;
};

/// Eight groups to be copied onto paper.
class KeyGroups : public QWidget
{
    Q_OBJECT
public:
    KeyGroups(const QString& title, const QStringList& groups, QWidget* parent = nullptr);
};

} // namespace maiam
