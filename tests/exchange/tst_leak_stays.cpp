// SPDX-License-Identifier: GPL-3.0-or-later
// A leak of data is recorded at home: what it says does not go along to the province, and folds nowhere else.
#include "models/incidents/incident_list.h"
#include "models/records/kinds.h"
#include "models/register/verify.h"
#include "two_offices.h"

#include <QTest>

using namespace maiam;
using F = IncidentFields;

class TestLeakStays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProvinceLearnsNothingOfWhatItSays()
    {
        TwoOffices two;
        two.writeCase(QStringLiteral("Tằng Mỹ Ánh"));
        Record leak = two.commune->newRecord(kinds::Incident);
        leak.set(F::Found, std::optional<qint64>(1'790'000'000'000));
        leak.set(F::Kind, QStringLiteral("lost-device"));
        leak.set(F::Story, QStringLiteral("Mất USB ở chợ Bình Liêu"));
        leak.set(F::Children, std::optional<qint64>(12));
        Batch batch;
        batch.add(leak);
        QVERIFY(two.commune->commit(batch).result());
        const auto sealed = two.seal();
        QVERIFY2(sealed, why(sealed).constData());
        const QByteArray inside = two.insideOf(sealed->file);
        const auto received = two.provinceReceives(sealed->file);
        QVERIFY2(received, why(received).constData());
        const QByteArray heap = TwoOffices::heap(*two.province);
        for (const QByteArray& text : { QByteArray("lost-device"), QStringLiteral("chợ Bình Liêu").toUtf8() }) {
            QVERIFY(!inside.contains(text));
            QVERIFY(!heap.contains(text));
        }
        const auto listed = two.province
                                ->read([](Database& database) -> Result<size_t> {
                                    auto ids = incidentList::ids(database);
                                    auto waiting = incidentList::waiting(database);
                                    if (!ids || !waiting)
                                        return fail(ids ? waiting : ids);
                                    return ids->size() + waiting->size();
                                })
                                .result();
        QCOMPARE(listed.value(), size_t(0));
        // At home it stands, and both registers are in order.
        QCOMPARE(two.commune->record(kinds::Incident, leak.id())->text(F::Kind), QStringLiteral("lost-device"));
        const QString kept = QStringLiteral("SELECT count(*) FROM journal_entry e JOIN identity_part p ON p.entry = "
                                            "e.id WHERE e.record = (SELECT record FROM incident)");
        QVERIFY(TwoOffices::number(*two.commune, kept) > 0);
        QCOMPARE(TwoOffices::number(*two.province, kept), 0);
    }
};

QTEST_GUILESS_MAIN(TestLeakStays)
#include "tst_leak_stays.moc"
