// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/key_services.h"

#include "models/base/clock.h"
#include "models/papers/page_composer.h"
#include "models/papers/recovery_paper.h"
#include "models/register/passphrase.h"
#include "models/register/removable_medium.h"
#include "models/text/fold.h"
#include "ui/widgets/printing.h"
#include "ui/widgets/questions.h"

#include <QCoreApplication>

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

/// Prints what opens the register, offered under a name of its own where it becomes a file: one must not replace the
/// other. A file instead of paper is asked about first: whoever reads it holds the key.
void printSecret(QWidget* parent, const QString& name, const papers::Paper& paper,
    const std::function<void(const Result<QString>&)>& printed)
{
    const auto put = [paper, printed](
                         QPrinter& printer) { printed(printing::put(papers::composePaper(paper), printer)); };
    printing::choose(parent, name, [parent, put, printed](const std::shared_ptr<QPrinter>& printer) {
        if (!printing::makesFile(*printer))
            return put(*printer);
        // A printer that asks for the file by itself tells nothing here; then the question has to do.
        if (const QString file = printer->outputFileName(); !file.isEmpty())
            if (const auto good = removableMedium::checkKeyFile(file); !good)
                return printed(fail(good));
        Question question;
        question.text = QCoreApplication::translate(
            "FirstStartServices", "The key would lie in a file, and whoever reads the file can open the register.");
        question.explanation = QCoreApplication::translate("FirstStartServices",
            "Choose a printer with paper instead. Where there is none: save the file onto a USB stick, print it "
            "elsewhere, then delete it.");
        question.accept = QCoreApplication::translate("FirstStartServices", "&Save the file all the same");
        Questions::ask(parent, question, [put, printer](Answer answer) {
            if (answer == Answer::Accept)
                put(*printer);
        });
    });
}
} // namespace

FirstStartServices keyServices(const QString& office, const QString& user, bool replaces)
{
    FirstStartServices services;
    services.offerPassphrase = [] { return Passphrase::offer(); };
    services.judgePassphrase = judge;
    services.newRecoveryKey = [] { return RecoveryKey::random().groups(); };
    // Folded first: a Vietnamese keyboard makes Â of AA.
    services.sameGroup = [](const QString& typed, const QString& group) {
        return RecoveryKey::sameGroup(folded(typed), group);
    };
    services.printRecoveryKey = [office, user, replaces](QWidget* parent, const FirstStartAnswers& answers,
                                    const std::function<void(const Result<QString>&)>& printed) {
        const papers::RecoverySheet sheet { office.isEmpty() ? answers.officeName : office,
            user.isEmpty() ? answers.userName : user, SystemClock().now(), replaces };
        printSecret(parent, QCoreApplication::translate("FirstStartServices", "Recovery key"),
            papers::recoveryPaper(sheet, answers.recoveryKey), printed);
    };
    return services;
}

void printShares(QWidget* parent, const papers::EscrowSheets& sheets, const QList<QStringList>& shares,
    const std::function<void(const Result<QString>&)>& printed)
{
    printSecret(parent, QCoreApplication::translate("FirstStartServices", "The two escrow sheets"),
        papers::escrowPaper(sheets, shares), printed);
}

} // namespace maiam
