// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogues/catalogues.h"
#include "models/records/kinds.h"

#include <rapidcheck.h>

#include <QDate>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace maiam;

namespace {

Catalogues builtIn()
{
    auto catalogues = Catalogues::builtIn();
    if (!catalogues)
        qFatal("%s %s", qPrintable(catalogues.error().message), qPrintable(catalogues.error().detail));
    return *catalogues;
}

QLatin1String name(const char* text)
{
    return QLatin1String(text);
}

/// A small catalogue as JSON, version and entries as given.
QByteArray json(int version, const QByteArray& entries, const QByteArray& head = "\"oldest_reader\":1")
{
    return "{\"catalogue\":\"sexes\",\"version\":" + QByteArray::number(version) + ",\"vi\":\"a\",\"en\":\"b\"," + head
        + ",\"entries\":[" + entries + "]}";
}

QByteArray entry(const QByteArray& code, const QByteArray& vi = "a")
{
    return "{\"code\":\"" + code + "\",\"vi\":\"" + vi + "\",\"en\":\"b\",\"source\":\"c\",\"certainty\":\"seen\"}";
}

QString folded(const QString& text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_D).toLower()) {
        if (c == u'đ')
            out += u'd';
        else if (c.category() != QChar::Mark_NonSpacing)
            out += c;
    }
    return out.simplified();
}

} // namespace

class TestCatalogues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyEntryHasItsNamesAndItsSource();
    void everyCatalogueThatTheProgramNamesIsThere();
    void everyListThatARecordAsksForIsThere();
    void theDirectiveIsQuotedWordForWord();
    void tasksOfSectionTwoAreSupportOnly();
    void activitiesAreEvidenceForTasksThatExist();
    void theProvinceHasFiftyFourUnitsWithTheirOwnPrefix();
    void theFourteenGroupsStandInTheOrderOfTheLaw();
    void allFiftyFourPeoplesAreThereWithLocalNames();
    void ageBandsLeaveNoGap();
    void hotlinesAreTheNumbersToDial();
    void holidaysHaveValidDates();
    void spellingsLeadToOneEntryEach();
    void theSampleWorkbookIsUnderstood_data();
    void theSampleWorkbookIsUnderstood();
    void anUnknownCodeStaysVisible();

    void filesFromOutsideAreRefusedWithAReason_data();
    void filesFromOutsideAreRefusedWithAReason();
    void aFileThatIsTooLargeIsNotRead();
    void decomposedTextIsComposed();
    void rubbishNeverBreaksTheReader();
    void aNewerIssueKeepsCodesThatAreInUse();
    void anOlderIssueChangesNothing();
};

void TestCatalogues::everyEntryHasItsNamesAndItsSource()
{
    const Catalogues all = builtIn();
    static const QRegularExpression known(QStringLiteral("^(seen|verified|memory (hi|mid|lo))"));
    for (const QString& which : all.names()) {
        QSet<QString> codes;
        QSet<QString> titles;
        for (const CatalogueEntry& line : all.find(which)->entries()) {
            const QByteArray where = (which + u'/' + line.code).toUtf8();
            QVERIFY2(!codes.contains(line.code), where.constData());
            codes.insert(line.code);
            QVERIFY2(!line.vi.isEmpty() && line.vi.size() <= 60, where.constData());
            QVERIFY2(!line.en.isEmpty() && line.en.size() <= 60, where.constData());
            QVERIFY2(!line.source.isEmpty(), where.constData());
            QVERIFY2(known.match(line.certainty).hasMatch(), where.constData());
            QVERIFY2(line.vi == line.vi.normalized(QString::NormalizationForm_C), where.constData());
            if (which != u"holidays" && which != u"workbook-synonyms" && which != u"report-texts")
                QVERIFY2(!titles.contains(line.vi), (where + " has the name of another entry").constData());
            titles.insert(line.vi);
        }
    }
}

void TestCatalogues::everyCatalogueThatTheProgramNamesIsThere()
{
    const Catalogues all = builtIn();
    for (const char* which : { "units", "abuse-kinds", "sexual-abuse-kinds", "groups", "subgroups", "sources",
             "channels", "sexes", "report-categories", "ethnic-groups", "nationalities", "environments", "relations",
             "steps", "conclusions", "review-results", "closing-reasons", "report-outcomes", "proceedings-roles",
             "services", "session-types", "audiences", "communication-means", "directive-tasks", "evidence-kinds",
             "directive-documents", "document-states", "task-states", "task-roles", "hotlines", "age-bands", "holidays",
             "statutory-times", "emergency-needs", "session-states", "workbook-synonyms" })
        QVERIFY2(all.find(QLatin1String(which)) != nullptr, which);
    QVERIFY(all.at(name("no such list")).entries().empty());
}

void TestCatalogues::everyListThatARecordAsksForIsThere()
{
    const Catalogues all = builtIn();
    int asked = 0;
    for (const RecordKind* kind : kinds::all()) {
        for (const Field* field : kind->fields) {
            if (!field->catalogue)
                continue;
            QVERIFY2(all.find(QString::fromLatin1(field->catalogue)) != nullptr, field->catalogue);
            ++asked;
        }
    }
    QVERIFY(asked > 0);
}

void TestCatalogues::theDirectiveIsQuotedWordForWord()
{
    QFile file(QStringLiteral(MAIAM_SOURCE_DIR "/tests/catalogues/directive.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString directive = QString::fromUtf8(file.readAll());
    const Catalogues all = builtIn();
    const Catalogue& tasks = all.at(name("directive-tasks"));
    QStringList codes;
    for (const CatalogueEntry& task : tasks.entries()) {
        codes.append(task.code);
        const QString text = task.text(name("text"));
        QVERIFY2(text.size() > 20 && directive.contains(text), qPrintable(task.code));
        QVERIFY2(task.text(name("sentence")).contains(text), qPrintable(task.code));
        QVERIFY2(directive.contains(task.text(name("sentence"))), qPrintable(task.code));
        QVERIFY2(all.at(name("evidence-kinds")).contains(task.text(name("evidence"))), qPrintable(task.code));
        for (const QString& document : task.list(name("documents")))
            QVERIFY2(all.at(name("directive-documents")).contains(document), qPrintable(document));
    }
    QCOMPARE(codes.join(u' '), QStringLiteral("1 1.a 1.b 1.c 1.d 2.a 2.b 2.c 2.d 2.e 2.f 2.g 2.h"));
    QVERIFY(tasks.find(QStringLiteral("2.h"))->flag(name("breaks_off")));
    QVERIFY(directive.trimmed().endsWith(tasks.find(QStringLiteral("2.h"))->text(name("text"))));
}

void TestCatalogues::tasksOfSectionTwoAreSupportOnly()
{
    const Catalogues all = builtIn();
    for (const CatalogueEntry& task : all.at(name("directive-tasks")).entries()) {
        const QString role = task.code.startsWith(u'2') ? QStringLiteral("support") : QStringLiteral("lead");
        QCOMPARE(task.text(name("role")), role);
        QVERIFY(all.at(name("task-roles")).contains(role));
    }
}

void TestCatalogues::activitiesAreEvidenceForTasksThatExist()
{
    const Catalogues all = builtIn();
    QSet<QString> served;
    for (const CatalogueEntry& type : all.at(name("session-types")).entries()) {
        const QStringList tasks = type.list(name("tasks")) + type.list(name("tasks_with_hotlines"));
        QVERIFY2(!tasks.isEmpty(), qPrintable(type.code));
        QVERIFY2(all.at(name("audiences")).contains(type.text(name("audience"))), qPrintable(type.code));
        for (const QString& task : tasks) {
            QVERIFY2(all.at(name("directive-tasks")).contains(task), qPrintable(task));
            served.insert(task);
        }
    }
    QCOMPARE(served,
        (QSet<QString> { QStringLiteral("2.a"), QStringLiteral("2.b"), QStringLiteral("2.c"), QStringLiteral("2.d"),
            QStringLiteral("2.e"), QStringLiteral("2.g") }));
}

void TestCatalogues::theProvinceHasFiftyFourUnitsWithTheirOwnPrefix()
{
    const Catalogues all = builtIn();
    const Catalogue& units = all.at(name("units"));
    QHash<QString, int> kinds;
    QSet<QString> prefixes;
    static const QRegularExpression shape(QStringLiteral("^[A-Z][A-Z0-9]{1,4}$"));
    for (const CatalogueEntry& unit : units.entries()) {
        ++kinds[unit.text(name("kind"))];
        const QString prefix = unit.text(name("prefix"));
        QVERIFY2(shape.match(prefix).hasMatch() && !prefixes.contains(prefix), qPrintable(unit.code));
        prefixes.insert(prefix);
    }
    QCOMPARE(kinds.value(QStringLiteral("commune")), 22);
    QCOMPARE(kinds.value(QStringLiteral("ward")), 30);
    QCOMPARE(kinds.value(QStringLiteral("special-zone")), 2);
    QCOMPARE(kinds.value(QStringLiteral("province")), 1);
    const CatalogueEntry* binhLieu = units.find(QStringLiteral("06838"));
    QVERIFY(binhLieu);
    QCOMPARE(binhLieu->vi, QStringLiteral("Bình Liêu"));
    QCOMPARE(binhLieu->text(name("prefix")), QStringLiteral("BL"));
    QCOMPARE(units.title(QStringLiteral("22"), CatalogueLanguage::English), QStringLiteral("Quang Ninh"));
}

void TestCatalogues::theFourteenGroupsStandInTheOrderOfTheLaw()
{
    const Catalogues all = builtIn();
    QStringList letters;
    for (const CatalogueEntry& group : all.at(name("groups")).entries()) {
        if (group.text(name("category")) == u"special")
            letters.append(group.text(name("letter")));
        const QString abuse = group.text(name("abuse"));
        QVERIFY2(abuse.isEmpty() || all.at(name("abuse-kinds")).contains(abuse), qPrintable(group.code));
    }
    QCOMPARE(letters.join(u' '), QStringLiteral("a b c d đ e g h i k l m n o"));
    for (const CatalogueEntry& part : all.at(name("subgroups")).entries())
        QVERIFY2(all.at(name("groups")).contains(part.text(name("group"))), qPrintable(part.code));
}

void TestCatalogues::allFiftyFourPeoplesAreThereWithLocalNames()
{
    const Catalogues all = builtIn();
    const Catalogue& peoples = all.at(name("ethnic-groups"));
    int numbered = 0;
    QHash<QString, QString> names;
    for (const CatalogueEntry& people : peoples.entries()) {
        numbered += people.text(name("number")).isEmpty() ? 0 : 1;
        const QStringList called = people.list(name("aliases")) + QStringList { people.vi };
        for (const QString& one : called) {
            QVERIFY2(!names.contains(one.toLower()), qPrintable(one));
            names.insert(one.toLower(), people.code);
        }
    }
    QCOMPARE(numbered, 55); // 54 and foreigners
    QCOMPARE(names.value(QStringLiteral("sán chỉ")), QStringLiteral("san-chay"));
    QCOMPARE(names.value(QStringLiteral("dao thanh y")), QStringLiteral("dao"));
}

void TestCatalogues::ageBandsLeaveNoGap()
{
    const Catalogues all = builtIn();
    int next = 0;
    for (const CatalogueEntry& band : all.at(name("age-bands")).entries()) {
        if (band.unknown())
            continue;
        QCOMPARE(band.number(name("from"), -1), next);
        next = band.number(name("below"), -1);
        QVERIFY(next > band.number(name("from")));
    }
    QVERIFY(next > 16);
}

void TestCatalogues::hotlinesAreTheNumbersToDial()
{
    const Catalogues all = builtIn();
    QMap<int, QString> foot;
    for (const CatalogueEntry& line : all.at(name("hotlines")).entries()) {
        QCOMPARE(line.text(name("number")), line.code);
        if (line.number(name("foot")) > 0)
            foot.insert(line.number(name("foot")), line.code);
    }
    QCOMPARE(foot.values().join(u' '), QStringLiteral("111 18001769 113 115"));
}

void TestCatalogues::holidaysHaveValidDates()
{
    const Catalogues all = builtIn();
    for (const CatalogueEntry& day : all.at(name("holidays")).entries()) {
        const QDate date = QDate::fromString(day.text(name("date")), Qt::ISODate);
        QVERIFY2(date.isValid() && day.code == day.text(name("date")), qPrintable(day.code));
        const bool weekend = date.dayOfWeek() >= Qt::Saturday;
        const QString kind = day.text(name("kind"));
        if (kind == u"work")
            QVERIFY2(weekend, qPrintable(day.code));
        QVERIFY2(kind == u"off" || kind == u"work" || kind == u"unconfirmed", qPrintable(day.code));
    }
}

void TestCatalogues::spellingsLeadToOneEntryEach()
{
    const Catalogues all = builtIn();
    QHash<QString, QString> seen;
    for (const CatalogueEntry& line : all.at(name("workbook-synonyms")).entries()) {
        const bool column = line.text(name("kind")) == u"column";
        const QString list = column ? QStringLiteral("column") : line.text(name("catalogue"));
        const QString target = line.text(name("target"));
        QCOMPARE(line.code, list + u':' + target);
        if (!column)
            QVERIFY2(all.find(list) && all.find(list)->contains(target), qPrintable(line.code));
        QVERIFY(!line.list(name("spellings")).isEmpty());
        for (const QString& spelling : line.list(name("spellings"))) {
            const QString key = list + u':' + folded(spelling);
            QVERIFY2(!seen.contains(key) || seen.value(key) == line.code, qPrintable(key));
            seen.insert(key, line.code);
        }
    }
}

void TestCatalogues::theSampleWorkbookIsUnderstood_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("cells");
    QTest::newRow("columns") << QStringLiteral("column")
                             << QStringLiteral("STT|Họ và tên trẻ|Ngày sinh|Giới tính|Nam|Nữ|Dân tộc|Số ĐDCN|"
                                               "Họ tên cha|Họ tên mẹ/ người chăm sóc|Chỗ ở hiện nay|"
                                               "Thuộc nhóm hoàn cảnh|Ngày tiếp nhận|Nguồn tin|Hình thức xâm hại|"
                                               "Ghi chú");
    QTest::newRow("groups") << QStringLiteral("groups")
                            << QStringLiteral("Trẻ em khuyết tật|Trẻ em bị mua bán|Trẻ em có nguy cơ bị bạo lực|"
                                              "TE nghèo, cận nghèo|Trẻ em bị bạo lực|Trẻ em bị xâm hại tình dục|"
                                              "Trẻ em bị bỏ rơi|Trẻ em bị bóc lột|Trẻ em mồ côi cả cha và mẹ|"
                                              "Nguy cơ bị bỏ rơi");
    QTest::newRow("sources") << QStringLiteral("sources")
                             << QStringLiteral("Người dân|18001769|Gia đình|Công an xã|Trường học|Trưởng thôn|"
                                               "Tổng đài 111|Trạm y tế");
    QTest::newRow("kinds") << QStringLiteral("abuse-kinds")
                           << QStringLiteral("Bỏ rơi, bỏ mặc|Bạo lực|Xâm hại tình dục|XHTD|bạo lực gia đình|Bóc lột|"
                                             "Mua bán");
}

void TestCatalogues::theSampleWorkbookIsUnderstood()
{
    QFETCH(QString, list);
    QFETCH(QString, cells);
    const Catalogues all = builtIn();
    QSet<QString> spellings;
    for (const CatalogueEntry& line : all.at(name("workbook-synonyms")).entries()) {
        if (line.code.startsWith(list + u':')) {
            for (const QString& spelling : line.list(name("spellings")))
                spellings.insert(folded(spelling));
        }
    }
    for (const QString& cell : cells.split(u'|'))
        QVERIFY2(spellings.contains(folded(cell)), qPrintable(cell));
}

void TestCatalogues::anUnknownCodeStaysVisible()
{
    const Catalogues all = builtIn();
    QCOMPARE(all.title(name("sexes"), QStringLiteral("female"), CatalogueLanguage::Vietnamese), QStringLiteral("Nữ"));
    QCOMPARE(all.title(name("sexes"), QStringLiteral("x-9"), CatalogueLanguage::Vietnamese), QStringLiteral("x-9"));
    QVERIFY(!all.at(name("sexes")).find(QStringLiteral("x-9")));
}

void TestCatalogues::filesFromOutsideAreRefusedWithAReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const auto invalid = ErrorCode::InvalidInput;
    QTest::newRow("empty") << QByteArray() << invalid;
    QTest::newRow("not JSON") << QByteArray("PK\x03\x04") << invalid;
    QTest::newRow("an array") << QByteArray("[1]") << invalid;
    QTest::newRow("cut in the middle") << json(1, entry("a")).chopped(5) << invalid;
    QTest::newRow("deep") << QByteArray(100'000, '[') << invalid;
    QTest::newRow("no head") << QByteArray("{\"entries\":[" + entry("a") + "]}") << invalid;
    QTest::newRow("version 0") << json(0, entry("a")) << invalid;
    QTest::newRow("no entries") << json(1, "") << invalid;
    QTest::newRow("code twice") << json(1, entry("a") + "," + entry("a")) << invalid;
    QTest::newRow("no name") << json(1, entry("a", "")) << invalid;
    QTest::newRow("long name") << json(1, entry("a", QByteArray(61, 'n'))) << invalid;
    QTest::newRow("long text") << json(1, entry("a", QByteArray(9000, 'n'))) << invalid;
    QTest::newRow("code with spaces") << json(1, entry("a b")) << invalid;
    QTest::newRow("code as a path") << json(1, entry("../x")) << invalid;
    QTest::newRow("entry is a number") << json(1, "7") << invalid;
    QTest::newRow("newer format") << json(1, entry("a"), "\"oldest_reader\":2") << ErrorCode::NewerVersion;
}

void TestCatalogues::filesFromOutsideAreRefusedWithAReason()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const auto catalogue = Catalogue::fromJson(bytes);
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().code, code);
    QVERIFY(catalogue.error().message.size() > 20);
}

void TestCatalogues::aFileThatIsTooLargeIsNotRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("danh mục.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json(1, entry("a")) + QByteArray(Catalogue::MaxBytes, ' '));
    file.close();
    const auto catalogue = Catalogue::fromFile(file.fileName());
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().code, ErrorCode::InvalidInput);
    const auto none = Catalogue::fromFile(folder.filePath(QStringLiteral("none.json")));
    QCOMPARE(none.error().code, ErrorCode::NotFound);
}

void TestCatalogues::decomposedTextIsComposed()
{
    const QString name = QStringLiteral("Bạo lực");
    const auto catalogue =
        Catalogue::fromJson(json(1, entry("a", name.normalized(QString::NormalizationForm_D).toUtf8())));
    QVERIFY(catalogue);
    QCOMPARE(catalogue->title(QStringLiteral("a"), CatalogueLanguage::Vietnamese), name);
}

void TestCatalogues::rubbishNeverBreaksTheReader()
{
    const QByteArray good = json(1, entry("a") + "," + entry("b"));
    QVERIFY(Catalogue::fromJson(good));
    QVERIFY(rc::check("a changed byte gives a catalogue with unique codes or an error", [&] {
        QByteArray bytes = good;
        for (int i = *rc::gen::inRange(1, 5); i > 0; --i)
            bytes[*rc::gen::inRange<qsizetype>(0, bytes.size())] = static_cast<char>(*rc::gen::inRange(0, 256));
        const auto catalogue = Catalogue::fromJson(bytes);
        if (!catalogue) {
            RC_ASSERT(!catalogue.error().message.isEmpty());
            return;
        }
        for (const CatalogueEntry& line : catalogue->entries())
            RC_ASSERT(catalogue->find(line.code) == &line);
    }));
}

void TestCatalogues::aNewerIssueKeepsCodesThatAreInUse()
{
    Catalogues all = builtIn();
    const auto newer = Catalogue::fromJson(json(2, entry("male", "Trai") + "," + entry("new")));
    QVERIFY(newer);
    QVERIFY(all.update(*newer));
    const Catalogue& sexes = all.at(name("sexes"));
    QCOMPARE(sexes.version(), 2);
    QCOMPARE(sexes.title(QStringLiteral("male"), CatalogueLanguage::Vietnamese), QStringLiteral("Trai"));
    QCOMPARE(sexes.title(QStringLiteral("female"), CatalogueLanguage::Vietnamese), QStringLiteral("Nữ"));
    QVERIFY(sexes.find(QStringLiteral("female"))->retired());
    QVERIFY(!sexes.find(QStringLiteral("new"))->retired());
}

void TestCatalogues::anOlderIssueChangesNothing()
{
    Catalogues all = builtIn();
    const auto same = Catalogue::fromJson(json(1, entry("male", "Trai")));
    QVERIFY(same);
    const auto refused = all.update(*same);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(all.title(name("sexes"), QStringLiteral("male"), CatalogueLanguage::Vietnamese), QStringLiteral("Nam"));
    QVERIFY(!all.at(name("units")).updatedBy(*same));
}

QTEST_GUILESS_MAIN(TestCatalogues)
#include "tst_catalogues.moc"
