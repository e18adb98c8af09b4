// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/exchange/office_names.h"
#include "models/papers/access_paper.h"
#include "models/register/access_list.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <functional>

class QComboBox;
class QTableView;

namespace maiam {

/// Ai đã xem: who opened, printed, exported, sealed or changed what and when, by code and never by name; for the
/// administrator and an inspector, or for one file (journal.md, law 8).
class AccessPage : public Page
{
    Q_OBJECT
public:
    /// So many lines come at once; older ones when somebody asks for them.
    static constexpr std::size_t LinesAtOnce = 1000;
    /// So many are shown or printed at most: more than 300 sheets.
    static constexpr std::size_t MostLines = 10'000;

    /// @p records: show these alone, with what belongs to them ("ai đã xem hồ sơ này"); all when empty.
    explicit AccessPage(WorkContext& context, std::vector<QUuid> records = {}, QWidget* parent = nullptr);

    [[nodiscard]] const CellTable& table() const { return *m_model; }
    void activated() override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;
    /// The records of the page that stood at such a place.
    [[nodiscard]] static std::vector<QUuid> recordsOf(const QJsonObject& place);
    /// Goes on below the last line that is shown, with the same choice.
    void showOlder();
    /// All that fits the choice, on paper: what is not shown yet as well.
    void print();
    /// What print() puts on paper.
    void collect(std::function<void(const papers::AccessPaperData&)> collected);
    /// An act in words: "mở xem", "in"; without one: "sửa".
    [[nodiscard]] static QString actText(std::optional<AccessAct> act);

private:
    void makeFilters();
    void loadChoices();
    void addMonths(UtcMs oldest);
    void choosePlace();
    void reload();
    void showLines(const AccessLines& found);
    void tell(const AccessLines& found);
    /// What fits the choice, and what its offices and machines are called.
    struct Read
    {
        AccessLines found;
        OfficeNames names;
        QStringList codes; ///< of the one file that it is the list of
    };
    [[nodiscard]] QFuture<Result<Read>> read(std::size_t limit) const;
    [[nodiscard]] AccessQuestion question() const;
    [[nodiscard]] TableRow rowOf(const AccessLine& line) const;
    [[nodiscard]] papers::AccessPaperData paperHead() const;
    static void putLines(papers::AccessPaperData& paper, const Read& read);

    WorkContext& m_context;
    std::vector<QUuid> m_records;
    CellTable* m_model = nullptr;
    QTableView* m_table = nullptr;
    OfficeNames m_names;
    QComboBox* m_user = nullptr;
    QComboBox* m_act = nullptr;
    QComboBox* m_time = nullptr;
    QJsonObject m_place; ///< where to return to, until the choices are read
    std::size_t m_limit = LinesAtOnce;
    quint64 m_asked = 0; ///< questions so far: an older answer is not shown
    bool m_collecting = false;
    bool m_goOn = false; ///< older lines were asked for: the next answer leads to them
};

} // namespace maiam
