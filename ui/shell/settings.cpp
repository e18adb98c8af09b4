// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include "ui/widgets/theme.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
const QString IdleKey = QStringLiteral("lock/idleMinutes");
const QString TextKey = QStringLiteral("look/textPercent");
const QString CaptureKey = QStringLiteral("lock/captureAllowed");

int number(const QSettings& file, const QString& key, int usual, int least, int most)
{
    bool ok = false;
    const int value = file.value(key).toInt(&ok);
    return ok ? std::clamp(value, least, most) : usual;
}
} // namespace

QString Settings::usualFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)).filePath(u"settings.ini"_s);
}

Settings Settings::read(const QString& file)
{
    const QSettings stored(file, QSettings::IniFormat);
    Settings settings;
    settings.idle = std::chrono::minutes(
        number(stored, IdleKey, int(settings.idle.count()), int(LeastIdle.count()), int(MostIdle.count())));
    settings.textPercent = number(stored, TextKey, settings.textPercent, Theme::MinPercent, Theme::MaxPercent);
    // Anything but a clear yes keeps the windows out of captures.
    settings.captureAllowed = stored.value(CaptureKey).toString() == u"true"_s;
    return settings;
}

bool Settings::write(const QString& file) const
{
    QSettings stored(file, QSettings::IniFormat);
    stored.setValue(IdleKey, int(idle.count()));
    stored.setValue(TextKey, textPercent);
    stored.setValue(CaptureKey, captureAllowed);
    stored.sync();
    return stored.status() == QSettings::NoError;
}

} // namespace maiam
