// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/passphrase_field.h"

#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// A letter with Alt that no button or field on the page has: nobody would see that it became part of the passphrase.
/// AltGr, which Windows reports as Ctrl and Alt, types.
bool isLooseMnemonic(const QKeyEvent& key)
{
    const auto held = key.modifiers() & (Qt::AltModifier | Qt::ControlModifier | Qt::GroupSwitchModifier);
    return held == Qt::AltModifier && !key.text().isEmpty() && key.text().at(0).isPrint();
}
} // namespace

PassphraseField::PassphraseField(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_show(new QToolButton(m_edit))
    , m_caps(makeLabel(tr("⇪ Caps Lock is on"), TextStyle::Secondary, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::scaled(space::XS));
    column->addWidget(m_edit);
    column->addWidget(m_caps);
    setTone(m_caps, Tone::Amber);
    m_caps->hide();
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(tr("Passphrase"));
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    m_show->setProperty("kind", u"link"_s);
    m_show->setCheckable(true);
    m_show->setCursor(Qt::PointingHandCursor);
    m_show->setFocusPolicy(Qt::TabFocus);
    m_show->setAccessibleName(tr("Show the passphrase"));
    setShown(false);
    setFocusPolicy(Qt::StrongFocus); // else a label with a mnemonic does not lead here
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this);
    connect(m_show, &QToolButton::toggled, this, &PassphraseField::setShown);
    connect(m_edit, &QLineEdit::textChanged, this, &PassphraseField::textChanged);
    connect(m_edit, &QLineEdit::returnPressed, this, &PassphraseField::returnPressed);
}

QString PassphraseField::text() const
{
    return m_edit->text();
}

void PassphraseField::setText(const QString& text)
{
    m_edit->setText(text);
}

void PassphraseField::clear()
{
    m_edit->clear();
    m_caps->hide();
    setShown(false);
}

void PassphraseField::selectAll()
{
    m_edit->selectAll();
}

void PassphraseField::setShowable(bool showable)
{
    m_showable = showable;
    m_show->setVisible(showable);
    setShown(false);
}

void PassphraseField::setShown(bool shown)
{
    m_show->setChecked(shown);
    m_show->setText(shown ? tr("hide") : tr("show"));
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    // Shown or hidden, the keys count and no Vietnamese keyboard composes: else the same keys would be two passphrases.
    // It must not teach a keyboard's dictionary either.
    m_edit->setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    placeButton();
}

void PassphraseField::placeButton()
{
    const QSize size = m_showable ? m_show->sizeHint() : QSize(0, 0);
    m_show->resize(size);
    m_show->move(m_edit->width() - size.width() - Theme::scaled(4), (m_edit->height() - size.height()) / 2);
    m_edit->setTextMargins(0, 0, size.width(), 0);
}

bool PassphraseField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::Resize)
        placeButton();
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        if (isLooseMnemonic(*static_cast<QKeyEvent*>(event)))
            return true;
        // No portable question tells the state of Caps Lock; a letter whose case does not fit Shift does.
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString typed = key->text();
        if (key->key() == Qt::Key_CapsLock)
            m_caps->hide();
        else if (typed.size() == 1 && typed.at(0).isLetter() && !(key->modifiers() & Qt::ControlModifier))
            m_caps->setVisible(typed.at(0).isUpper() != key->modifiers().testFlag(Qt::ShiftModifier));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace maiam
