// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody asks to erase a child's file: access is restricted instead. Lists say the code, the file opens for a reason
// that is written down, and the leader or the administrator ends it.
#include "models/agenda/case_table_model.h"
#include "models/records/kinds.h"
#include "models/register/access_list.h"
#include "models/register/people.h"
#include "tests/ui/support/form_check.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/says.h"
#include "ui/cases/case_page.h"
#include "ui/cases/cases_page.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_side.h"
#include "ui/cases/restriction_gate.h"
#include "ui/children/child_page.h"
#include "ui/children/children_page.h"
#include "ui/erasure/restriction_card.h"
#include "ui/journal/conflicts_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Name = u"Tằng Mỹ Ánh"_s;
const QString MinhWords = u"nam canh hoa dao no"_s;

template <typename P> void show(P& page)
{
    page.resize(1180, 700);
    page.show();
    page.activated();
}

/// Whether any text that is to be seen on the page holds this one.
bool says(const QWidget& page, const QString& text)
{
    if (test::says(page, text))
        return true;
    for (const QTableView* table : page.findChildren<QTableView*>())
        for (int row = 0; row < table->model()->rowCount(); ++row)
            for (int column = 0; column < table->model()->columnCount(); ++column)
                for (const int role : { int(Qt::DisplayRole), int(CaseTableModel::SecondLineRole) })
                    if (table->model()->index(row, column).data(role).toString().contains(text))
                        return true;
    return false;
}
} // namespace

class TestRestrictionJourney : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::OfficeRegister> m_office;
    QUuid m_child, m_file;

    [[nodiscard]] WorkContext& context() const { return *m_office->context; }
    void restrictOnThePage() const
    {
        ChildPage page(context(), m_child);
        show(page);
        auto* ground = qobject_cast<QComboBox*>(page.findChild<FieldEditor*>(u"restrictionGround"_s)->editor());
        QTRY_VERIFY(says(page, Name));
        ground->setCurrentIndex(ground->findData(u"carer"_s));
        page.findChild<QPushButton*>(u"restrict"_s)->setFocus();
        QTest::keyClick(page.findChild<QPushButton*>(u"restrict"_s), Qt::Key_Space);
        QTRY_VERIFY(!page.findChild<QPushButton*>(u"restrict"_s)->isVisible());
        QTRY_COMPARE(
            page.focusWidget(), page.findChild<QPushButton*>(u"endRestriction"_s)); // the keyboard goes on there
        QVERIFY(says(page, Name)); // who has the file open goes on with it
    }
    /// What stands in the chain, newest first.
    [[nodiscard]] std::vector<AccessAct> acts(QUuid record) const
    {
        AccessQuestion question { {}, false, m_office->reg->office().id };
        question.filter.records = { record };
        const auto found =
            m_office->reg->read([&](Database& db) { return accessList::read(db, question, 100); }).result();
        std::vector<AccessAct> all;
        for (const AccessLine& line : found->lines)
            if (line.act)
                all.push_back(*line.act);
        return all;
    }
    /// Answers the gate of a page.
    static void pass(const QWidget& page, const QString& reason)
    {
        QTRY_VERIFY(page.findChild<RestrictionGate*>());
        page.findChild<QRadioButton*>(reason)->click();
        page.findChild<QPushButton*>(u"openRestricted"_s)->click();
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
    }
    void init()
    {
        m_office = std::make_unique<test::OfficeRegister>();
        Record child = m_office->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, Name);
        child.set(ChildFields::FileCode, u"BL-TE-014"_s);
        child.set(ChildFields::Village, u"Bản Cầu"_s);
        m_office->store(child);
        Record file = m_office->reg->newRecord(kinds::Case);
        file.set(CaseFields::FileCode, u"BL-2026-014"_s);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Received, m_office->clock->now());
        file.set(CaseFields::Step, u"closed"_s);
        file.set(CaseFields::Closed, m_office->clock->now());
        m_office->store(file);
        m_child = child.id();
        m_file = file.id();
    }
    void cleanup() { m_office.reset(); }

    void listsOfChildrenAndCasesShowTheCodeAlone()
    {
        ChildrenPage children(context()); // the doors stay open behind the child's page
        show(children);
        CasesPage cases(context());
        show(cases);
        QTRY_VERIFY(says(children, Name) && says(children, u"Bản Cầu"_s));
        QTRY_VERIFY(says(cases, Name) && says(cases, u"Bản Cầu"_s));
        restrictOnThePage();
        QTRY_VERIFY(says(children, u"Restricted access"_s));
        QVERIFY(!says(children, Name));
        QVERIFY(!says(children, u"Bản Cầu"_s));
        QTRY_VERIFY(says(cases, u"BL-2026-014"_s) && says(cases, u"Restricted access"_s));
        QVERIFY(!says(cases, Name));
        QVERIFY(!says(cases, u"Bản Cầu"_s));
    }

    /// "BL-NA-77" is found by its code; "Name not known" is not what was searched.
    void aSearchMarksNothingInWhatStandsInPlaceOfTheName()
    {
        Record nameless = m_office->reg->newRecord(kinds::Child);
        nameless.set(ChildFields::FileCode, u"BL-NA-77"_s);
        m_office->store(nameless);
        Record file = m_office->reg->newRecord(kinds::Case);
        file.set(CaseFields::FileCode, u"BL-NA-77"_s);
        file.set(CaseFields::Child, nameless.id());
        file.set(CaseFields::Received, m_office->clock->now());
        m_office->store(file);
        ChildTableModel children(*m_office->reg, context().catalogues, CatalogueLanguage::English);
        CaseTableModel cases(*m_office->reg, context().catalogues, context().clock, CatalogueLanguage::English);
        const auto found = [](const QAbstractItemModel& model, int column, int role) {
            return model.index(0, column).data(role).value<QList<QPoint>>();
        };
        children.show(u"BL-NA-77"_s);
        cases.show(CaseView::All, u"BL-NA-77"_s);
        QTRY_VERIFY(children.rowCount() == 1 && children.childAt(0));
        QTRY_VERIFY(cases.rowCount() == 1 && cases.caseAt(0));
        QVERIFY(found(children, ChildTableModel::NameColumn, ChildTableModel::FoundRole).isEmpty());
        QVERIFY(found(cases, CaseTableModel::ChildColumn, CaseTableModel::FoundRole).isEmpty());
        children.show(u"anh"_s); // a name is marked as before
        QTRY_VERIFY(children.rowCount() == 1 && children.childAt(0) && children.childAt(0)->name == Name);
        QCOMPARE(found(children, ChildTableModel::NameColumn, ChildTableModel::FoundRole), QList<QPoint>({ { 8, 3 } }));
    }

    void theFileOpensForAReasonThatIsWrittenDown()
    {
        restrictOnThePage();
        QVERIFY(m_office->reg->writeAccess().result());
        const auto before = acts(m_child).size();
        ChildPage page(context(), m_child);
        show(page);
        QTRY_VERIFY(page.findChild<RestrictionGate*>());
        QTRY_COMPARE(page.title(), u"BL-TE-014"_s);
        QVERIFY(!says(page, Name));
        QVERIFY(!page.findChild<QPushButton*>(u"eraseByDecision"_s)->isVisible());
        QCOMPARE(test::formFaults(page.findChild<RestrictionGate*>()), QStringList());
        QCOMPARE(acts(m_child).size(), before); // nothing was shown yet
        page.findChild<QPushButton*>(u"openRestricted"_s)->click();
        QVERIFY(page.findChild<QLabel*>(u"missing"_s)->isVisible());
        QVERIFY(!says(page, Name));
        page.findChild<QRadioButton*>(u"forAuthority"_s)->click();
        QVERIFY(!page.findChild<QLabel*>(u"missing"_s)->isVisible());
        page.findChild<QPushButton*>(u"openRestricted"_s)->click();
        QTRY_VERIFY(says(page, Name));
        QTRY_VERIFY(!page.findChild<RestrictionGate*>());
        QVERIFY(page.focusWidget() && page.focusWidget()->isVisible());
        QVERIFY(page.findChild<QPushButton*>(u"eraseByDecision"_s)->isVisible());
        QCOMPARE(acts(m_child).front(), AccessAct::OpenedForAuthority);
        QCOMPARE(acts(m_child).size(), before + 1);
    }

    void theCaseAsksTooAndShowsNothingBefore()
    {
        restrictOnThePage();
        CasePage page(context(), m_file);
        show(page);
        QTRY_VERIFY(page.findChild<RestrictionGate*>());
        QTRY_COMPARE(page.title(), u"BL-2026-014"_s);
        QVERIFY(!page.file());
        page.resize(620, 420); // what moves with the width stays away too
        QTest::qWait(50);
        QVERIFY(!says(page, Name));
        pass(page, u"forReport"_s);
        QTRY_VERIFY(page.file() && page.file()->row.childName == Name);
        QCOMPARE(acts(m_file).front(), AccessAct::OpenedForReport);
    }

    void whoOnlyLooksDoesNotOpenIt()
    {
        restrictOnThePage();
        QVERIFY(people::add(*m_office->reg, { u"Trần Minh"_s, u"Thanh tra"_s, Role::Viewer }, MinhWords));
        m_office->reopen(MinhWords);
        ChildPage page(context(), m_child);
        show(page);
        QTRY_VERIFY(page.findChild<RestrictionGate*>());
        QVERIFY(!page.findChild<QPushButton*>(u"openRestricted"_s));
        page.findChild<RestrictionGate*>()->open();
        QTest::qWait(50);
        QVERIFY(!says(page, Name));
    }

    void anOfficerAloneDoesNotEndIt()
    {
        restrictOnThePage();
        QVERIFY(people::add(*m_office->reg, { u"Trần Minh"_s, u"Cán bộ"_s, Role::Officer }, MinhWords));
        m_office->reopen(MinhWords);
        ChildPage page(context(), m_child);
        show(page);
        pass(page, u"forCheck"_s);
        QTRY_VERIFY(says(page, Name));
        QVERIFY(!page.findChild<QPushButton*>(u"endRestriction"_s)->isVisible());

        m_office->reopen(test::LanWords); // officer and administrator
        ChildPage again(context(), m_child);
        show(again);
        pass(again, u"forFamily"_s);
        QTRY_VERIFY(again.findChild<QPushButton*>(u"endRestriction"_s)->isVisible());
        again.findChild<QPushButton*>(u"endRestriction"_s)->click();
        QTRY_VERIFY(again.findChild<QPushButton*>(u"restrict"_s)->isVisible());
        ChildPage third(context(), m_child);
        show(third);
        QTRY_VERIFY(says(third, Name)); // nobody is asked any more
    }

    void aNewReportNamesNobodyWhoIsRestricted()
    {
        restrictOnThePage();
        const auto alike = m_office->reg->read([](Database& db) { return childList::lookAlikes(db, Name); }).result();
        LookAlikesCard card;
        card.setChildren(*alike);
        card.resize(320, 160);
        card.show();
        QTest::qWait(50);
        QVERIFY(says(card, u"BL-TE-014"_s));
        QVERIFY(!says(card, Name));
        QVERIFY(!says(card, u"Bản Cầu"_s));
    }
};

QTEST_MAIN(TestRestrictionJourney)
#include "tst_restriction_journey.moc"
