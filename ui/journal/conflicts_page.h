// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/conflicts.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <QSet>

namespace maiam {

/// Thông tin trái nhau: everything that two machines wrote differently, with who, when and on which machine, until a
/// person chooses. Choosing is an entry; what was not chosen stays in the history. Each file of which something is
/// shown counts as opened, once for this page.
class ConflictsPage : public Page
{
    Q_OBJECT
public:
    explicit ConflictsPage(WorkContext& context, QWidget* parent = nullptr);

    /// A conflict as it is listed; one of a file with restricted access without its values.
    struct Listed
    {
        Conflict conflict;
        bool hidden = false;
    };
    [[nodiscard]] const std::vector<Listed>& shown() const { return m_conflicts; }
    /// Settles one of those shown.
    void choose(std::size_t conflict, std::size_t side);

    void activated() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    static Result<std::vector<Listed>> read(Database& database);
    void reload();
    void build();
    void noteShown();
    QWidget* cardOf(std::size_t place);
    [[nodiscard]] QString valueOf(const Conflict& conflict, const ConflictSide& side) const;

    WorkContext& m_context;
    std::vector<Listed> m_conflicts;
    QSet<QUuid> m_noted; ///< the files that count as opened
    QWidget* m_list = nullptr;
};

} // namespace maiam
