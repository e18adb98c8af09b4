// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/history_card.h"

#include "models/records/kinds.h"
#include "models/text/format.h"
#include "ui/cases/field_editor.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>

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

QStringList HistoryCard::linesOf(const HistoryItem& item) const
{
    QStringList lines;
    if (item.created)
        lines.append(item.kind == &kinds::Case ? tr("Report taken in")
                : item.kind == &kinds::Child   ? tr("Child entered")
                                               : tr("Form 02 recorded"));
    if (item.deleted)
        lines.append(tr("Deleted"));
    size_t told = 0;
    for (const FieldChange& change : item.changes) {
        if (item.created || isTechnical(*change.field))
            continue;
        if (++told > FieldsTold)
            continue;
        const QString label = fieldLabel(*change.field);
        const QString before = valueText(*change.field, change.before, m_context);
        const QString now = valueText(*change.field, change.now, m_context);
        if (isGuarded(*change.field))
            lines.append(isNull(change.before) ? tr("%1: written").arg(label)
                    : isNull(change.now)       ? tr("%1: taken out").arg(label)
                                               : tr("%1: changed").arg(label));
        else
            lines.append(
                label + u": "_s + (before.isEmpty() ? now : before + u" → "_s + (now.isEmpty() ? tr("nothing") : now)));
    }
    if (told > FieldsTold)
        lines.append(tr("and %n more field(s)", nullptr, int(told - FieldsTold)));
    if (!item.reason.isEmpty())
        lines.append(tr("Reason given"));
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
    for (size_t i = 0; i < shown; ++i) {
        const HistoryItem& item = m_items[i];
        const QStringList lines = linesOf(item);
        if (lines.isEmpty())
            continue;
        const QString head = civil::dateTime(item.at).toString(u"dd/MM/yyyy HH:mm"_s) + u' ' + item.who;
        QLabel* when = makeWrappedLabel(head.trimmed(), TextStyle::Secondary, m_list);
        when->setContentsMargins(0, i == 0 ? 0 : Theme::scaled(space::S), 0, 0);
        column->addWidget(when);
        column->addWidget(makeWrappedLabel(lines.join(u'\n'), TextStyle::Body, m_list));
        m_text += head + u'\n' + lines.join(u'\n') + u'\n';
    }
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
        column->addWidget(makeWrappedLabel(label, TextStyle::Body, m_list));
        auto* sides = new QWidget(m_list);
        auto* flow = new FlowLayout(sides, Theme::scaled(space::S));
        for (const FieldConflict::Side& side : conflict.sides) {
            const QString value =
                isNull(side.value) ? tr("nothing") : valueText(*conflict.field, side.value, m_context);
            QPushButton* keep = makeButton(tr("“%1”, written %2").arg(value.left(60), formatDateTime(side.at)), sides);
            keep->setAccessibleName(tr("%1: keep “%2”").arg(label, value));
            flow->addWidget(keep);
            connect(keep, &QPushButton::clicked, this, [this, conflict, value = side.value] {
                Batch choice;
                choice.changes.push_back({ conflict.kind, conflict.record, conflict.heads,
                    { { QByteArray(conflict.field->name), value } }, false });
                Q_EMIT chosen(choice);
            });
        }
        column->addWidget(sides);
    }
    body()->addWidget(m_list);
    m_list->show();
    setUrgency(Urgency::None);
    setVisible(!conflicts.empty());
}

} // namespace maiam
