// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/children/child_table_model.h"

#include "models/base/when_done.h"
#include "models/cases/found_words.h"
#include "models/records/kinds.h"
#include "models/search/search_index.h"
#include "models/text/partial_date.h"

namespace maiam {

ChildTableModel::ChildTableModel(
    Register& reg, const Catalogues& catalogues, CatalogueLanguage language, QObject* parent)
    : QAbstractTableModel(parent)
    , m_register(reg)
    , m_catalogues(catalogues)
    , m_language(language)
{
    connect(&reg, &Register::committed, this, [this](const Committed& batch) {
        const auto concerns = [](const auto& row) {
            return row.first == &kinds::Case || row.first == &kinds::Child || row.first == &kinds::Restriction;
        };
        if (m_question > 0 && std::any_of(batch.rows.begin(), batch.rows.end(), concerns))
            refresh();
    });
}

void ChildTableModel::show(const QString& typed)
{
    m_typed = typed;
    refresh();
}

void ChildTableModel::refresh()
{
    m_asking = true;
    const quint64 question = ++m_question;
    const auto read = [typed = m_typed](Database& database) { return childList::search(database, typed); };
    whenDone(this, m_register.read(read), [this, question](Result<std::vector<qint64>> ids) {
        if (question != m_question)
            return;
        m_asking = false;
        if (!ids)
            return Q_EMIT failed(ids.error());
        beginResetModel();
        m_words = SearchQuery::fromTyped(m_typed).words;
        m_pages.reset(std::move(*ids));
        endResetModel();
        Q_EMIT listed(m_pages.size());
    });
}

void ChildTableModel::wantPage(int page) const
{
    if (!m_pages.want(page))
        return;
    auto* self = const_cast<ChildTableModel*>(this); // reading ahead changes nothing that the model says
    const auto read = [ids = m_pages.idsOf(page)](Database& database) { return childList::page(database, ids); };
    whenDone(self, m_register.read(read), [self, page, question = m_question](Result<std::vector<ChildRow>> rows) {
        if (question != self->m_question)
            return;
        if (!rows)
            return Q_EMIT self->failed(rows.error());
        self->m_pages.put(page, *rows);
        const int first = page * RowPages<ChildRow>::PageSize;
        const int last = std::min(first + RowPages<ChildRow>::PageSize, self->m_pages.size()) - 1;
        if (first <= last)
            Q_EMIT self->dataChanged(self->index(first, 0), self->index(last, ColumnCount - 1));
    });
}

const ChildRow* ChildTableModel::childAt(int row) const
{
    if (row < 0 || row >= m_pages.size())
        return nullptr;
    const ChildRow* found = m_pages.row(row);
    if (!found)
        wantPage(RowPages<ChildRow>::pageOf(row));
    return found;
}

int ChildTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_pages.size();
}

int ChildTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChildTableModel::text(const ChildRow& row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.restricted    ? tr("Restricted access")
            : row.erased         ? tr("Erased by decision")
            : row.name.isEmpty() ? tr("Name not known")
                                 : row.name;
    case BirthColumn:
        return PartialDate::fromIso(row.birth).toString();
    case FamilyColumn:
        return row.mother.isEmpty() ? row.father : row.mother;
    case VillageColumn:
        return row.village;
    case GroupColumn:
        return row.group.isEmpty() ? QString() : m_catalogues.title(QLatin1String("groups"), row.group, m_language);
    case CasesColumn:
        return row.cases > 0 ? tr("%n case(s)", nullptr, int(row.cases)) : QString();
    default:
        return {};
    }
}

QVariant ChildTableModel::data(const QModelIndex& index, int role) const
{
    const ChildRow* row = index.isValid() ? childAt(index.row()) : nullptr;
    if (!row)
        return index.isValid() && role == Qt::DisplayRole && index.column() == NameColumn ? QStringLiteral("…")
                                                                                          : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::AccessibleTextRole:
        return QVariant(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ")
            + text(*row, index.column()).toString());
    case SecondLineRole: {
        if (index.column() != NameColumn)
            return {};
        QStringList parts { row->code };
        if (!row->sex.isEmpty())
            parts.append(m_catalogues.title(QLatin1String("sexes"), row->sex, m_language).toLower());
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    case FoundRole:
        // In the name itself: what stands in its place when there is none was not searched.
        if (index.column() == NameColumn)
            return QVariant::fromValue(foundWords(row->name, m_words));
        return index.column() == FamilyColumn || index.column() == VillageColumn
            ? QVariant::fromValue(foundWords(text(*row, index.column()).toString(), m_words))
            : QVariant();
    case RecordRole:
        return row->id;
    default:
        return {};
    }
}

QVariant ChildTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = { tr("Full name"), tr("Born"), tr("Family"), tr("Village"), tr("Circumstances"),
        tr("Cases") };
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace maiam
