// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/child_card.h"

#include "models/records/kinds.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/record_editor.h"
#include "ui/cases/typed_since.h"
#include "ui/drafts/form_draft.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
QWidget* dangerBox(QLabel*& text, QWidget* parent)
{
    auto* box = new QWidget(parent);
    box->setAutoFillBackground(true);
    QPalette palette = box->palette();
    palette.setColor(QPalette::Window, Theme::ground(Tone::Red));
    box->setPalette(palette);
    auto* lines = new QVBoxLayout(box);
    lines->setSpacing(Theme::scaled(2));
    QLabel* title = makeWrappedLabel(ChildCard::tr("Safety when contacting"), TextStyle::Body, box);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    lines->addWidget(title);
    text = makeWrappedLabel({}, TextStyle::Body, box);
    lines->addWidget(text);
    return box;
}
} // namespace

ChildCard::ChildCard(WorkContext& context, bool withContact, QWidget* parent)
    : Card(tr("Child and family"), parent)
    , m_context(context)
    , m_words(new QWidget(this))
    , m_form(new QWidget(this))
    , m_draft(new FormDraft(context.reg, this))
    , m_withContact(withContact)
{
    body()->addWidget(m_draft->bar());
    auto* words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(Theme::scaled(space::S));
    m_name = makeWrappedLabel({}, TextStyle::Section, m_words);
    m_about = makeWrappedLabel({}, TextStyle::Body, m_words);
    m_family = makeWrappedLabel({}, TextStyle::Body, m_words);
    m_edit = makeButton(withContact ? tr("&Edit child and contact") : tr("&Edit"), m_words);
    m_edit->setObjectName(u"editChild"_s);
    m_contactBox = dangerBox(m_contact, m_words);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_name, m_about, m_family, m_contactBox })
        words->addWidget(widget);
    words->addWidget(m_edit, 0, Qt::AlignLeft);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    using F = ChildFields;
    m_childForm =
        new RecordEditor({ { &F::Name, &F::Birth }, { &F::Sex, &F::PersonalNumber }, { &F::EthnicGroup, &F::School },
                             { &F::Village, &F::Group }, { &F::Father, &F::Mother }, { &F::Carer }, { &F::Note } },
            context, m_form);
    form->addWidget(m_childForm);
    m_contactForm = new RecordEditor({ { &CaseFields::ContactSafety } }, context, m_form);
    m_contactForm->setVisible(withContact);
    form->addWidget(m_contactForm);
    QPushButton* save = makePrimaryButton(tr("Sa&ve the child's data"), m_form);
    save->setObjectName(u"saveChild"_s);
    save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText));
    QPushButton* cancel = makeButton(tr("Do not save"), m_form);
    form->addWidget(FlowLayout::row({ save, cancel }, m_form));
    body()->addWidget(m_words);
    body()->addWidget(m_form);
    body()->addStretch();
    m_form->hide();
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (m_child) // until it is read an empty form would stand in its place
            setEditing(true);
    });
    connect(cancel, &QPushButton::clicked, this, [this] {
        setEditing(false);
        m_draft->drop();
    });
    connect(save, &QPushButton::clicked, this, &ChildCard::save);
    makeDraft();
}

void ChildCard::makeDraft()
{
    m_childForm->keepIn(*m_draft);
    if (m_withContact) {
        m_contactForm->editor(CaseFields::ContactSafety)->keepIn(*m_draft);
        // The card's records rest on their own heads; a draft has room for those of the child.
        m_draft->watch(
            u"contact_heads"_s, [this] { return contactHeads(); },
            [this](const QString& heads) { restContactOn(heads); });
    }
    connect(m_draft, &FormDraft::taken, this, [this](const Draft& draft) {
        if (m_child)
            m_child = drafts::resting(*m_child, draft);
        m_form->show();
        m_words->hide();
    });
}

/// What the changed ways of contact rest on; nothing while they are as stored.
QString ChildCard::contactHeads() const
{
    QStringList heads;
    if (m_file && m_contactForm->isTouched())
        for (const EntryHash& head : m_file->heads())
            heads.append(QString::fromLatin1(head.toHex()));
    return heads.join(u' ');
}

void ChildCard::restContactOn(const QString& heads)
{
    Draft draft;
    const QStringList hashes = heads.split(u' ', Qt::SkipEmptyParts);
    for (const QString& hash : hashes)
        draft.heads.append(QByteArray::fromHex(hash.toLatin1()));
    if (m_file && !draft.heads.isEmpty())
        m_file = drafts::resting(*m_file, draft);
}

bool ChildCard::isEditing() const
{
    return !m_form->isHidden();
}

void ChildCard::load(const std::optional<Record>& child, const std::optional<Record>& file, const ErasedParts& erased)
{
    const bool saved = std::exchange(m_saved, false);
    m_erased = erased;
    if (isEditing()) {
        if (saved && child)
            takeUp(*child, file);
        return;
    }
    m_child = child;
    m_file = file;
    refresh();
    if (!m_child)
        return;
    m_childForm->load(*m_child);
    if (m_file)
        m_contactForm->load(*m_file);
    // On a case's page the form has one field more, so its draft is another one.
    if (m_withContact && m_file)
        m_draft->begin({ u"child-and-contact"_s, m_file->id() }, m_child->heads());
    else if (!m_withContact)
        m_draft->begin({ u"child"_s, m_child->id() }, m_child->heads());
}

void ChildCard::setSaved()
{
    m_saved = true;
    if (!m_draft->isTouched())
        setEditing(false);
}

/// What was saved is stored, and somebody typed on meanwhile: that stays, and rests on what is stored.
void ChildCard::takeUp(const Record& child, const std::optional<Record>& file)
{
    commitPendingInput();
    m_child = child;
    m_file = file;
    QStringList typed = m_draft->typed();
    for (RecordEditor* editor : { m_childForm, m_contactForm }) {
        const auto fields = editor->findChildren<FieldEditor*>();
        for (FieldEditor* field : fields)
            if (editor == m_childForm || m_file)
                loadUnlessTyped(
                    *field, editor == m_childForm ? child.value(field->field()) : m_file->value(field->field()), typed);
    }
    if (typed.contains(QString::fromLatin1(CaseFields::ContactSafety.name)))
        typed.append(u"contact_heads"_s); // they are others now, and the draft names them
    refresh();
    m_draft->goOn(child.heads(), typed);
}

void ChildCard::setEditing(bool editing)
{
    if (m_child) {
        m_childForm->load(*m_child);
        if (m_file)
            m_contactForm->load(*m_file);
    }
    const bool wasInForm = m_form->isAncestorOf(window()->focusWidget());
    m_words->setVisible(!editing);
    // Before its button is hidden: else the focus jumps to what comes next, and the next Enter leaves the page.
    if (!editing && wasInForm)
        m_edit->setFocus(Qt::OtherFocusReason);
    m_form->setVisible(editing);
    if (editing)
        m_childForm->editor(ChildFields::Name)->setFocus();
}

void ChildCard::addLine(QString* lines, const Field& field) const
{
    const QString text = m_child ? valueText(field, m_child->value(field), m_context) : QString();
    if (!text.isEmpty())
        *lines += (lines->isEmpty() ? u""_s : u"\n"_s) + fieldLabel(field) + u": "_s + text;
}

void ChildCard::refresh()
{
    const QString name = m_child ? m_child->text(ChildFields::Name) : QString();
    const bool erased = m_child && name.isEmpty() && m_erased.has(m_child->id(), IdentityClass::Subject);
    m_name->setText(erased ? tr("Erased by decision") : name.isEmpty() ? tr("Name not known") : name);
    m_edit->setEnabled(m_child.has_value());
    m_edit->setVisible(roleRule::mayWrite(m_context.reg.roles()) && !erased); // it is not to be written again
    QString about;
    for (const Field* field : { &ChildFields::Birth, &ChildFields::Sex, &ChildFields::EthnicGroup,
             &ChildFields::PersonalNumber, &ChildFields::Village, &ChildFields::School, &ChildFields::Group })
        addLine(&about, *field);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    QString family;
    for (const Field* field : { &ChildFields::Mother, &ChildFields::Father, &ChildFields::Carer })
        addLine(&family, *field);
    m_family->setText(family);
    m_family->setVisible(!family.isEmpty());
    const QString contact = m_file ? m_file->text(CaseFields::ContactSafety) : QString();
    const bool taken = erased || (m_file && m_erased.has(m_file->id(), IdentityClass::Narrative));
    m_contactBox->setVisible(m_file && !(taken && contact.isEmpty()));
    m_contact->setText(contact.isEmpty() ? tr("Not written down yet. Whom may one ring, and when?") : contact);
}

void ChildCard::save()
{
    commitPendingInput();
    if (!m_child || !isEditing())
        return;
    Record child = *m_child;
    std::optional<Record> file = m_file;
    if (!m_childForm->store(child) || (file && !m_contactForm->store(*file)))
        return;
    QList<Record> changed { child };
    if (file)
        changed.append(*file);
    Q_EMIT saveWanted(changed);
}

} // namespace maiam
