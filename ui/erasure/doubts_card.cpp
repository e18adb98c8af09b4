// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/erasure/doubts_card.h"

#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/drafts/form_draft.h"
#include "ui/drafts/form_names.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tab_order.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr std::size_t DoubtsAtOnce = 20;

QString keyOf(const ErasureDoubt& doubt)
{
    return doubt.record.toString(QUuid::WithoutBraces) + u'/'
        + (doubt.field ? QString::fromLatin1(doubt.field->name) : QString());
}

QString keyOf(const DraftDoubt& draft)
{
    return u"draft/%1/%2/%3/%4"_s.arg(draft.key.form, draft.key.record.toString(), draft.user.toString())
        .arg(draft.place);
}

QString doubtPlace(DoubtState state)
{
    switch (state) {
    case DoubtState::Shown:
        return DoubtsCard::tr("as it stands now");
    case DoubtState::Differing:
        return DoubtsCard::tr("in differing information");
    case DoubtState::Former:
        return DoubtsCard::tr("a former text, in the history");
    case DoubtState::Aside:
        return DoubtsCard::tr("in an entry that waits or is put aside");
    }
    return {};
}

/// "Session 24/11/2026: Note · a former text, in the history".
QString doubtText(const ErasureDoubt& doubt)
{
    const QString kind = doubt.kind ? QCoreApplication::translate("Records", doubt.kind->label)
                                    : DoubtsCard::tr("A record of a newer program");
    const QString code = doubt.code.isEmpty() ? doubt.record.toString(QUuid::WithoutBraces).left(8) : doubt.code;
    const QString field = doubt.field ? u": "_s + fieldLabel(*doubt.field) : QString();
    return kind + u' ' + code + field + u" · "_s + doubtPlace(doubt.state);
}

/// The form in which a text is written that has no page of its own (DraftKey::form); empty where there is none.
QString formOfDoubt(const ErasureDoubt& doubt)
{
    if (doubt.kind == &kinds::Session && !doubt.page.isNull())
        return u"session"_s;
    if (doubt.kind == &kinds::Incident && !doubt.page.isNull())
        return u"incident"_s;
    if (doubt.kind == &kinds::Remark && !doubt.code.isEmpty())
        return u"remark/"_s + doubt.code;
    if (doubt.kind == &kinds::Task && !doubt.code.isEmpty())
        return u"task/"_s + doubt.code;
    return doubt.kind == &kinds::User ? u"person"_s : QString();
}

QVBoxLayout* linesOf(QWidget* widget)
{
    auto* lines = new QVBoxLayout(widget);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Theme::scaled(space::XS));
    return lines;
}
} // namespace

DoubtsCard::DoubtsCard(WorkContext& context, QWidget* parent)
    : Card(tr("What else may speak of this child"), parent)
    , m_context(context)
{
    setObjectName(u"doubts"_s);
    hide();
}

void DoubtsCard::setDoubts(const ErasureDoubts& doubts, bool choosing)
{
    m_doubts = doubts;
    m_choosing = choosing;
    display();
    show();
}

void DoubtsCard::keepIn(FormDraft& draft)
{
    connect(this, &DoubtsCard::marked, &draft, &FormDraft::touch);
    const auto read = [this] {
        QStringList keys(m_chosen.begin(), m_chosen.end());
        keys.sort();
        return keys.join(u'\n');
    };
    draft.watch(u"doubts"_s, read, [this](const QString& keys) {
        const QStringList all = keys.split(u'\n', Qt::SkipEmptyParts);
        m_chosen = QSet<QString>(all.begin(), all.end());
        if (m_list)
            display(); // else the doubts are still looked for
    });
}

/// Whether it went with the marked ones: the same parts of the same record.
bool DoubtsCard::isGone(const ErasureDoubt& doubt) const
{
    std::vector<ErasureTarget> erased;
    for (const ErasureDoubt& one : chosenTexts())
        erased.insert(erased.end(), one.targets.begin(), one.targets.end());
    return std::all_of(doubt.targets.begin(), doubt.targets.end(), [&erased](const ErasureTarget& target) {
        return std::find(erased.begin(), erased.end(), target) != erased.end();
    });
}

bool DoubtsCard::isGone(const DraftDoubt& draft) const
{
    const auto chosen = chosenTexts();
    return m_chosen.contains(keyOf(draft)) || std::any_of(chosen.begin(), chosen.end(), [&draft](const auto& text) {
        return text.record == draft.key.record; // drafts of a marked record go too
    });
}

int DoubtsCard::showRest()
{
    ErasureDoubts rest { m_doubts.searched, {}, {} };
    std::copy_if(m_doubts.texts.begin(), m_doubts.texts.end(), std::back_inserter(rest.texts),
        [this](const ErasureDoubt& one) { return !isGone(one); });
    std::copy_if(m_doubts.drafts.begin(), m_doubts.drafts.end(), std::back_inserter(rest.drafts),
        [this](const DraftDoubt& one) { return !isGone(one); });
    m_rest = true;
    setTitle(tr("Places that may still hold the name and were not erased"));
    setDoubts(rest, false);
    const std::size_t count = rest.texts.size() + rest.drafts.size();
    setVisible(count > 0);
    return int(count);
}

std::vector<ErasureDoubt> DoubtsCard::chosenTexts() const
{
    std::vector<ErasureDoubt> chosen;
    std::copy_if(m_doubts.texts.begin(), m_doubts.texts.end(), std::back_inserter(chosen),
        [this](const ErasureDoubt& one) { return one.refusals.isEmpty() && m_chosen.contains(keyOf(one)); });
    return chosen;
}

std::vector<DraftDoubt> DoubtsCard::chosenDrafts() const
{
    std::vector<DraftDoubt> chosen;
    std::copy_if(m_doubts.drafts.begin(), m_doubts.drafts.end(), std::back_inserter(chosen),
        [this](const DraftDoubt& one) { return m_chosen.contains(keyOf(one)); });
    return chosen;
}

void DoubtsCard::showAll()
{
    m_all = true;
    display();
    const auto lines = m_list->findChildren<QWidget*>(u"doubtLine"_s, Qt::FindDirectChildrenOnly);
    for (qsizetype i = qsizetype(DoubtsAtOnce); i < lines.size(); ++i)
        if (auto* first = lines.at(i)->findChild<QAbstractButton*>())
            return first->setFocus(); // the keyboard goes on where the link stood
}

void DoubtsCard::display()
{
    auto* list = new QWidget(this);
    QVBoxLayout* lines = linesOf(list);
    lines->setSpacing(Theme::scaled(space::M));
    lines->addWidget(introduction(list));
    const std::size_t texts = m_doubts.texts.size();
    const std::size_t all = texts + m_doubts.drafts.size();
    const std::size_t shown = m_all ? all : std::min(all, DoubtsAtOnce);
    for (std::size_t i = 0; i < shown; ++i) {
        QWidget* line = i < texts ? textLine(m_doubts.texts[i], list) : draftLine(m_doubts.drafts[i - texts], list);
        line->setObjectName(u"doubtLine"_s);
        lines->addWidget(line);
    }
    if (shown < all) {
        QPushButton* more = makeLinkButton(tr("and %n more…", nullptr, int(all - shown)), list);
        more->setObjectName(u"moreDoubts"_s);
        // Queued: the link goes with the list.
        connect(more, &QPushButton::clicked, this, &DoubtsCard::showAll, Qt::QueuedConnection);
        lines->addWidget(more, 0, Qt::AlignLeft);
    }
    replaceList(list);
}

/// The keyboard stands in the new list where it stood in the one that goes.
void DoubtsCard::replaceList(QWidget* list)
{
    const QWidget* focused = window()->focusWidget();
    const bool within = m_list && m_list->isAncestorOf(focused);
    const QString name = within ? focused->accessibleName() : QString(); // only the link to the rest has none
    delete m_list;
    m_list = list;
    body()->addWidget(m_list);
    m_list->show();
    Q_EMIT listed();
    if (!within)
        return;
    const auto buttons = m_list->findChildren<QAbstractButton*>();
    const auto same = std::find_if(
        buttons.begin(), buttons.end(), [&name](const auto* button) { return button->accessibleName() == name; });
    if (QWidget* next = same == buttons.end() ? tabOrder::first(m_list) : *same)
        next->setFocus(Qt::OtherFocusReason);
}

QWidget* DoubtsCard::introduction(QWidget* parent) const
{
    auto* words = new QWidget(parent);
    QVBoxLayout* lines = linesOf(words);
    const auto say = [&](const QString& text, TextStyle style) {
        lines->addWidget(makeWrappedLabel(text, style, words));
    };
    if (!m_doubts.searched) {
        say(tr("No full name and no number of this child is held, so nothing else could be looked for."),
            TextStyle::Body);
        return words;
    }
    if (m_doubts.texts.empty() && m_doubts.drafts.empty()) {
        say(tr("No other text and no draft in this register holds a name or number that the child's record has or has "
               "had; former texts were looked through too."),
            TextStyle::Body);
        return words;
    }
    if (m_rest) {
        say(tr("They may speak of the same person. Open each and write it without the name. Do it now: once the name "
               "is erased, this list cannot be made again."),
            TextStyle::Body);
        return words;
    }
    say(tr("These are not erased. A name or number that the child's record has, or has had, stands in them, so they "
           "may speak of the same person. Look at each yourself:"),
        TextStyle::Body);
    if (m_choosing)
        say(tr("What you mark is erased by the same decision, with every former text of that place. The record stays: "
               "an earlier text without the name may show again, or nothing. Drafts of a marked record go too."),
            TextStyle::Secondary);
    return words;
}

QPushButton* DoubtsCard::link(
    const QString& text, const QString& about, const std::function<void()>& open, QWidget* parent)
{
    QPushButton* button = makeLinkButton(text, parent);
    button->setAccessibleName(about + u": "_s + text);
    connect(button, &QPushButton::clicked, this, open);
    return button;
}

/// What leads to where a text is written; empty when nothing does, or when this person may not.
std::function<void()> DoubtsCard::opener(const ErasureDoubt& doubt)
{
    if (const QString form = formOfDoubt(doubt); !form.isEmpty()) {
        const bool ofUser = doubt.kind == &kinds::User;
        if (ofUser && !drafts::mayGoOn(form, m_context.reg.roles()))
            return {};
        return [this, form, record = doubt.record] { Q_EMIT formWanted(form, record); };
    }
    if (doubt.page.isNull() || doubt.kind == &kinds::Session)
        return {};
    return [this, ofChild = doubt.kind == &kinds::Child, page = doubt.page] {
        if (ofChild)
            Q_EMIT childWanted(page);
        else
            Q_EMIT caseWanted(page);
    };
}

QWidget* DoubtsCard::textLine(const ErasureDoubt& doubt, QWidget* parent)
{
    auto* line = new QWidget(parent);
    QVBoxLayout* rows = linesOf(line);
    const QString text = doubtText(doubt);
    rows->addWidget(makeWrappedLabel(text, TextStyle::Body, line));
    if (!doubt.excerpt.isEmpty())
        rows->addWidget(makeWrappedLabel(tr("“%1”").arg(doubt.excerpt), TextStyle::Secondary, line));
    if (const auto open = opener(doubt))
        rows->addWidget(link(tr("Open its page"), text, open, line), 0, Qt::AlignLeft);
    if (!doubt.refusals.isEmpty()) {
        rows->addWidget(makeWrappedLabel(doubt.refusals.join(u' '), TextStyle::Secondary, line));
        return line;
    }
    if (!m_choosing)
        return line;
    rows->addWidget(mark(keyOf(doubt), tr("Erase this text too"), text, line));
    QStringList along;
    for (const Field* field : doubt.along)
        along.append(fieldLabel(*field));
    if (!along.isEmpty())
        rows->addWidget(
            makeWrappedLabel(tr("With it goes what was written together with it: %1.").arg(along.join(", "_L1)),
                TextStyle::Secondary, line));
    return line;
}

QWidget* DoubtsCard::draftLine(const DraftDoubt& draft, QWidget* parent)
{
    auto* line = new QWidget(parent);
    QVBoxLayout* rows = linesOf(line);
    const QString text = draftText(draft);
    rows->addWidget(makeWrappedLabel(text, TextStyle::Body, line));
    // Nobody else can open it.
    if (draft.user == m_context.reg.user() && drafts::mayGoOn(draft.key.form, m_context.reg.roles())) {
        const auto open = [this, key = draft.key] { Q_EMIT draftWanted(key.form, key.record); };
        rows->addWidget(link(tr("Open this draft"), text, open, line), 0, Qt::AlignLeft);
    }
    if (m_choosing)
        rows->addWidget(mark(keyOf(draft), tr("Erase this draft too"), text, line));
    return line;
}

QWidget* DoubtsCard::mark(const QString& key, const QString& text, const QString& about, QWidget* parent)
{
    auto* box = new QCheckBox(text, parent);
    box->setObjectName(u"goesAlong"_s);
    box->setAccessibleName(about + u": "_s + text);
    box->setChecked(m_chosen.contains(key));
    connect(box, &QCheckBox::toggled, this, [this, key](bool chosen) {
        if (chosen)
            m_chosen.insert(key);
        else
            m_chosen.remove(key);
        Q_EMIT marked();
    });
    return box;
}

/// "Draft: A report being taken · Hoàng Thị Lan · 08:05 24/11/2026".
QString DoubtsCard::draftText(const DraftDoubt& draft) const
{
    QStringList parts { tr("Draft: %1").arg(FormNames::of(m_context, draft.key.form)) };
    if (!draft.code.isEmpty())
        parts.append(draft.code);
    parts.append(draft.who.isEmpty() ? tr("a user not known here") : draft.who);
    parts.append(formatDateTime(draft.saved));
    return parts.join(u" · "_s);
}

} // namespace maiam
