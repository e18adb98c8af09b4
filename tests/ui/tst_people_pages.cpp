// SPDX-License-Identifier: GPL-3.0-or-later
// The screens of people and keys, filled, in Vietnamese: everything has a name, no key is claimed twice, and nothing is
// cut off. With MAIAM_PICTURES set, pictures are kept in the temporary folder to be looked at.
#include "models/register/people.h"
#include "tests/support/wanted_register.h"
#include "tests/ui/support/form_check.h"
#include "ui/people/key_change_page.h"
#include "ui/people/key_groups.h"
#include "ui/people/people_page.h"
#include "ui/people/person_page.h"
#include "ui/people/recovery_screen.h"
#include "ui/people/role_chooser.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/translator.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestPeoplePages : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QString m_folder;
    std::unique_ptr<Register> m_register;
    std::optional<RecoveryKey> m_paper;
    std::optional<Catalogues> m_catalogues;
    std::optional<StatutoryClock> m_times;
    std::unique_ptr<WorkContext> m_context;

    void settle()
    {
        for (int i = 0; i < 40; ++i)
            QTest::qWait(10);
    }
    void keep(QWidget& page, const char* name)
    {
        settle();
        const QStringList faults = test::formFaults(&page);
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1String(name) + u": "_s + faults.join(u'\n')));
        if (qEnvironmentVariableIsSet("MAIAM_PICTURES"))
            page.grab().save(
                QDir::temp().filePath(u"people-%1-%2.png"_s.arg(QLatin1String(name)).arg(page.logicalDpiX())));
    }
    template <typename P> void open(P& page)
    {
        page.resize(1366 - 188, 768 - 58);
        page.show();
        page.activated();
        settle();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(Translator::install(Language::Vietnamese));
        Theme::apply(*qApp);
        InputGuard::install();
        m_catalogues = *Catalogues::builtIn();
        m_times = *StatutoryClock::fromCatalogues(*m_catalogues);
        m_folder = m_home.filePath(u"Sổ"_s);
        NewRegister wanted = test::wantedRegister(m_folder);
        wanted.post = u"Công chức Văn hóa – Xã hội"_s;
        auto made = Register::create(wanted);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_register = std::move(made->reg);
        m_paper = std::move(made->recovery);
        QVERIFY(people::add(*m_register, { u"Trần Văn Minh"_s, u"Phó Chủ tịch Ủy ban nhân dân xã"_s, Role::Leader },
            u"bon mua la rung hoa no"_s));
        QVERIFY(people::add(*m_register, { u"Nguyễn Thị Hồng Nhung"_s, u"Cán bộ Hội Phụ nữ"_s, Role::Viewer },
            u"bon mua la rung hoa no"_s));
        m_context.reset(new WorkContext { *m_register, *m_catalogues, *m_times });
    }
    void cleanupTestCase()
    {
        m_context.reset();
        m_register.reset();
    }

    void everybodyWithRoleAndWhatMayBeDone()
    {
        PeoplePage page(*m_context);
        open(page);
        QTRY_COMPARE(page.people().size(), size_t(3));
        keep(page, "list");
    }
    void aPersonInAllFourForms()
    {
        const Person minh = people::list(*m_register)->at(1);
        PersonPage add(*m_context, PersonPage::Task::Add);
        open(add);
        keep(add, "add");
        PersonPage edit(*m_context, PersonPage::Task::Edit, minh);
        open(edit);
        keep(edit, "edit");
        PersonPage set(*m_context, PersonPage::Task::SetPassphrase, minh);
        open(set);
        keep(set, "set");
        const auto labels = set.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { // the words are read out, too
            const QString name = label->accessibleName();
            return !label->text().isEmpty() && name.size() > label->text().size() && name.endsWith(label->text());
        }));
        PersonPage own(*m_context, PersonPage::Task::OwnPassphrase);
        open(own);
        keep(own, "own");
        own.findChildren<QRadioButton*>().last()->click();
        keep(own, "own-words");
    }
    void tabGoesFromThePeopleToTheirKeysAndFromTheRolesOn()
    {
        PeoplePage page(*m_context);
        open(page);
        QTRY_COMPARE(page.people().size(), size_t(3));
        QStringList way;
        for (const QWidget* one = page.nextInFocusChain(); one != &page; one = one->nextInFocusChain())
            if (qobject_cast<const QPushButton*>(one))
                way.append(one->objectName());
        QCOMPARE(way.count(u"edit"_s), 3);
        QVERIFY2(way.indexOf(u"newRecovery"_s) > way.lastIndexOf(u"edit"_s)
                && way.indexOf(u"newRecovery"_s) > way.lastIndexOf(u"remove"_s),
            qPrintable(way.join(u' ')));
        QVERIFY(way.indexOf(u"changeKey"_s) > way.indexOf(u"newEscrow"_s));
        RoleChooser roles;
        bool administrator = false;
        for (const QWidget* one = roles.nextInFocusChain(); one != &roles; one = one->nextInFocusChain()) {
            administrator = administrator || one == roles.administrator();
            const auto* role = qobject_cast<const QRadioButton*>(one);
            QVERIFY2(!role || (!administrator && role->text().contains(u'&')), role ? qPrintable(role->text()) : "");
        }
        QVERIFY(administrator);
    }
    void aLetterWithAltThatNothingOwnsIsNoPartOfThePassphrase()
    {
        PassphraseField field;
        field.show();
        QTest::keyClicks(field.edit(), u"ba"_s);
        QTest::keyClick(field.edit(), Qt::Key_Z, Qt::AltModifier);
        QCOMPARE(field.text(), u"ba"_s);
        QKeyEvent altGr(QEvent::KeyPress, Qt::Key_At, Qt::ControlModifier | Qt::AltModifier, u"@"_s);
        QApplication::sendEvent(field.edit(), &altGr);
        QCOMPARE(field.text(), u"ba@"_s);
    }
    void theRegisterKeyInItsThreeForms()
    {
        for (const auto& [with, name] : std::initializer_list<std::pair<KeyChangePage::With, const char*>> {
                 { KeyChangePage::With::Nothing, "key" }, { KeyChangePage::With::Recovery, "recovery-key" },
                 { KeyChangePage::With::Escrow, "escrow" } })
        {
            KeyChangePage page(*m_context, with);
            open(page);
            QTRY_VERIFY(page.findChild<QLabel*>(u"who"_s)->text().contains(u"Trần Văn Minh"_s));
            keep(page, name);
        }
    }
    void aWrongGroupLeavesTheOtherSheetsFieldInItsLine()
    {
        KeyChangePage page(*m_context, KeyChangePage::With::Escrow);
        open(page);
        QTRY_VERIFY(page.findChild<QLabel*>(u"who"_s)->text().contains(u"Trần Văn Minh"_s));
        page.change(); // nothing was typed
        settle();
        const auto fields = page.findChildren<LabelledField*>();
        QVERIFY(std::any_of(fields.begin(), fields.end(), [](const auto* field) { return !field->error().isEmpty(); }));
        const auto height = [&page](const QString& name) {
            return page.findChild<QLineEdit*>(name)->mapTo(&page, QPoint()).y();
        };
        QCOMPARE(height(u"sheet1"_s), height(u"sheet2"_s));
    }
    void theWayBackWithThePaper()
    {
        RecoveryScreen screen(m_folder, std::make_shared<SystemClock>(), std::make_shared<FailedUnlocks>(m_folder),
            KdfLimits::forTests());
        screen.choosePerson(m_register->user());
        screen.resize(1366, 768 - 30);
        screen.show();
        keep(screen, "paper");
        screen.findChildren<QRadioButton*>().at(1)->click();
        keep(screen, "two-sheets");
        screen.findChildren<QRadioButton*>().at(0)->click();
        for (int i = 0; i < RecoveryKey::Groups; ++i)
            screen.entry(0)->group(i + 1)->setText(m_paper->groups().at(i));
        screen.entry(0)->group(3)->setText(u"AAAAA"_s);
        QVERIFY(!screen.entry(0)->fault().isEmpty());
        keep(screen, "paper-slip");
        screen.entry(0)->group(3)->setText(m_paper->groups().at(2));
        screen.next();
        QCOMPARE(screen.currentStep(), 1);
        keep(screen, "passphrase");
        screen.passphrase()->findChildren<QRadioButton*>().last()->click();
        for (PassphraseField* field : screen.passphrase()->findChildren<PassphraseField*>())
            field->setText(u"chin con suoi o thon Khe"_s);
        screen.next();
        QCOMPARE(screen.currentStep(), 2);
        keep(screen, "new-key");
    }
};

QTEST_MAIN(TestPeoplePages)
#include "tst_people_pages.moc"
