// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/history_card.h"

#include "models/cases/case_work.h"
#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/case_texts.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/folded_section.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr size_t ShownFirst = 12;
/// A save of more fields than this is told by their number.
constexpr size_t FieldsTold = 6;

bool isGuarded(const Field& field)
{
    return field.identity == IdentityClass::Narrative || field.identity == IdentityClass::Reporter
        || field.identity == IdentityClass::Suspect;
}

/// What only the program reads.
bool isTechnical(const Field& field)
{
    return field.type == FieldType::Reference || field.type == FieldType::Bytes;
}
} // namespace

HistoryCard::HistoryCard(const WorkContext& context, QWidget* parent)
    : Card(tr("History"), parent)
    , m_context(context)
{
}

void HistoryCard::setHistory(const std::vector<HistoryItem>& items)
{
    m_items = items;
    build();
}

QString HistoryCard::createdLine(const HistoryItem& item) const
{
    const auto value = [&](const Field& field) {
        const auto found = std::find_if(item.changes.begin(), item.changes.end(),
            [&](const FieldChange& change) { return change.field == item.kind->field(field.name); });
        return found == item.changes.end() ? QString() : valueText(*found->field, found->now, m_context);
    };
    if (item.kind == &kinds::Case) {
        const QString source = value(CaseFields::Source);
        return source.isEmpty() ? tr("Report taken in") : tr("Report taken in, source: %1").arg(source);
    }
    if (item.kind == &kinds::Child)
        return tr("Child entered");
    const QString conclusion = value(AssessmentFields::Conclusion);
    return conclusion.isEmpty() ? tr("Form 02 recorded") : tr("Form 02 recorded, conclusion: %1").arg(conclusion);
}

QString HistoryCard::changeLine(const FieldChange& change) const
{
    const QString label = fieldLabel(*change.field);
    if (isGuarded(*change.field))
        return isNull(change.before) ? tr("%1: written").arg(label)
            : isNull(change.now)     ? tr("%1: taken out").arg(label)
                                     : tr("%1: changed").arg(label);
    const QString before = valueText(*change.field, change.before, m_context);
    const QString now = isNull(change.now) ? tr("nothing") : valueText(*change.field, change.now, m_context);
    return label + u": "_s + (before.isEmpty() ? now : before + u" → "_s + now);
}

QStringList HistoryCard::linesOf(const HistoryItem& item) const
{
    if (item.kind == &kinds::Erasure)
        return { tr("Data erased by %1").arg(CaseTexts::decision(item)) };
    QStringList lines;
    // Reasons are codes of the program; one that is not known here says nothing to an officer.
    if (item.reason == u"import"_s)
        lines.append(tr("From the old workbook"));
    else if (item.reason == CaseWork::ApprovedAsItStands)
        lines.append(tr("The chairman lets the plan stand as it is"));
    else if (item.reason == u"demo"_s)
        lines.append(tr("Fictional data"));
    if (item.created)
        lines.append(createdLine(item));
    if (item.deleted)
        lines.append(tr("Deleted"));
    size_t told = 0;
    for (const FieldChange& change : item.changes)
        if (!item.created && !isTechnical(*change.field) && ++told <= FieldsTold)
            lines.append(changeLine(change));
    if (told > FieldsTold)
        lines.append(tr("and %n more field(s)", nullptr, int(told - FieldsTold)));
    return lines;
}

void HistoryCard::build()
{
    delete m_list;
    m_list = new QWidget(this);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_text.clear();
    const size_t shown = m_all ? m_items.size() : std::min(m_items.size(), ShownFirst);
    QString lastHead;
    QStringList told;
    const auto tell = [&] {
        if (told.isEmpty())
            return;
        QLabel* when = makeWrappedLabel(lastHead, TextStyle::Secondary, m_list);
        when->setContentsMargins(0, m_text.isEmpty() ? 0 : Theme::scaled(space::S), 0, 0);
        column->addWidget(when);
        column->addWidget(makeWrappedLabel(told.join(u'\n'), TextStyle::Body, m_list));
        m_text += lastHead + u'\n' + told.join(u'\n') + u'\n';
        told.clear();
    };
    // Records that one save wrote stand under one heading: the case and its Form 02, the child and the report.
    for (size_t i = 0; i < shown; ++i) {
        const HistoryItem& item = m_items[i];
        const QString head = (civil::dateTime(item.at).toString(u"dd/MM/yyyy HH:mm"_s) + u' ' + item.who).trimmed();
        if (head != lastHead)
            tell();
        lastHead = head;
        for (const QString& line : linesOf(item))
            if (!told.contains(line))
                told.append(line);
    }
    tell();
    if (shown < m_items.size()) {
        QPushButton* more = makeLinkButton(tr("Show all %n change(s)", nullptr, int(m_items.size())), m_list);
        column->addWidget(more, 0, Qt::AlignLeft);
        connect(more, &QPushButton::clicked, this, [this] {
            m_all = true;
            QMetaObject::invokeMethod(this, &HistoryCard::build, Qt::QueuedConnection);
        });
    }
    body()->addWidget(m_list);
    m_list->show();
    if (m_access)
        body()->addWidget(m_access, 0, Qt::AlignLeft); // stays last
}

void HistoryCard::addAccessLink(const QString& text)
{
    m_access = makeLinkButton(text, this);
    body()->addWidget(m_access, 0, Qt::AlignLeft);
    connect(m_access, &QPushButton::clicked, this, &HistoryCard::accessWanted);
}

ConflictCard::ConflictCard(const WorkContext& context, QWidget* parent)
    : Card(tr("Two machines wrote different things"), parent)
    , m_context(context)
{
    hide();
}

void ConflictCard::setConflicts(const std::vector<FieldConflict>& conflicts)
{
    delete m_list;
    m_list = new QWidget(this);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeWrappedLabel(
        tr("Nothing is lost. Choose what holds; the other stays in the history."), TextStyle::Secondary, m_list));
    for (const FieldConflict& conflict : conflicts) {
        const QString label = fieldLabel(*conflict.field);
        auto* sides = new QWidget(m_list);
        if (isGuarded(*conflict.field)) { // whoever stands behind the officer reads along
            auto* folded = new FoldedSection(label, m_list);
            folded->body()->addWidget(sides);
            column->addWidget(folded);
        } else {
            column->addWidget(makeWrappedLabel(label, TextStyle::Body, m_list));
            column->addWidget(sides);
        }
        auto* flow = new FlowLayout(sides, Theme::scaled(space::S));
        for (const FieldConflict::Side& side : conflict.sides) {
            const QString value =
                isNull(side.value) ? tr("nothing") : valueText(*conflict.field, side.value, m_context);
            QPushButton* keep = makeButton(tr("“%1”, written %2").arg(value.left(60), formatDateTime(side.at)), sides);
            keep->setAccessibleName(tr("%1: keep “%2”").arg(label, value));
            keep->setEnabled(roleRule::mayWrite(m_context.reg.roles()));
            flow->addWidget(keep);
            connect(keep, &QPushButton::clicked, this, [this, conflict, value = side.value] {
                Batch choice;
                choice.changes.push_back({ conflict.kind, conflict.record, conflict.heads,
                    { { QByteArray(conflict.field->name), value } }, false });
                Q_EMIT chosen(choice);
            });
        }
    }
    body()->addWidget(m_list);
    m_list->show();
    setUrgency(Urgency::None);
    setVisible(!conflicts.empty());
}

} // namespace maiam
