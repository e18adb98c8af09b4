// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QtGlobal>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace maiam {

/// The rows of a long list: all ids in their order, and the last 20 pages of 100 rows that were looked at.
template <typename Row> class RowPages
{
public:
    static constexpr int PageSize = 100;
    static constexpr int KeptPages = 20;

    /// New ids in their order; what was read before is forgotten.
    void reset(std::vector<qint64> ids)
    {
        m_ids = std::move(ids);
        clear();
    }
    /// Forgets the rows, keeps the ids.
    void clear()
    {
        m_pages.clear();
        m_used.clear();
        m_asked.clear();
    }
    [[nodiscard]] const std::vector<qint64>& ids() const { return m_ids; }
    [[nodiscard]] int size() const { return int(m_ids.size()); }
    [[nodiscard]] static int pageOf(int index) { return index / PageSize; }
    [[nodiscard]] std::vector<qint64> idsOf(int page) const
    {
        const size_t from = std::min(size_t(page) * PageSize, m_ids.size());
        const size_t to = std::min(from + PageSize, m_ids.size());
        return { m_ids.begin() + qint64(from), m_ids.begin() + qint64(to) };
    }
    /// The row at a place, or null while its page is not here.
    [[nodiscard]] const Row* row(int index)
    {
        const int page = pageOf(index);
        const auto found = m_pages.constFind(page);
        if (found == m_pages.cend())
            return nullptr;
        if (m_used.isEmpty() || m_used.constLast() != page) {
            m_used.removeOne(page);
            m_used.append(page);
        }
        const std::optional<Row>& row = (*found)[size_t(index % PageSize)];
        return row ? &*row : nullptr;
    }
    /// True once for each page that is not here, so that it is asked for once.
    [[nodiscard]] bool want(int page)
    {
        if (m_pages.contains(page) || m_asked.contains(page))
            return false;
        m_asked.append(page);
        return true;
    }
    /// Takes a page in; rows that are gone meanwhile leave a gap.
    void put(int page, const std::vector<Row>& rows)
    {
        m_asked.removeOne(page);
        std::vector<std::optional<Row>> slots(PageSize);
        const std::vector<qint64> wanted = idsOf(page);
        size_t at = 0;
        for (const Row& row : rows) {
            while (at < wanted.size() && wanted[at] != row.row)
                ++at;
            if (at < wanted.size())
                slots[at] = row;
        }
        m_pages.insert(page, std::move(slots));
        m_used.removeOne(page);
        m_used.append(page);
        while (m_used.size() > KeptPages)
            m_pages.remove(m_used.takeFirst());
    }

private:
    std::vector<qint64> m_ids;
    QHash<int, std::vector<std::optional<Row>>> m_pages;
    QList<int> m_used; ///< the latest last
    QList<int> m_asked;
};

} // namespace maiam
