// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogue.h"

#include <QMap>

namespace maiam {

/// All catalogues of a register: those built in, each perhaps replaced by a newer issue from the province.
/// A plain value: built once at the start, owned by the application object, handed to whoever needs it.
class Catalogues
{
    Q_DECLARE_TR_FUNCTIONS(Catalogues)
public:
    /// The catalogues that the program brings along, from ":/catalogues/<name>.json".
    /// Fails with Internal when one of them cannot be read: then the program itself is damaged.
    [[nodiscard]] static Result<Catalogues> builtIn();

    /// The catalogue of a name, such as "units" or "abuse-kinds"; nullptr where there is none.
    [[nodiscard]] const Catalogue* find(const QString& name) const;
    /// The catalogue of a name; an empty one where there is none, so that a lookup in it finds nothing.
    [[nodiscard]] const Catalogue& at(QLatin1String name) const;
    /// The names of all catalogues, sorted.
    [[nodiscard]] QStringList names() const { return m_catalogues.keys(); }
    /// The name of a code in a catalogue; an unknown code is shown as it is.
    [[nodiscard]] QString title(QLatin1String catalogue, const QString& code, CatalogueLanguage language) const;

    /// Takes a newer issue of a catalogue into use (Catalogue::updatedBy). Fails with NotFound for a name that this
    /// program does not use. On failure nothing changes.
    [[nodiscard]] Result<> update(const Catalogue& newer);

private:
    QMap<QString, Catalogue> m_catalogues;
    Catalogue m_none;
};

} // namespace maiam
