// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace maiam {

/// What the program was started with when it was not given a command: `maiam [--demo] [--register DIR]`, or a question
/// about itself. Qt's own options for windows are let through.
struct WindowArguments
{
    Q_DECLARE_TR_FUNCTIONS(WindowArguments)
public:
    enum class Wanted { Window, Help, Version };
    Wanted wanted = Wanted::Window;
    bool demo = false;
    QString folder; ///< of --register; empty when it was not given

    /// Reads them, the program's name left out. Needs no application object. Errors: Usage, for whatever a window
    /// would otherwise open in spite of.
    [[nodiscard]] static Result<WindowArguments> parse(const QStringList& arguments);
};

} // namespace maiam
