// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/field_editor.h"

#include "models/children/birth.h"
#include "models/records/kinds.h"
#include "models/text/fold.h"
#include "models/text/format.h"
#include "models/text/legacy_encoding.h"
#include "models/text/normalise.h"
#include "models/text/partial_date.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/kept_caret.h"
#include "ui/widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextCursor>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
QWidget* inputFor(const Field& field)
{
    if (field.type == FieldType::LongText)
        return new QPlainTextEdit;
    if (field.type == FieldType::Code && field.catalogue)
        return new QComboBox;
    return new QLineEdit;
}

/// "khoảng 9 tuổi", "9 tuoi", "9": an age in whole years, of whoever is or was a child a while ago.
std::optional<int> ageIn(const QString& text)
{
    static const QRegularExpression age(
        u"^(?:(?:khoang|chung|tam|do|about) )?(\\d{1,2})(?: (?:tuoi|t|years|years old))?$"_s);
    const QRegularExpressionMatch match = age.match(folded(text));
    return match.hasMatch() && match.captured(1).toInt() <= 30 ? std::optional(match.captured(1).toInt())
                                                               : std::nullopt;
}

constexpr int MostInLine = 300; ///< letters in a field of one line: no name of a person or place is longer
constexpr int MostLetters = 20'000; ///< some ten pages
constexpr int MostGrown = 6; ///< lines to which a field of one line grows with its text
} // namespace

QString fieldLabel(const Field& field)
{
    return QCoreApplication::translate("Records", field.label);
}

QString valueText(const Field& field, const Value& value, const WorkContext& context)
{
    if (const auto* number = std::get_if<qint64>(&value)) {
        if (field.type == FieldType::Moment)
            return formatDateTime(*number);
        if (field.type == FieldType::Flag)
            return *number ? FieldEditor::tr("yes") : FieldEditor::tr("no");
        return formatNumber(*number);
    }
    if (const auto* bytes = std::get_if<QByteArray>(&value); bytes && field.type == FieldType::Bytes)
        return FieldEditor::tr("version %1").arg(QString::fromLatin1(bytes->right(2).toHex())); // tells two apart
    const auto* text = std::get_if<QString>(&value);
    if (!text)
        return {};
    if (field.type == FieldType::Date)
        return PartialDate::fromIso(*text).toString();
    if (qstrcmp(field.name, CaseFields::Emergency.name) == 0)
        return *text == u"needed" ? FieldEditor::tr("needed") : FieldEditor::tr("not needed");
    if (field.type == FieldType::Code && field.catalogue)
        return context.title(QLatin1String(field.catalogue), *text);
    return *text;
}

FieldEditor::FieldEditor(const Field& field, const WorkContext& context, const QString& label, QWidget* parent)
    : LabelledField(label.isEmpty() ? fieldLabel(field) : label, inputFor(field), parent)
    , m_field(field)
    , m_context(context)
    , m_line(qobject_cast<QLineEdit*>(editor()))
    , m_area(qobject_cast<QPlainTextEdit*>(editor()))
    , m_choice(qobject_cast<QComboBox*>(editor()))
{
    setObjectName(QLatin1StringView(field.name));
    if (m_line)
        makeLine();
    if (m_area)
        makeArea();
    if (m_choice)
        makeChoice(context);
}

FieldEditor::~FieldEditor()
{
    editor()->disconnect(this); // an input that has the focus says that it is left, when this is half gone
}

void FieldEditor::makeLine()
{
    // A line that shrinks keeps the forms usable at 200 %.
    m_line->setMinimumWidth(Theme::scaled(90));
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_typedOn = today();
        setError({});
        explain();
        readOldLetters();
        Q_EMIT edited();
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (const auto value = read(); !value)
            setError(value.error().message);
    });
}

void FieldEditor::makeArea()
{
    m_area->setTabChangesFocus(true);
    setLines(3);
    connect(m_area, &QPlainTextEdit::textChanged, this, [this] {
        setError({});
        readOldLetters();
        Q_EMIT edited();
    });
}

void FieldEditor::makeChoice(const WorkContext& context)
{
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(6);
    m_choice->addItem(QString(), QString());
    m_choice->setItemData(0, tr("nothing chosen"), Qt::AccessibleTextRole); // a blank has no name for a screen reader
    for (const CatalogueEntry& entry : context.catalogues.at(QLatin1String(m_field.catalogue)).entries())
        if (!entry.retired())
            m_choice->addItem(entry.title(context.language), entry.code);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        setError({});
        Q_EMIT edited();
    });
}

void FieldEditor::setLines(int lines)
{
    if (!m_area)
        return;
    showLines(lines);
    if (lines != 1)
        return;
    // A bar beside a single line would look like a part of the text. Without one it grows, or a second line would push
    // the first out of sight as if it were lost. Queued: the size is told in the middle of the layout.
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_area->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &FieldEditor::grow, Qt::QueuedConnection);
    connect(m_area->verticalScrollBar(), &QScrollBar::rangeChanged, this, &FieldEditor::grow, Qt::QueuedConnection);
}

/// As high as the text, as it is broken into lines at this width.
void FieldEditor::grow()
{
    const int lines = m_area->document()->lineCount();
    showLines(std::clamp(lines, 1, MostGrown));
    m_area->setVerticalScrollBarPolicy(lines > MostGrown ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    // The line that was typed scrolled the others away before there was room for it. Queued: the room comes with the
    // next layout.
    if (lines <= MostGrown)
        QMetaObject::invokeMethod(
            m_area, [area = m_area] { area->verticalScrollBar()->setValue(0); }, Qt::QueuedConnection);
}

void FieldEditor::showLines(int lines)
{
    m_area->setFixedHeight(m_area->fontMetrics().lineSpacing() * lines + Theme::scaled(18));
}

void FieldEditor::setPlaceholder(const QString& text)
{
    if (m_line)
        m_line->setPlaceholderText(text);
    if (m_area)
        m_area->setPlaceholderText(text);
}

void FieldEditor::setHintAtRest(const QString& hint)
{
    m_hintAtRest = hint;
    explain();
}

void FieldEditor::readOldLetters()
{
    const QString now = raw();
    const bool pasted = now.size() > m_typed.size() + 2;
    m_typed = now;
    // Ctrl+Z brings back what was pasted, and that is then left alone.
    if (!pasted || now == m_pasted || (m_field.type != FieldType::Text && m_field.type != FieldType::LongText))
        return;
    const LegacyEncoding encoding = detectLegacy(now);
    if (encoding == LegacyEncoding::None)
        return;
    m_pasted = now;
    const QString read = fromLegacy(now, encoding);
    m_typed = read;
    if (m_line) {
        m_line->selectAll();
        m_line->insert(read);
    } else {
        QTextCursor cursor = m_area->textCursor();
        cursor.select(QTextCursor::Document);
        cursor.insertText(read);
    }
    setHint(tr("What was pasted was in the letters of an old font and has been turned into Unicode. Look whether it is "
               "right; Ctrl+Z brings the pasted text back."));
}

QDate FieldEditor::today() const
{
    return civil::date(m_context.now());
}

QDate FieldEditor::day() const
{
    return m_day.isValid() ? m_day : m_typedOn.isValid() ? m_typedOn : today();
}

bool FieldEditor::isReckonedFromADay() const
{
    return m_field.type == FieldType::Moment || m_field.type == FieldType::Date;
}

QString FieldEditor::shown(const Value& value) const
{
    if (m_choice) {
        const auto* code = std::get_if<QString>(&value);
        return code ? *code : QString();
    }
    return valueText(m_field, value, m_context);
}

void FieldEditor::load(const Value& value)
{
    setRaw(shown(value));
    m_loaded = raw();
    setError({});
}

void FieldEditor::keepIn(FormDraft& draft, const QString& name)
{
    const QString key = name.isEmpty() ? QString::fromLatin1(m_field.name) : name;
    draft.watch(key, editor(), [this](const QString& text) { setRaw(text); });
    if (isReckonedFromADay())
        draft.settle(
            key, [this](const QString& text, QDate typedOn, const auto&) { return settled(text, typedOn); },
            [this] { return m_typedOn; });
}

/// A text of a day, so that it means today what it meant then; letter by letter when it does, or was not to be read.
QString FieldEditor::settled(const QString& text, QDate typedOn) const
{
    const QString typed = normalised(text);
    if (typed.isEmpty() || !typedOn.isValid() || m_day.isValid())
        return text;
    const bool isMoment = m_field.type == FieldType::Moment;
    const auto then = isMoment ? readMoment(typed, typedOn) : readDate(typed, typedOn);
    const auto now = isMoment ? readMoment(typed, today()) : readDate(typed, today());
    return !then || isNull(*then) || (now && *now == *then) ? text : shown(*then);
}

QString FieldEditor::raw() const
{
    if (m_choice)
        return m_choice->currentData().toString();
    return m_area ? m_area->toPlainText() : m_line->text();
}

void FieldEditor::setRaw(const QString& raw)
{
    const QSignalBlocker quiet(editor());
    if (m_area)
        keptCaret::put(*m_area, raw);
    if (m_line)
        keptCaret::put(*m_line, raw);
    if (m_choice) {
        // A code that is offered no longer keeps its place, so that nothing changes by looking at it.
        if (m_choice->findData(raw) < 0)
            m_choice->addItem(m_context.title(QLatin1String(m_field.catalogue), raw), raw);
        m_choice->setCurrentIndex(m_choice->findData(raw));
    }
    m_typed = raw;
    m_typedOn = today();
    explain();
}

void FieldEditor::explain()
{
    if (!isReckonedFromADay())
        return;
    const auto value = read();
    if (!value || isNull(*value))
        return setHint(m_hintAtRest);
    const QString understood = valueText(m_field, *value, m_context);
    if (const auto* moment = std::get_if<qint64>(&*value))
        return setHint(understood == raw()
                ? QString()
                : tr("understood as %1, %2").arg(understood, QLocale().dayName(civil::date(*moment).dayOfWeek())));
    setHint(understood == raw() ? QString() : tr("understood as %1").arg(understood));
}

Result<Value> FieldEditor::readDate(const QString& text, QDate today) const
{
    if (&m_field == &ChildFields::Birth)
        if (const auto age = ageIn(text))
            return Value(PartialDate::fromAge(*age, today).toIso());
    auto date =
        &m_field == &IncidentFields::Happened ? PartialDate::parseRecent(text, today) : PartialDate::parse(text, today);
    if (!date)
        return fail(date);
    if (&m_field == &ChildFields::Birth)
        if (auto possible = Birth::check(*date, civil::date(m_context.now())); !possible)
            return fail(possible);
    return date->isNull() ? Value() : Value(date->toIso());
}

Result<Value> FieldEditor::readMoment(const QString& text, QDate today) const
{
    auto moment = parseMoment(text, today, m_field.ahead ? DayWithoutYear::Next : DayWithoutYear::Last);
    if (!moment)
        return fail(moment);
    return Value(qint64(*moment));
}

Result<Value> FieldEditor::read() const
{
    const QString text = m_field.type == FieldType::LongText ? normalisedText(raw()) : normalised(raw());
    if (text.isEmpty())
        return Value();
    const int most = m_field.type == FieldType::LongText ? MostLetters : MostInLine;
    if (text.size() > most && isTouched())
        return fail(ErrorCode::InvalidInput,
            tr("This text has %1 letters; there is room for %2. Shorten it here, or put what is left over into another "
               "field.")
                .arg(formatNumber(text.size()), formatNumber(most)));
    switch (m_field.type) {
    case FieldType::Date:
        return readDate(text, day());
    case FieldType::Moment:
        return readMoment(text, day());
    case FieldType::Integer: {
        bool ok = false;
        const qlonglong number = text.toLongLong(&ok);
        if (!ok)
            return fail(ErrorCode::InvalidInput, tr("A whole number is wanted here, such as 12."));
        return Value(qint64(number));
    }
    default:
        return Value(text);
    }
}

bool FieldEditor::store(Record& record)
{
    auto value = read();
    if (!value) {
        setError(value.error().message);
        return false;
    }
    if (isTouched())
        record.setValue(m_field, *value);
    return true;
}

} // namespace maiam
