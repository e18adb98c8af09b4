// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/session_form.h"

#include "models/records/kinds.h"

namespace maiam {

namespace {
bool within(const Record& session, const Field& field, qint64 most)
{
    const qint64 number = session.number(field).value_or(0);
    return number >= 0 && number <= most;
}
} // namespace

Result<void> SessionForm::check(const Record& session)
{
    using F = SessionFields;
    if (session.text(F::Type).isEmpty())
        return fail(ErrorCode::InvalidInput, tr("The type of the session is missing. Choose one from the list."));
    if (!session.has(F::Starts))
        return fail(ErrorCode::InvalidInput, tr("When the session takes place is missing. Enter its day and hour."));
    const QString state = session.text(F::State);
    const bool held = state == QStringLiteral("held");
    if (!held && state != QStringLiteral("planned") && state != QStringLiteral("cancelled"))
        return fail(ErrorCode::InvalidInput,
            tr("Whether the session is planned, was held or was cancelled is missing. Choose its state."));
    if (!within(session, F::Minutes, MaxMinutes))
        return fail(ErrorCode::InvalidInput,
            tr("The length must be between 0 minutes and 31 days. Correct the number of minutes."));
    for (const Field* field : { &F::Male, &F::Female, &F::Unspecified, &F::Materials, &F::Referred }) {
        if (!within(session, *field, MaxCount))
            return fail(ErrorCode::InvalidInput,
                tr("“%1” must be a number from 0 to %2. Correct it.")
                    .arg(QCoreApplication::translate("Records", field->label))
                    .arg(MaxCount));
        if (!held && session.number(*field).value_or(0) > 0)
            return fail(ErrorCode::InvalidInput,
                tr("“%1” is counted, but the session is not marked as held. Choose “Held”, or clear the number.")
                    .arg(QCoreApplication::translate("Records", field->label)));
    }
    return {};
}

} // namespace maiam
