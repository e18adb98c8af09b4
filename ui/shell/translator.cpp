// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/translator.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
struct Installed
{
    std::vector<std::unique_ptr<QTranslator>> catalogues;
    Language language = Language::Vietnamese;
};

Installed& installed()
{
    static Installed instance;
    return instance;
}
} // namespace

bool Translator::install(Language language)
{
    Installed& now = installed();
    for (const auto& catalogue : now.catalogues)
        QCoreApplication::removeTranslator(catalogue.get());
    now.catalogues.clear();
    now.language = language;
    QLocale::setDefault(language == Language::Vietnamese ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                                                         : QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QStringList names = language == Language::Vietnamese
        ? QStringList { u":/i18n/qtbase_vi.qm"_s, u":/i18n/maiam_vi.qm"_s }
        : QStringList { u":/i18n/maiam_en.qm"_s };
    bool all = true;
    for (const QString& name : names) {
        auto catalogue = std::make_unique<QTranslator>();
        if (!catalogue->load(name)) {
            all = false;
            continue;
        }
        QCoreApplication::installTranslator(catalogue.get());
        now.catalogues.push_back(std::move(catalogue));
    }
    return all;
}

Language Translator::language()
{
    return installed().language;
}

Language Translator::fromCode(const QString& code)
{
    return code == "en"_L1 ? Language::English : Language::Vietnamese;
}

QString Translator::code(Language language)
{
    return language == Language::English ? u"en"_s : u"vi"_s;
}

} // namespace maiam
