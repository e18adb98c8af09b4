// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window on a register that a later version of it has written: everything can be looked up,
// nothing can be changed, and the window says why.
#include "program_journey.h"

#include "models/records/kinds.h"
#include "models/register/schema.h"
#include "ui/backup/backup_page.h"
#include "ui/children/children_page.h"
#include "ui/journal/check_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QPushButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestNewerJourney : public test::ProgramJourney
{
    Q_OBJECT

    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(m_folder + u"/register.db"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] bool says(const QString& text) const
    {
        const auto labels = window()->findChildren<QLabel*>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        for (QPushButton* one : window()->findChildren<QPushButton*>())
            if (one->isVisible() && one->text().remove(u'&') == text)
                return one;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }
    void init()
    {
        makeRegister();
        auto reg = Register::open(m_folder, test::LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        Record child = (*reg)->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        Batch batch;
        batch.add(child);
        QVERIFY((*reg)->commit(batch).result());
        const auto later = [](Database& db) { return meta::set(db, u"schema"_s, schema::newest() + 1); };
        QVERIFY((*reg)->writeLocal(later).result());
    }
    void cleanup() { end(); }

    void aRegisterOfALaterVersionIsShownAndNotChanged()
    {
        const QByteArray before = bytes();
        startProgram();
        unlock(test::LanWords);
        QTRY_VERIFY(says(u"newer Mái Ấm"_s));
        QVERIFY(!button(u"+ Take a report"_s));
        QVERIFY(!entry(u"Users and keys"_s));
        QVERIFY(!entry(u"Send to and receive from the province"_s));

        window()->openDoor(Door::Children);
        auto* children = qobject_cast<ChildrenPage*>(window()->currentPage());
        QVERIFY(children);
        QTRY_COMPARE(children->findChild<QTableView*>()->model()->rowCount(), 1);

        entry(u"Backup"_s)->trigger();
        QTRY_VERIFY(qobject_cast<BackupPage*>(window()->currentPage()));
        button(u"Back up now"_s)->click();
        QTRY_VERIFY(says(u"newer version of Mái Ấm"_s));

        m_desktop->lock();
        unlock(test::LanWords);
        QTRY_VERIFY(says(u"newer Mái Ấm"_s));
        m_desktop.reset();
        QCOMPARE(bytes(), before);
    }
};

QTEST_MAIN(TestNewerJourney)
#include "tst_newer_journey.moc"
