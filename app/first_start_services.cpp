// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/first_start_services.h"

#include "models/catalogues/catalogues.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "models/papers/recovery_paper.h"
#include "models/register/passphrase.h"
#include "models/text/fold.h"

#include <QFutureWatcher>
#include <QPrintDialog>
#include <QPrinter>
#include <QtConcurrentRun>

#include <algorithm>

namespace maiam {

namespace {
QString language(const CatalogueEntry& unit, const char* key)
{
    return unit.text(QLatin1String(key));
}

PassphraseJudgement judge(const QString& typed)
{
    const auto judged = Passphrase::judge(typed);
    const int strength = std::min(100, int(typed.size()) * 4);
    if (!judged)
        return { false, std::min(strength, 40), judged.error().message };
    return { true, strength, QCoreApplication::translate("FirstStartServices", "This passphrase can be used.") };
}

void printRecovery(QWidget* parent, const FirstStartAnswers& answers)
{
    auto* printer = new QPrinter(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    auto* dialog = new QPrintDialog(printer, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog, [answers](QPrinter* chosen) {
        const auto paper = papers::recoveryPaper(answers.officeName, answers.userName, answers.recoveryKey);
        static_cast<void>(papers::printPaper(papers::composePaper(paper), *chosen));
    });
    QObject::connect(dialog, &QObject::destroyed, dialog, [printer] { delete printer; });
    dialog->open();
}
} // namespace

FirstStartServices firstStartServices(
    const Catalogues& catalogues, const QString& folder, std::function<void(std::unique_ptr<Register>)> created)
{
    FirstStartServices services;
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
    services.offerPassphrase = [] { return Passphrase::offer(); };
    services.judgePassphrase = judge;
    services.newRecoveryKey = [] { return RecoveryKey::random().groups(); };
    services.sameGroup = [](const QString& typed, const QString& group) {
        return folded(typed).remove(u' ') == folded(group).remove(u' ');
    };
    services.printRecoveryKey = printRecovery;
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
