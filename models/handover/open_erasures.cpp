// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/handover/open_erasures.h"

#include "models/cases/erasure_work.h"

using namespace Qt::Literals::StringLiterals;

namespace maiam {

Result<std::vector<OpenErasure>> OpenErasure::read(Database& database, const QByteArray& office)
{
    auto requests = erasureWork::requests(database, office);
    if (!requests)
        return fail(requests);
    std::vector<OpenErasure> open;
    for (const Erasure& one : *requests) {
        const QDate decided = QDate::fromString(one.decided, Qt::ISODate);
        auto known = database.query(u"SELECT name FROM trusted_office WHERE office = ?"_s, { one.office });
        if (!known)
            return fail(known);
        const QString name = known->next() ? known->text(0) : QString();
        if (auto done = known->finished(); !done)
            return fail(done);
        open.push_back({ one.decision, decided.isValid() ? decided : civil::date(one.at), name });
    }
    return open;
}

} // namespace maiam
