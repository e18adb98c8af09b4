// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/first_start_services.h"

#include "models/catalogues/catalogues.h"
#include "models/text/fold.h"
#include "ui/people/key_services.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace maiam {

namespace {
QString language(const CatalogueEntry& unit, const char* key)
{
    return unit.text(QLatin1String(key));
}
} // namespace

FirstStartServices firstStartServices(
    const Catalogues& catalogues, const QString& folder, std::function<void(std::unique_ptr<Register>)> created)
{
    FirstStartServices services = keyServices({}, {}, false);
    for (const CatalogueEntry& unit : catalogues.at(QLatin1String("units")).entries()) {
        if (unit.code == QStringLiteral("22"))
            services.province = { unit.code, unit.vi, language(unit, "office_vi") };
        else
            services.communes.append({ unit.code, QStringLiteral("%1 (%2)").arg(unit.vi, language(unit, "kind_vi")),
                QStringLiteral("UBND ") + language(unit, "full_vi") });
    }
    // As in a telephone book; the codes follow no order that an officer knows.
    std::sort(services.communes.begin(), services.communes.end(),
        [](const OfficeChoice& a, const OfficeChoice& b) { return folded(a.name) < folded(b.name); });
    services.matches = [](const OfficeChoice& office, const QString& typed) {
        return folded(office.name).contains(folded(typed)) || office.code.startsWith(typed);
    };
    services.create = [folder, created](const FirstStartAnswers& answers, std::function<void(int, QString)> progress,
                          std::function<void(Result<>)> done) {
        progress(20, QCoreApplication::translate("FirstStartServices", "Deriving the key; this takes a moment"));
        NewRegister wanted;
        wanted.folder = folder;
        wanted.unit = answers.unitCode;
        wanted.role = answers.role;
        wanted.officeName = answers.officeName;
        wanted.login = answers.userName;
        wanted.displayName = answers.userName;
        wanted.post = answers.userPost;
        wanted.passphrase = answers.passphrase;
        wanted.recoveryKey = answers.recoveryKey.join(u'-');
        using Made = std::shared_ptr<Result<CreatedRegister>>;
        auto* watcher = new QFutureWatcher<Made>;
        QObject::connect(watcher, &QFutureWatcher<Made>::finished, watcher, [watcher, created, done] {
            const Made made = watcher->result();
            watcher->deleteLater();
            if (!*made) {
                done(tl::unexpected<Error>(made->error()));
                return;
            }
            done({});
            created(std::move((*made)->reg));
        });
        watcher->setFuture(QtConcurrent::run(
            [wanted] { return std::make_shared<Result<CreatedRegister>>(Register::create(wanted)); }));
    };
    return services;
}

} // namespace maiam
