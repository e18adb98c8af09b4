// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/session_table_model.h"

#include "models/base/when_done.h"
#include "models/text/format.h"

namespace maiam {

namespace {
Meaning meaningOf(const QString& state)
{
    if (state == QLatin1String("held"))
        return Meaning::Good;
    return state == QLatin1String("planned") ? Meaning::Current : Meaning::Plain;
}

/// A day is said by day and month; the year stands in the second line with the hour.
TableCell whenCell(const SessionRow& session)
{
    const QDateTime at = civil::dateTime(session.starts);
    TableCell cell { formatDate(at.date()), at.time().toString(QStringLiteral("HH:mm")) };
    if (session.minutes.value_or(0) > 0)
        cell.second += SessionTableModel::tr(" · %1 min").arg(*session.minutes);
    return cell;
}
} // namespace

SessionTableModel::SessionTableModel(
    Register& reg, const Catalogues& catalogues, CatalogueLanguage language, QObject* parent)
    : QAbstractTableModel(parent)
    , m_register(reg)
    , m_catalogues(catalogues)
    , m_language(language)
{
}

void SessionTableModel::refresh()
{
    const auto read = [](Database& database) { return sessionList::ids(database); };
    whenDone(this, m_register.read(read), [this, question = ++m_question](Result<std::vector<qint64>> ids) {
        if (question != m_question)
            return;
        if (!ids)
            return Q_EMIT failed(ids.error());
        if (*ids == m_pages.ids()) { // the view keeps its place
            m_pages.clear();
            if (rowCount() > 0)
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        } else {
            beginResetModel();
            m_pages.reset(std::move(*ids));
            endResetModel();
        }
        Q_EMIT listed(m_pages.size());
    });
}

void SessionTableModel::wantPage(int page) const
{
    if (!m_pages.want(page))
        return;
    auto* self = const_cast<SessionTableModel*>(this); // reading ahead changes nothing that the model says
    const auto read = [ids = m_pages.idsOf(page)](Database& database) { return sessionList::page(database, ids); };
    whenDone(self, m_register.read(read), [self, page, question = m_question](Result<std::vector<SessionRow>> rows) {
        if (question != self->m_question)
            return;
        if (!rows)
            return Q_EMIT self->failed(rows.error());
        self->m_pages.put(page, *rows);
        const int first = page * RowPages<SessionRow>::PageSize;
        const int last = std::min(first + RowPages<SessionRow>::PageSize, self->m_pages.size()) - 1;
        if (first <= last)
            Q_EMIT self->dataChanged(self->index(first, 0), self->index(last, ColumnCount - 1));
    });
}

const SessionRow* SessionTableModel::sessionAt(int row) const
{
    if (row < 0 || row >= m_pages.size())
        return nullptr;
    const SessionRow* found = m_pages.row(row);
    if (!found)
        wantPage(RowPages<SessionRow>::pageOf(row));
    return found;
}

QString SessionTableModel::bySex(const SessionRow& session)
{
    QStringList parts;
    if (session.male > 0)
        parts.append(tr("%1 male").arg(formatNumber(session.male)));
    if (session.female > 0)
        parts.append(tr("%1 female").arg(formatNumber(session.female)));
    if (session.unspecified > 0 && !parts.isEmpty())
        parts.append(tr("%1 not told").arg(formatNumber(session.unspecified)));
    return parts.join(QStringLiteral(" · "));
}

TableCell SessionTableModel::cell(const SessionRow& session, int column) const
{
    const bool untitled = session.title.isEmpty();
    switch (column) {
    case WhenColumn:
        return whenCell(session);
    case TypeColumn:
        return { .text = m_catalogues.title(QLatin1String("session-types"), session.type, m_language),
            .second = session.ageBand.isEmpty()
                ? QString()
                : m_catalogues.title(QLatin1String("age-bands"), session.ageBand, m_language) };
    case SubjectColumn:
        return { .text = untitled ? session.place : session.title,
            .second = untitled ? QString() : session.place,
            .bold = !untitled };
    case PeopleColumn:
        return { .text = session.people() > 0 ? formatNumber(session.people()) : QString(), .second = bySex(session) };
    case HotlinesColumn:
        return { .text = session.hotlines ? tr("made known") : QString(), .muted = true };
    default:
        return { .text = m_catalogues.title(QLatin1String("session-states"), session.state, m_language),
            .meaning = meaningOf(session.state),
            .chip = true };
    }
}

int SessionTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_pages.size();
}

int SessionTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionTableModel::data(const QModelIndex& index, int role) const
{
    const SessionRow* session = index.isValid() ? sessionAt(index.row()) : nullptr;
    if (!session)
        return index.isValid() && role == Qt::DisplayRole && index.column() == WhenColumn ? QStringLiteral("…")
                                                                                          : QVariant();
    if (role == CellTable::IdRole)
        return session->id.toString(QUuid::WithoutBraces);
    return CellTable::of(cell(*session, index.column()), role);
}

QVariant SessionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = { tr("When"), tr("Type"), tr("Subject and place"), tr("People"), tr("Hotlines"),
        tr("State") };
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace maiam
