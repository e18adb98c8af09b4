// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/column_choice.h"

#include "models/imports/import_tables.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

ColumnChoice::ColumnChoice(QWidget* parent)
    : QWidget(parent)
    , m_column(new QComboBox(this))
    , m_use(new QComboBox(this))
{
    auto* flow = new FlowLayout(this, Theme::scaled(space::S));
    const auto add = [&](const QString& text, QComboBox* box, const QString& name) {
        QLabel* label = makeLabel(text, TextStyle::Body, this);
        label->setBuddy(box);
        box->setObjectName(name);
        box->setAccessibleName(QString(text).remove(u'&'));
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        flow->addWidget(label);
        flow->addWidget(box);
    };
    add(tr("Taken for something else? &Column"), m_column, u"column"_s);
    add(tr("&holds"), m_use, u"columnUse"_s);
    for (const ColumnUse use : ImportTables::uses())
        m_use->addItem(ImportTables::useName(use), int(use));
    connect(m_column, &QComboBox::currentIndexChanged, this, &ColumnChoice::showUse);
    connect(m_use, &QComboBox::activated, this, &ColumnChoice::correct);
}

void ColumnChoice::setColumns(const Columns& columns)
{
    const int before = std::max(0, m_column->currentIndex());
    m_columns = columns;
    const QSignalBlocker quiet(m_column);
    m_column->clear();
    for (const auto& [sheet, map] : columns)
        for (const SheetColumn& column : map.columns) {
            const QString place = columns.size() > 1 ? sheet + u" · "_s + column.letter() : column.letter();
            m_column->addItem(column.title.isEmpty() ? place : place + u" · "_s + column.title);
        }
    m_column->setCurrentIndex(before < m_column->count() ? before : 0);
    showUse();
}

void ColumnChoice::choose(int row)
{
    m_column->setCurrentIndex(row);
}

SheetColumn* ColumnChoice::chosen(ColumnMap** of)
{
    int row = m_column->currentIndex();
    for (auto& [sheet, map] : m_columns) {
        if (row >= 0 && row < int(map.columns.size())) {
            if (of)
                *of = &map;
            return &map.columns[size_t(row)];
        }
        row -= int(map.columns.size());
    }
    return nullptr;
}

void ColumnChoice::showUse()
{
    if (const SheetColumn* column = chosen())
        m_use->setCurrentIndex(m_use->findData(int(column->use)));
}

void ColumnChoice::correct()
{
    ColumnMap* map = nullptr;
    const SheetColumn* column = chosen(&map);
    const auto use = ColumnUse(m_use->currentData().toInt());
    if (!column || column->use == use)
        return;
    map->correct(column->index, use);
    Q_EMIT corrected(m_columns);
}

} // namespace maiam
