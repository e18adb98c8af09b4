// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done in whatever order: at least three verified backups stay, and what was written before the newest one
// comes back.
#include "office_with_backups.h"

#include <QDirIterator>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
enum class Deed { Write, BackUp, NextDay, ClockJumps, Restore };

struct Office
{
    OfficeWithBackups with;
    QList<QUuid> written; ///< in the register now
    QList<QUuid> backedUp; ///< in the newest backup
    int made = 0;

    void write() { written.append(with.write(u"Trẻ %1"_s.arg(written.size()))); }
    void backUp()
    {
        with.backUp();
        backedUp = written;
        ++made;
    }
    void restoreNewest()
    {
        const auto newest = RegisterBackups(*with.reg).newest().value();
        if (!newest)
            return;
        const QString folder = with.reg->folder();
        with.close();
        with.restore(newest->file, folder, true);
        with.reg = with.open(folder);
        written = backedUp;
    }
    void run(Deed deed)
    {
        switch (deed) {
        case Deed::Write:
            return write();
        case Deed::BackUp:
            return backUp();
        case Deed::NextDay:
            return with.nextDay();
        case Deed::ClockJumps:
            return with.clock->advance(*rc::gen::inRange<qint64>(-400, 400) * 24LL * 3600 * 1000);
        case Deed::Restore:
            return restoreNewest();
        }
    }
};
} // namespace

class TestBackupLaws : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeVerifiedBackupsStayAndEverythingBeforeTheNewestComesBack()
    {
        QVERIFY(rc::check([] {
            Office office;
            const auto deeds = *rc::gen::resize(30,
                rc::gen::container<std::vector<Deed>>(rc::gen::weightedElement<Deed>({ { 4, Deed::Write },
                    { 5, Deed::BackUp }, { 3, Deed::NextDay }, { 1, Deed::ClockJumps }, { 1, Deed::Restore } })));
            for (const Deed deed : deeds) {
                office.run(deed);
                int whole = 0;
                for (const QString& file : office.with.backupFiles())
                    whole += bool(BackupReader::open(file).value().manifest(office.with.key()));
                RC_ASSERT(whole >= std::min(3, office.made));
            }
            const SecretKey key = office.with.key();
            for (const QString& file : office.with.backupFiles())
                RC_ASSERT(bool(BackupReader::open(file).value().verify(key)));
            const auto newest = RegisterBackups(*office.with.reg).newest().value();
            RC_ASSERT(newest.has_value() == (office.made > 0));
            if (!newest)
                return;
            const QString folder = office.with.folder(u"máy mới"_s);
            office.with.restore(newest->file, folder);
            const auto restored = office.with.open(folder);
            for (const QUuid child : std::as_const(office.backedUp))
                RC_ASSERT(bool(restored->record(kinds::Child, child)));
        }));
    }
};

QTEST_GUILESS_MAIN(TestBackupLaws)
#include "tst_backup_laws.moc"
