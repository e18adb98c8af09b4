// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of an erased file says why it is empty.
#include "models/cases/case_file.h"
#include "models/cases/erasure_work.h"
#include "models/children/child_list.h"
#include "models/drafts/unwritten_drafts.h"
#include "models/records/kinds.h"
#include "tests/support/wanted_register.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestErasedParts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<Register> m_reg;
    QUuid m_leader, m_child, m_file;

    void store(const Record& record)
    {
        Batch batch;
        batch.add(record);
        QVERIFY(m_reg->commit(std::move(batch)).result());
    }
    void erase(const QString& decision, const QSet<IdentityClass>& classes)
    {
        const auto done = erasureWork::carryOut(
            *m_reg, { m_child, classes, decision, QDate(2026, 11, 20), u"retention"_s, m_leader, m_reg->user() });
        QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
    }
    [[nodiscard]] CaseFile read() const
    {
        return m_reg->read([file = m_file](Database& db) { return caseFile::read(db, file); }).result().value();
    }
    /// Whether the list of children and that of cases say that the name was erased.
    [[nodiscard]] std::pair<bool, bool> inLists() const
    {
        const auto look = [](Database& db) {
            const auto children = childList::ids(db).value();
            const auto cases = caseList::ids(db).value();
            return std::pair(childList::page(db, children)->front().erased, caseList::page(db, cases)->front().erased);
        };
        return m_reg->read(look).result();
    }

    /// Typed while the disk is full.
    void hold(const QString& form, QUuid record, const QString& text)
    {
        const Draft draft { { form, record }, 1, { { u"name"_s, text } }, {} };
        const auto full = [](Database&, HandedDraft&) -> Result<void> { return fail(ErrorCode::DiskFull, u"full"_s); };
        const auto handed = std::make_shared<HandedDraft>(HandedDraft { draft, 0 });
        QVERIFY(!unwrittenDrafts::keep(*m_reg, Unwritten::newOwner(), handed, full).result());
    }

private Q_SLOTS:
    void init()
    {
        NewRegister wanted = test::wantedRegister(m_home.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces)));
        m_reg = std::move(Register::create(wanted).value().reg);
        Record leader = m_reg->newRecord(kinds::User);
        leader.set(UserFields::DisplayName, u"Nguyễn Văn Hùng"_s);
        leader.set(UserFields::Role, u"leader"_s);
        store(leader);
        Record child = m_reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, u"Tằng Mỹ Ánh"_s);
        store(child);
        Record file = m_reg->newRecord(kinds::Case);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Received, std::optional<qint64>(1));
        file.set(CaseFields::ReporterName, u"Chìu Thị Nga"_s);
        file.set(CaseFields::Closed, std::optional<qint64>(2));
        store(file);
        m_leader = leader.id();
        m_child = child.id();
        m_file = file.id();
    }
    void cleanup() { m_reg.reset(); }

    void whatAFullDiskDidNotTakeOfAnErasedFileDoesNotComeBack()
    {
        hold(u"step/verify"_s, m_file, u"Gặp em Tằng Mỹ Ánh"_s);
        hold(u"session-new"_s, {}, m_child.toString()); // leans on it
        hold(u"intake"_s, {}, u"Báo về em Tằng Mỹ Ánh"_s); // chosen by a person
        hold(u"remark/2026-11"_s, {}, u"Không có gì"_s);
        ErasureOrder wanted { m_child, {}, u"theo đơn"_s, QDate(2026, 11, 20), u"retention"_s, m_leader,
            m_reg->user() };
        DraftDoubt chosen;
        chosen.key = { u"intake"_s, {} };
        chosen.user = m_reg->user();
        wanted.drafts = { chosen };
        QVERIFY(!erasureWork::carryOut(*m_reg, wanted)); // refused, so nothing goes
        QCOMPARE(m_reg->unwritten().all().size(), size_t(4));
        wanted.decision = u"125/QĐ-UBND"_s;
        QVERIFY(erasureWork::carryOut(*m_reg, wanted));
        QVERIFY(unwrittenDrafts::write(*m_reg).result()); // there is room again
        const auto all = [user = m_reg->user()](Database& db) { return drafts::all(db, user).value(); };
        const auto left = m_reg->read(all).result();
        QCOMPARE(left.size(), size_t(1));
        QCOMPARE(left.front().key.form, u"remark/2026-11"_s);
    }

    void aFileOfWhichNothingWasErasedSaysNothing()
    {
        QVERIFY(read().erased.isEmpty());
        QCOMPARE(inLists(), std::pair(false, false));
    }

    void whoReportedIsNotTheChild()
    {
        erase(u"99/QĐ-UBND"_s, { IdentityClass::Reporter });
        const CaseFile left = read();
        QVERIFY(left.erased.has(m_file, IdentityClass::Reporter));
        QVERIFY(!left.erased.has(m_child, IdentityClass::Subject));
        QCOMPARE(left.erased.decisions.size(), size_t(1));
        QCOMPARE(inLists(), std::pair(false, false));
    }

    void everyDecisionStandsInTheHistoryAndTheListsSayThatTheNameIsGone()
    {
        erase(u"99/QĐ-UBND"_s, { IdentityClass::Reporter });
        erase(u"125/QĐ-UBND"_s, {});
        const CaseFile left = read();
        QVERIFY(left.erased.has(m_child, IdentityClass::Subject));
        QStringList told;
        for (const HistoryItem& item : left.history)
            for (const FieldChange& change : item.changes)
                if (change.field == &ErasureFields::Decision)
                    told.append(std::get<QString>(change.now));
        told.sort();
        QCOMPARE(told, QStringList({ u"125/QĐ-UBND"_s, u"99/QĐ-UBND"_s }));
        QCOMPARE(inLists(), std::pair(true, true));
    }

    void aNameThatWasNeverWrittenIsNotCalledErased()
    {
        erase(u"125/QĐ-UBND"_s, {});
        Record nameless = m_reg->newRecord(kinds::Child);
        nameless.set(ChildFields::Sex, u"female"_s);
        store(nameless);
        const auto look = [](Database& db) { return childList::page(db, childList::ids(db).value()); };
        const auto rows = m_reg->read(look).result().value();
        QCOMPARE(rows.size(), size_t(2));
        for (const ChildRow& row : rows)
            QCOMPARE(row.erased, row.id == m_child);
    }
};

QTEST_GUILESS_MAIN(TestErasedParts)
#include "tst_erased_parts.moc"
