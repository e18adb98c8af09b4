// SPDX-License-Identifier: GPL-3.0-or-later
// One device, one history (law 9): a folder that was copied, set back or restored goes on under another id.
#include "models/records/kinds.h"
#include "models/register/own_device.h"
#include "models/register/register.h"
#include "models/register/verify.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const QString Passphrase = u"khong ai biet cau nay"_s;
} // namespace

class TestOwnDevice : public QObject
{
    Q_OBJECT
    QTemporaryDir m_home;
    QString m_folder;
    int m_count = 0;
    std::shared_ptr<FixedClock> m_clock;

    std::unique_ptr<Register> open(const QString& folder)
    {
        auto opened = Register::open(folder, Passphrase, m_clock, KdfLimits::forTests());
        if (!opened)
            qFatal("%s / %s", qPrintable(opened.error().message), qPrintable(opened.error().detail));
        return std::move(*opened);
    }
    static void write(Register& reg, const QString& name)
    {
        Record child = reg.newRecord(kinds::Child);
        child.set(ChildFields::Name, name);
        Batch batch;
        batch.add(child);
        if (auto done = reg.commit(batch).result(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    static void copy(const QString& from, const QString& to)
    {
        QDir(to).removeRecursively();
        QDir().mkpath(to);
        for (const QString& name : QDir(from).entryList(QDir::Files))
            QVERIFY(QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)));
    }
    static bool isWhole(Register& reg)
    {
        return reg.read([](Database& database) { return Verification(database).run(); }).result().value().ok();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = m_home.filePath(u"Sổ %1"_s.arg(++m_count));
        m_clock = std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(8, 5)));
        NewRegister wanted = test::wantedRegister(m_folder);
        auto made = Register::create(wanted, m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        write(*made->reg, u"Tằng Mỹ Ánh"_s);
    }
    void theSamePcGoesOnAsItWas();
    void aCopiedFolderIsAnotherDevice();
    void theFirstFolderIsNotDisturbed();
    void aFolderThatWasSetBackIsAnotherDevice();
    void whatIsRememberedHoldsNoContent();
    void anAlteredMemoryIsNotBelieved();
    void aReceiptOfMoreStopsTheWriting();
};

void TestOwnDevice::theSamePcGoesOnAsItWas()
{
    const QByteArray id = open(m_folder)->deviceId();
    auto again = open(m_folder);
    write(*again, u"Chíu A Lìn"_s);
    QCOMPARE(again->deviceId(), id);
    again.reset();
    QCOMPARE(open(m_folder)->deviceId(), id);
}

void TestOwnDevice::aCopiedFolderIsAnotherDevice()
{
    const QString copied = m_home.filePath(u"bản chép %1"_s.arg(m_count));
    copy(m_folder, copied);
    auto other = open(copied);
    QVERIFY(other->deviceId() != open(m_folder)->deviceId());
    write(*other, u"Viết ở máy thứ hai"_s);
    QVERIFY(isWhole(*other));
    const QByteArray id = other->deviceId();
    other.reset();
    QCOMPARE(open(copied)->deviceId(), id); // once only
}

void TestOwnDevice::theFirstFolderIsNotDisturbed()
{
    const QByteArray id = open(m_folder)->deviceId();
    const QString copied = m_home.filePath(u"bản chép %1"_s.arg(m_count));
    copy(m_folder, copied);
    write(*open(copied), u"Viết ở bản chép"_s);
    QCOMPARE(open(m_folder)->deviceId(), id);
}

void TestOwnDevice::aFolderThatWasSetBackIsAnotherDevice()
{
    const QString kept = m_home.filePath(u"để dành %1"_s.arg(m_count));
    copy(m_folder, kept);
    const QByteArray id = open(m_folder)->deviceId();
    write(*open(m_folder), u"Viết sau khi chép"_s);
    copy(kept, m_folder);
    auto back = open(m_folder);
    QVERIFY(back->deviceId() != id);
    write(*back, u"Viết tiếp"_s);
    QVERIFY(isWhole(*back));
}

void TestOwnDevice::whatIsRememberedHoldsNoContent()
{
    auto reg = open(m_folder);
    OwnDevice own(m_folder, reg->office().id);
    QFile file(own.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray line = file.readAll();
    QVERIFY(line.contains(reg->deviceId().toHex()));
    for (const char* word : { "Tằng", "tang", "Lan", "06838", "Sổ" })
        QVERIFY(!line.contains(word));
#ifdef Q_OS_UNIX // elsewhere the folder's own rights decide
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
}

void TestOwnDevice::anAlteredMemoryIsNotBelieved()
{
    const QByteArray id = open(m_folder)->deviceId();
    {
        OwnDevice own(m_folder, open(m_folder)->office().id);
        QFile file(own.file());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("maiam/installation/1 half a li");
    }
    QVERIFY(open(m_folder)->deviceId() != id);
}

void TestOwnDevice::aReceiptOfMoreStopsTheWriting()
{
    auto reg = open(m_folder);
    const QByteArray id = reg->deviceId();
    QVERIFY(reg->writeLocal([id](Database& database) { return ownDevice::heldElsewhere(database, id); }).result());
    Record child = reg->newRecord(kinds::Child);
    child.set(ChildFields::Name, u"không được ghi"_s);
    Batch batch;
    batch.add(child);
    const auto refused = reg->commit(batch).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    reg.reset();
    auto again = open(m_folder);
    QVERIFY(again->deviceId() != id);
    write(*again, u"Viết tiếp"_s);
}

QTEST_GUILESS_MAIN(TestOwnDevice)
#include "tst_own_device.moc"
