// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/package_receipts.h"

#include "models/journal/chain_rules.h"
#include "models/register/device_care.h"
#include "models/register/elsewhere.h"
#include "models/register/own_device.h"

#include <algorithm>

namespace maiam {

namespace {
/// Where this file's sentences are translated.
class PackageReceiptTexts
{
    Q_DECLARE_TR_FUNCTIONS(PackageReceiptTexts)
};

enum class Fit { Ours, Ahead, Other };

/// Whether our own journal has the entry that the receipt names.
Result<Fit> fitOf(Database& database, const OfficeInfo& own, const PackageReceipt& receipt)
{
    auto found = database.query(QStringLiteral("SELECT d.folded_seq, e.hash FROM journal_device d LEFT JOIN "
                                               "journal_entry e ON e.device = d.id AND e.seq = ? AND e.hash = ? "
                                               "WHERE d.device = ? AND d.office = ?"),
        { receipt.seq, receipt.hash, receipt.device, own.id });
    if (!found)
        return fail(found);
    auto any = found->step();
    if (!any)
        return fail(any);
    if (*any && !found->isNull(1))
        return Fit::Ours;
    // A device that a restored register does not know any more is ahead of it too.
    return !*any || receipt.seq > found->integer(0) ? Fit::Ahead : Fit::Other;
}

/// Whether nothing later was heard of the sender. A clock that ran ahead, here or there, counts as now, so that what is
/// said afterwards is not taken for old.
Result<bool> saysNewest(Database& database, const PackageHeader& header, UtcMs now)
{
    auto found = database.query(QStringLiteral("SELECT sealed FROM receipt_time WHERE office = ?"), { header.sender });
    if (!found)
        return fail(found);
    const UtcMs sealed = std::min(header.time, now);
    if (found->next() && sealed < std::min(found->integer(0), now))
        return false;
    if (auto done = database.run(QStringLiteral("INSERT INTO receipt_time(office, sealed) VALUES (?, ?) ON "
                                                "CONFLICT(office) DO UPDATE SET sealed = excluded.sealed"),
            { header.sender, sealed });
        !done)
        return fail(done);
    return true;
}

/// An office that was set back to an earlier day holds less than it said before, and is then given the rest again.
Result<void> keepOne(Database& database, const QByteArray& from, const PackageReceipt& receipt, bool newest, UtcMs now)
{
    return database.run(
        QStringLiteral("INSERT INTO receipt(office, device, seq, hash, at) VALUES (?1, ?2, ?3, ?4, ?5) ON "
                       "CONFLICT(office, device) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, at = "
                       "excluded.at WHERE excluded.seq > receipt.seq OR (?6 AND excluded.seq < receipt.seq)"),
        { from, receipt.device, receipt.seq, receipt.hash, now, newest });
}

/// What the sender no longer names it no longer holds.
Result<void> forgetUnnamed(Database& database, const PackageHeader& header)
{
    QList<QByteArray> gone;
    {
        auto found = database.query(QStringLiteral("SELECT device FROM receipt WHERE office = ?"), { header.sender });
        if (!found)
            return fail(found);
        while (found->next())
            if (std::none_of(header.receipts.begin(), header.receipts.end(),
                    [&](const PackageReceipt& receipt) { return receipt.device == found->blob(0); }))
                gone.append(found->blob(0));
        if (auto done = found->finished(); !done)
            return done;
    }
    for (const QByteArray& device : std::as_const(gone))
        if (auto done = database.run(
                QStringLiteral("DELETE FROM receipt WHERE office = ? AND device = ?"), { header.sender, device });
            !done)
            return done;
    return {};
}

/// What a person must know and do. Nothing once the device has been reported as lost with all that the other side
/// holds.
QStringList sentence(Fit fit, const QString& name, qint64 seq, std::optional<qint64> retiredAt)
{
    if (retiredAt && seq <= *retiredAt)
        return {};
    if (retiredAt)
        return { PackageReceiptTexts::tr(
            "%1 was reported as lost after entry %2, but the other office holds entries up to %3. Report it once more "
            "under “More → Machines”, so that they count.")
                     .arg(name)
                     .arg(*retiredAt)
                     .arg(seq) };
    if (fit == Fit::Ahead)
        return { PackageReceiptTexts::tr(
            "%1: the other office holds entries up to %2, and this register does not. It was probably set back to an "
            "earlier day. Lock it and open it again; then report %1 as lost under “More → Machines”, so that what the "
            "other office holds still counts.")
                     .arg(name)
                     .arg(seq) };
    return { PackageReceiptTexts::tr(
        "%1: the other office holds another entry %2 than this register. Two copies of this register were probably in "
        "use. Lock it and open it again; then report %1 as lost under “More → Machines” and call the provincial "
        "office.")
                 .arg(name)
                 .arg(seq) };
}

/// What we wrote and the other side does not count. A device that still writes takes a new number first.
Result<void> ownStretchAside(Database& database, const OfficeInfo& own, const QByteArray& from,
    const PackageAside& aside, const ChainRules& rules, QStringList& problems)
{
    if (auto noted = elsewhere::notePutAside(database, from, aside.device, { aside.first, aside.seq, aside.hash });
        !noted)
        return noted;
    if (auto noted = ownDevice::heldElsewhere(database, aside.device); !noted)
        return noted;
    auto unsaid = deviceCare::unsaid(database, aside.device);
    if (!unsaid)
        return fail(unsaid);
    if (*unsaid == 0)
        return {};
    const QString name = packageFormat::deviceName(own.unit, aside.device);
    const DeviceRule* rule = rules.of(aside.device);
    problems.append(rule && rule->lastSeq
            ? PackageReceiptTexts::tr("%1: the other office does not count entries %2 to %3. Press “Take over what the "
                                      "other history says” under “More → Machines”, then pack again.")
                  .arg(name)
                  .arg(aside.first)
                  .arg(aside.seq)
            : PackageReceiptTexts::tr(
                "%1: the other office does not count entries %2 to %3, since it holds two histories of this machine. "
                "Lock the register and open it again; then report %1 as lost under “More → Machines”: what does not "
                "count is said again under the new number.")
                  .arg(name)
                  .arg(aside.first)
                  .arg(aside.seq));
    return {};
}
} // namespace

Result<QStringList> packageReceipts::keep(
    Database& database, const OfficeInfo& own, const PackageHeader& header, UtcMs now)
{
    auto newest = saysNewest(database, header, now);
    if (!newest)
        return fail(newest);
    auto rules = ChainRules::read(database);
    if (!rules)
        return fail(rules);
    if (*newest) {
        if (auto done = forgetUnnamed(database, header); !done)
            return fail(done);
        if (auto done = elsewhere::forgetPutAside(database, header.sender); !done)
            return fail(done);
    }
    QStringList problems;
    const auto foreign = [&](Fit fit, const PackageReceipt& entry) -> Result<void> {
        if (auto noted = ownDevice::heldElsewhere(database, entry.device); !noted)
            return noted;
        const DeviceRule* rule = rules->of(entry.device);
        problems += sentence(
            fit, packageFormat::deviceName(own.unit, entry.device), entry.seq, rule ? rule->lastSeq : std::nullopt);
        return elsewhere::note(database, header.sender, entry.device, { entry.seq, entry.hash });
    };
    for (const PackageReceipt& receipt : header.receipts) {
        auto fit = fitOf(database, own, receipt);
        if (!fit)
            return fail(fit);
        auto kept =
            *fit == Fit::Ours ? keepOne(database, header.sender, receipt, *newest, now) : foreign(*fit, receipt);
        if (!kept)
            return fail(kept);
    }
    for (const PackageAside& aside : header.aside) {
        const PackageReceipt last { aside.device, aside.seq, aside.hash };
        auto fit = fitOf(database, own, last);
        if (!fit)
            return fail(fit);
        auto kept = *fit != Fit::Ours ? foreign(*fit, last) : Result<void>();
        if (*fit == Fit::Ours && *newest)
            kept = ownStretchAside(database, own, header.sender, aside, *rules, problems);
        if (!kept)
            return fail(kept);
    }
    return problems;
}

} // namespace maiam
