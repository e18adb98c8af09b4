// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signer_card.h"

#include "models/base/when_done.h"
#include "models/register/register.h"
#include "models/reports/report_office.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int SignerWidth = 420;
constexpr int LongestText = 120;
} // namespace

SignerCard::SignerCard(Register& reg, QWidget* parent)
    : Card(tr("Who signs the report"), parent)
    , m_register(reg)
    , m_draft(new FormDraft(reg, this))
    , m_name(new QLineEdit)
    , m_title(new QLineEdit)
{
    m_name->setObjectName(u"signer"_s);
    m_title->setObjectName(u"signerTitle"_s);
    const bool mayWrite = roleRule::mayWrite(reg.roles());
    for (QLineEdit* field : { m_name, m_title }) {
        field->setMaxLength(LongestText);
        field->setMaximumWidth(Theme::scaled(SignerWidth));
        field->setEnabled(mayWrite);
        connect(field, &QLineEdit::textEdited, this, [this, field] {
            m_changed = true;
            m_touched.insert(field);
        });
        connect(field, &QLineEdit::editingFinished, this, &SignerCard::save);
    }
    body()->addWidget(m_draft->bar());
    auto* name = new LabelledField(tr("Si&gner"), m_name, this);
    name->setHint(tr("As it stands under the signature, without academic titles. Empty leaves the line blank."));
    body()->addWidget(name);
    auto* title = new LabelledField(tr("Signer's tit&le"), m_title, this);
    title->setHint(tr("For example a deputy's. Empty: the head of the office."));
    body()->addWidget(title);
    body()->addWidget(makeWrappedLabel(
        tr("Kept in the register, for every PC of the office. It does not travel."), TextStyle::Secondary, this));
    makeDraft();
    load();
}

SignerCard::~SignerCard()
{
    for (QLineEdit* field : { m_name, m_title })
        field->disconnect(this); // one that has the focus says that it is left, when this is half gone
}

void SignerCard::makeDraft()
{
    for (QLineEdit* field : { m_name, m_title })
        m_draft->watch(field->objectName(), field);
    connect(m_draft, &FormDraft::taken, this, [this](const Draft& draft) {
        for (const QLineEdit* field : { m_name, m_title })
            if (draft.fields.contains(field->objectName()))
                m_touched.insert(field);
        m_changed = true; // stored when a field is left, as if it had been typed now
    });
}

void SignerCard::load()
{
    auto office = std::make_shared<ReportOffice>();
    const auto read = [id = m_register.office().id, office](Database& db) -> Result<void> {
        auto found = ReportOffice::read(db, id);
        if (!found)
            return fail(found);
        *office = std::move(*found);
        return {};
    };
    // In the writer's thread where that may be: what the page before this one has just handed over stands before it.
    const bool mayWrite = roleRule::mayWrite(m_register.roles()) && !m_register.isReadOnly();
    whenDone(
        this, mayWrite ? m_register.writeLocal(read) : m_register.read(read), [this, office](const Result<void>& done) {
            if (!done)
                return Q_EMIT failed(done.error());
            // What was typed before this came is a draft, too; what has been stored meanwhile is newer than this.
            const QStringList typed { m_name->text(), m_title->text() };
            const bool stored = !m_changed;
            if (!stored || !m_touched.contains(m_name))
                m_name->setText(office->signer);
            if (!stored || !m_touched.contains(m_title))
                m_title->setText(office->signerTitle);
            if (roleRule::mayWrite(m_register.roles()))
                m_draft->begin({ u"signer"_s, {} });
            if (m_touched.contains(m_name))
                m_name->setText(typed.at(0));
            if (m_touched.contains(m_title))
                m_title->setText(typed.at(1));
        });
}

void SignerCard::save()
{
    commitPendingInput();
    if (!m_changed)
        return;
    m_changed = false;
    // A field that nobody touched may not have been read yet: it stays as it is stored.
    const auto typed = [this](const QLineEdit* field) {
        return m_touched.contains(field) ? std::optional(field->text()) : std::nullopt;
    };
    const auto make = [office = m_register.office().id, name = typed(m_name), title = typed(m_title)](
                          Database& db) -> Result<Batch> {
        const auto now = ReportOffice::read(db, office);
        if (!now)
            return fail(now);
        return ReportOffice::setSigner(db, office, name.value_or(now->signer), title.value_or(now->signerTitle));
    };
    whenDone(this, m_draft->commit(make), [this](const Result<Committed>& done) {
        if (done)
            return;
        m_changed = true;
        Q_EMIT failed(done.error());
    });
}

} // namespace maiam
