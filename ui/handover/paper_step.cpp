// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/paper_step.h"

#include "models/base/when_done.h"
#include "models/papers/page_composer.h"
#include "models/papers/pdf_writer.h"
#include "models/records/kinds.h"
#include "ui/drafts/form_draft.h"
#include "ui/reports/paper_view.h"
#include "ui/shell/looks.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/printing.h"
#include "ui/widgets/questions.h"

#include <QCheckBox>
#include <QDir>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

HandoverPaperStep::HandoverPaperStep(WorkContext& context, QWidget* parent)
    : HandoverStep(context, parent)
    , m_message(new MessageBar(this))
    , m_fullNames(new QCheckBox(tr("&Full names of the children (else case codes and initials)"), this))
    , m_view(new PaperView(this))
{
    auto* print = makeButton(tr("&Print…"), this);
    auto* pdf = makeButton(tr("Save as P&DF…"), this);
    print->setObjectName(u"print"_s);
    pdf->setObjectName(u"pdf"_s);
    m_fullNames->setObjectName(u"fullNames"_s);
    m_fullNames->setToolTip(
        tr("The record is filed: whoever opens the cupboard reads it. Codes are enough for who has the register."));
    column()->addWidget(m_message);
    column()->addWidget(FlowLayout::row({ print, pdf, m_fullNames }, this));
    column()->addWidget(m_view, 1);
    m_view->sheets()->setAccessibleName(tr("The record of the hand-over"));
    connect(print, &QPushButton::clicked, this, &HandoverPaperStep::print);
    connect(pdf, &QPushButton::clicked, this, &HandoverPaperStep::savePdf);
    connect(m_fullNames, &QCheckBox::toggled, this, &HandoverPaperStep::compose);
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, print, &QPushButton::click);
    print->setToolTip(QKeySequence(QKeySequence::Print).toString(QKeySequence::NativeText));
}

QString HandoverPaperStep::title() const
{
    return tr("The record");
}

void HandoverPaperStep::watch(FormDraft& draft)
{
    draft.watch(u"full-names"_s, m_fullNames);
}

void HandoverPaperStep::read(HandoverForm& form) const
{
    form.fullNames = m_fullNames->isChecked();
}

void HandoverPaperStep::enter(const HandoverForm&)
{
    m_message->clear();
    m_view->sheets()->setFocus();
}

void HandoverPaperStep::show(const Handover& handed, const HandoverForm& form)
{
    const Person* giver = form.now.find(form.change.from);
    m_parties.giver = giver ? PersonData { giver->name, giver->post, giver->roles } : PersonData {};
    m_parties.receiver = form.change.receiver;
    m_parties.leaving = form.change.leaving;
    m_parties.newRecoveryKey = form.change.newRecoveryKey;
    m_words = form.words;
    m_handed = handed;
    compose();
}

papers::Paper HandoverPaperStep::paper() const
{
    return papers::handoverPaper(
        *m_handed, m_parties, m_words, context().catalogues, { context().reg.demo(), m_fullNames->isChecked() });
}

void HandoverPaperStep::compose()
{
    if (m_handed)
        m_view->setPaper(papers::composePaper(paper()));
}

/// The cases whose children the record names as it stands now; with codes and initials it names none.
std::vector<QUuid> HandoverPaperStep::namedCases() const
{
    std::vector<QUuid> named;
    if (!m_fullNames->isChecked())
        return named;
    for (const HandedCase& one : m_handed->cases)
        if (!one.file.childName.isEmpty())
            named.push_back(one.file.id);
    return named;
}

/// Who asks later who has seen a child's file must find the record that bears the name, too. Before it is printed or
/// written: a printer that fails has printed some.
QFuture<Result<void>> HandoverPaperStep::recorded(AccessAct act, std::vector<QUuid> named)
{
    named.insert(named.begin(), QUuid());
    return context().reg.recordAccess(act, &kinds::Case, std::move(named));
}

void HandoverPaperStep::tellSaved(const QString& file)
{
    m_message->showMessage(MessageBar::Kind::Warning,
        tr("The record lies unprotected in %1: whoever opens the file reads it. Print it, then delete the file.")
            .arg(QDir::toNativeSeparators(file)));
}

void HandoverPaperStep::print()
{
    commitPendingInput();
    m_message->clear();
    if (!m_handed)
        return;
    const auto put = [this, wanted = paper()](const std::shared_ptr<QPrinter>& printer) {
        const auto done = printing::put(papers::composePaper(wanted), *printer);
        if (!done)
            m_message->showError(done.error());
        else if (done->isEmpty())
            m_message->showMessage(
                MessageBar::Kind::Ok, tr("The record was given to the printer. Go on when the three have signed it."));
        else
            tellSaved(*done);
    };
    const auto note = [this, put, named = namedCases()](const std::shared_ptr<QPrinter>& printer) {
        looks::whenNoted(this, m_message, recorded(AccessAct::Printed, named), [put, printer] { put(printer); });
    };
    printing::choose(this, papers::handoverTitle(), note);
}

void HandoverPaperStep::savePdf()
{
    commitPendingInput();
    m_message->clear();
    if (!m_handed)
        return;
    const QString day = civil::date(m_handed->at).toString(Qt::ISODate);
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const FileQuestion question { tr("Save the record as PDF"), folder.filePath(u"bien-ban-ban-giao-%1.pdf"_s.arg(day)),
        { tr("PDF documents (*.pdf)") }, u"pdf"_s };
    Questions::saveFile(this, question, [this](const QString& file) {
        if (file.isEmpty())
            return;
        const auto work = [file, wanted = paper()] {
            return papers::writePdf(papers::composePaper(wanted), file, papers::handoverTitle());
        };
        const auto written = looks::written(recorded(AccessAct::Exported, namedCases()), work);
        whenDone(this, written, [this, file](const Result<void>& done) {
            if (!done)
                return m_message->showError(done.error());
            tellSaved(file);
        });
    });
}

} // namespace maiam
