// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed while the disk was full: it outlives its page and the lock, and nobody can read it there.
#include "models/drafts/draft_keeper.h"
#include "models/drafts/unwritten_drafts.h"
#include "tests/support/wanted_register.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {
const DraftKey IntakeForm { u"intake"_s, {} };
const QString MuchText(200'000, u'ễ'); ///< more than the register's file has room for by chance
const QString OtherText(200'000, u'ộ');
} // namespace

class TestUnwrittenDrafts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::shared_ptr<FixedClock> m_clock;
    std::unique_ptr<Register> m_register;
    QMap<QString, QString> m_typed; ///< what the form would hold

    void open()
    {
        auto opened = Register::open(m_home->filePath(u"Sổ"_s), test::LanWords, m_clock, KdfLimits::forTests());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        m_register = std::move(*opened);
    }
    std::vector<Draft> held(const DraftKey& key = IntakeForm)
    {
        return m_register
            ->read([&](Database& database) { return drafts::of(database, key, m_register->user()).value(); })
            .result();
    }
    /// A keeper of the form, after it has looked for drafts.
    std::unique_ptr<DraftKeeper> keeper(const DraftKey& key = IntakeForm)
    {
        auto made = std::make_unique<DraftKeeper>(*m_register, [this] { return m_typed; });
        made->begin(key, {});
        m_register->writeLocal([](Database&) -> Result<void> { return {}; }).waitForFinished();
        QCoreApplication::processEvents();
        return made;
    }
    void type(DraftKeeper& keeper, const QString& field, const QString& text)
    {
        m_typed.insert(field, text);
        keeper.touch();
    }
    /// A form that is opened while the disk is full and \a MuchText is held; gives what it is offered.
    std::unique_ptr<DraftKeeper> openedOver(std::optional<Draft>& offered)
    {
        auto form = std::make_unique<DraftKeeper>(*m_register, [this] { return m_typed; });
        connect(form.get(), &DraftKeeper::found, this, [&offered](const Draft& draft) { offered = draft; });
        form->begin(IntakeForm, {});
        [&] { QTRY_VERIFY(offered); }();
        return form;
    }
    /// Types it into a form that is left.
    void typeAndLeave(const QString& text)
    {
        m_typed.clear();
        auto form = keeper();
        type(*form, u"summary"_s, text);
        form->flush();
        form.reset();
        m_clock->advance(60'000);
    }
    /// The register's file may not grow any more, or may again.
    void fill(bool full)
    {
        const auto set = [full](Database& database) {
            return database.run(full ? u"PRAGMA max_page_count = 1"_s : u"PRAGMA max_page_count = 1000000000"_s);
        };
        QVERIFY(m_register->writeLocal(set).result());
    }

private Q_SLOTS:
    void init()
    {
        m_typed.clear();
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_shared<FixedClock>(civil::at(QDate(2026, 11, 24), QTime(8, 12)));
        auto made = Register::create(test::wantedRegister(m_home->filePath(u"Sổ"_s)), m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_register = std::move(made->reg);
    }
    void cleanup() { m_register.reset(); }

    void whatDidNotFitGoesOverTheLockAndCannotBeReadThere()
    {
        const QString name = u"Tằng Mỹ Ánh"_s;
        for (const bool answered : { true, false }) {
            const DraftKey key { answered ? u"intake"_s : u"signer"_s, {} };
            m_typed.clear();
            auto form = answered ? keeper(key) : std::make_unique<DraftKeeper>(*m_register, [this] { return m_typed; });
            if (!answered)
                form->begin(key, {});
            fill(true);
            type(*form, u"summary"_s, name + MuchText);
            form->flush();
            form.reset(); // locking closes the page before the answer has come
            SealedDrafts left = unwrittenDrafts::take(*m_register);
            QCOMPARE(left.why.code, ErrorCode::DiskFull);
            QCOMPARE(left.forms, QStringList { key.form });
            const QByteArray utf16(reinterpret_cast<const char*>(name.utf16()), name.size() * 2);
            QVERIFY(left.sealed.size() > MuchText.size());
            QVERIFY(!left.sealed.contains(name.toUtf8()) && !left.sealed.contains(utf16));
            QVERIFY(!left.sealed.contains("summary") && !left.sealed.contains(u"ễễễ"_s.toUtf8()));
            m_register.reset();
            open(); // where there is room again
            QVERIFY(held(key).empty());
            SealedDrafts altered = left;
            altered.sealed[40] = char(~altered.sealed.at(40));
            QVERIFY(!unwrittenDrafts::putBack(*m_register, altered));
            QVERIFY(unwrittenDrafts::putBack(*m_register, left));
            QVERIFY(unwrittenDrafts::write(*m_register).result());
            QCOMPARE(held(key).size(), size_t(1));
            QCOMPARE(held(key).front().fields, m_typed);
            QVERIFY(unwrittenDrafts::take(*m_register).sealed.isEmpty());
        }
    }

    void whatDidNotFitInAClosedFormStandsBesideWhatWasTypedSince()
    {
        auto first = keeper();
        fill(true);
        type(*first, u"summary"_s, MuchText);
        first->flush();
        first.reset();
        fill(false);
        m_clock->advance(60'000);
        m_typed = { { u"summary"_s, u"Cuộc gọi khác"_s } };
        auto second = keeper();
        second->touch();
        second->flush();
        second.reset();
        QVERIFY(unwrittenDrafts::take(*m_register).sealed.isEmpty()); // written at the last moment
        const auto both = held();
        QCOMPARE(both.size(), size_t(2));
        QCOMPARE(both.front().fields.value(u"summary"_s), u"Cuộc gọi khác"_s);
        QCOMPARE(both.back().fields.value(u"summary"_s), MuchText);
    }

    void twoTextsThatDidNotFitStandBesideEachOther()
    {
        fill(true);
        typeAndLeave(MuchText);
        typeAndLeave(OtherText);
        fill(false);
        QVERIFY(unwrittenDrafts::take(*m_register).sealed.isEmpty());
        const auto both = held();
        QCOMPARE(both.size(), size_t(2));
        QCOMPARE(both.front().fields.value(u"summary"_s), OtherText);
        QCOMPARE(both.back().fields.value(u"summary"_s), MuchText);
    }

    void aSecondTextDoesNotWriteOverWhatWentOverTheLock()
    {
        fill(true);
        typeAndLeave(MuchText);
        const SealedDrafts left = unwrittenDrafts::take(*m_register);
        m_register.reset();
        open();
        fill(true); // the disk is still full
        QVERIFY(unwrittenDrafts::putBack(*m_register, left));
        m_typed.clear(); // typed and left before it is known what there is
        auto form = std::make_unique<DraftKeeper>(*m_register, [this] { return m_typed; });
        form->begin(IntakeForm, {});
        type(*form, u"summary"_s, OtherText);
        form->flush();
        form.reset();
        fill(false);
        QVERIFY(unwrittenDrafts::take(*m_register).sealed.isEmpty());
        QCOMPARE(held().size(), size_t(2));
    }

    void whatDidNotFitIsOfferedAndGoneOnWith()
    {
        fill(true);
        typeAndLeave(MuchText);
        std::optional<Draft> offered;
        auto form = openedOver(offered);
        QVERIFY(offered);
        QCOMPARE(offered->fields.value(u"summary"_s), MuchText);
        form->take(*offered);
        m_typed = offered->fields;
        type(*form, u"who"_s, u"Chìu Thị Nga"_s);
        form->flush();
        form.reset();
        fill(false);
        QVERIFY(unwrittenDrafts::take(*m_register).sealed.isEmpty());
        QCOMPARE(held().size(), size_t(1)); // one text, not two states of it
        QCOMPARE(held().front().fields, m_typed);
    }

    void whatIsGoneOnWithStaysHeldUntilItIsWrittenAnew()
    {
        fill(true);
        typeAndLeave(MuchText);
        std::optional<Draft> offered;
        auto form = openedOver(offered);
        QVERIFY(offered);
        form->take(*offered);
        form.reset(); // before a letter was typed
        fill(false);
        QVERIFY(unwrittenDrafts::take(*m_register).sealed.isEmpty());
        QCOMPARE(held().size(), size_t(1));
        QCOMPARE(held().front().fields.value(u"summary"_s), MuchText);
    }

    void whatDidNotFitAndWasThrownAwayLaterDoesNotComeBack()
    {
        fill(true);
        typeAndLeave(MuchText);
        std::optional<Draft> offered;
        auto form = openedOver(offered);
        QVERIFY(offered);
        form->refuse(*offered);
        form.reset();
        fill(false);
        QVERIFY(unwrittenDrafts::take(*m_register).sealed.isEmpty());
        QVERIFY(held().empty());
    }

    void whatWasThrownAwayIsNotKeptThoughItDidNotFit()
    {
        auto form = keeper();
        fill(true);
        type(*form, u"summary"_s, MuchText);
        form->flush();
        form->drop();
        form.reset();
        QVERIFY(unwrittenDrafts::take(*m_register).sealed.isEmpty());
        fill(false);
        QVERIFY(held().empty());
    }
};

QTEST_GUILESS_MAIN(TestUnwrittenDrafts)
#include "tst_unwritten_drafts.moc"
