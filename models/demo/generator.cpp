// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/generator.h"

#include "models/cases/file_codes.h"
#include "models/catalogues/catalogues.h"
#include "models/demo/people.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"

#include <QCoreApplication>
#include <QMap>

#include <array>
#include <functional>

namespace maiam::demo {

namespace {
    constexpr qint64 Hour = 3600'000;
    constexpr qint64 Day = 24 * Hour;
    constexpr size_t ChangesAtOnce = 4000;

    Result<void> onlyDemo(const Register& reg)
    {
        if (!reg.demo())
            return fail(ErrorCode::NotAllowed, QCoreApplication::translate("Demo", "Fictional data goes into demo registers only. Make one with --demo; this register was left as it is."));
        return {};
    }

    Result<QString> prefixOf(const Register& reg)
    {
        auto catalogues = Catalogues::builtIn();
        if (!catalogues)
            return fail(catalogues);
        const CatalogueEntry* unit = catalogues->at(QLatin1String("units")).find(reg.office().unit);
        return unit ? unit->text(QLatin1String("prefix")) : QStringLiteral("QN");
    }

    /// Gives out codes and commits in pieces, each of which stands by itself.
    class Writer
    {
    public:
        Writer(Register& reg, QString prefix) : m_register(reg), m_prefix(std::move(prefix)) { }
        Result<QString> childCode()
        {
            return next(0, [](FileCodes& codes) { return codes.nextChild(); });
        }
        Result<QString> caseCode(UtcMs received)
        {
            const int year = civil::date(received).year();
            return next(year, [year](FileCodes& codes) { return codes.nextCase(year); });
        }
        Result<void> add(const Record& record)
        {
            m_batch.add(record);
            return m_batch.changes.size() < ChangesAtOnce ? Result<void>() : flush();
        }
        Result<void> flush()
        {
            auto done = m_register.commit(std::exchange(m_batch, Batch())).result();
            return done ? Result<void>() : fail(done);
        }

    private:
        /// The first code of each series comes from the register, the following ones by counting.
        Result<QString> next(int series, std::function<Result<QString>(FileCodes&)> first)
        {
            auto known = m_next.find(series);
            if (known == m_next.end()) {
                auto code = m_register.read([prefix = m_prefix, first](Database& db) -> Result<QString> { FileCodes codes(db, prefix); return first(codes); }).result();
                if (!code)
                    return code;
                const qsizetype dash = code->lastIndexOf(u'-') + 1;
                known = m_next.insert(series, { code->left(dash), code->mid(dash).toInt() });
            }
            return known->first + QStringLiteral("%1").arg(known->second++, 4, 10, QLatin1Char('0'));
        }

        Register& m_register;
        QString m_prefix;
        QMap<int, std::pair<QString, int>> m_next; ///< year, or 0 for children → beginning and next number
        Batch m_batch;
    };

    Result<Record> addChild(Writer& writer, People& people, const QString& group)
    {
        auto code = writer.childCode();
        if (!code)
            return fail(code);
        Record child = people.child(group, *code);
        if (auto done = writer.add(child); !done)
            return fail(done);
        return child;
    }

    Result<void> addCase(Writer& writer, People& people, const Record& child, const QString& kind, UtcMs received, int step, bool late)
    {
        auto code = writer.caseCode(received);
        if (!code)
            return fail(code);
        return writer.add(people.file(child, kind, *code, received, step, late));
    }

    Result<void> addSessions(Writer& writer, People& people, UtcMs now)
    {
        // Held ones lie in few months, so that others stay empty; the last two come this week.
        static constexpr std::array<int, 15> DaysAgo { 20, 24, 33, 61, 64, 150, 155, 158, 240, 330, 333, 420, 510, -1, -3 };
        for (const int days : DaysAgo) {
            const QDate day = civil::date(now).addDays(-days);
            if (auto done = writer.add(people.session(people.pick(People::sessionTypes()), civil::at(day, QTime(8, 0)), days > 0)); !done)
                return done;
        }
        return {};
    }

    Result<void> addTasks(Writer& writer, const Register& reg, UtcMs now)
    {
        const int year = civil::date(now).year();
        for (const auto& [code, state] : { std::pair("1.a", "done"), { "1.b", "going-on" }, { "2.a", "going-on" }, { "2.b", "going-on" }, { "2.c", "going-on" }, { "2.h", "going-on" } }) {
            Record task(kinds::Task, recordId::named(reg.office().id, "task/" + QByteArray(code) + "/" + QByteArray::number(year)));
            task.set(TaskFields::Task, QString::fromLatin1(code));
            task.set(TaskFields::Year, std::optional<qint64>(year));
            task.set(TaskFields::State, QString::fromLatin1(state));
            if (auto done = writer.add(task); !done)
                return done;
        }
        return {};
    }

    /// Kind, days ago, step, late: a handful of cases over two years.
    struct Story
    {
        const char* kind;
        int daysAgo;
        int step;
        bool late;
    };
    constexpr std::array<Story, 13> Stories { Story { "violence", 700, 7, false }, { "neglect", 655, 7, true }, { "risk", 520, 7, false }, { "sexual", 430, 7, false }, { "violence", 330, 7, false },
        { "exploitation", 262, 6, false }, { "risk", 190, 5, false }, { "violence", 120, 5, true }, { "neglect", 63, 6, false }, { "sexual", 34, 5, false }, { "risk", 15, 4, false },
        { "violence", 6, 3, false }, { "neglect", 3, 2, false } };
}

Result<void> generate(Register& reg, const Amount& amount)
{
    if (auto allowed = onlyDemo(reg); !allowed)
        return allowed;
    if (amount.cases > 0 && amount.children == 0)
        return fail(ErrorCode::InvalidInput, QCoreApplication::translate("Demo", "Cases need children. Ask for at least one child."));
    auto prefix = prefixOf(reg);
    if (!prefix)
        return fail(prefix);
    People people(reg, amount.seed);
    Writer writer(reg, *prefix);
    const UtcMs now = reg.clock().now();
    std::vector<Record> children;
    children.reserve(size_t(amount.children));
    for (int i = 0; i < amount.children; ++i) {
        auto child = addChild(writer, people, people.pick(i % 2 ? People::riskGroups() : People::specialGroups()));
        if (!child)
            return fail(child);
        children.push_back(std::move(*child));
    }
    for (int i = 0; i < amount.cases; ++i) {
        const UtcMs received = now - qint64(people.draw(730)) * Day - qint64(people.draw(24 * 60)) * 60'000 - Hour;
        const int step = received < now - 120 * Day && people.draw(20) != 0 ? 7 : people.draw(8);
        if (auto done = addCase(writer, people, children[size_t(people.draw(amount.children))], people.pick(People::abuseKinds()), received, step, people.draw(10) == 0); !done)
            return done;
    }
    for (int i = 0; i < amount.sessions; ++i)
        if (auto done = writer.add(people.session(people.pick(People::sessionTypes()), now - qint64(people.draw(730)) * Day, true)); !done)
            return done;
    return writer.flush();
}

Result<void> believableCommune(Register& reg)
{
    if (auto allowed = onlyDemo(reg); !allowed)
        return allowed;
    auto prefix = prefixOf(reg);
    if (!prefix)
        return fail(prefix);
    People people(reg, 20261123);
    Writer writer(reg, *prefix);
    const UtcMs now = reg.clock().now();
    std::vector<Record> children;
    for (int i = 0; i < 165; ++i) {
        auto child = addChild(writer, people, people.pick(i < 80 ? People::specialGroups() : People::riskGroups()));
        if (!child)
            return fail(child);
        children.push_back(std::move(*child));
    }
    size_t next = 3;
    for (const Story& story : Stories) {
        const UtcMs received = now - story.daysAgo * Day - people.draw(10) * Hour;
        if (auto done = addCase(writer, people, children[next += 11], QString::fromLatin1(story.kind), received, story.step, story.late); !done)
            return done;
    }
    // One clock is running out: the call came in the night.
    if (auto done = addCase(writer, people, children[8], QStringLiteral("violence"), now - 9 * Hour, 0, false); !done)
        return done;
    if (auto done = addSessions(writer, people, now); !done)
        return done;
    if (auto done = addTasks(writer, reg, now); !done)
        return done;
    return writer.flush();
}

} // namespace maiam::demo
