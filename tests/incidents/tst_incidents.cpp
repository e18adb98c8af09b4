// SPDX-License-Identifier: GPL-3.0-or-later
// A leak of data: its 72 hours, what must be said of it, who may record it, and that nothing takes it away.
#include "models/agenda/agenda.h"
#include "models/agenda/due_times.h"
#include "models/incidents/incident_form.h"
#include "models/incidents/incident_list.h"
#include "models/incidents/notice_words.h"
#include "models/register/people.h"
#include "tests/register/key_helpers.h"
#include "tests/support/small_register.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;
using F = IncidentFields;
using maiam::test::KeyedRegister;
using maiam::test::MinhWords;

namespace {
const QByteArray Commune(16, 'a');
const QByteArray Other(16, 'b');
constexpr UtcMs Hour = 3600'000;
const UtcMs Found = civil::at(QDate(2026, 11, 24), QTime(8, 5));

const StatutoryClock& lawClock()
{
    static const StatutoryClock clock = *StatutoryClock::fromCatalogues(builtInCatalogues());
    return clock;
}

Record leak(UtcMs found = Found)
{
    Record record(kinds::Incident, recordId::create(Commune));
    record.set(F::Found, std::optional<qint64>(found));
    return record;
}

QString refusal(const Record& record, UtcMs now = Found + Hour)
{
    const auto checked = IncidentForm::check(record, now);
    return checked ? QString() : checked.error().message;
}

std::vector<DueIncident> due(SmallRegister& reg, UtcMs now)
{
    auto agenda = agenda::read(reg.database(), lawClock(), now);
    if (!agenda)
        qFatal("%s", qPrintable(agenda.error().detail));
    return agenda->incidents;
}
} // namespace

class TestIncidents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seventyTwoHoursRunThroughNightsAndHolidays()
    {
        const auto state = [](UtcMs now, std::optional<UtcMs> sent = {}, std::optional<UtcMs> closed = {}) {
            return lawClock().leakNotice(Found, sent, closed, now);
        };
        QCOMPARE(state(Found).dueAt, civil::at(QDate(2026, 11, 27), QTime(8, 5)));
        QCOMPARE(state(Found + 10 * Hour).status, ClockStatus::Running);
        QCOMPARE(StatutoryClock::remainingText(state(Found + 10 * Hour)), u"62 h 00′ left"_s);
        QCOMPARE(state(Found + 48 * Hour).status, ClockStatus::DueSoon);
        QCOMPARE(state(Found + 72 * Hour).status, ClockStatus::DueSoon);
        QCOMPARE(state(Found + 72 * Hour + 1).status, ClockStatus::Overdue);
        QCOMPARE(state(Found + 100 * Hour, Found + 70 * Hour).status, ClockStatus::MetInTime);
        QCOMPARE(state(Found + 100 * Hour, Found + 73 * Hour).status, ClockStatus::MetLate);
        QVERIFY(!state(Found + 100 * Hour, {}, Found + 5 * Hour).isOpen());
    }

    void itStandsAmongWhatIsDueUntilTheNoticeIsSentOrItIsClosed()
    {
        SmallRegister reg;
        reg.add(kinds::Incident, { { "found", Found }, { "kind", u"lost-device"_s } }, Commune);
        reg.add(kinds::Incident, { { "found", Found - 5 * Hour } }, Commune);
        reg.add(kinds::Incident, { { "found", Found }, { "sent", Found + Hour } }, Commune);
        reg.add(kinds::Incident, { { "found", Found }, { "closed", Found + Hour } }, Commune);
        reg.add(kinds::Incident, {}, Other); // only its entry came here, without content
        const auto waiting = due(reg, Found + 2 * Hour);
        QCOMPARE(waiting.size(), size_t(2));
        QCOMPARE(waiting[0].incident.found, Found - 5 * Hour); // runs out first
        QCOMPARE(waiting[1].incident.kind, u"lost-device"_s);
        QCOMPARE(waiting[1].clock.dueAt, Found + 72 * Hour);
        QCOMPARE(incidentList::ids(reg.database()).value().size(), size_t(4)); // the list keeps them all
        QCOMPARE(incidentList::open(reg.database()).value().size(), size_t(3));
        const auto listed = incidentList::page(reg.database(), incidentList::ids(reg.database()).value()).value();
        QCOMPARE(listed.back().found, Found - 5 * Hour); // newest first
    }

    void aClockSetBackOrFarAheadHidesNothing()
    {
        SmallRegister reg;
        reg.add(kinds::Incident, { { "found", Found } }, Commune);
        for (const UtcMs now : { Found - 400 * 24 * Hour, Found - Hour, Found, Found + 4000 * 24 * Hour }) {
            QCOMPARE(due(reg, now).size(), size_t(1));
            QVERIFY(due(reg, now).front().clock.isOpen());
        }
        // Corrected while the clock is behind: what was stored before is not doubted, what is typed now is.
        Record stored(kinds::Incident, recordId::create(Commune), { { "found", Found } }, {}, {}, 1);
        stored.set(F::Place, u"phòng một cửa"_s);
        QCOMPARE(refusal(stored, Found - 400 * 24 * Hour), QString());
        stored.set(F::Found, std::optional<qint64>(Found + 2 * Hour));
        QVERIFY(refusal(stored, Found).contains(u"clock of this computer"_s));
    }

    void theLockScreenKnowsWhenItIsDue()
    {
        SmallRegister reg;
        reg.add(kinds::Incident, { { "found", Found } }, Commune);
        const auto times = DueTimes::read(reg.database(), lawClock(), Found + Hour);
        QVERIFY(times.has_value());
        QCOMPARE(times->sentence(Found + Hour), u"1 matter(s) due on 27/11 at 08:05."_s);
        QCOMPARE(times->sentence(Found + 73 * Hour), u"1 matter(s) overdue."_s);
    }

    void onlyWhenItWasFoundOutIsAskedFor()
    {
        QCOMPARE(refusal(leak()), QString());
        QVERIFY(refusal(Record(kinds::Incident)).contains(u"found out"_s));
    }

    void whatCannotBeIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const Field& field, const QVariant& value, const char* word) {
            QTest::newRow(name) << QString::fromLatin1(field.name) << value << QString::fromLatin1(word);
        };
        row("happened after it was found", F::Happened, u"2026-11-25"_s, "happened lies after");
        row("sent before it was found", F::Sent, Found - 1, "lies before");
        row("closed before it was found", F::Closed, Found - 1, "lies before");
        row("sent in the future", F::Sent, Found + 2 * Hour, "in the future");
        row("too many children", F::Children, 100'001, "must be a number");
        row("fewer than none", F::Children, -1, "must be a number");
        row("a name among the codes", F::Cases, u"BL-2026-0031, Tằng"_s, "is not a code");
        row("words for a number", F::Number, u"số mười lăm"_s, "as it is printed");
        row("sent to nobody", F::Sent, Found + 1, "to whom");
        row("closed without a notice", F::Closed, Found + 1, "Say why none is needed");
    }

    void whatCannotBeIsRefusedInWords()
    {
        QFETCH(QString, field);
        QFETCH(QVariant, value);
        QFETCH(QString, word);
        Record record = leak();
        const Field* wanted = kinds::Incident.field(field.toLatin1());
        if (value.typeId() == QMetaType::QString)
            record.set(*wanted, value.toString());
        else
            record.set(*wanted, std::optional(value.toLongLong()));
        QVERIFY2(refusal(record).contains(word), qPrintable(refusal(record)));
    }

    void whatCanBeIsStored()
    {
        Record record = leak();
        record.set(F::Happened, u"2026-11"_s); // some day of the month in which it was found
        record.set(F::Cases, u"BL-2026-0031; BL-TE-0001 BL-2026-0032"_s);
        record.set(F::Children, std::optional<qint64>(0));
        for (const QString& number : { u"15"_s, u"05/TB-UBND"_s, u"15/2026/TB-UBND"_s }) {
            record.set(F::Number, number);
            QCOMPARE(refusal(record), QString());
        }
        record.set(F::Recipient, u"Công an xã Bình Liêu"_s);
        record.set(F::Sent, std::optional<qint64>(Found + 1));
        record.set(F::Closed, std::optional<qint64>(Found + 2));
        QCOMPARE(refusal(record), QString());
        record.set(F::Sent, std::nullopt);
        record.set(F::NoNotice, u"Tìm thấy USB, còn niêm phong"_s);
        QCOMPARE(refusal(record), QString());
    }

    void everyoneButTheViewerRecordsAndNobodyDeletes()
    {
        Change change;
        change.kind = &kinds::Incident;
        change.record = QUuid::createUuid();
        for (const auto& [roles, may] : std::initializer_list<std::pair<Roles, bool>> { { Roles(), false },
                 { Role::Viewer, false }, { Role::Officer, true }, { Role::Leader, true },
                 { Role::Administrator, true }, { Role::Viewer | Role::Administrator, true } })
        {
            change.deletes = false;
            QCOMPARE(roleRule::check(roles, QUuid(), change).has_value(), may);
            change.deletes = true;
            QVERIFY(!roleRule::check(roles, QUuid(), change));
        }
        KeyedRegister office;
        Record record = office.reg->newRecord(kinds::Incident);
        record.set(F::Found, std::optional<qint64>(Found));
        Batch batch;
        batch.add(record);
        QVERIFY(office.reg->commit(batch).result());
        Batch gone;
        gone.remove(office.reg->record(kinds::Incident, record.id()).value());
        const auto deleted = office.reg->commit(gone).result();
        QVERIFY(!deleted);
        QVERIFY(deleted.error().message.contains(u"five years"_s));
        QVERIFY(office.add(u"Trần Minh"_s, Role::Administrator, MinhWords));
        QVERIFY(office.opens(MinhWords));
        Record stored = office.reg->record(kinds::Incident, record.id()).value();
        stored.set(F::Story, u"Mất USB ở hội trường"_s);
        Batch corrected;
        corrected.add(stored);
        QVERIFY(office.reg->commit(corrected).result());
        Batch other;
        Record child = office.reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        other.add(child);
        QVERIFY(!office.reg->commit(other).result()); // an administrator still writes in no case
    }

    void aChildsNameInATextIsFoundByItsLetters()
    {
        SmallRegister reg;
        const auto child = [&](const char* code, const QString& name) {
            reg.add(kinds::Child, { { "code", QString::fromLatin1(code) }, { "name", name } }, Commune);
        };
        child("BL-TE-0001", u"Tằng Mỹ Ánh"_s);
        child("BL-TE-0002", u"Lê Bình"_s);
        child("BL-TE-0003", u"Nga"_s);
        const auto named = [&](const QString& text) {
            return IncidentForm::namedChildren(reg.database(), { text }).value();
        };
        QCOMPARE(named(u"Danh sách có em TẰNG MỸ ÁNH, lớp 7."_s), QStringList { u"BL-TE-0001"_s });
        QCOMPARE(named(u"em Tằng\nMỹ Ánh và Lê Bình"_s), (QStringList { u"BL-TE-0001"_s, u"BL-TE-0002"_s }));
        QCOMPARE(named(u"tang my anh"_s), QStringList()); // other words without tones are not names
        QCOMPARE(named(u"Nga gửi nhầm tệp; Công an xã Bình Liêu đã biết"_s), QStringList());
        Record record = leak();
        record.set(F::Harm, u"Tằng Mỹ Ánh có thể bị trêu"_s);
        QCOMPARE(IncidentForm::texts(record), QStringList { u"Tằng Mỹ Ánh có thể bị trêu"_s });
    }

    void theNoticeIsFilledInFromTheRecordAndKeepsWhatWasCorrected()
    {
        Record record = leak();
        const Catalogues& all = builtInCatalogues();
        QVERIFY(noticeWords::story(record, all).contains(u"08 giờ 05 ngày 24/11/2026"_s));
        QVERIFY(noticeWords::story(record, all).contains(u"Chưa xác định được thời điểm xảy ra"_s));
        QVERIFY(noticeWords::data(record, all).contains(u"chưa xác định"_s));
        record.set(F::Kind, u"wrong-recipient"_s);
        record.set(F::Happened, u"~2026-11"_s);
        record.set(F::DataHealth, std::optional<qint64>(1));
        record.set(F::DataKeys, std::optional<qint64>(0));
        record.set(F::Children, std::optional<qint64>(1240));
        QVERIFY(noticeWords::story(record, all).contains(u"gửi nhầm người"_s));
        QVERIFY(noticeWords::story(record, all).contains(u"khoảng tháng 11/2026"_s));
        QCOMPARE(noticeWords::data(record, all),
            u"Loại dữ liệu: sức khỏe, bệnh án.\nSố trẻ em có dữ liệu liên quan: khoảng 1.240."_s);
        QVERIFY(noticeWords::recipient(record).contains(u"Bộ Công an"_s));
        record.set(F::NoticeData, u"Danh sách 12 trẻ"_s);
        record.set(F::Recipient, u"Công an xã Bình Liêu"_s);
        QCOMPARE(noticeWords::data(record, all), u"Danh sách 12 trẻ"_s);
        QCOMPARE(noticeWords::recipient(record), u"Công an xã Bình Liêu"_s);
    }

    void everyKindOfDataHasItsPlace()
    {
        QStringList codes;
        for (const CatalogueEntry& entry : builtInCatalogues().at("incident-data"_L1).entries())
            codes.append(entry.code);
        QStringList flags;
        for (const IncidentForm::DataKind& kind : IncidentForm::dataKinds()) {
            QCOMPARE(QByteArray(kind.field->name), "data_" + QByteArray(kind.code));
            flags.append(QString::fromLatin1(kind.code));
        }
        QCOMPARE(flags, codes);
    }

    void nothingOfItIsOpen()
    {
        QCOMPARE(kinds::Incident.reach, Reach::Office);
        QCOMPARE(kinds::Incident.eraser, Eraser::Nobody);
        for (const Field* field : kinds::Incident.fields)
            QVERIFY2(field->identity != IdentityClass::Open, field->name);
    }
};

QTEST_GUILESS_MAIN(TestIncidents)
#include "tst_incidents.moc"
