// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/records/record.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/labelled_field.h"

#include <QDate>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace maiam {

class FormDraft;

/// One field of a record as an input, made from the field's declaration: a line, several lines, a choice of a
/// catalogue, a date of any precision, or a moment in words. Says under the input how a date or moment was understood.
class FieldEditor : public LabelledField
{
    Q_OBJECT
public:
    /// \a label replaces the declaration's own and may hold a mnemonic.
    FieldEditor(const Field& field, const WorkContext& context, const QString& label = {}, QWidget* parent = nullptr);
    ~FieldEditor() override;
    Q_DISABLE_COPY_MOVE(FieldEditor)

    [[nodiscard]] const Field& field() const { return m_field; }
    /// Shows a value as it is stored; the input is then untouched.
    void load(const Value& value);
    /// What stands in the input, letter by letter (a code for a choice): what a draft keeps.
    [[nodiscard]] QString raw() const;
    /// Puts a draft's text back.
    void setRaw(const QString& raw);
    /// What stands in the input is part of a form's draft, under this name (the field's own when empty).
    void keepIn(FormDraft& draft, const QString& name = {});
    /// True when the input differs from what was loaded.
    [[nodiscard]] bool isTouched() const { return raw() != m_loaded; }
    /// What stands there, ready to be stored: text in NFC, a date as ISO. Fails with InvalidInput.
    [[nodiscard]] Result<Value> read() const;
    /// Puts the value into the record if it was touched. False, with the fault shown, when it cannot be read.
    [[nodiscard]] bool store(Record& record);
    /// The day that "today" and an age are reckoned from; the day of the typing unless told otherwise.
    void setReferenceDay(QDate day) { m_day = day; }
    /// How many lines a long text shows; 3 unless told otherwise. One of one line grows with its text.
    void setLines(int lines);
    void setPlaceholder(const QString& text);
    /// What stands under a date or moment while nothing is understood there.
    void setHintAtRest(const QString& hint);

Q_SIGNALS:
    /// A person changed the input.
    void edited();

private:
    void makeLine();
    void makeArea();
    void showLines(int lines);
    void grow();
    void makeChoice(const WorkContext& context);
    void explain();
    void readOldLetters();
    [[nodiscard]] Result<Value> readDate(const QString& text, QDate today) const;
    [[nodiscard]] Result<Value> readMoment(const QString& text, QDate today) const;
    [[nodiscard]] bool isReckonedFromADay() const;
    [[nodiscard]] QString settled(const QString& text, QDate typedOn) const;
    [[nodiscard]] QString shown(const Value& value) const;
    [[nodiscard]] QDate day() const;
    [[nodiscard]] QDate today() const;

    const Field& m_field;
    const WorkContext& m_context;
    QLineEdit* m_line = nullptr;
    QPlainTextEdit* m_area = nullptr;
    QComboBox* m_choice = nullptr;
    QString m_loaded;
    QString m_hintAtRest;
    QString m_typed; ///< as it stood after the last change
    QString m_pasted; ///< text in old letters that was turned into Unicode
    QDate m_day;
    QDate m_typedOn; ///< the text was typed or shown on this day, and means what it meant then
};

/// A field's value in words, for cards and histories: names of codes, dates as people write them.
[[nodiscard]] QString valueText(const Field& field, const Value& value, const WorkContext& context);
/// A field's label in the language of the screen.
[[nodiscard]] QString fieldLabel(const Field& field);

} // namespace maiam
