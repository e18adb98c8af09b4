// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/key_services.h"

#include "models/papers/escrow_paper.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "models/papers/recovery_paper.h"
#include "models/register/passphrase.h"
#include "models/text/fold.h"

#include <QCoreApplication>
#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>

namespace maiam {

namespace {
PassphraseJudgement judge(const QString& typed)
{
    const auto judged = Passphrase::judge(typed);
    const int strength = std::min(100, int(typed.size()) * 4);
    if (!judged)
        return { false, std::min(strength, 40), judged.error().message };
    return { true, strength, QCoreApplication::translate("FirstStartServices", "This passphrase can be used.") };
}

void print(QWidget* parent, const papers::Paper& paper)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog, [paper, printer](QPrinter* chosen) {
        static_cast<void>(papers::printPaper(papers::composePaper(paper), *chosen));
    });
    dialog->open();
}
} // namespace

FirstStartServices keyServices(const QString& office, const QString& user)
{
    FirstStartServices services;
    services.offerPassphrase = [] { return Passphrase::offer(); };
    services.judgePassphrase = judge;
    services.newRecoveryKey = [] { return RecoveryKey::random().groups(); };
    services.sameGroup = [](const QString& typed, const QString& group) {
        return folded(typed).remove(u' ') == folded(group).remove(u' ');
    };
    services.printRecoveryKey = [office, user](QWidget* parent, const FirstStartAnswers& answers) {
        print(parent,
            papers::recoveryPaper(office.isEmpty() ? answers.officeName : office,
                user.isEmpty() ? answers.userName : user, answers.recoveryKey));
    };
    return services;
}

void printShares(QWidget* parent, const QString& office, const QList<QStringList>& shares)
{
    print(parent, papers::escrowPaper(office, shares));
}

} // namespace maiam
