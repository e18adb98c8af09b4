// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/office_names.h"
#include "models/journal/conflicts.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <QSet>

namespace maiam {

class Card;

/// Thông tin trái nhau: everything that two machines wrote differently, with who, when and on which machine, until a
/// person of the office that keeps the record chooses; another office only sees it. Choosing is an entry; what was not
/// chosen stays in the history. Each file of which something is shown counts as opened, once for this page.
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
        bool own = true; ///< this office keeps the record and so decides
    };
    [[nodiscard]] const std::vector<Listed>& shown() const { return m_conflicts; }
    /// Settles one of those shown.
    void choose(std::size_t conflict, std::size_t side);

    void activated() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct News
    {
        std::vector<Listed> conflicts;
        OfficeNames names;
    };
    static Result<News> read(Database& database, const OfficeInfo& own);
    void reload();
    QWidget* makeList();
    void build();
    void focusCard(std::size_t place);
    void noteShown();
    QWidget* cardOf(std::size_t place);
    [[nodiscard]] Result<void> mayChoose(const Conflict& conflict) const;
    void addSides(Card* card, std::size_t place);
    [[nodiscard]] QString titleOf(const Conflict& conflict) const;
    [[nodiscard]] static QString whatOf(const Conflict& conflict);
    [[nodiscard]] QString valueOf(const Conflict& conflict, const ConflictSide& side) const;

    WorkContext& m_context;
    std::vector<Listed> m_conflicts;
    OfficeNames m_names;
    QSet<QUuid> m_noted; ///< the files that count as opened
    QWidget* m_list = nullptr;
    std::vector<QWidget*> m_cards; ///< of the conflicts, in their order
    bool m_choosing = false; ///< until the list stands without what was chosen
    quint64 m_asked = 0; ///< readings so far: an older answer is not shown
};

} // namespace maiam
