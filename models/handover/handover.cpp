// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/handover/handover.h"

#include "models/catalogues/catalogues.h"
#include "models/drafts/draft.h"
#include "models/handover/post_change.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/register/register_backups.h"
#include "models/reports/report_period.h"
#include "models/sqlcipher/transaction.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

/// Fills in one handover; one object for one reading.
class Reader
{
public:
    Reader(Database& database, const Catalogues& catalogues, const StatutoryClock& clock, const QByteArray& office)
        : m_database(database)
        , m_catalogues(catalogues)
        , m_clock(clock)
        , m_office(office)
    {
    }

    Result<Handover> read(UtcMs now, QUuid from)
    {
        m_handed.at = now;
        auto view = Transaction::begin(m_database, Transaction::Kind::Read);
        if (!view)
            return fail(view);
        auto office = ReportOffice::read(m_database, m_office);
        if (!office)
            return fail(office);
        m_handed.office = std::move(*office);
        using Step = Result<void> (Reader::*)();
        for (const Step step : { &Reader::readCases, &Reader::readConflicts, &Reader::readIncidents,
                 &Reader::readErasures, &Reader::readSending, &Reader::readSessions, &Reader::readTasks })
            if (auto done = (this->*step)(); !done)
                return fail(done);
        auto drafts = unsavedForms(m_database, from);
        if (!drafts)
            return fail(drafts);
        m_handed.drafts = *drafts;
        return std::move(m_handed);
    }

private:
    [[nodiscard]] static UtcMs firstDue(const HandedCase& one)
    {
        return one.clocks.empty() ? std::numeric_limits<UtcMs>::max() : one.clocks.front().dueAt;
    }

    [[nodiscard]] std::vector<ClockState> openClocks(const ClockFacts& facts) const
    {
        std::vector<ClockState> clocks = m_clock.read(facts, m_handed.at);
        std::erase_if(clocks, [](const ClockState& state) { return !state.isOpen(); });
        std::stable_sort(
            clocks.begin(), clocks.end(), [](const ClockState& a, const ClockState& b) { return a.dueAt < b.dueAt; });
        return clocks;
    }

    /// In ascending order.
    Result<std::vector<qint64>> pendingReports()
    {
        return idsOf(m_database.query(
            u"SELECT id FROM \"case\" WHERE closed IS NULL AND flags & 1 = 0 AND step IS NOT 'imported' "
            "AND coalesce(outcome, 'pending') = 'pending' AND owner = ? ORDER BY id"_s,
            { m_office }));
    }

    Result<void> readCases()
    {
        auto running = caseList::running(m_database);
        if (!running)
            return fail(running);
        std::erase_if(*running, [this](const RunningCase& one) { return one.owner != m_office; });
        std::vector<qint64> ids;
        for (const RunningCase& one : *running)
            ids.push_back(one.row);
        auto rows = caseList::page(m_database, ids);
        if (!rows)
            return fail(rows);
        const auto pending = pendingReports();
        if (!pending)
            return fail(pending);
        for (CaseRow& row : *rows) {
            HandedCase one { std::move(row), {}, false };
            one.clocks = openClocks(one.file.facts);
            one.pending = std::binary_search(pending->begin(), pending->end(), one.file.row);
            m_handed.cases.push_back(std::move(one));
        }
        std::sort(m_handed.cases.begin(), m_handed.cases.end(), [](const HandedCase& a, const HandedCase& b) {
            return std::pair(firstDue(a), a.file.code) < std::pair(firstDue(b), b.file.code);
        });
        auto imported = caseList::count(m_database, CaseFilter::Imported);
        if (!imported)
            return fail(imported);
        m_handed.importedToReview = *imported;
        return {};
    }

    Result<void> readConflicts()
    {
        // Every index of a kind ends in the flags, so the few that are looked for cost no reading of rows.
        static const std::pair<const RecordKind*, QString> asked[] = {
            { &kinds::Case, u"SELECT id FROM \"case\" WHERE flags & 3 = 2"_s },
            { &kinds::Child, u"SELECT id FROM child WHERE flags & 3 = 2"_s },
            { &kinds::Assessment, u"SELECT id FROM assessment WHERE flags & 3 = 2"_s },
            { &kinds::Session, u"SELECT id FROM session WHERE flags & 3 = 2"_s },
            { &kinds::Task, u"SELECT id FROM task WHERE flags & 3 = 2"_s },
            { &kinds::Remark, u"SELECT id FROM remark WHERE flags & 3 = 2"_s },
        };
        RecordTables tables(m_database);
        for (const auto& [kind, sql] : asked) {
            const auto ids = idsOf(m_database.query(sql));
            if (!ids)
                return fail(ids);
            for (const qint64 id : *ids) {
                const auto record = tables.readRow(*kind, id);
                if (!record)
                    return fail(record);
                if (recordId::ownedBy(record->id(), m_office))
                    m_handed.conflicts.push_back({ kind, record->id(), codeOf(*record) });
            }
        }
        return {};
    }

    Result<void> readIncidents()
    {
        const auto ids = incidentList::open(m_database);
        if (!ids)
            return fail(ids);
        auto rows = incidentList::page(m_database, *ids);
        if (!rows)
            return fail(rows);
        m_handed.incidents = std::move(*rows);
        return {};
    }

    Result<void> readErasures()
    {
        auto open = OpenErasure::read(m_database, m_office);
        if (!open)
            return fail(open);
        m_handed.erasures = std::move(*open);
        return {};
    }

    [[nodiscard]] static QString codeOf(const Record& record)
    {
        if (&record.kind() == &kinds::Case)
            return record.text(CaseFields::FileCode);
        if (&record.kind() == &kinds::Child)
            return record.text(ChildFields::FileCode);
        if (&record.kind() == &kinds::Task)
            return record.text(TaskFields::Task);
        return &record.kind() == &kinds::Remark ? record.text(RemarkFields::Period) : QString();
    }

    Result<void> readSending()
    {
        auto unsent = SendStates::unsentRecords(m_database);
        if (!unsent)
            return fail(unsent);
        m_handed.unsentRecords = *unsent;
        auto waiting = m_database.query(u"SELECT count(*) FROM journal_entry WHERE state <> 0 AND state = 1"_s);
        if (!waiting)
            return fail(waiting);
        if (waiting->next())
            m_handed.waitingEntries = waiting->integer(0);
        auto sealed = m_database.query(
            u"SELECT p.file, max(p.at) FROM package_log p WHERE p.outgoing = 1 AND p.last_seq > coalesce((SELECT r.seq "
            "FROM receipt r WHERE r.office = p.office AND r.device = p.device), 0) GROUP BY p.file "
            "ORDER BY max(p.at) DESC, p.file"_s);
        if (!sealed)
            return fail(sealed);
        while (sealed->next())
            m_handed.packages.push_back({ QFileInfo(sealed->text(0)).fileName(), sealed->integer(1) });
        return sealed->finished();
    }

    Result<void> readSessions()
    {
        const UtcMs today = civil::startOf(civil::date(m_handed.at));
        if (auto done = addPlanned(today, std::numeric_limits<UtcMs>::max(), m_handed.sessions); !done)
            return done;
        return addPlanned(0, today, m_handed.unrecorded);
    }

    Result<void> addPlanned(UtcMs from, UtcMs until, std::vector<SessionRow>& out)
    {
        auto ids = sessionList::upcoming(m_database, from, until);
        if (!ids)
            return fail(ids);
        auto rows = sessionList::page(m_database, *ids);
        if (!rows)
            return fail(rows);
        out = std::move(*rows);
        std::erase_if(out, [this](const SessionRow& row) { return row.owner != m_office; });
        return {};
    }

    Result<void> readTasks()
    {
        const ReportPeriod now = ReportPeriod::of(civil::date(m_handed.at));
        const TaskScope scope { now.year(), now.yearBegin(), m_handed.at + 1, now.yearEnd(), m_handed.at, m_office,
            m_office, m_handed.office.province };
        auto tasks = taskProgress::read(m_database, m_catalogues, scope);
        if (!tasks)
            return fail(tasks);
        m_handed.tasks = std::move(*tasks);
        const Catalogue& states = m_catalogues.at("task-states"_L1);
        std::erase_if(m_handed.tasks, [&](const TaskProgress& task) {
            const CatalogueEntry* state = states.find(task.state);
            return state && state->flag("final"_L1);
        });
        return {};
    }

    Database& m_database;
    const Catalogues& m_catalogues;
    const StatutoryClock& m_clock;
    QByteArray m_office;
    Handover m_handed;
};

Result<void> readBackups(Register& reg, Handover& handed, const std::atomic_bool* cancelled)
{
    const RegisterBackups backups(reg);
    auto place = backups.secondPlace();
    if (!place)
        return fail(place);
    handed.backup.folder = backups.folder();
    if (!place->isEmpty())
        handed.second = HandedBackup { *place, 0 };
    auto all = backups.list(cancelled);
    if (!all)
        return fail(all);
    if (cancelled && *cancelled) // else the record would say that the second place holds none
        return fail(ErrorCode::Cancelled,
            QCoreApplication::translate("Handover",
                "The reading was stopped. Go one step back and forward again; then everything is read anew."));
    for (const KeptBackup& one : *all) {
        if (!one.manifest || (one.second && !handed.second))
            continue;
        HandedBackup& newest = one.second ? *handed.second : handed.backup;
        newest.made = std::max(newest.made, one.manifest->made);
    }
    return {};
}

} // namespace

qint64 Handover::overdueCases() const
{
    return std::count_if(cases.begin(), cases.end(), [](const HandedCase& one) { return one.overdue(); });
}

Result<Handover> Handover::read(Database& database, const Catalogues& catalogues, const StatutoryClock& clock,
    const QByteArray& office, UtcMs now, QUuid from)
{
    return Reader(database, catalogues, clock, office).read(now, from);
}

Result<Handover> Handover::read(Register& reg, const Catalogues& catalogues, const StatutoryClock& clock, QUuid from,
    const std::atomic_bool* cancelled)
{
    const auto work = [&, office = reg.office().id, now = reg.clock().now()](
                          Database& database) { return read(database, catalogues, clock, office, now, from); };
    auto handed = reg.read(work).result();
    if (!handed)
        return handed;
    if (auto done = readBackups(reg, *handed, cancelled); !done)
        return fail(done);
    return handed;
}

} // namespace maiam
