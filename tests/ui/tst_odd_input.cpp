// SPDX-License-Identifier: GPL-3.0-or-later
// What an officer pastes and mistypes: it is understood, or a sentence at the field says why not, and nothing is lost.
#include "models/records/kinds.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/field_editor.h"
#include "ui/shell/translator.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestOddInput : public QObject
{
    Q_OBJECT
    std::unique_ptr<test::OfficeRegister> m_office;

    [[nodiscard]] std::unique_ptr<FieldEditor> fieldFor(const Field& field)
    {
        auto made = std::make_unique<FieldEditor>(field, *m_office->context);
        made->load({});
        made->show();
        return made;
    }
    static QLineEdit* lineOf(const FieldEditor& field) { return field.findChild<QLineEdit*>(); }
    static void paste(const FieldEditor& field, const QString& text)
    {
        QApplication::clipboard()->setText(text);
        if (QLineEdit* line = lineOf(field))
            line->paste();
        else
            field.findChild<QPlainTextEdit*>()->paste();
    }
    static QString stored(const FieldEditor& field)
    {
        const auto value = field.read();
        return value && std::holds_alternative<QString>(*value) ? std::get<QString>(*value) : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(Translator::install(Language::Vietnamese));
        Theme::apply(*qApp);
        m_office = std::make_unique<test::OfficeRegister>();
    }

    void aDecomposedNameIsStoredAsEverybodyTypesIt()
    {
        const auto field = fieldFor(ChildFields::Name);
        paste(*field, u"Tằng Mỹ Ánh"_s.normalized(QString::NormalizationForm_D));
        QCOMPARE(stored(*field), u"Tằng Mỹ Ánh"_s);
    }

    void lettersOfAnOldFontAreTurnedAndCtrlZBringsThemBack()
    {
        const QString old = u"NguyÔn V¨n Th¾ng"_s;
        for (const Field* kind : { &ChildFields::Name, &CaseFields::Summary }) {
            const auto field = fieldFor(*kind);
            paste(*field, old);
            QCOMPARE(stored(*field), u"Nguyễn Văn Thắng"_s);
            QVERIFY2(field->hint().contains(u"bảng mã cũ"_s), qPrintable(field->hint()));
            if (QLineEdit* line = lineOf(*field))
                line->undo();
            else
                field->findChild<QPlainTextEdit*>()->undo();
            QCOMPARE(field->raw(), old); // and stays
        }
    }

    void aFieldOfOneLineGrowsWithItsText()
    {
        const auto field = fieldFor(CaseFields::Condition);
        field->setLines(1);
        auto* area = field->findChild<QPlainTextEdit*>();
        const int line = area->fontMetrics().lineSpacing();
        const int one = area->height();
        test::typeText(field.get(), u"Trẻ sốt\nđã đưa đến trạm"_s);
        QTRY_COMPARE(area->height(), one + line);
        area->clear();
        QTRY_COMPARE(area->height(), one);
    }

    void whatIsTypedIsNeverTurned()
    {
        const auto field = fieldFor(ChildFields::Name);
        test::typeText(field.get(), u"Tằng Dảu Sênh"_s);
        QCOMPARE(field->raw(), u"Tằng Dảu Sênh"_s);
        QCOMPARE(field->hint(), QString());
    }

    void tenThousandLettersAreRefusedWithASentenceAndStay()
    {
        const auto field = fieldFor(ChildFields::Name);
        const QString much = QString(10'000, u'ă');
        paste(*field, much);
        Record child = m_office->reg->newRecord(kinds::Child);
        QVERIFY(!field->store(child));
        QVERIFY2(field->error().contains(u"10.000"_s), qPrintable(field->error()));
        QCOMPARE(field->raw(), much);
        const auto note = fieldFor(CaseFields::Summary);
        paste(*note, much);
        QCOMPARE(stored(*note), much); // a story may be long
    }

    void lettersOutsideTheFirstPlaneStay()
    {
        const auto field = fieldFor(ChildFields::Name);
        paste(*field, u"Bé Na 🌸"_s);
        QCOMPARE(stored(*field), u"Bé Na 🌸"_s);
    }

    void anOddDateIsUnderstoodOrRefusedButNeverGuessedInSilence_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("understood");
        QTest::addRow("a day that is not") << u"31/02/2015"_s << false;
        QTest::addRow("a month that is not") << u"12/13/2015"_s << false;
        QTest::addRow("words") << u"hồi mùa lúa"_s << false;
        QTest::addRow("tomorrow's child") << u"01/01/2031"_s << false;
        QTest::addRow("two digits") << u"5/3/15"_s << true;
        QTest::addRow("a month") << u"tháng 3/2015"_s << true;
        QTest::addRow("a year") << u"2015"_s << true;
        QTest::addRow("an age") << u"khoảng 9 tuổi"_s << true;
    }
    void anOddDateIsUnderstoodOrRefusedButNeverGuessedInSilence()
    {
        QFETCH(QString, typed);
        QFETCH(bool, understood);
        const auto field = fieldFor(ChildFields::Birth);
        test::typeText(field.get(), typed);
        Q_EMIT lineOf(*field)->editingFinished();
        QCOMPARE(field->raw(), typed);
        if (understood)
            QVERIFY2(field->error().isEmpty() && (!field->hint().isEmpty() || typed == u"2015"),
                qPrintable(field->error() + field->hint()));
        else
            QVERIFY2(!field->error().isEmpty(), qPrintable(stored(*field)));
    }
};

QTEST_MAIN(TestOddInput)
#include "tst_odd_input.moc"
