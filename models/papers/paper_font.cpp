// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/papers/paper_font.h"

#include <QFontDatabase>
#include <QRawFont>

#include <algorithm>

// A library's resources are only registered when asked for; the macro wants to stand outside every namespace.
static void registerPaperFonts()
{
    Q_INIT_RESOURCE(maiam_paper_fonts);
}

namespace maiam::papers {

namespace {

bool writesVietnamese(const QString& family)
{
    QFont font(family);
    font.setPixelSize(20);
    const QRawFont raw = QRawFont::fromFont(font);
    const QString letters = QStringLiteral("ĂắẰẵẶẤầẨẫậĐđẾềỂễỆỈịỌốỒổỗỘỚờỞỡợỤủỨừửỮựỲỵỷỹ");
    return raw.isValid() && std::all_of(letters.cbegin(), letters.cend(), [&raw](QChar letter) {
        return raw.supportsCharacter(letter);
    });
}

QString findFamily()
{
    const QString times = QStringLiteral("Times New Roman");
    if (QFontDatabase::hasFamily(times) && writesVietnamese(times))
        return times;
    registerPaperFonts();
    QString family;
    for (const char* face : { "Regular", "Bold", "Italic", "BoldItalic" }) {
        const QString file = QStringLiteral(":/fonts/LiberationSerif-%1.ttf").arg(QLatin1StringView(face));
        const QStringList families = QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFont(file));
        if (family.isEmpty() && !families.isEmpty())
            family = families.first();
    }
    return family.isEmpty() ? times : family; // an unreadable resource still leaves Qt's own substitution
}

} // namespace

QString paperFontFamily()
{
    static const QString family = findFamily();
    return family;
}

QFont paperFont(qreal sizePt, bool bold, bool italic)
{
    QFont font(paperFontFamily());
    font.setPixelSize(std::max(1, qRound(sizePt * layoutUnitsPerPoint)));
    font.setBold(bold);
    font.setItalic(italic);
    font.setStyleHint(QFont::Serif);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace maiam::papers
