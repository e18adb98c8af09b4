// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_disk.h"

#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {
void putText(const char* file, const QByteArray& text)
{
    QFile out(QString::fromLatin1(file));
    if (out.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        out.write(text);
}
} // namespace

void SmallDisk::prepare()
{
    std::signal(SIGXFSZ, SIG_IGN);
    const auto user = QByteArray::number(qulonglong(getuid()));
    const auto group = QByteArray::number(qulonglong(getgid()));
    if (getuid() == 0) {
        if (unshare(CLONE_NEWNS) != 0)
            return;
    } else if (unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) {
        putText("/proc/self/setgroups", "deny");
        putText("/proc/self/uid_map", user + ' ' + user + " 1");
        putText("/proc/self/gid_map", group + ' ' + group + " 1");
    }
    mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
}

SmallDisk::SmallDisk(qint64 bytes)
{
    const QByteArray size = "size=" + QByteArray::number(bytes) + ",mode=0700";
    m_isMounted = mount("maiam", QFile::encodeName(m_folder.path()).constData(), "tmpfs", 0, size.constData()) == 0;
}

SmallDisk::~SmallDisk()
{
    free();
    if (m_isMounted)
        umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
}

void SmallDisk::fill()
{
    if (!m_isMounted) {
        rlimit limit {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
        limit.rlim_cur = 0;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
        return;
    }
    const int file =
        ::open(QFile::encodeName(path(QStringLiteral("filler"))).constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    QVERIFY(file >= 0);
    const QByteArray block(64 * 1024, 'x');
    while (::write(file, block.constData(), size_t(block.size())) > 0) {
    }
    while (::write(file, block.constData(), 1) > 0) {
    }
    ::close(file);
}

void SmallDisk::free()
{
    QFile::remove(path(QStringLiteral("filler")));
    rlimit limit {};
    if (!m_isMounted && getrlimit(RLIMIT_FSIZE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
}
