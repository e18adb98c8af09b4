// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signer_card.h"

#include "models/base/when_done.h"
#include "models/register/register.h"
#include "models/reports/report_office.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int FieldWidth = 420;
constexpr int LongestText = 120;
} // namespace

SignerCard::SignerCard(Register& reg, QWidget* parent)
    : Card(tr("Who signs the report"), parent)
    , m_register(reg)
    , m_name(new QLineEdit(this))
    , m_title(new QLineEdit(this))
{
    m_name->setObjectName(u"signer"_s);
    m_title->setObjectName(u"signerTitle"_s);
    const bool mayWrite = roleRule::mayWrite(reg.roles());
    for (QLineEdit* field : { m_name, m_title }) {
        field->setMaxLength(LongestText);
        field->setMaximumWidth(Theme::scaled(FieldWidth));
        field->setEnabled(mayWrite);
        connect(field, &QLineEdit::textEdited, this, [this] { m_changed = m_touched = true; });
        connect(field, &QLineEdit::editingFinished, this, &SignerCard::save);
    }
    auto* name = new LabelledField(tr("Si&gner"), m_name, this);
    name->setHint(tr("As it stands under the signature, without academic titles. Empty leaves the line blank."));
    body()->addWidget(name);
    auto* title = new LabelledField(tr("Signer's tit&le"), m_title, this);
    title->setHint(tr("For example a deputy's. Empty: the head of the office."));
    body()->addWidget(title);
    body()->addWidget(makeWrappedLabel(
        tr("Kept in the register, for every PC of the office. It does not travel."), TextStyle::Secondary, this));
    load();
}

void SignerCard::load()
{
    const auto read = [office = m_register.office().id](Database& db) { return ReportOffice::read(db, office); };
    whenDone(this, m_register.read(read), [this](const Result<ReportOffice>& office) {
        if (!office) {
            Q_EMIT failed(office.error());
        } else if (!m_touched) {
            m_name->setText(office->signer);
            m_title->setText(office->signerTitle);
        }
    });
}

void SignerCard::save()
{
    commitPendingInput();
    if (!m_changed)
        return;
    m_changed = false;
    const auto make = [office = m_register.office().id, name = m_name->text(), title = m_title->text()](
                          Database& db) { return ReportOffice::setSigner(db, office, name, title); };
    whenDone(this, m_register.commit(Register::MakeBatch(make)), [this](const Result<Committed>& done) {
        if (done)
            return;
        m_changed = true;
        Q_EMIT failed(done.error());
    });
}

} // namespace maiam
