// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/erasure_work.h"
#include "models/register/people.h"
#include "ui/erasure/two_keys_card.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

namespace maiam {

class Card;
class PageWork;

/// Every erasure that this register knows (hủy dữ liệu): those in force, and those of other offices that this one has
/// not confirmed for itself yet. A new one begins on a child's page.
class ErasuresPage : public Page
{
    Q_OBJECT
public:
    explicit ErasuresPage(WorkContext& context, QWidget* parent = nullptr);
    ~ErasuresPage() override;
    Q_DISABLE_COPY_MOVE(ErasuresPage)

    void activated() override;
    void deactivated() override;
    /// An erasure with what its ids mean here.
    struct Line
    {
        Erasure erasure;
        QString office; ///< empty for this one
        QString leader; ///< names; empty when unknown here
        QString administrator;
        QStringList codes; ///< of the files that it is about, as far as they are known here
        UtcMs confirmed = 0; ///< when this office agreed to another's; 0 for an own one and while it waits
        QString confirmingLeader; ///< names, as above
        QString confirmingAdministrator;
    };
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    /// Erases here too what another office has erased, after asking once more.
    void confirm(const Line& line);
    /// Whether something is being erased: when the page goes now, nobody can say yet whether it was carried out.
    [[nodiscard]] bool isErasing() const { return m_erasing; }

private:
    struct News
    {
        std::vector<Line> lines;
        std::vector<Person> people;
    };
    static Result<News> read(Register& reg);
    static Result<std::vector<Line>> readLines(Database& database, const QByteArray& own);
    void reload();
    void display(const News& news);
    void makeList();
    Card* cardOf(const Line& line);
    void carryOut(const Erasure& erasure, const TwoKeysCard::Keys& keys);
    void tellFailure(const Error& error);

    WorkContext& m_context;
    PageWork* m_work;
    QWidget* m_list;
    TwoKeysCard* m_keys;
    std::vector<Line> m_lines;
    bool m_erasing = false;
    bool m_begun = false; ///< the list has been shown once
};

} // namespace maiam
