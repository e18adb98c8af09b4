// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cases/erasure_doubts.h"

#include "models/cases/erasure_work.h"
#include "models/cases/restricted_access.h"
#include "models/records/kinds.h"
#include "models/records/record_id.h"
#include "models/text/fold.h"

#include <algorithm>
#include <map>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class DoubtTexts
{
    Q_DECLARE_TR_FUNCTIONS(DoubtTexts)
};

constexpr qsizetype ShortestNumber = 6; ///< a shorter one stands in half of all telephone numbers

/// Every full name and number that a child's own record has had, conflicts and what waits too.
class Spellings
{
public:
    static Result<Spellings> read(Database& database, QUuid child);
    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty() && m_numbers.isEmpty(); }
    [[nodiscard]] bool standIn(const QString& text) const;

private:
    void add(const Values& values);
    QStringList m_names; ///< folded, with a space on either side
    QStringList m_numbers;
};

Result<Spellings> Spellings::read(Database& database, QUuid child)
{
    const auto rows =
        idsOf(database.query(QStringLiteral("SELECT id FROM journal_entry WHERE record = ?"), { idBytes(child) }));
    if (!rows)
        return fail(rows);
    Spellings all;
    for (const qint64 row : *rows) {
        auto entry = Journal::readEntry(database, row);
        if (!entry)
            return fail(entry);
        auto values = Journal::valuesOf(*entry);
        if (!values)
            return fail(values);
        all.add(*values);
    }
    all.m_names.removeDuplicates();
    all.m_numbers.removeDuplicates();
    return all;
}

void Spellings::add(const Values& values)
{
    const auto textOf = [&](const Field& field) {
        const auto found = values.find(field.key());
        const auto* text = found == values.end() ? nullptr : std::get_if<QString>(&found->second);
        return text ? *text : QString();
    };
    const QString name = folded(textOf(ChildFields::Name));
    if (name.contains(u' ')) // one word alone tells nobody apart
        m_names.append(u' ' + name + u' ');
    const QString number = textOf(ChildFields::PersonalNumber);
    if (number.size() >= ShortestNumber)
        m_numbers.append(number);
}

bool Spellings::standIn(const QString& text) const
{
    const auto isIn = [](const QString& where) { return [&where](const QString& one) { return where.contains(one); }; };
    if (std::any_of(m_numbers.begin(), m_numbers.end(), isIn(text)))
        return true;
    if (m_names.isEmpty())
        return false;
    const QString words = u' ' + folded(text) + u' ';
    return std::any_of(m_names.begin(), m_names.end(), isIn(words));
}

/// One field of one record that speaks of the person, in all the entries that hold it.
struct FoundField
{
    QByteArray kind;
    QSet<QString> texts;
    bool folded = false; ///< the tables show it, or have shown it
    std::vector<ErasureTarget> targets;
    QSet<QByteArray> along;
};
using FoundFields = std::map<std::pair<QUuid, QByteArray>, FoundField>;

/// Adds what one part says of the person. @p row: record, state, hash, body, class, bytes.
Result<void> addFromPart(const Statement& row, const Spellings& person, FoundFields& found)
{
    auto values = entryCodec::decodeValues(row.blob(5));
    if (!values)
        return fail(values);
    for (const auto& [name, value] : *values) {
        const auto* text = std::get_if<QString>(&value);
        if (!text || !person.standIn(*text))
            continue;
        auto body = entryCodec::decodeBody(row.blob(3));
        if (!body)
            return fail(body);
        FoundField& field = found[{ body->record, name }];
        field.kind = body->kind;
        field.texts.insert(*text);
        field.folded = field.folded || EntryState(row.integer(1)) == EntryState::Folded;
        field.targets.push_back({ IdentityClass(row.integer(4)), row.blob(2) });
        for (const auto& [other, ignored] : *values)
            if (other != name)
                field.along.insert(other);
    }
    return {};
}

using RecordIds = QSet<QByteArray>;

Result<FoundFields> fieldsThatName(Database& database, const Spellings& person, const RecordIds& named)
{
    FoundFields found;
    auto rows = database.query(
        QStringLiteral("SELECT e.record, e.state, e.hash, e.body, p.identity, p.bytes FROM identity_part p JOIN "
                       "journal_entry e ON e.id = p.entry"));
    if (!rows)
        return fail(rows);
    while (rows->next())
        if (!named.contains(rows->blob(0)))
            if (auto done = addFromPart(*rows, person, found); !done)
                return fail(done);
    if (auto done = rows->finished(); !done)
        return fail(done);
    return found;
}

DoubtState stateOf(const std::optional<StoredRecord>& stored, const QByteArray& field, const FoundField& found)
{
    const auto isOne = [&found](const Value& value) {
        const auto* text = std::get_if<QString>(&value);
        return text && found.texts.contains(*text);
    };
    if (stored && !stored->folded.deleted) {
        const auto shown = stored->folded.values.find(field);
        if (shown != stored->folded.values.end() && isOne(shown->second))
            return DoubtState::Shown;
        const auto sides = stored->folded.conflicts.find(field);
        if (sides != stored->folded.conflicts.end()
            && std::any_of(sides->second.begin(), sides->second.end(),
                [&](const UnbeatenWrite& write) { return isOne(write.value); }))
            return DoubtState::Differing;
    }
    return found.folded ? DoubtState::Former : DoubtState::Aside;
}

/// The child, case, session or leak on whose page a record stands.
Result<QUuid> pageOf(Database& database, const RecordKind& kind, QUuid record)
{
    const auto known = { &kinds::Child, &kinds::Case, &kinds::Session, &kinds::Incident };
    if (std::find(known.begin(), known.end(), &kind) != known.end())
        return record;
    if (&kind != &kinds::Assessment)
        return QUuid();
    auto assessment = RecordTables(database).load(kind, record);
    if (!assessment)
        return fail(assessment);
    if (!*assessment)
        return QUuid();
    const auto file = (*assessment)->folded.values.find(AssessmentFields::Case.key());
    const auto* id = file == (*assessment)->folded.values.end() ? nullptr : std::get_if<QByteArray>(&file->second);
    return id ? QUuid::fromRfc4122(*id) : QUuid();
}

constexpr qsizetype WordsBefore = 12; ///< what a person needs to see what the name stands in
constexpr qsizetype WordsBehind = 8;

/// The line of a text in which the person stands; of a long one the words around.
QString lineAround(const QString& text, const Spellings& person)
{
    const QStringList lines = text.split(u'\n');
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const QString& one) { return person.standIn(one); });
    const QStringList words = (line == lines.end() ? text : *line).simplified().split(u' ');
    qsizetype end = 1; // behind the name's last word; sought by halves, a narrative can be long
    for (qsizetype last = words.size(); end < last;) {
        const qsizetype middle = (end + last) / 2;
        if (person.standIn(words.first(middle).join(u' ')))
            last = middle;
        else
            end = middle + 1;
    }
    const qsizetype from = std::max<qsizetype>(0, end - WordsBefore);
    const qsizetype to = std::min(words.size(), end + WordsBehind);
    QString around = words.mid(from, to - from).join(u' ');
    if (from > 0)
        around.prepend(u"… ");
    if (to < words.size())
        around.append(u" …");
    return around;
}

/// What is read at a glance where the doubt is listed; nothing of a file that only opens for a reason.
Result<QString> excerptOf(
    Database& database, const RecordKind& kind, QUuid record, const FoundField& found, const Spellings& person)
{
    auto child = restrictedAccess::childOf(database, kind, record);
    if (!child)
        return fail(child);
    if (child->isNull() && (&kind == &kinds::Case || &kind == &kinds::Assessment))
        return QString(); // whose file it is has not come yet
    if (!child->isNull()) {
        const auto open = restrictedAccess::check(database, *child, Opening::WithoutReason);
        if (!open && open.error().code != ErrorCode::Restricted)
            return fail(open);
        if (!open)
            return QString();
    }
    QStringList texts = found.texts.values();
    texts.sort();
    return lineAround(texts.constFirst(), person);
}

Result<ErasureDoubt> doubtOf(Database& database, const QByteArray& office, QUuid record, const QByteArray& field,
    const FoundField& found, const Spellings& person)
{
    ErasureDoubt doubt;
    doubt.record = record;
    doubt.kind = kinds::find(found.kind);
    doubt.targets = found.targets;
    auto refused = erasureDoubts::refusals(database, office, record, found.targets);
    if (!refused)
        return fail(refused);
    doubt.refusals = std::move(*refused);
    auto code = accessChain::codeOf(database, record);
    if (!code)
        return fail(code);
    doubt.code = std::move(*code);
    if (!doubt.kind) {
        doubt.state = DoubtState::Aside;
        return doubt;
    }
    doubt.field = doubt.kind->field(field);
    for (const Field* other : doubt.kind->fields)
        if (found.along.contains(other->key()))
            doubt.along.push_back(other);
    auto stored = RecordTables(database).load(*doubt.kind, record);
    if (!stored)
        return fail(stored);
    doubt.state = stateOf(*stored, field, found);
    auto page = pageOf(database, *doubt.kind, record);
    if (!page)
        return fail(page);
    const bool gone = !*stored || (*stored)->folded.deleted;
    doubt.page = gone && doubt.kind == &kinds::Session ? QUuid() : *page; // its page opens no deleted one
    auto excerpt = excerptOf(database, *doubt.kind, record, found, person);
    if (!excerpt)
        return fail(excerpt);
    doubt.excerpt = std::move(*excerpt);
    return doubt;
}

/// Drafts of everybody that speak of the person, but those that lean on a named record: they go with it.
Result<std::vector<DraftDoubt>> draftsThatName(Database& database, const Spellings& person, const RecordIds& named)
{
    QList<QByteArray> users;
    {
        auto found = database.query(QStringLiteral("SELECT DISTINCT user FROM draft"));
        if (!found)
            return fail(found);
        while (found->next())
            users.append(found->blob(0));
        if (auto done = found->finished(); !done)
            return fail(done);
    }
    const auto leans = [&named](const Draft& draft) {
        if (named.contains(idBytes(draft.key.record)))
            return true;
        return std::any_of(draft.fields.begin(), draft.fields.end(),
            [&](const QString& text) { return named.contains(idBytes(QUuid::fromString(text))); });
    };
    std::vector<DraftDoubt> doubts;
    for (const QByteArray& user : std::as_const(users)) {
        auto all = drafts::all(database, QUuid::fromRfc4122(user));
        if (!all)
            return fail(all);
        for (const Draft& draft : *all) {
            const bool speaks = std::any_of(
                draft.fields.begin(), draft.fields.end(), [&](const QString& text) { return person.standIn(text); });
            if (!speaks || leans(draft))
                continue;
            auto who = accessChain::codeOf(database, QUuid::fromRfc4122(user));
            auto code = accessChain::codeOf(database, draft.key.record);
            if (!who || !code)
                return fail(who ? code : who);
            doubts.push_back({ draft.key, draft.place, QUuid::fromRfc4122(user), draft.saved, *who, *code });
        }
    }
    std::stable_sort(
        doubts.begin(), doubts.end(), [](const DraftDoubt& a, const DraftDoubt& b) { return a.saved > b.saved; });
    return doubts;
}

/// The order in which a person looks: kind by kind, file by file.
void sortTexts(std::vector<ErasureDoubt>& texts)
{
    const auto known = kinds::all();
    const auto placeOf = [&](const ErasureDoubt& one) {
        return std::tuple(std::find(known.begin(), known.end(), one.kind) - known.begin(), one.code, one.record);
    };
    std::stable_sort(texts.begin(), texts.end(), [&](const auto& a, const auto& b) { return placeOf(a) < placeOf(b); });
}

/// Whether one of these parts holds a child's own name.
Result<bool> nameAChild(Database& database, QUuid record, const std::vector<ErasureTarget>& targets)
{
    auto found = database.query(
        QStringLiteral("SELECT e.hash, p.identity, p.bytes FROM journal_entry e JOIN identity_part p ON p.entry = e.id "
                       "WHERE e.record = ?"),
        { idBytes(record) });
    if (!found)
        return fail(found);
    while (found->next()) {
        const ErasureTarget part { IdentityClass(found->integer(1)), found->blob(0) };
        if (std::find(targets.begin(), targets.end(), part) == targets.end())
            continue;
        auto values = entryCodec::decodeValues(found->blob(2));
        if (!values)
            return fail(values);
        if (values->find(ChildFields::Name.key()) != values->end())
            return true;
    }
    if (auto done = found->finished(); !done)
        return fail(done);
    return false;
}

/// The bodies of the entries that these parts belong to; fewer than wanted when one is not here.
Result<std::vector<EntryBody>> bodiesOf(Database& database, QUuid record, const std::vector<ErasureTarget>& targets)
{
    std::vector<EntryBody> bodies;
    auto found =
        database.query(QStringLiteral("SELECT hash, body FROM journal_entry WHERE record = ?"), { idBytes(record) });
    if (!found)
        return fail(found);
    while (found->next())
        for (const ErasureTarget& target : targets)
            if (target.entry == found->blob(0)) {
                auto body = entryCodec::decodeBody(found->blob(1));
                if (!body)
                    return fail(body);
                if (body->commitments.contains(target.identity))
                    bodies.push_back(std::move(*body));
            }
    if (auto done = found->finished(); !done)
        return fail(done);
    return bodies;
}
} // namespace

Result<ErasureDoubts> erasureDoubts::find(Database& database, const QByteArray& office, QUuid child,
    const std::vector<std::pair<const RecordKind*, QUuid>>& named)
{
    const auto view = Transaction::begin(database, Transaction::Kind::Read);
    if (!view)
        return fail(view);
    ErasureDoubts doubts;
    auto person = Spellings::read(database, child);
    if (!person)
        return fail(person);
    doubts.searched = !person->isEmpty();
    if (!doubts.searched)
        return doubts;
    RecordIds known;
    for (const auto& [kind, record] : named)
        known.insert(idBytes(record));
    auto fields = fieldsThatName(database, *person, known);
    if (!fields)
        return fail(fields);
    for (const auto& [at, found] : *fields) {
        auto doubt = doubtOf(database, office, at.first, at.second, found, *person);
        if (!doubt)
            return fail(doubt);
        doubts.texts.push_back(std::move(*doubt));
    }
    sortTexts(doubts.texts);
    auto drafts = draftsThatName(database, *person, known);
    if (!drafts)
        return fail(drafts);
    doubts.drafts = std::move(*drafts);
    return doubts;
}

Result<QStringList> erasureDoubts::refusals(
    Database& database, const QByteArray& office, QUuid record, const std::vector<ErasureTarget>& targets)
{
    auto bodies = bodiesOf(database, record, targets);
    if (!bodies)
        return fail(bodies);
    if (bodies->empty() || bodies->size() != targets.size())
        return QStringList { DoubtTexts::tr("This text is not here any more. Leave this page and open it again.") };
    for (const EntryBody& body : *bodies) {
        if (erasure::mayErase(office, body))
            continue;
        const RecordKind* kind = kinds::find(body.kind);
        return QStringList { kind && kind->eraser == Eraser::Nobody
                ? DoubtTexts::tr("What is written in this place is kept by rule and cannot be erased. Open it, write "
                                 "it without the name and save; the former text stays in its history.")
                : DoubtTexts::tr("It belongs to another office, which decides about it.") };
    }
    const RecordKind& kind = *kinds::find(bodies->front().kind);
    if (&kind == &kinds::Child) {
        auto names = nameAChild(database, record, targets);
        if (!names)
            return fail(names);
        if (*names)
            return QStringList { DoubtTexts::tr(
                "The same part holds the name of that child. If it is the same child, erase on that child's own page; "
                "otherwise correct the text there.") };
    }
    return erasureWork::reasonsToKeep(database, kind, record);
}

} // namespace maiam
