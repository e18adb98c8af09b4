// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_arguments.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// What Qt takes for itself; a session manager starts programs again with some of them.
const QStringList QtsOwn { u"platform"_s, u"platformpluginpath"_s, u"platformtheme"_s, u"plugin"_s,
    u"qwindowgeometry"_s, u"qwindowicon"_s, u"qwindowtitle"_s, u"session"_s, u"display"_s, u"style"_s,
    u"stylesheet"_s };
} // namespace

Result<WindowArguments> WindowArguments::parse(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const QCommandLineOption help(QStringList { u"h"_s, u"help"_s });
    const QCommandLineOption version(QStringList { u"v"_s, u"version"_s });
    const QCommandLineOption demo(u"demo"_s);
    const QCommandLineOption folder(u"register"_s, {}, u"DIR"_s);
    parser.addOptions({ help, version, demo, folder, QCommandLineOption(u"reverse"_s) });
    for (const QString& name : QtsOwn)
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    if (!parser.parse(QStringList { u"maiam"_s } + arguments))
        return fail(ErrorCode::Usage, parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return fail(ErrorCode::Usage,
            tr("“%1” is not expected here. A command comes first, its options after it.")
                .arg(parser.positionalArguments().constFirst()));
    if (parser.isSet(folder) && parser.value(folder).isEmpty())
        return fail(ErrorCode::Usage, tr("The option --%1 wants a value.").arg(u"register"_s));
    WindowArguments given;
    given.wanted = parser.isSet(help) ? Wanted::Help : parser.isSet(version) ? Wanted::Version : Wanted::Window;
    given.demo = parser.isSet(demo);
    given.folder = parser.value(folder);
    return given;
}

} // namespace maiam
