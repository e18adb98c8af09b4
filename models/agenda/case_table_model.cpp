// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agenda/case_table_model.h"

#include "models/agenda/agenda.h"
#include "models/base/when_done.h"
#include "models/cases/found_words.h"
#include "models/records/kinds.h"
#include "models/search/search_index.h"
#include "models/text/partial_date.h"

#include <QSet>

namespace maiam {

namespace {
/// A search inside a view looks at more hits, since most of them may lie outside of it.
constexpr int HitsShown = 50;
constexpr int HitsLookedAt = 2000;

CaseFilter filterOf(CaseView view)
{
    switch (view) {
    case CaseView::Open:
        return CaseFilter::Open;
    case CaseView::Unsent:
        return CaseFilter::Unsent;
    case CaseView::Imported:
        return CaseFilter::Imported;
    default:
        return CaseFilter::All;
    }
}

Result<std::vector<qint64>> overdue(Database& database, const StatutoryClock& clock, UtcMs now)
{
    auto due = agenda::read(database, clock, now, 0, 0);
    if (!due)
        return fail(due);
    std::vector<qint64> ids;
    for (const DueCase& one : due->due)
        if (one.clock.status == ClockStatus::Overdue)
            ids.push_back(one.file.row);
    return ids;
}
} // namespace

CaseTableModel::CaseTableModel(Register& reg, const Catalogues& catalogues, const StatutoryClock& clock,
    CatalogueLanguage language, QObject* parent)
    : QAbstractTableModel(parent)
    , m_register(reg)
    , m_catalogues(catalogues)
    , m_clock(clock)
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

Result<std::vector<qint64>> CaseTableModel::idsOf(
    Database& database, CaseView view, const QString& typed, const StatutoryClock& clock, UtcMs now)
{
    const bool searches = !SearchQuery::fromTyped(typed).isEmpty();
    if (searches && view == CaseView::All)
        return caseList::search(database, typed, HitsShown);
    auto held = view == CaseView::Overdue ? overdue(database, clock, now) : caseList::ids(database, filterOf(view));
    if (!held || !searches)
        return held;
    auto hits = caseList::search(database, typed, HitsLookedAt);
    if (!hits)
        return hits;
    const QSet<qint64> inView(held->begin(), held->end());
    std::erase_if(*hits, [&](qint64 id) { return !inView.contains(id); });
    return hits;
}

Result<CaseCounts> CaseTableModel::counts(Database& database, const StatutoryClock& clock, UtcMs now)
{
    CaseCounts counts;
    const std::pair<qint64*, CaseFilter> wanted[] = { { &counts.all, CaseFilter::All },
        { &counts.open, CaseFilter::Open }, { &counts.unsent, CaseFilter::Unsent },
        { &counts.imported, CaseFilter::Imported } };
    for (const auto& [number, filter] : wanted) {
        auto counted = caseList::count(database, filter);
        if (!counted)
            return fail(counted);
        *number = *counted;
    }
    auto late = overdue(database, clock, now);
    if (!late)
        return fail(late);
    counts.overdue = qint64(late->size());
    return counts;
}

void CaseTableModel::show(CaseView view, const QString& typed)
{
    m_view = view;
    m_typed = typed;
    refresh();
}

void CaseTableModel::refresh()
{
    m_asking = true;
    const quint64 question = ++m_question;
    const auto read = [view = m_view, typed = m_typed, clock = &m_clock, now = m_register.clock().now()](
                          Database& database) { return idsOf(database, view, typed, *clock, now); };
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

void CaseTableModel::wantPage(int page) const
{
    if (!m_pages.want(page))
        return;
    auto* self = const_cast<CaseTableModel*>(this); // reading ahead changes nothing that the model says
    const auto read = [ids = m_pages.idsOf(page)](Database& database) { return caseList::page(database, ids); };
    whenDone(self, m_register.read(read), [self, page, question = m_question](Result<std::vector<CaseRow>> rows) {
        if (question != self->m_question)
            return;
        if (!rows)
            return Q_EMIT self->failed(rows.error());
        self->m_pages.put(page, *rows);
        const int first = page * RowPages<CaseRow>::PageSize;
        const int last = std::min(first + RowPages<CaseRow>::PageSize, self->m_pages.size()) - 1;
        if (first <= last)
            Q_EMIT self->dataChanged(self->index(first, 0), self->index(last, ColumnCount - 1));
    });
}

const CaseRow* CaseTableModel::caseAt(int row) const
{
    if (row < 0 || row >= m_pages.size())
        return nullptr;
    const CaseRow* found = m_pages.row(row);
    if (!found)
        wantPage(RowPages<CaseRow>::pageOf(row));
    return found;
}

int CaseTableModel::rowOf(QUuid record) const
{
    for (int i = 0; i < m_pages.size() && i < RowPages<CaseRow>::PageSize; ++i) {
        const CaseRow* row = m_pages.row(i);
        if (row && row->id == record)
            return i;
    }
    return -1;
}

int CaseTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_pages.size();
}

int CaseTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CaseTableModel::ageAndSex(const CaseRow& row) const
{
    QStringList parts;
    std::optional<qint64> age = row.age;
    if (!age)
        if (const auto reckoned = PartialDate::fromIso(row.birth).ageOn(civil::date(row.facts.received)))
            age = *reckoned;
    if (age)
        parts.append(tr("%n year(s) old", nullptr, int(*age)));
    if (!row.sex.isEmpty() && row.sex != QStringLiteral("unknown"))
        parts.append(m_catalogues.title(QLatin1String("sexes"), row.sex, m_language).toLower());
    return parts.join(QStringLiteral(", "));
}

QString CaseTableModel::dueText(const CaseRow& row) const
{
    const UtcMs now = m_register.clock().now();
    if (const auto urgent = m_clock.mostUrgent(row.facts, now))
        return StatutoryClock::remainingText(*urgent);
    for (const ClockState& state : m_clock.read(row.facts, now))
        if (state.status == ClockStatus::MetLate)
            return StatutoryClock::remainingText(state);
    return row.facts.closedAt && !row.facts.imported ? tr("in time") : QString();
}

QVariant CaseTableModel::text(const CaseRow& row, int column) const
{
    switch (column) {
    case CodeColumn:
        return row.code;
    case ChildColumn:
        return row.restricted         ? tr("Restricted access")
            : row.erased              ? tr("Erased by decision")
            : row.childName.isEmpty() ? tr("Name not known")
                                      : row.childName;
    case KindColumn:
        return m_catalogues.title(QLatin1String("abuse-kinds"), row.kind, m_language);
    case StepColumn:
        return m_catalogues.title(QLatin1String("steps"), row.step, m_language);
    case DueColumn:
        return dueText(row);
    case SentColumn:
        return row.sent == SendState::Received ? tr("received there")
            : row.sent == SendState::Packed    ? tr("packed")
                                               : tr("not sent");
    default:
        return {};
    }
}

QVariant CaseTableModel::urgency(const CaseRow& row, int column) const
{
    if (column != DueColumn)
        return NotUrgent;
    const auto urgent = m_clock.mostUrgent(row.facts, m_register.clock().now());
    if (!urgent)
        return NotUrgent;
    return urgent->status == ClockStatus::Overdue ? Overdue : urgent->status == ClockStatus::DueSoon ? Soon : NotUrgent;
}

QVariant CaseTableModel::data(const QModelIndex& index, int role) const
{
    const CaseRow* row = index.isValid() ? caseAt(index.row()) : nullptr;
    if (!row)
        return index.isValid() && role == Qt::DisplayRole && index.column() == CodeColumn ? QStringLiteral("…")
                                                                                          : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::AccessibleTextRole:
        return QVariant(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ")
            + text(*row, index.column()).toString());
    case SecondLineRole: {
        if (index.column() == CodeColumn && row->conflicting)
            return tr("two values to choose from");
        if (index.column() != ChildColumn)
            return {};
        QStringList parts { ageAndSex(*row), row->village };
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    case UrgencyRole:
        return urgency(*row, index.column());
    case FoundRole:
        // In the name itself: what stands in its place when there is none was not searched.
        return index.column() == ChildColumn ? QVariant::fromValue(foundWords(row->childName, m_words))
            : index.column() == CodeColumn   ? QVariant::fromValue(foundWords(row->code, m_words))
                                             : QVariant();
    case RecordRole:
        return row->id;
    default:
        return {};
    }
}

QVariant CaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = { tr("Case code"), tr("Child"), tr("Kind"), tr("Step"), tr("Due"), tr("Sent") };
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace maiam
