// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyleFactory>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {

struct State
{
    Colours colours;
    int percent = 100;
    qreal scale = 1.0;
    QString family;
    std::optional<QPalette> systemPalette;
};

State& state()
{
    static State instance;
    return instance;
}

/// Fusion, whose boxes and dots grow with the text.
class GrowingStyle : public QProxyStyle
{
public:
    GrowingStyle()
        : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    {
    }

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        switch (metric) {
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
            return Theme::scaled(16);
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }
};

Colours ownColours()
{
    Colours c;
    c.ink = QColor(0x1d2733);
    c.muted = QColor(0x5b6876);
    c.line = QColor(0xd9dee5);
    c.border = QColor(0xb4bdc8);
    c.ground = QColor(0xf4f6f8);
    c.surface = QColor(0xffffff);
    c.header = QColor(0xf8fafc);
    c.accent = QColor(0x0b6470);
    c.accentSoft = QColor(0xe3f1f2);
    c.onAccent = QColor(0xffffff);
    c.bar = QColor(0xb8cdd0);
    c.red = QColor(0xb3261e);
    c.redSoft = QColor(0xfbe9e7);
    c.amber = QColor(0x8a5a00);
    c.amberSoft = QColor(0xfdf3dc);
    c.green = QColor(0x2b6b36);
    c.greenSoft = QColor(0xe6f3e7);
    c.neutralSoft = QColor(0xeceff3);
    c.mark = QColor(0xffe3a1);
    return c;
}

/// In a high-contrast theme everything is the theme's text on the theme's ground; words carry the meaning.
Colours systemColours(const QPalette& p)
{
    Colours c;
    c.ink = c.muted = c.line = c.border = c.red = c.amber = c.green = p.color(QPalette::WindowText);
    c.ground = c.surface = c.header = p.color(QPalette::Window);
    c.redSoft = c.amberSoft = c.greenSoft = c.neutralSoft = c.accentSoft = p.color(QPalette::Window);
    c.accent = c.bar = p.color(QPalette::WindowText);
    c.onAccent = p.color(QPalette::Window);
    c.mark = p.color(QPalette::Window);
    c.highContrast = true;
    return c;
}

QPalette paletteOf(const Colours& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.ground);
    p.setColor(QPalette::WindowText, c.ink);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.header);
    p.setColor(QPalette::Text, c.ink);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.ink);
    p.setColor(QPalette::BrightText, c.red);
    p.setColor(QPalette::ToolTipBase, c.surface);
    p.setColor(QPalette::ToolTipText, c.ink);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.ground);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.border);
    p.setColor(QPalette::Shadow, c.muted);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        p.setColor(QPalette::Disabled, role, c.highContrast ? c.ink : c.muted);
    return p;
}

/// Noto Sans, installed or the program's own, so that a text is as wide on every PC; if it cannot be read, a font of
/// the system that has every Vietnamese letter.
QString familyWithVietnamese()
{
    const QString own = u"Noto Sans"_s;
    if (!QFontDatabase::hasFamily(own))
        for (const QString& face : { u"Regular"_s, u"Bold"_s })
            QFontDatabase::addApplicationFont(u":/fonts/NotoSans-%1.ttf"_s.arg(face));
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    for (const QString& family : { own, u"Segoe UI"_s, system }) {
        if (QFontDatabase::hasFamily(family)
            && QFontDatabase::writingSystems(family).contains(QFontDatabase::Vietnamese))
            return family;
    }
    const QStringList able = QFontDatabase::families(QFontDatabase::Vietnamese);
    return able.isEmpty() ? system : able.first();
}

/// Fills @names with colours, @family with the screen font, @px(n) with scaled pixels.
QString filledStyleSheet()
{
    QFile file(u":/style/maiam.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    const Colours& c = Theme::colours();
    const std::pair<QLatin1StringView, QColor> names[] = { { "@accentSoft"_L1, c.accentSoft },
        { "@onAccent"_L1, c.onAccent }, { "@accent"_L1, c.accent }, { "@neutralSoft"_L1, c.neutralSoft },
        { "@header"_L1, c.header }, { "@surface"_L1, c.surface }, { "@ground"_L1, c.ground }, { "@muted"_L1, c.muted },
        { "@border"_L1, c.border }, { "@line"_L1, c.line }, { "@ink"_L1, c.ink }, { "@redSoft"_L1, c.redSoft },
        { "@red"_L1, c.red }, { "@amber"_L1, c.amber }, { "@green"_L1, c.green } };
    for (const auto& [name, colour] : names)
        text.replace(name, colour.name());
    text.replace("@family"_L1, state().family); // Windows has fonts of its own for some kinds of widget
    if (c.surface.lightness() < 128) // a dark arrow would not be seen
        text.replace(QRegularExpression(u":/icons/arrow-(down|up)-40"_s), u":/icons/arrow-\\1-light-40"_s);
    static const QRegularExpression length(u"@px\\((\\d+)\\)"_s);
    for (auto match = length.match(text); match.hasMatch(); match = length.match(text))
        text.replace(match.capturedStart(), match.capturedLength(),
            QString::number(Theme::scaled(match.captured(1).toInt())) + "px"_L1);
    return text;
}

} // namespace

bool Theme::isHighContrast(const QPalette& systemPalette)
{
    const QColor ground = systemPalette.color(QPalette::Window);
    const QColor text = systemPalette.color(QPalette::WindowText);
    const auto pure = [](const QColor& c) { return c.lightness() <= 8 || c.lightness() >= 250; };
    if (QIcon::themeName().contains("HighContrast"_L1))
        return true;
    return ground.lightness() <= 8 || (pure(ground) && pure(text) && ground.lightness() != text.lightness());
}

void Theme::apply(QApplication& app, int textPercent, std::optional<bool> highContrast)
{
    State& s = state();
    if (!s.systemPalette)
        s.systemPalette = app.palette();
    app.setStyleSheet({});
    app.setStyle(new GrowingStyle);
    s.percent = std::clamp(textPercent, MinPercent, MaxPercent);
    s.family = familyWithVietnamese();
    s.colours =
        highContrast.value_or(isHighContrast(*s.systemPalette)) ? systemColours(*s.systemPalette) : ownColours();
    app.setFont(font(TextStyle::Body));
    QApplication::setFont(app.font(), "QAbstractItemView"); // Windows has a font of its own for lists
    s.scale = QFontInfo(app.font()).pixelSize() / 14.0;
    app.setPalette(paletteOf(s.colours));
    app.setStyleSheet(filledStyleSheet());
}

const Colours& Theme::colours()
{
    State& s = state();
    if (!s.colours.ink.isValid())
        s.colours = ownColours();
    return s.colours;
}

QColor Theme::ink(Tone tone)
{
    const Colours& c = colours();
    switch (tone) {
    case Tone::Accent:
        return c.accent;
    case Tone::Green:
        return c.green;
    case Tone::Amber:
        return c.amber;
    case Tone::Red:
        return c.red;
    case Tone::Neutral:
        break;
    }
    return c.ink;
}

QColor Theme::ground(Tone tone)
{
    const Colours& c = colours();
    switch (tone) {
    case Tone::Accent:
        return c.accentSoft;
    case Tone::Green:
        return c.greenSoft;
    case Tone::Amber:
        return c.amberSoft;
    case Tone::Red:
        return c.redSoft;
    case Tone::Neutral:
        break;
    }
    return c.neutralSoft;
}

QFont Theme::font(TextStyle style)
{
    const State& s = state();
    QFont font = s.family.isEmpty() ? QFont() : QFont(s.family);
    qreal px = 14;
    bool bold = true;
    switch (style) {
    case TextStyle::Title:
        px = 20;
        break;
    case TextStyle::Section:
        px = 15;
        break;
    case TextStyle::Figure:
        px = 24;
        break;
    case TextStyle::Clock:
        px = 17;
        break;
    case TextStyle::Secondary:
        px = 12.5;
        bold = false;
        break;
    case TextStyle::Body:
        bold = false;
        break;
    }
    // 14 px at 96 dpi are 10.5 pt; points, so that the screen's resolution is respected.
    font.setPointSizeF(px * 0.75 * s.percent / 100.0);
    font.setBold(bold);
    return font;
}

int Theme::textPercent()
{
    return state().percent;
}

int Theme::scaled(int px)
{
    return qRound(px * state().scale);
}

QIcon Theme::icon(QLatin1StringView name, const QColor& colour)
{
    QIcon icon;
    const QColor normal = colour.isValid() ? colour : colours().ink;
    for (const int size : { 20, 40, 60 }) {
        const QPixmap source(u":/icons/%1-%2.png"_s.arg(name).arg(size));
        if (source.isNull())
            continue;
        const auto tinted = [&](const QColor& c) {
            QPixmap pixmap = source;
            QPainter painter(&pixmap);
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(pixmap.rect(), c);
            return pixmap;
        };
        icon.addPixmap(tinted(normal), QIcon::Normal);
        icon.addPixmap(tinted(colours().muted), QIcon::Disabled);
    }
    return icon;
}

} // namespace maiam
