// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/package_receipts.h"

#include "models/register/own_device.h"

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
} // namespace

Result<QStringList> packageReceipts::keep(Database& database, const OfficeInfo& own, const QByteArray& from,
    const std::vector<PackageReceipt>& receipts, UtcMs now)
{
    QStringList problems;
    for (const PackageReceipt& receipt : receipts) {
        const QString name = packageFormat::deviceName(own.unit, receipt.device);
        auto fit = fitOf(database, own, receipt);
        if (!fit)
            return fail(fit);
        if (*fit == Fit::Ahead)
            problems.append(PackageReceiptTexts::tr(
                "%1: the other office holds entries up to %2, and this register does not. It was probably restored "
                "from a backup; ask the other office to send them back before writing.")
                                .arg(name)
                                .arg(receipt.seq));
        else if (*fit == Fit::Other)
            problems.append(PackageReceiptTexts::tr(
                "%1: the other office holds another entry %2 than this register. Two copies of this "
                "register were probably in use; call the provincial office.")
                                .arg(name)
                                .arg(receipt.seq));
        if (*fit != Fit::Ours) {
            if (auto noted = ownDevice::heldElsewhere(database, receipt.device); !noted)
                return fail(noted);
            continue;
        }
        auto done = database.run(
            QStringLiteral(
                "INSERT INTO receipt(office, device, seq, hash, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT(office, device) "
                "DO UPDATE "
                "SET seq = excluded.seq, hash = excluded.hash, at = excluded.at WHERE excluded.seq > receipt.seq"),
            { from, receipt.device, receipt.seq, receipt.hash, now });
        if (!done)
            return fail(done);
    }
    return problems;
}

} // namespace maiam
