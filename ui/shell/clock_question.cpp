// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/clock_question.h"

#include "models/base/when_done.h"
#include "models/register/register.h"
#include "models/text/format.h"
#include "ui/widgets/steady_scroll_area.h"

#include <utility>

namespace maiam {

ClockQuestion::ClockQuestion(Register& reg, QWidget* parent)
    : MessageBar(parent)
    , m_reg(reg)
{
    setObjectName(QStringLiteral("clockQuestion"));
    setClosable(false);
    look();
}

QString ClockQuestion::text(const ClockDoubt& doubt, UtcMs now)
{
    const QString shown = formatDateTime(now);
    const QString last = formatDateTime(doubt.lastEntry);
    if (doubt.kind == ClockDoubt::Kind::Behind)
        return tr("The PC's clock says %1, but the last entry was written at %2. Is the clock right? If not, set it in "
                  "Windows: the times set by law are counted by it.")
            .arg(shown, last);
    return tr("The PC's clock says %1, and the last entry was written at %2, long before. Is the clock right? If "
              "not, set it in Windows: the times set by law are counted by it.")
        .arg(shown, last);
}

QString ClockQuestion::answer()
{
    return tr("The clock &is right");
}

void ClockQuestion::ask()
{
    m_asking = true;
    look();
}

void ClockQuestion::look()
{
    const UtcMs now = m_reg.clock().now();
    const auto read = [device = m_reg.deviceId(), now](
                          Database& database) { return clockCheck::look(database, device, now); };
    whenDone(this, m_reg.read(read), [this, now](const Result<ClockDoubt>& doubt) {
        if (!doubt || !*doubt)
            return clear();
        showMessage(Kind::Warning, text(*doubt, now) + u' ' + tr("Until you say so, this form is not saved."), answer(),
            [this] { confirm(); });
        if (std::exchange(m_asking, false))
            SteadyScrollArea::reveal(this); // the keyboard stays where it is: a typed space would be an answer
    });
}

void ClockQuestion::confirm()
{
    const auto write = [device = m_reg.deviceId()](
                           Database& database) { return clockCheck::confirm(database, device); };
    whenDone(this, m_reg.writeLocal(write), [this](const Result<void>& done) {
        if (!done)
            return showError(done.error());
        clear();
        Q_EMIT answered();
    });
}

} // namespace maiam
