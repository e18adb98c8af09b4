// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/personal_number.h"

#include <algorithm>
#include <cstdlib>

namespace maiam {

namespace {

constexpr qsizetype Length = 12;
constexpr qsizetype OldCardLength = 9;
constexpr int EstimateTolerance = 5; // years

bool isSeparator(QChar c)
{
    return c.isSpace() || c == u'.' || c == u'-' || c == u'\'' || c == u'\u2013' || c == u'\u2010' || c == u'\u2011'
        || c.category() == QChar::Other_Format;
}

/// The digits, in ASCII (full-width ones too); anything else that is no separator stays and spoils the number.
QString withoutSeparators(const QString& raw)
{
    QString out;
    for (const QChar c : raw) {
        if (isSeparator(c))
            continue;
        out += c.isDigit() ? QChar(char16_t(u'0' + c.digitValue())) : c;
    }
    return out;
}

/// A number cell as text: "22322358671", "22322358671.0" or "2.2322358671E+10".
QString fromNumberCell(const QString& raw)
{
    bool ok = false;
    const double value = raw.toDouble(&ok);
    if (!ok || value < 0 || value > 1e13)
        return withoutSeparators(raw);
    return QString::number(qint64(value));
}

void compareWithPerson(PersonalNumberCheck& check, std::optional<Sex> sex, const PartialDate& birth)
{
    const int g = check.number[3].digitValue();
    const Sex numberSex = g % 2 == 0 ? Sex::Male : Sex::Female;
    const int numberYear = 1900 + g / 2 * 100 + check.number.mid(4, 2).toInt();
    if (sex && *sex != Sex::Unknown && *sex != numberSex)
        check.warnings += numberSex == Sex::Male
            ? PersonalNumberCheck::tr("The fourth digit of the personal number stands for a boy or man. Check the sex.")
            : PersonalNumberCheck::tr(
                "The fourth digit of the personal number stands for a girl or woman. Check the sex.");
    const int tolerance = birth.estimated() ? EstimateTolerance : 0;
    if (!birth.isNull() && std::abs(birth.year() - numberYear) > tolerance)
        check.warnings += PersonalNumberCheck::tr(
            "The year of birth in the personal number (digits 4 to 6) is not that of the date of birth. Check both.");
}

} // namespace

PersonalNumberCheck checkPersonalNumber(
    const QString& raw, std::optional<Sex> sex, const PartialDate& birth, bool wasNumeric)
{
    PersonalNumberCheck check;
    check.number = wasNumeric ? fromNumberCell(raw) : withoutSeparators(raw);
    if (check.number.isEmpty())
        return check;
    const bool digits =
        std::all_of(check.number.begin(), check.number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits) {
        check.warnings +=
            PersonalNumberCheck::tr("The personal number holds something other than digits. It has 12 digits.");
        return check;
    }
    if (wasNumeric && check.number.size() == Length - 1) {
        check.number.prepend(u'0');
        check.restoredZero = true;
    }
    if (check.number.size() != Length) {
        check.warnings += check.number.size() == OldCardLength
            ? PersonalNumberCheck::tr(
                "This number has 9 digits, as old identity cards had. A personal number has 12 digits.")
            : PersonalNumberCheck::tr(
                "A personal number has 12 digits; this one has %n.", nullptr, int(check.number.size()));
        return check;
    }
    check.usable = true;
    compareWithPerson(check, sex, birth);
    return check;
}

} // namespace maiam
