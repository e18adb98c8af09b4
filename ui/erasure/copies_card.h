// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_work.h"
#include "ui/widgets/card.h"

namespace maiam {

/// Where copies are that an erasure does not reach (bản chép): prints and files with these records, backups, packages.
class CopiesCard : public Card
{
    Q_OBJECT
public:
    explicit CopiesCard(QWidget* parent = nullptr);

    /// @p places: the folders in which the register's backups lie.
    void setCopies(const ErasurePlan& plan, const QStringList& places);
    /// "a, b, c and 4 more": files or folders by name, as many as a person reads.
    [[nodiscard]] static QString shortList(QStringList names);

private:
    [[nodiscard]] static QString copyText(const AccessEntry& look);
    void listLooks(const QString& heading, const std::vector<AccessEntry>& looks, QWidget* list);

    QWidget* m_list = nullptr;
};

} // namespace maiam
