// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/drafts_card.h"

#include "models/base/when_done.h"
#include "models/journal/record_tables.h"
#include "models/records/kinds.h"
#include "models/register/roles.h"
#include "models/text/format.h"
#include "ui/drafts/form_names.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr size_t Shown = 5;

QString codeOf(Database& database, const DraftKey& key)
{
    const bool ofChild =
        key.form == u"child"_s || key.form == u"erasure"_s || key.form == u"hold"_s || key.form == u"restriction"_s;
    const bool ofCase = key.form == u"child-and-contact"_s || key.form == u"assessment"_s || key.form == u"plan-start"_s
        || key.form.startsWith(u"step/"_s);
    if (!ofChild && !ofCase)
        return {};
    const auto record = RecordTables(database).read(ofChild ? kinds::Child : kinds::Case, key.record);
    return record ? record->text(ofChild ? ChildFields::FileCode : CaseFields::FileCode) : QString();
}
} // namespace

DraftsCard::DraftsCard(WorkContext& context, QWidget* parent)
    : Card(tr("Not saved yet"), parent)
    , m_context(context)
{
    setObjectName(u"draftsCard"_s);
    hide();
    refresh();
}

void DraftsCard::refresh()
{
    // In the writer's thread: what the page that is being left has just handed over to be kept stands before it.
    auto lines = std::make_shared<std::vector<Line>>();
    const auto read = [user = m_context.reg.user(), roles = m_context.reg.roles(), lines](
                          Database& database) -> Result<void> {
        if (auto done = drafts::inherit(database, user, roles); !done)
            return done;
        auto all = drafts::all(database, user);
        if (!all)
            return fail(all);
        for (const Draft& draft : *all) {
            const auto same = std::find_if(
                lines->begin(), lines->end(), [&draft](const Line& line) { return line.key == draft.key; });
            if (same != lines->end())
                ++same->count; // the form offers them one after the other
            else if (drafts::mayGoOn(draft.key.form, roles))
                lines->push_back({ draft.key, draft.saved, codeOf(database, draft.key) });
        }
        return {};
    };
    whenDone(this, m_context.reg.writeLocal(read), [this, lines, question = ++m_question](const Result<void>& done) {
        if (question != m_question || !done)
            return;
        m_lines = std::move(*lines);
        display();
    });
}

QString DraftsCard::formName(const Line& line) const
{
    const QString name = FormNames::of(m_context, line.key.form);
    return line.code.isEmpty() ? name : line.code + u": "_s + name;
}

void DraftsCard::display()
{
    const size_t shown = m_all ? m_lines.size() : std::min(m_lines.size(), Shown);
    delete m_list;
    m_list = new QWidget(this);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::XS));
    for (size_t i = 0; i < shown; ++i) {
        const Line& line = m_lines.at(i);
        const QDateTime at = civil::dateTime(line.saved);
        const bool today = at.date() == civil::date(m_context.now());
        const QString text = formName(line) + u" · "_s + at.toString(today ? u"HH:mm"_s : u"HH:mm dd/MM"_s);
        QPushButton* open = makeLinkButton(text, m_list);
        connect(
            open, &QPushButton::clicked, this, [this, key = line.key] { Q_EMIT draftWanted(key.form, key.record); });
        column->addWidget(open, 0, Qt::AlignLeft);
        if (line.count > 1) // below, for a link does not wrap
            column->addWidget(makeLabel(tr("(%n drafts)", nullptr, line.count), TextStyle::Secondary, m_list));
    }
    if (shown < m_lines.size()) {
        QPushButton* more = makeLinkButton(tr("and %n more…", nullptr, int(m_lines.size() - shown)), m_list);
        more->setObjectName(u"moreDrafts"_s);
        // Queued: the link goes with the list.
        connect(more, &QPushButton::clicked, this, &DraftsCard::showAll, Qt::QueuedConnection);
        column->addWidget(more, 0, Qt::AlignLeft);
    }
    body()->addWidget(m_list);
    m_list->show();
    setVisible(!m_lines.empty());
}

void DraftsCard::showAll()
{
    m_all = true;
    display();
    const auto links = m_list->findChildren<QPushButton*>();
    if (links.size() > qsizetype(Shown))
        links.at(qsizetype(Shown))->setFocus(); // the keyboard goes on where the link stood
}

} // namespace maiam
