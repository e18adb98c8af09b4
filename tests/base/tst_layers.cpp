// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the source tree and keeps the house in order: who may include whom, how long a file may be, its licence.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

constexpr int MostLines = 600;

QSet<QString> rooms(const char* names)
{
    const QStringList list = QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(list.begin(), list.end());
}

/// For every room of models/, the other rooms that it may include.
QHash<QString, QSet<QString>> allowedRooms()
{
    const QSet<QString> below = rooms("base text records catalogues sqlcipher journal search register attachments");
    const QSet<QString> capabilities = rooms("children cases activities directive");
    QHash<QString, QSet<QString>> may;
    may[QStringLiteral("base")] = {};
    for (const char* room : { "text", "records", "catalogues", "sheets", "sqlcipher" })
        may[QString::fromLatin1(room)] = rooms("base");
    may[QStringLiteral("journal")] = rooms("base records sqlcipher text");
    // The index is made from the tables that the journal folds into; the journal does not know the index.
    may[QStringLiteral("search")] = rooms("base text records sqlcipher journal");
    // Keys and the age format, below the register that keeps them and the exchange that uses them.
    may[QStringLiteral("sealing")] = rooms("base sqlcipher");
    // The file of a backup: pages, chains and a seal. It knows no register; the register makes and restores them.
    may[QStringLiteral("backup")] = rooms("base journal records sqlcipher");
    may[QStringLiteral("register")] = rooms("base journal search sealing sqlcipher records catalogues text backup");
    may[QStringLiteral("drafts")] = rooms("base journal records sqlcipher register");
    may[QStringLiteral("attachments")] = rooms("base journal register sqlcipher records");
    for (const char* room : { "children", "cases", "activities", "directive" })
        may[QString::fromLatin1(room)] = below + capabilities;
    may[QStringLiteral("cases")] += rooms("drafts"); // an erasure asks which unsaved forms name the child
    // A leak of data is of no case; its form asks which children its texts name.
    may[QStringLiteral("incidents")] = rooms("base records catalogues sqlcipher text");
    may[QStringLiteral("agenda")] = below + capabilities + rooms("incidents");
    may[QStringLiteral("reports")] = below + capabilities + rooms("agenda");
    may[QStringLiteral("exchange")] = rooms("base journal register sealing sqlcipher records attachments");
    may[QStringLiteral("province")] = below + capabilities + rooms("agenda reports exchange");
    // The post changes hands with all of an office's work and with its people; what leaves on paper is papers' matter.
    may[QStringLiteral("handover")] = below + capabilities + rooms("reports drafts backup incidents");
    may[QStringLiteral("imports")] =
        rooms("base sheets children cases register journal sqlcipher catalogues text records");
    may[QStringLiteral("demo")] =
        below + capabilities + rooms("agenda reports province exchange imports sealing sheets");
    may[QStringLiteral("papers")] = may.value(QStringLiteral("demo")) + rooms("demo handover incidents");
    return may;
}

bool isPosixOnly(const QString& header)
{
    static const QSet<QString> names = rooms("unistd.h pthread.h fcntl.h dirent.h pwd.h grp.h poll.h termios.h dlfcn.h "
                                             "netdb.h syslog.h execinfo.h sched.h semaphore.h strings.h fnmatch.h "
                                             "glob.h ftw.h spawn.h langinfo.h iconv.h windows.h Windows.h");
    return names.contains(header) || header.startsWith(u"sys/") || header.startsWith(u"netinet/")
        || header.startsWith(u"arpa/") || header.startsWith(u"linux/");
}

/// A call of POSIX alone, or a place that only such systems have, in this line of code; empty when there is none.
QString posixOnlyUse(const QString& line)
{
    static const QRegularExpression call(
        QStringLiteral("(?<![\\w.>])(?:::)?(vfork|exec[lv]p?e?|getuid|geteuid|getpwuid|chmod|fchmod|chown|umask|fsync|"
                       "fdatasync|mkstemp|mkdtemp|flock|fcntl|ioctl|mmap|munmap|mlock|madvise|sigaction|kill|symlink|"
                       "readlink|realpath|nanosleep|usleep|localtime_r|gmtime_r|strcasecmp|strncasecmp|setenv|unsetenv|"
                       "getline|strptime|timegm|sysconf|isatty|fileno)\\s*\\("));
    static const QRegularExpression place(
        QStringLiteral("\"(?:/(?:tmp|home|usr|etc|proc|dev|var|mnt|media|run|opt)(?:[/\"])|~/)"));
    static const QRegularExpression comment(QStringLiteral("(^|\\s)//.*$")); // an address has no blank before it
    const QString code = QString(line).remove(comment);
    const QRegularExpressionMatch called = call.match(code);
    if (called.hasMatch())
        return called.captured(1) + QStringLiteral("()");
    const QRegularExpressionMatch named = place.match(code);
    return named.hasMatch() ? named.captured(0).mid(1) : QString();
}

/// The Qt module a header belongs to, among those that models/ does not know; empty otherwise.
QString foreignQtModule(const QString& header, bool papers)
{
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    QStringList modules { QStringLiteral("QtWidgets"), QStringLiteral("QtPrintSupport"), QStringLiteral("QtNetwork"),
        QStringLiteral("QtDBus") };
    if (!papers)
        modules.append(QStringLiteral("QtGui"));
    const QString first = header.section(u'/', 0, 0);
    if (modules.contains(first))
        return first;
    for (const QString& module : modules) {
        if (QFile::exists(headers + u'/' + module + u'/' + header))
            return module;
    }
    return {};
}

struct Source
{
    QString path; ///< from the root of the tree
    QStringList lines;
};

/// What is wrong in a file, each as "path:line: sentence".
class Inspector
{
public:
    QStringList inspect(const Source& source)
    {
        m_path = source.path;
        m_wrong.clear();
        if (source.lines.isEmpty() || source.lines.first() != u"// SPDX-License-Identifier: GPL-3.0-or-later")
            report(1, QStringLiteral("the first line is not the SPDX line of the licence"));
        if (source.lines.size() > MostLines)
            report(MostLines + 1,
                QStringLiteral("the file has %1 lines, at most %2 are allowed; divide it")
                    .arg(source.lines.size())
                    .arg(MostLines));
        static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
        for (qsizetype i = 0; i < source.lines.size(); ++i) {
            const QRegularExpressionMatch match = include.match(source.lines.at(i));
            if (match.hasMatch() && !m_path.startsWith(u"tests/"))
                inspectInclude(i + 1, match.captured(2), match.captured(1) == u"\"");
            else if (!m_path.startsWith(u"tests/") && !m_path.startsWith(u"app/platform/"))
                inspectUse(i + 1, source.lines.at(i));
        }
        return m_wrong;
    }

private:
    void report(qsizetype line, const QString& sentence)
    {
        m_wrong.append(QStringLiteral("%1:%2: %3").arg(m_path).arg(line).arg(sentence));
    }

    void inspectUse(qsizetype line, const QString& code)
    {
        if (const QString use = posixOnlyUse(code); !use.isEmpty())
            report(line, QStringLiteral("%1 is there on one system only; use it in app/platform/").arg(use));
    }

    void inspectInclude(qsizetype line, const QString& header, bool quoted)
    {
        if (isPosixOnly(header) && !m_path.startsWith(u"app/platform/"))
            report(line, QStringLiteral("<%1> belongs to one system only; use it in app/platform/").arg(header));
        const QString layer = m_path.section(u'/', 0, 0);
        const QString target = header.section(u'/', 0, 0);
        static const QHash<QString, int> height { { QStringLiteral("models"), 0 }, { QStringLiteral("ui"), 1 },
            { QStringLiteral("app"), 2 } };
        if (quoted && height.value(target, -1) > height.value(layer))
            report(line, QStringLiteral("%1/ includes %2/, which stands above it").arg(layer, target));
        if (layer == u"models")
            inspectModelInclude(line, header, quoted);
    }

    void inspectModelInclude(qsizetype line, const QString& header, bool quoted)
    {
        const QString room = m_path.section(u'/', 1, 1);
        const QString module = quoted ? QString() : foreignQtModule(header, room == u"papers");
        if (!module.isEmpty())
            report(line, QStringLiteral("models/%1 includes <%2> of %3").arg(room, header, module));
        if (!quoted || header.endsWith(u".moc"))
            return;
        if (!header.startsWith(u"models/")) {
            report(line, QStringLiteral("\"%1\" is not written from the root of the tree").arg(header));
            return;
        }
        const QString other = header.section(u'/', 1, 1);
        static const QHash<QString, QSet<QString>> may = allowedRooms();
        if (!may.contains(room))
            report(line, QStringLiteral("models/%1 is a room that this test does not know; add it").arg(room));
        else if (other != room && !may.value(room).contains(other))
            report(line, QStringLiteral("models/%1 may not know models/%2").arg(room, other));
    }

    QString m_path;
    QStringList m_wrong;
};

QStringList inspect(const char* path, const QByteArray& text)
{
    return Inspector().inspect({ QString::fromLatin1(path), QString::fromUtf8(text).split(u'\n') });
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theInspectorSeesWhatIsWrong_data();
    void theInspectorSeesWhatIsWrong();
    void theHouseIsInOrder();
    void noRoomKnowsItselfThroughAnother();
    void scriptsCarryTheirLicence();
};

void TestLayers::theInspectorSeesWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char* what, const char* path, const char* line, const char* wrong) {
        QTest::newRow(what) << QString::fromLatin1(path) << QString::fromLatin1(line) << QString::fromLatin1(wrong);
    };
    row("a widget in models", "models/cases/a.cpp", "#include <QMessageBox>", "QtWidgets");
    row("a widget by module", "models/cases/a.cpp", "#include <QtWidgets/QWidget>", "QtWidgets");
    row("a view in papers", "models/papers/a.h", "#include <QTableView>", "QtWidgets");
    row("Gui outside papers", "models/cases/a.h", "#include <QColor>", "QtGui");
    row("Gui in papers", "models/papers/a.h", "#include <QPainter>", "");
    row("Core", "models/cases/a.h", "#include <QHash>", "");
    row("printing in models", "models/papers/a.h", "#include <QPrinter>", "QtPrintSupport");
    row("the interface from models", "models/papers/a.h", "#include \"ui/shell/b.h\"", "stands above");
    row("the program from ui", "ui/shell/a.h", "#include \"app/b.h\"", "stands above");
    row("models from ui", "ui/shell/a.h", "#include \"models/cases/b.h\"", "");
    row("a room above", "models/journal/a.h", "#include \"models/register/b.h\"", "may not know models/register");
    row("a room below", "models/register/a.h", "#include \"models/journal/b.h\"", "");
    row("catalogues know base alone", "models/catalogues/a.h", "#include \"models/text/b.h\"", "may not know");
    row("an unknown room", "models/cellar/a.h", "#include \"models/base/b.h\"", "does not know");
    row("a relative include", "models/cases/a.h", "#include \"b.h\"", "root of the tree");
    row("POSIX in models", "models/register/a.cpp", "#  include <sys/stat.h>", "app/platform");
    row("POSIX in app", "app/a.cpp", "#include <unistd.h>", "app/platform");
    row("a POSIX call", "models/register/a.cpp", "    if (fsync(handle) != 0)", "fsync() is there on one system");
    row("a POSIX call by its full name", "ui/shell/a.cpp", "::umask(077);", "umask()");
    row("a method of that name", "models/register/a.cpp", "process.kill(); m_device->fcntl(3);", "");
    row("a place of one system", "app/a.cpp", "QFile file(QStringLiteral(\"/tmp/x\"));", "/tmp/ is there");
    row("a home of one system", "app/a.cpp", "QFile file(QStringLiteral(\"~/x\"));", "~/ is there");
    row("a resource", "models/catalogues/a.cpp", "QFile file(QStringLiteral(\":/dev/x\"));", "");
    row("a call in a comment", "models/register/a.cpp", "return; // as fsync() does", "");
    row("POSIX where it belongs", "app/platform/linux/a.cpp", "#include <unistd.h>", "");
}

void TestLayers::theInspectorSeesWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(QString, wrong);
    const QByteArray text = "// SPDX-License-Identifier: GPL-3.0-or-later\n\n" + line.toUtf8();
    const QStringList found = inspect(path.toLatin1().constData(), text);
    if (wrong.isEmpty()) {
        QCOMPARE(found, QStringList());
    } else {
        QVERIFY(!found.isEmpty());
        QVERIFY2(found.first().startsWith(path + QStringLiteral(":3: ")) && found.first().contains(wrong),
            qPrintable(found.first()));
    }
    QVERIFY(!inspect("models/base/a.h", "#pragma once").isEmpty());
    const QByteArray spdx = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    QCOMPARE(inspect("models/base/a.h", spdx + QByteArray(599, '\n')).size(), 1);
    QCOMPARE(inspect("models/base/a.h", spdx + QByteArray(598, '\n')).size(), 0);
}

void TestLayers::theHouseIsInOrder()
{
    QVERIFY2(QFile::exists(QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtWidgets/QWidget")),
        "Qt's headers are needed to know which header belongs to which module");
    const QDir root(QStringLiteral(MAIAM_SOURCE_DIR));
    QStringList wrong;
    int files = 0;
    for (const char* layer : { "models", "ui", "app", "tests" }) {
        QDirIterator walk(root.filePath(QString::fromLatin1(layer)), { QStringLiteral("*.cpp"), QStringLiteral("*.h") },
            QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY2(file.open(QIODevice::ReadOnly | QIODevice::Text), qPrintable(file.fileName()));
            QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
            if (lines.last().isEmpty())
                lines.removeLast();
            wrong += Inspector().inspect({ root.relativeFilePath(file.fileName()), lines });
            ++files;
        }
    }
    QVERIFY2(files > 10, "the source tree was not found");
    wrong.sort();
    for (const QString& one : wrong)
        qWarning("%s", qPrintable(one));
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 places, named above").arg(wrong.size())));
}

/// Apart from the capabilities, which may know each other's records, no two rooms may know each other.
void TestLayers::noRoomKnowsItselfThroughAnother()
{
    const auto may = allowedRooms();
    const QSet<QString> capabilities = rooms("children cases activities directive");
    for (auto it = may.begin(); it != may.end(); ++it) {
        QSet<QString> reached;
        QStringList next(it->begin(), it->end());
        while (!next.isEmpty()) {
            const QString room = next.takeLast();
            if (reached.contains(room) || capabilities.contains(room))
                continue;
            reached.insert(room);
            next.append(may.value(room).values());
        }
        QVERIFY2(!reached.contains(it.key()), qPrintable(it.key()));
    }
}

void TestLayers::scriptsCarryTheirLicence()
{
    const QDir root(QStringLiteral(MAIAM_SOURCE_DIR));
    QDirIterator walk(root.filePath(QStringLiteral("scripts")), QDir::Files, QDirIterator::Subdirectories);
    int files = 0;
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.read(200).contains("# SPDX-License-Identifier: GPL-3.0-or-later\n"), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
