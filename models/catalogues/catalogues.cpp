// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogues/catalogues.h"

#include <QDir>

namespace maiam {

Result<Catalogues> Catalogues::builtIn()
{
    const QDir folder(QStringLiteral(":/catalogues"));
    const QFileInfoList files = folder.entryInfoList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name);
    const QString damaged = tr("A list that the program needs is missing or damaged. Install the program again.");
    if (files.isEmpty())
        return fail(ErrorCode::Internal, damaged, QStringLiteral("no catalogue in the resources"));
    Catalogues all;
    for (const QFileInfo& file : files) {
        const Result<Catalogue> catalogue = Catalogue::fromFile(file.filePath());
        if (!catalogue)
            return fail(ErrorCode::Internal, damaged, file.fileName() + u' ' + catalogue.error().message);
        if (catalogue->name() != file.completeBaseName())
            return fail(ErrorCode::Internal, damaged, file.fileName() + QStringLiteral(" names itself otherwise"));
        all.m_catalogues.insert(catalogue->name(), *catalogue);
    }
    return all;
}

const Catalogue* Catalogues::find(const QString& name) const
{
    const auto it = m_catalogues.constFind(name);
    return it == m_catalogues.constEnd() ? nullptr : &*it;
}

const Catalogue& Catalogues::at(QLatin1String name) const
{
    const Catalogue* catalogue = find(name);
    return catalogue ? *catalogue : m_none;
}

QString Catalogues::title(QLatin1String catalogue, const QString& code, CatalogueLanguage language) const
{
    return at(catalogue).title(code, language);
}

Result<> Catalogues::update(const Catalogue& newer)
{
    const Catalogue* current = find(newer.name());
    if (!current)
        return fail(ErrorCode::NotFound,
            tr("This program has no catalogue “%1”. A newer version of the program may have it.").arg(newer.name()));
    const Result<Catalogue> merged = current->updatedBy(newer);
    if (!merged)
        return fail(merged);
    m_catalogues.insert(newer.name(), *merged);
    return {};
}

} // namespace maiam
