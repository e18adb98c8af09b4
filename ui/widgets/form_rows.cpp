// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_rows.h"

#include "ui/widgets/theme.h"

#include <QGridLayout>

#include <algorithm>
#include <numeric>

namespace maiam {

namespace {
constexpr int Columns = 12;
}

FormRows::FormRows(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::scaled(space::M));
    m_grid->setVerticalSpacing(Theme::scaled(space::M));
    for (int i = 0; i < Columns; ++i)
        m_grid->setColumnStretch(i, 1);
}

void FormRows::addRow(const QList<std::pair<QWidget*, int>>& inputs)
{
    for (const auto& [widget, share] : inputs)
        widget->setParent(this);
    m_rows.append(inputs);
    m_perLine = perLine();
    arrange();
}

QSize FormRows::minimumSizeHint() const
{
    int widest = 0;
    for (const auto& row : m_rows)
        for (const auto& [widget, share] : row)
            widest = std::max(widest, widget->minimumSizeHint().width());
    return { widest, QWidget::minimumSizeHint().height() };
}

int FormRows::perLine() const
{
    return std::max(1, width() / Theme::scaled(150));
}

void FormRows::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int now = perLine();
    const auto longest = std::max_element(
        m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    const int needed = longest == m_rows.end() ? 1 : int(longest->size());
    const bool same = std::min(now, needed) == std::min(m_perLine, needed);
    m_perLine = now;
    if (!same)
        arrange();
}

void FormRows::arrange()
{
    int line = 0;
    for (const auto& row : std::as_const(m_rows)) {
        const qsizetype most = std::min<qsizetype>(m_perLine, row.size());
        const bool whole = most == row.size();
        for (qsizetype at = 0; at < row.size(); ++line) {
            const qsizetype end = std::min(at + most, row.size());
            int shares = 0;
            for (qsizetype i = at; i < end; ++i)
                shares += whole ? row[i].second : 1;
            int column = 0;
            for (; at < end; ++at) {
                const int share = whole ? row[at].second : 1;
                const int span = at == end - 1 ? Columns - column : Columns * share / shares;
                m_grid->addWidget(row[at].first, line, column, 1, span, Qt::AlignTop);
                column += span;
            }
        }
    }
}

} // namespace maiam
