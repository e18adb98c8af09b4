// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work_pages.h"

#include "models/text/format.h"

#include <algorithm>

namespace maiam {

WorkPages::WorkPages(MainWindow& window, WorkContext& context)
    : m_window(window)
    , m_context(context)
{
}

void WorkPages::begin()
{
    QList<std::pair<int, Hotline>> numbers;
    for (const CatalogueEntry& entry : m_context.catalogues.at(QLatin1String("hotlines")).entries()) {
        const int place = entry.number(QLatin1String("foot"));
        if (place == 0)
            continue;
        const QString shown = entry.text(QLatin1String("shown"));
        const QString name = entry.text(m_context.language == CatalogueLanguage::English ? QLatin1String("short_en") : QLatin1String("short_vi"));
        numbers.append({ place, { shown.isEmpty() ? entry.text(QLatin1String("number")) : shown, name } });
    }
    std::sort(numbers.begin(), numbers.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QList<Hotline> hotlines;
    for (const auto& [place, hotline] : std::as_const(numbers))
        hotlines.append(hotline);
    m_window.setHotlines(hotlines);
    connect(&m_context.reg, &Register::committed, this, [this] { updateStatus(); });
    updateStatus();
}

void WorkPages::updateStatus()
{
    m_context.reg.read([](Database& db) { return SendStates::unsentRecords(db); }).then(this, [this](const Result<qint64>& unsent) {
        const QString saved = tr("Saved %1").arg(civil::dateTime(m_context.now()).toString(QStringLiteral("HH:mm")));
        const QString sent = unsent ? tr("Not yet sent: %n record(s)", nullptr, int(*unsent)) : unsent.error().message;
        m_window.setStatus(saved + QStringLiteral(" · ") + sent);
    });
}

} // namespace maiam
