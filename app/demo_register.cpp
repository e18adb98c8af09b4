// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_register.h"

#include "models/demo/generator.h"
#include "models/register/register_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace maiam {

QString demoRegister::folder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("registers/demo"));
}

QString demoRegister::passphrase()
{
    return QStringLiteral("so lieu mau khong co that");
}

Result<std::unique_ptr<Register>> demoRegister::open(const QString& folder)
{
    if (Register::exists(folder))
        return Register::open(folder, passphrase());
    // A mistyped --register may name a folder of documents.
    if (registerFiles::holdsOthers(folder))
        return fail(ErrorCode::AlreadyExists,
            QCoreApplication::translate("DemoRegister",
                "Other files lie in the folder %1, so no demo register was made there and nothing was changed. Name an "
                "empty folder with --register, or one that is not there yet.")
                .arg(QDir::toNativeSeparators(folder)));
    NewRegister wanted;
    wanted.folder = folder;
    wanted.unit = QStringLiteral("06838");
    wanted.officeName = QStringLiteral("UBND xã Bình Liêu");
    wanted.login = QStringLiteral("lan");
    wanted.displayName = QStringLiteral("Hoàng Thị Lan");
    wanted.passphrase = passphrase();
    wanted.demo = true;
    auto made = Register::create(wanted);
    if (!made)
        return fail(made);
    if (auto filled = demo::believableCommune(*made->reg); !filled) {
        made->reg.reset();
        registerFiles::removeMade(folder); // half a commune would be shown for good
        return fail(filled);
    }
    return std::move(made->reg);
}

} // namespace maiam
