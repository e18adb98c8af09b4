// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/received_text.h"

#include "models/text/format.h"

using namespace Qt::Literals::StringLiterals;

namespace maiam {

ReceivedText ReceivedText::of(const ReceivedPackage& received, const Catalogues& catalogues, CatalogueLanguage language)
{
    ReceivedText text;
    QStringList names;
    for (const QString& unit : received.from)
        names.append(catalogues.title("units"_L1, unit, language));
    text.lines.append(tr("From %1: %2 new entries, %3 known already.")
                          .arg(names.join(", "_L1), formatNumber(received.added), formatNumber(received.known)));
    if (!received.missing.isEmpty())
        text.lines.append(tr("Missing: %1. %2 entries wait for it. Ask for the missing package.")
                              .arg(received.missing.join("; "_L1), formatNumber(received.waiting)));
    if (received.conflicts > 0)
        text.lines.append(tr("On %Ln case(s) two machines wrote differently; the office that keeps them chooses.",
            nullptr, int(received.conflicts)));
    if (received.notAllowed > 0)
        text.lines.append(
            tr("%Ln entry(ies) were kept aside: their writer may not write there.", nullptr, int(received.notAllowed)));
    if (received.forked > 0)
        text.lines.append(tr("%Ln entry(ies) were kept aside: they do not count.", nullptr, int(received.forked)));
    text.lines += received.problems;
    text.clean = text.lines.size() == 1;
    return text;
}

} // namespace maiam
